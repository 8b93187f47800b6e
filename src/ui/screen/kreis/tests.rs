//! F7 without a desk: what is chosen stands, once, and a long round stops and goes on.

use super::*;
use crate::desk::conflict::{Origin, Papers, Version};
use crate::desk::kreis::{Connection, Later, Refused, ToSettle, Waiting};
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
        answers: 0,
        answers_refused: 0,
        refused: Vec::new(),
        meanwhile: Vec::new(),
        later: Later::default(),
        doubled: Vec::new(),
        to_settle: ToSettle::default(),
        behind: None,
    }
}

fn loaded(state: &mut State, conflicts: Vec<Conflict>) {
    let open = Open { conflicts, ..Open::default() };
    let _ = state.update(Message::Loaded(Box::new(Ok((outbox(), open)))));
}

/// A digit, and Enter.
fn presses(state: &mut State, version: usize) -> Action {
    let _ = state.update(Message::VersionPressed(version));
    state.update(Message::DecidePressed)
}

/// Chosen, and so many of its case are left.
fn chosen(left: usize) -> Action {
    Action::All(vec![Action::SaidChosen(left), Action::Focus("conflicts".into())])
}

fn ids(state: &State) -> Vec<&str> {
    state.problems.iter().map(|problem| problem.id.as_str()).collect()
}

/// Of which fields nothing is chosen any more.
fn dropped(state: &State) -> &str {
    let told = state.problems.iter().find(|problem| problem.id == "conflict-dropped");
    &told.expect("it is said").args["fields"]
}

#[test]
fn the_version_that_was_marked_is_decided_once_and_with_its_reason() {
    let (mut state, _) = State::new();
    loaded(&mut state, vec![conflict(1, "name"), conflict(2, "anzahl")]);
    let _ = state.update(Message::ConflictChosen(1));
    let _ = state.update(Message::ReasonTyped(" gefragt ".into()));
    let choices = BTreeMap::from([("anzahl".to_owned(), conflict(2, "anzahl").choice("zwei".into()))]);
    let wanted = Action::Resolve(about(2), choices, "gefragt".into());
    let _ = state.update(Message::VersionPressed(1));
    assert_eq!(state.update(Message::DecidePressed), wanted);
    for pressed in [Message::VersionPressed(0), Message::DecidePressed] {
        assert_eq!(state.update(pressed), Action::None, "while the first is being written");
    }
}

#[test]
fn news_do_not_move_the_choice_to_another_conflict() {
    let (mut state, _) = State::new();
    loaded(&mut state, vec![conflict(1, "name"), conflict(2, "anzahl")]);
    let _ = state.update(Message::ConflictChosen(1));
    loaded(&mut state, vec![conflict(3, "ort"), conflict(1, "name"), conflict(2, "anzahl")]);
    assert_eq!(state.selected, Some(2));
    let _ = state.update(Message::ThirdTyped("drei".into()));
    loaded(&mut state, vec![conflict(1, "name")]);
    assert_eq!((state.third.as_str(), dropped(&state)), ("", "anzahl (10.30-2026-A-00002)"));
    assert_eq!(state.update(Message::ThirdEntered), Action::SaidMarkFirst, "it was typed for another one");
    loaded(&mut state, Vec::new());
    assert_eq!((state.selected, state.update(Message::VersionPressed(0))), (None, Action::None));
}

#[test]
fn a_case_in_which_more_is_disputed_is_decided_as_a_whole() {
    let (mut state, _) = State::new();
    loaded(&mut state, vec![conflict(1, "name"), conflict(2, "ort"), conflict(1, "anzahl")]);
    assert_eq!(presses(&mut state, 1), chosen(1));
    assert_eq!(state.selected, Some(2), "the other one of the same case comes up");
    let _ = state.update(Message::ThirdTyped("7".into()));
    let one = |field: &str, value: serde_json::Value| (field.to_owned(), conflict(1, field).choice(value));
    let wanted = BTreeMap::from([one("name", "zwei".into()), one("anzahl", 7.into())]);
    let Action::Resolve(case, choices, _) = state.update(Message::ThirdEntered) else { panic!("decided") };
    assert_eq!((case, choices), (about(1), wanted));
}

/// With another version in the first place.
fn more(conflict: Conflict) -> Conflict {
    let mut more = conflict;
    let written = EventRef { seq: 9, ..more.versions[0].written };
    more.versions.insert(0, Version { written, ..more.versions[0].clone() });
    more
}

#[test]
fn a_version_that_comes_while_somebody_looks_is_shown_before_any_is_chosen() {
    let (mut state, _) = State::new();
    loaded(&mut state, vec![conflict(1, "name")]);
    loaded(&mut state, vec![more(conflict(1, "name"))]);
    assert_eq!(ids(&state), ["conflict-changed"]);
    let _ = state.update(Message::VersionPressed(0));
    loaded(&mut state, vec![conflict(1, "name")]);
    assert_eq!(state.update(Message::DecidePressed), Action::SaidMarkFirst, "the mark was among others");
    assert_eq!(ids(&state), ["conflict-dropped"]);
    let _ = state.update(Message::ThirdTyped("drei".into()));
    loaded(&mut state, vec![more(conflict(1, "name"))]);
    assert_eq!(state.update(Message::DecidePressed), Action::SaidMarkFirst, "so was the third one");
    assert_eq!(
        state.update(Message::ThirdEntered),
        Action::Unsay,
        "what is typed stays, and is marked again"
    );
    let Action::Resolve(_, choices, _) = state.update(Message::ThirdEntered) else { panic!("decided") };
    assert_eq!((choices["name"].among.len(), &choices["name"].value), (3, &"drei".into()));
}

#[test]
fn the_same_versions_again_are_no_news() {
    let (mut state, _) = State::new();
    loaded(&mut state, vec![conflict(1, "name")]);
    let _ = state.update(Message::VersionPressed(1));
    loaded(&mut state, vec![conflict(3, "ort"), conflict(1, "name")]);
    assert_eq!(ids(&state), [""; 0]);
    assert!(matches!(state.update(Message::DecidePressed), Action::Resolve(..)));
}

#[test]
fn a_digit_marks_and_only_the_next_key_decides() {
    let (mut state, _) = State::new();
    assert!(state.shortcut(Shortcut::Pick(1)).is_none(), "nothing is to be chosen");
    assert_eq!(state.update(Message::DecidePressed), Action::None);
    loaded(&mut state, vec![conflict(1, "name"), conflict(1, "ort"), conflict(2, "name")]);
    assert!(state.shortcut(Shortcut::Pick(3)).is_none(), "there are two");
    for number in [1, 2, 2] {
        let marks = state.shortcut(Shortcut::Pick(number)).expect("a key that marks");
        assert_eq!(state.update(marks), Action::Focus("decides".into()));
    }
    assert!(state.chosen.is_empty() && state.selected == Some(0), "nothing is chosen yet");
    let marked = |state: &State| {
        let conflict = state.current().expect("one");
        conflict.versions.iter().position(|version| state.is_marked(version))
    };
    assert_eq!(marked(&state), Some(1), "the second digit moves the mark");
    assert_eq!(state.update(Message::DecidePressed), chosen(1));
    assert_eq!((state.selected, marked(&state)), (Some(1), None));
    for pressed in [Message::DecidePressed, Message::ThirdEntered] {
        assert_eq!(state.update(pressed), Action::SaidMarkFirst, "Enter alone decides nothing");
    }
    assert!(matches!(presses(&mut state, 0), Action::Resolve(..)));
    assert!(state.shortcut(Shortcut::Pick(1)).is_none(), "while it is being written");
    let _ = state.update(Message::Resolved(Ok(())));
    loaded(&mut state, vec![conflict(2, "name")]);
    assert_eq!((state.current().map(|one| one.about), marked(&state)), (Some(about(2)), None));
    assert_eq!(state.update(Message::DecidePressed), Action::SaidMarkFirst);
}

#[test]
fn choices_that_news_undo_are_named_and_the_others_stay() {
    let (mut state, _) = State::new();
    let fields = ["name", "ort", "anzahl"];
    loaded(&mut state, fields.map(|field| conflict(1, field)).into());
    let _ = (presses(&mut state, 0), presses(&mut state, 1));
    loaded(&mut state, vec![more(conflict(1, "name")), conflict(1, "ort"), conflict(1, "anzahl")]);
    assert_eq!(dropped(&state), "name (10.30-2026-A-00001)");
    let kept: Vec<_> = state.chosen.keys().map(|(_, field)| field.as_str()).collect();
    assert_eq!(kept, ["ort"]);
    assert_eq!(presses(&mut state, 0), chosen(1), "anzahl, and name once more");
    assert_eq!(state.current().map(|one| one.field.as_str()), Some("name"));
    assert!(matches!(presses(&mut state, 0), Action::Resolve(..)));
}

#[test]
fn what_was_refused_says_that_nothing_was_written_and_which_choices_hold_no_more() {
    let (mut state, _) = State::new();
    let cases = || vec![conflict(1, "name"), conflict(1, "ort"), conflict(2, "name"), conflict(2, "ort")];
    loaded(&mut state, cases());
    let _ = presses(&mut state, 0);
    let _ = state.update(Message::ConflictChosen(2));
    let _ = (presses(&mut state, 0), presses(&mut state, 0));
    // Another program has agreed meanwhile, and it is read before the desk answers.
    let mut now = cases();
    now[3] = more(conflict(2, "ort"));
    loaded(&mut state, now.clone());
    assert_eq!(ids(&state), [""; 0], "it may have been written");
    let refused = Problem::error("ort", "conflict-changed");
    assert_eq!(state.update(Message::Resolved(Err(vec![refused]))), Action::Load);
    loaded(&mut state, now);
    assert_eq!((ids(&state), dropped(&state)), (vec!["conflict-dropped"], "ort (10.30-2026-A-00002)"));
    let kept: Vec<_> = state.chosen.keys().cloned().collect();
    assert_eq!(kept, [(about(1), "name".to_owned()), (about(2), "name".to_owned())]);
    let other = Problem::error("name", "text-missing");
    assert_eq!(state.update(Message::Resolved(Err(vec![other]))), Action::None);
    assert_eq!((ids(&state), state.chosen.len()), (vec!["text-missing"], 2));
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

/// What the status line says is true as long as it stands there.
#[test]
fn that_something_is_to_be_marked_first_is_said_only_until_it_is() {
    let (mut state, _) = State::new();
    loaded(&mut state, vec![conflict(1, "name")]);
    let marks = Message::VersionPressed(0);
    let focus = Action::Focus("decides".into());
    assert_eq!(state.update(marks.clone()), focus, "nothing was said");
    let _ = state.update(Message::ConflictChosen(0));
    assert_eq!(state.update(Message::DecidePressed), Action::SaidMarkFirst);
    assert_eq!(state.update(marks.clone()), Action::All(vec![Action::Unsay, focus.clone()]));
    assert_eq!(state.update(marks), focus, "once");
    let _ = state.update(Message::ConflictChosen(0));
    assert_eq!(state.update(Message::DecidePressed), Action::SaidMarkFirst);
    assert_eq!(state.update(Message::ThirdTyped("drei".into())), Action::Unsay);
    let _ = state.update(Message::ConflictChosen(0));
    assert_eq!(state.update(Message::DecidePressed), Action::SaidMarkFirst);
    let none = Box::new(Ok((outbox(), Open::default())));
    assert_eq!(state.update(Message::Loaded(none)), Action::Unsay, "it was decided elsewhere");
}

/// A button that the desk refuses is no button.
#[test]
fn only_what_is_for_whoever_looks_to_settle_has_a_button() {
    let event = |seq| EventRef { device: DeviceId(Uuid::nil()), seq };
    let refused = |seq| Refused {
        event: event(seq),
        subject: "town".to_owned(),
        number: String::new(),
        user: None,
        by: String::new(),
        at: None,
        kind: "value_set".to_owned(),
        reason: "role".to_owned(),
    };
    let (mut state, _) = State::new();
    let mut outbox = Outbox { refused: vec![refused(1), refused(2)], ..outbox() };
    let mut wants = |outbox: &Outbox| {
        let _ = state.update(Message::Loaded(Box::new(Ok((outbox.clone(), Open::default())))));
        let wanted = state.update(Message::WorkSettled(Work::Refused));
        let _ = state.update(Message::Resolved(Ok(())));
        wanted
    };
    assert_eq!(wants(&outbox), Action::None, "whoever wrote it, and is no head");
    outbox.to_settle.events = [event(2)].into();
    assert_eq!(wants(&outbox), Action::SettleWork(vec![event(2)], String::new()), "not their own");
    let mut tells = |outbox: &Outbox| {
        let _ = state.update(Message::Loaded(Box::new(Ok((outbox.clone(), Open::default())))));
        state.destroyed(Work::Refused).is_some()
    };
    assert!(!tells(&outbox));
    outbox.to_settle.destroyed = [event(2)].into();
    assert!(tells(&outbox), "nothing is written about what was destroyed");
}

#[test]
fn nothing_waits_at_a_desk_that_belongs_to_no_kreis() {
    let waiting = Waiting { events: 1471, cases: 120, ..Waiting::default() };
    let alone = Outbox { waiting, ..outbox() };
    assert_eq!(view::traffic(&alone), None);
    let connected = Outbox { connection: Connection::Connected { heard_at: None }, ..alone };
    assert!(
        view::traffic(&connected)
            .is_some_and(|said| said[0].1.contains("1471") || said[0].1.contains("1.471"))
    );
}
