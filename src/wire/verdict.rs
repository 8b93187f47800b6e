//! A verdict: the service says that an event does not count, and why. The event itself stays in every chain.

use super::WireError;
use super::key::{PublicKey, Purpose, SecretKey, Signed};
use crate::domain::id::EventRef;
use serde::{Deserialize, Serialize};

/// An event that every desk's fold skips. Frozen JSON, signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// The event.
    pub event: EventRef,
    /// Why, as a word: `role` where the role may not write events of the kind.
    pub reason: String,
}

impl Verdict {
    /// Signs it as the service.
    pub fn sign(&self, service: &SecretKey) -> Result<Signed, WireError> {
        Signed::new(service, Purpose::Verdict, self)
    }

    /// Reads it, if the service signed it.
    pub fn read(signed: &Signed, service: &PublicKey) -> Result<Self, WireError> {
        signed.open(service, Purpose::Verdict)
    }
}
