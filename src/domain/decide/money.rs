//! Money of a case: paying, waiving, cancelling a receipt.

use super::{refuse_if, said};
use crate::domain::case::{Case, CaseEvent, Paid};
use crate::domain::id::ChargeId;
use crate::domain::problem::{Problem, Refusal};
use chrono::NaiveDate;
use std::collections::BTreeMap;

pub(super) fn pay(case: &Case, paid: Paid) -> Result<CaseEvent, Refusal> {
    let owed: BTreeMap<ChargeId, _> =
        case.owed().map(|charge| (charge.fee.charge, charge.fee.amount.cents)).collect();
    refuse_if(paid.charges.is_empty(), "nothing-to-pay")?;
    refuse_if(!paid.charges.iter().all(|charge| owed.contains_key(charge)), "charge-not-owed")?;
    let sum = paid.charges.iter().filter_map(|charge| owed.get(charge).copied()).sum();
    if paid.cents != sum {
        return Err(Problem::error("cents", "paid-other-than-owed")
            .with("owed", sum.0)
            .with("paid", paid.cents.0)
            .into());
    }
    if let Some(given) = paid.given.filter(|given| *given < paid.cents) {
        return Err(Problem::error("given", "given-too-little")
            .with("given", given.0)
            .with("due", sum.0)
            .into());
    }
    Ok(CaseEvent::Paid(paid))
}

/// What the counter charged is paid, and what was paid and is owed no more went back over the till, before a case is closed.
pub(super) fn settled(case: &Case) -> Result<(), Refusal> {
    refuse_if(case.owed_at_closing().next().is_some(), "case-owes")?;
    let receipts: Vec<&str> = case.to_give_back().map(|(number, _)| number).collect();
    if receipts.is_empty() {
        return Ok(());
    }
    Err(Problem::error("", "case-gives-back").with("receipts", receipts.join(", ")).into())
}

pub(super) fn waive(case: &Case, charge: ChargeId, reason: String) -> Result<CaseEvent, Refusal> {
    said(&reason, "reason")?;
    refuse_if(!case.owed().any(|owed| owed.fee.charge == charge), "charge-not-owed")?;
    Ok(CaseEvent::FeeWaived { charge, reason })
}

pub(super) fn cancel_receipt(
    case: &Case,
    receipt: String,
    reason: String,
    today: NaiveDate,
) -> Result<CaseEvent, Refusal> {
    said(&reason, "reason")?;
    match case.receipts.get(&receipt) {
        None => Err(Problem::error("receipt", "receipt-unknown").with("receipt", receipt).into()),
        Some(known) if known.cancelled.is_some() => {
            Err(Problem::error("receipt", "receipt-already-cancelled").with("receipt", receipt).into())
        }
        Some(_) => Ok(CaseEvent::ReceiptCancelled { receipt, reason, cancelled_on: today }),
    }
}
