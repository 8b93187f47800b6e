//! A new desk that begins with what a neighbour had: everything of the town that both it and the service had, and nothing that was
//! the neighbour's own. Asks no service.

use super::{BackupError, GoOn, appear, check, unpack};
use crate::domain::id::{Digest, EventRef};
use crate::store::anchor::Anchors;
use crate::store::place::Place;
use crate::store::reader::Reader;
use crate::store::vault::Key;
use crate::store::{NewDevice, StoreError, connect, kreis, seen};
use rusqlite::{Connection, params};
use std::path::Path;

/// What belongs to the desk that wrote the backup, or to those who work there: never another desk's.
const OWN: &str = "DELETE FROM device; DELETE FROM counter; DELETE FROM enrolment; DELETE FROM acknowledged; \
    DELETE FROM draft; DELETE FROM preference; DELETE FROM print_job; DELETE FROM serial_case; DELETE FROM serial_run; DELETE FROM read_audit; DELETE FROM blob_coming; \
    DELETE FROM blob_use WHERE holder LIKE 'draft:%' OR holder = 'mail'; \
    DELETE FROM mail_in; DELETE FROM mail_sent; DELETE FROM answer_out; DELETE FROM dropped_why; DELETE FROM office_desk; DELETE FROM office; \
    DELETE FROM note WHERE key = 'offices'; UPDATE number SET own = 0;";

/// What no event and no pack needs any more.
const UNUSED: &str = "DELETE FROM blob_chunk WHERE digest NOT IN (SELECT digest FROM blob_use); \
    DELETE FROM blob WHERE digest NOT IN (SELECT digest FROM blob_use); \
    DELETE FROM blob_awaited WHERE digest NOT IN (SELECT digest FROM blob_use);";

/// Makes the database of a new desk of the same town from a neighbour's backup, in an empty data folder, with a key of its
/// own. It is let in afterwards; until then it hands out nothing. Gives `false` where it was stopped.
pub fn start<E: From<BackupError>>(
    place: &Place,
    path: &Path,
    secret: &str,
    (town, device, key): (&str, &NewDevice, &Key),
    keep: impl FnOnce(&Key) -> Result<(), E>,
    go_on: GoOn<'_>,
) -> Result<bool, E> {
    let Some((new, old)) = unpack(place, path, secret, go_on)? else { return Ok(false) };
    let mut db = connect::with_key(&new.0, &old).map_err(BackupError::from)?;
    check(&db)?;
    make(&mut db, town, device)?;
    connect::change_key(&db, key).map_err(BackupError::from)?;
    db.close().map_err(|(_, error)| BackupError::from(error))?;
    let head = EventRef { device: device.id, seq: 0 };
    let anchor = Anchors::of(place).prepare(head, Digest::default()).map_err(BackupError::from)?;
    anchor.keep().map_err(BackupError::from)?;
    appear(place, new, key, keep)?;
    Ok(true)
}

fn make(db: &mut Connection, town: &str, device: &NewDevice) -> Result<(), BackupError> {
    connect::migrate(db)?;
    let sql = db.transaction()?;
    let reader = Reader::new(&sql);
    let enrolment = reader.enrolment()?.ok_or(BackupError::NotEnrolled)?;
    if enrolment.town != town {
        return Err(BackupError::OtherTown(enrolment.town));
    }
    for own in reader.own_desks()? {
        let (here, there) = (reader.chain_head(own.id)?, reader.acknowledged(own.id)?);
        // What the service has not heard may never come there, and then this desk alone would have it.
        if here != there {
            return Err(BackupError::Unsent);
        }
        seen::heard(&sql, EventRef { device: own.id, seq: here.0 })?;
    }
    sql.execute_batch(OWN)?;
    sql.execute_batch(UNUSED)?;
    let _ = sql.execute(
        "INSERT INTO device (id, code, since) VALUES (?1, '', ?2)",
        params![device.id.0.into_bytes(), device.now.to_rfc3339()],
    )?;
    kreis::begin_at(&sql, &enrolment)?;
    sql.commit().map_err(StoreError::from)?;
    Ok(())
}
