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
    assert_eq!(catalogue.services().count(), 6);
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
    assert_eq!(slugs("").len(), 6);
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
fn a_value_of_the_town_is_declared_as_what_it_is_used_for() {
    let file = built_in::files().into_iter().find(|f| f.name.contains("hundesteuer-anmeldung")).unwrap();
    for (from, to, problem) in [
        ("type = \"days\"", "type = \"money\"", "catalogue-town-undeclared"),
        ("town = \"hundesteuer.erster\"", "town = \"hundesteuer.nullter\"", "catalogue-town-undeclared"),
        ("id = \"folgemonat\"", "id = \"uebernaechster\"", "catalogue-town-undeclared"),
        ("outcome = [\"refused\"]", "outcome = [\"granted\"]", "catalogue-refusal-without-letter"),
        ("set = \"steuer_ab\"", "set = \"steuer_bis\"", "catalogue-field-unknown"),
    ] {
        assert!(file.text.contains(from), "{from}");
        let problems = check(&[File { text: file.text.replace(from, to), ..file.clone() }]);
        assert_eq!(problems.into_iter().map(|told| told.id).collect::<Vec<_>>(), [problem], "{to}");
    }
}

/// Direct action is the rule in NRW: the notice names the court with its address, and says what the town has not said.
#[test]
fn where_an_action_lies_the_court_is_named() {
    let today = day("2026-11-24");
    let mut service = Catalogue::built_in().current("hundesteuer-anmeldung", today).unwrap().clone();
    service.remedy = Remedy::Klage;
    let terms = |town: Town| {
        let none = seen(&[]);
        let situation = Situation {
            today,
            received_on: today,
            town: &town,
            documents_seen: &none,
            appears_as: AppearsAs::InPerson,
            channel: Channel::Counter,
        };
        evaluate(&service, &with("hundesteuer-anmeldung", json!({})), &situation).terms
    };
    let court = [
        ("court.name", "Verwaltungsgericht Münster"),
        ("court.street", "Gerichtsstraße 1"),
        ("court.place", "48000 Münster"),
    ];
    let notice = terms(Town::of(court)).notice.expect("the court is known");
    assert_eq!(notice.remedy, crate::domain::decision::Remedy::Action);
    assert_eq!(notice.address, "Gerichtsstraße 1, 48000 Münster");
    let without = terms(Town::of([("court.name", "Verwaltungsgericht Münster")]));
    assert_eq!(without.notice, None);
    assert!(without.lacking.iter().any(|problem| problem.id == "decision-needs-court"));
}

/// What decides has the step for it, and what can be filed against it.
#[test]
fn a_decision_has_its_step_and_every_service_can_be_filed_and_closed() {
    let file = built_in::files().into_iter().find(|f| f.name.contains("hundesteuer-anmeldung")).unwrap();
    let decided = "[[step]]\nid = \"decided\"\nby = [\"clerk\", \"head\"]\nthen = [\"closed\"]\n";
    for (changes, wanted) in [
        (
            vec![(decided, ""), ("[\"decided\", \"closed\"]", "[\"closed\"]")],
            "catalogue-decision-without-step",
        ),
        (vec![("remedy = \"widerspruch\"", "remedy = \"none\"")], "catalogue-decision-without-remedy"),
        (vec![("id = \"filed\"", "id = \"taken\"")], "catalogue-step-missing"),
        (vec![("by = [\"counter\", \"clerk\", \"head\"]", "by = []")], "catalogue-step-by-nobody"),
    ] {
        let mut text = file.text.clone();
        for (from, to) in changes {
            assert!(text.contains(from), "{from}");
            text = text.replacen(from, to, 1);
        }
        let problems = check(&[File { text, ..file.clone() }]);
        assert_eq!(problems.into_iter().map(|told| told.id).collect::<Vec<_>>(), [wanted]);
    }
}

#[test]
fn periods_follow_the_law_of_the_service() {
    let due = |slug: &str, changes| {
        let assessment = assess(slug, &with(slug, changes), AppearsAs::InPerson, &[]);
        assessment.due.iter().map(|due| (due.id.clone(), due.date.to_string())).collect::<Vec<_>>()
    };
    // Three days from Tuesday, 24 November 2026.
    assert_eq!(due("gewerbe-anmeldung", json!({})), [at("bescheinigung", "2026-11-27")]);
    // Two weeks from Saturday, 14 November 2026, end on a Saturday and move to Monday.
    assert_eq!(due("hundesteuer-anmeldung", json!({})), [at("anmeldung", "2026-11-30")]);
    assert_eq!(due("fundsache", json!({})), [at("eigentumserwerb", "2027-05-24")]);
    assert_eq!(due("fundsache", json!({ "wert": "9,50" })), [at("eigentumserwerb-kleinfund", "2027-05-20")]);
    assert_eq!(due("fundsache", json!({ "wert": "10,00" })), [at("eigentumserwerb-kleinfund", "2027-05-20")]);
    assert_eq!(due("fundsache", json!({ "wert": "10,01" })), [at("eigentumserwerb", "2027-05-24")]);
    // Nobody acquires what was found in an office (§ 978 BGB).
    assert_eq!(due("fundsache", json!({ "oeffentliche_stelle": true })), []);
}

/// § 973 BGB: found on Saturday, 27 June 2026, worth eight euros: with the end of Sunday, 27 December 2026. Neither
/// § 193 BGB nor § 31 VwVfG moves that, and the explanation says why by civil law.
#[test]
fn a_find_is_owned_after_six_months_of_civil_law() {
    let small = with("fundsache", json!({ "fundtag": "2026-06-27", "wert": 800 }));
    let assessment = assess("fundsache", &small, AppearsAs::InPerson, &[]);
    assert_eq!(assessment.due[0].date, day("2026-12-27"));
    let laws: Vec<&str> = assessment.due[0].why.iter().map(|step| step.law.as_str()).collect();
    assert_eq!(laws[0], "§ 973 Abs. 2 BGB");
    assert!(laws.contains(&"§§ 187, 188 BGB"), "{laws:?}");
    assert!(laws.iter().all(|law| !law.contains("VwVfG")), "{laws:?}");
}

/// Taken in on Saturday, 14 November 2026: two weeks end on Saturday, 28 November, and so on Monday, 30 November
/// (§ 193 BGB, § 108 (3) AO). Who comes on that Monday is not late; who comes on Tuesday is.
#[test]
fn a_dog_is_registered_late_only_after_the_computed_day() {
    let warned = |taken_in: &str, received: &str| {
        let received_on = day(received);
        let service = Catalogue::built_in().current("hundesteuer-anmeldung", received_on).unwrap();
        let (town, none) = (town(), seen(&[]));
        let situation = Situation {
            today: received_on,
            received_on,
            town: &town,
            documents_seen: &none,
            appears_as: AppearsAs::InPerson,
            channel: Channel::Counter,
        };
        let answers = with("hundesteuer-anmeldung", json!({ "aufgenommen_am": taken_in }));
        let assessment = evaluate(service, &answers, &situation);
        let warning = assessment.problems.iter().find(|problem| problem.id == "hundesteuer-verspaetet");
        warning.map(|warning| warning.says.clone().unwrap().de)
    };
    assert_eq!(warned("2026-11-14", "2026-11-30"), None);
    assert!(warned("2026-11-14", "2026-12-01").unwrap().contains("30.11.2026"));
    // From 21 May 2026 the end is Fronleichnam, 4 June; from 10 December it is Christmas Eve, a working day.
    assert_eq!(warned("2026-05-21", "2026-06-05"), None);
    assert!(warned("2026-05-21", "2026-06-08").unwrap().contains("05.06.2026"));
    assert_eq!(warned("2026-12-10", "2026-12-24"), None);
    assert!(warned("2026-12-10", "2026-12-28").unwrap().contains("24.12.2026"));
}

#[test]
fn a_period_that_is_not_there_is_told_and_none_decides_whether_a_field_counts() {
    let file = built_in::files().into_iter().find(|f| f.name.contains("hundesteuer-anmeldung")).unwrap();
    let told = |from: &str, to: &str| {
        assert!(file.text.contains(from), "{from}");
        let text = file.text.replace(from, to);
        let problems = check(&[File { text, ..file.clone() }]);
        problems.into_iter().map(|problem| problem.id).collect::<Vec<_>>()
    };
    assert_eq!(told("overdue = \"anmeldung\"", "overdue = \"abmeldung\""), ["catalogue-period-unknown"]);
    let early = "max = 15\nvisible = { overdue = \"anmeldung\" }";
    assert_eq!(told("max = 15", early), ["catalogue-period-too-early"]);
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
