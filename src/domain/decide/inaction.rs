//! Entering an action for failure to act (§ 75 VwGO), and that it is over: what is done, or every reason against it. Pure.

use super::{Context, court, not_in_future, refuse_if, said};
use crate::domain::assessment::Assessment;
use crate::domain::case::{AtCourt, Case, CaseEvent, Decision, Settled, Sued};
use crate::domain::problem::{Problem, Refusal};
use chrono::NaiveDate;

type Events = Result<Vec<CaseEvent>, Refusal>;

/// What the court served, as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sue {
    /// When the court served it here.
    pub received_on: NaiveDate,
    /// Where it lies and who sues.
    pub court: AtCourt,
    /// What it says, in short; may be empty.
    pub text: String,
}

/// It is entered early or in time: whether it is admissible is told, never refused, for the court decides that (§ 75 sentences 2
/// and 3 VwGO). What was filed at court after the decision was told is no action for failure to act; where nobody says when it was filed,
/// it may have crossed the decision.
pub(super) fn sue(case: &Case, wanted: Sue, context: &Context<'_>) -> Events {
    let Sue { received_on, court, text } = wanted;
    let court = court::checked(court, received_on)?;
    let filed_on = court.filed_on;
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
    let text = String::from(text.trim());
    Ok(vec![CaseEvent::InactionSued(Box::new(Sued { received_on, court, text, waiting }))])
}

/// When a decision took effect: as it was told (§ 43 (1) VwVfG), what is deemed granted by itself. Nothing where nobody was told.
fn told_on(case: &Case, decision: &Decision, context: &Context<'_>) -> Option<NaiveDate> {
    if decision.deemed {
        return Some(decision.decided_on);
    }
    let (notified, assessment) = (case.notified_of(decision.event)?, context.assessment?);
    Some(assessment.procedure.remedied(notified, decision.notice.as_ref()).ok()?.notified_on)
}

/// It ends in the words of an action: no court remedies or rejects an objection.
pub(super) fn end(case: &Case, how: Settled, reason: &str, context: &Context<'_>) -> Events {
    refuse_if(case.open_suit().is_none(), "sued-none")?;
    refuse_if(!Settled::AT_COURT.contains(&how), "settled-other-action")?;
    said(reason, "reason")?;
    let (reason, ended_on) = (reason.trim().to_owned(), context.today);
    Ok(vec![CaseEvent::InactionEnded { how, reason, ended_on }])
}
