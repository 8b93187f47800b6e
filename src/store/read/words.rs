//! From text to the words of an index, and from words to its query. Knows no table.

use crate::domain::din91379::{search_form, search_forms};
use crate::domain::phonetic;
use std::collections::BTreeSet;

/// The words a text is found by, in all its search forms, in no order.
pub fn of(text: &str) -> BTreeSet<String> {
    search_forms(text)
        .iter()
        .flat_map(|form| form.split(' '))
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The words that somebody typed, in their order.
pub fn typed(text: &str) -> Vec<String> {
    search_form(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The words of a street; `Hofstr.` is indexed as `HOFSTRASSE`.
pub fn street(text: &str) -> BTreeSet<String> {
    let whole = |word: String| if word.ends_with("STR") { format!("{word}ASSE") } else { word };
    of(text).into_iter().map(whole).collect()
}

/// A house number in one piece: `12 a` is `12A`.
pub fn house(text: &str) -> String {
    search_form(text).replace(' ', "")
}

/// The sounds of a name's words, words too short to have one left out.
pub fn sounds(text: &str) -> BTreeSet<String> {
    phonetic::codes(text).into_iter().filter(|code| code.len() > 1).collect()
}

/// Words as one index cell.
pub fn join<'a>(words: impl IntoIterator<Item = &'a String>) -> String {
    words.into_iter().map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// A word of a query that must stand as it is. Words hold no quotes: the search form drops them.
pub fn exact(word: &str) -> String {
    format!("\"{word}\"")
}

/// A word of a query that may go on.
pub fn begins(word: &str) -> String {
    format!("\"{word}\"*")
}

/// The first text after all that begin with `prefix`.
pub fn after(prefix: &str) -> String {
    format!("{prefix}\u{10FFFF}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_indexed_with_and_without_the_added_letter() {
        assert_eq!(join(&of("Müller-Ďuriš, Jörg")), "DURIS JOERG JORG MUELLER MULLER");
        assert_eq!(typed(" müller  d'Arc "), ["MUELLER", "DARC"]);
        assert!(of(" - ").is_empty());
    }

    #[test]
    fn streets_are_written_in_more_ways_than_one() {
        assert!(street("Hofstr.").contains("HOFSTRASSE") && street("Hofstraße").contains("HOFSTRASSE"));
        assert!(street("Neue Str. ").contains("STRASSE"));
        assert_eq!(house("12 a"), "12A");
    }
}
