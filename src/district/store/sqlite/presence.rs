//! Who has which case open, in SQLite. Keeps nothing beyond its time.

use crate::district::store::{PRESENT, StoreError};
use crate::domain::id::{CaseId, DeviceId};
use crate::wire::{Here, Present};
use rusqlite::{Connection, OptionalExtension as _, params};
use uuid::Uuid;

pub(super) fn set(
    db: &Connection,
    town: &str,
    device: DeviceId,
    here: Option<&Here>,
    now: i64,
) -> Result<(), StoreError> {
    let id = device.0.into_bytes();
    let Some(here) = here else {
        let _ = db.execute("DELETE FROM presence WHERE town = ?1 AND device = ?2", params![town, id])?;
        return Ok(());
    };
    let _ = db.execute(
        "INSERT INTO presence (town, device, \"case\", name, since, until) VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
         ON CONFLICT (town, device) DO UPDATE SET name = excluded.name, until = excluded.until, \
         since = CASE WHEN \"case\" = excluded.\"case\" THEN min(since, excluded.since) ELSE excluded.since END, \
         \"case\" = excluded.\"case\"",
        params![
            town,
            id,
            here.case.0.into_bytes(),
            here.name,
            now - i64::from(here.seconds),
            now + PRESENT
        ],
    )?;
    Ok(())
}

pub(super) fn stay(db: &Connection, town: &str, device: DeviceId, now: i64) -> Result<bool, StoreError> {
    let key = params![town, device.0.into_bytes()];
    let until: Option<i64> = db
        .prepare_cached("SELECT until FROM presence WHERE town = ?1 AND device = ?2")?
        .query_row(key, |row| row.get(0))
        .optional()?;
    // Not with each request: a desk that asks often shall not write often.
    if until.is_some_and(|until| until > now && until < now + PRESENT * 2 / 3) {
        let _ = db
            .prepare_cached("UPDATE presence SET until = ?3 WHERE town = ?1 AND device = ?2")?
            .execute(params![town, device.0.into_bytes(), now + PRESENT])?;
    }
    Ok(until.is_some_and(|until| until > now))
}

/// Deletes what ran out, whatever the town.
pub(super) fn sweep(db: &Connection, now: i64) -> Result<u64, StoreError> {
    Ok(db.execute("DELETE FROM presence WHERE until <= ?1", [now])? as u64)
}

pub(super) fn of_others(
    db: &Connection,
    town: &str,
    device: DeviceId,
    now: i64,
) -> Result<Vec<Present>, StoreError> {
    let _ = db
        .prepare_cached("DELETE FROM presence WHERE town = ?1 AND until <= ?2")?
        .execute(params![town, now])?;
    let mut statement = db.prepare_cached(
        "SELECT p.\"case\", p.device, d.name, p.name, p.since FROM presence p \
         JOIN device d ON d.town = p.town AND d.id = p.device \
         WHERE p.town = ?1 AND p.device <> ?2 AND NOT d.revoked ORDER BY p.\"case\", p.device",
    )?;
    let rows = statement.query_map(params![town, device.0.into_bytes()], |row| {
        Ok(Present {
            case: CaseId(Uuid::from_bytes(row.get(0)?)),
            device: DeviceId(Uuid::from_bytes(row.get(1)?)),
            desk: row.get(2)?,
            name: row.get(3)?,
            since: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
