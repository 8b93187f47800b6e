//! The search of the top bar: the read tables and, beside them, the drafts of whoever asks. Ranks nothing itself.

use super::Hit;
use crate::domain::id::UserId;
use crate::domain::user::Group;
use crate::store::{Reader, StoreError};
use std::collections::BTreeSet;

impl Reader<'_> {
    /// Everything by one field: [`super::search()`], and the drafts of whoever asks.
    pub fn search(
        &self,
        text: &str,
        reads: &BTreeSet<Group>,
        user: UserId,
        limit: usize,
    ) -> Result<Vec<Hit>, StoreError> {
        let mut hits = super::draft::search(&self.drafts(user)?, text);
        hits.truncate(limit.div_ceil(4));
        let rest = limit - hits.len();
        hits.extend(super::search(self.db, text, reads, rest)?);
        hits.sort_by_key(|hit| matches!(hit.kind, super::HitKind::Draft | super::HitKind::Correction));
        Ok(hits)
    }
}
