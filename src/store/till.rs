//! Tills: what a desk's chain says of money, and closings. Decides nothing and adds nothing up.

use super::error::StoreError;
use super::reader::Reader;
use super::tx::{Stamp, Tx};
use super::{blob, log, read};
use crate::domain::case::{CaseEvent, Paid};
use crate::domain::event::Subject;
use crate::domain::id::{CaseId, ClosingId, DeviceId, EventRef};
use crate::domain::till::{Closing, ClosingEvent};
use chrono::NaiveDate;
use rusqlite::params;
use std::collections::BTreeSet;

/// Money that came in or went back, as a desk wrote it down. Whatever was judged of it since: the money was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booked {
    /// The event.
    pub id: EventRef,
    /// The case.
    pub case: CaseId,
    /// What was booked.
    pub what: What,
}

/// What was booked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Money came in.
    Paid(Paid),
    /// A receipt was cancelled and its money went back.
    Cancelled {
        /// The receipt.
        receipt: String,
        /// Why.
        reason: String,
        /// When.
        on: NaiveDate,
    },
}

impl Booked {
    /// Its day.
    pub fn on(&self) -> NaiveDate {
        match &self.what {
            What::Paid(paid) => paid.paid_on,
            What::Cancelled { on, .. } => *on,
        }
    }
}

impl Reader<'_> {
    /// A daily closing.
    pub fn closing(&self, id: ClosingId) -> Result<Option<Closing>, StoreError> {
        Ok(Closing::fold(id, &log::recorded(self.db, Subject::Closing(id), None)?))
    }

    /// The last event of a desk's chain that is here.
    pub fn head_of(&self, device: DeviceId) -> Result<u64, StoreError> {
        Ok(log::head(self.db, device)?.0)
    }

    /// The desks that have written anything about money.
    pub fn tills(&self) -> Result<Vec<DeviceId>, StoreError> {
        let sql = "SELECT DISTINCT device FROM event WHERE kind IN ('paid', 'receipt_cancelled') \
                   UNION SELECT device FROM closing_row ORDER BY 1";
        let mut statement = self.db.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| Ok(DeviceId(uuid::Uuid::from_bytes(row.get(0)?))))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What a desk's chain says of money after one event and up to another, in its order. What was erased after its term is
    /// left out.
    pub fn booked(&self, device: DeviceId, after: u64, upto: u64) -> Result<Vec<Booked>, StoreError> {
        let mut statement = self.db.prepare_cached(
            "SELECT e.seq, e.subject, p.bytes FROM event e INDEXED BY event_of_money JOIN payload p USING (n) \
             WHERE e.device = ?1 AND e.seq > ?2 AND e.seq <= ?3 AND e.kind IN ('paid', 'receipt_cancelled') \
             ORDER BY e.seq",
        )?;
        let params = params![device.0.into_bytes(), after.cast_signed(), upto.cast_signed()];
        let mut rows = statement.query(params)?;
        let mut booked = Vec::new();
        while let Some(row) = rows.next()? {
            let id = EventRef { device, seq: row.get::<_, i64>(0)?.cast_unsigned() };
            let Ok(Subject::Case(case)) = row.get::<_, String>(1)?.parse() else { continue };
            let bytes = row.get_ref(2)?.as_blob().map_err(rusqlite::Error::from)?;
            let what = match serde_json::from_slice(bytes) {
                Ok(CaseEvent::Paid(paid)) => What::Paid(paid),
                Ok(CaseEvent::ReceiptCancelled { receipt, reason, cancelled_on }) => {
                    What::Cancelled { receipt, reason, on: cancelled_on }
                }
                _ => continue,
            };
            booked.push(Booked { id, case, what });
        }
        Ok(booked)
    }
}

impl Tx<'_> {
    /// Appends to a closing.
    pub fn append_closing(
        &mut self,
        id: ClosingId,
        event: &ClosingEvent,
        stamp: &Stamp,
    ) -> Result<EventRef, StoreError> {
        self.append(Subject::Closing(id), event.kind(), event, stamp)
    }

    /// The head of the own chain, refused where the database is not the newest this desk had: then it closes no till.
    pub fn own_head(&mut self) -> Result<u64, StoreError> {
        Ok(self.newest()?.0)
    }
}

/// Makes the row of a closing, and keeps its paper.
pub(super) fn closing_rows(reader: &Reader<'_>, id: ClosingId) -> Result<(), StoreError> {
    let closing = reader.closing(id)?;
    let paper: BTreeSet<_> = closing.iter().map(|closing| closing.closed.sha256).collect();
    blob::hold(reader.db, &Subject::Closing(id).to_string(), &paper)?;
    match closing {
        Some(closing) => read::project_closing(reader.db, &closing)?,
        None => read::remove_closing(reader.db, id)?,
    }
    Ok(())
}
