//! Tills: what a desk's chain says of money, and closings. Decides nothing and adds nothing up.

use super::error::StoreError;
use super::reader::Reader;
use super::tx::{Stamp, Tx};
use super::{blob, log, read};
use crate::domain::case::{CaseEvent, Paid};
use crate::domain::event::{Payload, Subject};
use crate::domain::id::{CaseId, ClosingId, DeviceId, EventRef};
use crate::domain::till::{Closing, ClosingEvent, Stretch};
use crate::domain::town::TownEvent;
use chrono::NaiveDate;
use rusqlite::{OptionalExtension as _, params};
use std::collections::{BTreeMap, BTreeSet};

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

    /// The receipt's number.
    pub fn receipt(&self) -> String {
        match &self.what {
            What::Paid(paid) => paid.receipt.clone(),
            What::Cancelled { receipt, .. } => receipt.clone(),
        }
    }

    /// Whether the receipt is cancelled by it.
    pub fn cancels(&self) -> bool {
        matches!(self.what, What::Cancelled { .. })
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

    /// The desk that this one goes on for, and whether another machine is known to work as that one.
    pub fn goes_on_for(&self, device: DeviceId) -> Result<Option<(DeviceId, bool)>, StoreError> {
        Ok(self.continued()?.get(&device).map(|(after, twin)| (after.device, *twin)))
    }

    /// The desks whose money lies in the same box: those that a desk goes on for one after the other, and what else went on for
    /// one of them after its database had been put back. With `twin`, the one before counts though another machine works as it.
    pub fn same_box(&self, device: DeviceId, twin: bool) -> Result<Vec<DeviceId>, StoreError> {
        let continued = self.continued()?;
        let mut same: Vec<DeviceId> = Vec::new();
        let mut at = device;
        while let Some((after, is_twin)) = continued.get(&at) {
            if (*is_twin && !(twin && at == device)) || same.contains(&after.device) {
                break;
            }
            same.push(after.device);
            at = after.device;
        }
        let mut next = 0;
        while let Some(before) = same.get(next).copied() {
            let beside = continued.iter().filter(|(_, (of, is_twin))| of.device == before && !is_twin);
            for (beside, _) in beside {
                if *beside != device && !same.contains(beside) {
                    same.push(*beside);
                }
            }
            next += 1;
        }
        Ok(same)
    }

    /// After which event of another desk a desk goes on, and whether another machine worked as that one.
    fn continued(&self) -> Result<BTreeMap<DeviceId, (EventRef, bool)>, StoreError> {
        let events = self.town_events()?.into_iter();
        let edges = events.filter_map(|event| match event.payload {
            Payload::Known(TownEvent::DeskContinued { after, twin, .. }) => {
                Some((event.id.device, (after, twin)))
            }
            _ => None,
        });
        Ok(edges.collect())
    }

    /// Whether another machine was found to work as the desk.
    pub fn has_twin(&self, device: DeviceId) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM device WHERE id = ?1 AND shared IS NOT NULL)";
        Ok(self.db.prepare_cached(sql)?.query_row([device.0.into_bytes()], |row| row.get(0))?)
    }

    /// The letters of a desk, where they are known here.
    pub fn code_of(&self, device: DeviceId) -> Result<Option<String>, StoreError> {
        let sql = "SELECT code FROM device WHERE id = ?1 UNION SELECT code FROM town_desk WHERE device = ?1 LIMIT 1";
        let mut statement = self.db.prepare_cached(sql)?;
        Ok(statement.query_row([device.0.into_bytes()], |row| row.get(0)).optional()?)
    }

    /// What a till's closing over these stretches has to count, in the order of the chains, what it inherited first. What a desk
    /// took along from the chain that it left, closed already, is in that closing.
    pub fn to_count(
        &self,
        own: Stretch,
        inherited: &[Stretch],
        since: Option<NaiveDate>,
    ) -> Result<Vec<Booked>, StoreError> {
        let mut booked = Vec::new();
        for part in inherited.iter().rev().chain([&own]) {
            booked.extend(self.booked(part.device, part.after, part.upto)?);
        }
        let closed = self.brought_along(own.device)?;
        // The other machine may have given out the same numbers after what both have.
        let common = self.continued()?.get(&own.device).map(|(after, _)| *after);
        let is_own = |id: EventRef| {
            id.device == own.device
                || common.is_some_and(|common| id.device == common.device && id.seq <= common.seq)
        };
        booked.retain(|one| {
            since.is_none_or(|since| one.on() >= since)
                && !(is_own(one.id) && closed.contains(&(one.receipt(), one.cancels())))
        });
        Ok(booked)
    }

    /// What closings count that a desk brought along from the chain that it left: they bear another desk's letters.
    fn brought_along(&self, device: DeviceId) -> Result<BTreeSet<(String, bool)>, StoreError> {
        let Some(code) = self.code_of(device)? else { return Ok(BTreeSet::new()) };
        let mut counted = BTreeSet::new();
        for id in read::closings_brought(self.db, device, &code)? {
            let bookings = self.closing(id)?.map(|closing| closing.closed.bookings).unwrap_or_default();
            counted.extend(bookings.into_iter().map(|booking| (booking.receipt, booking.cancels)));
        }
        Ok(counted)
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
