//! Reads and appends rows of the log. Knows SQL and envelopes; does not know what an event means.

use super::error::StoreError;
use crate::domain::event::{Outline, Payload, Recorded, Subject, VERSION, commitment};
use crate::domain::id::{DeviceId, Digest, EventRef};
use crate::domain::seen::Seen;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use serde::de::DeserializeOwned;

/// An event as it was written, to be checked or passed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logged {
    /// Identity.
    pub id: EventRef,
    /// The bytes that were hashed.
    pub envelope: Vec<u8>,
    /// Their digest.
    pub hash: Digest,
    /// Salt and bytes; nothing once it was erased.
    pub payload: Option<([u8; 16], Vec<u8>)>,
}

/// The last event of a desk: its number and its hash; zeros before the first.
pub(super) fn head(db: &Connection, device: DeviceId) -> Result<(u64, Digest), StoreError> {
    let row = db
        .prepare_cached("SELECT seq, hash FROM event WHERE device = ?1 ORDER BY seq DESC LIMIT 1")?
        .query_row([device.0.into_bytes()], |row| {
            Ok((row.get::<_, i64>(0)?.cast_unsigned(), Digest(row.get(1)?)))
        })
        .optional()?;
    Ok(row.unwrap_or_default())
}

/// The hash and the predecessor's hash of an event.
pub(super) fn find(db: &Connection, id: EventRef) -> Result<Option<(Digest, Digest)>, StoreError> {
    let row = db
        .prepare_cached("SELECT hash, envelope FROM event WHERE device = ?1 AND seq = ?2")?
        .query_row(params![id.device.0.into_bytes(), id.seq.cast_signed()], |row| {
            Ok((Digest(row.get(0)?), row.get::<_, Vec<u8>>(1)?))
        })
        .optional()?;
    row.map(|(hash, envelope)| Ok((hash, serde_json::from_slice::<Outline>(&envelope)?.prev))).transpose()
}

/// Puts an event into the log. The caller has checked that it belongs there, and knows the envelope's digest.
pub(super) fn insert(
    db: &Connection,
    outline: &Outline,
    (envelope, hash): (&[u8], Digest),
    payload: Option<(&[u8; 16], &[u8])>,
) -> Result<(), StoreError> {
    let _ = db
        .prepare_cached(
            "INSERT INTO event (device, seq, subject, kind, envelope, hash, erased) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            outline.device.0.into_bytes(),
            outline.seq.cast_signed(),
            outline.subject,
            outline.kind,
            envelope,
            hash.0,
            payload.is_none(),
        ])?;
    if let Some((salt, bytes)) = payload {
        let _ = db
            .prepare_cached("INSERT INTO payload (n, salt, bytes) VALUES (last_insert_rowid(), ?1, ?2)")?
            .execute(params![salt, bytes])?;
    }
    Ok(())
}

/// Everything that happened to the subject, as the fold needs it, in order of arrival; only what was seen, where that is
/// given.
pub(super) fn recorded<E: DeserializeOwned>(
    db: &Connection,
    subject: Subject,
    seen: Option<&Seen>,
) -> Result<Vec<Recorded<E>>, StoreError> {
    let mut statement = db.prepare_cached(
        "SELECT e.envelope, e.erased, p.bytes, v.reason FROM event e LEFT JOIN payload p USING (n) \
         LEFT JOIN verdict v USING (device, seq) WHERE e.subject = ?1 ORDER BY n",
    )?;
    let mut rows = statement.query([subject.to_string()])?;
    let mut events = Vec::new();
    while let Some(row) = rows.next()? {
        let outline: Outline =
            serde_json::from_slice(row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?)?;
        if seen.is_some_and(|seen| !seen.contains(outline.id())) {
            continue;
        }
        let payload =
            match (row.get::<_, bool>(1)?, row.get_ref(2)?.as_blob_or_null().map_err(rusqlite::Error::from)?)
            {
                _ if row.get::<_, Option<String>>(3)?.is_some() => Payload::Refused,
                (false, Some(_)) if outline.ver > VERSION => Payload::Unknown,
                (false, Some(bytes)) => {
                    serde_json::from_slice(bytes).map_or(Payload::Unknown, Payload::Known)
                }
                _ => Payload::Erased,
            };
        events.push(Recorded {
            id: outline.id(),
            parents: outline.parents,
            at: outline.at,
            actor: outline.actor,
            payload,
        });
    }
    Ok(events)
}

/// Everything that happened to the subject, as it was written, in order of arrival.
pub(super) fn logged(db: &Connection, subject: &str) -> Result<Vec<Logged>, StoreError> {
    let mut statement = db.prepare_cached(
        "SELECT e.device, e.seq, e.envelope, e.hash, p.salt, p.bytes FROM event e LEFT JOIN payload p USING (n) \
         WHERE e.subject = ?1 ORDER BY n",
    )?;
    let rows = statement.query_map([subject], read_logged)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Events of a desk's chain after a number, in order, at most so many.
pub(super) fn chain_after(
    db: &Connection,
    device: DeviceId,
    seq: u64,
    limit: usize,
) -> Result<Vec<Logged>, StoreError> {
    let mut statement = db.prepare_cached(
        "SELECT e.device, e.seq, e.envelope, e.hash, p.salt, p.bytes FROM event e LEFT JOIN payload p USING (n) \
         WHERE e.device = ?1 AND e.seq > ?2 ORDER BY e.seq LIMIT ?3",
    )?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let rows = statement.query_map(params![device.0.into_bytes(), seq.cast_signed(), limit], read_logged)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// When an event was written.
pub(super) fn written_at(envelope: &[u8]) -> Option<DateTime<Utc>> {
    serde_json::from_slice::<Outline>(envelope).ok().map(|outline| outline.at)
}

fn read_logged(row: &Row<'_>) -> rusqlite::Result<Logged> {
    let payload = row.get::<_, Option<[u8; 16]>>(4)?.zip(row.get(5)?);
    Ok(Logged {
        id: EventRef {
            device: DeviceId(uuid::Uuid::from_bytes(row.get(0)?)),
            seq: row.get::<_, i64>(1)?.cast_unsigned(),
        },
        envelope: row.get(2)?,
        hash: Digest(row.get(3)?),
        payload,
    })
}

/// Goes through all subjects of a kind (`case`, `person`, `user`) by id, some at a time, until `work` wants no more.
/// Says whether it came to the end.
pub(super) fn in_batches(
    db: &Connection,
    what: &str,
    size: usize,
    mut work: impl FnMut(&[Subject]) -> Result<bool, StoreError>,
) -> Result<bool, StoreError> {
    let mut statement = db.prepare_cached(
        "SELECT DISTINCT subject FROM event WHERE subject > ?1 AND subject < ?2 ORDER BY subject LIMIT ?3",
    )?;
    let (mut after, end) = (format!("{what}:"), format!("{what};"));
    loop {
        let limit = i64::try_from(size).unwrap_or(i64::MAX);
        let texts = statement.query_map(params![after, end, limit], |row| row.get::<_, String>(0))?;
        let texts: Vec<String> = texts.collect::<Result<_, _>>()?;
        let subjects: Vec<Subject> = texts.iter().filter_map(|text| text.parse().ok()).collect();
        let Some(last) = texts.into_iter().next_back() else { return Ok(true) };
        after = last;
        if !work(&subjects)? {
            return Ok(false);
        }
    }
}

/// How many subjects of the kind there are.
pub(super) fn count_subjects(db: &Connection, what: &str) -> Result<usize, StoreError> {
    let mut statement =
        db.prepare_cached("SELECT count(DISTINCT subject) FROM event WHERE subject > ?1 AND subject < ?2")?;
    let count: i64 = statement.query_row([format!("{what}:"), format!("{what};")], |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}

/// Place of the last event about a subject in the order in which this desk got them; 0 before the first.
pub(super) fn last_of(db: &Connection, subject: Subject) -> Result<i64, StoreError> {
    let mut statement = db.prepare_cached("SELECT coalesce(max(n), 0) FROM event WHERE subject = ?1")?;
    Ok(statement.query_row([subject.to_string()], |row| row.get(0))?)
}

/// Subjects that need a blob.
pub(super) fn holders(db: &Connection, digest: Digest) -> Result<Vec<Subject>, StoreError> {
    let mut statement = db.prepare_cached("SELECT holder FROM blob_use WHERE digest = ?1")?;
    let holders = statement.query_map([digest.0], |row| row.get::<_, String>(0))?;
    let holders: Vec<String> = holders.collect::<Result<_, _>>()?;
    Ok(holders.iter().filter_map(|holder| holder.parse().ok()).collect())
}

/// Whether nothing has happened yet.
pub(super) fn is_empty(db: &Connection) -> Result<bool, StoreError> {
    Ok(db.query_row("SELECT NOT EXISTS (SELECT 1 FROM event)", [], |row| row.get(0))?)
}

/// Whether salt and payload are what the envelope commits to.
pub(super) fn is_bound(outline: &Outline, salt: &[u8; 16], payload: &[u8]) -> bool {
    commitment(salt, payload) == outline.payload_commit
}
