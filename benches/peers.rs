//! Letters in one run, each a file of its own, and the same letter by `LibreOffice` and Typst where they are installed: processor
//! time for a letter, and the ratio. Peers are given the words of our letter, A4 and the same typeface, and asked for PDF/UA.
//! `LETTERS=1000 PEER_LETTERS=100 cargo bench -- peers`

use crate::paper::samples;
use crate::told::{processor, size};
use amtsstube::paper::template::render;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Files that `LibreOffice` is given at once.
const AT_ONCE: usize = 100;

/// What `LibreOffice` is asked for: PDF/A-3 and PDF/UA.
const FILTER: &str = r#"pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"3"},"PDFUACompliance":{"type":"boolean","value":"true"}}"#;

pub fn tell() {
    let (count, theirs) = (size("LETTERS", 1000), size("PEER_LETTERS", 100));
    let folder = tempfile::tempdir().expect("a folder");
    let began = (Instant::now(), processor().0);
    let mut bytes = 0;
    for number in 0..count {
        let paper = letter(number);
        bytes += paper.len();
        std::fs::write(folder.path().join(format!("{number}.pdf")), paper).expect("written");
    }
    let ours = (processor().0 - began.1) / f64::from(count);
    let clock = began.0.elapsed().as_secs_f64();
    let size = bytes / usize::try_from(count).unwrap_or(1);
    println!(
        "ours: {count} letters in {clock:.1} s, {:.2} ms of processor and {size} bytes each",
        ours * 1e3
    );
    let words = words();
    let office = libreoffice(folder.path(), &words, theirs);
    said("libreoffice, one run", office, ours);
    let how = if has_typst() { "a run for each" } else { "as a module of Python, one run" };
    said(&format!("typst, {how}"), typst(folder.path(), &words, theirs, false), ours);
    said("typst, all in one document", typst(folder.path(), &words, theirs, true), ours);
}

fn said(peer: &str, took: Option<f64>, ours: f64) {
    match took {
        Some(took) => {
            println!("{peer}: {:.1} ms of processor for a letter, {:.1} times ours", took * 1e3, took / ours);
        }
        None => println!("{peer}: is not installed, or does not do it"),
    }
}

fn letter(number: u32) -> Vec<u8> {
    let values = samples::receipt_of_notice(false).with("case_number", format!("32.10-2026-A-{number:05}"));
    render("empfangsbescheinigung/1", &values, &samples::head()).expect("rendered").bytes
}

/// The lines of our letter, as it shows them.
fn words() -> Vec<String> {
    let paper = render("empfangsbescheinigung/1", &samples::receipt_of_notice(false), &samples::head());
    let paper = paper.expect("rendered");
    paper.text.iter().flat_map(|page| page.lines().map(str::to_owned)).collect()
}

/// Seconds of processor that finished children took, for each of so many letters; none where one failed.
fn timed(count: u32, mut work: impl FnMut() -> bool) -> Option<f64> {
    let began = processor().1;
    work().then(|| (processor().1 - began) / f64::from(count))
}

fn runs(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

fn libreoffice(folder: &Path, words: &[String], count: u32) -> Option<f64> {
    let mut files: Vec<PathBuf> = Vec::new();
    for number in 0..count {
        let file = folder.join(format!("{number}.fodt"));
        std::fs::write(&file, flat(words, number)).expect("written");
        files.push(file);
    }
    let home = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let all = |files: &[PathBuf]| {
        let mut office = Command::new("libreoffice");
        let _ =
            office.args([&home, "--headless", "--convert-to", FILTER, "--outdir"]).arg(folder).args(files);
        runs(&mut office)
    };
    // The first run makes its profile, which is nobody's letter.
    if !all(&files[..1]) {
        return None;
    }
    // Given several hundred files at once it leaves some out.
    let took = timed(count, || files.chunks(AT_ONCE).all(all));
    took.filter(|_| folder.join(format!("{}.pdf", count - 1)).exists())
}

/// A flat `OpenDocument` text.
fn flat(words: &[String], number: u32) -> String {
    let mut text = String::from(
        r#"<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:styles><style:default-style style:family="paragraph"><style:text-properties fo:font-family="Noto Sans" fo:font-size="10pt" fo:language="de" fo:country="DE"/></style:default-style></office:styles><office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin-left="25mm" fo:margin-right="20mm" fo:margin-top="45mm" fo:margin-bottom="20mm"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles><office:body><office:text>"#,
    );
    let _ = write!(text, "<text:h text:outline-level=\"1\">Empfangsbescheinigung {number}</text:h>");
    for line in words {
        let line = line.replace('&', "&amp;").replace('<', "&lt;");
        let _ = write!(text, "<text:p>{line}</text:p>");
    }
    text + "</office:text></office:body></office:document>"
}

fn typst(folder: &Path, words: &[String], count: u32, in_one: bool) -> Option<f64> {
    let set = "#set document(title: \"Empfangsbescheinigung\")\n#set page(paper: \"a4\", margin: (left: 25mm, right: 20mm, top: 45mm, bottom: 20mm))\n#set text(font: \"Noto Sans\", size: 10pt, lang: \"de\")\n";
    let one = |number: u32| {
        let mut text = format!("= Empfangsbescheinigung {number}\n\n");
        for line in words {
            let _ = write!(text, "#{:?}\n\n", line.replace('\u{202f}', " "));
        }
        text
    };
    let mut files = Vec::new();
    let mut put = |name: String, text: String| {
        let file = folder.join(name);
        std::fs::write(&file, set.to_owned() + &text).expect("written");
        files.push(file);
    };
    if in_one {
        put("all.typ".into(), (0..count).map(one).collect::<Vec<_>>().join("#pagebreak()\n"));
    } else {
        (0..count).for_each(|number| put(format!("{number}.typ"), one(number)));
    }
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/fonts");
    let compile = |file: &PathBuf| {
        let mut typst = Command::new("typst");
        let _ = typst.args(["compile", "--pdf-standard", "ua-1", "--font-path"]).arg(&fonts).arg(file);
        runs(&mut typst)
    };
    let took = timed(count, || {
        if has_typst() {
            files.iter().all(compile)
        } else {
            runs(Command::new("python3").args(["-c", IN_PYTHON]).arg(&fonts).args(&files))
        }
    });
    took.filter(|_| files.iter().all(|file| file.with_extension("pdf").exists()))
}

fn has_typst() -> bool {
    runs(Command::new("typst").arg("--version"))
}

/// Where there is the package `typst` of Python and no program.
const IN_PYTHON: &str = "
import sys, typst
for file in sys.argv[2:]:
    typst.compile(file, output=file[:-4] + '.pdf', font_paths=[sys.argv[1]], pdf_standards=['ua-1'],
                  ignore_system_fonts=True)
";
