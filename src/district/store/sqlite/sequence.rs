//! A town's sequence in SQLite: places are taken where they are written, so a reader never sees one before an earlier one.

use super::{erase, judge};
use crate::district::erase::Named;
use crate::district::store::{PAGE, Sign, StoreError, Taken, is_same};
use crate::domain::id::{DeviceId, Digest};
use crate::wire::push::{Answer, Placed, place};
use crate::wire::{Entry, Head, Kind, Page, PublicKey, Segment, WireError, mark};
use rusqlite::{Connection, OptionalExtension as _, Row, params};

/// Writes at the town's next place and gives it.
pub(super) fn add(db: &Connection, town: &str, kind: Kind, bytes: &[u8]) -> Result<i64, StoreError> {
    let before = head(db, town)?;
    let (seq, mark) = ((before.seq + 1).cast_signed(), mark(before.hash, kind, bytes).0);
    let _ = db
        .prepare_cached("INSERT OR REPLACE INTO town_head (town, seq, mark) VALUES (?1, ?2, ?3)")?
        .execute(params![town, seq, mark])?;
    let _ = db
        .prepare_cached("INSERT INTO entry (town, seq, kind, bytes, mark) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![town, seq, kind.number(), bytes, mark])?;
    Ok(seq)
}

/// How far the town's sequence goes, and its mark.
fn head(db: &Connection, town: &str) -> Result<Head, StoreError> {
    let row = db
        .prepare_cached("SELECT seq, mark FROM town_head WHERE town = ?1")?
        .query_row([town], read_head)
        .optional()?;
    Ok(row.unwrap_or_default())
}

fn read_head(row: &Row<'_>) -> rusqlite::Result<Head> {
    Ok(Head { seq: row.get::<_, i64>(0)?.cast_unsigned(), hash: Digest(row.get(1)?) })
}

/// The place as it is here; nothing where the sequence has not come that far.
fn place_at(db: &Connection, town: &str, seq: u64) -> Result<Option<Head>, StoreError> {
    if seq == 0 {
        return Ok(Some(Head::default()));
    }
    let row = db
        .prepare_cached("SELECT seq, mark FROM entry WHERE town = ?1 AND seq = ?2")?
        .query_row(params![town, seq.cast_signed()], read_head)
        .optional()?;
    Ok(row)
}

pub(super) fn append(
    db: &Connection,
    town: &str,
    segment: &Segment,
    bytes: &[u8],
    sign: &Sign,
) -> Result<Taken, StoreError> {
    let device = segment.device.0.into_bytes();
    let known = chain(db, town, segment.device)?;
    let (head, key) = known.ok_or(WireError::Malformed("a desk that is not enrolled"))?;
    let mut broken = None;
    let hash_at = |seq| {
        stored_hash(db, town, segment.device, &key, seq).unwrap_or_else(|error| {
            broken = Some(error);
            None
        })
    };
    let placed = place(head, segment, hash_at);
    if let Some(error) = broken {
        return Err(error);
    }
    if let Placed::Say(answer) = placed {
        return Ok(answer.into());
    }
    // What was erased stays so, whoever still had it.
    let stripped = erase::named(db, town, segment)?.out_of(bytes, &key)?;
    let bytes = stripped.as_deref().unwrap_or(bytes);
    let reread = stripped.as_deref().map(|bytes| Segment::read(bytes, &key)).transpose()?;
    let segment = reread.as_ref().unwrap_or(segment);
    let seq = add(db, town, Kind::Segment, bytes)?;
    let (first, last) = (segment.after.seq + 1, segment.head.seq);
    let _ = db
        .prepare_cached("UPDATE entry SET device = ?3, first = ?4, last = ?5 WHERE town = ?1 AND seq = ?2")?
        .execute(params![town, seq, device, first.cast_signed(), last.cast_signed()])?;
    let _ = db
        .prepare_cached("UPDATE device SET head_seq = ?3, head_hash = ?4 WHERE town = ?1 AND id = ?2")?
        .execute(params![town, device, last.cast_signed(), segment.head.hash.0])?;
    let (verdicts, erasing) = judge::hear(db, town, segment, sign)?;
    for verdict in &verdicts {
        let _ = add(db, town, Kind::Verdict, verdict.bytes())?;
    }
    let named = Named::by(&erasing);
    if !named.is_empty() {
        erase::carry_out(db, town, &named)?;
    }
    let (answer, erased) = (Answer::Stored { head: segment.head }, named.events.len());
    Ok(Taken { answer, refused: verdicts.len(), erased })
}

/// How far a desk's chain is here, and its key.
pub(super) fn chain(
    db: &Connection,
    town: &str,
    device: DeviceId,
) -> Result<Option<(Head, PublicKey)>, StoreError> {
    let row = db
        .prepare_cached("SELECT head_seq, head_hash, key FROM device WHERE town = ?1 AND id = ?2")?
        .query_row(params![town, device.0.into_bytes()], |row| {
            let head = Head { seq: row.get::<_, i64>(0)?.cast_unsigned(), hash: Digest(row.get(1)?) };
            Ok((head, PublicKey(row.get(2)?)))
        })
        .optional()?;
    Ok(row)
}

/// The hash of an event that is here: of the segment that holds it, which is checked again.
pub(super) fn stored_hash(
    db: &Connection,
    town: &str,
    device: DeviceId,
    key: &PublicKey,
    seq: u64,
) -> Result<Option<Digest>, StoreError> {
    if seq == 0 {
        return Ok(Some(Digest::default()));
    }
    let bytes: Option<Vec<u8>> = db
        .prepare_cached(
            "SELECT bytes FROM entry WHERE town = ?1 AND device = ?2 AND last >= ?3 AND kind = 2 ORDER BY last LIMIT 1",
        )?
        .query_row(params![town, device.0.into_bytes(), seq.cast_signed()], |row| row.get(0))
        .optional()?;
    let segment = bytes.map(|bytes| Segment::read(&bytes, key)).transpose()?;
    Ok(segment.and_then(|segment| segment.hash_at(seq)))
}

pub(super) fn since(
    db: &Connection,
    town: &str,
    device: DeviceId,
    since: Head,
) -> Result<Option<Page>, StoreError> {
    if !place_at(db, town, since.seq)?.is_some_and(|here| is_same(here, since)) {
        return Ok(None);
    }
    let head = head(db, town)?;
    let mut statement = db.prepare_cached(
        "SELECT seq, kind, bytes, mark FROM entry WHERE town = ?1 AND seq > ?2 AND (kind <> 2 OR device <> ?3) ORDER BY seq",
    )?;
    let mut rows = statement.query(params![town, since.seq.cast_signed(), device.0.into_bytes()])?;
    let own = chain(db, town, device)?.map_or_else(Head::default, |(head, _)| head);
    let (mut page, mut size, mut told) = (Page { next: head, own, ..Page::default() }, 0, since);
    while let Some(row) = rows.next()? {
        let bytes: Vec<u8> = row.get(2)?;
        size += bytes.len();
        if size > PAGE && !page.entries.is_empty() {
            (page.more, page.next) = (true, told);
            break;
        }
        let town_seq = row.get::<_, i64>(0)?.cast_unsigned();
        let kind = u8::try_from(row.get::<_, i64>(1)?).map_err(|_| WireError::Malformed("kind"))?;
        told = Head { seq: town_seq, hash: Digest(row.get(3)?) };
        page.entries.push(Entry { town_seq, kind: Kind::of(kind), bytes });
    }
    Ok(Some(page))
}

/// Events of other desks behind a place.
pub(super) fn waiting(db: &Connection, town: &str, device: DeviceId, seq: u64) -> Result<u64, StoreError> {
    let sql = "SELECT coalesce(sum(last - first + 1), 0) FROM entry \
               WHERE town = ?1 AND seq > ?2 AND kind = 2 AND device <> ?3";
    let count: i64 = db
        .prepare_cached(sql)?
        .query_row(params![town, seq.cast_signed(), device.0.into_bytes()], |row| row.get(0))?;
    Ok(count.cast_unsigned())
}
