//! Bundled letters are sound; a letter is drawn with all that it needs or not at all.

use chrono::NaiveDate;

use super::*;
use crate::paper::page::{Child, Document, Draw, Node, Role, Run};

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

/// What is written on a page, with what kind of element holds it.
fn written<'a>(nodes: &'a [Node], page: usize, found: &mut Vec<(Role, &'a Run)>) {
    for node in nodes {
        for kid in &node.kids {
            match kid {
                Child::Node(inner) => written(std::slice::from_ref(inner), page, found),
                Child::Content(content) if content.page == page => {
                    found.extend(content.draws.iter().filter_map(|draw| match draw {
                        Draw::Text(run) => Some((node.role, run)),
                        _ => None,
                    }));
                }
                Child::Content(_) => {}
            }
        }
    }
}

/// A receipt of intake with that many answers, of which each second one is long.
fn intake(answers: usize, large: bool) -> Document {
    let row = |at: usize| vec![format!("Angabe {at}"), "Antwort des Antragstellers. ".repeat(1 + at % 2 * 5)];
    let mut values = Values::new(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap())
        .with("case_number", "32.10-2026-A-00417")
        .with("service", "Gewerbe-Anmeldung")
        .with("received_on", "20.11.2026")
        .with("status_code", "K7QF-3MZ9-TX2R")
        .with("filed", "Ihre Anzeige")
        .with("filed_acc", "Ihre Anzeige")
        .with("fee", "26,00 €")
        .with_table("answers", (1..=answers).map(row).collect())
        .with_table("documents", vec![vec!["Personalausweis".into()]]);
    values.large = large;
    draw::draw(load("eingangsbestaetigung/2").unwrap(), &values, &Letterhead::default()).unwrap()
}

#[test]
fn no_page_ends_with_a_heading_and_the_last_one_has_more_than_the_close() {
    let mut several = 0;
    for (answers, large) in
        (0..48).map(|answers| (answers, false)).chain((0..12).map(|answers| (answers, true)))
    {
        let doc = intake(answers, large);
        for page in 0..doc.pages.len() {
            let mut found = Vec::new();
            written(&doc.tree, page, &mut found);
            let lowest = found.iter().max_by(|(_, a), (_, b)| a.y.total_cmp(&b.y)).unwrap();
            assert!(lowest.0 != Role::H2, "{answers}: page {page} ends with {:?}", lowest.1.text);
        }
        let last = doc.pages.len() - 1;
        several += usize::from(last > 0);
        let mut found = Vec::new();
        written(&doc.tree, last, &mut found);
        let close = found.iter().position(|(_, run)| run.text.contains("Abfragecode")).unwrap();
        assert!(close > 0, "{answers}: the last page begins with the code");
    }
    assert!(several > 30, "{several}");
}

#[test]
fn a_letter_needs_no_colour_and_every_word_stands_out_from_the_paper() {
    let doc = intake(9, false);
    let mut found = Vec::new();
    written(&doc.tree, 0, &mut found);
    for (_, run) in found {
        let grey = run.ink.0 == run.ink.1 && run.ink.1 == run.ink.2;
        assert!(grey && crate::paper::accent::contrast(run.ink) >= 7.0, "{:?} is {:?}", run.text, run.ink);
    }
}

#[test]
fn large_print_tells_the_same_in_letters_of_16_points_and_leaves_the_window_alone() {
    let (usual, large) = (intake(4, false), intake(4, true));
    let told = |doc: &Document| {
        let mut words = Vec::new();
        for page in 0..doc.pages.len() {
            let mut found = Vec::new();
            written(&doc.tree, page, &mut found);
            words.extend(found.iter().flat_map(|(_, run)| run.text.split_whitespace().map(str::to_owned)));
        }
        words.sort();
        words
    };
    assert_eq!(told(&usual), told(&large));
    let mut found = Vec::new();
    written(&large.tree, 0, &mut found);
    for (_, run) in found.iter().filter(|(_, run)| run.y > 98.0) {
        assert!(run.size >= 16.0, "{:?} has {} points", run.text, run.size);
    }
}

/// Amounts stand beneath one another, those that were handed over and went back as well.
#[test]
fn on_a_receipt_every_amount_ends_at_one_edge() {
    let row = |cells: &[&str]| cells.iter().map(ToString::to_string).collect::<Vec<_>>();
    let values = Values::new(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap())
        .with("receipt_number", "A-2026-000001")
        .with("total", "26,00 €")
        .with("payment", "bar")
        .with_table("items", vec![row(&["Anmeldung", "Tarif", "26,00 €"])])
        .with_table("cash", vec![row(&["Gegeben", "1.050,00 €"]), row(&["Rückgeld", "1.024,00 €"])]);
    let doc = draw::draw(load("quittung/1").unwrap(), &values, &Letterhead::default()).unwrap();
    let mut found = Vec::new();
    written(&doc.tree, 0, &mut found);
    let amounts = found.iter().filter(|(_, run)| run.text.ends_with('€'));
    let ends: Vec<f32> = amounts
        .map(|(_, run)| run.x + crate::paper::shape::width(run.face, run.size, &run.text).unwrap())
        .collect();
    assert_eq!(ends.len(), 4, "{found:?}");
    assert!(ends.iter().all(|end| (end - ends[0]).abs() < 0.05), "{ends:?}");
}
