//! How far the chains of other desks are here, and what each chain says it had of the others: what was known when an event
//! was written, whichever desk wrote it. Knows no event's meaning.

use super::error::StoreError;
use super::log;
use super::read::sql;
use crate::domain::event::Outline;
use crate::domain::id::{DeviceId, EventRef};
use crate::domain::seen::Seen;
use rusqlite::{Connection, OptionalExtension as _, params};
use uuid::Uuid;

/// Notes that a chain is here up to an event.
pub(super) fn heard(db: &Connection, upto: EventRef) -> Result<(), StoreError> {
    let _ = db
        .prepare_cached("INSERT OR REPLACE INTO heard (device, seq) VALUES (?1, ?2)")?
        .execute(params![upto.device.0.into_bytes(), upto.seq.cast_signed()])?;
    Ok(())
}

/// Moves on how far a chain is here: over the event that arrived, and over those behind it that waited for it.
pub(super) fn arrived(db: &Connection, id: EventRef) -> Result<(), StoreError> {
    let known: Option<i64> = db
        .prepare_cached("SELECT seq FROM heard WHERE device = ?1")?
        .query_row([id.device.0.into_bytes()], |row| row.get(0))
        .optional()?;
    let known = known.unwrap_or_default().cast_unsigned();
    if id.seq != known + 1 {
        return Ok(());
    }
    let mut upto = id;
    while log::find(db, EventRef { seq: upto.seq + 1, ..upto })?.is_some() {
        upto.seq += 1;
    }
    heard(db, upto)
}

/// Keeps what an event says its desk had of other chains.
pub(super) fn says(db: &Connection, outline: &Outline) -> Result<(), StoreError> {
    for upto in &outline.seen {
        let _ = db
            .prepare_cached("INSERT OR REPLACE INTO seen (device, other, seq, upto) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![
                outline.device.0.into_bytes(),
                upto.device.0.into_bytes(),
                outline.seq.cast_signed(),
                upto.seq.cast_signed(),
            ])?;
    }
    Ok(())
}

/// What is here of other chains and the own one has not said yet.
pub(super) fn unsaid(db: &Connection, own: DeviceId) -> Result<Vec<EventRef>, StoreError> {
    let mut statement = db.prepare_cached(
        "SELECT device, seq FROM heard WHERE device <> ?1 AND seq > coalesce(\
           (SELECT upto FROM seen WHERE device = ?1 AND other = heard.device ORDER BY seen.seq DESC LIMIT 1), 0)",
    )?;
    let rows = statement.query_map([own.0.into_bytes()], |row| {
        let device = DeviceId(Uuid::from_bytes(row.get(0)?));
        Ok(EventRef { device, seq: row.get::<_, i64>(1)?.cast_unsigned() })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What the desk had when it wrote the event, the event itself not among it.
pub(super) fn before(db: &Connection, event: EventRef) -> Result<Seen, StoreError> {
    let mut statement = db
        .prepare_cached("SELECT other, max(upto) FROM seen WHERE device = ?1 AND seq <= ?2 GROUP BY other")?;
    let rows = statement.query_map(params![event.device.0.into_bytes(), event.seq.cast_signed()], |row| {
        let device = DeviceId(Uuid::from_bytes(row.get(0)?));
        Ok(EventRef { device, seq: row.get::<_, i64>(1)?.cast_unsigned() })
    })?;
    let mut seen: Seen = rows.collect::<Result<_, _>>()?;
    seen.note(EventRef { seq: event.seq.saturating_sub(1), ..event });
    Ok(seen)
}

/// How far the desk that wrote an event had another one's chain then; 0 where it had nothing of it.
pub(super) fn upto_before(db: &Connection, event: EventRef, other: DeviceId) -> Result<u64, StoreError> {
    if event.device == other {
        return Ok(event.seq.saturating_sub(1));
    }
    let of = params![event.device.0.into_bytes(), other.0.into_bytes(), event.seq.cast_signed()];
    let upto: Option<i64> = sql::first(db, UPTO_BEFORE, of, |row| row.get(0))?;
    Ok(upto.unwrap_or_default().cast_unsigned())
}

/// The first event of a desk that says that it had another desk's event; nothing where none here does.
pub(super) fn since(db: &Connection, desk: DeviceId, had: EventRef) -> Result<Option<u64>, StoreError> {
    let of = params![desk.0.into_bytes(), had.device.0.into_bytes(), had.seq.cast_signed()];
    let seq: Option<i64> = sql::first(db, SINCE, of, |row| row.get(0))?;
    Ok(seq.map(i64::cast_unsigned))
}

// A chain only grows, and so does what is said of it: what was said last is the most, and whoever said the least that is
// enough said it first.
const UPTO_BEFORE: &str =
    "SELECT upto FROM seen WHERE device = ?1 AND other = ?2 AND seq <= ?3 ORDER BY seq DESC LIMIT 1";
const SINCE: &str =
    "SELECT seq FROM seen WHERE device = ?1 AND other = ?2 AND upto >= ?3 ORDER BY upto, seq LIMIT 1";

/// Whether all of it is here; the own chain always is.
pub(super) fn is_here(db: &Connection, own: DeviceId, seen: &Seen) -> Result<bool, StoreError> {
    let mut here = Seen::default();
    let mut statement = db.prepare_cached("SELECT device, seq FROM heard")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let device = DeviceId(Uuid::from_bytes(row.get(0)?));
        here.note(EventRef { device, seq: row.get::<_, i64>(1)?.cast_unsigned() });
    }
    here.note(EventRef { device: own, seq: log::head(db, own)?.0 });
    Ok(here.covers(seen))
}
