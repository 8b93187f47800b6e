//! What keys and typing do here, without a desk.

use super::count::{Field, Message as Count};
use super::*;
use crate::domain::money::Cents;
use uuid::Uuid;

fn till() -> Till {
    Till {
        code: "A".to_owned(),
        last: None,
        opening: Cents::ZERO,
        entries: Vec::new(),
        left_out: 3,
        goes_on: None,
        second_wanted: false,
    }
}

fn counting() -> State {
    let today = NaiveDate::from_ymd_opt(2026, 11, 27).expect("a day");
    let (mut state, _) = State::new(today, None);
    let _ = state.update(Message::Loaded(Box::new(Ok((till(), Vec::new())))));
    assert!(matches!(state.shortcut(Shortcut::Finish), Some(Message::CountPressed)));
    assert!(matches!(state.update(Message::CountPressed), Action::Begin(false)));
    let begun = Ok((till(), ClosingId(Uuid::nil())));
    let _ = state.update(Message::Begun(Box::new(begun), false));
    state
}

#[test]
fn what_is_typed_is_what_is_closed_and_once() {
    let mut state = counting();
    let _ = state.update(Message::Form(Count::Counted(3, "2".into())));
    let _ = state.update(Message::Form(Count::Typed(Field::Opening, "100".into())));
    let asked = state.update(Message::Form(Count::Typed(Field::Since, "26.11.".into())));
    assert!(
        matches!(asked, Action::Recount(Wanted { corrects: false, since: Some(_), .. })),
        "another day counts other receipts"
    );
    let Action::Close(_, closed, None) = state.update(Message::ClosePressed) else { panic!("no closing") };
    let since = NaiveDate::from_ymd_opt(2026, 11, 26);
    assert_eq!(
        (closed.opening, closed.since, closed.counted[0].cents()),
        (Some(Cents(10_000)), since, Cents(10_000))
    );
    assert!(matches!(state.update(Message::ClosePressed), Action::None), "while it is under way");
}

/// Red is what is wrong now, not what was: a difference of before the change was entered is none.
#[test]
fn what_was_wrong_goes_once_something_else_stands_there() {
    let mut state = counting();
    let wrong = || {
        vec![Problem::error("opening", "till-opening-missing"), Problem::error("reason", "till-difference")]
    };
    let fields = |state: &State| state.problems.iter().map(|wrong| wrong.field.clone()).collect::<Vec<_>>();
    let refused = |state: &mut State| drop(state.update(Message::Closed(Box::new(Err(wrong())))));
    refused(&mut state);
    let _ = state.update(Message::Form(Count::Typed(Field::Delivered, "5".into())));
    assert_eq!(fields(&state), ["opening", "reason"]);
    let _ = state.update(Message::Form(Count::Typed(Field::Opening, "5".into())));
    assert!(fields(&state).is_empty());
    refused(&mut state);
    let _ = state.update(Message::Form(Count::Counted(3, "1".into())));
    assert_eq!(fields(&state), ["opening"], "what it comes to is another difference");
}

#[test]
fn what_cannot_be_read_is_told_at_once_and_stays() {
    let mut state = counting();
    let _ = state.update(Message::Form(Count::Counted(0, "zwei".into())));
    let _ = state.update(Message::Form(Count::Typed(Field::Delivered, "viel".into())));
    let _ = state.update(Message::Form(Count::Typed(Field::Since, "gestern".into())));
    assert!(matches!(state.update(Message::ClosePressed), Action::Mend("count-50000")));
    let fields: Vec<&str> = state.problems.iter().map(|problem| problem.field.as_str()).collect();
    assert_eq!(fields, ["count-50000", "delivered", "since"]);
    assert!(state.form.is_some(), "what is typed stays");
    assert!(matches!(state.shortcut(Shortcut::Escape), Some(Message::BackPressed)));
}

/// Esc, another screen, a lock: the box is not counted twice because of one key.
#[test]
fn what_is_counted_half_way_stays_and_one_goes_on_with_it() {
    let mut state = counting();
    let _ = state.update(Message::Form(Count::Counted(3, "2".into())));
    let _ = state.update(Message::Form(Count::Typed(Field::Reason, "Rolle".into())));
    let _ = state.update(Message::Form(Count::Typed(Field::Pin, "2468".into())));
    let Action::All(told) = state.update(Message::BackPressed) else { panic!("nothing told") };
    assert!(told.iter().any(|action| matches!(action, Action::Say(_))), "that it stays is said");
    let today = NaiveDate::from_ymd_opt(2026, 11, 28).expect("a day");
    let (mut state, _) = State::new(today, state.begun());
    let _ = state.update(Message::Begun(Box::new(Ok((till(), ClosingId(Uuid::from_u128(9))))), false));
    let Action::Close(id, closed, None) = state.update(Message::ClosePressed) else { panic!("no closing") };
    assert_eq!(
        (id, closed.counted[0].cents(), closed.reason.as_str()),
        (ClosingId(Uuid::nil()), Cents(10_000), "Rolle")
    );
}

#[test]
fn nothing_stays_of_an_empty_count_one_thrown_away_or_one_of_another_closing() {
    let mut state = counting();
    let _ = state.update(Message::BackPressed);
    assert!(state.begun().is_none());
    let mut state = counting();
    let _ = state.update(Message::Form(Count::Counted(3, "2".into())));
    let _ = state.update(Message::DropPressed);
    assert!(state.begun().is_none());
    let mut state = counting();
    let _ = state.update(Message::Form(Count::Counted(3, "2".into())));
    let _ = state.update(Message::BackPressed);
    let _ = state.update(Message::Begun(Box::new(Ok((till(), ClosingId(Uuid::from_u128(9))))), true));
    assert!(state.form.as_ref().is_some_and(|form| form.to_keep().is_none()), "a correction counts anew");
}

/// What is only paler is read by nobody who hears it, and by few who see it.
#[test]
fn a_receipt_that_was_cancelled_says_so_and_a_storno_from_where_it_goes_back() {
    use crate::domain::case::Payment;
    assert_eq!(view::how(Payment::Card, false, false), "mit Karte");
    assert_eq!(view::how(Payment::Card, false, true), "mit Karte, storniert");
    assert_eq!(view::how(Payment::Cash, true, false), "Storno, bar");
}
