//! The work list without a desk: its order, what narrows it, and which answer counts.

use super::*;
use crate::desk::look::{Cursor, SortBy, View};
use crate::domain::case::Stage;
use crate::domain::money::Cents;
use crate::domain::user::{Group, Role};
use uuid::Uuid;

fn state() -> State {
    let today = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day");
    State::new(&session(Role::Clerk), today).0
}

fn session(role: Role) -> Session {
    let (reads, roles) = (Group::ALL.into(), [role].into());
    Session { user: UserId(Uuid::nil()), name: "Wes, U.".into(), reads, roles }
}

#[test]
fn who_can_have_no_case_begins_with_the_open_ones() {
    let begins = |role| State::new(&session(role), NaiveDate::default()).0.list;
    assert_eq!((begins(Role::Clerk), begins(Role::Counter)), (0, 1));
}

#[test]
fn a_second_press_on_a_title_turns_the_order() {
    let mut state = state();
    let mut sorted = |message| match state.update(message) {
        Action::List(_, _, _, sort, _) => (sort.by, sort.descending),
        other => panic!("no list: {other:?}"),
    };
    assert_eq!(sorted(Message::ListChosen(6)), (SortBy::Received, true), "of all, the newest first");
    assert_eq!(sorted(Message::ListChosen(1)), (SortBy::Due, false), "what is due stands first");
    assert_eq!(sorted(Message::TitlePressed(4)), (SortBy::Due, true));
    assert_eq!(sorted(Message::TitlePressed(0)), (SortBy::Number, false));
    assert_eq!(sorted(Message::ListChosen(6)), (SortBy::Number, false), "the user's order stays");
    assert_eq!(state.update(Message::TitlePressed(1)), Action::None);
}

#[test]
fn who_comes_back_finds_the_list_as_it_was_and_nobody_else_does() {
    let mut state = state();
    let _ = state.update(Message::ListChosen(1));
    let _ = state.update(Message::TextTyped("Fund".into()));
    let place = state.place();
    let (again, action) = State::back(&session(Role::Clerk), state.today, Some(place.clone()));
    assert_eq!((again.list, again.text.as_str()), (1, "Fund"));
    let Action::All(actions) = action else { panic!("{action:?}") };
    let asks =
        |action: &Action| matches!(action, Action::List(_, _, filter, ..) if filter.view == View::Open);
    assert!(actions.iter().any(asks));
    let other = Session { user: UserId(Uuid::from_u128(7)), ..session(Role::Clerk) };
    assert_eq!(State::back(&other, state.today, Some(place)).0.list, 0);
}

#[test]
fn letters_typed_on_a_row_narrow_the_list_one_behind_the_other() {
    let mut state = state();
    let _ = state.update(Message::LetterTyped("F".into()));
    let action = state.update(Message::LetterTyped("u".into()));
    assert_eq!(state.text, "Fu");
    let rests = Action::TextRests(state.typed);
    assert_eq!(action, Action::All(vec![rests, Action::GoOnTyping("cases-text")]));
}

#[test]
fn only_the_last_question_is_answered() {
    let mut state = state();
    let first = state.asked;
    let _ = state.update(Message::ListChosen(6));
    let refused = Err(vec![Problem::error("", "store-busy")]);
    let _ = state.update(Message::Listed(first, false, refused.clone()));
    assert!(state.problems.is_empty());
    let _ = state.update(Message::Listed(state.asked, false, refused));
    assert_eq!(state.problems.len(), 1);
}

/// Silence is no answer for whoever sees no list, or not at once.
#[test]
fn a_key_that_needs_a_case_says_so_where_there_is_none() {
    let mut state = state();
    for key in [Shortcut::Serial, Shortcut::TakeOver, Shortcut::FollowUp, Shortcut::Note] {
        let message = state.shortcut(key).unwrap_or_else(|| panic!("{key:?} does nothing"));
        assert!(matches!(state.update(message), Action::Warn(_)), "{key:?}");
    }
}

fn row(due_on: Option<&str>, follow_up_on: Option<&str>) -> CaseRow {
    let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
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
        due_on: due_on.map(day),
        due_label: String::new(),
        follow_up_on: follow_up_on.map(day),
        missing: 0,
        assigned: None,
        owes: Cents::ZERO,
        filed_by: UserId(Uuid::nil()),
        conflicts: 0,
        changed_at: chrono::DateTime::UNIX_EPOCH,
        cursor: Cursor::default(),
    }
}

fn due(due_on: Option<&str>, follow_up_on: Option<&str>) -> String {
    view::next_day(&row(due_on, follow_up_on), state().today).0
}

/// One's own name in each row of one's own cases takes the room of what tells them apart.
#[test]
fn in_the_list_of_ones_own_cases_nobody_reads_who_has_them() {
    let mut state = state();
    state.rows = vec![row(None, None)];
    assert!(!state.says_who(), "these are mine");
    state.elsewhere = vec![Elsewhere {
        case: state.rows[0].id,
        by: "Öz, A.".into(),
        desk: "B".into(),
        since: chrono::DateTime::UNIX_EPOCH,
    }];
    assert!(state.says_who(), "somebody else has one open");
    state.elsewhere.clear();
    let _ = state.update(Message::ListChosen(1));
    assert!(state.says_who());
}

/// In black and white, and by ear.
#[test]
fn what_is_overdue_says_so_in_words() {
    assert_eq!(due(Some("2026-11-20"), None), "Fr 20.11. überfällig");
    assert_eq!(due(None, Some("2026-11-20")), "Fr 20.11. WV fällig");
    assert_eq!(
        due(Some("2026-11-23"), Some("2026-11-20")),
        "Mo 23.11. überfällig",
        "the deadline is what counts"
    );
    assert_eq!(due(Some("2026-12-01"), Some("2026-11-30")), "Di 01.12., WV", "never a reminder in its place");
    assert_eq!(due(Some("2026-12-01"), Some("2026-11-24")), "Di 01.12., WV fällig");
    assert_eq!(due(Some("2026-11-24"), Some("2026-11-20")), "heute, WV fällig");
    assert_eq!(due(Some("2026-12-01"), Some("2026-12-01")), "Di 01.12.");
    assert_eq!(due(None, Some("2026-11-24")), "heute (WV)");
    assert_eq!(due(Some("2026-12-01"), None), "Di 01.12.");
}

#[test]
fn the_list_names_a_service_in_the_language_of_the_window() {
    let listed = CaseRow { service: "gestattung".into(), ..row(None, None) };
    let service = |slug: &str| crate::catalogue::Catalogue::built_in().services().find(|of| of.slug == slug);
    let known = service("gestattung").expect("a service");
    let listed = CaseRow { version: known.version.clone(), service_name: known.name.de.clone(), ..listed };
    assert_eq!(view::service_in(&listed, "de"), known.name.de);
    assert_ne!(view::service_in(&listed, "en"), known.name.de);
    let foreign = CaseRow { service: "aus-einem-paket".into(), ..listed };
    assert_eq!(view::service_in(&foreign, "en"), known.name.de, "as it is kept");
}
