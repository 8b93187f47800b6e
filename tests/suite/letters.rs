//! Every paper of every service, with awkward people and answers, read back as a resident or a court would read it: to
//! whom, for whom, by which paragraph, and never in the words of the program. The PDFs stay to be looked at.

mod large;
mod pay;

use crate::harness::pictures;
use crate::town::{Town, texts};
use amtsstube::catalogue::{Responsible, TownKind};
use amtsstube::desk::file::Filed;
use amtsstube::desk::intake::{Intake, Participant, Party, Settlement};
use amtsstube::domain::case::{AppearsAs, Outcome, Signature};
use amtsstube::domain::decide::Command as Act;
use amtsstube::domain::id::CaseId;
use amtsstube::domain::money::Cents;
use amtsstube::domain::user::Role;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::process::Command;

fn hall() -> Town {
    let town = Town::new(&[Role::Counter, Role::Clerk]);
    let said = [
        ("hundesteuer.erster", "48"),
        ("hundesteuer.zweiter", "60"),
        ("hundesteuer.gefaehrlich", "480"),
        ("hundesteuer.beginn", "monat"),
        ("hundesteuer.anteil", "monate"),
        ("hundesteuer.erste_zahlung", "monat"),
        ("hundesteuer.folgejahre", "weiter"),
        ("hundesteuer.termine", "01.07."),
        ("head", "Die Bürgermeisterin"),
        ("phone", "02542 0000-0"),
        ("email", "rathaus@gescher.example"),
        ("bank.holder", "Stadtkasse Gescher"),
        ("bank.iban", "DE02120300000000202051"),
    ];
    town.desk.set_town(&town.admin, &texts(&said)).unwrap();
    town
}

/// What else services leave to the town, and where an action lies.
fn rest(town: &Town) -> BTreeMap<String, String> {
    let said = |kind: &TownKind| match kind {
        TownKind::Money => "24".to_owned(),
        TownKind::Choice(choices) => choices[0].id.clone(),
        TownKind::Days => "15.02.".to_owned(),
        TownKind::Number => "4".to_owned(),
        TownKind::Text => "DE98ZZZ09999999999".to_owned(),
    };
    let values = town.desk.catalogue().town_values();
    let mut values: BTreeMap<_, _> =
        values.into_iter().map(|value| (value.key.clone(), said(&value.kind))).collect();
    values.extend(texts(&[
        ("court.name", "Verwaltungsgericht Münster"),
        ("court.street", "Gerichtsstraße 1"),
        ("court.place", "48000 Münster"),
    ]));
    values
}

/// Somebody who is known already.
fn known(town: &Town, part: &str, appears_as: AppearsAs, fields: &[(&str, &str)]) -> Participant {
    let id = town.desk.save_person(&town.clerk, None, &texts(fields)).unwrap();
    let seen = Some("personalausweis".to_owned());
    Participant { party: Party::Known(id), part: part.to_owned(), appears_as, seen, certain: true }
}

fn acts(town: &Town, fields: &[(&str, &str)]) -> Participant {
    known(town, "representative", AppearsAs::InPerson, fields)
}

/// The service's example with other answers, for whoever the answers name.
fn intake(town: &Town, slug: &str, appears_as: AppearsAs, changes: Value) -> Intake {
    let mut intake = town.desk.new_intake(&town.clerk, slug).unwrap();
    let service = town.desk.service(&intake.service, &intake.version).unwrap();
    intake.answers = service.example.clone();
    for (path, value) in changes.as_object().unwrap() {
        intake.answers.set(path, value.clone());
    }
    intake.documents = service.documents.iter().filter(|d| d.blocking).map(|d| d.id.clone()).collect();
    let nobody = changes["ungenannt"] == true;
    intake.participants.extend((!nobody).then(|| Participant {
        party: Party::New(if slug == "beglaubigung" {
            texts(&[("family", "Nienhaus"), ("given", "Käthe")])
        } else {
            texts(&[])
        }),
        part: "applicant".to_owned(),
        appears_as,
        seen: (appears_as != AppearsAs::InWriting).then(|| "personalausweis".to_owned()),
        certain: true,
    }));
    intake.signature = service.is_signed().then_some(Signature::Seen);
    intake.settlement = Settlement::Cash { given: Cents(10_000) };
    intake
}

fn file(town: &Town, intake: &Intake) -> Filed {
    town.desk.file_case(&town.clerk, intake).unwrap_or_else(|error| panic!("{:#?}", error.problems()))
}

/// What the newest paper of a kind says, on one line with ordinary spaces. The PDF stays under this name.
#[track_caller]
fn paper(town: &Town, case: CaseId, kind: &str, name: &str) -> String {
    let papers = town.desk.papers_of(&town.clerk, case).unwrap();
    let paper = papers.iter().rfind(|paper| paper.kind == kind);
    let paper = paper.unwrap_or_else(|| panic!("no {kind} among {papers:?}"));
    let path = pictures().join(format!("papers/letter-{name}.pdf"));
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, town.desk.paper_bytes(&town.clerk, paper.id).unwrap()).unwrap();
    // As it was written, not as it lies beside each other: the address is not torn by the information block.
    let read = Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(&path).arg("-").output();
    let text =
        String::from_utf8(read.expect("pdftotext (poppler-utils) is installed").stdout).expect("UTF-8");
    let text = text.replace(['\u{202f}', '\u{a0}'], " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn says(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part:?} is missing in {text}");
    }
}

#[track_caller]
fn says_not(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(!text.contains(part), "{part:?} stands in {text}");
    }
}

const MOTHER: [(&str, &str); 8] = [
    ("kind", "natural"),
    ("family", "Ďuriš-Şengül"),
    ("given", "Zdeňka Ayşe"),
    ("gender", "weiblich"),
    ("title", "Dr."),
    ("street", "Große Mühlenstiege"),
    ("house", "12 a"),
    ("place", "Gescher"),
];

const FATHER: [(&str, &str); 7] = [
    ("kind", "natural"),
    ("family", "Öztürk"),
    ("given", "Jörg"),
    ("gender", "maennlich"),
    ("street", "Große Mühlenstiege"),
    ("house", "12 a"),
    ("place", "Gescher"),
];

const LAWYERS: [(&str, &str); 5] = [
    ("kind", "business"),
    ("family", "Ostendarp & Søn Rechtsanwälte PartG mbB"),
    ("street", "Kanzleiweg"),
    ("house", "7"),
    ("place", "Borken"),
];

/// A minor is told through both parents at once; § 14 (3) VwVfG is about proxies and does not stand there.
#[test]
fn a_minor_is_written_to_through_both_parents() {
    let town = hall();
    for (slug, first, law) in [
        ("gewerbe-anmeldung", "empfangsbescheinigung", None),
        ("fundsache", "finderbescheinigung", None),
        ("hundesteuer-anmeldung", "eingangsbestaetigung", Some("§ 34 Abs. 1 AO")),
    ] {
        let young = if slug == "fundsache" { json!({}) } else { json!({ "geburtsdatum": "2012-02-29" }) };
        let mut intake = intake(&town, slug, AppearsAs::Representative, young);
        intake.participants.extend([acts(&town, &MOTHER), acts(&town, &FATHER)]);
        let case = file(&town, &intake).case;
        let mut texts = vec![paper(&town, case, first, &format!("parents-{slug}"))];
        if law.is_some() {
            let (reasons, conditions) = (String::new(), Vec::new());
            let grant = Act::Decide { outcome: Outcome::Granted, reasons, conditions };
            town.desk.act(&town.clerk, case, grant).unwrap();
            texts.push(paper(&town, case, "bescheid", "parents-bescheid"));
        }
        for text in &texts {
            says(
                text,
                &[
                    "Dr. Zdeňka Ayşe Ďuriš-Şengül Jörg Öztürk Große Mühlenstiege 12 a",
                    "Sehr geehrte Frau Dr. Ďuriš-Şengül, sehr geehrter Herr Öztürk,",
                    "gesetzlich vertreten",
                ],
            );
            says_not(text, &["§ 14 Abs. 3", "in Vollmacht", "§ 122"]);
        }
        says(texts.last().unwrap(), law.as_slice());
    }
}

/// A proxy is written to alone, a firm of lawyers as a firm, and told whose letter it is (§ 14 (3) VwVfG, § 122 (1) AO).
#[test]
fn a_proxy_is_written_to_as_proxy() {
    let town = hall();
    for (slug, kind, law) in [
        ("gewerbe-anmeldung", "empfangsbescheinigung", "(§ 14 Abs. 3 VwVfG NRW)"),
        ("fundsache", "finderbescheinigung", "(§ 14 Abs. 3 VwVfG NRW)"),
        ("hundesteuer-anmeldung", "bescheid", "(§ 122 Abs. 1 AO)"),
    ] {
        let mut intake = intake(&town, slug, AppearsAs::Proxy, json!({}));
        intake.participants.push(acts(&town, &LAWYERS));
        let case = file(&town, &intake).case;
        if kind == "bescheid" {
            let (reasons, conditions) = (String::new(), Vec::new());
            let grant = Act::Decide { outcome: Outcome::Granted, reasons, conditions };
            town.desk.act(&town.clerk, case, grant).unwrap();
        }
        let text = paper(&town, case, kind, &format!("proxy-{slug}"));
        says(
            &text,
            &["Ostendarp & Søn Rechtsanwälte PartG mbB Kanzleiweg 7", "Sehr geehrte Damen und Herren,", law],
        );
        says(&text, &["in Vollmacht auftreten"]);
        says_not(&text, &["gesetzlich vertreten", "§ 34 Abs. 1"]);
    }
}

/// The trader is the company, not the person who stands there for it; it is written to at its place of business.
#[test]
fn a_company_is_named_and_written_to_as_the_trader() {
    let town = hall();
    let company = json!({
        "rechtsform": "gmbh",
        "eingetragener_name": "Radwerk Gescher GmbH",
        "registereintrag": "Coesfeld HRB 12345",
        "zahl_vertreter": 1,
    });
    let case =
        file(&town, &intake(&town, "gewerbe-anmeldung", AppearsAs::Representative, company.clone())).case;
    let text = paper(&town, case, "empfangsbescheinigung", "company");
    says(
        &text,
        &[
            "Radwerk Gescher GmbH z. Hd. Zdeňka Ayşe Ďuriš-Şengül Hofstraße 23 48712 Gescher",
            "Sehr geehrte Damen und Herren,",
            "Gewerbetreibende Radwerk Gescher GmbH",
            "Gesetzlich vertreten durch Zdeňka Ayşe Ďuriš-Şengül",
            "33,00 €",
        ],
    );
    says_not(&text, &["Gewerbetreibende Person", "Mühlenstiege", "Sehr geehrte Frau", "§ 14 Abs. 3"]);
    says(&paper(&town, case, "quittung", "company-receipt"), &["Radwerk Gescher GmbH"]);
    let mut by_proxy = intake(&town, "gewerbe-anmeldung", AppearsAs::Proxy, company);
    by_proxy.participants.push(acts(&town, &LAWYERS));
    let case = file(&town, &by_proxy).case;
    let text = paper(&town, case, "empfangsbescheinigung", "company-proxy");
    says(
        &text,
        &[
            "Ostendarp & Søn Rechtsanwälte PartG mbB Kanzleiweg 7",
            "weil Sie für Radwerk Gescher GmbH in Vollmacht auftreten (§ 14 Abs. 3 VwVfG NRW)",
        ],
    );
    // A domestic stock corporation names nobody who represents it (GewA 1, fields 4 to 11).
    let corporation = json!({
        "rechtsform": "ag",
        "eingetragener_name": "Westmünsterländer Æthelþryð-Werke AG",
        "registereintrag": "Coesfeld HRB 1",
        "betriebsleiter": "Öztürk, Jörg",
    });
    let mut corporation = intake(&town, "gewerbe-anmeldung", AppearsAs::InWriting, corporation);
    for path in ["familienname", "vornamen", "geschlecht", "geburtsdatum", "geburtsort", "geburtsland"] {
        corporation.answers.set(path, Value::Null);
    }
    corporation.answers.set("staatsangehoerigkeit", json!([]));
    corporation.answers.set("anschrift", Value::Null);
    let case = file(&town, &corporation).case;
    let text = paper(&town, case, "empfangsbescheinigung", "corporation");
    says(
        &text,
        &[
            "Westmünsterländer Æthelþryð-Werke AG Hofstraße 23 48712 Gescher",
            "Gewerbetreibende Westmünsterländer Æthelþryð-Werke AG",
        ],
    );
    says_not(&text, &["z. Hd.", "Gesetzlich vertreten"]);
    // A merchant is the trader in person, whatever stands in the register.
    let merchant = json!({
        "rechtsform": "eingetragener_kaufmann",
        "eingetragener_name": "Radwerk Ďuriš e. K.",
        "registereintrag": "Coesfeld HRA 7",
    });
    let case = file(&town, &intake(&town, "gewerbe-anmeldung", AppearsAs::InPerson, merchant)).case;
    let text = paper(&town, case, "empfangsbescheinigung", "merchant");
    says(
        &text,
        &[
            "Gewerbetreibende Person Zdeňka Ayşe Ďuriš-Şengül",
            "Eingetragener Name Radwerk Ďuriš e. K.",
            "Sehr geehrte Frau Ďuriš-Şengül,",
        ],
    );
}

/// One name only, and no address that could be told: the name alone, and nothing instead of what is not there.
#[test]
fn who_has_one_name_and_no_fixed_address_gets_a_letter_all_the_same() {
    let town = hall();
    let changes = json!({ "familienname": "Suharto", "vornamen": null, "geburtsdatum": "1990-00-00" });
    let mut intake = intake(&town, "hundesteuer-anmeldung", AppearsAs::InPerson, changes);
    intake.answers.set("anschrift", json!({ "ohne_festen_wohnsitz": true }));
    let problems = town.desk.assess(&town.clerk, &intake).unwrap().problems;
    assert!(!problems.iter().any(amtsstube::domain::problem::Problem::is_error), "{problems:#?}");
    let case = file(&town, &intake).case;
    let text = paper(&town, case, "eingangsbestaetigung", "one-name");
    says(&text, &["Guten Tag Suharto,", "1990"]);
    says_not(&text, &["00.00", "  ", "ohne_"]);
}

/// § 33 (3) No. 3 VwVfG: the copy is for one authority only where no authority issued the original. § 34 (3) No. 2: a note
/// says whether the signature was made or acknowledged before the clerk.
#[test]
fn certification_notes_say_what_was_done() {
    let town = hall();
    let copy = |by_authority: bool, name: &str| {
        let changes = json!({ "aussteller_behoerde": by_authority });
        let case = file(&town, &intake(&town, "beglaubigung", AppearsAs::InPerson, changes)).case;
        paper(&town, case, "vermerk", name)
    };
    let only = "nur zur Vorlage bei folgender Behörde erteilt: Universität Münster";
    says(
        &copy(false, "copy-private"),
        &[only, "eine Ablichtung", "stimmt mit dem vorgelegten Schriftstück überein"],
    );
    says_not(&copy(true, "copy-authority"), &["nur zur Vorlage"]);
    for (how, wanted, other) in [
        ("vollzogen", "in meiner Gegenwart unterschrieben", "anerkannt"),
        ("anerkannt", "in meiner Gegenwart als ihre eigene anerkannt", "Gegenwart unterschrieben"),
    ] {
        let changes = json!({
            "art": "unterschrift",
            "schriftstueck": "Vollmacht vom 20.11.2026",
            "unterzeichner": "Käthe Nienhaus",
            "vollzug": how,
            "ohne_text": false,
            "oeffentlich": false,
            "vorlage_bei": "Kreis Borken",
        });
        let case = file(&town, &intake(&town, "beglaubigung", AppearsAs::InPerson, changes)).case;
        let text = paper(&town, case, "vermerk_unterschrift", &format!("signature-{how}"));
        says(&text, &[wanted, "Personalausweis", "Käthe Nienhaus", "bestimmt: Kreis Borken", "9,00 €"]);
        says_not(&text, &[other]);
    }
}

/// §§ 971 to 978 BGB: what a finder may expect depends on the value, the place, and what they waive.
#[test]
fn a_finder_is_told_just_their_own_rights() {
    let town = hall();
    let text = |changes: Value, name: &str| {
        let case = file(&town, &intake(&town, "fundsache", AppearsAs::InPerson, changes)).case;
        paper(&town, case, "finderbescheinigung", name)
    };
    let usual = text(json!({}), "find");
    says(
        &usual,
        &["mit Ablauf des 24.05.2027", "sechs Monate nach Ihrer Anzeige (§ 973 Abs. 1 BGB)", "120,00 €"],
    );
    says_not(&usual, &["§ 973 Abs. 2", "§ 978", "§ 976"]);
    let small = text(json!({ "wert": 1000 }), "find-small");
    says(&small, &["mit Ablauf des 20.05.2027", "sechs Monate nach dem Fund", "§ 973 Abs. 2 BGB"]);
    says_not(&small, &["§ 973 Abs. 1"]);
    let office = text(json!({ "oeffentliche_stelle": true }), "find-office");
    says(&office, &["nicht durch den Fund erworben (§ 978 BGB)", "§ 978 Abs. 2 BGB"]);
    says_not(&office, &["§ 973", "§ 971", "2027"]);
    let waived = text(json!({ "eigentum": false, "finderlohn": false }), "find-waived");
    says(&waived, &["erwirbt die Gemeinde des Fundorts das Eigentum daran (§ 976 Abs. 1 BGB)"]);
    says_not(&waived, &["§ 973", "Finderlohn"]);
    let unnamed = text(json!({ "ungenannt": true }), "find-unnamed");
    says(&unnamed, &["Guten Tag,", "§ 976 Abs. 1 BGB"]);
    says_not(&unnamed, &["Ößmann", "Finderlohn"]);
}

/// Whether a text has a day as the program stores it: four digits, two, two.
fn iso_day(text: &str) -> Option<&str> {
    let is = |at: &[u8]| {
        let digit = |places: std::ops::Range<usize>| at[places].iter().all(u8::is_ascii_digit);
        digit(0..4) && at[4] == b'-' && digit(5..7) && at[7] == b'-' && digit(8..10)
    };
    let found = text.as_bytes().windows(10).position(is)?;
    text.get(found..found + 10)
}

/// Every paper of every service as it is issued, with every choice once: no day as the program stores it, no name of a field, a
/// choice or a document, nothing that was not filled in.
#[test]
fn no_paper_speaks_the_words_of_the_program() {
    let town = hall();
    town.desk.set_town(&town.admin, &rest(&town)).unwrap();
    let services = town.desk.catalogue().find("", town.desk.today());
    // What the Kreis decides is not taken in here.
    for service in services.into_iter().filter(|service| service.responsible == Responsible::Town) {
        let mut words: Vec<String> = Vec::new();
        for field in service.fields().flat_map(amtsstube::catalogue::Field::all) {
            words.push(field.id.clone());
            words.extend(field.options().iter().map(|choice| choice.id.clone()));
        }
        words.extend(service.documents.iter().map(|document| document.id.clone()));
        words.extend(["in_person", "in_writing", "letter_box", "persoenlich_bekannt"].map(str::to_owned));
        // A word that a person could have written proves nothing.
        words.retain(|word| word.contains('_') || word.contains("ae") || word.contains("oe"));
        let most = service.fields().map(|field| field.options().len()).max().unwrap_or(0);
        for round in 0..most.max(1) {
            let mut intake = intake(&town, &service.slug, AppearsAs::InPerson, json!({}));
            for field in service.fields().filter(|field| !field.options().is_empty()) {
                let options = field.options();
                let choice = json!(options[round % options.len()].id);
                let one = matches!(field.kind, amtsstube::catalogue::FieldKind::Choice(_));
                let before = intake.answers.clone();
                intake.answers.set(&field.path, if one { choice } else { json!([choice]) });
                if town.desk.assess(&town.clerk, &intake).unwrap().errors().next().is_some() {
                    intake.answers = before;
                }
            }
            intake.participants[0].seen = Some("persoenlich_bekannt".to_owned());
            let case = file(&town, &intake).case;
            if service.steps.contains_key("decided") {
                let outcome = if round == 0 { Outcome::Granted } else { Outcome::Refused };
                let reasons = "Die Angaben sind geprüft.".to_owned();
                let decide = Act::Decide { outcome, reasons, conditions: Vec::new() };
                let unheard = (outcome == Outcome::Refused).then(crate::decision::unheard);
                let all = unheard.into_iter().chain([decide]).collect();
                town.desk.act_all(&town.clerk, case, all).unwrap();
            }
            for row in town.desk.papers_of(&town.clerk, case).unwrap() {
                let name = format!("all-{}-{round}-{}", service.slug, row.kind);
                let text = paper(&town, case, &row.kind, &name);
                assert_eq!(iso_day(&text), None, "{name}: {text}");
                says_not(&text, &["{", "}", "null", "true", "false"]);
                let told: Vec<&str> = text
                    .split(|c: char| !c.is_alphanumeric() && c != '_')
                    .filter(|word| words.iter().any(|own| own == word))
                    .collect();
                assert!(told.is_empty(), "{name} says {told:?}: {text}");
            }
        }
    }
}
