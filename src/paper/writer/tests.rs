//! The written file: equal models give equal bytes, pages and marks are there.

use chrono::NaiveDate;

use super::super::canvas::{Canvas, Meta, Style};
use super::super::page::{Attachment, Image, Rect};
use super::*;
use crate::paper::page::Role;

fn document() -> Document {
    let date = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let mut canvas = Canvas::new(Meta::german("Probe & mehr", "Stadt Gescher", date));
    let _ = canvas.text(Role::H1, 25.0, 30.0, &Style::bold(14.0), "Überschrift").unwrap();
    let _ = canvas.text(Role::P, 25.0, 40.0, &Style::regular(10.0), "D̂ámján Ç̆elik, § 15 K͟H").unwrap();
    canvas.check_box(Rect::new(25.0, 50.0, 4.0, 4.0), true, "angekreuzt");
    let red: Vec<u8> = [200, 0, 0].repeat(4);
    let image = Image { rect: Rect::new(40.0, 50.0, 10.0, 10.0), width: 2, height: 2, rgb: red.into() };
    canvas.image(image, "Wappen");
    canvas.next_page();
    let _ = canvas.text(Role::H2, 25.0, 30.0, &Style::bold(12.0), "Seite zwei").unwrap();
    canvas.attach(Attachment {
        name: "vorgang.json".into(),
        description: "Vorgangsdaten".into(),
        media_type: "application/json".into(),
        bytes: b"{}".to_vec(),
    });
    canvas.finish()
}

#[test]
fn equal_models_give_equal_bytes_and_others_do_not() {
    let doc = document();
    let bytes = write(&doc).unwrap();
    assert_eq!(bytes, write(&doc).unwrap());
    let other = Document { title: "Andere".into(), ..doc };
    assert_ne!(bytes, write(&other).unwrap());
}

#[test]
fn the_file_has_pages_tree_and_attachment() {
    let bytes = write(&document()).unwrap();
    let pdf = lopdf::Document::load_mem(&bytes).unwrap();
    assert_eq!(pdf.get_pages().len(), 2);
    let catalog = pdf.catalog().unwrap();
    for key in ["StructTreeRoot", "MarkInfo", "OutputIntents", "Metadata", "AF", "Outlines", "Lang"] {
        assert!(catalog.has(key.as_bytes()), "{key}");
    }
    assert!(bytes.len() < 45_000, "{} bytes", bytes.len());
}
