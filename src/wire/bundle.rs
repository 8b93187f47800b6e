//! A bundle: a case on its way to another office, or the answer to it, in one file. The same bytes travel through the
//! mailbox at the service and on a stick. Signed by the desk that made it, sealed for the office that gets it; the service
//! reads only its cover. Knows no case; `desk` says what goes in.
//!
//! Frozen: what is sealed is a length and the signed manifest (JSON), then the pieces' bytes one after the other, in the
//! manifest's order. The digest of the manifest is the bundle's name, however often it is sealed.

use super::bytes::{Reader, put_sized};
use super::certificate::Certificate;
use super::key::{PublicKey, Purpose, SecretKey, Signed};
use super::seal::{self, Cover};
use super::{WireError, is_town};
use crate::domain::case::Outcome;
use crate::domain::event::{Outline, Payload, Recorded, Subject, commitment};
use crate::domain::id::{CaseId, DeviceId, Digest, PersonId, UserId};
use crate::domain::office::Office;
use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Why a file is not taken. Nothing of it is used then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BundleError {
    /// It is no bundle, was cut, or was changed anywhere.
    #[error("no bundle, damaged or changed")]
    Malformed,
    /// More bytes than a case may have.
    #[error("too large")]
    TooLarge,
    /// Another office gets it.
    #[error("for the office {0}")]
    OtherOffice(String),
    /// It was sealed before this desk belonged to the office.
    #[error("for other desks of this office")]
    OtherDesk,
    /// Nobody whom the Kreis knows signed it.
    #[error("not signed by a desk of the office that it says it is from")]
    NotSigned,
    /// A later version wrote it.
    #[error("version {0}")]
    Newer(u16),
}

impl From<WireError> for BundleError {
    fn from(error: WireError) -> Self {
        match error {
            WireError::TooLarge(_) => Self::TooLarge,
            _ => Self::Malformed,
        }
    }
}

/// What a bundle is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Delivery {
    /// A case is handed over.
    Handover {
        /// Why.
        reason: String,
    },
    /// It arrived and is worked on.
    Acknowledgement,
    /// It is not taken.
    Refusal {
        /// Why.
        reason: String,
    },
    /// It is decided; the papers are the pieces.
    Return {
        /// What was decided.
        outcome: Outcome,
        /// Why.
        reasons: String,
        /// Conditions.
        conditions: Vec<String>,
        /// When.
        decided_on: NaiveDate,
    },
}

/// An event of the case, as it was written: the bytes that were hashed are text and stay as they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Traveller {
    /// The envelope.
    pub envelope: String,
    /// Salt of the payload, in hexadecimal digits, and the payload; nothing once it was erased.
    pub payload: Option<(String, String)>,
}

/// Bytes that go along: a paper, an attachment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// Their digest.
    pub digest: Digest,
    /// How many.
    pub size: u64,
    /// What the file is called.
    pub name: String,
    /// Media type.
    pub media: String,
    /// The document of the service that it is, if it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
}

/// What a bundle says. Frozen JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of this format: 1.
    pub ver: u16,
    /// What it is.
    pub delivery: Delivery,
    /// The case; it has the same identity in both offices.
    pub case: CaseId,
    /// Its number at the office that sends it.
    pub number: String,
    /// Slug of the service.
    pub service: String,
    /// Version of the service.
    pub version: String,
    /// The office that sends it.
    pub from: Office,
    /// The office that gets it.
    pub to: Office,
    /// The desk that made it.
    pub device: DeviceId,
    /// Who made it, by name.
    pub by: String,
    /// When.
    pub day: NaiveDate,
    /// Digests of the manifests that it answers.
    pub answers: Vec<Digest>,
    /// Certificates of the sender's desks, in hexadecimal digits: who signed, and for whom an answer is sealed.
    pub certificates: Vec<String>,
    /// The case's events.
    pub events: Vec<Traveller>,
    /// Those whom the case concerns.
    pub persons: BTreeMap<PersonId, BTreeMap<String, String>>,
    /// Names of those who worked on it.
    pub names: BTreeMap<UserId, String>,
    /// What follows.
    pub pieces: Vec<Piece>,
}

/// Who opens.
#[derive(Debug)]
pub struct Opener<'a> {
    /// Key of the desk.
    pub key: &'a SecretKey,
    /// Its office (AGS).
    pub office: &'a str,
    /// The key with which the service signs certificates.
    pub service: &'a PublicKey,
}

/// A bundle whose signature and contents were checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle {
    /// What it says.
    pub manifest: Manifest,
    /// Digest of the manifest: the bundle's name.
    pub content: Digest,
    /// The manifest as it was signed.
    pub record: Signed,
    /// The pieces' bytes, in their order.
    pub bytes: Vec<Vec<u8>>,
}

impl Bundle {
    /// Signs a manifest and gives it with its name.
    pub fn sign(manifest: &Manifest, key: &SecretKey) -> Result<(Signed, Digest), WireError> {
        let signed = Signed::new(key, Purpose::Bundle, manifest)?;
        let content = Digest::of(&[signed.said()]);
        Ok((signed, content))
    }

    /// Seals a signed manifest with its pieces for desks of the office that gets it. `seed` is random and used once.
    pub fn seal(
        manifest: &Manifest,
        signed: &Signed,
        pieces: &[Vec<u8>],
        desks: &[PublicKey],
        seed: &[u8; 32],
    ) -> Result<Vec<u8>, BundleError> {
        let mut plain = Vec::new();
        put_sized(&mut plain, signed.bytes())?;
        for piece in pieces {
            plain.extend_from_slice(piece);
        }
        let cover = Cover { from: manifest.from.ags.clone(), to: manifest.to.ags.clone() };
        if !is_town(&cover.from) || !is_town(&cover.to) {
            return Err(BundleError::Malformed);
        }
        seal::seal(&cover, desks, &plain, seed)
    }

    /// Opens and checks: for whom, by whom, every event's payload, every piece. Nothing is believed before.
    pub fn open(bytes: &[u8], opener: &Opener<'_>) -> Result<Self, BundleError> {
        let cover = Cover::read(bytes)?;
        if cover.to != opener.office {
            return Err(BundleError::OtherOffice(cover.to));
        }
        let (cover, plain) = seal::open(bytes, opener.key)?;
        let mut reader = Reader(&plain);
        let record = Signed::from_bytes(reader.sized()?.to_vec());
        let manifest = read(&record, &cover, opener.service)?;
        manifest.check_events()?;
        let mut pieces = Vec::new();
        for piece in &manifest.pieces {
            let size = usize::try_from(piece.size).map_err(|_| BundleError::TooLarge)?;
            let bytes = reader.take(size)?;
            if Digest::of(&[bytes]) != piece.digest {
                return Err(BundleError::Malformed);
            }
            pieces.push(bytes.to_vec());
        }
        reader.end()?;
        Ok(Self { content: Digest::of(&[record.said()]), manifest, record, bytes: pieces })
    }

    /// Reads a record that was kept: what was checked when it came.
    pub fn kept(record: &[u8]) -> Result<Manifest, BundleError> {
        let signed = Signed::from_bytes(record.to_vec());
        serde_json::from_slice(signed.said()).map_err(|_| BundleError::Malformed)
    }
}

/// The version alone, so that a later one is told from nonsense.
#[derive(Deserialize)]
struct Version {
    ver: u16,
}

/// Believes a manifest that a desk signed which the service certified for the office on the cover.
fn read(record: &Signed, cover: &Cover, service: &PublicKey) -> Result<Manifest, BundleError> {
    let version: Version = serde_json::from_slice(record.said()).map_err(|_| BundleError::Malformed)?;
    if version.ver != 1 {
        return Err(BundleError::Newer(version.ver));
    }
    let manifest: Manifest = serde_json::from_slice(record.said()).map_err(|_| BundleError::Malformed)?;
    if (&manifest.from.ags, &manifest.to.ags) != (&cover.from, &cover.to) {
        return Err(BundleError::Malformed);
    }
    let desks = manifest.desks(service);
    let signed = |key: &PublicKey| record.open::<Manifest>(key, Purpose::Bundle).is_ok();
    let known = desks.iter().any(|(desk, key)| *desk == manifest.device && signed(key));
    if known { Ok(manifest) } else { Err(BundleError::NotSigned) }
}

impl Manifest {
    /// Desks of the sender's office that the service certified, with their keys.
    pub fn desks(&self, service: &PublicKey) -> Vec<(DeviceId, PublicKey)> {
        let signed = self.signed_certificates();
        let read = signed.iter().filter_map(|signed| Certificate::read(signed, service).ok());
        let own = read.filter(|certificate| certificate.town == self.from.ags);
        own.flat_map(|certificate| {
            let key = certificate.key;
            certificate.desks.into_iter().map(move |desk| (desk.device, key))
        })
        .collect()
    }

    /// The certificates that came with it; whether the service signed them is not looked at.
    pub fn signed_certificates(&self) -> Vec<Signed> {
        self.certificates.iter().filter_map(|hex| Signed::from_hex(hex)).collect()
    }

    /// The case's events as a fold needs them.
    pub fn recorded<E: DeserializeOwned>(&self) -> Result<Vec<Recorded<E>>, BundleError> {
        let one = |traveller: &Traveller| {
            let outline = traveller.outline()?;
            let payload = match &traveller.payload {
                None => Payload::Erased,
                Some((_, bytes)) => serde_json::from_str(bytes).map_or(Payload::Unknown, Payload::Known),
            };
            let (id, at, actor) = (outline.id(), outline.at, outline.actor);
            Ok(Recorded { id, parents: outline.parents, at, actor, payload })
        };
        self.events.iter().map(one).collect()
    }

    /// Every event is about this case, and its payload is the one that its envelope names.
    fn check_events(&self) -> Result<(), BundleError> {
        let subject = Subject::Case(self.case).to_string();
        for traveller in &self.events {
            let outline = traveller.outline()?;
            let bound = match &traveller.payload {
                None => true,
                Some((salt, payload)) => {
                    let salt = from_hex(salt).and_then(|bytes| <[u8; 16]>::try_from(bytes).ok());
                    let salt = salt.ok_or(BundleError::Malformed)?;
                    commitment(&salt, payload.as_bytes()) == outline.payload_commit
                }
            };
            if outline.subject != subject || !bound {
                return Err(BundleError::Malformed);
            }
        }
        Ok(())
    }
}

impl Traveller {
    /// An event from its bytes; nothing where they are no text.
    pub fn new(envelope: &[u8], payload: Option<(&[u8; 16], &[u8])>) -> Option<Self> {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).ok();
        let payload = match payload {
            None => None,
            Some((salt, bytes)) => Some((hex(salt), text(bytes)?)),
        };
        Some(Self { envelope: text(envelope)?, payload })
    }

    fn outline(&self) -> Result<Outline, BundleError> {
        serde_json::from_str(&self.envelope).map_err(|_| BundleError::Malformed)
    }
}

/// Bytes as hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    if !text.is_ascii() || !text.len().is_multiple_of(2) {
        return None;
    }
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).ok()).collect()
}

impl Signed {
    /// The bytes as hexadecimal digits, for a manifest.
    pub fn to_hex(&self) -> String {
        hex(self.bytes())
    }

    /// The same read back; nothing where they are no such digits.
    pub fn from_hex(text: &str) -> Option<Self> {
        from_hex(text).map(Self::from_bytes)
    }
}
