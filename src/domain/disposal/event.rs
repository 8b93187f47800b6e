//! What happens to a destruction list, as it is written and kept for good: nothing in here is personal but who did it.

use crate::domain::case::Payment;
use crate::domain::event::Subject;
use crate::domain::id::{CaseId, Digest, EventRef, PersonId, UserId};
use crate::domain::money::Cents;
use crate::domain::user::Group;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A case on a list: by which rule it is destroyed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub number: String,
    /// Its group: who may read it may see it on the list.
    pub group: Group,
    /// Entry of the filing plan whose term counts.
    pub plan: String,
    /// Where the term is taken from: a paragraph, or common knowledge.
    pub law: String,
    /// When it was closed; when the last was written of what never became a case.
    pub closed_on: NaiveDate,
    /// When what the term counts from happened: it was closed, unless its service says otherwise.
    pub began_on: NaiveDate,
    /// How many years it was kept.
    pub years: u16,
    /// Last day of the term.
    pub last_day: NaiveDate,
}

/// What stays of a receipt: what was booked, and no name (vouchers 6 years, books 10 years, § 59 KomHVO NRW).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptReceipt {
    /// Its number.
    pub number: String,
    /// How much.
    pub cents: Cents,
    /// Cash or card.
    pub how: Payment,
    /// Day of payment.
    pub paid_on: NaiveDate,
    /// Who took it.
    pub taken_by: UserId,
    /// Whether it was cancelled.
    #[serde(default)]
    pub cancelled: bool,
}

/// A case whose events lose what they say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseErased {
    /// The event that proposed it.
    pub proposed: EventRef,
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub number: String,
    /// Its group, which goes on to say who may see its receipts.
    pub group: Group,
    /// Its events, each of this case.
    pub events: Vec<EventRef>,
    /// Papers and attachments that nothing else needs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blobs: Vec<Digest>,
    /// Its receipts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub receipts: Vec<KeptReceipt>,
}

/// What happens to a destruction list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DisposalEvent {
    /// Somebody proposes it.
    DisposalProposed {
        /// The day up to which terms had to be over.
        on: NaiveDate,
        /// The cases.
        cases: Vec<Listed>,
    },
    /// It is not to be.
    DisposalWithdrawn {
        /// Why.
        reason: String,
    },
    /// A case is erased.
    CaseErased(Box<CaseErased>),
    /// A record of a person whom no case names any more is erased.
    PersonErased {
        /// The event that proposed the list.
        proposed: EventRef,
        /// The record.
        person: PersonId,
        /// Its events, each of this record.
        events: Vec<EventRef>,
    },
    /// A second person confirmed it, and everything is done.
    DisposalConfirmed {
        /// The event that proposed it.
        proposed: EventRef,
        /// When.
        confirmed_on: NaiveDate,
        /// Cases that were erased.
        cases: u32,
        /// Records of people that were erased.
        persons: u32,
        /// Events whose payload went.
        events: u64,
    },
}

impl DisposalEvent {
    /// The event's kind, as in the envelope.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::DisposalProposed { .. } => "disposal_proposed",
            Self::DisposalWithdrawn { .. } => "disposal_withdrawn",
            Self::CaseErased(_) => "case_erased",
            Self::PersonErased { .. } => "person_erased",
            Self::DisposalConfirmed { .. } => "disposal_confirmed",
        }
    }

    /// The proposal that it goes back to; nothing of an event that needs none.
    pub fn proposal(&self) -> Option<EventRef> {
        match self {
            Self::CaseErased(erased) => Some(erased.proposed),
            Self::PersonErased { proposed, .. } | Self::DisposalConfirmed { proposed, .. } => Some(*proposed),
            Self::DisposalProposed { .. } | Self::DisposalWithdrawn { .. } => None,
        }
    }

    /// What loses its payload: events of this subject, and no other, and the papers that only they needed.
    pub fn erases(&self) -> Option<(Subject, &[EventRef], &[Digest])> {
        match self {
            Self::CaseErased(erased) => Some((Subject::Case(erased.case), &erased.events, &erased.blobs)),
            Self::PersonErased { person, events, .. } => Some((Subject::Person(*person), events, &[])),
            _ => None,
        }
    }
}

/// Kinds that erase, or say that it is done: they count only where a second person wrote them.
pub const SECOND: [&str; 3] = ["case_erased", "person_erased", "disposal_confirmed"];
