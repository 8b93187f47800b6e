//! Packs of the catalogue.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = amtsstube::wire::pack::open(bytes);
    let _ = amtsstube::catalogue::pack::Pack::read(bytes);
});
