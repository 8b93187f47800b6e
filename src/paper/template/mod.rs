//! Letters as data: `assets/letters/<name>/<version>.toml` with named placeholders, filled and drawn.
//! Knows where blocks go, not what they say. The format is described in `assets/letters/README.md`.

mod check;
mod draw;
mod source;
mod text;
mod values;

use std::collections::BTreeMap;
use std::sync::OnceLock;

pub use check::{Fault, TemplateProblem};
pub use values::Values;

use super::letter::Letterhead;
use super::{PaperError, Rendered};
use crate::domain::problem::LocalText;
use source::Source;

#[derive(rust_embed::Embed)]
#[folder = "assets/letters"]
struct Files;

/// A letter that was read and checked.
#[derive(Debug)]
pub(crate) struct Template {
    name: String,
    source: Source,
}

/// Fills a letter, for example `empfangsbescheinigung/1`, and makes its PDF.
///
/// # Errors
/// [`PaperError::NoSuchLetter`]; [`PaperError::MissingValues`] names every value the letter needs and was not
/// given; [`PaperError::MissingGlyph`] where a value holds a character that cannot be printed.
pub fn render(name: &str, values: &Values, head: &Letterhead) -> Result<Rendered, PaperError> {
    let template = load(name)?;
    template.require(values)?;
    Rendered::of(&draw::draw(template, values, head)?)
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

/// Checks a letter that is not bundled, for example one from a pack; all problems at once.
pub fn check(file: &str, source: &str) -> Vec<TemplateProblem> {
    match read(file, source) {
        Ok(_) => Vec::new(),
        Err(problems) => problems,
    }
}

fn read(file: &str, text: &str) -> Result<Source, Vec<TemplateProblem>> {
    let source = source::parse(file, text).map_err(|problem| vec![problem])?;
    let problems = check::check(file, text, &source);
    if problems.is_empty() { Ok(source) } else { Err(problems) }
}

type Loaded = BTreeMap<String, Result<Template, Vec<TemplateProblem>>>;

fn load(name: &str) -> Result<&'static Template, PaperError> {
    static LETTERS: OnceLock<Loaded> = OnceLock::new();
    let letters =
        LETTERS.get_or_init(|| names().into_iter().map(|name| (name.clone(), open(name))).collect());
    match letters.get(name) {
        Some(Ok(template)) => Ok(template),
        Some(Err(problems)) => Err(PaperError::Template(problems.clone())),
        None => Err(PaperError::NoSuchLetter(name.to_owned())),
    }
}

fn open(name: String) -> Result<Template, Vec<TemplateProblem>> {
    let file = format!("{name}.toml");
    let text = asset(&file).unwrap_or_default();
    read(&file, &text).map(|source| Template { name, source })
}

fn asset(file: &str) -> Option<String> {
    Files::get(file).and_then(|file| String::from_utf8(file.data.into_owned()).ok())
}

impl Template {
    fn require(&self, values: &Values) -> Result<(), PaperError> {
        let missing: Vec<String> = self
            .source
            .needs
            .iter()
            .map(toml::Spanned::get_ref)
            .filter(|name| values.get(name).is_none())
            .cloned()
            .collect();
        if missing.is_empty() {
            return Ok(());
        }
        Err(PaperError::MissingValues { letter: self.name.clone(), names: missing })
    }
}

#[cfg(test)]
mod tests;
