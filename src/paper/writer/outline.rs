//! The outline: headings that a reader shows beside the pages. Papers with fewer than two headings have none.

use lopdf::{Document as Pdf, Object, ObjectId, dictionary};

use super::super::PaperError;
use super::super::page::{Child, Document, Draw, Node, Role};
use super::super::shape::MM_PER_PT;
use super::{failed, unicode};

struct Heading {
    text: String,
    page: usize,
    /// Baseline of its first line, millimetres from the top.
    y: f32,
    size: f32,
}

/// Adds the outline to the file.
pub(super) fn add(pdf: &mut Pdf, doc: &Document, pages: &[ObjectId]) -> Result<(), PaperError> {
    let mut headings = Vec::new();
    doc.tree.iter().for_each(|node| collect(node, &mut headings));
    if headings.len() < 2 {
        return Ok(());
    }
    let root = pdf.new_object_id();
    let ids: Vec<ObjectId> = headings.iter().map(|_| pdf.new_object_id()).collect();
    for (index, heading) in headings.iter().enumerate() {
        let height = doc.pages.get(heading.page).map_or(0.0, |page| page.height);
        let top = (height - heading.y) / MM_PER_PT + heading.size * 1.5;
        let page = pages.get(heading.page).copied().unwrap_or_default();
        let target: Vec<Object> = vec![page.into(), "XYZ".into(), Object::Null, top.into(), Object::Null];
        let mut item = dictionary! { "Title" => unicode(&heading.text), "Parent" => root, "Dest" => target };
        if let Some(before) = index.checked_sub(1).and_then(|at| ids.get(at)) {
            item.set("Prev", *before);
        }
        if let Some(after) = ids.get(index + 1) {
            item.set("Next", *after);
        }
        pdf.set_object(ids[index], item);
    }
    let count = i64::try_from(ids.len()).unwrap_or_default();
    let list = dictionary! {
        "Type" => "Outlines", "First" => ids[0], "Last" => ids[ids.len() - 1], "Count" => count,
    };
    pdf.set_object(root, list);
    let catalog = pdf.catalog_mut().map_err(failed)?;
    catalog.set("Outlines", root);
    Ok(())
}

fn collect(node: &Node, headings: &mut Vec<Heading>) {
    if matches!(node.role, Role::H1 | Role::H2 | Role::H3) {
        let mut heading: Option<Heading> = None;
        for kid in &node.kids {
            let Child::Content(content) = kid else { continue };
            for draw in &content.draws {
                let Draw::Text(run) = draw else { continue };
                let found = heading.get_or_insert_with(|| Heading {
                    text: String::new(),
                    page: content.page,
                    y: run.y,
                    size: run.size,
                });
                found.text.push_str(&run.text);
            }
        }
        headings.extend(heading);
    }
    for kid in &node.kids {
        if let Child::Node(inner) = kid {
            collect(inner, headings);
        }
    }
}
