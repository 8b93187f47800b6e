//! What comes after a revocation: from when its papers do not count, what an objection is against, what goes with one that is lifted.

use super::*;
use crate::domain::case::{Hearing, Settlement, Validity};
use crate::domain::id::FollowUpId;
use crate::domain::procedure::Procedure;

const TOLD: PaperId = PaperId(Uuid::from_u128(73));
const REMINDER: FollowUpId = FollowUpId(Uuid::from_u128(74));

fn objection(against: Option<EventRef>) -> CaseEvent {
    let received_on = day("2026-12-10");
    CaseEvent::ObjectionReceived(Objection {
        remedy: Remedy::Objection,
        received_on,
        text: String::new(),
        by: None,
        court: None,
        against,
    })
}

fn settled(how: Settled) -> CaseEvent {
    CaseEvent::ObjectionSettled(Box::new(Settlement {
        of: Some(Remedy::Objection),
        how,
        reason: "x".into(),
        settled_on: day("2026-12-12"),
        ..Settlement::default()
    }))
}

/// Events one after the other, those of the same `minute` in one act.
fn then(events: &mut Vec<Recorded<CaseEvent>>, minute: i64, all: impl IntoIterator<Item = CaseEvent>) {
    for what in all {
        let seq = events.len() as u64 + 1;
        let mut next = event(1, seq, &[at(1, seq - 1)], what);
        next.at = chrono::DateTime::UNIX_EPOCH + chrono::Duration::minutes(minute);
        events.push(next);
    }
}

/// A permit, revoked with its letter and the reminder of what is asked back.
fn with_letter(revocation: Revocation) -> Vec<Recorded<CaseEvent>> {
    let mut events = granted(Outcome::Granted);
    let remind =
        CaseEvent::FollowUpSet { follow_up: REMINDER, due_on: day("2027-01-04"), text: "§ 52".into() };
    then(&mut events, 100, [revoked(revocation, None), issued(TOLD, "aufhebung"), remind]);
    then(&mut events, 101, [notified("2026-12-02")]);
    events
}

/// Revoked on Tuesday, 1 December 2026.
#[test]
fn a_paper_counts_until_what_takes_it_away_takes_effect() {
    let told = |clause: &str, from: Option<&str>, notified: Option<CaseEvent>| {
        let clause = Clause::named(clause).expect("a paragraph");
        let what = Revocation { clause, from: from.map(day), ..revocation("", false, false) };
        let mut events = granted(Outcome::Granted);
        then(&mut events, 100, [revoked(what, None)]);
        then(&mut events, 101, notified);
        let case = folded(&events);
        assert!(!case.stands(LETTER), "nothing is written by it any more");
        move |today: &str| case.validity(LETTER, &Procedure::default(), day(today))
    };
    let (falls, void) = (|on: &str| Validity::Falls(Some(day(on))), |on: &str| Validity::Void(day(on)));
    let untold = told("49-2-2", None, None);
    assert_eq!((untold("2026-12-01"), untold("2030-01-01")), (Validity::Falls(None), Validity::Falls(None)));
    let by_hand = told("49-2-2", None, Some(notified("2026-12-02")));
    assert_eq!((by_hand("2026-12-01"), by_hand("2026-12-02")), (falls("2026-12-02"), void("2026-12-02")));
    // Posted on the day itself: deemed notified on the fourth day, a Saturday, which VwVfG does not move.
    let post =
        Notified { way: Way::Post, on: day("2026-12-01"), posted_on: None, of: None, proof: String::new() };
    let by_post = told("49-2-2", None, Some(CaseEvent::Notified(post)));
    assert_eq!((by_post("2026-12-04"), by_post("2026-12-05")), (falls("2026-12-05"), void("2026-12-05")));
    let later = told("49-2-2", Some("2026-12-31"), Some(notified("2026-12-02")));
    assert_eq!((later("2026-12-30"), later("2026-12-31")), (falls("2026-12-31"), void("2026-12-31")));
    // A later day that has passed when it is told: nothing is taken away before it is told (§ 49 (4) VwVfG).
    let too_late = told("49-2-2", Some("2026-12-03"), Some(notified("2026-12-10")));
    assert_eq!((too_late("2026-12-09"), too_late("2026-12-10")), (falls("2026-12-10"), void("2026-12-10")));
    // What is taken back for the past counted until that was told, and then not even before.
    let back = told("48-3", Some("2026-11-24"), Some(notified("2026-12-02")));
    assert_eq!((back("2026-12-01"), back("2026-12-02")), (falls("2026-12-02"), void("2026-11-24")));
}

/// A third revocation is lifted: the whole falls with the first of the two that are left.
#[test]
fn the_first_of_several_that_takes_effect_ends_it() {
    let mut events = granted(Outcome::Granted);
    let whole = |from| Revocation { from: Some(day(from)), ..revocation("", false, false) };
    events.push(event(1, 7, &[at(1, 6)], revoked(whole("2026-12-24"), None)));
    events.push(event(2, 1, &[at(1, 6)], revoked(whole("2026-12-20"), None)));
    events.push(event(3, 1, &[at(1, 6)], revoked(whole("2026-12-15"), None)));
    events.push(event(1, 8, &[at(1, 7)], notified("2026-12-02")));
    events.push(event(2, 2, &[at(2, 1)], notified("2026-12-02")));
    events.push(event(3, 2, &[at(3, 1)], notified("2026-12-02")));
    let counts = |events: &[Recorded<CaseEvent>]| {
        folded(events).validity(LETTER, &Procedure::default(), day("2026-12-03"))
    };
    let falls = |on: &str| Validity::Falls(Some(day(on)));
    assert_eq!(counts(&events), falls("2026-12-15"));
    events.push(event(3, 3, &[at(3, 2)], objection(Some(at(3, 1)))));
    events.push(event(3, 4, &[at(3, 3)], settled(Settled::Remedied)));
    let case = folded(&events);
    assert_eq!((case.revocations().len(), case.paper(LETTER).expect("issued").falls.len()), (2, 2));
    assert!(!case.stands(LETTER) && case.is_revoked(at(1, 2)));
    assert_eq!(counts(&events), falls("2026-12-20"));
}

/// A name is corrected at one desk while another revokes: the permit that was issued anew is no way round the revocation.
#[test]
fn a_permit_that_is_issued_anew_unseen_falls_with_the_first() {
    const ANEW: PaperId = PaperId(Uuid::from_u128(75));
    let anew = || {
        let CaseEvent::PaperIssued(issued) = issued(ANEW, "gestattung") else { panic!("a paper") };
        CaseEvent::PaperIssued(Issued { replaces: Some(LETTER), ..issued })
    };
    for corrects in [1, 2] {
        let mut events = granted(Outcome::Granted);
        let revokes = revoked(revocation("", false, false), None);
        let (one, other) = if corrects == 1 { (anew(), revokes) } else { (revokes, anew()) };
        events.push(event(1, 7, &[at(1, 6)], one));
        events.push(event(2, 1, &[at(1, 6)], other));
        let case = folded(&events);
        assert!(!case.stands(ANEW) && !case.stands(LETTER));
        assert_eq!(case.validity(ANEW, &Procedure::default(), day("2026-12-02")), Validity::Falls(None));
        // Whoever takes the case on sees it all the same, and not the one that it replaced.
        let passed: Vec<PaperId> = case.to_pass_on().map(|paper| paper.issued.paper).collect();
        assert_eq!(passed, [ANEW]);
    }
}

/// Two desks revoke unseen, and one of them tells its own: the other one is still to be told, in whatever order they stand.
#[test]
fn a_notification_is_about_what_its_writer_had_seen() {
    for tells in [1, 2] {
        let mut events = granted(Outcome::Granted);
        events.push(event(1, 7, &[at(1, 6)], revoked(revocation("", false, false), None)));
        events.push(event(2, 1, &[at(1, 6)], revoked(revocation("Der zweite Tag.", false, false), None)));
        let (own, seq) = if tells == 1 { (at(1, 7), 8) } else { (at(2, 1), 2) };
        events.push(event(tells, seq, &[own], notified("2026-12-02")));
        let case = folded(&events);
        let told = [at(1, 7), at(2, 1)].map(|act| case.notified_of(act).is_some());
        assert_eq!(told, [tells == 1, tells == 2]);
    }
}

#[test]
fn an_objection_says_against_what_it_is() {
    let part = || with_letter(revocation("Der zweite Tag.", false, false));
    let acts = |case: &Case| case.acts().iter().map(|act| act.event).collect::<Vec<_>>();
    let case = folded(&part());
    assert_eq!(acts(&case), [at(1, 7), at(1, 2)], "the last first");
    // Nothing is said, as in what was written before: against what was told last.
    for (named, against) in [(None, at(1, 7)), (Some(at(1, 7)), at(1, 7)), (Some(at(1, 2)), at(1, 2))] {
        let mut events = part();
        then(&mut events, 102, [objection(named)]);
        let case = folded(&events);
        assert_eq!(case.objections()[0].against, Some(against), "{named:?}");
        let act = case.objected(&case.objections()[0]).expect("it stands");
        let day_of_it = if against == at(1, 2) { "2026-11-24" } else { "2026-12-01" };
        assert_eq!((act.event, act.on), (against, day(day_of_it)));
        then(&mut events, 103, [settled(Settled::Remedied)]);
        let case = folded(&events);
        let lifts = against == at(1, 2);
        assert_eq!((case.decisions.is_empty(), case.revocations().is_empty()), (lifts, true));
        // The letter that tells of nothing, and the reminder of what it asked back, go with it.
        assert_eq!(case.paper(TOLD).expect("issued").void, Some(day("2026-12-12")));
        assert!(case.follow_ups[&REMINDER].done && case.next_follow_up().is_none());
    }
    let whole = folded(&with_letter(revocation("", false, false)));
    assert_eq!(acts(&whole), [at(1, 7)], "nothing of the decision is left");
    assert!(!whole.follow_ups[&REMINDER].done);
}

/// What was decided anew stands by itself: an old objection that turns out right lifts what it was against, and no more.
#[test]
fn an_objection_that_is_settled_after_a_decision_anew_leaves_that_alone() {
    let mut events = granted(Outcome::Refused);
    then(&mut events, 100, [objection(None)]);
    then(&mut events, 101, [revoked(revocation("", true, false), None)]);
    then(&mut events, 102, [decided(Outcome::Granted)]);
    then(&mut events, 103, [settled(Settled::Remedied)]);
    let case = folded(&events);
    let stands: Vec<EventRef> = case.decisions.iter().map(|decision| decision.event).collect();
    assert_eq!((stands, case.stage()), (vec![at(1, 9)], Stage::Closed));
}

/// Once the revocation is lifted the permit stands again, and what is filed then is against it.
#[test]
fn an_objection_after_a_decision_that_came_back_is_against_that() {
    let mut events = with_letter(revocation("", false, false));
    then(&mut events, 102, [objection(None)]);
    then(&mut events, 103, [settled(Settled::Remedied)]);
    let case = folded(&events);
    assert!(case.standing_decision().is_some() && paper_stands(&case));
    then(&mut events, 104, [objection(None)]);
    let case = folded(&events);
    assert_eq!(case.open_objection().expect("open").against, Some(at(1, 2)));
    then(&mut events, 105, [settled(Settled::Remedied)]);
    let case = folded(&events);
    assert!(case.decisions.is_empty() && case.was_lifted());
}

/// What somebody was heard about, or why nobody was, is over with what came of it.
#[test]
fn a_hearing_is_over_once_something_came_of_it() {
    let hearing = |revokes| {
        CaseEvent::HearingBegun(Box::new(Hearing {
            intended: Outcome::Refused,
            reasons: "x".into(),
            due_on: day("2026-12-20"),
            begun_on: day("2026-11-30"),
            follow_up: REMINDER,
            revokes,
            asked: Vec::new(),
        }))
    };
    let clause = Clause::named("49-2-2").expect("a paragraph");
    let mut events = granted(Outcome::Granted);
    then(&mut events, 99, [hearing(Some(Intended { decision: at(1, 2), clause, known_on: None }))]);
    let case = folded(&events);
    assert!(case.hearing_now().is_some() && case.intends_to_revoke().is_some());
    then(&mut events, 100, [revoked(revocation("Der zweite Tag.", false, false), None)]);
    let case = folded(&events);
    assert!(case.hearing().is_some() && case.hearing_waits(), "it is kept");
    assert!(case.hearing_now().is_none() && case.intends_to_revoke().is_none());
    then(&mut events, 101, [hearing(None)]);
    assert!(folded(&events).hearing_now().is_some());

    let omitted = CaseEvent::HearingOmitted { ground: Ground::Danger, omitted_on: day("2026-11-24") };
    let mut events = granted(Outcome::Refused);
    then(&mut events, 99, [omitted]);
    assert_eq!(folded(&events).unheard(), Some(Ground::Danger));
    then(&mut events, 100, [revoked(revocation("", true, false), None)]);
    assert_eq!(folded(&events).unheard(), None, "what is decided anew asks anew");
}

/// While an action against a refusal is open the office takes it back to decide anew and hears about that, or says why nobody is
/// heard; then the court lifts the refusal, of which nothing was left. What lifts a decision that stands asks anew.
#[test]
fn a_judgment_on_what_was_taken_back_leaves_what_was_heard_for_the_new_decision() {
    let omitted = CaseEvent::HearingOmitted { ground: Ground::Danger, omitted_on: day("2026-11-24") };
    let hearing = CaseEvent::HearingBegun(Box::new(Hearing {
        intended: Outcome::Refused,
        reasons: "x".into(),
        due_on: day("2026-12-20"),
        begun_on: day("2026-11-30"),
        follow_up: REMINDER,
        revokes: None,
        asked: Vec::new(),
    }));
    let mut events = granted(Outcome::Refused);
    then(&mut events, 99, [objection(Some(at(1, 2))), omitted.clone()]);
    let mut stood = events.clone();
    then(&mut stood, 100, [settled(Settled::Remedied)]);
    assert!(folded(&stood).unheard().is_none() && folded(&stood).was_lifted());
    then(&mut events, 100, [revoked(revocation("", true, false), None)]);
    let judged = |what: &CaseEvent| {
        let mut events = events.clone();
        then(&mut events, 101, [what.clone(), settled(Settled::Remedied)]);
        folded(&events)
    };
    assert_eq!(judged(&omitted).unheard(), Some(Ground::Danger));
    assert!(judged(&hearing).hearing_now().is_some());
}
