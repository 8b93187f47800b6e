//! How somebody has set the window: kept for them, and for the desk as it was last set, so that whoever signs in next can
//! read the field for the login. Knows no setting; the window writes and reads them as JSON.

use super::Desk;
use super::error::DeskError;
use super::session::Session;
use crate::store::StoreError;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Under this key the window's settings lie.
const WINDOW: &str = "window";

impl Desk {
    /// How this user has set the window; without a user, how it was last set here. Nothing where it never was, or where
    /// a newer program wrote it otherwise.
    pub fn window_settings<S: DeserializeOwned>(
        &self,
        session: Option<&Session>,
    ) -> Result<Option<S>, DeskError> {
        let owner = session.map(|session| session.user);
        let json = self.store.read(|db| db.preference(owner, WINDOW))?;
        Ok(json.and_then(|json| serde_json::from_slice(&json).ok()))
    }

    /// Keeps how the window is set, for the user and for whoever comes next.
    pub fn keep_window_settings<S: Serialize>(
        &self,
        session: Option<&Session>,
        settings: &S,
    ) -> Result<(), DeskError> {
        let json = serde_json::to_vec(settings).map_err(StoreError::from)?;
        let owners = [None, session.map(|session| session.user)];
        let _ = self.store.write(|tx| {
            for owner in owners.into_iter().take(if session.is_some() { 2 } else { 1 }) {
                tx.set_preference(owner, WINDOW, Some(&json))?;
            }
            Ok::<_, StoreError>(())
        })?;
        Ok(())
    }
}
