//! What desks and service say about bundles between offices: what a desk asks, what lies there, how far a part is.
#![no_main]

use amtsstube::wire::{MailAsk, MailState, Mailbox};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(mailbox) = serde_json::from_slice::<Mailbox>(bytes) {
        let again = serde_json::to_vec(&mailbox).expect("JSON");
        assert_eq!(serde_json::from_slice::<Mailbox>(&again).ok(), Some(mailbox));
    }
    let _ = serde_json::from_slice::<MailAsk>(bytes);
    let _ = serde_json::from_slice::<MailState>(bytes);
});
