//! Segments of desks that were cut off, in PostgreSQL. Says the same as its neighbour for SQLite.

use super::{Failed, device_id, digest, erase, sequence};
use crate::district::store::{Aside, Decision, MOST_ASIDE};
use crate::domain::id::{DeviceId, Digest};
use crate::wire::push::{Answer, Placed, place};
use crate::wire::{Head, PublicKey, Segment, WireError};
use chrono::{DateTime, Utc};
use deadpool_postgres::Transaction;
use tokio_postgres::Row;

pub(super) async fn put(
    tx: &Transaction<'_>,
    town: &str,
    segment: &Segment,
    bytes: &[u8],
    now: DateTime<Utc>,
) -> Result<Option<Answer>, Failed> {
    let device = &segment.device.0.as_bytes()[..];
    let known = sequence::chain(tx, town, segment.device, true).await?;
    let (there, key) = known.ok_or(WireError::Malformed("a desk that is not enrolled"))?;
    let sql = "SELECT last, hash FROM aside WHERE town = $1 AND device = $2 ORDER BY last DESC LIMIT 1";
    let last = tx.query_opt(&tx.prepare_cached(sql).await?, &[&town, &device]).await?;
    let head = match last {
        Some(row) => Head { seq: row.get::<_, i64>(0).cast_unsigned(), hash: Digest(digest(&row, 1)?) },
        None => there,
    };
    let shared = segment.head.seq.min(head.seq);
    let here = if shared <= there.seq {
        sequence::stored_hash(tx, town, segment.device, &key, shared).await?
    } else {
        hash_aside(tx, town, segment.device, &key, shared).await?
    };
    match place(head, segment, |_| here) {
        Placed::Say(Answer::Stored { head }) => Ok(Some(Answer::Aside { head })),
        Placed::Say(answer) => Ok(Some(answer)),
        Placed::Append => {
            let sql =
                "SELECT coalesce(sum(length(bytes)), 0)::BIGINT FROM aside WHERE town = $1 AND device = $2";
            let size: i64 = tx.query_one(&tx.prepare_cached(sql).await?, &[&town, &device]).await?.get(0);
            if size.cast_unsigned() + bytes.len() as u64 > MOST_ASIDE {
                return Ok(None);
            }
            let named = erase::named(tx, town, segment).await?;
            let stripped = named.out_of(bytes, &key).map_err(Failed::Done)?;
            let bytes = stripped.as_deref().unwrap_or(bytes);
            let (first, last) = ((segment.after.seq + 1).cast_signed(), segment.head.seq.cast_signed());
            let (hash, came) = (&segment.head.hash.0[..], now.timestamp());
            let sql = "INSERT INTO aside (town, device, first, last, hash, came, bytes) VALUES ($1, $2, $3, $4, $5, $6, $7)";
            let sql = tx.prepare_cached(sql).await?;
            let _ = tx.execute(&sql, &[&town, &device, &first, &last, &hash, &came, &bytes]).await?;
            Ok(Some(Answer::Aside { head: segment.head }))
        }
    }
}

async fn hash_aside(
    tx: &Transaction<'_>,
    town: &str,
    device: DeviceId,
    key: &PublicKey,
    seq: u64,
) -> Result<Option<Digest>, Failed> {
    let sql = "SELECT bytes FROM aside WHERE town = $1 AND device = $2 AND last >= $3 ORDER BY last LIMIT 1";
    let device = &device.0.as_bytes()[..];
    let row = tx.query_opt(&tx.prepare_cached(sql).await?, &[&town, &device, &seq.cast_signed()]).await?;
    let segment = row.map(|row| Segment::read(row.get(0), key)).transpose()?;
    Ok(segment.and_then(|segment| segment.hash_at(seq)))
}

pub(super) async fn all(tx: &Transaction<'_>) -> Result<Vec<Aside>, Failed> {
    let sql = "SELECT a.town, a.device, d.code, d.name, sum(a.last - a.first + 1)::BIGINT, min(a.came), max(a.came) \
               FROM aside a JOIN device d ON d.town = a.town AND d.id = a.device \
               GROUP BY a.town, a.device, d.code, d.name ORDER BY a.town, d.code";
    let moment = |seconds| DateTime::from_timestamp(seconds, 0).unwrap_or_default();
    let desk = |row: &Row| {
        Ok(Aside {
            town: row.get(0),
            device: device_id(row, 1)?,
            code: row.get(2),
            name: row.get(3),
            events: row.get::<_, i64>(4).cast_unsigned(),
            first_came: moment(row.get(5)),
            last_came: moment(row.get(6)),
        })
    };
    tx.query(sql, &[]).await?.iter().map(desk).collect()
}

pub(super) async fn segments(
    tx: &Transaction<'_>,
    device: DeviceId,
) -> Result<Vec<(String, Vec<u8>)>, Failed> {
    let sql = "SELECT town, bytes FROM aside WHERE device = $1 ORDER BY town, last";
    let rows = tx.query(sql, &[&&device.0.as_bytes()[..]]).await?;
    Ok(rows.iter().map(|row| (row.get(0), row.get(1))).collect())
}

pub(super) async fn decide(
    tx: &Transaction<'_>,
    device: DeviceId,
    decision: &Decision,
) -> Result<bool, Failed> {
    let id = &device.0.as_bytes()[..];
    let sql = "INSERT INTO aside_decision (town, device, last, taken, by_whom, decided) \
               SELECT town, device, max(last), $2, $3, $4 FROM aside WHERE device = $1 GROUP BY town, device";
    let at = decision.at.timestamp();
    let noted = tx.execute(sql, &[&id, &decision.taken, &decision.by, &at]).await?;
    let _ = tx.execute("DELETE FROM aside WHERE device = $1", &[&id]).await?;
    Ok(noted > 0)
}
