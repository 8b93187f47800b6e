//! What is drawn of our own papers, and of files that were made to break whoever draws them.

use super::*;
use crate::paper::canvas::{Canvas, Meta};
use crate::paper::page::{Ink, Rect};
use crate::paper::writer::write;
use std::fmt::Write;

fn paper() -> Vec<u8> {
    let date = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let mut canvas = Canvas::new(Meta::german("Probe", "Stadt Gescher", date));
    canvas.fill(Rect::new(100.0, 100.0, 10.0, 10.0), Ink::BLACK);
    write(&canvas.finish()).unwrap()
}

#[test]
fn a_page_becomes_pixels_in_their_places() {
    let picture = picture(&paper(), 0, 2.0).unwrap();
    assert!(
        (418..=421).contains(&picture.width) && (592..=595).contains(&picture.height),
        "{}",
        picture.width
    );
    let at = |x: u32, y: u32| picture.rgba[((y * picture.width + x) * 4) as usize];
    assert_eq!((at(210, 210), at(150, 150)), (0, 255), "black square on white");
}

/// Forms that draw the next one twice: a few hundred bytes each double what a page takes. Fifty of them take years, these seconds.
#[test]
fn a_page_whose_drawing_never_ends_is_refused_and_not_begun_again() {
    let form = |next: usize| {
        let content = "0 0 9 9 re f /F Do /F Do";
        format!(
            "<</Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</XObject<</F {next} 0 R>>>>/Length {}>>stream\n{content}\nendstream",
            content.len()
        )
    };
    let endless = pdf("/F Do", &(6..24).map(form).collect::<Vec<_>>());
    let short = Duration::from_millis(1);
    assert_eq!(picture_within(short, &endless, 0, 0.5), Err(PaperError::Late));
    assert_eq!(picture(&endless, 0, 0.5), Err(PaperError::Late), "at once");
    assert!(picture(&paper(), 0, 0.5).is_ok(), "another one is drawn");
}

#[test]
fn wrong_bytes_and_wrong_pages_are_refused() {
    assert_eq!(picture(b"kein PDF", 0, 2.0), Err(PaperError::Unreadable));
    assert_eq!(picture(&paper(), 1, 2.0), Err(PaperError::NoSuchPage(1)));
    assert_eq!(pages(&paper()), Ok(1));
}

/// Whatever was found by `fuzz/` or made on purpose to break whoever draws it.
#[test]
fn a_pdf_that_calls_itself_or_wants_more_than_there_is_does_no_harm() {
    let drawn = |content: &str, more: &str| picture(&pdf(content, &[more.to_owned()]), 0, 0.5);
    assert!(drawn("0 0 99 99 re f", "").is_ok());
    assert!(drawn(&"[".repeat(200_000), "").is_ok(), "what cannot be read is left out");
    assert!(drawn(&"q ".repeat(300_000), "").is_ok());
    let form = "<</Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</XObject<</F 5 0 R>>>>/Length 5>>stream\n/F Do\nendstream";
    assert!(drawn("/F Do", form).is_ok());
    let image = "<</Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceRGB/Length 3>>stream\nabc\nendstream";
    assert!(drawn("595 0 0 842 0 0 cm /F Do", image).is_ok());
}

/// A page with this content, and whatever else there is from the fifth object on, the first of it by the name of F.
fn pdf(content: &str, more: &[String]) -> Vec<u8> {
    let page =
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>";
    let first =
        ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", page].map(str::to_owned);
    let content = format!("<</Length {}>>stream\n{content}\nendstream", content.len());
    let objects: Vec<String> = first.into_iter().chain([content]).chain(more.iter().cloned()).collect();
    let size = objects.len() + 1;
    let (mut file, mut table) = ("%PDF-1.7\n".to_owned(), format!("xref\n0 {size}\n0000000000 65535 f \n"));
    for (at, object) in objects.iter().enumerate() {
        let _ = writeln!(table, "{:010} 00000 n ", file.len());
        let _ = write!(file, "{} 0 obj\n{object}\nendobj\n", at + 1);
    }
    let start = file.len();
    (file + &table + &format!("trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"))
        .into_bytes()
}
