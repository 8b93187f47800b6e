//! The structure tree: what a screen reader walks. Draws content through `content` and remembers its marks.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document as Pdf, Object, ObjectId, dictionary};

use super::super::PaperError;
use super::super::page::{Child, Document, Node, Rect, Role};
use super::super::shape::MM_PER_PT;
use super::content::Pages;
use super::links::{self, Links};
use super::{failed, unicode};

/// A node whose content has been drawn.
pub(super) struct Drawn<'a> {
    node: &'a Node,
    height: f32,
    kids: Vec<DrawnKid<'a>>,
}

enum DrawnKid<'a> {
    Element(Drawn<'a>),
    Mark { page: usize, mark: i64 },
}

/// Draws a node and everything in it, in reading order.
pub(super) fn draw<'a>(pages: &mut Pages, doc: &Document, node: &'a Node) -> Result<Drawn<'a>, PaperError> {
    let mut kids = Vec::with_capacity(node.kids.len());
    let mut height = 0.0;
    for kid in &node.kids {
        kids.push(match kid {
            Child::Node(inner) => DrawnKid::Element(draw(pages, doc, inner)?),
            Child::Content(content) => {
                height = doc.pages.get(content.page).map_or(0.0, |page| page.height);
                let mark = pages.marked(content.page, tag(node.role), &content.draws)?;
                DrawnKid::Mark { page: content.page, mark }
            }
        });
    }
    Ok(Drawn { node, height, kids })
}

/// The tree as it stands in the file.
pub(super) struct Tagged {
    /// The `StructTreeRoot`.
    pub(super) root: ObjectId,
    /// Annotations of each page.
    pub(super) annotations: Vec<Vec<ObjectId>>,
}

impl Tagged {
    pub(super) fn write(pdf: &mut Pdf, lang: &str, tree: &[Drawn<'_>], pages: &[ObjectId]) -> Self {
        let root = pdf.new_object_id();
        let document = pdf.new_object_id();
        let mut writer =
            Writer { pdf, pages, owners: vec![BTreeMap::new(); pages.len()], links: Links::new(pages.len()) };
        let kids: Vec<Object> = tree.iter().map(|node| writer.element(node, document)).collect();
        let Writer { owners, links, .. } = writer;
        let element = dictionary! {
            "Type" => "StructElem", "S" => "Document", "P" => root,
            "Lang" => Object::string_literal(lang), "K" => kids,
        };
        pdf.set_object(document, element);
        let mut numbers = Vec::new();
        for (page, owners) in (0_i64..).zip(owners) {
            let list: Vec<Object> = owners.into_values().map(Object::Reference).collect();
            let list = pdf.add_object(list);
            numbers.extend([Object::Integer(page), list.into()]);
        }
        // Pages come first, then each annotation by the number it bears.
        numbers.extend(links.owners.iter().flat_map(|(key, owner)| [Object::Integer(*key), (*owner).into()]));
        let next = i64::try_from(pages.len() + links.owners.len()).unwrap_or_default();
        let tree = dictionary! {
            "Type" => "StructTreeRoot", "K" => vec![document.into()],
            "ParentTree" => dictionary! { "Nums" => numbers }, "ParentTreeNextKey" => next,
        };
        pdf.set_object(root, tree);
        Self { root, annotations: links.pages }
    }
}

struct Writer<'a> {
    pdf: &'a mut Pdf,
    pages: &'a [ObjectId],
    /// Which element owns each mark, page by page.
    owners: Vec<BTreeMap<i64, ObjectId>>,
    links: Links,
}

impl Writer<'_> {
    fn element(&mut self, drawn: &Drawn<'_>, parent: ObjectId) -> Object {
        let id = self.pdf.new_object_id();
        let node = drawn.node;
        let mut element = dictionary! {
            "Type" => "StructElem", "S" => Object::Name(tag(node.role).into()), "P" => parent,
        };
        let home = drawn.kids.iter().find_map(|kid| match kid {
            DrawnKid::Mark { page, .. } => Some(*page),
            DrawnKid::Element(_) => None,
        });
        if let Some(page) = home.and_then(|page| self.pages.get(page)) {
            element.set("Pg", *page);
        }
        if let Some(alt) = &node.alt {
            element.set("Alt", unicode(alt));
        }
        if let Some(attributes) = attributes(node, drawn.height) {
            element.set("A", attributes);
        }
        let mut kids: Vec<Object> = drawn.kids.iter().map(|kid| self.kid(kid, id, home)).collect();
        if let Some((link, page)) = links::Link::of(node, drawn.height).zip(home) {
            kids.push(self.links.add(self.pdf, &link, page, self.pages, id));
        }
        element.set("K", kids);
        self.pdf.set_object(id, element);
        Object::Reference(id)
    }

    fn kid(&mut self, kid: &DrawnKid<'_>, owner: ObjectId, home: Option<usize>) -> Object {
        match kid {
            DrawnKid::Element(inner) => self.element(inner, owner),
            DrawnKid::Mark { page, mark } => {
                if let Some(owners) = self.owners.get_mut(*page) {
                    let _ = owners.insert(*mark, owner);
                }
                if home == Some(*page) {
                    return Object::Integer(*mark);
                }
                let on = self.pages.get(*page).copied().unwrap_or_default();
                dictionary! { "Type" => "MCR", "Pg" => on, "MCID" => *mark }.into()
            }
        }
    }
}

/// Connects each page with its part of the tree.
pub(super) fn mark_pages(
    pdf: &mut Pdf,
    pages: &[ObjectId],
    annotations: Vec<Vec<ObjectId>>,
) -> Result<(), PaperError> {
    for ((index, id), own) in (0_i64..).zip(pages).zip(annotations) {
        let page = pdf.get_object_mut(*id).and_then(Object::as_dict_mut).map_err(failed)?;
        page.set("StructParents", index);
        page.set("Tabs", "S");
        let _ = page.remove(b"Annots");
        if !own.is_empty() {
            page.set("Annots", own.into_iter().map(Object::Reference).collect::<Vec<_>>());
        }
    }
    Ok(())
}

fn tag(role: Role) -> &'static str {
    match role {
        Role::Sect => "Sect",
        Role::H1 => "H1",
        Role::H2 => "H2",
        Role::H3 => "H3",
        Role::P => "P",
        Role::Table => "Table",
        Role::TR => "TR",
        Role::TH | Role::RowHead => "TH",
        Role::TD => "TD",
        Role::L | Role::NumberedList => "L",
        Role::LI => "LI",
        Role::Lbl => "Lbl",
        Role::LBody => "LBody",
        Role::Figure => "Figure",
        Role::Span => "Span",
        Role::Link => "Link",
    }
}

fn attributes(node: &Node, page_height: f32) -> Option<Dictionary> {
    match node.role {
        Role::TH | Role::RowHead | Role::TD => {
            let mut table = dictionary! { "O" => "Table" };
            match node.role {
                Role::TH => table.set("Scope", "Column"),
                Role::RowHead => table.set("Scope", "Row"),
                _ => {}
            }
            if node.columns > 1 {
                table.set("ColSpan", i64::from(node.columns));
            }
            (table.len() > 1).then_some(table)
        }
        Role::L => Some(dictionary! { "O" => "List", "ListNumbering" => "Disc" }),
        Role::NumberedList => Some(dictionary! { "O" => "List", "ListNumbering" => "Decimal" }),
        Role::Link => None,
        _ => node.bbox.map(|rect| {
            dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => box_in_points(rect, page_height) }
        }),
    }
}

pub(super) fn box_in_points(rect: Rect, page_height: f32) -> Vec<Object> {
    let edges = [rect.x, page_height - rect.y - rect.h, rect.x + rect.w, page_height - rect.y];
    edges.map(|edge| Object::Real(edge / MM_PER_PT)).into()
}
