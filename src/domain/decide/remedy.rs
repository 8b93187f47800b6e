//! Notifying a decision, and what is filed against it: what is done, or every reason against it. Pure.

use super::{Context, not_in_future, refuse_if, said};
use crate::domain::case::{Act, Case, CaseEvent, Notified, Objection, Settled, Way};
use crate::domain::problem::{Problem, Refusal};

type Events = Result<Vec<CaseEvent>, Refusal>;

/// What was told last: a decision, or its revocation.
fn told(case: &Case) -> Result<Act<'_>, Refusal> {
    case.act().ok_or_else(|| Refusal::because("remedy-undecided"))
}

/// A decision is not notified before it was taken, nor tomorrow.
pub(super) fn notify(case: &Case, mut notified: Notified, context: &Context<'_>) -> Events {
    let told = told(case)?;
    let mut problems = Vec::new();
    if notified.on < told.on {
        let problem = Problem::error("on", "notified-before-decision").with("date", notified.on);
        problems.push(problem.with("decided", told.on));
    }
    if notified.on > context.today {
        problems.push(Problem::error("on", "notified-in-future").with("date", notified.on));
    }
    notified.posted_on = notified.posted_on.filter(|_| notified.way == Way::Arrived);
    problems.extend(posted_problem(&notified, told.on));
    notified.proof = String::from(notified.proof.trim());
    if problems.is_empty() { Ok(vec![CaseEvent::Notified(notified)]) } else { Err(Refusal(problems)) }
}

/// Whoever knows when a letter arrived knows when it was posted: before it arrived, and not before the decision.
fn posted_problem(notified: &Notified, decided: chrono::NaiveDate) -> Option<Problem> {
    if notified.way != Way::Arrived {
        return None;
    }
    let Some(posted) = notified.posted_on else {
        return Some(Problem::error("posted", "notified-posted-missing"));
    };
    let wrong = (posted > notified.on).then_some("notified-posted-after");
    let wrong = wrong.or((posted < decided).then_some("notified-before-decision"))?;
    Some(
        Problem::error("posted", wrong)
            .with("date", posted)
            .with("decided", decided)
            .with("arrived", notified.on),
    )
}

/// It is entered late or in time: whether it counts is told, never refused.
pub(super) fn object(case: &Case, mut objection: Objection, context: &Context<'_>) -> Events {
    let told = match objection.against {
        None => told(case)?,
        Some(against) => {
            let known = case.acts().into_iter().find(|act| act.event == against);
            known.ok_or_else(|| Problem::error("against", "objection-against-none"))?
        }
    };
    not_in_future(objection.received_on, context.today)?;
    if objection.received_on < told.on {
        let problem = Problem::error("on", "objection-before-decision").with("date", objection.received_on);
        return Err(problem.with("decided", told.on).into());
    }
    refuse_if(case.open_objection().is_some(), "objection-open")?;
    // What it was checked against is what it is against, whatever another desk decides meanwhile.
    objection.against = Some(told.event);
    objection.text = String::from(objection.text.trim());
    Ok(vec![CaseEvent::ObjectionReceived(objection)])
}

pub(super) fn settle(case: &Case, how: Settled, reason: &str, context: &Context<'_>) -> Events {
    refuse_if(case.open_objection().is_none(), "objection-none")?;
    said(reason, "reason")?;
    let (reason, settled_on) = (reason.trim().to_owned(), context.today);
    Ok(vec![CaseEvent::ObjectionSettled { how, reason, settled_on }])
}
