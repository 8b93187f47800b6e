//! Bundled letters are sound, wrong ones are named by line.

use chrono::NaiveDate;

use super::*;

fn faults(text: &str) -> Vec<(usize, Fault)> {
    check("probe/1.toml", text).into_iter().map(|problem| (problem.line, problem.fault)).collect()
}

#[test]
fn every_bundled_letter_is_sound() {
    assert!(names().len() >= 7, "{:?}", names());
    for name in names() {
        if let Err(error) = load(&name) {
            panic!("{error}");
        }
    }
}

#[test]
fn all_faults_are_told_at_once_with_their_lines() {
    let text = r#"
title = { de = "Probe {nirgends}" }
sheet = "plain"
needs = ["number"]
may = ["due"]
tables = { rows = 2 }

[[block]]
text = { de = "Bis {due}, {number" }

[[block]]
table = "rows"
shares = [1, 2, 3]

[[block]]
when = ["nichts"]
list = "other"
"#;
    let expected = [
        (2, Fault::UnknownPlaceholder("nirgends".into())),
        (9, Fault::Unguarded("due".into())),
        (9, Fault::OpenBrace),
        (12, Fault::Columns { what: "shares", found: 3, columns: 2 }),
        (16, Fault::UnknownCondition("nichts".into())),
        (17, Fault::UnknownTable("other".into())),
    ];
    assert_eq!(faults(text), expected);
}

#[test]
fn a_wrong_key_names_its_line() {
    let found = faults("title = { de = \"x\" }\nsheet = \"plain\"\nbloc = 1\n");
    assert!(matches!(found.as_slice(), [(3, Fault::Syntax(_))]), "{found:?}");
}

#[test]
fn a_block_that_says_two_things_is_a_fault() {
    let found =
        faults("title = { de = \"x\" }\nsheet = \"plain\"\n[[block]]\ngap = 1\ntext = { de = \"y\" }\n");
    assert_eq!(found, [(5, Fault::Kinds)]);
}

#[test]
fn missing_values_are_all_named() {
    let values = Values::new(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()).with("total", " ");
    let error = render("quittung/1", &values, &Letterhead::default()).unwrap_err();
    let names = vec!["receipt_number".to_owned(), "total".into(), "payment".into()];
    assert_eq!(error, PaperError::MissingValues { letter: "quittung/1".into(), names });
    let error = render("gibt-es-nicht/1", &values, &Letterhead::default()).unwrap_err();
    assert_eq!(error, PaperError::NoSuchLetter("gibt-es-nicht/1".into()));
}

#[test]
fn a_letter_without_the_wanted_language_stays_german_and_says_so() {
    let mut values = Values::new(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap())
        .with("receipt_number", "A-2026-000001")
        .with("total", "5,00 €")
        .with("payment", "bar");
    values.lang = "en".into();
    let doc = draw::draw(load("quittung/1").unwrap(), &values, &Letterhead::default()).unwrap();
    assert_eq!(doc.lang, "de-DE");
}
