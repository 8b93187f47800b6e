//! Cases that were closed up to a day: candidates for destruction. Knows no term and destroys nothing.

use super::scope;
use super::sql::{self, Day, Key};
use crate::domain::id::CaseId;
use crate::domain::user::Group;
use chrono::NaiveDate;
use rusqlite::{Connection, Result, params};
use std::collections::BTreeSet;

/// A closed case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedCase {
    /// The case.
    pub id: CaseId,
    /// Its number: it begins with the entry of the filing plan.
    pub number: String,
    /// When it was closed.
    pub closed_on: NaiveDate,
    /// Its place among those that were closed on that day.
    row: i64,
}

/// Services of which one may read cases, each with the number of its part of the tables.
pub fn readable_services(conn: &Connection, reads: &BTreeSet<Group>) -> Result<Vec<(i64, String)>> {
    let parts = scope::parts(conn, reads)?;
    Ok(parts.into_iter().map(|part| (part.part, part.service)).collect())
}

/// Cases of a service that were closed up to and with the day, those that were closed first in front: at most `limit`, behind
/// the last one of the page before.
pub fn closed_until(
    conn: &Connection,
    part: i64,
    until: NaiveDate,
    behind: Option<&ClosedCase>,
    limit: usize,
) -> Result<Vec<ClosedCase>> {
    let sql = "SELECT id, number, closed_on, row FROM case_row INDEXED BY case_by_closed
               WHERE part = ?1 AND closed_on <= ?2 AND (closed_on, row) > (?3, ?4)
               ORDER BY closed_on, row LIMIT ?5";
    let (day, row) = behind.map_or((NaiveDate::MIN, 0), |last| (last.closed_on, last.row));
    sql::all(conn, sql, params![part, Day(until), Day(day), row, sql::int(limit)], |row| {
        let (id, closed_on) = (CaseId(row.get::<_, Key>(0)?.0), row.get::<_, Day>(2)?.0);
        Ok(ClosedCase { id, number: row.get(1)?, closed_on, row: row.get(3)? })
    })
}
