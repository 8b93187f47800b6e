//! What an event is on its way: envelope, subject, payload commitment. Says nothing about what an event does.

use super::id::{CaseId, ClosingId, DeviceId, Digest, EventRef, ListId, PersonId, UserId};
use super::user::Role;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What an event is about. Each subject has its own heads and is folded by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A case.
    Case(CaseId),
    /// A person or a business.
    Person(PersonId),
    /// Somebody who works with the program.
    User(UserId),
    /// A destruction list (Aussonderungsliste).
    Disposal(ListId),
    /// A daily closing of a till.
    Closing(ClosingId),
    /// The town's own values.
    Town,
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Case(id) => write!(f, "case:{id}"),
            Self::Person(id) => write!(f, "person:{id}"),
            Self::User(id) => write!(f, "user:{id}"),
            Self::Disposal(id) => write!(f, "disposal:{id}"),
            Self::Closing(id) => write!(f, "closing:{id}"),
            Self::Town => write!(f, "town"),
        }
    }
}

/// The text names no subject this program knows.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown subject {0:?}")]
pub struct UnknownSubject(pub String);

impl FromStr for Subject {
    type Err = UnknownSubject;
    fn from_str(text: &str) -> Result<Self, UnknownSubject> {
        let unknown = || UnknownSubject(text.to_owned());
        if text == "town" {
            return Ok(Self::Town);
        }
        let (what, id) = text.split_once(':').ok_or_else(unknown)?;
        match what {
            "case" => id.parse().map(Self::Case),
            "person" => id.parse().map(Self::Person),
            "user" => id.parse().map(Self::User),
            "disposal" => id.parse().map(Self::Disposal),
            "closing" => id.parse().map(Self::Closing),
            _ => return Err(unknown()),
        }
        .map_err(|_| unknown())
    }
}

impl Serialize for Subject {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Subject {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// The part of an event that is hashed, chained, and never erased. Holds nothing personal:
/// the payload stands apart and is bound by its commitment.
///
/// The JSON of this struct, written once, is what is stored, hashed and sent; it is never serialised again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope {
    /// The hash in use: `sha256`.
    pub alg: String,
    /// The version of this format: 1.
    pub ver: u16,
    /// The desk that wrote it.
    pub device: DeviceId,
    /// Its place in the desk's chain, from 1.
    pub seq: u64,
    /// Digest of the desk's envelope before it; zeros for the first.
    pub prev: Digest,
    /// When it was written. No legal date is ever derived from it.
    pub at: DateTime<Utc>,
    /// Who did it.
    pub actor: UserId,
    /// The role it was done in.
    pub role: Role,
    /// What it is about.
    pub subject: Subject,
    /// What happened: the payload's `kind`.
    pub kind: String,
    /// The subject's heads that the clerk saw.
    pub parents: Vec<EventRef>,
    /// How far the desk had the other desks' chains, as far as its own chain has not said so before: what was known of
    /// everything else. Left out where nothing is new.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seen: Vec<EventRef>,
    /// `SHA-256(salt ‖ payload)`.
    pub payload_commit: Digest,
}

impl Envelope {
    /// The event's identity.
    pub fn id(&self) -> EventRef {
        EventRef { device: self.device, seq: self.seq }
    }
}

/// What every version reads of an envelope: enough to check it and to pass on what a later version wrote.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Outline {
    /// The hash in use.
    pub alg: String,
    /// The version of the format.
    #[serde(default = "first_version")]
    pub ver: u16,
    /// The desk that wrote it.
    pub device: DeviceId,
    /// Its place in the desk's chain.
    pub seq: u64,
    /// Digest of the desk's envelope before it.
    pub prev: Digest,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// Who did it.
    pub actor: UserId,
    /// The role it was done in, as text: a later version may know more of them.
    pub role: String,
    /// What it is about, as text.
    pub subject: String,
    /// What happened.
    pub kind: String,
    /// The subject's heads that the clerk saw.
    pub parents: Vec<EventRef>,
    /// How far the desk had the other desks' chains, as far as its own chain has not said so before.
    #[serde(default)]
    pub seen: Vec<EventRef>,
    /// `SHA-256(salt ‖ payload)`.
    pub payload_commit: Digest,
}

/// The version of the envelope that this program writes and understands.
pub const VERSION: u16 = 1;

fn first_version() -> u16 {
    VERSION
}

impl Outline {
    /// The event's identity.
    pub fn id(&self) -> EventRef {
        EventRef { device: self.device, seq: self.seq }
    }
}

/// The payload's binding to its envelope: `SHA-256(salt ‖ payload)`.
pub fn commitment(salt: &[u8; 16], payload: &[u8]) -> Digest {
    Digest::of(&[salt, payload])
}

/// The salt of the subject's next event in one transaction; its first one is random.
///
/// One way only: a salt that is left after erasing says nothing about an earlier one, with which a short payload could be
/// guessed. Nothing more is needed, because what is erased is always a beginning: a desk has a chain from its start, and a
/// list names whatever its desk has of the subject. A new transaction begins with a fresh salt, so that who has an old copy
/// has no salt of what was written later.
pub fn next_salt(salt: &[u8; 16]) -> [u8; 16] {
    let Digest(digest) = Digest::of(&[b"amtsstube salt 1", salt]);
    let mut next = [0; 16];
    next.copy_from_slice(&digest[..16]);
    next
}

/// The random part of the id of version 7 that a subject's events in one transaction bring with them, in their order from 0.
/// Whoever has the transaction's first salt of the subject can make it: a segment need not tell it. One way only, so that an
/// id that is left somewhere after erasing says nothing about a salt; and nobody makes one without that salt.
pub fn id_of_salt(first: &[u8; 16], number: u32) -> [u8; 10] {
    let Digest(digest) = Digest::of(&[b"amtsstube id 1", first, &number.to_le_bytes()]);
    let mut random = [0; 10];
    random.copy_from_slice(&digest[..10]);
    random
}

/// What the status code of a case is drawn from that is opened in a transaction with this first salt: as [`id_of_salt`].
pub fn code_of_salt(first: &[u8; 16]) -> [u8; 12] {
    let Digest(digest) = Digest::of(&[b"amtsstube code 1", first]);
    let mut random = [0; 12];
    random.copy_from_slice(&digest[..12]);
    random
}

/// What is left of a payload.
#[derive(Debug, Clone, PartialEq)]
pub enum Payload<E> {
    /// It is here and understood.
    Known(E),
    /// It was erased by law; the envelope stays.
    Erased,
    /// The Kreis judged that it does not count; every desk skips it.
    Refused,
    /// A later version wrote it; this one passes it on ("Aktualisierung nötig").
    Unknown,
}

/// An event with its envelope's parts that a fold needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded<E> {
    /// Identity.
    pub id: EventRef,
    /// The subject's heads it was decided on.
    pub parents: Vec<EventRef>,
    /// When, for the timeline.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: UserId,
    /// What.
    pub payload: Payload<E>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn subjects_survive_being_written() {
        for subject in [
            Subject::Town,
            Subject::Case(CaseId(Uuid::nil())),
            Subject::User(UserId(Uuid::max())),
            Subject::Disposal(ListId(Uuid::max())),
            Subject::Closing(ClosingId(Uuid::max())),
        ] {
            assert_eq!(subject.to_string().parse(), Ok(subject));
        }
        assert!("case:x".parse::<Subject>().is_err());
        assert!("dog:00000000-0000-0000-0000-000000000000".parse::<Subject>().is_err());
    }

    /// Frozen: a segment leaves out what follows.
    #[test]
    fn the_next_salt_keeps_its_form() {
        let next = next_salt(&[7; 16]);
        assert_eq!(format!("{:x}", u128::from_be_bytes(next)), "8c10c46327dac6701276ce9054769c87");
        assert_ne!(next_salt(&next), next);
    }

    /// Frozen: what was hashed once is read for thirty years.
    #[test]
    fn the_envelope_keeps_its_form() {
        let id = "018f0000-0000-7000-8000-000000000001";
        let text = format!(
            "{{\"alg\":\"sha256\",\"ver\":1,\"device\":\"{id}\",\"seq\":1,\"prev\":\"{zeros}\",\
             \"at\":\"2026-11-24T10:04:00Z\",\"actor\":\"{id}\",\"role\":\"counter\",\"subject\":\"case:{id}\",\
             \"kind\":\"note_added\",\"parents\":[],\"payload_commit\":\"{zeros}\"}}",
            zeros = "0".repeat(64)
        );
        let envelope: Envelope = serde_json::from_str(&text).expect("reads");
        assert_eq!(serde_json::to_string(&envelope).expect("writes"), text);
        let seen = format!("\"seen\":[{{\"device\":\"{id}\",\"seq\":7}}],\"payload_commit\"");
        let text = text.replace("\"payload_commit\"", &seen);
        let envelope: Envelope = serde_json::from_str(&text).expect("reads");
        assert_eq!((envelope.seen.len(), serde_json::to_string(&envelope).expect("writes")), (1, text));
    }
}
