//! The key and certificates of a PKCS#12 file that a clerk wants to sign with.
#![no_main]

use amtsstube::paper::signature::Signer;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let now = "2027-01-04T08:00:00Z".parse().expect("a moment");
    let _ = Signer::open(bytes, "geheim", now);
});
