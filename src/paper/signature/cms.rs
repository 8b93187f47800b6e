//! The signed data inside of a signed paper: CMS (RFC 5652) with the attributes of a CAdES signature as PAdES baseline B-B
//! wants them (ETSI EN 319 142-1, 6.3). Knows nothing of PDF.
//!
//! Just what is needed: one signer, SHA-256, the digest of what was signed and of the signer's certificate, and no time:
//! that stands in the paper.

use openssl::hash::MessageDigest;
use openssl::pkey::{HasPublic, Id, PKeyRef};
use openssl::sign::{Signer as Signing, Verifier};
use openssl::x509::X509;
use sha2::{Digest, Sha256};

use super::certificate::Signer;
use super::der::{self, FIRST, INTEGER, OCTETS, SEQUENCE, SET};

// Names of things, as DER has them.
const DATA: &[u8] = &[0x06, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 1];
const SIGNED_DATA: &[u8] = &[0x06, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 2];
const CONTENT_TYPE: &[u8] = &[0x06, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 3];
const MESSAGE_DIGEST: &[u8] = &[0x06, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 4];
/// `signing-certificate-v2` (RFC 5035): no other certificate can be put in the signer's place.
const SIGNING_CERTIFICATE: &[u8] = &[0x06, 11, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 16, 2, 47];
const SHA256: &[u8] = &[0x06, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1];
const RSA: &[u8] = &[0x06, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 1];
const ECDSA_SHA256: &[u8] = &[0x06, 8, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 4, 3, 2];
const NULL: &[u8] = &[0x05, 0];
const ONE: &[u8] = &[INTEGER, 1, 1];

/// Most bytes beside certificates, issuer and signature.
const AROUND: usize = 512;

/// Most certificates that a signature brings along: its own and those of the authorities above. Each costs a look at all.
const CHAIN: usize = 16;

/// Bytes that [`sign`] needs at most.
pub(super) fn room(signer: &Signer) -> usize {
    // The issuer stands once more beside its serial number.
    let own = signer.certificates.first().map_or(0, Vec::len);
    signer.certificates.iter().map(Vec::len).sum::<usize>() + own + signer.key.size() + AROUND
}

/// Signs what has this digest. Nothing where the key cannot.
pub(super) fn sign(signer: &Signer, digest: [u8; 32]) -> Option<Vec<u8>> {
    let own = signer.certificates.first()?;
    let mut signing = Signing::new(MessageDigest::sha256(), &signer.key).ok()?;
    let signature = signing.sign_oneshot_to_vec(&attributes(digest, own)).ok()?;
    signed_data(&signer.certificates, own, algorithm(&signer.key)?, digest, &signature)
}

/// Whose signature it is, over what has this digest; nothing where it does not fit, or is none that [`sign`] makes.
pub(super) fn verify(bytes: &[u8], digest: [u8; 32]) -> Option<X509> {
    let (certificates, signature) = parts(bytes)?;
    if certificates.len() > CHAIN {
        return None;
    }
    // Those of the authorities are covered by nobody's signature here, but nothing else travels in their place.
    certificates.iter().all(|one| X509::from_der(one).is_ok()).then_some(())?;
    certificates.iter().find_map(|own| {
        let certificate = X509::from_der(own).ok()?;
        let key = certificate.public_key().ok()?;
        // Made once more it is the same: so nothing else is in it.
        let again = signed_data(&certificates, own, algorithm(&key)?, digest, signature)?;
        let mut verifier = Verifier::new(MessageDigest::sha256(), &key).ok()?;
        let fits = again == bytes && verifier.verify_oneshot(signature, &attributes(digest, own)).ok()?;
        fits.then_some(certificate)
    })
}

/// How keys of this kind sign; nothing where they cannot.
pub(super) fn algorithm<T: HasPublic>(key: &PKeyRef<T>) -> Option<Vec<u8>> {
    match key.id() {
        Id::RSA => Some(der::sequence(&[RSA, NULL])),
        Id::EC => Some(der::sequence(&[ECDSA_SHA256])),
        _ => None,
    }
}

/// What the key signs: what kind of thing it is, its digest, and which certificate belongs to the key.
fn attributes(digest: [u8; 32], own: &[u8]) -> Vec<u8> {
    let attribute = |name: &[u8], content: &[u8]| der::sequence(&[name, &der::value(SET, content)]);
    let hash = der::value(OCTETS, &Sha256::digest(own));
    let certificate = der::sequence(&[&der::sequence(&[&der::sequence(&[&hash])])]);
    let all = vec![
        attribute(CONTENT_TYPE, DATA),
        attribute(MESSAGE_DIGEST, &der::value(OCTETS, &digest)),
        attribute(SIGNING_CERTIFICATE, &certificate),
    ];
    der::set(SET, all)
}

/// The whole: `ContentInfo` with `SignedData` of version 1 (RFC 5652, 5.1), which is PKCS#7 as PDF/A-3 wants it
/// (ISO 19005-3, 6.4.3).
fn signed_data(
    certificates: &[Vec<u8>],
    own: &[u8],
    algorithm: Vec<u8>,
    digest: [u8; 32],
    signature: &[u8],
) -> Option<Vec<u8>> {
    let hashed = der::sequence(&[SHA256]);
    let mut attributes = attributes(digest, own);
    // Signed as a set, sent as the first of what may be there (5.4).
    attributes[0] = FIRST;
    let info = der::sequence(&[
        ONE,
        &issuer_and_serial(own)?,
        &hashed,
        &attributes,
        &algorithm,
        &der::value(OCTETS, signature),
    ]);
    let data = der::sequence(&[
        ONE,
        &der::value(SET, &hashed),
        &der::sequence(&[DATA]),
        &der::set(FIRST, certificates.to_vec()),
        &der::value(SET, &info),
    ]);
    Some(der::sequence(&[SIGNED_DATA, &der::value(FIRST, &data)]))
}

/// By what a signer is known.
fn issuer_and_serial(certificate: &[u8]) -> Option<Vec<u8>> {
    let (certificate, _) = der::read(certificate)?;
    let (body, _) = der::read(certificate.content)?;
    let mut fields = der::all(body.content)?.into_iter().skip_while(|field| field.tag == FIRST);
    let (serial, _algorithm, issuer) = (fields.next()?, fields.next()?, fields.next()?);
    Some(der::sequence(&[issuer.whole, serial.whole]))
}

/// The certificates and the signature, wherever they stand.
fn parts(bytes: &[u8]) -> Option<(Vec<Vec<u8>>, &[u8])> {
    let (whole, _) = der::read(bytes)?;
    let data = der::all(whole.content)?.into_iter().find(|part| part.tag == FIRST)?;
    let data = der::all(der::read(data.content)?.0.content)?;
    let certificates = der::all(data.iter().find(|part| part.tag == FIRST)?.content)?;
    let infos = data.last().filter(|part| part.tag == SET)?;
    let info = der::all(der::read(infos.content)?.0.content)?;
    let signature = info.last().filter(|part| part.tag == OCTETS)?.content;
    let is_certificate = |one: &&der::Value| one.tag == SEQUENCE;
    Some((certificates.iter().filter(is_certificate).map(|one| one.whole.to_vec()).collect(), signature))
}
