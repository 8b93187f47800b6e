//! Events that a later program wrote: how many wait for an update, and reading them once this program can. They stand in the
//! log and are passed on like all others.

use super::error::StoreError;
use super::reader::Reader;
use super::tx::Tx;
use super::{Store, log};
use crate::domain::event::Outline;
use crate::domain::id::EventRef;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};

/// What this program cannot read yet ("Aktualisierung nötig").
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Later {
    /// Events.
    pub events: usize,
    /// Cases that they are about.
    pub cases: usize,
    /// When the first of them was written.
    pub since: Option<DateTime<Utc>>,
}

/// Notes that an event cannot be read yet.
pub(super) fn park(db: &Connection, id: EventRef) -> Result<(), StoreError> {
    let mut statement = db.prepare_cached("INSERT OR IGNORE INTO later (device, seq) VALUES (?1, ?2)")?;
    let _ = statement.execute(params![id.device.0.into_bytes(), id.seq.cast_signed()])?;
    Ok(())
}

/// An envelope and its payload.
type Bytes = (Vec<u8>, Option<Vec<u8>>);

/// What is parked.
fn parked(db: &Connection) -> Result<Vec<Bytes>, StoreError> {
    let mut statement = db.prepare_cached(
        "SELECT e.envelope, p.bytes FROM later JOIN event e USING (device, seq) LEFT JOIN payload p USING (n) ORDER BY n",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

impl Reader<'_> {
    /// What waits for a later program.
    pub fn later(&self) -> Result<Later, StoreError> {
        let sql = "SELECT count(*), count(DISTINCT iif(e.subject LIKE 'case:%', e.subject, NULL)) \
                   FROM later JOIN event e USING (device, seq)";
        let (events, cases): (i64, i64) =
            self.db.prepare_cached(sql)?.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let count = |count: i64| usize::try_from(count).unwrap_or(usize::MAX);
        let written = parked(self.db)?.into_iter().filter_map(|(envelope, _)| log::written_at(&envelope));
        Ok(Later { events: count(events), cases: count(cases), since: written.min() })
    }
}

impl Store {
    /// Reads what an earlier program could not and this one can. Writes nothing where there is no such.
    pub(super) fn look_again(&self) -> Result<(), StoreError> {
        if self.read(|reader| parked(reader.db))?.is_empty() {
            return Ok(());
        }
        self.write(unpark).map(drop)
    }
}

fn unpark(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    for (envelope, payload) in parked(tx.db)? {
        let outline: Outline = serde_json::from_slice(&envelope)?;
        if !tx.is_read(&outline, payload.as_deref())? {
            continue;
        }
        let id = params![outline.device.0.into_bytes(), outline.seq.cast_signed()];
        let _ = tx.db.execute("DELETE FROM later WHERE device = ?1 AND seq = ?2", id)?;
        if let Ok(subject) = outline.subject.parse() {
            tx.touch(subject);
        }
    }
    tx.awaits = true;
    Ok(())
}
