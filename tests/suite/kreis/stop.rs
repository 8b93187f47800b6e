//! A long round with the Kreis in a real window: how far it is, stopped by a key, and gone on with.

use std::time::{Duration, Instant};

use serde_json::json;

use super::proxy::Proxy;
use super::{Service, TOWN, agree, enrol_town, files, syncs};
use crate::harness::Desk;
use crate::job::signs_in;
use crate::screen::{PATIENCE, Screen};

#[test]
fn a_long_round_shows_how_far_it_is_stops_at_a_key_and_goes_on() {
    let service = Service::new();
    let one = Desk::demo(1, 1);
    let _ = enrol_town(&service, &one, None);
    let _ = syncs(&one);
    let proxy = Proxy::to(service.port);
    let two = Desk::new();
    let (_, code) = service.code(TOWN, "Schalter 2");
    let _ = two.does(["enrol", &format!("https://127.0.0.1:{}", proxy.port), &code]);
    let _ = syncs(&two);
    let two = two.signed_in("schalter", "2468");
    for _ in 0..6 {
        let _ = files(&one);
    }
    let _ = syncs(&one);

    // As slow as a branch office's line.
    proxy.takes(60);
    let mut screen = Screen::new(1366, 768);
    let mut window = screen.open(&two, &[]);
    signs_in(&mut window);
    window.keys(&["F7"]);
    window.shows("Papieren geholt");
    let _ = window.picture("stop-goes");
    window.keys(&["Escape"]);
    window.shows("Angehalten");
    let _ = window.picture("stop-held");
    let waits = two.does(["outbox"])["awaited_papers"].as_u64();
    assert!(waits > Some(0), "there was nothing to stop: {waits:?}");

    // The window works on meanwhile, and what has come is there.
    window.keys(&["F3"]);
    window.shows("Alle 7");
    window.keys(&["F7"]);
    window.shows("Weiter abgleichen");
    proxy.takes(0);
    window.keys(&["ctrl+Return"]);
    window.misses(&json!({ "part": "Angehalten" }));
    let give_up = Instant::now() + Duration::from_secs(PATIENCE.into());
    while two.does(["outbox"])["awaited_papers"] != 0 {
        assert!(Instant::now() < give_up, "it does not go on: {}", window.picture("failed").display());
        std::thread::sleep(Duration::from_millis(100));
    }
    window.kill();
    agree(&one, &two);
}
