//! What went wrong, so that every failure reaches the clerk. Holds no sentence: problems carry message ids.

use super::chance::NoChance;
use crate::domain::problem::{Problem, Refusal};
use crate::paper::PaperError;
use crate::store::{Behind, StoreError};
use crate::sync::SyncError;
use std::io;

/// Why a use case did not happen. Nothing of it is stored then.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The rules are against it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The database could not do it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A paper could not be made.
    #[error(transparent)]
    Paper(#[from] PaperError),
    /// Desk and Kreis do not agree.
    #[error(transparent)]
    Sync(#[from] SyncError),
    /// No randomness, so no ids.
    #[error(transparent)]
    Chance(#[from] NoChance),
    /// A file could not be read or written.
    #[error("{path}: {source}")]
    File {
        /// Which.
        path: String,
        /// Why.
        source: io::Error,
    },
}

impl DeskError {
    /// A refusal for one reason that belongs to no field.
    pub fn because(id: &str) -> Self {
        Self::Refused(Refusal::because(id))
    }

    /// The problems to show: where, what, and what to do.
    pub fn problems(&self) -> Vec<Problem> {
        match self {
            Self::Refused(refusal) => refusal.0.clone(),
            Self::Store(error) => vec![store_problem(error)],
            Self::Paper(error) => error.problems(),
            Self::Sync(error) => super::kreis::problems(error),
            Self::Chance(_) => vec![Problem::error("", "no-randomness")],
            Self::File { path, source } => {
                vec![
                    Problem::error(path.clone(), file_problem(source)).with("path", path).with("why", source),
                ]
            }
        }
    }
}

impl From<Problem> for DeskError {
    fn from(problem: Problem) -> Self {
        Self::Refused(problem.into())
    }
}

/// The system's errors with files by message id; `file-failed` for those that are rare enough for its own words.
fn file_problem(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => "file-gone",
        io::ErrorKind::PermissionDenied => "file-forbidden",
        io::ErrorKind::ReadOnlyFilesystem => "file-read-only",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "file-no-room",
        io::ErrorKind::IsADirectory => "file-is-folder",
        _ => "file-failed",
    }
}

/// The store's errors by message id; `store-failed` for those that are this program's own mistake.
pub(super) fn store_problem(error: &StoreError) -> Problem {
    let id = match error {
        StoreError::Exists(_) => "store-exists",
        StoreError::Missing(_) => "store-missing",
        StoreError::WrongKey => "store-wrong-key",
        StoreError::Broken(_) => "store-broken",
        StoreError::Newer { .. } => "store-newer",
        StoreError::Busy => "store-busy",
        StoreError::Full => "store-full",
        StoreError::Disk(_) => "store-disk",
        StoreError::ReadOnly(_) => "store-read-only",
        StoreError::Behind(Behind::Twin { .. }) => "store-twin",
        StoreError::Behind(Behind::NotLetIn) => "store-not-let-in",
        StoreError::Behind(_) => "store-behind",
        StoreError::NotAnchored(_) => "store-not-anchored",
        StoreError::Fork(_) => "store-fork",
        _ => "store-failed",
    };
    Problem::error("", id).with("why", error)
}
