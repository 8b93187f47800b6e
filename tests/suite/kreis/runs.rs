//! What whoever runs the service asks of it: tables made beforehand, whether it is ready, and an end that answers everybody.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use amtsstube::district::Postgres;
use amtsstube::district::config::Limits;
use amtsstube::domain::id::Digest;
use amtsstube::wire::{EnrolmentCode, Service as _};

use super::lean::{self, Lean};
use super::raw::{answer, counted, get, tls};
use super::server::Server;
use super::within::Within;
use super::{Service, TOWN};

#[test]
fn tables_are_made_and_nothing_is_served() {
    let server = Server::start();
    let url = server.database("kreis", None);
    let tables = "SELECT count(*) FROM pg_tables WHERE tablename = 'device'";
    let mut service = Service::with(&format!("database = \"{url}\"\n"));
    service.stop();
    let other = server.database("other", None);
    let settings = service.folder.path().join("kreisdienst.toml");
    std::fs::write(&settings, format!("database = \"{other}\"\n")).expect("other settings");
    assert_eq!(server.says("other", tables), ["0"]);
    let made = service.says(&["migrate"]);
    assert!(made["tables"].as_u64() > Some(0), "{made}");
    assert_eq!(server.says("other", tables), ["1"]);
    assert_eq!(service.says(&["migrate"]), made, "again, it finds nothing to do");
}

#[test]
fn without_its_database_it_runs_and_is_not_ready() {
    let mut server = Server::start();
    let url = server.database("kreis", None);
    let open = |_: &_| async { Postgres::open(&url, None).await.expect("opens") };
    let service = Within::over(open, None, Limits::default());
    let said = |path: &str| get(service.port, path).lines().next().unwrap_or_default().to_owned();
    assert_eq!((said("/health"), said("/ready")), ("HTTP/1.1 200 OK".into(), "HTTP/1.1 200 OK".into()));
    let becomes = |answer: &str| {
        let give_up = Instant::now() + Duration::from_mins(1);
        while said("/ready") != answer {
            assert!(Instant::now() < give_up, "it is never {answer}");
        }
    };
    server.kill();
    // A process of PostgreSQL that was serving a connection may answer once more after its master is gone.
    becomes("HTTP/1.1 503 Service Unavailable");
    assert_eq!(said("/health"), "HTTP/1.1 200 OK");
    server.run();
    becomes("HTTP/1.1 200 OK");
}

/// A desk waits for news most of its day: an update of the service lets it go with an answer.
#[test]
fn a_service_that_ends_answers_the_desk_that_waits() {
    let mut service = Service::new();
    let codes = [service.code(TOWN, "Schalter 1").1.parse().expect("a code")];
    let (desks, mut lines) = lean::desks(&codes, service.port);
    let (desk, mut line): (&Lean, _) = (&desks[0], lines.remove(0));
    let _ = desk.agrees(&mut line).expect("agrees");
    let (heard, long) = (desk.heard(), Duration::from_secs(30));
    let port = service.port;
    let begun = Instant::now();
    let answer = thread::scope(|scope| {
        let waits = scope.spawn(move || line.since(heard, long));
        while counted(port, "waiting") == 0 {
            assert!(!waits.is_finished(), "nobody waited");
            thread::yield_now();
        }
        // It must come to its end by itself, without an error.
        service.stop();
        waits.join().expect("no panic")
    });
    assert!(answer.expect("answered").is_some(), "a page without news");
    assert!(begun.elapsed() < long, "nobody was kept waiting");
}

/// What somebody has begun to ask is heard to its end; whoever comes later is refused at once, and goes to another node.
#[test]
fn a_service_that_ends_answers_what_was_begun_and_refuses_who_comes_later() {
    let mut service = Service::new();
    let (port, body) = (service.port, b"no enrolment");
    let mut line = tls(port);
    let head = format!("POST /t/{TOWN}/enrol HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n");
    let size = body.len();
    write!(line, "{head}content-length: {size}\r\nexpect: 100-continue\r\n\r\n").expect("asked");
    let mut goes_on = [0; 25];
    line.read_exact(&mut goes_on).expect("it waits for the rest");
    assert_eq!(&goes_on, b"HTTP/1.1 100 Continue\r\n\r\n");
    let is_refused = || {
        let tried = TcpStream::connect(("127.0.0.1", port));
        tried.is_err_and(|error| error.kind() == ErrorKind::ConnectionRefused)
    };
    thread::scope(|scope| {
        let ends = scope.spawn(move || service.stop());
        while !is_refused() {
            assert!(!ends.is_finished(), "it has ended, and let in whoever came");
            thread::yield_now();
        }
        assert!(!ends.is_finished(), "it did not wait for the rest");
        line.write_all(body).expect("the rest");
        let said = answer(&mut line);
        assert!(said.starts_with("HTTP/1.1 400"), "{said}");
        ends.join().expect("it came to its end by itself");
    });
}

/// The certificate of the Kreis's own authority, say: desks know it by the code, and let no other in its place.
#[test]
fn a_certificate_from_files_is_what_desks_know_the_service_by() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let show = |name: &str| {
        let made = rcgen::generate_simple_self_signed([name.to_owned()]).expect("a certificate");
        std::fs::write(path("certificate.pem"), made.cert.pem()).expect("written");
        std::fs::write(path("private.pem"), made.signing_key.serialize_pem()).expect("written");
        Digest::of(&[made.cert.der()])
    };
    let shown = show("kreis.example");
    let line = |key: &str, path: &Path| format!("{key} = \"{}\"\n", path.display());
    let settings =
        [line("certificate", &path("certificate.pem")), line("key", &path("private.pem"))].concat();
    let mut service = Service::with(&settings);
    let code: EnrolmentCode = service.code(TOWN, "Schalter 1").1.parse().expect("a code");
    assert_eq!(code.pin, shown);
    let (desks, mut lines) = lean::desks(&[code], service.port);
    let _ = desks[0].agrees(&mut lines[0]).expect("it is the one that the code names");

    service.stop();
    assert_ne!(show("kreis.example"), shown);
    service.start();
    assert!(desks[0].agrees(&mut lines[0]).is_err(), "another certificate, and it was believed");
}
