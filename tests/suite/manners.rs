//! What somebody at the counter expects of the window without thinking, in the whole window with a real desk behind it.

use crate::manned::{ByHand as _, Office};
use crate::window::Window;
use amtsstube::desk::look::{Filter, Page, Sort, SortBy, View};
use amtsstube::domain::id::CaseId;
use amtsstube::domain::user::Role;
use amtsstube::ui::app::App;
use iced::keyboard::{Key, Modifiers, key::Named};

/// The window at the counter, `clerk` signed in.
fn at_the_counter(office: &Office) -> Window<App> {
    let mut window = office.window(1366.0, 700.0);
    window.sign_in("clerk", "1357");
    assert_eq!(window.at(), "service");
    window
}

/// Whoever comes back types the PIN without looking: typed into the field for the login, it would be read by everybody.
#[test]
fn a_locked_window_waits_for_the_pin_of_whoever_locked_it() {
    let office = Office::new();
    let mut window = at_the_counter(&office);
    window.ctrl("l");
    assert_eq!(window.at(), "pin");
    window.type_text("1357");
    window.key(Named::Enter);
    assert_eq!(window.at(), "service", "the same person again");
    // In the middle of an intake, with its draft to be saved.
    window.type_text("beg");
    window.key(Named::Enter);
    window.key(Named::Enter);
    window.ctrl("l");
    assert_eq!(window.at(), "pin");
    window.chord(Modifiers::SHIFT, Key::Named(Named::Tab));
    window.type_text("admin");
    window.key(Named::Enter);
    window.type_text("2468");
    window.key(Named::Enter);
    assert_eq!(window.at(), "service", "somebody else takes over");
}

/// Nobody is found fault with before they did anything; once they want to go on, everything is said.
#[test]
fn a_form_opens_without_a_complaint() {
    let office = Office::new();
    let mut window = at_the_counter(&office);
    window.type_text("beg");
    window.key(Named::Enter);
    window.finish();
    let complaints = |window: &mut Window<App>| window.says("Pflichtangabe") || window.says("prüfen");
    assert!(window.at() != "person" && !complaints(&mut window), "{}", window.at());
    window.finish();
    assert!(complaints(&mut window));
}

/// A key that opens a screen brings the keyboard along, not into the search above it.
#[test]
fn a_screen_reached_by_key_has_the_keyboard_in_it() {
    let office = Office::new();
    let mut window = at_the_counter(&office);
    window.key(Named::F7);
    assert_eq!(window.at(), "kreis");
    window.ctrl("d");
    assert_eq!(window.at(), "prints");
    for (key, place) in [(Named::F3, "cases"), (Named::F4, "persons-text"), (Named::F8, "settings")] {
        window.key(key);
        assert_eq!(window.at(), place);
    }
}

#[test]
fn an_empty_list_says_why_and_what_to_do() {
    let office = Office::new();
    office.user("neu", Role::Clerk);
    let mut window = office.window(1366.0, 700.0);
    window.sign_in("neu", "1357");
    window.key(Named::F3);
    assert!(window.says("Ihnen ist kein Vorgang zugewiesen"));
    window.tab_to("cases-text");
    window.type_text("gibt es nicht");
    assert!(window.says("Kein Vorgang dieser Liste enthält das"));
}

#[test]
fn the_towns_values_are_only_read_by_who_may_not_change_them() {
    let office = Office::new();
    office.user("neu", Role::Clerk);
    let mut window = office.window(1366.0, 700.0);
    window.sign_in("neu", "1357");
    window.key(Named::F8);
    assert!(window.says("Ändern dürfen diese Werte nur"));
    let before = office.desk.town().unwrap();
    window.key(Named::Tab);
    window.type_text("Anderswo");
    window.finish();
    assert_eq!(office.desk.town().unwrap(), before);
    assert!(!window.says("Speichern"));
}

#[test]
fn nothing_new_is_not_called_saved() {
    let office = Office::new();
    let mut window = at_the_counter(&office);
    window.key(Named::F8);
    window.finish();
    assert!(window.says("Nichts ist anders als vorher"));
    window.tab_to("ags");
    window.type_text("05554020");
    window.finish();
    assert!(window.says("Gespeichert."));
}

/// Who acts by proxy has a name before the form is filled in theirs.
#[test]
fn a_proxy_is_named_before_the_form() {
    let office = Office::new();
    let mut window = at_the_counter(&office);
    window.type_text("gew");
    window.key(Named::Enter);
    window.type_text("Nienhaus");
    window.key(Named::Enter);
    window.tab_to("appears_as");
    window.type_text("mit V");
    window.finish();
    assert_eq!(window.at(), "representative");
    assert!(window.says("Wer handelt mit Vollmacht?"));
    window.type_text("Freifrau");
    window.key(Named::ArrowDown);
    window.key(Named::Enter);
    window.finish();
    assert_eq!(window.at(), "rechtsform");
}

/// Another area, the lock and another clerk: a correction that was half typed is where it was.
#[test]
fn a_half_typed_correction_is_never_lost() {
    let office = Office::new();
    let mut window = at_the_counter(&office);
    window.key(Named::F3);
    window.key(Named::Enter);
    window.enter("case-correct");
    window.tab_to("seiten");
    window.type_text("7");
    // Before the second is over in which it would save itself.
    window.key(Named::F4);
    assert_eq!(window.at(), "persons-text", "nothing is asked");
    window.key(Named::F3);
    window.key(Named::Enter);
    assert!(window.says("Berichtigung fortsetzen"));
    window.enter("case-correct");
    assert_eq!(window.at(), "seiten");
    window.type_text("8");
    window.ctrl("l");
    window.type_text("1357");
    window.key(Named::Enter);
    window.ctrl("f");
    window.type_text("8");
    let begun = office.desk.sheet(&office.session, window_case(&office)).unwrap().begun.expect("begun");
    assert_eq!(begun.answers["seiten"], "8");
}

/// The case that stands first in the list.
fn window_case(office: &Office) -> CaseId {
    let filter = Filter { view: View::Mine(office.session.user), service: None, text: None };
    let sort = Sort { by: SortBy::Due, descending: false };
    office.desk.cases(&office.session, &filter, sort, &Page::first(1)).unwrap()[0].id
}
