//! Packs of the catalogue: which of the Kreis were taken or refused here, and who waits for one. Judges none.

use super::error::StoreError;
use super::reader::Reader;
use super::tx::Tx;
use super::{blob, log};
use crate::domain::event::Subject;
use crate::domain::id::Digest;
use crate::domain::problem::Problem;
use rusqlite::params;
use std::collections::BTreeSet;

/// Who holds the Kreis's packs.
pub(super) const HOLDER: &str = "kreis";

/// A pack that the Kreis published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KreisPack {
    /// Its digest.
    pub digest: Digest,
    /// What was wrong with it; empty where it was taken.
    pub refused: Vec<Problem>,
    /// The program that judged.
    pub judge: String,
}

impl Reader<'_> {
    /// The Kreis's packs as they were judged here, by digest.
    pub fn kreis_packs(&self) -> Result<Vec<KreisPack>, StoreError> {
        let mut statement =
            self.db.prepare_cached("SELECT digest, refused, judge FROM kreis_pack ORDER BY digest")?;
        let mut rows = statement.query([])?;
        let mut packs = Vec::new();
        while let Some(row) = rows.next()? {
            let refused: Option<String> = row.get(1)?;
            let refused = refused.map(|json| serde_json::from_str(&json)).transpose()?.unwrap_or_default();
            packs.push(KreisPack { digest: Digest(row.get(0)?), refused, judge: row.get(2)? });
        }
        Ok(packs)
    }
}

impl Tx<'_> {
    /// Keeps a pack of the Kreis.
    pub fn take_kreis_pack(&mut self, bytes: &[u8], judge: &str) -> Result<Digest, StoreError> {
        let digest = self.put_blob(bytes)?;
        self.note_kreis_pack(digest, None, judge)?;
        let mut statement = self.db.prepare_cached("SELECT digest FROM kreis_pack WHERE refused IS NULL")?;
        let taken = statement.query_map([], |row| Ok(Digest(row.get(0)?)))?;
        blob::hold(self.db, HOLDER, &taken.collect::<Result<BTreeSet<_>, _>>()?)?;
        Ok(digest)
    }

    /// Notes what is wrong with a pack of the Kreis; what was taken before stays.
    pub fn refuse_kreis_pack(
        &mut self,
        digest: Digest,
        problems: &[Problem],
        judge: &str,
    ) -> Result<(), StoreError> {
        self.note_kreis_pack(digest, Some(&serde_json::to_string(problems)?), judge)
    }

    fn note_kreis_pack(&self, digest: Digest, refused: Option<&str>, judge: &str) -> Result<(), StoreError> {
        let _ = self
            .db
            .prepare_cached("INSERT OR REPLACE INTO kreis_pack (digest, refused, judge) VALUES (?1, ?2, ?3)")?
            .execute(params![digest.0, refused, judge])?;
        Ok(())
    }

    /// A pack has arrived: the rows of the cases that began with it are made with its words.
    pub(super) fn pack_arrived(&mut self, digest: Digest) -> Result<(), StoreError> {
        for subject in log::holders(self.db, digest)? {
            if let Subject::Case(_) = subject {
                self.touch(subject);
            }
        }
        Ok(())
    }
}
