//! The pages of the town and of who works here, without a window.

use super::*;
use crate::domain::town::keys;
use crate::words;
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
    assert_eq!(state.update(Message::Done(refused)), Action::Mend(keys::AGS.into()));
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

/// Ctrl+Enter proposes what is due; of a list that waits it confirms, once the second person has ticked that they looked.
#[test]
fn a_list_is_confirmed_by_whoever_did_not_propose_it() {
    use crate::desk::retention::{Disposal, Due, Overview, Shown, Term};
    use crate::domain::disposal::{Keeping, Start};
    use crate::domain::id::{CaseId, DeviceId, EventRef, ListId};
    use crate::ui::screen::settings::retention::{Message as Page, Wanted};

    let day = chrono::NaiveDate::from_ymd_opt(2026, 4, 1).expect("a day");
    let keeping = Keeping { plan: "10.30".into(), from: Start::CaseClosed, years: 1, law: String::new() };
    let term = Term::of(&keeping, day, day).expect("a term");
    let number = "10.30-2026-A-00001".to_owned();
    let due = Due { case: CaseId(Uuid::nil()), number, group: Group::General, term, obstacles: Vec::new() };
    let list = |by: u128| Shown {
        unsent: Vec::new(),
        list: Disposal {
            id: ListId(Uuid::max()),
            proposed: EventRef { device: DeviceId(Uuid::nil()), seq: 1 },
            by: UserId(Uuid::from_u128(by)),
            at: chrono::DateTime::UNIX_EPOCH,
            on: day,
            cases: Vec::new(),
            withdrawn: None,
            confirmed: None,
            erased: BTreeSet::new(),
            heads: Vec::new(),
        },
        by: "Ada".into(),
        confirmed_by: String::new(),
    };
    let overview = |lists: Vec<Shown>| Overview {
        on: day,
        due: vec![due.clone()],
        kept: Vec::new(),
        more: false,
        lists,
        left: Vec::new(),
        orphans: 0,
        users: BTreeMap::new(),
    };
    let mut state = state_of(Role::Head);
    assert_eq!(state.update(Message::PageChosen(RETENTION)), Action::Retention(Wanted::Load));
    let shows = |state: &mut State, lists| {
        let loaded = Page::Loaded(Box::new(Ok(overview(lists))));
        let _ = state.update(Message::Retention(loaded));
    };
    let presses = |state: &mut State| {
        let message = state.shortcut(Shortcut::Finish);
        message.map(|message| state.update(message))
    };
    shows(&mut state, vec![list(0)]);
    assert_eq!(presses(&mut state), None, "their own");
    shows(&mut state, vec![list(7)]);
    assert_eq!(presses(&mut state), Some(Action::None), "not looked at");
    let _ = state.update(Message::Retention(Page::CheckTicked(true)));
    assert_eq!(presses(&mut state), Some(Action::Retention(Wanted::Confirm(ListId(Uuid::max())))));
    let mut state = state_of(Role::Clerk);
    let _ = state.update(Message::PageChosen(RETENTION));
    shows(&mut state, Vec::new());
    assert_eq!(presses(&mut state), Some(Action::Retention(Wanted::Propose)));
}

#[test]
fn suggestions_are_entered_only_where_nothing_stands() {
    let mut state = state();
    let town = Town::of([(keys::COURT_NAME, "Verwaltungsgericht Münster")]);
    let _ = state.update(Message::TownLoaded(Ok(town)));
    let one = |key: &str, typed: &str| Suggested {
        key: key.into(),
        typed: typed.into(),
        now: String::new(),
        publisher: "Kreis".into(),
        title: crate::domain::problem::LocalText::default(),
        version: 2,
    };
    let all = vec![one(keys::COURT_NAME, "Anderes Gericht"), one("hundesteuer.erster", "48,00")];
    let _ = state.update(Message::SuggestedLoaded(Ok(all)));
    assert_eq!(state.open_suggestions().count(), 1);
    let _ = state.update(Message::SuggestedPressed);
    let Action::SetTown(values) = state.update(Message::TownSaved) else { panic!("not saved") };
    assert_eq!(values[keys::COURT_NAME], "Verwaltungsgericht Münster", "the town's own stays");
    assert_eq!(values["hundesteuer.erster"], "48,00");
}

/// Every value has a heading that says what it is about, and those of one topic stand together.
#[test]
fn values_stand_by_topic_under_their_headings() {
    let state = state();
    let own = keys::ALL.iter().filter(|key| **key != keys::ARMS);
    for key in own {
        assert_eq!(state.asked.iter().filter(|asked| asked.key == *key).count(), 1, "{key}");
    }
    let mut seen = BTreeSet::new();
    for topic in state.asked.chunk_by(|one, next| one.topic == next.topic) {
        assert!(seen.insert(topic[0].topic.clone()), "{} stands twice", topic[0].topic);
        let heading = town::heading(&topic[0].topic, &topic[0]);
        assert!(!heading.contains('_') && heading != topic[0].topic, "{heading}");
    }
}

#[test]
fn what_counts_unless_it_is_set_stands_in_the_empty_field() {
    let state = state();
    let of = |key: &str| state.asked.iter().find(|asked| asked.key == key).expect("asked").unless_set.clone();
    assert_eq!(
        (of(keys::AUDIT_MONTHS), of(keys::ANSWER_WEEKS), of(keys::PAY_WEEKS)),
        ("12".into(), "2".into(), "4".into())
    );
    for asked in state.asked.iter().filter(|asked| asked.value.is_none() && !asked.unless_set.is_empty()) {
        let label = words::text(&format!("settings-key-{}", asked.key.replace('.', "-")));
        assert!(!label.contains("sonst"), "{label}: said in the field");
    }
    // A grey 2 could be somebody's entry.
    let says = |key: &str| state.asked.iter().find(|asked| asked.key == key).expect("asked").otherwise();
    assert_eq!((says(keys::ANSWER_WEEKS), says(keys::NAME)), ("sonst 2".into(), String::new()));
    assert_eq!(says(keys::DELIVERY_LAW), "sonst die des Landes");
    assert_eq!(of("gewerbe.anmeldung_person"), "26,00", "the service's own amount");
    assert_eq!(of(keys::NAME), "", "a name is nobody's unless it is set");
}

#[test]
fn what_is_typed_and_not_saved_stays_while_one_looks_elsewhere() {
    let mut state = state();
    let town = || Town::of([(keys::NAME, "Gescher"), (keys::PLACE, "Gescher")]);
    let _ = state.update(Message::TownLoaded(Ok(town())));
    assert_eq!(state.unsaved(), None);
    let _ = state.update(Message::ValueTyped(keys::PHONE.into(), "02542 60-0".into()));
    let typed = state.unsaved().expect("not saved");
    assert_eq!(typed.len(), 1);
    let mut again = self::state();
    again.goes_on_with(typed);
    let _ = again.update(Message::TownLoaded(Ok(town())));
    assert_eq!(again.town[keys::PHONE], "02542 60-0");
    let _ = again.update(Message::TownLoaded(Ok(town())));
    assert_eq!(again.town[keys::PHONE], "02542 60-0", "somebody was added on the page beside");
    let mut saved = again.clone();
    let _ = saved.update(Message::TownKept(Ok(true)));
    assert_eq!(saved.unsaved(), None);
    let _ = again.update(Message::TypedDropped);
    assert_eq!((again.unsaved(), again.town[keys::PHONE].as_str()), (None, ""));
}
