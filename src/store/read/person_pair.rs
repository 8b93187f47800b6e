//! Which records are one person, as it was decided: a verdict a row, with the older record first. Decides nothing.

use super::sql::{self, Key};
use crate::domain::id::{CaseId, PersonId};
use crate::domain::person::same::{Verdict, connected};
use rusqlite::{Connection, Result, params};
use std::collections::{BTreeMap, BTreeSet};

/// Replaces the verdicts that stand with a record.
pub fn write_pairs(conn: &Connection, one: PersonId, verdicts: &BTreeMap<PersonId, Verdict>) -> Result<()> {
    let _ = sql::run(conn, "DELETE FROM person_pair WHERE one = ?1", [Key(one.0)])?;
    for (two, verdict) in verdicts {
        let sql = "INSERT INTO person_pair (one, two, verdict) VALUES (?1, ?2, ?3)";
        let _ = sql::run(conn, sql, params![Key(one.0), Key(two.0), verdict.name()])?;
    }
    Ok(())
}

/// Records about which something was decided together with this one, each once: a pair stands with its older record. Asks the
/// table itself also where a check makes its rows again aside.
pub fn beside(conn: &Connection, record: PersonId, only_same: bool) -> Result<Vec<PersonId>> {
    let sql = "SELECT two FROM main.person_pair WHERE one = ?1 AND (NOT ?2 OR verdict = 'same')
               UNION ALL SELECT one FROM main.person_pair WHERE two = ?1 AND (NOT ?2 OR verdict = 'same')";
    sql::all(conn, sql, params![Key(record.0), only_same], |row| Ok(PersonId(row.get::<_, Key>(0)?.0)))
}

/// All records that are one person with this one, the oldest first.
pub fn records(conn: &Connection, record: PersonId) -> Result<BTreeSet<PersonId>> {
    connected(record, |record| beside(conn, record, true))
}

/// The record that names the person.
pub fn standing(conn: &Connection, record: PersonId) -> Result<PersonId> {
    Ok(records(conn, record)?.first().copied().unwrap_or(record))
}

/// Whether two records were told apart, and nobody says otherwise.
pub fn told_apart(conn: &Connection, one: PersonId, two: PersonId) -> Result<bool> {
    let sql = "SELECT 1 FROM person_pair WHERE one = ?1 AND two = ?2 AND verdict = 'apart'";
    let keys = params![Key(one.min(two).0), Key(one.max(two).0)];
    Ok(sql::first(conn, sql, keys, |_| Ok(()))?.is_some())
}

/// Cases in which the record stands.
pub fn cases_with(conn: &Connection, record: PersonId) -> Result<Vec<CaseId>> {
    let sql = "SELECT DISTINCT c.id FROM case_person l CROSS JOIN case_row c ON c.row = l.case_row WHERE l.person = ?1";
    sql::all(conn, sql, [Key(record.0)], |row| Ok(CaseId(row.get::<_, Key>(0)?.0)))
}
