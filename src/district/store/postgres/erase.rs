//! Erasing in PostgreSQL. Says the same as its neighbour for SQLite; the town's row is locked by then.

use super::{Failed, sequence};
use crate::district::erase::Named;
use crate::domain::event::Outline;
use crate::domain::id::{DeviceId, EventRef};
use crate::wire::{Segment, WireError};
use deadpool_postgres::Transaction;
use std::collections::BTreeSet;
use tokio_postgres::Row;

/// What is named already, of the events of a segment that is about to be stored.
pub(super) const NAMED: &str =
    "SELECT seq, subject FROM erased WHERE town = $1 AND device = $2 AND seq BETWEEN $3 AND $4";

/// What [`NAMED`] says.
pub(super) async fn named(tx: &Transaction<'_>, town: &str, segment: &Segment) -> Result<Named, Failed> {
    let (first, last) = ((segment.after.seq + 1).cast_signed(), segment.head.seq.cast_signed());
    let device = &segment.device.0.as_bytes()[..];
    let rows = tx.query(&tx.prepare_cached(NAMED).await?, &[&town, &device, &first, &last]).await?;
    Ok(named_by(segment.device, &rows))
}

/// The same, of rows that are here already.
pub(super) fn named_by(device: DeviceId, rows: &[Row]) -> Named {
    let event =
        |row: &Row| (EventRef { device, seq: row.get::<_, i64>(0).cast_unsigned() }, row.get::<_, String>(1));
    Named { events: rows.iter().map(event).collect(), ..Named::default() }
}

/// Drops what is named, in this town: in its sequence, of what lies aside, of what the judge keeps.
pub(super) async fn carry_out(tx: &Transaction<'_>, town: &str, named: &Named) -> Result<(), Failed> {
    let mut places = BTreeSet::new();
    for (event, subject) in &named.events {
        let (device, seq) = (&event.device.0.as_bytes()[..], event.seq.cast_signed());
        let sql =
            "INSERT INTO erased (town, device, seq, subject) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
        let _ = tx.execute(&tx.prepare_cached(sql).await?, &[&town, &device, &seq, subject]).await?;
        for table in ["entry", "aside"] {
            let sql = format!(
                "SELECT last FROM {table} WHERE town = $1 AND device = $2 AND last >= $3 {} ORDER BY last LIMIT 1",
                if table == "entry" { "AND kind = 2" } else { "" }
            );
            let row = tx.query_opt(&tx.prepare_cached(&sql).await?, &[&town, &device, &seq]).await?;
            places.extend(row.map(|row| (table, event.device, row.get::<_, i64>(0))));
        }
        judged(tx, town, *event, named).await?;
    }
    for (table, device, last) in places {
        rewrite(tx, town, table, device, last, named).await?;
    }
    for digest in &named.blobs {
        for sql in [
            "DELETE FROM blob_part WHERE town = $1 AND digest = $2",
            "DELETE FROM blob WHERE town = $1 AND digest = $2",
        ] {
            let _ = tx.execute(&tx.prepare_cached(sql).await?, &[&town, &&digest.0[..]]).await?;
        }
    }
    Ok(())
}

async fn rewrite(
    tx: &Transaction<'_>,
    town: &str,
    table: &str,
    device: DeviceId,
    last: i64,
    named: &Named,
) -> Result<(), Failed> {
    let known = sequence::chain(tx, town, device, true).await?;
    let (_, key) = known.ok_or(WireError::Malformed("a desk that is not enrolled"))?;
    let of = format!(
        "WHERE town = $1 AND device = $2 AND last = $3{}",
        if table == "entry" { " AND kind = 2" } else { "" }
    );
    let device = &device.0.as_bytes()[..];
    let sql = format!("SELECT bytes FROM {table} {of}");
    let row = tx.query_one(&tx.prepare_cached(&sql).await?, &[&town, &device, &last]).await?;
    if let Some(bytes) = named.out_of(row.get(0), &key).map_err(Failed::Done)? {
        let sql = format!("UPDATE {table} SET bytes = $4 {of}");
        let _ = tx.execute(&tx.prepare_cached(&sql).await?, &[&town, &device, &last, &bytes]).await?;
    }
    Ok(())
}

/// What the judge still waits with says nothing any more either.
async fn judged(tx: &Transaction<'_>, town: &str, event: EventRef, named: &Named) -> Result<(), Failed> {
    let (device, seq) = (&event.device.0.as_bytes()[..], event.seq.cast_signed());
    let sql = "SELECT envelope FROM kept WHERE town = $1 AND device = $2 AND seq = $3";
    let row = tx.query_opt(&tx.prepare_cached(sql).await?, &[&town, &device, &seq]).await?;
    let outline = row.and_then(|row| serde_json::from_slice::<Outline>(row.get(0)).ok());
    if outline.is_some_and(|outline| named.names(&outline)) {
        let sql = "UPDATE kept SET payload = NULL WHERE town = $1 AND device = $2 AND seq = $3";
        let _ = tx.execute(&tx.prepare_cached(sql).await?, &[&town, &device, &seq]).await?;
    }
    Ok(())
}
