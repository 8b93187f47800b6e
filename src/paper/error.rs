//! What can go wrong between data and PDF. Says it as data; sentences are made elsewhere.

use thiserror::Error;

/// Why a paper could not be made. Nothing was written when one of these is returned.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PaperError {
    /// The bundled font has no glyph for this character; printing it would give an empty box.
    #[error("the font has no glyph for {character:?} (U+{:04X}) in {text:?}", *.character as u32)]
    MissingGlyph {
        /// The character that cannot be printed.
        character: char,
        /// The text it stands in.
        text: String,
    },
    /// A bundled asset (font, letter) is damaged.
    #[error("the bundled {0} cannot be read")]
    Asset(&'static str),
    /// More text than a QR code holds; how many bytes it was.
    #[error("{0} bytes are too many for a QR code")]
    CodeTooLong(usize),
    /// The bytes are no PDF that can be shown.
    #[error("the file is no readable PDF")]
    Unreadable,
    /// The file has no page of this number, counted from 0.
    #[error("there is no page {0}")]
    NoSuchPage(u16),
    /// The file writer failed.
    #[error("the PDF could not be written: {0}")]
    Write(String),
}
