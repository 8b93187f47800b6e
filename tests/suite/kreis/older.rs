//! A desk and a service of which one is from before the fourth form of segments and the greeting that tells of it: both orders of
//! an update work. And a request that is signed for one connection, on another one.

use super::TOWN;
use super::lean::Lean;
use super::raw::{Tls, answer, tls, tls_as};
use super::within::Within;
use amtsstube::district::config::Limits;
use amtsstube::district::tls::Identity;
use amtsstube::district::{Sqlite, Store as _};
use amtsstube::domain::id::{DeviceId, Digest};
use amtsstube::wire::{
    ALPN, Challenge, Credentials, Door as _, Form, Greeting, Head, Kind, SecretKey, Service as _,
};
use std::io::Write as _;
use std::sync::Arc;
use uuid::Uuid;

/// A service that chooses nothing while it greets.
fn from_before() -> Within<Sqlite> {
    let Identity { config, pin } = Within::new().identity.clone();
    let mut config = (*config).clone();
    config.alpn_protocols.clear();
    let shown = Identity { config: Arc::new(config), pin };
    let open = |folder: &std::path::Path| {
        let store = Sqlite::open(&folder.join("kreis.db"));
        async move { store.expect("opens") }
    };
    Within::over(open, Some(shown), Limits::default())
}

/// How the segments that the service has begin.
fn forms(service: &Within<Sqlite>) -> Vec<[u8; 4]> {
    let page = service.store.since(TOWN.into(), DeviceId(Uuid::nil()), Head::default());
    let page = service.asks(page).expect("answered").expect("there");
    let segments = page.entries.iter().filter(|entry| entry.kind == Kind::Segment);
    segments.map(|entry| entry.bytes[..4].try_into().expect("four bytes")).collect()
}

fn two_agree(service: &Within<Sqlite>) {
    let port = service.port;
    let codes = [service.code(TOWN), service.code(TOWN)];
    let (mut one, two) = (Lean::new(1, &codes[0], port), Lean::new(2, &codes[1], port));
    one.files(3, 5000);
    let (mut to, mut from) = (one.line(port, &codes[0]), two.line(port, &codes[1]));
    let _ = one.agrees(&mut to).expect("agrees");
    let _ = two.agrees(&mut from).expect("agrees");
    // A line that is kept goes on the same way.
    one.files(1, 0);
    let _ = one.agrees(&mut to).expect("agrees");
    let _ = two.agrees(&mut from).expect("agrees");
    assert_eq!(two.head(one.device), one.head(one.device));
    two.is_sound();
}

#[test]
fn a_new_desk_agrees_with_a_service_from_before_in_its_form() {
    let service = from_before();
    two_agree(&service);
    assert_eq!(forms(&service), [*b"AMS3", *b"AMS3"]);
}

#[test]
fn two_new_ones_speak_the_fourth_form_and_ask_for_no_challenge() {
    let service = Within::new();
    two_agree(&service);
    assert_eq!(forms(&service), [*b"AMS4", *b"AMS4"]);
    // Let in twice, each with a welcome; agreeing asked for none.
    let welcomes =
        super::raw::counted(service.port, "requests_total{method=\"GET\",route=\"/hello\",status=\"200\"}");
    let refused = super::raw::counted(service.port, "refused_total{why=\"challenge\"}");
    assert_eq!((welcomes, refused), (2, 0));
}

/// What a desk says that is no program of ours: signed for a challenge, over this connection.
fn since(mut line: Tls, device: DeviceId, challenge: Challenge) -> String {
    let path = format!("/t/{TOWN}/since/0?mark={}&wait=0", Digest::default());
    let shown = Credentials::new(&SecretKey::new(&[1; 32]), device, challenge, "GET", &path, b"");
    let asked = format!(
        "GET {path} HTTP/1.1\r\nhost: localhost\r\nauthorization: {shown}\r\nconnection: close\r\n\r\n"
    );
    line.write_all(asked.as_bytes()).expect("asked");
    answer(&mut line)
}

#[test]
fn an_older_desk_hears_the_third_form_from_a_new_service() {
    let service = Within::new();
    let (port, codes) = (service.port, [service.code(TOWN), service.code(TOWN)]);
    let (old, mut new) = (Lean::new(1, &codes[0], port), Lean::new(2, &codes[1], port));
    new.files(3, 0);
    let _ = new.agrees(&mut new.line(port, &codes[1])).expect("agrees");
    let challenge = old.line(port, &codes[0]).hello().expect("a welcome").challenge;
    let heard = since(tls(port), old.device, challenge);
    assert!(heard.starts_with("HTTP/1.1 200") && heard.contains("AMS3"), "{heard}");
    assert!(!heard.contains("AMS4"));
    let newer = since(tls_as(port, &ALPN), old.device, challenge);
    assert!(newer.contains("AMS4") && !newer.contains("AMS3"), "{newer}");
}

fn greeting(line: &Tls) -> Greeting {
    let exported = |bytes: [u8; 32], label: &[u8]| line.conn.export_keying_material(bytes, label, None).ok();
    Greeting::of(line.conn.alpn_protocol(), true, exported)
}

#[test]
fn what_is_signed_for_one_connection_is_refused_on_another() {
    let service = Within::new();
    let (port, code) = (service.port, service.code(TOWN));
    let desk = Lean::new(1, &code, port);
    let (one, other) = (tls_as(port, &ALPN), tls_as(port, &ALPN));
    let [own, foreign] = [&one, &other].map(|line| greeting(line).challenge.expect("TLS 1.3"));
    assert_ne!(own, foreign);
    let refused = since(other, desk.device, own);
    assert!(refused.starts_with("HTTP/1.1 401"), "{refused}");
    let heard = since(one, desk.device, own);
    assert!(heard.starts_with("HTTP/1.1 200"), "{heard}");
    // Somebody from before agrees on nothing, and signs what the service gives.
    assert_eq!(greeting(&tls(port)), Greeting::default());
    assert_eq!(desk.line(port, &code).form().expect("greets"), Form::Fourth);
}
