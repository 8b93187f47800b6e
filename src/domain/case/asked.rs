//! Fees that are asked for in writing: which ones no paper of the case has asked for yet, and which paper does not hold any
//! more. Writes none.

use super::{Case, CaseEvent, Charge, Issued};
use crate::domain::event::Payload;
use crate::domain::id::{ChargeId, PaperId};
use std::iter::successors;

/// What a paper has to ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToAsk {
    /// The fees.
    pub charges: Vec<ChargeId>,
    /// The paper that it replaces: a fee that it asked for is withdrawn or waived.
    pub replaces: Option<PaperId>,
}

/// What a paper asked for, of which nothing is owed any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToLift {
    /// The paper.
    pub paper: PaperId,
    /// What fell.
    pub charges: Vec<ChargeId>,
    /// Whether the paper says nothing beside it: a letter that lifts it replaces it. A decision's letter stands all the same.
    pub replaces: bool,
}

/// A paper that asks for fees, and its place in the timeline with that of the one before.
struct Asking {
    id: PaperId,
    after: Option<usize>,
    since: usize,
}

impl Case {
    /// What a paper of the kind has to ask for, among fees of which `asks` says that it is for them. None where nothing is
    /// owed, or where a paper that stands asks for just that.
    pub fn to_ask(&self, kind: &str, asks: impl Fn(&Charge) -> bool) -> Option<ToAsk> {
        let standing = self.asking(kind);
        let since = standing.iter().map(|paper| paper.since).max();
        let is_new = |charge: &Charge| {
            let charge = charge.fee.charge;
            since.is_none_or(|since| self.charged_at(charge) > Some(since) || self.was_paid_at(charge, since))
        };
        // Whoever paid what a paper asked for has nothing to be told anew.
        let void = standing
            .iter()
            .find(|paper| self.asked_by(paper, &asks).any(|charge| self.fell_after(charge, paper)));
        let again = |charge: &Charge| {
            void.is_some_and(|paper| {
                self.asked_by(paper, &asks).any(|known| known.fee.charge == charge.fee.charge)
            })
        };
        let owed = self.owed().filter(|charge| asks(charge)).filter(|charge| is_new(charge) || again(charge));
        let charges: Vec<ChargeId> = owed.map(|charge| charge.fee.charge).collect();
        (!charges.is_empty()).then(|| ToAsk { charges, replaces: void.map(|paper| paper.id) })
    }

    /// The first paper of the kind that asks for fees of which none is owed any more, and at least one fell without having been
    /// paid: withdrawn, waived, or of a case that was entered twice.
    pub fn to_lift(&self, kind: &str, asks: impl Fn(&Charge) -> bool) -> Option<ToLift> {
        if self.to_ask(kind, &asks).is_some() {
            // What asks for the rest replaces it.
            return None;
        }
        self.asking(kind).into_iter().find_map(|paper| {
            let asked = || self.asked_by(&paper, &asks);
            let fell = asked().filter(|charge| self.fell_after(charge, &paper));
            let charges: Vec<ChargeId> = fell.map(|charge| charge.fee.charge).collect();
            let over = !charges.is_empty() && !asked().any(|charge| self.is_owed(charge));
            over.then_some(ToLift { paper: paper.id, charges, replaces: true })
        })
    }

    /// The letter of a decision that asks for fees of which none is owed any more, at least one because it was waived, as long as no
    /// paper of the `kind` that lifts was written since.
    pub fn to_lift_decided(&self, kind: &str) -> Option<ToLift> {
        // What the law granted has no letter that asks: its notice is lifted as any other.
        self.decisions.iter().filter(|decision| !decision.deemed).find_map(|decision| {
            let of_it = self.charges.values().filter(|charge| charge.fee.decision == Some(decision.event));
            let mut owes = of_it.clone();
            if owes.any(|charge| self.is_owed(charge)) {
                return None;
            }
            let waived = of_it.filter(|charge| charge.waived.is_some() && !charge.withdrawn);
            let charges: Vec<ChargeId> = waived
                .map(|charge| charge.fee.charge)
                .filter(|charge| !self.is_paid(*charge))
                .collect();
            let fell = charges.iter().filter_map(|charge| self.fell_at(*charge)).max()?;
            let lifts = |issued: &Issued| issued.kind == kind && issued.replaces.is_none();
            let since = self.timeline.iter().skip(fell).any(
                |event| matches!(&event.payload, Payload::Known(CaseEvent::PaperIssued(issued)) if lifts(issued)),
            );
            let letter = self.along(decision.event).find_map(|what| match what {
                CaseEvent::PaperIssued(issued) => Some(issued.paper),
                _ => None,
            })?;
            // Corrected meanwhile, it is the newest that asked.
            let newer = |id: &PaperId| self.replaced_by(*id).map(|newer| newer.issued.paper);
            let newest = successors(Some(letter), newer).take(self.papers.len()).last()?;
            (!since && self.stands(newest)).then_some(ToLift { paper: newest, charges, replaces: false })
        })
    }

    /// The papers of the kind that stand, in the order in which they were issued.
    fn asking(&self, kind: &str) -> Vec<Asking> {
        let issued = |wanted: PaperId| {
            self.place(|event| matches!(event, CaseEvent::PaperIssued(issued) if issued.paper == wanted))
        };
        let place = |paper: &super::Paper| issued(paper.issued.paper);
        let all =
            self.papers.iter().filter(|paper| paper.issued.kind == kind && paper.issued.repeats.is_none());
        let places: Vec<usize> = all.filter_map(place).collect();
        let standing = self.standing().filter(|paper| paper.issued.kind == kind).filter_map(|paper| {
            let since = place(paper)?;
            // What replaced another asks for what that asked for, and for what came meanwhile.
            let first = paper.issued.replaces.and_then(issued).unwrap_or(since);
            let after = places.iter().copied().filter(|at| *at < first).max();
            Some(Asking { id: paper.issued.paper, after, since })
        });
        standing.collect()
    }

    /// The fees that a paper asked for: charged since the one before it, and not paid or fallen when it was written.
    fn asked_by<'a>(
        &'a self,
        paper: &'a Asking,
        asks: &'a impl Fn(&Charge) -> bool,
    ) -> impl Iterator<Item = &'a Charge> {
        self.charges.values().filter(move |charge| {
            let (id, at) = (charge.fee.charge, self.charged_at(charge.fee.charge));
            let fell = self.fell_at(id).is_some_and(|fell| fell < paper.since);
            asks(charge)
                && at < Some(paper.since)
                && (paper.after.is_none()
                    || at > paper.after
                    || self.was_paid_at(id, paper.after.unwrap_or(0)))
                && !fell
                && !self.was_paid_at(id, paper.since)
        })
    }

    fn fell_after(&self, charge: &Charge, paper: &Asking) -> bool {
        let id = charge.fee.charge;
        self.fell_at(id).is_some_and(|fell| fell > paper.since) && !self.is_paid(id) && !self.is_owed(charge)
    }

    fn is_owed(&self, charge: &Charge) -> bool {
        self.owed().any(|owed| owed.fee.charge == charge.fee.charge)
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

    /// Where in the timeline it was withdrawn or waived, or fell with what set it.
    fn fell_at(&self, of: ChargeId) -> Option<usize> {
        let named = self.place(|event| match event {
            CaseEvent::FeeWaived { charge, .. } => *charge == of,
            CaseEvent::Corrected(corrected) => corrected.withdrawn.contains(&of),
            CaseEvent::DoubleJudged { double: true, .. } => self.double_of().next().is_some(),
            _ => false,
        });
        let lifted = || {
            let by = self.remedies.lifted_by(self.charges.get(&of)?.fee.decision?)?;
            self.timeline.iter().position(|event| event.id == by)
        };
        named.or_else(lifted)
    }

    fn place(&self, is: impl Fn(&CaseEvent) -> bool) -> Option<usize> {
        self.timeline.iter().position(|event| matches!(&event.payload, Payload::Known(event) if is(event)))
    }
}
