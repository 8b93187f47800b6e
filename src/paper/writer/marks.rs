//! Looks at the drawn page: do the marks of DIN 91379 stand where the typeface wants them? Text that comes back
//! right says nothing about that, and no validator looks.

use chrono::NaiveDate;

use super::super::canvas::{Canvas, Meta, Style};
use super::super::page::{Face, Rect, Role};
use super::super::preview::{Picture, picture};
use super::super::shape::{MM_PER_PT, loaded, shape};
use super::write;

const LIST: &str = include_str!("../../../assets/codes/din91379/latin_list_1.3.txt");
const PIXELS: f32 = 8.0;
const SIZE: f32 = 30.0;
const CELL: f32 = 20.0;
const COLUMNS: usize = 9;
const ROWS: usize = 13;
/// A rounded edge darkens less than half of the next pixel.
const NEAR: f32 = 0.3;

/// Letters with combining marks: the sequences of the list.
fn sequences() -> Vec<String> {
    LIST.lines()
        .map(|line| line.split(';').map(str::trim).collect::<Vec<_>>())
        .filter(|row| row.len() > 2 && row[0] == "bll" && row[1] == "seq")
        .map(|row| {
            let points = row[2].split([' ', '+']).filter(|point| !point.is_empty());
            points.map(|point| char::from_u32(u32::from_str_radix(point, 16).unwrap()).unwrap()).collect()
        })
        .collect()
}

/// Edges in millimetres: left, top, right, bottom.
type Edges = [f32; 4];

/// Where the typeface's outlines of a text lie, mark by mark, with the base letter last.
fn wanted(face: Face, text: &str, x: f32, y: f32) -> Vec<Edges> {
    let font = &loaded(face).unwrap().face;
    #[allow(clippy::cast_precision_loss, reason = "1000 units")]
    let em = font.units_per_em() as f32;
    let mm = SIZE * MM_PER_PT;
    let mut pen = 0.0;
    let mut boxes = Vec::new();
    for glyph in shape(face, text).unwrap() {
        if let Some(outline) = font.glyph_bounding_box(rustybuzz::ttf_parser::GlyphId(glyph.id)) {
            let part = |units: i16| f32::from(units) / em;
            let at = |units: i16| x + (pen + glyph.dx + part(units)) * mm;
            let up = |units: i16| y - (glyph.dy + part(units)) * mm;
            boxes.push([at(outline.x_min), up(outline.y_max), at(outline.x_max), up(outline.y_min)]);
        }
        pen += glyph.advance;
    }
    boxes
}

fn around(boxes: &[Edges]) -> Edges {
    boxes
        .iter()
        .copied()
        .reduce(|a, b| [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])])
        .unwrap()
}

/// Edges of all ink in a part of the page.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "pixels"
)]
fn ink(page: &Picture, part: Rect) -> Option<Edges> {
    let pixel = |mm: f32| (mm * PIXELS).round() as u32;
    let mut found: Option<Edges> = None;
    for row in pixel(part.y)..pixel(part.y + part.h) {
        for column in pixel(part.x)..pixel(part.x + part.w) {
            let at = ((row * page.width + column) * 4) as usize;
            if page.rgba.get(at).is_some_and(|red| *red < 128) {
                let (x, y) = (column as f32 / PIXELS, row as f32 / PIXELS);
                let one = [x, y, x + 1.0 / PIXELS, y + 1.0 / PIXELS];
                found = Some(found.map_or(one, |all| around(&[all, one])));
            }
        }
    }
    found
}

fn near(seen: Edges, wanted: Edges) -> bool {
    seen.iter().zip(wanted).all(|(seen, wanted)| (seen - wanted).abs() < NEAR)
}

/// What is drawn elsewhere than wanted.
fn misplaced(face: Face, texts: &[String]) -> Vec<String> {
    let style = Style { face, ..Style::regular(SIZE) };
    let place = |index: usize| {
        let step = |count: usize| f32::from(u16::try_from(count).unwrap()) * CELL;
        (15.0 + step(index % COLUMNS), 15.0 + step(index / COLUMNS))
    };
    let mut canvas =
        Canvas::new(Meta::german("Zeichen", "Stadt Gescher", NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()));
    for (index, text) in texts.iter().enumerate() {
        let (x, y) = place(index);
        let _ = canvas.text(Role::P, x + 2.0, y + 14.0, &style, text).unwrap();
    }
    let page = picture(&write(&canvas.finish()).unwrap(), 0, PIXELS).unwrap();
    let mut wrong = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        let (x, y) = place(index);
        let boxes = wanted(face, text, x + 2.0, y + 14.0);
        let seen = ink(&page, Rect::new(x, y, CELL, CELL));
        let mut right = seen.is_some_and(|seen| near(seen, around(&boxes)));
        if let [mark, base] = boxes[..] {
            // Above or below the letter only the mark may stand, and there it must.
            let (top, bottom) = if mark[1] < base[1] {
                (mark[1] - 1.0, mark[3].min(base[1]) - NEAR)
            } else {
                (mark[1].max(base[3]) + NEAR, mark[3] + 1.0)
            };
            if bottom - top > 1.3 {
                let alone = ink(&page, Rect::new(x, top, CELL, bottom - top));
                right &= alone.is_some_and(|seen| seen[0] > mark[0] - NEAR && seen[2] < mark[2] + NEAR);
            }
        }
        if !right {
            wrong.push(format!("{text}: {seen:?} instead of {boxes:?}"));
        }
    }
    wrong
}

#[test]
fn every_mark_stands_where_the_typeface_wants_it() {
    let all = sequences();
    assert!(all.len() > 140, "{}", all.len());
    for face in [Face::Regular, Face::Bold] {
        let wrong: Vec<String> = all.chunks(COLUMNS * ROWS).flat_map(|page| misplaced(face, page)).collect();
        assert!(wrong.is_empty(), "{} marks stand wrong in {face:?}:\n{}", wrong.len(), wrong.join("\n"));
    }
}
