//! Backups: one sealed file that a passphrase opens, put back as it was, or as the beginning of a new desk of the town.
//! Sends nothing anywhere.

pub use crate::store::backup::PASSPHRASE_LENGTH;

use super::Desk;
use super::chance::Chance;
use super::clock::Clock;
use super::error::DeskError;
use super::open::{self, Given, Key, Place};
use super::session::Session;
use crate::domain::id::DeviceId;
use crate::domain::problem::Problem;
use crate::domain::user::Role;
use crate::store::backup::{self, BackupError, GoOn, Header, Lock};
use crate::store::{NewDevice, StoreError};
use crate::wire::EnrolmentCode;
use chrono::{DateTime, Utc};
use std::path::Path;

/// What a backup says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// What the town is called.
    pub town: String,
    /// What the numbers of the desk bear that wrote it.
    pub desk: String,
    /// When it was made.
    pub made: DateTime<Utc>,
    /// Events in it.
    pub events: u64,
    /// Bytes of the database.
    pub bytes: u64,
}

impl From<Header> for Sealed {
    fn from(header: Header) -> Self {
        let Header { name, desk, made, events, bytes, .. } = header;
        Self { town: name, desk, made, events, bytes }
    }
}

impl From<BackupError> for DeskError {
    fn from(error: BackupError) -> Self {
        match (error.problem(), error) {
            (Some(problem), _) => problem.into(),
            (None, BackupError::Store(error)) => error.into(),
            (None, BackupError::Io { path, source }) => {
                Self::File { path: path.display().to_string(), source }
            }
            (None, error) => Problem::error("", "backup-none").with("why", error).into(),
        }
    }
}

/// What a backup says of itself, without its passphrase. Whether it holds is seen when it is read as a whole.
pub fn look(path: &Path) -> Result<Sealed, DeskError> {
    Ok(backup::look(path)?.into())
}

impl Desk {
    /// Writes a backup beside whoever works: whole and checked, or not at all. Hears how many bytes are done, of how many,
    /// and may be stopped, which gives nothing. The head or an administrator does it.
    ///
    /// Errors: a passphrase of fewer than [`PASSPHRASE_LENGTH`] characters; a file of that name; the disk.
    pub fn back_up(
        &self,
        session: &Session,
        path: &Path,
        passphrase: &str,
        go_on: GoOn<'_>,
    ) -> Result<Option<Sealed>, DeskError> {
        // As the log knows them now: a role revoked meanwhile counts.
        let user = self.store.read(|db| -> Result<_, StoreError> { db.user(session.user) })?;
        let may = |role| user.as_ref().is_some_and(|user| user.roles.contains_key(&role));
        if !may(Role::Administrator) && !may(Role::Head) {
            return Err(DeskError::because("backup-role"));
        }
        super::outside::has_folder(path)?;
        let lock = Lock { passphrase, salt: self.chance.bytes()? };
        let header = self.store.back_up(path, &lock, self.clock.now(), go_on)?;
        Ok(header.map(Sealed::from))
    }
}

/// Puts a backup back in an empty data folder: everything can be read, and nothing is handed out until the head has decided
/// that it goes on as a new desk. `secret` is the passphrase or the recovery key. Gives nothing where it was stopped.
pub fn restore(
    place: &Place,
    given: &Given,
    path: &Path,
    secret: &str,
    go_on: GoOn<'_>,
) -> Result<Option<Sealed>, DeskError> {
    let sealed = look(path)?;
    let keep = |key: &Key| open::keep(place, given, key, &Chance::System);
    let done = backup::restore(place, path, secret, keep, go_on)?;
    Ok(done.then_some(sealed))
}

/// Makes a new desk in an empty data folder out of a neighbour's backup, for a code of the same town to be used on. Until it
/// has been let in it hands out nothing. Gives nothing where it was stopped.
pub fn begin_with(
    place: &Place,
    given: &Given,
    (path, secret): (&Path, &str),
    code: &str,
    clock: Clock,
    go_on: GoOn<'_>,
) -> Result<Option<Sealed>, DeskError> {
    let code: EnrolmentCode = code.parse().map_err(|_| Problem::error("code", "kreis-code-form"))?;
    let sealed = look(path)?;
    let (now, chance) = (clock.now(), Chance::System);
    let device = NewDevice { id: DeviceId(chance.id(now.timestamp_millis())?), code: String::new(), now };
    let key = open::new_key(given, &chance)?;
    let keep = |key: &Key| open::keep(place, given, key, &chance);
    let done = backup::start(place, path, secret, (&code.town, &device, &key), keep, go_on)?;
    Ok(done.then_some(sealed))
}
