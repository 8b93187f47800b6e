//! How often a PKCS#12 file wants its passphrase stirred before anything can be said of it: a made-up file may want that for hours.
//! Opens nothing.

use super::der;

/// Most rounds that are gone through, a few seconds for each key: files of today have 2,048 to 600,000.
const MOST: u64 = 5_000_000;
/// Values in each other: such files have a dozen.
const DEEPEST: u8 = 32;

/// Whether none of its keys takes too long. Rounds are the number behind a salt (RFC 7292, appendix C; RFC 8018, appendix A).
pub(super) fn are_bearable(file: &[u8]) -> bool {
    most(file, 0) <= MOST
}

/// The most rounds in a list of values. Where something is no value, what follows is not looked into; OpenSSL does not either.
fn most(mut list: &[u8], depth: u8) -> u64 {
    let (mut most_yet, mut behind_salt) = (0, false);
    if depth >= DEEPEST {
        return most_yet;
    }
    loop {
        // Of a value without a length (BER) the end is not known: what is in it and what follows is one list.
        if let [tag, 0x80, inside @ ..] = list
            && tag & 0x20 != 0
        {
            return most_yet.max(most(inside, depth + 1));
        }
        let Some((value, rest)) = der::read(list) else { return most_yet };
        if behind_salt && value.tag == der::INTEGER {
            most_yet = most_yet.max(number(value.content));
        }
        if value.tag & 0x20 != 0 || value.tag == der::OCTETS {
            most_yet = most_yet.max(most(value.content, depth + 1));
        }
        behind_salt = value.tag == der::OCTETS;
        list = rest;
    }
}

fn number(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |number: u64, byte| number.saturating_mul(256).saturating_add((*byte).into()))
}

#[cfg(test)]
mod tests {
    use super::super::der::{FIRST, INTEGER, OCTETS, sequence, value};
    use super::super::tests::{KEYS, PASSPHRASE, at};
    use super::super::{Fault, Signer};
    use super::*;

    fn salted(rounds: &[u8]) -> Vec<u8> {
        sequence(&[&value(OCTETS, b"saltsalt"), &value(INTEGER, rounds)])
    }

    #[test]
    fn rounds_are_found_wherever_a_file_has_them() {
        assert!(are_bearable(KEYS) && most(KEYS, 0) == 2048);
        let many = salted(&[0x7F, 0xFF, 0xFF, 0xFF]);
        let wrapped = value(FIRST, &value(OCTETS, &sequence(&[&salted(&[8, 0]), &many])));
        let endless = [&[0x30, 0x80][..], &salted(&[8, 0]), &many, &[0, 0]].concat();
        for file in [&many, &wrapped, &endless] {
            assert!(!are_bearable(file), "{file:x?}");
        }
        assert!(
            are_bearable(&sequence(&[&value(INTEGER, &[0x7F; 16])])),
            "a serial number stands behind no salt"
        );
        let deep = (0..200).fold(many, |inside, _| sequence(&[&inside]));
        assert!(are_bearable(&deep), "no file is like that, and no stack ends");
    }

    /// It would take hours: its rounds are the last thing in it.
    #[test]
    fn a_file_that_wants_hours_is_refused_at_once() {
        let mut file = KEYS.to_vec();
        let end = file.len() - 4;
        assert_eq!(file[end..], [2, 2, 8, 0]);
        // Two bytes more in it, and in the two lists around.
        let _ = file.splice(end.., [2, 4, 0x7F, 0xFF, 0xFF, 0xFF]);
        file[3] += 2;
        let around = file.len() - 69;
        assert_eq!(file[around], 0x30);
        file[around + 1] += 2;
        assert_eq!(Signer::open(&file, PASSPHRASE, at()).err(), Some(vec![Fault::NoStore]));
    }
}
