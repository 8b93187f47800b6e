//! Which paper of a case stands, which one replaced it, which one it repeats. Issues none.

use super::{Case, CaseEvent, Paper};
use crate::domain::event::{Payload, Recorded};
use crate::domain::id::PaperId;

impl Case {
    /// A paper by its identity.
    pub fn paper(&self, id: PaperId) -> Option<&Paper> {
        self.papers.iter().find(|paper| paper.issued.paper == id)
    }

    /// The paper itself, or the one that it repeats where it is a duplicate.
    pub fn original(&self, id: PaperId) -> Option<&Paper> {
        let paper = self.paper(id)?;
        paper.issued.repeats.map_or(Some(paper), |original| self.paper(original))
    }

    /// The newest paper that replaced this one, or the one that it repeats.
    pub fn replaced_by(&self, id: PaperId) -> Option<&Paper> {
        let original = self.original(id)?.issued.paper;
        self.papers.iter().rfind(|paper| paper.issued.replaces == Some(original))
    }

    /// Whether the paper still says what holds.
    pub fn stands(&self, id: PaperId) -> bool {
        self.replaced_by(id).is_none() && self.original(id).is_some_and(|paper| paper.void.is_none())
    }

    /// The papers that stand, duplicates aside, in the order in which they were issued.
    pub fn standing(&self) -> impl Iterator<Item = &Paper> {
        self.papers.iter().filter(|paper| paper.issued.repeats.is_none() && self.stands(paper.issued.paper))
    }

    /// How a paper was issued.
    pub fn issuing(&self, id: PaperId) -> Option<&Recorded<CaseEvent>> {
        self.timeline.iter().find(|event| {
            matches!(&event.payload, Payload::Known(CaseEvent::PaperIssued(issued)) if issued.paper == id)
        })
    }
}
