//! Dates that follow from a case, by `domain::deadline`. Computes none itself.

use super::evaluate::Situation;
use super::facts::Facts;
use super::service::{DeadlineRule, From, Length, Service};
use super::town::number_of;
use crate::domain::assessment::Due;
use crate::domain::complete::Complete;
use crate::domain::deadline::{Basis, Deadline, Kind, Rule, Trigger, Unit};
use crate::domain::explain::{Explanation, Step};
use crate::domain::holiday::{Calendar, Land, easter_sunday};
use crate::domain::problem::LocalText;
use crate::domain::town::{Town, keys};
use chrono::{Datelike, Months, NaiveDate, TimeDelta};

/// The dates that can be told now. A period from a field that is not answered is left out, and one that begins with complete
/// documents as long as they are not.
pub(super) fn due(
    service: &Service,
    facts: &Facts<'_>,
    situation: &Situation<'_>,
    complete: &Complete,
) -> Vec<Due> {
    let known = Calendar::of_ags(situation.town.get(keys::AGS));
    let assumed = known.is_none();
    let calendar = known.unwrap_or_else(|| Calendar::of_land(Land::Nw));
    let holds = |rule: &&DeadlineRule| rule.when.as_ref().is_none_or(|when| when.holds(facts));
    let due = service.deadlines.iter().filter(holds).filter_map(|rule| {
        let (on, begun) = begins(rule, facts, situation, complete)?;
        let value = match &rule.value {
            Length::Fixed(value) => *value,
            Length::Town(key) => number_of(situation.town, key)?,
        };
        let computed = Deadline::compute(&Rule {
            kind: rule.kind,
            basis: rule.basis.unwrap_or(service.regime.into()),
            unit: rule.unit,
            value,
            trigger: Trigger::Event { on },
            calendar: calendar.clone(),
        })
        .ok()?;
        let mut why =
            vec![Step { says: Some(rule.label.clone()), ..Step::new("deadline-because", &rule.law) }];
        why.extend(begun);
        // The day itself: nothing is counted.
        let counted = |step: &Step| value > 0 || !["deadline-event", "deadline-days"].contains(&&*step.id);
        why.extend(computed.explanation.into_iter().filter(counted));
        if assumed {
            why.push(Step::new("deadline-land-assumed", "").with("land", Land::Nw.name()));
        }
        if !rule.confirmed {
            why.push(Step::new("deadline-unconfirmed", ""));
        }
        let (id, label, met_by) = (rule.id.clone(), rule.label.clone(), rule.met_by.clone());
        let of_applicant = matches!(rule.from, From::Field(_) | From::Easter { .. });
        Some(Due { id, label, date: computed.date, why, met_by, of_applicant })
    });
    due.collect()
}

/// The first working day of the month after the one in which a day lies: by then something is due, and why.
pub fn first_working_day_after(town: &Town, day: NaiveDate, label: &LocalText, law: &str) -> Option<Due> {
    let on = day.with_day(1)?.checked_add_months(Months::new(1))?;
    let calendar = Calendar::of_ags(town.get(keys::AGS)).unwrap_or_else(|| Calendar::of_land(Land::Nw));
    let trigger = Trigger::Event { on };
    let (kind, basis, unit) = (Kind::Frist, Basis::Vwvfg, Unit::Days);
    let computed = Deadline::compute(&Rule { kind, basis, unit, value: 0, trigger, calendar }).ok()?;
    let mut why = vec![Step { says: Some(label.clone()), ..Step::new("deadline-because", law) }];
    let counted = |step: &Step| !["deadline-event", "deadline-days"].contains(&&*step.id);
    why.extend(computed.explanation.into_iter().filter(counted));
    let (id, met_by, of_applicant) = ("lot".to_owned(), None, false);
    Some(Due { id, label: label.clone(), date: computed.date, why, met_by, of_applicant })
}

/// The day from which is counted, and how it follows from Easter or from what came when.
fn begins(
    rule: &DeadlineRule,
    facts: &Facts<'_>,
    situation: &Situation<'_>,
    complete: &Complete,
) -> Option<(NaiveDate, Explanation)> {
    let date = |path: &str| facts.values(path).first()?.as_str()?.parse::<NaiveDate>().ok();
    match &rule.from {
        From::Received => Some((situation.received_on, Vec::new())),
        From::Complete => Some((complete.since?, complete.why.clone())),
        From::Field(path) => Some((date(path)?, Vec::new())),
        From::Easter { days, year } => {
            let sunday = easter_sunday(date(year)?.year())?;
            let on = sunday.checked_add_signed(TimeDelta::days(*days))?;
            let id = if *days < 0 { "deadline-before-easter" } else { "deadline-after-easter" };
            let step = Step::new(id, "").with("easter", sunday).with("days", days.abs()).with("date", on);
            Some((on, vec![step]))
        }
    }
}
