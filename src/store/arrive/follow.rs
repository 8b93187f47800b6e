//! Takes a whole piece of another desk's chain where it just follows what is here: the usual way, and then most questions
//! need not be asked for each event. Whatever is otherwise is taken event by event.

use crate::domain::case::CaseEvent;
use crate::domain::event::{Outline, Payload, Recorded, Subject};
use crate::domain::id::Digest;
use crate::domain::person::PersonEvent;
use crate::store::arrive::Read;
use crate::store::tx::Tx;
use crate::store::{Arrival, StoreError, later, log, seen};
use rusqlite::{OptionalExtension as _, ToSql, params};

/// An event that arrived in a piece of a chain that was checked: its numbers follow, its hashes, and what binds its payload.
#[derive(Debug, Clone, Copy)]
pub struct Followed<'a> {
    /// What every version reads of it.
    pub outline: &'a Outline,
    /// The bytes that were hashed.
    pub envelope: &'a [u8],
    /// Salt and bytes; nothing where it was erased.
    pub payload: Option<(&'a [u8; 16], &'a [u8])>,
}

impl Tx<'_> {
    /// Takes a checked piece of another desk's chain and gives how many events of it are new.
    pub fn insert_chain(&mut self, piece: &[Followed<'_>]) -> Result<u64, StoreError> {
        if self.is_next(piece)? {
            return self.follow(piece);
        }
        let mut new = 0;
        for event in piece {
            new += u64::from(self.insert_foreign(event.envelope, event.payload)? != Arrival::Known);
        }
        Ok(new)
    }

    /// Whether the piece follows the last event of its desk that is here, nothing of it was named by a destruction list or
    /// judged before it came, and nothing is missing before it.
    fn is_next(&self, piece: &[Followed<'_>]) -> Result<bool, StoreError> {
        let (Some(first), Some(last)) = (piece.first(), piece.last()) else { return Ok(false) };
        let (first, last) = (first.outline, last.outline);
        let device = first.device;
        if device == self.device.id || (first.seq, first.prev) != next(log::head(self.db, device)?) {
            return Ok(false);
        }
        let device = device.0.into_bytes();
        let heard = "SELECT seq FROM heard WHERE device = ?1";
        let heard: Option<i64> =
            self.db.prepare_cached(heard)?.query_row([device], |row| row.get(0)).optional()?;
        let range: [&dyn ToSql; 3] = [&device, &first.seq.cast_signed(), &last.seq.cast_signed()];
        let known = "SELECT EXISTS (SELECT 1 FROM erased WHERE device = ?1 AND seq BETWEEN ?2 AND ?3) \
                     OR EXISTS (SELECT 1 FROM verdict WHERE device = ?1 AND seq BETWEEN ?2 AND ?3)";
        let known: bool = self.db.prepare_cached(known)?.query_row(range, |row| row.get(0))?;
        Ok(heard.unwrap_or_default().cast_unsigned() + 1 == first.seq && !known)
    }

    fn follow(&mut self, piece: &[Followed<'_>]) -> Result<u64, StoreError> {
        let mut next = piece.iter().skip(1);
        for Followed { outline, envelope, payload } in piece {
            // The chain was checked: the next one names this one's digest.
            let hash = next.next().map_or_else(|| Digest::of(&[envelope]), |next| next.outline.prev);
            let subject = outline.subject.parse().ok();
            let known = self.known_events(subject)?;
            log::insert(self.db, outline, (envelope, hash), *payload)?;
            seen::says(self.db, outline)?;
            let read = self.read_payload(outline, payload.map(|(_, bytes)| bytes))?;
            if read == Read::Later {
                later::park(self.db, outline.id())?;
            }
            let Some(subject) = subject else { continue };
            self.touch(subject);
            self.know(subject, known, outline, payload.is_some(), read);
        }
        if let Some(last) = piece.last() {
            seen::heard(self.db, last.outline.id())?;
        }
        Ok(piece.len() as u64)
    }

    /// What happened to a case or a person so far, where that is known without reading it: it was read before, or it begins.
    fn known_events(&mut self, subject: Option<Subject>) -> Result<Known, StoreError> {
        let known = match subject {
            Some(Subject::Case(case)) => self.cases.get_mut().remove(&case).map(Known::Case),
            Some(Subject::Person(person)) => self.persons.get_mut().remove(&person).map(Known::Person),
            _ => return Ok(Known::Nothing),
        };
        Ok(match (known, subject) {
            (Some(known), _) => known,
            (None, Some(subject)) if self.is_new(subject)? => match subject {
                Subject::Person(_) => Known::Person(Vec::new()),
                _ => Known::Case(Vec::new()),
            },
            _ => Known::Nothing,
        })
    }

    /// Keeps what is known of the subject, with what was just read.
    fn know(&mut self, subject: Subject, known: Known, outline: &Outline, is_here: bool, read: Read) {
        match (subject, known) {
            (Subject::Case(case), Known::Case(mut events)) => {
                let event = if let Read::Case(event) = read { Some(*event) } else { None };
                events.push(recorded(outline, is_here, event));
                let _ = self.cases.get_mut().insert(case, events);
            }
            (Subject::Person(person), Known::Person(mut events)) => {
                let event = if let Read::Person(event) = read { Some(event) } else { None };
                events.push(recorded(outline, is_here, event));
                let _ = self.persons.get_mut().insert(person, events);
            }
            _ => {}
        }
    }

    fn is_new(&self, subject: Subject) -> Result<bool, StoreError> {
        let sql = "SELECT NOT EXISTS (SELECT 1 FROM event WHERE subject = ?1)";
        Ok(self.db.prepare_cached(sql)?.query_row(params![subject.to_string()], |row| row.get(0))?)
    }
}

/// What happened to a subject before the event.
enum Known {
    Case(Vec<Recorded<CaseEvent>>),
    Person(Vec<Recorded<PersonEvent>>),
    /// It would have to be read, or is never asked for.
    Nothing,
}

/// Number and predecessor's hash of the event that follows a head.
fn next((seq, hash): (u64, Digest)) -> (u64, Digest) {
    (seq + 1, hash)
}

/// As it would be read from the log.
fn recorded<E>(outline: &Outline, is_here: bool, event: Option<E>) -> Recorded<E> {
    let payload = match event {
        Some(event) => Payload::Known(event),
        None if is_here => Payload::Unknown,
        None => Payload::Erased,
    };
    let (id, parents) = (outline.id(), outline.parents.clone());
    Recorded { id, parents, at: outline.at, actor: outline.actor, payload }
}
