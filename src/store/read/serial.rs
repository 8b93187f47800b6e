//! Serial letters: the cases of a run, and how each stands. Issues none.

use super::sql::{self, Key, Moment};
use crate::domain::id::{CaseId, PaperId, UserId};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, Result, Row, params};
use uuid::Uuid;

/// A run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SerialRun {
    /// Identity.
    pub id: Uuid,
    /// Who began it.
    pub owner: UserId,
    /// When.
    pub begun_at: DateTime<Utc>,
    /// What is written, as the desk keeps it.
    pub body: Vec<u8>,
    /// Cases of it.
    pub cases: u64,
    /// Letters that are issued.
    pub issued: u64,
    /// Cases that were left out.
    pub left: u64,
}

/// A case of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SerialCase {
    /// Its place.
    pub ord: i64,
    /// The case.
    pub case: CaseId,
    /// Its letter, once it is issued.
    pub paper: Option<PaperId>,
    /// Why it got none, as a message id.
    pub why: Option<String>,
}

const RUN: &str = "SELECT r.id, r.owner, r.begun_at, r.body, count(c.ord), count(c.paper), count(c.why)
    FROM serial_run r LEFT JOIN serial_case c ON c.run = r.id";

fn run(row: &Row<'_>) -> Result<SerialRun> {
    let count = |at: usize| row.get::<_, i64>(at).map(i64::unsigned_abs);
    Ok(SerialRun {
        id: row.get::<_, Key>(0)?.0,
        owner: UserId(row.get::<_, Key>(1)?.0),
        begun_at: row.get::<_, Moment>(2)?.0,
        body: row.get(3)?,
        cases: count(4)?,
        issued: count(5)?,
        left: count(6)?,
    })
}

/// Begins a run for these cases.
pub fn begin_serial(
    conn: &Connection,
    (id, owner, at): (Uuid, UserId, DateTime<Utc>),
    body: &[u8],
    cases: &[CaseId],
) -> Result<()> {
    let sql = "INSERT INTO serial_run (id, owner, begun_at, body) VALUES (?1, ?2, ?3, ?4)";
    let _ = sql::run(conn, sql, params![Key(id), Key(owner.0), Moment(at), body])?;
    for (ord, case) in (0_i64..).zip(cases) {
        let sql = "INSERT INTO serial_case (run, ord, case_id) VALUES (?1, ?2, ?3)";
        let _ = sql::run(conn, sql, params![Key(id), ord, Key(case.0)])?;
    }
    Ok(())
}

/// A run by its identity.
pub fn serial_run(conn: &Connection, id: Uuid) -> Result<Option<SerialRun>> {
    sql::first(conn, &format!("{RUN} WHERE r.id = ?1 GROUP BY r.id"), [Key(id)], run)
}

/// The runs of somebody, the newest first.
pub fn serial_runs(conn: &Connection, owner: UserId) -> Result<Vec<SerialRun>> {
    let sql = format!("{RUN} WHERE r.owner = ?1 GROUP BY r.id ORDER BY r.begun_at DESC");
    sql::all(conn, &sql, [Key(owner.0)], run)
}

/// The cases of a run, in order.
pub fn serial_cases(conn: &Connection, id: Uuid) -> Result<Vec<SerialCase>> {
    let sql = "SELECT ord, case_id, paper, why FROM serial_case WHERE run = ?1 ORDER BY ord";
    sql::all(conn, sql, [Key(id)], |row| {
        Ok(SerialCase {
            ord: row.get(0)?,
            case: CaseId(row.get::<_, Key>(1)?.0),
            paper: row.get::<_, Option<Key>>(2)?.map(|key| PaperId(key.0)),
            why: row.get(3)?,
        })
    })
}

/// Says what became of a case of a run that waits. Does nothing, and says so, where somebody else was quicker.
pub fn mark_serial(
    conn: &Connection,
    run: Uuid,
    ord: i64,
    paper: Option<PaperId>,
    why: Option<&str>,
) -> Result<bool> {
    let sql = "UPDATE serial_case SET paper = ?3, why = ?4
               WHERE run = ?1 AND ord = ?2 AND paper IS NULL AND why IS NULL";
    Ok(sql::run(conn, sql, params![Key(run), ord, paper.map(|paper| Key(paper.0)), why])? == 1)
}

/// Takes back why cases were left out, so that they are tried again.
pub fn retry_serial(conn: &Connection, run: Uuid) -> Result<()> {
    let sql = "UPDATE serial_case SET why = NULL WHERE run = ?1 AND paper IS NULL";
    let _ = sql::run(conn, sql, [Key(run)])?;
    Ok(())
}
