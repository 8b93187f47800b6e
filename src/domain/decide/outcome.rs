//! Deciding a case: outcome, reasons, conditions, and the amounts and the notice that the decision bears.

use super::procedure::unheard;
use super::{Context, deemed, refuse_if, step, undisputed};
use crate::domain::assessment::grants;
use crate::domain::case::{Case, CaseEvent, Draft, Outcome, Stage};
use crate::domain::decision::Levied;
use crate::domain::id::EventRef;
use crate::domain::problem::{Problem, Refusal};

/// What somebody wants to decide.
pub(super) struct Wanted {
    pub outcome: Outcome,
    pub reasons: String,
    pub conditions: Vec<String>,
}

/// A decision that no second person signs.
pub(super) fn decision(case: &Case, wanted: Wanted, context: &Context<'_>) -> Result<CaseEvent, Refusal> {
    let outcome = wanted.outcome;
    let draft = draft(case, wanted, context)?;
    let asks = context.assessment.is_some_and(|told| told.procedure.asks_second(outcome, &told.levies));
    refuse_if(asks, "second-needed")?;
    Ok(decided(draft, None))
}

/// What a draft becomes when it is signed, or needs no signature.
pub(super) fn decided(draft: Draft, signs: Option<EventRef>) -> CaseEvent {
    let Draft { outcome, reasons, conditions, levies, notice, prepared_on: decided_on } = draft;
    CaseEvent::Decided { outcome, reasons, conditions, levies, notice, decided_on, signs }
}

/// The decision as it would be taken today, or everything that is against it.
pub(super) fn draft(case: &Case, wanted: Wanted, context: &Context<'_>) -> Result<Draft, Refusal> {
    let Wanted { outcome, reasons, conditions } = wanted;
    refuse_if(case.stage() == Stage::Closed, "case-already-closed")?;
    refuse_if(!case.decisions.is_empty(), "case-already-decided")?;
    step::follows(case, "decided", context.assessment)?;
    undisputed(case)?;
    let assessment = context.assessment.ok_or_else(|| Refusal::because("case-not-assessed"))?;
    refuse_if(assessment.for_kreis, "decision-is-kreis")?;
    let has_letter = assessment.decision_papers(outcome).next().is_some();
    let conditions: Vec<String> =
        conditions.iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect();
    let mut problems: Vec<Problem> = assessment.lacking(outcome).into_iter().cloned().collect();
    match (outcome == Outcome::Conditional, conditions.is_empty()) {
        (true, _) if !has_letter => problems.push(Problem::error("outcome", "conditions-not-here")),
        (true, true) => problems.push(Problem::error("conditions", "conditions-missing")),
        (false, false) => problems.push(Problem::error("conditions", "conditions-without-outcome")),
        _ => {}
    }
    // § 39 (2) VwVfG: reasons may be left out only where the request is granted in full or taken back.
    if matches!(outcome, Outcome::Conditional | Outcome::Refused) && reasons.trim().is_empty() {
        problems.push(Problem::error("reasons", "reasons-missing"));
    }
    problems.extend(unheard(case, outcome, context.today));
    problems.extend(deemed::over(case, context).filter(|_| outcome != Outcome::Withdrawn));
    if !problems.is_empty() {
        return Err(Refusal(problems));
    }
    let sets = if has_letter && grants(outcome) { assessment.levies.as_slice() } else { &[] };
    Ok(Draft {
        outcome,
        reasons: reasons.trim().to_owned(),
        conditions,
        levies: sets.iter().map(Levied::from).collect(),
        notice: assessment.terms.notice.clone().filter(|_| has_letter),
        prepared_on: context.today,
    })
}
