//! A second signature counts only under what the signing person saw, and never twice from one person, in every order of
//! arrival; an objection that is right takes the decision away.

use super::*;
use crate::domain::case::tests::arrival::{at, event, folded};
use crate::domain::case::{Challenged, ClashKind, Notified, Opened, Settled, Settlement, Way};
use crate::domain::decision::Remedy;
use crate::domain::event::Recorded;
use crate::domain::user::Group;
use serde_json::json;
use uuid::Uuid;

fn opened() -> CaseEvent {
    let day = NaiveDate::default();
    CaseEvent::CaseOpened(Box::new(Opened::sample("32.20-2026-A-00001", "gestattung", Group::Trade, day)))
}

fn draft(reasons: &str) -> Draft {
    Draft {
        outcome: Outcome::Refused,
        reasons: reasons.to_owned(),
        conditions: Vec::new(),
        levies: Vec::new(),
        notice: None,
        prepared_on: NaiveDate::default(),
    }
}

fn prepared(reasons: &str) -> CaseEvent {
    CaseEvent::DecisionPrepared(Box::new(draft(reasons)))
}

fn signed(signs: EventRef) -> CaseEvent {
    let Draft { outcome, reasons, conditions, levies, notice, prepared_on: decided_on } = draft("Grund");
    CaseEvent::Decided { outcome, reasons, conditions, levies, notice, decided_on, signs: Some(signs) }
}

/// The clerk at desk 1 has prepared it.
fn waiting() -> Vec<Recorded<CaseEvent>> {
    vec![event(1, 1, &[], opened()), event(1, 2, &[at(1, 1)], prepared("Grund"))]
}

#[test]
fn a_draft_waits_until_another_person_signs() {
    let mut events = waiting();
    let case = folded(&events);
    assert_eq!(case.to_sign().map(|draft| draft.event), Some(at(1, 2)));
    assert!(case.decisions.is_empty(), "nothing is decided before");
    events.push(event(2, 1, &[at(1, 2)], signed(at(1, 2))));
    let case = folded(&events);
    assert!(case.to_sign().is_none() && case.decisions.len() == 1 && case.clashes().is_empty());
    // What is corrected afterwards takes no decision away.
    events.push(event(
        1,
        3,
        &[at(2, 1)],
        CaseEvent::AnswersSet { fields: [("ort".into(), json!("B"))].into() },
    ));
    assert_eq!(folded(&events).decisions.len(), 1);
}

#[test]
fn nobody_signs_what_they_prepared() {
    let mut events = waiting();
    events.push(event(1, 3, &[at(1, 2)], signed(at(1, 2))));
    let case = folded(&events);
    assert!(case.decisions.is_empty());
    assert_eq!(case.to_sign().map(|draft| draft.event), Some(at(1, 2)), "it still waits");
}

/// The head signs at desk 2 while the clerk changes the draft, or an answer, at desk 1: neither has seen the other.
#[test]
fn a_signature_under_what_was_changed_meanwhile_does_not_count() {
    let answer = CaseEvent::AnswersSet { fields: [("ort".to_owned(), json!("Borken"))].into() };
    for (change, waits) in [(prepared("Besserer Grund"), Some(at(1, 3))), (answer, None)] {
        let mut events = waiting();
        events.push(event(2, 1, &[at(1, 2)], signed(at(1, 2))));
        events.push(event(1, 3, &[at(1, 2)], change));
        let case = folded(&events);
        assert!(case.decisions.is_empty());
        assert_eq!(case.to_sign().map(|draft| draft.event), waits);
        assert!(case.drafted().is_some(), "the screen says what became of it");
        let clashes: Vec<ClashKind> = case.clashes().iter().map(|clash| clash.kind).collect();
        assert!(clashes.contains(&ClashKind::SignedMeanwhile), "{clashes:?}");
    }
}

#[test]
fn a_draft_that_was_given_back_is_signed_by_nobody_who_had_not_seen_it() {
    let mut events = waiting();
    let back = CaseEvent::DecisionReturned { draft: at(1, 2), reason: "Der Ort fehlt.".into() };
    events.push(event(2, 1, &[at(1, 2)], back));
    events.push(event(3, 1, &[at(1, 2)], signed(at(1, 2))));
    let case = folded(&events);
    assert!(case.decisions.is_empty() && case.to_sign().is_none());
    let why = case.drafted().and_then(|draft| draft.returned.clone()).map(|(_, why)| why);
    assert_eq!(why.as_deref(), Some("Der Ort fehlt."));
}

/// The head signs the draft and it is notified; then the one who prepared it signs as well, by a program that lets them: that is
/// no decision, and the notification of the other one stands.
#[test]
fn a_decision_that_does_not_count_takes_no_notification_back() {
    let on = NaiveDate::default();
    let notified = Notified { way: Way::Hand, on, posted_on: None, of: None, proof: "Quittung".into() };
    let mut events = waiting();
    events.push(event(2, 1, &[at(1, 2)], signed(at(1, 2))));
    events.push(event(2, 2, &[at(2, 1)], CaseEvent::Notified(notified.clone())));
    assert_eq!(folded(&events).notified(), Some(&notified));
    events.push(event(1, 3, &[at(2, 2)], signed(at(1, 2))));
    let case = folded(&events);
    assert_eq!((case.decisions.len(), case.notified()), (1, Some(&notified)));
    // One that counts is notified anew.
    events.push(event(3, 1, &[at(1, 3)], signed(at(1, 2))));
    let case = folded(&events);
    assert_eq!((case.decisions.len(), case.notified()), (2, None));
}

/// An objection that is right lifts the decision: it is taken anew, and the old draft waits for nobody.
#[test]
fn what_is_remedied_is_decided_anew() {
    let mut events = waiting();
    events.push(event(2, 1, &[at(1, 2)], signed(at(1, 2))));
    let objection = crate::domain::case::Objection {
        remedy: crate::domain::decision::Remedy::Objection,
        received_on: NaiveDate::default(),
        text: String::new(),
        by: None,
        court: None,
        against: None,
    };
    events.push(event(1, 3, &[at(2, 1)], CaseEvent::ObjectionReceived(objection)));
    assert!(folded(&events).open_objection().is_some());
    let settled = |how| {
        CaseEvent::ObjectionSettled(Box::new(Settlement {
            of: Some(crate::domain::decision::Remedy::Objection),
            how,
            reason: "Neu.".into(),
            settled_on: NaiveDate::default(),
            ..Settlement::default()
        }))
    };
    let mut passed = events.clone();
    passed.push(event(1, 4, &[at(1, 3)], settled(Settled::PassedOn)));
    let case = folded(&passed);
    assert!(case.open_objection().is_some() && case.decisions.len() == 1, "it is decided elsewhere");
    events.push(event(1, 4, &[at(1, 3)], settled(Settled::Remedied)));
    let case = folded(&events);
    assert!(case.decisions.is_empty() && case.open_objection().is_none() && case.drafted().is_none());
}

/// What was filed against an act.
fn filed(remedy: Remedy, against: EventRef, on: &str) -> CaseEvent {
    let (received_on, text) = (day(on), String::new());
    let objection = crate::domain::case::Objection {
        remedy,
        received_on,
        text,
        by: None,
        court: None,
        against: Some(against),
    };
    CaseEvent::ObjectionReceived(objection)
}

fn settled(of: Option<Remedy>, how: Settled) -> CaseEvent {
    CaseEvent::ObjectionSettled(Box::new(Settlement {
        of,
        how,
        reason: "Grund".into(),
        settled_on: day("2027-03-01"),
        ..Settlement::default()
    }))
}

/// Of an objection and an action against one decision the objection is right; it is decided anew, and then the court judges the
/// first decision: the second stands.
#[test]
fn a_judgment_on_what_was_lifted_already_leaves_the_new_decision() {
    let mut events = waiting();
    events.push(event(2, 1, &[at(1, 2)], signed(at(1, 2))));
    let first = at(2, 1);
    events.push(event(1, 3, &[first], filed(Remedy::Objection, first, "2026-12-01")));
    events.push(event(1, 4, &[at(1, 3)], filed(Remedy::Action, first, "2026-12-02")));
    events.push(event(1, 5, &[at(1, 4)], settled(Some(Remedy::Objection), Settled::Remedied)));
    events.push(event(1, 6, &[at(1, 5)], prepared("Neu")));
    events.push(event(2, 2, &[at(1, 6)], signed(at(1, 6))));
    assert_eq!(folded(&events).decisions.len(), 1);
    events.push(event(1, 7, &[at(2, 2)], settled(Some(Remedy::Action), Settled::Upheld)));
    let case = folded(&events);
    assert_eq!(case.decisions.len(), 1, "the second was never before the court");
    assert!(!case.is_sued());
}

/// A log from before objection and action could both be open names neither: it was the last one.
#[test]
fn what_was_settled_without_being_named_is_what_came_last() {
    let mut events = waiting();
    events.push(event(2, 1, &[at(1, 2)], signed(at(1, 2))));
    events.push(event(1, 3, &[at(2, 1)], filed(Remedy::Action, at(2, 1), "2026-12-01")));
    let read = |old| serde_json::from_value::<CaseEvent>(old).expect("an old line");
    let old = json!({ "kind": "objection_settled", "how": "rejected", "reason": "Urteil", "settled_on": "2027-03-01" });
    events.push(event(1, 4, &[at(1, 3)], read(old)));
    assert!(!folded(&events).is_sued());
    let old = json!({ "kind": "inaction_ended", "reason": "Urteil", "ended_on": "2027-03-01" });
    assert!(matches!(read(old), CaseEvent::InactionEnded { how: Settled::Moot, .. }));
}

/// A decision is not called final as long as an action can still be brought or is open: its period runs from the decision about the
/// objection.
#[test]
fn nothing_is_final_while_an_action_may_come_or_is_open() {
    let mut events = waiting();
    events.push(event(2, 1, &[at(1, 2)], signed(at(1, 2))));
    let act = at(2, 1);
    let ends = crate::domain::remedy::Remedied {
        notified_on: day("2026-12-01"),
        ends_on: day("2027-01-04"),
        why: Vec::new(),
    };
    let stands = |events: &[Recorded<CaseEvent>]| {
        let case = folded(events);
        case.challenged(case.act().expect("decided"), &ends)
    };
    assert_eq!(stands(&events), Challenged::No);
    let mut late = events.clone();
    late.push(event(1, 3, &[act], filed(Remedy::Objection, act, "2027-01-05")));
    assert_eq!(stands(&late), Challenged::No);
    events.push(event(1, 3, &[act], filed(Remedy::Objection, act, "2026-12-10")));
    assert_eq!(stands(&events), Challenged::Open);
    events.push(event(1, 4, &[at(1, 3)], settled(Some(Remedy::Objection), Settled::Rejected)));
    assert_eq!(stands(&events), Challenged::Rejected(day("2027-03-01")));
    events.push(event(1, 5, &[at(1, 4)], filed(Remedy::Action, act, "2027-03-20")));
    assert_eq!(stands(&events), Challenged::Open, "whenever it came: it has a period of its own");
    events.push(event(1, 6, &[at(1, 5)], settled(Some(Remedy::Action), Settled::Dismissed)));
    assert_eq!(stands(&events), Challenged::Judged);
}

/// What somebody said to one hearing is no answer to the next: that one has its own day.
#[test]
fn a_second_hearing_waits_for_its_own_answer() {
    let heard = |due_on: &str, id: u128| {
        CaseEvent::HearingBegun(Box::new(Hearing {
            intended: Outcome::Refused,
            reasons: "Grund".to_owned(),
            due_on: due_on.parse().expect("a day"),
            begun_on: "2026-11-02".parse().expect("a day"),
            follow_up: FollowUpId(Uuid::from_u128(id)),
            revokes: None,
            asked: Vec::new(),
        }))
    };
    let received_on = "2026-11-02".parse().expect("a day");
    let said = Statement { text: "Nein".to_owned(), received_on, from: None };
    let mut events = vec![
        event(1, 1, &[], opened()),
        event(1, 2, &[at(1, 1)], heard("2026-11-20", 1)),
        event(1, 3, &[at(1, 2)], CaseEvent::StatementReceived(said.clone())),
    ];
    let today = "2026-11-02".parse().expect("a day");
    let stands = |events: &[Recorded<CaseEvent>]| {
        let problem = crate::domain::decide::unheard(&folded(events), Outcome::Refused, today);
        problem.map(|problem| problem.id)
    };
    assert_eq!(stands(&events), None);
    events.push(event(1, 4, &[at(1, 3)], heard("2026-12-01", 2)));
    assert_eq!(stands(&events).as_deref(), Some("hearing-not-over"));
    events.push(event(1, 5, &[at(1, 4)], CaseEvent::StatementReceived(said)));
    assert_eq!(stands(&events), None);
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// Both parents were asked: what one of them says leaves the other their time, until the day has passed.
#[test]
fn a_hearing_of_two_waits_for_both() {
    let [mother, father] = [PersonId(Uuid::from_u128(7)), PersonId(Uuid::from_u128(8))];
    let hearing = Hearing {
        intended: Outcome::Refused,
        reasons: "Grund".to_owned(),
        due_on: day("2026-11-20"),
        begun_on: day("2026-11-02"),
        follow_up: FollowUpId(Uuid::from_u128(1)),
        revokes: None,
        asked: vec![mother, father],
    };
    let said = |from| {
        let statement =
            Statement { text: "Nein".to_owned(), received_on: day("2026-11-05"), from: Some(from) };
        CaseEvent::StatementReceived(statement)
    };
    let mut events = vec![
        event(1, 1, &[], opened()),
        event(1, 2, &[at(1, 1)], CaseEvent::HearingBegun(Box::new(hearing))),
        event(1, 3, &[at(1, 2)], said(mother)),
    ];
    let waits = |events: &[Recorded<CaseEvent>], today: &str| {
        crate::domain::decide::unheard(&folded(events), Outcome::Refused, day(today)).is_some()
    };
    assert_eq!(folded(&events).silent(), [father]);
    assert!(waits(&events, "2026-11-20") && !waits(&events, "2026-11-21"));
    events.push(event(1, 4, &[at(1, 3)], said(father)));
    assert!(folded(&events).silent().is_empty() && !waits(&events, "2026-11-06"));
}

/// A document that is refused is missing again; one that came meanwhile, at a desk that did not know, is there.
#[test]
fn a_refused_document_is_missing_but_not_one_that_came_unseen() {
    let brought =
        |on: &str| CaseEvent::DocumentReceived { document: "plan".to_owned(), received_on: day(on) };
    let refused = CaseEvent::DocumentRefused {
        document: "plan".to_owned(),
        reason: "Ohne Maßstab".to_owned(),
        refused_on: day("2026-11-10"),
    };
    let mut events = vec![
        event(1, 1, &[], opened()),
        event(1, 2, &[at(1, 1)], brought("2026-11-02")),
        event(2, 1, &[at(1, 2)], refused),
    ];
    assert!(folded(&events).documents.is_empty());
    let mut unseen = events.clone();
    unseen.push(event(3, 1, &[at(1, 2)], brought("2026-11-09")));
    assert_eq!(folded(&unseen).documents.get("plan"), Some(&day("2026-11-09")));
    events.push(event(1, 3, &[at(2, 1)], brought("2026-11-12")));
    assert_eq!(
        folded(&events).documents.get("plan"),
        Some(&day("2026-11-12")),
        "the first one does not count any more"
    );
}

/// Answers that were asked for are awaited until somebody enters them, whether one is reminded of it or not.
#[test]
fn answers_are_awaited_until_they_are_entered() {
    let follow_up = FollowUpId(Uuid::from_u128(1));
    let requested = Requested {
        documents: Vec::new(),
        answers: vec!["Wie viele Toiletten?".to_owned()],
        due_on: day("2026-11-20"),
        requested_on: day("2026-11-02"),
        follow_up,
    };
    let remind =
        CaseEvent::FollowUpSet { follow_up, due_on: day("2026-11-21"), text: "Toiletten".to_owned() };
    let mut events = vec![
        event(1, 1, &[], opened()),
        event(1, 2, &[at(1, 1)], CaseEvent::DocumentsRequested(Box::new(requested))),
        event(1, 3, &[at(1, 2)], remind),
        event(1, 4, &[at(1, 3)], CaseEvent::FollowUpDone { follow_up }),
    ];
    let case = folded(&events);
    assert!(case.awaited().is_none() && case.brought().awaits_answers);
    let answered = CaseEvent::AnswersReceived { text: "Zwei".to_owned(), received_on: day("2026-11-12") };
    events.push(event(1, 5, &[at(1, 4)], answered));
    let brought = folded(&events).brought();
    assert_eq!((brought.awaits_answers, brought.answered_on), (false, Some(day("2026-11-12"))));
}
