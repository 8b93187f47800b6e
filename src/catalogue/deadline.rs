//! Dates that follow from a case, by `domain::deadline`. Computes none itself.

use super::evaluate::Situation;
use super::facts::Facts;
use super::service::{DeadlineRule, From, Service};
use crate::domain::assessment::Due;
use crate::domain::deadline::{Deadline, Rule, Trigger};
use crate::domain::explain::Step;
use crate::domain::holiday::{Calendar, Land};
use crate::domain::town::keys;
use chrono::NaiveDate;
use serde_json::Value;

/// The dates that can be told now. A period from a field that is not answered is left out.
pub(super) fn due(service: &Service, facts: &Facts<'_>, situation: &Situation<'_>) -> Vec<Due> {
    let known = Calendar::of_ags(situation.town.get(keys::AGS));
    let assumed = known.is_none();
    let calendar = known.unwrap_or_else(|| Calendar::of_land(Land::Nw));
    let holds = |rule: &&DeadlineRule| rule.when.as_ref().is_none_or(|when| when.holds(facts));
    let due = service.deadlines.iter().filter(holds).filter_map(|rule| {
        let on = match &rule.from {
            From::Received => situation.received_on,
            From::Field(path) => {
                facts.values(path).first().copied().and_then(Value::as_str)?.parse::<NaiveDate>().ok()?
            }
        };
        let computed = Deadline::compute(&Rule {
            kind: rule.kind,
            basis: rule.basis.unwrap_or(service.regime.into()),
            unit: rule.unit,
            value: rule.value,
            trigger: Trigger::Event { on },
            calendar: calendar.clone(),
        })
        .ok()?;
        let mut why =
            vec![Step { says: Some(rule.label.clone()), ..Step::new("deadline-because", &rule.law) }];
        why.extend(computed.explanation);
        if assumed {
            why.push(Step::new("deadline-land-assumed", "").with("land", Land::Nw.name()));
        }
        let (id, label, met_by) = (rule.id.clone(), rule.label.clone(), rule.met_by.clone());
        Some(Due { id, label, date: computed.date, why, met_by })
    });
    due.collect()
}
