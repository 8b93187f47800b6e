//! Who has which case open, as a desk tells it and as the others are told.
#![no_main]

use amtsstube::wire::{Here, Present, presence_mark};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = serde_json::from_slice::<Option<Here>>(bytes);
    let Ok(mut present) = serde_json::from_slice::<Vec<Present>>(bytes) else { return };
    let mark = presence_mark(&present);
    present.reverse();
    assert_eq!(presence_mark(&present), mark, "one mark for the same desks in any order");
});
