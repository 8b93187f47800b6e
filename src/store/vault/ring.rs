//! The system's keyring (Secret Service, Credential Manager, Keychain), asked beside the caller: it may wait for
//! somebody to type, or for ever. Knows no database.

use super::{Key, VaultError};
use keyring::{Entry, Error};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

const SERVICE: &str = "amtsstube";

pub(super) fn find(name: &str, patience: Duration) -> Result<Key, VaultError> {
    let name = name.to_owned();
    let hex = within(patience, move || Entry::new(SERVICE, &name)?.get_password())?;
    Key::from_hex(&hex).ok_or_else(|| VaultError::NoKeyring("not a key".to_owned()))
}

pub(super) fn keep(name: &str, key: &Key, patience: Duration) -> Result<(), VaultError> {
    let (name, hex) = (name.to_owned(), key.hex());
    within(patience, move || Entry::new(SERVICE, &name)?.set_password(&hex))
}

/// Asks on a thread of its own; one that never answers is left behind.
pub(super) fn within<T: Send + 'static>(
    patience: Duration,
    ask: impl FnOnce() -> keyring::Result<T> + Send + 'static,
) -> Result<T, VaultError> {
    let (answer, answered) = mpsc::channel();
    let asking = thread::Builder::new().name("keyring".to_owned()).spawn(move || answer.send(ask()).is_ok());
    let _detached = asking.map_err(|error| VaultError::NoKeyring(error.to_string()))?;
    match answered.recv_timeout(patience) {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(Error::NoEntry)) => Err(VaultError::NoKey),
        Ok(Err(error)) => Err(VaultError::NoKeyring(error.to_string())),
        Err(mpsc::RecvTimeoutError::Timeout) => Err(VaultError::KeyringTimeout),
        Err(mpsc::RecvTimeoutError::Disconnected) => Err(VaultError::NoKeyring("no answer".to_owned())),
    }
}
