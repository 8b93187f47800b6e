//! The tag tree of a page as parts in reading order. Reads no content: marks say what they say.

use super::marks::{Marks, join};
use super::open::{entry, text};
use super::{Kind, Part};
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeMap;

/// Elements inside each other.
const DEEPEST: usize = 64;
/// Elements and marks of a file that are looked at: our longest paper has a few hundred.
const MOST: usize = 100_000;

struct Walk<'a> {
    pdf: &'a Document,
    /// The page that is read.
    page: ObjectId,
    marks: &'a Marks,
    /// What a file calls its tags, by the names everybody knows.
    roles: BTreeMap<Vec<u8>, Vec<u8>>,
    left: usize,
}

/// What an element becomes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// A part of its own.
    Own(Kind),
    /// What is in it stands where it stands.
    Through,
    /// A piece of the text around it.
    Inline,
}

/// What was found in an element: text of its own, and parts.
#[derive(Default)]
struct Found {
    text: String,
    parts: Vec<Part>,
    /// Whether something of it is on the page.
    here: bool,
}

impl Found {
    /// What is said so far becomes a part, since another one follows.
    fn settle(&mut self) {
        let text = std::mem::take(&mut self.text);
        let text = text.trim();
        if !text.is_empty() {
            self.parts.push(Part { kind: Kind::Paragraph, text: text.to_owned(), parts: Vec::new() });
        }
    }
}

/// The parts of the page; nothing where the file has no tags.
pub(super) fn parts(pdf: &Document, page: ObjectId, marks: &Marks) -> Option<Vec<Part>> {
    let root = entry(pdf, pdf.catalog().ok()?, "StructTreeRoot").as_dict().ok()?;
    let roles = entry(pdf, root, "RoleMap").as_dict().into_iter().flatten();
    let roles =
        roles.filter_map(|(own, known)| Some((own.clone(), known.as_name().ok()?.to_vec()))).collect();
    let mut walk = Walk { pdf, page, marks, roles, left: MOST };
    let mut found = Found::default();
    walk.kids(root, None, 0, &mut found);
    Some(found.parts)
}

impl<'a> Walk<'a> {
    fn kids(&mut self, of: &'a Dictionary, page: Option<ObjectId>, depth: usize, found: &mut Found) {
        let Ok(kids) = of.get(b"K") else { return };
        let kids = match (kids, self.pdf.dereference(kids)) {
            (Object::Array(kids), _) | (_, Ok((_, Object::Array(kids)))) => kids.as_slice(),
            (one, _) => std::slice::from_ref(one),
        };
        for kid in kids {
            if self.left == 0 {
                return;
            }
            self.left -= 1;
            match self.pdf.dereference(kid) {
                Ok((_, Object::Integer(mark))) => self.mark(page, *mark, found),
                Ok((_, Object::Dictionary(kid))) => self.kid(kid, page, depth, found),
                _ => {}
            }
        }
    }

    fn kid(&mut self, kid: &'a Dictionary, page: Option<ObjectId>, depth: usize, found: &mut Found) {
        let own = kid.get(b"Pg").and_then(Object::as_reference).ok().or(page);
        if let Ok(mark) = kid.get(b"MCID").and_then(Object::as_i64) {
            return self.mark(own, mark, found);
        }
        if depth < DEEPEST && kid.has(b"S") {
            self.element(kid, own, depth + 1, found);
        }
    }

    fn mark(&self, page: Option<ObjectId>, mark: i64, found: &mut Found) {
        if page != Some(self.page) {
            return;
        }
        found.here = true;
        if let Some(says) = self.marks.says.get(&mark) {
            join(&mut found.text);
            found.text.push_str(says);
        }
    }

    fn element(&mut self, own: &'a Dictionary, page: Option<ObjectId>, depth: usize, around: &mut Found) {
        let mut found = Found::default();
        self.kids(own, page, depth, &mut found);
        around.here |= found.here;
        let instead = ["ActualText", "Alt"].iter().find_map(|key| text(entry(self.pdf, own, key)));
        if let Some(instead) = instead.filter(|_| found.here) {
            found.text = instead;
            found.parts.clear();
        }
        match self.shape(own) {
            Shape::Inline => {
                if !found.text.is_empty() {
                    join(&mut around.text);
                    around.text.push_str(&found.text);
                }
                if !found.parts.is_empty() {
                    around.settle();
                    around.parts.append(&mut found.parts);
                }
            }
            Shape::Through => {
                found.settle();
                around.parts.append(&mut found.parts);
            }
            Shape::Own(kind) => {
                if let Some(part) = part(kind, found) {
                    // What was said before stays before.
                    around.settle();
                    around.parts.push(part);
                }
            }
        }
    }

    /// Whether a head is that of a row: by the attributes of the table, one or several.
    fn names_its_row(&self, own: &Dictionary) -> bool {
        let attributes = entry(self.pdf, own, "A");
        let is_row = |attributes: &Object| {
            let attributes = self.pdf.dereference(attributes).ok().and_then(|(_, one)| one.as_dict().ok());
            attributes.is_some_and(|own| entry(self.pdf, own, "Scope").as_name().is_ok_and(|it| it == b"Row"))
        };
        attributes.as_array().map_or_else(|_| is_row(attributes), |all| all.iter().any(is_row))
    }

    fn shape(&self, own: &Dictionary) -> Shape {
        let tag = entry(self.pdf, own, "S").as_name().unwrap_or_default();
        let tag = self.roles.get(tag).map_or(tag, Vec::as_slice);
        Shape::Own(match tag {
            [b'H', level @ b'1'..=b'6'] => Kind::Heading(level - b'0'),
            b"H" | b"Title" => Kind::Heading(1),
            b"Table" => Kind::Table,
            b"TR" => Kind::Row,
            b"TH" if self.names_its_row(own) => Kind::RowHead,
            b"TH" => Kind::ColumnHead,
            b"TD" => Kind::Cell,
            b"L" => Kind::List,
            b"LI" => Kind::Item,
            b"Figure" | b"Formula" | b"Form" => Kind::Figure,
            b"Link" => Kind::Link,
            b"Document" | b"Part" | b"Art" | b"Sect" | b"Div" | b"THead" | b"TBody" | b"TFoot"
            | b"NonStruct" | b"TOC" | b"TOCI" | b"Index" | b"Aside" => return Shape::Through,
            b"Span" | b"Lbl" | b"LBody" | b"Reference" | b"Quote" | b"Code" | b"Em" | b"Strong"
            | b"Annot" => {
                return Shape::Inline;
            }
            _ => Kind::Paragraph,
        })
    }
}

/// A part, where something of it is on the page; of a table, an empty cell counts as well.
fn part(kind: Kind, mut found: Found) -> Option<Part> {
    if !found.parts.is_empty() {
        found.settle();
    }
    let text = found.text.trim().to_owned();
    let is_cell = matches!(kind, Kind::Cell | Kind::ColumnHead | Kind::RowHead);
    let says = !text.is_empty() || found.parts.iter().any(|part| !part.all_text().is_empty());
    (says || is_cell).then_some(Part { kind, text, parts: found.parts })
}
