//! Who has which case open, in PostgreSQL. Says the same as its neighbour for SQLite.

use super::{Failed, device_id};
use crate::district::store::PRESENT;
use crate::domain::id::{CaseId, DeviceId};
use crate::wire::{Here, Present, WireError};
use deadpool_postgres::Transaction;
use tokio_postgres::Row;
use uuid::Uuid;

pub(super) async fn set(
    tx: &Transaction<'_>,
    town: &str,
    device: DeviceId,
    here: Option<&Here>,
    now: i64,
) -> Result<(), Failed> {
    let id = &device.0.as_bytes()[..];
    let Some(here) = here else {
        let _ = tx.execute("DELETE FROM presence WHERE town = $1 AND device = $2", &[&town, &id]).await?;
        return Ok(());
    };
    let sql = "INSERT INTO presence AS p (town, device, \"case\", name, since, until) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (town, device) DO UPDATE SET name = excluded.name, until = excluded.until, \
         since = CASE WHEN p.\"case\" = excluded.\"case\" THEN least(p.since, excluded.since) ELSE excluded.since END, \
         \"case\" = excluded.\"case\"";
    let (case, since, until) = (&here.case.0.as_bytes()[..], now - i64::from(here.seconds), now + PRESENT);
    let _ = tx.execute(sql, &[&town, &id, &case, &here.name, &since, &until]).await?;
    Ok(())
}

pub(super) async fn stay(
    tx: &Transaction<'_>,
    town: &str,
    device: DeviceId,
    now: i64,
) -> Result<bool, Failed> {
    let device = &device.0.as_bytes()[..];
    let sql = tx.prepare_cached("SELECT until FROM presence WHERE town = $1 AND device = $2").await?;
    let until: Option<i64> = tx.query_opt(&sql, &[&town, &device]).await?.map(|row| row.get(0));
    // Not with each request: a desk that asks often shall not write often.
    if until.is_some_and(|until| until > now && until < now + PRESENT * 2 / 3) {
        let sql = "UPDATE presence SET until = $3 WHERE town = $1 AND device = $2";
        let _ = tx.execute(&tx.prepare_cached(sql).await?, &[&town, &device, &(now + PRESENT)]).await?;
    }
    Ok(until.is_some_and(|until| until > now))
}

/// Deletes what ran out, whatever the town. What a desk is just writing stays for the next time: nobody waits for anybody.
pub(super) async fn sweep(tx: &Transaction<'_>, now: i64) -> Result<u64, Failed> {
    let sql = "DELETE FROM presence WHERE (town, device) IN \
               (SELECT town, device FROM presence WHERE until <= $1 FOR UPDATE SKIP LOCKED)";
    Ok(tx.execute(sql, &[&now]).await?)
}

pub(super) async fn of_others(
    tx: &Transaction<'_>,
    town: &str,
    device: DeviceId,
    now: i64,
) -> Result<Vec<Present>, Failed> {
    let sql = tx.prepare_cached("DELETE FROM presence WHERE town = $1 AND until <= $2").await?;
    let _ = tx.execute(&sql, &[&town, &now]).await?;
    let sql = "SELECT p.\"case\", p.device, d.name, p.name, p.since FROM presence p \
               JOIN device d ON d.town = p.town AND d.id = p.device \
               WHERE p.town = $1 AND p.device <> $2 AND NOT d.revoked ORDER BY p.\"case\", p.device";
    let sql = tx.prepare_cached(sql).await?;
    let one = |row: &Row| {
        let case: &[u8] = row.get(0);
        let case = Uuid::from_slice(case).map_err(|_| WireError::Malformed("a stored id"))?;
        let device = device_id(row, 1)?;
        Ok(Present { case: CaseId(case), device, desk: row.get(2), name: row.get(3), since: row.get(4) })
    };
    tx.query(&sql, &[&town, &&device.0.as_bytes()[..]]).await?.iter().map(one).collect()
}
