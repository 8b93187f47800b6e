//! Every code on every paper is read by another program and says what stands beside it.

use std::path::Path;

use lopdf::Document;

use super::every::PAPERS;
use super::mutants::on_every_page;
use super::{keep, samples, tool};
use amtsstube::paper::Rendered;

/// What the codes of a page have to say, by what is read instead of them.
fn wanted(page: &str) -> Vec<String> {
    let alts = page.split("QR-Code ").skip(1);
    let say = |alt: &str| {
        if alt.starts_with("für eine Banking-App") { samples::PAYMENT_CODE } else { samples::STATUS_CODE }
    };
    let mut all: Vec<String> = alts.map(|alt| say(alt).to_owned()).collect();
    all.sort();
    all
}

/// What is scanned on a page, counted from 0.
fn scanned(pdf: &Path, page: usize) -> Vec<String> {
    let number = (page + 1).to_string();
    let picture = pdf.with_file_name(format!("{}-code-{number}", pdf.file_stem().unwrap().to_str().unwrap()));
    let drawn = ["-r", "150", "-gray", "-png", "-singlefile", "-f", &number, "-l", &number];
    let drawn: Vec<&str> = drawn.into_iter().chain([pdf.to_str().unwrap()]).collect();
    let _ = tool("pdftoppm", &drawn, &picture);
    let picture = picture.with_extension("png");
    let said = std::process::Command::new("zbarimg").args(["-q", "--xml"]).arg(&picture).output();
    let said = String::from_utf8(said.expect("zbarimg (zbar-tools) is installed").stdout).unwrap();
    std::fs::remove_file(picture).unwrap();
    let mut all: Vec<String> = said
        .split("<![CDATA[")
        .skip(1)
        .map(|data| data.split("]]>").next().unwrap_or_default().to_owned())
        .collect();
    all.sort();
    all
}

#[test]
fn every_code_on_every_paper_is_read_as_it_was_meant() {
    let (mut codes, mut payments) = (0, 0);
    for (case, paper) in PAPERS.iter() {
        let path = keep(&format!("codes-{case}"), paper);
        for (page, text) in paper.text.iter().enumerate().filter(|(_, text)| text.contains("QR-Code ")) {
            let wanted = wanted(text);
            assert_eq!(scanned(&path, page), wanted, "{case}, page {}", page + 1);
            codes += wanted.len();
            payments += wanted.iter().filter(|code| *code == samples::PAYMENT_CODE).count();
        }
    }
    assert!(codes > 30 && payments > 7, "{codes} codes, {payments} of them for payments");
}

#[test]
fn a_code_that_is_not_drawn_is_not_read() {
    let (_, paper) = PAPERS.iter().find(|(case, _)| case == "eingangsbestaetigung/2-short").unwrap();
    let page = paper.text.iter().position(|text| text.contains("QR-Code ")).unwrap();
    let mut pdf = Document::load_mem(&paper.bytes).unwrap();
    on_every_page(&mut pdf, |operation| {
        if operation.operator.starts_with('f') {
            operation.operator = "n".into();
        }
    });
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).unwrap();
    let path = keep("codes-mutant", &Rendered { bytes, ..paper.clone() });
    assert_eq!(scanned(&path, page), Vec::<String>::new());
}
