//! Answers into boxes, by the mapping of the layout file. Decides nothing about size or place.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::model::{Area, Block, Form, Part, Source, Tick};
use super::{FormHead, say};
use crate::domain::answers::{Answers, is_something};

/// What stands in the boxes of a form, by box id.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FormValues {
    /// Text of the areas.
    pub text: BTreeMap<String, Vec<Entry>>,
    /// Check boxes with a cross.
    pub checked: BTreeSet<String>,
    /// Further persons, for the extra sheets.
    pub extra: Vec<ExtraPerson>,
    /// Numbers of the fields that are not for whom the print is for: grey, and said so.
    pub withheld: BTreeSet<String>,
}

impl FormValues {
    /// The same with nothing but these fields, and what the office itself notes.
    #[must_use]
    pub fn only(mut self, form: &Form, fields: &[u8]) -> Self {
        let may = |no: &str| no.parse().is_ok_and(|no| fields.contains(&no));
        for block in form.blocks() {
            match &block.no {
                Some(no) if may(no) => continue,
                Some(no) => {
                    let _ = self.withheld.insert(no.clone());
                }
                None => {}
            }
            for part in &block.parts {
                match part {
                    Part::Area(area) if block.no.is_some() || !area.from.iter().all(is_of_office) => {
                        let _ = self.text.remove(&area.id);
                    }
                    Part::Tick(tick) => {
                        let _ = self.checked.remove(&tick.id);
                    }
                    _ => {}
                }
            }
        }
        for person in &mut self.extra {
            person.0.retain(|row| may(&row.no));
        }
        self.extra.retain(|person| !person.0.is_empty());
        self
    }

    /// Whether a field is not for whom the print is for.
    pub(super) fn withholds(&self, block: &Block) -> bool {
        block.no.as_ref().is_some_and(|no| self.withheld.contains(no))
    }
}

fn is_of_office(source: &Source) -> bool {
    source.path.starts_with('@')
}

/// One piece of text in an area: it begins on a line of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The text.
    pub text: String,
    /// With a rule beneath: the main activity.
    pub underlined: bool,
}

impl Entry {
    /// Text without a rule.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), underlined: false }
    }
}

/// A further person: the fields that have an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtraPerson(pub Vec<SheetRow>);

/// A field on an extra sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// Its number.
    pub no: String,
    /// What it is called.
    pub label: String,
    /// What is answered.
    pub entries: Vec<Entry>,
}

/// The answers in their boxes.
pub fn fill(form: &Form, answers: &Answers, head: &FormHead) -> FormValues {
    let look_up = |path: &str| match path.strip_prefix('@') {
        Some(name) => of_head(form, head, name),
        None => answers.at(path).cloned(),
    };
    let mut values = FormValues::default();
    for part in form.blocks().flat_map(|block| &block.parts) {
        match part {
            Part::Area(area) => {
                let entries = entries(form, area, &look_up);
                if !entries.is_empty() {
                    let _ = values.text.insert(area.id.clone(), entries);
                }
            }
            Part::Tick(tick) if is_ticked(tick, &look_up) => {
                let _ = values.checked.insert(tick.id.clone());
            }
            _ => {}
        }
    }
    values.extra = extra(form, answers);
    values
}

fn of_head(form: &Form, head: &FormHead, name: &str) -> Option<Value> {
    match name {
        "office" => Some(head.office.clone().into()),
        "ags" => Some(head.municipality_key.clone().into()),
        "case" => Some(head.case_number.clone().into()),
        "issued" => Some(say::date(&head.issued_on.to_string()).into()),
        "note" => {
            let received = head.received_on.map(|day| say::date(&day.to_string()));
            let received = received.map(|day| form.words.received.replace("{date}", &day));
            let case = (!head.case_number.is_empty()).then(|| form.words.case_line(&head.case_number));
            Some(case.into_iter().chain(received).collect::<Vec<_>>().into())
        }
        _ => None,
    }
}

fn entries(form: &Form, area: &Area, look_up: &dyn Fn(&str) -> Option<Value>) -> Vec<Entry> {
    let all = area.from.iter().flat_map(|source| of_source(form, source, look_up));
    let Some(join) = &area.join else { return all.collect() };
    let all: Vec<String> = all.map(|entry| entry.text).collect();
    if all.is_empty() { Vec::new() } else { vec![Entry::plain(all.join(join))] }
}

fn of_source(form: &Form, source: &Source, look_up: &dyn Fn(&str) -> Option<Value>) -> Vec<Entry> {
    let items = match look_up(&source.path) {
        None | Some(Value::Null) => return Vec::new(),
        Some(Value::Array(items)) => items,
        Some(one) => vec![one],
    };
    let items: Vec<&Value> = items.iter().filter(|item| !source.without.contains(item)).collect();
    let marked = |item: &Value| {
        let part = source.underline.as_ref().and_then(|part| say::at(item, part));
        items.len() > 1 && part == Some(&Value::Bool(true))
    };
    let mut found = Vec::new();
    for item in &items {
        let value = match &source.each {
            Some(part) => say::at(item, part),
            None => Some(*item),
        };
        let lines = value.map(|value| say::lines(form, source, value)).unwrap_or_default();
        found.extend(lines.into_iter().map(|text| Entry { text, underlined: marked(item) }));
    }
    found
}

fn is_ticked(tick: &Tick, look_up: &dyn Fn(&str) -> Option<Value>) -> bool {
    let answers: Vec<Value> = tick.from.iter().filter_map(|path| look_up(path)).collect();
    let all = answers.iter().flat_map(|answer| match answer {
        Value::Array(items) => items.iter().collect::<Vec<_>>(),
        one => vec![one],
    });
    let is = |value: &Value| if tick.is.is_empty() { is_something(value) } else { tick.is.contains(value) };
    all.into_iter().any(is)
}

/// The repeated fields of each further person.
fn extra(form: &Form, answers: &Answers) -> Vec<ExtraPerson> {
    let Some(repeat) = &form.repeat else { return Vec::new() };
    let Some(Value::Array(items)) = answers.at(&repeat.from) else { return Vec::new() };
    let mut people = Vec::new();
    for item in items {
        let look_up = |path: &str| {
            let inside = path.strip_prefix(repeat.base.as_str())?;
            say::at(item, inside.trim_start_matches('.')).cloned()
        };
        let blocks =
            form.blocks().filter(|block| block.no.as_ref().is_some_and(|no| repeat.fields.contains(no)));
        let rows: Vec<SheetRow> = blocks.flat_map(|block| rows(form, block, &look_up)).collect();
        if !rows.is_empty() {
            people.push(ExtraPerson(rows));
        }
    }
    people
}

/// A field's areas as rows; its crosses as one row with their words, before them.
fn rows(form: &Form, block: &Block, look_up: &dyn Fn(&str) -> Option<Value>) -> Vec<SheetRow> {
    let no = block.no.clone().unwrap_or_default();
    let mut rows: Vec<SheetRow> = Vec::new();
    let mut add = |label: &str, mut entries: Vec<Entry>| match rows.iter_mut().find(|row| row.label == label)
    {
        Some(row) => row.entries.append(&mut entries),
        None if entries.is_empty() => {}
        None => rows.push(SheetRow { no: no.clone(), label: label.to_owned(), entries }),
    };
    for part in &block.parts {
        match part {
            Part::Tick(tick) if is_ticked(tick, look_up) => add(&block.name, vec![Entry::plain(&tick.label)]),
            Part::Area(area) => add(area.name(block), entries(form, area, look_up)),
            _ => {}
        }
    }
    rows
}

impl Area {
    /// What it is called on an extra sheet.
    pub(super) fn name<'a>(&'a self, block: &'a Block) -> &'a str {
        if self.name.is_empty() { &block.name } else { &self.name }
    }
}
