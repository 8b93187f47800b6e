//! Which faults of a form are shown.

use super::*;
use crate::catalogue::Catalogue;
use crate::domain::town::Town;

#[test]
fn what_is_wrong_in_a_draft_is_shown_again_and_what_nobody_answered_is_not() {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day");
    let service = Catalogue::built_in().current("gewerbe-anmeldung", day).expect("a service");
    let mut work = Work::of_example(service, &Town::default(), day);
    work.answer("vornamen", "!!99xx");
    work.answer("betriebsstaette", json!({ "plz": "4871x" }));
    work.answer("taetigkeit", Value::Null);
    let shown = |state: &State| -> BTreeSet<String> {
        let problems = work.assessment.problems.iter().filter(|problem| state.shows(&work, problem));
        problems.map(|problem| problem.field.clone()).collect()
    };
    assert!(shown(&State::default()).iter().all(|field| !field.contains("namen") && !field.contains("plz")));
    let again = shown(&State::of(&work));
    assert!(again.contains("vornamen") && again.contains("betriebsstaette.plz"), "{again:?}");
    assert!(!again.contains("taetigkeit"), "{again:?}");
}
