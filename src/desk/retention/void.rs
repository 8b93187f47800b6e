//! What never became a case, because nothing that counts opened it: people said things in it all the same, so it is destroyed
//! when a case of its kind would be. Its term counts from the last that was written of it.

use super::{Due, Keeping, Term};
use crate::desk::Desk;
use crate::desk::clock::legal_day;
use crate::desk::error::DeskError;
use crate::desk::hand::Hand;
use crate::domain::case::{CaseEvent, Hold};
use crate::domain::decide::role_for;
use crate::domain::disposal::{Start, obstacles_of_void};
use crate::domain::event::Subject;
use crate::domain::holiday::Land;
use crate::domain::problem::{Problem, Refusal};
use crate::domain::town::keys;
use crate::domain::user::Group;
use crate::store::{Reader, Stamp, StoreError, Void};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Nothing keeps it any more for that reason: it is no case, so its hold is lifted beside what else was written of it.
pub(super) fn lift_hold(
    hand: &mut Hand<'_, '_, '_>,
    void: &Void,
    hold: Hold,
    reason: &str,
) -> Result<(), DeskError> {
    if !hand.user.reads().contains(&void.opened.group) {
        return Err(DeskError::because("case-unknown"));
    }
    let mut missing = Vec::new();
    if !void.holds().contains_key(&hold) {
        missing.push(Problem::error("", "hold-none"));
    }
    if reason.trim().is_empty() {
        missing.push(Problem::error("reason", "text-missing"));
    }
    if !missing.is_empty() {
        return Err(Refusal(missing).into());
    }
    let lifted = CaseEvent::HoldLifted { hold, reason: reason.trim().to_owned(), lifted_on: hand.today };
    let role = role_for(&hand.user, lifted.kind(), None, None)?;
    let stamp = Stamp { at: hand.now, actor: hand.user.id, role };
    let _ = hand.tx.append_case(void.case, &lifted, &stamp)?;
    Ok(())
}

impl Desk {
    /// Its term; nothing where cases of its kind are kept for good, or nobody here knows how long.
    pub(super) fn term_of_void(&self, void: &Void) -> Option<Term> {
        let keeping = Keeping { from: Start::LastWritten, ..self.keeping(&void.opened)? };
        let last = legal_day(void.last);
        Term::of(&keeping, last, last)
    }

    /// What stands in the way of destroying it.
    pub(super) fn obstacles_of_void(db: &Reader<'_>, void: &Void) -> Result<Vec<Problem>, StoreError> {
        let is_looked_at = !db.is_unseen(Subject::Case(void.case))?;
        let is_parked = db.is_parked(void.case)?;
        Ok(obstacles_of_void(&void.opened.number, is_looked_at, is_parked, void.holds()))
    }

    /// All of which the term is over on the day, among what may be read.
    pub(super) fn voids_due(
        &self,
        db: &Reader<'_>,
        reads: &BTreeSet<Group>,
        on: NaiveDate,
    ) -> Result<Vec<Due>, StoreError> {
        let land = Land::of_ags(db.town()?.get(keys::AGS)).unwrap_or(Land::Nw);
        let mut due = Vec::new();
        for void in db.voids()?.into_iter().filter(|void| reads.contains(&void.opened.group)) {
            let Some(mut term) = self.term_of_void(&void).filter(|term| term.is_over(on)) else { continue };
            term.keeping.law = land.cites(&term.keeping.law);
            let obstacles = Self::obstacles_of_void(db, &void)?;
            let (number, group) = (void.opened.number.clone(), void.opened.group);
            due.push(Due { case: void.case, number, group, term, obstacles });
        }
        Ok(due)
    }
}
