//! Reads a finished PDF the way a screen reader does: tag tree, marks on the pages, what each mark says. Judges nothing.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// Objects of a dictionary by name; null where it is not there.
pub fn entry<'a>(pdf: &'a Document, dict: &'a Dictionary, key: &str) -> &'a Object {
    let found = dict.get(key.as_bytes()).unwrap_or(&Object::Null);
    pdf.dereference(found).map_or(&Object::Null, |(_, object)| object)
}

pub fn dict<'a>(pdf: &'a Document, of: &'a Dictionary, key: &str) -> Option<&'a Dictionary> {
    match entry(pdf, of, key) {
        Object::Dictionary(dict) => Some(dict),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

pub fn name(pdf: &Document, of: &Dictionary, key: &str) -> String {
    entry(pdf, of, key).as_name().map(|name| String::from_utf8_lossy(name).into_owned()).unwrap_or_default()
}

/// A string of the file as text.
pub fn text(object: &Object) -> Option<String> {
    let bytes = object.as_str().ok()?;
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(units) => {
            let units: Vec<u16> = units.chunks(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
            String::from_utf16(&units).ok()
        }
        None => Some(bytes.iter().map(|byte| char::from(*byte)).collect()),
    }
}

/// A font as content uses it.
#[derive(Debug, Default)]
pub struct Font {
    pub id: ObjectId,
    says: BTreeMap<u16, String>,
}

/// A page's content, mark by mark.
#[derive(Debug, Default)]
pub struct Marks {
    pub page: ObjectId,
    /// What each mark says.
    pub says: BTreeMap<i64, String>,
    /// Operators that draw outside of any mark and of any artefact.
    pub loose: usize,
    /// Marks inside artefacts, or artefacts inside marks.
    pub nested: usize,
    /// Codes that were drawn with each font.
    pub codes: BTreeMap<ObjectId, Vec<u16>>,
    /// Codes drawn that say nothing.
    pub silent: usize,
    /// Parts of words that go on elsewhere, and say nothing by themselves.
    pub instead: usize,
}

enum Open {
    Artifact,
    Mark(i64),
    /// What it says stands beside what it draws.
    Instead,
    Other,
}

/// What stands on each page.
pub fn pages(pdf: &Document) -> Vec<Marks> {
    pdf.get_pages().into_values().map(|page| marks(pdf, page)).collect()
}

fn marks(pdf: &Document, page: ObjectId) -> Marks {
    let fonts: BTreeMap<Vec<u8>, Font> = fonts(pdf, page);
    let mut marks = Marks { page, ..Marks::default() };
    let content = Content::decode(&pdf.get_page_content(page)).expect("operators");
    let (mut open, mut font): (Vec<Open>, Option<&Font>) = (Vec::new(), None);
    for operation in &content.operations {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "BMC" | "BDC" => open.push(opened(&mut marks, &open, operands)),
            "EMC" => drop(open.pop()),
            "Tf" => font = operands[0].as_name().ok().and_then(|name| fonts.get(name)),
            "Tj" | "TJ" => {
                let said = shown(&mut marks, font, operands);
                say(&mut marks, &open, &said);
            }
            "f" | "f*" | "S" | "s" | "B" | "b" | "Do" => say(&mut marks, &open, ""),
            _ => {}
        }
    }
    marks
}

fn opened(marks: &mut Marks, open: &[Open], operands: &[Object]) -> Open {
    let inside = |wanted: fn(&Open) -> bool| open.iter().any(wanted);
    if operands[0].as_name().is_ok_and(|tag| tag == b"Artifact") {
        marks.nested += usize::from(inside(|open| matches!(open, Open::Mark(_))));
        return Open::Artifact;
    }
    let Some(Object::Dictionary(properties)) = operands.get(1) else { return Open::Other };
    if let Ok(mark) = properties.get(b"MCID").and_then(Object::as_i64) {
        marks.nested += usize::from(inside(|open| matches!(open, Open::Artifact)));
        let _ = marks.says.entry(mark).or_default();
        return Open::Mark(mark);
    }
    if let Some(instead) = properties.get(b"ActualText").ok().and_then(text) {
        marks.instead += usize::from(instead.is_empty());
        say(marks, open, &instead);
        return Open::Instead;
    }
    Open::Other
}

/// Adds what is said to the mark that is open.
fn say(marks: &mut Marks, open: &[Open], said: &str) {
    let mark = open.iter().rev().find_map(|open| match open {
        Open::Mark(mark) => Some(*mark),
        _ => None,
    });
    let replaced = open.iter().any(|open| matches!(open, Open::Instead));
    match mark {
        Some(mark) if !replaced => marks.says.entry(mark).or_default().push_str(said),
        Some(_) => {}
        None => marks.loose += usize::from(!open.iter().any(|open| matches!(open, Open::Artifact))),
    }
}

/// What glyphs say by the font's own table.
fn shown(marks: &mut Marks, font: Option<&Font>, operands: &[Object]) -> String {
    let parts = match operands.first() {
        Some(Object::Array(parts)) => parts.clone(),
        Some(one) => vec![one.clone()],
        None => Vec::new(),
    };
    let mut said = String::new();
    for bytes in parts.iter().filter_map(|part| part.as_str().ok()) {
        for two in bytes.chunks_exact(2) {
            let code = u16::from_be_bytes([two[0], two[1]]);
            let Some(font) = font else { continue };
            marks.codes.entry(font.id).or_default().push(code);
            match font.says.get(&code) {
                Some(text) => said.push_str(text),
                None => marks.silent += 1,
            }
        }
    }
    said
}

fn fonts(pdf: &Document, page: ObjectId) -> BTreeMap<Vec<u8>, Font> {
    let page = pdf.get_dictionary(page).expect("page");
    let table = dict(pdf, page, "Resources").and_then(|own| dict(pdf, own, "Font"));
    let mut fonts = BTreeMap::new();
    for (name, font) in table.into_iter().flatten() {
        let Ok(id) = font.as_reference() else { continue };
        let Ok(font) = pdf.get_dictionary(id) else { continue };
        let says = match entry(pdf, font, "ToUnicode") {
            Object::Stream(map) => map.get_plain_content().map(|map| unicode(&map)).unwrap_or_default(),
            _ => BTreeMap::new(),
        };
        let _ = fonts.insert(name.clone(), Font { id, says });
    }
    fonts
}

/// Codes and what they say: the `bfchar` and `bfrange` lines of a `ToUnicode` map.
fn unicode(map: &[u8]) -> BTreeMap<u16, String> {
    let map = String::from_utf8_lossy(map);
    let mut says = BTreeMap::new();
    for (kind, from) in [("bfchar", 1), ("bfrange", 2)] {
        for block in map.split(&format!("begin{kind}")).skip(1) {
            let block = block.split(&format!("end{kind}")).next().unwrap_or_default();
            let hex: Vec<&str> = block.split(['<', '>']).skip(1).step_by(2).collect();
            for row in hex.chunks_exact(from + 1) {
                let number = |at: usize| u16::from_str_radix(row[at].trim(), 16).unwrap_or_default();
                let units: Vec<u16> = row[from]
                    .as_bytes()
                    .chunks(4)
                    .map(|four| u16::from_str_radix(&String::from_utf8_lossy(four), 16).unwrap_or_default())
                    .collect();
                for code in number(0)..=number(from - 1) {
                    let mut units = units.clone();
                    if let Some(last) = units.last_mut() {
                        *last += code - number(0);
                    }
                    let _ = says.insert(code, String::from_utf16_lossy(&units));
                }
            }
        }
    }
    says
}
