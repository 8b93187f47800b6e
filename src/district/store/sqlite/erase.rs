//! Erasing in SQLite: stored segments are written again without the payloads, papers go. Decides nothing.

use super::sequence;
use crate::district::erase::Named;
use crate::district::store::StoreError;
use crate::domain::event::Outline;
use crate::domain::id::{DeviceId, EventRef};
use crate::wire::{PublicKey, Segment, WireError};
use rusqlite::{Connection, OptionalExtension as _, params};
use std::collections::BTreeSet;

/// What is named already, of a segment that is about to be stored.
pub(super) fn named(db: &Connection, town: &str, segment: &Segment) -> Result<Named, StoreError> {
    let sql = "SELECT seq, subject FROM erased WHERE town = ?1 AND device = ?2 AND seq BETWEEN ?3 AND ?4";
    let (device, after, last) = (segment.device, segment.after.seq, segment.head.seq);
    let key = params![town, device.0.into_bytes(), (after + 1).cast_signed(), last.cast_signed()];
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map(key, |row| {
        Ok((EventRef { device, seq: row.get::<_, i64>(0)?.cast_unsigned() }, row.get::<_, String>(1)?))
    })?;
    Ok(Named { events: rows.collect::<Result<_, _>>()?, ..Named::default() })
}

/// Drops what is named, in this town: in its sequence, of what lies aside, of what the judge keeps.
pub(super) fn carry_out(db: &Connection, town: &str, named: &Named) -> Result<(), StoreError> {
    let mut places = BTreeSet::new();
    for (event, subject) in &named.events {
        let (device, seq) = (event.device.0.into_bytes(), event.seq.cast_signed());
        let _ = db
            .prepare_cached(
                "INSERT OR IGNORE INTO erased (town, device, seq, subject) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![town, device, seq, subject])?;
        for table in ["entry", "aside"] {
            let sql = format!(
                "SELECT last FROM {table} WHERE town = ?1 AND device = ?2 AND last >= ?3 {} ORDER BY last LIMIT 1",
                if table == "entry" { "AND kind = 2" } else { "" }
            );
            let last: Option<i64> = db
                .prepare_cached(&sql)?
                .query_row(params![town, device, seq], |row| row.get(0))
                .optional()?;
            places.extend(last.map(|last| (table, event.device, last)));
        }
        judged(db, town, *event, named)?;
    }
    for (table, device, last) in places {
        rewrite(db, town, table, device, last, named)?;
    }
    for digest in &named.blobs {
        for sql in [
            "DELETE FROM blob_part WHERE town = ?1 AND digest = ?2",
            "DELETE FROM blob WHERE town = ?1 AND digest = ?2",
        ] {
            let _ = db.prepare_cached(sql)?.execute(params![town, digest.0])?;
        }
    }
    Ok(())
}

fn rewrite(
    db: &Connection,
    town: &str,
    table: &str,
    device: DeviceId,
    last: i64,
    named: &Named,
) -> Result<(), StoreError> {
    let known = sequence::chain(db, town, device)?;
    let (_, key): (_, PublicKey) = known.ok_or(WireError::Malformed("a desk that is not enrolled"))?;
    let of = format!(
        "WHERE town = ?1 AND device = ?2 AND last = ?3{}",
        if table == "entry" { " AND kind = 2" } else { "" }
    );
    let place = params![town, device.0.into_bytes(), last];
    let bytes: Vec<u8> =
        db.prepare_cached(&format!("SELECT bytes FROM {table} {of}"))?.query_row(place, |row| row.get(0))?;
    if let Some(bytes) = named.out_of(&bytes, &key)? {
        let sql = format!("UPDATE {table} SET bytes = ?4 {of}");
        let _ = db.prepare_cached(&sql)?.execute(params![town, device.0.into_bytes(), last, bytes])?;
    }
    Ok(())
}

/// What the judge still waits with says nothing any more either.
fn judged(db: &Connection, town: &str, event: EventRef, named: &Named) -> Result<(), StoreError> {
    let key = params![town, event.device.0.into_bytes(), event.seq.cast_signed()];
    let sql = "SELECT envelope FROM kept WHERE town = ?1 AND device = ?2 AND seq = ?3";
    let envelope: Option<Vec<u8>> = db.prepare_cached(sql)?.query_row(key, |row| row.get(0)).optional()?;
    let outline = envelope.and_then(|envelope| serde_json::from_slice::<Outline>(&envelope).ok());
    if outline.is_some_and(|outline| named.names(&outline)) {
        let sql = "UPDATE kept SET payload = NULL WHERE town = ?1 AND device = ?2 AND seq = ?3";
        let _ = db.prepare_cached(sql)?.execute(key)?;
    }
    Ok(())
}
