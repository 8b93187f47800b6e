//! The bytes of every letter and form, by their hash: a changed program says which papers it changes. Papers that were
//! issued stay as they are, because their bytes are stored; what changes here is what will be issued from now on.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::Command;

use amtsstube::paper::Rendered;
use amtsstube::paper::template::render;

use super::sound::PAPERS;
use super::{keep, samples};
use crate::harness::project;

const ACCEPT: &str = "ACCEPT_PAPERS";
const HEAD: &str = "# Paper, version, example and SHA-256 of its bytes. Written by ACCEPT_PAPERS=1, see tests/suite/paper/golden.rs.\n";

fn file() -> PathBuf {
    project().join("tests/formats/papers.tsv")
}

/// Kind and version, and which example: of `hundesteuer/1-long` that is `hundesteuer`, `1` and `long`.
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

/// A few papers of different kinds, as one line.
fn a_few() -> String {
    let papers = [
        render("eingangsbestaetigung/1", &samples::intake(true), &samples::head_with_crest()),
        render("quittung/1", &samples::receipt(true), &samples::head()),
        render("bescheid/1", &samples::decision(false), &samples::head()),
    ];
    papers.into_iter().map(|paper| row("a-few", &paper.unwrap()).1).collect::<Vec<_>>().join(" ")
}

const CHILD: &str = "PAPERS_ELSEWHERE";

/// Another time zone, language, home, folder and day: the day of a paper is an argument, and nothing else is asked.
#[test]
fn the_same_papers_come_out_elsewhere() {
    if std::env::var_os(CHILD).is_some() {
        println!("papers: {}", a_few());
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
    let there = said.lines().find_map(|line| line.split_once("papers: ")).map(|(_, hashes)| hashes);
    assert_eq!(there, Some(a_few().as_str()), "{said}{}", String::from_utf8_lossy(&output.stderr));
}
