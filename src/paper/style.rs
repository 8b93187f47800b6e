//! How text looks and what becomes of it in a box. Draws nothing.

use chrono::NaiveDate;

use super::PaperError;
use super::page::{Face, Ink, Rect};
use super::shape::{MM_PER_PT, width};

/// Distance from the upper edge of a line to its baseline, in em.
const ASCENT: f32 = 0.95;
/// Distance from one baseline to the next, in em.
pub const LEADING: f32 = 1.25;

/// What the whole paper is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meta {
    /// Title of the file.
    pub title: String,
    /// Language, BCP 47.
    pub lang: String,
    /// The issuing authority.
    pub author: String,
    /// Day of issue.
    pub date: NaiveDate,
}

impl Meta {
    /// A paper in German.
    pub fn german(title: &str, author: &str, date: NaiveDate) -> Self {
        Self { title: title.into(), lang: "de-DE".into(), author: author.into(), date }
    }
}

/// How text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// Which face.
    pub face: Face,
    /// Size in points.
    pub size: f32,
    /// With a rule beneath.
    pub underline: bool,
    /// Colour.
    pub ink: Ink,
}

impl Style {
    /// Regular, black.
    pub const fn regular(size: f32) -> Self {
        Self { face: Face::Regular, size, underline: false, ink: Ink::BLACK }
    }
    /// Bold, black.
    pub const fn bold(size: f32) -> Self {
        Self { face: Face::Bold, size, underline: false, ink: Ink::BLACK }
    }
    /// The same with a rule beneath.
    #[must_use]
    pub const fn underlined(self) -> Self {
        Self { underline: true, ..self }
    }
    /// The same in another colour.
    #[must_use]
    pub const fn ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }
    /// Distance between two baselines in millimetres.
    pub fn line_height(&self) -> f32 {
        self.size * LEADING * MM_PER_PT
    }
    /// From the upper edge of a line to its baseline in millimetres.
    pub fn ascent(&self) -> f32 {
        self.size * ASCENT * MM_PER_PT
    }
    /// Width of one line of text in millimetres.
    pub fn width(&self, text: &str) -> Result<f32, PaperError> {
        width(self.face, self.size, text)
    }
}

/// The sizes of a letter: of its text, and of everything that a reader shall be able to read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sizes {
    /// Running text, cells, items.
    pub body: Style,
    /// Explanations, captions, who signed.
    pub small: Style,
    /// The subject.
    pub title: Style,
    /// Headings within the letter.
    pub heading: Style,
}

impl Sizes {
    /// For most readers.
    pub const NORMAL: Self = Self {
        body: Style::regular(10.0),
        small: Style::regular(8.5),
        title: Style::bold(13.0),
        heading: Style::bold(10.5),
    };
    /// For those who asked for large print: nothing that is told is smaller than 16 points.
    pub const LARGE: Self = Self {
        body: Style::regular(16.0),
        small: Style::regular(16.0),
        title: Style::bold(20.0),
        heading: Style::bold(17.0),
    };

    /// Whether these are the large ones.
    pub fn is_large(&self) -> bool {
        self.body.size > Self::NORMAL.body.size
    }

    /// A length that grows with the text.
    pub fn scaled(&self, millimetres: f32) -> f32 {
        millimetres * self.body.size / Self::NORMAL.body.size
    }
}

/// Where lines stand in their box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// At the left edge.
    Left,
    /// In the middle.
    Centre,
    /// At the right edge.
    Right,
}

/// What to do where text is larger than its box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fit {
    /// Draw what has room and hand back the rest.
    Report,
    /// Try smaller sizes in steps of half a point down to this one first.
    Shrink(f32),
}

/// A box that takes wrapped text, filled from its upper edge.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextBox {
    /// Where.
    pub rect: Rect,
    /// How the text looks, at its largest.
    pub style: Style,
    /// Where the lines stand.
    pub align: Align,
    /// What to do with too much text.
    pub fit: Fit,
}

impl TextBox {
    /// Left-aligned, reporting what has no room.
    pub fn new(rect: Rect, style: Style) -> Self {
        Self { rect, style, align: Align::Left, fit: Fit::Report }
    }
    /// Smaller type where needed, down to `least` points.
    #[must_use]
    pub fn shrink(self, least: f32) -> Self {
        Self { fit: Fit::Shrink(least), ..self }
    }
    /// Other alignment.
    #[must_use]
    pub fn align(self, align: Align) -> Self {
        Self { align, ..self }
    }
}

/// What became of text put into a box.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// Size used, in points.
    pub size: f32,
    /// Lines drawn.
    pub lines: usize,
    /// Lower edge of the last line in millimetres.
    pub bottom: f32,
    /// Text that had no room; empty when all is there. A form continues it on an extra sheet.
    pub left: String,
}
