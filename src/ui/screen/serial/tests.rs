//! What the keys of the screen of serial letters do, and what stays in sight.

use super::*;
use crate::desk::look::{Cursor, View};
use crate::domain::case::Stage;
use crate::domain::id::{PaperId, UserId};
use crate::domain::money::Cents;
use crate::domain::user::Group;
use chrono::{DateTime, NaiveDate};

fn state() -> State {
    let filter = Filter { view: View::Open, service: None, text: Some("Hund".into()) };
    State::new(filter, None).0
}

fn row() -> CaseRow {
    CaseRow {
        id: CaseId(Uuid::from_u128(1)),
        number: "20.40-2026-A-00001".into(),
        service: "hundesteuer-anmeldung".into(),
        service_name: "Hundesteuer".into(),
        version: "2026-01-01".into(),
        group: Group::Taxes,
        stage: Stage::Filed,
        state: String::new(),
        applicant: None,
        applicant_name: String::new(),
        received_on: NaiveDate::default(),
        filed_on: NaiveDate::default(),
        due_on: None,
        due_label: String::new(),
        follow_up_on: None,
        missing: 0,
        assigned: None,
        owes: Cents::ZERO,
        filed_by: UserId(Uuid::nil()),
        conflicts: 0,
        changed_at: DateTime::UNIX_EPOCH,
        cursor: Cursor::default(),
    }
}

#[test]
fn what_is_wrong_in_the_text_is_told_before_anything_is_begun() {
    let mut state = state();
    let _ = state.update(Message::SubjectTyped("Hund".into()));
    let _ = state.update(Message::TextTyped("An {vorname}".into()));
    assert_eq!(state.update(Message::WritePressed), Action::Focus(TEXT), "where it is wrong");
    assert_eq!(state.problems[0].id, "serial-placeholder");
    let _ = state.update(Message::SubjectTyped("An {vorname}".into()));
    assert_eq!(state.update(Message::LookPressed), Action::None, "there is no first one");
    let _ = state.update(Message::TextTyped("Guten Tag".into()));
    assert_eq!(state.update(Message::WritePressed), Action::Focus(SUBJECT));
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

#[test]
fn all_are_issued_only_once_that_was_asked_and_what_is_written_stays() {
    let mut state = state();
    let case = row();
    let _ = state.update(Message::Loaded(Ok((vec![case.clone()], Vec::new(), Vec::new()))));
    let _ = state.update(Message::SubjectTyped("Hund".into()));
    let _ = state.update(Message::TextTyped("Guten Tag".into()));
    assert_eq!(state.update(Message::WritePressed), Action::Focus("serial-write-go"));
    assert!(state.asks(), "the window stays where it is");
    let Some(no) = state.shortcut(Shortcut::Escape) else { panic!("Esc answers") };
    assert_eq!(state.update(no), Action::Focus("serial-write"));
    assert_eq!(state.update(Message::WriteTaken), Action::None, "nobody was asked");
    // Whoever looks elsewhere meanwhile finds it again.
    let written = state.written().expect("words");
    assert_eq!(State::new(Filter::default(), Some(written)).0.letter(), state.letter());
    let _ = state.update(Message::WritePressed);
    let Some(yes) = state.shortcut(Shortcut::Finish) else { panic!("Ctrl+Enter answers") };
    let Action::Write(cases, letter, false, _) = state.update(yes) else { panic!("written") };
    assert_eq!((cases, letter), (vec![case.id], state.letter()));
    let progress =
        Progress { run: Uuid::nil(), cases: 1, issued: Vec::new(), left: Vec::new(), stopped: false };
    let _ = state.update(Message::Done(Ok(progress)));
    assert!(state.written().is_none(), "what is issued goes to nobody twice");
}
