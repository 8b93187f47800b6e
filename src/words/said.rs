//! Sentences for what travels as data: problems, explanations. Knows their message ids and values, not their meaning.

use super::{Arg, Language, amount, date, knows, language, text, text_with};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Names of values that are amounts in cents.
const AMOUNTS: [&str; 15] = [
    "cents",
    "owed",
    "paid",
    "given",
    "due",
    "total",
    "counted",
    "expected",
    "difference",
    "terminal",
    "card",
    "cash",
    "opening",
    "stays",
    "change",
];

/// Name of a value that lists roles by their names in events, with spaces between them.
const ROLES: &str = "roles";

/// The sentence of a message id with its values, days and amounts written as one writes them.
pub fn said(id: &str, args: &BTreeMap<String, String>) -> String {
    let english = language() == Language::English;
    text_with(
        id,
        args.iter().map(|(name, value)| {
            // What is written otherwise in English stands beside it as `name-en`.
            let value = args.get(&format!("{name}-en")).filter(|_| english).unwrap_or(value);
            (name.as_str(), value_of(name, value))
        }),
    )
}

/// What to do about it: the sentence `<id>-remedy`, if there is one.
pub fn remedy(id: &str, args: &BTreeMap<String, String>) -> Option<String> {
    let id = format!("{id}-remedy");
    knows(&id).then(|| said(&id, args))
}

fn value_of(name: &str, value: &str) -> Arg {
    if let Ok(day) = value.parse::<NaiveDate>() {
        return Arg::Text(date(day));
    }
    if name == ROLES {
        let names = value.split_whitespace().map(|role| text(&format!("role-{role}")));
        let names = names.collect::<Vec<_>>().join(", ");
        return Arg::Text(if names.is_empty() { text("role-nobody") } else { names });
    }
    match value.parse::<i64>() {
        Ok(cents) if AMOUNTS.contains(&name) => Arg::Text(amount(cents)),
        Ok(number) if value.len() < 10 && !value.starts_with('0') => Arg::Number(number),
        _ => Arg::Text(value.to_owned()),
    }
}
