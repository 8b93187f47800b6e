//! Copies put back and bytes that flipped: noticed, and no number handed out.

use super::town::*;
use crate::domain::id::{DeviceId, Digest, EventRef};
use crate::store::anchor::Anchors;
use crate::store::vault::Key;
use crate::store::{Behind, NewDevice, Store, StoreError, connect};
use chrono::DateTime;
use std::fs;
use std::path::Path;
use uuid::Uuid;

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("folder");
    for entry in fs::read_dir(from).expect("folder") {
        let path = entry.expect("entry").path();
        let _ = fs::copy(&path, to.join(path.file_name().expect("name"))).expect("copied");
    }
}

fn refuses_numbers(store: &Store, behind: Behind) {
    assert_eq!(store.standing().expect("asked"), Err(behind));
    let refused = store.write(|tx| file(tx, case_id(99), b"no"));
    assert!(matches!(refused, Err(StoreError::Behind(why)) if why == behind), "{refused:?}");
}

#[test]
fn an_older_copy_reads_and_hands_out_nothing() {
    let (dir, store) = desk(1);
    let _ = store.write(|tx| file(tx, case_id(1), b"one")).expect("filed");
    store.checkpoint().expect("checkpoint");
    copy(&dir.path().join("data"), &dir.path().join("copy"));
    let _ = store.write(|tx| file(tx, case_id(2), b"two")).expect("filed");
    drop(store);
    fs::remove_dir_all(dir.path().join("data")).expect("removed");
    fs::rename(dir.path().join("copy"), dir.path().join("data")).expect("put back");
    let store = open(dir.path()).expect("opened");
    assert!(store.read(|db| db.case(case_id(1))).expect("read").is_some());
    refuses_numbers(&store, Behind::Older { anchor: 8, database: 4 });
    assert_eq!(store.verify().expect("verified").problems[0].id, "verify-anchor");
    fs::remove_dir_all(dir.path().join("state")).expect("removed");
    fs::create_dir_all(dir.path().join("state")).expect("folder");
    refuses_numbers(&store, Behind::NoAnchor);
    let device =
        NewDevice { id: DeviceId(Uuid::from_u128(9)), code: "KXQW".into(), now: DateTime::UNIX_EPOCH };
    let _ = store.go_on_as(&device, |_| Ok::<_, StoreError>(())).expect("a new desk");
    let filed = store.write(|tx| file(tx, case_id(3), b"three")).expect("filed");
    assert_eq!(filed.value, "KXQW-2026-000001");
    assert_clean(&store);
}

#[test]
fn a_crash_between_commit_and_anchor_is_no_harm() {
    let (dir, store) = desk(1);
    let _ = store.write(|tx| file(tx, case_id(1), b"one")).expect("filed");
    copy(&dir.path().join("state"), &dir.path().join("earlier"));
    let _ = store.write(|tx| file(tx, case_id(2), b"two")).expect("filed");
    drop(store);
    fs::remove_dir_all(dir.path().join("state")).expect("removed");
    fs::rename(dir.path().join("earlier"), dir.path().join("state")).expect("put back");
    let store = open(dir.path()).expect("opened");
    assert_eq!(store.standing().expect("asked"), Ok(()));
    let filed = store.write(|tx| file(tx, case_id(3), b"three")).expect("filed");
    assert_eq!(filed.value, "A-2026-000003");
    assert_clean(&store);
}

#[test]
fn an_anchor_never_goes_back() {
    let (dir, store) = desk(1);
    let _ = store.write(|tx| file(tx, case_id(1), b"one")).expect("filed");
    let anchors = Anchors::of(&place(dir.path()));
    let early = EventRef { device: DeviceId(Uuid::from_u128(1)), seq: 2 };
    anchors.prepare(early, Digest::default()).expect("prepared").keep().expect("kept");
    assert_eq!(store.standing().expect("asked"), Ok(()));
}

/// Files two cases, leaves one of them in the write-ahead log, and damages a copy at many places.
#[test]
fn a_flipped_byte_is_noticed_or_changes_nothing() {
    let (dir, store) = desk(1);
    let _ = store.write(|tx| file(tx, case_id(1), b"one")).expect("filed");
    store.checkpoint().expect("checkpoint");
    let _ = store.write(|tx| file(tx, case_id(2), b"two")).expect("filed");
    let sound = look(&store).expect("sound");
    let (mut tried, mut noticed) = (0, 0);
    for name in ["amtsstube.db", "amtsstube.db-wal"] {
        let bytes = fs::read(dir.path().join("data").join(name)).expect("read");
        for at in (0..bytes.len()).step_by(bytes.len() / 40) {
            let copy_dir = tempfile::tempdir().expect("folder");
            for part in ["data", "state"] {
                copy(&dir.path().join(part), &copy_dir.path().join(part));
            }
            let _ = fs::remove_file(copy_dir.path().join("data/amtsstube.db-shm"));
            let mut damaged = bytes.clone();
            damaged[at] ^= 0x10;
            fs::write(copy_dir.path().join("data").join(name), damaged).expect("written");
            let seen = open(copy_dir.path()).ok().and_then(|store| look(&store));
            tried += 1;
            noticed += usize::from(seen.is_none());
            assert!(seen.is_none_or(|seen| seen == sound), "{name} at {at} went unnoticed");
        }
    }
    assert!(tried >= 80 && noticed * 2 > tried, "{noticed} of {tried} noticed");
}

/// What the database says, if it claims to be sound.
fn look(store: &Store) -> Option<String> {
    if !store.verify().ok()?.is_clean() {
        return None;
    }
    let cases = store.read(|db| Ok::<_, StoreError>([db.case(case_id(1))?, db.case(case_id(2))?])).ok()?;
    Some(format!("{cases:?}"))
}

/// Somebody with the key changes rows: each kind of change is named.
#[test]
fn verification_names_what_was_changed_behind_its_back() {
    let changes = [
        ("UPDATE case_row SET owes_cents = 7", "verify-tables"),
        ("UPDATE case_text SET words = 'nobody'", "verify-tables"),
        ("UPDATE case_word SET uses = uses + 1", "verify-tables"),
        ("INSERT INTO case_word VALUES ('general', 'NOBODY', 1)", "verify-tables"),
        ("UPDATE case_part SET open_cases = 0", "verify-tables"),
        ("UPDATE paper_title SET uses = 9", "verify-tables"),
        ("DELETE FROM case_row", "verify-tables"),
        ("INSERT INTO follow_up_row VALUES (99, x'00', '2026-12-01', '', 0)", "verify-tables"),
        (
            "INSERT INTO person_row SELECT 5, zeroblob(16), 'natural', 'X', 'X', '', '', '', '', '', '', 0, 0, '', '', '', ''",
            "verify-tables",
        ),
        (
            "UPDATE event SET envelope = CAST(CAST(envelope AS TEXT) || ' ' AS BLOB) WHERE seq = 2",
            "verify-envelope",
        ),
        ("UPDATE event SET kind = 'paid' WHERE seq = 2", "verify-envelope"),
        ("DELETE FROM payload WHERE n = (SELECT max(n) FROM event)", "verify-payload"),
        ("UPDATE payload SET bytes = zeroblob(9) WHERE n = 2", "verify-payload"),
        ("DELETE FROM number WHERE what = 'receipt'", "verify-receipt-gap"),
        ("UPDATE counter SET last = last + 1 WHERE what = 'receipt'", "verify-receipt-gap"),
        ("UPDATE blob_chunk SET bytes = x'00'", "verify-blob"),
        ("DELETE FROM blob", "verify-blob-missing"),
        ("DELETE FROM blob_use", "verify-blob-unused"),
    ];
    for (sql, wanted) in changes {
        let (dir, store) = desk(1);
        let _ = store.write(|tx| file(tx, case_id(1), b"one")).expect("filed");
        let db = connect::checker(&place(dir.path()), &Key::new(KEY)).expect("opened");
        db.execute_batch(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
        let report = store.verify().expect("verified");
        assert!(report.problems.iter().any(|problem| problem.id == wanted), "{sql}: {:?}", report.problems);
    }
}
