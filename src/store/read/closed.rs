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
}

/// Cases that may be read and were closed up to and with the day, service by service, those that were closed first in front.
/// At most `limit` of each service.
pub fn closed_until(
    conn: &Connection,
    reads: &BTreeSet<Group>,
    until: NaiveDate,
    limit: usize,
) -> Result<Vec<ClosedCase>> {
    let sql = "SELECT id, number, closed_on FROM case_row INDEXED BY case_by_closed
               WHERE part = ?1 AND closed_on <= ?2 ORDER BY closed_on LIMIT ?3";
    let mut closed = Vec::new();
    for part in scope::parts(conn, reads)? {
        closed.extend(sql::all(conn, sql, params![part.part, Day(until), sql::int(limit)], |row| {
            let (id, closed_on) = (CaseId(row.get::<_, Key>(0)?.0), row.get::<_, Day>(2)?.0);
            Ok(ClosedCase { id, number: row.get(1)?, closed_on })
        })?);
    }
    Ok(closed)
}
