//! The journal of all tills over some days, and the same as a file for the town's finance system: one line for each fee that
//! was paid or went back, with what of it is due to others. Posts nothing.

use super::{Entry, cashier, counted_by, entries, paper};
use crate::desk::Desk;
use crate::desk::error::DeskError;
use crate::desk::folder::Purpose;
use crate::desk::outside::write_new;
use crate::desk::paper::day;
use crate::desk::session::Session;
use crate::domain::case::Payment;
use crate::domain::id::{ClosingId, DeviceId};
use crate::domain::money::Cents;
use crate::domain::number::ClosingNumber;
use crate::domain::problem::Problem;
use crate::domain::till::{Item, by_vat};
use crate::paper::template::word;
use crate::store::{Reader, StoreError, read};
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// Which journal is saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Journal {
    /// Of all tills, from one day to another.
    Days(NaiveDate, NaiveDate),
    /// What a closing counts.
    Closing(ClosingId),
}

/// A line of the journal, and the closing that counts it; empty where none does yet.
pub type Line = (Entry, String);

impl Desk {
    /// What all tills that are known here booked from one day to another, by till and in their order.
    pub fn journal_between(
        &self,
        session: &Session,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<Line>, DeskError> {
        cashier(session)?;
        if from > until {
            return Err(Problem::error("until", "journal-days")
                .with("from", from)
                .with("until", until)
                .into());
        }
        self.store.read(|db| {
            let mut lines = Vec::new();
            let counted = counted(db, from)?;
            for device in db.tills()? {
                let mut booked = db.booked(device, 0, db.head_of(device)?)?;
                booked.retain(|booked| (from..=until).contains(&booked.on()));
                for entry in entries(db, &session.reads, booked)? {
                    let closing = counted.get(&(device, entry.receipt.clone(), entry.cancels));
                    let closing = closing.cloned().unwrap_or_default();
                    lines.push((entry, closing));
                }
            }
            Ok(lines)
        })
    }

    /// The same as CSV: UTF-8 with its mark, semicolons, amounts with a comma, as finance systems and spreadsheets here read
    /// it.
    pub fn journal_csv(
        &self,
        session: &Session,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<u8>, DeskError> {
        let lines = self.journal_between(session, from, until)?;
        Ok(written(&lines, &self.tills()?))
    }

    /// What one closing counts, as CSV: also of one that was corrected since.
    pub fn closing_csv(&self, session: &Session, id: ClosingId) -> Result<Vec<u8>, DeskError> {
        let number = self.closing(session, id)?.number;
        let lines: Vec<Line> = self.store.read(|db| {
            let Some(closing) = db.closing(id)? else { return Ok::<_, StoreError>(Vec::new()) };
            let entries = entries(db, &session.reads, counted_by(db, &closing)?)?;
            Ok(entries.into_iter().map(|entry| (entry, number.clone())).collect())
        })?;
        Ok(written(&lines, &self.tills()?))
    }

    /// Saves a journal in a file of its own, whole or not at all. The folder is remembered.
    pub fn save_journal(&self, session: &Session, journal: &Journal, path: &Path) -> Result<(), DeskError> {
        let csv = match journal {
            Journal::Days(from, until) => self.journal_csv(session, *from, *until)?,
            Journal::Closing(closing) => self.closing_csv(session, *closing)?,
        };
        write_new(path, &csv)?;
        self.remember_folder(session, Purpose::Save, path)
    }

    /// The letters of all desks of the town that are known here.
    fn tills(&self) -> Result<BTreeMap<DeviceId, String>, DeskError> {
        Ok(self.store.read(|db| {
            let own = db.own_desks()?.into_iter().map(|desk| (desk.id, desk.code));
            let town = db.town_desks()?.into_iter().map(|desk| (desk.device, desk.code));
            Ok::<_, StoreError>(town.chain(own).filter(|(_, code)| !code.is_empty()).collect())
        })?)
    }
}

/// No day is later in a table, where days are text.
const LAST_DAY: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap();

/// The lines as a file.
fn written(lines: &[Line], tills: &BTreeMap<DeviceId, String>) -> Vec<u8> {
    let mut csv = format!("\u{feff}{}\r\n", word("journal_columns", &[]));
    for (entry, closing) in lines {
        // What another desk gave back lies in its till, whoever wrote the receipt.
        let written = entry.receipt.split('-').next().unwrap_or_default();
        let till = tills.get(&entry.id.device).map_or(written, String::as_str);
        for item in entry.items() {
            csv.push_str(&cells(entry, (till, closing), &item).map(|cell| quoted(&cell)).join(";"));
            csv.push_str("\r\n");
        }
    }
    csv.into_bytes()
}

/// A booking: the desk that wrote it, its receipt and whether that was cancelled.
type Written = (DeviceId, String, bool);

/// The closing that counts a booking, of those from this day on; of one that was corrected, the correction.
fn counted(db: &Reader<'_>, from: NaiveDate) -> Result<HashMap<Written, String>, StoreError> {
    let mut counted = HashMap::new();
    let mut rows = read::closings(db.rows(), from, LAST_DAY, usize::MAX)?;
    rows.sort_by_key(|row| (row.closed_at, row.number));
    for row in rows {
        let Some(closing) = db.closing(row.id)? else { continue };
        let name = ClosingNumber { desk: &row.code, count: row.number }.to_string();
        let inherited = closing.closed.inherited.iter().map(|part| part.device);
        let tills: Vec<DeviceId> = inherited.chain([closing.event.device]).collect();
        for booking in closing.closed.bookings {
            for till in &tills {
                let _ = counted.insert((*till, booking.receipt.clone(), booking.cancels), name.clone());
            }
        }
    }
    Ok(counted)
}

fn cells(entry: &Entry, (till, closing): (&str, &str), item: &Item) -> [String; 14] {
    let how = word(if entry.how == Payment::Cash { "paid_cash" } else { "paid_card" }, &[]);
    let tax = by_vat(std::slice::from_ref(item)).first().map_or(Cents::ZERO, |(_, _, tax)| *tax);
    let share = item.share.as_ref();
    [
        till.to_owned(),
        closing.to_owned(),
        entry.receipt.clone(),
        day(entry.on),
        entry.case.as_ref().map(|(_, number)| number.clone()).unwrap_or_default(),
        how,
        item.label.clone(),
        item.tariff.clone(),
        paper::vat_name(item.vat),
        plain(item.cents),
        plain(tax),
        share.map(|share| share.to.clone()).unwrap_or_default(),
        share.map(|share| plain(share.cents)).unwrap_or_default(),
        if entry.cancels { word("yes", &[]) } else { String::new() },
    ]
}

/// `-1026,50`: a number that programs read.
fn plain(cents: Cents) -> String {
    let sign = if cents < Cents::ZERO { "-" } else { "" };
    format!("{sign}{},{:02}", cents.0.unsigned_abs() / 100, cents.0.unsigned_abs() % 100)
}

/// A cell as CSV wants it (RFC 4180).
fn quoted(cell: &str) -> String {
    let needs = cell.contains([';', '"', '\n', '\r']);
    if needs { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_and_cells_are_what_programs_read() {
        let amounts = [-102_650, -5, 0, 7].map(|cents| plain(Cents(cents)));
        assert_eq!(amounts, ["-1026,50", "-0,05", "0,00", "0,07"]);
        assert_eq!(quoted("Gebühr; \"klein\""), "\"Gebühr; \"\"klein\"\"\"");
        assert_eq!(quoted("§ 1"), "§ 1");
    }
}
