//! Goes through the fields that count: what must be answered is, and what does not count is left out.

use super::facts::{Facts, is_answered};
use super::field::{Field, FieldKind, Required};
use crate::domain::answers::Answers;
use crate::domain::problem::Problem;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The way through a form, and what was found on it.
pub(super) struct Walk<'a, 'f> {
    facts: &'f Facts<'a>,
    read: &'f Answers,
    wrong: BTreeMap<String, Vec<Problem>>,
    pub visible: BTreeSet<String>,
    pub required: BTreeSet<String>,
    pub values: Answers,
    pub problems: Vec<Problem>,
}

impl<'a, 'f> Walk<'a, 'f> {
    pub fn new(facts: &'f Facts<'a>, read: &'f Answers, wrong: BTreeMap<String, Vec<Problem>>) -> Self {
        Self {
            facts,
            read,
            wrong,
            visible: BTreeSet::new(),
            required: BTreeSet::new(),
            values: Answers::default(),
            problems: Vec::new(),
        }
    }

    /// A field at the top, with all below it.
    pub fn field(&mut self, field: &'a Field) {
        if let Some(value) = self.visit(field, &field.id, self.read.0.get(&field.id), true, self.facts) {
            let _ = self.values.0.insert(field.id.clone(), value);
        }
    }

    /// The answer as it is stored. `asked`: the group above is required or begun.
    fn visit(
        &mut self,
        field: &'a Field,
        path: &str,
        value: Option<&Value>,
        asked: bool,
        facts: &Facts<'a>,
    ) -> Option<Value> {
        if !facts.is_visible(&field.path) {
            return None;
        }
        let _ = self.visible.insert(path.to_owned());
        let required = asked
            && match &field.required {
                Required::Never => false,
                Required::Always => true,
                Required::When(condition) => condition.holds(facts),
            };
        if required {
            let _ = self.required.insert(path.to_owned());
        }
        let here = self.wrong.remove(path).unwrap_or_default();
        let below = format!("{path}.");
        let wrong_below =
            self.wrong.range(below.clone()..).next().is_some_and(|(at, _)| at.starts_with(&below));
        let answered = value.is_some_and(is_answered);
        let wrong_here = !here.is_empty();
        let wrong = wrong_here || wrong_below;
        self.problems.extend(here);
        let kept = match &field.kind {
            FieldKind::Group { fields, .. } => {
                let begun = !wrong_here && (required || answered || wrong_below);
                self.group(fields, path, value, begun, facts)
            }
            FieldKind::List { item, one } => self.list(field, item, one.as_deref(), path, value, required),
            _ => {
                self.rest_below(&below);
                value.filter(|value| is_answered(value)).cloned()
            }
        };
        let has_asking_parts =
            field.parts().iter().any(|part| part.required != Required::Never) && !field.is_list();
        if required && !answered && !wrong && !has_asking_parts && !field.is_list() {
            self.missing(field, path);
        }
        kept
    }

    fn missing(&mut self, field: &Field, path: &str) {
        let problem = Problem::error(path, "answer-missing").numbered(field.no.clone());
        self.problems.push(problem.with("label", &field.label.de).with("label-en", field.label.get("en")));
    }

    fn group(
        &mut self,
        fields: &'a [Field],
        path: &str,
        value: Option<&Value>,
        begun: bool,
        facts: &Facts<'a>,
    ) -> Option<Value> {
        let mut kept = serde_json::Map::new();
        for part in fields {
            let below = format!("{path}.{}", part.id);
            let answer = value.and_then(|value| value.get(&part.id));
            if let Some(value) = self.visit(part, &below, answer, begun, facts) {
                let _ = kept.insert(part.id.clone(), value);
            }
        }
        self.unknown_parts(path, fields);
        (!kept.is_empty()).then_some(Value::Object(kept))
    }

    /// Problems at parts that the group does not have.
    fn unknown_parts(&mut self, path: &str, fields: &[Field]) {
        let below = format!("{path}.");
        let known = |at: &str| {
            let part = at[below.len()..].split('.').next().unwrap_or_default();
            fields.iter().any(|field| field.id == part)
        };
        let unknown: Vec<String> =
            self.wrong.keys().filter(|at| at.starts_with(&below) && !known(at)).cloned().collect();
        for at in unknown {
            self.problems.extend(self.wrong.remove(&at).into_iter().flatten());
        }
    }

    /// Problems at the items of a plain list of choices.
    fn rest_below(&mut self, below: &str) {
        let rest: Vec<String> = self.wrong.keys().filter(|at| at.starts_with(below)).cloned().collect();
        for at in rest {
            self.problems.extend(self.wrong.remove(&at).into_iter().flatten());
        }
    }

    fn list(
        &mut self,
        field: &'a Field,
        item: &'a Field,
        one: Option<&str>,
        path: &str,
        value: Option<&Value>,
        required: bool,
    ) -> Option<Value> {
        let items = value.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let mut kept = Vec::new();
        for (index, answer) in items.iter().enumerate() {
            let at_item = self.facts.at_item(&field.id, index);
            kept.extend(self.visit(item, &format!("{path}.{index}"), Some(answer), true, &at_item));
        }
        let at_least = field.min.unwrap_or(0).max(i64::from(required));
        let count = i64::try_from(items.len()).unwrap_or(i64::MAX);
        let tell = |id: &str| Problem::error(path, id).numbered(field.no.clone());
        if count == 0 && at_least > 0 && !self.problems.iter().any(|problem| problem.field == path) {
            self.missing(field, path);
        } else if count > 0 && count < at_least {
            self.problems.push(tell("answer-too-few").with("min", at_least).with("count", count));
        }
        if let Some(one) = one.filter(|_| count > 0) {
            let marked = kept.iter().filter(|item| item.get(one) == Some(&Value::Bool(true))).count();
            match (marked, kept.as_mut_slice()) {
                (1, _) => {}
                (0, [Value::Object(only)]) => {
                    let _ = only.insert(one.to_owned(), true.into());
                }
                (0, _) => self.problems.push(tell("answer-none-marked")),
                _ => self.problems.push(tell("answer-several-marked").with("count", marked)),
            }
        }
        (!kept.is_empty()).then_some(Value::Array(kept))
    }
}
