//! Kölner Phonetik: one code for names that sound alike in German (Meier, Maier, Mayr).
//! Knows letters only; knows no index and weighs nothing.
//!
//! Source: H. J. Postel, "Die Kölner Phonetik", IBM-Nachrichten 19 (1969), pp. 925–931. It is applied to the
//! DIN 91379 search form, so that every letter of every name has a code.

use super::din91379::search_form;

/// The code of the whole text, its words taken together: digits 0–8, empty if there is no Latin letter.
///
/// `Müller-Lüdenscheidt` gives `65752682`.
pub fn code(text: &str) -> String {
    let letters: Vec<u8> = search_form(text).bytes().filter(u8::is_ascii_uppercase).collect();
    encode(&letters)
}

/// The code of each word, in the order of the text, words without a code left out.
pub fn codes(text: &str) -> Vec<String> {
    let form = search_form(text);
    form.split(' ')
        .map(|word| encode(&word.bytes().filter(u8::is_ascii_uppercase).collect::<Vec<_>>()))
        .filter(|code| !code.is_empty())
        .collect()
}

fn encode(letters: &[u8]) -> String {
    let mut code = String::with_capacity(letters.len());
    let mut last = None;
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| letters[before]);
        for digit in digits(before, *letter, letters.get(at + 1).copied()).chars() {
            let repeated = last.replace(digit) == Some(digit);
            let inner_vowel = digit == '0' && !code.is_empty();
            if !repeated && !inner_vowel {
                code.push(digit);
            }
        }
    }
    code
}

/// The digits of one letter between its neighbours, by Postel's table.
fn digits(before: Option<u8>, letter: u8, after: Option<u8>) -> &'static str {
    let after_in = |set: &[u8]| after.is_some_and(|c| set.contains(&c));
    let before_in = |set: &[u8]| before.is_some_and(|c| set.contains(&c));
    match letter {
        b'A' | b'E' | b'I' | b'J' | b'O' | b'U' | b'Y' => "0",
        b'P' if after_in(b"H") => "3",
        b'B' | b'P' => "1",
        b'D' | b'T' if after_in(b"CSZ") => "8",
        b'D' | b'T' => "2",
        b'F' | b'V' | b'W' => "3",
        b'G' | b'K' | b'Q' => "4",
        b'C' if hard_c(before, after) => "4",
        b'X' if !before_in(b"CKQ") => "48",
        b'C' | b'S' | b'Z' | b'X' => "8",
        b'L' => "5",
        b'M' | b'N' => "6",
        b'R' => "7",
        _ => "",
    }
}

/// C sounds as K at the start before A H K L O Q R U X, elsewhere before A H K O Q U X but not after S or Z.
fn hard_c(before: Option<u8>, after: Option<u8>) -> bool {
    let Some(after) = after else { return false };
    match before {
        None => b"AHKLOQRUX".contains(&after),
        Some(before) => b"AHKOQUX".contains(&after) && !b"SZ".contains(&before),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_examples() {
        for (name, expected) in [
            ("Müller-Lüdenscheidt", "65752682"),
            ("Wikipedia", "3412"),
            ("Breschnew", "17863"),
            ("Heinz Classen", "068586"),
        ] {
            assert_eq!(code(name), expected, "{name}");
        }
    }

    #[test]
    fn names_that_sound_alike_share_a_code() {
        for alike in [
            &["Meier", "Maier", "Mayer", "Mayr", "Meyer"][..],
            &["Müller", "Mueller", "Muller", "Miller", "Möller"],
            &["Schmidt", "Schmitt", "Schmied"],
            &["Philipp", "Filip", "Phillip"],
            &["Ďuriš", "Duris", "Thuris"],
            &["Strauß", "Strauss"],
            &["Xaver", "Ksaver"],
            &["Grosz", "Groß"],
        ] {
            for name in alike {
                assert_eq!(code(name), code(alike[0]), "{name} and {}", alike[0]);
            }
        }
    }

    #[test]
    fn different_names_differ() {
        for (one, other) in [("Müller", "Mütter"), ("Bauer", "Sauer"), ("Schmidt", "Schneider")] {
            assert_ne!(code(one), code(other), "{one} and {other}");
        }
    }

    #[test]
    fn every_rule_of_the_table() {
        for (word, expected) in [
            ("Aho", "0"),
            ("Chor", "47"),
            ("Celle", "85"),
            ("Clara", "457"),
            ("Oclo", "085"),
            ("Schuh", "8"),
            ("Becher", "147"),
            ("Hac", "08"),
            ("Hexe", "048"),
            ("Ckx", "48"),
            ("Dzug", "84"),
            ("Tcka", "84"),
            ("Ph", "3"),
            ("Pa", "1"),
        ] {
            assert_eq!(code(word), expected, "{word}");
        }
    }

    #[test]
    fn words_apart_and_nothing_from_nothing() {
        assert_eq!(codes("Müller-Lüdenscheidt 7"), ["657", "52682"]);
        assert_eq!(codes("12 - "), Vec::<String>::new());
        assert_eq!(code("Иван"), "");
    }
}
