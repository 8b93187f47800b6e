//! A whole Gewerbe-Anmeldung in a real window, by keyboard alone, looked at by command line afterwards; and the window as
//! assistive technology finds it. Each key waits until the tree says that the one before arrived.

use serde_json::{Value, json};

use crate::harness::{Desk, text_of};
use crate::printing::cups::{Cups, until};
use crate::screen::{Screen, Window};

const CLERK: &str = "schalter";
const PIN: &str = "2468";
const ACTIVITY: &str = "Reparatur von Fahrrädern";

fn town() -> Desk {
    Desk::demo(0, 1).signed_in(CLERK, PIN)
}

/// Presses `key`, and again wherever the keyboard comes to, until that is the control called `name`.
#[track_caller]
pub fn go(window: &mut Window<'_>, key: &str, name: &str) {
    let mut at = window.keyboard(&Value::Null);
    let mut way = Vec::new();
    while at["name"] != name {
        assert!(way.len() < 200, "{key} never came to {name:?}, but to {way:?}");
        window.keys(&[key]);
        let before = if at.is_null() { json!({}) } else { at };
        at = window.keyboard(&before);
        way.push(before["name"].clone());
    }
}

/// Types into the field that has the keyboard, which must be `name`, and waits until it contains `value`.
#[track_caller]
pub fn fill(window: &mut Window<'_>, name: &str, text: &str, value: &str) {
    let _ = window.sees(&json!({ "name": name, "states": ["focused"] }));
    window.types(text);
    let _ = window.sees(&json!({ "name": name, "states": ["focused"], "value": value }));
}

pub fn signs_in(window: &mut Window<'_>) {
    signs_in_as(window, CLERK);
}

/// The same as somebody else who works at the desk.
pub fn signs_in_as(window: &mut Window<'_>, login: &str) {
    fill(window, "Anmeldename", login, login);
    go(window, "Tab", "PIN");
    window.types(PIN);
    window.keys(&["Return"]);
    window.focused("combo box", "Leistung");
}

/// Somebody new, with what a German keyboard writes and what only the letter list does.
fn enters_a_person(window: &mut Window<'_>) {
    let search = "Name, Geburtsdatum, Straße";
    fill(window, search, "Öztürk", "Öztürk");
    go(window, "Tab", "Neue Person");
    window.keys(&["Return"]);
    fill(window, "Name", "Öztürk-D", "Öztürk-D");
    window.keys(&["ctrl+period"]);
    let _ = window.sees(&json!({ "role": "list item", "name": "Ď" }));
    window.keys(&["Down", "Return"]);
    let _ = window.sees(&json!({ "name": "Name", "value": "Öztürk-Ď" }));
    fill(window, "Name", "uran", "Öztürk-Ďuran");
    for (name, text) in [
        ("Vornamen", "José"),
        ("Geburtsdatum", "14031987"),
        ("Straße", "Große Mühlenstiege"),
        ("Nr.", "12 a"),
        ("PLZ", "48712"),
        ("Ort", "Gescher"),
    ] {
        go(window, "Return", name);
        fill(window, name, text, text);
    }
    go(window, "Return", "Übernehmen");
    window.keys(&["Return"]);
    window.focused("combo box", "Gesehener Ausweis");
    window.types("p");
    let _ = window.sees(&json!({ "role": "list item", "name": "Personalausweis" }));
    window.keys(&["ctrl+Return"]);
    window.focused("combo box", "Rechtsform");
}

fn fills_the_person(window: &mut Window<'_>) {
    go(window, "Return", "Weiter: Angaben zur Person");
    window.keys(&["Return"]);
    let _ = window.sees(&json!({ "name": "4 Name", "states": ["focused"], "value": "Öztürk-Ďuran" }));
    go(window, "Return", "6 Geschlecht (wie im Geburtseintrag)");
    window.keys(&["Down"]);
    window.focused("radio button", "männlich");
    go(window, "Return", "9 Geburtsort");
    fill(window, "9 Geburtsort", "Coesfeld", "Coesfeld");
    go(window, "Return", "Staatsangehörigkeit(en) 1");
    window.types("deutsch");
    let _ = window.sees(&json!({ "role": "list box" }));
    go(window, "Return", "E-Mail");
    let _ =
        window.sees(&json!({ "name": "Staatsangehörigkeit(en) 1", "role": "entry", "value": "Deutschland" }));
    fill(window, "E-Mail", "jose@example.org", "jose@example.org");
    go(window, "Return", "Weiter: Angaben zum Betrieb");
    window.keys(&["Return"]);
    let _ = window.sees(&json!({ "role": "heading", "name": "Angaben zum Betrieb" }));
}

/// The business, with a postcode that is wrong at first and mended by one key.
fn fills_the_business(window: &mut Window<'_>) {
    go(window, "Return", "Straße");
    fill(window, "Straße", "Hofstraße", "Hofstraße");
    go(window, "Return", "Nr.");
    fill(window, "Nr.", "23", "23");
    go(window, "Return", "PLZ");
    fill(window, "PLZ", "4871", "4871");
    window.keys(&["Tab"]);
    window.focused("entry", "Ort");
    window.shows("Das ist keine Postleitzahl");
    let _ = window.picture("job-error");
    go(window, "shift+Tab", "PLZ");
    fill(window, "PLZ", "48712", "48712");
    go(window, "Return", "Beschreibung");
    fill(window, "Beschreibung", ACTIVITY, ACTIVITY);
    let _ = window.sees(&json!({ "role": "list box" }));
    window.keys(&["Down", "Return"]);
    window.misses(&json!({ "role": "list box" }));
    go(window, "Return", "19 Wird die Tätigkeit (vorerst) im Nebenerwerb betrieben?");
    window.keys(&["Left"]);
    window.focused("radio button", "nein");
    let begin = "20 Datum des Beginns der angemeldeten Tätigkeit";
    go(window, "Return", begin);
    fill(window, begin, "011226", "011226");
    go(window, "Return", "Handwerk");
    window.keys(&["space"]);
    let _ = window.sees(&json!({ "name": "Handwerk", "states": ["checked"] }));
    go(window, "Return", "Teilzeit");
    fill(window, "Teilzeit", "1", "1");
    go(window, "Return", "23 Die Anmeldung wird erstattet für");
    window.keys(&["Down"]);
    let _ = window.sees(&json!({ "role": "list item", "name": "Hauptniederlassung" }));
}

/// Read back: up to the stop where it is signed.
fn checks(window: &mut Window<'_>) {
    window.keys(&["ctrl+Return"]);
    let _ = window.sees(&json!({ "name": "Bitte vorlesen: Stimmt alles?" }));
    let _ = window.sees(&json!({ "role": "push button", "states": ["focused"] }));
    window.keys(&["Return"]);
    window.focused("check box", "Unterschrift gesehen");
}

/// The form to be signed comes out of the printer as a draft, whose job tells neither whom nor what it is about; nothing
/// of it stands in the queue or in a case.
fn prints_the_draft(window: &mut Window<'_>, cups: &Cups, desk: &Desk) {
    window.keys(&["ctrl+p"]);
    window.shows("beim Drucker schalter");
    until("the draft comes out", || cups.came_out().len() == 1);
    let sheets = &cups.came_out()[0];
    assert!(sheets.name.starts_with("Entwurf ") && !sheets.name.contains("Öztürk"), "{}", sheets.name);
    assert_eq!(sheets.copies, "1");
    let file = desk.file("draft.pdf");
    std::fs::write(&file, &sheets.bytes).unwrap();
    let text = text_of(&file);
    for part in ["Öztürk-Ďuran", "Hofstraße", ACTIVITY, "Entwurf zur Unterschrift"] {
        assert!(text.contains(part), "the draft lacks {part:?}:\n{text}");
    }
    assert_eq!(desk.does(["case", "list"]), json!([]));
    assert_eq!(desk.does(["paper", "queue"]), json!([]));
    let _ = window.picture("job-draft-printed");
    window.focus("check box", "Unterschrift gesehen");
    window.focused("check box", "Unterschrift gesehen");
}

/// Sign, pay with fifty euros: up to the page that says it is done.
fn signs_and_pays(window: &mut Window<'_>) {
    window.keys(&["space"]);
    let _ = window.sees(&json!({ "name": "Unterschrift gesehen", "states": ["checked"] }));
    window.keys(&["ctrl+Return"]);
    fill(window, "Gegeben", "50", "50");
    window.shows("24,00");
    let _ = window.picture("job-pay");
    window.keys(&["Return"]);
    window.focused("push button", "Nächster Vorgang");
    let _ = window.picture("job-done");
}

#[test]
fn a_trade_is_registered_in_a_real_window_by_keyboard_alone() {
    let cups = Cups::with_printer("schalter");
    let mut desk = town();
    desk.prints_with(&cups.socket());
    let mut screen = Screen::new(1366, 768);
    let mut window = screen.open(&desk, &[]);
    signs_in(&mut window);
    window.keys(&["F2"]);
    fill(&mut window, "Leistung", "gew", "gew");
    let _ = window.sees(&json!({ "role": "list box" }));
    window.keys(&["Return"]);
    enters_a_person(&mut window);
    fills_the_person(&mut window);
    fills_the_business(&mut window);
    checks(&mut window);
    prints_the_draft(&mut window, &cups, &desk);
    signs_and_pays(&mut window);
    // Twice, as somebody who waits does: each paper comes once.
    cups.shut();
    window.keys(&["ctrl+p", "ctrl+p"]);
    cups.waits();
    cups.open();
    for nth in 0..3 {
        let _ = window.sees(&json!({ "name": "gedruckt", "nth": nth }));
    }
    assert_eq!(cups.came_out().len(), 4, "after the draft: receipt, form and quittance, each once");
    let _ = window.picture("job-printed");
    window.keys(&["F3"]);
    // Who filed it is a clerk too and has it.
    window.shows("Meine 1");
    window.shows("Öztürk-Ďuran");
    let _ = window.picture("job-cases");
    window.kill();
    is_filed_paid_and_papered(&desk);
}

/// By command line: what the clerk did at the window is what the office has.
fn is_filed_paid_and_papered(desk: &Desk) {
    let cases = desk.does(["case", "list"]);
    let cases = cases.as_array().unwrap();
    assert_eq!(cases.len(), 1, "{cases:?}");
    let case = &cases[0];
    assert_eq!(case["service"], "gewerbe-anmeldung");
    assert_eq!(case["applicant"], "Öztürk-Ďuran, José");
    assert_eq!(case["owes_cents"], 0);
    let number = case["number"].as_str().unwrap();
    let sheet = desk.does(["case", "show", number]);
    assert_eq!(sheet["receipts"][0]["cents"], 2600);
    let papers = desk.does(["paper", "list", number]);
    let papers = papers.as_array().unwrap();
    let mut all = String::new();
    for title in ["Empfangsbescheinigung", "Gewerbe-Anmeldung (GewA 1)", "Quittung"] {
        let paper = papers.iter().find(|paper| paper["title"].as_str().is_some_and(|t| t.starts_with(title)));
        let id = paper.unwrap_or_else(|| panic!("no {title}: {papers:?}"))["id"].as_str().unwrap();
        let file = desk.file(&format!("{id}.pdf"));
        let _ = desk.does(["paper", "save", number, id, "--out", file.to_str().unwrap()]);
        let text = text_of(&file);
        assert!(text.contains("Öztürk-Ďuran"), "{title} without the name:\n{text}");
        all.push_str(&text);
    }
    for part in ["José", ACTIVITY, number, "Hofstraße", "26,00"] {
        assert!(all.contains(part), "no paper says {part:?}:\n{all}");
    }
    desk.is_sound();
}

#[test]
fn assistive_technology_signs_in_and_finds_the_counter() {
    let desk = town();
    let mut screen = Screen::new(1366, 768);
    let mut window = screen.open(&desk, &[]);
    // Both ways of writing: technology moves the keyboard and keys write, or it sets the text itself.
    window.focus("password text", "PIN");
    window.focused("password text", "PIN");
    window.types(PIN);
    window.set("entry", "Anmeldename", CLERK);
    let _ = window.sees(&json!({ "role": "entry", "name": "Anmeldename", "value": CLERK }));
    window.click("push button", "Anmelden");
    window.focused("combo box", "Leistung");
    fill(&mut window, "Leistung", "hun", "hun");
    for area in ["Schalter", "Vorgänge", "Personen"] {
        let _ = window.sees(&json!({ "role": "menu item", "name": area }));
    }
}
