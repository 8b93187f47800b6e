//! One line of a till's journal: what was booked, for which case and fees. Whose case it was is told only to those who may
//! read it (§ 30 AO); how much lies in the till everybody who counts it may know.

use crate::domain::assessment::Vat;
use crate::domain::case::{Case, Charge, Payment};
use crate::domain::id::{CaseId, EventRef};
use crate::domain::money::Cents;
use crate::domain::till::{Booking, Item, Share};
use crate::domain::user::Group;
use crate::paper::template::word;
use crate::store::{Booked, Reader, StoreError, What};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A line of a till's journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The event; its desk is the till.
    pub id: EventRef,
    /// Receipt number.
    pub receipt: String,
    /// Its day.
    pub on: NaiveDate,
    /// How much; negative where a receipt was cancelled.
    pub cents: Cents,
    /// Cash or card.
    pub how: Payment,
    /// Whether it cancels the receipt.
    pub cancels: bool,
    /// Why it was cancelled; empty where that may not be read.
    pub reason: String,
    /// The case, where it may be read.
    pub case: Option<(CaseId, String)>,
    /// Whether the receipt was cancelled later, as far as is known here.
    pub is_cancelled: bool,
    /// What for.
    items: Vec<Item>,
}

impl Entry {
    /// As a closing keeps it.
    pub fn booking(&self) -> Booking {
        let (receipt, cents, how) = (self.receipt.clone(), self.cents, self.how);
        Booking { receipt, cents, how, cancels: self.cancels }
    }

    /// What for, where that may be read; else the amount alone.
    pub fn items(&self) -> Vec<Item> {
        match self.case {
            Some(_) => self.items.clone(),
            None => vec![rest(self.cents)],
        }
    }

    /// What for, for sums in which nobody is seen.
    pub(super) fn sums(&self) -> Vec<Item> {
        self.items.clone()
    }
}

/// The lines of what was booked.
pub(super) fn entries(
    db: &Reader<'_>,
    reads: &BTreeSet<Group>,
    booked: Vec<Booked>,
) -> Result<Vec<Entry>, StoreError> {
    let mut lines = Vec::with_capacity(booked.len());
    for booked in booked {
        let on = booked.on();
        let Booked { id, case, what } = booked;
        let case = db.case(case)?;
        let (receipt, reason, cancels) = match &what {
            What::Paid(paid) => (paid.receipt.clone(), String::new(), false),
            What::Cancelled { receipt, reason, .. } => (receipt.clone(), reason.clone(), true),
        };
        let known = case.as_ref().and_then(|case| case.receipts.get(&receipt));
        let paid = match &what {
            What::Paid(paid) => paid.clone(),
            // What it cancels is not here: there is nothing to give back.
            What::Cancelled { .. } => match known {
                Some(known) => known.paid.clone(),
                None => continue,
            },
        };
        let sign = if cancels { -1 } else { 1 };
        let cents = paid.cents * sign;
        let charges =
            case.iter().flat_map(|case| paid.charges.iter().filter_map(move |id| case.charges.get(id)));
        let mut items: Vec<Item> = charges.map(|charge| item(charge, sign)).collect();
        let missing = cents - items.iter().map(|item| item.cents).sum::<Cents>();
        if missing != Cents::ZERO {
            items.push(rest(missing));
        }
        let readable = |case: &&Case| reads.contains(&case.opened.group);
        let is_cancelled = known.is_some_and(|known| known.cancelled.is_some());
        let case = case.as_ref().filter(readable).map(|case| (case.id, case.opened.number.clone()));
        let reason = if case.is_some() { reason } else { String::new() };
        let how = paid.how;
        lines.push(Entry { id, receipt, on, cents, how, cancels, reason, case, is_cancelled, items });
    }
    Ok(lines)
}

fn item(charge: &Charge, sign: i64) -> Item {
    let amount = &charge.fee.amount;
    let shared = amount.why.iter().find(|step| step.id == "fee-share").and_then(|step| {
        let cents = Cents::parse(step.args.get("amount")?)?;
        Some(Share { to: step.args.get("to")?.clone(), cents: cents * sign })
    });
    Item {
        label: amount.label.de.clone(),
        tariff: amount.tariff.clone(),
        vat: amount.vat,
        cents: amount.cents * sign,
        count: 1,
        share: shared,
    }
}

/// What no fee is known for.
fn rest(cents: Cents) -> Item {
    let label = word("till_rest", &[]);
    Item { label, tariff: String::new(), vat: Vat::Sovereign, cents, count: 1, share: None }
}
