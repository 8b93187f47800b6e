//! What can go wrong with the database, each as something a caller can act on. Holds no sentence for people.

use super::anchor::Behind;
use crate::domain::id::{Digest, EventRef};
use rusqlite::ErrorCode;
use std::io;
use std::path::{Path, PathBuf};

/// Why the store did not do it. Nothing was stored, except where the variant says so.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is a database already; it is not overwritten.
    #[error("there is a database already: {0}")]
    Exists(PathBuf),
    /// There is no database.
    #[error("there is no database: {0}")]
    Missing(PathBuf),
    /// The key opens another database.
    #[error("the key does not belong to this database")]
    WrongKey,
    /// The file cannot be read with its own key: damaged, cut off, or no database.
    #[error("the database is damaged: {0}")]
    Broken(String),
    /// A newer program has used it.
    #[error("the database has version {found}, this program knows {known}")]
    Newer {
        /// Version of the file.
        found: u32,
        /// The last version this program knows.
        known: u32,
    },
    /// Another program kept writing for longer than anybody should wait. Worth trying again.
    #[error("another program is writing")]
    Busy,
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// The disk took or gave nothing, full or faulty; what is stored is as it was.
    #[error("the disk does not answer: {0}")]
    Disk(String),
    /// The folder or the file may not be written.
    #[error("the folder may not be written: {0}")]
    ReadOnly(String),
    /// The database is not the newest this desk had: it may be read, and hands out no number.
    #[error("this database is not the newest: {0}")]
    Behind(#[from] Behind),
    /// Committed, and yet the anchor could not be moved: the number must not be shown. Filing again says so.
    #[error("stored, but the anchor could not be moved: {0}")]
    NotAnchored(io::Error),
    /// Two different events claim the same place in a desk's chain, or an event does not follow its predecessor.
    #[error("the chain of {} forks at {}", .0.device, .0.seq)]
    Fork(EventRef),
    /// The bytes are no event, or do not match what binds them.
    #[error("not an event: {0}")]
    NotAnEvent(&'static str),
    /// A number was handed out for a receipt that was not booked in the same transaction: it would be a gap.
    #[error("receipt number {0} was taken and not used")]
    ReceiptNotUsed(String),
    /// The number stands in another event of this desk.
    #[error("number {0} is taken")]
    NumberTaken(String),
    /// There is no such blob, or it has not arrived.
    #[error("no blob {0}")]
    NoBlob(Digest),
    /// The system gave no randomness.
    #[error("the system gives no randomness")]
    NoRandomness,
    /// A file beside the database.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Anything else that the database says: an error of this program.
    #[error("database: {0}")]
    Sql(rusqlite::Error),
    /// A value that could not be written as JSON: an error of this program.
    #[error("JSON: {0}")]
    Json(#[from] serde_json::Error),
}

impl StoreError {
    /// Passes over what keeps a note from being written that may be left out; everything else stays an error.
    pub(crate) fn unless_unwritable(self) -> Result<(), Self> {
        match self {
            Self::Full | Self::Disk(_) | Self::ReadOnly(_) | Self::Busy => Ok(()),
            error => Err(error),
        }
    }

    /// Names the file at which the system refused.
    pub(super) fn at(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Self::ReadOnly(path.display().to_string())
            }
            _ => Self::Io { path, source },
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Self::ReadOnly(error.to_string())
            }
            Some(ErrorCode::SystemIoFailure) if !is_short_read(&error) => Self::Disk(error.to_string()),
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt | ErrorCode::SystemIoFailure) => {
                Self::Broken(error.to_string())
            }
            _ => Self::Sql(error),
        }
    }
}

/// The file ends before it should: it was cut off, and the disk is not to blame.
fn is_short_read(error: &rusqlite::Error) -> bool {
    error.sqlite_error().is_some_and(|error| error.extended_code == rusqlite::ffi::SQLITE_IOERR_SHORT_READ)
}
