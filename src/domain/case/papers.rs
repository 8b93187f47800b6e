//! Papers of a case, as they are written and read for thirty years: which one stands, which one replaced it, which one it
//! repeats. Issues none.

use super::money::Cancelled;
use super::{Case, CaseEvent};
use crate::domain::event::{Payload, Recorded};
use crate::domain::id::{Digest, EventRef, PaperId};
use crate::domain::procedure::CANCELLATION;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A paper that exists from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// Identity.
    pub paper: PaperId,
    /// The paper's kind in the service. Written as `paper_kind`: `kind` is the event's own.
    #[serde(rename = "paper_kind")]
    pub kind: String,
    /// What it is called, in the language it is written in.
    pub title: String,
    /// Digest of the PDF.
    pub sha256: Digest,
    /// Bytes of the PDF.
    pub size: u64,
    /// Pages.
    pub pages: u16,
    /// Day it was issued.
    pub issued_on: NaiveDate,
    /// The receipt it belongs to, for receipts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<String>,
    /// The paper it replaces (Berichtigung).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<PaperId>,
    /// The lost paper it repeats (Zweitschrift).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeats: Option<PaperId>,
    /// What it says, where that is the clerk's own words and no paper of the service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<Box<FreeLetter>>,
}

/// A copy of a paper that was saved with an electronic signature behind it. The paper itself stays without one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedCopy {
    /// The paper.
    pub paper: PaperId,
    /// Digest of the copy as it was saved.
    pub sha256: Digest,
    /// Whose certificate it was: `CN=…, O=…`.
    pub subject: String,
}

/// A letter in the clerk's own words, as one case got it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FreeLetter {
    /// The run of serial letters that it belongs to: each case gets one of a run.
    pub run: Uuid,
    /// The subject.
    pub subject: String,
    /// The text; an empty line begins another paragraph.
    pub text: String,
    /// The letter around them (`serienbrief/2`); what the program has where it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wording: Option<String>,
}

/// A paper and how often it was printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// The paper.
    pub issued: Issued,
    /// Copies that went to a printer.
    pub copies: u32,
    /// The day since which it does not hold any more: the right answers do not bring it forth, or what it tells was lifted.
    pub void: Option<NaiveDate>,
    /// The revocations that stand and take it away, in canonical order. It counts until one of them takes effect.
    pub falls: Vec<EventRef>,
}

impl Paper {
    /// A paper as it is issued.
    pub fn new(issued: Issued) -> Self {
        Self { issued, copies: 0, void: None, falls: Vec::new() }
    }
}

/// What the paper of a cancelling (Storno) tells, by the log of today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cancelling<'a> {
    /// The cancelling that stands.
    Stands,
    /// One that came after another desk's: this one stands.
    Second(&'a Cancelled),
    /// None that counts.
    Refused,
}

impl Case {
    /// Whether the cancelling that a paper tells is the one that stands; nothing for a paper of another kind.
    pub fn cancelling_of(&self, paper: PaperId) -> Option<Cancelling<'_>> {
        let issued = &self.original(paper)?.issued;
        let number = issued.receipt.as_ref().filter(|_| issued.kind == CANCELLATION)?;
        let Some(stands) = self.receipts.get(number).and_then(|receipt| receipt.cancelled.as_ref()) else {
            return Some(Cancelling::Refused);
        };
        let own = self.issuing(issued.paper)?.id.device;
        let mut all = self.timeline.iter().filter(|event| match &event.payload {
            Payload::Known(CaseEvent::ReceiptCancelled { receipt, .. }) => receipt == number,
            _ => false,
        });
        // A desk tells of its own cancelling; where it has none, of the one that it had heard of.
        let first = all.next().map(|event| event.id.device);
        let has_own = all.any(|event| event.id.device == own);
        Some(if first != Some(own) && has_own { Cancelling::Second(stands) } else { Cancelling::Stands })
    }

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

    /// Whether the paper still says what the office holds to. One that falls with a revocation does not, though it may
    /// [count](Self::validity) until that takes effect.
    pub fn stands(&self, id: PaperId) -> bool {
        let holds = |paper: &Paper| paper.void.is_none() && paper.falls.is_empty();
        self.replaced_by(id).is_none() && self.original(id).is_some_and(holds)
    }

    /// The papers that stand, duplicates aside, in the order in which they were issued.
    pub fn standing(&self) -> impl Iterator<Item = &Paper> {
        self.papers.iter().filter(|paper| paper.issued.repeats.is_none() && self.stands(paper.issued.paper))
    }

    /// The same, with those that fall with a revocation: whoever takes the case on has to see what that takes away.
    pub fn to_pass_on(&self) -> impl Iterator<Item = &Paper> {
        self.papers.iter().filter(|paper| {
            let newest = self.replaced_by(paper.issued.paper).is_none();
            newest && paper.issued.repeats.is_none() && paper.void.is_none()
        })
    }

    /// How the signed copy with these bytes was saved; nothing where no desk noted it.
    pub fn signing_of(&self, copy: Digest) -> Option<&Recorded<CaseEvent>> {
        self.timeline.iter().find(|event| {
            matches!(&event.payload, Payload::Known(CaseEvent::CopySigned(signed)) if signed.sha256 == copy)
        })
    }

    /// How a paper was issued.
    pub fn issuing(&self, id: PaperId) -> Option<&Recorded<CaseEvent>> {
        self.timeline.iter().find(|event| {
            matches!(&event.payload, Payload::Known(CaseEvent::PaperIssued(issued)) if issued.paper == id)
        })
    }
}
