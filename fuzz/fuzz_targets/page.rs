//! A page of a town's sequence, alone and as a desk takes it.
#![no_main]

use amtsstube::wire::pull::Pull;
use amtsstube::wire::{Head, Page, SecretKey};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = Page::read(bytes, 0);
    let service = SecretKey::new(&[3; 32]).public();
    let _ = Pull::new("05554024".into(), service, [].into(), Head::default()).take(bytes);
});
