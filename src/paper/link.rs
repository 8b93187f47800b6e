//! Finds web and mail addresses and telephone numbers in a text. Draws nothing and opens nothing.

use std::fmt::Write as _;
use std::ops::Range;

/// A stretch of text that leads somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Where it leads, in ASCII: `mailto:…`, `https://…`, `tel:+49…`.
    pub uri: String,
}

/// Words after which a telephone number follows.
const BEFORE_NUMBERS: [&str; 7] = ["Telefon", "Telefon:", "Tel.", "Tel.:", "Mobil", "Phone", "Telephone"];
/// Fewer digits are no number that one could dial from elsewhere.
const LEAST_DIGITS: usize = 6;
const OPENING: [char; 6] = ['(', '„', '“', '"', '‚', '<'];
const CLOSING: [char; 12] = ['.', ',', ';', ':', '!', '?', ')', '“', '”', '"', '‘', '>'];

/// All links of a text, from left to right. `alone`: the text may as a whole be a telephone number, as in a letterhead;
/// anywhere else a word has to say so, because file numbers and chips have digits too.
pub fn links(text: &str, alone: bool) -> Vec<Link> {
    // Most texts have neither: nothing is looked at twice.
    let mut found = if alone { whole_number(text) } else { Vec::new() };
    if found.is_empty() && (text.contains(['@', '.']) || text.contains("Tel") || text.contains("Phone")) {
        let words: Vec<(usize, &str)> = words(text);
        for (at, (start, word)) in words.iter().enumerate() {
            if BEFORE_NUMBERS.contains(word) {
                found.extend(number(text, &words[at + 1..]));
            } else {
                found.extend(address(*start, word));
            }
        }
    }
    found
}

/// Words with where they begin.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut at = 0;
    for word in text.split([' ', '\u{a0}', '\u{202f}']) {
        words.push((at, word));
        // The separator is one, two or three bytes long.
        at += word.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
    }
    words.retain(|(_, word)| !word.is_empty());
    words
}

fn address(start: usize, word: &str) -> Option<Link> {
    let inner = word.trim_start_matches(OPENING);
    let start = start + word.len() - inner.len();
    let inner = inner.trim_end_matches(CLOSING);
    let lower = inner.to_ascii_lowercase();
    let uri = if lower.starts_with("https://") || lower.starts_with("http://") {
        let host = inner.split_once("://").map_or("", |(_, rest)| rest);
        host.contains('.').then(|| ascii(inner))?
    } else if lower.starts_with("www.") {
        (inner.len() > 4 && domain(inner.split('/').next().unwrap_or_default()))
            .then(|| format!("https://{}", ascii(inner)))?
    } else {
        let (name, host) = inner.split_once('@')?;
        let named = |one: char| one.is_alphanumeric() || "._+-".contains(one);
        (!name.is_empty() && name.chars().all(named) && domain(host))
            .then(|| format!("mailto:{}", ascii(inner)))?
    };
    Some(Link { range: start..start + inner.len(), uri })
}

fn domain(host: &str) -> bool {
    let mut parts = 0;
    for part in host.split('.') {
        if part.is_empty() || !part.chars().all(|one| one.is_alphanumeric() || one == '-') {
            return false;
        }
        parts += 1;
    }
    parts > 1
}

/// A text that is nothing but a number: it begins with 0 or +, as file numbers, amounts and post codes do not.
fn whole_number(text: &str) -> Vec<Link> {
    let words = words(text);
    number(text, &words).filter(|link| link.range == (0..text.len())).into_iter().collect()
}

/// The number that these words begin with.
fn number(text: &str, words: &[(usize, &str)]) -> Option<Link> {
    let part = |word: &str| {
        let inner = word.trim_end_matches([',', '.', ';']);
        let dialled = |one: char| one.is_ascii_digit() || "-/()+".contains(one);
        (!inner.is_empty() && inner.chars().all(dialled)).then_some((inner.len(), inner.len() < word.len()))
    };
    let (start, _) = *words.first()?;
    let mut end = start;
    for (at, word) in words {
        let Some((length, last)) = part(word) else { break };
        end = at + length;
        if last {
            break;
        }
    }
    let shown = text.get(start..end)?;
    let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
    if digits.len() < LEAST_DIGITS || !shown.trim_start_matches('(').starts_with(['0', '+']) {
        return None;
    }
    let uri = match (shown.starts_with('+'), digits.strip_prefix("00")) {
        (true, _) => format!("tel:+{digits}"),
        (false, Some(abroad)) => format!("tel:+{abroad}"),
        (false, None) => format!("tel:+49{}", digits.trim_start_matches('0')),
    };
    Some(Link { range: start..end, uri })
}

/// PDF wants addresses in seven bits: everything else as its UTF-8 in percent.
fn ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_graphic() {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, alone: bool) -> Vec<(&str, String)> {
        links(text, alone).into_iter().map(|link| (&text[link.range], link.uri)).collect()
    }

    #[test]
    fn addresses_are_found_without_the_signs_around_them() {
        assert_eq!(
            found(
                "Schreiben Sie an (rathaus@gescher.example), oder sehen Sie www.gescher.example/hunde.",
                false
            ),
            [
                ("rathaus@gescher.example", "mailto:rathaus@gescher.example".to_owned()),
                ("www.gescher.example/hunde", "https://www.gescher.example/hunde".to_owned()),
            ]
        );
        assert_eq!(found("https://köln.example", false)[0].1, "https://k%C3%B6ln.example");
    }

    #[test]
    fn numbers_need_a_word_before_them_or_stand_alone_in_a_letterhead() {
        assert_eq!(
            found("Sie erreichen uns unter Telefon 02542 0000-104, werktags.", false),
            [("02542 0000-104", "tel:+4925420000104".to_owned())]
        );
        assert_eq!(found("02542 0000-0", true), [("02542 0000-0", "tel:+49254200000".to_owned())]);
        assert_eq!(found("+31 (0)20 5550", true)[0].1, "tel:+310205550");
        assert!(found("02542 0000-0", false).is_empty());
    }

    #[test]
    fn what_only_looks_like_one_is_left_alone() {
        for text in [
            "32.10-2026-A-00417",
            "276 0000 0000 0001",
            "DE02 1203 0000 0000 2020 51",
            "48712 Gescher",
            "22.11.2026",
            "a@b",
            "www.",
            "@gescher.example",
            "Telefon: keines",
            "8:30–12:30 Uhr",
            "0815",
            "z. B.",
            "ein@ zwei.drei",
        ] {
            assert_eq!(found(text, true), [], "{text}");
        }
    }
}
