//! Files of earlier versions: opened and brought up to date, whole; files of later ones: refused and left alone.

use super::town::*;
use crate::domain::id::{DeviceId, Digest};
use crate::store::read::{self, Filter, Page, Sort};
use crate::store::vault::Key;
use crate::store::{Behind, NewDevice, Store, StoreError, connect};
use chrono::DateTime;
use std::fs;
use std::path::Path;
use tempfile::TempDir;
use uuid::Uuid;

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A desk whose database is a frozen file from `tests/formats`.
fn frozen(name: &str) -> TempDir {
    let dir = tempfile::tempdir().expect("folder");
    let place = place(dir.path());
    place.make().expect("folders");
    let _ = fs::copy(project().join("tests/formats").join(name), place.database()).expect("copied");
    dir
}

fn version(dir: &Path) -> u32 {
    let db = connect::checker(&place(dir), &Key::new(KEY)).expect("opened");
    db.pragma_query_value(None, "user_version", |row| row.get(0)).expect("asked")
}

fn listed(store: &Store) -> Vec<String> {
    let reads = crate::domain::user::Group::ALL.into();
    let rows = store.read(|db| {
        read::cases(db.rows(), &reads, &Filter::default(), Sort::default(), &Page::first(9))
            .map_err(StoreError::from)
    });
    let mut numbers: Vec<String> = rows.expect("read").into_iter().map(|row| row.number).collect();
    numbers.sort();
    numbers
}

/// Frozen: a database of version 1, the log alone (`0001_log.sql`), as that version left it: two cases with a receipt
/// and a paper each, a person, a draft; SQLCipher 4 with the key of these tests. Every later version opens it.
#[test]
fn a_database_of_version_1_is_brought_up_to_date_and_nothing_is_lost() {
    let dir = frozen("desk-1.db");
    assert_eq!(version(dir.path()), 1);
    let store = open(dir.path()).expect("opened");
    assert_eq!(version(dir.path()), connect::known());
    for (case, receipt) in [(1, "A-2026-000001"), (2, "A-2026-000002")] {
        let case = store.read(|db| db.case(case_id(case))).expect("read").expect("there");
        assert_eq!((case.timeline.len(), case.receipts.contains_key(receipt)), (4, true));
        let paper = store.read(|db| db.blob(case.papers[0].issued.sha256)).expect("read");
        assert_eq!(paper, b"a paper of version 1");
    }
    let person = store.read(|db| db.person(person_id(1))).expect("read").expect("there");
    assert_eq!(person.name(), "Ďuriš");
    let draft = store.read(|db| db.draft(case_id(3))).expect("read").expect("there");
    assert_eq!(draft.body, b"{}");
    if store.is_outdated().expect("asked") {
        assert!(store.rebuild(|_, _| true).expect("made anew"));
    }
    assert_eq!(listed(&store), ["10.20-2026-A-00001", "10.20-2026-A-00002"]);
    // It was written on another machine: the head decides, and then it goes on.
    let report = store.verify().expect("verified");
    assert_eq!(report.problems.iter().map(|problem| problem.field.as_str()).collect::<Vec<_>>(), ["anchor"]);
    assert_eq!(store.standing().expect("asked"), Err(Behind::NoAnchor));
    let device =
        NewDevice { id: DeviceId(Uuid::from_u128(9)), code: "KXQW".into(), now: DateTime::UNIX_EPOCH };
    let _ = store.go_on_as(&device, |_| Ok::<_, StoreError>(())).expect("a new desk");
    let _ = store.write(|tx| file(tx, case_id(3), b"a paper of today")).expect("filed");
    assert_eq!(listed(&store).len(), 3);
    assert_clean(&store);
}

#[test]
fn a_database_of_a_later_version_is_refused_and_not_touched() {
    let (dir, store) = desk(1);
    let _ = store.write(|tx| file(tx, case_id(1), b"a paper")).expect("filed");
    drop(store);
    let db = connect::checker(&place(dir.path()), &Key::new(KEY)).expect("opened");
    // Whatever that version does otherwise: this one must not put it back to its own ways.
    db.pragma_update(None, "journal_mode", "DELETE").expect("set");
    db.pragma_update(None, "user_version", connect::known() + 1).expect("set");
    drop(db);
    let before = fs::read(place(dir.path()).database()).expect("read");
    let refused = open(dir.path());
    let newer = connect::known() + 1;
    assert!(matches!(refused, Err(StoreError::Newer { found, .. }) if found == newer), "{refused:?}");
    assert!(fs::read(place(dir.path()).database()).expect("read") == before, "a refused file was changed");
    let left: Vec<_> = fs::read_dir(place(dir.path()).data)
        .expect("folder")
        .map(|e| e.expect("entry").file_name())
        .collect();
    assert_eq!(left.len(), 2, "something was left beside it: {left:?}");
}

/// Frozen: a migration that somebody's database has gone through never changes; what is new is a new file, and joins
/// the list when it is released.
#[test]
fn released_migrations_are_what_they_were() {
    let list = fs::read_to_string(project().join("tests/formats/migrations.sha256")).expect("the list");
    let mut released = 0;
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let (digest, name) = line.split_once("  ").expect("digest and name");
        let sql = fs::read(project().join("migrations").join(name)).expect("the migration");
        assert_eq!(Digest::of(&[&sql]).to_string(), digest, "{name} was released and has changed");
        released += 1;
    }
    let files = fs::read_dir(project().join("migrations/desk")).expect("folder").count();
    assert_eq!(
        u32::try_from(files).expect("few"),
        connect::known(),
        "a migration that the program does not know"
    );
    assert!((1..=files).contains(&released));
}
