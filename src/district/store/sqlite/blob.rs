//! Blobs in SQLite, part by part: a line that breaks costs one part.

use crate::district::store::StoreError;
use crate::domain::id::Digest;
use crate::wire::BlobState;
use rusqlite::{Connection, OptionalExtension as _, params};
use sha2::{Digest as _, Sha256};

pub(super) fn state(db: &Connection, town: &str, digest: Digest) -> Result<BlobState, StoreError> {
    let known = db
        .prepare_cached("SELECT size, whole FROM blob WHERE town = ?1 AND digest = ?2")?
        .query_row(params![town, digest.0], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, bool>(1)?)))
        .optional()?;
    let Some((size, whole)) = known else { return Ok(BlobState::default()) };
    // Parts come in order, so their number says which are there.
    let parts: i64 = db
        .prepare_cached("SELECT count(*) FROM blob_part WHERE town = ?1 AND digest = ?2")?
        .query_row(params![town, digest.0], |row| row.get(0))?;
    Ok(BlobState { size: Some(size.cast_unsigned()), whole, parts: parts.cast_unsigned() })
}

pub(super) fn whole(db: &Connection, town: &str) -> Result<Vec<Digest>, StoreError> {
    let mut statement =
        db.prepare("SELECT digest FROM blob WHERE town = ?1 AND whole = 1 ORDER BY digest")?;
    let rows = statement.query_map([town], |row| Ok(Digest(row.get(0)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn put(
    db: &Connection,
    town: &str,
    digest: Digest,
    size: u64,
    part: u64,
    bytes: &[u8],
) -> Result<BlobState, StoreError> {
    let before = state(db, town, digest)?;
    if before.whole || part != before.parts || before.size.is_some_and(|known| known != size) {
        return Ok(before);
    }
    let _ = db
        .prepare_cached("INSERT OR IGNORE INTO blob (town, digest, size) VALUES (?1, ?2, ?3)")?
        .execute(params![town, digest.0, size.cast_signed()])?;
    let _ = db
        .prepare_cached("INSERT INTO blob_part (town, digest, part, bytes) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![town, digest.0, part.cast_signed(), bytes])?;
    finish(db, town, digest, size)?;
    state(db, town, digest)
}

/// Once all bytes are there: whole, or gone where they are not what the name says.
fn finish(db: &Connection, town: &str, digest: Digest, size: u64) -> Result<(), StoreError> {
    let mut statement =
        db.prepare_cached("SELECT bytes FROM blob_part WHERE town = ?1 AND digest = ?2 ORDER BY part")?;
    let there: i64 = db
        .prepare_cached("SELECT sum(length(bytes)) FROM blob_part WHERE town = ?1 AND digest = ?2")?
        .query_row(params![town, digest.0], |row| row.get(0))?;
    if there.cast_unsigned() < size {
        return Ok(());
    }
    let mut hasher = Sha256::new();
    let mut rows = statement.query(params![town, digest.0])?;
    while let Some(row) = rows.next()? {
        hasher.update(row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?);
    }
    drop(rows);
    let whole = there.cast_unsigned() == size && Digest(hasher.finalize().into()) == digest;
    let tidy: &[&str] = if whole {
        &["UPDATE blob SET whole = 1 WHERE town = ?1 AND digest = ?2"]
    } else {
        &[
            "DELETE FROM blob_part WHERE town = ?1 AND digest = ?2",
            "DELETE FROM blob WHERE town = ?1 AND digest = ?2",
        ]
    };
    for sql in tidy {
        let _ = db.prepare_cached(sql)?.execute(params![town, digest.0])?;
    }
    Ok(())
}

pub(super) fn part(
    db: &Connection,
    town: &str,
    digest: Digest,
    part: u64,
) -> Result<Option<Vec<u8>>, StoreError> {
    let bytes = db
        .prepare_cached(
            "SELECT p.bytes FROM blob_part p JOIN blob b USING (town, digest) \
             WHERE town = ?1 AND digest = ?2 AND part = ?3 AND b.whole = 1",
        )?
        .query_row(params![town, digest.0, part.cast_signed()], |row| row.get(0))
        .optional()?;
    Ok(bytes)
}
