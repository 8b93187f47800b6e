//! Emptying the write-ahead log: what was erased stands in it until then. Somebody who reads beside this can hold it up; it is
//! tried again when the database is opened next.

use super::error::StoreError;
use rusqlite::Connection;

/// Notes in a transaction that the log is to be emptied behind it.
pub(super) fn ask(db: &Connection) -> Result<(), StoreError> {
    let sql = "INSERT OR REPLACE INTO note (key, value) VALUES ('empty-log', '1')";
    let _ = db.prepare_cached(sql)?.execute([])?;
    Ok(())
}

/// Empties it where that was asked for and could not be done.
pub(super) fn if_asked(db: &Connection) -> Result<(), StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM note WHERE key = 'empty-log')";
    if db.query_row(sql, [], |row| row.get::<_, bool>(0))? { empty_log(db) } else { Ok(()) }
}

/// Moves everything into the file and cuts the log to nothing; waits for those who read.
pub(super) fn empty_log(db: &Connection) -> Result<(), StoreError> {
    let emptied = || db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0));
    if emptied()? != 0 {
        tracing::warn!("somebody reads the database: what was erased leaves the log when it is opened next");
        return Ok(());
    }
    let _ = db.execute("DELETE FROM note WHERE key = 'empty-log'", [])?;
    let _ = emptied()?;
    Ok(())
}
