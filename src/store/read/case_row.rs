//! A case as lists show it. Reads one; lists stand in `case_list`.

use super::case_list::Cursor;
use super::project_case::plain_code;
use super::scope;
use super::sql::{self, Day, Key, Moment};
use crate::domain::case::Stage;
use crate::domain::id::{CaseId, PersonId, UserId};
use crate::domain::money::Cents;
use crate::domain::user::Group;
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, Result, Row, params};
use std::collections::BTreeSet;

/// A case as lists show it.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseRow {
    /// Identity.
    pub id: CaseId,
    /// Case number.
    pub number: String,
    /// Slug of the service.
    pub service: String,
    /// Name of the service.
    pub service_name: String,
    /// Version of the service.
    pub version: String,
    /// Who may read it.
    pub group: Group,
    /// How far it has come.
    pub stage: Stage,
    /// The step it is in, by the service.
    pub state: String,
    /// Whom lists name.
    pub applicant: Option<PersonId>,
    /// The applicant's name.
    pub applicant_name: String,
    /// Day of receipt.
    pub received_on: NaiveDate,
    /// Day of filing.
    pub filed_on: NaiveDate,
    /// The next day that the law sets.
    pub due_on: Option<NaiveDate>,
    /// What has to have happened by then.
    pub due_label: String,
    /// The next reminder.
    pub follow_up_on: Option<NaiveDate>,
    /// Documents that are needed and not there.
    pub missing: u32,
    /// Who works on it.
    pub assigned: Option<UserId>,
    /// What is still to be paid.
    pub owes: Cents,
    /// Who filed it.
    pub filed_by: UserId,
    /// Answers on which desks disagree.
    pub conflicts: u32,
    /// When the last thing happened to it.
    pub changed_at: DateTime<Utc>,
    /// Where the next page begins if this is the last row of one.
    pub cursor: Cursor,
}

pub const COLUMNS: &str = "c.row, c.id, c.number, c.service, c.service_name, c.version, c.grp, c.stage, c.state,
    c.applicant, c.applicant_name, c.received_on, c.filed_on, c.due_on, c.due_label, c.follow_up_on, c.missing,
    c.assigned, c.owes_cents, c.filed_by, c.conflicts, c.changed_at";

/// Reads [`COLUMNS`]; `key` is the value that the list is sorted by.
pub fn read(row: &Row<'_>, key: String) -> Result<CaseRow> {
    Ok(CaseRow {
        cursor: Cursor { key, row: row.get(0)? },
        id: CaseId(row.get::<_, Key>(1)?.0),
        number: row.get(2)?,
        service: row.get(3)?,
        service_name: row.get(4)?,
        version: row.get(5)?,
        group: scope::group(row.get_ref(6)?.as_str()?),
        stage: stage(row.get_ref(7)?.as_str()?),
        state: row.get(8)?,
        applicant: row.get::<_, Option<Key>>(9)?.map(|key| PersonId(key.0)),
        applicant_name: row.get(10)?,
        received_on: row.get::<_, Day>(11)?.0,
        filed_on: row.get::<_, Day>(12)?.0,
        due_on: row.get::<_, Option<Day>>(13)?.map(|day| day.0),
        due_label: row.get(14)?,
        follow_up_on: row.get::<_, Option<Day>>(15)?.map(|day| day.0),
        missing: row.get(16)?,
        assigned: row.get::<_, Option<Key>>(17)?.map(|key| UserId(key.0)),
        owes: Cents(row.get(18)?),
        filed_by: UserId(row.get::<_, Key>(19)?.0),
        conflicts: row.get(20)?,
        changed_at: row.get::<_, Moment>(21)?.0,
    })
}

fn stage(name: &str) -> Stage {
    [Stage::Filed, Stage::Decided].into_iter().find(|stage| stage.name() == name).unwrap_or(Stage::Closed)
}

/// The case, if it is here and may be read.
pub fn case_by_id(conn: &Connection, reads: &BTreeSet<Group>, case: CaseId) -> Result<Option<CaseRow>> {
    let sql = format!("SELECT {COLUMNS} FROM case_row c WHERE c.id = ?1");
    let found = sql::first(conn, &sql, [Key(case.0)], |row| read(row, String::new()))?;
    Ok(found.filter(|case| reads.contains(&case.group)))
}

/// The case with exactly this number, if it may be read. Should two desks ever have given out one number, the newest.
pub fn case_by_number(conn: &Connection, reads: &BTreeSet<Group>, number: &str) -> Result<Option<CaseRow>> {
    let parts = scope::numbers(&scope::parts(conn, reads)?);
    let sql = format!(
        "SELECT {COLUMNS} FROM case_row c INDEXED BY case_by_number
         WHERE c.part IN ({parts}) AND c.open IN (0, 1) AND c.number = ?1 ORDER BY c.row DESC LIMIT 1"
    );
    sql::first(conn, &sql, params![number.trim()], |row| read(row, String::new()))
}

/// The case with exactly this status code, if it may be read.
pub fn case_by_code(conn: &Connection, reads: &BTreeSet<Group>, code: &str) -> Result<Option<CaseRow>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM case_row c INDEXED BY case_by_code WHERE c.status_code = ?1 ORDER BY c.row DESC LIMIT 1"
    );
    let found = sql::first(conn, &sql, params![plain_code(code)], |row| read(row, String::new()))?;
    Ok(found.filter(|case| reads.contains(&case.group)))
}

/// The cases of the row numbers, in that order, all of which have been found by a question that knew what may be read.
pub fn by_rows(conn: &Connection, rows: &[(String, i64)]) -> Result<Vec<CaseRow>> {
    let sql = format!("SELECT {COLUMNS} FROM case_row c WHERE c.row = ?1");
    let mut found = Vec::with_capacity(rows.len());
    for (key, number) in rows {
        found.extend(sql::first(conn, &sql, [number], |row| read(row, key.clone()))?);
    }
    Ok(found)
}
