//! Bundles between offices in PostgreSQL, part by part. Says the same as its neighbour for SQLite.

use super::{Failed, digest};
use crate::district::store::{MailCount, OfficeDesk, Post, Put};
use crate::domain::id::Digest;
use crate::domain::office::OUTSIDE;
use crate::wire::{Lying, MailAsk, MailName, MailState, Mailbox, PublicKey};
use deadpool_postgres::Transaction;
use sha2::{Digest as _, Sha256};
use tokio_postgres::Row;
use tokio_postgres::types::ToSql;

/// What lies for the office, how what it sent stands, and what of `held` was taken.
pub(super) async fn seen(
    tx: &Transaction<'_>,
    office: &str,
    asked: &MailAsk,
    most: usize,
) -> Result<Mailbox, Failed> {
    let (came, sender, blob) =
        asked.after.as_ref().map_or((i64::MIN, "", &[][..]), |last| (last.came, &last.from, &last.blob.0));
    let limit = i64::try_from(most).unwrap_or(i64::MAX).saturating_add(1);
    let sql = "SELECT sender, blob, size, came FROM mail WHERE town = $1 AND whole AND NOT taken \
               AND (came, sender, blob) > ($2, $3, $4) ORDER BY came, sender, blob LIMIT $5";
    let lying = |row: &Row| {
        let size = row.get::<_, i64>(2).cast_unsigned();
        Ok(Lying { from: row.get(0), blob: Digest(digest(row, 1)?), size, came: row.get(3) })
    };
    let key: &[&(dyn ToSql + Sync)] = &[&office, &came, &sender, &blob, &limit];
    let rows = tx.query(&tx.prepare_cached(sql).await?, key).await?;
    let mut lying = rows.iter().map(lying).collect::<Result<Vec<_>, Failed>>()?;
    let more = lying.len() > most;
    lying.truncate(most);
    let mut mailbox = Mailbox { lying, more, ..Mailbox::default() };
    for name in &asked.out {
        mailbox.out.push(state(tx, &name.office, office, name.blob).await?);
    }
    for name in &asked.held {
        if state(tx, office, &name.office, name.blob).await?.taken {
            mailbox.taken.push(name.clone());
        }
    }
    Ok(mailbox)
}

async fn state(tx: &Transaction<'_>, to: &str, from: &str, blob: Digest) -> Result<MailState, Failed> {
    let blob = &blob.0[..];
    let sql = "SELECT whole, taken, dropped FROM mail WHERE town = $1 AND sender = $2 AND blob = $3";
    let Some(known) = tx.query_opt(&tx.prepare_cached(sql).await?, &[&to, &from, &blob]).await? else {
        return Ok(MailState::default());
    };
    // Parts come in order, so their number says which are there.
    let sql = "SELECT count(*) FROM mail_part WHERE town = $1 AND sender = $2 AND blob = $3";
    let parts: i64 = tx.query_one(&tx.prepare_cached(sql).await?, &[&to, &from, &blob]).await?.get(0);
    Ok(MailState {
        parts: parts.cast_unsigned(),
        whole: known.get(0),
        taken: known.get(1),
        dropped: known.get(2),
    })
}

pub(super) async fn put(tx: &Transaction<'_>, post: &Post) -> Result<Put, Failed> {
    let Post { to, from, blob, .. } = post;
    let before = state(tx, to, from, *blob).await?;
    if before.whole || post.part != before.parts {
        return Ok(Put::There(before));
    }
    if before.parts == 0
        && let Some(refused) = begin(tx, post).await?
    {
        return Ok(refused);
    }
    let sql = "INSERT INTO mail_part (town, sender, blob, part, bytes) VALUES ($1, $2, $3, $4, $5)";
    let (name, part) = (&blob.0[..], post.part.cast_signed());
    let _ = tx.execute(&tx.prepare_cached(sql).await?, &[&to, &from, &name, &part, &&post.bytes[..]]).await?;
    finish(tx, post).await?;
    Ok(Put::There(state(tx, to, from, *blob).await?))
}

/// Makes the row of a bundle that begins, or says why it does not.
async fn begin(tx: &Transaction<'_>, post: &Post) -> Result<Option<Put>, Failed> {
    let sql = "SELECT EXISTS (SELECT 1 FROM device WHERE town = $1 AND NOT revoked)";
    let desks: bool = tx.query_one(&tx.prepare_cached(sql).await?, &[&post.to]).await?.get(0);
    // An answer to a portal is opened by the service.
    if !desks && post.to != OUTSIDE {
        return Ok(Some(Put::Nobody));
    }
    let sql = "SELECT count(*), coalesce(sum(size), 0)::BIGINT FROM mail \
               WHERE town = $1 AND sender = $2 AND NOT taken";
    let lying = tx.query_one(&tx.prepare_cached(sql).await?, &[&post.to, &post.from]).await?;
    let (count, bytes) = (lying.get::<_, i64>(0).cast_unsigned(), lying.get::<_, i64>(1).cast_unsigned());
    if count >= post.most || bytes + post.size > post.most_bytes {
        return Ok(Some(Put::Full));
    }
    let sql = "INSERT INTO mail (town, sender, blob, size, came) VALUES ($1, $2, $3, $4, $5)";
    let (blob, size) = (&post.blob.0[..], post.size.cast_signed());
    let _ =
        tx.execute(&tx.prepare_cached(sql).await?, &[&post.to, &post.from, &blob, &size, &post.now]).await?;
    Ok(None)
}

/// Once all bytes are there: whole, or gone where they are not what the name says.
async fn finish(tx: &Transaction<'_>, post: &Post) -> Result<(), Failed> {
    let (to, from, blob) = (&post.to, &post.from, &post.blob.0[..]);
    let sql = "SELECT size, (SELECT sum(length(bytes))::BIGINT FROM mail_part WHERE town = $1 AND sender = $2 AND blob = $3) \
               FROM mail WHERE town = $1 AND sender = $2 AND blob = $3";
    let row = tx.query_one(&tx.prepare_cached(sql).await?, &[to, from, &blob]).await?;
    let (size, there): (i64, i64) = (row.get(0), row.get(1));
    if there < size {
        return Ok(());
    }
    let sql = "SELECT bytes FROM mail_part WHERE town = $1 AND sender = $2 AND blob = $3 ORDER BY part";
    let mut hasher = Sha256::new();
    for row in tx.query(&tx.prepare_cached(sql).await?, &[to, from, &blob]).await? {
        hasher.update(row.get::<_, &[u8]>(0));
    }
    if there == size && Digest(hasher.finalize().into()) == post.blob {
        let sql = "UPDATE mail SET whole = TRUE, came = $4 WHERE town = $1 AND sender = $2 AND blob = $3";
        let _ = tx.execute(&tx.prepare_cached(sql).await?, &[to, from, &blob, &post.now]).await?;
        return Ok(());
    }
    for sql in [
        "DELETE FROM mail_part WHERE town = $1 AND sender = $2 AND blob = $3",
        "DELETE FROM mail WHERE town = $1 AND sender = $2 AND blob = $3",
    ] {
        let _ = tx.execute(sql, &[to, from, &blob]).await?;
    }
    Ok(())
}

pub(super) async fn part(
    tx: &Transaction<'_>,
    office: &str,
    name: &MailName,
    part: u64,
) -> Result<Option<Vec<u8>>, Failed> {
    let sql = "SELECT p.bytes FROM mail_part p JOIN mail m USING (town, sender, blob) \
               WHERE town = $1 AND sender = $2 AND blob = $3 AND part = $4 AND m.whole";
    let statement = tx.prepare_cached(sql).await?;
    let row =
        tx.query_opt(&statement, &[&office, &name.office, &&name.blob.0[..], &part.cast_signed()]).await?;
    Ok(row.map(|row| row.get(0)))
}

pub(super) async fn take(
    tx: &Transaction<'_>,
    office: &str,
    name: &MailName,
    dropped: bool,
) -> Result<bool, Failed> {
    let (from, blob) = (&name.office, &name.blob.0[..]);
    let sql = "UPDATE mail SET taken = TRUE, dropped = $4 \
               WHERE town = $1 AND sender = $2 AND blob = $3 AND whole AND NOT taken";
    let taken = tx.execute(&tx.prepare_cached(sql).await?, &[&office, from, &blob, &dropped]).await?;
    if taken > 0 {
        let sql = "DELETE FROM mail_part WHERE town = $1 AND sender = $2 AND blob = $3";
        let _ = tx.execute(&tx.prepare_cached(sql).await?, &[&office, from, &blob]).await?;
    }
    Ok(taken > 0)
}

pub(super) async fn counts(tx: &Transaction<'_>) -> Result<Vec<MailCount>, Failed> {
    let sql = "SELECT town, sender, count(*), sum(size)::BIGINT, min(came) FROM mail \
               WHERE whole AND NOT taken GROUP BY town, sender ORDER BY town, sender";
    let count = |row: &Row| MailCount {
        town: row.get(0),
        sender: row.get(1),
        bundles: row.get::<_, i64>(2).cast_unsigned(),
        bytes: row.get::<_, i64>(3).cast_unsigned(),
        oldest: row.get(4),
    };
    Ok(tx.query(sql, &[]).await?.iter().map(count).collect())
}

/// Desks of the offices from one key to another.
pub(super) async fn desks(tx: &Transaction<'_>, first: &str, last: &str) -> Result<Vec<OfficeDesk>, Failed> {
    let sql = "SELECT town, key, revoked, valid_until FROM device \
               WHERE town BETWEEN $1 AND $2 ORDER BY town, key, id";
    let desk = |row: &Row| {
        let key = PublicKey(digest(row, 1)?);
        Ok(OfficeDesk { town: row.get(0), key, revoked: row.get(2), valid_until: row.get(3) })
    };
    tx.query(&tx.prepare_cached(sql).await?, &[&first, &last]).await?.iter().map(desk).collect()
}

/// All certificates that the town was told, in order.
pub(super) async fn certificates(tx: &Transaction<'_>, town: &str) -> Result<Vec<Vec<u8>>, Failed> {
    let sql = "SELECT bytes FROM entry WHERE town = $1 AND kind = 1 ORDER BY seq";
    let rows = tx.query(&tx.prepare_cached(sql).await?, &[&town]).await?;
    Ok(rows.iter().map(|row| row.get(0)).collect())
}
