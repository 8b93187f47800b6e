//! Signing in with a PIN, and what a session is. Grants no right: roles are read anew in each transaction.

use super::Desk;
use super::error::DeskError;
use crate::domain::id::UserId;
use crate::domain::problem::Problem;
use crate::domain::user::{Group, Role, User};
use crate::store::StoreError;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Somebody who has signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Who.
    pub user: UserId,
    /// Name as it stands under letters.
    pub name: String,
    /// Groups whose cases may be read.
    pub reads: BTreeSet<Group>,
    /// Roles, for what the window offers; the rules ask the log.
    pub roles: BTreeSet<Role>,
}

/// Wrong PINs in a row for one login.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Failures {
    count: u32,
    last: DateTime<Utc>,
}

impl Failures {
    /// From the third failure on: 5 s, 10 s, 20 s … at most 15 minutes.
    fn wait_until(&self) -> DateTime<Utc> {
        let doublings = self.count.saturating_sub(3).min(8);
        let seconds = if self.count < 3 { 0 } else { (5_i64 << doublings).min(900) };
        self.last + Duration::seconds(seconds)
    }
}

/// Shortest PIN.
pub const PIN_LENGTH: usize = 4;

impl From<&User> for Session {
    fn from(user: &User) -> Self {
        Self {
            user: user.id,
            name: user.name.clone(),
            reads: user.reads(),
            roles: user.roles.keys().copied().collect(),
        }
    }
}

/// Failures that could not be written down: remembered here for as long as the program runs.
pub(super) type Unnoted = Arc<Mutex<BTreeMap<String, Failures>>>;

/// What a wrong PIN costs at once where it cannot be written down: another program would know nothing of it.
const UNNOTED_COSTS: std::time::Duration = std::time::Duration::from_secs(5);

impl Desk {
    /// Signs in. A wrong PIN costs time that grows with each failure, across restarts, and on a disk that takes no
    /// writing too. What has been kept for its term goes at the same time.
    pub fn sign_in(&self, login: &str, pin: &str) -> Result<Session, DeskError> {
        let login = login.trim().to_lowercase();
        let key = format!("sign-in:{login}");
        let (user, noted) = self.store.read(|db| -> Result<_, DeskError> {
            let user = db.users()?.into_iter().find(|user| user.login.to_lowercase() == login);
            let failures =
                db.preference(None, &key)?.and_then(|json| serde_json::from_slice::<Failures>(&json).ok());
            Ok((user, failures))
        })?;
        let failures = noted.into_iter().chain(self.unnoted().get(&key).cloned()).max_by_key(|all| all.count);
        let now = self.clock.now();
        if let Some(wait) = failures.as_ref().map(Failures::wait_until).filter(|until| *until > now) {
            let seconds = (wait - now).num_seconds();
            return Err(Problem::error("pin", "sign-in-wait").with("seconds", seconds).into());
        }
        // An unknown login costs the same time as a wrong PIN, so that nobody learns who works here.
        let right = verify_pin(user.as_ref().map_or(DUMMY_HASH, |user| &user.pin_hash), pin);
        if let Some(user) = user.filter(|user| right && !user.roles.is_empty()) {
            if failures.is_some() {
                let _ = self.unnoted().remove(&key);
                self.set_failures(&key, None).or_else(StoreError::unless_unwritable)?;
            }
            self.purge_reads()?;
            return Ok(Session::from(&user));
        }
        let count = failures.map_or(0, |failures| failures.count) + 1;
        self.fail(key, Failures { count, last: now });
        Err(Problem::error("pin", "sign-in-wrong").into())
    }

    /// Notes a wrong PIN. Where that cannot be written the answer comes late, and says nothing else than it would.
    fn fail(&self, key: String, failures: Failures) {
        match self.set_failures(&key, Some(&failures)) {
            Ok(()) => drop(self.unnoted().remove(&key)),
            Err(error) => {
                tracing::warn!(%error, "a wrong PIN could not be noted");
                let _ = self.unnoted().insert(key, failures);
                self.clock.wait(UNNOTED_COSTS);
            }
        }
    }

    fn unnoted(&self) -> MutexGuard<'_, BTreeMap<String, Failures>> {
        self.unnoted.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set_failures(&self, key: &str, failures: Option<&Failures>) -> Result<(), StoreError> {
        let json = failures.map(serde_json::to_vec).transpose()?;
        self.store.write(|tx| tx.set_preference(None, key, json.as_deref())).map(drop)
    }

    /// The hash of a new PIN, or why it is none.
    pub(super) fn hash_pin(&self, pin: &str) -> Result<String, DeskError> {
        if pin.chars().count() < PIN_LENGTH {
            return Err(Problem::error("pin", "pin-too-short").with("length", PIN_LENGTH).into());
        }
        let unusable = || DeskError::because("pin-not-hashed");
        let salt = SaltString::encode_b64(&self.chance.bytes::<16>()?).map_err(|_| unusable())?;
        Ok(argon2().hash_password(pin.as_bytes(), &salt).map_err(|_| unusable())?.to_string())
    }
}

/// A hash that no PIN has.
const DUMMY_HASH: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

fn verify_pin(hash: &str, pin: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| argon2().verify_password(pin.as_bytes(), &hash).is_ok())
}

/// Argon2id with 19 MiB and two passes.
fn argon2() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_grows_and_ends() {
        let wait = |count| {
            let last = DateTime::UNIX_EPOCH;
            (Failures { count, last }.wait_until() - last).num_seconds()
        };
        assert_eq!([1, 2, 3, 4, 5, 40].map(wait), [0, 0, 5, 10, 20, 900]);
    }
}
