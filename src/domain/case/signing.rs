//! Two signatures: drafts that wait for a second person, and which signatures count. Knows neither what is drafted nor why.

use super::Draft;
use crate::domain::fold::Past;
use crate::domain::id::{EventRef, UserId};

/// A draft, who wrote it, and whether somebody gave it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepared<T = Draft> {
    /// The event.
    pub event: EventRef,
    /// Who wrote it down: never the one who signs it.
    pub by: UserId,
    /// What it says.
    pub draft: T,
    /// Who gave it back, and why.
    pub returned: Option<(UserId, String)>,
}

/// What the fold keeps of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Signing<T> {
    drafts: Vec<Prepared<T>>,
    /// What changes what a draft says, or takes it away, in canonical order.
    changes: Vec<EventRef>,
    /// Signatures, what they sign, and whether they count.
    signatures: Vec<(EventRef, EventRef, bool)>,
}

impl<T> Default for Signing<T> {
    fn default() -> Self {
        Self { drafts: Vec::new(), changes: Vec::new(), signatures: Vec::new() }
    }
}

impl<T> Signing<T> {
    /// A draft was written down.
    pub fn prepared(&mut self, draft: T, by: UserId, past: Past<'_>) {
        self.changed(past);
        self.drafts.push(Prepared { event: past.id, by, draft, returned: None });
    }

    /// A draft was given back; one that is none of these changes nothing.
    pub fn returned(&mut self, draft: EventRef, by: UserId, reason: &str, past: Past<'_>) {
        if self.drafts.iter().all(|known| known.event != draft) {
            return;
        }
        self.changed(past);
        if let Some(known) = self.drafts.iter_mut().find(|known| known.event == draft) {
            known.returned = Some((by, reason.to_owned()));
        }
    }

    /// What a draft rests on changed: a signature that had not seen it counts no more.
    pub fn changed(&mut self, past: Past<'_>) {
        for (signature, _, counts) in &mut self.signatures {
            *counts = *counts && past.saw(*signature);
        }
        self.changes.push(past.id);
    }

    /// Somebody signed a draft.
    pub fn signed(&mut self, draft: EventRef, by: UserId, past: Past<'_>) {
        let known = self.drafts.iter().find(|known| known.event == draft);
        // One person is never both; and a signature under what was changed meanwhile is none.
        let counts = known.is_some_and(|known| known.by != by && past.saw(known.event))
            && self.changes.iter().all(|change| past.saw(*change));
        self.signatures.push((past.id, draft, counts));
    }

    /// The draft that was written last and is not signed, whatever became of it.
    pub fn last(&self) -> Option<&Prepared<T>> {
        let last = self.drafts.last()?;
        let signed = |(_, draft, counts): &(EventRef, EventRef, bool)| *counts && *draft == last.event;
        (!self.signatures.iter().any(signed)).then_some(last)
    }

    /// Whether nothing has changed what the draft says since it was written down.
    pub fn is_unchanged(&self, draft: &Prepared<T>) -> bool {
        self.changes.last() == Some(&draft.event)
    }

    /// The events that signed and do not count.
    pub fn void(&self) -> impl Iterator<Item = EventRef> {
        self.signatures.iter().filter(|(_, _, counts)| !counts).map(|(event, _, _)| *event)
    }
}
