//! A desk as which another machine writes too: it is at rest here until the head has decided, and then what this database
//! alone had is written again in the chain of a new desk. Finds no twin itself; the service's answers do.

use super::anchor::{Anchors, Behind, Noted};
use super::error::StoreError;
use super::log;
use super::tx::{Stamp, Tx};
use crate::domain::case::CaseEvent;
use crate::domain::event::{Envelope, Subject};
use crate::domain::id::{DeviceId, EventRef};
use rusqlite::{Connection, OptionalExtension as _, params};
use std::collections::BTreeMap;

/// An event that leaves one chain for another.
pub(super) struct Moved {
    envelope: Envelope,
    payload: Vec<u8>,
}

/// Whether this database may write as the desk: no other machine does, and it is the newest the desk had.
pub(super) fn stands(
    db: &Connection,
    anchors: &Anchors,
    device: DeviceId,
    noted: &Noted,
) -> Result<(), StoreError> {
    let is_let_in: Option<bool> = db
        .prepare_cached("SELECT code <> '' FROM device WHERE id = ?1")?
        .query_row([device.0.into_bytes()], |row| row.get(0))
        .optional()?;
    if is_let_in == Some(false) {
        return Err(Behind::NotLetIn.into());
    }
    match shared(db, device)? {
        Some(shared) => Err(Behind::Twin { shared }.into()),
        None => anchors.check(db, device, noted),
    }
}

/// The last event that database and service have in common, where another machine writes as the desk.
fn shared(db: &Connection, device: DeviceId) -> Result<Option<u64>, StoreError> {
    let mut statement = db.prepare_cached("SELECT shared FROM device WHERE id = ?1")?;
    let shared = statement.query_row([device.0.into_bytes()], |row| row.get::<_, Option<i64>>(0));
    Ok(shared.optional()?.flatten().map(i64::cast_unsigned))
}

/// Takes out what only this database has of a desk that another machine is too. Where there is no such, nothing.
pub(super) fn take_out(db: &Connection, device: DeviceId) -> Result<Vec<Moved>, StoreError> {
    let Some(shared) = shared(db, device)? else { return Ok(Vec::new()) };
    let mut moved = Vec::new();
    for logged in log::chain_after(db, device, shared, usize::MAX)? {
        // What was erased is nowhere else and says nothing any more.
        if let Some((_, payload)) = logged.payload {
            moved.push(Moved { envelope: serde_json::from_slice(&logged.envelope)?, payload });
        }
    }
    for sql in [
        "DELETE FROM payload WHERE n IN (SELECT n FROM event WHERE device = ?1 AND seq > ?2)",
        "DELETE FROM event WHERE device = ?1 AND seq > ?2",
        "DELETE FROM number WHERE device = ?1 AND seq > ?2",
        "DELETE FROM seen WHERE device = ?1 AND seq > ?2",
    ] {
        let _ = db.execute(sql, params![device.0.into_bytes(), shared.cast_signed()])?;
    }
    // The other machine counts on; what is handed out here bears the new letters.
    let _ = db.execute("DELETE FROM counter WHERE device = ?1", [device.0.into_bytes()])?;
    // It is let in as somebody new, with a key of its own.
    db.execute_batch("DELETE FROM enrolment; DELETE FROM acknowledged")?;
    Ok(moved)
}

impl Tx<'_> {
    /// Another machine writes as this desk: up to `shared` both have the same.
    pub fn found_twin(&mut self, shared: u64) -> Result<(), StoreError> {
        let sql = "UPDATE device SET shared = ?2 WHERE id = ?1";
        let _ = self.db.execute(sql, params![self.device.id.0.into_bytes(), shared.cast_signed()])?;
        Ok(())
    }

    /// Writes what left the other chain in this one: who did what and when stays, and what each event rests on.
    pub(super) fn write_again(&mut self, moved: Vec<Moved>) -> Result<(), StoreError> {
        let mut renamed: BTreeMap<EventRef, EventRef> = BTreeMap::new();
        for Moved { envelope, payload } in moved {
            let before = envelope.id();
            let parent = |parent: &EventRef| renamed.get(parent).copied().unwrap_or(*parent);
            let parents = envelope.parents.iter().map(parent).collect();
            let Envelope { at, actor, role, subject, kind, .. } = envelope;
            let written = self.write(subject, &kind, &payload, parents, &Stamp { at, actor, role })?;
            let _ = renamed.insert(before, written);
            if let (Subject::Case(case), Ok(event)) = (subject, serde_json::from_slice::<CaseEvent>(&payload))
            {
                self.note_number(written, case, &event, true)?;
            }
            self.touch(subject);
        }
        Ok(())
    }
}
