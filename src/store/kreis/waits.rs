//! What waits to be sent to the Kreis, and which papers and attachments are to come from it. Sends and fetches nothing.

use super::super::error::StoreError;
use super::super::log;
use super::super::reader::Reader;
use super::super::tx::Tx;
use crate::domain::id::Digest;
use chrono::{DateTime, Utc};

/// What waits to be sent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Waiting {
    /// Events.
    pub events: usize,
    /// Cases that they are about.
    pub cases: usize,
    /// When the first of them was written.
    pub since: Option<DateTime<Utc>>,
    /// Papers and attachments.
    pub blobs: usize,
}

impl Reader<'_> {
    /// Own papers and attachments that the service has not.
    pub fn unsent_blobs(&self, limit: usize) -> Result<Vec<Digest>, StoreError> {
        let mut statement = self.db.prepare_cached(&format!("SELECT DISTINCT u.digest {UNSENT} LIMIT ?1"))?;
        let rows = statement.query_map([i64::try_from(limit).unwrap_or(i64::MAX)], |row| row.get(0))?;
        Ok(rows.map(|row| row.map(Digest)).collect::<Result<_, _>>()?)
    }

    /// How many own papers and attachments the service has not.
    pub fn unsent_count(&self) -> Result<u64, StoreError> {
        let sql = format!("SELECT count(DISTINCT u.digest) {UNSENT}");
        Ok(self.db.query_row(&sql, [], |row| row.get::<_, i64>(0))?.cast_unsigned())
    }

    /// Papers and attachments of other desks that have not arrived.
    pub fn awaited_blobs(&self) -> Result<Vec<Digest>, StoreError> {
        let mut statement = self.db.prepare_cached("SELECT digest FROM blob_awaited ORDER BY digest")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.map(|row| row.map(Digest)).collect::<Result<_, _>>()?)
    }

    /// What waits to be sent.
    pub fn waiting(&self) -> Result<Waiting, StoreError> {
        let (events, cases, first) = self.db.query_row(
            &format!(
                "SELECT count(*), count(DISTINCT iif(subject LIKE 'case:%', subject, NULL)), min(e.n) {UNHEARD}"
            ),
            [],
            |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, Option<i64>>(2)?)),
        )?;
        let since = match first {
            Some(n) => {
                let sql = "SELECT envelope FROM event WHERE n = ?1";
                log::written_at(&self.db.query_row(sql, [n], |row| row.get::<_, Vec<u8>>(0))?)
            }
            None => None,
        };
        let blobs = usize::try_from(self.unsent_count()?).unwrap_or(usize::MAX);
        let count = |count: i64| usize::try_from(count).unwrap_or(usize::MAX);
        Ok(Waiting { events: count(events), cases: count(cases), since, blobs })
    }
}

/// Events of own chains behind what was acknowledged.
const UNHEARD: &str = "FROM event e JOIN device d ON d.id = e.device \
    LEFT JOIN acknowledged a ON a.device = e.device \
    WHERE e.seq > coalesce(a.seq, 0) AND (d.shared IS NULL OR d.n = (SELECT max(n) FROM device))";

/// Blobs that are here, are more than a draft, came neither from the Kreis nor from another office, and are not at the service.
const UNSENT: &str = "FROM blob_use u JOIN blob USING (digest) \
    WHERE u.holder NOT LIKE 'draft:%' AND u.holder NOT IN ('kreis', 'mail') AND u.digest NOT IN (SELECT digest FROM blob_sent)";

impl Tx<'_> {
    /// The service was put back: which papers, attachments and bundles it has is not known any more.
    pub fn forget_sent_blobs(&mut self) -> Result<(), StoreError> {
        Ok(self.db.execute_batch("DELETE FROM blob_sent; DELETE FROM mail_sent;")?)
    }

    /// Notes that a blob lies at the service.
    pub fn blob_is_there(&mut self, digest: Digest) -> Result<(), StoreError> {
        let _ = self.db.execute("INSERT OR IGNORE INTO blob_sent (digest) VALUES (?1)", [digest.0])?;
        Ok(())
    }

    /// What the subjects need that were touched and is not here is to come from the service. What comes is awaited no longer
    /// by [`Tx::put_blob`].
    pub(in crate::store) fn note_awaited(&self) -> Result<(), StoreError> {
        let sql = "INSERT OR IGNORE INTO blob_awaited SELECT digest FROM blob_use WHERE holder = ?1 \
                   AND NOT EXISTS (SELECT 1 FROM blob WHERE blob.digest = blob_use.digest)";
        let mut statement = self.db.prepare_cached(sql)?;
        for subject in &self.touched {
            let _ = statement.execute([subject.to_string()])?;
        }
        Ok(())
    }

    /// The same after the tables were made anew, of a desk that is enrolled.
    pub(in crate::store) fn note_all_awaited(&self) -> Result<(), StoreError> {
        if self.enrolment()?.is_none() {
            return Ok(());
        }
        self.db.execute_batch(
            "INSERT OR IGNORE INTO blob_awaited SELECT digest FROM blob_use \
             WHERE NOT EXISTS (SELECT 1 FROM blob WHERE blob.digest = blob_use.digest); \
             DELETE FROM blob_awaited WHERE EXISTS (SELECT 1 FROM blob WHERE blob.digest = blob_awaited.digest);",
        )?;
        Ok(())
    }
}
