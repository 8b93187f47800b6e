//! Writing a backup: one state of the database, copied page by page beside whoever writes, checked, sealed and read back.

use super::{BackupError, CHUNK, GoOn, Header, Lock, PASSPHRASE_LENGTH, Temporary, check, header};
use crate::domain::id::Digest;
use crate::domain::town::keys;
use crate::store::error::StoreError;
use crate::store::place::{self, sync_dir};
use crate::store::reader::Reader;
use crate::store::vault::Wrapped;
use crate::store::{Store, connect};
use chrono::{DateTime, Utc};
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use sha2::{Digest as _, Sha256};
use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Pages that are copied between two looks whether to go on.
const PAGES: i32 = 256;

/// Bytes of a page, as SQLCipher makes them.
const PAGE: u64 = 4096;

/// How long another program may keep a page from being read.
const REST: Duration = Duration::from_millis(50);

impl Store {
    /// Writes a backup of what the database is now, beside whoever writes. The file appears whole and checked, or not at
    /// all; nothing is overwritten. Gives nothing where it was stopped.
    pub fn back_up(
        &self,
        path: &Path,
        lock: &Lock<'_>,
        now: DateTime<Utc>,
        go_on: GoOn<'_>,
    ) -> Result<Option<Header>, BackupError> {
        if lock.passphrase.chars().count() < PASSPHRASE_LENGTH {
            return Err(BackupError::ShortPassphrase);
        }
        if path.exists() {
            return Err(BackupError::There(path.to_owned()));
        }
        // One at a time: what a crash left of the one before is cleared away.
        let held = self.0.place.state.join("backup.lock");
        let held =
            File::create(&held).and_then(|file| file.lock().map(|()| file)).map_err(StoreError::at(&held))?;
        let copy = Temporary(self.0.place.data.join("amtsstube.db.copy"));
        copy.remove();
        let new = Temporary(beside(path));
        let Some(header) = self.copy(&copy.0, lock, now, go_on)? else { return Ok(None) };
        if !seal(&header, &copy.0, &new.0, go_on)? {
            return Ok(None);
        }
        publish(&new.0, path)?;
        drop(held);
        Ok(Some(header))
    }

    /// Copies one state of the database, which stays readable with the same key, and looks whether it holds.
    fn copy(
        &self,
        to: &Path,
        lock: &Lock<'_>,
        now: DateTime<Utc>,
        go_on: GoOn<'_>,
    ) -> Result<Option<Header>, BackupError> {
        let key = &self.0.key;
        let mut db = connect::reader(&self.0.place, key)?;
        let sql = db.transaction()?;
        let reader = Reader::new(&sql);
        let (town, device) = (reader.town()?, reader.device()?);
        let events: i64 = sql.query_row("SELECT count(*) FROM event", [], |row| row.get(0))?;
        let mut copy = connect::new(to, key)?;
        if !pages(&sql, &mut copy, go_on)? {
            return Ok(None);
        }
        // One file, without a log beside it.
        copy.pragma_update(None, "journal_mode", "DELETE")?;
        check(&copy)?;
        copy.close().map_err(|(_, error)| error)?;
        let (bytes, digest) = sum(to)?;
        Ok(Some(Header {
            version: connect::known(),
            town: town.get(keys::AGS).to_owned(),
            name: town.get(keys::NAME).to_owned(),
            desk: device.code,
            made: now,
            events: events.cast_unsigned(),
            bytes,
            digest,
            key_check: key.check(),
            key: Wrapped::new(key, lock.passphrase, lock.salt).map_err(|_| BackupError::NoBackup)?,
        }))
    }
}

/// A name for what is not whole yet.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    path.with_file_name(name)
}

/// Copies page by page. The state stays the one of the transaction, whatever others commit meanwhile.
fn pages(from: &Connection, to: &mut Connection, go_on: GoOn<'_>) -> Result<bool, BackupError> {
    let backup = Backup::new(from, to)?;
    loop {
        let step = backup.step(PAGES)?;
        let progress = backup.progress();
        let pages = |count: i32| u64::try_from(count).unwrap_or_default() * PAGE;
        let all = pages(progress.pagecount);
        let done = all.saturating_sub(pages(progress.remaining));
        // Writing the file is as much again.
        if !go_on(done, 2 * all) {
            return Ok(false);
        }
        match step {
            StepResult::Done => return Ok(true),
            StepResult::Busy | StepResult::Locked => std::thread::sleep(REST),
            _ => {}
        }
    }
}

fn sum(path: &Path) -> Result<(u64, Digest), BackupError> {
    let io = |source| BackupError::Io { path: path.to_owned(), source };
    let (mut file, mut sum, mut bytes, mut chunk) =
        (File::open(path).map_err(io)?, Sha256::new(), 0, vec![0; CHUNK]);
    loop {
        let some = file.read(&mut chunk).map_err(io)?;
        if some == 0 {
            return Ok((bytes, Digest(sum.finalize().into())));
        }
        sum.update(&chunk[..some]);
        bytes += some as u64;
    }
}

/// Writes header and database, and reads them back.
fn seal(header: &Header, copy: &Path, new: &Path, go_on: GoOn<'_>) -> Result<bool, BackupError> {
    let io = |source| BackupError::Io { path: new.to_owned(), source };
    let mut from = File::open(copy).map_err(StoreError::at(copy))?;
    let mut to = place::create_private(new).map_err(io)?;
    to.write_all(&header.bytes()?).map_err(io)?;
    let (mut done, mut chunk) = (0, vec![0; CHUNK]);
    loop {
        if !go_on(header.bytes + done, 2 * header.bytes) {
            return Ok(false);
        }
        let some = from.read(&mut chunk).map_err(StoreError::at(copy))?;
        if some == 0 {
            break;
        }
        to.write_all(&chunk[..some]).map_err(io)?;
        done += some as u64;
    }
    to.sync_all().map_err(io)?;
    drop(to);
    let (read, mut database) = header::read(new)?;
    let (mut sum, mut bytes) = (Sha256::new(), 0);
    loop {
        let some = database.read(&mut chunk).map_err(io)?;
        if some == 0 {
            break;
        }
        sum.update(&chunk[..some]);
        bytes += some as u64;
    }
    let holds = (bytes, Digest(sum.finalize().into())) == (read.bytes, header.digest);
    if holds { Ok(true) } else { Err(BackupError::Changed) }
}

/// Gives the file its name, unless somebody else took that meanwhile.
fn publish(new: &Path, path: &Path) -> Result<(), BackupError> {
    let io = |source| BackupError::Io { path: path.to_owned(), source };
    match fs::hard_link(new, path) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(BackupError::There(path.to_owned()));
        }
        // A stick that knows no links.
        Err(_) if !path.exists() => fs::rename(new, path).map_err(io)?,
        Err(error) => return Err(io(error)),
    }
    sync_dir(path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."))).map_err(io)
}
