//! The page model between layout and writer: what stands where, and in which order it is read.
//! Knows no PDF, so that the writer can be exchanged, and no letters or forms.
//!
//! Lengths are millimetres from the top left corner of the page; sizes of type are points.

use std::ops::Range;

use chrono::NaiveDate;

/// Width of A4 in millimetres.
pub const A4_WIDTH: f32 = 210.0;
/// Height of A4 in millimetres.
pub const A4_HEIGHT: f32 = 297.0;

/// A whole paper: its description, its pages and the tree that a screen reader walks.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Shown in the title bar of the reader.
    pub title: String,
    /// Language of the text as in BCP 47, for example `de-DE`.
    pub lang: String,
    /// The authority that issues the paper, for example "Stadt Gescher".
    pub author: String,
    /// Day of issue; the only date that gets into the file.
    pub date: NaiveDate,
    /// Size and artefacts of each page.
    pub pages: Vec<Page>,
    /// What is read, in reading order, over all pages.
    pub tree: Vec<Node>,
    /// Files that travel inside the PDF.
    pub attachments: Vec<Attachment>,
}

/// One page without its tagged content, which stands in [`Document::tree`].
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Width in millimetres.
    pub width: f32,
    /// Height in millimetres.
    pub height: f32,
    /// What is drawn beneath the content and never read aloud: rules, tints, letterhead, page numbers.
    pub artifacts: Vec<Draw>,
}

impl Page {
    /// An empty A4 page, upright.
    pub fn a4() -> Self {
        Self { width: A4_WIDTH, height: A4_HEIGHT, artifacts: Vec::new() }
    }
}

/// A file inside the PDF (PDF/A-3), for example the case's data as JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// File name in ASCII, for example `vorgang.json`.
    pub name: String,
    /// What it is, in words.
    pub description: String,
    /// Media type, for example `application/json`.
    pub media_type: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// What an element means to a reader. Names follow the standard structure types of ISO 32000-1, 14.8.4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// A part of the paper with a heading of its own.
    Sect,
    /// Heading of the whole paper; also an entry of the outline.
    H1,
    /// Heading of a part; also an entry of the outline.
    H2,
    /// Heading below [`Role::H2`].
    H3,
    /// A paragraph.
    P,
    /// A table; its children are [`Role::TR`].
    Table,
    /// A row.
    TR,
    /// A cell that names its column.
    TH,
    /// A cell that names its row.
    RowHead,
    /// A cell.
    TD,
    /// A list with dots; its children are [`Role::LI`].
    L,
    /// A list with numbers; its children are [`Role::LI`].
    NumberedList,
    /// An item of a list.
    LI,
    /// The number or dot of an item.
    Lbl,
    /// What an item says.
    LBody,
    /// A picture, code or check box; needs an alternative text and a box.
    Figure,
    /// A stretch of text inside something else.
    Span,
    /// A stretch of text that leads somewhere; needs a target and a box.
    Link,
}

/// An element of the tag tree.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What it means.
    pub role: Role,
    /// What is read instead of it (figures).
    pub alt: Option<String>,
    /// Where it stands (figures, links).
    pub bbox: Option<Rect>,
    /// Where it leads: an address in ASCII (links).
    pub target: Option<String>,
    /// How many columns a table cell covers; 1 for everything else.
    pub columns: u16,
    /// Children and own content, in reading order.
    pub kids: Vec<Child>,
}

impl Node {
    /// An element without content yet.
    pub fn new(role: Role) -> Self {
        Self { role, alt: None, bbox: None, target: None, columns: 1, kids: Vec::new() }
    }
}

/// What an element holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Child {
    /// A further element.
    Node(Node),
    /// Something drawn on one page.
    Content(Content),
}

/// Marks on one page that belong to one element.
#[derive(Debug, Clone, PartialEq)]
pub struct Content {
    /// Index into [`Document::pages`].
    pub page: usize,
    /// What is drawn, in order.
    pub draws: Vec<Draw>,
}

/// One mark on the page.
#[derive(Debug, Clone, PartialEq)]
pub enum Draw {
    /// Shaped text.
    Text(Run),
    /// Filled rectangles of one colour.
    Fill(Vec<Rect>, Ink),
    /// A straight stroke.
    Line(Line),
    /// A picture.
    Image(Image),
}

/// Text with one face and size on one baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// Which of the bundled faces.
    pub face: Face,
    /// Size in points.
    pub size: f32,
    /// Left end in millimetres.
    pub x: f32,
    /// Baseline in millimetres from the top.
    pub y: f32,
    /// Colour.
    pub ink: Ink,
    /// The characters; what search, copy and screen readers get.
    pub text: String,
    /// What is drawn, where that is something else: part of a word that goes on in another line.
    pub drawn: Option<String>,
    /// The shapes, in drawing order: marks before their base letter.
    pub glyphs: Vec<Glyph>,
}

impl Run {
    /// What is drawn.
    pub fn shown(&self) -> &str {
        self.drawn.as_deref().unwrap_or(&self.text)
    }
}

/// One shape of a face, placed. Lengths are in em: times the size gives points.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// Number of the shape in the face.
    pub id: u16,
    /// How far the pen moves.
    pub advance: f32,
    /// Shift to the right of the pen.
    pub dx: f32,
    /// Shift upwards of the baseline.
    pub dy: f32,
    /// Bytes of [`Run::shown`] it stands for; all glyphs of one grapheme share one range.
    pub range: Range<usize>,
}

/// The bundled faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Noto Sans Regular.
    Regular,
    /// Noto Sans Bold.
    Bold,
}

/// A colour in sRGB, each part 0 to 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ink(pub u8, pub u8, pub u8);

impl Ink {
    /// Text and rules.
    pub const BLACK: Self = Self(0, 0, 0);
    /// Nothing on white paper; on a tint it clears a field.
    pub const WHITE: Self = Self(255, 255, 255);

    /// A grey with that much black, in percent.
    pub fn grey(percent: u8) -> Self {
        let part = 255 - u16::from(percent.min(100)) * 255 / 100;
        let part = u8::try_from(part).unwrap_or(0);
        Self(part, part, part)
    }
}

/// A rectangle in millimetres from the top left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width.
    pub w: f32,
    /// Height.
    pub h: f32,
}

impl Rect {
    /// Left and upper edge, width and height.
    pub fn new(x: f32, y: f32, w: f32, h: f32) -> Self {
        Self { x, y, w, h }
    }
}

/// A straight stroke.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// Start, x and y in millimetres.
    pub from: (f32, f32),
    /// End, x and y in millimetres.
    pub to: (f32, f32),
    /// Thickness in points.
    pub width: f32,
    /// Colour.
    pub ink: Ink,
}

/// A picture without transparency.
#[derive(Debug, Clone, PartialEq)]
pub struct Image {
    /// Where it stands.
    pub rect: Rect,
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// `width * height * 3` bytes, row by row from the top, red, green, blue.
    pub rgb: std::sync::Arc<[u8]>,
}
