//! Certificates and verdicts: as they come, and as the service would have signed them.
#![no_main]

use amtsstube::wire::{Certificate, SecretKey, Signed, Verdict};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let service = SecretKey::new(&[3; 32]).public();
    let signed = Signed::from_bytes(bytes.to_vec());
    let _ = (Certificate::read(&signed, &service), Verdict::read(&signed, &service));
    let _ = serde_json::from_slice::<Certificate>(bytes);
    let _ = serde_json::from_slice::<Verdict>(bytes);
});
