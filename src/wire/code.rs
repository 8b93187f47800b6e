//! The enrolment code: what the Kreis gives to somebody who sets up a desk, once. Typed or pasted by a person, so a slip
//! of the finger is told from a wrong code.
//!
//! Frozen: version 1 (1), day of expiry in seconds since 1970 (8, little endian), SHA-256 of the service's certificate
//! (32), secret (16), official municipality key (8 digits), name of the desk, and four bytes of the SHA-256 of all that;
//! in Crockford's base 32, which has no I, L, O and U.

use super::WireError;
use super::bytes::Reader;
use crate::domain::id::Digest;
use chrono::{DateTime, Utc};
use std::fmt;
use std::str::FromStr;

/// What lets one desk in, once, until it expires.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnrolmentCode {
    /// After that it opens nothing.
    pub expires: DateTime<Utc>,
    /// SHA-256 of the service's TLS certificate: whoever answers with another one is not the service.
    pub pin: Digest,
    /// Random.
    pub secret: [u8; 16],
    /// Official municipality key (AGS), eight digits.
    pub town: String,
    /// What the Kreis calls the desk.
    pub name: String,
}

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Longest name of a desk, in bytes.
const LONGEST_NAME: usize = 60;

impl EnrolmentCode {
    /// What is shown to the service instead of the secret, and what the service keeps.
    pub fn proof(&self) -> Digest {
        Digest::of(&[b"amtsstube enrolment 1", &self.secret])
    }

    fn bytes(&self) -> Vec<u8> {
        let mut bytes = vec![1];
        bytes.extend_from_slice(&self.expires.timestamp().to_le_bytes());
        bytes.extend_from_slice(&self.pin.0);
        bytes.extend_from_slice(&self.secret);
        bytes.extend_from_slice(self.town.as_bytes());
        bytes.extend_from_slice(self.name.as_bytes());
        let sum = Digest::of(&[&bytes]);
        bytes.extend_from_slice(&sum.0[..4]);
        bytes
    }
}

/// Whether that is an official municipality key: eight digits.
pub fn is_town(text: &str) -> bool {
    text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit())
}

impl fmt::Display for EnrolmentCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut buffer, mut bits, mut written) = (0_u32, 0, 0);
        let mut put = |value: u32, f: &mut fmt::Formatter<'_>| {
            if written > 0 && written % 8 == 0 {
                write!(f, "-")?;
            }
            written += 1;
            write!(f, "{}", char::from(ALPHABET[(value & 31) as usize]))
        };
        for byte in self.bytes() {
            buffer = (buffer << 8) | u32::from(byte);
            bits += 8;
            while bits >= 5 {
                bits -= 5;
                put(buffer >> bits, f)?;
            }
            buffer &= (1 << bits) - 1;
        }
        if bits > 0 { put(buffer << (5 - bits), f) } else { Ok(()) }
    }
}

impl FromStr for EnrolmentCode {
    type Err = WireError;
    fn from_str(text: &str) -> Result<Self, WireError> {
        const WRONG: WireError = WireError::Malformed("enrolment code");
        let (mut buffer, mut bits, mut bytes) = (0_u32, 0, Vec::new());
        for c in text.chars().filter(|c| !c.is_whitespace() && *c != '-').map(|c| c.to_ascii_uppercase()) {
            let c = match c {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let value = ALPHABET.iter().position(|known| char::from(*known) == c).ok_or(WRONG)?;
            buffer = (buffer << 5) | u32::try_from(value).map_err(|_| WRONG)?;
            bits += 5;
            if bits >= 8 {
                bits -= 8;
                bytes.push(u8::try_from(buffer >> bits).map_err(|_| WRONG)?);
                buffer &= (1 << bits) - 1;
            }
        }
        let (said, sum) = bytes.split_at_checked(bytes.len().saturating_sub(4)).ok_or(WRONG)?;
        if buffer != 0 || said.is_empty() || Digest::of(&[said]).0[..4] != *sum {
            return Err(WRONG);
        }
        let mut reader = Reader(said);
        if reader.array()? != [1] {
            return Err(WireError::Malformed("enrolment code of a later version"));
        }
        let expires = DateTime::from_timestamp(i64::from_le_bytes(reader.array()?), 0).ok_or(WRONG)?;
        let (pin, secret) = (Digest(reader.array()?), reader.array()?);
        let word = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).map_err(|_| WRONG);
        let (town, name) = (word(reader.take(8)?)?, word(reader.0)?);
        if !is_town(&town) || name.len() > LONGEST_NAME {
            return Err(WRONG);
        }
        Ok(Self { expires, pin, secret, town, name })
    }
}
