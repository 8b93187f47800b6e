//! What our own writer wrote is read back as it was meant; what others wrote does no harm.

use super::*;
use crate::domain::answers::Answers;
use crate::domain::town::Town;
use crate::paper::form::{self, FormHead, Purpose, builtin};
use lopdf::{Object, dictionary};

/// The same paper as another program would save it, with a line of its text changed where one is given.
///
/// # Panics
/// Where the bytes are no paper of ours.
pub fn saved_anew(bytes: &[u8], change: Option<(&str, &str)>) -> Vec<u8> {
    let mut pdf = Document::load_mem(bytes).expect("our own");
    if let Some((from, to)) = change {
        pdf.version = "1.6".to_owned();
        for object in pdf.objects.values_mut() {
            if let Object::Stream(stream) = object
                && let Ok(map) = stream.get_plain_content()
                && let Ok(text) = String::from_utf8(map)
                && text.contains(from)
            {
                stream.set_plain_content(text.replace(from, to).into_bytes());
            }
        }
    }
    let mut saved = Vec::new();
    pdf.save_to(&mut saved).expect("saved");
    saved
}

fn day() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day")
}

fn kinds(parts: &[Part]) -> Vec<Kind> {
    parts.iter().map(|part| part.kind).collect()
}

#[test]
fn a_form_reads_its_boxes_and_headings_page_by_page() {
    let mut answers = Answers::default();
    answers.set("geschlecht", "weiblich".into());
    let head = FormHead::of(&Town::default(), day(), Purpose::Draft);
    let form = form::render(builtin("gewa1/2023").expect("the form"), &answers, &head).expect("drawn");
    let opened = open(&form.bytes).expect("opened");
    let first = page(&opened.pdf, 0).expect("a first page");
    assert!(first.tagged && page(&opened.pdf, 99).is_none());
    assert!(kinds(&first.parts).iter().any(|kind| matches!(kind, Kind::Heading(1))), "{first:#?}");
    let boxes: Vec<&Part> = all(&first.parts).into_iter().filter(|part| part.kind == Kind::Figure).collect();
    assert!(boxes.iter().any(|part| part.text == "nicht angekreuzt"), "{boxes:?}");
    let said: Vec<String> = first.parts.iter().map(Part::all_text).collect();
    for line in ["weiblich angekreuzt", "divers nicht angekreuzt"] {
        assert!(said.iter().any(|said| said.contains(line)), "{line} is missing in {said:#?}");
    }
    assert_eq!(opened.producer, "Amtsstube");
    assert_eq!((opened.day.as_str(), opened.data.is_some()), ("20261124", true));
}

fn all(parts: &[Part]) -> Vec<&Part> {
    parts.iter().flat_map(|part| std::iter::once(part).chain(all(&part.parts))).collect()
}

#[test]
fn what_is_no_paper_is_told_apart_and_does_no_harm() {
    assert_eq!(open(b"GIF89a").err(), Some(Unreadable::NoPdf));
    assert_eq!(open(b"%PDF-1.7\nnothing more").err(), Some(Unreadable::Broken));
    assert_eq!(open(b"%PDF-1.7\n/Encrypt nothing more").err(), Some(Unreadable::Encrypted));
    let deep =
        [b"%PDF-1.7\n1 0 obj\n".as_slice(), &b"[".repeat(200_000), b"\nendobj\nstartxref\n0\n%%EOF"].concat();
    assert_eq!(open(&deep).err(), Some(Unreadable::Broken));
    let head = FormHead::of(&Town::default(), day(), Purpose::Draft);
    let form =
        form::render(builtin("gewa1/2023").expect("the form"), &Answers::default(), &head).expect("drawn");
    for cut in (0..form.bytes.len()).step_by(form.bytes.len() / 12) {
        let mut bytes = form.bytes.clone();
        bytes[cut] ^= 0x55;
        for bytes in [&bytes[..], &form.bytes[..cut]] {
            if let Ok(opened) = open(bytes) {
                let _ = (page(&opened.pdf, 0), lines(&opened.pdf));
            }
        }
    }
}

#[test]
fn a_tree_that_contains_itself_comes_to_an_end() {
    let head = FormHead::of(&Town::default(), day(), Purpose::Draft);
    let form =
        form::render(builtin("gewa1/2023").expect("the form"), &Answers::default(), &head).expect("drawn");
    let mut pdf = Document::load_mem(&form.bytes).expect("our own");
    let id = pdf.new_object_id();
    pdf.set_object(id, dictionary! { "S" => "P", "K" => vec![Object::Reference(id), Object::Reference(id)] });
    let root = pdf
        .catalog()
        .expect("a catalog")
        .get(b"StructTreeRoot")
        .and_then(Object::as_reference)
        .expect("a tree");
    pdf.get_object_mut(root)
        .and_then(Object::as_dict_mut)
        .expect("a tree")
        .set("K", vec![Object::Reference(id)]);
    let spoken = page(&pdf, 0).expect("a page");
    assert!(spoken.parts.is_empty());
}
