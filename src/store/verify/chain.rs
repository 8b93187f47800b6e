//! The chain of each desk, and what binds payloads to it. Looks at no table.

use super::Report;
use crate::domain::event::{Outline, commitment};
use crate::domain::id::{DeviceId, Digest, EventRef};
use crate::store::error::StoreError;
use crate::store::reader::Reader;
use rusqlite::Row;

/// Each event follows its predecessor, and its columns say what its envelope says.
pub(super) fn check(reader: &Reader<'_>, report: &mut Report) -> Result<u64, StoreError> {
    let own = reader.device()?.id;
    let mut statement = reader
        .db
        .prepare("SELECT device, seq, subject, kind, envelope, hash FROM event ORDER BY device, seq")?;
    let mut rows = statement.query([])?;
    let mut count = 0;
    let mut before: Option<(EventRef, Digest)> = None;
    while let Some(row) = rows.next()? {
        count += 1;
        let id = event(row)?;
        let envelope: Vec<u8> = row.get(4)?;
        let hash = Digest(row.get(5)?);
        let Ok(outline) = serde_json::from_slice::<Outline>(&envelope) else {
            report.wrong("chain", "verify-envelope", place(id));
            continue;
        };
        let columns = (outline.id(), outline.subject, outline.kind);
        if Digest::of(&[&envelope]) != hash || columns != (id, row.get(2)?, row.get(3)?) {
            report.wrong("chain", "verify-envelope", place(id));
        }
        let earlier = before.filter(|(earlier, _)| earlier.device == id.device);
        let expected = match earlier {
            Some((earlier, hash)) if earlier.seq + 1 == id.seq => Some(hash),
            None if id.seq == 1 => Some(Digest::default()),
            // Another desk's events may still be on their way.
            _ if id.device != own => None,
            _ => {
                report.wrong("chain", "verify-chain-gap", place(id));
                None
            }
        };
        if expected.is_some_and(|expected| expected != outline.prev) {
            report.wrong("chain", "verify-chain-break", place(id));
        }
        before = Some((id, hash));
    }
    Ok(count)
}

/// Each payload is what its envelope committed to; none is missing that was not erased.
pub(super) fn payloads(reader: &Reader<'_>, report: &mut Report) -> Result<u64, StoreError> {
    let mut statement = reader.db.prepare(
        "SELECT e.device, e.seq, e.envelope, e.erased, p.salt, p.bytes FROM event e LEFT JOIN payload p USING (n)",
    )?;
    let mut rows = statement.query([])?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        count += 1;
        let id = event(row)?;
        let salt: Option<[u8; 16]> = row.get(4)?;
        let bytes: Option<Vec<u8>> = row.get(5)?;
        let bound = match (row.get::<_, bool>(3)?, salt.zip(bytes)) {
            (true, None) => true,
            (false, Some((salt, bytes))) => serde_json::from_slice::<Outline>(&row.get::<_, Vec<u8>>(2)?)
                .is_ok_and(|outline| {
                    outline.alg != "sha256" || outline.payload_commit == commitment(&salt, &bytes)
                }),
            _ => false,
        };
        if !bound {
            report.wrong("payloads", "verify-payload", place(id));
        }
    }
    Ok(count)
}

fn event(row: &Row<'_>) -> rusqlite::Result<EventRef> {
    let device = DeviceId(uuid::Uuid::from_bytes(row.get(0)?));
    Ok(EventRef { device, seq: row.get::<_, i64>(1)?.cast_unsigned() })
}

fn place(id: EventRef) -> String {
    format!("{}/{}", id.device, id.seq)
}
