//! Verification: whether file, chain, payloads, tables, blobs, numbers and anchor agree. Mends nothing.

mod chain;
mod contents;
mod tables;

use super::error::StoreError;
use super::reader::Reader;
use super::{Store, connect, twin};
use crate::domain::problem::Problem;
use rusqlite::Connection;

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// `file`, `cipher`, `chain`, `payloads`, `tables`, `blobs`, `numbers`, `anchor`.
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
        let mut db = connect::checker(&self.0.place, &self.0.key)?;
        let sql = db.transaction()?;
        let reader = Reader::new(&sql);
        let mut report = Report::default();
        let anchor = |reader: &Reader<'_>, report: &mut Report| match twin::stands(
            reader.db,
            &self.0.anchors,
            reader.device()?.id,
        ) {
            Err(StoreError::Behind(behind)) => {
                report.wrong("anchor", "verify-anchor", behind);
                Ok(1)
            }
            other => other.map(|()| 1),
        };
        let tables =
            |reader: &Reader<'_>, report: &mut Report| tables::check(reader, report, &*self.0.projector);
        let looks: [(&'static str, Look<'_>); 8] = [
            ("file", &|reader, report| pragma(reader.db, "integrity_check", "file", report)),
            ("cipher", &|reader, report| pragma(reader.db, "cipher_integrity_check", "cipher", report)),
            ("chain", &chain::check),
            ("payloads", &chain::payloads),
            ("blobs", &contents::blobs),
            ("numbers", &contents::numbers),
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

/// Runs one of SQLite's own checks: rows that say something other than "ok" are problems.
fn pragma(db: &Connection, pragma: &str, name: &'static str, report: &mut Report) -> Result<u64, StoreError> {
    let mut statement = db.prepare(&format!("PRAGMA {pragma}"))?;
    let found = statement.query_map([], |row| row.get::<_, String>(0))?;
    for text in found {
        match text?.as_str() {
            "ok" => {}
            what => report.wrong(name, "verify-file", what),
        }
    }
    let pages: i64 = db.query_row("PRAGMA page_count", [], |row| row.get(0))?;
    Ok(pages.cast_unsigned())
}
