//! Trade notices as XML of other systems.
#![no_main]

use amtsstube::catalogue::Catalogue;
use amtsstube::exchange::{read, take_in};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(root) = read::read(bytes) else { return };
    let Ok(message) = take_in::incoming(&root) else { return };
    for service in Catalogue::built_in().services().filter(|service| service.receiving.is_some()) {
        let _ = message.answers(service);
    }
});
