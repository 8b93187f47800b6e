//! A town's sequence in PostgreSQL. Says the same as its neighbour for SQLite.

use super::{Failed, digest, erase, judge};
use crate::district::erase::Named;
use crate::district::store::{PAGE, Sign, Taken, is_same};
use crate::domain::id::{DeviceId, Digest};
use crate::wire::push::{Answer, Placed, place};
use crate::wire::{Entry, Head, Kind, Page, PublicKey, Segment, WireError, mark};
use deadpool_postgres::Transaction;
use tokio_postgres::Row;
use tokio_postgres::types::ToSql;

/// The last place of a town's sequence, locked until the commit, so that places are seen in order.
const LAST: &str = "SELECT seq, mark, judge FROM town_head WHERE town = $1 FOR UPDATE";

/// Writes at the town's next place. Two that begin a town at once take one place, and one of them is done again.
pub(super) async fn add(tx: &Transaction<'_>, town: &str, kind: Kind, bytes: &[u8]) -> Result<(), Failed> {
    let last = last(&tx.query(&tx.prepare_cached(LAST).await?, &[&town]).await?)?;
    put(tx, town, last, (kind, bytes), None).await
}

/// The place that [`LAST`] gave.
fn last(rows: &[Row]) -> Result<Head, Failed> {
    Ok(rows.first().map(|row| read_head(row, 0)).transpose()?.unwrap_or_default())
}

/// Writes behind the last place; of a segment, whose it is and which events.
async fn put(
    tx: &Transaction<'_>,
    town: &str,
    last: Head,
    (kind, bytes): (Kind, &[u8]),
    segment: Option<&Segment>,
) -> Result<(), Failed> {
    let sql = "WITH head AS (INSERT INTO town_head (town, seq, mark) VALUES ($1, $2, $5) \
                 ON CONFLICT (town) DO UPDATE SET seq = excluded.seq, mark = excluded.mark) \
               INSERT INTO entry (town, seq, kind, bytes, mark, device, first, last) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let (seq, mark) = ((last.seq + 1).cast_signed(), mark(last.hash, kind, bytes));
    let (kind, mark) = (i16::from(kind.number()), &mark.0[..]);
    let device = segment.map(|segment| &segment.device.0.as_bytes()[..]);
    let first = segment.map(|segment| (segment.after.seq + 1).cast_signed());
    let last = segment.map(|segment| segment.head.seq.cast_signed());
    let row: Values<'_, 8> = [&town, &seq, &kind, &bytes, &mark, &device, &first, &last];
    let _ = tx.execute(&tx.prepare_cached(sql).await?, &row).await?;
    Ok(())
}

/// A row of number and mark.
fn read_head(row: &Row, at: usize) -> Result<Head, Failed> {
    Ok(Head { seq: row.get::<_, i64>(at).cast_unsigned(), hash: Digest(digest(row, at + 1)?) })
}

/// The place as it is here; nothing where the sequence has not come that far.
async fn place_at(tx: &Transaction<'_>, town: &str, seq: u64) -> Result<Option<Head>, Failed> {
    if seq == 0 {
        return Ok(Some(Head::default()));
    }
    let sql = "SELECT seq, mark FROM entry WHERE town = $1 AND seq = $2";
    let row = tx.query_opt(&tx.prepare_cached(sql).await?, &[&town, &seq.cast_signed()]).await?;
    row.map(|row| read_head(&row, 0)).transpose()
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
    judges: &judge::Known,
    town: &str,
    segment: &Segment,
    bytes: &[u8],
    sign: &Sign,
) -> Result<Taken, Failed> {
    let known = chain(tx, town, segment.device, true).await?;
    let (head, key) = known.ok_or(WireError::Malformed("a desk that is not enrolled"))?;
    // The only place that can be asked for: where the segment ends before the chain does.
    let asks = segment.head.seq < head.seq;
    let shared =
        if asks { stored_hash(tx, town, segment.device, &key, segment.head.seq).await? } else { None };
    if let Placed::Say(answer) = place(head, segment, |_| shared) {
        return Ok(answer.into());
    }
    let known = judges.of(town);
    let state = known.as_ref().map_or(&[][..], |(state, _)| state);
    let (last, devices, kept, named) = town_of(tx, town, segment, state).await?;
    let before = judges.now(town, last.first().map(|row| row.get(2)), known, &kept)?;
    // What was erased stays so, whoever still had it.
    let stripped = erase::named_by(segment.device, &named).out_of(bytes, &key).map_err(Failed::Done)?;
    let bytes = stripped.as_deref().unwrap_or(bytes);
    let reread = stripped.as_deref().map(|bytes| Segment::read(bytes, &key)).transpose()?;
    let segment = reread.as_ref().unwrap_or(segment);
    let judged = judge::hear((&devices, &before), segment, sign)?;
    let ((), (), (), ()) = tokio::try_join!(
        put(tx, town, self::last(&last)?, (Kind::Segment, bytes), Some(segment)),
        move_on(tx, town, segment, &judged.seen),
        judge::keep(tx, town, &judged.write),
        judge::forget(tx, town, &judged.forget),
    )?;
    for verdict in &judged.verdicts {
        add(tx, town, Kind::Verdict, verdict.bytes()).await?;
    }
    let named = Named::by(&judged.erasing);
    if !named.is_empty() {
        erase::carry_out(tx, town, &named).await?;
    }
    let (answer, erased) = (Answer::Stored { head: segment.head }, named.events.len());
    Ok(Taken { answer, refused: judged.verdicts.len(), erased })
}

/// The last place of the town, how far its chains are here, what its judge keeps, where that is not known, and what is erased of a segment.
type OfTown = (Vec<Row>, Vec<Row>, Vec<Row>, Vec<Row>);

/// What a segment is taken by. All is asked in one go, and the server answers in order: the lock comes first, so that nothing is missed
/// that another node wrote. Prepared before that, since a question that has to be prepared comes later than the one behind it.
async fn town_of(
    tx: &Transaction<'_>,
    town: &str,
    segment: &Segment,
    judge: &[u8],
) -> Result<OfTown, Failed> {
    let locks = tx.prepare_cached(LAST).await?;
    let devices = tx.prepare_cached(judge::DEVICES).await?;
    let kept = tx.prepare_cached(judge::KEPT).await?;
    let erased = tx.prepare_cached(erase::NAMED).await?;
    let device = &segment.device.0.as_bytes()[..];
    let (first, last) = ((segment.after.seq + 1).cast_signed(), segment.head.seq.cast_signed());
    let (of_town, of_judge): (Values<'_, 1>, Values<'_, 2>) = ([&town], [&town, &judge]);
    let of_segment: Values<'_, 4> = [&town, &device, &first, &last];
    Ok(tokio::try_join!(
        biased;
        tx.query(&locks, &of_town),
        tx.query(&devices, &of_town),
        tx.query(&kept, &of_judge),
        tx.query(&erased, &of_segment),
    )?)
}

/// What stands for the `$1` and so on of a statement.
type Values<'v, const N: usize> = [&'v (dyn ToSql + Sync); N];

/// Notes how far a desk's chain is here now, and what it had seen.
async fn move_on(tx: &Transaction<'_>, town: &str, segment: &Segment, seen: &str) -> Result<(), Failed> {
    let sql = "UPDATE device SET head_seq = $3, head_hash = $4, seen = $5 WHERE town = $1 AND id = $2";
    let (device, hash) = (&segment.device.0.as_bytes()[..], &segment.head.hash.0[..]);
    let row: Values<'_, 5> = [&town, &device, &segment.head.seq.cast_signed(), &hash, &seen];
    let _ = tx.execute(&tx.prepare_cached(sql).await?, &row).await?;
    Ok(())
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
    since: Head,
) -> Result<Option<Page>, Failed> {
    if !place_at(tx, town, since.seq).await?.is_some_and(|here| is_same(here, since)) {
        return Ok(None);
    }
    let sql = "SELECT seq, mark FROM town_head WHERE town = $1";
    let head = tx.query_opt(&tx.prepare_cached(sql).await?, &[&town]).await?;
    let head = head.map(|row| read_head(&row, 0)).transpose()?.unwrap_or_default();
    let own = chain(tx, town, device, false).await?.map_or_else(Head::default, |(head, _)| head);
    // Not beyond the head that was read: what commits meanwhile comes next time. Sizes first, so that a long sequence is
    // not read whole for one page.
    let sql = "SELECT seq, mark, kind, bytes FROM (SELECT *, sum(length(bytes)) OVER (ORDER BY seq) - length(bytes) AS before \
               FROM entry WHERE town = $1 AND seq > $2 AND seq <= $3 AND (kind <> 2 OR device <> $4)) AS told \
               WHERE before < $5 ORDER BY seq";
    let (from, to, limit) =
        (since.seq.cast_signed(), head.seq.cast_signed(), i64::try_from(PAGE).unwrap_or(i64::MAX));
    let id = &device.0.as_bytes()[..];
    let rows = tx.query(&tx.prepare_cached(sql).await?, &[&town, &from, &to, &id, &limit]).await?;
    let mut page = Page { next: head, own, ..Page::default() };
    let mut told = since;
    for row in &rows {
        let kind = u8::try_from(row.get::<_, i16>(2)).map_err(|_| WireError::Malformed("kind"))?;
        told = read_head(row, 0)?;
        page.entries.push(Entry { town_seq: told.seq, kind: Kind::of(kind), bytes: row.get(3) });
    }
    let sql = "SELECT EXISTS (SELECT 1 FROM entry WHERE town = $1 AND seq > $2 AND seq <= $3 AND (kind <> 2 OR device <> $4))";
    let last = told.seq.cast_signed();
    page.more = tx.query_one(&tx.prepare_cached(sql).await?, &[&town, &last, &to, &id]).await?.get(0);
    if page.more {
        page.next = told;
    }
    Ok(Some(page))
}

/// Events of other desks behind a place.
pub(super) async fn waiting(
    tx: &Transaction<'_>,
    town: &str,
    device: DeviceId,
    seq: u64,
) -> Result<u64, Failed> {
    let sql = "SELECT coalesce(sum(last - first + 1), 0)::BIGINT FROM entry \
               WHERE town = $1 AND seq > $2 AND kind = 2 AND device <> $3";
    let (seq, id) = (seq.cast_signed(), &device.0.as_bytes()[..]);
    let count: i64 = tx.query_one(&tx.prepare_cached(sql).await?, &[&town, &seq, &id]).await?.get(0);
    Ok(count.cast_unsigned())
}
