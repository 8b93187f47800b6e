//! What the service keeps, behind one trait that both databases pass the same tests with. Decides nothing: what to do with
//! a segment is [`crate::wire::push::place`]'s, what counts is [`crate::domain::judge`]'s.
//!
//! Rules that keep it ready to be spread over machines: the town leads every key; no transaction writes to two towns; a place in
//! a town's sequence is taken in the transaction that writes there.

mod mail;
mod postgres;
mod sqlite;

pub use mail::{MOST_LYING, MailCount, OfficeDesk, Post, Put};
pub use postgres::Postgres;
pub use sqlite::Sqlite;

use crate::domain::id::{DeviceId, Digest};
use crate::wire::push::Answer;
use crate::wire::{
    BlobState, Certificate, EnrolRequest, Head, Here, MailAsk, MailName, Mailbox, Page, Present, PublicKey,
    Segment, Signed, Verdict, WireError,
};
use chrono::{DateTime, Utc};
use std::future::Future;
use std::sync::Arc;

/// Most bytes of segments in one answer; a single larger one goes alone.
pub const PAGE: usize = 256 << 10;

/// Why the database did not do it. Nothing was kept.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// What the database says.
    #[error("database: {0}")]
    Database(String),
    /// The line has to be encrypted, and nothing says who the server is.
    #[error("sslmode=require needs `database_authority`, the certificates that vouch for the server")]
    NoAuthority,
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// A newer service has used it.
    #[error("the database has version {found}, this service knows {known}")]
    Newer {
        /// Version of the database.
        found: u32,
        /// The last version this service knows.
        known: u32,
    },
    /// What is stored does not read back.
    #[error("stored, and not understood: {0}")]
    Broken(#[from] WireError),
}

/// Whether a place that was heard is the one that is here. Zeros say that no mark was heard with it.
fn is_same(here: Head, heard: Head) -> bool {
    heard.hash == Digest::default() || here == heard
}

/// A code that lets one desk in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCode {
    /// The town.
    pub town: String,
    /// What the secret proves.
    pub proof: Digest,
    /// What the desk is called.
    pub name: String,
    /// Until when.
    pub expires: DateTime<Utc>,
}

/// Why a desk is not let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotEnrolled {
    /// There is no such code in this town.
    UnknownCode,
    /// It is too old.
    Expired,
    /// Another desk used it.
    Used,
    /// The desk has handed out numbers under a code that another desk of the town has.
    CodeTaken,
    /// Another key writes as that desk already.
    DeviceTaken,
}

/// A desk as the service knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// Its key.
    pub key: PublicKey,
    /// Whether it was cut off.
    pub revoked: bool,
    /// Until when its certificate is good, in seconds since 1970; nothing where it has no end yet.
    pub valid_until: Option<i64>,
}

/// When a certificate is given, and until when it is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Now.
    pub given: DateTime<Utc>,
    /// The end.
    pub until: DateTime<Utc>,
}

/// What lies aside of a desk that was cut off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// Its town.
    pub town: String,
    /// The desk.
    pub device: DeviceId,
    /// What its numbers bear.
    pub code: String,
    /// What it is called.
    pub name: String,
    /// How many events.
    pub events: u64,
    /// When the first of them came.
    pub first_came: DateTime<Utc>,
    /// When the last of them came.
    pub last_came: DateTime<Utc>,
}

/// What was decided about what lies aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Whether it was taken into the town's sequence, or dropped.
    pub taken: bool,
    /// At whose word.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// How long a desk counts as having a case open behind its last word, in seconds.
pub const PRESENT: i64 = 90;

/// Most bytes that lie aside of one desk: a stolen one shall not fill the disk.
pub const MOST_ASIDE: u64 = 64 << 20;

/// A desk in the overview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskStatus {
    /// Its town.
    pub town: String,
    /// Identity.
    pub device: DeviceId,
    /// What its numbers bear.
    pub code: String,
    /// What it is called.
    pub name: String,
    /// Events that are here.
    pub events: u64,
    /// Whether it was cut off.
    pub revoked: bool,
    /// Until when its certificate is good, in seconds since 1970; nothing where it has no end yet.
    pub valid_until: Option<i64>,
}

/// A pack of the catalogue to be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPack {
    /// Its digest.
    pub digest: Digest,
    /// Its name, the same in all versions.
    pub name: String,
    /// Its version.
    pub version: u32,
    /// When.
    pub at: DateTime<Utc>,
    /// It.
    pub bytes: Vec<u8>,
}

/// What became of a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Published {
    /// Every desk hears of it.
    New,
    /// It was published before.
    Known,
    /// There is this version of that name, which is not older.
    NotNewer(u32),
}

/// An answer that comes later.
pub trait Later<T>: Future<Output = Result<T, StoreError>> + Send {}
impl<T, F: Future<Output = Result<T, StoreError>> + Send> Later<T> for F {}

/// Makes a desk's certificate once its codes are known.
pub type Certify = Box<dyn Fn(&Certificate) -> Result<Signed, WireError> + Send + Sync>;

/// Signs a verdict as the service.
pub type Sign = Arc<dyn Fn(&Verdict) -> Result<Signed, WireError> + Send + Sync>;

/// What became of a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// What its desk hears.
    pub answer: Answer,
    /// Events that were found not to count: of this segment, or of earlier ones that it decides.
    pub refused: usize,
    /// Events that lost their payload, after the term of their file.
    pub erased: usize,
}

impl From<Answer> for Taken {
    fn from(answer: Answer) -> Self {
        Self { answer, refused: 0, erased: 0 }
    }
}

/// What the service keeps.
pub trait Store: Clone + Send + Sync + 'static {
    /// Whether the database answers: the version of its tables. Reads one row, however many desks there are.
    fn ready(&self) -> impl Later<u32>;

    /// The seed of the key with which the service signs: the one that is kept, else `fresh`, kept from now on.
    fn seed(&self, fresh: [u8; 32]) -> impl Later<[u8; 32]>;

    /// Keeps a code.
    fn add_code(&self, code: NewCode) -> impl Later<()>;

    /// Lets a desk in: uses the code, gives the desk its letters, and tells the town. Asked again by the same key, it gives
    /// the same certificate: the answer may have been lost.
    fn enrol(
        &self,
        town: String,
        request: EnrolRequest,
        term: Term,
        certify: Certify,
    ) -> impl Later<Result<Signed, NotEnrolled>>;

    /// A desk of the town.
    fn device(&self, town: String, device: DeviceId) -> impl Later<Option<Known>>;

    /// Takes a segment of a desk of the town, lets the town's judge hear it and tells the town the verdicts, or says why not.
    /// On disk when it answers.
    fn append(&self, town: String, segment: Segment, bytes: Vec<u8>, sign: Sign) -> impl Later<Taken>;

    /// What is new in the town for the desk; nothing where the town's sequence has no such place: it was put back. A mark of
    /// zeros fits every place.
    fn since(&self, town: String, device: DeviceId, since: Head) -> impl Later<Option<Page>>;

    /// How many events of other desks of the town stand behind a place.
    fn waiting(&self, town: String, device: DeviceId, seq: u64) -> impl Later<u64>;

    /// How much of the town's blobs is there.
    fn blob_states(&self, town: String, digests: Vec<Digest>) -> impl Later<Vec<BlobState>>;

    /// Keeps a part. Once all are there they are checked against the name, and thrown away where they are not it.
    fn put_part(
        &self,
        town: String,
        digest: Digest,
        size: u64,
        part: u64,
        bytes: Vec<u8>,
    ) -> impl Later<BlobState>;

    /// A part of a blob that is whole.
    fn part(&self, town: String, digest: Digest, part: u64) -> impl Later<Option<Vec<u8>>>;

    /// Publishes a pack for all towns; each name's versions rise.
    fn publish(&self, pack: NewPack) -> impl Later<Published>;

    /// All published packs, by name and version.
    fn packs(&self) -> impl Later<Vec<Digest>>;

    /// The bytes of a pack.
    fn pack(&self, digest: Digest) -> impl Later<Option<Vec<u8>>>;

    /// All desks, by town and code.
    fn desks(&self) -> impl Later<Vec<DeskStatus>>;

    /// Gives a desk of the town a new certificate for its key, and tells the town.
    fn renew(
        &self,
        town: String,
        device: DeviceId,
        term: Term,
        certify: Certify,
    ) -> impl Later<Option<Signed>>;

    /// Cuts a desk off, at the last event that is here, or lets it in again; whether there is such a desk.
    fn revoke(&self, device: DeviceId, revoked: bool) -> impl Later<bool>;

    /// Lays a segment of a desk that was cut off aside; nothing where there is too much already.
    fn put_aside(
        &self,
        town: String,
        segment: Segment,
        bytes: Vec<u8>,
        now: DateTime<Utc>,
    ) -> impl Later<Option<Answer>>;

    /// What lies aside, by town and code.
    fn aside(&self) -> impl Later<Vec<Aside>>;

    /// The segments of a desk that lie aside, with their town, in the order of the chain.
    fn aside_segments(&self, device: DeviceId) -> impl Later<Vec<(String, Vec<u8>)>>;

    /// Notes what was decided about what lies aside of a desk and forgets it; whether there was anything.
    fn decide_aside(&self, device: DeviceId, decision: Decision) -> impl Later<bool>;

    /// Keeps what a desk of the town has open for [`PRESENT`] seconds, or that it has nothing open. `now` in seconds since 1970.
    fn set_present(&self, town: String, device: DeviceId, here: Option<Here>, now: i64) -> impl Later<()>;

    /// It is still open there: keeps it again for [`PRESENT`] seconds; whether it had not run out.
    fn stay(&self, town: String, device: DeviceId, now: i64) -> impl Later<bool>;

    /// What the other desks of the town have open. What has run out is deleted.
    fn present(&self, town: String, device: DeviceId, now: i64) -> impl Later<Vec<Present>>;

    /// Deletes what ran out in every town: of a town whose desks are off nobody asks. Gives how much it was.
    fn sweep_presence(&self, now: i64) -> impl Later<u64>;

    /// The papers and attachments of a town that are whole.
    fn whole_blobs(&self, town: String) -> impl Later<Vec<Digest>>;

    /// What lies for an office, how the bundles stand that it sent, and which of those that it holds it has taken.
    fn mail(&self, office: String, asked: MailAsk, most: usize) -> impl Later<Mailbox>;

    /// Keeps a part of a bundle. Once all are there they are checked against the name, and thrown away where they are not it.
    /// What was taken once is not kept again.
    fn put_mail(&self, post: Post) -> impl Later<Put>;

    /// A part of a bundle that lies for an office as a whole.
    fn mail_part(&self, office: String, name: MailName, part: u64) -> impl Later<Option<Vec<u8>>>;

    /// An office has taken a bundle: its bytes go; whether it lay there.
    fn take_mail(&self, office: String, name: MailName, dropped: bool) -> impl Later<bool>;

    /// How much lies, by office and sender.
    fn mail_counts(&self) -> impl Later<Vec<MailCount>>;

    /// The desks of the offices whose keys (AGS) lie between two, by office and key.
    fn office_desks(&self, first: String, last: String) -> impl Later<Vec<OfficeDesk>>;

    /// All certificates of a town's desks, in the order in which they were given.
    fn certificates(&self, town: String) -> impl Later<Vec<Vec<u8>>>;
}
