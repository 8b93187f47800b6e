//! Handing a case over and taking it in at the window, by keys alone: the whole window in memory over the databases of a town
//! and its Kreis, and a real service between them.

use amtsstube::desk::Desk as Behind;
use amtsstube::desk::chance::Chance;
use amtsstube::desk::clock::Clock;
use amtsstube::desk::open::{Key as Secret, Place};
use amtsstube::ui::app::App;
use amtsstube::ui::preferences::Preferences;
use amtsstube::words::{Language, speak};
use iced::Size;
use iced::keyboard::key::Named;

use super::handover::{both, files, shows};
use super::{Service, syncs};
use crate::harness::{Desk, KEY};
use crate::manned::ByHand as _;
use crate::window::Window;

/// The window of a desk, with the head signed in.
fn window(desk: &Desk) -> Window<App> {
    speak(Language::German);
    let place = Place { data: desk.data(), state: desk.anchor_folder() };
    let key = Secret::from_hex(KEY).expect("a key");
    let behind = Behind::open(&place, &key, Clock::of_this_program(), Chance::System).expect("opened");
    let (app, _) = App::of(behind, Preferences::default());
    let mut window = Window::open(app, Size::new(1366.0, 900.0));
    window.sign_in("leitung", "2468");
    window
}

/// Opens a case by its number, as one types it above.
fn opens(window: &mut Window<App>, number: &str) {
    window.ctrl("f");
    window.type_text(number);
    window.key(Named::Enter);
    assert!(window.says(number), "{:?}", window.texts());
}

#[test]
fn a_case_is_handed_over_and_taken_in_by_keys() {
    let service = Service::new();
    let (town, kreis) = both(&service);
    let case = files(&town);
    let number = shows(&town, &case)["number"].as_str().expect("a number").to_owned();
    let mut here = window(&town);
    opens(&mut here, &number);
    here.ctrl("g");
    assert!(here.says("verschlossen an den Kreis"), "{:?}", here.texts());
    here.finish();
    for said in ["Unterwegs: abgegeben am", "Kreis Borken", "Warum: Der Kreis ist zuständig", "Beim Kreis"] {
        assert!(here.says(said), "{said}: {:?}", here.texts());
    }
    here.ctrl("g");
    assert!(!here.says("Warum (steht in der Akte"), "it is gone: nothing to hand over");
    drop(here);

    let _ = (syncs(&town), syncs(&kreis));
    let mut there = window(&kreis);
    there.key(Named::F7);
    assert!(
        there.says("Abgabe: Bewohnerparkausweis") && there.says("wartet auf Annahme"),
        "{:?}",
        there.texts()
    );
    there.enter("mail-take");
    assert!(there.says("Es liegt nichts im Postfach") || there.says("Bestätigung"), "{:?}", there.texts());
    let taken = shows(&kreis, &case)["number"].as_str().expect("a number").to_owned();
    opens(&mut there, &taken);
    assert!(there.says("Kam am") && there.says(&number), "{:?}", there.texts());
    there.ctrl("g");
    there.type_text("Die Zone gehört der Stadt");
    there.finish();
    assert!(there.says("unentschieden zurückgegeben"), "{:?}", there.texts());
    drop(there);

    let _ = (syncs(&kreis), syncs(&town));
    let mut here = window(&town);
    here.key(Named::F7);
    here.enter("mail-take");
    here.enter("mail-take");
    opens(&mut here, &number);
    assert!(here.says("nicht angenommen") && here.says("Die Zone gehört der Stadt"), "{:?}", here.texts());
}
