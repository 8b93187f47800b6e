//! Many writers, one log: every case once, every receipt number once, no gap.

use super::town::*;
use crate::store::StoreError;
use std::collections::BTreeSet;
use std::process::Command;
use std::sync::Barrier;
use std::thread;

/// Set for the child that [`two_programs_file_at_once`] starts: the folder to file into.
const CHILD: &str = "AMTSSTUBE_TEST_STORE_CHILD";
const EACH: u128 = 50;

#[test]
fn threads_with_stores_of_their_own_file_without_gap_or_double() {
    let (dir, store) = desk(1);
    let start = Barrier::new(4);
    let receipts: Vec<String> = thread::scope(|scope| {
        let writers: Vec<_> = (0..4_u128)
            .map(|writer| {
                let (start, dir, shared) = (&start, dir.path(), &store);
                scope.spawn(move || {
                    let own = open(dir).expect("opened");
                    let store = if writer == 0 { shared } else { &own };
                    let _ = start.wait();
                    (0..20)
                        .map(|n| {
                            store.write(|tx| file(tx, case_id(writer * 100 + n), b"p")).expect("filed").value
                        })
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        writers.into_iter().flat_map(|writer| writer.join().expect("wrote")).collect()
    });
    let wanted: BTreeSet<String> = (1..=80).map(|n| format!("A-2026-{n:06}")).collect();
    assert_eq!((receipts.len(), receipts.into_iter().collect::<BTreeSet<_>>()), (80, wanted));
    assert_clean(&store);
}

#[test]
fn two_programs_file_at_once() {
    if let Some(dir) = std::env::var_os(CHILD) {
        let store = open(dir.as_ref()).expect("opened");
        for n in 0..EACH {
            let _ = store.write(|tx| file(tx, case_id(1000 + n), b"child")).expect("filed");
        }
        return;
    }
    let (dir, store) = desk(1);
    let mut child = Command::new(std::env::current_exe().expect("a test"))
        .args(["--exact", "store::tests::many::two_programs_file_at_once"])
        .env(CHILD, dir.path())
        .stdout(std::process::Stdio::null())
        .spawn()
        .expect("started");
    for n in 0..EACH {
        let _ = store.write(|tx| file(tx, case_id(n), b"parent")).expect("filed");
    }
    assert!(child.wait().expect("ended").success());
    let cases = (0..EACH)
        .chain(1000..1000 + EACH)
        .filter(|n| store.read(|db| Ok::<_, StoreError>(db.case(case_id(*n))?.is_some())).expect("read"));
    assert_eq!(cases.count() as u128, 2 * EACH);
    assert_clean(&store);
}

#[test]
fn a_reader_sees_one_state_while_another_writes() {
    let (_dir, store) = desk(1);
    store
        .read(|db| {
            assert_eq!(db.case(case_id(1))?, None);
            let _ = store.write(|tx| file(tx, case_id(1), b"one")).expect("filed");
            assert_eq!(db.case(case_id(1))?, None);
            Ok::<_, StoreError>(())
        })
        .expect("read");
    assert!(store.read(|db| db.case(case_id(1))).expect("read").is_some());
}

/// A check that runs while others file takes no commit of theirs for a lost one.
#[test]
fn a_check_beside_a_writer_finds_nothing() {
    let (_dir, store) = desk(1);
    thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for n in 0..60 {
                let _ = store.write(|tx| file(tx, case_id(n), b"beside")).expect("filed");
            }
        });
        while !writer.is_finished() {
            assert_clean(&store);
            assert!(store.standing().expect("read").is_ok());
        }
        writer.join().expect("filed all");
    });
}
