//! Writes the page model as PDF/A-3a and PDF/UA-1. Lays nothing out and knows no letters.
//!
//! `printpdf` writes pages and font subsets; structure tree, metadata, output intent, outline and attachments
//! are added to its object tree. Equal models give equal bytes: font names are fixed, the only date is the day
//! of issue, and the file's `/ID` is a hash of what is in it.

mod archive;
mod content;
mod links;
mod outline;
mod srgb;
mod tags;

use std::io::Write as _;
use std::sync::OnceLock;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Object, ObjectId, SaveOptions};
use printpdf::{Mm, Op, ParsedFont, PdfDocument, PdfFont, PdfPage, PdfSaveOptions};

use super::PaperError;
use super::page::{Document, Face};
use super::shape::loaded;

/// The bytes of the file.
pub fn write(doc: &Document) -> Result<Vec<u8>, PaperError> {
    let mut pages = content::Pages::new(doc.pages.len());
    for (page, model) in doc.pages.iter().enumerate() {
        pages.artifacts(page, model)?;
    }
    let tree =
        doc.tree.iter().map(|node| tags::draw(&mut pages, doc, node)).collect::<Result<Vec<_>, _>>()?;
    let images = std::mem::take(&mut pages.images);
    let mut pdf = with_printpdf(doc, pages.into_ops())?;

    let ids: Vec<ObjectId> = pdf.get_pages().into_values().collect();
    let tagged = tags::Tagged::write(&mut pdf, &doc.lang, &tree, &ids);
    tags::mark_pages(&mut pdf, &ids, tagged.annotations)?;
    content::add_images(&mut pdf, &ids, &images)?;
    outline::add(&mut pdf, doc, &ids)?;
    archive::add(&mut pdf, doc, tagged.root)?;
    archive::identify(&mut pdf);
    pack(&mut pdf);
    let mut bytes = Vec::new();
    // The structure tree is hundreds of small objects: packed together they take a tenth.
    let packed = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(1000)
        .compression_level(LEVEL)
        .build();
    pdf.save_with_options(&mut bytes, packed).map_err(failed)?;
    Ok(bytes)
}

/// How hard streams are packed: the hardest (9) takes a letter half a millisecond more and saves a hundredth of its bytes.
const LEVEL: u32 = 6;

/// Packs what is not packed yet.
fn pack(pdf: &mut lopdf::Document) {
    for object in pdf.objects.values_mut() {
        let Ok(stream) = object.as_stream_mut() else { continue };
        if !stream.allows_compression || stream.dict.has(b"Filter") {
            continue;
        }
        let mut packed = ZlibEncoder::new(Vec::new(), Compression::new(LEVEL));
        let done = packed.write_all(&stream.content).and_then(|()| packed.finish());
        // The name of the filter costs too.
        if let Ok(packed) = done
            && packed.len() + 19 < stream.content.len()
        {
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(packed);
        }
    }
}

/// Pages and subset fonts as an object tree that can still be added to.
fn with_printpdf(doc: &Document, pages: Vec<Vec<Op>>) -> Result<lopdf::Document, PaperError> {
    let mut pdf = PdfDocument::new(&doc.title);
    for face in [Face::Regular, Face::Bold] {
        // Fonts added in the usual way are named by a counter of the process: other bytes each time.
        let _ = pdf.resources.fonts.map.insert(content::font_id(face), PdfFont::new(parsed(face)?.clone()));
    }
    let sized = doc.pages.iter().zip(pages);
    let _ =
        pdf.with_pages(sized.map(|(page, ops)| PdfPage::new(Mm(page.width), Mm(page.height), ops)).collect());
    let options = PdfSaveOptions { subset_fonts: true, optimize: true, secure: false, ..Default::default() };
    let mut warnings = Vec::new();
    let mut written = pdf.to_lopdf_document(&options, &mut warnings);
    "1.7".clone_into(&mut written.version);
    Ok(written)
}

/// The faces as the writer wants them, parsed once per process.
fn parsed(face: Face) -> Result<&'static ParsedFont, PaperError> {
    static FONTS: [OnceLock<Option<ParsedFont>>; 2] = [OnceLock::new(), OnceLock::new()];
    let bytes = loaded(face)?.bytes;
    let slot = match face {
        Face::Regular => &FONTS[0],
        Face::Bold => &FONTS[1],
    };
    slot.get_or_init(|| ParsedFont::from_bytes(bytes, 0, &mut Vec::new()))
        .as_ref()
        .ok_or(PaperError::Asset("font"))
}

#[allow(clippy::needless_pass_by_value, reason = "used as a function in map_err")]
fn failed(error: impl ToString) -> PaperError {
    PaperError::Write(error.to_string())
}

/// Text as PDF wants it outside of pages: UTF-16 with a mark.
fn unicode(text: &str) -> Object {
    Object::String(utf16(text), lopdf::StringFormat::Hexadecimal)
}

/// The same as bytes.
pub(super) fn utf16(text: &str) -> Vec<u8> {
    let mut bytes = vec![0xFE, 0xFF];
    for unit in text.encode_utf16() {
        bytes.extend(unit.to_be_bytes());
    }
    bytes
}

#[cfg(test)]
mod marks;
#[cfg(test)]
mod tests;
