//! Links: the annotation that a reader follows, tied to the element that says where it leads. Finds no addresses.

use lopdf::{Document as Pdf, Object, ObjectId, dictionary};

use super::super::page::{Child, Draw, Node, Rect, Role};
use super::tags::box_in_points;
use super::unicode;

/// Shown and printed, not hidden (ISO 19005-3, 6.3.2).
const PRINTED: i64 = 4;

/// A link as the model has it.
pub(super) struct Link<'a> {
    uri: &'a str,
    rect: Rect,
    page_height: f32,
    /// What it shows; what a reader says of the annotation (ISO 14289-1, 7.18.5).
    shown: String,
}

impl<'a> Link<'a> {
    pub(super) fn of(node: &'a Node, page_height: f32) -> Option<Self> {
        let (uri, rect) = (node.target.as_deref()?, node.bbox?);
        let draws = node.kids.iter().filter_map(|kid| match kid {
            Child::Content(content) => Some(&content.draws),
            Child::Node(_) => None,
        });
        let text = |draw: &Draw| if let Draw::Text(run) = draw { Some(run.text.clone()) } else { None };
        let shown = draws.flatten().filter_map(text).collect();
        (node.role == Role::Link).then_some(Self { uri, rect, page_height, shown })
    }
}

/// Annotations that were written.
pub(super) struct Links {
    /// By page.
    pub(super) pages: Vec<Vec<ObjectId>>,
    /// The number that each bears in the parent tree, behind those of the pages, and the element it belongs to.
    pub(super) owners: Vec<(i64, ObjectId)>,
}

impl Links {
    pub(super) fn new(pages: usize) -> Self {
        Self { pages: vec![Vec::new(); pages], owners: Vec::new() }
    }

    /// Writes the annotation and returns how its element holds it.
    pub(super) fn add(
        &mut self,
        pdf: &mut Pdf,
        link: &Link<'_>,
        page: usize,
        pages: &[ObjectId],
        owner: ObjectId,
    ) -> Object {
        let number = i64::try_from(pages.len() + self.owners.len()).unwrap_or_default();
        let on = pages.get(page).copied().unwrap_or_default();
        let action = dictionary! { "S" => "URI", "URI" => Object::string_literal(link.uri) };
        let annotation = pdf.add_object(dictionary! {
            "Type" => "Annot", "Subtype" => "Link", "Rect" => box_in_points(link.rect, link.page_height),
            "F" => PRINTED, "Border" => vec![0.into(), 0.into(), 0.into()], "A" => action,
            "Contents" => unicode(&link.shown), "StructParent" => number, "P" => on,
        });
        self.owners.push((number, owner));
        if let Some(own) = self.pages.get_mut(page) {
            own.push(annotation);
        }
        dictionary! { "Type" => "OBJR", "Obj" => annotation, "Pg" => on }.into()
    }
}
