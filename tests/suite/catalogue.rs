//! Trade notices by the numbers of the official form, ordinary and awkward, give exactly the errors, warnings, fees
//! and receivers that stand beside them; released services are the bytes they were released as.

use amtsstube::catalogue::{Catalogue, FieldKind, Situation, check, evaluate};
use amtsstube::domain::answers::Answers;
use amtsstube::domain::assessment::Assessment;
use amtsstube::domain::case::{AppearsAs, Channel};
use amtsstube::domain::id::Digest;
use amtsstube::domain::problem::Severity;
use amtsstube::domain::town::Town;
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

use crate::harness::project;

#[derive(Deserialize)]
struct Notices {
    cases: Vec<Notice>,
}

/// A notice as a citizen brings it, and how it has to be judged.
#[derive(Deserialize)]
pub struct Notice {
    pub name: String,
    fields: Map<String, Value>,
    /// Answers by field id, put beside the converted ones.
    #[serde(default)]
    answers: Map<String, Value>,
    pub errors_at: BTreeSet<String>,
    pub warnings_at: BTreeSet<String>,
    pub fee_cents_unconfirmed: Option<i64>,
    receivers_include: Vec<String>,
    receivers_exclude: Vec<String>,
}

/// The notices of a file among the formats.
pub fn notices(file: &str) -> Vec<Notice> {
    let text = std::fs::read_to_string(project().join("tests/formats").join(file)).unwrap();
    serde_json::from_str::<Notices>(&text).unwrap().cases
}

fn received_on() -> NaiveDate {
    "2026-11-24".parse().unwrap()
}

fn assess(answers: &Answers) -> Assessment {
    assess_as("gewerbe-anmeldung", answers)
}

fn assess_as(slug: &str, answers: &Answers) -> Assessment {
    let service = Catalogue::built_in().current(slug, received_on()).unwrap();
    let town = Town::of([("ags", "05554016")]);
    let situation = Situation {
        today: received_on(),
        received_on: received_on(),
        town: &town,
        documents_seen: &BTreeSet::new(),
        brought: None,
        appears_as: AppearsAs::InPerson,
        channel: Channel::Counter,
    };
    evaluate(service, answers, &situation)
}

fn receiver(name: &str) -> &'static str {
    match name {
        "IHK" => "ihk",
        "HWK" => "hwk",
        "Finanzamt" => "finanzamt",
        "Statistik" => "statistik",
        "DGUV" => "dguv",
        "Lebensmittel/Tier" => "lebensmittel",
        "Ausländerbehörde" => "auslaenderbehoerde",
        "Registergericht" => "registergericht",
        other => panic!("no receiving body for {other}"),
    }
}

/// Where something is told, by the number on the form.
pub fn numbers(assessment: &Assessment, severity: Severity) -> BTreeSet<String> {
    let told = assessment.problems.iter().filter(|problem| problem.severity == severity);
    told.map(|problem| problem.no.clone().unwrap_or_else(|| problem.field.clone())).collect()
}

fn judged(file: &str) {
    let mut faults = Vec::new();
    let notices = notices(file);
    for notice in &notices {
        let assessment = assess(&answers(notice));
        let told: Vec<_> = assessment.problems.iter().map(|p| format!("{} {}", p.field, p.id)).collect();
        let mut fault = |what: String| faults.push(format!("{}: {what}; {told:?}", notice.name));
        let (errors, warnings) =
            (numbers(&assessment, Severity::Error), numbers(&assessment, Severity::Warning));
        if errors != notice.errors_at {
            fault(format!("errors at {errors:?}, not {:?}", notice.errors_at));
        }
        if warnings != notice.warnings_at {
            fault(format!("warnings at {warnings:?}, not {:?}", notice.warnings_at));
        }
        // Where there are errors nothing is filed, so nothing is charged.
        let fee = errors.is_empty().then(|| assessment.total().0);
        if fee != notice.fee_cents_unconfirmed {
            fault(format!("fee {fee:?}, not {:?}", notice.fee_cents_unconfirmed));
        }
        assert!(assessment.charges.iter().all(|charge| !charge.confirmed), "the town confirms the fee");
        let told: BTreeSet<&str> = assessment.receivers.iter().map(|receiver| receiver.id.as_str()).collect();
        let missing = notice.receivers_include.iter().filter(|name| !told.contains(receiver(name)));
        let surplus = notice.receivers_exclude.iter().filter(|name| told.contains(receiver(name)));
        let wrong: Vec<_> = missing.chain(surplus).collect();
        if !wrong.is_empty() {
            fault(format!("receivers {told:?}, wrong {wrong:?}"));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn ten_trade_notices_are_judged_as_they_should_be() {
    assert_eq!(notices("trade-notices.json").len(), 10);
    judged("trade-notices.json");
}

#[test]
fn worse_trade_notices_are_judged_as_they_should_be() {
    assert!(notices("trade-notices-more.json").len() >= 5);
    judged("trade-notices-more.json");
}

#[test]
fn every_problem_fee_and_date_has_its_sentence_and_its_remedy() {
    let german = std::fs::read_to_string(project().join("assets/i18n/de/amtsstube.ftl")).unwrap();
    let says = |id: &str| german.contains(&format!("\n{id} ="));
    let all = notices("trade-notices.json").into_iter().chain(notices("trade-notices-more.json"));
    let mut silent = BTreeSet::new();
    for notice in all {
        let assessment = assess(&answers(&notice));
        for problem in assessment.problems.iter().filter(|problem| problem.says.is_none()) {
            silent.extend(
                [problem.id.clone(), format!("{}-remedy", problem.id)].into_iter().filter(|id| !says(id)),
            );
        }
        let why = assessment.charges.iter().flat_map(|charge| &charge.why);
        let steps = why.chain(assessment.due.iter().flat_map(|due| &due.why));
        silent.extend(steps.map(|step| step.id.clone()).filter(|id| !says(id)));
    }
    for service in Catalogue::built_in().services() {
        let assessment = assess_as(&service.slug, &service.example);
        let why = assessment.charges.iter().chain(&assessment.levies).flat_map(|charge| &charge.why);
        let steps = why.chain(assessment.due.iter().flat_map(|due| &due.why));
        silent.extend(steps.map(|step| step.id.clone()).filter(|id| !says(id)));
    }
    assert_eq!(silent, BTreeSet::new());
}

/// Whatever a letter cannot be without comes from the service or is known of every case.
#[test]
fn what_a_letter_needs_is_filled_by_the_service() {
    let known = [
        "case_number",
        "service",
        "notice",
        "received_on",
        "reported_on",
        "decided_by",
        "decision_title",
        "status_code",
        "place",
        "filed",
        "filed_acc",
        "filed_dat",
        "unsigned_law",
        "copy_law",
        "signature_law",
    ];
    let seen = ["signed_by", "identity_seen", "receipt_number", "total", "payment"];
    let tax = ["tax_amount", "tax_why", "tax_basis", "tax_year", "tax_from", "tax_first"];
    let notice = ["objection_body", "objection_address"];
    for service in Catalogue::built_in().services() {
        for paper in &service.papers {
            let Some(letter) = &paper.letter else { continue };
            let text =
                std::fs::read_to_string(project().join(format!("assets/letters/{letter}.toml"))).unwrap();
            let file: toml::Table = text.parse().unwrap();
            for needed in file["needs"].as_array().unwrap().iter().filter_map(|name| name.as_str()) {
                let by_itself = [&known[..], &seen, &tax, &notice].concat().contains(&needed);
                assert!(
                    by_itself || paper.fill.contains_key(needed),
                    "{}: {letter} needs {needed}",
                    service.slug
                );
            }
        }
    }
}

#[test]
fn all_33_fields_of_the_form_are_asked() {
    let service = Catalogue::built_in().current("gewerbe-anmeldung", received_on()).unwrap();
    let asked: BTreeSet<u8> = service.fields().filter_map(|field| field.no.as_ref()?.parse().ok()).collect();
    assert_eq!(asked, (1..=33).collect());
    assert!(service.fields().any(|field| field.kind == FieldKind::Signature));
}

#[test]
fn each_receiving_body_sees_its_fields_and_no_other() {
    let service = Catalogue::built_in().current("gewerbe-anmeldung", received_on()).unwrap();
    let bodies = &service.receiving.as_ref().unwrap().bodies;
    let count = |id: &str| bodies.iter().find(|body| body.id == id).map(|body| body.fields.len());
    assert_eq!([count("ihk"), count("finanzamt"), count("eichbehoerde")], [Some(27), Some(21), Some(9)]);
    assert_eq!(count("registergericht"), None, "GewA 1 never goes to the register court");
    assert_eq!(bodies.len(), 14);
}

#[test]
fn letters_and_forms_that_services_name_exist() {
    let papers = Catalogue::built_in().services().flat_map(|service| &service.papers);
    for paper in papers {
        let (folder, name) = match (&paper.letter, &paper.form) {
            (Some(letter), _) => ("letters", letter),
            (_, Some(form)) => ("forms", form),
            _ => panic!("{} is neither letter nor form", paper.kind),
        };
        let path = project().join(format!("assets/{folder}/{name}.toml"));
        assert!(path.is_file(), "{} names {}", paper.kind, path.display());
    }
}

#[test]
fn a_folder_of_services_is_read_like_the_built_in_one() {
    let read =
        Catalogue::load_dir(&project().join("assets/services")).unwrap_or_else(|told| panic!("{told:?}"));
    assert_eq!(read.services().count(), Catalogue::built_in().services().count());
    let every = ["assets/services", "assets/codes/gewanzv"].map(|folder| project().join(folder));
    let known = std::fs::read_to_string(project().join("src/catalogue/built_in.rs")).unwrap();
    for path in every.iter().flat_map(|folder| toml_files(folder)) {
        let name = path.strip_prefix(project().join("assets")).unwrap().to_str().unwrap().to_owned();
        assert!(known.contains(&format!("\"{name}\"")), "{name} is not built in");
    }
    assert_eq!(check(&[]), []);
}

fn toml_files(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(toml_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            found.push(path);
        }
    }
    found
}

/// Frozen: a case keeps the version it began with, so a released file never changes. A new wording is a new version.
#[test]
fn released_services_are_what_they_were() {
    let folder = project().join("assets/services");
    let list = std::fs::read_to_string(folder.join("FROZEN")).unwrap();
    for line in list.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let [slug, version, digest] = line.split_whitespace().collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        let bytes = std::fs::read(folder.join(slug).join(format!("{version}.toml"))).unwrap();
        assert_eq!(
            Digest::of(&[&bytes]).to_string(),
            digest,
            "{slug} {version} was released and has changed"
        );
    }
}

// -------------------------------------------------------- from the numbers of the form to the service's answers

/// A notice as the service asks it.
pub fn answers(notice: &Notice) -> Answers {
    let mut answers = Answers::default();
    answers.set("rechtsform", legal_form(notice).into());
    for (no, value) in &notice.fields {
        put(&mut answers, no, value);
    }
    for (path, value) in &notice.answers {
        answers.set(path, value.clone());
    }
    answers
}

/// The form has no field for it: it stands in the registered name.
fn legal_form(notice: &Notice) -> &'static str {
    let name = notice.fields.get("1").and_then(Value::as_str).unwrap_or_default();
    let forms = [("GbR", "gbr"), ("GmbH", "gmbh"), ("UG", "ug"), ("AG", "ag"), ("OHG", "ohg")];
    let word = |form: &str| name.split([' ', '(', ')']).any(|word| word == form);
    forms.into_iter().find(|(form, _)| word(form)).map_or("natuerliche_person", |(_, id)| id)
}

/// Simple fields by number.
const SIMPLE: &[(&str, &str)] = &[
    ("1", "eingetragener_name"),
    ("2", "registereintrag"),
    ("3", "geschaeftsbezeichnung"),
    ("4", "familienname"),
    ("5", "vornamen"),
    ("6", "geschlecht"),
    ("7", "geburtsname"),
    ("8", "geburtsdatum"),
    ("10", "staatsangehoerigkeit"),
    ("12", "zahl_vertreter"),
    ("13", "oeffentliche_hand"),
    ("14", "betriebsleiter"),
    ("19", "nebenerwerb"),
    ("20", "beginn"),
    ("21", "betriebsart"),
    ("24", "reisegewerbe"),
    ("25", "grund"),
    ("26", "frueherer_name"),
    ("32", "datum"),
];

fn put(answers: &mut Answers, no: &str, value: &Value) {
    if let Some((_, id)) = SIMPLE.iter().find(|(number, _)| *number == no) {
        answers.set(id, value.clone());
        return;
    }
    let renamed = |names: &[(&str, &str)]| rename(value, names);
    match no {
        "9" => {
            let text = value.as_str().unwrap();
            let (place, country) = text.rsplit_once(", ").unwrap_or((text, ""));
            answers.set("geburtsort", place.into());
            answers.set("geburtsland", country.into());
        }
        "11" => answers.set("anschrift", home(value)),
        "15" => answers.set("betriebsstaette", renamed(ADDRESS)),
        "16" => answers.set("hauptniederlassung", renamed(ADDRESS)),
        "17" => answers.set("fruehere_betriebsstaette", renamed(ADDRESS)),
        "18" => {
            let items = value.as_array().map(|items| {
                items
                    .iter()
                    .map(|item| rename(item, &[("text", "text"), ("wz", "wz"), ("main", "schwerpunkt")]))
            });
            answers.set("taetigkeit", items.map_or_else(|| value.clone(), Iterator::collect));
        }
        "22" => answers.set(
            "taetige_personen",
            renamed(&[("full", "vollzeit"), ("part", "teilzeit"), ("none", "keine")]),
        ),
        "23" => {
            let kinds = BTreeMap::from([
                ("haupt", "hauptniederlassung"),
                ("zweig", "zweigniederlassung"),
                ("unselbst", "unselbststaendige_zweigstelle"),
            ]);
            answers.set("niederlassung", kinds[value.as_str().unwrap()].into());
        }
        "27" if value.get("unknown").is_some() => {
            answers.set(
                "unfallversicherung",
                json!({ "traeger_unbekannt": true, "mitgliedsnummer_unbekannt": true }),
            );
        }
        "27" => {
            answers.set("unfallversicherung", renamed(&[("body", "traeger"), ("member", "mitgliedsnummer")]));
        }
        "28" => answers.set("erlaubnis", renamed(PERMIT)),
        "29" => answers.set("handwerkskarte", renamed(PERMIT)),
        "30" => answers.set("aufenthaltstitel", renamed(PERMIT)),
        "31" => answers.set("auflage", renamed(&[("has", "vorhanden"), ("text", "angabe")])),
        "extra_sheet" => {
            let names = [("4", "familienname"), ("5", "vornamen"), ("8", "geburtsdatum")];
            let items = value.as_array().unwrap().iter().map(|item| rename(item, &names));
            answers.set("weitere_vertreter", items.collect());
        }
        other => answers.set(other, value.clone()),
    }
}

const ADDRESS: &[(&str, &str)] = &[
    ("street", "strasse"),
    ("no", "hausnummer"),
    ("postcode", "plz"),
    ("place", "ort"),
    ("phone", "telefon"),
];
const PERMIT: &[(&str, &str)] =
    &[("has", "vorhanden"), ("date", "datum"), ("authority", "behoerde"), ("chamber", "behoerde")];

/// Without a fixed address, the address says where letters arrive.
fn home(value: &Value) -> Value {
    if value.get("no_fixed_address").is_none() {
        return rename(value, ADDRESS);
    }
    let mut home = rename(value.get("delivery").unwrap_or(&Value::Null), ADDRESS);
    home["ohne_festen_wohnsitz"] = true.into();
    home
}

/// A group with its parts renamed; what has no new name keeps its own, and what is no group stays as it is.
fn rename(value: &Value, names: &[(&str, &str)]) -> Value {
    let Some(parts) = value.as_object() else { return value.clone() };
    let new = |name: &String| {
        names.iter().find(|(old, _)| old == name).map_or(name.clone(), |(_, new)| (*new).to_owned())
    };
    Value::Object(parts.iter().map(|(name, value)| (new(name), value.clone())).collect())
}
