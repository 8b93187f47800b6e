//! What was opened as a case by an event that does not count: no list shows it, and what people said in it lies in the log all
//! the same. Decides nothing.

use super::{KeptReceipt, blobs_of};
use crate::domain::case::{CaseEvent, Hold, Opened};
use crate::domain::event::{Outline, Subject};
use crate::domain::id::{CaseId, DeviceId, Digest, EventRef, PaperId, PersonId, UserId};
use crate::store::error::StoreError;
use crate::store::log;
use crate::store::reader::Reader;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What never became a case.
#[derive(Debug, Clone, PartialEq)]
pub struct Void {
    /// The id that it would have had.
    pub case: CaseId,
    /// What would have opened it.
    pub opened: Opened,
    /// When the last of it was written.
    pub last: DateTime<Utc>,
    written: Vec<Written>,
}

/// An event of it, whether it counts or not.
#[derive(Debug, Clone, PartialEq)]
struct Written {
    by: UserId,
    what: CaseEvent,
}

impl Void {
    /// The people whom it names.
    pub fn people(&self) -> BTreeSet<PersonId> {
        let named = self.written.iter().filter_map(|written| match &written.what {
            CaseEvent::PersonLinked { person, .. } => Some(*person),
            _ => None,
        });
        named.collect()
    }

    /// What keeps it, and why: what was said last of each kind.
    pub fn holds(&self) -> BTreeMap<Hold, &str> {
        let mut holds = BTreeMap::new();
        for written in &self.written {
            match &written.what {
                CaseEvent::HoldSet { hold, reason, .. } => drop(holds.insert(*hold, reason.as_str())),
                CaseEvent::HoldLifted { hold, .. } => drop(holds.remove(hold)),
                _ => {}
            }
        }
        holds
    }

    /// What stays of money that was taken for it all the same: it lay in the till, whatever was judged.
    pub fn receipts(&self) -> Vec<KeptReceipt> {
        let cancels = |number: &str| {
            let mut all = self.written.iter();
            all.any(
                |one| matches!(&one.what, CaseEvent::ReceiptCancelled { receipt, .. } if receipt == number),
            )
        };
        let kept = self.written.iter().filter_map(|written| match &written.what {
            CaseEvent::Paid(paid) => Some(KeptReceipt {
                number: paid.receipt.clone(),
                cents: paid.cents,
                how: paid.how,
                paid_on: paid.paid_on,
                taken_by: written.by,
                cancelled: cancels(&paid.receipt),
            }),
            _ => None,
        });
        kept.collect()
    }
}

/// What was written of a case, what does not count included.
fn written(db: &Connection, case: CaseId) -> Result<Vec<(Outline, CaseEvent)>, StoreError> {
    let mut all = Vec::new();
    for logged in log::logged(db, &Subject::Case(case).to_string())? {
        let Some((_, bytes)) = &logged.payload else { continue };
        if let Ok(what) = serde_json::from_slice(bytes) {
            all.push((serde_json::from_slice(&logged.envelope)?, what));
        }
    }
    Ok(all)
}

/// Whether what never became a case names the person.
pub(super) fn links(db: &Connection, record: PersonId) -> Result<bool, StoreError> {
    let sql = "SELECT p.bytes FROM event o JOIN verdict v USING (device, seq) JOIN event e ON e.subject = o.subject \
               JOIN payload p ON p.n = e.n WHERE o.kind = 'case_opened' AND e.kind = 'person_linked'";
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let bytes: Vec<u8> = row.get(0)?;
        if matches!(serde_json::from_slice(&bytes), Ok(CaseEvent::PersonLinked { person, .. }) if person == record)
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Subjects whose first event, of this kind, does not count and still says something.
pub(super) fn refused(db: &Connection, kind: &str) -> Result<Vec<Subject>, StoreError> {
    let sql = "SELECT DISTINCT e.subject FROM verdict v JOIN event e USING (device, seq) JOIN payload p ON p.n = e.n \
               WHERE e.kind = ?1 ORDER BY e.subject";
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map([kind], |row| row.get::<_, String>(0))?;
    let subjects: Vec<String> = rows.collect::<Result<_, _>>()?;
    Ok(subjects.into_iter().filter_map(|subject| subject.parse().ok()).collect())
}

impl Reader<'_> {
    /// Everything that never became a case, by id.
    pub fn voids(&self) -> Result<Vec<Void>, StoreError> {
        let mut voids = Vec::new();
        for subject in refused(self.db, "case_opened")? {
            if let Subject::Case(id) = subject {
                voids.extend(self.void(id)?);
            }
        }
        Ok(voids)
    }

    /// What never became a case under this id; nothing of a case, and of what was erased.
    pub fn void(&self, case: CaseId) -> Result<Option<Void>, StoreError> {
        if self.case(case)?.is_some() || self.refused_of(Subject::Case(case), "case_opened")?.is_empty() {
            return Ok(None);
        }
        let events = written(self.db, case)?;
        let opened = events.iter().find_map(|(_, what)| match what {
            CaseEvent::CaseOpened(opened) => Some((**opened).clone()),
            _ => None,
        });
        let last = events.iter().map(|(outline, _)| outline.at).max();
        let written = events.into_iter().map(|(outline, what)| Written { by: outline.actor, what }).collect();
        Ok(opened.zip(last).map(|(opened, last)| Void { case, opened, last, written }))
    }

    /// Whether nobody has looked at something that does not count and is about this.
    pub fn is_unseen(&self, subject: Subject) -> Result<bool, StoreError> {
        let sql =
            "SELECT v.device, v.seq FROM verdict v JOIN event e USING (device, seq) WHERE e.subject = ?1";
        let mut statement = self.db.prepare_cached(sql)?;
        let rows = statement.query_map([subject.to_string()], |row| {
            let device = DeviceId(Uuid::from_bytes(row.get(0)?));
            Ok(EventRef { device, seq: row.get::<_, i64>(1)?.cast_unsigned() })
        })?;
        let refused: Vec<EventRef> = rows.collect::<Result<_, _>>()?;
        let looked_at = self.town()?.looked_at;
        Ok(refused.iter().any(|event| !looked_at.contains(event)))
    }

    /// Whether anything that was written about it still says something.
    pub fn says(&self, subject: Subject) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM event e JOIN payload USING (n) WHERE e.subject = ?1)";
        Ok(self.db.prepare_cached(sql)?.query_row(params![subject.to_string()], |row| row.get(0))?)
    }

    /// Papers and files that are named in what was written of a case, what does not count included.
    pub(super) fn named_in(&self, case: CaseId) -> Result<BTreeSet<Digest>, StoreError> {
        Ok(written(self.db, case)?.iter().flat_map(|(_, what)| blobs_of(what)).collect())
    }

    /// Papers that were issued in a case, those that do not count included.
    pub(super) fn papers_in(&self, case: CaseId) -> Result<BTreeSet<PaperId>, StoreError> {
        let papers = written(self.db, case)?.into_iter().filter_map(|(_, what)| match what {
            CaseEvent::PaperIssued(issued) => Some(issued.paper),
            _ => None,
        });
        Ok(papers.collect())
    }
}
