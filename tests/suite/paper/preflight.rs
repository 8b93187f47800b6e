//! Preflight of `PDFBox` looks at papers too. It knows PDF/A-1b only, so a paper that is PDF/A-3a has a few findings, which are
//! listed here with why they are none; any other one is a fault. It looks at no tags.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::Command;

use amtsstube::paper::Rendered;
use lopdf::Document;

use super::every::PAPERS;
use super::keep;
use super::mutants::MUTANTS;

/// What PDF/A-1b forbids or wants and PDF/A-3 does not, by code and the words that follow.
const ALLOWED: [(&str, &str); 6] = [
    // ISO 19005-3 is about PDF 1.7, whose cross references are streams.
    ("1.4", "/XRef cross reference streams are not allowed"),
    // The values of the paper travel inside it: what part 3 is there for (6.8).
    ("1.4.7", "EmbeddedFile entry is present in the Names dictionary"),
    ("1.2.9", "EmbeddedFile entry is present in a FileSpecification dictionary"),
    // Profiles of version 4 came with PDF 1.5.
    ("2.1.6", "Invalid version of the ICCProfile"),
    // Not wanted any more since part 2 (6.2.11.4.2), because those that are there were often wrong.
    ("3.1.11", "The CIDSet entry is missing for the Composite Subset"),
    // The packet describes it, as 6.6.2.3.3 asks for; this reader looks for descriptions elsewhere.
    ("7.3", "Cannot find a definition for the namespace http://www.aiim.org/pdfua/ns/id/"),
];

/// What each file that lacks its part is refused with.
const REFUSED: [(&str, &str); 4] =
    [("no-font", "3.1.3"), ("no-intent", "2.4.3"), ("no-identification", "7.11.2"), ("hidden-link", "5.2.2")];

/// Findings that are not allowed, by file.
pub fn findings(files: &[PathBuf]) -> BTreeMap<String, BTreeSet<String>> {
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("files");
    let names: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
    std::fs::write(&list, names.join("\n")).unwrap();
    let parts =
        ["preflight", "pdfbox2", "xmpbox", "fontbox2", "commons-logging", "javax.activation", "jaxb-api"];
    let path: Vec<String> = parts.iter().map(|part| format!("/usr/share/java/{part}.jar")).collect();
    // One run for all files: starting it takes longer than reading a paper.
    let output = Command::new("java")
        .args(["-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true"])
        .arg(format!("-Dpdfbox.fontcache={}", folder.path().display()))
        .args(["-cp", &path.join(":"), "org.apache.pdfbox.preflight.Validator_A1b", "xml", "group"])
        .arg(&list)
        .output()
        .expect("java (openjdk-17-jre-headless) is installed");
    let report = std::fs::read_to_string(list.with_extension("preflight.xml"));
    let report = report.unwrap_or_else(|_| panic!("no report: {}", String::from_utf8_lossy(&output.stderr)));
    let of_file = |part: &str| {
        let name = part.split_once('"').unwrap().0.trim_end_matches(".pdf").to_owned();
        let found = part.split("<code>").skip(1).filter_map(|error| {
            let (code, rest) = error.split_once("</code>")?;
            let said = rest.split_once("<details>")?.1.split_once("</details>")?.0;
            let allowed = ALLOWED.iter().any(|(of, words)| *of == code && said.contains(words));
            (!allowed).then(|| format!("{code} {said}"))
        });
        (name, found.collect())
    };
    report.split("<preflight name=\"").skip(1).map(of_file).collect()
}

#[test]
fn preflight_finds_only_what_part_1_of_the_standard_did_not_know_yet() {
    let mut files: Vec<PathBuf> =
        PAPERS.iter().map(|(case, paper)| keep(&format!("preflight-{case}"), paper)).collect();
    let (_, sound) = PAPERS.iter().find(|(case, _)| case == "eingangsbestaetigung/2-long").unwrap();
    for (name, _) in REFUSED {
        let (_, change, ..) = MUTANTS.iter().find(|(of, ..)| *of == name).unwrap();
        let mut pdf = Document::load_mem(&sound.bytes).unwrap();
        change(&mut pdf);
        let mut bytes = Vec::new();
        pdf.save_to(&mut bytes).unwrap();
        files.push(keep(&format!("preflight-mutant-{name}"), &Rendered { bytes, ..sound.clone() }));
    }
    let found = findings(&files);
    assert_eq!(found.len(), files.len(), "{found:#?}");
    for (file, faults) in &found {
        let refused = REFUSED.iter().find(|(name, _)| file.ends_with(&format!("mutant-{name}")));
        match refused {
            Some((name, code)) => {
                assert!(faults.iter().any(|fault| fault.starts_with(code)), "{name}: {faults:?}");
            }
            None => assert!(faults.is_empty(), "{file}: {faults:#?}"),
        }
    }
}
