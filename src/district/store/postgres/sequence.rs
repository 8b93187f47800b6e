//! A town's sequence in PostgreSQL. Says the same as its neighbour for SQLite.

use super::{Failed, digest, judge};
use crate::district::store::{PAGE, Sign, Taken};
use crate::domain::id::{DeviceId, Digest};
use crate::wire::push::{Answer, Placed, place};
use crate::wire::{Entry, Head, Kind, Page, PublicKey, Segment, WireError};
use deadpool_postgres::Transaction;

/// Writes at the town's next place and gives it. The row of the town stays locked until the commit, so that places are
/// seen in order.
pub(super) async fn add(tx: &Transaction<'_>, town: &str, kind: Kind, bytes: &[u8]) -> Result<i64, Failed> {
    let sql = "INSERT INTO town_head (town, seq) VALUES ($1, 1) \
               ON CONFLICT (town) DO UPDATE SET seq = town_head.seq + 1 RETURNING seq";
    let seq: i64 = tx.query_one(&tx.prepare_cached(sql).await?, &[&town]).await?.get(0);
    let sql = "INSERT INTO entry (town, seq, kind, bytes) VALUES ($1, $2, $3, $4)";
    let kind = i16::from(kind.number());
    let _ = tx.execute(&tx.prepare_cached(sql).await?, &[&town, &seq, &kind, &bytes]).await?;
    Ok(seq)
}

/// How far a desk's chain is here, and its key. Locks the row where something is to be appended.
pub(super) async fn chain(
    tx: &Transaction<'_>,
    town: &str,
    device: DeviceId,
    lock: bool,
) -> Result<Option<(Head, PublicKey)>, Failed> {
    let sql = if lock {
        "SELECT head_seq, head_hash, key FROM device WHERE town = $1 AND id = $2 FOR UPDATE"
    } else {
        "SELECT head_seq, head_hash, key FROM device WHERE town = $1 AND id = $2"
    };
    let row = tx.query_opt(&tx.prepare_cached(sql).await?, &[&town, &&device.0.as_bytes()[..]]).await?;
    row.map(|row| {
        let head = Head { seq: row.get::<_, i64>(0).cast_unsigned(), hash: Digest(digest(&row, 1)?) };
        Ok((head, PublicKey(digest(&row, 2)?)))
    })
    .transpose()
}

pub(super) async fn append(
    tx: &Transaction<'_>,
    town: &str,
    segment: &Segment,
    bytes: &[u8],
    sign: &Sign,
) -> Result<Taken, Failed> {
    let known = chain(tx, town, segment.device, true).await?;
    let (head, key) = known.ok_or(WireError::Malformed("a desk that is not enrolled"))?;
    // The only place that can be asked for: where the segment ends before the chain does.
    let shared = stored_hash(tx, town, segment.device, &key, segment.head.seq.min(head.seq)).await?;
    if let Placed::Say(answer) = place(head, segment, |_| shared) {
        return Ok(answer.into());
    }
    let seq = add(tx, town, Kind::Segment, bytes).await?;
    let (first, last) = ((segment.after.seq + 1).cast_signed(), segment.head.seq.cast_signed());
    let device = &segment.device.0.as_bytes()[..];
    let sql = "UPDATE entry SET device = $3, first = $4, last = $5 WHERE town = $1 AND seq = $2";
    let _ = tx.execute(&tx.prepare_cached(sql).await?, &[&town, &seq, &device, &first, &last]).await?;
    let sql = "UPDATE device SET head_seq = $3, head_hash = $4 WHERE town = $1 AND id = $2";
    let hash = &segment.head.hash.0[..];
    let _ = tx.execute(&tx.prepare_cached(sql).await?, &[&town, &device, &last, &hash]).await?;
    let verdicts = judge::hear(tx, town, segment, sign).await?;
    for verdict in &verdicts {
        let _ = add(tx, town, Kind::Verdict, verdict.bytes()).await?;
    }
    Ok(Taken { answer: Answer::Stored { head: segment.head }, refused: verdicts.len() })
}

/// The hash of an event that is here: of the segment that holds it, which is checked again.
pub(super) async fn stored_hash(
    tx: &Transaction<'_>,
    town: &str,
    device: DeviceId,
    key: &PublicKey,
    seq: u64,
) -> Result<Option<Digest>, Failed> {
    if seq == 0 {
        return Ok(Some(Digest::default()));
    }
    let sql = "SELECT bytes FROM entry WHERE town = $1 AND device = $2 AND last >= $3 AND kind = 2 ORDER BY last LIMIT 1";
    let device = &device.0.as_bytes()[..];
    let row = tx.query_opt(&tx.prepare_cached(sql).await?, &[&town, &device, &seq.cast_signed()]).await?;
    let segment = row.map(|row| Segment::read(row.get(0), key)).transpose()?;
    Ok(segment.and_then(|segment| segment.hash_at(seq)))
}

pub(super) async fn since(
    tx: &Transaction<'_>,
    town: &str,
    device: DeviceId,
    since: u64,
) -> Result<Option<Page>, Failed> {
    let sql = "SELECT seq FROM town_head WHERE town = $1";
    let head = tx.query_opt(&tx.prepare_cached(sql).await?, &[&town]).await?;
    let head = head.map_or(0, |row| row.get::<_, i64>(0)).cast_unsigned();
    if since > head {
        return Ok(None);
    }
    let own = chain(tx, town, device, false).await?.map_or_else(Head::default, |(head, _)| head);
    // Not beyond the head that was read: what commits meanwhile comes next time. Sizes first, so that a long sequence is
    // not read whole for one page.
    let sql = "SELECT seq, kind, bytes FROM (SELECT *, sum(length(bytes)) OVER (ORDER BY seq) - length(bytes) AS before \
               FROM entry WHERE town = $1 AND seq > $2 AND seq <= $3 AND (kind <> 2 OR device <> $4)) AS told \
               WHERE before < $5 ORDER BY seq";
    let (from, to, limit) =
        (since.cast_signed(), head.cast_signed(), i64::try_from(PAGE).unwrap_or(i64::MAX));
    let id = &device.0.as_bytes()[..];
    let rows = tx.query(&tx.prepare_cached(sql).await?, &[&town, &from, &to, &id, &limit]).await?;
    let mut page = Page { next: head, own, ..Page::default() };
    for row in &rows {
        let kind = u8::try_from(row.get::<_, i16>(1)).map_err(|_| WireError::Malformed("kind"))?;
        let town_seq = row.get::<_, i64>(0).cast_unsigned();
        page.entries.push(Entry { town_seq, kind: Kind::of(kind), bytes: row.get(2) });
    }
    let sql = "SELECT EXISTS (SELECT 1 FROM entry WHERE town = $1 AND seq > $2 AND seq <= $3 AND (kind <> 2 OR device <> $4))";
    let told = page.entries.last().map_or(since, |entry| entry.town_seq).cast_signed();
    page.more = tx.query_one(&tx.prepare_cached(sql).await?, &[&town, &told, &to, &id]).await?.get(0);
    if page.more {
        page.next = told.cast_unsigned();
    }
    Ok(Some(page))
}
