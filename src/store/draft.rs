//! Drafts and preferences: plain rows, no events. A draft's bytes are `desk`'s own JSON; nothing here reads them.

use super::blob;
use super::error::StoreError;
use super::reader::Reader;
use super::tx::Tx;
use crate::domain::id::{CaseId, Digest, UserId};
use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension as _, Row, params};
use std::collections::BTreeSet;

/// An intake that is not filed yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The id that the case will have.
    pub id: CaseId,
    /// Whose it is.
    pub owner: UserId,
    /// Slug of the service; for the list of drafts.
    pub service: String,
    /// When it was last saved.
    pub updated_at: DateTime<Utc>,
    /// Everything else, as JSON.
    pub body: Vec<u8>,
    /// Files that are attached already: kept while the draft is. The list of drafts leaves it empty.
    pub blobs: BTreeSet<Digest>,
}

fn holder(id: CaseId) -> String {
    format!("draft:{id}")
}

impl Tx<'_> {
    /// Saves a draft over its earlier state.
    pub fn save_draft(&mut self, draft: &Draft) -> Result<(), StoreError> {
        let _ = self
            .db
            .prepare_cached(
                "INSERT OR REPLACE INTO draft (id, owner, service, updated_at, body) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![
                draft.id.0.into_bytes(),
                draft.owner.0.into_bytes(),
                draft.service,
                draft.updated_at.timestamp_micros(),
                draft.body
            ])?;
        blob::hold(self.db, &holder(draft.id), &draft.blobs)
    }

    /// Deletes a draft; files that only it had go when the transaction commits. No error where there is none.
    pub fn delete_draft(&mut self, id: CaseId) -> Result<(), StoreError> {
        let mut held = self.db.prepare_cached("SELECT digest FROM blob_use WHERE holder = ?1")?;
        let held = held.query_map([holder(id)], |row| Ok(Digest(row.get(0)?)))?;
        self.blobs.extend(held.collect::<Result<Vec<_>, _>>()?);
        let _ = self.db.prepare_cached("DELETE FROM blob_use WHERE holder = ?1")?.execute([holder(id)])?;
        let _ = self.db.prepare_cached("DELETE FROM draft WHERE id = ?1")?.execute([id.0.into_bytes()])?;
        Ok(())
    }

    /// Sets a preference of a user, or of the desk; nothing takes it out.
    pub fn set_preference(
        &mut self,
        owner: Option<UserId>,
        key: &str,
        value: Option<&[u8]>,
    ) -> Result<(), StoreError> {
        let owner = owner.map_or_else(Vec::new, |id| id.0.into_bytes().to_vec());
        let _ = match value {
            Some(value) => self
                .db
                .prepare_cached("INSERT OR REPLACE INTO preference (owner, key, value) VALUES (?1, ?2, ?3)")?
                .execute(params![owner, key, value])?,
            None => self
                .db
                .prepare_cached("DELETE FROM preference WHERE owner = ?1 AND key = ?2")?
                .execute(params![owner, key])?,
        };
        Ok(())
    }
}

impl Reader<'_> {
    /// A draft.
    pub fn draft(&self, id: CaseId) -> Result<Option<Draft>, StoreError> {
        let mut statement =
            self.db.prepare_cached("SELECT id, owner, service, updated_at, body FROM draft WHERE id = ?1")?;
        let Some(mut draft) = statement.query_row([id.0.into_bytes()], read_draft).optional()? else {
            return Ok(None);
        };
        let mut held = self.db.prepare_cached("SELECT digest FROM blob_use WHERE holder = ?1")?;
        let held = held.query_map([holder(id)], |row| Ok(Digest(row.get(0)?)))?;
        draft.blobs = held.collect::<Result<_, _>>()?;
        Ok(Some(draft))
    }

    /// The drafts of a user, the last one first.
    pub fn drafts(&self, owner: UserId) -> Result<Vec<Draft>, StoreError> {
        let mut statement = self.db.prepare_cached(
            "SELECT id, owner, service, updated_at, body FROM draft WHERE owner = ?1 ORDER BY updated_at DESC, id",
        )?;
        let drafts = statement.query_map([owner.0.into_bytes()], read_draft)?;
        Ok(drafts.collect::<Result<_, _>>()?)
    }

    /// A preference of a user, or of the desk.
    pub fn preference(&self, owner: Option<UserId>, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let owner = owner.map_or_else(Vec::new, |id| id.0.into_bytes().to_vec());
        let mut statement =
            self.db.prepare_cached("SELECT value FROM preference WHERE owner = ?1 AND key = ?2")?;
        Ok(statement.query_row(params![owner, key], |row| row.get(0)).optional()?)
    }
}

fn read_draft(row: &Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft {
        id: CaseId(uuid::Uuid::from_bytes(row.get(0)?)),
        owner: UserId(uuid::Uuid::from_bytes(row.get(1)?)),
        service: row.get(2)?,
        updated_at: DateTime::from_timestamp_micros(row.get(3)?).unwrap_or_default(),
        body: row.get(4)?,
        blobs: BTreeSet::new(),
    })
}
