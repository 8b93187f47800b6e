//! What was done about a number that was given out twice, or about work that does not count or was done in a role that was gone. The
//! words stand beside the case or the person that they are about, so that they go when it is destroyed: the town's log is never erased.

use crate::desk::error::DeskError;
use crate::desk::hand::Hand;
use crate::domain::case::CaseEvent;
use crate::domain::decide::{Command, role_for};
use crate::domain::event::Subject;
use crate::domain::id::{CaseId, EventRef};
use crate::domain::problem::Problem;
use crate::store::{Reader, Stamp, StoreError};
use std::collections::{BTreeMap, BTreeSet};

/// Writes the reason to each case and person that the events are about; gives what of it is for the town's log: nothing, unless they
/// are about none. Of what was destroyed nothing is said any more: where it is about nothing else, there are no words.
///
/// Errors: no words where there have to be some, or words where nothing would keep them; all of it is about cases that may not be
/// read, or about what is not here.
pub(super) fn noted_beside(
    hand: &mut Hand<'_, '_, '_>,
    events: &[EventRef],
    reason: &str,
) -> Result<String, DeskError> {
    let (mut subjects, mut missing, mut others, mut gone) = (BTreeSet::new(), false, false, false);
    for event in events {
        match hand.tx.subject_of(*event)? {
            Some(subject @ (Subject::Case(_) | Subject::Person(_))) => {
                if is_destroyed(hand.tx, subject)? {
                    gone = true;
                } else {
                    let _ = subjects.insert(subject);
                }
            }
            Some(_) => others = true,
            None => missing = true,
        }
    }
    match (subjects.is_empty() && gone && !missing, reason.is_empty()) {
        (true, true) => return Ok(String::new()),
        (true, false) => return Err(Problem::error("reason", "work-destroyed").into()),
        (false, true) => return Err(Problem::error("reason", "text-missing").into()),
        (false, false) => {}
    }
    let (mut noted, is_hidden) = (false, !subjects.is_empty());
    for subject in subjects {
        noted |= match subject {
            Subject::Case(id) => of_case(hand, id, reason)?,
            Subject::Person(id) => hand.change_person(id, BTreeMap::new(), reason).map(|()| true)?,
            _ => false,
        };
    }
    match (noted, is_hidden, others) {
        (true, ..) => Ok(String::new()),
        (false, true, _) => Err(DeskError::because("case-unknown")),
        (false, false, true) if !gone => Ok(reason.to_owned()),
        _ if missing => Err(Problem::error("events", "work-not-here").into()),
        _ => Ok(String::new()),
    }
}

/// Whether all that was said of a case or a person is destroyed, and so is what would be said of it now.
pub(super) fn is_destroyed(db: &Reader<'_>, subject: Subject) -> Result<bool, StoreError> {
    let is_here = match subject {
        Subject::Case(id) => db.case(id)?.is_some(),
        Subject::Person(id) => db.person(id)?.is_some(),
        _ => true,
    };
    Ok(!is_here && db.is_erased(subject)?)
}

/// Whether it could be noted there: not where whoever notes may not read it.
fn of_case(hand: &mut Hand<'_, '_, '_>, id: CaseId, reason: &str) -> Result<bool, DeskError> {
    let text = reason.to_owned();
    let Some(case) = hand.tx.case(id)? else {
        // Its opening does not count, so it is no case: the words lie with what else was written of it, until that is destroyed.
        let note = CaseEvent::NoteAdded { text, call: false };
        let role = role_for(&hand.user, note.kind(), None, None)?;
        let stamp = Stamp { at: hand.now, actor: hand.user.id, role };
        let _ = hand.tx.append_case(id, &note, &stamp)?;
        return Ok(true);
    };
    if !hand.user.reads().contains(&case.opened.group) {
        return Ok(false);
    }
    hand.command(id, Some(&case), Command::Note { text, call: false }, None)?;
    Ok(true)
}
