//! The key itself: 32 bytes that show themselves to nobody. Kept nowhere.

use crate::domain::id::Digest;
use std::fmt::{self, Write as _};
use std::hint::black_box;

/// The key of the database: 32 random bytes, overwritten when dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Key([u8; 32]);

impl Key {
    /// A key from random bytes that the caller brings.
    pub fn new(random: [u8; 32]) -> Self {
        Self(random)
    }

    /// A key from 64 hexadecimal digits.
    pub fn from_hex(text: &str) -> Option<Self> {
        text.parse::<Digest>().ok().map(|bytes| Self(bytes.0))
    }

    /// The key as 64 hexadecimal digits: the recovery key that goes into the town's safe.
    pub fn hex(&self) -> String {
        self.0.iter().fold(String::with_capacity(64), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }

    pub(in crate::store) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Tells keys apart and is of no use to guess one. Frozen: it stands beside every database.
    pub(in crate::store) fn check(&self) -> Digest {
        Digest::of(&[b"amtsstube key check 1", &self.0])
    }

    /// Under which name the key is kept.
    pub(super) fn name(&self) -> String {
        self.check().to_string().chars().take(32).collect()
    }
}

impl Drop for Key {
    fn drop(&mut self) {
        black_box(&mut self.0).fill(0);
        let _ = black_box(&self.0);
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}
