//! What somebody else files against a decision counts whenever it comes; what whoever applied files counts until its period ends.

use super::*;
use crate::domain::case::tests::arrival::{at, day, event, folded, granted, handed};
use crate::domain::case::{AtCourt, CaseEvent};
use crate::domain::procedure::Procedure;
use serde_json::json;

fn filed(remedy: Remedy, on: &str, by: Option<&str>) -> Objection {
    let court = AtCourt { file_number: "1 K 1/27".into(), by: "Nora Nachbar".into(), ..AtCourt::default() };
    let (by, court) = (by.map(str::to_owned), (remedy == Remedy::Action).then_some(court));
    Objection { remedy, received_on: day(on), text: String::new(), by, court, against: None }
}

fn ends(case: &Case) -> Remedied {
    Procedure::default().until(&handed("2026-11-24"), case.act().expect("decided")).expect("a day")
}

fn stands(objection: Objection) -> Challenged {
    let mut events = granted();
    events.push(event(1, 4, &[at(1, 3)], CaseEvent::ObjectionReceived(objection)));
    let case = folded(&events);
    case.challenged(case.act().expect("decided"), &ends(&case))
}

#[test]
fn what_somebody_else_files_is_never_late_by_the_applicants_day() {
    let neighbour = Some("Nora Nachbar");
    for on in ["2026-12-24", "2027-06-01"] {
        assert_eq!(stands(filed(Remedy::Objection, on, neighbour)), Challenged::Open, "{on}");
        assert_eq!(stands(filed(Remedy::Action, on, neighbour)), Challenged::Open, "{on}: not their notice");
    }
    assert_eq!(stands(filed(Remedy::Objection, "2026-12-24", None)), Challenged::Open);
    assert_eq!(stands(filed(Remedy::Objection, "2026-12-28", None)), Challenged::No, "late");
    let ends = ends(&folded(&granted()));
    assert_eq!(ends.ends_on, day("2026-12-24"));
    assert_eq!(filed(Remedy::Objection, "2026-12-28", None).in_time(&ends), Some(false));
    assert_eq!(filed(Remedy::Objection, "2026-12-28", neighbour).in_time(&ends), None, "nobody here can say");
    assert_eq!(filed(Remedy::Objection, "2026-12-01", neighbour).in_time(&ends), None);
}

/// Whoever applied did not object because a neighbour did: for their action it is not what comes first.
#[test]
fn what_somebody_else_objected_is_not_what_comes_before_an_action() {
    let before = |by| {
        let mut events = granted();
        let objection = filed(Remedy::Objection, "2026-12-01", by);
        events.push(event(1, 4, &[at(1, 3)], CaseEvent::ObjectionReceived(objection)));
        let case = folded(&events);
        let filed = &case.objections()[0];
        assert_eq!(case.is_of_another(filed), by.is_some());
        case.objected_before(at(1, 2)).is_some()
    };
    assert!(before(None) && !before(Some("Nora Nachbar")));
}

#[test]
fn what_was_written_before_is_of_whoever_applied() {
    let old = json!({ "remedy": "objection", "received_on": "2026-12-01", "text": "Zu laut" });
    let read: Objection = serde_json::from_value(old.clone()).expect("reads");
    assert_eq!(read.by, None);
    assert_eq!(serde_json::to_value(&read).expect("writes"), old, "nothing is added to what it was");
    let new = serde_json::to_value(filed(Remedy::Objection, "2026-12-01", Some("Nora Nachbar")));
    assert_eq!(new.expect("writes")["by"], "Nora Nachbar");
}
