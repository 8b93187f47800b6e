//! Entering an action for failure to act (§ 75 VwGO), and that it is over: what is done, or every reason against it. Pure.

use super::{Context, not_in_future, refuse_if, said};
use crate::domain::case::{Case, CaseEvent, Sued, Waiting};
use crate::domain::problem::{Problem, Refusal};
use chrono::NaiveDate;

type Events = Result<Vec<CaseEvent>, Refusal>;

/// What the court served, as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sue {
    /// When it came in here.
    pub received_on: NaiveDate,
    /// The court's file number.
    pub file_number: String,
    /// Who sues.
    pub by: String,
    /// What it says, in short; may be empty.
    pub text: String,
}

/// It is entered early or in time: whether it is admissible is told, never refused, for the court decides that (§ 75 sentences 2
/// and 3 VwGO). What was decided before it came is no failure to act.
pub(super) fn sue(case: &Case, wanted: Sue, context: &Context<'_>) -> Events {
    let Sue { received_on, file_number, by, text } = wanted;
    let missing = [("file_number", &file_number), ("by", &by)];
    let missing = missing.into_iter().filter(|(_, text)| text.trim().is_empty());
    let problems: Vec<Problem> = missing.map(|(field, _)| Problem::error(field, "text-missing")).collect();
    if !problems.is_empty() {
        return Err(Refusal(problems));
    }
    not_in_future(received_on, context.today)?;
    let waiting = waited(case, received_on)?;
    if received_on < waiting.since {
        let problem = Problem::error("received_on", "sued-before").with("date", received_on);
        return Err(problem.with("since", waiting.since).into());
    }
    refuse_if(case.open_suit().is_some(), "sued-open")?;
    let trimmed = |text: String| String::from(text.trim());
    let (file_number, by, text) = (trimmed(file_number), trimmed(by), trimmed(text));
    Ok(vec![CaseEvent::InactionSued(Box::new(Sued { received_on, file_number, by, text, waiting }))])
}

/// What was waited for when it came in. Suing and deciding may have crossed.
fn waited(case: &Case, received_on: NaiveDate) -> Result<Waiting, Refusal> {
    if let Some(waiting) = case.waiting() {
        return Ok(waiting);
    }
    let decided = case.decisions.iter().map(|decision| decision.decided_on).min();
    match decided {
        Some(on) if on >= received_on => Ok(case.applied()),
        Some(on) => Err(Problem::error("", "sued-decided").with("date", on).into()),
        None => Err(Refusal::because("sued-nothing")),
    }
}

pub(super) fn end(case: &Case, reason: &str, context: &Context<'_>) -> Events {
    refuse_if(case.open_suit().is_none(), "sued-none")?;
    said(reason, "reason")?;
    Ok(vec![CaseEvent::InactionEnded { reason: reason.trim().to_owned(), ended_on: context.today }])
}
