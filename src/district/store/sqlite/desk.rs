//! Codes and desks in SQLite. Gives a desk its letters in the transaction that uses its code.

use super::sequence;
use crate::district::enrol::letters;
use crate::district::store::{Certify, DeskStatus, Known, NewCode, NotEnrolled, StoreError};
use crate::domain::id::DeviceId;
use crate::wire::{Certificate, EnrolRequest, Kind, PublicKey, Signed};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension as _, params};
use uuid::Uuid;

pub(super) fn add_code(db: &Connection, code: &NewCode) -> Result<(), StoreError> {
    let _ = db.execute(
        "INSERT INTO code (town, proof, name, expires) VALUES (?1, ?2, ?3, ?4)",
        params![code.town, code.proof.0, code.name, code.expires.timestamp()],
    )?;
    Ok(())
}

pub(super) fn find(db: &Connection, town: &str, device: DeviceId) -> Result<Option<Known>, StoreError> {
    let row = db
        .prepare_cached("SELECT key, revoked FROM device WHERE town = ?1 AND id = ?2")?
        .query_row(params![town, device.0.into_bytes()], |row| {
            Ok(Known { key: PublicKey(row.get(0)?), revoked: row.get(1)? })
        })
        .optional()?;
    Ok(row)
}

pub(super) fn enrol(
    db: &Connection,
    town: &str,
    request: &EnrolRequest,
    now: DateTime<Utc>,
    certify: &Certify,
) -> Result<Result<Signed, NotEnrolled>, StoreError> {
    let code = db
        .query_row(
            "SELECT name, expires, used_by FROM code WHERE town = ?1 AND proof = ?2",
            params![town, request.secret.0],
            |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?, row.get::<_, Option<[u8; 32]>>(2)?)),
        )
        .optional()?;
    let Some((name, expires, used_by)) = code else { return Ok(Err(NotEnrolled::UnknownCode)) };
    match used_by {
        Some(key) if key != request.key.0 => return Ok(Err(NotEnrolled::Used)),
        Some(_) => {}
        None if expires < now.timestamp() => return Ok(Err(NotEnrolled::Expired)),
        None => {}
    }
    let mut statement = db.prepare("SELECT id, code, key FROM device WHERE town = ?1")?;
    let rows = statement
        .query_map([town], |row| Ok((DeviceId(Uuid::from_bytes(row.get(0)?)), row.get(1)?, row.get(2)?)))?;
    let desks = match letters(&rows.collect::<Result<Vec<_>, _>>()?, request) {
        Ok(desks) => desks,
        Err(refused) => return Ok(Err(refused)),
    };
    for desk in &desks {
        let _ = db.execute(
            "INSERT INTO device (town, id, code, name, key) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (town, id) DO NOTHING",
            params![town, desk.device.0.into_bytes(), desk.code, name, request.key.0],
        )?;
    }
    let (town_name, key) = (town.to_owned(), request.key);
    let certificate = Certificate { town: town_name, name, desks, key, given_at: now };
    let signed = certify(&certificate)?;
    let _ = sequence::add(db, town, Kind::Certificate, signed.bytes())?;
    let _ = db.execute(
        "UPDATE code SET used_by = ?3 WHERE town = ?1 AND proof = ?2",
        params![town, request.secret.0, request.key.0],
    )?;
    Ok(Ok(signed))
}

pub(super) fn all(db: &Connection) -> Result<Vec<DeskStatus>, StoreError> {
    let mut statement =
        db.prepare("SELECT town, id, code, name, head_seq, revoked FROM device ORDER BY town, code")?;
    let rows = statement.query_map([], |row| {
        Ok(DeskStatus {
            town: row.get(0)?,
            device: DeviceId(Uuid::from_bytes(row.get(1)?)),
            code: row.get(2)?,
            name: row.get(3)?,
            events: row.get::<_, i64>(4)?.cast_unsigned(),
            revoked: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
