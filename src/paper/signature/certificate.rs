//! The key and the certificates of a PKCS#12 file (RFC 7292). Keeps neither file nor passphrase, and asks nobody whether
//! a certificate was withdrawn.

use chrono::{DateTime, Utc};
use openssl::asn1::{Asn1Time, Asn1TimeRef};
use openssl::error::ErrorStack;
use openssl::pkcs12::{ParsedPkcs12_2 as Parsed, Pkcs12};
use openssl::pkey::{HasPublic, Id, PKey, PKeyRef, Private};
use openssl::x509::{X509KeyUsage, X509NameRef, X509Ref};

use super::claim::plain;
use super::rounds;

/// Fewest bits of an RSA key, and of one on an elliptic curve (BSI TR-02102-1; RSA of 3,000 bits is what it wants of new ones).
const RSA_BITS: u32 = 2048;
const EC_BITS: u32 = 256;

/// Why a file is nothing to sign with, or a certificate was none to sign with at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is no PKCS#12 file, or a damaged one, or one made to keep whoever opens it waiting; its certificate does not say when it counts.
    NoStore,
    /// The passphrase is not that of the file.
    Passphrase,
    /// It is enciphered as nobody should any more (RC2, single DES).
    Outdated,
    /// There is no key in it.
    NoKey,
    /// None of its certificates is that of its key.
    NoCertificate,
    /// The key is too short or of a kind that PDF readers do not know.
    Key,
    /// The certificate is for something else than signing.
    Usage,
    /// The certificate counts from this moment on.
    NotYet(DateTime<Utc>),
    /// The certificate counted until this moment.
    Expired(DateTime<Utc>),
}

/// A key that can sign now, and who it belongs to.
pub struct Signer {
    pub(super) key: PKey<Private>,
    /// In DER: that of the key, then the others of the file.
    pub(super) certificates: Vec<Vec<u8>>,
    subject: String,
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Signer").field("subject", &self.subject).finish_non_exhaustive()
    }
}

impl Signer {
    /// Opens the file. Errors: everything that keeps its key from signing at this moment.
    pub fn open(file: &[u8], passphrase: &str, now: DateTime<Utc>) -> Result<Self, Vec<Fault>> {
        let parsed = parse(file, passphrase).map_err(|fault| vec![fault])?;
        let Some(key) = parsed.pkey else { return Err(vec![Fault::NoKey]) };
        let Some(own) = parsed.cert else { return Err(vec![Fault::NoCertificate]) };
        let faults = faults(&key, &own, now);
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut certificates = vec![own.to_der().map_err(|_| vec![Fault::NoStore])?];
        for other in parsed.ca.iter().flatten().filter_map(|other| other.to_der().ok()) {
            if !certificates.contains(&other) {
                certificates.push(other);
            }
        }
        Ok(Self { key, certificates, subject: named(own.subject_name()) })
    }

    /// Whose certificate it is: `CN=…, O=…`.
    pub fn subject(&self) -> &str {
        &self.subject
    }
}

fn parse(file: &[u8], passphrase: &str) -> Result<Parsed, Fault> {
    if !rounds::are_bearable(file) {
        return Err(Fault::NoStore);
    }
    let store = Pkcs12::from_der(file).map_err(|_| Fault::NoStore)?;
    // It would end such a text; no passphrase has one.
    if passphrase.contains('\0') {
        return Err(Fault::Passphrase);
    }
    store.parse2(passphrase).map_err(|errors| why(&errors))
}

fn why(errors: &ErrorStack) -> Fault {
    let said = |words: &str| errors.errors().iter().any(|error| error.reason() == Some(words));
    if said("mac verify failure") {
        Fault::Passphrase
    } else if said("unsupported") || said("unknown pbe algorithm") || said("unsupported algorithm") {
        Fault::Outdated
    } else {
        Fault::NoStore
    }
}

/// What keeps a key and its certificate from signing at this moment: asked before a copy is signed, and of a signature that
/// was made elsewhere.
pub(super) fn faults<T: HasPublic>(key: &PKeyRef<T>, own: &X509Ref, at: DateTime<Utc>) -> Vec<Fault> {
    let mut faults = Vec::new();
    let strong = match key.id() {
        Id::RSA => key.bits() >= RSA_BITS,
        Id::EC => key.bits() >= EC_BITS,
        _ => false,
    };
    if !strong {
        faults.push(Fault::Key);
    }
    let signs = X509KeyUsage::DIGITAL_SIGNATURE | X509KeyUsage::NON_REPUDIATION;
    if own.key_usage().is_some_and(|usage| !usage.intersects(signs)) {
        faults.push(Fault::Usage);
    }
    match (moment(own.not_before()), moment(own.not_after())) {
        (Some(from), _) if at < from => faults.push(Fault::NotYet(from)),
        (_, Some(until)) if at > until => faults.push(Fault::Expired(until)),
        (Some(_), Some(_)) => {}
        _ => faults.push(Fault::NoStore),
    }
    faults
}

fn moment(time: &Asn1TimeRef) -> Option<DateTime<Utc>> {
    let since = Asn1Time::from_unix(0).ok()?.diff(time).ok()?;
    DateTime::from_timestamp(i64::from(since.days) * 86_400 + i64::from(since.secs), 0)
}

/// Whose certificate it is, and who says so.
pub(super) fn names(certificate: &X509Ref) -> (String, String) {
    (named(certificate.subject_name()), named(certificate.issuer_name()))
}

/// A name as people write it, as [`plain`] text.
fn named(name: &X509NameRef) -> String {
    let part = |entry: &openssl::x509::X509NameEntryRef| {
        let key = entry.object().nid().short_name().unwrap_or("?").to_owned();
        let value = entry.data().to_string().unwrap_or_default();
        format!("{key}={value}")
    };
    plain(&name.entries().map(part).collect::<Vec<_>>().join(", "))
}
