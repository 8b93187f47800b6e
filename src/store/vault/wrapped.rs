//! A key wrapped by a passphrase, in a file of its own. The passphrase is stretched by Argon2id; what comes out covers
//! the key once (a fresh salt each time) and proves the passphrase. Brings no randomness.

use super::{Key, VaultError};
use crate::domain::id::Digest;
use crate::store::place::{make_private_dir, replace_private};
use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A key under a passphrase.
///
/// Frozen: read by every later version. 64 MiB and three passes: a tenth of a second here, a fortune for a guesser.
#[derive(Debug, Serialize, Deserialize)]
pub struct Wrapped {
    kdf: String,
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    salt: [u8; 16],
    sealed: Digest,
    proof: Digest,
    #[serde(skip)]
    file: PathBuf,
}

fn path(dir: &Path, name: &str) -> PathBuf {
    dir.join(format!("key-{name}.json"))
}

/// The wrapped key of that name, if there is one.
pub(super) fn read(dir: &Path, name: &str) -> Result<Option<Wrapped>, VaultError> {
    let file = path(dir, name);
    match fs::read(&file) {
        Ok(bytes) => match serde_json::from_slice::<Wrapped>(&bytes) {
            Ok(wrapped) if wrapped.kdf == "argon2id" => Ok(Some(Wrapped { file, ..wrapped })),
            _ => Err(VaultError::NotAKeyFile(file)),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(VaultError::Io { path: file, source }),
    }
}

/// Wraps the key and writes it.
pub(super) fn write(
    dir: &Path,
    name: &str,
    key: &Key,
    passphrase: &str,
    salt: [u8; 16],
) -> Result<(), VaultError> {
    let file = path(dir, name);
    let new = Wrapped::new(key, passphrase, salt)?;
    let bytes = serde_json::to_vec_pretty(&new).map_err(|_| VaultError::NotAKeyFile(file.clone()))?;
    let written = make_private_dir(dir).and_then(|()| replace_private(&file, &bytes));
    written.map_err(|source| VaultError::Io { path: file, source })
}

impl Wrapped {
    /// Wraps a key. The salt is random, and used once.
    pub(in crate::store) fn new(key: &Key, passphrase: &str, salt: [u8; 16]) -> Result<Self, VaultError> {
        let mut new = Self {
            kdf: "argon2id".to_owned(),
            memory_kib: 65_536,
            passes: 3,
            lanes: 1,
            salt,
            sealed: Digest::default(),
            proof: Digest::default(),
            file: PathBuf::new(),
        };
        let (cover, prover) = new.stretch(passphrase)?;
        new.sealed = Digest(xor(key.bytes(), &cover));
        new.proof = Digest::of(&[&prover, &new.sealed.0]);
        Ok(new)
    }

    /// Whether opening it costs what a person can wait for: what comes from outside may say anything.
    pub(in crate::store) fn is_bearable(&self) -> bool {
        self.kdf == "argon2id" && self.memory_kib <= 1 << 20 && self.passes <= 32 && self.lanes <= 16
    }

    /// The key, if that is the passphrase.
    pub(in crate::store) fn open(&self, passphrase: &str) -> Result<Key, VaultError> {
        let (cover, prover) = self.stretch(passphrase)?;
        if Digest::of(&[&prover, &self.sealed.0]) == self.proof {
            Ok(Key::new(xor(&self.sealed.0, &cover)))
        } else {
            Err(VaultError::WrongPassphrase)
        }
    }

    fn stretch(&self, passphrase: &str) -> Result<([u8; 32], [u8; 32]), VaultError> {
        let broken = |_| VaultError::NotAKeyFile(self.file.clone());
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(64)).map_err(broken)?;
        let mut out = [[0; 32]; 2];
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(passphrase.as_bytes(), &self.salt, out.as_flattened_mut())
            .map_err(broken)?;
        let [cover, prover] = out;
        Ok((cover, prover))
    }
}

fn xor(bytes: &[u8; 32], cover: &[u8; 32]) -> [u8; 32] {
    std::array::from_fn(|at| bytes[at] ^ cover[at])
}
