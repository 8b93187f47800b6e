//! Links of a finished PDF: every annotation belongs to an element that says it, and every such element leads somewhere. So
//! does the field of a signature, which lies outside of the page.

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::reader::{Marks, dict, entry, name, text};
use super::tree::{Element, Kid, owner};

/// An annotation with where it leads and what it says.
#[derive(Debug)]
pub struct Annotation {
    pub uri: String,
    pub says: String,
}

/// The annotations of all pages.
pub fn all(pdf: &Document) -> Vec<Annotation> {
    let of_page = |page: ObjectId| on_page(pdf, page);
    let read = |id: ObjectId| {
        let own = pdf.get_dictionary(id).unwrap();
        let uri = dict(pdf, own, "A").and_then(|action| text(entry(pdf, action, "URI"))).unwrap_or_default();
        Annotation { uri, says: text(entry(pdf, own, "Contents")).unwrap_or_default() }
    };
    pdf.get_pages().into_values().flat_map(of_page).map(read).collect()
}

fn on_page(pdf: &Document, page: ObjectId) -> Vec<ObjectId> {
    let page = pdf.get_dictionary(page).unwrap();
    let list = entry(pdf, page, "Annots").as_array().cloned().unwrap_or_default();
    list.iter().filter_map(|one| one.as_reference().ok()).collect()
}

/// Faults of PDF/A-3 (clauses of ISO 19005-3) and of PDF/UA-1 (conditions of the Matterhorn protocol).
pub fn faults(pdf: &Document, tree: &[&Element], pages: &[Marks]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut tied = 0;
    for page in pages {
        let annotations = on_page(pdf, page.page);
        let own = pdf.get_dictionary(page.page).unwrap();
        if !annotations.is_empty() && name(pdf, own, "Tabs") != "S" {
            faults.push("28-009 tabs do not follow the tree".to_owned());
        }
        for id in annotations {
            let holders: Vec<&&Element> = tree
                .iter()
                .filter(|one| one.kids.iter().any(|kid| matches!(kid, Kid::Object(held) if *held == id)))
                .collect();
            tied += holders.len();
            let found = match name(pdf, pdf.get_dictionary(id).unwrap(), "Subtype").as_str() {
                "Widget" => of_field(pdf, id, &holders, own),
                _ => of_annotation(pdf, id, &holders),
            };
            faults.extend(found.into_iter().map(str::to_owned));
        }
    }
    let held = tree.iter().flat_map(|one| &one.kids).filter(|kid| matches!(kid, Kid::Object(_))).count();
    if held != tied {
        faults.push("28-011 an element holds an annotation that is on no page".to_owned());
    }
    let leads = |one: &&&Element| one.kids.iter().any(|kid| matches!(kid, Kid::Object(_)));
    if tree.iter().filter(|one| one.role == "Link").any(|one| !leads(&one)) {
        faults.push("28-011 a link that leads nowhere".to_owned());
    }
    faults
}

fn of_annotation(pdf: &Document, id: ObjectId, holders: &[&&Element]) -> Vec<&'static str> {
    let own: &Dictionary = pdf.get_dictionary(id).unwrap();
    let number = |key: &str| entry(pdf, own, key).as_i64().ok();
    let flags = number("F").unwrap_or_default();
    let action = dict(pdf, own, "A");
    let held = holders.len() == 1 && holders[0].role == "Link";
    let named = number("StructParent").and_then(|number| owner(pdf, number));
    let box_is_there =
        entry(pdf, own, "Rect").as_array().is_ok_and(|sides| sides.len() == 4 && area(sides) > 1.0);
    let conditions = [
        // Printed, and neither invisible, hidden, kept off the screen nor shown only now and then.
        ("6.3.2 flags", flags & 4 == 0 || flags & (1 | 2 | 32 | 256) != 0),
        ("6.3.2 an annotation of another kind", name(pdf, own, "Subtype") != "Link"),
        ("6.5.1 an action that is not allowed", action.is_none_or(|action| name(pdf, action, "S") != "URI")),
        (
            "28-004 an annotation that says nothing",
            text(entry(pdf, own, "Contents")).is_none_or(|said| said.is_empty()),
        ),
        ("28-011 an annotation outside of a link", !held),
        ("28-011 the table of the tree names another element", !held || named != Some(holders[0].id)),
        ("28-011 an annotation without a place", !box_is_there),
    ];
    conditions.into_iter().filter(|(_, is)| *is).map(|(what, _)| what).collect()
}

/// A field that is not seen: it is named, does nothing, takes no room, is not on the page, and a form in the tree holds it.
fn of_field(pdf: &Document, id: ObjectId, holders: &[&&Element], page: &Dictionary) -> Vec<&'static str> {
    let own = pdf.get_dictionary(id).unwrap();
    let flags = entry(pdf, own, "F").as_i64().unwrap_or_default();
    let sides = |of: &Dictionary, key: &str| entry(pdf, of, key).as_array().cloned().unwrap_or_default();
    let held = holders.len() == 1 && holders[0].role == "Form";
    let named = entry(pdf, own, "StructParent").as_i64().ok().and_then(|number| owner(pdf, number));
    let place = sides(own, "Rect");
    let page = [sides(page, "CropBox"), sides(page, "MediaBox")].into_iter().find(|sides| sides.len() == 4);
    let at = |sides: &[Object], side: usize| sides[side].as_float().unwrap_or_default();
    let outside = page.is_some_and(|page| {
        at(&place, 2) < at(&page, 0) || at(&place, 3) < at(&page, 1) || at(&place, 0) > at(&page, 2)
    });
    let conditions = [
        ("6.3.2 flags", flags & 4 == 0 || flags & (1 | 2 | 32 | 256) != 0),
        ("6.3.3 a field that takes room and has no appearance", area(&place) > 0.0 && !own.has(b"AP")),
        ("6.4.1 a field with an action", own.has(b"A") || own.has(b"AA")),
        ("28-005 a field without a name", text(entry(pdf, own, "TU")).is_none_or(|said| said.is_empty())),
        ("6.3.3 a field on the page that paints nothing", !outside),
        ("28-010 a field that no form holds", !held),
        ("28-010 the table of the tree names another element", !held || named != Some(holders[0].id)),
    ];
    conditions.into_iter().filter(|(_, is)| *is).map(|(what, _)| what).collect()
}

/// In square points.
fn area(sides: &[Object]) -> f32 {
    let at = |side: usize| sides[side].as_float().unwrap_or_default();
    (at(2) - at(0)) * (at(3) - at(1))
}
