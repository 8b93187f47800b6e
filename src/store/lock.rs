//! One window at a time, and a way to notice what others write. Command-line writers are welcome and take no lock.

use super::error::StoreError;
use super::place::Place;
use super::{Store, lock};
use std::fs::{File, TryLockError};

/// Held by the window for as long as it is open; the system lets go of it when the program ends, however it ends.
#[derive(Debug)]
pub struct WindowLock {
    _file: File,
}

impl WindowLock {
    /// Takes the lock; nothing where another window has it.
    pub fn take(place: &Place) -> Result<Option<Self>, StoreError> {
        place.make().map_err(StoreError::at(&place.state))?;
        let path = place.state.join("window.lock");
        let file = File::create(&path).map_err(StoreError::at(&path))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Self { _file: file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(StoreError::at(&path)(error)),
        }
    }
}

/// Held while somebody works the print queue off.
#[derive(Debug)]
pub struct PrintLock {
    _file: File,
}

impl Store {
    /// Waits until nobody else works the print queue off. Who holds the lock and finds a job half handed over knows
    /// that its program has ended.
    pub fn print_lock(&self) -> Result<PrintLock, StoreError> {
        let path = self.0.place.state.join("print.lock");
        let file = File::create(&path).map_err(StoreError::at(&path))?;
        file.lock().map_err(StoreError::at(&path))?;
        Ok(PrintLock { _file: file })
    }

    /// A number that changes when somebody else (a command line, another `Store`) has committed, and never by own
    /// writes. Nothing while an own write is under way: ask again later.
    pub fn written_elsewhere(&self) -> Result<Option<i64>, StoreError> {
        let Ok(writer) = self.0.writer.try_lock() else { return Ok(None) };
        Ok(Some(writer.pragma_query_value(None, "data_version", |row| row.get(0))?))
    }

    /// Folds the write-ahead log into the file, so that the file alone is the whole database.
    pub fn checkpoint(&self) -> Result<(), StoreError> {
        let writer = lock(&self.0.writer);
        Ok(writer.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
    }
}
