//! What somebody types to find a person, taken apart: names, birth date, street, in any mix. Asks no database.

use super::words;

/// The parts of what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typed {
    /// Words in search form: names, streets, house numbers, years.
    pub words: Vec<String>,
    /// Birth dates, perhaps unfinished.
    pub births: Vec<Birth>,
}

/// A birth date as far as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Birth {
    /// Month and day: `0314`.
    pub month_day: String,
    /// The year's digits as far as they were typed.
    pub year: String,
}

impl Typed {
    /// Takes the text apart.
    pub fn read(text: &str) -> Self {
        let mut typed = Self::default();
        for piece in text.split(|c: char| c.is_whitespace() || c == ',' || c == ';') {
            match Birth::read(piece) {
                Some(birth) => typed.births.push(birth),
                None => typed.words.extend(words::typed(piece)),
            }
        }
        typed.join_house_numbers();
        typed
    }

    /// `12 a` is one house number.
    fn join_house_numbers(&mut self) {
        let mut at = 0;
        while at + 1 < self.words.len() {
            let digits = self.words[at].bytes().all(|b| b.is_ascii_digit());
            if digits
                && self.words[at + 1].len() == 1
                && self.words[at + 1].bytes().all(|b| b.is_ascii_alphabetic())
            {
                let letter = self.words.remove(at + 1);
                self.words[at].push_str(&letter);
            }
            at += 1;
        }
    }

    /// Whether nothing was typed that could be looked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.births.is_empty()
    }

    /// The one short word that is answered with the newest persons instead of the best.
    pub fn short_word(&self) -> Option<&str> {
        match (&self.words[..], self.births.is_empty()) {
            ([word], true) if word.chars().count() < 3 => Some(word),
            _ => None,
        }
    }

    /// The question to the index, every word by `word`.
    pub fn question(&self, word: impl Fn(&str) -> String) -> String {
        let words = self.words.iter().map(|w| format!("({})", word(w)));
        words
            .chain(self.births.iter().map(|birth| format!("({})", birth.question())))
            .collect::<Vec<_>>()
            .join(" AND ")
    }
}

/// A word as it stands in a name.
pub fn whole(word: &str) -> String {
    words::exact(word)
}

/// Beginnings of tokens that a word that begins a name, a street, a house number or is a year of birth stands for.
pub fn beginnings(word: &str) -> Vec<String> {
    let mut tokens = vec![word.to_owned()];
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        tokens.push(format!("#{word}"));
        if word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()) {
            tokens.push(format!("@{word}"));
        }
    } else if word.chars().count() > 2 {
        tokens.push(format!("={word}"));
    }
    tokens
}

/// Tokens of names that sound like the word.
pub fn sounds(word: &str) -> Vec<String> {
    words::sounds(word).into_iter().map(|code| format!("_{code}")).collect()
}

impl Birth {
    /// `14.03.1987`, `14.3.`, `14.03.87`, `1987-03-14`; nothing else.
    fn read(piece: &str) -> Option<Self> {
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        let parts: Vec<&str> = piece.split(['.', '-']).collect();
        let &[first, month, last] = &parts[..] else { return None };
        if !parts.iter().all(|part| digits(part)) {
            return None;
        }
        let (day, year) = match piece.contains('-') {
            true if first.len() == 4 => (last, first),
            true => return None,
            false => (first, last),
        };
        let (day, month): (u32, u32) = (day.parse().ok()?, month.parse().ok()?);
        let real = (1..=31).contains(&day) && (1..=12).contains(&month) && year.len() < 5;
        real.then(|| Self { month_day: format!("{month:02}{day:02}"), year: year.to_owned() })
    }

    fn question(&self) -> String {
        let Self { month_day, year } = self;
        let day = words::exact(&format!("@@{month_day}"));
        match year.len() {
            0 => day,
            4 => words::exact(&format!("@{year}{month_day}")),
            2 => {
                let years = ["", "19", "20"].map(|century| words::begins(&format!("@{century}{year}")));
                format!("{day} AND ({})", years.join(" OR "))
            }
            _ => format!("{day} AND {}", words::begins(&format!("@{year}"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_dates_and_streets_are_told_apart() {
        let typed = Typed::read("müller 14.3.1987 Hofstr. 12 a");
        assert_eq!(typed.words, ["MUELLER", "HOFSTR", "12A"]);
        assert_eq!(typed.births, [Birth { month_day: "0314".into(), year: "1987".into() }]);
        assert_eq!(Typed::read("1987-03-14").births, typed.births);
        assert_eq!(Typed::read("14.03.").births[0].year, "");
    }

    #[test]
    fn what_is_no_date_stays_a_word() {
        for text in ["32.10-2026", "14.13.1987", "40.1.1987", "1.2", "A-B-C", "1-2-3"] {
            assert!(Typed::read(text).births.is_empty(), "{text}");
        }
        assert!(Typed::read(" , ").is_empty());
        assert_eq!(Typed::read("mü").short_word(), None, "three letters in search form");
        assert_eq!(Typed::read("mu").short_word(), Some("MU"));
    }
}
