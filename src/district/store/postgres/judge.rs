//! What a town's judge keeps, in PostgreSQL. Says the same as its neighbour for SQLite. The town's row is locked by then, so
//! no other node's segment is missed.

use super::{Failed, device_id};
use crate::district::judge::{self, Row};
use crate::district::store::Sign;
use crate::domain::disposal::DisposalEvent;
use crate::domain::id::EventRef;
use crate::domain::seen::Seen;
use crate::wire::{Segment, Signed};
use deadpool_postgres::Transaction;

/// Lets the judge hear a segment that was just added; gives the verdicts, and what erases.
pub(super) async fn hear(
    tx: &Transaction<'_>,
    town: &str,
    segment: &Segment,
    sign: &Sign,
) -> Result<(Vec<Signed>, Vec<DisposalEvent>), Failed> {
    let sql = "SELECT id, head_seq, seen FROM device WHERE town = $1";
    let (mut here, mut seen) = (Seen::default(), String::new());
    for row in tx.query(&tx.prepare_cached(sql).await?, &[&town]).await? {
        let device = device_id(&row, 0)?;
        here.note(EventRef { device, seq: row.get::<_, i64>(1).cast_unsigned() });
        if device == segment.device {
            seen = row.get(2);
        }
    }
    let judged = judge::hear(&rows(tx, town).await?, here, &seen, segment, sign).map_err(Failed::Done)?;
    let sql = "UPDATE device SET seen = $3 WHERE town = $1 AND id = $2";
    let device = &segment.device.0.as_bytes()[..];
    let _ = tx.execute(&tx.prepare_cached(sql).await?, &[&town, &device, &judged.seen]).await?;
    for Row { event, envelope, payload, seen, finding } in &judged.write {
        let sql = "INSERT INTO kept VALUES ($1, $2, $3, $4, $5, $6, $7) \
                   ON CONFLICT (town, device, seq) DO UPDATE SET finding = excluded.finding";
        let (device, seq) = (&event.device.0.as_bytes()[..], event.seq.cast_signed());
        let finding = i64::from(*finding);
        let row: [&(dyn tokio_postgres::types::ToSql + Sync); 7] =
            [&town, &device, &seq, envelope, payload, seen, &finding];
        let _ = tx.execute(&tx.prepare_cached(sql).await?, &row).await?;
    }
    for event in &judged.forget {
        let sql = "DELETE FROM kept WHERE town = $1 AND device = $2 AND seq = $3";
        let (device, seq) = (&event.device.0.as_bytes()[..], event.seq.cast_signed());
        let _ = tx.execute(&tx.prepare_cached(sql).await?, &[&town, &device, &seq]).await?;
    }
    Ok((judged.verdicts, judged.erasing))
}

async fn rows(tx: &Transaction<'_>, town: &str) -> Result<Vec<Row>, Failed> {
    let sql = "SELECT device, seq, envelope, payload, seen, finding FROM kept WHERE town = $1";
    let rows = tx.query(&tx.prepare_cached(sql).await?, &[&town]).await?;
    let row = |row: &tokio_postgres::Row| {
        Ok(Row {
            event: EventRef { device: device_id(row, 0)?, seq: row.get::<_, i64>(1).cast_unsigned() },
            envelope: row.get(2),
            payload: row.get(3),
            seen: row.get(4),
            finding: i16::try_from(row.get::<_, i64>(5)).unwrap_or(1),
        })
    };
    rows.iter().map(row).collect()
}
