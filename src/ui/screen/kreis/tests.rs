//! F7 without a desk: what is chosen stands, once, and a long round stops and goes on.

use super::*;
use crate::desk::conflict::{Origin, Papers, Version};
use crate::desk::kreis::{Connection, Later, Waiting};
use crate::domain::id::DeviceId;
use uuid::Uuid;

fn about(number: u128) -> About {
    About::Case(CaseId(Uuid::from_u128(number)))
}

fn conflict(number: u128, field: &str) -> Conflict {
    let version = |value: &str| Version {
        value: value.into(),
        shown: value.into(),
        origin: Origin { by: "Karla Kasse".into(), at: None, desk: "A".into() },
        written: EventRef { device: DeviceId(Uuid::from_u128(number)), seq: u64::from(value.as_bytes()[0]) },
    };
    Conflict {
        about: about(number),
        name: format!("10.30-2026-A-0000{number}"),
        field: field.into(),
        label: field.into(),
        versions: vec![version("eins"), version("zwei")],
        papers: Papers::default(),
    }
}

fn outbox() -> Outbox {
    Outbox {
        connection: Connection::Alone,
        waiting: Waiting::default(),
        awaited: 0,
        letters: 0,
        refused: Vec::new(),
        meanwhile: Vec::new(),
        later: Later::default(),
        doubled: Vec::new(),
        behind: None,
    }
}

fn loaded(state: &mut State, conflicts: Vec<Conflict>) {
    let open = Open { conflicts, ..Open::default() };
    let _ = state.update(Message::Loaded(Box::new(Ok((outbox(), open)))));
}

#[test]
fn the_version_that_was_pressed_is_decided_once_and_with_its_reason() {
    let (mut state, _) = State::new();
    loaded(&mut state, vec![conflict(1, "name"), conflict(2, "anzahl")]);
    let _ = state.update(Message::ConflictChosen(1));
    let _ = state.update(Message::ReasonTyped(" gefragt ".into()));
    let choices = BTreeMap::from([("anzahl".to_owned(), conflict(2, "anzahl").choice("zwei".into()))]);
    let wanted = Action::Resolve(about(2), choices, "gefragt".into());
    assert_eq!(state.update(Message::VersionPressed(1)), wanted);
    assert_eq!(state.update(Message::VersionPressed(0)), Action::None, "while the first is being written");
}

#[test]
fn news_do_not_move_the_choice_to_another_conflict() {
    let (mut state, _) = State::new();
    loaded(&mut state, vec![conflict(1, "name"), conflict(2, "anzahl")]);
    let _ = state.update(Message::ConflictChosen(1));
    loaded(&mut state, vec![conflict(3, "ort"), conflict(1, "name"), conflict(2, "anzahl")]);
    assert_eq!(state.selected, Some(2));
    loaded(&mut state, Vec::new());
    assert_eq!((state.selected, state.update(Message::VersionPressed(0))), (None, Action::None));
}

#[test]
fn a_case_in_which_more_is_disputed_is_decided_as_a_whole() {
    let (mut state, _) = State::new();
    loaded(&mut state, vec![conflict(1, "name"), conflict(2, "ort"), conflict(1, "anzahl")]);
    assert_eq!(state.update(Message::VersionPressed(1)), Action::SaidChosen(1));
    assert_eq!(state.selected, Some(2), "the other one of the same case comes up");
    let _ = state.update(Message::ThirdTyped("7".into()));
    let chosen = |field: &str, value: serde_json::Value| (field.to_owned(), conflict(1, field).choice(value));
    let wanted = BTreeMap::from([chosen("name", "zwei".into()), chosen("anzahl", 7.into())]);
    let Action::Resolve(case, choices, _) = state.update(Message::ThirdPressed) else { panic!("decided") };
    assert_eq!((case, choices), (about(1), wanted));
}

#[test]
fn a_version_that_comes_while_somebody_looks_is_shown_before_any_is_chosen() {
    let (mut state, _) = State::new();
    loaded(&mut state, vec![conflict(1, "name")]);
    let mut more = conflict(1, "name");
    more.versions.insert(
        0,
        Version { written: EventRef { seq: 9, ..more.versions[0].written }, ..more.versions[0].clone() },
    );
    loaded(&mut state, vec![more.clone()]);
    assert_eq!(state.problems[0].id, "conflict-changed");
    assert_eq!(state.update(Message::VersionPressed(0)), Action::None, "it stood elsewhere a moment ago");
    let Action::Resolve(_, choices, _) = state.update(Message::VersionPressed(0)) else { panic!("decided") };
    assert_eq!(choices["name"].among.len(), 3);
    loaded(&mut state, vec![more]);
    assert!(!state.changed, "the same again is no news");
    // Another program has agreed meanwhile: what is shown is read again.
    let refused = Problem::error("name", "conflict-changed");
    assert_eq!(state.update(Message::Resolved(Err(vec![refused]))), Action::Load);
    assert!(state.chosen.is_empty());
}

#[test]
fn a_version_is_chosen_by_its_number() {
    let (mut state, _) = State::new();
    assert!(state.shortcut(Shortcut::Pick(1)).is_none(), "nothing is to be chosen");
    loaded(&mut state, vec![conflict(1, "name")]);
    assert!(state.shortcut(Shortcut::Pick(3)).is_none(), "there are two");
    let second = state.shortcut(Shortcut::Pick(2)).expect("a key that chooses");
    let Action::Resolve(_, choices, _) = state.update(second) else { panic!("decided") };
    assert_eq!(choices, BTreeMap::from([("name".to_owned(), conflict(1, "name").choice("zwei".into()))]));
    assert!(state.shortcut(Shortcut::Pick(1)).is_none(), "while the first is being written");
}

#[test]
fn a_long_round_is_stopped_by_a_key_and_goes_on_by_another() {
    let (mut state, _) = State::new();
    let far = Agreed { received: 1240, to_receive: Some(10_000), ..Agreed::default() };
    assert!(state.shortcut(Shortcut::Escape).is_none(), "there is nothing to stop");
    let _ = state.update(Message::Goes(far));
    let stop = state.shortcut(Shortcut::Escape).expect("a key that stops");
    assert_eq!(state.update(stop), Action::Hold(true));
    assert!(state.shortcut(Shortcut::Escape).is_none(), "it stops already");
    assert_eq!(state.update(Message::Heard(Vec::new(), Some(far))), Action::Load);
    let go_on = state.shortcut(Shortcut::Finish).expect("a key that goes on");
    assert_eq!(state.update(go_on), Action::Hold(false));
    let _ = state.update(Message::Heard(Vec::new(), None));
    assert!(matches!(state.rounds, Rounds::Rest));
}

#[test]
fn what_was_done_is_said_by_nobody_beforehand() {
    let (mut state, _) = State::new();
    let outbox = Outbox { doubled: vec!["A-2026-000001".into()], ..outbox() };
    let _ = state.update(Message::Loaded(Box::new(Ok((outbox, Open::default())))));
    let settles = |words: &str| Action::SettleNumber("A-2026-000001".into(), words.into());
    assert_eq!(state.update(Message::NumberSettled(0)), settles(""), "the desk asks for it");
    let _ = state.update(Message::Resolved(Ok(())));
    let _ = state.update(Message::DoneTyped(" Quittung neu ausgestellt ".into()));
    assert_eq!(state.update(Message::NumberSettled(0)), settles("Quittung neu ausgestellt"));
    let _ = state.update(Message::Resolved(Ok(())));
    assert_eq!(state.done, "", "the next one is another matter");
}
