//! Letters filled and drawn: those of `assets/letters/<name>/<version>.toml`, and those that came with a service. Knows where
//! blocks go, not what they say; [`crate::catalogue::letter`] reads and judges them.

mod compose;
mod draw;
mod text;
mod values;

use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex, OnceLock, PoisonError};

pub use values::Values;

use super::letter::Letterhead;
use super::{PaperError, Rendered};
use crate::catalogue::letter::Letter;
use crate::domain::problem::LocalText;

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
    let word = words().get(id).map_or_else(|| id.to_owned(), |word| word.de.clone());
    args.iter().fold(word, |word, (name, value)| word.replace(&format!("{{{name}}}"), value))
}

/// A word in each language: what a screen shows in the reader's own.
pub fn local_word(id: &str) -> LocalText {
    words().get(id).cloned().unwrap_or_else(|| LocalText { de: id.to_owned(), en: id.to_owned() })
}

fn words() -> &'static BTreeMap<String, LocalText> {
    static WORDS: OnceLock<BTreeMap<String, LocalText>> = OnceLock::new();
    WORDS.get_or_init(|| asset("words.toml").and_then(|text| toml::from_str(&text).ok()).unwrap_or_default())
}

/// Letters of the program that were written since it began.
static LETTERS: LazyLock<Mutex<BTreeMap<String, &'static Letter>>> = LazyLock::new(Mutex::default);

fn load(name: &str) -> Result<&'static Letter, PaperError> {
    let mut letters = LETTERS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(letter) = letters.get(name) {
        return Ok(letter);
    }
    let text = asset(&format!("{name}.toml")).filter(|_| name.contains('/'));
    let text = text.ok_or_else(|| PaperError::NoSuchLetter(name.to_owned()))?;
    let letter = Letter::read(&format!("{name}.toml"), name, &text).map_err(PaperError::Template)?;
    Ok(letters.entry(name.to_owned()).or_insert(Box::leak(Box::new(letter))))
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
