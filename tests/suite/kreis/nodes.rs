//! Two nodes of the service over one PostgreSQL behind one port: both work, and what comes in by one is heard by the other.

use super::TOWN;
use super::lean::{self, Lean};
use super::proxy::Proxy;
use super::raw::counted;
use super::server::Server;
use super::within::Within;
use amtsstube::district::config::Limits;
use amtsstube::district::{Postgres, check};
use amtsstube::wire::{Page, SecretKey, Service as _};
use std::thread;
use std::time::Duration;

#[test]
fn two_nodes_behind_one_port_share_the_load_and_hear_each_other() {
    let server = Server::start();
    let url = server.database("kreis", None);
    let open = |_: &_| async { Postgres::open(&url, None).await.expect("opens") };
    let one = Within::over(open, None, Limits::default());
    let two = Within::over(open, Some(one.identity.clone()), Limits::default());
    let proxy = Proxy::before(vec![one.port, two.port]);
    let codes: Vec<_> = (0..4).map(|_| one.code(TOWN)).collect();
    let (mut desks, _) = lean::desks(&codes, proxy.port);

    // Everybody writes and agrees at once, each over a new connection that the next node gets.
    for _ in 0..3 {
        thread::scope(|scope| {
            for (desk, code) in desks.iter_mut().zip(&codes) {
                let _ = scope.spawn(|| {
                    desk.files(3, 0);
                    let mut line = desk.line(proxy.port, code);
                    let _ = desk.agrees(&mut line).expect("agrees");
                });
            }
        });
    }
    for (desk, code) in desks.iter().zip(&codes) {
        let _ = desk.agrees(&mut desk.line(proxy.port, code)).expect("agrees");
    }
    let written: u64 = desks.iter().map(|desk| desk.head(desk.device).seq).sum();
    let taken = [one.port, two.port].map(|port| counted(port, "events_total"));
    assert!(taken.iter().all(|events| *events > 0), "both took something: {taken:?}");
    assert_eq!(taken.iter().sum::<u64>(), written, "each event by one of them");
    for desk in &desks {
        for other in &desks {
            assert_eq!(desk.head(other.device), other.head(other.device));
        }
    }

    // A long poll at one node, a push at the other.
    let heard = desks[0].heard();
    let (mut waits, mut sends) = (desks[0].line(one.port, &codes[0]), desks[1].line(two.port, &codes[1]));
    let page = thread::scope(|scope| {
        let waiting = scope.spawn(move || waits.since(heard, Duration::from_secs(30)).expect("an answer"));
        desks[1].files(1, 0);
        let _ = desks[1].agrees(&mut sends).expect("agrees");
        waiting.join().expect("no panic").expect("the place is there")
    });
    let page = Page::read(&page, heard.seq).expect("a page");
    assert!(!page.entries.is_empty(), "the other node's news came before the wait was over");
    let seed = one.asks(amtsstube::district::Store::seed(&one.store, [0; 32])).expect("the key");
    let checked = one.asks(check(&one.store, SecretKey::new(&seed).public())).expect("checked");
    assert_eq!((checked.events, checked.faults), (desks_wrote(&desks), Vec::new()));
}

fn desks_wrote(desks: &[Lean]) -> u64 {
    desks.iter().map(|desk| desk.head(desk.device).seq).sum()
}
