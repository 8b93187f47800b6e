//! Conditions as data, and whether they hold. No expressions in text, no scripts.

use super::codes::CodeList;
use super::facts::Facts;
use super::town::number_of;
use crate::domain::deadline::Unit;
use crate::domain::din91379::search_form;
use crate::domain::town::Town;
use chrono::{Days, Months, NaiveDate};
use serde::Deserialize;
use serde_json::Value;
use std::sync::Arc;

/// Something that holds or does not hold of the answers.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// All of them hold.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// What is said of a field. A hidden field counts as not answered.
    Field {
        /// The field's [`super::Field::path`].
        path: String,
        /// What is said of it.
        test: Test,
    },
    /// The case came in after the end of one of the service's periods, by its id.
    Overdue(String),
}

/// What can be said of a field. But for `Set(false)`, nothing holds of a field that is not answered.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// It is this.
    Is(Value),
    /// It is one of these.
    In(Vec<Value>),
    /// It is answered, and none of these.
    NotIn(Vec<Value>),
    /// The list has one of these.
    Has(Vec<Value>),
    /// It is answered (`true`) or not.
    Set(bool),
    /// The date is certainly before.
    Before(Moment),
    /// The date is certainly after.
    After(Moment),
    /// The number, or the count of the list, is less.
    Less(Amount),
    /// The number, or the count of the list, is more.
    More(Amount),
    /// The text holds one of these, letters compared by the search form of DIN 91379; `a+b` asks for both.
    MatchesAny(Words),
    /// One of the answers stands in a list of `assets/codes`.
    Listed(Arc<CodeList>),
}

/// A day to compare with.
#[derive(Debug, Clone, PartialEq)]
pub enum Moment {
    /// A fixed day.
    On(NaiveDate),
    /// So far from today (`received: false`) or from the day of receipt: `received-1y`.
    From {
        /// Whether it is counted from the day of receipt.
        received: bool,
        /// How many; negative goes back.
        value: i32,
        /// Of what.
        unit: Unit,
    },
    /// The date in another field.
    Field(String),
}

/// A number to compare with.
#[derive(Debug, Clone, PartialEq)]
pub enum Amount {
    /// A fixed number.
    Number(i64),
    /// The number in another field, or the count of its list, and so many more.
    Field {
        /// The field's path.
        path: String,
        /// What is added.
        plus: i64,
    },
    /// The town's number, by its key; as long as it has set none, the service's.
    Town {
        /// The key.
        key: String,
        /// What counts without it.
        otherwise: i64,
    },
}

impl Condition {
    /// Paths of all fields that it speaks of.
    pub fn fields(&self) -> Vec<&str> {
        match self {
            Self::All(all) | Self::Any(all) => all.iter().flat_map(Self::fields).collect(),
            Self::Not(not) => not.fields(),
            Self::Field { path, test } => {
                let other = match test {
                    Test::Before(Moment::Field(other)) | Test::After(Moment::Field(other)) => Some(other),
                    Test::Less(Amount::Field { path, .. }) | Test::More(Amount::Field { path, .. }) => {
                        Some(path)
                    }
                    _ => None,
                };
                std::iter::once(path).chain(other).map(String::as_str).collect()
            }
            Self::Overdue(_) => Vec::new(),
        }
    }

    /// Ids of the periods that it speaks of.
    pub fn periods(&self) -> Vec<&str> {
        match self {
            Self::All(all) | Self::Any(all) => all.iter().flat_map(Self::periods).collect(),
            Self::Not(not) => not.periods(),
            Self::Field { .. } => Vec::new(),
            Self::Overdue(period) => vec![period],
        }
    }

    /// Numbers of the town that it compares with: key, and what counts without one.
    pub fn limits(&self) -> Vec<(&str, i64)> {
        match self {
            Self::All(all) | Self::Any(all) => all.iter().flat_map(Self::limits).collect(),
            Self::Not(not) => not.limits(),
            Self::Field {
                test:
                    Test::Less(Amount::Town { key, otherwise }) | Test::More(Amount::Town { key, otherwise }),
                ..
            } => {
                vec![(key, *otherwise)]
            }
            Self::Field { .. } | Self::Overdue(_) => Vec::new(),
        }
    }

    /// Whether it holds.
    pub(super) fn holds(&self, facts: &Facts<'_>) -> bool {
        match self {
            Self::All(all) => all.iter().all(|condition| condition.holds(facts)),
            Self::Any(any) => any.iter().any(|condition| condition.holds(facts)),
            Self::Not(not) => !not.holds(facts),
            Self::Field { path, test } => test.holds(&facts.values(path), facts),
            Self::Overdue(period) => facts.ends.get(period).is_some_and(|end| facts.received_on > *end),
        }
    }
}

impl Test {
    fn holds(&self, values: &[&Value], facts: &Facts<'_>) -> bool {
        let any = |test: &dyn Fn(&Value) -> bool| values.iter().copied().flat_map(flat).any(test);
        match self {
            Self::Is(wanted) => any(&|value| value == wanted),
            Self::In(wanted) | Self::Has(wanted) => any(&|value| wanted.contains(value)),
            Self::NotIn(refused) => !values.is_empty() && !any(&|value| refused.contains(value)),
            Self::Set(wanted) => values.is_empty() != *wanted,
            Self::Before(moment) => moment
                .day(facts)
                .is_some_and(|day| any(&|value| span(value).is_some_and(|(_, latest)| latest < day))),
            Self::After(moment) => moment
                .day(facts)
                .is_some_and(|day| any(&|value| span(value).is_some_and(|(earliest, _)| earliest > day))),
            Self::Less(amount) => compare(values, amount, facts).is_some_and(|(a, b)| a < b),
            Self::More(amount) => compare(values, amount, facts).is_some_and(|(a, b)| a > b),
            Self::MatchesAny(words) => {
                any(&|value| value.as_str().is_some_and(|text| words.are_in(&search_form(text))))
            }
            Self::Listed(list) => values.iter().any(|value| list.entry(value).is_some()),
        }
    }
}

impl Moment {
    fn day(&self, facts: &Facts<'_>) -> Option<NaiveDate> {
        match self {
            Self::On(day) => Some(*day),
            Self::From { received, value, unit } => {
                let from = if *received { facts.received_on } else { facts.today };
                go(from, *value, *unit)
            }
            Self::Field(path) => span(facts.values(path).first()?).map(|(earliest, _)| earliest),
        }
    }
}

fn go(from: NaiveDate, value: i32, unit: Unit) -> Option<NaiveDate> {
    let count = value.unsigned_abs();
    let (days, months) = match unit {
        Unit::Days => (count, 0),
        Unit::Weeks => (7 * count, 0),
        Unit::Months => (0, count),
        Unit::Years => (0, 12 * count),
    };
    let (days, months) = (Days::new(u64::from(days)), Months::new(months));
    if value < 0 {
        from.checked_sub_months(months)?.checked_sub_days(days)
    } else {
        from.checked_add_months(months)?.checked_add_days(days)
    }
}

/// The earliest and the latest day that a date, perhaps partial, may be.
fn span(value: &Value) -> Option<(NaiveDate, NaiveDate)> {
    let mut parts = value.as_str()?.splitn(3, '-').map(str::parse::<u32>);
    let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    let year = i32::try_from(year).ok()?;
    let first = NaiveDate::from_ymd_opt(year, month.max(1), day.max(1))?;
    let last = match (month, day) {
        (0, _) => NaiveDate::from_ymd_opt(year, 12, 31)?,
        (_, 0) => first.checked_add_months(Months::new(1))?.pred_opt()?,
        _ => first,
    };
    Some((first, last))
}

fn compare(values: &[&Value], amount: &Amount, facts: &Facts<'_>) -> Option<(i64, i64)> {
    let other = match amount {
        Amount::Number(number) => *number,
        Amount::Field { path, plus } => count(&facts.values(path)).unwrap_or_default() + plus,
        Amount::Town { key, otherwise } => limit(facts.town, key, *otherwise).0,
    };
    Some((count(values)?, other))
}

/// A number of the town, and whether the town has set it.
pub(super) fn limit(town: &Town, key: &str, otherwise: i64) -> (i64, bool) {
    number_of(town, key).map_or((otherwise, false), |number| (i64::from(number), true))
}

/// The number that a field holds, or how many items its list has.
pub(super) fn count(values: &[&Value]) -> Option<i64> {
    match values {
        [] => None,
        [Value::Number(number)] => number.as_i64(),
        [Value::Array(items)] => i64::try_from(items.len()).ok(),
        many => i64::try_from(many.len()).ok(),
    }
}

fn flat(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(items) => items.iter().collect(),
        other => vec![other],
    }
}

/// Words to look for in a text, in search form. One of them is enough; `a+b` asks for both parts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub struct Words(Vec<Vec<String>>);

impl From<Vec<String>> for Words {
    fn from(words: Vec<String>) -> Self {
        Self(words.iter().map(|word| word.split('+').map(search_form).collect()).collect())
    }
}

impl Words {
    /// Whether the text, in search form, holds one of them.
    pub(super) fn are_in(&self, form: &str) -> bool {
        self.0.iter().any(|parts| parts.iter().all(|part| form.contains(part.as_str())))
    }
}
