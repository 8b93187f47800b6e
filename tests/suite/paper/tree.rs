//! The tag tree of a finished PDF, read back and said aloud. Judges nothing.

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::reader::{Marks, dict, entry, name, text};

/// An element of the tree.
#[derive(Debug, Default)]
pub struct Element {
    pub id: ObjectId,
    pub role: String,
    pub alt: Option<String>,
    pub boxed: bool,
    pub scope: String,
    pub columns: i64,
    pub kids: Vec<Kid>,
}

#[derive(Debug)]
pub enum Kid {
    Element(Element),
    /// Page and number.
    Mark(ObjectId, i64),
    /// Something that stands on a page by itself: an annotation.
    Object(ObjectId),
}

impl Element {
    /// The elements right beneath.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.kids.iter().filter_map(|kid| match kid {
            Kid::Element(inner) => Some(inner),
            Kid::Mark(..) | Kid::Object(_) => None,
        })
    }

    /// This element and all beneath, in reading order.
    pub fn all(&self) -> Vec<&Element> {
        std::iter::once(self).chain(self.elements().flat_map(Element::all)).collect()
    }

    /// What is said of one page, in reading order; figures by what is said instead.
    pub fn aloud(&self, page: &Marks) -> String {
        let is_there = |kid: &Kid| matches!(kid, Kid::Mark(on, _) if *on == page.page);
        if let Some(alt) = self.alt.as_ref().filter(|_| self.kids.iter().any(is_there)) {
            return alt.clone();
        }
        let say = |kid: &Kid| match kid {
            Kid::Element(inner) => inner.aloud(page),
            Kid::Mark(on, mark) if *on == page.page => page.says.get(mark).cloned().unwrap_or_default(),
            Kid::Mark(..) | Kid::Object(_) => String::new(),
        };
        self.kids.iter().map(say).collect()
    }
}

/// The tree, an empty element where there is none.
pub fn tree(pdf: &Document) -> Element {
    let root = pdf.catalog().ok().and_then(|catalog| dict(pdf, catalog, "StructTreeRoot"));
    let first = root.and_then(|root| kids(pdf, root).into_iter().next());
    let first = first.and_then(|kid| kid.as_reference().ok());
    first.map(|id| element(pdf, id, None)).unwrap_or_default()
}

fn kids(pdf: &Document, of: &Dictionary) -> Vec<Object> {
    match entry(pdf, of, "K") {
        Object::Array(kids) => kids.clone(),
        Object::Null => Vec::new(),
        _ => of.get(b"K").into_iter().cloned().collect(),
    }
}

fn element(pdf: &Document, id: ObjectId, above: Option<ObjectId>) -> Element {
    let Ok(own) = pdf.get_dictionary(id) else { return Element::default() };
    let page = own.get(b"Pg").and_then(Object::as_reference).ok().or(above);
    let attributes = dict(pdf, own, "A");
    let of = |key: &str| attributes.map(|attributes| entry(pdf, attributes, key));
    let mut found = Element {
        id,
        role: name(pdf, own, "S"),
        alt: text(entry(pdf, own, "Alt")),
        boxed: of("BBox").is_some_and(|found| found.as_array().is_ok_and(|sides| sides.len() == 4)),
        scope: attributes.map(|attributes| name(pdf, attributes, "Scope")).unwrap_or_default(),
        columns: of("ColSpan").and_then(|span| span.as_i64().ok()).unwrap_or(1),
        kids: Vec::new(),
    };
    for kid in kids(pdf, own) {
        found.kids.extend(match kid {
            Object::Integer(mark) => page.map(|page| Kid::Mark(page, mark)),
            Object::Reference(inner) => Some(Kid::Element(element(pdf, inner, page))),
            Object::Dictionary(object) if object.has_type(b"OBJR") => {
                object.get(b"Obj").and_then(Object::as_reference).ok().map(Kid::Object)
            }
            Object::Dictionary(mark) => {
                let on = mark.get(b"Pg").and_then(Object::as_reference).ok().or(page);
                on.zip(mark.get(b"MCID").and_then(Object::as_i64).ok())
                    .map(|(page, mark)| Kid::Mark(page, mark))
            }
            _ => None,
        });
    }
    found
}

/// Which element the table of the tree names for a number.
pub fn owner(pdf: &Document, wanted: i64) -> Option<ObjectId> {
    let root = pdf.catalog().ok().and_then(|catalog| dict(pdf, catalog, "StructTreeRoot"))?;
    let table = dict(pdf, root, "ParentTree")?;
    let numbers = entry(pdf, table, "Nums").as_array().ok()?;
    let row = numbers.chunks(2).find(|row| row[0].as_i64().ok() == Some(wanted))?;
    row[1].as_reference().ok()
}

/// Which element the page's own table names for each mark.
pub fn owners(pdf: &Document, page: ObjectId) -> Vec<ObjectId> {
    let number =
        pdf.get_dictionary(page).and_then(|page| page.get(b"StructParents")).and_then(Object::as_i64).ok();
    let root = pdf.catalog().ok().and_then(|catalog| dict(pdf, catalog, "StructTreeRoot"));
    let table = root.and_then(|root| dict(pdf, root, "ParentTree"));
    let numbers = table.and_then(|table| entry(pdf, table, "Nums").as_array().ok());
    let row =
        numbers.into_iter().flat_map(|numbers| numbers.chunks(2)).find(|row| row[0].as_i64().ok() == number);
    let list = row.and_then(|row| pdf.dereference(&row[1]).ok()).and_then(|(_, list)| list.as_array().ok());
    list.into_iter().flatten().filter_map(|owner| owner.as_reference().ok()).collect()
}
