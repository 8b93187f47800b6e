//! Receipts as the journal shows them. Adds nothing up.

use super::scope;
use super::sql::{self, Day, Key};
use crate::domain::case::Payment;
use crate::domain::id::{CaseId, UserId};
use crate::domain::money::Cents;
use crate::domain::user::Group;
use chrono::NaiveDate;
use rusqlite::{Connection, Result, Row, params};
use std::collections::BTreeSet;

/// A receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptRow {
    /// Receipt number.
    pub number: String,
    /// The case it belongs to, where that may be read: money is counted by whoever counts it, what for stays secret.
    pub case: Option<(CaseId, String)>,
    /// How much.
    pub cents: Cents,
    /// Cash or card.
    pub how: Payment,
    /// What was handed over in cash.
    pub given: Option<Cents>,
    /// Day of payment.
    pub paid_on: NaiveDate,
    /// Who took it.
    pub taken_by: UserId,
    /// Why it was cancelled.
    pub cancelled: Option<String>,
}

/// The name of a way to pay, in the tables.
pub fn how_name(how: Payment) -> &'static str {
    match how {
        Payment::Cash => "cash",
        Payment::Card => "card",
    }
}

const COLUMNS: &str =
    "r.number, c.id, c.number, c.grp, r.cents, r.how, r.given, r.paid_on, r.taken_by, r.cancelled";

fn read(row: &Row<'_>, reads: &BTreeSet<Group>) -> Result<ReceiptRow> {
    let readable = reads.contains(&scope::group(row.get_ref(3)?.as_str()?));
    Ok(ReceiptRow {
        number: row.get(0)?,
        case: if readable { Some((CaseId(row.get::<_, Key>(1)?.0), row.get(2)?)) } else { None },
        cents: Cents(row.get(4)?),
        how: if row.get_ref(5)?.as_str()? == "card" { Payment::Card } else { Payment::Cash },
        given: row.get::<_, Option<i64>>(6)?.map(Cents),
        paid_on: row.get::<_, Day>(7)?.0,
        taken_by: UserId(row.get::<_, Key>(8)?.0),
        cancelled: row.get(9)?,
    })
}

/// The receipts of a day, by number, cancelled ones too. All groups are in it, since the till has one content;
/// whose case it was is told only where it may be read (§ 30 AO).
pub fn receipts_of_day(
    conn: &Connection,
    reads: &BTreeSet<Group>,
    day: NaiveDate,
) -> Result<Vec<ReceiptRow>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM receipt_row r INDEXED BY receipt_by_day
         CROSS JOIN case_row c ON c.row = r.case_row WHERE r.paid_on = ?1 ORDER BY r.number"
    );
    let mut receipts = sql::all(conn, &sql, [Day(day)], |row| read(row, reads))?;
    receipts.extend(kept(conn, day)?);
    receipts.sort_by(|a, b| a.number.cmp(&b.number));
    Ok(receipts)
}

/// What stays of receipts whose case was destroyed after its term.
fn kept(conn: &Connection, day: NaiveDate) -> Result<Vec<ReceiptRow>> {
    let sql = "SELECT number, cents, how, paid_on, taken_by, cancelled FROM kept_receipt INDEXED BY kept_receipt_by_day
               WHERE paid_on = ?1 ORDER BY number";
    sql::all(conn, sql, [Day(day)], |row| {
        Ok(ReceiptRow {
            number: row.get(0)?,
            case: None,
            cents: Cents(row.get(1)?),
            how: if row.get_ref(2)?.as_str()? == "card" { Payment::Card } else { Payment::Cash },
            given: None,
            paid_on: row.get::<_, Day>(3)?.0,
            taken_by: UserId(row.get::<_, Key>(4)?.0),
            cancelled: row.get::<_, bool>(5)?.then(String::new),
        })
    })
}

/// The receipts with exactly this number, of cases that may be read: one, unless a desk's data was put back from an
/// older copy and a number was given out twice.
pub fn receipt_by_number(
    conn: &Connection,
    reads: &BTreeSet<Group>,
    number: &str,
) -> Result<Vec<ReceiptRow>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM receipt_row r INDEXED BY receipt_by_number
         CROSS JOIN case_row c ON c.row = r.case_row WHERE r.grp = ?1 AND r.number = ?2"
    );
    let mut found = Vec::new();
    for group in reads {
        found.extend(sql::all(conn, &sql, params![group.name(), number.trim()], |row| read(row, reads))?);
    }
    Ok(found)
}
