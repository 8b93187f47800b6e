//! A revocation takes away what its decision gave in every order of arrival; one that does not count, or was lifted, takes nothing.

use super::*;
use crate::domain::assessment::Vat;
use crate::domain::case::Settlement;
use crate::domain::case::tests::arrival::{at, day, event, folded, handed};
use crate::domain::case::{
    Amount, Charged, ClashKind, Issued, Notified, Objection, Opened, Outcome, Settled, Stage, Way,
};
use crate::domain::decision::Remedy;
use crate::domain::event::Recorded;
use crate::domain::id::Digest;
use crate::domain::money::Cents;
use crate::domain::problem::LocalText;
use crate::domain::user::Group;
use uuid::Uuid;

const LETTER: PaperId = PaperId(Uuid::from_u128(71));
const FEE: ChargeId = ChargeId(Uuid::from_u128(72));

fn issued(paper: PaperId, kind: &str) -> CaseEvent {
    CaseEvent::PaperIssued(Issued {
        paper,
        kind: kind.into(),
        title: kind.into(),
        sha256: Digest::default(),
        size: 1,
        pages: 1,
        issued_on: day("2026-11-24"),
        receipt: None,
        replaces: None,
        repeats: None,
        letter: None,
    })
}

fn decided(outcome: Outcome) -> CaseEvent {
    CaseEvent::Decided {
        outcome,
        reasons: "Grund".into(),
        conditions: Vec::new(),
        levies: Vec::new(),
        notice: None,
        decided_on: day("2026-11-24"),
        signs: None,
    }
}

fn notified(on: &str) -> CaseEvent {
    CaseEvent::Notified(handed(on))
}

/// Decided, charged, told and closed.
fn granted(outcome: Outcome) -> Vec<Recorded<CaseEvent>> {
    let opened = Opened::sample("32.20-2026-A-00001", "gestattung", Group::Trade, day("2026-11-20"));
    let amount = Amount {
        fee: "gestattung".into(),
        label: LocalText::default(),
        cents: Cents(5000),
        tariff: String::new(),
        vat: Vat::Sovereign,
        why: Vec::new(),
    };
    let fee = Charged { charge: FEE, amount, duplicate: None, decision: Some(at(1, 2)) };
    let closed = CaseEvent::Closed { closed_on: day("2026-11-26"), reason: String::new() };
    let all = [
        CaseEvent::CaseOpened(Box::new(opened)),
        decided(outcome),
        CaseEvent::FeeCharged(fee),
        issued(LETTER, "gestattung"),
        notified("2026-11-25"),
        closed,
    ];
    let next = |(seq, what): (u64, CaseEvent)| {
        let parents: Vec<EventRef> = (seq > 1).then(|| at(1, seq - 1)).into_iter().collect();
        event(1, seq, &parents, what)
    };
    (1..).zip(all).map(next).collect()
}

fn revocation(part: &str, anew: bool, drops: bool) -> Revocation {
    Revocation {
        decision: at(1, 2),
        clause: Clause::named("49-2-2").expect("a paragraph"),
        untrusted: None,
        known_on: Some(day("2026-11-30")),
        from: None,
        part: part.into(),
        reasons: "Die Auflage wurde nicht erfüllt.".into(),
        unheard: Some(Ground::Danger),
        hand_back: Vec::new(),
        anew,
        fees: drops.then_some(Fate::Dropped),
        withdrawn: if drops { vec![FEE] } else { Vec::new() },
        void: if part.is_empty() { vec![LETTER] } else { Vec::new() },
        notice: None,
        revoked_on: day("2026-12-01"),
    }
}

fn revoked(revocation: Revocation, signs: Option<EventRef>) -> CaseEvent {
    CaseEvent::DecisionRevoked(Box::new(Revoked { revocation, signs }))
}

fn paper_stands(case: &Case) -> bool {
    case.stands(LETTER)
}

#[test]
fn what_a_decision_charges_is_owed_and_keeps_no_case_open() {
    let case = folded(&granted(Outcome::Granted));
    assert_eq!((case.owes(), case.stage()), (Cents(5000), Stage::Closed));
    assert!(case.owed_at_closing().next().is_none() && case.own_charges().next().is_none());
    assert_eq!(case.set_by(at(1, 2)).count(), 1);
}

#[test]
fn a_permit_that_is_revoked_stays_decided_and_its_letter_falls() {
    for (drops, owes) in [(false, 5000), (true, 0)] {
        let mut events = granted(Outcome::Granted);
        let reopened = CaseEvent::Reopened { reopened_on: day("2026-12-01"), reason: "Widerruf".into() };
        events.push(event(1, 7, &[at(1, 6)], reopened));
        events.push(event(1, 8, &[at(1, 7)], revoked(revocation("", false, drops), None)));
        let case = folded(&events);
        assert_eq!((case.stage(), case.owes(), paper_stands(&case)), (Stage::Decided, Cents(owes), false));
        assert!(case.is_revoked(at(1, 2)) && case.standing_decision().is_none() && case.decisions.len() == 1);
        let act = case.act().expect("told");
        assert_eq!((act.event, act.on, case.notified()), (at(1, 8), day("2026-12-01"), None));
        events.push(event(1, 9, &[at(1, 8)], notified("2026-12-02")));
        let case = folded(&events);
        assert_eq!(case.notified().map(|told| told.on), Some(day("2026-12-02")));
        assert_eq!(case.notified_of(at(1, 2)).map(|told| told.on), Some(day("2026-11-25")), "its own");
    }
}

#[test]
fn a_part_leaves_the_rest_and_the_letter() {
    let mut events = granted(Outcome::Granted);
    events.push(event(1, 7, &[at(1, 6)], revoked(revocation("Der zweite Tag.", false, false), None)));
    let case = folded(&events);
    assert!(!case.is_revoked(at(1, 2)) && case.standing_decision().is_some() && paper_stands(&case));
    assert_eq!(case.revocations().len(), 1);
    events.push(event(1, 8, &[at(1, 7)], revoked(revocation("", false, false), None)));
    assert!(folded(&events).is_revoked(at(1, 2)), "and then the rest");
}

#[test]
fn what_is_decided_anew_is_open_again_and_grants_nothing_by_itself() {
    let mut events = granted(Outcome::Refused);
    events.push(event(
        1,
        7,
        &[at(1, 6)],
        CaseEvent::Reopened { reopened_on: day("2026-12-01"), reason: "x".into() },
    ));
    events.push(event(1, 8, &[at(1, 7)], revoked(revocation("", true, false), None)));
    let case = folded(&events);
    assert_eq!(case.stage(), Stage::Filed);
    assert!(
        case.decisions.is_empty() && case.is_anew() && case.act().is_some_and(|act| act.event == at(1, 8))
    );
    events.push(event(1, 9, &[at(1, 8)], decided(Outcome::Granted)));
    let case = folded(&events);
    assert_eq!((case.stage(), case.act().map(|act| act.event)), (Stage::Decided, Some(at(1, 9))));
}

/// An objection that is right lifts the revocation, not the permit: that counts again, with its letter and its fee.
#[test]
fn a_revocation_that_is_lifted_leaves_everything_as_it_was() {
    let mut events = granted(Outcome::Granted);
    events.push(event(1, 7, &[at(1, 6)], revoked(revocation("", false, true), None)));
    events.push(event(1, 8, &[at(1, 7)], notified("2026-12-02")));
    let objection = Objection {
        remedy: Remedy::Objection,
        received_on: day("2026-12-10"),
        text: String::new(),
        by: None,
        court: None,
        against: None,
    };
    events.push(event(1, 9, &[at(1, 8)], CaseEvent::ObjectionReceived(objection)));
    let settled = CaseEvent::ObjectionSettled(Box::new(Settlement {
        of: Some(Remedy::Objection),
        how: Settled::Remedied,
        reason: "Die Auflage war erfüllt.".into(),
        settled_on: day("2026-12-12"),
        ..Settlement::default()
    }));
    events.push(event(1, 10, &[at(1, 9)], settled));
    let case = folded(&events);
    assert!(case.revocations().is_empty() && paper_stands(&case) && case.owes() == Cents(5000));
    assert!(case.standing_decision().is_some() && !case.was_lifted());
    assert_eq!(case.notified().map(|told| told.on), Some(day("2026-11-25")), "that of the permit");
}

/// An objection against the permit itself lifts that, and the fee that it set falls.
#[test]
fn what_a_lifted_decision_charged_is_owed_no_more() {
    let mut events = granted(Outcome::Granted);
    let objection = Objection {
        remedy: Remedy::Objection,
        received_on: day("2026-12-10"),
        text: String::new(),
        by: None,
        court: None,
        against: None,
    };
    events.push(event(1, 7, &[at(1, 6)], CaseEvent::ObjectionReceived(objection)));
    let settled = |how| {
        CaseEvent::ObjectionSettled(Box::new(Settlement {
            of: Some(Remedy::Objection),
            how,
            reason: "x".into(),
            settled_on: day("2026-12-12"),
            ..Settlement::default()
        }))
    };
    let mut kept = events.clone();
    kept.push(event(1, 8, &[at(1, 7)], settled(Settled::Rejected)));
    assert_eq!(folded(&kept).owes(), Cents(5000));
    events.push(event(1, 8, &[at(1, 7)], settled(Settled::Remedied)));
    let case = folded(&events);
    assert!(case.decisions.is_empty() && case.owes() == Cents::ZERO && case.charges[&FEE].withdrawn);
}

#[test]
fn nobody_signs_the_revocation_that_they_prepared() {
    let prepared = || CaseEvent::RevocationPrepared(Box::new(revocation("", false, false)));
    let mut events = granted(Outcome::Granted);
    events.push(event(1, 7, &[at(1, 6)], prepared()));
    let case = folded(&events);
    assert_eq!(case.revocation_to_sign().map(|draft| draft.event), Some(at(1, 7)));
    assert!(case.revocations().is_empty() && paper_stands(&case) && case.to_sign().is_none());
    let mut own = events.clone();
    own.push(event(1, 8, &[at(1, 7)], revoked(revocation("", false, false), Some(at(1, 7)))));
    let case = folded(&own);
    assert!(case.revocations().is_empty() && paper_stands(&case) && case.revocation_to_sign().is_some());
    events.push(event(2, 1, &[at(1, 7)], revoked(revocation("", false, false), Some(at(1, 7)))));
    let case = folded(&events);
    assert!(case.is_revoked(at(1, 2)) && case.revocation_drafted().is_none() && case.clashes().is_empty());
}

#[test]
fn two_desks_that_revoke_unseen_are_told() {
    let mut events = granted(Outcome::Granted);
    events.push(event(1, 7, &[at(1, 6)], revoked(revocation("", false, false), None)));
    events.push(event(2, 1, &[at(1, 6)], revoked(revocation("", false, false), None)));
    let kinds: Vec<ClashKind> = folded(&events).clashes().iter().map(|clash| clash.kind).collect();
    assert!(kinds.contains(&ClashKind::RevokedTwice), "{kinds:?}");
}

mod after;
