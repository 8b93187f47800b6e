//! What a decision asks for at once becomes a fee that the case owes: once, by that decision. Sets no amount.

use crate::domain::case::{Amount, Case, CaseEvent, Charged};
use crate::domain::id::ChargeId;
use crate::domain::problem::Refusal;

/// Charges what the last decision set and asks for. What it charged already is not charged again.
pub(super) fn charge(case: &Case, ids: &[ChargeId]) -> Result<Vec<CaseEvent>, Refusal> {
    let decision = case.decisions.last().ok_or_else(|| Refusal::because("remedy-undecided"))?;
    let known = |fee: &str| {
        let of_it = case.charges.values().filter(|charge| charge.fee.decision == Some(decision.event));
        of_it.into_iter().any(|charge| charge.fee.amount.fee == fee)
    };
    let asked = decision.levies.iter().zip(ids).filter_map(|(levied, id)| {
        let cents = levied.asked().filter(|_| !known(&levied.amount.fee))?;
        let why = levied.amount.why.iter().chain(levied.first.iter().flat_map(|first| &first.why));
        let amount = Amount { cents, why: why.cloned().collect(), ..levied.amount.clone() };
        Some(Charged { charge: *id, amount, duplicate: None, decision: Some(decision.event) })
    });
    Ok(asked.map(CaseEvent::FeeCharged).collect())
}
