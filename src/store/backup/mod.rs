//! One sealed file with the whole database: written while others write, read back as it was, or as the beginning of another
//! desk of the town. Knows no person and no service; without its passphrase or the recovery key it says nothing.

mod header;
mod start;
mod write;

#[cfg(test)]
mod tests;

pub use header::Header;
pub use start::start;

use super::connect;
use super::error::StoreError;
use super::place::{self, Place, replace_private, sync_dir};
use super::vault::Key;
use crate::domain::id::Digest;
use crate::domain::problem::Problem;
use rusqlite::Connection;
use sha2::{Digest as _, Sha256};
use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

/// Shortest passphrase of a backup, in characters: the file lies on sticks and shelves, for anybody to try.
pub const PASSPHRASE_LENGTH: usize = 12;

/// Bytes that are read at once.
const CHUNK: usize = 1 << 20;

/// Why there is no backup, or none that helps. Nothing was left behind.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The passphrase is too easy to guess.
    #[error("the passphrase is too short")]
    ShortPassphrase,
    /// The passphrase is another one, or the recovery key is another database's.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// There is a file of that name.
    #[error("there is a file already: {0}")]
    There(PathBuf),
    /// It is something else.
    #[error("not a backup")]
    NoBackup,
    /// A part of it is missing.
    #[error("the file is cut off")]
    Cut,
    /// Some bytes are not those that were written.
    #[error("the file was changed or damaged")]
    Changed,
    /// A later program wrote it.
    #[error("a later version wrote it")]
    Later,
    /// It is another town's.
    #[error("it belongs to another town: {0}")]
    OtherTown(String),
    /// The desk that wrote it was in no Kreis, so a neighbour cannot begin with it.
    #[error("its desk was not enrolled")]
    NotEnrolled,
    /// Its desk had written what the service had not heard yet, so a neighbour cannot begin with it.
    #[error("it has what the service has not")]
    Unsent,
    /// A file.
    #[error("{path}: {source}")]
    Io {
        /// Which.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<rusqlite::Error> for BackupError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

impl BackupError {
    /// What to show, where it is no matter of the database or of files.
    pub fn problem(&self) -> Option<Problem> {
        let id = match self {
            Self::ShortPassphrase => "backup-passphrase-short",
            Self::WrongPassphrase => "backup-wrong-passphrase",
            Self::There(_) => "file-there",
            Self::NoBackup => "backup-none",
            Self::Cut => "backup-cut",
            Self::Changed => "backup-changed",
            Self::Later => "backup-later",
            Self::OtherTown(_) => "backup-other-town",
            Self::NotEnrolled => "backup-not-enrolled",
            Self::Unsent => "backup-unsent",
            Self::Io { .. } | Self::Store(_) => return None,
        };
        let problem = Problem::error("", id);
        Some(match self {
            Self::ShortPassphrase => problem.with("length", PASSPHRASE_LENGTH),
            Self::There(path) => problem.with("path", path.display()),
            Self::OtherTown(town) => problem.with("town", town),
            _ => problem,
        })
    }
}

/// Hears how many bytes are done, of how many, and answers whether to go on.
pub type GoOn<'a> = &'a mut dyn FnMut(u64, u64) -> bool;

/// A passphrase, and sixteen random bytes that are used with it once.
#[derive(Clone)]
pub struct Lock<'a> {
    /// The passphrase.
    pub passphrase: &'a str,
    /// The bytes.
    pub salt: [u8; 16],
}

/// What a backup says of itself. Whether it holds is seen when it is read.
pub fn look(path: &Path) -> Result<Header, BackupError> {
    header::read(path).map(|(header, _)| header)
}

/// Puts a backup in an empty data folder, as it was: it has no anchor, so it hands out nothing until the head has decided.
/// Gives `false` where it was stopped. `keep` keeps the key, before the database appears.
pub fn restore<E: From<BackupError>>(
    place: &Place,
    path: &Path,
    secret: &str,
    keep: impl FnOnce(&Key) -> Result<(), E>,
    go_on: GoOn<'_>,
) -> Result<bool, E> {
    let Some((new, key)) = unpack(place, path, secret, go_on)? else { return Ok(false) };
    let db = connect::with_key(&new.0, &key).map_err(BackupError::from)?;
    check(&db)?;
    db.close().map_err(|(_, error)| BackupError::from(error))?;
    appear(place, new, &key, keep)?;
    Ok(true)
}

/// Writes the database of a backup beside where it is to be, checked against what the header says.
fn unpack(
    place: &Place,
    path: &Path,
    secret: &str,
    go_on: GoOn<'_>,
) -> Result<Option<(Temporary, Key)>, BackupError> {
    place.make().map_err(StoreError::at(&place.data))?;
    if place.database().exists() {
        return Err(StoreError::Exists(place.database()).into());
    }
    let (header, mut from) = header::read(path)?;
    let key = header.open(secret)?;
    let new = Temporary(place.data.join("amtsstube.db.new"));
    new.remove();
    let mut to = place::create_private(&new.0).map_err(StoreError::at(&new.0))?;
    let read = |source| BackupError::Io { path: path.to_owned(), source };
    let (mut sum, mut done, mut chunk) = (Sha256::new(), 0, vec![0; CHUNK]);
    loop {
        if !go_on(done, header.bytes) {
            return Ok(None);
        }
        let some = from.read(&mut chunk).map_err(read)?;
        if some == 0 {
            break;
        }
        sum.update(&chunk[..some]);
        to.write_all(&chunk[..some]).map_err(StoreError::at(&new.0))?;
        done += some as u64;
    }
    to.sync_all().map_err(StoreError::at(&new.0))?;
    if done != header.bytes || Digest(sum.finalize().into()) != header.digest {
        return Err(BackupError::Changed);
    }
    Ok(Some((new, key)))
}

/// The database appears in its place, whole, with what tells its key.
fn appear<E: From<BackupError>>(
    place: &Place,
    new: Temporary,
    key: &Key,
    keep: impl FnOnce(&Key) -> Result<(), E>,
) -> Result<(), E> {
    let (check, database) = (place.key_check(), place.database());
    replace_private(&check, key.check().to_string().as_bytes())
        .map_err(StoreError::at(&check))
        .map_err(BackupError::from)?;
    keep(key)?;
    fs::rename(&new.0, &database)
        .and_then(|()| sync_dir(&place.data))
        .map_err(StoreError::at(&database))
        .map_err(BackupError::from)?;
    Ok(())
}

/// A file that goes when it is no more needed.
struct Temporary(PathBuf);

impl Temporary {
    fn remove(&self) {
        for end in ["", "-journal", "-wal", "-shm"] {
            let mut name = self.0.clone().into_os_string();
            name.push(end);
            let _ = fs::remove_file(name);
        }
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        self.remove();
    }
}

/// Whether every page is what was sealed, and the tables hold together.
fn check(db: &Connection) -> Result<(), BackupError> {
    for pragma in ["cipher_integrity_check", "quick_check"] {
        let mut statement = db.prepare(&format!("PRAGMA {pragma}"))?;
        let mut said = statement.query_map([], |row| row.get::<_, String>(0))?;
        if said.any(|said| said.is_ok_and(|said| said != "ok")) {
            return Err(BackupError::Changed);
        }
    }
    Ok(())
}
