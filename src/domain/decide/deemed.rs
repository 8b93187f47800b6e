//! Deemed approval (§ 42a VwVfG): more time to decide, and that what was asked for counts as granted. Nothing enters it by
//! itself: a person looks at the date first. Pure.

use super::{Context, refuse_if, step};
use crate::domain::assessment::Assessment;
use crate::domain::case::{Case, CaseEvent, Extended};
use crate::domain::deadline::{Computed, Kind, Trigger, Unit};
use crate::domain::decision::Levied;
use crate::domain::deemed::DeemedFee;
use crate::domain::problem::{Problem, Refusal};
use chrono::NaiveDate;

type Events = Result<Vec<CaseEvent>, Refusal>;

/// The last day to decide, as it stands.
fn by(case: &Case, context: &Context<'_>) -> Result<Computed, Refusal> {
    refuse_if(!case.decisions.is_empty(), "case-already-decided")?;
    let told = context.assessment.ok_or_else(|| Refusal::because("case-not-assessed"))?;
    refuse_if(told.for_kreis, "decision-is-kreis")?;
    refuse_if(told.procedure.deemed.is_none(), "deemed-not-here")?;
    refuse_if(case.is_anew(), "deemed-lifted")?;
    case.to_decide_by(told).ok_or_else(|| Refusal::because("deemed-not-running"))
}

/// The day after which an extension would be longer than the period itself. The act allows what the difficulty of the matter justifies
/// (angemessen, § 42a (2) sentence 3 VwVfG) and names no limit: from here on a person has to look twice.
pub fn doubled(by: NaiveDate, context: &Assessment) -> Option<NaiveDate> {
    let months = context.procedure.deemed.as_ref()?.months;
    let again = context.procedure.compute(Kind::Frist, (Unit::Months, months), Trigger::Event { on: by });
    again.ok().map(|again| again.date)
}

/// Once, with a reason, to a later working day, and before the time is over.
pub(super) fn extend(
    case: &Case,
    until: NaiveDate,
    reason: &str,
    even_so: bool,
    context: &Context<'_>,
) -> Events {
    let by = by(case, context)?.date;
    refuse_if(case.extended().is_some(), "deemed-extended-already")?;
    let mut problems = Vec::new();
    if context.today > by {
        problems.push(Problem::error("until", "deemed-extended-late").with("date", by));
    } else if until <= by {
        problems.push(Problem::error("until", "deemed-extended-short").with("date", by));
    } else if let Some(next) = next_working_day(until, context).filter(|next| *next != until) {
        problems.push(Problem::error("until", "answer-on-day-off").with("date", until).with("next", next));
    } else if !even_so
        && let Some(last) = context.assessment.and_then(|told| doubled(by, told))
        && until > last
    {
        problems.push(Problem::error("until", "deemed-extended-long").with("date", until).with("last", last));
    }
    if reason.trim().is_empty() {
        problems.push(Problem::error("reason", "text-missing"));
    }
    if !problems.is_empty() {
        return Err(Refusal(problems));
    }
    let (reason, extended_on) = (reason.trim().to_owned(), context.today);
    Ok(vec![CaseEvent::DecisionTimeExtended(Extended { until, reason, extended_on })])
}

fn next_working_day(from: NaiveDate, context: &Context<'_>) -> Option<NaiveDate> {
    let calendar = &context.assessment?.procedure.calendar;
    from.iter_days().take(30).find(|day| calendar.is_working_day(*day))
}

/// The day is over, and nobody had decided.
pub(super) fn enter(case: &Case, context: &Context<'_>) -> Events {
    let by = by(case, context)?.date;
    step::follows(case, "decided", context.assessment)?;
    if context.today <= by {
        return Err(Problem::error("", "deemed-not-yet").with("date", by).into());
    }
    let since = by.succ_opt().unwrap_or(by);
    Ok(vec![CaseEvent::ApprovalDeemed { since, entered_on: context.today, levies: levies(context)? }])
}

/// What it costs, where the fee is due all the same; refused while the town has yet to say how much that is.
fn levies(context: &Context<'_>) -> Result<Vec<Levied>, Refusal> {
    let is_due = |told: &&Assessment| {
        told.procedure.deemed.as_ref().is_some_and(|deemed| deemed.fee == Some(DeemedFee::Due))
    };
    let Some(told) = context.assessment.filter(is_due) else { return Ok(Vec::new()) };
    if told.levies.iter().any(|levy| !levy.is_known()) {
        // What stands on a permit is nothing that a fee needs.
        let of_fees =
            told.terms.lacking_to_grant.iter().filter(|problem| problem.id != "decision-needs-field");
        return Err(Refusal(of_fees.cloned().collect()));
    }
    Ok(told.levies.iter().map(Levied::from).collect())
}

/// What stands against deciding what is granted by law already: it can only be withdrawn or revoked (§§ 48, 49 VwVfG).
pub(super) fn over(case: &Case, context: &Context<'_>) -> Option<Problem> {
    let by = case.to_decide_by(context.assessment?)?.date;
    (context.today > by).then(|| Problem::error("", "deemed-over").with("date", by))
}
