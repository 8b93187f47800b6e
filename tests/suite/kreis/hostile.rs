//! Who means no good, over real sockets: silent, dripping, replaying. Each is refused or let go, and counted. What needs no
//! socket is tried beside the routes.

use super::TOWN;
use super::lean::Lean;
use super::raw::{answer, counted, tls};
use super::within::Within;
use amtsstube::district::config::Limits;
use amtsstube::wire::{Credentials, Door as _, Head, SecretKey, Segment};
use std::io::Write as _;
use std::net::TcpStream;

/// A service without patience.
fn hurried() -> Limits {
    Limits { greeting_seconds: 1, body_seconds: 1, ..Limits::default() }
}

/// Waits until something is counted that often.
fn comes_to(port: u16, what: &str, count: u64) {
    while counted(port, what) < count {
        std::thread::yield_now();
    }
}

#[test]
fn whoever_drips_or_says_nothing_is_let_go_and_counted() {
    let service = Within::limited(hurried());
    let port = service.port;
    // No greeting at all; a head that never ends; a body that never comes.
    let silent = TcpStream::connect(("127.0.0.1", port)).expect("somebody listens");
    comes_to(port, "refused_total{why=\"too_slow\"}", 1);
    drop(silent);
    let mut drips = tls(port);
    drips.write_all(b"GET /hello HTTP/1.1\r\nx-drop: ").expect("sent");
    comes_to(port, "refused_total{why=\"quiet\"}", 1);
    assert!(!answer(&mut drips).contains("200 OK"));

    let code = service.code(TOWN);
    let desk = Lean::new(1, &code, port);
    let challenge = desk.line(port, &code).hello().expect("a welcome").challenge;
    let path = format!("/t/{TOWN}/d/{}/1", desk.device);
    let shown = Credentials::new(&SecretKey::new(&[1; 32]), desk.device, challenge, "POST", &path, b"");
    let before = counted(port, "refused_total{why=\"too_slow\"}");
    let mut half = tls(port);
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: localhost\r\nauthorization: {shown}\r\ncontent-length: 1000\r\n\
         content-type: application/json\r\nconnection: close\r\n\r\nAMS2"
    );
    half.write_all(head.as_bytes()).expect("sent");
    assert!(answer(&mut half).contains(r#"{"problem":"too_slow"}"#));
    assert_eq!(counted(port, "refused_total{why=\"too_slow\"}"), before + 1);
    // Whoever behaves is served meanwhile.
    let _ = desk.agrees(&mut desk.line(port, &code)).expect("agrees");
}

/// What was heard on the way and sent again does nothing: the answer is the same, and the chain stands where it stood.
#[test]
fn a_request_that_is_sent_again_by_somebody_changes_nothing() {
    let service = Within::new();
    let (port, code) = (service.port, service.code(TOWN));
    let mut desk = Lean::new(1, &code, port);
    desk.files(3, 0);
    let events: Vec<_> = desk.chain();
    let key = SecretKey::new(&[1; 32]);
    let segment = Segment::pack(&key, desk.device, Head::default(), &events).expect("packed");
    let challenge = desk.line(port, &code).hello().expect("a welcome").challenge;
    let path = format!("/t/{TOWN}/d/{}/1", desk.device);
    let shown = Credentials::new(&key, desk.device, challenge, "POST", &path, &segment);
    let say = |path: &str, body: &[u8]| {
        let mut line = tls(port);
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: localhost\r\nauthorization: {shown}\r\ncontent-length: {}\r\n\
             connection: close\r\n\r\n",
            body.len()
        );
        line.write_all(&[head.as_bytes(), body].concat()).expect("sent");
        answer(&mut line)
    };
    let said = |answer: &str| answer.rsplit("\r\n").next().unwrap_or_default().to_owned();
    let first = say(&path, &segment);
    assert!(first.starts_with("HTTP/1.1 200"), "{first}");
    let sequence = || {
        service.asks(amtsstube::district::Store::since(
            &service.store,
            TOWN.into(),
            amtsstube::domain::id::DeviceId(uuid::Uuid::nil()),
            Head::default(),
        ))
    };
    let stands = sequence().expect("answered").expect("there").next;
    for _ in 0..3 {
        assert_eq!(said(&say(&path, &segment)), said(&first));
    }
    assert_eq!(sequence().expect("answered").expect("there").next, stands, "nothing was added");
    // To another address, or with one byte more, the signature is nobody's.
    let other = format!("/t/{TOWN}/d/{}/2", desk.device);
    for again in [say(&other, &segment), say(&path, &[&segment[..], b"x"].concat())] {
        assert!(again.contains(r#"{"problem":"stranger"}"#), "{again}");
    }
    assert_eq!(counted(port, "refused_total{why=\"stranger\"}"), 2);
}
