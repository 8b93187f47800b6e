//! What stands in front of the database in a backup: what it is, whose, how large, and its key, wrapped by a passphrase.
//! Opens no database.
//!
//! Frozen: `AMTSBAK1`, length of what follows (4, little endian), JSON; behind it the encrypted database, byte for byte.

use super::BackupError;
use crate::domain::id::Digest;
use crate::store::vault::{Key, Wrapped};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::Path;

const MAGIC: &[u8; 8] = b"AMTSBAK1";

/// Most bytes of the JSON: some hundred are used.
const LONGEST: u32 = 64 << 10;

/// What a backup says of itself. Frozen JSON; a later version adds and takes nothing away.
#[derive(Debug, Serialize, Deserialize)]
pub struct Header {
    /// Version of the database in it.
    pub version: u32,
    /// The town (AGS), as far as it is known.
    pub town: String,
    /// What the town is called.
    pub name: String,
    /// What the numbers of the desk bear that wrote it.
    pub desk: String,
    /// When it was made.
    pub made: DateTime<Utc>,
    /// Events in it.
    pub events: u64,
    /// Bytes of the database.
    pub bytes: u64,
    /// SHA-256 of the database as it stands in the file.
    pub digest: Digest,
    pub(super) key_check: Digest,
    pub(super) key: Wrapped,
}

impl Header {
    /// The key, by the passphrase with which the backup was made, or by the recovery key itself.
    pub fn open(&self, secret: &str) -> Result<Key, BackupError> {
        let key = match Key::from_hex(secret) {
            Some(key) => key,
            None => self.key.open(secret).map_err(|_| BackupError::WrongPassphrase)?,
        };
        if key.check() == self.key_check { Ok(key) } else { Err(BackupError::WrongPassphrase) }
    }

    /// Reads the beginning of a file of so many bytes.
    ///
    /// Errors: it is no backup, a later one, or one that was cut off.
    pub fn parse(begin: &[u8], there: u64) -> Result<Self, BackupError> {
        let (magic, rest) = begin.split_first_chunk::<8>().ok_or(BackupError::NoBackup)?;
        let (length, rest) = rest.split_first_chunk::<4>().ok_or(BackupError::NoBackup)?;
        if magic != MAGIC {
            return Err(if magic.starts_with(&MAGIC[..7]) {
                BackupError::Later
            } else {
                BackupError::NoBackup
            });
        }
        let length = u32::from_le_bytes(*length);
        if length > LONGEST {
            return Err(BackupError::NoBackup);
        }
        let json = rest.get(..length as usize).ok_or(BackupError::Cut)?;
        let header: Self = serde_json::from_slice(json).map_err(|_| BackupError::NoBackup)?;
        if !header.key.is_bearable() {
            return Err(BackupError::NoBackup);
        }
        if Some(there) != header.bytes.checked_add(12 + u64::from(length)) {
            return Err(BackupError::Cut);
        }
        if header.version > super::super::connect::known() {
            return Err(BackupError::Later);
        }
        Ok(header)
    }

    pub(super) fn bytes(&self) -> Result<Vec<u8>, BackupError> {
        let json = serde_json::to_vec(self).map_err(|_| BackupError::NoBackup)?;
        let length = u32::try_from(json.len()).map_err(|_| BackupError::NoBackup)?;
        Ok([&MAGIC[..], &length.to_le_bytes(), &json].concat())
    }
}

/// Reads what a backup says of itself, and leaves the file where the database begins. Whether that is whole is seen when it
/// is read, its length at once.
pub(super) fn read(path: &Path) -> Result<(Header, File), BackupError> {
    let io = |source| BackupError::Io { path: path.to_owned(), source };
    let mut file = File::open(path).map_err(io)?;
    let there = file.metadata().map_err(io)?.len();
    let mut begin = Vec::new();
    let _ = file.by_ref().take(12 + u64::from(LONGEST)).read_to_end(&mut begin).map_err(io)?;
    let header = Header::parse(&begin, there)?;
    let _ = file.seek(SeekFrom::Start(there - header.bytes)).map_err(io)?;
    Ok((header, file))
}
