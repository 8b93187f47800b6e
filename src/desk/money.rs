//! Taking money: what is owed is paid, waived or stays owed. Sets no fee; the service does.

use super::Desk;
use super::error::DeskError;
use super::hand::Hand;
use super::intake::Settlement;
use super::session::Session;
use crate::domain::case::{Paid, Payment};
use crate::domain::decide::Command;
use crate::domain::id::{CaseId, ChargeId, PaperId};
use crate::domain::money::Cents;
use crate::domain::number::ReceiptNumber;
use crate::domain::problem::Problem;
use crate::domain::procedure::CANCELLATION;
use chrono::Datelike;

impl Desk {
    /// Settles what a case owes; gives the receipt's number if money was taken. The receipt is issued with it.
    pub fn settle(
        &self,
        session: &Session,
        case: CaseId,
        settlement: &Settlement,
    ) -> Result<Option<String>, DeskError> {
        self.act_as(session, |hand| {
            if hand.case(case)?.owes() == Cents::ZERO {
                return Err(DeskError::because("nothing-to-pay"));
            }
            let receipt = settle(hand, case, settlement, None)?;
            if let Some(receipt) = &receipt {
                super::paper::issue_due(hand, case, "paid", Some(receipt))?;
            }
            if matches!(settlement, Settlement::Exempt { .. }) {
                super::paper::fee::ask(hand, case, true)?;
            }
            super::case::close_if_done(hand, case)?;
            Ok(receipt)
        })
    }
}

/// Settles everything that is owed, or one charge of it, in a transaction that somebody else commits.
pub(super) fn settle(
    hand: &mut Hand<'_, '_, '_>,
    id: CaseId,
    settlement: &Settlement,
    only: Option<ChargeId>,
) -> Result<Option<String>, DeskError> {
    let case = hand.case(id)?;
    let owed = case.owed().filter(|owed| only.is_none_or(|only| owed.fee.charge == only));
    let owed: Vec<(ChargeId, Cents)> = owed.map(|owed| (owed.fee.charge, owed.fee.amount.cents)).collect();
    let total: Cents = owed.iter().map(|(_, cents)| *cents).sum();
    let (how, given) = match settlement {
        Settlement::Later => return Ok(None),
        Settlement::Exempt { reason } => {
            for (charge, _) in owed {
                let case = hand.case(id)?;
                hand.command(id, Some(&case), Command::Waive { charge, reason: reason.clone() }, None)?;
            }
            return Ok(None);
        }
        _ if total == Cents::ZERO => return Ok(None),
        Settlement::Cash { given } => (Payment::Cash, Some(*given)),
        Settlement::Card => (Payment::Card, None),
    };
    let year = hand.today.year();
    let count = hand.tx.next_receipt_count(year)?;
    let receipt = ReceiptNumber { desk: &hand.tx.device()?.code, year, count }.to_string();
    let charges = owed.into_iter().map(|(charge, _)| charge).collect();
    let paid = Paid { receipt: receipt.clone(), charges, cents: total, how, given, paid_on: hand.today };
    hand.command(id, Some(&case), Command::Pay(paid), None)?;
    Ok(Some(receipt))
}

/// Cancels a receipt and issues the paper that says so, in a transaction that somebody else commits. The booking depends on no
/// paper: where none can be made, it is offered in the case later.
pub(super) fn cancel(
    hand: &mut Hand<'_, '_, '_>,
    id: CaseId,
    receipt: String,
    reason: String,
) -> Result<Option<PaperId>, DeskError> {
    let case = hand.case(id)?;
    let reason = reason.trim().to_owned();
    hand.command(id, Some(&case), Command::CancelReceipt { receipt: receipt.clone(), reason }, None)?;
    match super::paper::issue_one(hand, id, CANCELLATION, Some(&receipt)) {
        Ok(paper) => Ok(Some(paper)),
        Err(DeskError::Refused(_) | DeskError::Paper(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What is wrong with how an amount is to be settled.
pub(super) fn settlement_problem(settlement: &Settlement, due: Cents) -> Option<Problem> {
    match settlement {
        Settlement::Cash { given } if *given < due => {
            let problem = Problem::error("given", "given-too-little");
            Some(problem.with("given", given.0).with("due", due.0))
        }
        Settlement::Exempt { reason } if reason.trim().is_empty() => {
            Some(Problem::error("reason", "text-missing"))
        }
        _ => None,
    }
}
