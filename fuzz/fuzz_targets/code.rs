//! Enrolment codes, as somebody types them.
#![no_main]

use amtsstube::wire::EnrolmentCode;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(code) = text.parse::<EnrolmentCode>() {
        assert_eq!(code.to_string().parse(), Ok(code), "what is read is written the same way");
    }
});
