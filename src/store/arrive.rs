//! Takes other desks' events, in any order: checks what binds them, parks what cannot be folded yet. Judges no role.

mod follow;

pub use follow::Followed;

use super::error::StoreError;
use super::tx::Tx;
use super::{erase, later, log, seen};
use crate::domain::case::CaseEvent;
use crate::domain::disposal::DisposalEvent;
use crate::domain::event::{Outline, Subject, VERSION};
use crate::domain::id::{Digest, EventRef};
use crate::domain::person::PersonEvent;
use crate::domain::till::ClosingEvent;
use crate::domain::town::TownEvent;
use crate::domain::user::{Role, UserEvent};

/// What became of an event that arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// It is in the log, and in the tables as soon as all its parents are.
    Taken,
    /// It was here already.
    Known,
    /// It is in the log and is passed on; a later version can read it ("Aktualisierung nötig").
    Later,
}

/// What this program reads in an event.
#[derive(Debug, PartialEq)]
enum Read {
    /// It happened to a case.
    Case(Box<CaseEvent>),
    /// It happened to a person.
    Person(PersonEvent),
    /// It happened to something else, or its payload was erased.
    Other,
    /// Nothing: a later program wrote it.
    Later,
}

impl Tx<'_> {
    /// Takes an event of another desk. `payload` is its salt and bytes, nothing where it was erased.
    pub fn insert_foreign(
        &mut self,
        envelope: &[u8],
        payload: Option<(&[u8; 16], &[u8])>,
    ) -> Result<Arrival, StoreError> {
        let outline: Outline =
            serde_json::from_slice(envelope).map_err(|_| StoreError::NotAnEvent("unreadable envelope"))?;
        let (id, hash) = (outline.id(), Digest::of(&[envelope]));
        if let Some((known, _)) = log::find(self.db, id)? {
            return if known == hash { Ok(Arrival::Known) } else { Err(StoreError::Fork(id)) };
        }
        if outline.device == self.device.id || !self.fits(&outline, hash)? {
            return Err(StoreError::Fork(id));
        }
        if outline.alg == "sha256"
            && payload.is_some_and(|(salt, bytes)| !log::is_bound(&outline, salt, bytes))
        {
            return Err(StoreError::NotAnEvent("payload does not match its envelope"));
        }
        // What was erased stays so, whoever still had it.
        let payload = if erase::is_named(self.db, id, &outline.subject)? { None } else { payload };
        log::insert(self.db, &outline, (envelope, hash), payload)?;
        seen::says(self.db, &outline)?;
        seen::arrived(self.db, id)?;
        let arrival = if self.is_read(&outline, payload.map(|(_, bytes)| bytes))? {
            Arrival::Taken
        } else {
            later::park(self.db, id)?;
            Arrival::Later
        };
        if let Ok(subject) = outline.subject.parse() {
            self.touch(subject);
        }
        Ok(arrival)
    }

    /// Whether this program understands the event; the number in it is noted then.
    pub(super) fn is_read(&mut self, outline: &Outline, payload: Option<&[u8]>) -> Result<bool, StoreError> {
        Ok(self.read_payload(outline, payload)? != Read::Later)
    }

    /// The same, and what happened to a case or a person.
    fn read_payload(&mut self, outline: &Outline, payload: Option<&[u8]>) -> Result<Read, StoreError> {
        let Some(subject) = understood(outline).filter(|_| outline.ver <= VERSION) else {
            return Ok(Read::Later);
        };
        let Some(bytes) = payload else { return Ok(Read::Other) };
        let is_read = match subject {
            Subject::Case(case) => {
                let Ok(event) = serde_json::from_slice::<CaseEvent>(bytes) else { return Ok(Read::Later) };
                self.note_number(outline.id(), case, &event, false)?;
                return Ok(Read::Case(Box::new(event)));
            }
            Subject::Person(_) => {
                return Ok(serde_json::from_slice(bytes).map_or(Read::Later, Read::Person));
            }
            Subject::User(_) => serde_json::from_slice::<UserEvent>(bytes).is_ok(),
            Subject::Closing(_) => serde_json::from_slice::<ClosingEvent>(bytes).is_ok(),
            Subject::Town => serde_json::from_slice::<TownEvent>(bytes).is_ok(),
            Subject::Disposal(_) => match serde_json::from_slice::<DisposalEvent>(bytes) {
                Ok(event) => {
                    if event.erases().is_some() {
                        erase::wait(self.db, outline.id())?;
                    }
                    true
                }
                Err(_) => false,
            },
        };
        Ok(if is_read { Read::Other } else { Read::Later })
    }

    /// Whether the event follows its predecessor and its successor follows it, as far as they are here.
    fn fits(&self, outline: &Outline, hash: Digest) -> Result<bool, StoreError> {
        let beside = |seq| log::find(self.db, EventRef { device: outline.device, seq });
        let Some(before) = outline.seq.checked_sub(1) else { return Ok(false) };
        let follows = match beside(before)? {
            Some((earlier, _)) => earlier == outline.prev,
            None => before > 0 || outline.prev == Digest::default(),
        };
        let followed = beside(outline.seq + 1)?.is_none_or(|(_, prev)| prev == hash);
        Ok(follows && followed)
    }
}

/// What an envelope is about, where this program knows such subjects and roles.
fn understood(outline: &Outline) -> Option<Subject> {
    let knows = Role::ALL.iter().any(|role| role.name() == outline.role);
    outline.subject.parse().ok().filter(|_| knows)
}
