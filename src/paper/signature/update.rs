//! What is written behind a finished paper so that it carries a signature: an incremental update (ISO 32000-1, 7.5.6).
//! Signs nothing.
//!
//! The field is a widget without area outside of the page. PDF/A-3 wants no appearance of it then (ISO 19005-3, 6.3.3); part 1
//! did, so it has one that paints nothing. The tag
//! tree has it all the same, at its end: who listens hears that the paper is signed, and checkers that do not know what lies
//! outside of the page (ISO 14289-1, 7.18.1) find the form that they look for (7.18.4). The same paper, words and signature are the same bytes: that is how
//! [`read`] knows that nothing else was added. **What it writes must not change**: copies are verified by writing it again.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::ops::Range;

use chrono::{DateTime, NaiveDateTime, Utc};
use lopdf::{Dictionary, Document as Pdf, Object, ObjectId};
use sha2::{Digest, Sha256};

use super::super::PaperError;
use super::Said;

const END: &[u8] = b"%%EOF";
const MOMENT: &str = "%Y%m%d%H%M%S";

/// A copy whose signature may still be missing.
pub(super) struct Written {
    /// The whole file.
    pub bytes: Vec<u8>,
    /// Where the value of `Contents` stands, the signature as hexadecimal digits in their brackets: all else is signed (`ByteRange`).
    contents: Range<usize>,
}

impl Written {
    /// SHA-256 of what is signed.
    pub fn digest(&self) -> [u8; 32] {
        let (before, after) = (&self.bytes[..self.contents.start], &self.bytes[self.contents.end..]);
        Sha256::new().chain_update(before).chain_update(after).finalize().into()
    }

    /// With this signature; nothing where there is too little room for it.
    pub fn filled(mut self, signature: &[u8]) -> Option<Self> {
        let digits = hex(signature);
        self.bytes[self.contents.clone()].get_mut(1..=digits.len())?.copy_from_slice(digits.as_bytes());
        (digits.len() + 2 <= self.contents.len()).then_some(self)
    }
}

/// The paper with an update behind it that has room for a signature of so many bytes.
pub(super) fn write(
    paper: &[u8],
    said: &Said,
    at: DateTime<Utc>,
    room: usize,
) -> Result<Written, PaperError> {
    let pdf = Pdf::load_mem(paper).map_err(|_| PaperError::Unreadable)?;
    let base = Base::of(paper, &pdf).ok_or(PaperError::Unreadable)?;
    let mut update = Update { bytes: paper.to_vec(), places: BTreeMap::new() };
    update.bytes.push(b'\n');
    let [signature, field, look, form, table] = [0, 1, 2, 3, 4].map(|next| base.free + next);
    let page = format!("{} {} R", base.page.0.0, base.page.0.1);

    let head = "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[";
    let range = update.begin(signature) + head.len();
    update.add(&format!("{head}{:>32}]/Contents", ""));
    let start = update.bytes.len();
    update.add(&format!("<{}>", "00".repeat(room)));
    let contents = start..update.bytes.len();
    let (name, reason) = (utf16(&said.authority), utf16(&said.reason));
    let moment = at.format(MOMENT);
    update.end(&format!("/M(D:{moment}+00'00')/Name<{name}>/Reason<{reason}>>>"));

    let _ = update.begin(field);
    let label = utf16(&said.label);
    update.end(&format!(
        "<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature1)/TU<{label}>/F 132/Rect[-1 -1 -1 -1]/P {page}/V {signature} 0 R/AP<</N {look} 0 R>>/StructParent {}>>",
        base.key
    ));
    let _ = update.begin(look);
    update.end("<</Type/XObject/Subtype/Form/BBox[0 0 0 0]/Length 0>>stream\n\nendstream");
    let _ = update.begin(form);
    update.end(&format!(
        "<</Type/StructElem/S/Form/P {} 0 R/Pg {page}/K<</Type/OBJR/Obj {field} 0 R/Pg {page}>>>>",
        base.document.0.0
    ));
    let tagged = [base.tree(form), base.document(form)].map(|changed| changed.ok_or(PaperError::Unreadable));
    let [tree, document] = tagged;
    for ((id, _), dict) in [base.catalog(field), base.page(field), tree?, document?] {
        let _ = update.begin(id);
        let mut text = String::new();
        object(&Object::Dictionary(dict), &mut text).map_err(|_| PaperError::Unreadable)?;
        update.end(&text);
    }
    let id = hex(&Sha256::new().chain_update(paper).chain_update(update.tail(start)).finalize()[..16]);
    update.table(table, &base, &id).ok_or(PaperError::Unreadable)?;

    let after = update.bytes.len() - contents.end;
    let covered = format!("0 {:>10}{:>10}{after:>10}", contents.start, contents.end);
    update.bytes[range..range + covered.len()].copy_from_slice(covered.as_bytes());
    Ok(Written { bytes: update.bytes, contents })
}

/// The beginning of the file that would be a paper, if the last thing added to it is a signature.
pub(super) fn before(bytes: &[u8]) -> Option<&[u8]> {
    let ends = |bytes: &[u8]| bytes.windows(END.len()).rposition(|five| five == END);
    let last = ends(bytes)?;
    Some(&bytes[..ends(&bytes[..last])? + END.len()])
}

/// Words, moment and signature of a copy, and its file without the signature; nothing where anything else stands behind the paper.
pub(super) fn read(paper: &[u8], bytes: &[u8]) -> Option<(Written, Said, DateTime<Utc>, Vec<u8>)> {
    let added = String::from_utf8_lossy(bytes.get(paper.len()..)?).into_owned();
    let between = |from: &str, to: &str| Some(added.split_once(from)?.1.split_once(to)?.0.to_owned());
    let text = |key: &str| from_utf16(&unhex(&between(&format!("/{key}<"), ">")?)?);
    let said = Said { authority: text("Name")?, reason: text("Reason")?, label: text("TU")? };
    let at = NaiveDateTime::parse_from_str(&between("/M(D:", "+")?, MOMENT).ok()?.and_utc();
    let signature = unhex(&between("/Contents<", ">")?)?;
    let copy = write(paper, &said, at, signature.len()).ok()?.filled(&signature)?;
    (copy.bytes == bytes).then_some((copy, said, at, signature))
}

/// What an update has to know of the paper.
struct Base {
    root: (ObjectId, Dictionary),
    page: (ObjectId, Dictionary),
    annotations: Vec<Object>,
    /// The tag tree, and the element that holds all others.
    tree: (ObjectId, Dictionary),
    document: (ObjectId, Dictionary),
    /// The first number that no annotation has in the tree's table.
    key: i64,
    /// Where its own table of objects lies.
    table: usize,
    /// The first number that no object has.
    free: u32,
    info: Option<ObjectId>,
    id: Vec<u8>,
}

impl Base {
    fn of(paper: &[u8], pdf: &Pdf) -> Option<Self> {
        let own = |id: ObjectId| {
            Some((id, pdf.get_dictionary(id).ok().filter(|dict| is_whole(pdf, dict))?.clone()))
        };
        let root = own(pdf.trailer.get(b"Root").ok()?.as_reference().ok()?)?;
        let page = own(*pdf.get_pages().values().next()?)?;
        let annotations = match page.1.get(b"Annots") {
            Ok(list) => pdf.dereference(list).ok()?.1.as_array().ok()?.clone(),
            Err(_) => Vec::new(),
        };
        let tree = own(root.1.get(b"StructTreeRoot").ok()?.as_reference().ok()?)?;
        let document = own(tree.1.get(b"K").ok()?.as_array().ok()?.first()?.as_reference().ok()?)?;
        let key = tree.1.get(b"ParentTreeNextKey").ok()?.as_i64().ok()?;
        let mark: &[u8] = b"startxref";
        let at = paper.windows(mark.len()).rposition(|nine| nine == mark)? + mark.len();
        let table: usize = std::str::from_utf8(&paper[at..]).ok()?.split_whitespace().next()?.parse().ok()?;
        // A paper of ours has no fields of its own, and its table is a stream.
        let packed = paper.get(table).is_some_and(u8::is_ascii_digit);
        (packed && !root.1.has(b"AcroForm")).then_some(())?;
        let size = u32::try_from(pdf.trailer.get(b"Size").ok()?.as_i64().ok()?).ok()?;
        let id = pdf.trailer.get(b"ID").ok()?.as_array().ok()?.first()?.as_str().ok()?.to_vec();
        let info = match pdf.trailer.get(b"Info") {
            Ok(info) => Some(info.as_reference().ok().filter(|info| pdf.objects.contains_key(info))?),
            Err(_) => None,
        };
        Some(Self {
            root,
            page,
            annotations,
            tree,
            document,
            key,
            table,
            free: size.max(pdf.max_id + 1),
            info,
            id,
        })
    }

    /// The catalogue with the field.
    fn catalog(&self, field: u32) -> (ObjectId, Dictionary) {
        let (id, mut catalog) = self.root.clone();
        let mut form = Dictionary::new();
        form.set("Fields", vec![Object::Reference((field, 0))]);
        // Something is signed, and whoever changes the file may only add to it.
        form.set("SigFlags", 3);
        catalog.set("AcroForm", form);
        (id, catalog)
    }

    /// The tag tree that knows to which element the field belongs; nothing where its table is not there itself.
    fn tree(&self, form: u32) -> Option<(ObjectId, Dictionary)> {
        let (id, mut tree) = self.tree.clone();
        let table = tree.get_mut(b"ParentTree").ok()?.as_dict_mut().ok()?;
        let numbers = table.get_mut(b"Nums").ok()?.as_array_mut().ok()?;
        numbers.extend([Object::Integer(self.key), Object::Reference((form, 0))]);
        tree.set("ParentTreeNextKey", self.key + 1);
        Some((id, tree))
    }

    /// The whole document, with the field at its end; nothing where it is no list of elements.
    fn document(&self, form: u32) -> Option<(ObjectId, Dictionary)> {
        let (id, mut document) = self.document.clone();
        document.get_mut(b"K").ok()?.as_array_mut().ok()?.push(Object::Reference((form, 0)));
        Some((id, document))
    }

    /// The first page with the field's widget.
    fn page(&self, field: u32) -> (ObjectId, Dictionary) {
        let (id, mut page) = self.page.clone();
        let mut annotations = self.annotations.clone();
        annotations.push(Object::Reference((field, 0)));
        page.set("Annots", annotations);
        page.set("Tabs", Object::Name(b"S".to_vec()));
        (id, page)
    }
}

/// The file as far as it is written, and where the new objects stand in it.
struct Update {
    bytes: Vec<u8>,
    places: BTreeMap<u32, usize>,
}

impl Update {
    fn add(&mut self, text: &str) {
        self.bytes.extend(text.as_bytes());
    }

    /// Opens an object; returns where its content begins.
    fn begin(&mut self, id: u32) -> usize {
        let _ = self.places.insert(id, self.bytes.len());
        self.add(&format!("{id} 0 obj\n"));
        self.bytes.len()
    }

    fn end(&mut self, text: &str) {
        self.add(text);
        self.add("\nendobj\n");
    }

    fn tail(&self, from: usize) -> &[u8] {
        &self.bytes[from..]
    }

    /// The table of the new objects (7.5.8), and the end of the file; nothing where a place has no room in it.
    fn table(&mut self, id: u32, base: &Base, changed: &str) -> Option<()> {
        let start = self.begin(id);
        let (mut index, mut rows) = (String::new(), Vec::new());
        for (id, place) in &self.places {
            let _ = write!(index, "{id} 1 ");
            rows.push(1);
            rows.extend(u32::try_from(*place).ok()?.to_be_bytes());
            rows.extend([0, 0]);
        }
        let info = base.info.map(|(id, generation)| format!("/Info {id} {generation} R")).unwrap_or_default();
        let (root, first) = (base.root.0, hex(&base.id));
        self.add(&format!(
            "<</Type/XRef/Size {}/Prev {}/Root {} {} R{info}/ID[<{first}><{changed}>]/W[1 4 2]/Index[{}]/Length {}>>stream\n",
            id + 1,
            base.table,
            root.0,
            root.1,
            index.trim_end(),
            rows.len()
        ));
        self.bytes.extend(rows);
        self.end("\nendstream");
        let start = start - format!("{id} 0 obj\n").len();
        self.add(&format!("startxref\n{start}\n%%EOF"));
        Some(())
    }
}

/// Whether the file's table has everything that the dictionary names: nothing is written anew that would lose a part.
fn is_whole(pdf: &Pdf, dict: &Dictionary) -> bool {
    fn has(pdf: &Pdf, object: &Object) -> bool {
        match object {
            Object::Reference(id) => pdf.objects.contains_key(id),
            Object::Array(values) => values.iter().all(|value| has(pdf, value)),
            Object::Dictionary(dict) => is_whole(pdf, dict),
            _ => true,
        }
    }
    dict.iter().all(|(_, value)| has(pdf, value))
}

/// An object as a file has it. A stream stands for itself and is never inside of another object: then nothing is written.
fn object(of: &Object, text: &mut String) -> fmt::Result {
    match of {
        Object::Stream(_) => Err(fmt::Error),
        Object::Null => text.write_str("null"),
        Object::Boolean(value) => write!(text, "{value}"),
        Object::Integer(value) => write!(text, "{value}"),
        Object::Real(value) => write!(text, "{value}"),
        Object::Name(value) => name(value, text),
        Object::String(value, _) => write!(text, "<{}>", hex(value)),
        Object::Reference((id, generation)) => write!(text, "{id} {generation} R"),
        Object::Array(values) => {
            text.push('[');
            for value in values {
                object(value, text)?;
                text.push(' ');
            }
            text.write_char(']')
        }
        Object::Dictionary(dict) => {
            text.push_str("<<");
            for (key, value) in dict {
                name(key, text)?;
                text.push(' ');
                object(value, text)?;
            }
            text.write_str(">>")
        }
    }
}

fn name(of: &[u8], text: &mut String) -> fmt::Result {
    text.push('/');
    of.iter().try_for_each(|byte| {
        if byte.is_ascii_alphanumeric() || b"-_.+:".contains(byte) {
            text.write_char(char::from(*byte))
        } else {
            write!(text, "#{byte:02X}")
        }
    })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02X}");
        text
    })
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    rest.is_empty().then_some(())?;
    pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect()
}

/// Text as PDF wants it outside of pages, in hexadecimal digits.
fn utf16(text: &str) -> String {
    hex(&super::super::writer::utf16(text))
}

fn from_utf16(bytes: &[u8]) -> Option<String> {
    let (units, _) = bytes.strip_prefix(&[0xFE, 0xFF])?.as_chunks::<2>();
    String::from_utf16(&units.iter().map(|unit| u16::from_be_bytes(*unit)).collect::<Vec<_>>()).ok()
}

#[cfg(test)]
pub(super) mod tests;
