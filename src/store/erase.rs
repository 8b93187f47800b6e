//! Erases what a destruction list names, at every desk: payloads and salts, papers, drafts, rows, words. Envelopes stay, so
//! chains still verify. Proposes nothing; carries out only what a second person confirmed, as far as the log says so.

mod left;
mod person;
mod stands;
mod void;

pub use left::Left;
pub use void::Void;

use super::error::StoreError;
use super::reader::Reader;
use super::tx::{Stamp, Tx};
use super::{fold, log, read};
use crate::domain::case::{CaseEvent, Payment, Signature};
use crate::domain::disposal::{CaseErased, Disposal, DisposalEvent, KeptReceipt};
use crate::domain::event::{Outline, Payload, Recorded, Subject};
use crate::domain::id::{CaseId, DeviceId, Digest, EventRef, ListId, PersonId};
use rusqlite::{Connection, OptionalExtension as _, params};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Whether the event is to have no payload here, whenever it arrives.
pub(super) fn is_named(db: &Connection, id: EventRef, subject: &str) -> Result<bool, StoreError> {
    let mut statement = db.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM erased WHERE device = ?1 AND seq = ?2 AND subject = ?3)",
    )?;
    Ok(statement
        .query_row(params![id.device.0.into_bytes(), id.seq.cast_signed(), subject], |row| row.get(0))?)
}

/// Notes that an event erases: carried out before the transaction commits, or as soon as it can be.
pub(super) fn wait(db: &Connection, id: EventRef) -> Result<(), StoreError> {
    let sql = "INSERT OR IGNORE INTO erasing (device, seq) VALUES (?1, ?2)";
    let _ = db.prepare_cached(sql)?.execute(params![id.device.0.into_bytes(), id.seq.cast_signed()])?;
    Ok(())
}

fn done(db: &Connection, id: EventRef) -> Result<(), StoreError> {
    let sql = "DELETE FROM erasing WHERE device = ?1 AND seq = ?2";
    let _ = db.prepare_cached(sql)?.execute(params![id.device.0.into_bytes(), id.seq.cast_signed()])?;
    Ok(())
}

/// What waits to be carried out, in the order of each chain.
fn waiting(db: &Connection) -> Result<Vec<EventRef>, StoreError> {
    let mut statement = db.prepare_cached("SELECT device, seq FROM erasing ORDER BY device, seq")?;
    let rows = statement.query_map([], |row| {
        let device = DeviceId(Uuid::from_bytes(row.get(0)?));
        Ok(EventRef { device, seq: row.get::<_, i64>(1)?.cast_unsigned() })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// An event about a list: its envelope and what it says; nothing where either is not here.
fn find(db: &Connection, id: EventRef) -> Result<Option<(Outline, DisposalEvent)>, StoreError> {
    let sql =
        "SELECT e.envelope, p.bytes FROM event e JOIN payload p USING (n) WHERE e.device = ?1 AND e.seq = ?2";
    let row = db
        .prepare_cached(sql)?
        .query_row(params![id.device.0.into_bytes(), id.seq.cast_signed()], |row| {
            Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, Vec<u8>>(1)?))
        })
        .optional()?;
    let Some((envelope, payload)) = row else { return Ok(None) };
    let outline = serde_json::from_slice(&envelope)?;
    Ok(serde_json::from_slice(&payload).ok().map(|event| (outline, event)))
}

impl Reader<'_> {
    /// A destruction list.
    pub fn disposal(&self, id: ListId) -> Result<Option<Disposal>, StoreError> {
        Ok(Disposal::fold(id, &log::recorded(self.db, Subject::Disposal(id), None)?))
    }

    /// All destruction lists, the last one first.
    pub fn disposals(&self) -> Result<Vec<Disposal>, StoreError> {
        let mut all = Vec::new();
        let _ = log::in_batches(self.db, "disposal", 100, |subjects| {
            for subject in subjects {
                if let Subject::Disposal(id) = subject {
                    all.extend(self.disposal(*id)?);
                }
            }
            Ok(true)
        })?;
        all.sort_by_key(|list| std::cmp::Reverse((list.at, list.id)));
        Ok(all)
    }

    /// Whether events of the case wait for others that have not arrived.
    pub fn is_parked(&self, case: CaseId) -> Result<bool, StoreError> {
        let events: Vec<Recorded<serde::de::IgnoredAny>> = log::recorded(self.db, Subject::Case(case), None)?;
        Ok(!crate::domain::fold::Ordered::new(&events).parked.is_empty())
    }

    /// The identities of all events about a subject that are here.
    pub fn ids_of(&self, subject: Subject) -> Result<Vec<EventRef>, StoreError> {
        let mut statement =
            self.db.prepare_cached("SELECT device, seq FROM event WHERE subject = ?1 ORDER BY n")?;
        let rows = statement.query_map([subject.to_string()], |row| {
            let device = DeviceId(Uuid::from_bytes(row.get(0)?));
            Ok(EventRef { device, seq: row.get::<_, i64>(1)?.cast_unsigned() })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Papers and attachments that only this case needs, those of what does not count in it included.
    pub fn only_of(&self, case: CaseId) -> Result<Vec<Digest>, StoreError> {
        let mut all = self.held_by(case)?;
        for digest in self.named_in(case)? {
            if self.holders(digest)?.is_empty() {
                let _ = all.insert(digest);
            }
        }
        Ok(all.into_iter().collect())
    }

    fn held_by(&self, case: CaseId) -> Result<BTreeSet<Digest>, StoreError> {
        let sql = "SELECT digest FROM blob_use u WHERE holder = ?1 AND NOT EXISTS \
                   (SELECT 1 FROM blob_use o WHERE o.digest = u.digest AND o.holder <> ?1) ORDER BY digest";
        let mut statement = self.db.prepare_cached(sql)?;
        let rows = statement.query_map([Subject::Case(case).to_string()], |row| row.get(0).map(Digest))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Whether the record is named by a case that is here, a draft, an event that is left of an erased case, or what never became
    /// a case.
    pub fn is_referred(&self, record: PersonId) -> Result<bool, StoreError> {
        if !read::cases_with(self.db, record)?.is_empty() || person::in_draft(self.db, record)? {
            return Ok(true);
        }
        Ok(left::links(self.db, record)? || void::links(self.db, record)?)
    }

    /// Whether anything about the subject was erased.
    pub fn is_erased(&self, subject: Subject) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM erased WHERE subject = ?1)";
        Ok(self.db.prepare_cached(sql)?.query_row([subject.to_string()], |row| row.get(0))?)
    }

    /// The group of a case with that number that was destroyed after its term; nothing where none was.
    pub fn erased_of(&self, number: &str) -> Result<Option<String>, StoreError> {
        let sql = "SELECT grp FROM erased_case WHERE number = ?1";
        Ok(self.db.prepare_cached(sql)?.query_row([number.trim()], |row| row.get(0)).optional()?)
    }
}

impl Tx<'_> {
    /// Appends to a destruction list. What erases is carried out in this transaction.
    pub fn append_disposal(
        &mut self,
        id: ListId,
        event: &DisposalEvent,
        stamp: &Stamp,
    ) -> Result<EventRef, StoreError> {
        let written = self.append(Subject::Disposal(id), event.kind(), event, stamp)?;
        if event.erases().is_some() {
            wait(self.db, written)?;
            self.carry_out()?;
        }
        Ok(written)
    }

    /// Carries out what waits and can be: asked again whenever something arrived.
    pub(super) fn carry_out(&mut self) -> Result<(), StoreError> {
        for id in waiting(self.db)? {
            let Some((outline, event)) = find(self.db, id)? else {
                done(self.db, id)?;
                continue;
            };
            let finished = match stands::check(self, &outline, &event)? {
                stands::Standing::Open => false,
                stands::Standing::Void => true,
                stands::Standing::Counts => match &event {
                    DisposalEvent::CaseErased(erased) => self.erase_case(erased, &outline.subject)?,
                    DisposalEvent::PersonErased { person, events, .. } => {
                        self.erase_person(*person, events)?
                    }
                    _ => true,
                },
            };
            if finished {
                done(self.db, id)?;
            }
        }
        Ok(())
    }

    /// Erases a case; not where somebody here keeps it by what the second person had not seen.
    fn erase_case(&mut self, erased: &CaseErased, list: &str) -> Result<bool, StoreError> {
        let subject = Subject::Case(erased.case);
        if self.is_held_here(erased)? {
            return Ok(false);
        }
        let text = subject.to_string();
        let _ = self
            .db
            .prepare_cached(
                "INSERT OR IGNORE INTO erased_case (subject, number, grp, list) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![text, erased.number, erased.group.name(), list])?;
        for receipt in &erased.receipts {
            keep_receipt(self.db, &text, erased.group.name(), receipt)?;
        }
        self.delete_draft(erased.case)?;
        self.drop_answers(erased.case)?;
        self.forget(subject)?;
        self.drop_payloads(subject, &erased.events)?;
        // At once, not with the others: whoever erases its people asks who still names them.
        if self.case(erased.case)?.is_none() {
            fold::case_is_gone(self, erased.case)?;
        }
        for digest in &erased.blobs {
            self.lose_blob(*digest)?;
        }
        Ok(true)
    }

    /// Whether a hold stands here that the second person had not seen: this desk may have the only copy then.
    fn is_held_here(&self, erased: &CaseErased) -> Result<bool, StoreError> {
        let Some(case) = self.case(erased.case)? else { return Ok(false) };
        let unseen = |event: &&Recorded<CaseEvent>| {
            matches!(event.payload, Payload::Known(CaseEvent::HoldSet { .. }))
                && !erased.events.contains(&event.id)
        };
        Ok(!case.holds().is_empty() && case.timeline.iter().find(unseen).is_some())
    }

    /// Takes payloads and salts out of the log, and keeps those out that arrive later. Only events of the subject.
    fn drop_payloads(&mut self, subject: Subject, events: &[EventRef]) -> Result<(), StoreError> {
        let text = subject.to_string();
        for event in events {
            let key = params![event.device.0.into_bytes(), event.seq.cast_signed(), text];
            for sql in [
                "INSERT OR IGNORE INTO erased (device, seq, subject) VALUES (?1, ?2, ?3)",
                "DELETE FROM payload WHERE n = (SELECT n FROM event WHERE device = ?1 AND seq = ?2 AND subject = ?3)",
                "UPDATE event SET erased = 1 WHERE device = ?1 AND seq = ?2 AND subject = ?3",
                "DELETE FROM later WHERE (device, seq) IN \
                 (SELECT device, seq FROM event WHERE device = ?1 AND seq = ?2 AND subject = ?3)",
            ] {
                let _ = self.db.prepare_cached(sql)?.execute(key)?;
            }
        }
        self.touch(subject);
        self.erased = true;
        Ok(())
    }

    /// Takes out what is no event: print jobs, and who looked at it.
    fn forget(&self, subject: Subject) -> Result<(), StoreError> {
        let text = subject.to_string();
        if let Subject::Case(id) = subject {
            // Of what does not count no row is left that would name its papers.
            for paper in self.papers_in(id)? {
                let jobs = "DELETE FROM print_job WHERE paper = ?1";
                let _ = self.db.prepare_cached(jobs)?.execute([paper.0.into_bytes()])?;
            }
            let runs = "DELETE FROM serial_case WHERE case_id = ?1";
            let _ = self.db.prepare_cached(runs)?.execute([id.0.into_bytes()])?;
            // The words of a run go with the last case that it wrote to.
            let words = "DELETE FROM serial_run WHERE id NOT IN (SELECT run FROM serial_case)";
            let _ = self.db.prepare_cached(words)?.execute([])?;
        }
        let _ = self.db.prepare_cached("DELETE FROM read_audit WHERE subject = ?1")?.execute([text])?;
        Ok(())
    }

    /// A paper that the service has no more. Where something here still needs it, it is sent again.
    fn lose_blob(&mut self, digest: Digest) -> Result<(), StoreError> {
        let _ = self.db.prepare_cached("DELETE FROM blob_sent WHERE digest = ?1")?.execute([digest.0])?;
        let used = "SELECT EXISTS (SELECT 1 FROM blob_use WHERE digest = ?1)";
        if !self.db.prepare_cached(used)?.query_row([digest.0], |row| row.get::<_, bool>(0))? {
            let _ =
                self.db.prepare_cached("DELETE FROM blob_awaited WHERE digest = ?1")?.execute([digest.0])?;
            self.drop_coming(digest)?;
            let _ = self.blobs.insert(digest);
        }
        Ok(())
    }
}

/// Writes down what stays of a receipt.
pub(super) fn keep_receipt(
    db: &Connection,
    subject: &str,
    group: &str,
    receipt: &KeptReceipt,
) -> Result<(), StoreError> {
    let how = match receipt.how {
        Payment::Cash => "cash",
        Payment::Card => "card",
    };
    let _ = db
        .prepare_cached(
            "INSERT OR REPLACE INTO kept_receipt (subject, number, grp, cents, how, paid_on, taken_by, cancelled) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            subject,
            receipt.number,
            group,
            receipt.cents.0,
            how,
            receipt.paid_on.to_string(),
            receipt.taken_by.0.into_bytes(),
            receipt.cancelled,
        ])?;
    Ok(())
}

/// Blobs that events need which are left of a case whose opening was erased.
pub(super) fn left_blobs(db: &Connection, id: CaseId) -> Result<BTreeSet<Digest>, StoreError> {
    let events: Vec<Recorded<CaseEvent>> = log::recorded(db, Subject::Case(id), None)?;
    if !events.iter().any(|event| matches!(event.payload, Payload::Erased)) {
        return Ok(BTreeSet::new());
    }
    let blobs = |event: &Recorded<CaseEvent>| match &event.payload {
        Payload::Known(what) => blobs_of(what),
        _ => Vec::new(),
    };
    Ok(events.iter().flat_map(blobs).collect())
}

/// Papers and files that an event names.
fn blobs_of(event: &CaseEvent) -> Vec<Digest> {
    match event {
        CaseEvent::CaseOpened(opened) => match opened.signature {
            Signature::Scanned { blob } => vec![blob],
            _ => Vec::new(),
        },
        CaseEvent::AttachmentAdded { blob, .. } => vec![*blob],
        CaseEvent::PaperIssued(issued) => vec![issued.sha256],
        CaseEvent::HandedOver(given) => vec![given.bundle.blob],
        CaseEvent::TakenIn(taken) => vec![taken.record, taken.answer.blob],
        CaseEvent::GivenBack(given) => vec![given.bundle.blob],
        _ => Vec::new(),
    }
}
