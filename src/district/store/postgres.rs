//! The service's database on PostgreSQL: for a Kreis on several machines. Rows are locked where two nodes could meet, and
//! a transaction that another one crossed is done again.

mod aside;
mod blob;
mod connect;
mod desk;
mod erase;
mod judge;
mod mail;
mod migrate;
mod pack;
mod presence;
mod sequence;
mod transaction;

use super::{
    Aside, Certify, Decision, DeskStatus, Known, MailCount, NewCode, NewPack, NotEnrolled, OfficeDesk, Post,
    Published, Put, Sign, Store, StoreError, Taken, Term,
};
use crate::domain::id::{DeviceId, Digest};
use crate::wire::push::Answer;
use crate::wire::{
    BlobState, EnrolRequest, Head, Here, MailAsk, MailName, Mailbox, Page, Present, PublicKey, Segment,
    Signed, WireError,
};
use chrono::{DateTime, Utc};
use deadpool_postgres::Pool;
use std::fmt;
use std::path::Path;
use std::sync::Arc;
use tokio_postgres::Row;
use transaction::Failed;

/// An open database, and what this node knows of its judges. Clones are the same.
#[derive(Clone)]
pub struct Postgres(Pool, Arc<judge::Known>);

impl fmt::Debug for Postgres {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Postgres")
    }
}

impl Postgres {
    /// Connects, and brings an older database up to date. `url` as `postgres://user@host/database`; `authority` is a file
    /// of certificates that vouch for the server, and the line is encrypted then.
    pub async fn open(url: &str, authority: Option<&Path>) -> Result<Self, StoreError> {
        let store = Self(connect::pool(url, authority)?, Arc::default());
        store.migrate().await?;
        Ok(store)
    }

    /// The same database as another node sees it that has read nothing of it yet.
    #[must_use]
    pub fn another_node(&self) -> Self {
        Self(self.0.clone(), Arc::default())
    }

    /// In which state this node has read what a town's judge keeps.
    #[cfg(test)]
    pub(in crate::district) fn judged_by(&self, town: &str) -> Option<Vec<u8>> {
        self.1.of(town).map(|(state, _)| state)
    }
}

/// A column of 32 bytes.
fn digest(row: &Row, at: usize) -> Result<[u8; 32], Failed> {
    let bytes: &[u8] = row.get(at);
    bytes.try_into().map_err(|_| WireError::Malformed("a stored digest").into())
}

fn device_id(row: &Row, at: usize) -> Result<DeviceId, Failed> {
    let bytes: &[u8] = row.get(at);
    let id = uuid::Uuid::from_slice(bytes).map_err(|_| WireError::Malformed("a stored id"))?;
    Ok(DeviceId(id))
}

impl Store for Postgres {
    async fn ready(&self) -> Result<u32, StoreError> {
        self.act(|tx| {
            Box::pin(async move {
                let row = tx.query_one("SELECT coalesce(max(version), 0) FROM migration", &[]).await?;
                Ok(row.get::<_, i32>(0).unsigned_abs())
            })
        })
        .await
    }

    async fn seed(&self, fresh: [u8; 32]) -> Result<[u8; 32], StoreError> {
        self.act(|tx| {
            Box::pin(async move {
                let sql = "INSERT INTO service (one, seed) VALUES (TRUE, $1) ON CONFLICT DO NOTHING";
                let _ = tx.execute(sql, &[&&fresh[..]]).await?;
                digest(&tx.query_one("SELECT seed FROM service", &[]).await?, 0)
            })
        })
        .await
    }

    async fn add_code(&self, code: NewCode) -> Result<(), StoreError> {
        let code = Arc::new(code);
        self.act(|tx| {
            let code = Arc::clone(&code);
            Box::pin(async move { desk::add_code(tx, &code).await })
        })
        .await
    }

    async fn enrol(
        &self,
        town: String,
        request: EnrolRequest,
        term: Term,
        certify: Certify,
    ) -> Result<Result<Signed, NotEnrolled>, StoreError> {
        let asked = Arc::new((town, request, certify));
        self.act(|tx| {
            let asked = Arc::clone(&asked);
            Box::pin(async move { desk::enrol(tx, &asked.0, &asked.1, term, &asked.2).await })
        })
        .await
    }

    async fn renew(
        &self,
        town: String,
        device: DeviceId,
        term: Term,
        certify: Certify,
    ) -> Result<Option<Signed>, StoreError> {
        let asked = Arc::new((town, certify));
        self.act(|tx| {
            let asked = Arc::clone(&asked);
            Box::pin(async move { desk::renew(tx, &asked.0, device, term, &asked.1).await })
        })
        .await
    }

    async fn device(&self, town: String, device: DeviceId) -> Result<Option<Known>, StoreError> {
        self.act(|tx| {
            let town = town.clone();
            Box::pin(async move {
                let sql = "SELECT key, revoked, valid_until FROM device WHERE town = $1 AND id = $2";
                let row = tx.query_opt(sql, &[&town, &&device.0.as_bytes()[..]]).await?;
                row.map(|row| {
                    let key = PublicKey(digest(&row, 0)?);
                    Ok(Known { key, revoked: row.get(1), valid_until: row.get(2) })
                })
                .transpose()
            })
        })
        .await
    }

    async fn append(
        &self,
        town: String,
        segment: Segment,
        bytes: Vec<u8>,
        sign: Sign,
    ) -> Result<Taken, StoreError> {
        let sent = Arc::new((town, segment, bytes, sign));
        self.act(|tx| {
            let (sent, judges) = (Arc::clone(&sent), Arc::clone(&self.1));
            Box::pin(async move { sequence::append(tx, &judges, &sent.0, &sent.1, &sent.2, &sent.3).await })
        })
        .await
    }

    async fn since(&self, town: String, device: DeviceId, since: Head) -> Result<Option<Page>, StoreError> {
        self.act(|tx| {
            let town = town.clone();
            Box::pin(async move { sequence::since(tx, &town, device, since).await })
        })
        .await
    }

    async fn waiting(&self, town: String, device: DeviceId, seq: u64) -> Result<u64, StoreError> {
        self.act(|tx| {
            let town = town.clone();
            Box::pin(async move { sequence::waiting(tx, &town, device, seq).await })
        })
        .await
    }

    async fn blob_states(&self, town: String, digests: Vec<Digest>) -> Result<Vec<BlobState>, StoreError> {
        let asked = Arc::new((town, digests));
        self.act(|tx| {
            let asked = Arc::clone(&asked);
            Box::pin(async move {
                let mut states = Vec::with_capacity(asked.1.len());
                for digest in &asked.1 {
                    states.push(blob::state(tx, &asked.0, *digest).await?);
                }
                Ok(states)
            })
        })
        .await
    }

    async fn put_part(
        &self,
        town: String,
        digest: Digest,
        size: u64,
        part: u64,
        bytes: Vec<u8>,
    ) -> Result<BlobState, StoreError> {
        let sent = Arc::new((town, bytes));
        self.act(|tx| {
            let sent = Arc::clone(&sent);
            Box::pin(async move { blob::put(tx, &sent.0, digest, size, part, &sent.1).await })
        })
        .await
    }

    async fn part(&self, town: String, digest: Digest, part: u64) -> Result<Option<Vec<u8>>, StoreError> {
        self.act(|tx| {
            let town = town.clone();
            Box::pin(async move { blob::part(tx, &town, digest, part).await })
        })
        .await
    }

    async fn publish(&self, pack: NewPack) -> Result<Published, StoreError> {
        let pack = Arc::new(pack);
        self.act(|tx| {
            let pack = Arc::clone(&pack);
            Box::pin(async move { pack::publish(tx, &pack).await })
        })
        .await
    }

    async fn packs(&self) -> Result<Vec<Digest>, StoreError> {
        self.act(|tx| Box::pin(async move { pack::all(tx).await })).await
    }

    async fn pack(&self, digest: Digest) -> Result<Option<Vec<u8>>, StoreError> {
        self.act(|tx| Box::pin(async move { pack::bytes(tx, digest).await })).await
    }

    async fn desks(&self) -> Result<Vec<DeskStatus>, StoreError> {
        self.act(|tx| Box::pin(async move { desk::all(tx).await })).await
    }

    async fn revoke(&self, device: DeviceId, revoked: bool) -> Result<bool, StoreError> {
        self.act(|tx| {
            Box::pin(async move {
                // A machine may be several desks under one key.
                let sql = "UPDATE device SET revoked = $2 \
                           WHERE (town, key) IN (SELECT town, key FROM device WHERE id = $1)";
                Ok(tx.execute(sql, &[&&device.0.as_bytes()[..], &revoked]).await? > 0)
            })
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
        let sent = Arc::new((town, segment, bytes));
        self.act(|tx| {
            let sent = Arc::clone(&sent);
            Box::pin(async move { aside::put(tx, &sent.0, &sent.1, &sent.2, now).await })
        })
        .await
    }

    async fn aside(&self) -> Result<Vec<Aside>, StoreError> {
        self.act(|tx| Box::pin(async move { aside::all(tx).await })).await
    }

    async fn aside_segments(&self, device: DeviceId) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        self.act(|tx| Box::pin(async move { aside::segments(tx, device).await })).await
    }

    async fn decide_aside(&self, device: DeviceId, decision: Decision) -> Result<bool, StoreError> {
        let decision = Arc::new(decision);
        self.act(|tx| {
            let decision = Arc::clone(&decision);
            Box::pin(async move { aside::decide(tx, device, &decision).await })
        })
        .await
    }

    async fn set_present(
        &self,
        town: String,
        device: DeviceId,
        here: Option<Here>,
        now: i64,
    ) -> Result<(), StoreError> {
        let told = Arc::new((town, here));
        self.act(|tx| {
            let told = Arc::clone(&told);
            Box::pin(async move { presence::set(tx, &told.0, device, told.1.as_ref(), now).await })
        })
        .await
    }

    async fn stay(&self, town: String, device: DeviceId, now: i64) -> Result<bool, StoreError> {
        self.act(|tx| {
            let town = town.clone();
            Box::pin(async move { presence::stay(tx, &town, device, now).await })
        })
        .await
    }

    async fn present(&self, town: String, device: DeviceId, now: i64) -> Result<Vec<Present>, StoreError> {
        self.act(|tx| {
            let town = town.clone();
            Box::pin(async move { presence::of_others(tx, &town, device, now).await })
        })
        .await
    }

    async fn sweep_presence(&self, now: i64) -> Result<u64, StoreError> {
        self.act(|tx| Box::pin(async move { presence::sweep(tx, now).await })).await
    }

    async fn whole_blobs(&self, town: String) -> Result<Vec<Digest>, StoreError> {
        self.act(|tx| {
            let town = town.clone();
            Box::pin(async move { blob::whole(tx, &town).await })
        })
        .await
    }

    async fn mail(&self, office: String, asked: MailAsk, most: usize) -> Result<Mailbox, StoreError> {
        let asked = Arc::new((office, asked));
        self.act(|tx| {
            let asked = Arc::clone(&asked);
            Box::pin(async move { mail::seen(tx, &asked.0, &asked.1, most).await })
        })
        .await
    }

    async fn put_mail(&self, post: Post) -> Result<Put, StoreError> {
        let post = Arc::new(post);
        self.act(|tx| {
            let post = Arc::clone(&post);
            Box::pin(async move { mail::put(tx, &post).await })
        })
        .await
    }

    async fn mail_part(
        &self,
        office: String,
        name: MailName,
        part: u64,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let asked = Arc::new((office, name));
        self.act(|tx| {
            let asked = Arc::clone(&asked);
            Box::pin(async move { mail::part(tx, &asked.0, &asked.1, part).await })
        })
        .await
    }

    async fn take_mail(&self, office: String, name: MailName, dropped: bool) -> Result<bool, StoreError> {
        let asked = Arc::new((office, name));
        self.act(|tx| {
            let asked = Arc::clone(&asked);
            Box::pin(async move { mail::take(tx, &asked.0, &asked.1, dropped).await })
        })
        .await
    }

    async fn mail_counts(&self) -> Result<Vec<MailCount>, StoreError> {
        self.act(|tx| Box::pin(async move { mail::counts(tx).await })).await
    }

    async fn office_desks(&self, first: String, last: String) -> Result<Vec<OfficeDesk>, StoreError> {
        let asked = Arc::new((first, last));
        self.act(|tx| {
            let asked = Arc::clone(&asked);
            Box::pin(async move { mail::desks(tx, &asked.0, &asked.1).await })
        })
        .await
    }

    async fn certificates(&self, town: String) -> Result<Vec<Vec<u8>>, StoreError> {
        self.act(|tx| {
            let town = town.clone();
            Box::pin(async move { mail::certificates(tx, &town).await })
        })
        .await
    }
}
