//! Fees by rule, each with its reasons, and what they need of the town. Takes no money and waives nothing.

mod amount;

use super::facts::Facts;
use super::service::{BEGINS, Charged, Fee, FeeAmount, PART, Service, Yearly};
use super::town::days_of;
use crate::domain::assessment::{ChargeDue, TOWN_MISSING};
use crate::domain::levy::{Begins, FirstYear, Part, Rule, Start, first_year};
use crate::domain::money::Cents;
use crate::domain::problem::Problem;
use crate::domain::town::Town;
use chrono::NaiveDate;
use serde_json::Value;
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
        let Some(amount) = holding(fee, facts) else { continue };
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

fn holding<'a>(fee: &'a Fee, facts: &Facts<'_>) -> Option<&'a FeeAmount> {
    fee.amounts.iter().find(|amount| amount.when.as_ref().is_none_or(|when| when.holds(facts)))
}

fn charge(fee: &Fee, amount: &FeeAmount, facts: &Facts<'_>, town: &Town) -> ChargeDue {
    let amount::Sum { cents, confirmed, known, why } = amount::sum(fee, amount, facts, town);
    let first = fee.yearly.as_ref().filter(|_| known);
    ChargeDue {
        id: fee.id.clone(),
        label: fee.label.clone(),
        cents,
        tariff: fee.tariff.clone(),
        vat: fee.vat,
        confirmed,
        why,
        first: first.and_then(|yearly| first_of(yearly, fee, cents, facts, town)),
        yearly: fee.yearly.is_some(),
        rate: fee.rate,
    }
}

/// The first year, once the town has said what is needed for it and the date is answered.
fn first_of(yearly: &Yearly, fee: &Fee, annual: Cents, facts: &Facts<'_>, town: &Town) -> Option<FirstYear> {
    let date =
        |path: &str| facts.values(path).first().copied().and_then(Value::as_str)?.parse::<NaiveDate>().ok();
    let start = match yearly.set.as_deref().and_then(date) {
        Some(day) => Start::Set(day),
        None => Start::Event(date(&yearly.from)?),
    };
    let rule = Rule {
        annual,
        begins: match town.get(&yearly.begins) {
            "monat" => Begins::MonthOf,
            "folgemonat" => Begins::MonthAfter,
            _ => return None,
        },
        part: match town.get(&yearly.part) {
            "monate" => Part::Months,
            "jahr" => Part::WholeYear,
            _ => return None,
        },
        days: days_of(town, &yearly.days).unwrap_or_default(),
        first_in_one: town.get(&yearly.first) == "monat",
        lasts: town.get(&yearly.lasts) == "weiter",
        law: fee.tariff.clone(),
    };
    Some(first_year(&rule, start, facts.today))
}

/// What the town has not said and the levies of a decision need: each value with its name.
pub(super) fn unset(service: &Service, levies: &[ChargeDue], town: &Town) -> Vec<Problem> {
    let mut keys: Vec<&str> = Vec::new();
    for fee in service.fees.iter().filter(|fee| fee.charged == Charged::Decision) {
        let Some(due) = levies.iter().find(|due| due.id == fee.id) else { continue };
        keys.extend(missing(due));
        let yearly = fee.yearly.iter();
        let asked =
            yearly.flat_map(|yearly| [(&yearly.begins, BEGINS.as_slice()), (&yearly.part, PART.as_slice())]);
        keys.extend(asked.filter(|(key, ids)| !ids.contains(&town.get(key))).map(|(key, _)| key.as_str()));
    }
    keys.into_iter().map(|key| named(service, Problem::error(key, "decision-needs-value"), key)).collect()
}

/// What the town has not said and the fees at the counter need: nothing is taken in at a price that nobody has set.
pub(super) fn unset_at_the_counter(service: &Service, charges: &[ChargeDue]) -> Vec<Problem> {
    let keys = charges.iter().flat_map(missing);
    let at = |key: &str| Problem::error(format!("charges.{key}"), "filing-needs-value");
    keys.map(|key| named(service, at(key), key)).collect()
}

/// Keys of the town's values that an amount lacks: its explanation names them.
fn missing(due: &ChargeDue) -> impl Iterator<Item = &str> {
    let steps = due.why.iter().filter(|step| step.id == TOWN_MISSING);
    steps.filter_map(|step| step.args.get("key")).map(String::as_str)
}

fn named(service: &Service, problem: Problem, key: &str) -> Problem {
    let label = service.town.iter().find(|value| value.key == key).map(|value| value.label.clone());
    let label = label.unwrap_or_default();
    problem.with("label", &label.de).with("label-en", label.get("en"))
}

#[cfg(test)]
mod tests;
