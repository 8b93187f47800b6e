//! Randomness for ids, salts and status codes: the system's, or a seed's for demo towns. Keeps no key.

use sha2::{Digest as _, Sha256};
use std::sync::{Arc, Mutex, PoisonError};
use uuid::{Builder, Uuid};

/// Where randomness comes from.
#[derive(Debug, Clone, Default)]
pub enum Chance {
    /// The operating system.
    #[default]
    System,
    /// A stream of digests from a seed: the same town every time. Never for real data.
    Seeded(Arc<Mutex<Stream>>),
}

/// Digests of a seed and a counter, byte after byte.
#[derive(Debug)]
pub struct Stream {
    seed: u64,
    block: u64,
    rest: Vec<u8>,
}

/// The operating system gave no randomness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the operating system gave no randomness")]
pub struct NoChance;

impl Chance {
    /// The stream of a seed.
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded(Arc::new(Mutex::new(Stream { seed, block: 0, rest: Vec::new() })))
    }

    /// That many random bytes.
    pub fn bytes<const N: usize>(&self) -> Result<[u8; N], NoChance> {
        let mut bytes = [0; N];
        match self {
            Self::System => getrandom::fill(&mut bytes).map_err(|_| NoChance)?,
            Self::Seeded(stream) => stream.lock().unwrap_or_else(PoisonError::into_inner).fill(&mut bytes),
        }
        Ok(bytes)
    }

    /// A new id that sorts by time (UUID version 7).
    pub fn id(&self, millis: i64) -> Result<Uuid, NoChance> {
        Ok(Builder::from_unix_timestamp_millis(u64::try_from(millis).unwrap_or(0), &self.bytes()?)
            .into_uuid())
    }
}

impl Stream {
    fn fill(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            if self.rest.is_empty() {
                let digest = Sha256::digest([self.seed.to_le_bytes(), self.block.to_le_bytes()].concat());
                self.rest = digest.to_vec();
                self.block += 1;
            }
            *byte = self.rest.pop().unwrap_or_default();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_repeats_itself_and_the_system_does_not() {
        let ids = |chance: Chance| {
            (0..3).map(|_| chance.id(1_700_000_000_000).expect("random")).collect::<Vec<_>>()
        };
        assert_eq!(ids(Chance::seeded(7)), ids(Chance::seeded(7)));
        assert_ne!(ids(Chance::seeded(7)), ids(Chance::seeded(8)));
        assert_ne!(ids(Chance::System), ids(Chance::System));
    }
}
