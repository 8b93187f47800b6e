//! Papers with one part taken away or put elsewhere. Says which fault each has to cause; checks nothing itself.

use lopdf::{Document, Object, dictionary};

/// What is done to a sound file.
pub type Change = fn(&mut Document);

/// What is taken away, the fault it has to cause, and whether outloud and pdfua, which look at less, see it too.
pub const MUTANTS: &[(&str, Change, &str, (bool, bool))] = &[
    ("no-alt", |pdf| each(pdf, "S", "Figure", |figure| drop(figure.remove(b"Alt"))), "13-004", (true, true)),
    ("no-lang", |pdf| drop(catalog(pdf).remove(b"Lang")), "11-006", (true, true)),
    ("no-tree", |pdf| drop(catalog(pdf).remove(b"StructTreeRoot")), "6.7.3", (true, true)),
    ("no-intent", |pdf| drop(catalog(pdf).remove(b"OutputIntents")), "6.2.3", (false, false)),
    ("no-title-shown", |pdf| drop(catalog(pdf).remove(b"ViewerPreferences")), "07-001", (true, false)),
    ("no-scope", |pdf| each(pdf, "S", "TH", |cell| drop(cell.remove(b"A"))), "15-003", (true, false)),
    ("no-headings", |pdf| each(pdf, "S", "H1", |head| head.set("S", "H3")), "14-002", (true, false)),
    (
        "no-map",
        |pdf| each(pdf, "Subtype", "Type0", |font| drop(font.remove(b"ToUnicode"))),
        "6.2.11.7",
        (true, false),
    ),
    (
        "no-font",
        |pdf| each(pdf, "Type", "FontDescriptor", |font| drop(font.remove(b"FontFile2"))),
        "6.2.11.4.1",
        (true, false),
    ),
    ("no-file-relation", |pdf| drop(catalog(pdf).remove(b"AF")), "6.8", (false, false)),
    ("no-identification", no_identification, "06-002", (true, false)),
    (
        "other-author",
        |pdf| info(pdf).set("Author", Object::string_literal("Niemand")),
        "6.6.2.3",
        (false, false),
    ),
    ("shifted-marks", shifted, "01-005", (true, false)),
    ("shifted-table", shifted_table, "01-005", (false, false)),
    ("untagged", untagged, "01-005", (true, false)),
    (
        "silent-link",
        |pdf| each(pdf, "Subtype", "Link", |link| drop(link.remove(b"Contents"))),
        "28-004",
        (true, false),
    ),
    ("hidden-link", |pdf| each(pdf, "Subtype", "Link", |link| link.set("F", 6)), "6.3.2", (false, false)),
    (
        "loose-link",
        |pdf| each(pdf, "Subtype", "Link", |link| link.set("StructParent", 9_999)),
        "28-011",
        (false, false),
    ),
    ("link-of-no-kind", |pdf| each(pdf, "S", "Link", |link| link.set("S", "Span")), "28-011", (true, false)),
];

fn catalog(pdf: &mut Document) -> &mut lopdf::Dictionary {
    pdf.catalog_mut().unwrap()
}

fn info(pdf: &mut Document) -> &mut lopdf::Dictionary {
    let id = pdf.trailer.get(b"Info").unwrap().as_reference().unwrap();
    pdf.get_dictionary_mut(id).unwrap()
}

pub fn each(pdf: &mut Document, key: &str, value: &str, change: fn(&mut lopdf::Dictionary)) {
    for object in pdf.objects.values_mut() {
        if let Object::Dictionary(dict) = object
            && dict.get(key.as_bytes()).and_then(Object::as_name).is_ok_and(|name| name == value.as_bytes())
        {
            change(dict);
        }
    }
}

fn no_identification(pdf: &mut Document) {
    let id = catalog(pdf).get(b"Metadata").unwrap().as_reference().unwrap();
    let stream = pdf.get_object_mut(id).unwrap().as_stream_mut().unwrap();
    let packet = String::from_utf8_lossy(&stream.content).replace("<pdfuaid:part>1</pdfuaid:part>", "");
    stream.set_content(packet.into_bytes());
}

/// Every mark of the first page gets the number after its own.
fn shifted(pdf: &mut Document) {
    on_first_page(pdf, |operation| {
        if let Some(Object::Dictionary(properties)) = operation.operands.get_mut(1)
            && let Ok(mark) = properties.get(b"MCID").and_then(Object::as_i64)
        {
            properties.set("MCID", mark + 1);
        }
    });
}

/// The heading belongs to nothing.
fn untagged(pdf: &mut Document) {
    on_first_page(pdf, |operation| {
        if operation.operands.first().is_some_and(|tag| tag.as_name().is_ok_and(|tag| tag == b"H1")) {
            operation.operands = vec!["H1".into(), dictionary! {}.into()];
        }
    });
}

fn on_first_page(pdf: &mut Document, change: fn(&mut lopdf::content::Operation)) {
    let page = *pdf.get_pages().values().next().unwrap();
    on_page(pdf, page, change);
}

/// Changes what is drawn, operation by operation.
pub fn on_every_page(pdf: &mut Document, change: fn(&mut lopdf::content::Operation)) {
    for page in pdf.get_pages().into_values() {
        on_page(pdf, page, change);
    }
}

fn on_page(pdf: &mut Document, page: lopdf::ObjectId, change: fn(&mut lopdf::content::Operation)) {
    let mut content = lopdf::content::Content::decode(&pdf.get_page_content(page)).unwrap();
    content.operations.iter_mut().for_each(change);
    pdf.change_page_content(page, content.encode().unwrap()).unwrap();
}

/// The page's own table names the neighbour of each mark.
fn shifted_table(pdf: &mut Document) {
    let root = catalog(pdf).get(b"StructTreeRoot").unwrap().as_reference().unwrap();
    let table = pdf.get_dictionary(root).unwrap().get(b"ParentTree").unwrap().as_dict().unwrap();
    let list = table.get(b"Nums").unwrap().as_array().unwrap()[1].as_reference().unwrap();
    if let Object::Array(owners) = pdf.get_object_mut(list).unwrap() {
        owners.rotate_left(1);
    }
}
