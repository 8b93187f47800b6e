//! What is due: days by law and reminders, up to a day. Computes no deadline.

use super::case_row::{self, CaseRow};
use super::scope;
use super::sql::{self, Day, Key};
use crate::domain::id::FollowUpId;
use crate::domain::user::Group;
use chrono::NaiveDate;
use rusqlite::{Connection, Result, params};
use std::collections::BTreeSet;

/// What falls on the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DueKind {
    /// A day that the law sets.
    Deadline,
    /// A reminder (Wiedervorlage).
    FollowUp(FollowUpId),
}

/// A day on which something is due.
#[derive(Debug, Clone, PartialEq)]
pub struct DueItem {
    /// The day.
    pub on: NaiveDate,
    /// What falls on it.
    pub kind: DueKind,
    /// What has to be done, or of what to remind.
    pub text: String,
    /// The case.
    pub case: CaseRow,
}

/// Everything that is due up to and with the day in cases that may be read, the earliest first: days by law of open
/// cases, and every reminder that has not served. At most `limit` of each kind.
pub fn due_until(
    conn: &Connection,
    reads: &BTreeSet<Group>,
    until: NaiveDate,
    limit: usize,
) -> Result<Vec<DueItem>> {
    let parts = scope::numbers(&scope::parts(conn, reads)?);
    let limit = sql::int(limit);
    let columns = case_row::COLUMNS;
    let deadlines = format!(
        "SELECT {columns}, c.due_on, c.due_label FROM case_row c INDEXED BY case_by_due
         WHERE c.part IN ({parts}) AND c.open = 1 AND c.next_on <= ?1 AND c.due_on <= ?1
         ORDER BY c.due_on, c.row LIMIT ?2"
    );
    let mut items = sql::all(conn, &deadlines, params![Day(until), limit], |row| {
        let (on, text) = (row.get::<_, Day>(22)?.0, row.get(23)?);
        Ok(DueItem { on, kind: DueKind::Deadline, text, case: case_row::read(row, String::new())? })
    })?;
    let follow_ups = format!(
        "SELECT {columns}, f.due_on, f.text, f.id FROM follow_up_row f INDEXED BY follow_up_by_day
         CROSS JOIN case_row c ON c.row = f.case_row
         WHERE f.done = 0 AND f.due_on <= ?1 AND c.part IN ({parts}) ORDER BY f.due_on LIMIT ?2"
    );
    items.extend(sql::all(conn, &follow_ups, params![Day(until), limit], |row| {
        let (on, text) = (row.get::<_, Day>(22)?.0, row.get(23)?);
        let kind = DueKind::FollowUp(FollowUpId(row.get::<_, Key>(24)?.0));
        Ok(DueItem { on, kind, text, case: case_row::read(row, String::new())? })
    })?);
    items.sort_by_key(|item| item.on);
    Ok(items)
}
