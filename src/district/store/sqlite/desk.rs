//! Codes and desks in SQLite. Gives a desk its letters in the transaction that uses its code.

use super::sequence;
use crate::district::enrol::letters;
use crate::district::store::{Certify, DeskStatus, Known, NewCode, NotEnrolled, StoreError, Term};
use crate::domain::id::DeviceId;
use crate::wire::{Certificate, EnrolRequest, Kind, OwnDesk, PublicKey, Signed};
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
        .prepare_cached("SELECT key, revoked, valid_until FROM device WHERE town = ?1 AND id = ?2")?
        .query_row(params![town, device.0.into_bytes()], |row| {
            Ok(Known { key: PublicKey(row.get(0)?), revoked: row.get(1)?, valid_until: row.get(2)? })
        })
        .optional()?;
    Ok(row)
}

pub(super) fn enrol(
    db: &Connection,
    town: &str,
    request: &EnrolRequest,
    term: Term,
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
        _ if expires < term.given.timestamp() => return Ok(Err(NotEnrolled::Expired)),
        _ => {}
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
            "INSERT INTO device (town, id, code, name, key, valid_until) VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
             ON CONFLICT (town, id) DO UPDATE SET valid_until = excluded.valid_until",
            params![town, desk.device.0.into_bytes(), desk.code, name, request.key.0, term.until.timestamp()],
        )?;
    }
    let signed = give(db, town, name, desks, request.key, term, certify)?;
    let _ = db.execute(
        "UPDATE code SET used_by = ?3 WHERE town = ?1 AND proof = ?2",
        params![town, request.secret.0, request.key.0],
    )?;
    Ok(Ok(signed))
}

/// Makes the certificate and tells the town.
fn give(
    db: &Connection,
    town: &str,
    name: String,
    desks: Vec<OwnDesk>,
    key: PublicKey,
    term: Term,
    certify: &Certify,
) -> Result<Signed, StoreError> {
    let (given_at, valid_until) = (term.given, Some(term.until));
    let certificate = Certificate { town: town.to_owned(), name, desks, key, given_at, valid_until };
    let signed = certify(&certificate)?;
    let _ = sequence::add(db, town, Kind::Certificate, signed.bytes())?;
    Ok(signed)
}

pub(super) fn renew(
    db: &Connection,
    town: &str,
    device: DeviceId,
    term: Term,
    certify: &Certify,
) -> Result<Option<Signed>, StoreError> {
    let id = device.0.into_bytes();
    let known = db
        .query_row("SELECT name, key FROM device WHERE town = ?1 AND id = ?2", params![town, id], |row| {
            Ok((row.get::<_, String>(0)?, PublicKey(row.get(1)?)))
        })
        .optional()?;
    let Some((name, key)) = known else { return Ok(None) };
    // The one that writes now is the last.
    let mut statement =
        db.prepare("SELECT id, code FROM device WHERE town = ?1 AND key = ?2 ORDER BY id = ?3, code")?;
    let rows = statement.query_map(params![town, key.0, id], |row| {
        Ok(OwnDesk { device: DeviceId(Uuid::from_bytes(row.get(0)?)), code: row.get(1)? })
    })?;
    let desks = rows.collect::<Result<Vec<_>, _>>()?;
    let _ = db.execute(
        "UPDATE device SET valid_until = ?3 WHERE town = ?1 AND key = ?2",
        params![town, key.0, term.until.timestamp()],
    )?;
    give(db, town, name, desks, key, term, certify).map(Some)
}

pub(super) fn all(db: &Connection) -> Result<Vec<DeskStatus>, StoreError> {
    let mut statement = db.prepare(
        "SELECT town, id, code, name, head_seq, revoked, valid_until FROM device ORDER BY town, code",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(DeskStatus {
            town: row.get(0)?,
            device: DeviceId(Uuid::from_bytes(row.get(1)?)),
            code: row.get(2)?,
            name: row.get(3)?,
            events: row.get::<_, i64>(4)?.cast_unsigned(),
            revoked: row.get(5)?,
            valid_until: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
