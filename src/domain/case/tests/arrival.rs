//! Events of a case for its tests, by the desk that wrote them, and the case as every order of arrival gives it. Knows no rule.

use crate::domain::case::{Case, CaseEvent};
use crate::domain::event::{Payload, Recorded};
use crate::domain::id::{CaseId, DeviceId, EventRef, UserId};
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
