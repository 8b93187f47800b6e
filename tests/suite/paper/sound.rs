//! Every paper that the program makes is archivable and readable aloud: our own checks, those of `outloud` and `pdfua`,
//! and files that each of them has to refuse.

use std::path::{Path, PathBuf};
use std::process::Command;

use amtsstube::catalogue::Catalogue;
use amtsstube::domain::answers::Answers;
use amtsstube::domain::town::Town;
use amtsstube::paper::form::{self, FormHead, Purpose, builtin};
use amtsstube::paper::template::render;
use amtsstube::paper::{Mark, Rendered};
use lopdf::{Document, Object};

use super::mutants::{MUTANTS, each};
use super::reader::pages;
use super::{archive, keep, samples, tree, universal};
use crate::harness::project;

/// All faults of a file; what each page says aloud beside them, without spaces.
fn faults(bytes: &[u8]) -> (Vec<String>, Vec<String>) {
    let pdf = Document::load_mem(bytes).unwrap();
    let (pages, root) = (pages(&pdf), tree::tree(&pdf));
    let mut faults = archive::faults(bytes, &pdf, &pages);
    faults.extend(universal::faults(&pdf, &root, &pages));
    (faults, pages.iter().map(|page| without_spaces(&root.aloud(page))).collect())
}

fn without_spaces(text: &str) -> String {
    text.chars().filter(|one| !one.is_whitespace()).collect()
}

/// Every letter short, long and as a duplicate; the form of every service that has one: empty, draft and full.
fn papers() -> Vec<(String, Rendered)> {
    let mark = Mark { title: "Zweitschrift vom 25.11.2026".into(), note: "Gleicher Inhalt.".into() };
    let mut papers = Vec::new();
    for (case, name, mut values) in samples::all() {
        let long = case.ends_with("long");
        let head = if long { samples::head_with_crest() } else { samples::head() };
        values.mark = long.then(|| mark.clone());
        papers.push((case, render(name, &values, &head).unwrap()));
    }
    let services = Catalogue::built_in();
    let service = services.services().find(|service| service.slug == "gewerbe-anmeldung").unwrap();
    let gewa = builtin("gewa1/2023").unwrap();
    for (case, answers, purpose) in [
        ("empty", Answers::default(), Purpose::Draft),
        ("filed", service.example.clone(), Purpose::Final),
        ("again", full(&service.example), Purpose::Marked(mark)),
    ] {
        let head = FormHead::of(&Town::default(), samples::day(), purpose);
        papers.push((format!("gewa1-{case}"), form::render(gewa, &answers, &head).unwrap()));
    }
    papers
}

/// Nine activities that fill their box more than once.
fn full(example: &Answers) -> Answers {
    let mut answers = example.clone();
    let one = serde_json::json!({ "text": "Einzelhandel mit Fahrrädern, Zubehör und Ersatzteilen aller Art, ".repeat(3), "wz": "47.64" });
    answers.set("taetigkeit", serde_json::Value::Array(vec![one; 9]));
    answers.set("familienname", samples::LONG_NAME.into());
    answers
}

#[test]
fn every_paper_keeps_to_the_standards_and_says_aloud_what_it_shows() {
    for (case, paper) in papers() {
        let (faults, aloud) = faults(&paper.bytes);
        let path = keep(&format!("sound-{case}"), &paper);
        assert!(faults.is_empty(), "{}: {faults:#?}", path.display());
        let shown: Vec<String> = paper.text.iter().map(|text| without_spaces(text)).collect();
        assert_eq!(aloud, shown, "{case}");
        let tree =
            Command::new("pdfinfo").arg("-struct-text").arg(&path).output().expect("pdfinfo is installed");
        assert!(tree.stderr.is_empty(), "{case}: {}", String::from_utf8_lossy(&tree.stderr));
        let checked = Command::new("qpdf").arg("--check").arg(&path).output().expect("qpdf is installed");
        assert!(checked.status.success(), "{case}: {}", String::from_utf8_lossy(&checked.stdout));
    }
}

/// The file inside a paper.
fn data(bytes: &[u8]) -> Option<serde_json::Value> {
    let pdf = Document::load_mem(bytes).unwrap();
    let is_file = |object: &&Object| object.as_stream().is_ok_and(|one| one.dict.has_type(b"EmbeddedFile"));
    let file = pdf.objects.values().find(is_file)?.as_stream().unwrap();
    Some(serde_json::from_slice(&file.get_plain_content().unwrap()).unwrap())
}

fn strings(value: &serde_json::Value) -> Vec<String> {
    match value {
        serde_json::Value::String(text) => vec![text.clone()],
        serde_json::Value::Array(list) => list.iter().flat_map(strings).collect(),
        serde_json::Value::Object(map) => map.values().flat_map(strings).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn the_data_inside_a_paper_never_say_more_than_the_paper() {
    for (case, paper) in papers() {
        let Some(mut data) = data(&paper.bytes) else {
            assert!(case.starts_with("quittung"), "{case} has no data");
            continue;
        };
        assert!(!case.starts_with("quittung"), "a receipt carries none");
        let shown = without_spaces(&paper.text.concat());
        let name = data.as_object_mut().unwrap().remove("paper").unwrap();
        assert!(case.replace("gewa1-", "gewa1/2023-").starts_with(name.as_str().unwrap()), "{case}: {name}");
        let _ = data.as_object_mut().unwrap().remove("checked");
        let said = strings(&data);
        assert!(case == "gewa1-empty" || said.len() > 3, "{case}: {data}");
        for text in said {
            for line in text.lines() {
                assert!(shown.contains(&without_spaces(line)), "{case} does not show {line:?}");
            }
        }
    }
    let named = samples::intake(true).with("secret", "Anlass der Prüfung");
    let paper = render("eingangsbestaetigung/1", &named, &samples::head()).unwrap();
    assert!(!data(&paper.bytes).unwrap().to_string().contains("Anlass"));
}

#[test]
fn each_check_refuses_what_lacks_its_part() {
    let paper =
        render("eingangsbestaetigung/1", &samples::intake(true), &samples::head_with_crest()).unwrap();
    let mut files = Vec::new();
    for (name, change, wanted, _) in MUTANTS {
        let mut pdf = Document::load_mem(&paper.bytes).unwrap();
        change(&mut pdf);
        let mut bytes = Vec::new();
        pdf.save_to(&mut bytes).unwrap();
        let (found, _) = faults(&bytes);
        assert!(found.iter().any(|fault| fault.starts_with(wanted)), "{name}: {found:?}");
        files.push(keep(&format!("mutant-{name}"), &Rendered { bytes, ..paper.clone() }));
    }
    let outloud = verdict("outloud", &["-q"], &files).1;
    for ((name, _, _, foreign), file) in MUTANTS.iter().zip(&files) {
        let line = outloud.lines().find(|line| line.contains(&format!("mutant-{name}.pdf"))).unwrap();
        let pdfua = !verdict("pdfua", &["check", "--min-severity", "error"], &[file]).0;
        assert_eq!((line.starts_with("FAIL"), pdfua), *foreign, "{name}: outloud and pdfua refuse it");
    }
}

#[test]
fn a_tree_in_another_order_is_heard() {
    let paper = render("bescheid/1", &samples::decision(false), &samples::head()).unwrap();
    let mut pdf = Document::load_mem(&paper.bytes).unwrap();
    each(&mut pdf, "S", "Document", |root| {
        if let Ok(Object::Array(kids)) = root.get_mut(b"K") {
            kids.reverse();
        }
    });
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).unwrap();
    assert_ne!(faults(&bytes).1, paper.text.iter().map(|text| without_spaces(text)).collect::<Vec<_>>());
}

/// Where `installer/test.sh` puts the checkers of other makers.
fn checker(name: &str) -> PathBuf {
    let folder =
        std::env::var_os("CHECKERS").map_or_else(|| project().join("target/checkers"), PathBuf::from);
    let program = folder.join("bin").join(name);
    assert!(program.exists(), "{} is missing: `sh installer/test.sh` installs it", program.display());
    program
}

/// Whether a checker takes all the files, and its words.
fn verdict<P: AsRef<Path>>(tool: &str, args: &[&str], files: &[P]) -> (bool, String) {
    let output =
        Command::new(checker(tool)).args(args).args(files.iter().map(AsRef::as_ref)).output().unwrap();
    (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn foreign_checkers_take_every_paper() {
    let files: Vec<PathBuf> =
        papers().iter().map(|(case, paper)| keep(&format!("checked-{case}"), paper)).collect();
    for (tool, args) in [("outloud", &["-q"][..]), ("pdfua", &["check", "--min-severity", "error"])] {
        let (taken, said) = verdict(tool, args, &files);
        assert!(taken, "{tool}: {said}");
    }
}
