//! Papers and attachments: bytes in chunks, named by their digest, kept while something refers to them.

use super::error::StoreError;
use super::log;
use super::reader::Reader;
use super::tx::Tx;
use crate::catalogue::pack::is_pack;
use crate::domain::event::Subject;
use crate::domain::id::Digest;
use rusqlite::{Connection, OptionalExtension as _, params};
use std::collections::BTreeSet;

/// Bytes of a chunk.
const CHUNK: usize = 65_536;

impl Tx<'_> {
    /// Stores bytes under their digest. What nothing refers to when the transaction commits (a paper, an attachment,
    /// a draft, the town's arms) is dropped again.
    pub fn put_blob(&mut self, bytes: &[u8]) -> Result<Digest, StoreError> {
        let digest = Digest::of(&[bytes]);
        let new = self
            .db
            .prepare_cached("INSERT OR IGNORE INTO blob (digest, size) VALUES (?1, ?2)")?
            .execute(params![digest.0, i64::try_from(bytes.len()).unwrap_or(i64::MAX)])?;
        if new > 0 {
            let mut insert =
                self.db.prepare_cached("INSERT INTO blob_chunk (digest, part, bytes) VALUES (?1, ?2, ?3)")?;
            for (part, chunk) in (0_i64..).zip(bytes.chunks(CHUNK)) {
                let _ = insert.execute(params![digest.0, part, chunk])?;
            }
        }
        let awaited =
            self.db.prepare_cached("DELETE FROM blob_awaited WHERE digest = ?1")?.execute([digest.0])?;
        if awaited > 0 && is_pack(bytes) {
            self.pack_arrived(digest)?;
        }
        let _ = self.blobs.insert(digest);
        Ok(digest)
    }

    /// Keeps a part of a blob that is on its way here.
    pub fn put_coming(&mut self, digest: Digest, part: u64, bytes: &[u8]) -> Result<(), StoreError> {
        let sql = "INSERT OR REPLACE INTO blob_coming (digest, part, bytes) VALUES (?1, ?2, ?3)";
        let _ = self.db.prepare_cached(sql)?.execute(params![digest.0, part.cast_signed(), bytes])?;
        Ok(())
    }

    /// Forgets the parts: it is here as a whole, or begins anew.
    pub fn drop_coming(&mut self, digest: Digest) -> Result<(), StoreError> {
        let _ = self.db.prepare_cached("DELETE FROM blob_coming WHERE digest = ?1")?.execute([digest.0])?;
        Ok(())
    }

    pub(super) fn drop_unused_blobs(&mut self) -> Result<(), StoreError> {
        for digest in std::mem::take(&mut self.blobs) {
            drop_unused(self.db, digest)?;
        }
        Ok(())
    }
}

impl Reader<'_> {
    /// Whether the blob is here, without reading it.
    pub fn has_blob(&self, digest: Digest) -> Result<bool, StoreError> {
        let mut statement =
            self.db.prepare_cached("SELECT EXISTS (SELECT 1 FROM main.blob WHERE digest = ?1)")?;
        Ok(statement.query_row([digest.0], |row| row.get(0))?)
    }

    /// Place of the last event about a subject in the order in which this desk got them: it changes with whatever is
    /// written or heard about it.
    pub fn last_event(&self, subject: Subject) -> Result<i64, StoreError> {
        log::last_of(self.db, subject)
    }

    /// Who needs the blob: subjects as in the log, or `draft:` and the case.
    pub fn holders(&self, digest: Digest) -> Result<Vec<String>, StoreError> {
        let mut statement =
            self.db.prepare_cached("SELECT holder FROM blob_use WHERE digest = ?1 ORDER BY holder")?;
        let holders = statement.query_map([digest.0], |row| row.get(0))?;
        Ok(holders.collect::<Result<Vec<_>, _>>()?)
    }

    /// What is here of a blob that is on its way.
    pub fn coming(&self, digest: Digest) -> Result<Vec<u8>, StoreError> {
        let mut statement =
            self.db.prepare_cached("SELECT bytes FROM blob_coming WHERE digest = ?1 ORDER BY part")?;
        let parts = statement.query_map([digest.0], |row| row.get::<_, Vec<u8>>(0))?;
        Ok(parts.collect::<Result<Vec<_>, _>>()?.concat())
    }

    /// The bytes. Refused where the blob is missing or is not what its name says.
    pub fn blob(&self, digest: Digest) -> Result<Vec<u8>, StoreError> {
        let size = self
            .db
            .prepare_cached("SELECT size FROM main.blob WHERE digest = ?1")?
            .query_row([digest.0], |row| row.get::<_, i64>(0))
            .optional()?
            .ok_or(StoreError::NoBlob(digest))?;
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
        let mut chunks =
            self.db.prepare_cached("SELECT bytes FROM blob_chunk WHERE digest = ?1 ORDER BY part")?;
        let mut rows = chunks.query([digest.0])?;
        while let Some(row) = rows.next()? {
            bytes.extend_from_slice(row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?);
        }
        if Digest::of(&[&bytes]) == digest {
            Ok(bytes)
        } else {
            Err(StoreError::Broken(format!("blob {digest}")))
        }
    }
}

/// Says which blobs the holder needs from now on; what nobody needs any more goes.
pub(super) fn hold(db: &Connection, holder: &str, wanted: &BTreeSet<Digest>) -> Result<(), StoreError> {
    let mut statement = db.prepare_cached("SELECT digest FROM blob_use WHERE holder = ?1")?;
    let held = statement.query_map([holder], |row| Ok(Digest(row.get(0)?)))?;
    let held: BTreeSet<Digest> = held.collect::<Result<_, _>>()?;
    for digest in wanted.difference(&held) {
        let _ = db
            .prepare_cached("INSERT INTO blob_use (holder, digest) VALUES (?1, ?2)")?
            .execute(params![holder, digest.0])?;
    }
    for digest in held.difference(wanted) {
        let _ = db
            .prepare_cached("DELETE FROM blob_use WHERE holder = ?1 AND digest = ?2")?
            .execute(params![holder, digest.0])?;
        drop_unused(db, *digest)?;
    }
    Ok(())
}

fn drop_unused(db: &Connection, digest: Digest) -> Result<(), StoreError> {
    let _ = db
        .prepare_cached(
            "DELETE FROM blob WHERE digest = ?1 AND NOT EXISTS (SELECT 1 FROM blob_use WHERE digest = ?1)",
        )?
        .execute([digest.0])?;
    Ok(())
}
