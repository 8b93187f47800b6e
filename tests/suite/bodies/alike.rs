//! What is withheld changes nothing: a package is the same to the last byte, whatever is answered there or whether anything is.
//! So nothing of it stands in the package in any form: no choice, no cross, no yes and no no, no length and no place.

use std::collections::BTreeSet;

use amtsstube::catalogue::{Body, Field, FieldKind, Service};
use amtsstube::domain::answers::Answers;
use amtsstube::domain::town::Town;
use amtsstube::exchange::xga::{write, write_lot};
use amtsstube::exchange::{Standard, share};
use amtsstube::paper::form::{FormHead, Purpose, builtin, render_for};
use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::{around, bodies, services};

/// One of two answers to a question that have nothing in common.
#[derive(Clone, Copy)]
enum Of {
    One,
    Other,
}

/// An answer; `at` tells the texts of one notice apart.
fn answer(field: &Field, of: Of, at: &mut u32) -> Value {
    *at += 1;
    let or = |one: Value, other: Value| match of {
        Of::One => one,
        Of::Other => other,
    };
    match &field.kind {
        FieldKind::Group { fields, .. } => {
            let parts = fields.iter().map(|part| (part.id.clone(), answer(part, of, at)));
            Value::Object(parts.filter(|(_, value)| !value.is_null()).collect())
        }
        FieldKind::List { item, .. } => json!([answer(item, of, at)]),
        FieldKind::YesNo => or(json!(true), json!(false)),
        FieldKind::Choice(choices) => or(json!(choices[0].id), json!(choices[1].id)),
        FieldKind::Choices(choices) => {
            let others: Vec<&String> = choices[1..].iter().map(|choice| &choice.id).collect();
            or(json!([choices[0].id]), json!(others))
        }
        FieldKind::Signature | FieldKind::File => Value::Null,
        FieldKind::Date | FieldKind::PartialDate => or(json!("2031-02-17"), json!("1968-11-05")),
        FieldKind::Integer | FieldKind::Year => or(json!(7), json!(71_234)),
        FieldKind::Country | FieldKind::Nationality => or(json!("KI"), json!("TV")),
        _ => or(json!(format!("Kurz {at}")), json!(format!("Viel länger und mit Ziffern: {at} 4711"))),
    }
}

fn answered(service: &Service, of: Of) -> Answers {
    let (mut answers, mut at) = (Answers::default(), 0);
    for field in service.fields() {
        let value = answer(field, of, &mut at);
        if !value.is_null() {
            answers.set(&field.id, value);
        }
    }
    answers
}

fn number(field: &Field) -> Option<u8> {
    field.no.as_ref()?.parse().ok()
}

/// Whether a body sees a question; of a list without a number, a part.
fn sees(service: &Service, body: &Body, id: &str) -> bool {
    service.field(id).and_then(number).is_some_and(|no| body.fields.contains(&no))
}

/// What the body sees as `seen` has it, and everything else as `hidden` has it.
fn mixed(service: &Service, body: &Body, seen: &Answers, hidden: &Answers) -> Answers {
    let mut mixed = Answers::default();
    for field in service.fields() {
        let (one, other) = (seen.0.get(&field.id), hidden.0.get(&field.id));
        let value = match one {
            Some(list) if field.no.is_none() && field.is_list() => {
                Some(json!([person(service, body, &list[0], other)]))
            }
            _ if sees(service, body, &field.id) => one.cloned(),
            _ => other.cloned(),
        };
        mixed.0.extend(value.map(|value| (field.id.clone(), value)));
    }
    mixed
}

/// A further person: a list is seen by its parts, which are called like the fields of the form.
fn person(service: &Service, body: &Body, seen: &Value, hidden: Option<&Value>) -> Map<String, Value> {
    let of = |name: &String, value: &Value| {
        if sees(service, body, name) { Some(value.clone()) } else { hidden?.get(0)?.get(name).cloned() }
    };
    let parts = seen.as_object().unwrap().iter();
    parts.filter_map(|(name, value)| Some((name.clone(), of(name, value)?))).collect()
}

/// The form as the body gets it.
fn form(service: &Service, body: &Body, answers: &Answers) -> Vec<u8> {
    let form = service.papers.iter().find_map(|paper| paper.form.as_deref()).unwrap();
    let head = FormHead::of(&Town::default(), NaiveDate::from_ymd_opt(2026, 11, 24).unwrap(), Purpose::Final);
    render_for(builtin(form).unwrap(), answers, &head, &body.fields).unwrap().bytes
}

/// All files of a package, by name: the form of what the body gets and of everything there is, since the form withholds as
/// well; the message; the month's lot.
fn package(service: &Service, body: &Body, answers: &Answers) -> [(&'static str, Vec<u8>); 4] {
    let shared = share(service, &body.fields, answers).answers;
    let around = around(service, body);
    let lot = write_lot(Standard::newest().unwrap(), &around, &[(around.clone(), service, &shared)]).unwrap();
    [
        ("form", form(service, body, &shared)),
        ("form, given everything", form(service, body, answers)),
        ("message", message(service, body, &shared)),
        ("lot", lot),
    ]
}

fn message(service: &Service, body: &Body, shared: &Answers) -> Vec<u8> {
    write(Standard::newest().unwrap(), &around(service, body), service, shared).unwrap()
}

#[test]
fn what_is_withheld_changes_no_byte_of_a_package() {
    let mut kinds = BTreeSet::new();
    for service in services() {
        let (one, other) = (answered(service, Of::One), answered(service, Of::Other));
        for body in bodies(service) {
            let plain = package(service, body, &one);
            for (which, hidden) in [("other answers", &other), ("no answers", &Answers::default())] {
                let answers = mixed(service, body, &one, hidden);
                assert!(answers != one, "{} to {}: nothing is withheld", service.slug, body.id);
                for ((file, plain), (_, changed)) in plain.iter().zip(package(service, body, &answers)) {
                    assert!(*plain == changed, "{} to {}, {file}: {which}", service.slug, body.id);
                }
            }
            let hidden = service.fields().filter(|field| number(field).is_some());
            kinds.extend(hidden.filter(|field| !sees(service, body, &field.id)).filter_map(kind));
        }
    }
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), ["choice", "choices", "yes or no"]);
}

fn kind(field: &Field) -> Option<&'static str> {
    match field.kind {
        FieldKind::YesNo => Some("yes or no"),
        FieldKind::Choice(_) => Some("choice"),
        FieldKind::Choices(_) => Some("choices"),
        _ => None,
    }
}

/// The other way round: each answer that a body gets changes its message, and all of them its form.
#[test]
fn whatever_a_body_gets_changes_its_package() {
    for service in services() {
        let (one, other) = (answered(service, Of::One), answered(service, Of::Other));
        for body in bodies(service) {
            let shared = |answers: &Answers| share(service, &body.fields, answers).answers;
            let plain = message(service, body, &shared(&one));
            let seen = service.fields().filter(|field| sees(service, body, &field.id));
            for field in seen.filter(|field| other.0.contains_key(&field.id)) {
                let mut changed = one.clone();
                let _ = changed.0.insert(field.id.clone(), other.0[&field.id].clone());
                let changed = message(service, body, &shared(&changed));
                assert!(plain != changed, "{} to {}: {}", service.slug, body.id, field.id);
            }
            let changed = mixed(service, body, &other, &one);
            assert!(form(service, body, &one) != form(service, body, &changed), "{}", body.id);
        }
    }
}
