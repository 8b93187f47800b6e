//! PostgreSQL whose disk is full, where its tables lie or where its log does: the desks hear words, nothing that was
//! acknowledged is lost, and all goes on when there is room. Fills no disk; strace says that it is full.

use super::TOWN;
use super::kills::{agree_at_last, all_is_well};
use super::lean;
use super::raw::counted;
use super::server::Server;
use super::within::Within;
use amtsstube::district::Postgres;
use amtsstube::district::config::Limits;
use amtsstube::sync::{Lost, SyncError};
use std::thread;
use std::time::Duration;

/// What writes to a file.
const WRITES: &str = "pwrite64,pwritev,pwritev2,fallocate";

/// Desks work on while those of the files are full that the query names below the server's folder. `when` counts the writes
/// to them of each of its processes.
fn is_full(query: &str, when: &str) {
    let mut server = Server::start();
    let url = server.database("kreis", None);
    let open = |_: &_| async { Postgres::open(&url, None).await.expect("opens") };
    let service = Within::over(open, None, Limits::default());
    let codes = [1, 2].map(|_| service.code(TOWN));
    let (mut desks, mut lines) = lean::desks(&codes, service.port);
    agree_at_last(&desks, &mut lines);

    let data = server.data();
    let files = server.says("kreis", query).into_iter().map(|file| data.join(file).display().to_string());
    let files: Vec<String> = files.flat_map(|file| ["-P".to_owned(), file]).collect();
    let (trace, inject) = (format!("trace={WRITES}"), format!("inject={WRITES}:error=ENOSPC:when={when}"));
    let strace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &inject];
    server.runs_under(&strace.into_iter().chain(files.iter().map(String::as_str)).collect::<Vec<_>>());
    let full = |server: &Server| server.log().matches("No space left on device").count();
    let mut refused = 0;
    for round in 0.. {
        let at = round % 2;
        desks[at].files(3, 70_000);
        while let Err(error) = desks[at].agrees(&mut lines[at]) {
            assert!(matches!(&error, SyncError::Lost(Lost::Said(word)) if word == "database"), "{error}");
            refused += 1;
            assert!(refused < 3000, "it never goes on: {}", server.log());
            thread::sleep(Duration::from_millis(2));
        }
        if round > 8 && full(&server) > 2 {
            break;
        }
        assert!(round < 300, "it never was full: {}", server.log());
    }
    println!("refused {refused} times, no room {} times", full(&server));
    assert!(counted(service.port, "refused_total{why=\"database\"}") > 0);
    // What was acknowledged lasts.
    server.runs_under(&[]);
    for (desk, line) in desks.iter().zip(&mut lines) {
        while desk.agrees(line).is_err() {
            thread::yield_now();
        }
    }
    agree_at_last(&desks, &mut lines);
    service.asks(all_is_well(&service.store, &desks));
}

#[test]
fn a_full_disk_under_postgres_loses_nothing_and_all_goes_on_when_there_is_room() {
    // Segments and papers lie beside their tables, being long.
    let query = "SELECT pg_relation_filepath(file) FROM pg_class, \
                 LATERAL (VALUES (oid), (reltoastrelid)) AS files(file) \
                 WHERE relname IN ('entry', 'blob_part') AND relkind = 'r' AND file <> 0";
    is_full(query, "4..12");
}

/// A log that cannot be written ends PostgreSQL, which starts itself anew.
#[test]
fn a_full_disk_under_the_log_of_postgres_loses_nothing_and_all_goes_on() {
    is_full("SELECT 'pg_wal/' || pg_walfile_name(pg_current_wal_lsn())", "25");
}
