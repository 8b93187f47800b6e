//! What was answered, by field. Knows no service: whether an answer fits is the catalogue's to say.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// Answers by field id. A draft holds them as typed; a filed case holds them normalised
/// (dates as `2026-11-24`, amounts in cents, text in NFC).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(pub BTreeMap<String, Value>);

impl Answers {
    /// The answer at a path of field ids and list positions: `taetigkeit.0.text`.
    pub fn at(&self, path: &str) -> Option<&Value> {
        let mut parts = path.split('.');
        let first = self.0.get(parts.next()?)?;
        parts.try_fold(first, |value, part| match value {
            Value::Array(items) => items.get(part.parse::<usize>().ok()?),
            Value::Object(fields) => fields.get(part),
            _ => None,
        })
    }

    /// The text at a path; empty where there is none.
    pub fn text(&self, path: &str) -> &str {
        self.at(path).and_then(Value::as_str).unwrap_or_default()
    }

    /// Puts an answer at a path, making groups and list items on the way; `Null` takes it out.
    pub fn set(&mut self, path: &str, value: Value) {
        let mut parts = path.split('.').peekable();
        let Some(first) = parts.next() else { return };
        if parts.peek().is_none() && value.is_null() {
            let _ = self.0.remove(first);
            return;
        }
        let mut here = self.0.entry(first.to_owned()).or_insert(Value::Null);
        while let Some(part) = parts.next() {
            here = step(here, part);
            if parts.peek().is_none() && value.is_null() {
                break;
            }
        }
        *here = value;
    }

    /// Whether a path holds something other than nothing, empty text, `false`, an empty list or group.
    pub fn is_set(&self, path: &str) -> bool {
        self.at(path).is_some_and(is_something)
    }
}

/// Whether a value says anything.
pub fn is_something(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(is) => *is,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(items) => items.iter().any(is_something),
        Value::Object(fields) => fields.values().any(is_something),
        Value::Number(_) => true,
    }
}

fn step<'a>(here: &'a mut Value, part: &str) -> &'a mut Value {
    if let Ok(index) = part.parse::<usize>() {
        if !here.is_array() {
            *here = Value::Array(Vec::new());
        }
        let Value::Array(items) = here else { unreachable!("made a list just now") };
        let index = index.min(items.len());
        if index == items.len() {
            items.push(Value::Null);
        }
        &mut items[index]
    } else {
        if !here.is_object() {
            *here = Value::Object(serde_json::Map::new());
        }
        let Value::Object(fields) = here else { unreachable!("made a group just now") };
        fields.entry(part.to_owned()).or_insert(Value::Null)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn paths_reach_into_groups_and_lists() {
        let mut answers = Answers::default();
        answers.set("name", json!("Öztürk"));
        answers.set("sitz.plz", json!("48712"));
        answers.set("taetigkeit.0.text", json!("Rösterei"));
        assert_eq!(answers.text("sitz.plz"), "48712");
        assert_eq!(answers.text("taetigkeit.0.text"), "Rösterei");
        assert!(!answers.is_set("taetigkeit.1"));
        answers.set("sitz.plz", Value::Null);
        assert!(!answers.is_set("sitz"));
        answers.set("name", Value::Null);
        assert_eq!(answers.at("name"), None);
    }
}
