//! Fees by rule, each with its reasons. Takes no money and waives nothing.

use super::condition::count;
use super::facts::Facts;
use super::service::{Base, Charged, Fee, FeeAmount, Service};
use crate::domain::assessment::ChargeDue;
use crate::domain::explain::{Explanation, Step};
use crate::domain::money::Cents;
use crate::domain::town::Town;
use std::collections::BTreeMap;

/// The fees of a service, by what they are charged with.
#[derive(Default)]
pub(super) struct Fees {
    /// On filing.
    pub charges: Vec<ChargeDue>,
    /// Set by a decision.
    pub levies: Vec<ChargeDue>,
    /// With the duplicate of a paper, by its kind.
    pub duplicates: BTreeMap<String, ChargeDue>,
}

/// What the answers charge.
pub(super) fn fees(service: &Service, facts: &Facts<'_>, town: &Town) -> Fees {
    let mut fees = Fees::default();
    for fee in &service.fees {
        let holds = |amount: &&FeeAmount| amount.when.as_ref().is_none_or(|when| when.holds(facts));
        let Some(amount) = fee.amounts.iter().find(holds) else { continue };
        let due = charge(fee, amount, facts, town);
        match fee.charged {
            Charged::Filed => fees.charges.push(due),
            Charged::Decision => fees.levies.push(due),
            Charged::Duplicate => {
                fees.duplicates.extend(fee.papers.iter().map(|kind| (kind.clone(), due.clone())));
            }
        }
    }
    fees
}

fn charge(fee: &Fee, amount: &FeeAmount, facts: &Facts<'_>, town: &Town) -> ChargeDue {
    let mut why = Explanation::new();
    let mut confirmed = fee.confirmed;
    if let Some(says) = &amount.says {
        why.push(Step { says: Some(says.clone()), ..Step::new("fee-because", &fee.tariff) });
    }
    let base = match &amount.base {
        Base::Cents(cents) => *cents,
        Base::Town(key) => {
            let value = town.get(key).parse().ok().map(Cents);
            let step = if value.is_some() { "fee-town" } else { "fee-town-missing" };
            why.push(with_amount(Step::new(step, "").with("key", key), "amount", value.unwrap_or_default()));
            confirmed &= value.is_some();
            value.unwrap_or_default()
        }
    };
    let mut cents = base;
    if base != Cents::ZERO && matches!(amount.base, Base::Cents(_)) {
        why.push(with_amount(Step::new("fee-base", &fee.tariff), "amount", base));
    }
    if let Some(per) = &amount.per {
        let pieces = (count(&facts.values(&per.field)).unwrap_or_default() - per.free).max(0);
        if pieces > 0 {
            let more = per.cents * pieces;
            let step = Step::new("fee-per-piece", &fee.tariff).with("count", pieces);
            why.push(with_amount(with_amount(step, "each", per.cents), "amount", more));
            cents = cents + more;
        }
    }
    why.push(with_amount(Step::new("fee-total", ""), "amount", cents));
    if !confirmed {
        why.push(Step::new("fee-unconfirmed", ""));
    }
    ChargeDue {
        id: fee.id.clone(),
        label: fee.label.clone(),
        cents,
        tariff: fee.tariff.clone(),
        vat: fee.vat,
        confirmed,
        why,
    }
}

/// An amount as people write it in each language, so that a sentence needs no arithmetic.
fn with_amount(step: Step, name: &str, cents: Cents) -> Step {
    let (sign, value) = (if cents.0 < 0 { "-" } else { "" }, cents.0.unsigned_abs());
    let (euros, rest) = (value / 100, value % 100);
    step.with(name, format!("{sign}{euros},{rest:02} €"))
        .with(&format!("{name}-en"), format!("{sign}€{euros}.{rest:02}"))
}
