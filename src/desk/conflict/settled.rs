//! What was done about a number that was given out twice, or about work that does not count or was done in a role that was gone. The
//! words stand beside the case or the person that they are about, so that they go when it is destroyed: the town's log is never erased.

use crate::desk::error::DeskError;
use crate::desk::hand::Hand;
use crate::domain::case::CaseEvent;
use crate::domain::decide::{Command, role_for};
use crate::domain::event::Subject;
use crate::domain::id::{CaseId, EventRef, PersonId};
use crate::domain::problem::Problem;
use crate::store::Stamp;
use std::collections::{BTreeMap, BTreeSet};

/// What becomes of words beside one subject.
enum Beside {
    Noted,
    /// Whoever notes may not read it.
    Hidden,
    /// It was destroyed, and so is what would be said of it.
    Gone,
}

/// Writes the reason to each case and person that the events are about; gives what of it is for the town's log: nothing, unless they
/// are about none.
///
/// Errors: all of it is about cases that may not be read, or about what is not here.
pub(super) fn noted_beside(
    hand: &mut Hand<'_, '_, '_>,
    events: &[EventRef],
    reason: &str,
) -> Result<String, DeskError> {
    let (mut subjects, mut missing) = (BTreeSet::new(), false);
    for event in events {
        match hand.tx.subject_of(*event)? {
            Some(subject) => drop(subjects.insert(subject)),
            None => missing = true,
        }
    }
    let (mut noted, mut hidden, mut gone, mut others) = (false, false, false, false);
    for subject in subjects {
        let beside = match subject {
            Subject::Case(id) => of_case(hand, id, reason)?,
            Subject::Person(id) => of_person(hand, id, reason)?,
            _ => {
                others = true;
                continue;
            }
        };
        match beside {
            Beside::Noted => noted = true,
            Beside::Hidden => hidden = true,
            Beside::Gone => gone = true,
        }
    }
    match (noted || gone, hidden, others) {
        (true, ..) => Ok(String::new()),
        (false, true, _) => Err(DeskError::because("case-unknown")),
        (false, false, true) => Ok(reason.to_owned()),
        (false, false, false) if missing => Err(Problem::error("events", "work-not-here").into()),
        (false, false, false) => Ok(String::new()),
    }
}

fn of_case(hand: &mut Hand<'_, '_, '_>, id: CaseId, reason: &str) -> Result<Beside, DeskError> {
    let text = reason.to_owned();
    let Some(case) = hand.tx.case(id)? else {
        if hand.tx.is_erased(Subject::Case(id))? {
            return Ok(Beside::Gone);
        }
        // Its opening does not count, so it is no case: the words lie with what else was written of it.
        let note = CaseEvent::NoteAdded { text, call: false };
        let role = role_for(&hand.user, note.kind(), None, None)?;
        let stamp = Stamp { at: hand.now, actor: hand.user.id, role };
        let _ = hand.tx.append_case(id, &note, &stamp)?;
        return Ok(Beside::Noted);
    };
    if !hand.user.reads().contains(&case.opened.group) {
        return Ok(Beside::Hidden);
    }
    hand.command(id, Some(&case), Command::Note { text, call: false }, None)?;
    Ok(Beside::Noted)
}

fn of_person(hand: &mut Hand<'_, '_, '_>, id: PersonId, reason: &str) -> Result<Beside, DeskError> {
    if hand.tx.person(id)?.is_none() && hand.tx.is_erased(Subject::Person(id))? {
        return Ok(Beside::Gone);
    }
    hand.change_person(id, BTreeMap::new(), reason)?;
    Ok(Beside::Noted)
}
