//! What was written to a case that was erased meanwhile, by a desk that did not know: it stays until a person decides.
//! Decides nothing.

use super::{KeptReceipt, Subject, Tx, find, keep_receipt, waiting};
use crate::domain::case::CaseEvent;
use crate::domain::disposal::DisposalEvent;
use crate::domain::event::{Payload, Recorded};
use crate::domain::id::{CaseId, EventRef, ListId, PersonId};
use crate::store::error::StoreError;
use crate::store::log;
use crate::store::reader::Reader;
use rusqlite::Connection;

/// What is left of an erased case, or what keeps it here.
#[derive(Debug, Clone, PartialEq)]
pub struct Left {
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub number: String,
    /// Its group, as the read tables name it.
    pub group: String,
    /// The list that it was erased by.
    pub list: ListId,
    /// What was written meanwhile.
    pub events: Vec<Recorded<CaseEvent>>,
    /// Whether it is still whole here, because somebody set a hold meanwhile.
    pub held: bool,
}

fn known(events: Vec<Recorded<CaseEvent>>) -> Vec<Recorded<CaseEvent>> {
    events.into_iter().filter(|event| matches!(event.payload, Payload::Known(_) | Payload::Unknown)).collect()
}

/// Whether an event that is left names the person.
pub(super) fn links(db: &Connection, record: PersonId) -> Result<bool, StoreError> {
    let sql = "SELECT p.bytes FROM erased_case c JOIN event e ON e.subject = c.subject JOIN payload p USING (n) \
               WHERE e.kind = 'person_linked'";
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

impl Reader<'_> {
    /// Everything that was written after it had been erased elsewhere, by the numbers of the cases.
    pub fn left(&self) -> Result<Vec<Left>, StoreError> {
        let sql = "SELECT c.subject, c.number, c.grp, c.list FROM erased_case c WHERE EXISTS \
                   (SELECT 1 FROM event e JOIN payload USING (n) WHERE e.subject = c.subject) ORDER BY c.number";
        let mut statement = self.db.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| {
            Ok((row.get::<_, String>(0)?, row.get(1)?, row.get(2)?, row.get::<_, String>(3)?))
        })?;
        let mut left = Vec::new();
        for row in rows {
            let (subject, number, group, list) = row?;
            if let (Ok(Subject::Case(case)), Ok(Subject::Disposal(list))) = (subject.parse(), list.parse()) {
                let events = known(log::recorded(self.db, Subject::Case(case), None)?);
                left.push(Left { case, number, group, list, events, held: false });
            }
        }
        for id in waiting(self.db)? {
            let Some((outline, DisposalEvent::CaseErased(erased))) = find(self.db, id)? else { continue };
            let Some(case) = self.case(erased.case)? else { continue };
            let unseen = |id: EventRef| !erased.events.contains(&id);
            let events = known(case.timeline).into_iter().filter(|event| unseen(event.id)).collect();
            if let Ok(Subject::Disposal(list)) = outline.subject.parse() {
                let (number, group) = (erased.number, erased.group.name().to_owned());
                left.push(Left { case: erased.case, number, group, list, events, held: true });
            }
        }
        Ok(left)
    }
}

impl Tx<'_> {
    /// Money that was taken meanwhile goes on to be counted, whatever becomes of the rest.
    pub(in crate::store) fn keep_left_receipts(&self, id: CaseId) -> Result<(), StoreError> {
        let subject = Subject::Case(id).to_string();
        let sql = "SELECT grp FROM erased_case WHERE subject = ?1";
        let group = self.db.prepare_cached(sql)?.query_row([&subject], |row| row.get::<_, String>(0));
        let group = match group {
            Err(rusqlite::Error::QueryReturnedNoRows) => return Ok(()),
            other => other?,
        };
        let events: Vec<Recorded<CaseEvent>> = log::recorded(self.db, Subject::Case(id), None)?;
        let cancelled = |number: &str| {
            let cancels = |event: &Recorded<CaseEvent>| matches!(&event.payload, Payload::Known(CaseEvent::ReceiptCancelled { receipt, .. }) if receipt == number);
            events.iter().any(cancels)
        };
        for event in &events {
            match &event.payload {
                Payload::Known(CaseEvent::Paid(paid)) => {
                    let receipt = KeptReceipt {
                        number: paid.receipt.clone(),
                        cents: paid.cents,
                        how: paid.how,
                        paid_on: paid.paid_on,
                        taken_by: event.actor,
                        cancelled: cancelled(&paid.receipt),
                    };
                    keep_receipt(self.db, &subject, &group, &receipt)?;
                }
                Payload::Known(CaseEvent::ReceiptCancelled { receipt, .. }) => {
                    let sql = "UPDATE kept_receipt SET cancelled = 1 WHERE subject = ?1 AND number = ?2";
                    let _ = self.db.prepare_cached(sql)?.execute([&subject, receipt])?;
                }
                _ => {}
            }
        }
        Ok(())
    }
}
