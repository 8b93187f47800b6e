//! Deciding a case: outcome, reasons, conditions, and the amounts and the notice that the decision bears.

use super::{Context, refuse_if, step, undisputed};
use crate::domain::assessment::grants;
use crate::domain::case::{Case, CaseEvent, Outcome, Stage};
use crate::domain::decision::Levied;
use crate::domain::problem::{Problem, Refusal};

pub(super) fn decision(
    case: &Case,
    outcome: Outcome,
    reasons: String,
    conditions: Vec<String>,
    context: &Context<'_>,
) -> Result<CaseEvent, Refusal> {
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
        problems.push(Problem::error("reasons", "text-missing"));
    }
    if !problems.is_empty() {
        return Err(Refusal(problems));
    }
    let sets = if has_letter && grants(outcome) { assessment.levies.as_slice() } else { &[] };
    Ok(CaseEvent::Decided {
        outcome,
        reasons: reasons.trim().to_owned(),
        conditions,
        levies: sets.iter().map(Levied::from).collect(),
        notice: assessment.terms.notice.clone().filter(|_| has_letter),
        decided_on: context.today,
    })
}
