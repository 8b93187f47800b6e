//! Which part of the tables a user may read. The only place that turns groups into row numbers.

use super::sql;
use crate::domain::user::Group;
use rusqlite::{Connection, Result};
use std::collections::BTreeSet;

const GROUP_BITS: u32 = 40;

/// The first row number of a group. Frozen with the tables: rows of a group stand together.
pub fn first_row(group: Group) -> i64 {
    let place = match group {
        Group::General => 1,
        Group::PublicOrder => 2,
        Group::Social => 3,
        Group::Taxes => 4,
        Group::Trade => 5,
    };
    place << GROUP_BITS
}

/// The last row number of a group.
pub fn last_row(group: Group) -> i64 {
    first_row(group) + (1 << GROUP_BITS) - 1
}

/// The group that a row number belongs to.
pub fn group_of(row: i64) -> Option<Group> {
    Group::ALL.into_iter().find(|group| row >> GROUP_BITS == first_row(*group) >> GROUP_BITS)
}

/// A service's share of the cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Number of the part.
    pub part: i64,
    /// Slug of the service.
    pub service: String,
    /// Its name.
    pub name: String,
    /// Its group.
    pub group: Group,
    /// Cases.
    pub cases: u64,
    /// Cases that are not closed.
    pub open: u64,
}

/// The parts that may be read.
pub fn parts(conn: &Connection, reads: &BTreeSet<Group>) -> Result<Vec<Part>> {
    let sql = "SELECT part, service, service_name, cases, open_cases FROM case_part WHERE grp = ?1 ORDER BY service";
    let mut found = Vec::new();
    for group in reads {
        found.extend(sql::all(conn, sql, [group.name()], |row| {
            let (cases, open) = (row.get::<_, i64>(3)?.unsigned_abs(), row.get::<_, i64>(4)?.unsigned_abs());
            Ok(Part {
                part: row.get(0)?,
                service: row.get(1)?,
                name: row.get(2)?,
                group: *group,
                cases,
                open,
            })
        })?);
    }
    Ok(found)
}

/// Their numbers as the inside of an SQL list.
pub fn numbers(parts: &[Part]) -> String {
    sql::list(parts.iter().map(|part| part.part))
}

/// The group by its name in the tables.
pub fn group(name: &str) -> Group {
    Group::ALL.into_iter().find(|group| group.name() == name).unwrap_or(Group::General)
}
