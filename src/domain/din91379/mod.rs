//! Which characters a name or a text may hold (DIN 91379:2022-08), the form it is found by, and the letters
//! no German keyboard types. Knows the published lists; knows no field, no screen and no language.
//!
//! Since 1 November 2024 every register of the administration has to take and keep exactly these characters
//! (decision 2022/51 of the IT-Planungsrat), so nothing here replaces or drops a character by itself.

mod search;
mod table;

pub use search::{search_form, search_forms, variants};

use table::{Group, table};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The data types of the standard, from the narrowest to the widest: each accepts all that stand before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Data type A, names of natural persons: Latin letters and the non-letters N1. No digits.
    PersonName,
    /// Data type B, other names (firms, streets, places, house numbers): A and the non-letters N2.
    OtherName,
    /// Data type C, text with line breaks: B and the non-letters N3 and N4.
    Text,
    /// All that the standard lists, its informative part (Greek, Cyrillic, E1 with „ “ – ‰ …) included.
    Extended,
}

impl Kind {
    const ALL: [Self; 4] = [Self::PersonName, Self::OtherName, Self::Text, Self::Extended];

    fn accepts(self, group: Group) -> bool {
        let needs = match group {
            Group::Letter | Group::N1 => Self::PersonName,
            Group::N2 => Self::OtherName,
            Group::N3 | Group::N4 => Self::Text,
            Group::Greek | Group::Cyrillic | Group::E1 => Self::Extended,
        };
        self >= needs
    }
}

/// A character or sequence that the standard does not allow here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forbidden {
    /// Where it begins, in characters (Unicode scalar values) of the [`normalise`]d text, from 0.
    pub position: usize,
    /// The base character with all its combining marks, as it stands in the normalised text.
    pub sequence: String,
    /// Its code points, as `U+0041 U+0315`: what a person can look up if the character shows nothing.
    pub code_points: String,
    /// The standard's name of it, where the standard knows it (in a wider [`Kind`]).
    pub name: Option<&'static str>,
    /// The narrowest wider kind that would take it; `None` if the standard does not list it at all.
    pub allowed_in: Option<Kind>,
}

/// The text in Unicode normal form C, in which the standard lists its characters and all text is stored.
pub fn normalise(text: &str) -> String {
    text.nfc().collect()
}

/// The characters of the [`normalise`]d text.
fn composed(text: &str) -> Vec<char> {
    if text.is_ascii() { text.chars().collect() } else { text.nfc().collect() }
}

/// Accepts exactly the characters and sequences that DIN 91379 lists for `kind`; normalises before.
///
/// The longest listed sequence is taken. A base letter with a combining mark that the standard does not
/// list with it is forbidden as a whole, even where letter and mark are listed each.
///
/// Errors: every forbidden place, in the order of the text.
pub fn check(text: &str, kind: Kind) -> Result<(), Vec<Forbidden>> {
    let chars = composed(text);
    let mut forbidden = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let (end, group) = next(&chars, at);
        if !group.is_some_and(|(group, _)| kind.accepts(group)) {
            forbidden.push(describe(&chars[at..end], at, group));
        }
        at = end;
    }
    if forbidden.is_empty() { Ok(()) } else { Err(forbidden) }
}

/// The end of the character or sequence that begins at `at`, and what the standard says of it.
fn next(chars: &[char], at: usize) -> (usize, Option<(Group, &'static str)>) {
    let listed = table().longest(&chars[at..]);
    let base = at + listed.map_or(1, |(length, _)| length);
    let end = base + chars[base..].iter().take_while(|c| is_combining_mark(**c)).count();
    let entry = listed.filter(|_| end == base).map(|(_, entry)| (entry.group, entry.name));
    (end, entry)
}

fn describe(sequence: &[char], position: usize, listed: Option<(Group, &'static str)>) -> Forbidden {
    let code_points: Vec<String> = sequence.iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect();
    Forbidden {
        position,
        sequence: sequence.iter().collect(),
        code_points: code_points.join(" "),
        name: listed.map(|(_, name)| name),
        allowed_in: listed.and_then(|(group, _)| Kind::ALL.into_iter().find(|kind| kind.accepts(group))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str, kind: Kind) -> Vec<(usize, String)> {
        check(text, kind).unwrap_err().into_iter().map(|f| (f.position, f.sequence)).collect()
    }

    #[test]
    fn every_listed_character_is_taken_by_its_kind_and_no_narrower_one() {
        let mut seen = 0;
        for entry in table().entries() {
            let own = Kind::ALL.into_iter().find(|kind| kind.accepts(entry.group)).unwrap();
            for kind in Kind::ALL {
                assert_eq!(check(&entry.text, kind).is_ok(), kind >= own, "{} as {kind:?}", entry.name);
            }
            seen += 1;
        }
        assert_eq!(seen, 910, "930 lines of the standard's list less 20 lone combining marks");
    }

    #[test]
    fn nothing_else_of_the_basic_plane_is_taken() {
        let listed = (0..=0xFFFF_u32)
            .filter_map(char::from_u32)
            .filter(|c| check(&c.to_string(), Kind::Extended).is_ok())
            .filter(|c| normalise(&c.to_string()) == c.to_string())
            .count();
        assert_eq!(listed, 500 + 18 + 60 + 6 + 4 + 69 + 62 + 42);
    }

    #[test]
    fn names_of_many_countries_pass() {
        for name in [
            "Ďuriš-Şengül",
            "Zdeňka Ayşe",
            "O’Connor",
            "d'Arc",
            "Đặng Thị Thủy",
            "Łukasz Żółć",
            "Ößmann",
            "K͟hān",
        ] {
            assert_eq!(check(name, Kind::PersonName), Ok(()), "{name}");
        }
        assert_eq!(check("Große Mühlenstiege 12 a / 3. OG", Kind::OtherName), Ok(()));
        assert_eq!(check("Zeile\r\n\tnoch eine ½", Kind::Text), Ok(()));
    }

    #[test]
    fn decomposed_input_counts_as_its_composed_form() {
        assert_eq!(check("Mu\u{308}ller", Kind::PersonName), Ok(()));
        assert_eq!(normalise("Mu\u{308}ller"), "Müller");
    }

    #[test]
    fn a_mark_that_is_not_listed_with_its_letter_forbids_the_whole() {
        assert_eq!(refused("Aq\u{301}a", Kind::Text), [(1, "q\u{301}".into())]);
        assert_eq!(refused("K\u{35F}a", Kind::Text), [(0, "K\u{35F}".into())]);
        assert_eq!(refused("\u{301}a", Kind::Text), [(0, "\u{301}".into())]);
        assert_eq!(refused("A\u{30B}\u{315}x", Kind::Text), [(0, "A\u{30B}\u{315}".into())]);
    }

    #[test]
    fn all_places_are_told_with_the_kind_that_would_take_them() {
        let found = check("Mül1er ☃ α", Kind::PersonName).unwrap_err();
        assert_eq!(found.iter().map(|f| f.position).collect::<Vec<_>>(), [3, 7, 9]);
        assert_eq!(found[0].allowed_in, Some(Kind::OtherName));
        assert_eq!(found[0].name, Some("DIGIT ONE"));
        assert_eq!(found[1].allowed_in, None);
        assert_eq!(found[1].code_points, "U+2603");
        assert_eq!(found[2].allowed_in, Some(Kind::Extended));
    }

    #[test]
    fn a_name_takes_no_line_break_and_no_hard_space() {
        assert_eq!(refused("a\nb", Kind::OtherName), [(1, "\n".into())]);
        assert_eq!(refused("a\u{A0}b", Kind::PersonName), [(1, "\u{A0}".into())]);
        assert_eq!(check("", Kind::PersonName), Ok(()));
    }
}
