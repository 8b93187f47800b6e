//! The service's database as one SQLite file: for a Kreis on one machine. One writes at a time; every commit is on disk.

mod aside;
mod blob;
mod desk;
mod erase;
mod judge;
mod mail;
mod pack;
mod presence;
mod sequence;

use super::{
    Aside, Certify, Decision, DeskStatus, Known, MailCount, NewCode, NewPack, NotEnrolled, OfficeDesk, Post,
    Published, Put, Sign, Store, StoreError, Taken, Term,
};
use crate::domain::id::{DeviceId, Digest};
use crate::wire::push::Answer;
use crate::wire::{
    BlobState, EnrolRequest, Head, Here, MailAsk, MailName, Mailbox, Page, Present, Segment, Signed,
};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, ErrorCode, Transaction, TransactionBehavior, params};
use std::fmt;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, TryLockError};
use std::time::Duration;

/// Never changed once released.
const MIGRATIONS: &[&str] = &[
    include_str!("../../../migrations/district/sqlite/0001_towns.sql"),
    include_str!("../../../migrations/district/sqlite/0002_judge.sql"),
    include_str!("../../../migrations/district/sqlite/0003_certificates.sql"),
    include_str!("../../../migrations/district/sqlite/0004_packs.sql"),
    include_str!("../../../migrations/district/sqlite/0005_mark.sql"),
    include_str!("../../../migrations/district/sqlite/0006_mail.sql"),
    include_str!("../../../migrations/district/sqlite/0007_presence.sql"),
    include_str!("../../../migrations/district/sqlite/0008_erase.sql"),
    include_str!("../../../migrations/district/sqlite/0009_dropped.sql"),
    include_str!("../../../migrations/district/sqlite/0010_judge_state.sql"),
];

/// "KREI".
const APPLICATION: i32 = 0x4b52_4549;

/// How often it is asked again whether the connection is free.
const BREATH: Duration = Duration::from_millis(50);

/// An open database, and which file that is. Clones are the same.
#[derive(Clone)]
pub struct Sqlite(Arc<Mutex<Connection>>, Option<(u64, u64)>);

impl fmt::Debug for Sqlite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sqlite")
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full,
            _ => Self::Database(error.to_string()),
        }
    }
}

impl Sqlite {
    /// Opens the database, makes it where there is none, and brings an older one up to date.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let mut db = Connection::open(path)?;
        db.busy_timeout(Duration::from_secs(20))?;
        db.pragma_update(None, "journal_mode", "WAL")?;
        db.pragma_update(None, "synchronous", "FULL")?;
        db.pragma_update(None, "secure_delete", true)?;
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let known = u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX);
        let found: u32 = tx.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if found > known {
            return Err(StoreError::Newer { found, known });
        }
        for (version, sql) in (1_u32..).zip(MIGRATIONS) {
            if version > found {
                tx.execute_batch(sql)?;
            }
        }
        tx.pragma_update(None, "application_id", APPLICATION)?;
        tx.pragma_update(None, "user_version", known)?;
        tx.commit()?;
        Ok(Self(Arc::new(Mutex::new(db)), identity(path)))
    }

    /// Moves everything into the file and cuts the write-ahead log to nothing: what was erased stands in it until then.
    async fn empty_log(&self) -> Result<(), StoreError> {
        let db = Arc::clone(&self.0);
        let done = tokio::task::spawn_blocking(move || {
            let db = db.lock().unwrap_or_else(PoisonError::into_inner);
            db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0))
        });
        if done.await.map_err(|error| StoreError::Database(error.to_string()))?? != 0 {
            tracing::warn!(
                "somebody reads the database: what was erased leaves its log with the next such work"
            );
        }
        Ok(())
    }

    /// One transaction, beside the threads that serve.
    async fn act<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let db = Arc::clone(&self.0);
        let done = tokio::task::spawn_blocking(move || {
            // A panic elsewhere rolled its transaction back; the connection is sound.
            let mut db = db.lock().unwrap_or_else(PoisonError::into_inner);
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let value = work(&tx)?;
            tx.commit()?;
            Ok(value)
        });
        done.await.map_err(|error| StoreError::Database(error.to_string()))?
    }
}

/// Device and number of a file; none where there is no file, and where files have no such number.
fn identity(path: &Path) -> Option<(u64, u64)> {
    #[cfg(unix)]
    return std::fs::metadata(path).ok().map(|file| {
        use std::os::unix::fs::MetadataExt;
        (file.dev(), file.ino())
    });
    #[cfg(not(unix))]
    path.exists().then_some((0, 0))
}

/// The version of the tables; nothing while somebody else has the connection.
fn version(db: &Mutex<Connection>, opened: Option<(u64, u64)>) -> Result<Option<u32>, StoreError> {
    let db = match db.try_lock() {
        Ok(db) => db,
        Err(TryLockError::Poisoned(error)) => error.into_inner(),
        Err(TryLockError::WouldBlock) => return Ok(None),
    };
    // An open file can be written long after it was deleted or put back from a copy, and nobody ever reads that.
    let there = db.path().and_then(|path| identity(Path::new(path)));
    if there.is_none() || there != opened {
        return Err(StoreError::Database("the file is gone, or another one lies there".to_owned()));
    }
    Ok(Some(db.pragma_query_value(None, "user_version", |row| row.get(0))?))
}

impl Store for Sqlite {
    /// Waits for no lock in a thread: whoever asks and goes away leaves none behind.
    async fn ready(&self) -> Result<u32, StoreError> {
        loop {
            let (db, opened) = (Arc::clone(&self.0), self.1);
            let asked = tokio::task::spawn_blocking(move || version(&db, opened));
            if let Some(version) = asked.await.map_err(|error| StoreError::Database(error.to_string()))?? {
                return Ok(version);
            }
            tokio::time::sleep(BREATH).await;
        }
    }

    async fn seed(&self, fresh: [u8; 32]) -> Result<[u8; 32], StoreError> {
        self.act(move |db| {
            let _ = db.execute("INSERT OR IGNORE INTO service (one, seed) VALUES (1, ?1)", [fresh])?;
            Ok(db.query_row("SELECT seed FROM service", [], |row| row.get(0))?)
        })
        .await
    }

    async fn add_code(&self, code: NewCode) -> Result<(), StoreError> {
        self.act(move |db| desk::add_code(db, &code)).await
    }

    async fn enrol(
        &self,
        town: String,
        request: EnrolRequest,
        term: Term,
        certify: Certify,
    ) -> Result<Result<Signed, NotEnrolled>, StoreError> {
        self.act(move |db| desk::enrol(db, &town, &request, term, &certify)).await
    }

    async fn renew(
        &self,
        town: String,
        device: DeviceId,
        term: Term,
        certify: Certify,
    ) -> Result<Option<Signed>, StoreError> {
        self.act(move |db| desk::renew(db, &town, device, term, &certify)).await
    }

    async fn device(&self, town: String, device: DeviceId) -> Result<Option<Known>, StoreError> {
        self.act(move |db| desk::find(db, &town, device)).await
    }

    async fn append(
        &self,
        town: String,
        segment: Segment,
        bytes: Vec<u8>,
        sign: Sign,
    ) -> Result<Taken, StoreError> {
        let taken = self.act(move |db| sequence::append(db, &town, &segment, &bytes, &sign)).await?;
        if taken.erased > 0 {
            self.empty_log().await?;
        }
        Ok(taken)
    }

    async fn since(&self, town: String, device: DeviceId, since: Head) -> Result<Option<Page>, StoreError> {
        self.act(move |db| sequence::since(db, &town, device, since)).await
    }

    async fn waiting(&self, town: String, device: DeviceId, seq: u64) -> Result<u64, StoreError> {
        self.act(move |db| sequence::waiting(db, &town, device, seq)).await
    }

    async fn blob_states(&self, town: String, digests: Vec<Digest>) -> Result<Vec<BlobState>, StoreError> {
        self.act(move |db| digests.iter().map(|digest| blob::state(db, &town, *digest)).collect()).await
    }

    async fn put_part(
        &self,
        town: String,
        digest: Digest,
        size: u64,
        part: u64,
        bytes: Vec<u8>,
    ) -> Result<BlobState, StoreError> {
        self.act(move |db| blob::put(db, &town, digest, size, part, &bytes)).await
    }

    async fn part(&self, town: String, digest: Digest, part: u64) -> Result<Option<Vec<u8>>, StoreError> {
        self.act(move |db| blob::part(db, &town, digest, part)).await
    }

    async fn publish(&self, pack: NewPack) -> Result<Published, StoreError> {
        self.act(move |db| pack::publish(db, &pack)).await
    }

    async fn packs(&self) -> Result<Vec<Digest>, StoreError> {
        self.act(|db| pack::all(db)).await
    }

    async fn pack(&self, digest: Digest) -> Result<Option<Vec<u8>>, StoreError> {
        self.act(move |db| pack::bytes(db, digest)).await
    }

    async fn desks(&self) -> Result<Vec<DeskStatus>, StoreError> {
        self.act(|db| desk::all(db)).await
    }

    async fn revoke(&self, device: DeviceId, revoked: bool) -> Result<bool, StoreError> {
        self.act(move |db| {
            // A machine may be several desks under one key.
            let sql = "UPDATE device SET revoked = ?2 \
                       WHERE (town, key) IN (SELECT town, key FROM device WHERE id = ?1)";
            Ok(db.execute(sql, params![device.0.into_bytes(), revoked])? > 0)
        })
        .await
    }

    async fn put_aside(
        &self,
        town: String,
        segment: Segment,
        bytes: Vec<u8>,
        now: DateTime<Utc>,
    ) -> Result<Option<Answer>, StoreError> {
        self.act(move |db| aside::put(db, &town, &segment, &bytes, now)).await
    }

    async fn aside(&self) -> Result<Vec<Aside>, StoreError> {
        self.act(|db| aside::all(db)).await
    }

    async fn aside_segments(&self, device: DeviceId) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        self.act(move |db| aside::segments(db, device)).await
    }

    async fn decide_aside(&self, device: DeviceId, decision: Decision) -> Result<bool, StoreError> {
        self.act(move |db| aside::decide(db, device, &decision)).await
    }

    async fn set_present(
        &self,
        town: String,
        device: DeviceId,
        here: Option<Here>,
        now: i64,
    ) -> Result<(), StoreError> {
        self.act(move |db| presence::set(db, &town, device, here.as_ref(), now)).await
    }

    async fn stay(&self, town: String, device: DeviceId, now: i64) -> Result<bool, StoreError> {
        self.act(move |db| presence::stay(db, &town, device, now)).await
    }

    async fn present(&self, town: String, device: DeviceId, now: i64) -> Result<Vec<Present>, StoreError> {
        self.act(move |db| presence::of_others(db, &town, device, now)).await
    }

    async fn sweep_presence(&self, now: i64) -> Result<u64, StoreError> {
        self.act(move |db| presence::sweep(db, now)).await
    }

    async fn whole_blobs(&self, town: String) -> Result<Vec<Digest>, StoreError> {
        self.act(move |db| blob::whole(db, &town)).await
    }

    async fn mail(&self, office: String, asked: MailAsk, most: usize) -> Result<Mailbox, StoreError> {
        self.act(move |db| mail::seen(db, &office, asked, most)).await
    }

    async fn put_mail(&self, post: Post) -> Result<Put, StoreError> {
        self.act(move |db| mail::put(db, &post)).await
    }

    async fn mail_part(
        &self,
        office: String,
        name: MailName,
        part: u64,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        self.act(move |db| mail::part(db, &office, &name, part)).await
    }

    async fn take_mail(&self, office: String, name: MailName, dropped: bool) -> Result<bool, StoreError> {
        self.act(move |db| mail::take(db, &office, &name, dropped)).await
    }

    async fn mail_counts(&self) -> Result<Vec<MailCount>, StoreError> {
        self.act(|db| mail::counts(db)).await
    }

    async fn office_desks(&self, first: String, last: String) -> Result<Vec<OfficeDesk>, StoreError> {
        self.act(move |db| mail::desks(db, &first, &last)).await
    }

    async fn certificates(&self, town: String) -> Result<Vec<Vec<u8>>, StoreError> {
        self.act(move |db| mail::certificates(db, &town)).await
    }
}
