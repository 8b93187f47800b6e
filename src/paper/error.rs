//! What can go wrong between data and PDF. Says it as data; sentences are made elsewhere.

use thiserror::Error;

use super::raster::MOST_MEGAPIXELS;
use crate::domain::problem::Problem;

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
    /// A part with a fixed place (`address`, `information`) cannot hold its text even in the smallest type.
    #[error("no room in {part} for {text:?}")]
    NoRoom {
        /// Which part.
        part: &'static str,
        /// What has no room.
        text: String,
    },
    /// More text than a QR code holds; how many bytes it was.
    #[error("{0} bytes are too many for a QR code")]
    CodeTooLong(usize),
    /// There is no letter of this name and version.
    #[error("there is no letter {0}")]
    NoSuchLetter(String),
    /// There is no official form of this name and version.
    #[error("there is no form {0}")]
    NoSuchForm(String),
    /// A letter was not given what it needs; all names at once.
    #[error("{letter} lacks {}", .names.join(", "))]
    MissingValues {
        /// Name and version of the letter.
        letter: String,
        /// Values that are missing or empty.
        names: Vec<String>,
    },
    /// A letter's file is wrong; all problems at once.
    #[error("{}", .0.iter().map(|problem| format!("{}: {}", problem.field, problem.id)).collect::<Vec<_>>().join("; "))]
    Template(Vec<Problem>),
    /// The bytes are no PDF that can be shown.
    #[error("the file is no readable PDF")]
    Unreadable,
    /// Drawing the page takes longer than anybody waits: the file was made for that.
    #[error("drawing the page does not come to an end")]
    Late,
    /// The file has no page of this number, counted from 0.
    #[error("there is no page {0}")]
    NoSuchPage(u16),
    /// The bytes are no picture that can be read: no PNG, no JPEG, or a damaged one.
    #[error("the file is no readable PNG or JPEG")]
    NoPicture,
    /// The picture or page has more pixels than are drawn.
    #[error("{0} megapixels are too many")]
    TooManyPixels(u64),
    /// The file writer failed.
    #[error("the PDF could not be written: {0}")]
    Write(String),
}

impl PaperError {
    /// The same for the clerk: one problem for each fault, with message id and values.
    pub fn problems(&self) -> Vec<Problem> {
        let problem = |id: &str| Problem::error("", id);
        vec![match self {
            Self::MissingGlyph { character, text } => {
                problem("paper-character").with("character", character).with("text", text)
            }
            Self::Asset(name) => problem("paper-not-written").with("reason", name),
            Self::NoRoom { part, text } => problem("paper-no-room").with("part", part).with("text", text),
            Self::CodeTooLong(bytes) => problem("paper-code-long").with("bytes", bytes),
            Self::NoSuchLetter(letter) => problem("paper-no-letter").with("letter", letter),
            Self::NoSuchForm(form) => problem("paper-no-form").with("form", form),
            Self::MissingValues { letter, names } => return missing(letter, names),
            Self::Template(faults) => return faults.clone(),
            Self::Unreadable => problem("paper-unreadable"),
            Self::Late => problem("paper-late"),
            Self::NoSuchPage(page) => problem("paper-no-page").with("page", u32::from(*page) + 1),
            Self::NoPicture => problem("picture-unreadable"),
            Self::TooManyPixels(megapixels) => {
                problem("picture-too-large").with("megapixels", megapixels).with("most", MOST_MEGAPIXELS)
            }
            Self::Write(reason) => problem("paper-not-written").with("reason", reason),
        }]
    }
}

/// What a letter lacks. That nobody noted how the person proved who they are is said by itself: it is mended elsewhere.
fn missing(letter: &str, names: &[String]) -> Vec<Problem> {
    let (identity, rest): (Vec<&str>, Vec<&str>) =
        names.iter().map(String::as_str).partition(|name| *name == "identity_seen");
    let identity = identity.first().map(|_| Problem::error("seen", "paper-identity"));
    let rest = (!rest.is_empty())
        .then(|| Problem::error("", "paper-values").with("letter", letter).with("names", rest.join(", ")));
    identity.into_iter().chain(rest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_that_nobody_noted_is_said_by_itself() {
        let lacks = |names: &[&str]| {
            let names = names.iter().map(|name| (*name).to_owned()).collect();
            let problems =
                PaperError::MissingValues { letter: "lebensbescheinigung/1".into(), names }.problems();
            problems.into_iter().map(|problem| problem.id).collect::<Vec<_>>()
        };
        assert_eq!(lacks(&["identity_seen"]), ["paper-identity"]);
        assert_eq!(lacks(&["place", "identity_seen"]), ["paper-identity", "paper-values"]);
        assert_eq!(lacks(&["place"]), ["paper-values"]);
    }
}
