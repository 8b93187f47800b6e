//! A PDF from anywhere that is looked at in the window.
#![no_main]

use amtsstube::paper::preview;
use libfuzzer_sys::fuzz_target;
use std::sync::Once;

/// What makes whoever draws it panic ends its own thread there, and the file is refused: no finding. The rest still is one.
static QUIET: Once = Once::new();

fuzz_target!(|bytes: &[u8]| {
    QUIET.call_once(|| std::panic::set_hook(Box::new(|_| {})));
    let _ = preview::pages(bytes);
    let _ = preview::picture(bytes, 0, 0.5);
});
