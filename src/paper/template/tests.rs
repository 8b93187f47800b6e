//! Bundled letters are sound; a letter is drawn with all that it needs or not at all.

use chrono::NaiveDate;

use super::*;

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
