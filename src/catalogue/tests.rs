//! The built-in catalogue is without fault, faults are told all at once, and answers are judged as the law asks.

use super::*;
use crate::domain::answers::Answers;
use crate::domain::assessment::Assessment;
use crate::domain::case::{AppearsAs, Channel};
use crate::domain::money::Cents;
use crate::domain::town::Town;
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn town() -> Town {
    Town::of([
        ("ags", "05554016"),
        ("postcode", "48712"),
        ("hundesteuer.erster", "4800"),
        ("hundesteuer.gefaehrlich", "48000"),
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
    assert_eq!(catalogue.services().count(), 4);
}

#[test]
fn every_example_is_filed_without_error_and_stays_as_it_is() {
    for service in Catalogue::built_in().services() {
        let assessment =
            assess(&service.slug, &service.example, AppearsAs::InPerson, &["urschrift", "ausweis"]);
        assert_eq!(errors(&assessment), [], "{}", service.slug);
        assert!(!assessment.papers.is_empty() && !assessment.steps.is_empty());
        let again = assess(&service.slug, &assessment.values, AppearsAs::InPerson, &["urschrift", "ausweis"]);
        assert_eq!(again, assessment, "{}: what is stored is read as the same", service.slug);
    }
}

#[test]
fn three_letters_find_a_service() {
    let slugs = |typed: &str| -> Vec<_> {
        let found = Catalogue::built_in().find(typed, day("2026-11-24"));
        found.iter().map(|service| service.slug.clone()).collect()
    };
    assert_eq!(slugs("gew"), ["gewerbe-anmeldung"]);
    assert_eq!(slugs("Hun"), ["hundesteuer-anmeldung"]);
    assert_eq!(slugs("kopie"), ["beglaubigung"]);
    assert_eq!(slugs("finderl"), ["fundsache"]);
    assert_eq!(slugs("99050012"), ["gewerbe-anmeldung"]);
    assert_eq!(slugs("").len(), 4);
    assert!(slugs("xyz").is_empty());
}

#[test]
fn what_is_typed_is_stored_normalised() {
    let typed = json!({
        "beginn": "010127", "geburtsdatum": "140387", "nebenerwerb": "ja", "geburtsland": "slowakisch",
        "familienname": " O\u{308}ßmann ", "taetige_personen.vollzeit": "3",
    });
    let assessment = assess("gewerbe-anmeldung", &with("gewerbe-anmeldung", typed), AppearsAs::InPerson, &[]);
    assert_eq!(errors(&assessment), []);
    let values = &assessment.values;
    assert_eq!(values.text("beginn"), "2027-01-01");
    assert_eq!(values.text("geburtsdatum"), "1987-03-14");
    assert_eq!(values.at("nebenerwerb"), Some(&json!(true)));
    assert_eq!(values.text("geburtsland"), "SK");
    assert_eq!(values.text("familienname"), "Ößmann");
    assert_eq!(values.at("taetige_personen.vollzeit"), Some(&json!(3)));
}

#[test]
fn all_problems_are_told_at_once_in_the_order_of_the_form() {
    let mut wrong = with(
        "gewerbe-anmeldung",
        json!({
            "familienname": "Mül1er", "geburtsdatum": "31.02.1987", "betriebsstaette.plz": "4871", "unfug": "x",
            "beginn": "01.12.20226", "betriebsart": ["handwerk", "bergbau"], "nebenerwerb": 7, "anschrift": "Markt 1",
            "taetige_personen.teilzeit": "drei", "oeffentliche_hand": Value::Null, "betriebsstaette.farbe": "rot",
            "taetigkeit": "Handel",
        }),
    );
    wrong.set("geschlecht", Value::Null);
    let found = errors(&assess("gewerbe-anmeldung", &wrong, AppearsAs::InPerson, &[]));
    let expected = [
        at("familienname", "answer-character-not-here"),
        at("geschlecht", "answer-missing"),
        at("geburtsdatum", "birth-date-day"),
        at("anschrift", "answer-not-group"),
        at("oeffentliche_hand", "answer-missing"),
        at("betriebsstaette.plz", "postcode-form"),
        at("betriebsstaette.farbe", "answer-unknown-field"),
        at("taetigkeit", "answer-not-list"),
        at("nebenerwerb", "answer-not-yes-no"),
        at("beginn", "answer-date-year"),
        at("betriebsart.1", "answer-not-a-choice"),
        at("taetige_personen.teilzeit", "answer-not-number"),
        at("unfug", "answer-unknown-field"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_forbidden_character_is_named_with_its_place_and_a_fix() {
    let answers = with("gewerbe-anmeldung", json!({ "familienname": "Ďuriš\u{200B}-Şengül☺" }));
    let assessment = assess("gewerbe-anmeldung", &answers, AppearsAs::InPerson, &[]);
    let told: Vec<_> = assessment.errors().collect();
    assert_eq!(told.len(), 2);
    assert_eq!((told[0].args["position"].as_str(), told[0].args["codes"].as_str()), ("6", "U+200B"));
    assert_eq!((told[1].args["character"].as_str(), told[1].args["position"].as_str()), ("☺", "14"));
    assert!(told.iter().all(|problem| problem.fix.as_deref() == Some("Ďuriš-Şengül")));
    assert_eq!(told[0].no.as_deref(), Some("4"));
}

#[test]
fn hidden_answers_are_dropped_and_never_missing() {
    let answers = with(
        "gewerbe-anmeldung",
        json!({ "hauptniederlassung": { "strasse": "Markt" }, "auflage": { "vorhanden": 5 } }),
    );
    let assessment = assess("gewerbe-anmeldung", &answers, AppearsAs::InPerson, &[]);
    assert_eq!(errors(&assessment), []);
    assert!(
        assessment.values.at("hauptniederlassung").is_none() && assessment.values.at("auflage").is_none()
    );
    assert!(!assessment.visible.contains("hauptniederlassung.strasse"));
    assert!(assessment.required.contains("betriebsstaette.plz"));
}

#[test]
fn a_part_is_asked_only_where_its_group_is_begun() {
    assert_eq!(errors_of("gewerbe-anmeldung", json!({ "erlaubnis": { "vorhanden": false } })), []);
    let begun = errors_of(
        "gewerbe-anmeldung",
        json!({ "erlaubnis": { "vorhanden": true, "behoerde": "Kreis Borken" } }),
    );
    assert_eq!(begun, [at("erlaubnis.datum", "answer-missing")]);
}

#[test]
fn certification_refuses_what_section_33_refuses() {
    assert_eq!(
        errors_of("beglaubigung", json!({ "veraendert": true })),
        [at("veraendert", "beglaubigung-veraendert")]
    );
    assert_eq!(
        errors_of("beglaubigung", json!({ "personenstand": true })),
        [at("personenstand", "beglaubigung-personenstand")]
    );
    let nobody =
        errors_of("beglaubigung", json!({ "aussteller_behoerde": false, "vorlage_bei": Value::Null }));
    assert_eq!(nobody, [at("vorlage_bei", "answer-missing")]);
    let unseen = assess("beglaubigung", &example("beglaubigung"), AppearsAs::InPerson, &[]);
    assert_eq!(errors(&unseen), [at("documents.urschrift", "document-missing")]);
}

#[test]
fn a_signature_is_certified_in_person_only() {
    let answers: Answers = serde_json::from_value(json!({
        "art": "unterschrift", "schriftstueck": "Erklärung", "unterzeichner": "Björk Ößmann", "vollzug": "vollzogen",
        "ohne_text": false, "oeffentlich": false, "vorlage_bei": "Familienkasse", "anzahl": 2, "dokument": "fällt weg",
    }))
    .unwrap();
    let there = assess("beglaubigung", &answers, AppearsAs::InPerson, &["ausweis"]);
    assert_eq!(errors(&there), []);
    assert_eq!(there.total(), Cents(600));
    assert!(there.values.at("dokument").is_none());
    assert_eq!(there.papers[0].letter.as_deref(), Some("beglaubigung-unterschrift/1"));
    let sent = assess("beglaubigung", &answers, AppearsAs::Messenger, &["ausweis"]);
    assert_eq!(errors(&sent), [at("appears_as", "proxy-not-allowed")]);
    let copy = assess("beglaubigung", &example("beglaubigung"), AppearsAs::Messenger, &["urschrift"]);
    assert_eq!(errors(&copy), []);
    assert_eq!(copy.total(), Cents(1500));
}

#[test]
fn dog_tax_is_set_by_decision_from_the_towns_values() {
    let tax = |changes| {
        let answers = with("hundesteuer-anmeldung", changes);
        let assessment = assess("hundesteuer-anmeldung", &answers, AppearsAs::InPerson, &[]);
        assert_eq!((errors(&assessment), assessment.total()), (vec![], Cents::ZERO));
        let warned = assessment.problems.iter().any(|problem| problem.id == "hundesteuer-gefaehrlich");
        (assessment.levies[0].cents.0, assessment.levies[0].confirmed, warned)
    };
    assert_eq!(tax(json!({})), (4800, true, false));
    assert_eq!(tax(json!({ "rasse": "Staffordshire-Bullterrier-Mix" })), (48_000, true, true));
    assert_eq!(
        tax(json!({ "rasse": "Bullterrier", "einstufung": "nicht_gefaehrlich" })),
        (4800, true, false)
    );
    assert_eq!(
        tax(json!({ "anzahl": 2 })),
        (0, false, false),
        "the town has not said what a second dog costs"
    );
}

#[test]
fn periods_follow_the_law_of_the_service() {
    let due = |slug: &str, changes| {
        let assessment = assess(slug, &with(slug, changes), AppearsAs::InPerson, &[]);
        assessment.due.iter().map(|due| (due.id.clone(), due.date.to_string())).collect::<Vec<_>>()
    };
    // Three days from Tuesday, 24 November 2026.
    assert_eq!(due("gewerbe-anmeldung", json!({})), [at("bescheinigung", "2026-11-27")]);
    // § 973 BGB is a span of time: it ends on a Monday here and would end on a Sunday too.
    assert_eq!(due("fundsache", json!({})), [at("eigentumserwerb", "2027-05-24")]);
    assert_eq!(due("fundsache", json!({ "wert": "9,50" })), [at("eigentumserwerb-kleinfund", "2027-05-20")]);
}

#[test]
fn a_form_begins_with_its_defaults() {
    let today = day("2026-11-24");
    let service = Catalogue::built_in().current("gewerbe-anmeldung", today).unwrap();
    let (town, none) = (town(), seen(&[]));
    let situation = Situation {
        today,
        received_on: today,
        town: &town,
        documents_seen: &none,
        appears_as: AppearsAs::InPerson,
        channel: Channel::Counter,
    };
    let begins = initial_answers(service, &situation);
    assert_eq!(begins.text("datum"), "2026-11-24");
    assert_eq!(begins.text("betriebsstaette.plz"), "48712");
    assert_eq!(begins.text("rechtsform"), "natuerliche_person");
}
