//! Letters filled and drawn: those of `assets/letters/<name>/<version>.toml`, and those that came with a service. Knows where
//! blocks go, not what they say; [`crate::catalogue::letter`] reads and judges them.

mod draw;
mod text;
mod values;

use std::collections::BTreeMap;
use std::sync::OnceLock;

pub use values::Values;

use super::letter::Letterhead;
use super::{PaperError, Rendered};
use crate::catalogue::letter::Letter;
use crate::domain::problem::{LocalText, Problem};

#[derive(rust_embed::Embed)]
#[folder = "assets/letters"]
struct Files;

/// Fills a letter of the program, for example `empfangsbescheinigung/1`, and makes its PDF.
///
/// # Errors
/// [`PaperError::NoSuchLetter`], and what [`render_letter`] says.
pub fn render(name: &str, values: &Values, head: &Letterhead) -> Result<Rendered, PaperError> {
    render_letter(load(name)?, values, head)
}

/// Fills a letter and makes its PDF.
///
/// # Errors
/// [`PaperError::MissingValues`] names every value the letter needs and was not given; [`PaperError::MissingGlyph`] where a
/// value holds a character that cannot be printed.
pub fn render_letter(letter: &Letter, values: &Values, head: &Letterhead) -> Result<Rendered, PaperError> {
    require(letter, values)?;
    Rendered::of(&draw::draw(letter, values, head)?)
}

/// Names of all letters with their versions.
pub fn names() -> Vec<String> {
    let mut names: Vec<String> =
        Files::iter().filter_map(|path| path.strip_suffix(".toml").map(str::to_owned)).collect();
    names.retain(|name| name.contains('/'));
    names.sort();
    names
}

/// A word that the program puts into letters by itself, in German, with its placeholders filled:
/// `assets/letters/words.toml`. An id that is not there comes back as it is.
pub fn word(id: &str, args: &[(&str, &str)]) -> String {
    static WORDS: OnceLock<BTreeMap<String, LocalText>> = OnceLock::new();
    let words = WORDS
        .get_or_init(|| asset("words.toml").and_then(|text| toml::from_str(&text).ok()).unwrap_or_default());
    let word = words.get(id).map_or_else(|| id.to_owned(), |word| word.de.clone());
    args.iter().fold(word, |word, (name, value)| word.replace(&format!("{{{name}}}"), value))
}

type Loaded = BTreeMap<String, Result<Letter, Vec<Problem>>>;

fn load(name: &str) -> Result<&'static Letter, PaperError> {
    static LETTERS: OnceLock<Loaded> = OnceLock::new();
    let letters =
        LETTERS.get_or_init(|| names().into_iter().map(|name| (name.clone(), open(&name))).collect());
    match letters.get(name) {
        Some(Ok(letter)) => Ok(letter),
        Some(Err(problems)) => Err(PaperError::Template(problems.clone())),
        None => Err(PaperError::NoSuchLetter(name.to_owned())),
    }
}

fn open(name: &str) -> Result<Letter, Vec<Problem>> {
    let file = format!("{name}.toml");
    Letter::read(&file, name, &asset(&file).unwrap_or_default())
}

fn asset(file: &str) -> Option<String> {
    Files::get(file).and_then(|file| String::from_utf8(file.data.into_owned()).ok())
}

fn require(letter: &Letter, values: &Values) -> Result<(), PaperError> {
    let needs = letter.source.needs.iter().map(toml::Spanned::get_ref);
    let missing: Vec<String> = needs.filter(|name| values.get(name).is_none()).cloned().collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(PaperError::MissingValues { letter: letter.name.clone(), names: missing })
}

#[cfg(test)]
mod tests;
