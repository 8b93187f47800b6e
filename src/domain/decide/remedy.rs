//! Notifying a decision, and what is filed against it: what is done, or every reason against it. Pure.

use super::settle::whose;
use super::{Context, court, not_in_future};
use crate::domain::case::{Act, Case, CaseEvent, Filed, Notified, Objection, Way};
use crate::domain::decision::Remedy;
use crate::domain::id::EventRef;
use crate::domain::problem::{Problem, Refusal};

type Events = Result<Vec<CaseEvent>, Refusal>;

/// What was told last: a decision, or its revocation.
fn told(case: &Case) -> Result<Act<'_>, Refusal> {
    case.act().ok_or_else(|| Refusal::because("remedy-undecided"))
}

/// A decision is not notified before it was taken, nor tomorrow. Which it is has to be said where those about several objections wait.
pub(super) fn notify(case: &Case, mut notified: Notified, context: &Context<'_>) -> Events {
    let last = told(case)?;
    let told = match notified.of {
        Some(of) => case.as_act(of).ok_or_else(|| Problem::error("of", "objection-against-none"))?,
        None => last,
    };
    // Of decisions about several objections the last is no guess: each has a day of its own.
    let beside = case.untold().filter(|ruled| ruled.event != told.event);
    let beside: Vec<EventRef> = beside.map(|ruled| ruled.objection).collect();
    if let (Some(ruled), None, false) = (told.ruling, notified.of, beside.is_empty()) {
        let meant = |filed: &&Filed| beside.contains(&filed.event) || filed.event == ruled.objection;
        return Err(whose("notify-whose", &case.objections().iter().filter(meant).collect::<Vec<_>>()).into());
    }
    notified.of = notified.of.filter(|of| *of != last.event);
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

/// What something is filed against, and by whom; whoever applied where nobody is named. An action is against a decision in the form of the
/// decision about the objection (§ 79 (1) No. 1 VwGO), of several about that of whoever sues, and judged by the service of that; an objection
/// never is (§ 68 (1) sentence 2 No. 2 VwGO).
pub fn challenges<'a>(
    case: &'a Case,
    remedy: Remedy,
    named: Option<EventRef>,
    by: Option<&str>,
) -> Option<Act<'a>> {
    let act = match named {
        None => case.act()?,
        Some(named) => case.acts().into_iter().find(|act| act.event == named)?,
    };
    match (remedy, act.ruling) {
        (Remedy::Action, None) => {
            let form = case.form_for(act.event, by).or_else(|| case.form_of(act.event));
            Some(form.and_then(|ruled| case.as_act(ruled.event)).unwrap_or(act))
        }
        (Remedy::Action, Some(ruled)) if named.is_none() => {
            let own = case.form_for(ruled.against, by);
            Some(own.and_then(|ruled| case.as_act(ruled.event)).unwrap_or(act))
        }
        (Remedy::Objection, Some(ruled)) => case.as_act(ruled.against),
        _ => Some(act),
    }
}

/// It is entered late or in time: whether it counts is told, never refused.
pub(super) fn object(case: &Case, mut objection: Objection, context: &Context<'_>) -> Events {
    let by = objection.by.take().map(|by| by.trim().to_owned());
    objection.by = by.filter(|by| !by.is_empty());
    let known = challenges(case, objection.remedy, objection.against, objection.by.as_deref());
    let told = match objection.against {
        None => known.ok_or_else(|| Refusal::because("remedy-undecided"))?,
        Some(_) => known.ok_or_else(|| Problem::error("against", "objection-against-none"))?,
    };
    objection.court = match objection.remedy {
        Remedy::Action => {
            let mut court = objection.court.unwrap_or_default();
            if let Some(by) = objection.by.as_ref().filter(|_| court.by.trim().is_empty()) {
                court.by.clone_from(by);
            }
            Some(court::checked(court, objection.received_on)?)
        }
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
    // A court serves an action whatever else is open here: whether it came too early it says itself (§ 68 VwGO). Several may sue, or one
    // of them twice; the same number is the same action.
    if let Some(known) = at_court.and_then(|court| case.action_with(court)) {
        let on = known.objection.received_on;
        return Err(Problem::error("file_number", "action-there").with("date", on).into());
    }
    // Several may object, each by themselves; who filed it tells them apart.
    let same = case.open_objections().find(|filed| filed.objection.is_of(objection.by.as_deref()));
    if let Some(known) = same.filter(|_| objection.remedy == Remedy::Objection) {
        let on = known.objection.received_on;
        return Err(Problem::error("objector", "objection-open").with("date", on).into());
    }
    // What it was checked against is what it is against, whatever another desk decides meanwhile.
    objection.against = Some(told.event);
    objection.text = String::from(objection.text.trim());
    Ok(vec![CaseEvent::ObjectionReceived(objection)])
}
