//! Events of a case for its tests, by the desk that wrote them, and the case as every order of arrival gives it. Knows no rule.

use crate::domain::case::{Case, CaseEvent, Notified, Opened, Outcome, Way};
use crate::domain::decision::{Notice, Remedy};
use crate::domain::event::{Payload, Recorded};
use crate::domain::id::{CaseId, DeviceId, EventRef, UserId};
use crate::domain::user::Group;
use chrono::NaiveDate;
use uuid::Uuid;

pub fn at(device: u128, seq: u64) -> EventRef {
    EventRef { device: DeviceId(Uuid::from_u128(device)), seq }
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// Written by whoever works at a desk of that number, each act at a moment of its own.
pub fn event(device: u128, seq: u64, parents: &[EventRef], what: CaseEvent) -> Recorded<CaseEvent> {
    Recorded {
        id: at(device, seq),
        parents: parents.to_vec(),
        at: chrono::DateTime::UNIX_EPOCH + chrono::Duration::minutes(i64::try_from(seq).expect("small")),
        actor: UserId(Uuid::from_u128(device)),
        payload: Payload::Known(what),
    }
}

/// The case as every order of arrival gives it.
pub fn folded(events: &[Recorded<CaseEvent>]) -> Case {
    let fold = |events: &[Recorded<CaseEvent>]| Case::fold(CaseId(Uuid::nil()), events).expect("opened");
    let case = fold(events);
    for shift in 0..events.len() {
        let mut other = events.to_vec();
        other.rotate_left(shift);
        assert_eq!(fold(&other), case);
        other.reverse();
        assert_eq!(fold(&other), case);
    }
    case
}

/// Handed over on that day.
pub fn handed(on: &str) -> Notified {
    Notified { way: Way::Hand, on: day(on), posted_on: None, of: None, proof: String::new() }
}

/// A licence, granted and handed over on Tuesday, 24 November 2026: an objection is open until Thursday, 24 December.
pub fn granted() -> Vec<Recorded<CaseEvent>> {
    let opened = Opened::sample("32.20-2026-A-00001", "gestattung", Group::Trade, day("2026-11-20"));
    let (body, address) = ("Verwaltungsgericht".into(), "Weg 1".into());
    let decided = CaseEvent::Decided {
        outcome: Outcome::Granted,
        reasons: String::new(),
        conditions: Vec::new(),
        levies: Vec::new(),
        notice: Some(Notice { remedy: Remedy::Objection, body, address }),
        decided_on: day("2026-11-24"),
        signs: None,
    };
    vec![
        event(1, 1, &[], CaseEvent::CaseOpened(Box::new(opened))),
        event(1, 2, &[at(1, 1)], decided),
        event(1, 3, &[at(1, 2)], CaseEvent::Notified(handed("2026-11-24"))),
    ]
}
