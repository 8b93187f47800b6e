//! Segments of desks that were cut off, in SQLite. They are in no sequence.

use super::{erase, sequence};
use crate::district::store::{Aside, Decision, MOST_ASIDE, StoreError};
use crate::domain::id::{DeviceId, Digest};
use crate::wire::push::{Answer, Placed, place};
use crate::wire::{Head, Segment, WireError};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension as _, params};
use uuid::Uuid;

pub(super) fn put(
    db: &Connection,
    town: &str,
    segment: &Segment,
    bytes: &[u8],
    now: DateTime<Utc>,
) -> Result<Option<Answer>, StoreError> {
    let device = segment.device.0.into_bytes();
    let known = sequence::chain(db, town, segment.device)?;
    let (there, key) = known.ok_or(WireError::Malformed("a desk that is not enrolled"))?;
    let last = db
        .prepare_cached(
            "SELECT last, hash FROM aside WHERE town = ?1 AND device = ?2 ORDER BY last DESC LIMIT 1",
        )?
        .query_row(params![town, device], |row| {
            Ok(Head { seq: row.get::<_, i64>(0)?.cast_unsigned(), hash: Digest(row.get(1)?) })
        })
        .optional()?;
    let head = last.unwrap_or(there);
    let shared = segment.head.seq.min(head.seq);
    let here = if shared <= there.seq {
        sequence::stored_hash(db, town, segment.device, &key, shared)?
    } else {
        hash_aside(db, town, segment.device, &key, shared)?
    };
    match place(head, segment, |_| here) {
        Placed::Say(Answer::Stored { head }) => Ok(Some(Answer::Aside { head })),
        Placed::Say(answer) => Ok(Some(answer)),
        Placed::Append => {
            let size: i64 = db
                .prepare_cached(
                    "SELECT coalesce(sum(length(bytes)), 0) FROM aside WHERE town = ?1 AND device = ?2",
                )?
                .query_row(params![town, device], |row| row.get(0))?;
            if size.cast_unsigned() + bytes.len() as u64 > MOST_ASIDE {
                return Ok(None);
            }
            let stripped = erase::named(db, town, segment)?.out_of(bytes, &key)?;
            let bytes = stripped.as_deref().unwrap_or(bytes);
            let (first, last) = ((segment.after.seq + 1).cast_signed(), segment.head.seq.cast_signed());
            let _ = db
                .prepare_cached(
                    "INSERT INTO aside (town, device, first, last, hash, came, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                )?
                .execute(params![town, device, first, last, segment.head.hash.0, now.timestamp(), bytes])?;
            Ok(Some(Answer::Aside { head: segment.head }))
        }
    }
}

fn hash_aside(
    db: &Connection,
    town: &str,
    device: DeviceId,
    key: &crate::wire::PublicKey,
    seq: u64,
) -> Result<Option<Digest>, StoreError> {
    let sql = "SELECT bytes FROM aside WHERE town = ?1 AND device = ?2 AND last >= ?3 ORDER BY last LIMIT 1";
    let bytes: Option<Vec<u8>> = db
        .prepare_cached(sql)?
        .query_row(params![town, device.0.into_bytes(), seq.cast_signed()], |row| row.get(0))
        .optional()?;
    let segment = bytes.map(|bytes| Segment::read(&bytes, key)).transpose()?;
    Ok(segment.and_then(|segment| segment.hash_at(seq)))
}

pub(super) fn all(db: &Connection) -> Result<Vec<Aside>, StoreError> {
    let mut statement = db.prepare(
        "SELECT a.town, a.device, d.code, d.name, sum(a.last - a.first + 1), min(a.came), max(a.came) \
         FROM aside a JOIN device d ON d.town = a.town AND d.id = a.device GROUP BY a.town, a.device ORDER BY a.town, d.code",
    )?;
    let moment = |seconds| DateTime::from_timestamp(seconds, 0).unwrap_or_default();
    let rows = statement.query_map([], |row| {
        Ok(Aside {
            town: row.get(0)?,
            device: DeviceId(Uuid::from_bytes(row.get(1)?)),
            code: row.get(2)?,
            name: row.get(3)?,
            events: row.get::<_, i64>(4)?.cast_unsigned(),
            first_came: moment(row.get(5)?),
            last_came: moment(row.get(6)?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn segments(db: &Connection, device: DeviceId) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
    let mut statement = db.prepare("SELECT town, bytes FROM aside WHERE device = ?1 ORDER BY town, last")?;
    let rows = statement.query_map([device.0.into_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn decide(db: &Connection, device: DeviceId, decision: &Decision) -> Result<bool, StoreError> {
    let id = device.0.into_bytes();
    let noted = db.execute(
        "INSERT INTO aside_decision (town, device, last, taken, by_whom, decided) \
         SELECT town, device, max(last), ?2, ?3, ?4 FROM aside WHERE device = ?1 GROUP BY town, device",
        params![id, decision.taken, decision.by, decision.at.timestamp()],
    )?;
    let _ = db.execute("DELETE FROM aside WHERE device = ?1", [id])?;
    Ok(noted > 0)
}
