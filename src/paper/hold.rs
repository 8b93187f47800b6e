//! What of a text stays on one line although it has spaces in it: an IBAN in its groups, a postcode and the first word of its
//! place, a law with its number and its Land. The text itself stays as it is, with ordinary spaces: whoever copies it out of a
//! paper gets what was given.

use std::ops::Range;

/// Groups of an IBAN at least: the shortest has fifteen characters.
const GROUPS: usize = 4;

/// The stretches of a text that hold together, from left to right.
pub fn held(text: &str) -> Vec<Range<usize>> {
    let words: Vec<Range<usize>> = words(text);
    let (mut all, mut at) = (Vec::new(), 0);
    while let Some(word) = words.get(at) {
        let count = iban(text, &words[at..]);
        if count >= GROUPS {
            // "IBAN DE02 …": what it is called stands on the same line.
            let named = at
                .checked_sub(1)
                .and_then(|before| words.get(before))
                .filter(|word| &text[word.start..word.end] == "IBAN");
            let start = named.map_or(word.start, |named| named.start);
            all.push(start..words[at + count - 1].end);
            at += count;
            continue;
        }
        if let Some(next) = words
            .get(at + 1)
            .filter(|next| is_postcode(&text[word.clone()]) && is_name(&text[(*next).clone()]))
        {
            all.push(word.start..next.end);
        }
        if let Some(next) =
            words.get(at + 1).filter(|next| is_law(&text[word.clone()], &text[(*next).clone()]))
        {
            all.push(word.start..next.end);
        }
        at += 1;
    }
    all
}

/// Words between single spaces.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    text.split(' ')
        .map(|word| {
            let range = start..start + word.len();
            start = range.end + 1;
            range
        })
        .collect()
}

/// How many of the words are groups of one IBAN: country and check digits, fours, what is left.
fn iban(text: &str, words: &[Range<usize>]) -> usize {
    let mut groups = words.iter().map(|word| text[word.clone()].trim_end_matches(['.', ',', ';']));
    let begins = |group: &str| {
        let bytes = group.as_bytes();
        bytes.len() == 4
            && bytes[..2].iter().all(u8::is_ascii_uppercase)
            && bytes[2..].iter().all(u8::is_ascii_digit)
    };
    if !groups.next().is_some_and(begins) {
        return 0;
    }
    let is_group = |group: &&str| {
        (1..=4).contains(&group.len())
            && group.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
    };
    let fours = groups.clone().take_while(|group| is_group(group) && group.len() == 4).count();
    let rest = groups.nth(fours).filter(is_group);
    1 + fours + usize::from(rest.is_some())
}

/// Five digits: a German postcode, or five digits of another country's.
fn is_postcode(word: &str) -> bool {
    word.len() == 5 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// What a law is called and whose it is (`VwVfG NRW`), or the number before it (`§ 18 StrWG`). Behind a long citation a line may end:
/// it is joined in itself (`§ 37 Abs. 3`), and with its law it would leave the line short.
fn is_law(word: &str, next: &str) -> bool {
    let long = ["Abs.", "Satz", "Nr."].iter().any(|part| word.contains(part));
    // Sign, number and what stands between are joined already.
    let word = word.rsplit(['\u{202f}', '\u{a0}']).next().unwrap_or(word);
    let next = next.trim_end_matches(|one: char| !one.is_alphanumeric());
    let capitals = |word: &str| word.chars().filter(|one| one.is_uppercase()).count();
    let is_called = |word: &str| word.chars().all(char::is_alphabetic) && capitals(word) > 1;
    let numbers = word.starts_with(|one: char| one.is_ascii_digit()) && word.len() <= 4;
    (next == "NRW" && is_called(word)) || (numbers && !long && is_called(next))
}

/// A word that begins as names of places do.
fn is_name(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held_in(text: &str) -> Vec<&str> {
        held(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn an_iban_and_its_name_hold_together() {
        let iban = "DE02 1203 0000 0000 2020 51";
        assert_eq!(held_in(iban), [iban]);
        assert_eq!(held_in(&format!("auf das Konto {iban}, Verwendungszweck 32")), [format!("{iban},")]);
        assert_eq!(held_in(&format!("Bank IBAN {iban}")), [format!("IBAN {iban}")]);
        assert_eq!(held_in("NO93 8601 1117 947"), ["NO93 8601 1117 947"]);
    }

    #[test]
    fn a_postcode_holds_the_first_word_of_its_place() {
        assert_eq!(held_in("Gerichtsstraße 1, 48145 Münster"), ["48145 Münster"]);
        assert_eq!(held_in("48712 Gescher und 10115 Berlin-Mitte"), ["48712 Gescher", "10115 Berlin-Mitte"]);
    }

    #[test]
    fn a_law_holds_its_number_and_its_land() {
        assert_eq!(held_in("(§ 18 StrWG NRW)."), ["18 StrWG", "StrWG NRW)."]);
        assert_eq!(held_in("(§\u{202f}18 StrWG NRW)."), ["(§\u{202f}18 StrWG", "StrWG NRW)."]);
        assert_eq!(held_in("§\u{202f}80\u{202f}Abs.\u{202f}2 VwGO in Kraft"), [""; 0]);
        assert_eq!(held_in("nach § 15 GewO, § 14a AO und in NRW"), ["15 GewO,", "14a AO"]);
    }

    #[test]
    fn other_numbers_do_not_hold() {
        for text in ["am 24.11.2026 um 10", "12345 euro", "DE02 und DE03 1203", "", "  ", "Nr. 4812 Haus"] {
            assert_eq!(held_in(text), [""; 0], "{text}");
        }
    }
}
