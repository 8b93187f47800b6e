//! The forms a name is found by, and the letters behind a key. Knows no index and ranks nothing.

use super::composed;
use super::table::{Entry, Group, table};
use std::collections::HashMap;
use std::sync::OnceLock;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// How an umlaut and its relatives fold.
#[derive(Clone, Copy)]
enum Folding {
    /// By the standard: Ä → AE, Å → AA, Ø → OE.
    Standard,
    /// As typed without the key: Ä → A, Å → A, Ø → O. What is no letter with a mark (ß, Æ, Þ) stays as it is.
    Plain,
}

/// The normative search form of DIN 91379: capitals A–Z and digits, words parted by one space.
///
/// Letters fold by the standard's list (Ďuriš → DURIS, ß → SS, ä → AE). Apostrophes and the like fall away
/// (O’Connor → OCONNOR), every other non-letter parts words (Müller-Lüdenscheidt → MUELLER LUEDENSCHEIDT).
/// Letters of other scripts stay, as capitals without their marks.
pub fn search_form(text: &str) -> String {
    fold(text, Folding::Standard)
}

/// All forms under which a text is to be found: the standard's, and, if it differs, the one without the
/// added E, so that `Muller` finds Müller. At least one, at most two; index and query use the same.
pub fn search_forms(text: &str) -> Vec<String> {
    let standard = fold(text, Folding::Standard);
    if text.is_ascii() {
        return vec![standard];
    }
    let plain = fold(text, Folding::Plain);
    if standard == plain { vec![standard] } else { vec![standard, plain] }
}

fn fold(text: &str, folding: Folding) -> String {
    let chars = composed(text);
    let mut form = String::with_capacity(text.len() + 4);
    let mut at = 0;
    while at < chars.len() {
        // Most of every text: a plain letter that no mark follows.
        if chars[at].is_ascii_alphabetic() && chars.get(at + 1).is_none_or(char::is_ascii) {
            form.push(chars[at].to_ascii_uppercase());
            at += 1;
            continue;
        }
        let listed = table().longest(&chars[at..]).filter(|(_, entry)| entry.group == Group::Letter);
        if let Some((length, entry)) = listed {
            form.push_str(letter_form(entry, folding));
            at += length;
        } else {
            push_other(&mut form, chars[at]);
            at += 1;
        }
    }
    form.truncate(form.trim_end().len());
    form
}

fn letter_form(entry: &Entry, folding: Folding) -> &'static str {
    match folding {
        Folding::Plain if has_marked_base(entry) => &entry.search_form[..1],
        _ => entry.search_form,
    }
}

/// Whether the letter is one plain letter with marks whose standard form adds a second one.
fn has_marked_base(entry: &Entry) -> bool {
    let base = entry.text.nfd().next();
    entry.search_form.len() == 2
        && base.is_some_and(|c| matches!(c, 'A' | 'a' | 'O' | 'o' | 'U' | 'u' | 'Ø' | 'ø'))
}

fn push_other(form: &mut String, c: char) {
    const SILENT: &[char] = &['\'', '`', '´', '’', '‘', '·', 'ʹ', 'ʺ', 'ʾ', 'ʿ', 'ˈ', 'ˌ'];
    if SILENT.contains(&c) || is_combining_mark(c) {
        return;
    }
    if c.is_alphanumeric() {
        form.extend(c.nfkd().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase));
    } else if !form.is_empty() && !form.ends_with(' ') {
        form.push(' ');
    }
}

/// The letters of the standard that fold to the same first letter as `letter` and have its case, the plain
/// one left out: what a clerk may choose from for a letter no German keyboard types. Single characters come
/// first, by code point, then sequences. Empty for what is no letter of the standard.
pub fn variants(letter: &str) -> &'static [String] {
    static VARIANTS: OnceLock<HashMap<(char, bool), Vec<String>>> = OnceLock::new();
    let chars = composed(letter);
    table()
        .longest(&chars)
        .and_then(|(_, entry)| VARIANTS.get_or_init(group_variants).get(&key(entry)?))
        .map_or(&[], Vec::as_slice)
}

/// The first letter of the search form, and whether the letter is a capital.
fn key(entry: &Entry) -> Option<(char, bool)> {
    Some((entry.search_form.chars().next()?, entry.text.chars().next()?.is_uppercase()))
}

fn group_variants() -> HashMap<(char, bool), Vec<String>> {
    let mut groups: HashMap<(char, bool), Vec<String>> = HashMap::new();
    for entry in table().entries().iter().filter(|entry| !entry.text.is_ascii()) {
        if let Some(key) = key(entry) {
            groups.entry(key).or_default().push(entry.text.clone());
        }
    }
    for letters in groups.values_mut() {
        letters.sort_by_key(|text| (text.chars().count(), text.chars().next()));
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_by_the_list() {
        for (text, form) in [
            ("Ďuriš", "DURIS"),
            ("Strauß", "STRAUSS"),
            ("Müller-Lüdenscheidt", "MUELLER LUEDENSCHEIDT"),
            ("Mu\u{308}ller", "MUELLER"),
            ("Åse Ødegård", "AASE OEDEGAARD"),
            ("Þórr Æsir", "THORR AESIR"),
            ("K͟hān", "KHAN"),
            ("İlkay ışık", "ILKAY ISIK"),
            ("Nguyễn", "NGUYEN"),
            ("O’Connor, d'Arc", "OCONNOR DARC"),
            ("  Große  Mühlenstiege 12 a ", "GROSSE MUEHLENSTIEGE 12 A"),
            ("Ivan Иван", "IVAN ИВАН"),
            ("", ""),
            (" - ", ""),
        ] {
            assert_eq!(search_form(text), form, "{text}");
        }
    }

    #[test]
    fn upper_and_lower_case_are_one() {
        for text in ["Çağlar-Öztürk", "straße", "ñandú", "ĳsselmeer", "œuvre"] {
            assert_eq!(search_form(text), search_form(&text.to_uppercase()), "{text}");
        }
    }

    #[test]
    fn muller_finds_mueller() {
        assert_eq!(search_forms("Müller"), ["MUELLER", "MULLER"]);
        assert_eq!(search_forms("Østergård"), ["OESTERGAARD", "OSTERGARD"]);
        assert_eq!(search_forms("Ǖber"), ["UEBER", "UBER"]);
        assert_eq!(search_forms("Strauß"), ["STRAUSS"]);
        assert_eq!(search_forms("Ægir"), ["AEGIR"]);
        assert_eq!(search_forms("Ďuriš"), ["DURIS"]);
    }

    #[test]
    fn a_mark_that_the_standard_does_not_list_falls_away() {
        assert_eq!(search_form("q\u{301}a"), "QA");
        assert_eq!(search_form("K\u{35F}a"), "KA");
    }

    #[test]
    fn variants_have_the_letters_case_and_base() {
        let z = variants("z");
        assert_eq!(z[..3], ["ź", "ż", "ž"]);
        assert!(variants("D").contains(&"Ď".to_string()) && !variants("D").contains(&"ď".to_string()));
        assert!(variants("s").contains(&"ß".to_string()));
        assert!(variants("S").contains(&"ẞ".to_string()));
        assert!(variants("a").contains(&"æ".to_string()) && variants("o").contains(&"ö".to_string()));
        assert!(variants("k").contains(&"k͟h".to_string()));
        assert!(!z.contains(&"z".to_string()));
        assert_eq!(variants("ž"), z, "asked again on a chosen letter, the same are offered");
        assert!(variants("7").is_empty() && variants("").is_empty() && variants("ж").is_empty());
    }

    #[test]
    fn every_letter_beyond_ascii_is_offered_under_exactly_one_key() {
        let plain = ('a'..='z').chain('A'..='Z').map(|c| c.to_string());
        let offered: usize = plain.map(|letter| variants(&letter).len()).sum();
        assert_eq!(offered, 649 - 52);
    }
}
