//! Backups of real databases: one state, whole or not at all, put back, and as the beginning of a neighbour.

use super::*;
use crate::domain::id::{DeviceId, UserId};
use crate::store::Store;
use crate::store::tests::town::{KEY, assert_clean, case_id, desk, file, open, place, salts};
use crate::store::{Behind, Enrolment, NewDevice, TownDesk};
use chrono::DateTime;
use tempfile::TempDir;
use uuid::Uuid;

const PASSPHRASE: &str = "vier alte Wörter";
const TOWN: &str = "05554024";

fn lock() -> Lock<'static> {
    Lock { passphrase: PASSPHRASE, salt: [7; 16] }
}

fn files(store: &Store, from: u128, to: u128) {
    for number in from..to {
        let _ = store.write(|tx| file(tx, case_id(number), &number.to_le_bytes())).expect("filed");
    }
}

fn back_up(store: &Store, path: &Path) -> Result<Option<Header>, BackupError> {
    store.back_up(path, &lock(), DateTime::UNIX_EPOCH, &mut |_, _| true)
}

fn put_back(dir: &TempDir, path: &Path, secret: &str) -> Result<bool, BackupError> {
    restore(&place(dir.path()), path, secret, |_| Ok(()), &mut |_, _| true)
}

/// A desk with cases, and its backup.
fn backed_up(cases: u128) -> (TempDir, Store, PathBuf) {
    let (dir, store) = desk(1);
    files(&store, 0, cases);
    let path = dir.path().join("a.amts");
    let _ = back_up(&store, &path).expect("written").expect("not stopped");
    (dir, store, path)
}

fn names(dir: &Path) -> Vec<String> {
    let all = fs::read_dir(dir).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    let mut all: Vec<String> = all.map(|name| name.to_string_lossy().into_owned()).collect();
    all.sort();
    all
}

#[test]
fn a_backup_is_one_state_while_others_write_and_is_known_when_it_is_put_back() {
    let (dir, store) = desk(1);
    files(&store, 0, 5);
    let (path, mut calls) = (dir.path().join("a.amts"), 0);
    let mut go_on = |done: u64, of: u64| {
        // Somebody files while pages are copied, and while they are written.
        files(&store, 100 + calls, 101 + calls);
        calls += 1;
        assert!(done <= of, "{done} of {of}");
        true
    };
    let header = store.back_up(&path, &lock(), DateTime::UNIX_EPOCH, &mut go_on).expect("written");
    let header = header.expect("not stopped");
    assert!(calls > 1);
    assert_eq!((header.events, header.desk.as_str()), (20, "A"));
    assert_eq!(names(&place(dir.path()).data).iter().filter(|name| name.contains("copy")).count(), 0);

    let other = tempfile::tempdir().expect("a folder");
    assert!(put_back(&other, &path, PASSPHRASE).expect("put back"));
    let restored = open(other.path()).expect("the same key opens it");
    assert_eq!(restored.standing().expect("asked"), Err(Behind::NoAnchor), "it hands out nothing");
    let report = restored.verify().expect("verified");
    assert!(report.problems.iter().all(|problem| problem.id == "verify-anchor"), "{:?}", report.problems);
    let refused = restored.write(|tx| file(tx, case_id(999), b"x"));
    assert!(matches!(refused, Err(StoreError::Behind(Behind::NoAnchor))), "{refused:?}");
    assert!(restored.read(|db| db.case(case_id(4))).expect("read").is_some());
    assert!(restored.read(|db| db.case(case_id(100))).expect("read").is_none());
    assert_clean(&store);
}

#[test]
fn the_recovery_key_opens_it_too_and_no_other_passphrase_does() {
    let (_dir, _store, path) = backed_up(1);
    let fresh = || tempfile::tempdir().expect("a folder");
    for wrong in ["vier alte Worter", &Key::new([1; 32]).hex()] {
        let (other, is_wrong) = (fresh(), |error| matches!(error, BackupError::WrongPassphrase));
        assert!(put_back(&other, &path, wrong).is_err_and(is_wrong));
        assert!(!place(other.path()).database().exists());
    }
    assert!(put_back(&fresh(), &path, &Key::new(KEY).hex()).expect("put back"));
}

#[test]
fn what_is_cut_changed_or_something_else_is_refused_and_nothing_appears() {
    let (dir, _store, path) = backed_up(3);
    let whole = fs::read(&path).expect("read");
    let refusal = |bytes: &[u8]| {
        let (other, bad) = (tempfile::tempdir().expect("a folder"), dir.path().join("b.amts"));
        fs::write(&bad, bytes).expect("written");
        let refused = put_back(&other, &bad, PASSPHRASE).expect_err("refused");
        assert_eq!(names(&place(other.path()).data), Vec::<String>::new());
        refused
    };
    for length in [0, 5, 12, 200, 4096, whole.len() - 1] {
        let refused = refusal(&whole[..length]);
        assert!(matches!(refused, BackupError::Cut | BackupError::NoBackup), "{length}: {refused}");
    }
    for at in [whole.len() / 2, whole.len() - 1] {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        assert!(matches!(refusal(&changed), BackupError::Changed), "{at}");
    }
    let mut longer = whole.clone();
    longer.push(0);
    assert!(matches!(refusal(&longer), BackupError::Cut));
    let mut later = whole.clone();
    later[7] = b'2';
    assert!(matches!(refusal(&later), BackupError::Later));
    let header = String::from_utf8_lossy(&whole[12..2000]).into_owned();
    let version = format!("\"version\":{},", connect::known());
    let at = 12 + header.find(&version).expect("the version");
    let mut later = whole;
    later[at + version.len() - 2] = b'9';
    if connect::known() % 10 != 9 {
        assert!(matches!(refusal(&later), BackupError::Later));
    }
    assert!(matches!(refusal(b"SQLite format 3\0 and so on"), BackupError::NoBackup));
}

#[test]
fn stopped_anywhere_it_leaves_nothing_and_overwrites_nothing() {
    let (dir, store) = desk(1);
    files(&store, 0, 3);
    let path = dir.path().join("a.amts");
    let before = names(dir.path());
    for calls in 0.. {
        let mut left = calls;
        let mut go_on = |_, _| {
            left -= 1;
            left >= 0
        };
        let written = store.back_up(&path, &lock(), DateTime::UNIX_EPOCH, &mut go_on).expect("no error");
        if written.is_some() {
            break;
        }
        assert_eq!(names(dir.path()), before, "stopped at {calls}");
    }
    let kept = fs::read(&path).expect("read");
    assert!(matches!(back_up(&store, &path), Err(BackupError::There(_))));
    assert_eq!(fs::read(&path).expect("read"), kept);
    let short = Lock { passphrase: "kurz", salt: [7; 16] };
    let refused = store.back_up(&dir.path().join("b"), &short, DateTime::UNIX_EPOCH, &mut |_, _| true);
    assert!(matches!(refused, Err(BackupError::ShortPassphrase)));

    // Stopped while it is put back: the folder stays empty, and the next time it comes through.
    let other = tempfile::tempdir().expect("a folder");
    let stopped =
        restore(&place(other.path()), &path, PASSPHRASE, |_| Ok::<_, BackupError>(()), &mut |_, _| false);
    assert!(!stopped.expect("no error"));
    assert_eq!(names(&place(other.path()).data), Vec::<String>::new());
    assert!(put_back(&other, &path, PASSPHRASE).expect("put back"));
    let again = put_back(&other, &path, PASSPHRASE);
    assert!(matches!(again, Err(BackupError::Store(StoreError::Exists(_)))));
}

/// Enrols a desk, and says that the service has heard everything.
fn agrees(store: &Store) {
    let enrolment = Enrolment {
        key: [9; 32],
        url: "https://kreis.example".into(),
        pin: Digest::default(),
        town: TOWN.into(),
        service: [3; 32],
        heard: (0, Digest::default()),
        heard_at: None,
        silent_from: None,
    };
    let _ = store
        .write(|tx| {
            tx.enrol(&enrolment)?;
            let own = tx.device()?;
            tx.know_desk(&TownDesk { device: own.id, code: own.code, name: "Eins".into(), key: [9; 32] })?;
            tx.arrived_to(17, Digest([4; 32]))
        })
        .expect("enrolled");
    acknowledged(store);
}

fn acknowledged(store: &Store) {
    let _ = store
        .write(|tx| {
            let own = tx.device()?.id;
            let (seq, hash) = tx.chain_head(own)?;
            tx.acknowledge(own, seq, hash)
        })
        .expect("noted");
}

fn begins(dir: &TempDir, path: &Path, town: &str, key: &Key) -> Result<bool, BackupError> {
    let device =
        NewDevice { id: DeviceId(Uuid::from_u128(77)), code: String::new(), now: DateTime::UNIX_EPOCH };
    start(&place(dir.path()), path, PASSPHRASE, (town, &device, key), |_| Ok(()), &mut |_, _| true)
}

#[test]
fn a_neighbour_begins_with_the_town_and_with_nothing_of_the_desks_own() {
    let (dir, store) = desk(1);
    files(&store, 0, 3);
    agrees(&store);
    let enclosed = Digest::of(&[b"enclosed"]);
    let _ = store
        .write(|tx| {
            let _ = tx.put_blob(b"enclosed")?;
            tx.save_draft(&crate::store::Draft {
                id: case_id(50),
                owner: UserId(Uuid::from_u128(7)),
                service: "beglaubigung".into(),
                updated_at: DateTime::UNIX_EPOCH,
                body: b"{}".to_vec(),
                blobs: [enclosed].into(),
            })?;
            tx.set_preference(None, "pack-key", Some(b"secret"))
        })
        .expect("written");
    let path = dir.path().join("a.amts");
    let _ = back_up(&store, &path).expect("written");

    let (other, key) = (tempfile::tempdir().expect("a folder"), Key::new([0x77; 32]));
    assert!(begins(&other, &path, TOWN, &key).expect("begun"));
    assert!(open(other.path()).is_err(), "the neighbour's key does not open it");
    let new = Store::open(
        &place(other.path()),
        &key,
        std::sync::Arc::new(crate::store::tests::town::Words),
        salts(),
    )
    .expect("its own does");
    let own = new.read(|db| -> Result<_, StoreError> { db.device() }).expect("read");
    assert_eq!((own.id.0.as_u128(), own.code.as_str()), (77, ""));
    assert_eq!(new.standing().expect("asked"), Err(Behind::NotLetIn));
    assert!(matches!(new.write(|tx| file(tx, case_id(99), b"x")), Err(StoreError::Behind(Behind::NotLetIn))));
    new.read(|db| {
        assert_eq!(db.enrolment()?, None, "nor its key");
        assert_eq!(db.preference(None, "pack-key")?, None);
        assert_eq!((db.draft(case_id(50))?, db.has_blob(enclosed)?), (None, false));
        assert_eq!(db.town_desks()?.len(), 1);
        assert_eq!((db.waiting()?.events, db.awaited_blobs()?.len()), (0, 0));
        assert!(db.case(case_id(2))?.is_some());
        Ok::<_, StoreError>(())
    })
    .expect("read");

    // Let in it goes on where the neighbour was, with numbers of its own.
    let enrolment = Enrolment {
        key: [8; 32],
        ..store.read(|db| -> Result<_, StoreError> { db.enrolment() }).expect("read").expect("there")
    };
    let _ = new
        .write(|tx| {
            tx.enrol(&enrolment)?;
            tx.take_code("B")
        })
        .expect("let in");
    let heard =
        new.read(|db| -> Result<_, StoreError> { db.enrolment() }).expect("read").expect("there").heard;
    assert_eq!(heard, (17, Digest([4; 32])));
    let receipt = new.write(|tx| file(tx, case_id(99), b"x")).expect("filed").value;
    assert!(receipt.starts_with("B-"), "{receipt}");
    assert_clean(&new);
}

#[test]
fn no_neighbour_begins_with_what_the_service_has_not_or_with_another_town() {
    let (dir, store) = desk(1);
    files(&store, 0, 1);
    let refused = |name: &str, town: &str| {
        let (path, other) = (dir.path().join(name), tempfile::tempdir().expect("a folder"));
        let _ = back_up(&store, &path).expect("written");
        let refused = begins(&other, &path, town, &Key::new([0x77; 32])).expect_err("refused");
        assert_eq!(names(&place(other.path()).data), Vec::<String>::new());
        refused
    };
    assert!(matches!(refused("alone", TOWN), BackupError::NotEnrolled));
    agrees(&store);
    assert!(matches!(refused("other", "05554012"), BackupError::OtherTown(_)));
    files(&store, 1, 2);
    assert!(matches!(refused("ahead", TOWN), BackupError::Unsent));
    acknowledged(&store);
    let (path, other) = (dir.path().join("good"), tempfile::tempdir().expect("a folder"));
    let _ = back_up(&store, &path).expect("written");
    assert!(begins(&other, &path, TOWN, &Key::new([0x77; 32])).expect("begun"));
}
