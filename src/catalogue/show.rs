//! Answers as people read them: read back at the counter, in the case, on papers. Evaluates nothing.

use super::country;
use super::field::{Field, FieldKind};
use super::service::Service;
use super::wz;
use crate::domain::answers::{Answers, is_something};
use crate::domain::iban;
use crate::domain::money::Cents;
use crate::domain::problem::LocalText;
use chrono::NaiveDate;
use serde_json::Value;

/// One answer with its question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Id of the section.
    pub section: String,
    /// Id of the field.
    pub field: String,
    /// Number on the official form.
    pub no: Option<String>,
    /// The question.
    pub label: String,
    /// The answer; items of a list on lines of their own.
    pub value: String,
}

/// All answers that say something, in the order of the form.
pub fn show(service: &Service, answers: &Answers, language: &str) -> Vec<Shown> {
    let mut shown = Vec::new();
    for section in &service.sections {
        for field in section.fields.iter().filter(|field| field.kind != FieldKind::Signature) {
            let Some(value) = answers.0.get(&field.id).filter(|value| says_something(value)) else {
                continue;
            };
            let value = read_out(field, value, language);
            if value.is_empty() {
                continue;
            }
            shown.push(Shown {
                section: section.id.clone(),
                field: field.id.clone(),
                no: field.no.clone(),
                label: field.label.get(language).to_owned(),
                value,
            });
        }
    }
    shown
}

/// The answer at a path of ids; empty where there is none.
pub fn show_at(service: &Service, answers: &Answers, path: &str, language: &str) -> String {
    let Some(field) = service.field(path) else { return String::new() };
    let text = |value: &Value| read_out(field, value, language);
    if let Some(value) = answers.at(path) {
        return text(value);
    }
    // A part of a list's items: that part of each.
    let (list, part) = path.split_once('.').unwrap_or((path, ""));
    let items = answers.at(list).and_then(Value::as_array).into_iter().flatten();
    items.filter_map(|item| item.get(part)).map(text).collect::<Vec<_>>().join("; ")
}

/// A pattern with answers in it: `{vornamen} {familienname}`. Words around answers that say nothing are closed up.
pub fn fill(service: &Service, answers: &Answers, pattern: &str, language: &str) -> String {
    let mut filled = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let (path, after) = after.split_once('}').unwrap_or((after, ""));
        filled.push_str(&show_at(service, answers, path, language));
        rest = after;
    }
    filled.push_str(rest);
    // A street without a number leaves no blank before the comma.
    filled.trim_matches([' ', ',', '·']).replace("  ", " ").replace(" ,", ",")
}

/// The paths that a pattern names.
pub fn pattern_paths(pattern: &str) -> impl Iterator<Item = &str> {
    pattern.split('{').skip(1).filter_map(|part| part.split_once('}').map(|(path, _)| path))
}

/// Parts of an address that stand together without a comma.
const TOGETHER: [(&str, &str); 2] = [("strasse", "hausnummer"), ("plz", "ort")];

fn says_something(value: &Value) -> bool {
    let asks = |value: &Value| value.is_boolean();
    is_something(value) || asks(value) || value.as_object().is_some_and(|parts| parts.values().any(asks))
}

fn read_out(field: &Field, value: &Value, language: &str) -> String {
    match (&field.kind, value) {
        (FieldKind::List { item, .. }, Value::Array(items)) => {
            let items = items.iter().map(|value| read_out(item, value, language));
            items.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
        }
        (FieldKind::Group { fields, .. }, Value::Object(parts)) => group(fields, parts, language),
        (FieldKind::Choice(choices), Value::String(id)) => choice(choices, id, language),
        (FieldKind::Choices(choices), Value::Array(ids)) => {
            let ids = ids.iter().filter_map(Value::as_str).map(|id| choice(choices, id, language));
            ids.collect::<Vec<_>>().join(", ")
        }
        (FieldKind::Date | FieldKind::PartialDate, Value::String(date)) => date_text(date),
        (FieldKind::Money, Value::Number(cents)) => {
            amount(Cents(cents.as_i64().unwrap_or_default()), language)
        }
        (FieldKind::Decimal, Value::String(number)) if language == "de" => number.replace('.', ","),
        (FieldKind::YesNo | FieldKind::Signature, Value::Bool(is)) => yes_no(*is).get(language).to_owned(),
        (FieldKind::Country, Value::String(code)) => country::by_code(code)
            .map_or_else(|| code.clone(), |c| if language == "en" { c.en } else { c.de }.to_owned()),
        (FieldKind::Nationality, Value::String(code)) => country::by_code(code)
            .map_or_else(|| code.clone(), |c| if language == "en" { c.en } else { c.nationality }.to_owned()),
        (FieldKind::Wz, Value::String(code)) => {
            wz::by_code(code).map_or_else(|| code.clone(), |wz| format!("{code} {}", wz.title))
        }
        (FieldKind::Iban, Value::String(text)) => iban::grouped(text),
        (_, Value::String(text)) => text.clone(),
        (_, Value::Bool(is)) => yes_no(*is).get(language).to_owned(),
        (_, Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

fn group(fields: &[Field], parts: &serde_json::Map<String, Value>, language: &str) -> String {
    let mut text = String::new();
    let mut last = "";
    for field in fields {
        let Some(value) = parts.get(&field.id).filter(|value| is_something(value)) else { continue };
        let part = match value {
            // A tick that stands among other parts says what was ticked.
            Value::Bool(_) => field.label.get(language).to_owned(),
            value => read_out(field, value, language),
        };
        if !text.is_empty() {
            text.push_str(if TOGETHER.contains(&(last, &field.id)) { " " } else { ", " });
        }
        text.push_str(&part);
        last = &field.id;
    }
    // A group that begins with a question and has "no" alone to it says that.
    let first = fields.first().and_then(|field| parts.get(&field.id));
    if text.is_empty() && first == Some(&Value::Bool(false)) {
        return yes_no(false).get(language).to_owned();
    }
    text
}

fn choice(choices: &[super::field::Choice], id: &str, language: &str) -> String {
    let found = choices.iter().find(|choice| choice.id == id);
    found.map_or_else(|| id.to_owned(), |choice| choice.label.get(language).to_owned())
}

fn yes_no(is: bool) -> LocalText {
    let (de, en) = if is { ("ja", "yes") } else { ("nein", "no") };
    LocalText { de: de.to_owned(), en: en.to_owned() }
}

/// `2026-11-24` as `24.11.2026`, `1990-00-00` as `1990`; anything else as it was typed.
fn date_text(date: &str) -> String {
    if let Ok(day) = date.parse::<NaiveDate>() {
        return day.format("%d.%m.%Y").to_string();
    }
    let mut parts = date.splitn(3, '-');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(year), Some("00"), Some("00")) => year.to_owned(),
        (Some(year), Some(month), Some("00")) => format!("{month}.{year}"),
        _ => date.to_owned(),
    }
}

/// `26,00 €`, `€26.00`.
pub fn amount(cents: Cents, language: &str) -> String {
    let (sign, value) = (if cents.0 < 0 { "\u{2212}" } else { "" }, cents.0.unsigned_abs());
    let (euros, rest) = (value / 100, value % 100);
    let digits = euros.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            grouped.push(if language == "en" { ',' } else { '.' });
        }
        grouped.push(digit);
    }
    if language == "en" {
        format!("{sign}€{grouped}.{rest:02}")
    } else {
        format!("{sign}{grouped},{rest:02} €")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_and_dates_are_written_as_people_write_them() {
        assert_eq!(amount(Cents(2600), "de"), "26,00 €");
        assert_eq!(amount(Cents(-123_456_789), "de"), "\u{2212}1.234.567,89 €");
        assert_eq!(amount(Cents(100_005), "en"), "€1,000.05");
        assert_eq!(
            ["2026-11-24", "1990-00-00", "1990-05-00", "offen"].map(date_text),
            ["24.11.2026", "1990", "05.1990", "offen"]
        );
    }

    #[test]
    fn patterns_close_up_around_what_is_missing() {
        assert_eq!(pattern_paths("{a.b}, {c}").collect::<Vec<_>>(), ["a.b", "c"]);
    }
}
