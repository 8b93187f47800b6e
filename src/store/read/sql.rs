//! Ids, days and statements as SQLite takes them. Knows no table.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, Value, ValueRef};
use rusqlite::{CachedStatement, Connection, Result, ToSql};
use uuid::Uuid;

/// A statement that the connection keeps prepared.
pub fn prepare<'c>(conn: &'c Connection, sql: &str) -> Result<CachedStatement<'c>> {
    #[cfg(test)]
    tests::SEEN.with_borrow_mut(|seen| {
        let _ = seen.insert(sql.to_owned());
    });
    conn.prepare_cached(sql)
}

/// Runs a statement that changes rows.
pub fn run(conn: &Connection, sql: &str, params: impl rusqlite::Params) -> Result<usize> {
    prepare(conn, sql)?.execute(params)
}

/// All rows of a query.
pub fn all<T>(
    conn: &Connection,
    sql: &str,
    params: impl rusqlite::Params,
    read: impl FnMut(&rusqlite::Row<'_>) -> Result<T>,
) -> Result<Vec<T>> {
    prepare(conn, sql)?.query_map(params, read)?.collect()
}

/// The first row of a query, if there is one.
pub fn first<T>(
    conn: &Connection,
    sql: &str,
    params: impl rusqlite::Params,
    read: impl FnOnce(&rusqlite::Row<'_>) -> Result<T>,
) -> Result<Option<T>> {
    use rusqlite::OptionalExtension;
    prepare(conn, sql)?.query_row(params, read).optional()
}

/// An id as its sixteen bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key(pub Uuid);

impl ToSql for Key {
    fn to_sql(&self) -> Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(ValueRef::Blob(self.0.as_bytes())))
    }
}

impl FromSql for Key {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Uuid::from_slice(value.as_blob()?).map(Self).map_err(FromSqlError::other)
    }
}

/// A day as `2026-11-24`, so that text order is the order of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day(pub NaiveDate);

impl ToSql for Day {
    fn to_sql(&self) -> Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Owned(Value::Text(self.0.to_string())))
    }
}

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str()?.parse().map(Self).map_err(FromSqlError::other)
    }
}

/// A moment in milliseconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment(pub DateTime<Utc>);

impl ToSql for Moment {
    fn to_sql(&self) -> Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Owned(Value::Integer(self.0.timestamp_millis())))
    }
}

impl FromSql for Moment {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let millis = value.as_i64()?;
        DateTime::from_timestamp_millis(millis).map(Self).ok_or(FromSqlError::OutOfRange(millis))
    }
}

/// A count or a limit as SQLite takes it.
pub fn int(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// Numbers as the inside of an SQL list: `1, 2, 3`. Without any, a list that nothing is in.
pub fn list(numbers: impl IntoIterator<Item = i64>) -> String {
    let list = numbers.into_iter().map(|n| n.to_string()).collect::<Vec<_>>().join(", ");
    if list.is_empty() { "NULL".to_owned() } else { list }
}

/// Brings what an index of words holds in memory to the disk, as the next commit would. `SQLite` 3.53 with `secure-delete`
/// counts words wrong where a row is changed or deleted while another change waits there.
pub fn words_to_disk(conn: &Connection) -> Result<()> {
    let _ = run(conn, "SAVEPOINT words", [])?;
    run(conn, "RELEASE words", []).map(drop)
}

#[cfg(test)]
pub mod tests {
    use std::cell::RefCell;
    use std::collections::BTreeSet;

    thread_local! {
        /// Every statement that this thread has asked for.
        pub static SEEN: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
    }
}
