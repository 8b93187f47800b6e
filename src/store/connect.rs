//! Opens the encrypted file: key, pragmas, migrations, and why it does not open. Knows no event.

use super::error::StoreError;
use super::place::{Place, replace_private, sync_dir};
use super::twin::{self, Moved};
use super::vault::Key;
use super::{NewDevice, Reader, anchor::Anchors, log};
use crate::domain::id::{Digest, EventRef};
use rusqlite::{Connection, OpenFlags, TransactionBehavior, params};
use std::fs::{self, File};
use std::path::Path;
use std::sync::Once;
use std::time::Duration;

/// Never changed once released. One a version of the file, from 1.
const MIGRATIONS: &[&str] = &[
    include_str!("../../migrations/desk/0001_log.sql"),
    include_str!("../../migrations/desk/0002_read.sql"),
    include_str!("../../migrations/desk/0003_kreis.sql"),
    include_str!("../../migrations/desk/0004_agree.sql"),
    include_str!("../../migrations/desk/0005_packs.sql"),
    include_str!("../../migrations/desk/0006_disputes.sql"),
    include_str!("../../migrations/desk/0007_mark.sql"),
    include_str!("../../migrations/desk/0008_twins.sql"),
    include_str!("../../migrations/desk/0009_same.sql"),
    include_str!("../../migrations/desk/0010_mail.sql"),
    include_str!("../../migrations/desk/0011_erase.sql"),
    include_str!("../../migrations/desk/0012_proof.sql"),
    include_str!("../../migrations/desk/0013_serial.sql"),
    include_str!("../../migrations/desk/0014_closing.sql"),
    include_str!("../../migrations/desk/0015_bookings.sql"),
    include_str!("../../migrations/desk/0016_days.sql"),
    include_str!("../../migrations/desk/0017_closing_paper.sql"),
    include_str!("../../migrations/desk/0018_blocked.sql"),
    include_str!("../../migrations/desk/0019_erased_person.sql"),
    include_str!("../../migrations/desk/0020_twice.sql"),
    include_str!("../../migrations/desk/0021_twice_once.sql"),
    include_str!("../../migrations/desk/0022_seen.sql"),
    include_str!("../../migrations/desk/0023_answers.sql"),
    include_str!("../../migrations/desk/0024_unsent.sql"),
];

/// "AMTS": what `file` shows of an unencrypted copy.
const APPLICATION: i32 = 0x414d_5453;

/// Longer than any transaction takes, shorter than a clerk's patience.
const PATIENCE: Duration = Duration::from_secs(20);

/// Statements that stay prepared: all that the program has, the work list's many spellings included.
const STATEMENTS: usize = 256;

/// Most kilobytes of pages that the writer holds: what arrives at once touches the rows of thousands of cases, and a page that
/// does not stay is sealed and opened again each time.
const PAGES: i32 = 32_768;

/// Makes the database of a new desk. It appears whole or not at all.
pub(super) fn create(place: &Place, key: &Key, device: &NewDevice) -> Result<(), StoreError> {
    place.make().map_err(StoreError::at(&place.data))?;
    let lock = place.state.join("create.lock");
    let lock =
        File::create(&lock).and_then(|file| file.lock().map(|()| file)).map_err(StoreError::at(&lock))?;
    let (database, new) = (place.database(), place.data.join("amtsstube.db.new"));
    if database.exists() {
        return Err(StoreError::Exists(database));
    }
    let _ = fs::remove_file(&new);
    let mut db = self::new(&new, key)?;
    migrate(&mut db)?;
    let _ = db.execute(
        "INSERT INTO device (id, code, since) VALUES (?1, ?2, ?3)",
        params![device.id.0.into_bytes(), device.code, device.now.to_rfc3339()],
    )?;
    db.close().map_err(|(_, error)| error)?;
    let check = place.key_check();
    replace_private(&check, key.check().to_string().as_bytes()).map_err(StoreError::at(&check))?;
    Anchors::of(place).prepare(EventRef { device: device.id, seq: 0 }, Digest::default())?.keep()?;
    fs::rename(&new, &database).and_then(|()| sync_dir(&place.data)).map_err(StoreError::at(&database))?;
    drop(lock);
    Ok(())
}

/// An empty database.
pub(super) fn new(path: &Path, key: &Key) -> Result<Connection, StoreError> {
    let db = connect(path, flags() | OpenFlags::SQLITE_OPEN_CREATE)?;
    unlock(&db, key)?;
    Ok(db)
}

/// A database that lies somewhere else than where it belongs.
pub(super) fn with_key(path: &Path, key: &Key) -> Result<Connection, StoreError> {
    let db = connect(path, flags())?;
    unlock(&db, key)?;
    let _ = version(&db)?;
    Ok(db)
}

/// Seals every page with another key. The database must have no log beside it.
pub(super) fn change_key(db: &Connection, key: &Key) -> Result<(), StoreError> {
    Ok(db.execute_batch(&format!("PRAGMA rekey = \"x'{}'\"", key.hex()))?)
}

/// Opens the database for the one who writes, and brings an older one up to date.
pub(super) fn writer(place: &Place, key: &Key) -> Result<Connection, StoreError> {
    let mut db = open(place, key)?;
    // Before anything is set: a newer file stays as it is, byte by byte.
    let _ = version(&db)?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    db.pragma_update(None, "synchronous", "FULL")?;
    db.pragma_update(None, "journal_size_limit", 16_777_216)?;
    db.pragma_update(None, "cache_size", -PAGES)?;
    // A row that is replaced goes before it comes, for what is kept in step with it.
    db.pragma_update(None, "recursive_triggers", true)?;
    migrate(&mut db)?;
    Ok(db)
}

/// Gives back the memory of pages that a large transaction needed. What is written is written, whatever becomes of that.
pub(super) fn release_pages(db: &Connection) {
    let _ = db.execute_batch("PRAGMA shrink_memory");
}

/// Opens the database for somebody who checks it: may make temporary tables, and shares no statement with a reader.
pub(super) fn checker(place: &Place, key: &Key) -> Result<Connection, StoreError> {
    open(place, key)
}

/// Opens the database for somebody who reads; the schema is the writer's business.
pub(super) fn reader(place: &Place, key: &Key) -> Result<Connection, StoreError> {
    let db = open(place, key)?;
    db.pragma_update(None, "query_only", true)?;
    Ok(db)
}

/// Begins a new chain after the head of the desk that this database was, in a transaction that somebody else commits.
/// The anchor of the new desk comes first. Gives what is to be written again in the new chain.
pub(super) fn go_on_as(
    db: &Connection,
    anchors: &Anchors,
    device: &NewDevice,
) -> Result<Vec<Moved>, StoreError> {
    let before = Reader::new(db).device()?;
    let moved = twin::take_out(db, before.id)?;
    let (seq, hash) = log::head(db, before.id)?;
    let _ = db.execute(
        "INSERT INTO device (id, code, since, continues, continues_seq, continues_hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            device.id.0.into_bytes(),
            device.code,
            device.now.to_rfc3339(),
            before.id.0.into_bytes(),
            seq.cast_signed(),
            hash.0
        ],
    )?;
    // What this database wrote before is from now on what it has of another chain.
    super::seen::heard(db, EventRef { device: before.id, seq })?;
    anchors.prepare(EventRef { device: device.id, seq: 0 }, Digest::default())?.keep()?;
    Ok(moved)
}

fn open(place: &Place, key: &Key) -> Result<Connection, StoreError> {
    let path = place.database();
    match fs::metadata(&path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(StoreError::Missing(path)),
        Err(error) => return Err(StoreError::at(&path)(error)),
        Ok(file) if file.len() == 0 => return Err(StoreError::Broken("empty file".to_owned())),
        Ok(_) => {}
    }
    let db = connect(&path, flags())?;
    db.set_prepared_statement_cache_capacity(STATEMENTS);
    match unlock(&db, key) {
        Err(StoreError::Broken(why)) => Err(wrong_or_broken(place, key, why)),
        Err(error) => Err(error),
        Ok(()) => Ok(db),
    }
}

/// The first one of the program goes alone: SQLite lets others in before its cipher is ready (`SQLITE_EXTRA_INIT` runs behind its
/// lock), and they would hear that their key is none.
fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, StoreError> {
    static FIRST: Once = Once::new();
    FIRST.call_once(|| drop(Connection::open_in_memory()));
    Ok(Connection::open_with_flags(path, flags)?)
}

fn flags() -> OpenFlags {
    OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX
}

fn unlock(db: &Connection, key: &Key) -> Result<(), StoreError> {
    db.busy_timeout(PATIENCE)?;
    db.execute_batch("PRAGMA cipher_log_level = NONE")?;
    db.execute_batch(&format!("PRAGMA key = \"x'{}'\"", key.hex()))?;
    db.execute_batch("PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;")?;
    // The first read is the first to need the key.
    let _: i64 = db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(())
}

/// The cipher answers both with "not a database"; the digest of the key beside the file knows.
fn wrong_or_broken(place: &Place, key: &Key, why: String) -> StoreError {
    match fs::read_to_string(place.key_check()) {
        Ok(kept) if kept.trim() != key.check().to_string() => StoreError::WrongKey,
        _ => StoreError::Broken(why),
    }
}

/// The version of the file that this program writes.
pub(super) fn known() -> u32 {
    u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX)
}

/// Version of the file and of this program; refused where the file's is newer.
fn version(db: &Connection) -> Result<(u32, u32), StoreError> {
    let known = known();
    let found: u32 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > known { Err(StoreError::Newer { found, known }) } else { Ok((found, known)) }
}

pub(super) fn migrate(db: &mut Connection) -> Result<(), StoreError> {
    // Asked before the lock is: whoever opens a file that is up to date waits for no writer.
    let (found, known) = version(db)?;
    if found == known {
        return Ok(());
    }
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let (found, known) = version(&tx)?;
    for (version, sql) in (1_u32..).zip(MIGRATIONS) {
        if version > found {
            tx.execute_batch(sql)?;
        }
    }
    tx.pragma_update(None, "application_id", APPLICATION)?;
    tx.pragma_update(None, "user_version", known)?;
    tx.commit()?;
    Ok(())
}
