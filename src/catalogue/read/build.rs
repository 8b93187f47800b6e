//! A service from its file: each table for itself, so that everything wrong is told at once.

use super::condition::Place;
use super::fields;
use super::raw::{
    Head, OneOrMore, RawCheck, RawDeadline, RawDocument, RawFee, RawField, RawFill, RawPaper, RawReceiving,
    RawSection, RawStep, RawTown,
};
use super::{Shelf, Source};
use crate::catalogue::condition::Condition;
use crate::catalogue::field::{Choice, Section};
use crate::catalogue::service::{
    Base, Body, Check, DeadlineRule, Document, Fee, FeeAmount, Fill, From, LegalPerson, Paper, Receiving,
    Service, Step,
};
use crate::catalogue::town::{TownKind, TownValue};
use crate::domain::answers::Answers;
use crate::domain::case::Outcome;
use crate::domain::money::Cents;
use crate::domain::problem::{Problem, Severity};
use chrono::NaiveDate;
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
            ("town", true) => parts.town = each(source, shelf, value, town),
            ("fee", true) => parts.fees = each(source, shelf, value, fee),
            ("deadline", true) => parts.deadlines = each(source, shelf, value, deadline),
            ("paper", true) => parts.papers = each(source, shelf, value, paper),
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
            group: head.group,
            proxy: head.proxy,
            in_person: when(&place, head.in_person),
            signature: head.signature,
            person: head.person,
            regime: head.regime,
            remedy: head.remedy,
            valid_from: valid_from?,
            valid_to: head.valid.to.and_then(day),
            search: head.search,
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
            steps: self.steps.into_iter().collect(),
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

fn when(place: &Place<'_>, value: Option<Value>) -> Option<Condition> {
    value.and_then(|value| place.condition(value))
}

fn check(place: &Place<'_>, raw: RawCheck) -> Option<Check> {
    let when = place.condition(raw.when)?;
    let RawCheck { id, at, severity, says, law, append, .. } = raw;
    Some(Check { id, at, when, severity, says, law, append })
}

fn document(place: &Place<'_>, raw: RawDocument) -> Option<Document> {
    let needed = when(place, raw.needed);
    let blocking = raw.severity == Severity::Error;
    let RawDocument { id, label, proxy, says, law, .. } = raw;
    Some(Document { id, label, needed, proxy, blocking, says, law })
}

fn fee(place: &Place<'_>, raw: RawFee) -> Option<Fee> {
    let mut amounts = Vec::new();
    for amount in raw.amount {
        let base = match (amount.cents, amount.town) {
            (Some(cents), None) => Base::Cents(Cents(cents)),
            (None, Some(key)) => Base::Town(key),
            _ => {
                place
                    .source
                    .tell(place.at, Problem::error("", "catalogue-amount-shape").with("fee", &raw.id));
                continue;
            }
        };
        amounts.push(FeeAmount { when: when(place, amount.when), base, per: amount.per, says: amount.says });
    }
    let RawFee { id, label, tariff, vat, charged, confirmed, papers, yearly, .. } = raw;
    Some(Fee { id, label, tariff, vat, charged, confirmed, papers, amounts, yearly })
}

fn town(place: &Place<'_>, raw: RawTown) -> Option<TownValue> {
    let choices = raw.options.into_iter().map(|option| Choice { id: option.id, label: option.label });
    let kind = match raw.kind.as_str() {
        "money" => TownKind::Money,
        "days" => TownKind::Days,
        "choice" => TownKind::Choice(choices.collect()),
        other => {
            place.source.tell(place.at, Problem::error("", "catalogue-type-unknown").with("type", other));
            return None;
        }
    };
    Some(TownValue { key: raw.key, label: raw.label, help: raw.help, kind })
}

fn deadline(place: &Place<'_>, raw: RawDeadline) -> Option<DeadlineRule> {
    let from = match &raw.from {
        Value::String(text) if text == "received" => From::Received,
        Value::Table(table) if table.get("field").is_some_and(Value::is_str) => {
            From::Field(place.path(table.get("field")?.as_str()?))
        }
        other => {
            let problem = Problem::error("", "catalogue-moment-unknown").with("written", other.to_string());
            place.source.tell(place.at, problem);
            return None;
        }
    };
    let when = when(place, raw.when);
    let RawDeadline { id, label, kind, rule: unit, value, basis, law, met_by, .. } = raw;
    Some(DeadlineRule { id, label, when, from, kind, unit, value, basis, law, met_by })
}

fn paper(place: &Place<'_>, raw: RawPaper) -> Option<Paper> {
    for (what, known, name) in
        [("letter", &place.shelf.letters, &raw.letter), ("form", &place.shelf.forms, &raw.form)]
    {
        if let Some(name) = name.as_ref().filter(|name| !known.contains(*name)) {
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
    let fill = raw.fill.into_iter().filter_map(filled).collect();
    let when = when(place, raw.when);
    let RawPaper { kind, label, letter, form, at, mut outcome, .. } = raw;
    if at == "decided" && outcome.is_empty() {
        outcome.push(Outcome::Granted);
    }
    Some(Paper { kind, label, letter, form, at, outcomes: outcome, when, fill })
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
            when: when(&place, told.when.clone()),
            why: told.why.clone(),
        });
    }
    for told in raw.body.iter().filter(|told| bodies.iter().all(|body| body.id != told.id)) {
        let problem = Problem::error("", "catalogue-body-unknown").with("body", &told.id);
        source.tell_at(at, &told.id, 0, problem);
    }
    Some(Receiving { matrix: raw.matrix, form: raw.form, bodies })
}
