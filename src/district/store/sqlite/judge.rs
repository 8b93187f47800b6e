//! What a town's judge keeps, in SQLite. Finds nothing.

use crate::district::judge::{self, Before, Row};
use crate::district::store::{Sign, StoreError};
use crate::domain::disposal::DisposalEvent;
use crate::domain::id::{DeviceId, EventRef};
use crate::domain::seen::Seen;
use crate::wire::{Segment, Signed};
use rusqlite::{Connection, params};
use uuid::Uuid;

/// Lets the judge hear a segment that was just added; gives the verdicts, and what erases.
pub(super) fn hear(
    db: &Connection,
    town: &str,
    segment: &Segment,
    sign: &Sign,
) -> Result<(Vec<Signed>, Vec<DisposalEvent>), StoreError> {
    let (rows, here, seen) = (rows(db, town)?, here(db, town)?, seen(db, town, segment.device)?);
    let before = rows.into_iter().map(Before::of).collect::<Result<Vec<_>, _>>()?;
    let judged = judge::hear(&before, here, &seen, segment, sign)?;
    let _ = db
        .prepare_cached("UPDATE device SET seen = ?3 WHERE town = ?1 AND id = ?2")?
        .execute(params![town, segment.device.0.into_bytes(), judged.seen])?;
    for Row { event, envelope, payload, seen, finding } in &judged.write {
        let (device, seq) = (event.device.0.into_bytes(), event.seq.cast_signed());
        let _ = db
            .prepare_cached("INSERT OR REPLACE INTO kept VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?
            .execute(params![town, device, seq, envelope, payload, seen, finding])?;
    }
    for event in &judged.forget {
        let _ = db
            .prepare_cached("DELETE FROM kept WHERE town = ?1 AND device = ?2 AND seq = ?3")?
            .execute(params![town, event.device.0.into_bytes(), event.seq.cast_signed()])?;
    }
    Ok((judged.verdicts, judged.erasing))
}

fn rows(db: &Connection, town: &str) -> Result<Vec<Row>, StoreError> {
    let mut statement =
        db.prepare_cached("SELECT device, seq, envelope, payload, seen, finding FROM kept WHERE town = ?1")?;
    let rows = statement.query_map([town], |row| {
        let (device, seq) = (DeviceId(Uuid::from_bytes(row.get(0)?)), row.get::<_, i64>(1)?.cast_unsigned());
        Ok(Row {
            event: EventRef { device, seq },
            envelope: row.get(2)?,
            payload: row.get(3)?,
            seen: row.get(4)?,
            finding: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn here(db: &Connection, town: &str) -> Result<Seen, StoreError> {
    let mut statement = db.prepare_cached("SELECT id, head_seq FROM device WHERE town = ?1")?;
    let rows = statement.query_map([town], |row| {
        let device = DeviceId(Uuid::from_bytes(row.get(0)?));
        Ok(EventRef { device, seq: row.get::<_, i64>(1)?.cast_unsigned() })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn seen(db: &Connection, town: &str, device: DeviceId) -> Result<String, StoreError> {
    let mut statement = db.prepare_cached("SELECT seen FROM device WHERE town = ?1 AND id = ?2")?;
    Ok(statement.query_row(params![town, device.0.into_bytes()], |row| row.get(0))?)
}
