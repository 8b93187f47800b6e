//! What a desk asks with and what it is answered: credentials, enrolment, welcome, answers, states of papers.
#![no_main]

use amtsstube::domain::id::Digest;
use amtsstube::wire::push::Answer;
use amtsstube::wire::{BlobState, Credentials, EnrolRequest, Welcome};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(shown) = std::str::from_utf8(bytes).unwrap_or_default().parse::<Credentials>() {
        assert_eq!(shown.to_string().parse(), Ok(shown));
    }
    let _ = serde_json::from_slice::<EnrolRequest>(bytes);
    let _ = serde_json::from_slice::<Welcome>(bytes);
    let _ = serde_json::from_slice::<Answer>(bytes);
    let _ = serde_json::from_slice::<Vec<BlobState>>(bytes);
    let _ = serde_json::from_slice::<Vec<Digest>>(bytes);
});
