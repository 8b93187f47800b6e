//! PNG and JPEG: what is attached, and a coat of arms.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = amtsstube::paper::raster::read(bytes);
});
