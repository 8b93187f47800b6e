//! One desk, one writer: what commits, what does not, and who may open.

use super::town::*;
use crate::domain::event::{Outline, Subject, next_salt};
use crate::domain::id::{CaseId, UserId};
use crate::domain::person::{PersonEvent, fields};
use crate::domain::town::{TownEvent, keys};
use crate::store::vault::Key;
use crate::store::{Draft, Reader, Store, StoreError, WindowLock, connect, read};
use chrono::DateTime;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::Arc;
use uuid::Uuid;

#[test]
fn an_intake_is_there_after_the_commit_and_says_what_changed() {
    let (dir, store) = desk(1);
    let changed = store.write(|tx| file(tx, case_id(1), b"a paper")).expect("filed");
    assert_eq!(
        (changed.value.as_str(), changed.touched),
        ("A-2026-000001", [Subject::Case(case_id(1))].into())
    );
    drop(store);
    let store = open(dir.path()).expect("opened again");
    let case = store.read(|db| db.case(case_id(1))).expect("read").expect("there");
    assert_eq!((case.opened.number.as_str(), case.timeline.len()), ("10.20-2026-A-00001", 4));
    let paper = store.read(|db| db.blob(case.papers[0].issued.sha256)).expect("read");
    assert_eq!(paper, b"a paper");
    assert_clean(&store);
}

/// Within one transaction a subject's salts follow from its first, which is fresh: the other way nobody comes, and neither
/// another subject nor another transaction says anything about them.
#[test]
fn each_subject_of_each_transaction_begins_with_a_fresh_salt() {
    let (_dir, store) = desk(1);
    for number in [1, 3] {
        let two = store.write(|tx| {
            let _ = file(tx, case_id(number), b"a paper")?;
            file(tx, case_id(number + 1), b"a paper")
        });
        let _ = two.expect("filed");
    }
    let _ = store.write(|tx| tx.append_case(case_id(1), &note("later"), &stamp())).expect("noted");
    let all = |db: &Reader<'_>| -> Result<_, StoreError> { db.chain_after(db.device()?.id, 0, 1000) };
    let read = store.read(all).expect("read");
    let mut known: BTreeMap<String, Vec<[u8; 16]>> = BTreeMap::new();
    for event in read {
        let outline: Outline = serde_json::from_slice(&event.envelope).expect("an envelope");
        let (salt, _) = event.payload.expect("there");
        known.entry(outline.subject).or_default().push(salt);
    }
    let all: BTreeSet<[u8; 16]> = known.values().flatten().copied().collect();
    assert_eq!(all.len(), known.values().map(Vec::len).sum::<usize>(), "none twice");
    for salts in known.values() {
        let fresh: Vec<_> = salts.iter().filter(|salt| is_fresh(salt)).collect();
        let follows = salts.windows(2).filter(|pair| next_salt(&pair[0]) == pair[1]).count();
        assert_eq!(salts.len(), fresh.len() + follows);
        assert!(is_fresh(&salts[0]));
    }
    let noted = &known[&Subject::Case(case_id(1)).to_string()];
    assert!(is_fresh(noted.last().expect("the note")));
}

/// The test's randomness counts.
fn is_fresh(salt: &[u8; 16]) -> bool {
    u128::from_le_bytes(*salt) < 1000
}

#[test]
fn what_is_refused_leaves_nothing_and_takes_no_number() {
    let (_dir, store) = desk(1);
    let refused = store.write(|tx| {
        let _ = file(tx, case_id(1), b"a paper")?;
        Err::<(), _>(StoreError::NoRandomness)
    });
    assert!(refused.is_err());
    assert_eq!(store.read(|db| db.case(case_id(1))).expect("read"), None);
    let taken = store.write(|tx| tx.next_receipt_count(2026));
    assert!(matches!(taken, Err(StoreError::ReceiptNotUsed(number)) if number == "A-2026-000001"));
    let filed = store.write(|tx| file(tx, case_id(1), b"a paper")).expect("filed");
    assert_eq!(filed.value, "A-2026-000001");
    assert_clean(&store);
}

#[test]
fn large_blobs_come_back_and_unused_ones_go() {
    let (_dir, store) = desk(1);
    let large: Vec<u8> = (0..200_000_u32).flat_map(u32::to_le_bytes).collect();
    let unused = store.write(|tx| tx.put_blob(b"nobody wants it")).expect("put").value;
    assert!(matches!(store.read(|db| db.blob(unused)), Err(StoreError::NoBlob(_))));
    let blob = store
        .write(|tx| {
            let blob = tx.put_blob(&large)?;
            let event = TownEvent::set(keys::ARMS, blob.to_string());
            tx.append_town(&event, &stamp()).map(|_| blob)
        })
        .expect("put")
        .value;
    assert_eq!(store.read(|db| db.blob(blob)).expect("read"), large);
    assert_clean(&store);
}

fn draft(id: CaseId) -> Draft {
    Draft {
        id,
        owner: UserId(Uuid::from_u128(7)),
        service: "beglaubigung".into(),
        updated_at: DateTime::UNIX_EPOCH,
        body: b"{}".to_vec(),
        blobs: [].into(),
    }
}

#[test]
fn filing_deletes_the_draft_and_keeps_the_preference() {
    let (_dir, store) = desk(1);
    let scan = store
        .write(|tx| {
            let scan = tx.put_blob(b"a scan")?;
            tx.save_draft(&Draft { blobs: [scan].into(), ..draft(case_id(1)) })?;
            tx.set_preference(None, "zoom", Some(b"150"))?;
            Ok::<_, StoreError>(scan)
        })
        .expect("saved")
        .value;
    assert_eq!(store.read(|db| db.draft(case_id(1))).expect("read").expect("there").blobs, [scan].into());
    let _ = store.write(|tx| file(tx, case_id(1), b"a paper")).expect("filed");
    assert_eq!(store.read(|db| db.drafts(draft(case_id(1)).owner)).expect("read"), []);
    assert!(store.read(|db| db.blob(scan)).is_err());
    let zoom = store.read(|db| db.preference(None, "zoom")).expect("read");
    assert_eq!(zoom.as_deref(), Some(&b"150"[..]));
    assert_clean(&store);
}

#[test]
fn a_wrong_key_a_broken_file_and_a_newer_one_are_told_apart() {
    let (dir, store) = desk(1);
    let _ = store.write(|tx| file(tx, case_id(1), b"a paper")).expect("filed");
    drop(store);
    let wrong = Store::open(&place(dir.path()), &Key::new([1; 32]), Arc::new(Words), salts());
    assert!(matches!(wrong, Err(StoreError::WrongKey)), "{wrong:?}");
    let db = connect::checker(&place(dir.path()), &Key::new(KEY)).expect("opened");
    db.pragma_update(None, "user_version", 99).expect("set");
    drop(db);
    let newer = open(dir.path());
    assert!(matches!(newer, Err(StoreError::Newer { found: 99, .. })), "{newer:?}");
    let file = place(dir.path()).database();
    fs::write(&file, b"SQLite format 3\0 and then something else altogether").expect("written");
    assert!(matches!(open(dir.path()), Err(StoreError::Broken(_))));
    fs::write(&file, b"").expect("written");
    assert!(matches!(open(dir.path()), Err(StoreError::Broken(_))));
    fs::remove_file(&file).expect("removed");
    assert!(matches!(open(dir.path()), Err(StoreError::Missing(_))));
}

#[test]
fn a_database_is_never_created_over_another() {
    let (dir, _store) = desk(1);
    let device = crate::store::NewDevice {
        id: crate::domain::id::DeviceId(Uuid::from_u128(2)),
        code: "B".into(),
        now: DateTime::UNIX_EPOCH,
    };
    let again = Store::create(&place(dir.path()), &Key::new(KEY), &device);
    assert!(matches!(again, Err(StoreError::Exists(_))));
}

#[test]
fn nothing_readable_lies_on_the_disk() {
    let (dir, store) = desk(1);
    let _ = store.write(|tx| file(tx, case_id(1), b"a paper")).expect("filed");
    for entry in fs::read_dir(dir.path().join("data")).expect("folder") {
        let bytes = fs::read(entry.expect("entry").path()).expect("read");
        for word in ["SQLite format", "beglaubigung", "K7QX", "CREATE TABLE"] {
            assert!(!bytes.windows(word.len()).any(|window| window == word.as_bytes()), "{word}");
        }
    }
}

#[test]
fn a_second_window_waits_outside_and_the_first_notices_other_writers() {
    let (dir, store) = desk(1);
    let lock = WindowLock::take(&place(dir.path())).expect("asked").expect("taken");
    assert!(WindowLock::take(&place(dir.path())).expect("asked").is_none());
    drop(lock);
    assert!(WindowLock::take(&place(dir.path())).expect("asked").is_some());
    let before = store.written_elsewhere().expect("asked");
    let _ = store.write(|tx| file(tx, case_id(1), b"a paper")).expect("filed");
    assert_eq!(store.written_elsewhere().expect("asked"), before);
    let _ = open(dir.path()).expect("opened").write(|tx| file(tx, case_id(2), b"two")).expect("filed");
    assert_ne!(store.written_elsewhere().expect("asked"), before);
}

/// A long import elsewhere keeps nobody from opening the window and reading.
#[test]
fn a_database_opens_while_another_writes() {
    let (dir, store) = desk(1);
    let _ = store.write(|tx| file(tx, case_id(1), b"one")).expect("filed");
    let opened = store.write(|_| open(dir.path())).expect("opened beside a writer").value;
    assert!(opened.read(|db| db.case(case_id(1))).expect("read").is_some());
}

/// Three people alike, one of them renamed and renamed back, two replaced: the writer's own connection keeps step, whatever its statements
/// say of conflicts.
#[test]
fn who_is_there_twice_is_kept_in_step_by_whatever_writes() {
    let (_dir, store) = desk(1);
    let known = [(fields::FAMILY, "Ďuriš"), (fields::GIVEN, "Zdeňka"), (fields::BIRTH_DATE, "1988-03-14")];
    let fields = || known.map(|(field, value)| (field.to_owned(), value.to_owned())).into();
    let sets = || {
        let found = store.read(|db| Ok::<_, StoreError>(read::same_persons(db.rows())?)).expect("read");
        found.iter().map(Vec::len).collect::<Vec<_>>()
    };
    for n in [1, 2, 3] {
        let created = PersonEvent::PersonCreated { fields: fields() };
        let _ = store.write(|tx| tx.append_person(person_id(n), &created, &stamp())).expect("written");
    }
    assert_eq!(sets(), [3]);
    let rename = |family: &str| {
        let change = [(fields::FAMILY.to_owned(), family.to_owned())].into();
        let changed = PersonEvent::PersonChanged { fields: change, saw: Vec::new(), reason: String::new() };
        let _ = store.write(|tx| tx.append_person(person_id(2), &changed, &stamp())).expect("written");
        sets()
    };
    assert_eq!((rename("Ďurišová"), rename("Ďuriš")), (vec![2], vec![3]));
    // A row that is replaced goes before it comes: only then is what it leaves behind counted anew (`recursive_triggers`).
    let replaced = store.write(|tx| {
        let names: Vec<String> = tx
            .db
            .prepare("SELECT name FROM pragma_table_info('person_row')")?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let other =
            names.iter().map(|name| if name == "identity" { "identity || '?'" } else { name.as_str() });
        let (into, from) = (names.join(", "), other.collect::<Vec<_>>().join(", "));
        let again =
            format!("INSERT OR REPLACE INTO person_row ({into}) SELECT {from} FROM person_row LIMIT 2");
        tx.db.execute(&again, []).map_err(StoreError::from)
    });
    let alike = "SELECT count(*) FROM person_twice WHERE identity NOT LIKE '%?'";
    let left = store.read(|db| Ok::<i64, StoreError>(db.rows().query_row(alike, [], |row| row.get(0))?));
    assert_eq!(
        (replaced.expect("replaced").value, left.expect("read")),
        (2, 0),
        "two were replaced, one is left"
    );
    assert!(store.rebuild(|_, _| true).expect("made again"));
    assert_eq!(sets(), [3]);
}
