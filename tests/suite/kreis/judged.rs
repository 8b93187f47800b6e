//! What the service finds not to count: told in words at the desk, on the command line and in the window, until the head has
//! looked at it.

use serde_json::json;

use super::lean::Lean;
use super::{Service, TOWN, enrol_town, is, syncs};
use crate::harness::{Answer, Desk};
use crate::job::signs_in_as;
use crate::screen::Screen;

#[test]
fn what_does_not_count_is_told_in_words_until_the_head_has_looked_at_it() {
    let service = Service::new();
    let one = Desk::demo(1, 1);
    let _ = enrol_town(&service, &one, None);
    let _ = syncs(&one);
    // A desk on which somebody writes whom the town has given no role.
    let code = service.code(TOWN, "Schalter 2").1.parse().expect("a code");
    let mut two = Lean::new(2, &code, service.port);
    let mut line = two.line(service.port, &code);
    two.files(1, 0);
    let _ = two.agrees(&mut line).expect("agrees");

    let mut sync = one.command();
    let _ = sync.args(["sync", "--once", "--data"]).arg(one.data());
    let said = Answer::from(sync.output().expect("the program starts")).stdout;
    assert!(said.contains("Wegen der Rollen ist"), "that there is something: {said}");
    for words in ["Vorgang aufgenommen", "Die Rolle war nicht vergeben oder schon entzogen."] {
        assert!(!said.contains(words), "nobody is signed in whom {words} concerns");
    }
    assert_eq!(one.does(["outbox"])["refused"], json!([]), "neither wrote it nor may settle it");
    let outbox = is(&one, "leitung", &["outbox"]).json;
    assert_eq!(outbox["refused"][0]["reason"], "not_held", "{outbox}");

    let mut screen = Screen::new(1366, 768);
    let mut window = screen.open(&one, &[]);
    signs_in_as(&mut window, "leitung");
    window.keys(&["F7"]);
    window.shows("Zählt nicht");
    window.shows("Die Rolle war nicht vergeben oder schon entzogen.");
    let _ = window.sees(&json!({ "role": "push button", "name": "Ist geklärt" }));
    let _ = window.picture("refused");
    window.kill();

    let looked = ["conflicts", "looked-at", "--reason", "angesehen"];
    assert_ne!(is(&one, "schalter", &looked).code, 0, "the head does it");
    let settled = is(&one, "leitung", &looked);
    assert_eq!(settled.code, 0, "{} {}", settled.stdout, settled.stderr);
    assert_eq!(is(&one, "leitung", &["outbox"]).json["refused"], json!([]));
}
