//! Opens a PDF from anywhere: within limits, and away from this thread's stack. Says what the file says of itself.

use crate::paper::apart::apart;
use lopdf::{Dictionary, Document, LoadOptions, Object};
use serde_json::Value;

/// Largest file that is read through, in bytes; our own papers are a hundredth of it.
pub const LARGEST: usize = 25 << 20;
/// Most that a piece of a file may unpack to.
pub(super) const MOST_UNPACKED: usize = 16 << 20;
/// Most pages whose text is read.
pub(super) const MOST_PAGES: usize = 200;

/// Why a file is not read through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It does not begin as a PDF does.
    NoPdf,
    /// It wants a password, or has been locked against changes.
    Encrypted,
    /// It is broken, or made to break whoever reads it.
    Broken,
}

/// A PDF that was read, and what it says of itself.
#[derive(Debug)]
pub struct Opened {
    /// Its objects.
    pub pdf: Document,
    /// Its title.
    pub title: String,
    /// Who made it.
    pub author: String,
    /// The program that made it.
    pub producer: String,
    /// The day it bears, as eight digits.
    pub day: String,
    /// The values of our own papers, where it carries some.
    pub data: Option<Value>,
    /// Pages.
    pub pages: usize,
}

/// Opens it.
pub fn open(bytes: &[u8]) -> Result<Opened, Unreadable> {
    // Ahead of the mark, some mail programs leave a line of their own.
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    if !head.windows(5).any(|five| five == b"%PDF-") {
        return Err(Unreadable::NoPdf);
    }
    if bytes.len() > LARGEST {
        return Err(Unreadable::Broken);
    }
    let read = || {
        let options = LoadOptions::with_max_decompressed_size(MOST_UNPACKED);
        let pdf = Document::load_mem_with_options(bytes, options).ok()?;
        Some(about(pdf))
    };
    match apart(read) {
        Some(Some(Some(opened))) => Ok(opened),
        Some(Some(None)) => Err(Unreadable::Encrypted),
        _ if bytes.windows(8).any(|eight| eight == b"/Encrypt") => Err(Unreadable::Encrypted),
        _ => Err(Unreadable::Broken),
    }
}

/// What it says of itself; nothing where it is encrypted.
fn about(pdf: Document) -> Option<Opened> {
    if pdf.was_encrypted() || pdf.is_encrypted() {
        return None;
    }
    let info = entry(&pdf, &pdf.trailer, "Info").as_dict().ok();
    let of = |key: &str| info.and_then(|info| text(entry(&pdf, info, key))).unwrap_or_default();
    let (title, author, producer) = (of("Title"), of("Author"), of("Producer"));
    let day = of("CreationDate").trim_start_matches("D:").chars().take(8).collect();
    let data = data(&pdf);
    let pages = pdf.page_iter().take(usize::from(u16::MAX)).count();
    Some(Opened { pdf, title, author, producer, day, data, pages })
}

/// The file of that name inside it.
fn data(pdf: &Document) -> Option<Value> {
    let is_ours =
        |spec: &Dictionary| text(entry(pdf, spec, "UF")).is_some_and(|name| name == crate::paper::data::NAME);
    let mut specs = pdf.objects.values().filter_map(|object| object.as_dict().ok());
    let spec = specs.find(|spec| spec.has(b"EF") && is_ours(spec))?;
    let file = entry(pdf, entry(pdf, spec, "EF").as_dict().ok()?, "F").as_stream().ok()?;
    serde_json::from_slice(&file.get_plain_content_with_limit(MOST_UNPACKED).ok()?).ok()
}

/// What a dictionary has under a name; null where that is nothing.
pub(super) fn entry<'a>(pdf: &'a Document, dict: &'a Dictionary, key: &str) -> &'a Object {
    let found = dict.get(key.as_bytes()).unwrap_or(&Object::Null);
    pdf.dereference(found).map_or(&Object::Null, |(_, object)| object)
}

/// A string outside of pages, as text: UTF-16 with a mark, or else one byte for each sign.
pub(super) fn text(object: &Object) -> Option<String> {
    let bytes = object.as_str().ok()?;
    Some(match bytes {
        [0xFE, 0xFF, units @ ..] => utf16(units),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        plain => plain.iter().copied().map(char::from).collect(),
    })
}

/// Two bytes for each unit.
fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
    String::from_utf16_lossy(&units)
}
