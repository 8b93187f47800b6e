//! The one door for writes: what is appended here commits with its tables, its numbers and its blobs, or not at all.

use super::anchor::{Anchors, Prepared};
use super::error::StoreError;
use super::log;
use super::reader::{Device, Reader};
use super::{Projector, Salts, checkpoint, fold, same, seen, twin};
use crate::domain::case::{Case, CaseEvent};
use crate::domain::event::{
    Envelope, Outline, Payload, Recorded, Subject, code_of_salt, commitment, id_of_salt, next_salt,
};
use crate::domain::fold::Ordered;
use crate::domain::id::{CaseId, Digest, EventRef, PersonId, UserId};
use crate::domain::person::PersonEvent;
use crate::domain::town::TownEvent;
use crate::domain::user::{Role, UserEvent};
use chrono::{DateTime, Utc};
use rusqlite::Connection;
use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use std::cell::RefCell;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;
use uuid::{Builder, Uuid};

/// Who writes, in which role, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// When; no legal date is derived from it.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: UserId,
    /// The role in which they do it.
    pub role: Role,
}

/// An open write transaction. Reads through it see what it has written; lists see it after the commit.
pub struct Tx<'c> {
    pub(super) reader: Reader<'c>,
    pub(super) device: Device,
    pub(super) touched: BTreeSet<Subject>,
    /// Receipt numbers taken and not yet booked.
    pub(super) receipts: BTreeSet<String>,
    /// Blobs put and perhaps not referred to.
    pub(super) blobs: BTreeSet<Digest>,
    pub(super) projector: &'c dyn Projector,
    salts: &'c Salts,
    anchors: &'c Anchors,
    /// Head of the own chain, once it was checked against the anchor.
    chain: Option<(u64, Digest)>,
    appended: bool,
    /// Something arrived that may need blobs which are still at the service.
    pub(super) awaits: bool,
    /// Payloads went: afterwards the write-ahead log, which still has them, is emptied.
    pub(super) erased: bool,
    heads: BTreeMap<Subject, Vec<EventRef>>,
    /// The last salt of each subject that was written here.
    salted: BTreeMap<Subject, [u8; 16]>,
    /// The first salt of each subject, and how many ids were made of it.
    first: BTreeMap<Subject, ([u8; 16], u32)>,
    /// What happened to the cases that were asked for here: an act asks for its case after each of its steps.
    pub(super) cases: RefCell<BTreeMap<CaseId, Vec<Recorded<CaseEvent>>>>,
    /// The same of people, as far as it arrived here as a whole.
    pub(super) persons: RefCell<BTreeMap<PersonId, Vec<Recorded<PersonEvent>>>>,
}

impl<'c> Deref for Tx<'c> {
    type Target = Reader<'c>;
    fn deref(&self) -> &Reader<'c> {
        &self.reader
    }
}

impl<'c> Tx<'c> {
    pub(super) fn new(
        db: &'c Connection,
        projector: &'c dyn Projector,
        salts: &'c Salts,
        anchors: &'c Anchors,
    ) -> Result<Self, StoreError> {
        let reader = Reader::new(db);
        Ok(Self {
            device: reader.device()?,
            reader,
            touched: BTreeSet::new(),
            receipts: BTreeSet::new(),
            blobs: BTreeSet::new(),
            projector,
            salts,
            anchors,
            chain: None,
            appended: false,
            awaits: false,
            erased: false,
            heads: BTreeMap::new(),
            salted: BTreeMap::new(),
            first: BTreeMap::new(),
            cases: RefCell::default(),
            persons: RefCell::default(),
        })
    }

    /// A case with what was appended to it here; `None` until its opening has arrived.
    pub fn case(&self, id: CaseId) -> Result<Option<Case>, StoreError> {
        let mut cases = self.cases.borrow_mut();
        if let Some(events) = cases.get(&id) {
            return Ok(Case::fold(id, events));
        }
        let events = log::recorded(self.db, Subject::Case(id), None)?;
        let case = Case::fold(id, &events);
        let _ = cases.insert(id, events);
        Ok(case)
    }

    /// Appends to a case. Filing it deletes the draft of the same id: twice is once.
    pub fn append_case(
        &mut self,
        id: CaseId,
        event: &CaseEvent,
        stamp: &Stamp,
    ) -> Result<EventRef, StoreError> {
        let parents = self.heads(Subject::Case(id))?;
        let written = self.append(Subject::Case(id), event.kind(), event, stamp)?;
        if let Some(events) = self.cases.get_mut().get_mut(&id) {
            let payload = Payload::Known(event.clone());
            events.push(Recorded { id: written, parents, at: stamp.at, actor: stamp.actor, payload });
        }
        self.note_number(written, id, event, true)?;
        if matches!(event, CaseEvent::CaseOpened(_)) {
            self.delete_draft(id)?;
        }
        Ok(written)
    }

    /// Appends to a person.
    pub fn append_person(
        &mut self,
        id: PersonId,
        event: &PersonEvent,
        stamp: &Stamp,
    ) -> Result<EventRef, StoreError> {
        let written = self.append(Subject::Person(id), event.kind(), event, stamp)?;
        if matches!(event, PersonEvent::PersonsMerged { .. } | PersonEvent::PersonsParted { .. }) {
            same::note(self.db, id, &self.person_log(id)?)?;
        }
        Ok(written)
    }

    /// Appends to a user.
    pub fn append_user(
        &mut self,
        id: UserId,
        event: &UserEvent,
        stamp: &Stamp,
    ) -> Result<EventRef, StoreError> {
        self.append(Subject::User(id), event.kind(), event, stamp)
    }

    /// Appends to the town's values.
    pub fn append_town(&mut self, event: &TownEvent, stamp: &Stamp) -> Result<EventRef, StoreError> {
        self.append(Subject::Town, event.kind(), event, stamp)
    }

    pub(super) fn append<E: Serialize + DeserializeOwned + PartialEq>(
        &mut self,
        subject: Subject,
        kind: &str,
        event: &E,
        stamp: &Stamp,
    ) -> Result<EventRef, StoreError> {
        let parents = self.heads(subject)?;
        let payload = serde_json::to_vec(event)?;
        // What is written today is read for thirty years: better refused than lost.
        if serde_json::from_slice::<E>(&payload).ok().as_ref() != Some(event) {
            return Err(StoreError::NotAnEvent("does not read back as it was written"));
        }
        let written = self.write(subject, kind, &payload, parents, stamp)?;
        let _ = self.heads.insert(subject, vec![written]);
        Ok(written)
    }

    /// Writes the next event of the own chain.
    pub(super) fn write(
        &mut self,
        subject: Subject,
        kind: &str,
        payload: &[u8],
        parents: Vec<EventRef>,
        stamp: &Stamp,
    ) -> Result<EventRef, StoreError> {
        let (seq, prev) = self.newest()?;
        let salt = self.salt(subject)?;
        let envelope = serde_json::to_vec(&Envelope {
            alg: "sha256".to_owned(),
            ver: 1,
            device: self.device.id,
            seq: seq + 1,
            prev,
            at: stamp.at,
            actor: stamp.actor,
            role: stamp.role,
            subject,
            kind: kind.to_owned(),
            parents,
            seen: seen::unsaid(self.db, self.device.id)?,
            payload_commit: commitment(&salt, payload),
        })?;
        let outline: Outline = serde_json::from_slice(&envelope)?;
        let hash = Digest::of(&[&envelope]);
        log::insert(self.db, &outline, (&envelope, hash), Some((&salt, payload)))?;
        seen::says(self.db, &outline)?;
        self.chain = Some((seq + 1, hash));
        self.appended = true;
        if let Subject::Person(id) = subject {
            let _ = self.persons.get_mut().remove(&id);
        }
        let _ = self.touched.insert(subject);
        Ok(outline.id())
    }

    /// A salt that nobody can guess from what is left when the subject is erased: see [`next_salt`].
    fn salt(&mut self, subject: Subject) -> Result<[u8; 16], StoreError> {
        let salt = match self.salted.get(&subject) {
            Some(before) => next_salt(before),
            None => self.first(subject)?.0,
        };
        let _ = self.salted.insert(subject, salt);
        Ok(salt)
    }

    /// The subject's first salt in this transaction, drawn when it is first wanted, and what is counted beside it.
    fn first(&mut self, subject: Subject) -> Result<&mut ([u8; 16], u32), StoreError> {
        Ok(match self.first.entry(subject) {
            Entry::Occupied(there) => there.into_mut(),
            Entry::Vacant(free) => free.insert(((self.salts)().ok_or(StoreError::NoRandomness)?, 0)),
        })
    }

    /// An id for what the next events of the subject bring with them: sorted by time as any other, and nothing that a segment
    /// has to tell ([`id_of_salt`]).
    pub fn id_for(&mut self, subject: Subject, millis: i64) -> Result<Uuid, StoreError> {
        let (salt, made) = self.first(subject)?;
        let random = id_of_salt(salt, *made);
        *made += 1;
        Ok(Builder::from_unix_timestamp_millis(millis.try_into().unwrap_or(0), &random).into_uuid())
    }

    /// What the status code of a case is drawn from that is opened here.
    pub fn code_for(&mut self, case: CaseId) -> Result<[u8; 12], StoreError> {
        Ok(code_of_salt(&self.first(Subject::Case(case))?.0))
    }

    /// The head of the own chain; refused where the database is not the newest this desk had.
    pub(super) fn newest(&mut self) -> Result<(u64, Digest), StoreError> {
        if let Some(chain) = self.chain {
            return Ok(chain);
        }
        twin::stands(self.db, self.anchors, self.device.id, &self.anchors.noted(self.device.id))?;
        let chain = log::head(self.db, self.device.id)?;
        self.chain = Some(chain);
        Ok(chain)
    }

    /// Events of the subject that nothing builds on yet: the parents of the next one.
    pub fn heads(&mut self, subject: Subject) -> Result<Vec<EventRef>, StoreError> {
        if let Some(heads) = self.heads.get(&subject) {
            return Ok(heads.clone());
        }
        let events = log::recorded::<IgnoredAny>(self.db, subject, None)?;
        let heads = Ordered::new(&events).heads();
        let _ = self.heads.insert(subject, heads.clone());
        Ok(heads)
    }

    /// Notes that the subject changed from outside.
    pub(super) fn touch(&mut self, subject: Subject) {
        let _ = self.heads.remove(&subject);
        match subject {
            Subject::Case(id) => drop(self.cases.get_mut().remove(&id)),
            Subject::Person(id) => drop(self.persons.get_mut().remove(&id)),
            _ => {}
        }
        let _ = self.touched.insert(subject);
    }

    /// Brings the tables up to the log and prepares the anchor: the last thing before the commit.
    pub(super) fn settle(&mut self) -> Result<Option<Prepared>, StoreError> {
        if let Some(receipt) = self.receipts.pop_first() {
            return Err(StoreError::ReceiptNotUsed(receipt));
        }
        self.carry_out()?;
        fold::project(self)?;
        if self.erased {
            checkpoint::ask(self.db)?;
        }
        if self.awaits {
            self.note_awaited()?;
        }
        self.drop_unused_blobs()?;
        match self.chain {
            Some((seq, hash)) if self.appended => {
                self.anchors.prepare(EventRef { device: self.device.id, seq }, hash).map(Some)
            }
            _ => Ok(None),
        }
    }
}
