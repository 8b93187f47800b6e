//! Words to entries: stems, beginnings, parts of compounds. Knows German endings; knows no code.

use crate::domain::din91379::search_form;
use std::collections::HashMap;

/// How well an entry answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    pub entry: usize,
    /// How many of the words typed it answers.
    pub words: u16,
    /// The sum of the weights of its answers.
    pub score: u32,
}

/// Every word of every entry, once, with the entries that hold it.
#[derive(Debug, Default)]
pub(super) struct Index {
    words: Vec<Word>,
    by_text: HashMap<String, usize>,
}

#[derive(Debug)]
struct Word {
    text: String,
    stem: String,
    /// Entry and the weight of the word in it.
    entries: Vec<(usize, u32)>,
}

const IN_TITLE: u32 = 10;
const AS_KEYWORD: u32 = 12;

impl Index {
    /// The words of an official title.
    pub fn add_title(&mut self, entry: usize, title: &str) {
        self.add(entry, title, IN_TITLE);
    }

    /// What people say instead.
    pub fn add_keywords(&mut self, entry: usize, words: &str) {
        self.add(entry, words, AS_KEYWORD);
    }

    fn add(&mut self, entry: usize, text: &str, weight: u32) {
        for text in words(text) {
            let next = self.words.len();
            let at = *self.by_text.entry(text.clone()).or_insert(next);
            if at == next {
                self.words.push(Word { stem: stem(&text).to_owned(), text, entries: Vec::new() });
            }
            self.words[at].entries.push((entry, weight));
        }
    }

    /// All entries that answer at least one word of the query, in no order.
    pub fn search(&self, query: &str) -> Vec<Hit> {
        let mut hits: HashMap<usize, Hit> = HashMap::new();
        for typed in words(query) {
            for (entry, score) in self.answers(&typed) {
                let hit = hits.entry(entry).or_insert(Hit { entry, words: 0, score: 0 });
                hit.words += 1;
                hit.score += score;
            }
        }
        hits.into_values().collect()
    }

    /// The entries that answer one word, each with its best weight.
    fn answers(&self, typed: &str) -> HashMap<usize, u32> {
        let typed_stem = stem(typed);
        let mut best: HashMap<usize, u32> = HashMap::new();
        for word in &self.words {
            let likeness = likeness(typed, typed_stem, word);
            if likeness > 0 {
                for (entry, weight) in &word.entries {
                    let best = best.entry(*entry).or_insert(0);
                    *best = (*best).max(likeness * weight);
                }
            }
        }
        best
    }
}

/// How well a text answers a query: for each word typed, the likeness of the word most like it.
pub(super) fn fits(query: &str, text: &str) -> Vec<u32> {
    let known = words(text);
    let best = |typed: &String| known.iter().map(|word| alike(typed, stem(typed), word, stem(word))).max();
    words(query).iter().map(|typed| best(typed).unwrap_or_default()).collect()
}

/// How like a typed word is to one of the index, 0 to 100.
fn likeness(typed: &str, typed_stem: &str, word: &Word) -> u32 {
    alike(typed, typed_stem, &word.text, &word.stem)
}

fn alike(typed: &str, typed_stem: &str, word: &str, word_stem: &str) -> u32 {
    if typed == word {
        100
    } else if typed_stem == word_stem {
        90
    } else if word.starts_with(typed) {
        70
    } else if typed.len() >= 4 && word.starts_with(typed_stem) {
        60
    } else if typed_stem.len() >= 4 && word.contains(typed_stem) {
        40
    } else if word_stem.len() >= 5 && typed.contains(word_stem) {
        30
    } else {
        0
    }
}

/// Capitals without marks, umlauts as their plain letter however they are typed, small words left out.
fn words(text: &str) -> Vec<String> {
    const SMALL: &[&str] = &[
        "UND", "ODER", "MIT", "VON", "VOM", "DER", "DIE", "DAS", "DEN", "DES", "FUR", "IN", "IM", "AN", "AM",
        "AUF", "AUS", "BEI", "ZU", "ZUR", "ZUM", "SOWIE", "OHNE", "EIN", "EINE", "EINER", "ALS", "A", "N",
        "G", "U",
    ];
    let form = search_form(text).replace("AE", "A").replace("OE", "O").replace("UE", "U");
    form.split(' ').filter(|word| !word.is_empty() && !SMALL.contains(word)).map(str::to_owned).collect()
}

/// The word without its commonest German endings; at least four letters stay.
fn stem(word: &str) -> &str {
    const ENDINGS: &[&str] = &[
        "IERUNGEN", "ATIONEN", "IERUNG", "ATUREN", "INNEN", "UNGEN", "IEREN", "EREIEN", "ATION", "ATUR",
        "EREI", "UNG", "ERIN", "ERN", "LER", "EN", "ER", "ES", "IN", "E", "N", "S",
    ];
    ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending)).find(|rest| rest.len() >= 4).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_share_a_stem() {
        for alike in [
            &["FAHRRAD", "FAHRRADER", "FAHRRADERN"][..],
            &["REPARATUR", "REPARATUREN", "REPARIEREN"],
            &["INSTALLATION", "INSTALLATIONEN", "INSTALLIEREN"],
            &["BACKER", "BACKEREI", "BACKERIN"],
            &["VERMITTLUNG", "VERMITTLUNGEN"],
        ] {
            for word in alike {
                assert_eq!(stem(word), stem(alike[0]), "{word}");
            }
        }
        assert_eq!(stem("BIER"), "BIER");
    }

    #[test]
    fn umlauts_are_one_however_typed() {
        assert_eq!(words("Bäckerei für Öfen"), ["BACKEREI", "OFEN"]);
        assert_eq!(words("Baeckerei fuer Oefen"), ["BACKEREI", "OFEN"]);
    }
}
