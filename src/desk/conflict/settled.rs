//! What was done about work that does not count, or was done in a role that was gone. The words stand beside the case or the person
//! that they are about, so that they go when it is destroyed: the town's log is never erased.

use crate::desk::error::DeskError;
use crate::desk::hand::Hand;
use crate::domain::decide::Command;
use crate::domain::event::Subject;
use crate::domain::id::EventRef;
use std::collections::{BTreeMap, BTreeSet};

/// Writes the reason to each case and person that the events are about; says whether there was one.
pub(super) fn noted_beside(
    hand: &mut Hand<'_, '_, '_>,
    events: &[EventRef],
    reason: &str,
) -> Result<bool, DeskError> {
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
