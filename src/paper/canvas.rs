//! Builds a page model with absolute positions: for official forms, and beneath the flowing letters.
//! Decides no layout of its own and writes no file.
//!
//! ```
//! # use amtsstube::paper::{PaperError, canvas::{Canvas, Fit, Meta, Style, TextBox}, page::{Rect, Role}};
//! # fn main() -> Result<(), PaperError> {
//! let date = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default();
//! let mut canvas = Canvas::new(Meta::german("Gewerbe-Anmeldung", "Stadt Gescher", date));
//! canvas.frame(Rect::new(20.0, 20.0, 80.0, 9.0), 0.5);                    // an artefact: never read aloud
//! let _ = canvas.text(Role::H1, 20.0, 16.0, &Style::bold(12.0), "Gewerbe-Anmeldung")?;
//! canvas.within(Role::P, |canvas| {                                       // label and value read as one
//!     let _ = canvas.text(Role::Span, 21.0, 23.0, &Style::regular(6.5), "3 Name ")?;
//!     let area = TextBox::new(Rect::new(21.0, 24.0, 78.0, 4.5), Style::regular(10.0)).shrink(6.0);
//!     let placed = canvas.text_box(Role::Span, &area, "D̂ámján Ç̆elik")?;
//!     assert!(placed.left.is_empty());
//!     Ok(())
//! })?;
//! canvas.check_box(Rect::new(102.0, 21.0, 3.5, 3.5), true, "männlich: angekreuzt");
//! canvas.next_page();
//! let document = canvas.finish();
//! # assert_eq!(document.pages.len(), 2); Ok(()) }
//! ```

use super::PaperError;
use super::page::{
    Attachment, Child, Content, Document, Draw, Image, Ink, Line, Node, Page, Rect, Role, Run,
};
use super::shape::{MM_PER_PT, advance, shape};
pub use super::style::{Align, Fit, LEADING, Meta, Placed, Sizes, Style, TextBox};
use super::wrap::{StretchKind, TextLine, wrap};

/// A paper in the making. Content lands on the current page, inside the element that is open.
#[derive(Debug, Clone)]
pub struct Canvas {
    doc: Document,
    page: usize,
    /// Open elements; the first stands for the document and is never closed.
    open: Vec<Node>,
}

impl Canvas {
    /// One empty A4 page.
    pub fn new(meta: Meta) -> Self {
        let Meta { title, lang, author, date } = meta;
        let doc = Document {
            title,
            lang,
            author,
            date,
            pages: vec![Page::a4()],
            tree: Vec::new(),
            attachments: Vec::new(),
        };
        Self { doc, page: 0, open: vec![Node::new(Role::Sect)] }
    }

    /// Goes to the page after the current one, adding it if there is none.
    pub fn next_page(&mut self) {
        self.page += 1;
        if self.page == self.doc.pages.len() {
            self.doc.pages.push(Page::a4());
        }
    }

    /// Goes to a page that is there already, counted from 0; does nothing for any other.
    pub fn go_to(&mut self, page: usize) {
        if page < self.doc.pages.len() {
            self.page = page;
        }
    }

    /// Index of the current page.
    pub fn page(&self) -> usize {
        self.page
    }

    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.doc.pages.len()
    }

    /// Puts a file into the paper.
    pub fn attach(&mut self, file: Attachment) {
        self.doc.attachments.push(file);
    }

    /// Opens an element; what follows is inside it until [`Self::close`]. Prefer [`Self::within`].
    pub fn open(&mut self, role: Role) {
        self.open.push(Node::new(role));
    }

    /// Opens a table cell that covers several columns.
    pub fn open_cell(&mut self, role: Role, columns: u16) {
        self.open.push(Node { columns, ..Node::new(role) });
    }

    /// Closes the element opened last. An element without content is dropped.
    pub fn close(&mut self) {
        if self.open.len() < 2 {
            return;
        }
        if let Some(node) = self.open.pop().filter(|node| !node.kids.is_empty()) {
            self.put(Child::Node(node));
        }
    }

    /// Goes on in an element that was suspended: cells of one row are filled side by side, line by line.
    pub(super) fn resume(&mut self, node: Node) {
        self.open.push(node);
    }

    /// Takes the open element out again, to go on later.
    pub(super) fn suspend(&mut self) -> Option<Node> {
        if self.open.len() < 2 { None } else { self.open.pop() }
    }

    /// Puts a finished element into the open one, even if it is empty: a table needs all its cells.
    pub(super) fn add(&mut self, node: Node) {
        self.put(Child::Node(node));
    }

    /// Runs `inside` in an element of its own.
    pub fn within<T>(
        &mut self,
        role: Role,
        inside: impl FnOnce(&mut Self) -> Result<T, PaperError>,
    ) -> Result<T, PaperError> {
        self.open(role);
        let result = inside(self);
        self.close();
        result
    }

    /// One line of text as an element; `y` is the baseline. Returns its width in millimetres.
    pub fn text(&mut self, role: Role, x: f32, y: f32, style: &Style, text: &str) -> Result<f32, PaperError> {
        self.within(role, |canvas| canvas.run(x, y, style, text))
    }

    /// One line of text inside the element that is open. Returns its width in millimetres.
    pub fn run(&mut self, x: f32, y: f32, style: &Style, text: &str) -> Result<f32, PaperError> {
        let run = run(x, y, style, text)?;
        let width = advance(&run.glyphs) * style.size * MM_PER_PT;
        if style.underline {
            self.underline(x, y, width, style);
        }
        if !text.is_empty() {
            self.draw(Draw::Text(run));
        }
        Ok(width)
    }

    /// Wrapped text as an element.
    pub fn text_box(&mut self, role: Role, area: &TextBox, text: &str) -> Result<Placed, PaperError> {
        self.within(role, |canvas| canvas.run_box(area, text))
    }

    /// Wrapped text inside the element that is open.
    pub fn run_box(&mut self, area: &TextBox, text: &str) -> Result<Placed, PaperError> {
        let (style, lines) = fit(area, text)?;
        let room = rows(area.rect.h, &style);
        let mut drawn = 0;
        for (line, row) in lines.iter().zip(0_u16..).take(room) {
            let y = area.rect.y + style.ascent() + f32::from(row) * style.line_height();
            self.line_of_text(&area.rect, y, &style, area.align, line)?;
            drawn += 1;
        }
        let rows_drawn = f32::from(u16::try_from(drawn).unwrap_or(u16::MAX));
        let bottom = area.rect.y + rows_drawn * style.line_height();
        Ok(Placed { size: style.size, lines: drawn, bottom, left: joined(lines.get(drawn..).unwrap_or(&[])) })
    }

    /// One line aligned in a box; a swallowed space is put back for those who copy or listen.
    pub(super) fn line_of_text(
        &mut self,
        area: &Rect,
        y: f32,
        style: &Style,
        align: Align,
        line: &TextLine,
    ) -> Result<(), PaperError> {
        let slack = match align {
            Align::Left => 0.0,
            Align::Centre => (area.w - style.width(&line.text)?) / 2.0,
            Align::Right => area.w - style.width(&line.text)?,
        };
        let mut x = area.x + slack;
        let mut from = 0;
        for stretch in &line.stretches {
            x += self.run(x, y, style, &line.text[from..stretch.range.start])?;
            from = stretch.range.end;
            let shown = &line.text[stretch.range.clone()];
            x += match &stretch.kind {
                StretchKind::Says(said) => self.run_saying(x, y, style, shown, said)?,
                StretchKind::Leads(uri) => self.link(x, y, style, shown, uri)?,
            };
        }
        let rest = &line.text[from..];
        let text = if line.space_after { format!("{rest} ") } else { rest.to_owned() };
        self.run(x, y, style, &text).map(|_| ())
    }

    /// Text that is read as something else. Returns its width.
    fn run_saying(
        &mut self,
        x: f32,
        y: f32,
        style: &Style,
        shown: &str,
        said: &str,
    ) -> Result<f32, PaperError> {
        let mut run = run(x, y, style, shown)?;
        run.drawn = Some(std::mem::replace(&mut run.text, said.to_owned()));
        let width = advance(&run.glyphs) * style.size * MM_PER_PT;
        self.draw(Draw::Text(run));
        Ok(width)
    }

    /// Text that leads to an address, as an element of its own. Returns its width.
    fn link(&mut self, x: f32, y: f32, style: &Style, text: &str, uri: &str) -> Result<f32, PaperError> {
        let mut node = Node { target: Some(uri.to_owned()), ..Node::new(Role::Link) };
        let rect = Rect::new(x, y - style.ascent(), style.width(text)?, style.line_height());
        node.bbox = Some(rect);
        self.open.push(node);
        let width = self.run(x, y, style, text);
        self.close();
        width
    }

    /// Text that is never read aloud: letterhead, page number.
    pub fn artifact_text(&mut self, x: f32, y: f32, style: &Style, text: &str) -> Result<f32, PaperError> {
        let run = run(x, y, style, text)?;
        let width = advance(&run.glyphs) * style.size * MM_PER_PT;
        self.artifact(Draw::Text(run));
        Ok(width)
    }

    /// A filled rectangle beneath the content.
    pub fn fill(&mut self, rect: Rect, ink: Ink) {
        self.artifact(Draw::Fill(vec![rect], ink));
    }

    /// A black rule, `width` in points.
    pub fn line(&mut self, from: (f32, f32), to: (f32, f32), width: f32) {
        self.coloured_line(from, to, width, Ink::BLACK);
    }

    /// The same in a colour.
    pub fn coloured_line(&mut self, from: (f32, f32), to: (f32, f32), width: f32, ink: Ink) {
        self.artifact(Draw::Line(Line { from, to, width, ink }));
    }

    /// Four black rules, `width` in points.
    pub fn frame(&mut self, rect: Rect, width: f32) {
        for line in sides(rect, width) {
            self.artifact(Draw::Line(line));
        }
    }

    /// A check box with its cross. `alt` is what is read: say what is ticked, for example
    /// "männlich: angekreuzt".
    pub fn check_box(&mut self, rect: Rect, ticked: bool, alt: &str) {
        let mut draws: Vec<Draw> = sides(rect, 0.5).map(Draw::Line).into();
        if ticked {
            let inset = rect.w.min(rect.h) * 0.18;
            let (left, top) = (rect.x + inset, rect.y + inset);
            let (right, bottom) = (rect.x + rect.w - inset, rect.y + rect.h - inset);
            for (from, to) in [((left, top), (right, bottom)), ((left, bottom), (right, top))] {
                draws.push(Draw::Line(Line { from, to, width: 1.2, ink: Ink::BLACK }));
            }
        }
        self.figure(rect, alt, draws);
    }

    /// A figure: `draws` with what is read instead.
    pub fn figure(&mut self, rect: Rect, alt: &str, draws: Vec<Draw>) {
        let content = Child::Content(Content { page: self.page, draws });
        self.put(Child::Node(Node {
            alt: Some(alt.to_owned()),
            bbox: Some(rect),
            kids: vec![content],
            ..Node::new(Role::Figure)
        }));
    }

    /// A picture with what is read instead.
    pub fn image(&mut self, image: Image, alt: &str) {
        self.figure(image.rect, alt, vec![Draw::Image(image)]);
    }

    /// The finished model; whatever is still open is closed.
    pub fn finish(mut self) -> Document {
        while self.open.len() > 1 {
            self.close();
        }
        let root = self.open.pop().map(|root| root.kids).unwrap_or_default();
        self.doc.tree = root.into_iter().map(paragraph).collect();
        self.doc
    }

    /// Draws beneath the content of the current page.
    pub(super) fn artifact(&mut self, draw: Draw) {
        if let Some(page) = self.doc.pages.get_mut(self.page) {
            page.artifacts.push(draw);
        }
    }

    fn underline(&mut self, x: f32, y: f32, width: f32, style: &Style) {
        let drop = style.size * 0.12 * MM_PER_PT;
        let line =
            Line { from: (x, y + drop), to: (x + width, y + drop), width: style.size * 0.05, ink: style.ink };
        self.artifact(Draw::Line(line));
    }

    /// Adds content to the element that is open, joining what already stands there on this page.
    fn draw(&mut self, draw: Draw) {
        let page = self.page;
        if let Some(Child::Content(content)) = self.open.last_mut().and_then(|node| node.kids.last_mut())
            && content.page == page
        {
            content.draws.push(draw);
            return;
        }
        self.put(Child::Content(Content { page, draws: vec![draw] }));
    }

    fn put(&mut self, child: Child) {
        if let Some(node) = self.open.last_mut() {
            node.kids.push(child);
        }
    }
}

/// Content outside of any element becomes a paragraph.
fn paragraph(child: Child) -> Node {
    match child {
        Child::Node(node) => node,
        content @ Child::Content(_) => Node { kids: vec![content], ..Node::new(Role::P) },
    }
}

fn run(x: f32, y: f32, style: &Style, text: &str) -> Result<Run, PaperError> {
    let glyphs = shape(style.face, text)?;
    let text = text.to_owned();
    Ok(Run { face: style.face, size: style.size, x, y, ink: style.ink, text, drawn: None, glyphs })
}

fn sides(rect: Rect, width: f32) -> [Line; 4] {
    let Rect { x, y, w, h } = rect;
    let line = |from, to| Line { from, to, width, ink: Ink::BLACK };
    [
        line((x, y), (x + w, y)),
        line((x, y + h), (x + w, y + h)),
        line((x, y), (x, y + h)),
        line((x + w, y), (x + w, y + h)),
    ]
}

/// How many lines of this style have room in that height; at least one.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a page holds few lines")]
fn rows(height: f32, style: &Style) -> usize {
    // The last line needs its letters only, not the gap to a next one.
    let gap = (LEADING - 1.15) * style.size * MM_PER_PT;
    (((height + gap) / style.line_height() + 0.001).floor().max(1.0)) as usize
}

/// The largest allowed size at which all lines have room, or the smallest.
fn fit(area: &TextBox, text: &str) -> Result<(Style, Vec<TextLine>), PaperError> {
    let mut style = area.style;
    loop {
        let lines = wrap(style.face, style.size, area.rect.w, text)?;
        let least = match area.fit {
            Fit::Report => style.size,
            Fit::Shrink(least) => least,
        };
        if lines.len() <= rows(area.rect.h, &style) || style.size - 0.5 < least {
            return Ok((style, lines));
        }
        style.size -= 0.5;
    }
}

fn joined(lines: &[TextLine]) -> String {
    let mut text = String::new();
    for line in lines {
        text.push_str(&line.text);
        text.push_str(if line.space_after { " " } else { "" });
    }
    text
}

#[cfg(test)]
mod tests;
