//! Numbers: counted in the transaction that uses them. Writes no number's text; that is the domain's.

use super::error::StoreError;
use super::tx::Tx;
use crate::domain::case::CaseEvent;
use crate::domain::event::Subject;
use crate::domain::id::{CaseId, EventRef};
use crate::domain::number::ReceiptNumber;
use rusqlite::{ErrorCode, params};

impl Tx<'_> {
    /// The next number of a case filed at this desk in the year. Gaps are allowed.
    pub fn next_case_count(&mut self, year: i32) -> Result<u64, StoreError> {
        self.next("case", year)
    }

    /// The next receipt number of this desk in the year. The receipt must be booked in this transaction,
    /// or it does not commit: there are no gaps.
    pub fn next_receipt_count(&mut self, year: i32) -> Result<u64, StoreError> {
        let count = self.next("receipt", year)?;
        let number = ReceiptNumber { desk: &self.device.code, year, count }.to_string();
        let _ = self.receipts.insert(number);
        Ok(count)
    }

    fn next(&mut self, what: &str, year: i32) -> Result<u64, StoreError> {
        let _ = self.newest()?;
        let mut statement = self.db.prepare_cached(
            "INSERT INTO counter (device, what, year, last) VALUES (?1, ?2, ?3, 1) \
             ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last",
        )?;
        let last: i64 =
            statement.query_row(params![self.device.id.0.into_bytes(), what, year], |row| row.get(0))?;
        Ok(last.cast_unsigned())
    }

    /// Notes the number that stands in the event, if one does.
    pub(super) fn note_number(
        &mut self,
        id: EventRef,
        case: CaseId,
        event: &CaseEvent,
        own: bool,
    ) -> Result<(), StoreError> {
        let (what, number) = match event {
            CaseEvent::CaseOpened(opened) => ("case", &opened.number),
            CaseEvent::Paid(paid) => ("receipt", &paid.receipt),
            _ => return Ok(()),
        };
        let _ = self.receipts.remove(number);
        let written = self
            .db
            .prepare_cached(
                "INSERT INTO number (device, seq, what, number, subject, own) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                id.device.0.into_bytes(),
                id.seq.cast_signed(),
                what,
                number,
                Subject::Case(case).to_string(),
                own
            ]);
        let doubled = "INSERT OR IGNORE INTO doubled (number) SELECT number FROM number WHERE number = ?1 AND what = ?2 \
                       GROUP BY number HAVING count(*) > 1";
        let _ = self.db.prepare_cached(doubled)?.execute(params![number, what])?;
        match written {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
                Err(StoreError::NumberTaken(number.clone()))
            }
            other => Ok(other.map(drop)?),
        }
    }
}
