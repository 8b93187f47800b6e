//! A portal's file as the service seals it, and whatever a neighbour could seal in its place.
#![no_main]

use amtsstube::wire::{Notice, SecretKey};
use libfuzzer_sys::fuzz_target;

const TOWN: &str = "05554016";

fuzz_target!(|bytes: &[u8]| {
    let own = SecretKey::new(&[3; 32]);
    let _ = Notice::open(bytes, &own, TOWN);
    let Ok(notice) = Notice::read(bytes) else { return };
    let Ok(sealed) = notice.seal(TOWN, &[own.public()], &[1; 32]) else { return };
    assert_eq!(Notice::open(&sealed, &own, TOWN), Ok(notice), "what is sealed is what comes out");
});
