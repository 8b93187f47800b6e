//! A desk's certificate: the service says which desks write with which key, for which town. Frozen JSON, signed.

use super::WireError;
use super::key::{PublicKey, Purpose, SecretKey, Signed};
use super::request::OwnDesk;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Which desks of which town write with which key. The last desk is the one that writes now; earlier ones are what the
/// same database was before it was put back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// Official municipality key (AGS), eight digits.
    pub town: String,
    /// What the Kreis calls the desk: `Schalter 2`.
    pub name: String,
    /// The desks, each with the code its numbers bear.
    pub desks: Vec<OwnDesk>,
    /// Their key.
    pub key: PublicKey,
    /// When it was given.
    pub given_at: DateTime<Utc>,
    /// Until when the service listens to the desk; renewed before. What was written until then holds for ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<DateTime<Utc>>,
}

impl Certificate {
    /// Signs it as the service.
    pub fn sign(&self, service: &SecretKey) -> Result<Signed, WireError> {
        Signed::new(service, Purpose::Certificate, self)
    }

    /// Reads it, if the service signed it.
    pub fn read(signed: &Signed, service: &PublicKey) -> Result<Self, WireError> {
        signed.open(service, Purpose::Certificate)
    }
}
