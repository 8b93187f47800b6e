//! Conditions from their tables. Resolves relative fields and lists; whether a field exists is `check`'s.

use super::raw::{RawCondition, RawLimit, RawOperand};
use super::{Shelf, Source};
use crate::catalogue::condition::{Amount, Condition, Moment, Test};
use crate::catalogue::json;
use crate::domain::deadline::Unit;
use crate::domain::problem::Problem;
use chrono::NaiveDate;
use toml::Value;

/// Where a condition stands: file, place in it, and the group that `.part` is looked up in.
pub struct Place<'a> {
    pub source: &'a Source<'a>,
    pub shelf: &'a Shelf,
    pub at: usize,
    pub prefix: &'a str,
}

impl Place<'_> {
    /// The condition; what is wrong in it is told.
    pub fn condition(&self, value: Value) -> Option<Condition> {
        if let Value::Boolean(always) = value {
            return Some(if always { Condition::All(Vec::new()) } else { Condition::Any(Vec::new()) });
        }
        let written = value.to_string();
        let raw: RawCondition = self.source.part(value, self.at)?;
        let many =
            |values: Vec<Value>| values.into_iter().filter_map(|value| self.condition(value)).collect();
        match (raw.all, raw.any, raw.not, &raw.field, raw.overdue) {
            (Some(all), None, None, None, None) => Some(Condition::All(many(all))),
            (None, Some(any), None, None, None) => Some(Condition::Any(many(any))),
            (None, None, Some(not), None, None) => Some(Condition::Not(Box::new(self.condition(not)?))),
            (None, None, None, None, Some(period)) => Some(Condition::Overdue(period)),
            (None, None, None, Some(field), None) => {
                let path = self.path(field);
                let raw = RawCondition { all: None, any: None, not: None, field: None, overdue: None, ..raw };
                Some(Condition::Field { path, test: self.test(raw, &written)? })
            }
            _ => self.refuse("catalogue-condition-shape", &written),
        }
    }

    /// A field by its path; `.part` is a sibling.
    pub fn path(&self, field: &str) -> String {
        match field.strip_prefix('.') {
            Some(part) => format!("{}.{part}", self.prefix),
            None => field.to_owned(),
        }
    }

    fn test(&self, raw: RawCondition, written: &str) -> Option<Test> {
        let values = |values: Vec<Value>| values.iter().map(json).collect::<Vec<_>>();
        let mut tests: Vec<Option<Test>> = Vec::new();
        tests.extend(raw.is.map(|value| Some(Test::Is(json(&value)))));
        tests.extend(raw.one_of.map(|list| Some(Test::In(values(list)))));
        tests.extend(raw.not_in.map(|list| Some(Test::NotIn(values(list)))));
        tests.extend(raw.has.map(|value| {
            Some(Test::Has(match value {
                Value::Array(list) => values(list),
                one => vec![json(&one)],
            }))
        }));
        tests.extend(raw.set.map(|set| Some(Test::Set(set))));
        tests.extend(raw.before.map(|value| self.moment(value).map(Test::Before)));
        tests.extend(raw.after.map(|value| self.moment(value).map(Test::After)));
        tests.extend(raw.less.map(|value| self.amount(value).map(Test::Less)));
        tests.extend(raw.more.map(|value| self.amount(value).map(Test::More)));
        tests.extend(raw.matches_any.map(|words| Some(Test::MatchesAny(words.into()))));
        tests.extend(raw.listed.map(|name| self.list(&name)));
        match tests.pop() {
            Some(test) if tests.is_empty() => test,
            _ => self.refuse("catalogue-condition-shape", written),
        }
    }

    fn list(&self, name: &str) -> Option<Test> {
        let found = self.shelf.lists.get(name).map(|list| Test::Listed(list.clone()));
        if found.is_none() {
            let problem = Problem::error("", "catalogue-list-unknown").with("list", name);
            self.source.tell_at(self.at, name, 0, problem);
        }
        found
    }

    fn amount(&self, value: Value) -> Option<Amount> {
        if let Value::Integer(number) = value {
            return Some(Amount::Number(number));
        }
        if value.get("town").is_some() {
            let raw: RawLimit = self.source.part(value, self.at)?;
            return Some(Amount::Town { key: raw.town, otherwise: raw.otherwise });
        }
        let raw: RawOperand = self.source.part(value, self.at)?;
        Some(Amount::Field { path: self.path(&raw.field), plus: raw.plus })
    }

    fn moment(&self, value: Value) -> Option<Moment> {
        let written = value.to_string();
        let found = match value {
            Value::Datetime(date) => date.to_string().parse::<NaiveDate>().ok().map(Moment::On),
            // A day may stand in quotes or not.
            Value::String(text) => relative(&text).or_else(|| text.parse().ok().map(Moment::On)),
            table => {
                let raw: RawOperand = self.source.part(table, self.at)?;
                Some(Moment::Field(self.path(&raw.field)))
            }
        };
        found.or_else(|| self.refuse("catalogue-moment-unknown", &written))
    }

    fn refuse<T>(&self, id: &str, written: &str) -> Option<T> {
        let word = written.trim_matches('"');
        self.source.tell_at(self.at, word, 0, Problem::error("", id).with("written", written));
        None
    }
}

/// `today`, `received`, `today-18y`, `received+14d`.
fn relative(text: &str) -> Option<Moment> {
    let (received, rest) = match (text.strip_prefix("today"), text.strip_prefix("received")) {
        (Some(rest), _) => (false, rest),
        (_, Some(rest)) => (true, rest),
        _ => return None,
    };
    if rest.is_empty() {
        return Some(Moment::From { received, value: 0, unit: Unit::Days });
    }
    let (value, unit) = rest.split_at_checked(rest.len() - 1)?;
    let unit = match unit {
        "d" => Unit::Days,
        "w" => Unit::Weeks,
        "m" => Unit::Months,
        "y" => Unit::Years,
        _ => return None,
    };
    Some(Moment::From { received, value: value.parse().ok()?, unit })
}
