//! Answers: stored normalised, judged at once, dropped where hidden; what a service refuses.

use super::*;

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
    let nonsense = with("gewerbe-anmeldung", json!({ "familienname": "!!99xx" }));
    let assessment = assess("gewerbe-anmeldung", &nonsense, AppearsAs::InPerson, &[]);
    let told: Vec<_> = assessment.errors().collect();
    assert!(told.len() > 1 && told.iter().all(|problem| problem.fix.is_none()), "{told:?}");
    assert_eq!(told[0].args["shown"].as_str(), "!", "nobody at a counter looks up U+0021");
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
fn a_form_begins_with_its_defaults() {
    let today = day("2026-11-24");
    let service = Catalogue::built_in().current("gewerbe-anmeldung", today).unwrap();
    let (town, none) = (town(), seen(&[]));
    let situation = Situation {
        today,
        received_on: today,
        town: &town,
        documents_seen: &none,
        brought: None,
        appears_as: AppearsAs::InPerson,
        channel: Channel::Counter,
    };
    let begins = initial_answers(service, &situation);
    assert_eq!(begins.text("datum"), "2026-11-24");
    assert_eq!(begins.text("betriebsstaette.plz"), "48712");
    assert_eq!(begins.text("rechtsform"), "natuerliche_person");
}

/// Field 10 of the trade forms asks for the citizenship: what a paper says is `deutsch`, not `Deutschland`.
#[test]
fn a_citizenship_is_read_out_as_one() {
    let trade = Catalogue::built_in().current("gewerbe-anmeldung", day("2026-11-24")).unwrap();
    let mut answers = trade.example.clone();
    answers.set("staatsangehoerigkeit", json!(["DE", "SK"]));
    answers.set("geburtsland", json!("SK"));
    let says = |path: &str, language: &str| crate::catalogue::show_at(trade, &answers, path, language);
    assert_eq!(says("staatsangehoerigkeit", "de"), "deutsch\nslowakisch");
    assert_eq!(
        (says("geburtsland", "de"), says("geburtsland", "en")),
        ("Slowakei".into(), "Slovakia".into())
    );
    assert_eq!(says("staatsangehoerigkeit", "en"), "Germany\nSlovakia");
}
