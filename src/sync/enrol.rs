//! Being let in: shows the code's secret to the service that the code pins, and checks what comes back. Stores nothing.

use super::SyncError;
use super::http::Lost;
use super::run::know;
use crate::domain::id::Digest;
use crate::store::{Enrolment, StoreError, Tx};
use crate::wire::{
    Certificate, Door, EnrolRequest, EnrolmentCode, OwnDesk, PublicKey, SecretKey, Signed, WireError,
};

/// A desk that was let in, not yet noted.
#[derive(Debug, Clone)]
pub struct Enrolled {
    /// Which desks write with which key.
    pub certificate: Certificate,
    /// Where.
    pub enrolment: Enrolment,
}

/// Asks the service, which is at `url`, to let the desks of this database in. Asking again with the same key is answered
/// again.
pub fn enrol<D: Door>(
    service: &mut D,
    url: &str,
    code: &EnrolmentCode,
    key: &SecretKey,
    desks: Vec<OwnDesk>,
    has_events: bool,
) -> Result<Enrolled, SyncError>
where
    SyncError: From<D::Lost>,
{
    let welcome = service.hello()?;
    let request = EnrolRequest { secret: code.proof(), key: key.public(), desks, has_events };
    let json = serde_json::to_vec(&request).map_err(|_| WireError::Malformed("no enrolment"))?;
    let signed = Signed::from_bytes(service.enrol(&json)?);
    let certificate = Certificate::read(&signed, &welcome.service)?;
    let about = |desk: &OwnDesk| certificate.desks.iter().any(|given| given.device == desk.device);
    if certificate.town != code.town || certificate.key != key.public() || !request.desks.iter().all(about) {
        return Err(Lost::Said("another_certificate".to_owned()).into());
    }
    let PublicKey(service) = welcome.service;
    let enrolment = Enrolment {
        key: key.seed(),
        url: url.trim_end_matches('/').to_owned(),
        pin: code.pin,
        town: code.town.clone(),
        service,
        heard: (0, Digest::default()),
        heard_at: None,
        silent_from: None,
    };
    Ok(Enrolled { certificate, enrolment })
}

impl Enrolled {
    /// Notes it, and takes the letters that the Kreis gave where no number bears others yet.
    pub fn note(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        tx.enrol(&self.enrolment)?;
        know(tx, &self.certificate)?;
        let own = tx.device()?;
        match self.certificate.desks.iter().find(|desk| desk.device == own.id) {
            Some(desk) => tx.take_code(&desk.code),
            None => Err(StoreError::NotAnEvent("a certificate of other desks")),
        }
    }
}
