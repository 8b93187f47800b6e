//! The receipts of a day and their cancelling, and whether the whole file is sound. Counts no till.

pub use crate::store::read::ReceiptRow;
pub use crate::store::{Check, Report};

use super::Desk;
use super::error::DeskError;
use super::money::cancel;
use super::session::Session;
use crate::domain::id::{CaseId, PaperId};
use crate::domain::problem::Problem;
use crate::store::read;
use chrono::NaiveDate;

impl Desk {
    /// Looks at the whole file: chain, payloads, tables, papers, numbers, anchor.
    pub fn verify(&self) -> Result<Report, DeskError> {
        Ok(self.store.verify()?)
    }

    /// The receipts of a day, by number, cancelled ones too.
    pub fn journal(&self, session: &Session, day: NaiveDate) -> Result<Vec<ReceiptRow>, DeskError> {
        self.query(|db| read::receipts_of_day(db, &session.reads, day))
    }

    /// Cancels a receipt by its number; what it paid is owed again. Gives the case and the paper that says
    /// so, where one could be made.
    pub fn cancel_receipt(
        &self,
        session: &Session,
        number: &str,
        reason: &str,
    ) -> Result<(CaseId, Option<PaperId>), DeskError> {
        let unknown = || Problem::error("receipt", "receipt-unknown").with("receipt", number);
        let rows = self.query(|db| read::receipt_by_number(db, &session.reads, number))?;
        let (case, _) = rows.into_iter().find_map(|row| row.case).ok_or_else(unknown)?;
        let paper = self.act_as(session, |hand| cancel(hand, case, number.to_owned(), reason.to_owned()))?;
        Ok((case, paper))
    }
}
