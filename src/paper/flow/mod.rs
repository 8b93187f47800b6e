//! Text that flows down pages: headings, paragraphs, lists, codes. Tables stand in [`table`]. Knows no letterhead.

mod table;

pub use table::{Column, Row, Table, is_number};

use super::PaperError;
use super::canvas::{Align, Canvas, Sizes, Style};
use super::page::{Document, Draw, Ink, Rect, Role};
use super::qr;
use super::wrap::{TextLine, wrap, wrap_prose};

/// Distance after a paragraph in millimetres.
const GAP: f32 = 2.6;

/// Where text may stand on a page, in millimetres from the top left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Left edge of the text.
    pub left: f32,
    /// Right edge of the text.
    pub right: f32,
    /// Upper edge on every page but the first.
    pub top: f32,
    /// Lower edge on the first page, which may carry a footer.
    pub first_bottom: f32,
    /// Lower edge on the others.
    pub bottom: f32,
}

impl Area {
    /// Width of the text.
    pub fn width(&self) -> f32 {
        self.right - self.left
    }
}

/// A canvas with a place where the next block goes.
#[derive(Debug, Clone)]
pub struct Flow {
    /// For what does not flow.
    pub canvas: Canvas,
    /// How large the text is.
    pub sizes: Sizes,
    area: Area,
    y: f32,
    /// The page on which something was drawn first since [`Self::watch`].
    began: Option<usize>,
}

impl Flow {
    /// Goes on below `y` millimetres on the current page.
    pub fn new(canvas: Canvas, sizes: Sizes, area: Area, y: f32) -> Self {
        Self { canvas, sizes, area, y, began: None }
    }

    /// Looks from now on where the next thing is drawn.
    pub fn watch(&mut self) {
        self.began = None;
    }

    /// The page on which something was drawn first since [`Self::watch`].
    pub fn began(&self) -> Option<usize> {
        self.began
    }

    /// How much is left on this page, in millimetres.
    pub fn left(&self) -> f32 {
        self.bottom() - self.y
    }

    /// Goes to the top of the next page, unless this one is still empty.
    pub fn new_page(&mut self) {
        if self.y > self.area.top {
            self.break_page();
        }
    }

    /// Where the next block begins.
    pub fn y(&self) -> f32 {
        self.y
    }

    /// Where text may stand.
    pub fn area(&self) -> Area {
        self.area
    }

    /// Leaves room, but not at the top of a page.
    pub fn gap(&mut self, millimetres: f32) {
        if self.y > self.area.top {
            self.y += millimetres;
        }
    }

    /// Starts a new page unless that much is left on this one, or it is still empty.
    pub fn need(&mut self, millimetres: f32) {
        if self.y + millimetres > self.bottom() && self.y > self.area.top {
            self.break_page();
        }
    }

    /// Runs `inside` again on a new page where it would have been torn apart.
    pub fn keep_together(
        &mut self,
        inside: impl Fn(&mut Self) -> Result<(), PaperError>,
    ) -> Result<(), PaperError> {
        let before = self.clone();
        inside(self)?;
        if self.canvas.page() != before.canvas.page() && before.y > before.area.top {
            *self = before;
            self.break_page();
            inside(self)?;
        }
        Ok(())
    }

    /// A heading, kept with the first lines of what follows.
    pub fn heading(&mut self, role: Role, text: &str) -> Result<(), PaperError> {
        let style = match role {
            Role::H1 => self.sizes.title,
            _ => self.sizes.heading,
        };
        if role != Role::H1 {
            self.gap(self.sizes.scaled(1.8));
        }
        let lines = wrap(style.face, style.size, self.area.width(), text)?;
        self.need(style.line_height() * small(lines.len()) + self.sizes.body.line_height() * 2.0);
        self.put(role, &style, &lines)?;
        self.y += if role == Role::H1 { 3.0 } else { 1.2 };
        Ok(())
    }

    /// A paragraph of body text.
    pub fn paragraph(&mut self, text: &str) -> Result<(), PaperError> {
        self.styled(&self.sizes.body.clone(), text)
    }

    /// A paragraph in a style of its own.
    pub fn styled(&mut self, style: &Style, text: &str) -> Result<(), PaperError> {
        let lines = wrap_prose(style.face, style.size, self.area.width(), text, false)?;
        self.put(Role::P, style, &lines)?;
        self.y += self.sizes.scaled(GAP);
        Ok(())
    }

    /// Items with dots.
    pub fn list(&mut self, items: &[String]) -> Result<(), PaperError> {
        if items.is_empty() {
            return Ok(());
        }
        self.canvas.open(Role::L);
        for item in items {
            self.item(item)?;
            self.y += 0.8;
        }
        self.canvas.close();
        self.y += self.sizes.scaled(GAP) - 0.8;
        Ok(())
    }

    fn item(&mut self, text: &str) -> Result<(), PaperError> {
        let body = self.sizes.body;
        let mut inner = self.area;
        inner.left += self.sizes.scaled(5.0);
        let lines = wrap_prose(body.face, body.size, inner.width(), text, false)?;
        // The dot stands beside the first line, so the page is broken before both.
        self.need(body.line_height() * first_lines(lines.len()));
        self.canvas.open(Role::LI);
        let baseline = self.y + body.ascent();
        let _ = self.canvas.text(Role::Lbl, self.area.left + 1.0, baseline, &body, "• ")?;
        let outer = std::mem::replace(&mut self.area, inner);
        let result = self.put(Role::LBody, &body, &lines);
        self.area = outer;
        self.canvas.close();
        result
    }

    /// A QR code of `side` millimetres with its caption beside it. `alt` is read instead of the code.
    pub fn code(&mut self, data: &str, side: f32, alt: &str, caption: &str) -> Result<(), PaperError> {
        self.gap(1.5);
        self.need(side + 2.0);
        self.touch();
        let caption_style = self.sizes.small;
        let rect = Rect::new(self.area.left, self.y, side, side);
        let squares = qr::squares(data, rect)?;
        self.canvas.figure(rect, alt, vec![Draw::Fill(squares, Ink::BLACK)]);
        let beside = Rect::new(rect.x + side + 4.0, self.y, self.area.right - rect.x - side - 4.0, side);
        let lines = wrap_prose(caption_style.face, caption_style.size, beside.w, caption, false)?;
        let mut y = self.y + 1.0;
        self.canvas.open(Role::P);
        for line in &lines {
            self.canvas.line_of_text(
                &beside,
                y + caption_style.ascent(),
                &caption_style,
                Align::Left,
                line,
            )?;
            y += caption_style.line_height();
        }
        self.canvas.close();
        self.y = y.max(self.y + side) + self.sizes.scaled(GAP) + 1.5;
        Ok(())
    }

    /// The finished model.
    pub fn finish(self) -> Document {
        self.canvas.finish()
    }

    fn bottom(&self) -> f32 {
        if self.canvas.page() == 0 { self.area.first_bottom } else { self.area.bottom }
    }

    fn touch(&mut self) {
        let page = self.canvas.page();
        let _ = self.began.get_or_insert(page);
    }

    fn break_page(&mut self) {
        self.canvas.next_page();
        self.y = self.area.top;
    }

    /// Wrapped lines; never a single line of a longer text alone on a page.
    fn put(&mut self, role: Role, style: &Style, lines: &[TextLine]) -> Result<(), PaperError> {
        let height = style.line_height();
        self.need(height * first_lines(lines.len()));
        self.canvas.open(role);
        for (at, line) in lines.iter().enumerate() {
            let left = lines.len() - at;
            let wanted = if left == 2 && lines.len() > 3 { 2.0 } else { 1.0 };
            self.need(height * wanted);
            self.line(style, line)?;
        }
        self.canvas.close();
        Ok(())
    }

    fn line(&mut self, style: &Style, line: &TextLine) -> Result<(), PaperError> {
        self.touch();
        let place = Rect::new(self.area.left, self.y, self.area.width(), style.line_height());
        self.canvas.line_of_text(&place, self.y + style.ascent(), style, Align::Left, line)?;
        self.y += style.line_height();
        Ok(())
    }
}

/// How many lines of a text have to stand together at the bottom of a page.
fn first_lines(count: usize) -> f32 {
    if count <= 3 { small(count) } else { 2.0 }
}

/// A small count as a factor.
fn small(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

#[cfg(test)]
mod tests;
