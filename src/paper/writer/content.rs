//! Draws of the page model as page operators. Knows no structure tree; `tags` brackets what it draws.

use std::collections::BTreeMap;

use lopdf::{Document as Pdf, Object, ObjectId, Stream, StringFormat, dictionary};
use printpdf::{
    Codepoint, Color, DictItem, FontId, LinePoint, Mm, Op, PaintMode, PdfFontHandle, Point, Polygon,
    PolygonRing, Pt, Rgb, TextItem, WindingOrder,
};

use super::super::PaperError;
use super::super::page::{Draw, Face, Glyph, Image, Ink, Line, Page, Rect, Run};
use super::super::raster::indexed;
use super::super::shape::{MM_PER_PT, loaded};
use super::{failed, utf16};

/// Operators of all pages in the making.
pub(super) struct Pages {
    ops: Vec<Vec<Op>>,
    heights: Vec<f32>,
    /// Next marked-content number of each page.
    marks: Vec<i64>,
    /// What a glyph says by itself. Glyphs that stand for other text (a no-break space drawn as a space, Ð for
    /// Đ) carry it beside them.
    says: BTreeMap<(Face, u16), String>,
    /// Pictures by page, in the order of their names.
    pub(super) images: Vec<(usize, Image)>,
}

/// Name of the font in the file.
pub(super) fn font_id(face: Face) -> FontId {
    FontId(match face {
        Face::Regular => "NSREGU".into(),
        Face::Bold => "NSBOLD".into(),
    })
}

impl Pages {
    pub(super) fn new(count: usize) -> Self {
        Self {
            ops: vec![Vec::new(); count],
            heights: vec![0.0; count],
            marks: vec![0; count],
            says: BTreeMap::new(),
            images: Vec::new(),
        }
    }

    pub(super) fn into_ops(self) -> Vec<Vec<Op>> {
        self.ops
    }

    /// What is beneath the content and never read.
    pub(super) fn artifacts(&mut self, page: usize, model: &Page) -> Result<(), PaperError> {
        self.heights[page] = model.height;
        if model.artifacts.is_empty() {
            return Ok(());
        }
        self.ops[page].push(Op::BeginMarkedContent { tag: "Artifact".into() });
        for draw in &model.artifacts {
            self.draw(page, draw)?;
        }
        self.ops[page].push(Op::EndMarkedContent);
        Ok(())
    }

    /// Draws content under the next mark of the page and returns the mark.
    pub(super) fn marked(&mut self, page: usize, tag: &str, draws: &[Draw]) -> Result<i64, PaperError> {
        let (Some(ops), Some(next)) = (self.ops.get_mut(page), self.marks.get_mut(page)) else {
            return Err(PaperError::Write(format!("content on page {page}, which is not there")));
        };
        let mark = *next;
        *next += 1;
        let map = BTreeMap::from([("MCID".to_owned(), DictItem::Int(mark))]);
        ops.push(Op::BeginMarkedContentWithProperties {
            tag: tag.to_owned(),
            properties: DictItem::Dict { map },
        });
        for draw in draws {
            self.draw(page, draw)?;
        }
        self.ops[page].push(Op::EndMarkedContent);
        Ok(mark)
    }

    fn draw(&mut self, page: usize, draw: &Draw) -> Result<(), PaperError> {
        match draw {
            Draw::Text(run) => self.text(page, run)?,
            Draw::Fill(rects, ink) => {
                let rings = rects.iter().map(|rect| self.ring(page, *rect)).collect();
                self.ops[page].push(Op::SetFillColor { col: colour(*ink) });
                self.ops[page].push(Op::DrawPolygon {
                    polygon: Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero },
                });
            }
            Draw::Line(line) => self.line(page, line),
            Draw::Image(image) => self.image(page, image),
        }
        Ok(())
    }

    fn line(&mut self, page: usize, line: &Line) {
        let end = |(x, y)| LinePoint { p: self.point(page, x, y), bezier: false };
        let points = vec![end(line.from), end(line.to)];
        self.ops[page].push(Op::SetOutlineColor { col: colour(line.ink) });
        self.ops[page].push(Op::SetOutlineThickness { pt: Pt(line.width) });
        self.ops[page].push(Op::DrawLine { line: printpdf::Line { points, is_closed: false } });
    }

    fn image(&mut self, page: usize, image: &Image) {
        let Rect { x, y, w, h } = image.rect;
        let name = image_name(self.images.len());
        let corner = self.point(page, x, y + h);
        let matrix =
            printpdf::CurTransMat::Raw([w / MM_PER_PT, 0.0, 0.0, h / MM_PER_PT, corner.x.0, corner.y.0]);
        self.ops[page].extend([
            Op::SaveGraphicsState,
            Op::SetTransformationMatrix { matrix },
            Op::Unknown { key: "Do".into(), value: vec![DictItem::Name(name.into_bytes())] },
            Op::RestoreGraphicsState,
        ]);
        self.images.push((page, image.clone()));
    }

    fn ring(&self, page: usize, rect: Rect) -> PolygonRing {
        let Rect { x, y, w, h } = rect;
        let corners = [(x, y), (x + w, y), (x + w, y + h), (x, y + h)];
        let points = corners.map(|(x, y)| LinePoint { p: self.point(page, x, y), bezier: false }).into();
        PolygonRing { points }
    }

    fn point(&self, page: usize, x: f32, y: f32) -> Point {
        let height = self.heights.get(page).copied().unwrap_or_default();
        Point::new(Mm(x), Mm(height - y))
    }

    /// Text as glyph numbers. Printpdf's own text would put combining marks beside their letters.
    fn text(&mut self, page: usize, run: &Run) -> Result<(), PaperError> {
        let face = loaded(run.face)?;
        let space = face.space;
        let width_of = |glyph: u16| face.widths.get(usize::from(glyph)).copied().unwrap_or_default();
        let font = PdfFontHandle::External(font_id(run.face));
        let mut pen = Pen { ops: vec![], items: vec![], rise: 0.0, size: run.size };
        // What a part of a word says stands around all of its letters; inside, none says anything by itself.
        let instead = run.drawn.is_some();
        if instead {
            pen.say_instead(&run.text);
        }
        for group in run.glyphs.chunk_by(|left, right| left.range == right.range) {
            let text = run.shown().get(group[0].range.clone()).unwrap_or_default();
            let beside = match group {
                [glyph] => self.says.entry((run.face, glyph.id)).or_insert_with(|| text.to_owned()) != text,
                _ => true,
            };
            let beside = beside && !instead;
            if beside {
                pen.say_instead(text);
            }
            if group.len() > 1 && group[0].dx != 0.0 {
                pen.anchor(space, width_of(space));
            }
            for (at, glyph) in group.iter().enumerate() {
                let own = self.says.entry((run.face, glyph.id)).or_insert_with(|| {
                    // The base letter comes last; a mark by itself says its own code point, which is unknown here.
                    if at + 1 == group.len() { base_of(text) } else { mark_of(text, at) }
                });
                pen.show(glyph, own, width_of(glyph.id));
            }
            if beside {
                pen.done_saying();
            }
        }
        if instead {
            pen.done_saying();
        }
        pen.flush();
        let Pen { ops, .. } = pen;
        let cursor = self.point(page, run.x, run.y);
        self.ops[page].extend([
            Op::SetFillColor { col: colour(run.ink) },
            Op::StartTextSection,
            Op::SetFont { font, size: Pt(run.size) },
            Op::SetTextCursor { pos: cursor },
        ]);
        self.ops[page].extend(ops);
        self.ops[page].push(Op::EndTextSection);
        Ok(())
    }
}

/// The base letter of a grapheme.
fn base_of(text: &str) -> String {
    text.chars().take(1).collect()
}

/// The mark drawn at that place of a grapheme whose base is drawn last.
fn mark_of(text: &str, at: usize) -> String {
    let mark = text.chars().nth(at + 1).or_else(|| text.chars().last());
    mark.map(String::from).unwrap_or_default()
}

/// Collects the operators of one run.
struct Pen {
    ops: Vec<Op>,
    items: Vec<TextItem>,
    rise: f32,
    size: f32,
}

impl Pen {
    fn show(&mut self, glyph: &Glyph, says: &str, width: f32) {
        if (glyph.dy - self.rise).abs() > 1e-6 {
            self.lift(glyph.dy);
        }
        if glyph.dx != 0.0 {
            self.items.push(TextItem::Offset(-glyph.dx * 1000.0));
        }
        let shape = Codepoint::with_cid(glyph.id, 0.0, says.to_owned());
        if let Some(TextItem::GlyphIds(shapes)) = self.items.last_mut() {
            shapes.push(shape);
        } else {
            self.items.push(TextItem::GlyphIds(vec![shape]));
        }
        // The reader moves by the declared width, which is rounded: correct what kerning and marks need.
        let back = width - (glyph.advance - glyph.dx) * 1000.0;
        if back.abs() > 0.6 {
            self.items.push(TextItem::Offset(back));
        }
    }

    /// A space that moves nothing, at the pen. Readers take the first glyph of a spoken group for its left end: a
    /// mark drawn first, in the middle of its letter, would look like a gap and tear the word.
    fn anchor(&mut self, space: u16, width: f32) {
        self.items.push(TextItem::GlyphIds(vec![Codepoint::with_cid(space, 0.0, " ".to_owned())]));
        self.items.push(TextItem::Offset(width));
    }

    fn lift(&mut self, rise: f32) {
        self.show_items();
        self.rise = rise;
        self.ops.push(Op::SetLineOffset { multiplier: rise * self.size });
    }

    fn say_instead(&mut self, text: &str) {
        if self.rise != 0.0 {
            self.lift(0.0);
        }
        self.show_items();
        let spoken = DictItem::String { data: utf16(text), literal: false };
        let map = BTreeMap::from([("ActualText".to_owned(), spoken)]);
        self.ops.push(Op::BeginMarkedContentWithProperties {
            tag: "Span".into(),
            properties: DictItem::Dict { map },
        });
    }

    fn done_saying(&mut self) {
        self.show_items();
        self.ops.push(Op::EndMarkedContent);
    }

    fn show_items(&mut self) {
        if !self.items.is_empty() {
            self.ops.push(Op::ShowText { items: std::mem::take(&mut self.items) });
        }
    }

    fn flush(&mut self) {
        self.show_items();
        if self.rise != 0.0 {
            self.lift(0.0);
        }
    }
}

fn colour(ink: Ink) -> Color {
    let part = |value: u8| f32::from(value) / 255.0;
    Color::Rgb(Rgb::new(part(ink.0), part(ink.1), part(ink.2), None))
}

fn image_name(index: usize) -> String {
    format!("Bild{index}")
}

/// Colour space and bytes of a picture: numbers of colours where it has few, a third of what they would be in full.
fn pixels(image: &Image) -> (Object, Vec<u8>) {
    let Some(few) = indexed(&image.rgb) else { return ("DeviceRGB".into(), image.rgb.to_vec()) };
    let last = i64::try_from(few.palette.len() / 3).unwrap_or(1) - 1;
    let palette = Object::String(few.palette, StringFormat::Hexadecimal);
    (Object::Array(vec!["Indexed".into(), "DeviceRGB".into(), last.into(), palette]), few.indices)
}

/// Puts the pictures themselves into the file; the pages share one table of them.
pub(super) fn add_images(
    pdf: &mut Pdf,
    pages: &[ObjectId],
    images: &[(usize, Image)],
) -> Result<(), PaperError> {
    for (index, (page, image)) in images.iter().enumerate() {
        let (colours, content) = pixels(image);
        let dict = dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => i64::from(image.width),
            "Height" => i64::from(image.height), "ColorSpace" => colours, "BitsPerComponent" => 8,
        };
        let id = pdf.add_object(Stream::new(dict, content));
        let page = pages.get(*page).copied().unwrap_or_default();
        let resources = pdf.get_dictionary(page).and_then(|page| page.get(b"Resources")).map_err(failed)?;
        let resources = resources.as_reference().map_err(failed)?;
        let table = pdf.get_dictionary(resources).and_then(|own| own.get(b"XObject")).map_err(failed)?;
        let table = table.as_reference().map_err(failed)?;
        let table = pdf.get_object_mut(table).and_then(Object::as_dict_mut).map_err(failed)?;
        table.set(image_name(index), id);
    }
    Ok(())
}
