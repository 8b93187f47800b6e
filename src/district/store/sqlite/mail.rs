//! Bundles between offices in SQLite, part by part. The office that gets them leads every key.

use crate::district::store::{MailCount, OfficeDesk, Post, Put, StoreError};
use crate::domain::id::Digest;
use crate::domain::office::OUTSIDE;
use crate::wire::{Lying, MailAsk, MailName, MailState, Mailbox, PublicKey};
use rusqlite::{Connection, OptionalExtension as _, params};
use sha2::{Digest as _, Sha256};

/// What lies for the office, how what it sent stands, and what of `held` was taken.
pub(super) fn seen(
    db: &Connection,
    office: &str,
    asked: MailAsk,
    most: usize,
) -> Result<Mailbox, StoreError> {
    let (came, sender, blob) = asked
        .after
        .map_or((i64::MIN, String::new(), Vec::new()), |last| (last.came, last.from, last.blob.0.to_vec()));
    let mut statement = db.prepare_cached(
        "SELECT sender, blob, size, came FROM mail WHERE town = ?1 AND whole = 1 AND taken = 0 \
         AND (came, sender, blob) > (?2, ?3, ?4) ORDER BY came, sender, blob LIMIT ?5",
    )?;
    let limit = i64::try_from(most).unwrap_or(i64::MAX).saturating_add(1);
    let rows = statement.query_map(params![office, came, sender, blob, limit], |row| {
        Ok(Lying {
            from: row.get(0)?,
            blob: Digest(row.get(1)?),
            size: row.get::<_, i64>(2)?.cast_unsigned(),
            came: row.get(3)?,
        })
    })?;
    let mut mailbox = Mailbox { lying: rows.collect::<Result<_, _>>()?, ..Mailbox::default() };
    mailbox.more = mailbox.lying.len() > most;
    mailbox.lying.truncate(most);
    for name in asked.out {
        mailbox.out.push(state(db, &name.office, office, name.blob)?);
    }
    for name in asked.held {
        if state(db, office, &name.office, name.blob)?.taken {
            mailbox.taken.push(name);
        }
    }
    Ok(mailbox)
}

fn state(db: &Connection, to: &str, from: &str, blob: Digest) -> Result<MailState, StoreError> {
    let known = db
        .prepare_cached(
            "SELECT whole, taken, dropped FROM mail WHERE town = ?1 AND sender = ?2 AND blob = ?3",
        )?
        .query_row(params![to, from, blob.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let Some((whole, taken, dropped)) = known else { return Ok(MailState::default()) };
    // Parts come in order, so their number says which are there.
    let parts: i64 = db
        .prepare_cached("SELECT count(*) FROM mail_part WHERE town = ?1 AND sender = ?2 AND blob = ?3")?
        .query_row(params![to, from, blob.0], |row| row.get(0))?;
    Ok(MailState { parts: parts.cast_unsigned(), whole, taken, dropped })
}

pub(super) fn put(db: &Connection, post: &Post) -> Result<Put, StoreError> {
    let Post { to, from, blob, .. } = post;
    let before = state(db, to, from, *blob)?;
    if before.whole || post.part != before.parts {
        return Ok(Put::There(before));
    }
    if before.parts == 0
        && let Some(refused) = begin(db, post)?
    {
        return Ok(refused);
    }
    let _ = db
        .prepare_cached(
            "INSERT INTO mail_part (town, sender, blob, part, bytes) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![to, from, blob.0, post.part.cast_signed(), post.bytes])?;
    finish(db, post)?;
    Ok(Put::There(state(db, to, from, *blob)?))
}

/// Makes the row of a bundle that begins, or says why it does not.
fn begin(db: &Connection, post: &Post) -> Result<Option<Put>, StoreError> {
    let desks: bool = db
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM device WHERE town = ?1 AND revoked = 0)")?
        .query_row([&post.to], |row| row.get(0))?;
    // An answer to a portal is opened by the service.
    if !desks && post.to != OUTSIDE {
        return Ok(Some(Put::Nobody));
    }
    let (count, bytes): (i64, i64) = db
        .prepare_cached(
            "SELECT count(*), coalesce(sum(size), 0) FROM mail WHERE town = ?1 AND sender = ?2 AND taken = 0",
        )?
        .query_row(params![post.to, post.from], |row| Ok((row.get(0)?, row.get(1)?)))?;
    if count.cast_unsigned() >= post.most || bytes.cast_unsigned() + post.size > post.most_bytes {
        return Ok(Some(Put::Full));
    }
    let _ = db
        .prepare_cached(
            "INSERT OR REPLACE INTO mail (town, sender, blob, size, came) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![post.to, post.from, post.blob.0, post.size.cast_signed(), post.now])?;
    Ok(None)
}

/// Once all bytes are there: whole, or gone where they are not what the name says.
fn finish(db: &Connection, post: &Post) -> Result<(), StoreError> {
    let key = params![post.to, post.from, post.blob.0];
    let (size, there): (i64, i64) = db
        .prepare_cached(
            "SELECT size, (SELECT sum(length(bytes)) FROM mail_part WHERE town = ?1 AND sender = ?2 AND blob = ?3) \
             FROM mail WHERE town = ?1 AND sender = ?2 AND blob = ?3",
        )?
        .query_row(key, |row| Ok((row.get(0)?, row.get(1)?)))?;
    if there < size {
        return Ok(());
    }
    let mut hasher = Sha256::new();
    let mut statement = db.prepare_cached(
        "SELECT bytes FROM mail_part WHERE town = ?1 AND sender = ?2 AND blob = ?3 ORDER BY part",
    )?;
    let mut rows = statement.query(key)?;
    while let Some(row) = rows.next()? {
        hasher.update(row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?);
    }
    drop(rows);
    if there == size && Digest(hasher.finalize().into()) == post.blob {
        let _ = db
            .prepare_cached(
                "UPDATE mail SET whole = 1, came = ?4 WHERE town = ?1 AND sender = ?2 AND blob = ?3",
            )?
            .execute(params![post.to, post.from, post.blob.0, post.now])?;
        return Ok(());
    }
    for sql in [
        "DELETE FROM mail_part WHERE town = ?1 AND sender = ?2 AND blob = ?3",
        "DELETE FROM mail WHERE town = ?1 AND sender = ?2 AND blob = ?3",
    ] {
        let _ = db.prepare_cached(sql)?.execute(key)?;
    }
    Ok(())
}

pub(super) fn part(
    db: &Connection,
    office: &str,
    name: &MailName,
    part: u64,
) -> Result<Option<Vec<u8>>, StoreError> {
    let bytes = db
        .prepare_cached(
            "SELECT p.bytes FROM mail_part p JOIN mail m USING (town, sender, blob) \
             WHERE town = ?1 AND sender = ?2 AND blob = ?3 AND part = ?4 AND m.whole = 1",
        )?
        .query_row(params![office, name.office, name.blob.0, part.cast_signed()], |row| row.get(0))
        .optional()?;
    Ok(bytes)
}

pub(super) fn take(
    db: &Connection,
    office: &str,
    name: &MailName,
    dropped: bool,
) -> Result<bool, StoreError> {
    let key = params![office, name.office, name.blob.0];
    let taken = db
        .prepare_cached(
            "UPDATE mail SET taken = 1, dropped = ?4 \
             WHERE town = ?1 AND sender = ?2 AND blob = ?3 AND whole = 1 AND taken = 0",
        )?
        .execute(params![office, name.office, name.blob.0, dropped])?;
    if taken > 0 {
        let sql = "DELETE FROM mail_part WHERE town = ?1 AND sender = ?2 AND blob = ?3";
        let _ = db.prepare_cached(sql)?.execute(key)?;
    }
    Ok(taken > 0)
}

pub(super) fn counts(db: &Connection) -> Result<Vec<MailCount>, StoreError> {
    let mut statement = db.prepare(
        "SELECT town, sender, count(*), sum(size), min(came) FROM mail WHERE whole = 1 AND taken = 0 \
         GROUP BY town, sender ORDER BY town, sender",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(MailCount {
            town: row.get(0)?,
            sender: row.get(1)?,
            bundles: row.get::<_, i64>(2)?.cast_unsigned(),
            bytes: row.get::<_, i64>(3)?.cast_unsigned(),
            oldest: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Desks of the offices from one key to another.
pub(super) fn desks(db: &Connection, first: &str, last: &str) -> Result<Vec<OfficeDesk>, StoreError> {
    let mut statement = db.prepare_cached(
        "SELECT town, key, revoked, valid_until FROM device WHERE town BETWEEN ?1 AND ?2 ORDER BY town, key, id",
    )?;
    let rows = statement.query_map([first, last], |row| {
        Ok(OfficeDesk {
            town: row.get(0)?,
            key: PublicKey(row.get(1)?),
            revoked: row.get(2)?,
            valid_until: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// All certificates that the town was told, in order.
pub(super) fn certificates(db: &Connection, town: &str) -> Result<Vec<Vec<u8>>, StoreError> {
    let mut statement =
        db.prepare_cached("SELECT bytes FROM entry WHERE town = ?1 AND kind = 1 ORDER BY seq")?;
    let rows = statement.query_map([town], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
