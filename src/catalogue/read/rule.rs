//! Fees, values of the town and periods from their tables. Computes nothing.

use super::build::when;
use super::condition::Place;
use super::raw::{RawAmount, RawCount, RawDeadline, RawFee, RawLength, RawPerPiece, RawTown};
use crate::catalogue::field::Choice;
use crate::catalogue::service::{Base, Count, DeadlineRule, Fee, FeeAmount, From, Length, PerPiece, Waiver};
use crate::catalogue::town::{TownKind, TownValue};
use crate::domain::money::Cents;
use crate::domain::problem::Problem;
use toml::Value;

pub fn fee(place: &Place<'_>, raw: RawFee) -> Option<Fee> {
    let amounts = raw.amount.into_iter().filter_map(|one| amount(place, &raw.id, one)).collect();
    let waivers = raw.waiver.into_iter().filter_map(|waiver| {
        Some(Waiver { when: place.condition(waiver.when)?, says: waiver.says, law: waiver.law })
    });
    let waivers = waivers.collect();
    let RawFee { id, label, tariff, vat, remedy, charged, confirmed, papers, yearly, rate, share, .. } = raw;
    if share.as_ref().is_some_and(|share| share.keeps[0] < 0 || share.keeps[1] < share.keeps[0].max(1)) {
        place.source.tell(place.at, Problem::error("", "catalogue-share-shape").with("fee", &id));
    }
    Some(Fee {
        id,
        label,
        tariff,
        vat,
        remedy,
        charged,
        confirmed,
        papers,
        amounts,
        yearly,
        rate,
        waivers,
        share,
    })
}

fn amount(place: &Place<'_>, fee: &str, raw: RawAmount) -> Option<FeeAmount> {
    // What stands for each piece alone begins with nothing.
    let nothing = (raw.per.is_some() && raw.cents.is_none() && raw.town.is_none()).then_some(0);
    let base = base(place, fee, raw.cents.or(nothing), raw.town)?;
    let per = match raw.per {
        Some(per) => Some(per_piece(place, fee, per)?),
        None => None,
    };
    let (min, max) = (raw.min.map(Cents), raw.max.map(Cents));
    if min.zip(max).is_some_and(|(min, max)| min > max) {
        return shape(place, fee);
    }
    Some(FeeAmount { when: when(place, raw.when), base, per, min, max, says: raw.says })
}

fn base(place: &Place<'_>, fee: &str, cents: Option<i64>, town: Option<String>) -> Option<Base> {
    match (cents, town) {
        (Some(cents), None) => Some(Base::Cents(Cents(cents))),
        (None, Some(key)) => Some(Base::Town(key)),
        (Some(cents), Some(key)) => Some(Base::Either(key, Cents(cents))),
        (None, None) => shape(place, fee),
    }
}

fn per_piece(place: &Place<'_>, fee: &str, raw: RawPerPiece) -> Option<PerPiece> {
    let first = raw.field.map(Count::Field);
    let mut counts: Vec<Count> = first.into_iter().collect();
    for one in raw.times {
        counts.push(match one {
            RawCount { field: Some(field), from: None, to: None, unit: None } => Count::Field(field),
            RawCount { field: None, from: Some(from), to: Some(to), unit: Some(unit) } => {
                Count::Span { from, to, unit }
            }
            _ => return shape(place, fee),
        });
    }
    if counts.is_empty() {
        return shape(place, fee);
    }
    let price = base(place, fee, raw.cents, raw.town)?;
    Some(PerPiece { counts, unit: raw.unit, price, free: raw.free })
}

fn shape<T>(place: &Place<'_>, fee: &str) -> Option<T> {
    place.source.tell(place.at, Problem::error("", "catalogue-amount-shape").with("fee", fee));
    None
}

pub fn town(place: &Place<'_>, raw: RawTown) -> Option<TownValue> {
    let choices = raw.options.into_iter().map(|option| Choice { id: option.id, label: option.label });
    let kind = match raw.kind.as_str() {
        "money" => TownKind::Money,
        "days" => TownKind::Days,
        "number" => TownKind::Number,
        "text" => TownKind::Text,
        "choice" => TownKind::Choice(choices.collect()),
        other => {
            place.source.tell(place.at, Problem::error("", "catalogue-type-unknown").with("type", other));
            return None;
        }
    };
    Some(TownValue { key: raw.key, label: raw.label, help: raw.help, kind })
}

pub fn deadline(place: &Place<'_>, raw: RawDeadline) -> Option<DeadlineRule> {
    let Some(from) = from(place, &raw.from) else {
        let problem = Problem::error("", "catalogue-moment-unknown").with("written", raw.from.to_string());
        place.source.tell(place.at, problem);
        return None;
    };
    let when = when(place, raw.when);
    let value = match raw.value {
        RawLength::Fixed(value) => Length::Fixed(value),
        RawLength::Town { town } => Length::Town(town),
    };
    let RawDeadline { id, label, kind, rule: unit, basis, law, met_by, confirmed, .. } = raw;
    let confirmed = confirmed.unwrap_or(true);
    Some(DeadlineRule { id, label, when, from, kind, unit, value, basis, law, met_by, confirmed })
}

fn from(place: &Place<'_>, written: &Value) -> Option<From> {
    let Value::Table(table) = written else {
        return match written.as_str() {
            Some("received") => Some(From::Received),
            Some("complete") => Some(From::Complete),
            _ => None,
        };
    };
    let text = |key: &str| table.get(key).and_then(Value::as_str).map(|path| place.path(path));
    match (table.get("easter").and_then(Value::as_integer), text("year"), text("field")) {
        (None, None, Some(field)) if table.len() == 1 => Some(From::Field(field)),
        (Some(days), Some(year), None) if table.len() == 2 => Some(From::Easter { days, year }),
        _ => None,
    }
}
