//! Keys and signatures (Ed25519). A signature is made for one purpose and serves no other. Makes no randomness.

use super::WireError;
use super::bytes::Reader;
use crate::domain::id::Digest;
use ed25519_dalek::{Signer as _, SigningKey, VerifyingKey};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a signature is for. Its name is the beginning of what is signed. Frozen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A desk signs the head of its chain.
    Segment,
    /// The service says which key is whose.
    Certificate,
    /// The service says that an event does not count.
    Verdict,
    /// A desk asks the service for something.
    Request,
    /// Somebody publishes a pack of the catalogue.
    Pack,
    /// A desk hands a case over, or answers.
    Bundle,
}

impl Purpose {
    fn name(self) -> &'static [u8] {
        match self {
            Self::Segment => b"amtsstube segment 1\0",
            Self::Certificate => b"amtsstube certificate 1\0",
            Self::Verdict => b"amtsstube verdict 1\0",
            Self::Request => b"amtsstube request 1\0",
            Self::Pack => b"amtsstube pack 1\0",
            Self::Bundle => b"amtsstube bundle 1\0",
        }
    }
}

/// The secret half: of a desk, or of the service.
#[derive(Clone)]
pub struct SecretKey(SigningKey);

impl SecretKey {
    /// A key from 32 random bytes that the caller brings.
    pub fn new(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    /// The bytes it was made from, to be kept in an encrypted place.
    pub fn seed(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// The half that everybody may know.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key().to_bytes())
    }

    /// The same key as one that opens what was sealed for it (X25519).
    pub(super) fn opens(&self) -> [u8; 32] {
        self.0.to_scalar_bytes()
    }

    /// Signs the parts, one after the other.
    pub fn sign(&self, purpose: Purpose, parts: &[&[u8]]) -> Signature {
        Signature(self.0.sign(&message(purpose, parts)).to_bytes())
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SecretKey(of {:?})", self.public())
    }
}

/// The half of a key that checks signatures, written as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PublicKey(pub [u8; 32]);

impl PublicKey {
    /// The same key as one that seals (X25519): the map between the two curves, RFC 7748.
    pub(super) fn seals(&self) -> Result<[u8; 32], WireError> {
        let key = VerifyingKey::from_bytes(&self.0).map_err(|_| WireError::Malformed("key"))?;
        if key.is_weak() { Err(WireError::Malformed("key")) } else { Ok(key.to_montgomery().to_bytes()) }
    }

    /// Whether the owner of this key signed the parts for that purpose.
    pub fn verify(&self, purpose: Purpose, parts: &[&[u8]], signature: &Signature) -> Result<(), WireError> {
        let key = VerifyingKey::from_bytes(&self.0).map_err(|_| WireError::Signature)?;
        let signature = ed25519_dalek::Signature::from_bytes(&signature.0);
        key.verify_strict(&message(purpose, parts), &signature).map_err(|_| WireError::Signature)
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", Digest(self.0))
    }
}

impl Serialize for PublicKey {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Digest(self.0).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for PublicKey {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Digest::deserialize(deserializer).map(|bytes| Self(bytes.0))
    }
}

/// An Ed25519 signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signature(pub [u8; 64]);

fn message(purpose: Purpose, parts: &[&[u8]]) -> Vec<u8> {
    [&[purpose.name()], parts].concat().concat()
}

/// Something that the service signed, as bytes: signature, then JSON. The JSON is never written again to check it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed(Vec<u8>);

impl Signed {
    /// Signs what is said.
    pub fn new(key: &SecretKey, purpose: Purpose, said: &impl Serialize) -> Result<Self, WireError> {
        let json = serde_json::to_vec(said).map_err(|_| WireError::Malformed("not JSON"))?;
        let signature = key.sign(purpose, &[&json]);
        Ok(Self([&signature.0[..], &json].concat()))
    }

    /// Takes bytes as they came; [`Signed::open`] checks them.
    pub fn from_bytes(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The bytes as they travel.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// What was said, whoever said it: nothing is checked.
    pub(super) fn said(&self) -> &[u8] {
        self.0.get(64..).unwrap_or_default()
    }

    /// What was said, if the key's owner said it for that purpose.
    pub fn open<T: DeserializeOwned>(&self, key: &PublicKey, purpose: Purpose) -> Result<T, WireError> {
        let mut reader = Reader(&self.0);
        let signature = Signature(reader.array()?);
        key.verify(purpose, &[reader.0], &signature)?;
        serde_json::from_slice(reader.0).map_err(|_| WireError::Malformed("signed, but not understood"))
    }
}
