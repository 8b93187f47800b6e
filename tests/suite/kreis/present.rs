//! Who else has a case open: two windows at two desks, each on a screen of its own.

use std::time::{Duration, Instant};

use super::{Service, enrol_new, enrol_town, syncs};
use crate::harness::Desk;
use crate::job::{shows, signs_in};
use crate::screen::{PATIENCE, Screen, Window};

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
        shows(window, "Meine 1");
        shows(window, &number);
    }
    // At the first desk somebody opens it: the list of the second says so, and then the case itself, at both.
    first.keys(&["Return"]);
    shows(&mut first, "Notiz");
    shows(&mut second, "offen bei Ada Terhürne");
    shows(&mut second, "in Bearbeitung bei Ada Terhürne, Schalter 1, seit");
    let _ = second.picture("present-list");
    second.keys(&["Return"]);
    shows(&mut second, "Notiz");
    shows(&mut second, "Schalter 1, seit");
    shows(&mut first, "in Bearbeitung bei Ada Terhürne, Schalter 2, seit");
    let _ = second.picture("present-case");

    // They leave it.
    first.keys(&["F2"]);
    hides(&mut second, "Schalter 1, seit");
    first.keys(&["F3"]);
    shows(&mut first, "offen bei Ada Terhürne");
    // The lock takes it off the screen too.
    second.keys(&["ctrl+l"]);
    hides(&mut first, "offen bei");
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

/// Waits until nothing on the window says this.
pub fn hides(window: &mut Window<'_>, text: &str) {
    let give_up = Instant::now() + Duration::from_secs(PATIENCE.into());
    while window.tree().iter().any(|node| node["name"].as_str().is_some_and(|name| name.contains(text))) {
        assert!(Instant::now() < give_up, "still says {text:?}: {}", window.picture("failed").display());
        std::thread::sleep(Duration::from_millis(50));
    }
}
