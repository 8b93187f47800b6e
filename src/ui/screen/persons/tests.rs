//! What is typed, pressed and refused among the people of a town leads where it belongs.

use super::*;

fn state() -> State {
    State::new(NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day")).0
}

#[test]
fn what_was_searched_for_becomes_the_name() {
    let mut state = state();
    let _ = state.update(Message::Typed("Öztürk, Şebnem".into()));
    assert_eq!(state.update(Message::NewPressed), Action::Focus(fields::FAMILY));
    let Action::Save(None, values) = state.update(Message::SavePressed) else { panic!("not saved") };
    assert_eq!((values[fields::FAMILY].as_str(), values[fields::GIVEN].as_str()), ("Öztürk", "Şebnem"));
    assert_eq!(state.update(Message::SavePressed), Action::None, "once is enough");
}

#[test]
fn a_disclosure_has_its_key_where_somebody_is_in_hand() {
    let mut state = state();
    assert!(state.shortcut(Shortcut::Disclose).is_none());
    let id = PersonId(uuid::Uuid::from_u128(4));
    let _ = state.update(Message::NewPressed);
    if let Some(form) = &mut state.form {
        form.id = Some(id);
    }
    let Some(pressed) = state.shortcut(Shortcut::Disclose) else { panic!("no key") };
    assert_eq!(state.update(pressed), Action::Disclose(disclose::Wanted::Review(id)));
    let keys: Vec<String> = state.keys().into_iter().map(|hint| hint.keys).collect();
    assert!(keys.contains(&Shortcut::Disclose.keys()), "{keys:?}");
}

#[test]
fn a_refusal_leads_to_its_field() {
    let mut state = state();
    let _ = state.update(Message::NewPressed);
    let refused = Err(vec![Problem::error(fields::BIRTH_DATE, "birth-date-form")]);
    assert_eq!(state.update(Message::Saved(refused)), Action::Focus(fields::BIRTH_DATE));
    let _ = state.update(Message::FieldTyped(fields::BIRTH_DATE, "140387".into()));
    assert!(state.problems.is_empty());
}
