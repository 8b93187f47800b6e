//! Takes a whole piece of another desk's chain where it just follows what is here: the usual way, and then most questions
//! need not be asked for each event. Whatever is otherwise is taken event by event.

use crate::domain::case::CaseEvent;
use crate::domain::event::{Outline, Payload, Recorded, Subject};
use crate::domain::id::{CaseId, Digest};
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
        for Followed { outline, envelope, payload } in piece {
            let subject = outline.subject.parse().ok();
            let known = self.known_events(subject)?;
            log::insert(self.db, outline, envelope, *payload)?;
            seen::says(self.db, outline)?;
            let (is_read, event) = self.read_payload(outline, payload.map(|(_, bytes)| bytes))?;
            if !is_read {
                later::park(self.db, outline.id())?;
            }
            let Some(subject) = subject else { continue };
            self.touch(subject);
            if let (Subject::Case(case), Some(mut events)) = (subject, known) {
                events.push(recorded(outline, payload.is_some(), event));
                let _ = self.cases.get_mut().insert(case, events);
            }
        }
        if let Some(last) = piece.last() {
            seen::heard(self.db, last.outline.id())?;
        }
        Ok(piece.len() as u64)
    }

    /// What happened to a case so far, where that is known without reading it: it was read before, or it begins.
    fn known_events(
        &mut self,
        subject: Option<Subject>,
    ) -> Result<Option<Vec<Recorded<CaseEvent>>>, StoreError> {
        let Some(Subject::Case(case)) = subject else { return Ok(None) };
        if let Some(events) = self.cases.get_mut().remove(&case) {
            return Ok(Some(events));
        }
        Ok(if self.is_new(case)? { Some(Vec::new()) } else { None })
    }

    fn is_new(&self, case: CaseId) -> Result<bool, StoreError> {
        let sql = "SELECT NOT EXISTS (SELECT 1 FROM event WHERE subject = ?1)";
        let subject = Subject::Case(case).to_string();
        Ok(self.db.prepare_cached(sql)?.query_row(params![subject], |row| row.get(0))?)
    }
}

/// Number and predecessor's hash of the event that follows a head.
fn next((seq, hash): (u64, Digest)) -> (u64, Digest) {
    (seq + 1, hash)
}

/// As it would be read from the log.
fn recorded(outline: &Outline, is_here: bool, event: Option<CaseEvent>) -> Recorded<CaseEvent> {
    let payload = match event {
        Some(event) => Payload::Known(event),
        None if is_here => Payload::Unknown,
        None => Payload::Erased,
    };
    let (id, parents) = (outline.id(), outline.parents.clone());
    Recorded { id, parents, at: outline.at, actor: outline.actor, payload }
}
