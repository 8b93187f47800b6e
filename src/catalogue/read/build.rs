//! A service from its file: each table for itself, so that everything wrong is told at once.

use super::condition::Place;
use super::fields;
use super::raw::{
    Head, OneOrMore, RawBlock, RawCheck, RawDocument, RawField, RawFill, RawPaper, RawReceiving, RawSection,
    RawStep,
};
use super::rule;
use super::{Shelf, Source};
use crate::catalogue::condition::Condition;
use crate::catalogue::field::Section;
use crate::catalogue::service::{
    Block, Body, Check, DeadlineRule, Document, Fee, FieldSource, Fill, LegalPerson, OccasionFields, Paper,
    Receiving, Service, Step,
};
use crate::catalogue::town::TownValue;
use crate::domain::answers::Answers;
use crate::domain::case::Outcome;
use crate::domain::problem::{Problem, Severity};
use chrono::NaiveDate;
use std::sync::Arc;
use toml::de::{DeTable, DeValue};
use toml::{Spanned, Value};

/// The service of a file; `None` where its head is not understood.
pub fn service(source: &Source<'_>, shelf: &Shelf) -> Option<Service> {
    let (mut head, mut parts) = (DeTable::new(), Parts::default());
    for (key, value) in source.table() {
        match (key.get_ref().as_ref(), value.get_ref().is_array() || value.get_ref().is_table()) {
            ("section", true) => parts.sections = sections(source, shelf, value),
            ("check", true) => parts.checks = each(source, shelf, value, check),
            ("document", true) => parts.documents = each(source, shelf, value, document),
            ("town", true) => parts.town = each(source, shelf, value, rule::town),
            ("fee", true) => parts.fees = each(source, shelf, value, rule::fee),
            ("deadline", true) => parts.deadlines = each(source, shelf, value, rule::deadline),
            ("paper", true) => parts.papers = each(source, shelf, value, paper),
            ("block", true) => parts.blocks = each(source, shelf, value, block),
            ("step", true) => parts.steps = each(source, shelf, value, |_, raw| Some(step(raw))),
            ("receiving", true) => parts.receiving = receiving(source, shelf, value),
            _ => drop(head.insert(key, value)),
        }
    }
    let head: Head = source.take(Spanned::new(0..0, DeValue::Table(head)))?;
    parts.with_head(source, shelf, head)
}

#[derive(Default)]
struct Parts {
    sections: Vec<Section>,
    checks: Vec<Check>,
    documents: Vec<Document>,
    town: Vec<TownValue>,
    fees: Vec<Fee>,
    deadlines: Vec<DeadlineRule>,
    papers: Vec<Paper>,
    blocks: Vec<Block>,
    steps: Vec<(String, Step)>,
    receiving: Option<Receiving>,
}

impl Parts {
    fn with_head(self, source: &Source<'_>, shelf: &Shelf, head: Head) -> Option<Service> {
        let day = |date: toml::value::Datetime| date.to_string().parse::<NaiveDate>().ok();
        let valid_from = day(head.valid.from);
        if valid_from.is_none() {
            source.tell(0, Problem::error("", "catalogue-validity-unknown"));
        }
        let Some(example) = head.example.as_ref().and_then(Value::as_table) else {
            source.tell(0, Problem::error("", "catalogue-example-missing"));
            return None;
        };
        let place = Place { source, shelf, at: 0, prefix: "" };
        let legal_person = head.legal_person.and_then(|legal| {
            Some(LegalPerson { when: when(&place, Some(legal.when))?, address: legal.address })
        });
        Some(Service {
            slug: head.slug,
            version: head.version,
            name: head.name,
            leika: match head.leika {
                OneOrMore::One(key) => vec![key],
                OneOrMore::More(keys) => keys,
            },
            filing_plan: head.filing_plan,
            responsible: head.responsible,
            laender: head.laender,
            group: head.group,
            proxy: head.proxy,
            in_person: when(&place, head.in_person),
            signature: head.signature,
            person: head.person,
            regime: head.regime,
            filed: head.filed,
            remedy: head.remedy,
            remedy_confirmed: head.remedy_confirmed,
            valid_from: valid_from?,
            valid_to: head.valid.to.and_then(day),
            search: head.search,
            often: head.often,
            subject: head.subject,
            business_name: head.business_name,
            legal_person,
            laws: head.law,
            sections: self.sections,
            checks: self.checks,
            documents: self.documents,
            town: self.town,
            fees: self.fees,
            deadlines: self.deadlines,
            papers: self.papers,
            blocks: self.blocks,
            steps: self.steps.into_iter().collect(),
            answer_weeks: head.procedure.as_ref().and_then(|own| own.answer_weeks),
            second: head.procedure.as_ref().and_then(|own| own.second_signature),
            deemed: head.procedure.as_ref().and_then(|own| own.deemed.clone()),
            occasion: head.procedure.and_then(|own| own.occasion).map(|days| OccasionFields {
                to: days.to.unwrap_or_else(|| days.from.clone()),
                from: days.from,
            }),
            retention: head.retention,
            receiving: self.receiving,
            example: Answers(
                example.iter().map(|(key, v)| (key.clone(), crate::catalogue::json(v))).collect(),
            ),
        })
    }
}

/// Each table of an array, with its place.
fn each<'a, R: serde::de::DeserializeOwned, T>(
    source: &Source<'a>,
    shelf: &Shelf,
    array: Spanned<DeValue<'a>>,
    make: impl Fn(&Place<'_>, R) -> Option<T>,
) -> Vec<T> {
    let DeValue::Array(items) = array.into_inner() else { return Vec::new() };
    let items = items.into_iter().filter_map(|item| {
        let at = item.span().start;
        make(&Place { source, shelf, at, prefix: "" }, source.take(item)?)
    });
    items.collect()
}

fn sections<'a>(source: &Source<'a>, shelf: &Shelf, array: Spanned<DeValue<'a>>) -> Vec<Section> {
    let DeValue::Array(items) = array.into_inner() else { return Vec::new() };
    items
        .into_iter()
        .filter_map(|item| {
            let span = item.span();
            let DeValue::Table(table) = item.into_inner() else { return None };
            let (mut head, mut found) = (DeTable::new(), Vec::new());
            for (key, value) in table {
                if key.get_ref().as_ref() == "field" {
                    found = each(source, shelf, value, |place, raw: RawField| {
                        fields::field(source, shelf, place.at, raw, None)
                    });
                } else {
                    drop(head.insert(key, value));
                }
            }
            let at = span.start;
            let raw: RawSection = source.take(Spanned::new(span, DeValue::Table(head)))?;
            Some(Section { fields: found, ..fields::section(source, shelf, at, raw) })
        })
        .collect()
}

pub(super) fn when(place: &Place<'_>, value: Option<Value>) -> Option<Condition> {
    value.and_then(|value| place.condition(value))
}

fn check(place: &Place<'_>, raw: RawCheck) -> Option<Check> {
    let when = place.condition(raw.when)?;
    let RawCheck { id, at, severity, says, tells, law, unconfirmed, append, .. } = raw;
    Some(Check { id, at, when, severity, says, tells, law, unconfirmed, append })
}

fn document(place: &Place<'_>, raw: RawDocument) -> Option<Document> {
    let needed = when(place, raw.needed);
    let blocking = raw.severity == Severity::Error;
    let RawDocument { id, label, proxy, says, law, .. } = raw;
    Some(Document { id, label, needed, proxy, blocking, says, law })
}

fn paper(place: &Place<'_>, raw: RawPaper) -> Option<Paper> {
    let wording = raw.letter.as_ref().and_then(|name| place.shelf.wordings.get(name));
    let built_in = raw.letter.as_ref().is_some_and(|name| place.shelf.letters.contains(name));
    let unknown = raw.letter.as_ref().filter(|_| wording.is_none());
    for (what, known, name) in
        [("letter", &place.shelf.letters, unknown), ("form", &place.shelf.forms, raw.form.as_ref())]
    {
        if let Some(name) = name.filter(|name| !known.contains(*name)) {
            let problem = Problem::error("", format!("catalogue-{what}-unknown")).with(what, name);
            place.source.tell_at(place.at, name, 0, problem);
        }
    }
    if raw.letter.is_some() == raw.form.is_some() {
        let problem = Problem::error("", "catalogue-paper-shape").with("paper", &raw.kind);
        place.source.tell(place.at, problem);
    }
    let filled = |(name, raw)| {
        let fill = match raw {
            RawFill::Always(says) => Fill { says, when: None },
            RawFill::When { says, when } => Fill { says, when: Some(place.condition(when)?) },
        };
        Some((name, fill))
    };
    if let Some((file, letter)) = wording {
        for name in raw.fill.keys().filter(|name| !letter.can_say(name)) {
            let problem = Problem::error("", "catalogue-placeholder-unknown").with("name", name);
            place.source.tell(place.at, problem.with("letter", &letter.name));
        }
        if !built_in {
            let fill = raw.fill.keys().map(String::as_str).collect();
            for problem in letter.asks(file, &fill, raw.at == "decided") {
                place.source.tell_elsewhere(problem);
            }
        }
    }
    let wording = wording.filter(|_| !built_in).map(|(_, letter)| Arc::clone(letter));
    let fill = raw.fill.into_iter().filter_map(filled).collect();
    let when = when(place, raw.when);
    let RawPaper { kind, label, letter, form, at, mut outcome, .. } = raw;
    if at == "decided" && outcome.is_empty() {
        outcome.push(Outcome::Granted);
    }
    Some(Paper { kind, label, letter, wording, form, at, outcomes: outcome, when, fill })
}

fn block(place: &Place<'_>, raw: RawBlock) -> Option<Block> {
    let when = when(place, raw.when);
    let RawBlock { id, title, part, text, law, outcome: outcomes, .. } = raw;
    Some(Block { id, title, part, text, law, outcomes, when })
}

fn step(raw: RawStep) -> (String, Step) {
    (raw.id, Step { by: raw.by, then: raw.then, by_itself: raw.by_itself })
}

fn receiving<'a>(source: &Source<'a>, shelf: &Shelf, table: Spanned<DeValue<'a>>) -> Option<Receiving> {
    let at = table.span().start;
    let raw: RawReceiving = source.take(table)?;
    let Some(matrix) = shelf.matrices.get(&raw.matrix) else {
        let problem = Problem::error("", "catalogue-matrix-unknown").with("matrix", &raw.matrix);
        source.tell_at(at, &raw.matrix, 0, problem);
        return None;
    };
    let place = Place { source, shelf, at, prefix: "" };
    let mut bodies = Vec::new();
    for body in &matrix.body {
        let Some(fields) = body.fields.get(&raw.form) else { continue };
        let Some(told) = raw.body.iter().find(|told| told.id == body.id) else {
            source.tell(at, Problem::error("", "catalogue-body-missing").with("body", &body.id));
            continue;
        };
        bodies.push(Body {
            id: body.id.clone(),
            label: body.label.clone(),
            law: body.law.clone(),
            fields: fields.clone(),
            source: FieldSource {
                law: body.source.get(&raw.form).unwrap_or(&matrix.law).clone(),
                names: body.names,
            },
            when: when(&place, told.when.clone()),
            why: told.why.clone(),
            address: TownValue::of_body(&body.id, &body.label, &matrix.address),
        });
    }
    for told in raw.body.iter().filter(|told| bodies.iter().all(|body| body.id != told.id)) {
        let problem = Problem::error("", "catalogue-body-unknown").with("body", &told.id);
        source.tell_at(at, &told.id, 0, problem);
    }
    Some(Receiving { matrix: raw.matrix, form: raw.form, bodies })
}
