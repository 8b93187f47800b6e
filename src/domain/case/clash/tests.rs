//! Each clash between two desks, and that one desk alone never clashes with itself.

use super::*;
use crate::domain::case::{Opened, Outcome, Payment};
use crate::domain::id::{CaseId, DeviceId, Digest, PaperId, UserId};
use crate::domain::money::Cents;
use crate::domain::user::Group;
use chrono::{DateTime, NaiveDate};
use uuid::Uuid;

fn at(device: u128, seq: u64) -> EventRef {
    EventRef { device: DeviceId(Uuid::from_u128(device)), seq }
}

fn event(device: u128, seq: u64, parents: &[EventRef], what: CaseEvent) -> Recorded<CaseEvent> {
    Recorded {
        id: at(device, seq),
        parents: parents.to_vec(),
        at: DateTime::UNIX_EPOCH,
        actor: UserId(Uuid::nil()),
        payload: Payload::Known(what),
    }
}

fn opened() -> CaseEvent {
    let opened = Opened::sample("10.20-2026-A-00001", "beglaubigung", Group::General, NaiveDate::MIN);
    CaseEvent::CaseOpened(Box::new(opened))
}

fn decided() -> CaseEvent {
    CaseEvent::Decided {
        outcome: Outcome::Granted,
        reasons: String::new(),
        conditions: Vec::new(),
        levies: Vec::new(),
        notice: None,
        decided_on: NaiveDate::MIN,
        signs: None,
    }
}

fn paid(receipt: &str) -> CaseEvent {
    CaseEvent::Paid(Paid {
        receipt: receipt.into(),
        charges: vec![ChargeId(Uuid::nil())],
        cents: Cents(500),
        how: Payment::Card,
        given: None,
        paid_on: NaiveDate::MIN,
    })
}

fn issued(paper: u128) -> CaseEvent {
    CaseEvent::PaperIssued(Issued {
        paper: PaperId(Uuid::from_u128(paper)),
        kind: "vermerk".into(),
        title: "Vermerk".into(),
        sha256: Digest::default(),
        size: 1,
        pages: 1,
        issued_on: NaiveDate::MIN,
        receipt: None,
        replaces: None,
        repeats: None,
        letter: None,
    })
}

fn closed() -> CaseEvent {
    CaseEvent::Closed { closed_on: NaiveDate::MIN, reason: String::new() }
}

fn clashes(events: &[Recorded<CaseEvent>]) -> Vec<ClashKind> {
    let case = Case::fold(CaseId(Uuid::nil()), events).expect("opened");
    case.clashes().into_iter().map(|clash| clash.kind).collect()
}

fn cancelled(receipt: &str) -> CaseEvent {
    let (receipt, reason) = (receipt.to_owned(), "doppelt".to_owned());
    CaseEvent::ReceiptCancelled { receipt, reason, cancelled_on: NaiveDate::MIN }
}

fn assigned(to: u128) -> CaseEvent {
    CaseEvent::Assigned { to: Some(UserId(Uuid::from_u128(to))) }
}

#[test]
fn what_two_desks_did_without_seeing_each_other_is_named_and_what_one_saw_is_not() {
    let waived = CaseEvent::FeeWaived { charge: ChargeId(Uuid::nil()), reason: "Ehrenamt".into() };
    let answers = CaseEvent::AnswersSet { fields: [("name".to_owned(), "x".into())].into() };
    for (one, two, wanted) in [
        (decided(), decided(), Some(ClashKind::DecidedTwice)),
        (paid("A-2026-000001"), paid("B-2026-000001"), Some(ClashKind::PaidTwice)),
        (paid("A-2026-000001"), waived, Some(ClashKind::PaidThoughWaived)),
        (issued(1), issued(2), Some(ClashKind::IssuedTwice)),
        (cancelled("A-1"), cancelled("A-1"), Some(ClashKind::CancelledTwice)),
        (cancelled("A-1"), cancelled("A-2"), None),
        (closed(), answers.clone(), Some(ClashKind::ClosedMeanwhile)),
        (decided(), closed(), Some(ClashKind::ClosedMeanwhile)),
        (closed(), closed(), None),
        (assigned(1), assigned(2), Some(ClashKind::AssignedTwice)),
        (assigned(1), assigned(1), None),
        (answers.clone(), answers, None),
    ] {
        let root = event(1, 1, &[], opened());
        let apart =
            [root.clone(), event(1, 2, &[at(1, 1)], one.clone()), event(2, 1, &[at(1, 1)], two.clone())];
        assert_eq!(clashes(&apart), wanted.into_iter().collect::<Vec<_>>(), "{one:?} and {two:?}");
        let turned: Vec<_> = apart.iter().rev().cloned().collect();
        assert_eq!(clashes(&turned), clashes(&apart), "in any order of arrival");
        let seen = [root, event(1, 2, &[at(1, 1)], one), event(2, 1, &[at(1, 2)], two)];
        assert_eq!(clashes(&seen), [], "one saw the other");
    }
}

#[test]
fn a_clash_is_gone_once_somebody_looked_or_nothing_stands_against_it_any_more() {
    let both = [at(1, 2), at(2, 1)];
    let apart = |one: CaseEvent, two: CaseEvent| {
        vec![event(1, 1, &[], opened()), event(1, 2, &[at(1, 1)], one), event(2, 1, &[at(1, 1)], two)]
    };
    let settled = |clash, events: &[EventRef]| CaseEvent::ClashSettled {
        clash,
        events: events.to_vec(),
        reason: "besprochen".into(),
    };
    let mut twice = apart(decided(), decided());
    twice.push(event(1, 3, &both, settled(ClashKind::DecidedTwice, &both[..1])));
    assert_eq!(clashes(&twice), [ClashKind::DecidedTwice], "whoever settled it had not seen all of it");
    twice.push(event(1, 4, &[at(1, 3)], settled(ClashKind::DecidedTwice, &both)));
    assert_eq!(clashes(&twice), []);

    let mut money = apart(paid("A-1"), paid("B-1"));
    money.push(event(1, 3, &both, cancelled("B-1")));
    assert_eq!(clashes(&money), []);

    let mut worked_on = apart(closed(), decided());
    worked_on.push(event(1, 3, &both, closed()));
    assert_eq!(clashes(&worked_on), [], "closed again by somebody who saw what had come");

    let mut given = apart(assigned(1), assigned(2));
    given.push(event(2, 2, &both, assigned(2)));
    assert_eq!(clashes(&given), []);
}
