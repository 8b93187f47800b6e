//! Whether the read tables are what the log says: each is copied aside, made again there, and compared. The log and
//! the tables themselves stay as they are.

use super::Report;
use crate::store::error::StoreError;
use crate::store::reader::Reader;
use crate::store::{Projector, fold};
use rusqlite::Connection;

/// Tables that are not made from the log, and what is checked elsewhere.
const NOT_MADE: &[&str] = &[
    "device",
    "event",
    "payload",
    "counter",
    "number",
    "blob_chunk",
    "draft",
    "preference",
    "print_job",
    "read_audit",
];

/// Made again with the others, but not compared: the fold writes there by the way.
const BY_THE_WAY: &[&str] = &["blob", "note"];

/// Folds every subject again and compares what comes out. Counts compared rows.
pub(super) fn check(
    reader: &Reader<'_>,
    report: &mut Report,
    projector: &dyn Projector,
) -> Result<u64, StoreError> {
    if fold::made_with(reader)? != fold::rules(projector, &reader.town()?) {
        report.wrong("tables", "verify-tables-outdated", "");
        return Ok(0);
    }
    let tables = copy_aside(reader.db)?;
    // From here on the names mean the copies: SQLite looks there first.
    let _ = fold::rebuild(reader, projector, &mut |_, _| true)?;
    let mut count = 0;
    for table in tables.iter().filter(|table| !BY_THE_WAY.contains(&table.as_str())) {
        count += compare(reader.db, table, report)?;
    }
    orphans(reader, report)?;
    Ok(count)
}

/// Copies each table that is made from the log, with its indexes, under the same name into the temporary schema.
fn copy_aside(db: &Connection) -> Result<Vec<String>, StoreError> {
    let mut made: Vec<(String, String)> = Vec::new();
    let mut statement = db.prepare(
        "SELECT name, sql FROM main.sqlite_schema WHERE type = 'table' AND sql IS NOT NULL AND name NOT LIKE 'sqlite%' \
         ORDER BY rowid",
    )?;
    let mut rows = statement.query([])?;
    let mut searches: Vec<String> = Vec::new();
    while let Some(row) = rows.next()? {
        let (name, sql): (String, String) = (row.get(0)?, row.get(1)?);
        let shadow = searches.iter().any(|search| name.starts_with(&format!("{search}_")));
        if shadow || NOT_MADE.contains(&name.as_str()) {
            continue;
        }
        if sql.starts_with("CREATE VIRTUAL") {
            searches.push(name.clone());
        }
        made.push((name, sql));
    }
    for (name, sql) in &made {
        let is_search = searches.contains(name);
        let sql = if is_search {
            sql.replacen("CREATE VIRTUAL TABLE ", "CREATE VIRTUAL TABLE temp.", 1)
        } else {
            sql.replacen("CREATE TABLE ", "CREATE TEMP TABLE ", 1)
        };
        db.execute_batch(&sql)?;
        let columns = columns(db, name)?;
        db.execute_batch(&format!("INSERT INTO temp.{name} ({columns}) SELECT {columns} FROM main.{name}"))?;
    }
    let made: Vec<String> = made.into_iter().map(|(name, _)| name).collect();
    let mut indexes =
        db.prepare("SELECT tbl_name, sql FROM main.sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")?;
    let mut rows = indexes.query([])?;
    while let Some(row) = rows.next()? {
        let (table, sql): (String, String) = (row.get(0)?, row.get(1)?);
        if made.contains(&table) {
            db.execute_batch(&sql.replacen("INDEX ", "INDEX temp.", 1))?;
        }
    }
    Ok(made)
}

/// All columns of the table, and the row number where it is what other tables know the row by.
fn columns(db: &Connection, table: &str) -> Result<String, StoreError> {
    let mut statement = db.prepare("SELECT name FROM pragma_table_info(?1, 'main')")?;
    let names = statement.query_map([table], |row| row.get::<_, String>(0))?;
    let mut columns: Vec<String> = names.collect::<Result<_, _>>()?;
    if table.ends_with("_text") {
        columns.push("rowid".to_owned());
    }
    Ok(columns.join(", "))
}

/// Rows that stand in one and not in the other.
fn compare(db: &Connection, table: &str, report: &mut Report) -> Result<u64, StoreError> {
    let columns = columns(db, table)?;
    let (here, made) =
        (format!("SELECT {columns} FROM main.{table}"), format!("SELECT {columns} FROM temp.{table}"));
    let one = |sql: String| db.query_row(&sql, [], |row| row.get::<_, i64>(0));
    let differ = one(format!("SELECT count(*) FROM ({here} EXCEPT {made})"))?
        + one(format!("SELECT count(*) FROM ({made} EXCEPT {here})"))?;
    if differ > 0 {
        report.wrong("tables", "verify-tables", format!("{table} ({differ})"));
    }
    Ok(one(format!("SELECT count(*) FROM ({here})"))?.cast_unsigned())
}

/// Rows whose case or person the log does not know: making them again does not take them out.
fn orphans(reader: &Reader<'_>, report: &mut Report) -> Result<(), StoreError> {
    let mut check = |what: &str, known: u64| -> Result<(), StoreError> {
        let table = format!("{what}_row");
        let exists: bool = reader.db.query_row(
            "SELECT EXISTS (SELECT 1 FROM main.sqlite_schema WHERE name = ?1)",
            [&table],
            |row| row.get(0),
        )?;
        if exists {
            let rows: i64 =
                reader.db.query_row(&format!("SELECT count(*) FROM main.{table}"), [], |row| row.get(0))?;
            if rows.cast_unsigned() > known {
                report.wrong("tables", "verify-tables", table);
            }
        }
        Ok(())
    };
    let known = |what: &str| Ok::<_, StoreError>(crate::store::log::subjects(reader.db, what)?.len() as u64);
    check("case", known("case")?)?;
    check("person", known("person")?)
}
