//! What the service keeps of bundles between offices, and what it counts. Reads no bundle.

use crate::domain::id::Digest;
use crate::wire::{MailState, PublicKey};

/// A part of a bundle on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// The office that gets it.
    pub to: String,
    /// The office that sends it.
    pub from: String,
    /// Digest of the sealed bytes.
    pub blob: Digest,
    /// How many there are.
    pub size: u64,
    /// The part, from 0.
    pub part: u64,
    /// It.
    pub bytes: Vec<u8>,
    /// Now, in seconds since 1970.
    pub now: i64,
    /// Most bundles of one office that may lie at another.
    pub most: u64,
    /// Most bytes of them.
    pub most_bytes: u64,
}

/// What became of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    /// How much is there now.
    There(MailState),
    /// Too much of the sender lies there already.
    Full,
    /// The office has no desk that could open it.
    Nobody,
}

/// What lies for an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailCount {
    /// The office that gets it.
    pub town: String,
    /// The office that sent it.
    pub sender: String,
    /// Bundles.
    pub bundles: u64,
    /// Bytes.
    pub bytes: u64,
    /// When the oldest came, in seconds since 1970.
    pub oldest: i64,
}

/// A desk of an office, as other offices need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeDesk {
    /// The office.
    pub town: String,
    /// The desk's key.
    pub key: PublicKey,
    /// Whether it was cut off.
    pub revoked: bool,
    /// Until when its certificate is good, in seconds since 1970; nothing where it has no end yet.
    pub valid_until: Option<i64>,
}

/// Most bundles of which an office hears at once; it asks on behind the last one.
pub const MOST_LYING: usize = 1000;
