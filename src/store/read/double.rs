//! Who and what is perhaps there twice. Proposes; decides nothing, and does not know what desks had seen.

use super::case_row::{self, CaseRow};
use super::sql::{self, Key};
use crate::domain::id::{CaseId, PersonId};
use crate::domain::user::Group;
use rusqlite::{Connection, Result};
use std::collections::BTreeSet;

/// At most so many cases with money are looked at: more are no slips but a way of working.
const MOST: i64 = 2000;

/// Records with the same identity (see [`crate::domain::similar::identity`]): sets of two and more, each by id.
pub fn same_persons(conn: &Connection) -> Result<Vec<Vec<PersonId>>> {
    let sql = "SELECT p.id, p.identity FROM person_twice t
               CROSS JOIN person_row p INDEXED BY person_by_identity ON p.identity = t.identity AND p.identity <> ''
               ORDER BY 2, 1";
    sets(conn, sql, |id| PersonId(id.0))
}

/// Cases of one service for one person received on one day: sets of two and more, each by id.
pub fn same_cases(conn: &Connection) -> Result<Vec<Vec<CaseId>>> {
    let sql = "SELECT c.id, hex(c.applicant) || c.service || c.received_on FROM case_twice t
               CROSS JOIN case_row c INDEXED BY case_by_matter USING (applicant, service, received_on)
               ORDER BY 2, 1";
    sets(conn, sql, |id| CaseId(id.0))
}

/// Cases that were entered twice, are closed for it and hold money nevertheless.
pub fn doubles_with_money(conn: &Connection, reads: &BTreeSet<Group>) -> Result<Vec<CaseRow>> {
    let sql = "SELECT DISTINCT c.id FROM case_double d CROSS JOIN case_row c ON c.row = d.case_row
               JOIN receipt_row r ON r.case_row = c.row AND r.cancelled IS NULL ORDER BY c.number LIMIT ?1";
    let ids: Vec<Key> = sql::all(conn, sql, [MOST], |row| row.get(0))?;
    let row = |id: Key| case_row::case_by_id(conn, reads, CaseId(id.0));
    Ok(ids.into_iter().map(row).collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
}

/// Ids, a set for each key.
fn sets<T>(conn: &Connection, sql: &str, id: impl Fn(Key) -> T) -> Result<Vec<Vec<T>>> {
    let rows = sql::all(conn, sql, [], |row| Ok((id(row.get(0)?), row.get::<_, String>(1)?)))?;
    let mut sets: Vec<(String, Vec<T>)> = Vec::new();
    for (id, key) in rows {
        match sets.last_mut() {
            Some((last, ids)) if *last == key => ids.push(id),
            _ => sets.push((key, vec![id])),
        }
    }
    Ok(sets.into_iter().map(|(_, ids)| ids).collect())
}
