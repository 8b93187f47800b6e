//! Which payloads of stored segments go, once a second person has confirmed a destruction list. The judge has found that the
//! event counts; here stands what it may touch. Knows no database.

use super::store::StoreError;
use crate::domain::disposal::DisposalEvent;
use crate::domain::event::Outline;
use crate::domain::id::{Digest, EventRef};
use crate::wire::{PublicKey, Segment};
use std::collections::BTreeMap;

/// What erasing events name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Named {
    /// Events, each with the subject that it must be about: a list erases no event of anything else.
    pub events: BTreeMap<EventRef, String>,
    /// Papers and attachments.
    pub blobs: Vec<Digest>,
}

impl Named {
    /// What these events name.
    pub fn by(erasing: &[DisposalEvent]) -> Self {
        let mut named = Self::default();
        for (subject, events, blobs) in erasing.iter().filter_map(DisposalEvent::erases) {
            let subject = subject.to_string();
            named.events.extend(events.iter().map(|event| (*event, subject.clone())));
            named.blobs.extend_from_slice(blobs);
        }
        named
    }

    /// Whether nothing is named.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty() && self.blobs.is_empty()
    }

    /// Whether the event is to have no payload.
    pub fn names(&self, outline: &Outline) -> bool {
        self.events.get(&outline.id()) == Some(&outline.subject)
    }

    /// The segment without what is named; nothing where it has none of it. It stays signed: the signature covers envelopes,
    /// and they commit to payloads that are not there any more.
    pub fn out_of(&self, bytes: &[u8], key: &PublicKey) -> Result<Option<Vec<u8>>, StoreError> {
        if self.events.is_empty() {
            return Ok(None);
        }
        Ok(Segment::without(bytes, key, |outline| self.names(outline))?)
    }
}
