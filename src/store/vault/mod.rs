//! The key of the database. It never lies in the data folder, and is never written to a log.

use std::fmt;
use std::hint::black_box;

/// The key of the database: 32 random bytes, overwritten when dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Key([u8; 32]);

impl Key {
    /// A key from random bytes that the caller brings.
    pub fn new(random: [u8; 32]) -> Self {
        Self(random)
    }

    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    pub(super) fn hex(&self) -> String {
        use fmt::Write as _;
        self.0.iter().fold(String::with_capacity(64), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
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
