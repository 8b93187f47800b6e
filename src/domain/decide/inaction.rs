//! Entering an action for failure to act (§ 75 VwGO), and that it is over: what is done, or every reason against it. Pure.

use super::{Context, not_in_future, refuse_if, said};
use crate::domain::assessment::Assessment;
use crate::domain::case::{Case, CaseEvent, Decision, Sued};
use crate::domain::problem::{Problem, Refusal};
use chrono::NaiveDate;

type Events = Result<Vec<CaseEvent>, Refusal>;

/// What the court served, as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sue {
    /// When the court served it here.
    pub received_on: NaiveDate,
    /// When it was filed at the court, where that is known.
    pub filed_on: Option<NaiveDate>,
    /// The court's file number.
    pub file_number: String,
    /// Who sues.
    pub by: String,
    /// What it says, in short; may be empty.
    pub text: String,
}

/// It is entered early or in time: whether it is admissible is told, never refused, for the court decides that (§ 75 sentences 2
/// and 3 VwGO). What was filed at court after the decision was told is no action for failure to act; where nobody says when it was filed,
/// it may have crossed the decision.
pub(super) fn sue(case: &Case, wanted: Sue, context: &Context<'_>) -> Events {
    let Sue { received_on, filed_on, file_number, by, text } = wanted;
    let missing = [("file_number", &file_number), ("by", &by)];
    let missing = missing.into_iter().filter(|(_, text)| text.trim().is_empty());
    let mut problems: Vec<Problem> =
        missing.map(|(field, _)| Problem::error(field, "text-missing")).collect();
    if let Some(filed_on) = filed_on.filter(|day| *day > received_on) {
        problems.push(Problem::error("filed_on", "sued-filed-after").with("date", filed_on));
    }
    if !problems.is_empty() {
        return Err(Refusal(problems));
    }
    not_in_future(received_on, context.today)?;
    refuse_if(case.open_suit().is_some(), "sued-open")?;
    let decides = context.assessment.is_some_and(Assessment::decides_here);
    refuse_if(!case.takes_suit(decides), "sued-nothing")?;
    let told = |decision: &Decision| told_on(case, decision, context);
    let waiting = match (case.waited_on(filed_on.unwrap_or(received_on), told), filed_on) {
        (Ok(waiting), _) => waiting,
        (Err(_), None) => case.last_waited(),
        (Err(on), Some(_)) => return Err(Problem::error("filed_on", "sued-decided").with("date", on).into()),
    };
    let (field, brought_on) = filed_on.map_or(("received_on", received_on), |day| ("filed_on", day));
    if brought_on < waiting.since {
        let problem = Problem::error(field, "sued-before").with("date", brought_on);
        return Err(problem.with("since", waiting.since).into());
    }
    let trimmed = |text: String| String::from(text.trim());
    let (file_number, by, text) = (trimmed(file_number), trimmed(by), trimmed(text));
    Ok(vec![CaseEvent::InactionSued(Box::new(Sued {
        received_on,
        filed_on,
        file_number,
        by,
        text,
        waiting,
    }))])
}

/// When a decision took effect: as it was told (§ 43 (1) VwVfG), what is deemed granted by itself. Nothing where nobody was told.
fn told_on(case: &Case, decision: &Decision, context: &Context<'_>) -> Option<NaiveDate> {
    if decision.deemed {
        return Some(decision.decided_on);
    }
    let (notified, assessment) = (case.notified_of(decision.event)?, context.assessment?);
    Some(assessment.procedure.remedied(notified, decision.notice.as_ref()).ok()?.notified_on)
}

pub(super) fn end(case: &Case, reason: &str, context: &Context<'_>) -> Events {
    refuse_if(case.open_suit().is_none(), "sued-none")?;
    said(reason, "reason")?;
    Ok(vec![CaseEvent::InactionEnded { reason: reason.trim().to_owned(), ended_on: context.today }])
}
