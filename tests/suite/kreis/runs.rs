//! What whoever runs the service asks of it: tables made beforehand, whether it is ready, and an end that answers everybody.

use std::thread;
use std::time::{Duration, Instant};

use amtsstube::district::Postgres;
use amtsstube::district::config::Limits;
use amtsstube::wire::Service as _;

use super::lean::{self, Lean};
use super::raw::{counted, get};
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
    server.kill();
    assert_eq!(said("/ready"), "HTTP/1.1 503 Service Unavailable");
    assert_eq!(said("/health"), "HTTP/1.1 200 OK");
    server.run();
    let give_up = Instant::now() + Duration::from_mins(1);
    while said("/ready") != "HTTP/1.1 200 OK" {
        assert!(Instant::now() < give_up, "it never comes back");
    }
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
