//! Making enrolment codes, and the letters that a desk's numbers bear. Lets nobody in itself; the store does.

use super::clock;
use super::store::{NewCode, NotEnrolled, Term};
use crate::domain::id::{DeviceId, Digest};
use crate::wire::{EnrolRequest, EnrolmentCode, OwnDesk};
use chrono::Days;
use std::collections::BTreeSet;

/// How long a code opens.
const DAYS: u64 = 7;

/// How long a certificate is good, in days: a desk that nobody switched on for a year asks for a new code.
const CERTIFICATE: u64 = 400;

/// How long before its end a certificate is renewed, in seconds.
const RENEWED_BEFORE: i64 = 60 * 24 * 3600;

/// The term of a certificate that is given now.
pub(super) fn term() -> Term {
    let given = clock::now();
    Term { given, until: given.checked_add_days(Days::new(CERTIFICATE)).unwrap_or(given) }
}

/// How a certificate with that end stands now, in seconds since 1970: expired, to be renewed, or neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Good,
    EndsSoon,
    Expired,
}

pub(super) fn standing(valid_until: Option<i64>, now: i64) -> Standing {
    match valid_until {
        Some(end) if end < now => Standing::Expired,
        Some(end) if end - now > RENEWED_BEFORE => Standing::Good,
        // One from before certificates ended gets its end now.
        _ => Standing::EndsSoon,
    }
}

/// Makes a code for a desk of a town: what is handed over, and what the service keeps of it. `secret` is random.
pub fn code(town: &str, name: &str, pin: Digest, secret: [u8; 16]) -> (EnrolmentCode, NewCode) {
    let now = clock::now();
    let expires = now.checked_add_days(Days::new(DAYS)).unwrap_or(now);
    let (town, name) = (town.to_owned(), name.to_owned());
    let code = EnrolmentCode { expires, pin, secret, town: town.clone(), name: name.clone() };
    let kept = NewCode { proof: code.proof(), town, name, expires };
    (code, kept)
}

/// The codes that the numbers of the desks bear: those that they have where numbers were handed out, else the next free
/// ones. A desk that is `known` (with its code and key) keeps its own.
pub(super) fn letters(
    known: &[(DeviceId, String, [u8; 32])],
    request: &EnrolRequest,
) -> Result<Vec<OwnDesk>, NotEnrolled> {
    let mut taken: BTreeSet<String> = known.iter().map(|(_, code, _)| code.clone()).collect();
    let mut desks = Vec::new();
    for asked in &request.desks {
        let code = match known.iter().find(|(id, ..)| *id == asked.device) {
            Some((_, _, key)) if *key != request.key.0 => return Err(NotEnrolled::DeviceTaken),
            Some((_, code, _)) => code.clone(),
            None if !request.has_events => desk_code(&taken),
            None if taken.contains(&asked.code) => return Err(NotEnrolled::CodeTaken),
            None => asked.code.clone(),
        };
        let _ = taken.insert(code.clone());
        desks.push(OwnDesk { device: asked.device, code });
    }
    Ok(desks)
}

/// The next letters that no desk of the town has: A, B, … Z, AA, AB, …
fn desk_code(taken: &BTreeSet<String>) -> String {
    let letters = || ('A'..='Z').map(String::from);
    let pairs = letters().flat_map(|first| letters().map(move |second| format!("{first}{second}")));
    let mut free = letters().chain(pairs).filter(|code| !taken.contains(code));
    free.next().unwrap_or_else(|| format!("X{}", taken.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn desks_get_the_next_free_letters() {
        let mut taken = BTreeSet::new();
        let codes: Vec<_> = (0..704)
            .map(|_| {
                let code = desk_code(&taken);
                assert!(taken.insert(code.clone()), "{code} twice");
                code
            })
            .collect();
        assert_eq!([0, 1, 25, 26, 27].map(|at| codes[at].as_str()), ["A", "B", "Z", "AA", "AB"]);
    }
}
