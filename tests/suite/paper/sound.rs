//! Every paper that the program makes is archivable and readable aloud: our own checks, those of `outloud` and `pdfua`,
//! and files that each of them has to refuse.

use std::path::{Path, PathBuf};
use std::process::Command;

use amtsstube::paper::Rendered;
use amtsstube::paper::template::render;
use lopdf::{Document, Object};

use super::every::PAPERS;
use super::mutants::{MUTANTS, each};
use super::reader::pages;
use super::{archive, keep, links, samples, tree, universal};
use crate::harness::checker;

/// All faults of a file; what each page says aloud beside them, without spaces.
pub fn faults(bytes: &[u8]) -> (Vec<String>, Vec<String>) {
    let pdf = Document::load_mem(bytes).unwrap();
    let (pages, root) = (pages(&pdf), tree::tree(&pdf));
    let mut faults = archive::faults(bytes, &pdf, &pages);
    faults.extend(universal::faults(&pdf, &root, &pages));
    (faults, pages.iter().map(|page| without_spaces(&root.aloud(page))).collect())
}

fn without_spaces(text: &str) -> String {
    text.chars().filter(|one| !one.is_whitespace()).collect()
}

#[test]
fn every_paper_keeps_to_the_standards_and_says_aloud_what_it_shows() {
    for (case, paper) in PAPERS.iter() {
        let (faults, aloud) = faults(&paper.bytes);
        let path = keep(&format!("sound-{case}"), paper);
        assert!(faults.is_empty(), "{}: {faults:#?}", path.display());
        let shown: Vec<String> = paper.text.iter().map(|text| without_spaces(text)).collect();
        assert_eq!(aloud, shown, "{case}");
        // With the words it draws the page anew for each element.
        let how = if case.ends_with("short") { "-struct-text" } else { "-struct" };
        let tree = Command::new("pdfinfo").arg(how).arg(&path).output().expect("pdfinfo is installed");
        assert!(tree.stderr.is_empty(), "{case}: {}", String::from_utf8_lossy(&tree.stderr));
        assert!(String::from_utf8_lossy(&tree.stdout).starts_with("Document"), "{case} has a tree");
        let checked = Command::new("qpdf").arg("--check").arg(&path).output().expect("qpdf is installed");
        assert!(checked.status.success(), "{case}: {}", String::from_utf8_lossy(&checked.stdout));
    }
}

/// Addresses and numbers of letterhead, block and text lead where they say.
#[test]
fn addresses_and_numbers_are_links_that_say_where_they_lead() {
    let paper = render("eingangsbestaetigung/2", &samples::intake(true), &samples::head()).unwrap();
    let pdf = Document::load_mem(&paper.bytes).unwrap();
    let found: Vec<(String, String)> = links::all(&pdf).into_iter().map(|one| (one.says, one.uri)).collect();
    for (says, uri) in [
        ("buergerbuero@gescher.example", "mailto:buergerbuero@gescher.example"),
        ("02542 0000-104", "tel:+4925420000104"),
        ("rathaus@gescher.example", "mailto:rathaus@gescher.example"),
        ("02542 0000-0", "tel:+49254200000"),
        ("www.gescher.example", "https://www.gescher.example"),
    ] {
        assert!(found.contains(&(says.to_owned(), uri.to_owned())), "{says} is not among {found:?}");
    }
    assert_eq!(found.len(), 5, "{found:?}");
}

/// Words that go on in another line come back whole, to those who search, copy or listen; names are never broken.
#[test]
fn broken_words_are_read_whole_by_every_reader() {
    let values = samples::decision(false).with(
        "reasons",
        "Rechtsbehelfsbelehrungen der Gewerbeaufsichtsbehörde über Nebenbestimmungen. ".repeat(12),
    );
    let paper = render("bescheid/3", &values, &samples::head()).unwrap();
    let drawn = Document::load_mem(&paper.bytes).unwrap();
    let hyphens = pages(&drawn).iter().map(|page| page.instead).sum::<usize>();
    assert!(hyphens > 2, "{hyphens} words are broken");
    let path = keep("hyphens", &paper);
    let read = crate::harness::text_of(&path);
    for said in [read, paper.text.concat(), faults(&paper.bytes).1.concat()] {
        for word in ["Rechtsbehelfsbelehrungen", "Gewerbeaufsichtsbehörde", "Nebenbestimmungen"] {
            assert_eq!(said.matches(word).count(), 12, "{word}: {said}");
        }
    }
    let named = values
        .with("reasons", "Zuständig ist weiterhin Grußendorffstettenhausen. ".repeat(9))
        .with("clerk", "Grußendorffstettenhausen");
    let paper = render("bescheid/3", &named, &samples::head()).unwrap();
    let boxes = super::tool("pdftotext", &["-bbox", keep("names", &paper).to_str().unwrap()], Path::new("-"));
    assert_eq!(boxes.matches(">Grußendorffstettenhausen").count(), 10, "{boxes}");
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

/// What carries no data: a receipt, and a list of cases.
const NO_DATA: [&str; 3] = ["quittung", "storno", "arbeitsliste"];

#[test]
fn the_data_inside_a_paper_never_say_more_than_the_paper() {
    for (case, paper) in PAPERS.iter() {
        let Some(mut data) = data(&paper.bytes) else {
            assert!(NO_DATA.iter().any(|bare| case.starts_with(bare)), "{case} has no data");
            continue;
        };
        assert!(!NO_DATA.iter().any(|bare| case.starts_with(bare)), "{case} carries none");
        let shown = without_spaces(&paper.text.concat());
        let name = data.as_object_mut().unwrap().remove("paper").unwrap();
        let named = ["gewa1", "gewa2", "gewa3"]
            .iter()
            .fold(case.clone(), |case, form| case.replace(&format!("{form}-"), &format!("{form}/2023-")));
        assert!(named.starts_with(name.as_str().unwrap()), "{case}: {name}");
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
    let paper = render("eingangsbestaetigung/2", &named, &samples::head()).unwrap();
    assert!(!data(&paper.bytes).unwrap().to_string().contains("Anlass"));
}

#[test]
fn each_check_refuses_what_lacks_its_part() {
    let paper =
        render("eingangsbestaetigung/2", &samples::intake(true), &samples::head_with_crest()).unwrap();
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

/// What `pdfinfo` says of the tree, `pdftotext` of the words, and whether `qpdf` takes the file.
fn read(path: &Path) -> (String, String, bool) {
    let run = |name: &str, args: &[&str]| {
        let said = Command::new(name).args(args).arg(path).arg("-").output();
        String::from_utf8_lossy(&said.unwrap().stdout).into_owned()
    };
    let tree = Command::new("pdfinfo").arg("-struct-text").arg(path).output().unwrap();
    let sound = Command::new("qpdf").arg("--check").arg(path).output().unwrap().status.success();
    (String::from_utf8_lossy(&tree.stdout).into_owned(), run("pdftotext", &["-enc", "UTF-8"]), sound)
}

#[test]
fn readers_of_other_makers_notice_what_is_broken() {
    let paper = render("eingangsbestaetigung/2", &samples::intake(true), &samples::head()).unwrap();
    let (tree, words, sound) = read(&keep("read-sound", &paper));
    assert!(tree.starts_with("Document") && words.contains("Holzspielzeug") && sound);
    let changed = |name: &str| {
        let (_, change, ..) = MUTANTS.iter().find(|(of, ..)| *of == name).unwrap();
        let mut pdf = Document::load_mem(&paper.bytes).unwrap();
        change(&mut pdf);
        let mut bytes = Vec::new();
        pdf.save_to(&mut bytes).unwrap();
        read(&keep(&format!("read-{name}"), &Rendered { bytes, ..paper.clone() }))
    };
    assert!(!changed("no-tree").0.contains("Document"), "pdfinfo misses the tree");
    assert_ne!(changed("shifted-marks").0, tree, "pdfinfo reads other words in other places");
    assert!(!changed("no-map").1.contains("Holzspielzeug"), "pdftotext has no letters");
    let half = Rendered { bytes: paper.bytes[..paper.bytes.len() / 2].to_vec(), ..paper.clone() };
    assert!(!read(&keep("read-half", &half)).2, "qpdf refuses half a file");
}

#[test]
fn a_tree_in_another_order_is_heard() {
    let paper = render("bescheid/3", &samples::decision(false), &samples::head()).unwrap();
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

/// Whether a checker takes all the files, and its words.
fn verdict<P: AsRef<Path>>(tool: &str, args: &[&str], files: &[P]) -> (bool, String) {
    let output =
        Command::new(checker(tool)).args(args).args(files.iter().map(AsRef::as_ref)).output().unwrap();
    (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn foreign_checkers_take_every_paper() {
    let files: Vec<PathBuf> =
        PAPERS.iter().map(|(case, paper)| keep(&format!("checked-{case}"), paper)).collect();
    foreign_checkers_take(&files);
}

#[track_caller]
pub fn foreign_checkers_take(files: &[PathBuf]) {
    for (tool, args) in [("outloud", &["-q"][..]), ("pdfua", &["check", "--min-severity", "error"])] {
        let (taken, said) = verdict(tool, args, files);
        assert!(taken, "{tool}: {said}");
    }
}
