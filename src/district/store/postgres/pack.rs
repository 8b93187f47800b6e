//! Published packs in PostgreSQL. Says the same as its neighbour for SQLite.

use super::{Failed, digest};
use crate::district::store::{NewPack, Published};
use crate::domain::id::Digest;
use deadpool_postgres::Transaction;

pub(super) async fn publish(tx: &Transaction<'_>, pack: &NewPack) -> Result<Published, Failed> {
    let name = &pack.digest.0[..];
    if tx.query_opt("SELECT 1 FROM pack WHERE digest = $1", &[&name]).await?.is_some() {
        return Ok(Published::Known);
    }
    let newest = tx.query_one("SELECT max(version) FROM pack WHERE name = $1", &[&pack.name]).await?;
    let newest = newest.get::<_, Option<i64>>(0).and_then(|newest| u32::try_from(newest).ok());
    if let Some(newest) = newest.filter(|newest| *newest >= pack.version) {
        return Ok(Published::NotNewer(newest));
    }
    // Two who publish the same version at once meet at the unique name and version: the second is asked again.
    let sql = "INSERT INTO pack (digest, name, version, published_at, bytes) VALUES ($1, $2, $3, $4, $5)";
    let (version, at) = (i64::from(pack.version), pack.at.timestamp());
    let _ = tx.execute(sql, &[&name, &pack.name, &version, &at, &pack.bytes]).await?;
    Ok(Published::New)
}

pub(super) async fn all(tx: &Transaction<'_>) -> Result<Vec<Digest>, Failed> {
    let sql = tx.prepare_cached("SELECT digest FROM pack ORDER BY name, version").await?;
    let rows = tx.query(&sql, &[]).await?;
    rows.iter().map(|row| Ok(Digest(digest(row, 0)?))).collect()
}

pub(super) async fn bytes(tx: &Transaction<'_>, digest: Digest) -> Result<Option<Vec<u8>>, Failed> {
    let sql = tx.prepare_cached("SELECT bytes FROM pack WHERE digest = $1").await?;
    let row = tx.query_opt(&sql, &[&&digest.0[..]]).await?;
    Ok(row.map(|row| row.get(0)))
}
