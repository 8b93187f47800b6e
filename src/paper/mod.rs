//! Bytes of a PDF from plain data. Knows no store and no clock.
//!
//! [`page`] is the model between layout and writer: pages, a tag tree in reading order, shaped glyphs.
//! [`canvas`] builds it with absolute positions (official forms); [`shape`] and [`wrap`] turn text into glyphs
//! and lines; [`writer`] makes the file, [`aloud`] reads one as a screen reader does, [`signature`] adds to a finished one, [`raster`] reads pictures. [`Rendered::of`] is the last step of every paper.

pub mod accent;
pub mod aloud;
mod apart;
pub mod canvas;
pub mod data;
mod error;
pub mod flow;
pub mod form;
mod hold;
mod hyphen;
pub mod letter;
mod link;
pub mod page;
pub mod preview;
pub mod qr;
pub mod raster;
mod rendered;
pub mod shape;
pub mod signature;
pub mod style;
pub mod template;
pub mod typeset;
pub mod wrap;
pub mod writer;

pub use error::PaperError;
pub use rendered::Rendered;

/// What stands above a paper that replaces another (Berichtigung) or repeats one that was lost (Zweitschrift).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What it is and since when: "Zweitschrift vom 25.11.2026".
    pub title: String,
    /// Which paper it is about.
    pub note: String,
}
