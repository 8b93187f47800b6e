//! Fees that are asked for in writing: which ones no paper of the case has asked for yet, and which paper does not hold any
//! more. Writes none.

use super::{Case, CaseEvent, Charge};
use crate::domain::event::Payload;
use crate::domain::id::{ChargeId, PaperId};

/// What a paper has to ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToAsk {
    /// The fees.
    pub charges: Vec<ChargeId>,
    /// The paper that it replaces: a fee that it asked for is withdrawn or waived.
    pub replaces: Option<PaperId>,
}

impl Case {
    /// What a paper of the kind has to ask for, among fees of which `asks` says that it is for them. None where nothing is
    /// owed, or where a paper that stands asks for just that.
    pub fn to_ask(&self, kind: &str, asks: impl Fn(&Charge) -> bool) -> Option<ToAsk> {
        let newest =
            self.standing().filter(|paper| paper.issued.kind == kind).last().map(|paper| paper.issued.paper);
        let since = newest.and_then(|newest| {
            self.place(|event| matches!(event, CaseEvent::PaperIssued(issued) if issued.paper == newest))
        });
        let is_new = |charge: &&Charge| {
            let charge = charge.fee.charge;
            since.is_none_or(|since| self.charged_at(charge) > Some(since) || self.was_paid_at(charge, since))
        };
        let fell = |charge: &Charge| since.is_some_and(|since| self.fell_at(charge.fee.charge) > Some(since));
        // Whoever paid what it asked for has nothing to be told anew.
        let void = self.charges.values().any(|charge| {
            asks(charge) && !is_new(&charge) && fell(charge) && !self.is_paid(charge.fee.charge)
        });
        let owed = self.owed().filter(|charge| asks(charge)).filter(|charge| void || is_new(charge));
        let charges: Vec<ChargeId> = owed.map(|charge| charge.fee.charge).collect();
        (!charges.is_empty()).then(|| ToAsk { charges, replaces: newest.filter(|_| void) })
    }

    /// Where in the timeline a fee was charged.
    fn charged_at(&self, charge: ChargeId) -> Option<usize> {
        self.place(|event| matches!(event, CaseEvent::FeeCharged(fee) if fee.charge == charge))
    }

    /// Whether it was paid then, and its receipt was cancelled later: what was written then did not ask for it.
    fn was_paid_at(&self, charge: ChargeId, then: usize) -> bool {
        let of_it = self.receipts.iter().filter(|(_, receipt)| receipt.paid.charges.contains(&charge));
        of_it.map(|(number, _)| number).any(|number| {
            let paid = self.place(|event| matches!(event, CaseEvent::Paid(paid) if paid.receipt == *number));
            let gone = self.place(
                |event| matches!(event, CaseEvent::ReceiptCancelled { receipt, .. } if receipt == number),
            );
            paid < Some(then) && gone > Some(then)
        })
    }

    /// Where in the timeline it was withdrawn or waived.
    fn fell_at(&self, of: ChargeId) -> Option<usize> {
        self.place(|event| match event {
            CaseEvent::FeeWaived { charge, .. } => *charge == of,
            CaseEvent::Corrected(corrected) => corrected.withdrawn.contains(&of),
            _ => false,
        })
    }

    fn place(&self, is: impl Fn(&CaseEvent) -> bool) -> Option<usize> {
        self.timeline.iter().position(|event| matches!(&event.payload, Payload::Known(event) if is(event)))
    }
}
