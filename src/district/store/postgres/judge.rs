//! What a town's judge keeps, in PostgreSQL. Says the same as its neighbour for SQLite. The town's row is locked by then, so
//! no other node's segment is missed.
//!
//! What was read once is not read again as long as the town's row names the same state of it. That name is read in the transaction
//! that judges, behind the lock, and no change comes without another one, whoever makes it.

use super::{Failed, device_id};
use crate::district::judge::{self, Before, Judged, Row};
use crate::district::store::Sign;
use crate::domain::id::EventRef;
use crate::domain::seen::Seen;
use crate::wire::Segment;
use deadpool_postgres::Transaction;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// How far each chain of a town is here, and what its desk has seen.
pub(super) const DEVICES: &str = "SELECT id, head_seq, seen FROM device WHERE town = $1";

/// What the town's judge keeps; nothing where it is in the state `$2`.
pub(super) const KEPT: &str = "SELECT device, seq, envelope, payload, seen, finding FROM kept WHERE town = $1 \
     AND NOT EXISTS (SELECT 1 FROM town_head WHERE town = $1 AND judge = $2)";

/// Towns of which a node knows what the judge keeps: each has some kilobytes. For one beyond it forgets another.
const TOWNS: usize = 500;

/// What a judge keeps in a state with a name.
pub(super) type State = (Vec<u8>, Arc<[Before]>);

/// What this node has read of judges, by town, in the state in which it read it.
#[derive(Debug, Default)]
pub(super) struct Known(Mutex<BTreeMap<String, State>>);

impl Known {
    /// What was read of a town's judge.
    pub(in crate::district) fn of(&self, town: &str) -> Option<State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(town).cloned()
    }

    /// What the judge keeps now, by the name that the town's row has for it and what [`KEPT`] gave beside `known`. A town that has
    /// no row yet is read each time.
    pub(super) fn now(
        &self,
        town: &str,
        named: Option<Vec<u8>>,
        known: Option<State>,
        rows: &[tokio_postgres::Row],
    ) -> Result<Arc<[Before]>, Failed> {
        if let Some((state, before)) = known
            && named.as_ref() == Some(&state)
        {
            return Ok(before);
        }
        let before = rows.iter().map(|kept| Before::of(row(kept)?).map_err(Failed::Done));
        let before: Arc<[Before]> = before.collect::<Result<Vec<_>, _>>()?.into();
        if let Some(state) = named {
            let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            if all.len() >= TOWNS && !all.contains_key(town) {
                let _ = all.pop_first();
            }
            let _ = all.insert(town.to_owned(), (state, Arc::clone(&before)));
        }
        Ok(before)
    }
}

/// Lets the judge hear a segment that is just being added, by the rows of [`DEVICES`] and by what it keeps.
pub(super) fn hear(
    (devices, before): (&[tokio_postgres::Row], &[Before]),
    segment: &Segment,
    sign: &Sign,
) -> Result<Judged, Failed> {
    let (mut here, mut seen) = (Seen::default(), String::new());
    for row in devices {
        let device = device_id(row, 0)?;
        here.note(EventRef { device, seq: row.get::<_, i64>(1).cast_unsigned() });
        if device == segment.device {
            seen = row.get(2);
        }
    }
    here.note(EventRef { device: segment.device, seq: segment.head.seq });
    judge::hear(before, here, &seen, segment, sign).map_err(Failed::Done)
}

fn row(row: &tokio_postgres::Row) -> Result<Row, Failed> {
    Ok(Row {
        event: EventRef { device: device_id(row, 0)?, seq: row.get::<_, i64>(1).cast_unsigned() },
        envelope: row.get(2),
        payload: row.get(3),
        seen: row.get(4),
        finding: i16::try_from(row.get::<_, i64>(5)).unwrap_or(1),
    })
}

/// Writes what the judge keeps from now on, all rows at once.
pub(super) async fn keep(tx: &Transaction<'_>, town: &str, rows: &[Row]) -> Result<(), Failed> {
    if rows.is_empty() {
        return Ok(());
    }
    let sql = "INSERT INTO kept (town, device, seq, envelope, payload, seen, finding) \
               SELECT $1::TEXT, * FROM unnest($2::BYTEA[], $3::BIGINT[], $4::BYTEA[], $5::BYTEA[], $6::TEXT[], $7::BIGINT[]) \
               ON CONFLICT (town, device, seq) DO UPDATE SET finding = excluded.finding";
    let (devices, seqs) = named(rows.iter().map(|row| &row.event));
    let envelopes: Vec<&[u8]> = rows.iter().map(|row| row.envelope.as_slice()).collect();
    let payloads: Vec<Option<&[u8]>> = rows.iter().map(|row| row.payload.as_deref()).collect();
    let seen: Vec<&str> = rows.iter().map(|row| row.seen.as_str()).collect();
    let findings: Vec<i64> = rows.iter().map(|row| row.finding.into()).collect();
    let values: [&(dyn tokio_postgres::types::ToSql + Sync); 7] =
        [&town, &devices, &seqs, &envelopes, &payloads, &seen, &findings];
    let _ = tx.execute(&tx.prepare_cached(sql).await?, &values).await?;
    Ok(())
}

/// Forgets what need not be kept any longer.
pub(super) async fn forget(tx: &Transaction<'_>, town: &str, events: &[EventRef]) -> Result<(), Failed> {
    if events.is_empty() {
        return Ok(());
    }
    let sql = "DELETE FROM kept USING unnest($2::BYTEA[], $3::BIGINT[]) AS gone (device, seq) \
               WHERE kept.town = $1 AND kept.device = gone.device AND kept.seq = gone.seq";
    let (devices, seqs) = named(events.iter());
    let _ = tx.execute(&tx.prepare_cached(sql).await?, &[&town, &devices, &seqs]).await?;
    Ok(())
}

/// Events as two columns.
fn named<'e>(events: impl Iterator<Item = &'e EventRef>) -> (Vec<&'e [u8]>, Vec<i64>) {
    events.map(|event| (&event.device.0.as_bytes()[..], event.seq.cast_signed())).unzip()
}
