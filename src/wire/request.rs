//! How a desk shows who asks: it signs what it asks for, together with a challenge that the service gave. No clock of a
//! desk is needed. Sends nothing.

use super::WireError;
use super::bytes::Reader;
use super::key::{PublicKey, Purpose, SecretKey, Signature};
use crate::domain::id::{DeviceId, Digest};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// What the service says to everybody who comes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Welcome {
    /// Version of the protocol.
    pub version: u16,
    /// The key with which the service signs.
    pub service: PublicKey,
    /// To be signed with each request until the service asks for another.
    pub challenge: Challenge,
}

/// A desk that a database is, or was before it was put back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnDesk {
    /// Identity.
    pub device: DeviceId,
    /// What its numbers bear.
    pub code: String,
}

/// What a desk asks for when it is enrolled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolRequest {
    /// The secret of the enrolment code.
    pub secret: Digest,
    /// The desk's key.
    pub key: PublicKey,
    /// What this database is and was; the last one writes now.
    pub desks: Vec<OwnDesk>,
    /// Whether numbers with these codes were handed out already, so that the codes cannot change any more.
    pub has_events: bool,
}

/// Fresh for some minutes; only the service can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Challenge(pub Digest);

/// Who asks, with the proof. Written into the header `authorization`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Credentials {
    /// The desk.
    pub device: DeviceId,
    /// The challenge that was signed.
    pub challenge: Challenge,
    signature: Signature,
}

impl Credentials {
    /// Signs a request.
    pub fn new(
        key: &SecretKey,
        device: DeviceId,
        challenge: Challenge,
        method: &str,
        path: &str,
        body: &[u8],
    ) -> Self {
        let parts = signed(device, challenge, method, path, body);
        let signature = key.sign(Purpose::Request, &parts.each_ref().map(|part| &part[..]));
        Self { device, challenge, signature }
    }

    /// Whether the key's owner asks exactly this.
    pub fn check(&self, key: &PublicKey, method: &str, path: &str, body: &[u8]) -> Result<(), WireError> {
        let parts = signed(self.device, self.challenge, method, path, body);
        key.verify(Purpose::Request, &parts.each_ref().map(|part| &part[..]), &self.signature)
    }
}

fn signed(device: DeviceId, challenge: Challenge, method: &str, path: &str, body: &[u8]) -> [Vec<u8>; 4] {
    let asked = format!("{method} {path}\n").into_bytes();
    [device.0.as_bytes().to_vec(), challenge.0.0.to_vec(), asked, Digest::of(&[body]).0.to_vec()]
}

impl fmt::Display for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Amtsstube {}{}", self.device.0.simple(), self.challenge.0)?;
        self.signature.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for Credentials {
    type Err = WireError;
    fn from_str(text: &str) -> Result<Self, WireError> {
        const WRONG: WireError = WireError::Malformed("credentials");
        let hex = text.strip_prefix("Amtsstube ").ok_or(WRONG)?;
        if hex.len() != 224 || !hex.is_ascii() {
            return Err(WRONG);
        }
        let bytes: Vec<u8> = (0..224)
            .step_by(2)
            .map(|at| u8::from_str_radix(&hex[at..at + 2], 16).map_err(|_| WRONG))
            .collect::<Result<_, _>>()?;
        let mut reader = Reader(&bytes);
        Ok(Self {
            device: DeviceId(Uuid::from_bytes(reader.array()?)),
            challenge: Challenge(Digest(reader.array()?)),
            signature: Signature(reader.array()?),
        })
    }
}
