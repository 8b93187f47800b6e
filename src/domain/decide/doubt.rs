//! What whoever decides or asks for more should know before. Forbids nothing: what is refused the rules of the step refuse.

use crate::domain::assessment::{Assessment, grants};
use crate::domain::case::{Case, Outcome};
use crate::domain::problem::Problem;
use chrono::NaiveDate;

/// What speaks against deciding today: somebody who is heard may still say something (§ 28 VwVfG, § 91 AO), what is granted is over.
/// A refusal before the end of a hearing is refused itself, so it is not said here.
pub fn doubts(case: &Case, told: &Assessment, outcome: Outcome, today: NaiveDate) -> Vec<Problem> {
    let hearing = case.hearing_now().filter(|hearing| hearing.revokes.is_none() && hearing.due_on >= today);
    let runs = hearing.filter(|_| grants(outcome) && case.hearing_waits());
    let runs = runs.map(|hearing| Problem::warning("", "hearing-runs").with("date", hearing.due_on));
    let over = told.procedure.occasion.filter(|occasion| grants(outcome) && occasion.to < today);
    let over = over.map(|occasion| Problem::warning("", "occasion-over").with("date", occasion.to));
    runs.into_iter().chain(over).collect()
}

/// That a day to answer comes when what is asked for has begun. Where it is over already nobody asks for an earlier day.
pub fn answered_too_late(told: &Assessment, due_on: NaiveDate, today: NaiveDate) -> Option<Problem> {
    let ahead = |from| today < from && from <= due_on;
    let occasion = told.procedure.occasion.filter(|occasion| ahead(occasion.from))?;
    Some(Problem::warning("due_on", "answer-after-occasion").with("date", due_on).with("from", occasion.from))
}
