//! What was done about work that does not count, or was done in a role that was gone. The words stand beside the case or the person
//! that they are about, so that they go when it is destroyed: the town's log is never erased.

use crate::desk::error::DeskError;
use crate::desk::hand::Hand;
use crate::desk::kreis::Outbox;
use crate::desk::{Desk, Session};
use crate::domain::decide::Command;
use crate::domain::event::Subject;
use crate::domain::id::EventRef;
use crate::domain::problem::Problem;
use crate::domain::town::TownEvent;
use std::collections::{BTreeMap, BTreeSet};

impl Desk {
    /// Notes that events were looked at that do not count or were written in a role that was gone, and what was done about them.
    /// The head does it.
    ///
    /// Errors: nobody waits for it; all of it is about cases that the head may not read.
    pub fn settle_work(&self, session: &Session, events: &[EventRef], reason: &str) -> Result<(), DeskError> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(Problem::error("reason", "text-missing").into());
        }
        let Outbox { refused, meanwhile, .. } = self.outbox()?;
        let refused = refused.into_iter().map(|refused| refused.event);
        let open: BTreeSet<_> = refused.chain(meanwhile.into_iter().flat_map(|one| one.events)).collect();
        if events.is_empty() || events.iter().any(|event| !open.contains(event)) {
            return Err(Problem::error("events", "work-none").into());
        }
        self.act_as(session, |hand| {
            let reason = if noted_beside(hand, events, reason)? { "" } else { reason }.to_owned();
            hand.write_town(&TownEvent::WorkSettled { events: events.to_vec(), reason })
        })
    }
}

/// Writes the reason to each case and person that the events are about; says whether there was one.
fn noted_beside(hand: &mut Hand<'_, '_, '_>, events: &[EventRef], reason: &str) -> Result<bool, DeskError> {
    let mut subjects = BTreeSet::new();
    for event in events {
        subjects.extend(hand.tx.subject_of(*event)?);
    }
    let (mut noted, mut hidden) = (false, false);
    for subject in subjects {
        match subject {
            Subject::Case(id) => {
                let Some(case) = hand.tx.case(id)? else { continue };
                if !hand.user.reads().contains(&case.opened.group) {
                    hidden = true;
                    continue;
                }
                let note = Command::Note { text: reason.to_owned(), call: false };
                hand.command(id, Some(&case), note, None)?;
            }
            Subject::Person(id) if hand.tx.person(id)?.is_some() => {
                hand.change_person(id, BTreeMap::new(), reason)?;
            }
            _ => continue,
        }
        noted = true;
    }
    if hidden && !noted { Err(DeskError::because("case-unknown")) } else { Ok(noted) }
}
