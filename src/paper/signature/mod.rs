//! An electronic signature behind a finished paper: PAdES baseline B-B (ETSI EN 319 142-1) with the key of a PKCS#12 file.
//! Keeps no key and no passphrase, and does not say whether a certificate is to be trusted: the reader's program does.
//!
//! The paper's bytes stay the beginning of the signed copy, so the paper that was issued stays what it was, and a copy can be
//! told to be that paper and nothing else.

mod certificate;
mod claim;
mod cms;
mod der;
mod rounds;
#[cfg(test)]
pub(crate) mod tests;
mod update;

pub use certificate::{Fault, Signer};
pub use claim::plain;

use super::PaperError;
use chrono::{DateTime, Utc};

/// What a signature says of itself. Anybody can read it in the file, and nothing proves it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Who signs.
    pub authority: String,
    /// Why.
    pub reason: String,
    /// What a screen reader calls the field.
    pub label: String,
}

/// A signature that was found behind a paper: it is the only thing there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// When it was made, as it says itself.
    pub at: DateTime<Utc>,
    /// What else it says of itself.
    pub said: Said,
    /// Whose it is, where it covers the whole file and fits its bytes.
    pub by: Option<Holder>,
}

/// Who a certificate is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// Whose key it is: `CN=…, O=…`.
    pub subject: String,
    /// Who says so.
    pub issuer: String,
    /// Why nobody could have signed here with this certificate at the moment that the signature states.
    pub faults: Vec<Fault>,
}

/// The paper with a signature behind it. The paper has to be one that [`super::writer`] made.
pub fn sign(paper: &[u8], signer: &Signer, said: &Said, at: DateTime<Utc>) -> Result<Vec<u8>, PaperError> {
    let copy = update::write(paper, said, at, cms::room(signer))?;
    let failed = || PaperError::Write("the key cannot sign".to_owned());
    let signature = cms::sign(signer, copy.digest()).ok_or_else(failed)?;
    Ok(copy.filled(&signature).ok_or_else(failed)?.bytes)
}

/// The beginning of the file that would be the paper, if a signature stands behind it. Cheap, and believes nothing.
pub fn before(bytes: &[u8]) -> Option<&[u8]> {
    update::before(bytes)
}

/// The signature behind the paper at the beginning of the file; nothing where anything else was added, or something beside it.
/// The paper has to be known as one of ours: it is read without limits.
pub fn read(paper: &[u8], bytes: &[u8]) -> Option<Signature> {
    let (copy, said, at, padded) = update::read(paper, bytes)?;
    Some(Signature { at, said, by: holder(&padded, copy.digest(), at) })
}

/// Whose signature it is, with zeros behind it, over what has this digest and at this moment; nothing where it does not fit.
pub fn holder(padded: &[u8], digest: [u8; 32], at: DateTime<Utc>) -> Option<Holder> {
    let (value, rest) = der::read(padded)?;
    let certificate = cms::verify(value.whole, digest).filter(|_| rest.iter().all(|byte| *byte == 0))?;
    let (subject, issuer) = certificate::names(&certificate);
    let key = certificate.public_key();
    let faults = key.map_or_else(|_| vec![Fault::Key], |key| certificate::faults(&key, &certificate, at));
    Some(Holder { subject, issuer, faults })
}
