//! A conflict in a real window: both versions, each with who, where and when, the papers that are out, a key that marks one and another that decides.

use amtsstube::desk::clock::legal_moment;
use amtsstube::words;
use serde_json::{Value, json};

use super::{Service, agree, corrects, files, syncs, two_desks};
use crate::job::{go, signs_in};
use crate::screen::Screen;

const THIRD: &str = "Dritte Fassung";

/// Where a version comes from, as the screen says it.
fn origin(version: &Value) -> String {
    let at = version["at"].as_str().expect("a moment").parse().expect("a moment");
    let word = |name: &str| version[name].as_str().expect("a text");
    format!("Platz {}, {}, {}", word("desk"), word("by"), words::moment(legal_moment(at)))
}

#[test]
fn a_conflict_shows_both_versions_with_who_where_and_when_a_digit_marks_and_enter_decides() {
    let service = Service::new();
    let (one, two) = two_desks(&service);
    let (case, _) = files(&two);
    let _ = (syncs(&two), syncs(&one));
    corrects(&one, &case, "vorlage_bei", &json!("Hochschule Bocholt"));
    corrects(&two, &case, "vorlage_bei", &json!("Handwerkskammer"));
    let _ = (syncs(&one), syncs(&two), syncs(&one));
    let open = two.does(["conflicts"]);
    let conflict = &open["conflicts"][0];
    let versions = conflict["versions"].as_array().expect("versions");
    assert_eq!(versions.len(), 2, "{open}");

    let mut screen = Screen::new(1366, 768);
    let mut window = screen.open(&two, &[]);
    signs_in(&mut window);
    window.keys(&["F7"]);
    window.shows("Zwei Fassungen: bitte entscheiden");
    for version in versions {
        let shown = version["shown"].as_str().expect("a text");
        let _ = window.sees(&json!({ "role": "push button", "name": format!("Fassung: {shown}") }));
        window.shows(&origin(version));
    }
    let paper = conflict["papers"]["named"][0]["title"].as_str().expect("a paper that is out");
    window.shows(&format!("Ausgestellt ist schon: {paper}"));
    let _ = window.picture("conflict");

    // What is typed is typed, and chooses nothing.
    go(&mut window, "Tab", THIRD);
    window.types("2");
    let _ = window.sees(&json!({ "name": THIRD, "value": "2" }));
    window.keys(&["BackSpace"]);
    window.shows("Fassung: Handwerkskammer");
    go(&mut window, "shift+Tab", "Fassung: Handwerkskammer");
    let chosen = &versions[1];
    // Enter alone decides nothing; a digit marks, another one moves the mark.
    go(&mut window, "Tab", "Markierte Fassung gilt");
    window.keys(&["Return"]);
    window.shows("Bitte erst eine Fassung wählen.");
    for (key, version) in [("1", &versions[0]), ("2", chosen)] {
        window.keys(&[key]);
        let shown = version["shown"].as_str().expect("a text");
        let _ = window.sees(&json!({ "name": format!("Fassung: {shown}, markiert") }));
    }
    let _ = window.picture("conflict-marked");
    assert_eq!(two.does(["conflicts"])["conflicts"], open["conflicts"], "nothing is decided yet");
    window.keys(&["Return"]);
    window.shows("Es steht nichts gegeneinander.");
    window.kill();
    let _ = (syncs(&two), syncs(&one));
    for desk in [&one, &two] {
        assert_eq!(desk.does(["conflicts"])["conflicts"], json!([]));
        assert_eq!(desk.does(["case", "show", &case])["answers"]["vorlage_bei"], chosen["value"]);
    }
    agree(&one, &two);
}
