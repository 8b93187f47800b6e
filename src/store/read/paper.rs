//! Papers as lists show them. Holds no bytes of a PDF: those are blobs, named by their digest.

use super::scope;
use super::sql::{self, Day, Key};
use crate::domain::id::{CaseId, Digest, PaperId};
use crate::domain::user::Group;
use chrono::NaiveDate;
use rusqlite::{Connection, Result, Row, params};
use std::collections::{BTreeMap, BTreeSet};

/// An issued paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperRow {
    /// Identity.
    pub id: PaperId,
    /// The case it belongs to.
    pub case: CaseId,
    /// The case's number.
    pub number: String,
    /// The paper's kind in the service.
    pub kind: String,
    /// What it is called.
    pub title: String,
    /// Digest of the PDF.
    pub sha256: Digest,
    /// Bytes of the PDF.
    pub size: u64,
    /// Pages.
    pub pages: u16,
    /// Day it was issued.
    pub issued_on: NaiveDate,
    /// The receipt it belongs to.
    pub receipt: Option<String>,
    /// The paper it replaces.
    pub replaces: Option<PaperId>,
    /// Copies that went to a printer.
    pub copies: u32,
    /// Name of the case's applicant.
    pub applicant_name: String,
}

pub const COLUMNS: &str =
    "p.id, c.id, c.number, p.kind, p.title, p.sha256, p.size, p.pages, p.issued_on, p.receipt,
    p.replaces, p.copies, c.applicant_name";

pub fn read(row: &Row<'_>) -> Result<PaperRow> {
    Ok(PaperRow {
        id: PaperId(row.get::<_, Key>(0)?.0),
        case: CaseId(row.get::<_, Key>(1)?.0),
        number: row.get(2)?,
        kind: row.get(3)?,
        title: row.get(4)?,
        sha256: Digest(row.get(5)?),
        size: row.get::<_, i64>(6)?.unsigned_abs(),
        pages: row.get(7)?,
        issued_on: row.get::<_, Day>(8)?.0,
        receipt: row.get(9)?,
        replaces: row.get::<_, Option<Key>>(10)?.map(|key| PaperId(key.0)),
        copies: row.get(11)?,
        applicant_name: row.get(12)?,
    })
}

/// The papers of a case, in the order in which they were issued; none where the case may not be read.
pub fn papers_of_case(conn: &Connection, reads: &BTreeSet<Group>, case: CaseId) -> Result<Vec<PaperRow>> {
    let sql = format!(
        "SELECT {COLUMNS}, c.grp FROM case_row c CROSS JOIN paper_row p ON p.case_row = c.row
         WHERE c.id = ?1 ORDER BY p.ord"
    );
    readable(conn, &sql, Key(case.0), reads)
}

/// How many papers were issued since a day, by what they are called, of cases that may be read. Those that do not hold any more
/// are among them: that stands in their cases alone.
pub fn papers_since(
    conn: &Connection,
    reads: &BTreeSet<Group>,
    day: NaiveDate,
) -> Result<BTreeMap<String, u64>> {
    let sql = "SELECT t.title, (SELECT count(*) FROM paper_row p INDEXED BY paper_by_title
                 WHERE p.grp = t.grp AND p.title = t.title AND p.issued_on >= ?2)
               FROM paper_title t WHERE t.grp = ?1";
    let mut titles = BTreeMap::new();
    for group in reads {
        let row = |row: &Row<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?.unsigned_abs()));
        for (title, count) in sql::all(conn, sql, params![group.name(), Day(day)], row)? {
            if count > 0 {
                *titles.entry(title).or_default() += count;
            }
        }
    }
    Ok(titles)
}

/// A paper, if its case may be read.
pub fn paper_by_id(conn: &Connection, reads: &BTreeSet<Group>, paper: PaperId) -> Result<Option<PaperRow>> {
    let sql = format!(
        "SELECT {COLUMNS}, c.grp FROM paper_row p INDEXED BY paper_by_id
         CROSS JOIN case_row c ON c.row = p.case_row WHERE p.id = ?1 LIMIT 1"
    );
    Ok(readable(conn, &sql, Key(paper.0), reads)?.pop())
}

/// Whose a paper is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owned {
    /// Of a case that may be read.
    Read(Box<PaperRow>),
    /// Of one that may not: nothing more is told.
    Hidden,
}

/// The paper with exactly these bytes. Of a case that may not be read, just that there is one.
pub fn paper_by_digest(conn: &Connection, reads: &BTreeSet<Group>, digest: Digest) -> Result<Option<Owned>> {
    let sql = format!(
        "SELECT {COLUMNS}, c.grp FROM paper_row p INDEXED BY paper_by_sha256
         CROSS JOIN case_row c ON c.row = p.case_row WHERE p.sha256 = ?1 ORDER BY p.issued_on LIMIT 1"
    );
    let found =
        sql::first(conn, &sql, [digest.0], |row| Ok((scope::group(row.get_ref(13)?.as_str()?), read(row)?)))?;
    Ok(found.map(
        |(group, row)| {
            if reads.contains(&group) { Owned::Read(Box::new(row)) } else { Owned::Hidden }
        },
    ))
}

fn readable(conn: &Connection, sql: &str, id: Key, reads: &BTreeSet<Group>) -> Result<Vec<PaperRow>> {
    let rows = sql::all(conn, sql, [id], |row| Ok((scope::group(row.get_ref(13)?.as_str()?), read(row)?)))?;
    Ok(rows.into_iter().filter(|(group, _)| reads.contains(group)).map(|(_, paper)| paper).collect())
}
