//! Going through the calendar: which day is chosen, what is asked of the desk, what each day says.

use super::*;
use crate::desk::days::{DayCount, DayKind, first_of};
use crate::domain::holiday::Calendar;
use crate::domain::user::{Group, Role};
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn session() -> Session {
    let (reads, roles) = (Group::ALL.into(), [Role::Clerk].into());
    Session { user: UserId(Uuid::nil()), name: "Wes, U.".into(), reads, roles }
}

fn state() -> State {
    State::new(&session(), day("2026-11-27"), None).0
}

fn told(state: &mut State, counts: Vec<DayCount>) {
    let month = first_of(state.day);
    let days = days::shown(state.day);
    let calendar = Calendar::of_ags("05554016").expect("a Land");
    let (from, until) = (days[0], days[days.len() - 1]);
    let month = Month { month, from, until, counts, overdue: 0, calendar };
    let _ = state.update(Message::Counted(state.counting, Box::new(Ok(month))));
}

/// The number of the question for a month, if one was asked.
fn counts(action: &Action) -> Option<NaiveDate> {
    match action {
        Action::Count(_, day, _) => Some(*day),
        Action::All(all) => all.iter().find_map(counts),
        _ => None,
    }
}

fn lists(action: &Action) -> Option<Stretch> {
    match action {
        Action::List(_, stretch, _) => Some(*stretch),
        Action::All(all) => all.iter().find_map(lists),
        _ => None,
    }
}

#[test]
fn it_begins_with_this_week_of_all_cases() {
    let (_, action) = State::new(&session(), day("2026-11-27"), None);
    assert_eq!(counts(&action), Some(day("2026-11-27")));
    assert_eq!(lists(&action), Some(Stretch::Between(day("2026-11-23"), day("2026-11-29"))));
}

#[test]
fn another_month_is_asked_for_only_where_one_comes() {
    let mut state = state();
    let step = |state: &mut State, step| state.update(Message::Stepped(step));
    assert_eq!(counts(&step(&mut state, DayStep::Days(3))), None);
    assert_eq!(state.day, day("2026-11-30"));
    assert_eq!(counts(&step(&mut state, DayStep::Days(1))), Some(day("2026-12-01")));
    assert_eq!(counts(&step(&mut state, DayStep::Months(-1))), Some(day("2026-11-01")));
    assert_eq!(counts(&step(&mut state, DayStep::Today)), None);
    assert_eq!(state.day, day("2026-11-27"));
    let _ = step(&mut state, DayStep::Months(3));
    assert_eq!(state.day, day("2027-02-27"));
    // The last row of November 2026 ends in December.
    let _ = step(&mut state, DayStep::Today);
    assert_eq!(counts(&step(&mut state, DayStep::To(41))), Some(day("2026-12-06")));
}

#[test]
fn a_typed_date_goes_there_and_enter_goes_back_to_the_month() {
    let mut state = state();
    let field =
        |action| matches!(action, Action::All(all) if all.contains(&Action::GoOnTyping("calendar-date")));
    assert!(field(state.update(Message::DigitTyped("2".into()))));
    assert_eq!(state.update(Message::Typed("24".into())), Action::None);
    assert_eq!(counts(&state.update(Message::Typed("241226".into()))), Some(day("2026-12-24")));
    assert_eq!(state.update(Message::DateEntered), Action::Focus("calendar-month"));
    assert_eq!((state.day, state.typed.as_str()), (day("2026-12-24"), ""));
}

#[test]
fn an_answer_to_an_earlier_question_is_dropped() {
    let mut state = state();
    let before = state.counting;
    let _ = state.update(Message::Stepped(DayStep::Months(1)));
    let calendar = Calendar::of_ags("05554016").expect("a Land");
    let (from, until) = (day("2026-10-26"), day("2026-11-29"));
    let month = Month { month: day("2026-11-01"), from, until, counts: Vec::new(), overdue: 9, calendar };
    let _ = state.update(Message::Counted(before, Box::new(Ok(month))));
    assert!(state.month.is_none());
}

/// What a screen reader says of a day, and what is overdue.
#[test]
fn a_day_says_all_that_falls_on_it() {
    let mut state = state();
    let count = |on: &str, kind, count| DayCount { on: day(on), kind, count };
    told(
        &mut state,
        vec![
            count("2026-11-27", DayKind::Deadline, 2),
            count("2026-11-27", DayKind::Decide, 1),
            count("2026-11-27", DayKind::FollowUp, 1),
            count("2026-11-26", DayKind::Hearing, 1),
            count("2026-11-26", DayKind::Remedy, 2),
        ],
    );
    let (cells, at) = state.cells();
    assert_eq!(cells[at].spoken, "Freitag, 27. November 2026, heute, 3 Fristen, 1 Wiedervorlage");
    assert_eq!(
        cells[at - 1].spoken,
        "Donnerstag, 26. November 2026, 1 Anhörung, überfällig, 2 Rechtsbehelfe"
    );
    let _ = state.update(Message::Stepped(DayStep::Months(1)));
    told(&mut state, Vec::new());
    let (cells, _) = state.cells();
    let christmas = cells.iter().find(|cell| cell.number == "25").expect("a cell");
    assert_eq!(christmas.spoken, "Freitag, 25. Dezember 2026, Erster Weihnachtstag");
    assert!(christmas.off && !cells.iter().any(|cell| cell.spoken.contains("Frist")));
}

#[test]
fn where_somebody_was_is_kept_for_the_day() {
    let mut state = state();
    let _ = state.update(Message::Stepped(DayStep::Months(2)));
    let _ = state.update(Message::WhoseChosen(1));
    let again = |today: &str| State::new(&session(), day(today), Some(state.place())).0;
    assert_eq!((again("2026-11-27").day, again("2026-11-27").mine), (day("2027-01-27"), true));
    assert_eq!((again("2026-11-28").day, again("2026-11-28").mine), (day("2026-11-28"), false));
}

/// One month from a letter posted on 30 April 2026; by civil law no letter is deemed notified, and nothing is computed of it.
#[test]
fn the_calculator_computes_and_says_what_is_wrong() {
    use calculator::Message as In;
    let calendar = Calendar::of_ags("05554016").expect("a Land");
    let mut calculator = Calculator::new(day("2026-04-30"), calendar, false);
    let today = day("2026-11-27");
    calculator.update(In::SetsChosen(1));
    assert_eq!(calculator.computed(today).expect("a day").date, day("2026-06-05"));
    calculator.update(In::BasisChosen(2));
    assert_eq!(calculator.computed(today).expect_err("refused")[0].id, "deadline-bgb-posted");
    calculator.update(In::CountTyped("viele".into()));
    calculator.update(In::OnTyped("31.02.2026".into()));
    let wrong = calculator.computed(today).expect_err("refused");
    assert_eq!(wrong.iter().map(|p| p.field.as_str()).collect::<Vec<_>>(), ["on", "count"]);
}

/// What is of other days does not stand under the new ones, and nonsense for a date stays to be mended.
#[test]
fn nothing_is_said_of_days_that_are_not_known_yet() {
    let mut state = state();
    let asked = state.asked;
    let _ = state.update(Message::Listed(asked, Box::new(Ok(Listed::default()))));
    assert!(state.listed.is_some());
    let _ = state.update(Message::Stepped(DayStep::Months(1)));
    assert_eq!((state.listed, state.chosen_case()), (None, None));
    let _ = state.update(Message::Typed("99.99.2026".into()));
    assert_eq!(state.update(Message::DateEntered), Action::Focus("calendar-date"));
    assert_eq!((state.typed.as_str(), state.problems.len()), ("99.99.2026", 1));
}

/// Whoever types faster than the field gets the keyboard types a date all the same.
#[test]
fn what_is_typed_in_the_grid_is_one_date_until_the_field_has_the_keyboard() {
    let mut state = state();
    let _ = state.update(Message::DigitTyped(".".into()));
    for typed in ["2", "4", ".", "1", "2", ".", "2", "6"] {
        let _ = state.update(Message::DigitTyped(typed.into()));
    }
    assert_eq!(state.typed, "24.12.26");
    assert_eq!(state.update(Message::DayOpened), Action::Focus("calendar-month"));
    assert_eq!((state.day, state.typed.as_str(), state.tab), (day("2026-12-24"), "", WEEK));
    // With the field in between a digit in the grid begins anew.
    let _ = state.update(Message::DigitTyped("3".into()));
    let _ = state.update(Message::Typed("31".into()));
    let _ = state.update(Message::DigitTyped("1".into()));
    assert_eq!(state.typed, "1");
}

/// Rows of other days never stand under the title of these.
#[test]
fn the_list_of_other_days_goes_at_once() {
    let mut state = state();
    state.entries = vec![Entry::Lot(day("2026-11-27"))];
    state.listed = Some((state.stretch(), false));
    let _ = state.update(Message::Stale);
    assert_eq!(state.entries.len(), 1, "the same days are only read again");
    let _ = state.update(Message::Stepped(DayStep::Days(7)));
    assert!(state.entries.is_empty() && state.listed.is_none());
}

/// Each short word that stands in a day is told below the month.
#[test]
fn the_legend_names_every_short_word() {
    let legend = crate::fl!("calendar-legend");
    for kind in ["deadline", "hearing", "request", "follow-up", "remedy"] {
        let count = [("count", crate::words::Arg::Number(1))];
        let short = crate::words::text_with(&format!("calendar-short-{kind}"), count);
        let short = short.trim_start_matches(|letter: char| !letter.is_alphabetic());
        assert!(legend.split(" · ").any(|one| one.starts_with(&format!("{short} "))), "{short}: {legend}");
    }
}
