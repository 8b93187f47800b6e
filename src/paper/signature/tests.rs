//! What anybody can have put behind a paper: an update of the file, a signature, certificates. Read or refused, whatever they are.

use super::update::tests::{copy, paper};
use super::*;

/// The signature of a town that does not exist over [`DIGEST`], as it was written on 28 November 2026.
pub(crate) const SIGNATURE: &[u8] = include_bytes!("../../../tests/files/signature.der");
/// The key of that town, as it was packed on 28 November 2026.
pub(crate) const KEYS: &[u8] = include_bytes!("../../../tests/files/certificate.p12");
pub(crate) const PASSPHRASE: &str = "geheim";
const DIGEST: [u8; 32] = [7; 32];

pub(crate) fn at() -> DateTime<Utc> {
    "2026-11-28T08:15:30Z".parse().expect("a moment")
}

/// Whether the bytes are a signature over [`DIGEST`].
pub(crate) fn reads(bytes: &[u8]) -> bool {
    holder(bytes, DIGEST, at()).is_some()
}

/// Whether the bytes are a file to sign with.
pub(crate) fn opens(bytes: &[u8]) -> bool {
    Signer::open(bytes, PASSPHRASE, "2027-01-04T08:00:00Z".parse().expect("a moment")).is_ok()
}

/// What stands behind the paper in a copy whose signature is none.
pub(crate) fn tail() -> Vec<u8> {
    let (paper, copy) = copy();
    copy.bytes[paper.len()..].to_vec()
}

/// Whether it is read behind that paper.
pub(crate) fn reads_tail(tail: &[u8]) -> bool {
    let paper = paper();
    let bytes = [&paper, tail].concat();
    let _ = before(&bytes);
    read(&paper, &bytes).is_some_and(|found| found.by.is_none())
}

/// Signed copies were handed out: each stays what it is.
#[test]
fn a_signature_of_an_earlier_program_is_verified() {
    let by = holder(SIGNATURE, DIGEST, at()).expect("it fits");
    assert_eq!(by.subject, "CN=Siegel der Stadt Gescher, O=Stadt Gescher");
    assert_eq!((by.issuer.as_str(), by.faults), ("CN=Siegel der Stadt Gescher, O=Stadt Gescher", vec![]));
    assert_eq!(holder(SIGNATURE, [8; 32], at()), None, "of other bytes it is none");
    let padded = [SIGNATURE, &[0; 9]].concat();
    assert!(reads(&padded) && !reads(&[&padded[..], &[1]].concat()));
}
