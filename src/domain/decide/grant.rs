//! What whoever decides enters with a grant: floor space, a zone, an end. It is the decision's own, so nothing is corrected by
//! it and no reason is asked for. Pure.

use super::{Context, refuse_if};
use crate::domain::case::{Case, CaseEvent};
use crate::domain::problem::{Problem, Refusal};
use serde_json::Value;
use std::collections::BTreeMap;

/// The assessment has read what was typed; what is wrong with it is told at its fields, all at once.
pub(super) fn grant(
    case: &Case,
    typed: &BTreeMap<String, String>,
    context: &Context<'_>,
) -> Result<Vec<CaseEvent>, Refusal> {
    refuse_if(!case.decisions.is_empty(), "case-already-decided")?;
    let told = context.assessment.ok_or_else(|| Refusal::because("case-not-assessed"))?;
    refuse_if(told.for_kreis, "decision-is-kreis")?;
    let own = |path: &str| told.terms.to_grant.iter().any(|field| field.path == path);
    let known: Vec<&str> = told.terms.to_grant.iter().map(|field| field.path.as_str()).collect();
    let known = known.join(", ");
    let unknown = typed.keys().filter(|path| !own(path));
    let unknown = unknown.map(|path| Problem::error(path, "grant-unknown").with("known", &known));
    let wrong = told.errors().filter(|problem| typed.contains_key(&problem.field)).cloned();
    let problems: Vec<Problem> = unknown.chain(wrong).collect();
    if !problems.is_empty() {
        return Err(Refusal(problems));
    }
    // An answer is kept by its outermost field.
    let outermost = typed.keys().filter_map(|path| path.split('.').next());
    let before = case.answers();
    let fields: BTreeMap<String, Value> = outermost
        .filter(|id| before.at(id) != told.values.at(id))
        .map(|id| (id.to_owned(), told.values.at(id).cloned().unwrap_or(Value::Null)))
        .collect();
    Ok(if fields.is_empty() { Vec::new() } else { vec![CaseEvent::AnswersSet { fields }] })
}
