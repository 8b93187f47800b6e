//! What a decision is after an objection or an action was decided, in every order of arrival: what stands, what is owed, what is told, what
//! is final, and that a mistake can be taken back.

use super::*;
use crate::domain::assessment::Vat;
use crate::domain::case::tests::arrival::{at, day, event, folded};
use crate::domain::case::{
    Amount, Challenged, Charged, ClashKind, Notified, Objection, Opened, Outcome, Way,
};
use crate::domain::event::Recorded;
use crate::domain::problem::LocalText;
use crate::domain::procedure::Procedure;
use crate::domain::user::Group;
use serde_json::json;
use uuid::Uuid;

const FEE: ChargeId = ChargeId(Uuid::from_u128(7));

fn notice(remedy: Remedy) -> Notice {
    Notice { remedy, body: "Verwaltungsgericht".into(), address: "Weg 1".into() }
}

fn notified(way: Way, on: &str) -> CaseEvent {
    CaseEvent::Notified(Notified { way, on: day(on), posted_on: None, of: None, proof: String::new() })
}

fn filed(remedy: Remedy, against: EventRef, on: &str, number: &str) -> CaseEvent {
    let court = AtCourt { file_number: number.into(), by: "Beispiel".into(), ..AtCourt::default() };
    let court = (remedy == Remedy::Action).then_some(court);
    let (received_on, against) = (day(on), Some(against));
    CaseEvent::ObjectionReceived(Objection {
        remedy,
        received_on,
        text: String::new(),
        by: None,
        court,
        against,
    })
}

fn rules(how: Settled) -> Settlement {
    let ruling = Some(Ruling { notice: Some(notice(Remedy::Action)), ..Ruling::default() });
    let (of, reason) = (Some(Remedy::Objection), "Grund".to_owned());
    Settlement {
        of,
        filed: Some(objection()),
        how,
        reason,
        ruling,
        settled_on: day("2026-12-14"),
        ..Settlement::default()
    }
}

fn settled(what: Settlement) -> CaseEvent {
    CaseEvent::ObjectionSettled(Box::new(what))
}

/// Refused with a fee of 50 euros, told on 24 November and objected to on 1 December.
fn objected() -> Vec<Recorded<CaseEvent>> {
    let opened = Opened::sample("32.20-2026-A-00001", "gestattung", Group::Trade, day("2026-11-20"));
    let amount = Amount {
        fee: "gebuehr".into(),
        label: LocalText::default(),
        cents: Cents(5000),
        tariff: String::new(),
        vat: Vat::Sovereign,
        why: Vec::new(),
    };
    let decided = CaseEvent::Decided {
        outcome: Outcome::Refused,
        reasons: "Grund".into(),
        conditions: Vec::new(),
        levies: vec![crate::domain::decision::Levied {
            amount: amount.clone(),
            first: None,
            rate: false,
            open: false,
        }],
        notice: Some(notice(Remedy::Objection)),
        decided_on: day("2026-11-24"),
        signs: None,
    };
    let charged = Charged { charge: FEE, amount, duplicate: None, decision: Some(decision()) };
    vec![
        event(1, 1, &[], CaseEvent::CaseOpened(Box::new(opened))),
        event(1, 2, &[at(1, 1)], decided),
        event(1, 3, &[at(1, 2)], CaseEvent::FeeCharged(charged)),
        event(1, 4, &[at(1, 3)], notified(Way::Hand, "2026-11-24")),
        event(1, 5, &[at(1, 4)], filed(Remedy::Objection, decision(), "2026-12-01", "")),
    ]
}

fn decision() -> EventRef {
    at(1, 2)
}

fn objection() -> EventRef {
    at(1, 5)
}

fn stands(case: &Case, act: EventRef) -> Challenged {
    let act = case.as_act(act).expect("told");
    let notified = case.notified_of(act.event).expect("notified");
    case.challenged(act, &Procedure::default().until(notified, act).expect("a day"))
}

/// It is told by itself, gives the decision its form, and that is final only after its own period.
#[test]
fn what_rejects_an_objection_has_its_own_service_and_period() {
    let mut events = objected();
    events.push(event(1, 6, &[objection()], settled(rules(Settled::Rejected))));
    let case = folded(&events);
    assert!(case.notified().is_none(), "not served yet");
    assert_eq!(case.act().and_then(|act| act.ruling).map(|ruled| ruled.event), Some(at(1, 6)));
    assert_eq!(stands(&case, decision()), Challenged::Ruled(at(1, 6)));
    assert_eq!(case.form_of(decision()).map(|ruled| ruled.objected_on), Some(day("2026-12-01")));
    events.push(event(1, 7, &[at(1, 6)], notified(Way::Served, "2026-12-16")));
    let served = folded(&events);
    assert_eq!(stands(&served, at(1, 6)), Challenged::No);
    assert_eq!(served.notified_of(decision()).map(|told| told.on), Some(day("2026-11-24")), "its own");
    let mut by_post = events.clone();
    by_post.push(event(1, 8, &[at(1, 7)], notified(Way::Post, "2026-12-16")));
    assert_eq!(stands(&folded(&by_post), at(1, 6)), Challenged::Unserved);
    // Served on 16 December: until Monday, 18 January, since the 16th is a Saturday.
    events.push(event(1, 8, &[at(1, 7)], filed(Remedy::Action, at(1, 6), "2027-01-19", "1 K 1/27")));
    assert_eq!(stands(&folded(&events), at(1, 6)), Challenged::No, "late");
    events.push(event(1, 9, &[at(1, 8)], filed(Remedy::Action, at(1, 6), "2027-01-18", "1 K 2/27")));
    assert_eq!(stands(&folded(&events), at(1, 6)), Challenged::Open);
    let end = |number, how| {
        let (of, filed) = (Some(Remedy::Action), Some(at(1, number)));
        settled(Settlement {
            of,
            filed,
            how,
            reason: "Urteil".into(),
            settled_on: day("2027-06-01"),
            ..Settlement::default()
        })
    };
    events.push(event(1, 10, &[at(1, 9)], end(9, Settled::Dismissed)));
    let judged = folded(&events);
    assert_eq!(stands(&judged, at(1, 6)), Challenged::Judged);
    assert_eq!(judged.all_open().map(|filed| filed.event).collect::<Vec<_>>(), [at(1, 8)], "the other one");
    events.push(event(1, 11, &[at(1, 10)], end(8, Settled::Upheld)));
    let lifted = folded(&events);
    assert!(lifted.decisions.is_empty() && lifted.rulings().is_empty(), "the court lifted it in that form");
}

/// A part is lifted: the decision stands in that form, and its fee is what the letter says.
#[test]
fn what_is_accepted_in_part_is_lifted_and_the_rest_stands() {
    let mut events = objected();
    let lowers = Some(Lowered { charge: FEE, to: Cents(2000) });
    let part = "Die Gebühr beträgt 20 Euro.".to_owned();
    let in_part = Settlement { lowers, part: part.clone(), ..rules(Settled::RemediedInPart) };
    events.push(event(1, 6, &[objection()], settled(in_part)));
    let case = folded(&events);
    assert_eq!((case.decisions.len(), case.owes()), (1, Cents(2000)));
    assert_eq!(case.levied().map(|levied| levied.amount.cents).collect::<Vec<_>>(), [Cents(2000)]);
    assert_eq!(case.charges[&FEE].fee.amount.why.last().map(|step| step.id.as_str()), Some("fee-lowered"));
    let parts: Vec<&str> = case.lifted_in_part(decision()).map(|known| known.part.as_str()).collect();
    assert_eq!(parts, [part.as_str()]);
    assert_eq!(
        (case.objections()[0].part.as_str(), case.form_of(decision()).is_some()),
        (part.as_str(), true)
    );
    let mut dropped = objected();
    let in_part = Settlement { withdrawn: vec![FEE], part, ..rules(Settled::RemediedInPart) };
    dropped.push(event(1, 6, &[objection()], settled(in_part)));
    let case = folded(&dropped);
    assert_eq!((case.decisions.len(), case.owes(), case.levied().count()), (1, Cents::ZERO, 0));
}

/// That an objection is right lifts the decision; the letter that says so is told, and waits for nobody to sue against the rest.
#[test]
fn what_is_accepted_is_lifted_and_told() {
    let mut events = objected();
    events.push(event(1, 6, &[objection()], settled(rules(Settled::Remedied))));
    let case = folded(&events);
    assert!(case.decisions.is_empty() && case.was_lifted() && case.owes() == Cents::ZERO);
    assert!(case.act().and_then(|act| act.ruling).is_some_and(|ruled| !ruled.is_served()));
    assert!(case.form_of(decision()).is_none());
}

/// As long as nobody was told an entry can be taken back, and everything is as before; also what had been passed on.
#[test]
fn a_mistake_is_taken_back() {
    let mut events = objected();
    let before = folded(&events);
    let passed = Settlement { ruling: None, ..rules(Settled::PassedOn) };
    events.push(event(1, 6, &[objection()], settled(passed)));
    for how in [Settled::Remedied, Settled::Rejected, Settled::RemediedInPart] {
        let mut events = events.clone();
        let lowers = (how == Settled::RemediedInPart).then_some(Lowered { charge: FEE, to: Cents(100) });
        events.push(event(1, 7, &[at(1, 6)], settled(Settlement { lowers, ..rules(how) })));
        let (reason, undone_on) = ("Falscher Vorgang".to_owned(), day("2026-12-14"));
        let undone = CaseEvent::SettlementUndone { settlement: at(1, 7), reason, undone_on };
        events.push(event(1, 8, &[at(1, 7)], undone));
        let case = folded(&events);
        assert_eq!((case.decisions.len(), case.owes()), (1, before.owes()), "{how:?}");
        assert!(case.rulings().is_empty() && !case.was_lifted() && case.open_objection().is_some());
        let settled = case.objections()[0].settled.as_ref().map(|(how, _, _)| *how);
        assert_eq!(settled, Some(Settled::PassedOn), "what was entered before");
        assert_eq!(case.notified(), before.notified());
    }
}

/// The clerk prepares it at desk 1; only what another person signs counts, and what the same person signs settles nothing.
#[test]
fn it_waits_for_its_second_signature() {
    let mut events = objected();
    events.push(event(
        1,
        6,
        &[objection()],
        CaseEvent::ObjectionPrepared(Box::new(rules(Settled::Remedied))),
    ));
    let waits = folded(&events);
    assert_eq!(waits.ruling_to_sign().map(|draft| draft.event), Some(at(1, 6)));
    assert!(waits.open_objection().is_some() && waits.decisions.len() == 1);
    let signed = || settled(Settlement { signs: Some(at(1, 6)), ..rules(Settled::Remedied) });
    let mut own = events.clone();
    own.push(event(1, 7, &[at(1, 6)], signed()));
    let own = folded(&own);
    assert!(own.open_objection().is_some() && own.decisions.len() == 1 && own.rulings().is_empty());
    events.push(event(2, 1, &[at(1, 6)], signed()));
    let case = folded(&events);
    assert!(case.decisions.is_empty() && case.ruling_to_sign().is_none() && case.rulings().len() == 1);
}

/// Two desks decide one objection without seeing each other: the first one counts, the letter of the other is void, and somebody has to
/// look at it.
#[test]
fn one_objection_is_decided_once() {
    let mut events = objected();
    events.push(event(1, 6, &[objection()], settled(rules(Settled::Rejected))));
    events.push(event(2, 1, &[objection()], settled(rules(Settled::Remedied))));
    let case = folded(&events);
    assert_eq!(case.rulings().len(), 1);
    let kinds: Vec<ClashKind> = case.clashes().iter().map(|clash| clash.kind).collect();
    assert!(kinds.contains(&ClashKind::RuledTwice), "{kinds:?}");
}

/// What was written before letters were is read as it was: nobody here knows when it was served.
#[test]
fn an_old_entry_is_read_as_it_was() {
    let mut events = objected();
    let old = json!({ "kind": "objection_settled", "of": "objection", "how": "rejected", "reason": "x",
                      "settled_on": "2026-12-14" });
    events.push(event(1, 6, &[objection()], serde_json::from_value(old.clone()).expect("an old line")));
    let case = folded(&events);
    assert_eq!(stands(&case, decision()), Challenged::Rejected(day("2026-12-14")));
    assert!(case.rulings().is_empty() && case.notified().is_some());
    let written = serde_json::to_value(CaseEvent::ObjectionSettled(Box::new(Settlement {
        of: Some(Remedy::Objection),
        how: Settled::Rejected,
        reason: "x".into(),
        settled_on: day("2026-12-14"),
        ..Settlement::default()
    })));
    assert_eq!(written.expect("writes"), old, "and is written so");
}

/// What was told of an entry that counts no more stays with it: the decision keeps its own day, whoever took it back or was first.
#[test]
fn a_notification_never_moves_to_another_letter() {
    let served = || notified(Way::Served, "2026-12-16");
    let on = |case: &Case, act| case.notified_of(act).map(|told| told.on);
    let mut events = objected();
    events.push(event(1, 6, &[objection()], settled(rules(Settled::Rejected))));
    let undone = CaseEvent::SettlementUndone {
        settlement: at(1, 6),
        reason: "x".into(),
        undone_on: day("2026-12-17"),
    };
    let mut unseen = events.clone();
    unseen.push(event(1, 7, &[at(1, 6)], undone.clone()));
    unseen.push(event(2, 1, &[at(1, 6)], served()));
    assert_eq!(on(&folded(&unseen), decision()), Some(day("2026-11-24")));
    let mut second = events.clone();
    second.push(event(2, 1, &[objection()], settled(rules(Settled::Rejected))));
    second.push(event(2, 2, &[at(2, 1)], served()));
    assert_eq!(on(&folded(&second), decision()), Some(day("2026-11-24")));
    // Whoever knew that it was taken back tells of the decision anew.
    events.push(event(1, 7, &[at(1, 6)], undone));
    events.push(event(1, 8, &[at(1, 7)], served()));
    assert_eq!(on(&folded(&events), decision()), Some(day("2026-12-16")));
}

/// What somebody settled at another desk meanwhile is looked at, and so is a fee that is less here and paid there.
#[test]
fn what_two_desks_did_about_one_objection_is_looked_at() {
    let mut events = objected();
    let lowers = Some(Lowered { charge: FEE, to: Cents(2000) });
    let in_part = Settlement { lowers, part: "x".into(), ..rules(Settled::RemediedInPart) };
    events.push(event(1, 6, &[objection()], settled(in_part)));
    let back = Settlement { ruling: None, ..rules(Settled::TakenBack) };
    events.push(event(2, 1, &[objection()], settled(back)));
    let paid = crate::domain::case::Paid {
        receipt: "B-2026-000001".into(),
        charges: vec![FEE],
        cents: Cents(5000),
        how: crate::domain::case::Payment::Cash,
        given: None,
        paid_on: day("2026-12-14"),
    };
    events.push(event(3, 1, &[objection()], CaseEvent::Paid(paid)));
    let kinds: Vec<ClashKind> = folded(&events).clashes().iter().map(|clash| clash.kind).collect();
    assert!(
        kinds.contains(&ClashKind::RuledTwice) && kinds.contains(&ClashKind::PaidThoughWaived),
        "{kinds:?}"
    );
}
