//! The key of the database: where it is kept and how it is found. It never lies in the data folder or in a log.

mod key;
mod ring;
mod wrapped;

#[cfg(test)]
mod tests;

pub use key::Key;
pub use wrapped::Wrapped;

use super::place::Place;
use crate::domain::problem::Problem;
use std::fs;
use std::io;
use std::path::PathBuf;
use std::time::Duration;

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// Nothing holds a key for this database: a first start, or the key was lost.
    #[error("no key is kept for this database")]
    NoKey,
    /// The key is wrapped and no passphrase was given.
    #[error("a passphrase is needed")]
    PassphraseNeeded,
    /// The passphrase is another one.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// There is no keyring, or it is locked. The text is the system's.
    #[error("the keyring does not answer: {0}")]
    NoKeyring(String),
    /// The keyring did not answer in time; perhaps it waits for somebody to unlock it.
    #[error("the keyring did not answer in time")]
    KeyringTimeout,
    /// The key would lie beside what it opens.
    #[error("the key must not lie in the data folder")]
    InDataFolder,
    /// The file that should hold the key does not.
    #[error("not a key file: {0}")]
    NotAKeyFile(PathBuf),
    /// The file system.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

impl VaultError {
    /// What to show.
    pub fn problem(&self) -> Problem {
        let id = match self {
            Self::NoKey => "key-none",
            Self::PassphraseNeeded => "key-passphrase-needed",
            Self::WrongPassphrase => "key-wrong-passphrase",
            Self::NoKeyring(_) | Self::KeyringTimeout => "key-no-keyring",
            Self::InDataFolder => "key-in-data-folder",
            Self::NotAKeyFile(_) | Self::Io { .. } => "key-file",
        };
        Problem::error("", id).with("why", self)
    }
}

/// Where a key is looked for, in this order: given, key file, wrapped, keyring.
#[derive(Debug, Clone)]
pub struct Sources {
    /// `AMTSSTUBE_KEY`: 64 hexadecimal digits are the key, anything else is the passphrase that wraps it.
    pub given: Option<String>,
    /// A file with the same.
    pub key_file: Option<PathBuf>,
    /// The folder that holds wrapped keys; never the data folder.
    pub wrapped_in: PathBuf,
    /// How long the keyring may take, for somebody to unlock it; nothing to leave it alone.
    pub keyring: Option<Duration>,
}

/// Where a key is to be kept.
#[derive(Debug, Clone)]
pub enum Keeper {
    /// In the system's keyring, which may take that long.
    Keyring(Duration),
    /// In a file, wrapped by a passphrase. The salt is random and brought by the caller.
    Wrapped {
        /// The folder.
        dir: PathBuf,
        /// The passphrase.
        passphrase: String,
        /// Sixteen random bytes, used once.
        salt: [u8; 16],
    },
}

/// Finds the key of the database.
pub fn find(place: &Place, sources: &Sources) -> Result<Key, VaultError> {
    let mut given = sources.given.clone();
    if let (None, Some(path)) = (&given, &sources.key_file) {
        let io = |source| VaultError::Io { path: path.clone(), source };
        given = Some(fs::read_to_string(path).map_err(io)?);
    }
    let given = given.as_deref().map(str::trim).filter(|text| !text.is_empty());
    if let Some(key) = given.and_then(Key::from_hex) {
        return Ok(key);
    }
    // The digest that tells databases apart; without one there is no database to open.
    let name = fs::read_to_string(place.key_check()).map_err(|_| VaultError::NoKey)?;
    let name = name.trim().get(..32).ok_or(VaultError::NoKey)?;
    match (wrapped::read(&sources.wrapped_in, name)?, given, sources.keyring) {
        (Some(wrapped), Some(passphrase), _) => wrapped.open(passphrase),
        (Some(_), None, None) => Err(VaultError::PassphraseNeeded),
        (Some(_), None, Some(patience)) => match ring::find(name, patience) {
            Err(VaultError::NoKey | VaultError::NoKeyring(_)) => Err(VaultError::PassphraseNeeded),
            other => other,
        },
        (None, _, Some(patience)) => ring::find(name, patience),
        (None, _, None) => Err(VaultError::NoKey),
    }
}

/// Keeps a key, so that [`find`] finds it.
pub fn keep(place: &Place, key: &Key, keeper: &Keeper) -> Result<(), VaultError> {
    let name = key.name();
    match keeper {
        Keeper::Keyring(patience) => ring::keep(&name, key, *patience),
        Keeper::Wrapped { dir, .. } if dir.starts_with(&place.data) => Err(VaultError::InDataFolder),
        Keeper::Wrapped { dir, passphrase, salt } => wrapped::write(dir, &name, key, passphrase, *salt),
    }
}
