//! Desk, service and PostgreSQL killed while they agree, and a service whose disk is full: nothing that was acknowledged is
//! lost, every file is sound, and the next round goes on. `SOAK=10` for the full counts.

use super::lean::{self, Lean};
use super::raw::counted;
use super::server::Server;
use super::within::Within;
use super::{PROGRAM, Service, TOWN};
use amtsstube::district::config::Limits;
use amtsstube::district::{Postgres, Sqlite, Store, check};
use amtsstube::sync::{Http, Lost, SyncError};
use amtsstube::wire::{EnrolmentCode, Head, SecretKey};
use std::future::Future;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use crate::harness::soak;

/// What changes a file or the line. A kill between two of them is a state that a power cut can leave.
const FILE: [&str; 2] = ["pwrite64", "fsync,fdatasync"];
const LINE: [&str; 2] = ["sendto,sendmsg,write,writev", "recvfrom,read"];

/// A generator whose seed stands in the test.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

/// Whether the service has all that it acknowledged to a desk, and nothing else of it.
async fn has<S: Store>(store: &S, desk: &Lean) {
    let page = store.since(TOWN.into(), desk.device, Head::default()).await.expect("answered");
    let (own, acknowledged) = (page.expect("there").own, desk.acknowledged());
    assert!(own.seq >= acknowledged.seq, "{acknowledged:?} was acknowledged, {own:?} is there");
    let here = if own.seq == 0 { Some(own.hash) } else { desk.hash_at(desk.device, own.seq) };
    assert_eq!(here, Some(own.hash), "another event {}", own.seq);
}

/// Everything is sound at both ends, and each event is there once.
pub(super) async fn all_is_well<S: Store>(store: &S, desks: &[Lean]) {
    let key = SecretKey::new(&store.seed([0; 32]).await.expect("the key"));
    let checked = check(store, key.public()).await.expect("checked");
    let written: u64 = desks.iter().map(|desk| desk.head(desk.device).seq).sum();
    assert_eq!((checked.events, checked.faults), (written, Vec::new()));
    for desk in desks {
        desk.is_sound();
        for other in desks {
            assert_eq!(desk.head(other.device), other.head(other.device));
        }
    }
}

/// Both desks, round after round, until nothing is left to say.
pub(super) fn agree_at_last(desks: &[Lean], lines: &mut [Http]) {
    for at in [0, 1, 0, 1] {
        let _ = desks[at].agrees(&mut lines[at]).expect("the line is whole");
    }
}

#[test]
fn a_desk_killed_while_it_agrees_goes_on_where_it_was() {
    let service = Within::new();
    let codes = [1, 2].map(|_| service.code(TOWN));
    let (mut desks, _) = lean::desks(&codes, service.port);
    let (mut chance, mut killed) = (Chance(0x9e37_79b9_7f4a_7c15), [0; 2]);
    let start = Instant::now();
    let whole = desks[0].program(&[]).output().expect("the program starts");
    assert!(whole.status.success(), "{}", String::from_utf8_lossy(&whole.stdout));
    let whole = start.elapsed();
    for round in 0..2 * soak(6) {
        desks[0].files(4, if round % 4 < 2 { 70_000 } else { 0 });
        desks[1].files(2, 0);
        let _ = desks[1].agrees(&mut desks[1].line(service.port, &codes[1])).expect("agrees");
        let exactly = round % 2 == 0;
        if exactly {
            let call = [FILE, LINE].concat()[usize::try_from(chance.below(4)).expect("small")];
            let inject = format!("inject={call}:signal=SIGKILL:when={}", 1 + chance.below(12));
            let trace = format!("trace={call}");
            let strace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &inject];
            let output = desks[0].program(&strace).output().expect("strace is installed");
            killed[0] += u32::from(!output.status.success());
        } else {
            let mut child = desks[0].program(&[]).spawn().expect("the program starts");
            thread::sleep(whole.mul_f64(0.2 + chance.below(1000) as f64 / 1000.0));
            let _ = child.kill();
            killed[1] += u32::from(!child.wait().expect("it ended").success());
        }
        desks[0].is_sound();
        service.asks(has(&service.store, &desks[0]));
    }
    println!("{} desks killed at exact calls, {} at any moment", killed[0], killed[1]);
    assert!(killed[0] > 0, "strace kills nobody");
    let mut lines: Vec<_> =
        desks.iter().zip(&codes).map(|(desk, code)| desk.line(service.port, code)).collect();
    agree_at_last(&desks, &mut lines);
    service.asks(all_is_well(&service.store, &desks));
}

/// Two desks of a real service, each with its line.
fn desks_of(service: &Service) -> (Vec<Lean>, Vec<Http>) {
    let codes: Vec<EnrolmentCode> =
        ["Schalter 1", "Schalter 2"].map(|name| service.code(TOWN, name).1.parse().expect("a code")).into();
    lean::desks(&codes, service.port)
}

/// Both write and agree until one hears nothing any longer, or the database's trouble; at most so many rounds.
fn work_until_lost(desks: &mut [Lean], lines: &mut [Http], rounds: usize) -> SyncError {
    for round in 0..rounds {
        let at = round % 2;
        desks[at].files(3, if round % 5 == 4 { 70_000 } else { 0 });
        match desks[at].agrees(&mut lines[at]) {
            Ok(_) => {}
            Err(lost @ SyncError::Lost(Lost::NoAnswer(_))) => return lost,
            Err(SyncError::Lost(Lost::Said(word))) if word == "database" => return Lost::Said(word).into(),
            Err(error) => panic!("{error}"),
        }
    }
    Lost::Said("nothing was lost".into()).into()
}

/// Kills a real service at exact calls and at random moments, again and again.
fn is_killed<S: Store, F: Future<Output = S>>(service: &mut Service, calls: &[&str], open: impl Fn() -> F) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
    let runtime = runtime.expect("a runtime");
    let (mut desks, mut lines) = desks_of(service);
    let (mut chance, mut killed) = (Chance(0xd1b5_4a32_d192_ed03), 0);
    for round in 0..2 * soak(6) {
        service.kill();
        if round % 2 == 0 {
            let call = calls[usize::try_from(chance.below(calls.len() as u64)).expect("small")];
            let inject = format!("inject={call}:signal=SIGKILL:when={}", 2 + chance.below(10));
            let mut command = Command::new("strace");
            let _ = command.args(["-f", "-qq", "-o", "/dev/null", "-e", &format!("trace={call}")]);
            let _ = command.args(["-e", &inject, PROGRAM]).args(service.args(&["serve"]));
            // It may be killed before it listens.
            let lost = service.begins(command).then(|| work_until_lost(&mut desks, &mut lines, 40));
            killed += u32::from(!matches!(lost, Some(SyncError::Lost(Lost::Said(_)))));
        } else {
            service.start();
            let moment = Duration::from_micros(200 + chance.below(60_000));
            thread::scope(|scope| {
                let works = scope.spawn(|| work_until_lost(&mut desks, &mut lines, usize::MAX));
                thread::sleep(moment);
                service.kill();
                let _ = works.join().expect("no panic");
            });
        }
        service.kill();
        runtime.block_on(async {
            let store = open().await;
            for desk in &desks {
                has(&store, desk).await;
            }
        });
    }
    println!("{killed} services killed at exact calls, {} at any moment", soak(6));
    assert!(killed > 0, "strace kills nobody");
    service.start();
    agree_at_last(&desks, &mut lines);
    runtime.block_on(async { all_is_well(&open().await, &desks).await });
    service.stop();
}

#[test]
fn a_service_on_sqlite_killed_while_desks_agree_has_what_it_acknowledged() {
    let mut service = Service::new();
    let file = service.folder.path().join("data/kreisdienst.db");
    is_killed(&mut service, &[FILE, LINE].concat(), || async { Sqlite::open(&file).expect("opens") });
}

#[test]
fn a_service_on_postgres_killed_while_desks_agree_has_what_it_acknowledged() {
    let server = Server::start();
    let url = server.database("kreis", None);
    let mut service = Service::with(&format!("database = \"{url}\"\n"));
    is_killed(&mut service, &LINE, || async { Postgres::open(&url, None).await.expect("opens") });
}

/// PostgreSQL itself, whole or one of its processes: the service stays, says so, and goes on by itself.
#[test]
fn postgres_killed_while_desks_agree_has_what_was_acknowledged() {
    let mut server = Server::start();
    let url = server.database("kreis", None);
    let open = |_: &_| async { Postgres::open(&url, None).await.expect("opens") };
    let service = Within::over(open, None, Limits::default());
    let codes = [1, 2].map(|_| service.code(TOWN));
    let (mut desks, mut lines) = lean::desks(&codes, service.port);
    let mut chance = Chance(0x6a09_e667_f3bc_c909);
    for round in 0..soak(20) {
        let moment = Duration::from_micros(200 + chance.below(60_000));
        let lost = thread::scope(|scope| {
            let works = scope.spawn(|| work_until_lost(&mut desks, &mut lines, usize::MAX));
            thread::sleep(moment);
            if round % 2 == 0 {
                server.kill();
            } else {
                while !works.is_finished() {
                    server.kill_a_backend();
                }
            }
            works.join().expect("no panic")
        });
        assert!(matches!(&lost, SyncError::Lost(Lost::Said(word)) if word == "database"), "{lost}");
        if round % 2 == 0 {
            server.run();
        }
        for (desk, line) in desks.iter().zip(&mut lines) {
            // It comes back by itself; how long that takes is PostgreSQL's business.
            while desk.agrees(line).is_err() {
                thread::yield_now();
            }
            service.asks(has(&service.store, desk));
        }
    }
    assert!(counted(service.port, "refused_total{why=\"database\"}") > 0, "and it was counted");
    agree_at_last(&desks, &mut lines);
    service.asks(all_is_well(&service.store, &desks));
}

#[test]
fn a_service_whose_disk_is_full_says_so_loses_nothing_and_goes_on_when_there_is_room() {
    let mut service = Service::new();
    let (mut desks, mut lines) = desks_of(&service);
    service.stop();
    // Full from the thirtieth to the ninetieth write of each thread, then there is room again.
    let mut command = Command::new("strace");
    let _ = command.args(["-f", "-qq", "-o", "/dev/null", "-e", "trace=pwrite64"]);
    let _ = command
        .args(["-e", "inject=pwrite64:error=ENOSPC:when=30..90", PROGRAM])
        .args(service.args(&["serve"]));
    assert!(service.begins(command), "{}", service.log());
    let lost = work_until_lost(&mut desks, &mut lines, 1000);
    assert!(matches!(&lost, SyncError::Lost(Lost::Said(word)) if word == "database"), "{lost}");
    assert!(service.log().contains("the disk is full"), "{}", service.log());
    assert!(counted(service.port, "refused_total{why=\"database\"}") > 0);
    let mut refused = 0;
    for (desk, line) in desks.iter().zip(&mut lines) {
        while let Err(error) = desk.agrees(line) {
            refused += 1;
            assert!(matches!(&error, SyncError::Lost(Lost::Said(word)) if word == "database"), "{error}");
            assert!(refused < 1000, "it never goes on");
        }
    }
    agree_at_last(&desks, &mut lines);
    service.kill();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let store = Sqlite::open(&service.folder.path().join("data/kreisdienst.db")).expect("opens");
    runtime.block_on(all_is_well(&store, &desks));
}
