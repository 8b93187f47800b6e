//! What stands in front of the database in a backup: from a stick, or from a neighbour's desk.
#![no_main]

use amtsstube::store::backup::Header;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for database in [0, 4096] {
        let _ = Header::parse(bytes, bytes.len() as u64 + database);
    }
});
