//! The local database: one encrypted file with the log of events, the tables that screens read, blobs and drafts.
//! Knows SQL and files. Does not know what an event means, reads no clock and makes no randomness.

mod anchor;
mod answer;
mod arrive;
pub mod backup;
mod blob;
mod checkpoint;
mod connect;
mod counter;
mod draft;
mod erase;
mod error;
mod fold;
mod kreis;
mod later;
mod lock;
mod log;
mod mail;
mod pack;
mod place;
pub mod read;
mod reader;
mod same;
mod seen;
mod till;
mod twin;
mod tx;
pub mod vault;
mod verify;

#[cfg(test)]
pub(crate) mod tests;

pub use anchor::Behind;
pub use answer::{Answer, Unsent};
pub use arrive::{Arrival, Followed};
pub use draft::Draft;
pub use erase::{Left, Void};
pub use error::StoreError;
pub use kreis::{Enrolment, Meanwhile, Refused, TownDesk, Waiting};
pub use later::Later;
pub use lock::{PrintLock, WindowLock};
pub use log::Logged;
pub use mail::{DROPPED, Incoming, OTHER_DESK, OfficeDesks, Outgoing};
pub use pack::KreisPack;
pub use place::Place;
pub use read::CaseView;
pub use reader::{Device, Reader};
pub use till::{Booked, What};
pub use tx::{Stamp, Tx};
pub use verify::{Check, Report};

use crate::domain::case::Case;
use crate::domain::event::Subject;
use crate::domain::id::{DeviceId, Digest};
use crate::domain::town::Town;
use anchor::{Anchors, Noted};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, TransactionBehavior};
use std::cell::Cell;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use vault::Key;

/// Readers kept open; more are opened while they are needed and closed afterwards.
const READERS: usize = 4;

/// Says what the read tables hold beyond the case. Given by `desk`, which knows the catalogue.
pub trait Projector: Send + Sync {
    /// The catalogue's words about the case.
    fn view(&self, case: &Case, town: &Town) -> CaseView;

    /// Hears of the pack that a case began with, before it is asked for its words; `bytes` reads it where it is here.
    fn learn(&self, pack: Digest, bytes: &dyn Fn() -> Option<Vec<u8>>) {
        let _ = (pack, bytes);
    }

    /// Changes when the same case would get another view: another catalogue, another Land.
    fn version(&self, town: &Town) -> String {
        let _ = town;
        String::new()
    }
}

/// Where salts come from: 16 random bytes at a time, nothing where the system has none. Given by `desk`.
pub type Salts = Arc<dyn Fn() -> Option<[u8; 16]> + Send + Sync>;

/// A desk that begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDevice {
    /// Identity.
    pub id: DeviceId,
    /// What its numbers bear: `A` for a town's first desk.
    pub code: String,
    /// When.
    pub now: DateTime<Utc>,
}

/// What a write gave, and what it changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed<T> {
    /// What the transaction returned.
    pub value: T,
    /// Screens that show one of these load again.
    pub touched: BTreeSet<Subject>,
}

/// An open database. Clones are the same; one writes at a time, readers never wait for it.
#[derive(Clone)]
pub struct Store(Arc<Inner>);

struct Inner {
    place: Place,
    key: Key,
    anchors: Anchors,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    projector: Arc<dyn Projector>,
    salts: Salts,
    found: kreis::Found,
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Store({})", self.0.place.data.display())
    }
}

impl Store {
    /// Makes the database of a new desk; open it afterwards.
    pub fn create(place: &Place, key: &Key, device: &NewDevice) -> Result<(), StoreError> {
        connect::create(place, key, device)
    }

    /// Opens the database and brings an older file up to date.
    pub fn open(
        place: &Place,
        key: &Key,
        projector: Arc<dyn Projector>,
        salts: Salts,
    ) -> Result<Self, StoreError> {
        let writer = connect::writer(place, key)?;
        let store = Self(Arc::new(Inner {
            place: place.clone(),
            key: key.clone(),
            anchors: Anchors::of(place),
            writer: Mutex::new(writer),
            readers: Mutex::new(Vec::new()),
            projector,
            salts,
            found: kreis::Found::default(),
        }));
        if store.standing()?.is_err() {
            place.keep_log();
        }
        if store.read(|reader| log::is_empty(reader.db))? {
            let _ = store.rebuild(|_, _| true)?;
        }
        store.look_again().or_else(StoreError::unless_unwritable)?;
        checkpoint::if_asked(&lock(&store.0.writer)).or_else(StoreError::unless_unwritable)?;
        Ok(store)
    }

    /// Writes: everything the closure does commits together, or nothing. Returns when log and anchor are on disk.
    pub fn write<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<Changed<T>, E> {
        self.transact(|_| Ok(()), work)
    }

    /// Goes on as a new desk, where this database is behind and the head has decided: with an id, a code and numbers
    /// of its own, after the last event that is here. `work` writes the first event of the new chain; where another machine
    /// writes as the desk that this was, what only this database has of it follows.
    pub fn go_on_as<T, E: From<StoreError>>(
        &self,
        device: &NewDevice,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<Changed<T>, E> {
        let moved = Cell::new(Vec::new());
        self.transact(
            |db| connect::go_on_as(db, &self.0.anchors, device).map(|events| moved.set(events)),
            |tx| {
                let value = work(tx)?;
                tx.write_again(moved.take())?;
                Ok(value)
            },
        )
    }

    fn transact<T, E: From<StoreError>>(
        &self,
        first: impl FnOnce(&Connection) -> Result<(), StoreError>,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<Changed<T>, E> {
        let mut writer = lock(&self.0.writer);
        let done = self.in_transaction(&mut writer, first, work);
        // What failed may have read as much as what arrived.
        if done.as_ref().map_or(true, |(_, large)| *large) {
            connect::release_pages(&writer);
        }
        done.map(|(changed, _)| changed)
    }

    /// What changed, and whether much was read for it.
    fn in_transaction<T, E: From<StoreError>>(
        &self,
        writer: &mut Connection,
        first: impl FnOnce(&Connection) -> Result<(), StoreError>,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<(Changed<T>, bool), E> {
        let inner = &*self.0;
        let sql =
            writer.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
        first(&sql)?;
        let mut tx = Tx::new(&sql, &*inner.projector, &inner.salts, &inner.anchors)?;
        let value = work(&mut tx)?;
        let anchor = tx.settle()?;
        let (erased, arrived) = (tx.erased, tx.awaits);
        let touched = std::mem::take(&mut tx.touched);
        drop(tx);
        sql.commit().map_err(StoreError::from)?;
        if let Some(anchor) = anchor {
            anchor.keep()?;
        }
        if erased {
            checkpoint::empty_log(writer)?;
        }
        Ok((Changed { value, touched }, arrived))
    }

    /// Reads one state of the database, beside whoever writes.
    pub fn read<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Reader<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let kept = lock(&self.0.readers).pop();
        let mut db = match kept {
            Some(db) => db,
            None => connect::reader(&self.0.place, &self.0.key)?,
        };
        let sql = db.transaction().map_err(StoreError::from)?;
        let value = work(&Reader::new(&sql));
        drop(sql);
        let mut readers = lock(&self.0.readers);
        if readers.len() < READERS {
            readers.push(db);
        }
        value
    }

    /// Whether this is the newest database this desk had. If not, it may be read and takes no event.
    pub fn standing(&self) -> Result<Result<(), Behind>, StoreError> {
        let (device, noted) = self.noted()?;
        let standing = self.read(|reader| twin::stands(reader.db, &self.0.anchors, device, &noted));
        match standing {
            Ok(()) => Ok(Ok(())),
            Err(StoreError::Behind(behind)) => Ok(Err(behind)),
            Err(error) => Err(error),
        }
    }

    /// This desk and its anchor, to be compared with a state of the database that is read after this.
    fn noted(&self) -> Result<(DeviceId, Noted), StoreError> {
        let device = self.read(|reader| Ok::<_, StoreError>(reader.device()?.id))?;
        Ok((device, self.0.anchors.noted(device)))
    }

    /// From now on nothing is written, as on a disk that takes nothing.
    #[cfg(test)]
    pub(crate) fn takes_nothing(&self) {
        lock(&self.0.writer).pragma_update(None, "query_only", true).expect("set");
    }

    /// Whether the read tables were made by other rules than today's: another catalogue, another program.
    pub fn is_outdated(&self) -> Result<bool, StoreError> {
        self.read(|reader| Ok(fold::made_with(reader)? != fold::rules(&*self.0.projector, &reader.town()?)))
    }

    /// Makes the read tables again. Hears (done, of) and answers whether to go on; `false` when stopped.
    pub fn rebuild(&self, mut progress: impl FnMut(usize, usize) -> bool) -> Result<bool, StoreError> {
        let done = self.write(|tx| {
            let whole = fold::rebuild(tx, tx.projector, &mut progress)?;
            tx.note_all_awaited()?;
            Ok::<_, StoreError>(whole)
        });
        done.map(|changed| changed.value)
    }
}

/// A panic elsewhere rolled its transaction back; the connection is sound.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
