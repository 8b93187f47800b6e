//! Whether two names are one name. Knows spelling and sound; knows no dates.

use super::Identity;
use crate::domain::din91379::search_form;
use crate::domain::phonetic;

/// How two family names fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FamilyLikeness {
    /// Same but for marks, umlauts, hyphens and particles (von, de).
    Same,
    /// Another spelling of the same sound, or one letter off.
    Sounds,
    /// One is a part of the other (Müller, Müller-Schmidt).
    Part,
    /// The name of one is the birth name of the other.
    BirthName,
    /// Different, or one unknown.
    Other,
}

/// How two lists of given names fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum GivenLikeness {
    /// Same, in any order.
    Same,
    /// All of one are among the other's, or are its initials.
    Part,
    /// Another spelling of the same sound with the same first letter (Sophie, Sofie).
    Sounds,
    /// One letter off, or the same sound with another beginning or ending: a slip, or twins (Marina and Martina,
    /// Jan and Jana).
    Slip,
    /// One has none.
    Missing,
    /// Different.
    Other,
}

pub(super) fn family(one: &Identity<'_>, two: &Identity<'_>) -> FamilyLikeness {
    let (names, others) = (family_words(one.family_name), family_words(two.family_name));
    if names.is_empty() || others.is_empty() {
        let both = names.is_empty() && others.is_empty() && !one.given_names.is_empty();
        return if both { FamilyLikeness::Same } else { FamilyLikeness::Other };
    }
    if names.concat() == others.concat() {
        return FamilyLikeness::Same;
    }
    let (birth, other_birth) = (family_words(one.birth_name), family_words(two.birth_name));
    let meets = |a: &[String], b: &[String]| !a.is_empty() && a == b;
    if meets(&names, &other_birth) || meets(&birth, &others) || meets(&birth, &other_birth) {
        return FamilyLikeness::BirthName;
    }
    if is_within(&names, &others) || is_within(&others, &names) {
        return FamilyLikeness::Part;
    }
    let (whole, other) = (names.concat(), others.concat());
    if sounds(&whole, &other) || one_off(&whole, &other, 5) {
        FamilyLikeness::Sounds
    } else {
        FamilyLikeness::Other
    }
}

pub(super) fn given(one: &str, two: &str) -> GivenLikeness {
    let (mut names, mut others) = (words(one), words(two));
    if names.is_empty() || others.is_empty() {
        return if names == others { GivenLikeness::Same } else { GivenLikeness::Missing };
    }
    let first = (names[0].clone(), others[0].clone());
    let (joined, other_joined) = (names.concat(), others.concat());
    names.sort_unstable();
    others.sort_unstable();
    if names == others || joined == other_joined {
        return GivenLikeness::Same;
    }
    if is_within(&names, &others) || is_within(&others, &names) || are_initials(&names, &others) {
        return GivenLikeness::Part;
    }
    let (name, other) = first;
    if sounds(&name, &other)
        && name.chars().next() == other.chars().next()
        && !differ_in_ending(&name, &other)
    {
        GivenLikeness::Sounds
    } else if sounds(&name, &other) || one_off(&name, &other, 5) {
        GivenLikeness::Slip
    } else {
        GivenLikeness::Other
    }
}

/// Whether one's family name stands in the other's field for given names, and the other way round.
pub(super) fn swapped(one: &Identity<'_>, two: &Identity<'_>) -> bool {
    let (family, given) = (words(one.family_name), words(one.given_names));
    let (other_family, other_given) = (words(two.family_name), words(two.given_names));
    let something = !family.is_empty() || !given.is_empty();
    something && family != given && family == other_given && given == other_family
}

/// Umlauts as their plain letter, however they were spelled: Müller, Mueller and Muller are one.
pub(super) fn plain(form: &str) -> String {
    form.replace("AE", "A").replace("OE", "O").replace("UE", "U")
}

fn words(text: &str) -> Vec<String> {
    const TITLES: &[&str] = &["DR", "PROF", "DIPL", "ING", "MED", "PHIL"];
    plain(&search_form(text))
        .split(' ')
        .filter(|word| !word.is_empty() && !TITLES.contains(word))
        .map(str::to_owned)
        .collect()
}

/// The words of a family name without particles, unless it has no other.
fn family_words(text: &str) -> Vec<String> {
    const PARTICLES: &[&str] = &[
        "VON", "VOM", "VAN", "ZU", "ZUM", "DE", "DER", "DEN", "DEL", "DI", "DA", "DU", "LA", "LE", "EL", "AL",
    ];
    let all = words(text);
    let own: Vec<String> = all.iter().filter(|word| !PARTICLES.contains(&word.as_str())).cloned().collect();
    if own.is_empty() { all } else { own }
}

fn is_within(few: &[String], many: &[String]) -> bool {
    few.len() < many.len() && few.iter().all(|word| word.chars().count() > 1 && many.contains(word))
}

/// Whether each name of one begins with the single letter that the other has in its place.
fn are_initials(names: &[String], others: &[String]) -> bool {
    let fits = |a: &String, b: &String| {
        a == b
            || (a.chars().count() == 1 && b.starts_with(a.as_str()))
            || (b.chars().count() == 1 && a.starts_with(b.as_str()))
    };
    names.iter().zip(others).all(|(a, b)| fits(a, b))
}

/// The same code of Kölner Phonetik, and not too far apart in letters (the code of short names says little).
fn sounds(one: &str, two: &str) -> bool {
    let code = phonetic::code(one);
    !code.is_empty() && code == phonetic::code(two) && distance(one, two) * 2 <= one.len().max(two.len())
}

/// Jan and Jana, Paul and Paula, Anne and Anna.
fn differ_in_ending(one: &str, two: &str) -> bool {
    let root = |name: &str| name.trim_end_matches(['A', 'E', 'I', 'O']).to_owned();
    root(one) == root(two)
}

/// One letter more, less, other, or two swapped, in names of at least `least` letters.
fn one_off(one: &str, two: &str, least: usize) -> bool {
    one.len().min(two.len()) >= least && distance(one, two) <= 1
}

/// Edits between two words, a swap of neighbours counting once (optimal string alignment).
fn distance(one: &str, two: &str) -> usize {
    let (one, two): (Vec<char>, Vec<char>) = (one.chars().collect(), two.chars().collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=two.len()).collect()];
    for i in 1..=one.len() {
        let mut row = vec![i];
        for j in 1..=two.len() {
            let changed = rows[i - 1][j - 1] + usize::from(one[i - 1] != two[j - 1]);
            let mut least = changed.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && one[i - 1] == two[j - 2] && one[i - 2] == two[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[one.len()][two.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits() {
        for (one, two, edits) in
            [("", "", 0), ("A", "", 1), ("MEIER", "MIEER", 1), ("MARINA", "MARTINA", 1), ("ABC", "CBA", 2)]
        {
            assert_eq!(distance(one, two), edits, "{one} {two}");
        }
    }

    #[test]
    fn given_names() {
        use GivenLikeness::{Missing, Other, Part, Same, Slip, Sounds};
        for (one, two, expected) in [
            ("Anna Maria", "Maria Anna", Same),
            ("Anna-Lena", "Annalena", Same),
            ("Dr. Anna", "Anna", Same),
            ("Anna", "Anna Maria", Part),
            ("A. Maria", "Anna Maria", Part),
            ("Sophie", "Sofie", Sounds),
            ("Marina", "Martina", Slip),
            ("Anna", "Hanna", Slip),
            ("Anna Maria", "Lena Maria", Other),
            ("Jan", "Jana", Slip),
            ("Anna", "", Missing),
            ("", "", Same),
        ] {
            assert_eq!(given(one, two), expected, "{one} and {two}");
            assert_eq!(given(two, one), expected, "{two} and {one}");
        }
    }
}
