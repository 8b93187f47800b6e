//! Dropping what lies in the mailbox, over a real line: another desk's case only where somebody means it, and its sender hears.

use serde_json::{Value, json};

use super::handover::{both, files, hands_over};
use super::{Service, is, syncs};
use crate::harness::Desk;
use crate::job::{fill, go};
use crate::screen::Screen;

const KREIS: &str = "05554000";

fn mail(desk: &Desk) -> Value {
    let answer = is(desk, "leitung", &["mail", "list"]);
    assert_eq!(answer.code, 0, "{}\n{}", answer.stdout, answer.stderr);
    answer.json
}

/// The head drops it at the window: asked once, and once more whether it is meant.
fn by_keys(desk: &Desk) {
    let mut screen = Screen::new(1366, 768);
    let mut window = screen.open(desk, &[]);
    fill(&mut window, "Anmeldename", "leitung", "leitung");
    go(&mut window, "Tab", "PIN");
    window.types("2468");
    window.keys(&["Return"]);
    window.focused("combo box", "Leistung");
    window.keys(&["F7"]);
    window.shows("kann hier nicht geöffnet werden");
    go(&mut window, "Tab", "Grund fürs Verwerfen");
    window.types("Nicht für uns");
    go(&mut window, "Tab", "Verwerfen");
    let _ = window.picture("drop");
    window.keys(&["Return"]);
    window.shows("kann ein anderer Platz dieser Stelle öffnen");
    go(&mut window, "Tab", "Trotzdem verwerfen");
    let _ = window.picture("drop-asks");
    window.keys(&["Return"]);
    window.shows("Ungeöffnet verworfen");
    window.shows("verworfen von");
    let _ = window.picture("drop-done");
    window.kill();
}

#[test]
fn what_another_desk_can_open_is_dropped_only_where_somebody_means_it_and_the_sender_hears() {
    let service = Service::new();
    let (town, kreis) = both(&service);
    let case = files(&town);
    let _ = hands_over(&town, &case);
    let _ = syncs(&town);
    // A desk that came to the Kreis after the case had been sealed.
    let late = Desk::new();
    let (url, code) = service.code(KREIS, "Zulassung");
    let _ = late.does(["enrol", &url, &code]);
    let _ = (syncs(&late), syncs(&kreis), syncs(&late));
    let lies = mail(&late)["in"][0].clone();
    assert_eq!(lies["problem"]["id"], "mail-other-desk", "{lies}");
    assert_eq!(mail(&kreis)["in"][0]["inside"]["what"], "handover");
    let id = lies["id"].as_str().expect("a name").to_owned();
    let drop = ["mail", "drop", &id, "--reason", "Nicht für uns"];
    let asked = is(&late, "verwaltung", &drop);
    assert_eq!((asked.code, &asked.json["problems"][0]["id"]), (1, &json!("mail-drop-other-desk")));
    assert_eq!(mail(&kreis)["in"].as_array().map(Vec::len), Some(1), "it lies there still");
    by_keys(&late);

    // Its room at the service is free, and nobody asks for it again.
    let _ = (syncs(&late), syncs(&kreis), syncs(&late));
    let rest = service.says(&["mail"])["mail"].clone();
    assert!(rest.as_array().is_some_and(|all| all.iter().all(|one| one["office"] != KREIS)), "{rest}");
    for (desk, reason) in [(&late, "Nicht für uns"), (&kreis, "")] {
        let told = mail(desk);
        assert_eq!(told["in"], json!([]), "{told}");
        assert_eq!(
            (&told["dropped"][0]["reason"], &told["dropped"][0]["id"]),
            (&json!(reason), &json!(id)),
            "why is known only where it was dropped: {told}"
        );
        desk.is_sound();
    }
    let _ = syncs(&town);
    let out = mail(&town)["out"].clone();
    assert_eq!((&out[0]["note"], &out[0]["case"]), (&json!("dropped"), &json!(case)), "{out}");
    town.is_sound();
}
