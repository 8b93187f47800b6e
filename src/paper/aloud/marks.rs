//! What stands on a page, mark by mark, as its fonts say it. Knows no tag.

use super::open::{MOST_UNPACKED, entry, text};
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeMap;

/// Steps from a page up to what it inherits from.
const HIGHEST: usize = 16;
/// Codes of a font that may say something.
const MOST_CODES: usize = 65_536;

/// A page's text.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// What each mark says.
    pub says: BTreeMap<i64, String>,
    /// Everything but what only decorates, line by line.
    all: Vec<String>,
}

impl Marks {
    /// The lines as they were drawn, without the empty ones.
    pub fn lines(&self) -> impl Iterator<Item = String> + '_ {
        self.all.iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty())
    }
}

/// The marked stretches that are open.
enum Open {
    Artifact,
    Mark(i64),
    /// What it says stands beside what it draws.
    Instead,
    Other,
}

/// What each code of a font says, and how many bytes a code has.
#[derive(Debug, Default)]
struct Font {
    says: BTreeMap<u16, String>,
    wide: bool,
}

struct Walk {
    fonts: BTreeMap<Vec<u8>, Font>,
    font: Option<Vec<u8>>,
    open: Vec<Open>,
    /// Since the last text the pen went to another line.
    moved: bool,
    found: Marks,
}

/// What stands on the page. What cannot be read says nothing.
pub(super) fn of(pdf: &Document, page: ObjectId) -> Marks {
    let bytes = pdf.get_page_content_with_limit(page, MOST_UNPACKED).unwrap_or_default();
    let content = Content::decode(&bytes).map(|content| content.operations).unwrap_or_default();
    let mut walk =
        Walk { fonts: fonts(pdf, page), font: None, open: Vec::new(), moved: false, found: Marks::default() };
    for operation in &content {
        walk.step(operation);
    }
    walk.found
}

impl Walk {
    fn step(&mut self, operation: &Operation) {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "BMC" | "BDC" => {
                let opened = self.opened(operands);
                self.open.push(opened);
            }
            "EMC" => drop(self.open.pop()),
            "Tf" => self.font = operands.first().and_then(|name| name.as_name().ok()).map(<[u8]>::to_vec),
            "BT" | "T*" | "Tm" => self.moved = true,
            "Td" | "TD" => {
                let down = operands.get(1).and_then(|down| down.as_float().ok()).unwrap_or_default();
                self.moved |= down.abs() > 0.5;
            }
            "Tj" | "TJ" => {
                let said = self.shown(operands.first());
                self.say(&said, false);
            }
            "'" | "\"" => {
                self.moved = true;
                let said = self.shown(operands.last());
                self.say(&said, false);
            }
            _ => {}
        }
    }

    fn opened(&mut self, operands: &[Object]) -> Open {
        if operands.first().is_some_and(|tag| tag.as_name().is_ok_and(|tag| tag == b"Artifact")) {
            return Open::Artifact;
        }
        let Some(Object::Dictionary(properties)) = operands.get(1) else { return Open::Other };
        if let Ok(mark) = properties.get(b"MCID").and_then(Object::as_i64) {
            let _ = self.found.says.entry(mark).or_default();
            return Open::Mark(mark);
        }
        if let Some(instead) = properties.get(b"ActualText").ok().and_then(text) {
            self.say(&instead, true);
            return Open::Instead;
        }
        Open::Other
    }

    /// Adds what is said to the mark that is open. Another line is another word, unless a sign joins them.
    fn say(&mut self, said: &str, instead: bool) {
        let replaced = !instead && self.open.iter().any(|open| matches!(open, Open::Instead));
        if said.is_empty() || replaced || self.open.iter().any(|open| matches!(open, Open::Artifact)) {
            return;
        }
        let moved = std::mem::take(&mut self.moved);
        if moved || self.found.all.is_empty() {
            self.found.all.push(String::new());
        }
        if let Some(line) = self.found.all.last_mut() {
            line.push_str(said);
        }
        let mark = self.open.iter().rev().find_map(|open| match open {
            Open::Mark(mark) => Some(*mark),
            _ => None,
        });
        let Some(text) = mark.and_then(|mark| self.found.says.get_mut(&mark)) else { return };
        if moved {
            join(text);
        }
        text.push_str(said);
    }

    fn shown(&self, drawn: Option<&Object>) -> String {
        let parts = match drawn {
            Some(Object::Array(parts)) => parts.as_slice(),
            Some(one) => std::slice::from_ref(one),
            None => &[],
        };
        let font = self.font.as_ref().and_then(|name| self.fonts.get(name));
        parts.iter().filter_map(|part| part.as_str().ok()).map(|bytes| spoken(font, bytes)).collect()
    }
}

/// Makes room for what comes on another line.
pub(super) fn join(text: &mut String) {
    if text.ends_with('\u{ad}') {
        let _ = text.pop();
    } else if !text.is_empty() && !text.ends_with(|last: char| last.is_whitespace() || last == '-') {
        text.push(' ');
    }
}

fn spoken(font: Option<&Font>, bytes: &[u8]) -> String {
    let Some(font) = font else { return String::new() };
    if font.wide {
        let codes = bytes.chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]]));
        return codes.filter_map(|code| font.says.get(&code)).map(String::as_str).collect();
    }
    let one = |byte: &u8| {
        let own = font.says.get(&u16::from(*byte)).cloned();
        own.unwrap_or_else(|| char::from(*byte).to_string())
    };
    bytes.iter().map(one).collect()
}

fn fonts(pdf: &Document, page: ObjectId) -> BTreeMap<Vec<u8>, Font> {
    let mut fonts = BTreeMap::new();
    let mut at = pdf.get_dictionary(page).ok();
    // Where a page says nothing of its own, what stands above it counts.
    for _ in 0..HIGHEST {
        let Some(own) = at else { break };
        if let Some(table) = dict(pdf, own, "Resources").and_then(|own| dict(pdf, own, "Font")) {
            for (name, font) in table {
                if let Some(font) = pdf.dereference(font).ok().and_then(|(_, font)| font.as_dict().ok()) {
                    let _ = fonts.insert(name.clone(), read(pdf, font));
                }
            }
            break;
        }
        at = dict(pdf, own, "Parent");
    }
    fonts
}

fn dict<'a>(pdf: &'a Document, of: &'a Dictionary, key: &str) -> Option<&'a Dictionary> {
    entry(pdf, of, key).as_dict().ok()
}

fn read(pdf: &Document, font: &Dictionary) -> Font {
    let wide = entry(pdf, font, "Subtype").as_name().is_ok_and(|kind| kind == b"Type0");
    let says = match entry(pdf, font, "ToUnicode") {
        Object::Stream(map) => {
            map.get_plain_content_with_limit(MOST_UNPACKED).map(|map| unicode(&map)).unwrap_or_default()
        }
        _ => BTreeMap::new(),
    };
    Font { says, wide }
}

/// Codes and what they say: the `bfchar` and `bfrange` lines of a `ToUnicode` map.
fn unicode(map: &[u8]) -> BTreeMap<u16, String> {
    let map = String::from_utf8_lossy(map);
    let mut says = BTreeMap::new();
    for (kind, ends) in [("bfchar", 1), ("bfrange", 2)] {
        for block in map.split(&format!("begin{kind}")).skip(1) {
            let block = block.split(&format!("end{kind}")).next().unwrap_or_default();
            let hex: Vec<&str> = block.split(['<', '>']).skip(1).step_by(2).collect();
            for row in hex.chunks_exact(ends + 1) {
                let number = |at: usize| u16::from_str_radix(row[at].trim(), 16).unwrap_or_default();
                let first = units(row[ends]);
                for code in number(0)..=number(ends - 1) {
                    if says.len() >= MOST_CODES {
                        return says;
                    }
                    let mut units = first.clone();
                    if let Some(last) = units.last_mut() {
                        *last = last.wrapping_add(code - number(0));
                    }
                    let _ = says.insert(code, String::from_utf16_lossy(&units));
                }
            }
        }
    }
    says
}

fn units(hex: &str) -> Vec<u16> {
    let four = |four: &[u8]| u16::from_str_radix(&String::from_utf8_lossy(four), 16).unwrap_or_default();
    hex.trim().as_bytes().chunks(4).map(four).collect()
}
