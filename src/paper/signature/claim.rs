//! Words that somebody else chose, as far as a sentence of ours may repeat them. Believes none of them.

/// Most characters that are repeated of one text.
const MOST: usize = 120;

/// The text in one line, cut where it is long, without what is not seen or would change the order of what is read around it.
pub fn plain(text: &str) -> String {
    let seen = text.chars().map(|one| if one.is_whitespace() { ' ' } else { one });
    let seen: String = seen.filter(|one| !is_unseen(*one)).collect();
    let words = seen.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words,
    }
}

/// Control characters, those of width nothing, and those that turn the direction of writing (UAX #9).
fn is_unseen(one: char) -> bool {
    one.is_control()
        || matches!(one, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(one, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_else_chose_stays_in_its_line_and_its_length() {
        assert_eq!(plain(" Stadt\n\tGescher\u{2028}gez. "), "Stadt Gescher gez.");
        assert_eq!(plain("Echt\u{202e}:tlig\u{7}\u{200b}"), "Echt:tlig");
        let long = plain(&"ä".repeat(500));
        assert_eq!((long.chars().count(), long.ends_with('…')), (MOST + 1, true));
        assert_eq!(plain(&"x".repeat(MOST)), "x".repeat(MOST));
    }
}
