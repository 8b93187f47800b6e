//! What stands behind a paper that was issued: a signature (CMS in DER) with its certificates. Anybody can have written it.
#![no_main]

use amtsstube::paper::signature::{before, holder};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let at = "2026-11-28T08:15:30Z".parse().expect("a moment");
    let _ = holder(bytes, [7; 32], at);
    let _ = before(bytes);
});
