//! Destruction of files after their term (Aussonderung): the list that one person proposes and another confirms, and what it
//! did, folded from its events. Knows no database; what is erased is the store's to erase.

mod event;
mod term;
#[cfg(test)]
mod tests;

pub use event::*;
pub use term::{Keeping, Start, Term, began, obstacles, obstacles_of_void};

use super::event::{Payload, Recorded};
use super::fold::Ordered;
use super::id::{CaseId, EventRef, ListId, UserId};
use super::problem::{Problem, Refusal};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::BTreeSet;

/// Most cases of one list: it stays readable, and every line carries it.
pub const MOST: usize = 500;

/// How a list ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmed {
    /// The second person.
    pub by: UserId,
    /// When.
    pub on: NaiveDate,
    /// Cases that were erased.
    pub cases: u32,
    /// People whom no case named any more.
    pub persons: u32,
    /// Events whose payload went.
    pub events: u64,
}

/// A destruction list (Aussonderungsliste).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disposal {
    /// Identity.
    pub id: ListId,
    /// The event that proposes it; what erases names it.
    pub proposed: EventRef,
    /// The first person.
    pub by: UserId,
    /// When it was proposed.
    pub at: DateTime<Utc>,
    /// The day up to which terms had to be over.
    pub on: NaiveDate,
    /// Its cases.
    pub cases: Vec<Listed>,
    /// Why it was withdrawn, and by whom.
    pub withdrawn: Option<(UserId, String)>,
    /// How it was confirmed.
    pub confirmed: Option<Confirmed>,
    /// Cases that are erased.
    pub erased: BTreeSet<CaseId>,
    /// Parents of the next event.
    pub heads: Vec<EventRef>,
}

impl Disposal {
    /// State from all events of the list; `None` before it is proposed.
    pub fn fold(id: ListId, events: &[Recorded<DisposalEvent>]) -> Option<Self> {
        let ordered = Ordered::new(events);
        let mut list: Option<Self> = None;
        for (event, _) in ordered.iter() {
            let Payload::Known(what) = &event.payload else { continue };
            match (what, &mut list) {
                (DisposalEvent::DisposalProposed { on, cases }, None) => {
                    list = Some(Self {
                        id,
                        proposed: event.id,
                        by: event.actor,
                        at: event.at,
                        on: *on,
                        cases: cases.clone(),
                        withdrawn: None,
                        confirmed: None,
                        erased: BTreeSet::new(),
                        heads: ordered.heads(),
                    });
                }
                (DisposalEvent::DisposalWithdrawn { reason }, Some(list)) => {
                    list.withdrawn = Some((event.actor, reason.clone()));
                }
                (DisposalEvent::CaseErased(erased), Some(list)) => {
                    let _ = list.erased.insert(erased.case);
                }
                (
                    DisposalEvent::DisposalConfirmed { confirmed_on, cases, persons, events, .. },
                    Some(list),
                ) => {
                    list.confirmed = Some(Confirmed {
                        by: event.actor,
                        on: *confirmed_on,
                        cases: *cases,
                        persons: *persons,
                        events: *events,
                    });
                }
                _ => {}
            }
        }
        list
    }

    /// Whether it waits for a second person.
    pub fn is_open(&self) -> bool {
        self.withdrawn.is_none() && self.confirmed.is_none()
    }

    /// Whether this person may be the second: never the first one again (Vier-Augen-Prinzip).
    pub fn second(&self, who: UserId) -> Result<(), Refusal> {
        if !self.is_open() {
            return Err(Refusal::because("disposal-not-open"));
        }
        if self.by == who { Err(Problem::error("", "disposal-same-person").into()) } else { Ok(()) }
    }
}

/// Whether an erasing event goes back to what somebody else proposed: the service and every desk ask before they erase.
pub fn goes_back(event: &DisposalEvent, by: UserId, proposal: &DisposalEvent, proposed_by: UserId) -> bool {
    let DisposalEvent::DisposalProposed { cases, .. } = proposal else { return false };
    let listed = match event {
        DisposalEvent::CaseErased(erased) => cases.iter().any(|listed| listed.case == erased.case),
        DisposalEvent::PersonErased { .. } | DisposalEvent::DisposalConfirmed { .. } => true,
        DisposalEvent::DisposalProposed { .. } | DisposalEvent::DisposalWithdrawn { .. } => false,
    };
    listed && by != proposed_by
}
