//! What can be asked of one state of the database. Changes nothing; lists and search are `read`'s.

use super::error::StoreError;
use super::log::{self, Logged};
use super::{same, seen};
use crate::domain::case::Case;
use crate::domain::event::{Recorded, Subject};
use crate::domain::id::{CaseId, DeviceId, Digest, EventRef, PersonId, UserId};
use crate::domain::person::{Person, PersonEvent};
use crate::domain::seen::Seen;
use crate::domain::town::{Town, TownEvent};
use crate::domain::user::User;
use rusqlite::Connection;
use std::collections::BTreeSet;

/// One state of the database: nothing that is written meanwhile is seen.
#[derive(Debug)]
pub struct Reader<'c> {
    pub(super) db: &'c Connection,
    /// Nothing else is seen, where this is given.
    seen: Option<Seen>,
}

/// The desk that this database writes as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Identity.
    pub id: DeviceId,
    /// What its numbers bear: `A`.
    pub code: String,
}

impl<'c> Reader<'c> {
    pub(super) fn new(db: &'c Connection) -> Self {
        Self { db, seen: None }
    }

    /// What its desk knew of cases, persons, users and the town when an event was written, whichever desk asks. Lists are
    /// of now. Refused as long as some of it has not arrived here.
    pub fn as_of(&self, event: EventRef) -> Result<Self, StoreError> {
        let seen = seen::before(self.db, event)?;
        let is_here = log::find(self.db, event)?.is_some();
        if !is_here || !seen::is_here(self.db, self.device()?.id, &seen)? {
            return Err(StoreError::NotAnEvent("what it rests on has not arrived"));
        }
        Ok(Self { db: self.db, seen: Some(seen) })
    }

    /// What the questions of [`super::read`] are put to: `read::cases(reader.rows(), …)`. Never written to directly.
    pub fn rows(&self) -> &'c Connection {
        self.db
    }

    /// A case, folded from its events; `None` until its opening has arrived.
    pub fn case(&self, id: CaseId) -> Result<Option<Case>, StoreError> {
        Ok(Case::fold(id, &log::recorded(self.db, Subject::Case(id), self.seen.as_ref())?))
    }

    /// A person or business, by any of its records.
    pub fn person(&self, id: PersonId) -> Result<Option<Person>, StoreError> {
        same::person(self.db, id, self.seen.as_ref(), |id| self.person_log(id))
    }

    /// What happened to one record of a person, as it was written.
    pub fn person_log(&self, id: PersonId) -> Result<Vec<Recorded<PersonEvent>>, StoreError> {
        log::recorded(self.db, Subject::Person(id), self.seen.as_ref())
    }

    /// One record of a person alone, as it was entered.
    pub fn record(&self, id: PersonId) -> Result<Option<Person>, StoreError> {
        Ok(Person::fold(id, &log::recorded(self.db, Subject::Person(id), self.seen.as_ref())?))
    }

    /// All records that are one person with this one, the oldest first.
    pub fn records(&self, id: PersonId) -> Result<BTreeSet<PersonId>, StoreError> {
        same::records(self.db, id, self.seen.as_ref())
    }

    /// Somebody who works here.
    pub fn user(&self, id: UserId) -> Result<Option<User>, StoreError> {
        Ok(User::fold(id, &log::recorded(self.db, Subject::User(id), self.seen.as_ref())?))
    }

    /// Everybody who works here or did, by name.
    pub fn users(&self) -> Result<Vec<User>, StoreError> {
        let mut users = Vec::new();
        let _ = log::in_batches(self.db, "user", 1000, |subjects| {
            for subject in subjects {
                if let Subject::User(id) = subject {
                    users.extend(self.user(*id)?);
                }
            }
            Ok(true)
        })?;
        users.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
        Ok(users)
    }

    /// The town's values.
    pub fn town(&self) -> Result<Town, StoreError> {
        Ok(Town::fold(&log::recorded(self.db, Subject::Town, self.seen.as_ref())?))
    }

    /// What happened to the town, in the order in which it came here.
    pub fn town_events(&self) -> Result<Vec<Recorded<TownEvent>>, StoreError> {
        log::recorded(self.db, Subject::Town, self.seen.as_ref())
    }

    /// The desk that writes here.
    pub fn device(&self) -> Result<Device, StoreError> {
        let mut statement = self.db.prepare_cached("SELECT id, code FROM device ORDER BY n DESC LIMIT 1")?;
        Ok(statement.query_row([], |row| {
            Ok(Device { id: DeviceId(uuid::Uuid::from_bytes(row.get(0)?)), code: row.get(1)? })
        })?)
    }

    /// The last event of the desk that this one goes on from, and its hash; nothing for a desk that began empty.
    pub fn continues(&self) -> Result<Option<(EventRef, Digest)>, StoreError> {
        let sql = "SELECT continues, continues_seq, continues_hash FROM device ORDER BY n DESC LIMIT 1";
        let (device, seq, hash): (Option<[u8; 16]>, Option<i64>, Option<[u8; 32]>) =
            self.db.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let head = device.zip(seq).zip(hash);
        Ok(head.map(|((device, seq), hash)| {
            let device = DeviceId(uuid::Uuid::from_bytes(device));
            (EventRef { device, seq: seq.cast_unsigned() }, Digest(hash))
        }))
    }

    /// Everything that happened to the subject, as it was written.
    pub fn events(&self, subject: Subject) -> Result<Vec<Logged>, StoreError> {
        log::logged(self.db, &subject.to_string())
    }
}
