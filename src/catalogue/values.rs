//! Answers of each kind: what was typed becomes what is stored, or says what is wrong with it.

use super::country;
use super::date;
use super::field::{Choice, Field, FieldKind};
use super::wz;
use crate::domain::din91379::{self, Kind};
use crate::domain::iban;
use crate::domain::money::Cents;
use crate::domain::partial_date::PartialDate;
use crate::domain::postcode;
use crate::domain::problem::Problem;
use chrono::NaiveDate;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Longest texts, in characters, where a field says nothing else.
const LONGEST: [(Kind, i64); 3] = [(Kind::PersonName, 200), (Kind::OtherName, 500), (Kind::Text, 10_000)];

/// Reads answers and keeps what is wrong, by path.
pub(super) struct Reading {
    pub today: NaiveDate,
    pub problems: BTreeMap<String, Vec<Problem>>,
}

impl Reading {
    /// The answer as it is stored; `None` where there is none or it is wrong.
    pub fn read(
        &mut self,
        field: &Field,
        raw: &Value,
        path: &str,
        siblings: &Map<String, Value>,
    ) -> Option<Value> {
        match (&field.kind, raw) {
            (_, Value::Null) => None,
            (FieldKind::Group { fields, .. }, Value::Object(parts)) => self.group(field, fields, parts, path),
            (FieldKind::Group { .. }, _) => self.refuse(field, path, "answer-not-group", raw),
            (FieldKind::List { item, .. }, Value::Array(items)) => self.list(field, item, items, path),
            (FieldKind::List { .. }, _) => self.refuse(field, path, "answer-not-list", raw),
            (FieldKind::Choices(choices), Value::Array(items)) => {
                let chosen = items.iter().enumerate();
                let chosen =
                    chosen.filter_map(|(at, one)| self.choice(field, choices, one, &format!("{path}.{at}")));
                Some(Value::Array(chosen.collect()))
            }
            (FieldKind::Choices(_), _) => self.refuse(field, path, "answer-not-list", raw),
            (FieldKind::Choice(choices), _) => self.choice(field, choices, raw, path),
            (FieldKind::YesNo | FieldKind::Signature, _) => self.yes_no(field, raw, path),
            (FieldKind::Year | FieldKind::Integer, _) => self.integer(field, raw, path),
            (FieldKind::Money, _) => self.money(field, raw, path),
            (FieldKind::Decimal, Value::Number(number)) => Some(number.to_string().into()),
            (_, Value::String(text)) => self.text(field, text, path, siblings),
            _ => self.refuse(field, path, "answer-not-text", raw),
        }
    }

    fn tell(&mut self, path: &str, problem: Problem) {
        self.problems.entry(path.to_owned()).or_default().push(problem);
    }

    fn refuse(&mut self, field: &Field, path: &str, id: &str, raw: &Value) -> Option<Value> {
        let shown = raw.as_str().map_or_else(|| raw.to_string(), str::to_owned);
        let shown: String = shown.chars().take(80).collect();
        self.tell(path, Problem::error(path, id).numbered(field.no.clone()).with("answer", shown));
        None
    }

    fn group(
        &mut self,
        field: &Field,
        fields: &[Field],
        parts: &Map<String, Value>,
        path: &str,
    ) -> Option<Value> {
        let mut read = Map::new();
        for (id, raw) in parts {
            let below = format!("{path}.{id}");
            if let Some(part) = fields.iter().find(|part| part.id == *id) {
                if let Some(value) = self.read(part, raw, &below, parts) {
                    let _ = read.insert(id.clone(), value);
                }
            } else {
                let problem = Problem::error(&below, "answer-unknown-field").numbered(field.no.clone());
                self.tell(&below, problem.with("field", id));
            }
        }
        (!read.is_empty()).then_some(Value::Object(read))
    }

    fn list(&mut self, field: &Field, item: &Field, items: &[Value], path: &str) -> Option<Value> {
        let mut read = Vec::new();
        for (at, raw) in items.iter().enumerate() {
            // A position must stay a position, so that paths keep their meaning.
            read.push(self.read(item, raw, &format!("{path}.{at}"), &Map::new()).unwrap_or(Value::Null));
        }
        let count = i64::try_from(items.len()).unwrap_or(i64::MAX);
        if let Some(max) = field.max.filter(|max| count > *max) {
            let problem = Problem::error(path, "answer-too-many").numbered(field.no.clone());
            self.tell(path, problem.with("max", max).with("count", count));
        }
        (!read.is_empty()).then_some(Value::Array(read))
    }

    fn choice(&mut self, field: &Field, choices: &[Choice], raw: &Value, path: &str) -> Option<Value> {
        let wanted = raw.as_str().unwrap_or_default().trim();
        if raw.is_string() && wanted.is_empty() {
            return None;
        }
        let same = |label: &str| din91379::search_form(label) == din91379::search_form(wanted);
        let by_id = choices.iter().find(|choice| choice.id == wanted);
        let found = by_id.or_else(|| choices.iter().find(|c| same(&c.label.de) || same(&c.label.en)));
        if let Some(choice) = found {
            return Some(choice.id.as_str().into());
        }
        self.refuse(field, path, "answer-not-a-choice", raw)
    }

    fn yes_no(&mut self, field: &Field, raw: &Value, path: &str) -> Option<Value> {
        match raw.as_str().map(|text| text.trim().to_lowercase()).as_deref() {
            Some("") => None,
            Some("ja" | "yes" | "true") => Some(true.into()),
            Some("nein" | "no" | "false") => Some(false.into()),
            None if raw.is_boolean() => Some(raw.clone()),
            _ => self.refuse(field, path, "answer-not-yes-no", raw),
        }
    }

    fn integer(&mut self, field: &Field, raw: &Value, path: &str) -> Option<Value> {
        let number = match raw {
            Value::Number(number) => number.as_i64(),
            Value::String(text) if text.trim().is_empty() => return None,
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        };
        let Some(number) = number else { return self.refuse(field, path, "answer-not-number", raw) };
        let year = field.kind == FieldKind::Year;
        let (min, max) = if year { (Some(1800), Some(2199)) } else { (field.min.or(Some(0)), field.max) };
        self.within(field, number, (field.min.or(min), field.max.or(max)), path)
    }

    fn money(&mut self, field: &Field, raw: &Value, path: &str) -> Option<Value> {
        let cents = match raw {
            Value::Number(number) => number.as_i64(),
            Value::String(text) if text.trim().is_empty() => return None,
            Value::String(text) => Cents::parse(text).map(|cents| cents.0),
            _ => None,
        };
        let Some(cents) = cents else { return self.refuse(field, path, "answer-not-money", raw) };
        self.within(field, cents, (field.min.or(Some(0)), field.max), path)
    }

    fn within(
        &mut self,
        field: &Field,
        number: i64,
        (min, max): (Option<i64>, Option<i64>),
        path: &str,
    ) -> Option<Value> {
        let wrong = match (min, max) {
            (Some(min), _) if number < min => Some(("answer-too-small", min)),
            (_, Some(max)) if number > max => Some(("answer-too-great", max)),
            _ => None,
        };
        let Some((id, limit)) = wrong else { return Some(number.into()) };
        let problem = Problem::error(path, id).numbered(field.no.clone());
        self.tell(path, problem.with("answer", number).with("limit", limit));
        None
    }

    fn text(&mut self, field: &Field, raw: &str, path: &str, siblings: &Map<String, Value>) -> Option<Value> {
        let text = din91379::normalise(raw).trim().to_owned();
        if text.is_empty() {
            return None;
        }
        let kind = match field.kind {
            FieldKind::Name => Kind::PersonName,
            FieldKind::LongText => Kind::Text,
            FieldKind::Text | FieldKind::Email | FieldKind::Phone => Kind::OtherName,
            _ => return self.coded(field, &text, path, siblings),
        };
        let longest = LONGEST.iter().find(|(of, _)| *of == kind).map_or(500, |(_, longest)| *longest);
        let longest = field.max.unwrap_or(longest);
        let count = i64::try_from(text.chars().count()).unwrap_or(i64::MAX);
        let mut fine = true;
        if count > longest {
            let problem = Problem::error(path, "answer-too-long").numbered(field.no.clone());
            self.tell(path, problem.with("count", count).with("max", longest));
            fine = false;
        }
        if let Err(forbidden) = din91379::check(&text, kind) {
            self.forbidden(field, &text, &forbidden, path);
            fine = false;
        }
        let id = match field.kind {
            FieldKind::Email if !is_email(&text) => "answer-not-email",
            FieldKind::Phone if !is_phone(&text) => "answer-not-phone",
            _ => return fine.then(|| text.into()),
        };
        if fine { self.refuse(field, path, id, &text.into()) } else { None }
    }

    /// One problem a forbidden place, at most five. The fix leaves out all of them, where they are a slip of the
    /// finger: of a text that hardly says anything else no name is made.
    fn forbidden(&mut self, field: &Field, text: &str, forbidden: &[din91379::Forbidden], path: &str) {
        let mut chars: Vec<Option<char>> = text.chars().map(Some).collect();
        for place in forbidden {
            let end = (place.position + place.sequence.chars().count()).min(chars.len());
            chars[place.position.min(end)..end].fill(None);
        }
        let fix: String = chars.into_iter().flatten().collect();
        for place in forbidden.iter().take(5) {
            let id =
                if place.allowed_in.is_some() { "answer-character-not-here" } else { "answer-character" };
            let shows = !place.sequence.chars().all(|c| c.is_control() || c.is_whitespace() || is_format(c));
            let shown = if place.sequence.chars().all(|c| c.is_ascii_graphic()) {
                place.sequence.clone()
            } else if shows {
                format!("{}, {}", place.sequence, place.code_points)
            } else {
                place.code_points.clone()
            };
            let problem = Problem::error(path, id)
                .numbered(field.no.clone())
                .by_law("DIN 91379")
                .with("character", &place.sequence)
                .with("codes", &place.code_points)
                .with("shown", shown)
                .with("position", place.position + 1);
            let fix =
                Some(fix.trim()).filter(|fix| fix.chars().count() >= forbidden.len() * 4).map(str::to_owned);
            self.tell(path, Problem { fix, ..problem });
        }
    }

    fn coded(
        &mut self,
        field: &Field,
        text: &str,
        path: &str,
        siblings: &Map<String, Value>,
    ) -> Option<Value> {
        let raw: Value = text.into();
        match field.kind {
            FieldKind::Date | FieldKind::PartialDate => self.date(field, text, path),
            FieldKind::Postcode => {
                let land = siblings.get("land").and_then(Value::as_str).unwrap_or_default();
                let foreign = country::by_name(land).is_some_and(|country| country.code != country::GERMANY);
                let plain = |c: char| c.is_ascii_alphanumeric() || c == ' ' || c == '-';
                if foreign && text.len() <= 12 && text.chars().all(plain) {
                    return Some(raw);
                }
                match postcode::check(text).filter(|_| !foreign) {
                    Some(postcode) => Some(postcode.into()),
                    None => self.refuse(field, path, "postcode-form", &raw),
                }
            }
            FieldKind::Iban => match iban::check(text) {
                Ok(iban) => Some(iban.into()),
                Err(why) => {
                    self.tell(path, why.problem(path).numbered(field.no.clone()));
                    None
                }
            },
            FieldKind::Country | FieldKind::Nationality => match country::by_name(text) {
                Some(country) => Some(country.code.into()),
                None => self.refuse(field, path, "answer-not-country", &raw),
            },
            FieldKind::Wz => {
                let known = wz::by_code(text).is_some() || !wz::successors_of_2008(text).is_empty();
                if known { Some(raw) } else { self.refuse(field, path, "answer-not-wz", &raw) }
            }
            FieldKind::Decimal => {
                let point = text.replace(',', ".");
                let number = point.parse::<f64>().is_ok_and(f64::is_finite);
                if number { Some(point.into()) } else { self.refuse(field, path, "answer-not-number", &raw) }
            }
            FieldKind::File => {
                let digest = text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit());
                if digest { Some(raw) } else { self.refuse(field, path, "answer-not-file", &raw) }
            }
            _ => self.refuse(field, path, "answer-not-text", &raw),
        }
    }

    fn date(&mut self, field: &Field, text: &str, path: &str) -> Option<Value> {
        if field.kind != FieldKind::PartialDate {
            return match date::parse(text, self.today) {
                Ok(date) => Some(date.to_string().into()),
                Err(why) => self.refuse(field, path, why.id(), &text.into()),
            };
        }
        let why = match PartialDate::parse(text, self.today) {
            Ok(date) => return Some(date.to_string().into()),
            Err(why) => why,
        };
        self.tell(path, why.problem(path).numbered(field.no.clone()).with("answer", text));
        None
    }
}

fn is_format(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.rsplit_once('@') else { return false };
    let labels: Vec<&str> = host.split('.').collect();
    !name.is_empty()
        && !text.contains(' ')
        && labels.len() >= 2
        && labels.iter().all(|label| !label.is_empty())
}

fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (3..=20).contains(&digits) && text.chars().all(|c| c.is_ascii_digit() || "+-/() .".contains(c))
}
