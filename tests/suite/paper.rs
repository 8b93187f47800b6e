//! Papers as a resident gets them: every letter short and long, read back by foreign tools. Files nothing.

mod archive;
mod codes;
mod course;
mod every;
mod gallery;
mod golden;
mod links;
mod measure;
mod mutants;
mod preflight;
mod reader;
mod samples;
mod signed;
mod sound;
mod tree;
mod universal;

use std::path::{Path, PathBuf};
use std::process::Command;

use amtsstube::paper::canvas::{Canvas, Meta, Style, TextBox};
use amtsstube::paper::page::{Rect, Role};
use amtsstube::paper::template::{names, render};
use amtsstube::paper::{PaperError, Rendered, preview};

use proptest::prelude::*;

use crate::harness::{pictures, project, soak, text_of};

/// Papers are kept beside the suite's pictures, to be looked at.
fn keep(name: &str, paper: &Rendered) -> PathBuf {
    let path = pictures().join(format!("papers/{}.pdf", name.replace('/', "-")));
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, &paper.bytes).unwrap();
    path
}

#[track_caller]
fn tool(name: &str, args: &[&str], file: &Path) -> String {
    let output =
        Command::new(name).args(args).arg(file).output().unwrap_or_else(|_| panic!("{name} is installed"));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{name}: {text}{}", String::from_utf8_lossy(&output.stderr));
    text
}

#[test]
fn every_letter_short_and_long_is_the_same_each_time_and_small() {
    let drawn = |case: &String| every::PAPERS.iter().find(|(known, _)| known == case).map(|(_, paper)| paper);
    for (case, name, mut values) in samples::all() {
        let long = case.ends_with("long");
        let head = if long { samples::head_with_crest() } else { samples::head() };
        values.mark = long.then(every::mark);
        let paper = render(name, &values, &head).unwrap_or_else(|error| panic!("{case}: {error}"));
        assert_eq!(Some(&paper), drawn(&case), "{case}");
        // A letter of one page stays below 45 kB, fonts, arms and payment code included; a page more costs little.
        let most = 45_000 + 3_000 * usize::from(paper.pages.saturating_sub(1));
        assert!(paper.bytes.len() < most, "{case}: {} bytes on {} pages", paper.bytes.len(), paper.pages);
        assert_eq!(preview::pages(&paper.bytes).unwrap(), paper.pages, "{case}");
        let read = text_of(&keep(&case, &paper));
        assert!(!read.contains('{') && !read.contains('\u{fffd}'), "{case}: {read}");
    }
    let covered: Vec<&str> = samples::all().into_iter().map(|(_, name, _)| name).collect();
    assert!(names().iter().all(|name| covered.contains(&name.as_str())), "a letter without a sample");
}

#[test]
fn certification_notes_have_their_mandatory_parts() {
    let paper = render("beglaubigung-abschrift/1", &samples::copy(), &samples::head()).unwrap();
    let text = plain(&paper);
    for part in [
        "Zeugnis der allgemeinen Hochschulreife",
        "stimmt mit dem vorgelegten Schriftstück überein",
        "nur zur Vorlage bei folgender Behörde erteilt: Universität Münster",
        "Gescher, den 22.11.2026",
        "(Dienstsiegel)",
    ] {
        assert!(text.contains(part), "{part} is missing in {text}");
    }
    let paper = render("beglaubigung-unterschrift/1", &samples::signature(), &samples::head()).unwrap();
    let text = plain(&paper);
    for part in
        ["ist echt", "Gewissheit über die Person", "in meiner Gegenwart unterschrieben", "Stelle bestimmt:"]
    {
        assert!(text.contains(part), "{part} is missing in {text}");
    }
}

#[test]
fn a_decision_lacks_nothing_of_the_notice_of_legal_remedy() {
    let text = plain(&render("hundesteuer/2", &samples::dog(true), &samples::head()).unwrap());
    assert!(
        text.contains("innerhalb eines Monats") && text.contains("Marktplatz 1, 48712 Gescher"),
        "{text}"
    );
    let without = samples::dog(false).with("objection_address", "").with("tax_first", "");
    let refused = render("hundesteuer/2", &without, &samples::head()).unwrap_err();
    let PaperError::MissingValues { names, .. } = refused else { panic!("{refused}") };
    assert_eq!(names, ["tax_first", "objection_address"]);
}

#[test]
fn reasons_of_a_page_go_on_with_page_numbers_and_whole_margins() {
    let paper = render("bescheid/3", &samples::decision(true), &samples::head()).unwrap();
    assert!(paper.pages >= 2, "{} pages", paper.pages);
    let path = keep("bescheid-pages", &paper);
    let text = text_of(&path);
    for page in 1..=paper.pages {
        assert!(text.contains(&format!("Seite {page} von {}", paper.pages)), "{text}");
    }
    // Everything stands between 25 mm from the left and 20 mm from the right (the information block reaches 200 mm).
    let boxes = tool("pdftotext", &["-bbox", "-f", "2"], &path);
    let boxes = std::fs::read_to_string(path.with_extension("html")).unwrap_or(boxes);
    let number = |line: &str, name: &str| -> f64 {
        let from = line.split_once(&format!("{name}=\"")).unwrap().1;
        from.split_once('"').unwrap().0.parse().unwrap()
    };
    let words: Vec<&str> = boxes.lines().filter(|line| line.contains("<word")).collect();
    assert!(!words.is_empty(), "{boxes}");
    for word in words {
        let (left, right) = (number(word, "xMin") / 72.0 * 25.4, number(word, "xMax") / 72.0 * 25.4);
        assert!(left > 24.5 && right < 190.5, "{word}");
    }
}

/// Text of a paper on one line, with ordinary spaces.
fn plain(paper: &Rendered) -> String {
    paper.text.join(" ").replace(['\u{202f}', '\n'], " ").replace("  ", " ")
}

#[test]
fn the_data_travel_inside_the_paper() {
    let paper =
        render("eingangsbestaetigung/2", &samples::intake(true), &samples::head_with_crest()).unwrap();
    let path = keep("attachment", &paper);
    let list = tool("pdfdetach", &["-list"], &path);
    assert!(list.contains("daten.json"), "{list}");
    let tree = tool("pdfinfo", &["-struct"], &path);
    for part in ["Document", "H1", "Table", "TH", "L", "Figure"] {
        assert!(tree.lines().any(|line| line.trim().starts_with(part)), "{part} is missing in {tree}");
    }
    let about = tool("pdfinfo", &[], &path);
    for line in ["Tagged:          yes", "Pages:           5", "PDF version:     1.7"] {
        assert!(about.contains(line), "{line} is missing in {about}");
    }
}

#[test]
fn every_failure_of_a_paper_has_its_sentence() {
    let errors = [
        PaperError::MissingGlyph { character: '水', text: "水".into() },
        PaperError::Asset("font"),
        PaperError::NoRoom { part: "address", text: "x".into() },
        PaperError::CodeTooLong(5000),
        PaperError::NoSuchLetter("x/1".into()),
        PaperError::MissingValues { letter: "x/1".into(), names: vec!["total".into()] },
        PaperError::Unreadable,
        PaperError::NoSuchPage(3),
        PaperError::Write("x".into()),
    ];
    let words = std::fs::read_to_string(project().join("assets/i18n/de/amtsstube.ftl")).unwrap();
    for problem in errors.iter().flat_map(PaperError::problems) {
        for id in [problem.id.clone(), format!("{}-remedy", problem.id)] {
            let sentence = words.lines().find(|line| line.starts_with(&format!("{id} = ")));
            let sentence = sentence.unwrap_or_else(|| panic!("{id} has no sentence"));
            let values = sentence.matches("{ $").count();
            assert!(
                problem.args.keys().filter(|name| sentence.contains(&format!("${name} "))).count() == values
            );
        }
    }
}

/// Letters and non-letters of DIN 91379 that belong to names (groups bll, bnlreq, bnl, bnlopt).
pub fn characters() -> Vec<String> {
    let list = std::fs::read_to_string(project().join("assets/codes/din91379/latin_list_1.3.txt")).unwrap();
    let wanted = ["bll", "bnlreq", "bnl", "bnlopt"];
    list.lines()
        .map(|line| line.split(';').map(str::trim).collect::<Vec<_>>())
        .filter(|row| row.len() > 2 && wanted.contains(&row[0]))
        .map(|row| {
            let points = row[2].split([' ', '+']).filter(|point| !point.is_empty());
            points.map(|point| char::from_u32(u32::from_str_radix(point, 16).unwrap()).unwrap()).collect()
        })
        .collect()
}

#[test]
fn every_character_of_din_91379_goes_through_a_pdf_and_comes_back() {
    let date = samples::day();
    let mut canvas = Canvas::new(Meta::german("DIN 91379", "Stadt Gescher", date));
    let all = characters();
    assert!(all.len() > 700, "{}", all.len());
    // Framed by letters, so that a mark beside its letter or a torn word shows.
    let words: Vec<String> = all.iter().map(|one| format!("a{one}b")).collect();
    for (index, style) in [Style::regular(8.0), Style::bold(8.0)].into_iter().enumerate() {
        if index > 0 {
            canvas.next_page();
        }
        let area = TextBox::new(Rect::new(20.0, 15.0, 170.0, 270.0), style);
        let placed = canvas.text_box(Role::P, &area, &words.join(" ")).unwrap();
        assert!(placed.left.is_empty());
    }
    let path = keep("din91379", &Rendered::of(&canvas.finish()).unwrap());
    let read = tool("pdftotext", &["-enc", "UTF-8", path.to_str().unwrap()], Path::new("-"));
    for page in read.split('\u{c}').take(2) {
        let found: Vec<&str> = page.split([' ', '\n']).collect();
        let lost: Vec<&String> =
            words.iter().filter(|word| *word != "a b" && !found.contains(&word.as_str())).collect();
        assert!(lost.is_empty(), "lost {}: {lost:?}\n{page}", lost.len());
    }
}

#[test]
fn a_character_that_cannot_be_printed_is_named() {
    let values = samples::copy().with("document", "証明書");
    let error = render("beglaubigung-abschrift/1", &values, &samples::head()).unwrap_err();
    assert!(matches!(error, PaperError::MissingGlyph { character: '証', .. }), "{error:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(soak(60)))]

    /// Whatever stands in a case: a paper, or what cannot be printed by name. Never a panic.
    #[test]
    fn any_text_gives_a_paper_or_a_name_for_what_cannot_be_printed(
        name in "\\PC{0,90}|[a-zA-ZäöüßŁđŻ\u{302}\u{327} .-]{0,90}|[a-z\n]{0,200}",
        item in prop::collection::vec("[a-zA-ZäöüßŁđ ]{0,400}|[^\\u{0}]{0,40}", 0..30),
        word in "[A-Za-z-]{1,600}",
    ) {
        let rows = item.into_iter().map(|cell| vec![cell, word.clone()]).collect();
        let mut values = samples::intake(false).with("service", name.clone()).with("clerk", word).with_table("answers", rows);
        values.recipient = vec![name; 9];
        match render("eingangsbestaetigung/2", &values, &samples::head()) {
            Ok(paper) => prop_assert_eq!(preview::pages(&paper.bytes).unwrap(), paper.pages),
            Err(PaperError::MissingGlyph { character, .. }) => prop_assert!(!character.is_ascii_alphabetic()),
            Err(PaperError::MissingValues { names, .. }) => prop_assert_eq!(names, ["service"]),
            Err(PaperError::NoRoom { text, .. }) => prop_assert!(text.len() > 100, "{text:?}"),
            Err(other) => prop_assert!(false, "{other:?}"),
        }
    }
}
