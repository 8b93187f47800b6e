//! A correction that somebody has begun and not finished: kept as theirs like an intake at the counter, so that neither a
//! lock nor a crash costs what was typed. Corrects nothing.

use super::Desk;
use super::error::DeskError;
use super::session::Session;
use crate::domain::case::Fees;
use crate::domain::id::{CaseId, Digest, UserId};
use crate::store::{Draft, Reader, StoreError};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What was typed of a correction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Begun {
    /// The case.
    pub corrects: CaseId,
    /// Right answers by top-level field, as typed; `null` takes one out.
    pub answers: BTreeMap<String, Value>,
    /// Why.
    pub reason: String,
    /// Whether the office itself was mistaken.
    pub own_mistake: Option<bool>,
    /// What becomes of fees whose amount changes.
    pub fees: Option<Fees>,
}

impl Begun {
    /// Whether nothing is typed.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.reason.trim().is_empty()
    }
}

/// Each user may have one for each case, so the draft's id is made of both.
pub(super) fn draft_id(user: UserId, case: CaseId) -> CaseId {
    let Digest(digest) = Digest::of(&[b"correction", user.0.as_bytes(), case.0.as_bytes()]);
    let mut id = [0; 16];
    id.iter_mut().zip(digest).for_each(|(id, byte)| *id = byte);
    CaseId(Uuid::from_bytes(id))
}

impl Desk {
    /// Keeps what was typed by this moment over its earlier state, never over a later one; nothing typed is nothing begun.
    pub fn keep_correction(
        &self,
        session: &Session,
        begun: &Begun,
        at: DateTime<Utc>,
    ) -> Result<(), DeskError> {
        if begun.is_empty() {
            return self.drop_correction(session, begun.corrects);
        }
        let body = serde_json::to_vec(begun).map_err(StoreError::from)?;
        let _ = self.store.write(|tx| {
            let case = tx.case(begun.corrects)?.filter(|case| session.reads.contains(&case.opened.group));
            let case = case.ok_or_else(|| DeskError::because("case-unknown"))?;
            let id = draft_id(session.user, case.id);
            if tx.draft(id)?.is_some_and(|there| there.updated_at > at) {
                return Ok(());
            }
            let draft = Draft {
                id,
                owner: session.user,
                service: case.opened.service,
                updated_at: at,
                body,
                blobs: BTreeSet::new(),
            };
            Ok::<_, DeskError>(tx.save_draft(&draft)?)
        })?;
        Ok(())
    }

    /// Throws away what was typed.
    pub fn drop_correction(&self, session: &Session, case: CaseId) -> Result<(), DeskError> {
        let _ = self.store.write(|tx| tx.delete_draft(draft_id(session.user, case)))?;
        Ok(())
    }
}

/// What this user has begun to correct in a case. What an older program wrote otherwise is not begun.
pub(super) fn begun(db: &Reader<'_>, user: UserId, case: CaseId) -> Result<Option<Begun>, StoreError> {
    let draft = db.draft(draft_id(user, case))?.filter(|draft| draft.owner == user);
    Ok(draft.and_then(|draft| serde_json::from_slice(&draft.body).ok()))
}
