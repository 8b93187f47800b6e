//! Whether a layout can be right: boxes on the page and clear of each other, each field once, formats known.
//! Mends nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::model::{Area, Block, Form, Format, Part, Source};
use super::read::{Faults, Placed};
use crate::domain::problem::Problem;
use crate::paper::page::{A4_HEIGHT, A4_WIDTH, Rect};

/// Values of [`super::FormHead`] that an area may name.
const HEAD: &[&str] = &["@office", "@ags", "@case", "@issued", "@note"];

/// Tells everything that is wrong with the form.
pub(super) fn check(form: &Form, pages: &[Placed], faults: &mut Faults<'_>) {
    let known: BTreeSet<String> = (1..=form.fields).map(|no| no.to_string()).collect();
    let mut seen = Seen::default();
    for placed in pages {
        check_page(placed, faults);
        for (block, (offset, parts)) in placed.page.blocks.iter().zip(&placed.blocks) {
            check_block(block, *offset, &known, &mut seen, faults);
            for (part, offset) in block.parts.iter().zip(parts) {
                check_part(form, part, *offset, &mut seen, faults);
            }
        }
        overlaps(placed, faults);
    }
    for no in known.iter().filter(|no| !seen.fields.contains_key(*no)) {
        faults.tell(0, Problem::error("", "form-field-missing").with("no", no));
    }
    for no in form.repeat.iter().flat_map(|repeat| &repeat.fields).filter(|no| !known.contains(*no)) {
        faults.tell(0, Problem::error("", "form-field-unknown").with("no", no).with("fields", form.fields));
    }
    let lines = form.formats.values().flatten();
    for source in lines.flat_map(|line| &line.0) {
        check_source(form, source, 0, faults);
    }
}

#[derive(Default)]
struct Seen {
    fields: BTreeMap<String, usize>,
    boxes: BTreeSet<String>,
}

fn check_page(placed: &Placed, faults: &mut Faults<'_>) {
    for ground in &placed.page.ground {
        if !on_page(*ground) {
            faults.tell(placed.offset, outside("ground", *ground));
        }
    }
    for [x0, y0, x1, y1] in &placed.page.rules {
        let rule = Rect::new(*x0, *y0, x1 - x0, y1 - y0);
        if !on_page(rule) || (rule.w != 0.0 && rule.h != 0.0) {
            faults.tell(placed.offset, outside("rule", rule));
        }
    }
}

fn check_block(
    block: &Block,
    offset: usize,
    known: &BTreeSet<String>,
    seen: &mut Seen,
    faults: &mut Faults<'_>,
) {
    if block.heading.is_some_and(|level| !(1..=3).contains(&level)) {
        faults.tell(offset, Problem::error("", "form-heading"));
    }
    if let Some([x, y]) = block.number.filter(|[x, y]| !on_page(Rect::new(*x, *y, 0.0, 0.0))) {
        faults.tell(offset, outside("number", Rect::new(x, y, 0.0, 0.0)));
    }
    let Some(no) = &block.no else { return };
    if !known.contains(no) {
        let problem = Problem::error("", "form-field-unknown").with("no", no).with("fields", known.len());
        faults.tell(offset, problem);
    } else if seen.fields.insert(no.clone(), offset).is_some() {
        faults.tell(offset, Problem::error("", "form-field-twice").with("no", no));
    }
}

fn check_part(form: &Form, part: &Part, offset: usize, seen: &mut Seen, faults: &mut Faults<'_>) {
    if let (Some(id), Some(rect)) = (part.id(), part.rect()) {
        if !seen.boxes.insert(id.to_owned()) {
            faults.tell(offset, Problem::error("", "form-box-twice").with("box", id));
        }
        if !on_page(rect) || rect.w <= 0.0 || rect.h <= 0.0 {
            faults.tell(offset, outside(id, rect));
        }
    }
    match part {
        Part::Text(text) if !on_page(Rect::new(text.at[0], text.at[1], 0.0, 0.0)) => {
            let first = text.lines.first().map_or("", String::as_str);
            faults.tell(offset, outside(first, Rect::new(text.at[0], text.at[1], 0.0, 0.0)));
        }
        Part::Area(Area { from, .. }) => {
            for source in from {
                check_source(form, source, offset, faults);
            }
        }
        _ => {}
    }
}

fn check_source(form: &Form, source: &Source, offset: usize, faults: &mut Faults<'_>) {
    if let Format::Group(name) = &source.format
        && !form.formats.contains_key(name)
    {
        faults.tell(offset, Problem::error("", "form-format-unknown").with("format", name));
    }
    if source.path.starts_with('@') && !HEAD.contains(&source.path.as_str()) {
        let problem = Problem::error("", "form-head-unknown").with("name", &source.path);
        faults.tell(offset, problem.with("known", HEAD.join(", ")));
    }
}

/// Two boxes that cover the same paper.
fn overlaps(placed: &Placed, faults: &mut Faults<'_>) {
    let parts = placed.page.blocks.iter().flat_map(|block| &block.parts);
    let offsets = placed.blocks.iter().flat_map(|(_, parts)| parts);
    let boxes: Vec<(&str, Rect, usize)> =
        parts.zip(offsets).filter_map(|(part, offset)| Some((part.id()?, part.rect()?, *offset))).collect();
    for (index, (id, rect, offset)) in boxes.iter().enumerate() {
        for (other, _, _) in boxes.iter().take(index).filter(|(_, other, _)| overlap(*rect, *other)) {
            faults.tell(*offset, Problem::error("", "form-overlap").with("box", id).with("other", other));
        }
    }
}

fn overlap(a: Rect, b: Rect) -> bool {
    // Neighbours share an edge; a hundredth of a millimetre is rounding.
    let apart = 0.01;
    a.x + apart < b.x + b.w && b.x + apart < a.x + a.w && a.y + apart < b.y + b.h && b.y + apart < a.y + a.h
}

fn on_page(rect: Rect) -> bool {
    rect.x >= 0.0 && rect.y >= 0.0 && rect.x + rect.w <= A4_WIDTH && rect.y + rect.h <= A4_HEIGHT
}

fn outside(what: &str, rect: Rect) -> Problem {
    let place = format!("{} / {} / {} / {}", rect.x, rect.y, rect.w, rect.h);
    Problem::error("", "form-outside").with("box", what).with("place", place)
}
