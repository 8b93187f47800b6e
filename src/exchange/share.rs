//! What one receiving body may see of a trade notice (§ 3 GewAnzV): its fields, and no other. Says who gets one nowhere.

use crate::catalogue::{Field, FieldKind, Service};
use crate::domain::answers::{Answers, is_something};
use crate::domain::problem::LocalText;
use serde_json::{Map, Value};

/// The part of a notice that one body gets.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Share {
    /// The answers to its fields.
    pub answers: Answers,
    /// Fields of the form that it does not get.
    pub withheld: Vec<Withheld>,
}

/// A field of the form that a body does not get.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withheld {
    /// Its number.
    pub no: u8,
    /// What it is called.
    pub label: LocalText,
    /// Whether it is answered.
    pub answered: bool,
}

/// The number of a field on the form.
fn number(field: &Field) -> Option<u8> {
    field.no.as_ref()?.parse().ok()
}

/// What a body gets that may see these fields. An answer without a number on the form goes to nobody; further persons on
/// extra sheets give what the person on the form gives.
pub fn share(service: &Service, fields: &[u8], answers: &Answers) -> Share {
    let mut share = Share::default();
    for field in service.fields().filter(|field| field.kind != FieldKind::Signature) {
        let answer = answers.0.get(&field.id).filter(|answer| is_something_or_no(answer));
        match number(field) {
            Some(no) if fields.contains(&no) => {
                share.answers.0.extend(answer.map(|answer| (field.id.clone(), answer.clone())));
            }
            Some(no) => {
                let (label, answered) = (field.label.clone(), answer.is_some());
                match share.withheld.iter_mut().find(|known| known.no == no) {
                    Some(known) => known.answered |= answered,
                    None => share.withheld.push(Withheld { no, label, answered }),
                }
            }
            None => {
                if let Some(persons) = answer.and_then(|answer| extra(service, fields, field, answer)) {
                    let _ = share.answers.0.insert(field.id.clone(), persons);
                }
            }
        }
    }
    share
}

/// "No" is an answer too, also within a group: that somebody has no craft card is told to the chamber.
fn is_something_or_no(value: &Value) -> bool {
    match value {
        Value::Bool(_) => true,
        Value::Array(items) => items.iter().any(is_something_or_no),
        Value::Object(parts) => parts.values().any(is_something_or_no),
        simple => is_something(simple),
    }
}

/// Further persons: of each the parts that are called like a field that the body gets.
fn extra(service: &Service, fields: &[u8], list: &Field, answer: &Value) -> Option<Value> {
    if !list.is_list() {
        return None;
    }
    let seen = |name: &str| service.field(name).and_then(number).is_some_and(|no| fields.contains(&no));
    let person = |item: &Value| {
        let parts: Map<String, Value> = item
            .as_object()?
            .iter()
            .filter(|(name, _)| seen(name))
            .map(|(n, v)| (n.clone(), v.clone()))
            .collect();
        (!parts.is_empty()).then_some(Value::Object(parts))
    };
    let persons: Vec<Value> = answer.as_array()?.iter().filter_map(person).collect();
    (!persons.is_empty()).then_some(Value::Array(persons))
}

/// Every simple answer below these, by its path: `betriebsstaette.plz`, `taetigkeit.0.text`.
pub fn leaves(answers: &Answers) -> Vec<(String, Value)> {
    fn below(path: String, value: &Value, found: &mut Vec<(String, Value)>) {
        match value {
            Value::Null => {}
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(at, item)| below(format!("{path}.{at}"), item, found));
            }
            Value::Object(parts) => {
                parts.iter().for_each(|(name, part)| below(format!("{path}.{name}"), part, found));
            }
            simple => found.push((path, simple.clone())),
        }
    }
    let mut found = Vec::new();
    answers.0.iter().for_each(|(id, value)| below(id.clone(), value, &mut found));
    found
}
