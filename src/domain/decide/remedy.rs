//! Notifying a decision, and what is filed against it: what is done, or every reason against it. Pure.

use super::{Context, court, not_in_future, refuse_if, said};
use crate::domain::case::{Act, Case, CaseEvent, Notified, Objection, Settled, Way};
use crate::domain::decision::Remedy;
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
    objection.court = match objection.remedy {
        Remedy::Action => Some(court::checked(objection.court.unwrap_or_default(), objection.received_on)?),
        Remedy::Objection => None,
    };
    not_in_future(objection.received_on, context.today)?;
    let (brought_on, at_court) = (objection.brought_on(), objection.court.as_ref());
    if brought_on < told.on {
        let at_court = at_court.is_some_and(|court| court.filed_on.is_some());
        let field = if at_court { "filed_on" } else { "on" };
        let problem = Problem::error(field, "objection-before-decision").with("date", brought_on);
        return Err(problem.with("decided", told.on).into());
    }
    // A court serves an action whatever else is open here: whether it came too early it says itself (§ 68 VwGO).
    let open = match objection.remedy {
        Remedy::Action => "action-open",
        Remedy::Objection => "objection-open",
    };
    refuse_if(case.open_of(objection.remedy).is_some(), open)?;
    // What it was checked against is what it is against, whatever another desk decides meanwhile.
    objection.against = Some(told.event);
    objection.text = String::from(objection.text.trim());
    Ok(vec![CaseEvent::ObjectionReceived(objection)])
}

/// What somebody says has become of what was filed.
pub(super) struct Settles<'a> {
    /// Of the objection or of the action; may be left out where one alone is open.
    pub of: Option<Remedy>,
    pub how: Settled,
    pub reason: &'a str,
}

/// An objection and an action end in words of their own, and each for itself.
pub(super) fn settle(case: &Case, wanted: &Settles<'_>, context: &Context<'_>) -> Events {
    let (how, reason) = (wanted.how, wanted.reason);
    let open = [Remedy::Objection, Remedy::Action].into_iter().filter(|of| case.open_of(*of).is_some());
    let open: Vec<Remedy> = open.filter(|of| wanted.of.is_none_or(|wanted| wanted == *of)).collect();
    refuse_if(open.is_empty(), "objection-none")?;
    let fits: Vec<Remedy> = open.iter().copied().filter(|of| Settled::of(*of).contains(&how)).collect();
    let of = match (fits.as_slice(), open.as_slice()) {
        ([of], _) => *of,
        ([], [Remedy::Objection]) => return Err(Problem::error("how", "settled-other-objection").into()),
        ([], _) => return Err(Problem::error("how", "settled-other-action").into()),
        _ => return Err(Problem::error("of", "settled-of-which").into()),
    };
    said(reason, "reason")?;
    let (reason, settled_on) = (reason.trim().to_owned(), context.today);
    Ok(vec![CaseEvent::ObjectionSettled { of: Some(of), how, reason, settled_on }])
}
