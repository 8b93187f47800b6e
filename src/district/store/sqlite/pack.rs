//! Published packs in SQLite. None is ever taken out.

use crate::district::store::{NewPack, Published, StoreError};
use crate::domain::id::Digest;
use rusqlite::{Connection, OptionalExtension as _, params};

pub(super) fn publish(db: &Connection, pack: &NewPack) -> Result<Published, StoreError> {
    let known = db
        .prepare_cached("SELECT 1 FROM pack WHERE digest = ?1")?
        .query_row([pack.digest.0], |_| Ok(()))
        .optional()?;
    if known.is_some() {
        return Ok(Published::Known);
    }
    let newest: Option<i64> = db
        .prepare_cached("SELECT max(version) FROM pack WHERE name = ?1")?
        .query_row([&pack.name], |row| row.get(0))?;
    if let Some(newest) = newest.and_then(|newest| u32::try_from(newest).ok()).filter(|n| *n >= pack.version)
    {
        return Ok(Published::NotNewer(newest));
    }
    let _ = db
        .prepare_cached(
            "INSERT INTO pack (digest, name, version, published_at, bytes) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![pack.digest.0, pack.name, pack.version, pack.at.timestamp(), pack.bytes])?;
    Ok(Published::New)
}

pub(super) fn all(db: &Connection) -> Result<Vec<Digest>, StoreError> {
    let mut statement = db.prepare_cached("SELECT digest FROM pack ORDER BY name, version")?;
    let rows = statement.query_map([], |row| Ok(Digest(row.get(0)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn bytes(db: &Connection, digest: Digest) -> Result<Option<Vec<u8>>, StoreError> {
    let mut statement = db.prepare_cached("SELECT bytes FROM pack WHERE digest = ?1")?;
    Ok(statement.query_row([digest.0], |row| row.get(0)).optional()?)
}
