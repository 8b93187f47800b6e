//! The built-in catalogue is without fault, faults are told all at once, and answers are judged as the law asks.

use super::*;
use crate::domain::answers::Answers;
use crate::domain::assessment::Assessment;
use crate::domain::case::{AppearsAs, Channel};
use crate::domain::money::Cents;
use crate::domain::town::Town;
use serde_json::{Value, json};
use std::collections::BTreeSet;

mod answers;
mod dates;
mod faults;
mod money;
mod services;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn town() -> Town {
    Town::of([
        ("ags", "05554016"),
        ("postcode", "48712"),
        ("hundesteuer.erster", "4800"),
        ("hundesteuer.gefaehrlich", "48000"),
        ("hundesteuer.beginn", "monat"),
        ("hundesteuer.anteil", "monate"),
    ])
}

fn seen(documents: &[&str]) -> BTreeSet<String> {
    documents.iter().map(|id| (*id).to_owned()).collect()
}

fn assess(slug: &str, answers: &Answers, appears_as: AppearsAs, documents: &[&str]) -> Assessment {
    let today = day("2026-11-24");
    let service = Catalogue::built_in().current(slug, today).unwrap();
    let (town, documents_seen) = (town(), seen(documents));
    let situation = Situation {
        today,
        received_on: today,
        town: &town,
        documents_seen: &documents_seen,
        brought: None,
        appears_as,
        channel: Channel::Counter,
    };
    evaluate(service, answers, &situation)
}

fn example(slug: &str) -> Answers {
    Catalogue::built_in().current(slug, day("2026-11-24")).unwrap().example.clone()
}

fn with(slug: &str, changes: Value) -> Answers {
    let mut answers = example(slug);
    for (path, value) in changes.as_object().unwrap() {
        answers.set(path, value.clone());
    }
    answers
}

/// Field and message of each error.
fn errors(assessment: &Assessment) -> Vec<(String, String)> {
    assessment.errors().map(|problem| (problem.field.clone(), problem.id.clone())).collect()
}

fn errors_of(slug: &str, changes: Value) -> Vec<(String, String)> {
    errors(&assess(slug, &with(slug, changes), AppearsAs::InPerson, &["urschrift", "ausweis"]))
}

fn at(field: &str, id: &str) -> (String, String) {
    (field.to_owned(), id.to_owned())
}

#[test]
fn the_built_in_catalogue_is_without_fault() {
    let (catalogue, problems) = Catalogue::read(&built_in::files());
    let told: Vec<_> = problems.iter().map(|p| format!("{} {} {:?}", p.field, p.id, p.args)).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    assert_eq!(
        catalogue.services().count(),
        built_in::files().iter().filter(|f| f.text.contains("\n[example]")).count()
    );
}

#[test]
fn every_example_is_filed_without_error_and_stays_as_it_is() {
    for service in Catalogue::built_in().services() {
        let documents: Vec<&str> = service.documents.iter().map(|document| document.id.as_str()).collect();
        let assessment = assess(&service.slug, &service.example, AppearsAs::InPerson, &documents);
        assert_eq!(errors(&assessment), [], "{}", service.slug);
        assert!(!assessment.papers.is_empty() && !assessment.steps.is_empty());
        let again = assess(&service.slug, &assessment.values, AppearsAs::InPerson, &documents);
        assert_eq!(again, assessment, "{}: what is stored is read as the same", service.slug);
    }
}

#[test]
fn three_letters_find_a_service() {
    let slugs = |typed: &str| -> Vec<_> {
        let found = Catalogue::built_in().find(typed, day("2026-11-24"));
        found.iter().map(|service| service.slug.clone()).collect()
    };
    assert_eq!(slugs("gewerbe an"), ["gewerbe-anmeldung"]);
    assert_eq!(slugs("gew")[..3], ["gewerbe-anmeldung", "gewerbe-abmeldung", "gewerbe-ummeldung"]);
    assert_eq!(slugs("hun")[0], "hundesteuer-anmeldung", "what is wanted often comes first");
    assert_eq!(slugs("kopie"), ["beglaubigung"]);
    assert_eq!(slugs("finderl"), ["fundsache"]);
    assert_eq!(slugs("99050012104"), ["gewerbe-anmeldung"]);
    assert_eq!(slugs("").len(), Catalogue::built_in().services().count());
    assert!(slugs("xyz").is_empty());
}
