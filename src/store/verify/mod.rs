//! Verification: whether file, chain, payloads, tables, blobs, numbers and anchor agree. Mends nothing.

mod chain;
mod cipher;
mod contents;
mod tables;
mod tills;

use super::error::StoreError;
use super::reader::Reader;
use super::{Store, connect, twin};
use crate::domain::problem::Problem;
use rusqlite::Connection;
use std::collections::BTreeSet;

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// `file`, `cipher`, `chain`, `payloads`, `tables`, `blobs`, `numbers`, `closings`, `anchor`.
    pub name: &'static str,
    /// How many (pages, events, rows) were found in order or not.
    pub count: u64,
}

/// What verification found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// What was looked at.
    pub checks: Vec<Check>,
    /// What is wrong; empty where all is well. `field` is the name of the check.
    pub problems: Vec<Problem>,
    /// What was wrong, stays in the file, and somebody has dealt with.
    pub told: Vec<Problem>,
}

impl Report {
    /// Whether all is well.
    pub fn is_clean(&self) -> bool {
        self.problems.is_empty()
    }

    fn wrong(&mut self, check: &'static str, id: &str, what: impl ToString) {
        self.problems.push(Problem::error(check, id).with("what", what));
    }
}

type Look<'a> = &'a dyn Fn(&Reader<'_>, &mut Report) -> Result<u64, StoreError>;

impl Store {
    /// Looks at everything, beside whoever writes. A part that cannot be read is a problem, not an error.
    pub fn verify(&self) -> Result<Report, StoreError> {
        let (noted, log) = (self.noted().ok(), self.0.place.log());
        let mut db = connect::checker(&self.0.place, &self.0.key)?;
        let sql = db.transaction()?;
        let reader = Reader::new(&sql);
        let mut report = Report::default();
        let anchor = |reader: &Reader<'_>, report: &mut Report| {
            let Some((device, noted)) = &noted else { return reader.device().map(|_| 1) };
            match twin::stands(reader.db, &self.0.anchors, *device, noted) {
                Err(StoreError::Behind(behind)) => {
                    report.wrong("anchor", "verify-anchor", behind);
                    Ok(1)
                }
                other => other.map(|()| 1),
            }
        };
        let tables =
            |reader: &Reader<'_>, report: &mut Report| tables::check(reader, report, &*self.0.projector);
        let looks: [(&'static str, Look<'_>); 9] = [
            ("file", &integrity),
            ("cipher", &|reader, report| cipher::check(reader.db, &log, report)),
            ("chain", &chain::check),
            ("payloads", &chain::payloads),
            ("blobs", &contents::blobs),
            ("numbers", &contents::numbers),
            ("closings", &tills::closings),
            ("anchor", &anchor),
            ("tables", &tables),
        ];
        for (name, look) in looks {
            match look(&reader, &mut report) {
                Ok(count) => report.checks.push(Check { name, count }),
                Err(error) => report.wrong(name, "verify-unreadable", error),
            }
        }
        Ok(report)
    }
}

/// SQLite's own check of tables and indexes.
fn integrity(reader: &Reader<'_>, report: &mut Report) -> Result<u64, StoreError> {
    for what in said(reader.db, "integrity_check")? {
        report.wrong("file", "verify-file", what);
    }
    pages(reader.db)
}

/// What a check says, but that all is well.
fn said(db: &Connection, pragma: &str) -> Result<BTreeSet<String>, StoreError> {
    let mut statement = db.prepare(&format!("PRAGMA {pragma}"))?;
    let mut said = statement.query_map([], |row| row.get(0))?.collect::<Result<BTreeSet<String>, _>>()?;
    let _ = said.remove("ok");
    Ok(said)
}

fn pages(db: &Connection) -> Result<u64, StoreError> {
    let pages: i64 = db.query_row("PRAGMA page_count", [], |row| row.get(0))?;
    Ok(pages.cast_unsigned())
}
