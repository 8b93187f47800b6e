//! The pages of the town and of who works here, without a window.

use super::*;
use uuid::Uuid;

fn state() -> State {
    state_of(Role::Administrator)
}

fn state_of(role: Role) -> State {
    let (user, name) = (UserId(Uuid::nil()), "Wes, U.".into());
    let session = Session { user, name, reads: BTreeSet::new(), roles: [role].into() };
    State::new(Catalogue::built_in(), &session).0
}

#[test]
fn who_may_not_change_the_town_asks_for_nothing() {
    assert!(state().shortcut(Shortcut::Finish).is_some());
    let state = state_of(Role::Clerk);
    assert!(state.shortcut(Shortcut::Finish).is_none() && !state.may_users);
}

#[test]
fn nothing_new_is_not_called_saved() {
    let mut state = state();
    let Action::SetTown(_) = state.update(Message::TownSaved) else { panic!("not saved") };
    assert_eq!(state.update(Message::TownKept(Ok(false))), Action::SaidUnchanged);
    let Action::SetTown(_) = state.update(Message::TownSaved) else { panic!("not saved again") };
}

#[test]
fn every_value_that_a_service_leaves_to_the_town_can_be_typed() {
    let state = state();
    for value in Catalogue::built_in().town_values() {
        assert!(state.asked.iter().any(|asked| asked.key == value.key), "{}", value.key);
    }
    assert!(state.asked.iter().all(|asked| asked.key != keys::ARMS));
}

/// Stored in cents and as `02-15`; seen and saved again as people write it.
#[test]
fn amounts_are_typed_in_euros() {
    let mut state = state();
    let town = Town::of([("hundesteuer.erster", "4800"), ("hundesteuer.termine", "02-15 08-15")]);
    let _ = state.update(Message::TownLoaded(Ok(town)));
    assert_eq!(state.town["hundesteuer.erster"], "48,00");
    assert_eq!(state.town["hundesteuer.termine"], "15.02., 15.08.");
    let Action::SetTown(values) = state.update(Message::TownSaved) else { panic!("not saved") };
    assert_eq!(values["hundesteuer.erster"], "48,00");
    assert_eq!(values["hundesteuer.zweiter"], "");
}

#[test]
fn a_refusal_leads_to_its_field_and_loses_nothing() {
    let mut state = state();
    let _ = state.update(Message::ValueTyped(keys::AGS.into(), "123".into()));
    let Action::SetTown(values) = state.update(Message::TownSaved) else { panic!("not saved") };
    assert_eq!(values.len(), 1);
    let refused = Err(vec![Problem::error(keys::AGS, "ags-form")]);
    assert_eq!(state.update(Message::Done(refused)), Action::Focus(keys::AGS.into()));
    assert_eq!(state.town[keys::AGS], "123");
}

#[test]
fn an_administrator_gets_no_group() {
    let mut state = state();
    let user = User {
        id: UserId(Uuid::nil()),
        login: "wes".into(),
        name: "Wes, U.".into(),
        pin_hash: String::new(),
        roles: BTreeMap::new(),
        heads: Vec::new(),
    };
    let _ = state.update(Message::UsersLoaded(Ok(vec![user])));
    let _ = state.update(Message::RoleChosen(4));
    let Action::Grant(_, Role::Administrator, groups) = state.update(Message::GrantPressed) else {
        panic!("not granted")
    };
    assert!(groups.is_empty());
}
