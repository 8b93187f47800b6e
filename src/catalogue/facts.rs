//! What conditions look at: normalised answers, the dates, and which fields count. Changes nothing.

use super::condition::Condition;
use super::service::Service;
use crate::domain::answers::Answers;
use crate::domain::town::Town;
use chrono::NaiveDate;
use serde_json::Value;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// The answers as conditions see them.
pub(super) struct Facts<'a> {
    pub today: NaiveDate,
    pub received_on: NaiveDate,
    /// Numbers that conditions compare with.
    pub town: &'a Town,
    /// Ends of the service's periods, by id; empty until they are computed.
    pub ends: BTreeMap<String, NaiveDate>,
    answers: &'a Answers,
    /// Conditions under which a field counts, by its path: its own and those above it.
    conditions: BTreeMap<&'a str, Vec<&'a Condition>>,
    /// What was found out of them; `None` while it is being found out.
    seen: RefCell<BTreeMap<String, Option<bool>>>,
    /// Of this list, only this item is looked at.
    item: Option<(&'a str, usize)>,
}

impl<'a> Facts<'a> {
    pub fn new(
        service: &'a Service,
        answers: &'a Answers,
        town: &'a Town,
        (today, received_on): (NaiveDate, NaiveDate),
    ) -> Self {
        let mut conditions: BTreeMap<&str, Vec<&Condition>> = BTreeMap::new();
        for section in &service.sections {
            for field in &section.fields {
                let above: Vec<_> = section.visible.iter().collect();
                collect(field, above, &mut conditions);
            }
        }
        let ends = BTreeMap::new();
        Self { today, received_on, town, ends, answers, conditions, seen: RefCell::default(), item: None }
    }

    /// The same, looking at one item of a list only.
    pub fn at_item(&self, list: &'a str, index: usize) -> Self {
        Self {
            today: self.today,
            received_on: self.received_on,
            town: self.town,
            ends: self.ends.clone(),
            answers: self.answers,
            conditions: self.conditions.clone(),
            seen: RefCell::default(),
            item: Some((list, index)),
        }
    }

    /// Whether a field counts, with all that stands above it.
    pub fn is_visible(&self, path: &str) -> bool {
        if let Some(known) = self.seen.borrow().get(path) {
            return known.unwrap_or(true);
        }
        let Some(conditions) = self.conditions.get(path) else { return true };
        let _ = self.seen.borrow_mut().insert(path.to_owned(), None);
        let visible = conditions.iter().all(|condition| condition.holds(self));
        let _ = self.seen.borrow_mut().insert(path.to_owned(), Some(visible));
        visible
    }

    /// The answers at a path, one from each list item; none where the field is hidden or not answered.
    pub fn values(&self, path: &str) -> Vec<&'a Value> {
        if !self.is_visible(path) {
            return Vec::new();
        }
        let mut parts = path.split('.');
        let Some(first) = parts.next() else { return Vec::new() };
        let mut found: Vec<&Value> = self.answers.0.get(first).into_iter().collect();
        let rest: Vec<&str> = parts.collect();
        if let Some((list, index)) = self.item.filter(|(list, _)| *list == first && !rest.is_empty()) {
            let _ = list;
            found = found.into_iter().filter_map(|value| value.get(index)).collect();
        }
        for part in rest {
            found = found.into_iter().flat_map(items).filter_map(|value| value.get(part)).collect();
        }
        found.retain(|value| is_answered(value));
        found
    }
}

fn items(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(items) => items.iter().collect(),
        other => vec![other],
    }
}

/// Whether a value answers anything: a yes-no field is answered by `no` too.
pub(super) fn is_answered(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(items) => items.iter().any(is_answered),
        Value::Object(fields) => fields.values().any(is_answered),
        Value::Bool(_) | Value::Number(_) => true,
    }
}

fn collect<'a>(
    field: &'a super::Field,
    mut above: Vec<&'a Condition>,
    found: &mut BTreeMap<&'a str, Vec<&'a Condition>>,
) {
    above.extend(&field.visible);
    for part in field.parts() {
        collect(part, above.clone(), found);
    }
    if !above.is_empty() {
        let _ = found.insert(&field.path, above);
    }
}
