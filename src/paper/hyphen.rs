//! Marks where long words may go on in the next line, by the patterns of their language. Breaks no line.

use std::collections::BTreeSet;

use hypher::{Lang, hyphenate_bounded};
use unicode_segmentation::UnicodeSegmentation;

/// Where a word may be broken: never drawn, never read.
pub const SOFT: char = '\u{ad}';
/// Letters that stay together at either end of a word.
const LEAST: usize = 3;
/// A, o and u with dots, and sharp s.
const UMLAUTS: [char; 4] = ['\u{e4}', '\u{f6}', '\u{fc}', '\u{df}'];
/// Shorter words gain nothing.
const SHORTEST: usize = 7;

/// The text with [`SOFT`] where its words may be broken, by `lang` (`de` or `en`; any other stays as it is). Only plain
/// words of that language are touched: nothing with digits, with letters beyond German ones, in capitals, in an address, and
/// no word of `names`.
pub fn hyphenated(text: &str, lang: &str, names: &BTreeSet<String>) -> String {
    let lang = match lang {
        "de" => Lang::German,
        "en" => Lang::English,
        _ => return text.to_owned(),
    };
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    // A piece between spaces; with an `@`, a digit or a slash in it, it is no prose.
    for piece in text.split_inclusive([' ', '\n', '\u{202f}', '\u{a0}']) {
        let foreign = |one: char| one.is_ascii_digit() || "@/_.".contains(one);
        if piece.trim_end().trim_end_matches(['.', ')']).contains(foreign) {
            out.push_str(piece);
            continue;
        }
        for word in piece.split_word_bounds() {
            if is_plain(word) && !names.contains(word) {
                let parts = hyphenate_bounded(word, lang, LEAST, LEAST);
                for (at, part) in parts.enumerate() {
                    out.extend((at > 0).then_some(SOFT));
                    out.push_str(part);
                }
            } else {
                out.push_str(word);
            }
        }
    }
    out
}

/// Letters of German only, at most the first a capital.
fn is_plain(word: &str) -> bool {
    let small = |one: char| one.is_ascii_lowercase() || UMLAUTS.contains(&one);
    let mut letters = word.chars();
    let first = letters.next().is_some_and(|first| first.to_lowercase().all(small));
    first && letters.all(small) && word.chars().count() >= SHORTEST
}

/// The words of a name, each of which stays whole.
pub fn words_of(name: &str) -> impl Iterator<Item = String> + '_ {
    name.unicode_words().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, lang: &str) -> String {
        hyphenated(text, lang, &BTreeSet::from(["Beispielhausen".to_owned()])).replace(SOFT, "-")
    }

    #[test]
    fn german_words_break_at_their_syllables_and_never_near_their_ends() {
        assert_eq!(shown("Rechtsbehelfsbelehrung", "de"), "Rechts-be-helfs-be-leh-rung");
        assert_eq!(shown("Eingangsbestätigung", "de"), "Ein-gangs-be-stä-ti-gung");
        assert_eq!(
            shown("Gewerbe oder Abend", "de"),
            "Gewer-be oder Abend".replace("Gewer-be", &shown("Gewerbe", "de"))
        );
        for word in ["Hundesteuer", "Bekanntgabe", "elektronischer", "Niederschrift", "schriftformersetzend"]
        {
            let shown = shown(word, "de");
            let parts: Vec<&str> = shown.split('-').collect();
            assert!(parts.len() > 1 && parts[0].chars().count() >= LEAST, "{shown}");
            assert!(parts[parts.len() - 1].chars().count() >= LEAST, "{shown}");
        }
        assert_eq!(shown("certification", "en"), "cer-ti-fi-ca-tion");
    }

    #[test]
    fn names_numbers_addresses_and_shortened_words_stay_whole() {
        for text in [
            "Beispielhausen",
            "Zdeňkaďurišová",
            "Ç̆elikoğlu",
            "AVwGebO-Tarifstellen1",
            "VERWALTUNGSGERICHT",
            "VwVfGesetz",
            "buergerbuero@gescher.example",
            "www.gescher.example/anmeldungen",
            "32.10-2026-Anmeldung",
        ] {
            assert_eq!(shown(text, "de"), text);
        }
        assert_eq!(shown("Gemeindeverwaltung", "tr"), "Gemeindeverwaltung");
    }
}
