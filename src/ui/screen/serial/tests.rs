//! What the keys of the screen of serial letters do, and what stays in sight.

use super::*;
use crate::desk::look::View;
use crate::domain::id::PaperId;

fn state() -> State {
    let filter = Filter { view: View::Open, service: None, text: Some("Hund".into()) };
    State::new(filter).0
}

#[test]
fn what_is_wrong_in_the_text_is_told_before_anything_is_begun() {
    let mut state = state();
    let _ = state.update(Message::SubjectTyped("Hund".into()));
    let _ = state.update(Message::TextTyped("An {vorname}".into()));
    assert_eq!(state.update(Message::WritePressed), Action::Focus(SUBJECT));
    assert_eq!(state.problems[0].id, "serial-placeholder");
    assert!(!state.asks(), "nothing runs");
}

#[test]
fn a_run_is_stopped_by_its_key_and_what_is_left_stays_in_sight() {
    let mut state = state();
    let run = Uuid::from_u128(1);
    let Action::GoOn(asked, false, stop) = state.update(Message::GoOnPressed(run)) else { panic!("goes on") };
    assert_eq!(asked, run);
    assert!(matches!(state.shortcut(Shortcut::Escape), Some(Message::StopPressed)));
    assert!(state.shortcut(Shortcut::Finish).is_none(), "nothing is begun twice");
    let _ = state.update(Message::StopPressed);
    assert!(stop.is_wished());
    let left = vec![("20.40-2026-A-00001".to_owned(), Problem::error("", "serial-blocked"))];
    let issued = vec![PaperId(Uuid::from_u128(2))];
    let progress = Progress { run, cases: 3, issued, left, stopped: true };
    let action = state.update(Message::Done(Ok(progress)));
    assert!(matches!(&action, Action::All(all) if all[0] == Action::Said(1, 3)), "{action:?}");
    assert!(!state.asks() && state.done.as_ref().is_some_and(|done| done.left.len() == 1));
}
