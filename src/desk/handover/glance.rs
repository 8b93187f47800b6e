//! What sealed files that wait say of themselves, kept while the program runs: opening one takes as long as it is large, and
//! the list of the mailbox is looked at again and again. Keeps no answer, no name and no file of a case.

use crate::domain::id::Digest;
use crate::wire::Manifest;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

/// By the digest of the sealed bytes. Clones are the same.
#[derive(Debug, Clone, Default)]
pub(crate) struct Glances(Arc<Mutex<BTreeMap<Digest, Arc<Manifest>>>>);

impl Glances {
    /// What was kept of a sealed file.
    pub fn of(&self, blob: Digest) -> Option<Arc<Manifest>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&blob).map(Arc::clone)
    }

    /// Keeps what a file says that was opened, without the case in it.
    pub fn keep(&self, blob: Digest, mut manifest: Manifest) -> Arc<Manifest> {
        manifest.events = Vec::new();
        manifest.persons.clear();
        manifest.names.clear();
        manifest.pieces = Vec::new();
        let kept = Arc::new(manifest);
        let _ = self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(blob, Arc::clone(&kept));
        kept
    }

    /// Forgets all but what still waits.
    pub fn only(&self, waits: &BTreeSet<Digest>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).retain(|blob, _| waits.contains(blob));
    }
}
