//! Events of other desks: any causal order of arrival gives the same tables.

use super::town::*;
use crate::domain::case::CaseEvent;
use crate::domain::event::{Outline, Subject};
use crate::store::{Arrival, Followed, Logged, Store, StoreError};
use proptest::prelude::*;
use std::sync::LazyLock;
use tempfile::TempDir;

fn subjects() -> Vec<Subject> {
    vec![Subject::Case(case_id(1)), Subject::Case(case_id(2)), Subject::Person(person_id(1))]
}

fn all(store: &Store) -> Vec<Logged> {
    let read = |subject| store.read(|db| db.events(subject)).expect("read");
    subjects().into_iter().flat_map(read).collect()
}

fn send(events: &[Logged], to: &Store) {
    let _ = to
        .write(|tx| {
            for event in events {
                let payload = event.payload.as_ref().map(|(salt, bytes)| (salt, bytes.as_slice()));
                if event.id.device != tx.device()?.id {
                    let _ = tx.insert_foreign(&event.envelope, payload)?;
                }
            }
            Ok::<_, StoreError>(())
        })
        .expect("sent");
}

/// Two desks that did not see each other, then did, then wrote again.
static EVENTS: LazyLock<Vec<Logged>> = LazyLock::new(|| {
    let ((_a, one), (_b, two)) = (desk(1), desk(2));
    let set = |store: &Store, case: u128, event: CaseEvent| {
        let _ = store.write(|tx| tx.append_case(case_id(case), &event, &stamp())).expect("written");
    };
    let _ = one
        .write(|tx| {
            let _ = tx.append_person(person_id(1), &named("Ďuriš"), &stamp())?;
            let _ = tx.append_case(case_id(1), &opened("10.20-2026-A-00001"), &stamp())?;
            tx.append_case(case_id(1), &answer("name", "Ďuriš"), &stamp())
        })
        .expect("written");
    send(&all(&one), &two);
    set(&two, 1, answer("name", "Duriš"));
    set(&one, 1, answer("name", "Ďuriš-Łoś"));
    set(&one, 1, note("one"));
    set(&two, 2, opened("10.20-2026-B-00001"));
    set(&two, 1, note("two"));
    send(&all(&two), &one);
    set(&one, 1, answer("name", "Đuriš"));
    set(&one, 2, note("seen"));
    all(&one)
});

fn tables(store: &Store) -> String {
    let (one, two, person) = store
        .read(|db| {
            Ok::<_, StoreError>((db.case(case_id(1))?, db.case(case_id(2))?, db.person(person_id(1))?))
        })
        .expect("read");
    format!("{one:#?} {two:#?} {person:#?}")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn any_order_of_arrival_gives_equal_tables(
        order in Just((0..EVENTS.len()).collect::<Vec<_>>()).prop_shuffle(),
        cut in 0..EVENTS.len(),
    ) {
        static WANTED: LazyLock<(TempDir, String)> = LazyLock::new(|| {
            let (dir, store) = desk(3);
            send(&EVENTS, &store);
            let tables = tables(&store);
            (dir, tables)
        });
        let (_dir, store) = desk(3);
        let shuffled: Vec<Logged> = order.iter().map(|at| EVENTS[*at].clone()).collect();
        send(&shuffled[..cut], &store);
        send(&shuffled[cut..], &store);
        prop_assert_eq!(tables(&store), WANTED.1.clone());
        let report = store.verify().expect("verified");
        prop_assert!(report.is_clean(), "{:#?}", report.problems);
    }
}

/// A desk's chain in pieces of at most so many events.
fn in_pieces(device: u128, size: usize) -> Vec<Vec<(Outline, Logged)>> {
    let mut chain: Vec<Logged> =
        EVENTS.iter().filter(|event| event.id.device.0.as_u128() == device).cloned().collect();
    chain.sort_by_key(|event| event.id.seq);
    let read =
        |event: &Logged| (serde_json::from_slice(&event.envelope).expect("an envelope"), event.clone());
    chain.chunks(size).map(|piece| piece.iter().map(read).collect()).collect()
}

fn send_piece(piece: &[(Outline, Logged)], to: &Store) -> u64 {
    let mut followed = Vec::new();
    for (outline, Logged { envelope, payload, .. }) in piece {
        let payload = payload.as_ref().map(|(salt, bytes)| (salt, bytes.as_slice()));
        followed.push(Followed { outline, envelope, payload });
    }
    to.write(|tx| tx.insert_chain(&followed)).expect("taken").value
}

/// How far each chain is here.
fn heard(store: &Store) -> String {
    let sql = "SELECT group_concat(hex(device) || seq, ' ' ORDER BY device) FROM heard";
    store
        .read(|db| -> Result<_, StoreError> { Ok(db.db.query_row(sql, [], |row| row.get(0))?) })
        .expect("read")
}

/// Pieces as they follow each other are taken with fewer questions than events one by one, and come to the same.
#[test]
fn pieces_of_chains_come_to_what_their_events_come_to() {
    let (_dir, wanted) = desk(3);
    send(&EVENTS, &wanted);
    for size in [1, 2, 100] {
        for (first, second) in [(1, 2), (2, 1)] {
            let (_dir, store) = desk(3);
            let pieces = [in_pieces(first, size), in_pieces(second, size)].concat();
            let new: u64 = pieces.iter().map(|piece| send_piece(piece, &store)).sum();
            assert_eq!(new, EVENTS.len() as u64);
            assert_eq!(pieces.iter().map(|piece| send_piece(piece, &store)).sum::<u64>(), 0, "known");
            assert_eq!(tables(&store), tables(&wanted));
            assert_eq!(heard(&store), heard(&wanted));
            assert_clean(&store);
        }
    }
    // What comes before what it follows waits as an event does that comes alone.
    let (_dir, store) = desk(3);
    let pieces = in_pieces(1, 2);
    for piece in pieces.iter().rev().chain(&in_pieces(2, 2)) {
        assert_eq!(send_piece(piece, &store), piece.len() as u64);
    }
    assert_eq!(tables(&store), tables(&wanted));
    assert_clean(&store);
}

#[test]
fn a_forged_event_is_refused_and_a_repeated_one_counts_once() {
    let (_dir, store) = desk(3);
    let arrive = |event: &Logged| {
        let payload = event.payload.as_ref().map(|(salt, bytes)| (salt, bytes.as_slice()));
        store.write(|tx| tx.insert_foreign(&event.envelope, payload)).map(|changed| changed.value)
    };
    assert_eq!(arrive(&EVENTS[0]).expect("taken"), Arrival::Taken);
    assert_eq!(arrive(&EVENTS[0]).expect("known"), Arrival::Known);
    let mut other = EVENTS[0].clone();
    other.envelope =
        String::from_utf8(other.envelope).expect("text").replace("counter", "clerk").into_bytes();
    assert!(matches!(arrive(&other), Err(StoreError::Fork(_))));
    let mut other = EVENTS[1].clone();
    other.payload = other.payload.map(|(salt, bytes)| (salt, [bytes, b" ".to_vec()].concat()));
    assert!(matches!(arrive(&other), Err(StoreError::NotAnEvent(_))));
    assert!(store.write(|tx| tx.insert_foreign(b"{}", None)).is_err());
}

#[test]
fn what_a_later_version_wrote_is_kept_and_passed_on() {
    let (_dir, store) = desk(3);
    let later = String::from_utf8(EVENTS[0].envelope.clone()).expect("text");
    let later = later.replace(&format!("\"{}\"", subjects()[0]), "\"dog:7\"").into_bytes();
    let arrived = store.write(|tx| tx.insert_foreign(&later, None)).expect("taken");
    assert_eq!(arrived.value, Arrival::Later);
    assert_clean(&store);
}

/// A duplicate says on every desk what its original said: what counts is what the writing desk had, not what has arrived
/// here since, nor in which order.
#[test]
fn what_was_known_when_an_event_was_written_is_the_same_on_every_desk() {
    let ((_a, one), (_b, two), (_c, three)) = (desk(1), desk(2), desk(3));
    let person = |store: &Store, family: &str| {
        let event = crate::domain::person::PersonEvent::PersonChanged {
            saw: Vec::new(),
            reason: String::new(),
            fields: [("family".to_owned(), family.to_owned())].into(),
        };
        store.write(|tx| tx.append_person(person_id(1), &event, &stamp())).expect("written").value
    };
    let _ = person(&one, "Ďuriš");
    let _ = person(&one, "Ďuriš-Łoś");
    send(&all(&one), &two);
    // Desk 2 writes a paper by what it has heard; meanwhile desk 1 has moved on.
    let _ = person(&one, "Đuriš");
    let paper = two
        .write(|tx| tx.append_case(case_id(1), &opened("10.20-2026-B-00001"), &stamp()))
        .expect("written")
        .value;
    let _ = person(&two, "Duris");
    let known = |store: &Store| {
        let known = store.read(|db| db.as_of(paper)?.person(person_id(1))).expect("read");
        known.expect("there").get("family").to_owned()
    };
    let events = [all(&one), all(&two)].concat();
    send(&events, &one);
    // Until all that the paper rests on is there, desk 3 does not guess.
    let first = all(&one).iter().find(|event| event.id.seq == 1 && event.id.device != paper.device).cloned();
    let first = first.expect("the first name");
    let rest: Vec<Logged> = events.iter().rev().filter(|event| **event != first).cloned().collect();
    for arrived in [&rest[..0], &rest] {
        send(arrived, &three);
        assert!(three.read(|db| db.as_of(paper).map(drop)).is_err(), "{} events", arrived.len());
    }
    send(&[first], &three);
    for store in [&one, &two, &three] {
        assert_eq!(known(store), "Ďuriš-Łoś");
    }
}

/// What an earlier program could not read comes into tables and numbers as soon as this one opens the database; what this one
/// cannot read either stays counted.
#[test]
fn what_was_parked_unfolds_after_the_update() {
    let ((_a, one), (dir, two)) = (desk(1), desk(2));
    let _ = one.write(|tx| file(tx, case_id(1), b"paper")).expect("filed");
    send(&all(&one), &two);
    let newer = String::from_utf8(all(&one)[3].envelope.clone()).expect("text");
    let newer = newer.replace("\"seq\":4", "\"seq\":9").replace("\"ver\":1", "\"ver\":2").into_bytes();
    let paper = all(&one)[3].payload.clone().expect("its payload");
    let arrived = two.write(|tx| tx.insert_foreign(&newer, Some((&paper.0, &paper.1)))).expect("taken");
    assert_eq!(arrived.value, Arrival::Later);
    // As the earlier program left it.
    let _ = two
        .write(|tx| {
            tx.rows().execute_batch(
                "INSERT INTO later SELECT device, seq FROM event WHERE kind IN ('case_opened', 'paid'); \
                 DELETE FROM number; UPDATE case_row SET number = '', tail = 0, owes_cents = 500;",
            )?;
            Ok::<_, StoreError>(())
        })
        .expect("left");
    let later = |store: &Store| store.read(|db| -> Result<_, StoreError> { db.later() }).expect("read");
    assert_eq!((later(&two).events, later(&two).cases), (3, 1));
    let count = |db: &crate::store::Reader<'_>| -> Result<(i64, i64), StoreError> {
        let sql = "SELECT (SELECT count(*) FROM number), (SELECT count(*) FROM case_row WHERE number <> '')";
        Ok(db.rows().query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?)
    };
    assert_eq!(two.read(count).expect("read"), (0, 0));
    drop(two);
    let two = open(dir.path()).expect("the later program opens it");
    assert_eq!(later(&two).events, 1, "one stays for a program that is later still");
    assert_eq!(two.read(count).expect("read"), (2, 1));
    assert!(later(&two).since.is_some());
    let case = two.read(|db| db.case(case_id(1))).expect("read").expect("there");
    assert!(case.needs_update && case.receipts.len() == 1);
    assert_clean(&two);
}
