//! A service file that is wrong is refused in words: what, in which line, all of it at once. Uses no service that
//! comes with the program, so that none has to stay as it is.

use crate::harness::{Desk, project};
use amtsstube::catalogue::{File, check};

const NAME: &str = "assets/services/trauzimmer/2026-01-01.toml";

/// A small service without a fault.
const SERVICE: &str = r#"slug = "trauzimmer"
version = "2026-01-01"
name = { de = "Trauzimmer", en = "Wedding room" }
leika = "99089017089001"
filing_plan = "33.10"
responsible = "town"
group = "ordnung"
proxy = "allowed"
person = "required"
regime = "vwvfg"
remedy = "none"
valid = { from = 2026-01-01 }
search = ["heiraten"]
subject = ["raum"]
retention = { from = "case_closed", years = 3, law = "Aufbewahrungsplan der Stadt" }
[[law]]
ref = "§ 11 PStG"
says = { de = "Das Standesamt ist zuständig.", en = "The registry office is responsible." }
[[section]]
id = "termin"
title = { de = "Der Termin", en = "The date" }
[[section.field]]
id = "raum"
type = "choice"
label = { de = "Raum", en = "Room" }
required = true
options = [
    { id = "rathaus", label = { de = "Rathaus", en = "Town hall" } },
    { id = "muehle", label = { de = "Mühle", en = "Mill" } },
]
[[section.field]]
id = "tag"
type = "date"
label = { de = "Tag", en = "Day" }
required = true
[[section.field]]
id = "weg"
type = "yes_no"
label = { de = "Weg zur Mühle bekannt", en = "Knows the way" }
visible = { field = "raum", is = "muehle" }
[[check]]
id = "vergangen"
at = "tag"
when = { field = "tag", before = "received" }
severity = "error"
says = { de = "Der Tag ist vorbei.", en = "The day is over." }
[[document]]
id = "anmeldung"
label = { de = "Anmeldung der Eheschließung", en = "Notice of marriage" }
severity = "warning"
says = { de = "Bitte mitbringen.", en = "Please bring it." }
[[fee]]
id = "raum"
label = { de = "Raum", en = "Room" }
tariff = "Entgeltordnung"
vat = "hoheitlich"
charged = "filed"
confirmed = false
[[fee.amount]]
cents = 5000
[[deadline]]
id = "zusage"
label = { de = "Termin zusagen", en = "Confirm the date" }
from = "received"
kind = "frist"
rule = "weeks"
value = 1
law = "eigene Zusage"
met_by = "eingang"
[[paper]]
kind = "eingang"
label = { de = "Eingangsbestätigung", en = "Acknowledgement" }
letter = "eingangsbestaetigung/2"
at = "filed"
[[step]]
id = "filed"
by = ["counter"]
then = ["closed"]
[[step]]
id = "closed"
by = ["counter"]
by_itself = true
[example]
raum = "muehle"
tag = "2026-12-12"
weg = true
"#;

const EXAMPLE: &str = "[example]\nraum = \"muehle\"\ntag = \"2026-12-12\"\nweg = true\n";

/// What stands there, what is written instead, a word of the line that is named, and the problem.
const FAULTS: &[(&str, &str, &str, &str)] = &[
    ("[[section]]", "[[section]", "[[section]", "catalogue-toml-wrong"),
    ("value = 1", "value = \"eins\"", "eins", "catalogue-value-unfit"),
    ("value = 1", "wert = 1", "wert", "catalogue-key-unknown"),
    ("slug = \"trauzimmer\"", "slug = \"trauung\"", "trauung", "catalogue-file-misnamed"),
    ("leika = \"99089017089001\"", "leika = \"9908901708900\"", "leika", "catalogue-key-malformed"),
    ("2026-01-01 }", "2026-01-01, to = 2025-12-31 }", "version =", "catalogue-validity-ends-first"),
    (", en = \"Room\" }\nrequired", ", en = \"\" }\nrequired", "Raum", "catalogue-translation-missing"),
    ("id = \"tag\"", "id = \"raum\"", "raum", "catalogue-id-twice"),
    ("type = \"date\"", "type = \"datum\"", "datum", "catalogue-type-unknown"),
    ("field = \"raum\", is", "field = \"saal\", is", "saal", "catalogue-field-unknown"),
    ("is = \"muehle\"", "is = \"kirche\"", "kirche", "catalogue-choice-unknown"),
    ("is = \"muehle\" }", "is = \"muehle\", set = true }", "[[section.field]]", "catalogue-condition-shape"),
    ("before = \"received\"", "before = \"gestern\"", "gestern", "catalogue-moment-unknown"),
    ("before = \"received\"", "listed = \"feiertage\"", "feiertage", "catalogue-list-unknown"),
    ("field = \"raum\", is = \"muehle\"", "field = \"weg\", is = true", "weg", "catalogue-circle"),
    ("at = \"tag\"", "at = \"monat\"", "monat", "catalogue-field-unknown"),
    ("cents = 5000", "cents = 5000\nmin = 2\nmax = 1", "[[fee]]", "catalogue-amount-shape"),
    ("cents = 5000", "per = { cents = 1 }", "[[fee]]", "catalogue-amount-shape"),
    ("from = \"received\"\nkind", "from = \"gedruckt\"\nkind", "[[deadline]]", "catalogue-moment-unknown"),
    ("met_by = \"eingang\"", "met_by = \"zusage\"", "zusage", "catalogue-paper-unknown"),
    ("eingangsbestaetigung/2", "einladung/1", "einladung", "catalogue-letter-unknown"),
    (
        "at = \"filed\"",
        "fill = { wetter = \"{raum}\" }\nat = \"filed\"",
        "[[paper]]",
        "catalogue-placeholder-unknown",
    ),
    ("letter = \"ein", "form = \"gewa1/2023\"\nletter = \"ein", "[[paper]]", "catalogue-paper-shape"),
    ("at = \"filed\"", "at = \"gefeiert\"", "gefeiert", "catalogue-step-unknown"),
    ("then = [\"closed\"]", "then = [\"geheiratet\"]", "geheiratet", "catalogue-step-unknown"),
    ("then = [\"closed\"]", "then = [\"closed\"]\nby_itself = true", "filed", "catalogue-step-by-itself"),
    (EXAMPLE, "", "", "catalogue-example-missing"),
    ("filing_plan = \"33.10\"", "filing_plan = \"33.99\"", "33.99", "catalogue-plan-unknown"),
    ("from = \"case_closed\"", "from = \"irgendwann\"", "irgendwann", "catalogue-retention-unknown"),
];

fn file(name: &str, text: &str) -> File {
    File { name: name.to_owned(), text: text.to_owned() }
}

/// Name and place of each problem.
fn told(files: &[File]) -> Vec<(String, String)> {
    check(files).into_iter().map(|problem| (problem.id, problem.field)).collect()
}

#[test]
fn a_service_without_a_fault_is_taken() {
    assert_eq!(check(&[file(NAME, SERVICE)]), []);
}

#[test]
fn every_fault_is_told_with_its_line() {
    let mut wrong = Vec::new();
    for (stands, written, word, problem) in FAULTS {
        let text = SERVICE.replacen(stands, written, 1);
        assert_ne!(text, SERVICE, "{stands} does not stand in the service");
        let told = told(&[file(NAME, &text)]);
        let lines = text.lines().enumerate().filter(|(_, line)| line.contains(word));
        let places: Vec<String> = lines.map(|(at, _)| format!("{NAME}:{}", at + 1)).collect();
        if !told.iter().any(|(id, place)| id == problem && places.contains(place)) {
            wrong.push(format!("{written}: {problem} expected at one of {places:?}, told {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn faults_of_several_files_are_told_at_once_and_in_words() {
    let desk = Desk::new();
    let folder = desk.file("services/trauzimmer");
    std::fs::create_dir_all(&folder).expect("a folder");
    let paths = ["2026-01-01", "2027-01-01"].map(|version| folder.join(format!("{version}.toml")));
    let first =
        SERVICE.replace("is = \"muehle\"", "is = \"kirche\"").replace("type = \"date\"", "type = \"datum\"");
    std::fs::write(&paths[0], first).expect("written");
    std::fs::write(&paths[1], SERVICE).expect("written");
    let args = ["catalogue", "check", paths[0].to_str().unwrap(), paths[1].to_str().unwrap()];
    let problems = desk.refuses(args);
    let words: Vec<String> =
        problems.iter().map(|problem| format!("{} {}", problem["where"], problem["what"])).collect();
    for part in ["2026-01-01.toml:40", "kirche", "datum", "2027-01-01.toml"] {
        assert!(words.iter().any(|word| word.contains(part)), "{part} is not told in {words:#?}");
    }
}

#[test]
fn versions_follow_each_other_without_gap_or_overlap() {
    let second = SERVICE.replace("2026-01-01", "2027-01-01");
    let ends =
        |day: &str| SERVICE.replace("from = 2026-01-01 }", &format!("from = 2026-01-01, to = {day} }}"));
    let next = NAME.replace("2026", "2027");
    let pair = |first: &str| {
        let told = told(&[file(NAME, first), file(&next, &second)]);
        told.into_iter().map(|(id, _)| id).collect::<Vec<_>>()
    };
    assert_eq!(pair(&ends("2026-12-31")), Vec::<String>::new());
    assert_eq!(pair(&ends("2026-12-30")), ["catalogue-validity-gap"]);
    assert_eq!(pair(&ends("2027-01-01")), ["catalogue-validity-overlap"]);
    assert_eq!(pair(SERVICE), ["catalogue-validity-overlap"]);
    let other = SERVICE.replace("trauzimmer", "ambiente");
    let both = [file(NAME, SERVICE), file(&NAME.replace("trauzimmer", "ambiente"), &other)];
    assert_eq!(told(&both).into_iter().map(|(id, _)| id).collect::<Vec<_>>(), ["catalogue-key-twice"]);
}

const PLAN: &str = "assets/filing-plan/2026.toml";

#[test]
fn the_filing_plan_is_whole_and_its_faults_are_told() {
    let text = std::fs::read_to_string(project().join(PLAN)).expect("the plan");
    assert_eq!(check(&[file(PLAN, &text)]), []);
    let faults = [
        ("no = \"32.30\"", "no = \"32.20\"", "catalogue-id-twice"),
        ("no = \"32.30\"", "no = \"33.30\"", "catalogue-plan-number"),
        ("years = 110, ", "", "catalogue-plan-retention"),
        ("years = 110, why", "years = 110, permanent = true, why", "catalogue-plan-retention"),
        ("en = \"Births\"", "en = \"\"", "catalogue-translation-missing"),
        ("years = 110", "jahre = 110", "catalogue-key-unknown"),
    ];
    for (stands, written, problem) in faults {
        let wrong = text.replacen(stands, written, 1);
        let told = told(&[file(PLAN, &wrong)]);
        assert!(
            told.iter().any(|(id, place)| id == problem && place.starts_with(PLAN)),
            "{written}: {told:?}"
        );
    }
}

#[test]
fn a_town_sees_its_old_numbers_beside_the_new_ones() {
    let desk = Desk::demo(0, 1).signed_in("verwaltung", "2468");
    let all = desk.does(["catalogue", "plan"]);
    let entries = all.as_array().expect("entries");
    assert!((115..=130).contains(&entries.len()), "{}", entries.len());
    assert!(entries.iter().any(|entry| entry["law"] == "§ 5 Abs. 5 PStG" && entry["years"] == 110));
    let refused = desk.refuses(["town", "set", "plan.99.10=II/3"]);
    assert_eq!(refused[0]["where"], "plan.99.10");
    let _ = desk.does(["town", "set", "plan.32.10=II/3-12"]);
    let found = desk.does(["catalogue", "plan", "gewerbeanzeigen"]);
    assert_eq!((found[0]["no"].as_str(), found[0]["old"].as_str()), (Some("32.10"), Some("II/3-12")));
}
