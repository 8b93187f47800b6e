//! Who looked at whom, when. Written on reading, so it is no part of the file and no event; kept for a term.

use super::sql::{self, Key, Moment};
use crate::domain::event::Subject;
use crate::domain::id::UserId;
use chrono::{DateTime, Utc};
use rusqlite::types::Type;
use rusqlite::{Connection, Error, Result, Row, params};

/// One look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// Number of the entry: where the next page begins.
    pub entry: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who looked.
    pub who: UserId,
    /// At what.
    pub subject: Subject,
    /// What for, as a message id (`opened`, `address-shown`, `printed`).
    pub why: String,
}

/// Notes a look.
pub fn note_read(
    conn: &Connection,
    at: DateTime<Utc>,
    who: UserId,
    subject: Subject,
    why: &str,
) -> Result<()> {
    let sql = "INSERT INTO read_audit (at, who, subject, why) VALUES (?1, ?2, ?3, ?4)";
    sql::run(conn, sql, params![Moment(at), Key(who.0), subject.to_string(), why]).map(drop)
}

/// Who looked at something, the newest first; `before` is the last entry of the page before.
pub fn audits_of(
    conn: &Connection,
    subject: Subject,
    before: Option<i64>,
    limit: usize,
) -> Result<Vec<AuditEntry>> {
    let sql = "SELECT entry, at, who, subject, why FROM read_audit INDEXED BY read_audit_by_subject
               WHERE subject = ?1 AND entry < ?2 ORDER BY entry DESC LIMIT ?3";
    let values = params![subject.to_string(), before.unwrap_or(i64::MAX), rows(limit)];
    sql::all(conn, sql, values, read)
}

/// What somebody looked at, the newest first; `before` is the last entry of the page before.
pub fn audits_by(
    conn: &Connection,
    who: UserId,
    before: Option<i64>,
    limit: usize,
) -> Result<Vec<AuditEntry>> {
    let sql = "SELECT entry, at, who, subject, why FROM read_audit INDEXED BY read_audit_by_who
               WHERE who = ?1 AND entry < ?2 ORDER BY entry DESC LIMIT ?3";
    sql::all(conn, sql, params![Key(who.0), before.unwrap_or(i64::MAX), rows(limit)], read)
}

/// Whether something was noted before the moment.
pub fn audit_is_due(conn: &Connection, before: DateTime<Utc>) -> Result<bool> {
    let sql = "SELECT 1 FROM read_audit INDEXED BY read_audit_by_day WHERE at < ?1 LIMIT 1";
    Ok(sql::first(conn, sql, [Moment(before)], |_| Ok(()))?.is_some())
}

/// Takes out what was noted before the moment, the oldest first and at most so many. Gives how many entries went.
pub fn purge_audit(conn: &Connection, before: DateTime<Utc>, most: usize) -> Result<usize> {
    let sql = "DELETE FROM read_audit WHERE entry IN (
                   SELECT entry FROM read_audit INDEXED BY read_audit_by_day WHERE at < ?1 ORDER BY at LIMIT ?2)";
    sql::run(conn, sql, params![Moment(before), rows(most)])
}

fn rows(limit: usize) -> i64 {
    sql::int(limit)
}

fn read(row: &Row<'_>) -> Result<AuditEntry> {
    let subject = row.get_ref(3)?.as_str()?.parse();
    Ok(AuditEntry {
        entry: row.get(0)?,
        at: row.get::<_, Moment>(1)?.0,
        who: UserId(row.get::<_, Key>(2)?.0),
        subject: subject.map_err(|error| Error::FromSqlConversionFailure(3, Type::Text, Box::new(error)))?,
        why: row.get(4)?,
    })
}
