//! Notices as files into the inbox: those of all three forms as they are frozen, and one that another maker wrote by other habits.

use crate::harness::project;
use crate::manned::Office;
use amtsstube::desk::inbox::CameIn;
use amtsstube::desk::intake::Intake;
use amtsstube::domain::case::Channel;
use amtsstube::domain::problem::Severity;
use amtsstube::exchange::share;
use serde_json::json;
use std::path::Path;

fn taken(office: &Office, path: &Path) -> (CameIn, Intake) {
    let came = office.desk.take_in_file(&office.session, path, None).unwrap();
    let intake = office.desk.draft(&office.session, came.draft).unwrap().unwrap();
    (came, intake)
}

fn errors(came: &CameIn) -> Vec<(&str, &str)> {
    let wrong = came.problems.iter().filter(|problem| problem.severity == Severity::Error);
    wrong.map(|problem| (problem.field.as_str(), problem.id.as_str())).collect()
}

#[test]
fn notices_of_all_three_forms_become_drafts_with_the_answers_that_were_written() {
    let office = Office::new();
    for (form, slug) in
        [("gewa1", "gewerbe-anmeldung"), ("gewa2", "gewerbe-ummeldung"), ("gewa3", "gewerbe-abmeldung")]
    {
        let path = project().join(format!("tests/formats/xgewerbeanzeige-2.2-{form}.xml"));
        let (came, intake) = taken(&office, &path);
        assert_eq!((came.service.as_str(), intake.channel), (slug, Channel::Portal));
        let service = office.desk.service(&intake.service, &intake.version).unwrap();
        let receiving = service.receiving.as_ref().unwrap();
        let all = receiving.bodies.iter().find(|body| body.id == "erlaubnisbehoerde").unwrap();
        let written = share(service, &all.fields, &service.example).answers;
        for (id, answer) in &written.0 {
            assert_eq!(intake.answers.0.get(id), Some(answer), "{form}: {id}");
        }
        assert!(came.unknown.is_empty() && errors(&came).is_empty(), "{form}: {came:?}");
        let again = office.desk.take_in_file(&office.session, &path, None).unwrap_err();
        assert_eq!(again.problems()[0].id, "inbox-there", "{form}");
    }
}

/// Another prefix, other quotes, other orders of attributes and elements, comments within words, CDATA, character references,
/// white space around everything, an upper-case UUID, a processing instruction: the same to XML, so the same to us.
#[test]
fn a_notice_of_another_maker_is_read_by_what_it_says_and_not_by_how_it_is_written() {
    let office = Office::new();
    let (came, intake) = taken(&office, &project().join("tests/files/foreign-notice.xml"));
    assert_eq!(came.service, "gewerbe-anmeldung");
    for (id, wanted) in [
        ("geschaeftsbezeichnung", json!("Räder & mehr <Werkstatt>")),
        ("familienname", json!("O'Neill-Wüstenhagen")),
        ("vornamen", json!("Jürgen")),
        ("geschlecht", json!("maennlich")),
        ("geburtsdatum", json!("1988-02-29")),
        ("geburtsort", json!("Köln")),
        ("staatsangehoerigkeit", json!(["DE", "IE"])),
        (
            "anschrift",
            json!({ "strasse": "Am Kuhberg", "hausnummer": "1", "plz": "48712", "ort": "Gescher" }),
        ),
        ("nebenerwerb", json!(false)),
        ("beginn", json!("2026-12-01")),
        ("datum", json!("2026-11-23")),
        ("betriebsart", json!(["handwerk", "handel"])),
        ("taetige_personen", json!({ "vollzeit": 2, "teilzeit": 0 })),
        ("grund", json!("neugruendung")),
    ] {
        assert_eq!(intake.answers.at(id), Some(&wanted), "{id}");
    }
    let place = intake.answers.at("betriebsstaette").unwrap();
    assert_eq!((place["strasse"].as_str(), place["ort"].as_str()), (Some("Hofstraße"), Some("Gescher")));
    assert_eq!((place["plz"].as_str(), place["hausnummer"].as_str()), (Some("48712"), Some("23\u{a0}b")));
    let activities = intake.answers.at("taetigkeit").unwrap().as_array().unwrap();
    let activities: Vec<&str> = activities.iter().filter_map(|activity| activity["text"].as_str()).collect();
    assert_eq!(activities, ["Reparatur von Fahrrädern", "Einzelhandel mit Fahrrädern"]);
    assert_eq!(intake.enclosures[0].name, "foreign-notice.xml", "the original is attached");
    // What no paper can print, and what the file does not say, is asked for at the counter.
    let wrong = [
        ("betriebsstaette.hausnummer", "answer-character-not-here"),
        ("taetigkeit", "answer-none-marked"),
        ("niederlassung", "answer-missing"),
    ];
    assert_eq!(errors(&came), wrong);
}
