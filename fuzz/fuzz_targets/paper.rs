//! A PDF from anywhere that is verified or read aloud: an attachment, a paper that somebody brings.
#![no_main]

use amtsstube::paper::aloud;
use libfuzzer_sys::fuzz_target;
use std::sync::Once;

/// What makes the reader panic ends its own thread there, and the file is refused: no finding. The rest still is one.
static QUIET: Once = Once::new();

fuzz_target!(|bytes: &[u8]| {
    QUIET.call_once(|| std::panic::set_hook(Box::new(|_| {})));
    let Ok(opened) = aloud::open(bytes) else { return };
    for page in 0..3 {
        let _ = aloud::page(&opened.pdf, page);
    }
    let _ = aloud::lines(&opened.pdf);
});
