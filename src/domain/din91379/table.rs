//! The published lists of DIN 91379, read once. Knows their line format; decides nothing.

use std::collections::HashMap;
use std::sync::OnceLock;

/// `group; char or seq; code points; name; glyph`
const LIST: &str = include_str!("../../../assets/codes/din91379/latin_list_1.3.txt");
/// `group; char or seq; code points; name; glyph; code points of the search form; search form; origin; kind`
const SEARCH_FORMS: &str = include_str!("../../../assets/codes/din91379/latin_list_search_form_1.3.txt");

/// A group of characters in the standard's tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    /// `bll`: Latin letters, normative.
    Letter,
    /// `bnlreq`: non-letters N1.
    N1,
    /// `bnl`: non-letters N2.
    N2,
    /// `bnlopt`: non-letters N3.
    N3,
    /// `bnlnot`: non-letters N4 (tab, line breaks, no-break space).
    N4,
    /// `gl`: Greek letters, extended.
    Greek,
    /// `cl`: Cyrillic letters, extended.
    Cyrillic,
    /// `enl`: non-letters E1, extended.
    E1,
}

impl Group {
    /// `dc`, the combining marks, is no group of its own: alone a mark is allowed nowhere.
    fn of(word: &str) -> Option<Self> {
        Some(match word {
            "bll" => Self::Letter,
            "bnlreq" => Self::N1,
            "bnl" => Self::N2,
            "bnlopt" => Self::N3,
            "bnlnot" => Self::N4,
            "gl" => Self::Greek,
            "cl" => Self::Cyrillic,
            "enl" => Self::E1,
            _ => return None,
        })
    }
}

/// One character or sequence of the standard.
#[derive(Debug)]
pub(super) struct Entry {
    pub text: String,
    pub group: Group,
    pub name: &'static str,
    /// `A`–`Z` only; empty for what is no Latin letter.
    pub search_form: &'static str,
}

/// All entries, and where to find them by their first character, longest first.
#[derive(Debug)]
pub(super) struct Table {
    entries: Vec<Entry>,
    by_first: HashMap<char, Vec<(Vec<char>, usize)>>,
}

impl Table {
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The longest entry that `chars` begins with, and its length in characters.
    pub fn longest(&self, chars: &[char]) -> Option<(usize, &Entry)> {
        let listed = self.by_first.get(chars.first()?)?;
        // No sequence goes on with a plain character, and most texts do.
        let (sequence, index) = if chars.get(1).is_none_or(char::is_ascii) {
            listed.last().filter(|(sequence, _)| sequence.len() == 1)
        } else {
            listed.iter().find(|(sequence, _)| chars.starts_with(sequence))
        }?;
        Some((sequence.len(), &self.entries[*index]))
    }
}

/// The standard's table, parsed on first use.
pub(super) fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(read)
}

fn read() -> Table {
    let search_forms: HashMap<&str, &str> = SEARCH_FORMS
        .lines()
        .map(|line| line.split(';').map(str::trim).collect::<Vec<_>>())
        .filter_map(|columns| Some((*columns.get(2)?, *columns.get(6)?)))
        .collect();
    let entries: Vec<Entry> = LIST.lines().filter_map(|line| entry(line, &search_forms)).collect();
    let mut by_first: HashMap<char, Vec<(Vec<char>, usize)>> = HashMap::new();
    for (index, entry) in entries.iter().enumerate() {
        let chars: Vec<char> = entry.text.chars().collect();
        by_first.entry(chars[0]).or_default().push((chars, index));
    }
    for sequences in by_first.values_mut() {
        sequences.sort_by_key(|(chars, _)| std::cmp::Reverse(chars.len()));
    }
    Table { entries, by_first }
}

fn entry(line: &'static str, search_forms: &HashMap<&str, &'static str>) -> Option<Entry> {
    let mut columns = line.split(';').map(str::trim);
    let group = Group::of(columns.next()?)?;
    let (code_points, name) = (columns.nth(1)?, columns.next()?);
    let text: String = code_points
        .split(' ')
        .filter_map(|hex| u32::from_str_radix(hex, 16).ok().and_then(char::from_u32))
        .collect();
    let search_form = search_forms.get(code_points).copied().unwrap_or_default();
    (!text.is_empty()).then_some(Entry { text, group, name, search_form })
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn every_letter_has_a_search_form_of_plain_capitals() {
        let letters: Vec<_> = table().entries().iter().filter(|e| e.group == Group::Letter).collect();
        assert_eq!(letters.len(), 649);
        for letter in letters {
            assert!(!letter.search_form.is_empty(), "{}", letter.name);
            assert!(letter.search_form.chars().all(|c| c.is_ascii_uppercase()), "{}", letter.name);
        }
    }

    #[test]
    fn no_sequence_goes_on_with_a_plain_character_and_plain_letters_fold_to_their_capital() {
        for entry in table().entries() {
            assert!(entry.text.chars().nth(1).is_none_or(|second| !second.is_ascii()), "{}", entry.name);
            if entry.text.is_ascii() && entry.group == Group::Letter {
                assert_eq!(entry.search_form, entry.text.to_ascii_uppercase());
            }
        }
    }

    #[test]
    fn every_entry_stands_in_normal_form_c() {
        for entry in table().entries() {
            assert_eq!(entry.text.nfc().collect::<String>(), entry.text, "{}", entry.name);
        }
    }
}
