//! The bytes of every letter and form, by their hash: a changed program says which papers it changes. Papers that were
//! issued stay as they are, because their bytes are stored; what changes here is what will be issued from now on.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::Command;

use amtsstube::paper::Rendered;

use super::every::PAPERS;
use super::keep;
use crate::drawn::{self, TOLERANCE, difference, reviewed};
use crate::harness::project;

const ACCEPT: &str = "ACCEPT_PAPERS";
/// Fine enough for each line, small enough to be kept.
const DPI: u32 = 50;
const HEAD: &str = "# Paper, version, example and SHA-256 of its bytes. Written by ACCEPT_PAPERS=1, see tests/suite/paper/golden.rs.\n";

fn file() -> PathBuf {
    project().join("tests/formats/papers.tsv")
}

/// Kind and version, and which example: of `hundesteuer/2-long` that is `hundesteuer`, `1` and `long`.
fn row(case: &str, paper: &Rendered) -> (String, String) {
    let (name, large) = case.strip_suffix("-in-large-print").map_or((case, ""), |case| (case, " large"));
    let (name, example) = name.rsplit_once('-').unwrap();
    let (kind, version) = name.split_once('/').unwrap_or((name, "2023"));
    let hash: String = paper.sha256().iter().fold(String::new(), |mut hash, byte| {
        write!(hash, "{byte:02x}").unwrap();
        hash
    });
    (format!("{kind}\t{version}\t{example}{large}"), hash)
}

#[test]
fn every_paper_is_byte_for_byte_what_it_was() {
    let now: BTreeMap<String, String> = PAPERS.iter().map(|(case, paper)| row(case, paper)).collect();
    if std::env::var_os(ACCEPT).is_some() {
        let mut text = HEAD.to_owned();
        for (paper, hash) in &now {
            writeln!(text, "{paper}\t{hash}").unwrap();
        }
        std::fs::write(file(), text).unwrap();
        return;
    }
    let text = std::fs::read_to_string(file()).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let then: BTreeMap<String, String> = lines
        .filter_map(|line| line.rsplit_once('\t'))
        .map(|(paper, hash)| (paper.to_owned(), hash.to_owned()))
        .collect();
    let mut changed = Vec::new();
    for (case, paper) in PAPERS.iter() {
        let (paper_row, hash) = row(case, paper);
        if then.get(&paper_row) != Some(&hash) {
            changed.push(keep(&format!("golden-{case}"), paper).display().to_string());
        }
    }
    let gone: Vec<&String> = then.keys().filter(|paper| !now.contains_key(*paper)).collect();
    assert!(
        changed.is_empty() && gone.is_empty(),
        "{} papers are no longer what they were:\n{}\n{gone:?} are gone.\nAs they are now, they lie there. As they were: run this \
         test in a work tree of the last commit with {ACCEPT} set to anything, where `sound-…` beside them is the old one. Look at \
         both (pdftoppm -r 150 -png). If the new ones are right: {ACCEPT}=1 cargo test --test suite -- golden, commit \
         tests/formats/papers.tsv, and say in CHANGELOG.md what changes. Papers that were issued keep their bytes.",
        changed.len(),
        changed.join("\n")
    );
}

const CHILD: &str = "PAPERS_ELSEWHERE";

/// Another time zone, language, home, folder and day: the day of a paper is an argument, and nothing else is asked.
#[test]
fn the_same_papers_come_out_elsewhere() {
    let rows = || PAPERS.iter().map(|(case, paper)| row(case, paper));
    if std::env::var_os(CHILD).is_some() {
        for (paper, hash) in rows() {
            println!("paper: {paper}\t{hash}");
        }
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let output = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "paper::golden::the_same_papers_come_out_elsewhere",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(CHILD, "1")
        .envs([
            ("TZ", "Pacific/Kiritimati"),
            ("LC_ALL", "tr_TR.UTF-8"),
            ("LANG", "tr_TR.UTF-8"),
            ("LANGUAGE", "tr"),
        ])
        .envs([("HOME", "/nonexistent"), ("AMTSSTUBE_NOW", "2031-02-28T23:59:59Z"), ("USER", "somebody")])
        .current_dir(folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let told = said.lines().filter_map(|line| line.split_once("paper: ")?.1.rsplit_once('\t'));
    let there: BTreeMap<String, String> =
        told.map(|(paper, hash)| (paper.to_owned(), hash.to_owned())).collect();
    let here: BTreeMap<String, String> = rows().collect();
    assert_eq!(here.len(), there.len(), "{}", String::from_utf8_lossy(&output.stderr));
    let other: Vec<&String> = here.keys().filter(|paper| here[*paper] != there[*paper]).collect();
    assert!(other.is_empty(), "{other:?} are others there");
}

/// The first page of each kind, in its newest version and with everything that it may say, as somebody looked at it and found it
/// right. Bytes can differ where nobody sees it; here is what one sees.
#[test]
fn every_kind_of_paper_looks_as_it_was_reviewed() {
    let mut newest: BTreeMap<&str, (&str, &Rendered)> = BTreeMap::new();
    for (case, paper) in PAPERS.iter().filter(|(case, _)| case.ends_with("-long")) {
        let kind = case.split('/').next().unwrap();
        let _ = newest.insert(kind, (case, paper));
    }
    assert!(newest.len() > 30, "{} kinds", newest.len());
    let accepts = std::env::var_os(ACCEPT).is_some();
    let mut other = Vec::new();
    for (kind, (case, paper)) in newest {
        let path = keep(&format!("reviewed-{kind}"), paper);
        let now = drawn::page(&path, 1, DPI);
        let (name, picture) =
            (format!("papers/{kind}"), path.with_file_name(format!("reviewed-{kind}-1.png")));
        if accepts {
            let kept = project().join(format!("tests/snapshots/{name}.png"));
            let small = ["-colors", "16", "-depth", "4", "-strip"];
            let done = Command::new("convert").arg(picture).args(small).arg(kept).status();
            assert!(done.expect("convert (imagemagick) is installed").success());
        } else if difference(&now, &reviewed(&name)) > TOLERANCE {
            other.push(format!("{case}: {}", picture.display()));
        }
    }
    assert!(other.is_empty(), "they look otherwise than reviewed: {other:#?}");
}

#[test]
fn a_line_that_moved_is_seen_in_the_reviewed_picture() {
    let (_, paper) = PAPERS.iter().find(|(case, _)| case == "quittung/1-long").unwrap();
    let mut pdf = lopdf::Document::load_mem(&paper.bytes).unwrap();
    super::mutants::on_every_page(&mut pdf, |operation| {
        if operation.operator == "Tm" || operation.operator == "Td" {
            let at = operation.operands.len() - 1;
            let y = operation.operands[at].as_float().unwrap_or_default();
            operation.operands[at] = lopdf::Object::Real(y - 6.0);
        }
    });
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).unwrap();
    let path = keep("reviewed-moved", &Rendered { bytes, ..paper.clone() });
    let share = difference(&drawn::page(&path, 1, DPI), &reviewed("papers/quittung"));
    assert!(share > TOLERANCE, "{share}");
}
