//! Who else has a case open: two windows at two desks, each on a screen of its own.

use serde_json::json;

use super::{Service, enrol_new, enrol_town, syncs};
use crate::harness::Desk;
use crate::job::signs_in;
use crate::screen::Screen;

#[test]
fn what_one_desk_has_open_is_seen_at_the_other_and_no_longer_once_it_is_closed() {
    let service = Service::new();
    let one = Desk::demo(0, 1);
    let _ = enrol_town(&service, &one, None);
    let number = files_unpaid(&one);
    let _ = syncs(&one);
    let two = enrol_new(&service, "Schalter 2");

    let (mut left, mut right) = (Screen::new(1366, 768), Screen::new(1366, 768));
    let (mut first, mut second) = (left.open(&one, &[]), right.open(&two, &[]));
    for window in [&mut first, &mut second] {
        signs_in(window);
        window.keys(&["F3"]);
        window.shows("Meine 1");
        window.shows(&number);
    }
    // At the first desk somebody opens it: the list of the second says so, and then the case itself, at both.
    first.keys(&["Return"]);
    first.shows("Notiz");
    second.shows("offen bei Ada Terhürne");
    second.shows("in Bearbeitung bei Ada Terhürne, Schalter 1, seit");
    let _ = second.picture("present-list");
    second.keys(&["Return"]);
    second.shows("Notiz");
    second.shows("Schalter 1, seit");
    first.shows("in Bearbeitung bei Ada Terhürne, Schalter 2, seit");
    let _ = second.picture("present-case");

    // They leave it.
    first.keys(&["F2"]);
    second.misses(&json!({ "part": "Schalter 1, seit" }));
    first.keys(&["F3"]);
    first.shows("offen bei Ada Terhürne");
    // The lock takes it off the screen too.
    second.keys(&["ctrl+l"]);
    first.misses(&json!({ "part": "offen bei" }));
    let log = service.log();
    assert!(!log.contains("Terhürne") && !log.contains(&number), "nothing personal in the log: {log}");
}

/// Files a case that stays open.
fn files_unpaid(desk: &Desk) -> String {
    let example = desk.does(["catalogue", "example", "beglaubigung"]);
    let answers = desk.put_json("answers.json", &example).display().to_string();
    let filed = desk.does(["case", "new", "--service", "beglaubigung", "--answers", &answers]);
    filed["number"].as_str().expect("a number").to_owned()
}
