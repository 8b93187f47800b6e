//! The first start in a real window, by keys: a further desk of a town with a neighbour's backup, and the first desk of one.

use super::backup::backs_up;
use super::{Service, TOWN, agree, enrol_town, files, syncs};
use crate::harness::Desk;
use crate::job::{fill, go, signs_in};
use crate::screen::Screen;

const URL: &str = "Adresse des Dienstes";
const CODE: &str = "Code des Kreises";
const PASSPHRASE: &str = "Passphrase der Sicherung";

#[test]
fn a_further_desk_begins_with_a_neighbours_backup_by_keys() {
    let service = Service::new();
    let one = Desk::demo(4, 1);
    let _ = enrol_town(&service, &one, None);
    let _ = syncs(&one);
    let backup = backs_up(&one, "stadt.amts");
    let two = Desk::new();
    let _ = std::fs::copy(&backup, two.file("home").join("stadt.amts")).expect("put on a stick");
    let (url, code) = service.code(TOWN, "Schalter 2");

    let mut screen = Screen::new(1366, 768);
    let mut window = screen.open(&two, &[]);
    window.shows("Dieser Rechner wird ein Platz einer Stadt");
    let _ = window.picture("begin");
    // What is missing is said at once, at its fields.
    window.keys(&["ctrl+Return"]);
    window.shows("Hier fehlt der Code");
    fill(&mut window, URL, &url, &url);
    go(&mut window, "Tab", CODE);
    window.types(&code);
    window.keys(&["ctrl+o"]);
    window.shows("stadt.amts");
    let _ = window.picture("begin-choose");
    window.keys(&["Return"]);
    let _ = window.sees(&serde_json::json!({ "name": PASSPHRASE, "states": ["focused"] }));
    window.types("vier falsche");
    window.keys(&["ctrl+Return"]);
    window.shows("gehört nicht zu dieser Sicherung");
    let _ = window.picture("begin-refused");
    assert!(!two.data().join("amtsstube.db").exists(), "nothing is made");
    window.keys(&["ctrl+a"]);
    window.types("vier alte Wörter");
    window.keys(&["ctrl+Return"]);
    window.shows("Bitte Anmeldename und PIN eingeben");
    signs_in(&mut window);
    window.keys(&["F7"]);
    window.shows("Verbunden");
    let _ = window.picture("begin-done");
    window.kill();

    let two = two.signed_in("schalter", "2468");
    let (_, number) = files(&two);
    assert!(number.contains("-B-"), "{number}");
    let _ = (syncs(&two), syncs(&one));
    agree(&one, &two);
}

#[test]
fn the_first_desk_of_a_town_begins_by_keys() {
    let desk = Desk::new();
    let mut screen = Screen::new(1366, 768);
    let mut window = screen.open(&desk, &[]);
    window.shows("Noch niemand in der Stadt");
    go(&mut window, "Tab", "Neu beginnen");
    window.keys(&["Return"]);
    window.shows("Wer sich jetzt einträgt, wird Administrator");
    fill(&mut window, "Anmeldename", "wes", "wes");
    go(&mut window, "Tab", "Name");
    window.types("Wes Weber");
    go(&mut window, "Tab", "PIN");
    window.types("24680");
    go(&mut window, "Tab", "PIN noch einmal");
    window.types("24680");
    window.keys(&["Return"]);
    window.focused("combo box", "Leistung");
    window.kill();
    desk.is_sound();
}
