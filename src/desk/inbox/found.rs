//! What was found out about files of a portal that wait, kept while the program runs: every round and every look at the mailbox asks,
//! and opening one takes as long as it is large. Keeps no answer of a message.

use super::{Head, head_of};
use crate::domain::id::Digest;
use crate::domain::problem::Problem;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

/// A file that this desk could open.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    /// Its name, as lists show it.
    pub name: String,
    /// Digest of what was sealed.
    pub original: Digest,
    /// What its message says of itself, or why it is none.
    pub head: Result<Head, Box<Problem>>,
}

impl Found {
    /// What there is to know of a file.
    pub fn of(name: String, bytes: &[u8]) -> Self {
        Self { name, original: Digest::of(&[bytes]), head: head_of(bytes) }
    }
}

/// By the digest of the sealed bytes. Clones are the same.
#[derive(Debug, Clone, Default)]
pub(in crate::desk) struct Founds(Arc<Mutex<BTreeMap<Digest, Arc<Found>>>>);

impl Founds {
    /// What was kept of a sealed file.
    pub(super) fn of(&self, blob: Digest) -> Option<Arc<Found>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&blob).map(Arc::clone)
    }

    /// Keeps what was found out.
    pub(super) fn keep(&self, blob: Digest, found: Found) -> Arc<Found> {
        let kept = Arc::new(found);
        let _ = self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(blob, Arc::clone(&kept));
        kept
    }

    /// Forgets all but what still waits.
    pub(super) fn only(&self, waits: &BTreeSet<Digest>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).retain(|blob, _| waits.contains(blob));
    }
}
