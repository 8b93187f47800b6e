//! Codes and desks in PostgreSQL. Says the same as its neighbour for SQLite.

use super::{Failed, device_id, digest, sequence};
use crate::district::enrol::letters;
use crate::district::store::{Certify, DeskStatus, NewCode, NotEnrolled, Term};
use crate::domain::id::DeviceId;
use crate::wire::{Certificate, EnrolRequest, Kind, OwnDesk, PublicKey, Signed};
use deadpool_postgres::Transaction;

pub(super) async fn add_code(tx: &Transaction<'_>, code: &NewCode) -> Result<(), Failed> {
    let sql = "INSERT INTO code (town, proof, name, expires) VALUES ($1, $2, $3, $4)";
    let _ = tx.execute(sql, &[&code.town, &&code.proof.0[..], &code.name, &code.expires.timestamp()]).await?;
    Ok(())
}

pub(super) async fn enrol(
    tx: &Transaction<'_>,
    town: &str,
    request: &EnrolRequest,
    term: Term,
    certify: &Certify,
) -> Result<Result<Signed, NotEnrolled>, Failed> {
    let sql = "SELECT name, expires, used_by FROM code WHERE town = $1 AND proof = $2 FOR UPDATE";
    let Some(code) = tx.query_opt(sql, &[&town, &&request.secret.0[..]]).await? else {
        return Ok(Err(NotEnrolled::UnknownCode));
    };
    let (name, expires): (String, i64) = (code.get(0), code.get(1));
    match code.get::<_, Option<&[u8]>>(2) {
        Some(key) if key != request.key.0 => return Ok(Err(NotEnrolled::Used)),
        _ if expires < term.given.timestamp() => return Ok(Err(NotEnrolled::Expired)),
        _ => {}
    }
    let rows = tx.query("SELECT id, code, key FROM device WHERE town = $1", &[&town]).await?;
    let known = rows.iter().map(|row| Ok((device_id(row, 0)?, row.get(1), digest(row, 2)?)));
    let desks = match letters(&known.collect::<Result<Vec<_>, Failed>>()?, request) {
        Ok(desks) => desks,
        Err(refused) => return Ok(Err(refused)),
    };
    for desk in &desks {
        let sql = "INSERT INTO device (town, id, code, name, key, valid_until) VALUES ($1, $2, $3, $4, $5, $6) \
                   ON CONFLICT (town, id) DO UPDATE SET valid_until = excluded.valid_until";
        let id = &desk.device.0.as_bytes()[..];
        let until = term.until.timestamp();
        let _ = tx.execute(sql, &[&town, &id, &desk.code, &name, &&request.key.0[..], &until]).await?;
    }
    let signed = give(tx, town, name, desks, request.key, term, certify).await?;
    let sql = "UPDATE code SET used_by = $3 WHERE town = $1 AND proof = $2";
    let _ = tx.execute(sql, &[&town, &&request.secret.0[..], &&request.key.0[..]]).await?;
    Ok(Ok(signed))
}

/// Makes the certificate and tells the town.
async fn give(
    tx: &Transaction<'_>,
    town: &str,
    name: String,
    desks: Vec<OwnDesk>,
    key: PublicKey,
    term: Term,
    certify: &Certify,
) -> Result<Signed, Failed> {
    let (given_at, valid_until) = (term.given, Some(term.until));
    let certificate = Certificate { town: town.to_owned(), name, desks, key, given_at, valid_until };
    let signed = certify(&certificate)?;
    sequence::add(tx, town, Kind::Certificate, signed.bytes()).await?;
    Ok(signed)
}

pub(super) async fn renew(
    tx: &Transaction<'_>,
    town: &str,
    device: DeviceId,
    term: Term,
    certify: &Certify,
) -> Result<Option<Signed>, Failed> {
    let id = &device.0.as_bytes()[..];
    let sql = "SELECT name, key FROM device WHERE town = $1 AND id = $2";
    let Some(known) = tx.query_opt(sql, &[&town, &id]).await? else { return Ok(None) };
    let (name, key) = (known.get(0), PublicKey(digest(&known, 1)?));
    // The one that writes now is the last.
    let sql = "SELECT id, code FROM device WHERE town = $1 AND key = $2 ORDER BY id = $3, code";
    let rows = tx.query(sql, &[&town, &&key.0[..], &id]).await?;
    let own = |row: &tokio_postgres::Row| Ok(OwnDesk { device: device_id(row, 0)?, code: row.get(1) });
    let desks = rows.iter().map(own).collect::<Result<Vec<_>, Failed>>()?;
    let sql = "UPDATE device SET valid_until = $3 WHERE town = $1 AND key = $2";
    let _ = tx.execute(sql, &[&town, &&key.0[..], &term.until.timestamp()]).await?;
    give(tx, town, name, desks, key, term, certify).await.map(Some)
}

pub(super) async fn all(tx: &Transaction<'_>) -> Result<Vec<DeskStatus>, Failed> {
    let sql = "SELECT town, id, code, name, head_seq, revoked, valid_until FROM device ORDER BY town, code";
    let rows = tx.query(sql, &[]).await?;
    let desk = |row: &tokio_postgres::Row| {
        Ok(DeskStatus {
            town: row.get(0),
            device: device_id(row, 1)?,
            code: row.get(2),
            name: row.get(3),
            events: row.get::<_, i64>(4).cast_unsigned(),
            revoked: row.get(5),
            valid_until: row.get(6),
        })
    };
    rows.iter().map(desk).collect()
}
