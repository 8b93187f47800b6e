//! Blobs in PostgreSQL, part by part. Says the same as its neighbour for SQLite.

use super::Failed;
use crate::domain::id::Digest;
use crate::wire::BlobState;
use deadpool_postgres::Transaction;
use sha2::{Digest as _, Sha256};

pub(super) async fn state(tx: &Transaction<'_>, town: &str, digest: Digest) -> Result<BlobState, Failed> {
    let name = &digest.0[..];
    let sql = "SELECT size, whole FROM blob WHERE town = $1 AND digest = $2";
    let Some(known) = tx.query_opt(&tx.prepare_cached(sql).await?, &[&town, &name]).await? else {
        return Ok(BlobState::default());
    };
    // Parts come in order, so their number says which are there.
    let sql = "SELECT count(*) FROM blob_part WHERE town = $1 AND digest = $2";
    let parts: i64 = tx.query_one(&tx.prepare_cached(sql).await?, &[&town, &name]).await?.get(0);
    let size = known.get::<_, i64>(0).cast_unsigned();
    Ok(BlobState { size: Some(size), whole: known.get(1), parts: parts.cast_unsigned() })
}

pub(super) async fn whole(tx: &Transaction<'_>, town: &str) -> Result<Vec<Digest>, Failed> {
    let sql = "SELECT digest FROM blob WHERE town = $1 AND whole ORDER BY digest";
    let rows = tx.query(sql, &[&town]).await?;
    rows.iter().map(|row| Ok(Digest(super::digest(row, 0)?))).collect()
}

pub(super) async fn put(
    tx: &Transaction<'_>,
    town: &str,
    digest: Digest,
    size: u64,
    part: u64,
    bytes: &[u8],
) -> Result<BlobState, Failed> {
    let name = &digest.0[..];
    let before = state(tx, town, digest).await?;
    if before.whole || part != before.parts || before.size.is_some_and(|known| known != size) {
        return Ok(before);
    }
    let sql = "INSERT INTO blob (town, digest, size) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    let _ = tx.execute(&tx.prepare_cached(sql).await?, &[&town, &name, &size.cast_signed()]).await?;
    let sql = "INSERT INTO blob_part (town, digest, part, bytes) VALUES ($1, $2, $3, $4)";
    let _ = tx.execute(&tx.prepare_cached(sql).await?, &[&town, &name, &part.cast_signed(), &bytes]).await?;
    finish(tx, town, digest, size).await?;
    state(tx, town, digest).await
}

/// Once all bytes are there: whole, or gone where they are not what the name says.
async fn finish(tx: &Transaction<'_>, town: &str, digest: Digest, size: u64) -> Result<(), Failed> {
    let name = &digest.0[..];
    let sql = "SELECT sum(length(bytes))::BIGINT FROM blob_part WHERE town = $1 AND digest = $2";
    let there: i64 = tx.query_one(&tx.prepare_cached(sql).await?, &[&town, &name]).await?.get(0);
    if there.cast_unsigned() < size {
        return Ok(());
    }
    let sql = "SELECT bytes FROM blob_part WHERE town = $1 AND digest = $2 ORDER BY part";
    let mut hasher = Sha256::new();
    for row in tx.query(&tx.prepare_cached(sql).await?, &[&town, &name]).await? {
        hasher.update(row.get::<_, &[u8]>(0));
    }
    let whole = there.cast_unsigned() == size && Digest(hasher.finalize().into()) == digest;
    let tidy: &[&str] = if whole {
        &["UPDATE blob SET whole = TRUE WHERE town = $1 AND digest = $2"]
    } else {
        &[
            "DELETE FROM blob_part WHERE town = $1 AND digest = $2",
            "DELETE FROM blob WHERE town = $1 AND digest = $2",
        ]
    };
    for sql in tidy {
        let _ = tx.execute(*sql, &[&town, &name]).await?;
    }
    Ok(())
}

pub(super) async fn part(
    tx: &Transaction<'_>,
    town: &str,
    digest: Digest,
    part: u64,
) -> Result<Option<Vec<u8>>, Failed> {
    let sql = "SELECT p.bytes FROM blob_part p JOIN blob b USING (town, digest) \
               WHERE town = $1 AND digest = $2 AND part = $3 AND b.whole";
    let statement = tx.prepare_cached(sql).await?;
    let row = tx.query_opt(&statement, &[&town, &&digest.0[..], &part.cast_signed()]).await?;
    Ok(row.map(|row| row.get(0)))
}
