//! Small typography of official German: what belongs together is not torn apart at the end of a line.

const NARROW: char = '\u{202f}';

/// Puts narrow no-break spaces where law is cited and where a number and its unit stand: "§ 15 Abs. 1", "5 €".
pub fn typeset(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(at) = rest.find(' ') {
        let (word, tail) = rest.split_at(at);
        let next = tail[1..].split([' ', '\n']).next().unwrap_or_default();
        out.push_str(word);
        let last = word.rsplit(['\n', '(']).next().unwrap_or(word);
        out.push(if holds(last, next) { NARROW } else { ' ' });
        rest = &tail[1..];
    }
    out.push_str(rest);
    out
}

fn holds(before: &str, after: &str) -> bool {
    let number = after.starts_with(|first: char| first.is_ascii_digit() || first == '{' || first == '(');
    let counted = before.ends_with(|last: char| last.is_ascii_digit() || last == '}');
    let cites = matches!(before, "§" | "§§" | "Abs." | "Nr." | "Satz" | "Art." | "Tarifstelle");
    let section = before.len() <= 4
        && before.starts_with(|first: char| first.is_ascii_digit())
        && before.ends_with(char::is_alphanumeric);
    (cites && number)
        || (section && matches!(after, "Abs." | "Satz" | "Nr."))
        || (counted && (after.starts_with('€') || after.starts_with('%') || after.starts_with("ff.")))
        || (before == "z." && after.starts_with("B."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn citations_and_amounts_hold_together() {
        assert_eq!(
            typeset("nach § 15 Abs. 1 Satz 2 GewO"),
            "nach §\u{202f}15\u{202f}Abs.\u{202f}1\u{202f}Satz\u{202f}2 GewO"
        );
        assert_eq!(
            typeset("(§§ 965 ff. BGB) 26,00 € an"),
            "(§§\u{202f}965\u{202f}ff. BGB) 26,00\u{202f}€ an"
        );
        assert_eq!(typeset("(§ 49a Abs. 1)"), "(§\u{202f}49a\u{202f}Abs.\u{202f}1)");
        assert_eq!(typeset("Haus Nr. 5 \n z. B. so"), "Haus Nr.\u{202f}5 \n z.\u{202f}B. so");
    }

    #[test]
    fn other_spaces_stay() {
        assert_eq!(typeset("  Der Satz ist kurz. "), "  Der Satz ist kurz. ");
    }
}
