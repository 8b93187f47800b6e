//! The service as a desk sees it: a trait that HTTP implements, and a simulation without a socket. Sends nothing itself.

use super::key::Signed;
use super::mail::{MailAsk, MailName, Mailbox, Posted};
use super::push::Answer;
use super::request::Welcome;
use super::segment::{Form, Head};
use crate::domain::id::{DeviceId, Digest};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Bytes of a part of a blob; the last one is shorter.
pub const PART: usize = 64 << 10;

/// How much of a blob the service has. Frozen JSON.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct BlobState {
    /// Bytes it will have; nothing where it is not known.
    pub size: Option<u64>,
    /// Whether all of it is there.
    pub whole: bool,
    /// How many parts from the front are there.
    pub parts: u64,
}

/// What a desk asks the service. Every question can be asked again: a lost answer costs time and nothing else.
pub trait Service {
    /// Why there was no answer.
    type Lost;

    /// The newest form of segments that the service reads. Asked before one is packed for it.
    fn form(&mut self) -> Result<Form, Self::Lost> {
        Ok(Form::default())
    }

    /// Sends a segment.
    fn push(&mut self, device: DeviceId, first_seq: u64, segment: &[u8]) -> Result<Answer, Self::Lost>;

    /// What is new in the town behind a place: the bytes of a page. Nothing where the service has no such place, because it
    /// was put back. Waits that long for something new.
    fn since(&mut self, place: Head, wait: Duration) -> Result<Option<Vec<u8>>, Self::Lost>;

    /// How many events of other desks wait behind a place, where the service can say so.
    fn waiting(&mut self, place: Head) -> Result<Option<u64>, Self::Lost> {
        let _ = place;
        Ok(None)
    }

    /// How much of the blobs is there.
    fn blobs(&mut self, digests: &[Digest]) -> Result<Vec<BlobState>, Self::Lost>;

    /// Sends a part of a blob.
    fn put_part(
        &mut self,
        digest: Digest,
        size: u64,
        part: u64,
        bytes: &[u8],
    ) -> Result<BlobState, Self::Lost>;

    /// Asks for a new certificate where the service said in an earlier answer that this one ends soon; whether it did.
    fn renew(&mut self) -> Result<bool, Self::Lost> {
        Ok(false)
    }

    /// A part of a blob; nothing where it is not whole there.
    fn part(&mut self, digest: Digest, part: u64) -> Result<Option<Vec<u8>>, Self::Lost>;

    /// The packs of the catalogue that the Kreis has published, by digest.
    fn packs(&mut self) -> Result<Vec<Digest>, Self::Lost> {
        Ok(Vec::new())
    }

    /// A pack; nothing where there is no such.
    fn pack(&mut self, digest: Digest) -> Result<Option<Vec<u8>>, Self::Lost> {
        let _ = digest;
        Ok(None)
    }

    /// What lies for this office, how what it sent stands, and whether other offices have other desks now; nothing where the
    /// service carries no bundles.
    fn mail(&mut self, asked: &MailAsk) -> Result<Option<Mailbox>, Self::Lost> {
        let _ = asked;
        Ok(None)
    }

    /// A part of a bundle that lies for this office; nothing where it does not, or not any more.
    fn mail_part(&mut self, name: &MailName, part: u64) -> Result<Option<Vec<u8>>, Self::Lost> {
        let _ = (name, part);
        Ok(None)
    }

    /// Sends a part of a bundle for another office.
    fn put_mail(
        &mut self,
        name: &MailName,
        size: u64,
        part: u64,
        bytes: &[u8],
    ) -> Result<Posted, Self::Lost> {
        let _ = (name, size, part, bytes);
        Ok(Posted::Refused("nothing".to_owned()))
    }

    /// Says that this office has taken a bundle; the service keeps it no longer.
    fn mail_taken(&mut self, name: &MailName) -> Result<(), Self::Lost> {
        let _ = name;
        Ok(())
    }

    /// The office dropped a bundle: nobody can open it, or nobody wants it. Its sender hears so.
    fn mail_dropped(&mut self, name: &MailName) -> Result<(), Self::Lost> {
        let _ = name;
        Ok(())
    }

    /// Certificates of the desks of an office that write now, as the service signed them.
    fn office(&mut self, ags: &str) -> Result<Vec<Signed>, Self::Lost> {
        let _ = ags;
        Ok(Vec::new())
    }
}

/// The service as somebody meets it who is not let in yet.
pub trait Door {
    /// Why there was no answer.
    type Lost;

    /// What the service says to everybody.
    fn hello(&mut self) -> Result<Welcome, Self::Lost>;

    /// Asks to be let in; what comes back is the signed certificate.
    fn enrol(&mut self, request: &[u8]) -> Result<Vec<u8>, Self::Lost>;
}
