//! Sentences in German and English, dates and amounts as one writes them there. Knows no rule and no screen.
//!
//! Static sentences: `fl!("id")` and `fl!("id", name = value)`, checked when compiling.
//! Ids that come as data (problems, states, kinds of paper): [`text`] and [`text_with`].

mod format;
mod language;
mod law;
mod said;

pub use crate::fl;
pub use format::{
    amount, bytes, count, date, date_in_full, date_short, date_with_day, day_of_week, moment, month,
    partial_day, stored_day, time,
};
pub use language::Language;
pub use law::cite_by;
pub use said::{remedy, said};

use i18n_embed::LanguageLoader;
use i18n_embed::fluent::{FluentLanguageLoader, fluent_language_loader};
use std::collections::HashMap;
use std::sync::LazyLock;

/// The files under `assets/i18n`, carried inside the program.
#[derive(rust_embed::RustEmbed)]
#[folder = "assets/i18n"]
struct Sentences;

static LOADER: LazyLock<FluentLanguageLoader> = LazyLock::new(|| load(Language::German));

fn load(language: Language) -> FluentLanguageLoader {
    let loader = fluent_language_loader!();
    fill(&loader, language);
    loader
}

fn fill(loader: &FluentLanguageLoader, language: Language) {
    let wanted = [language.tag().parse().unwrap_or_else(|_| loader.fallback_language().clone())];
    if let Err(error) = loader.load_languages(&Sentences, &wanted) {
        tracing::error!(%error, "the sentences of this language cannot be read");
    }
    // The marks around inserted values would be seen in a list and spoken by a screen reader.
    loader.set_use_isolating(false);
    loader.with_bundles_mut(|bundle| {
        if let Err(error) = bundle.add_function("LAW", law::law) {
            tracing::error!(%error, "sentences of this language cannot name laws");
        }
    });
}

/// What the `fl!` macro reads from. Screens have no use for it.
pub fn loader() -> &'static FluentLanguageLoader {
    &LOADER
}

/// Speaks another language from now on, everywhere. Screens see it at their next `view`. Where it is spoken already its files are
/// not read again: whoever says something meanwhile would hear it with marks around its values.
pub fn speak(language: Language) {
    if language::set(language) {
        fill(&LOADER, language);
    }
}

/// The language spoken now.
pub fn language() -> Language {
    language::get()
}

/// A value put into a sentence. A number chooses the plural.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// Put in as it stands.
    Text(String),
    /// Put in without grouping, chooses between one and many.
    Number(i64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}
impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// The sentence of an id that is data. An unknown id comes back as it is, so that nothing is ever silent.
pub fn text(id: &str) -> String {
    if LOADER.has(id) { LOADER.get(id) } else { id.to_owned() }
}

/// How far something is: so much of it, of how much where that is known. `what` as in `kreis-far-…`.
pub fn far(what: &str, done: u64, of: Option<u64>) -> String {
    let number = |number: u64| Arg::Text(count(usize::try_from(number).unwrap_or(usize::MAX)));
    match of {
        Some(of) => {
            text_with(&format!("kreis-far-{what}"), [("done", number(done)), ("of", number(of.max(done)))])
        }
        None => text_with(&format!("kreis-far-{what}-open"), [("done", number(done))]),
    }
}

/// What a field is called: of a person (`persons-field`) or of the town (`settings-key`).
pub fn field(of: &str, name: &str) -> String {
    text(&format!("{of}-{}", name.replace(['_', '.'], "-")))
}

/// The sentence of an id that is data, with its values: `text_with("problem-too-long", [("max", 40.into())])`.
/// An unknown id comes back as it is, followed by the values.
pub fn text_with<K: AsRef<str>>(id: &str, args: impl IntoIterator<Item = (K, Arg)>) -> String {
    let args: Vec<(K, Arg)> = args.into_iter().collect();
    if !LOADER.has(id) {
        let values = args.iter().map(|(name, value)| format!("{} = {value:?}", name.as_ref()));
        return format!("{id} ({})", values.collect::<Vec<_>>().join(", "));
    }
    let values: HashMap<&str, _> = args
        .iter()
        .map(|(name, value)| {
            let value = match value {
                Arg::Text(text) => match text.parse::<i64>() {
                    // A number that came as text chooses the plural too, unless writing it again would change it.
                    Ok(number) if number.to_string() == *text => number.into(),
                    _ => text.as_str().into(),
                },
                Arg::Number(number) => (*number).into(),
            };
            (name.as_ref(), value)
        })
        .collect();
    LOADER.get_args_concrete(id, values)
}

/// Whether a sentence exists for this id.
pub fn knows(id: &str) -> bool {
    LOADER.has(id)
}

/// A sentence whose id and values are checked when compiling: `fl!("nav-counter")`, `fl!("found", count = n)`.
#[macro_export]
macro_rules! fl {
    ($id:literal) => {
        i18n_embed_fl::fl!($crate::words::loader(), $id)
    };
    ($id:literal, $($args:tt)*) => {
        i18n_embed_fl::fl!($crate::words::loader(), $id, $($args)*)
    };
}

#[cfg(test)]
mod tests;
