//! The classification of economic activities (WZ 2025), found by typing. Knows the published list and the
//! words people use for trades; knows no notice and no law.

mod index;

use index::Index;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::OnceLock;

const LIST: &str = include_str!("../../../assets/codes/wz/wz2025.tsv");
const FROM_2008: &str = include_str!("../../../assets/codes/wz/wz2008_to_wz2025.tsv");
const KEYWORDS: &str = include_str!("../../../assets/codes/wz/keywords.tsv");

/// One class of the classification.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wz {
    /// `A`–`V`, `01`, `01.1`, `01.11` or `01.11.0`.
    pub code: &'static str,
    /// The official German title.
    pub title: &'static str,
    /// 1 section, 2 division, 3 group, 4 class, 5 subclass.
    pub level: u8,
}

/// The class of a code, as written in the classification; surrounding blanks do not matter.
pub fn by_code(code: &str) -> Option<Wz> {
    list().by_code.get(code.trim()).map(|index| list().all[*index])
}

/// The classes of 2025 that a code of the edition of 2008 went into, classes (`47.64`) and subclasses
/// (`47.64.1`) alike; more than one where it was split. Empty where the old edition had no such code.
pub fn successors_of_2008(code: &str) -> Vec<Wz> {
    let code = code.trim();
    let of_subclass =
        |old: &str| old == code || old.strip_prefix(code).is_some_and(|rest| rest.starts_with('.'));
    let mut found: Vec<Wz> = FROM_2008
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once('\t'))
        .filter(|(old, _)| code.len() >= 5 && of_subclass(old))
        .filter_map(|(_, rest)| by_code(rest.split('\t').next()?))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Classes and subclasses for what somebody types: a code or its beginning, or words in any order, whole, begun
/// or as part of a compound. Best first, at most `limit`.
///
/// A subclass that only repeats its class is left out, unless its code is typed in full.
pub fn find(query: &str, limit: usize) -> Vec<Wz> {
    let query = query.trim();
    if query.starts_with(|c: char| c.is_ascii_digit()) {
        return by_prefix(query, limit);
    }
    let mut ranked: Vec<_> = list()
        .index
        .search(query)
        .into_iter()
        .map(|hit| (hit, list().all[hit.entry]))
        .map(|(hit, wz)| (Reverse(hit.words), Reverse(hit.score), wz.title.len(), wz))
        .collect();
    ranked.sort_unstable();
    ranked.into_iter().map(|(.., wz)| wz).take(limit).collect()
}

/// The everyday word for which a class answers a query, where its official title does not say it: 95.29 is "Reparatur
/// von sonstigen Gebrauchsgütern", and somebody who repairs bicycles looks for "Fahrradreparatur".
pub fn everyday(query: &str, wz: &Wz) -> Option<&'static str> {
    let of_class =
        KEYWORDS.lines().filter_map(|line| line.split_once('\t')).find(|(code, _)| *code == wz.code);
    let words = of_class.into_iter().flat_map(|(_, words)| words.split_whitespace());
    let by_title = index::fits(query, wz.title);
    // Words that answer something better than the title does; of these the one that answers most.
    let better = |fits: &[u32]| fits.iter().zip(&by_title).any(|(word, title)| word > title);
    let known = words.map(|word| (index::fits(query, word), word)).filter(|(fits, _)| better(fits));
    known.max_by_key(|(fits, _)| fits.iter().sum::<u32>()).map(|(_, word)| word)
}

fn by_prefix(query: &str, limit: usize) -> Vec<Wz> {
    let found = list().all.iter().filter(|wz| wz.level >= 4 && wz.code.starts_with(query));
    found.filter(|wz| is_own_class(wz) || wz.code == query).copied().take(limit).collect()
}

/// Whether it says something that its parent does not.
fn is_own_class(wz: &Wz) -> bool {
    wz.level == 4 || (wz.level == 5 && !wz.code.ends_with(".0"))
}

struct List {
    all: Vec<Wz>,
    by_code: HashMap<&'static str, usize>,
    index: Index,
}

fn list() -> &'static List {
    static LIST_READ: OnceLock<List> = OnceLock::new();
    LIST_READ.get_or_init(|| {
        let all: Vec<Wz> = LIST.lines().skip(1).filter_map(row).collect();
        let by_code: HashMap<_, _> = all.iter().enumerate().map(|(index, wz)| (wz.code, index)).collect();
        let mut index = Index::default();
        for (entry, wz) in all.iter().enumerate().filter(|(_, wz)| is_own_class(wz)) {
            index.add_title(entry, wz.title);
        }
        for (code, words) in KEYWORDS.lines().filter_map(|line| line.split_once('\t')) {
            if let Some(entry) = by_code.get(code) {
                index.add_keywords(*entry, words);
            }
        }
        List { all, by_code, index }
    })
}

fn row(line: &'static str) -> Option<Wz> {
    let mut columns = line.split('\t');
    let (code, level, title) = (columns.next()?, columns.next()?, columns.nth(1)?);
    Some(Wz { code, title, level: level.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(query: &str) -> Vec<&'static str> {
        find(query, 5).into_iter().map(|wz| wz.code).collect()
    }

    #[test]
    fn the_list_is_whole() {
        let count = |level| list().all.iter().filter(|wz| wz.level == level).count();
        assert_eq!([1, 2, 3, 4, 5].map(count), [22, 87, 287, 651, 983]);
        for line in KEYWORDS.lines().filter(|line| !line.starts_with('#')) {
            let (code, words) = line.split_once('\t').unwrap();
            assert!(by_code(code).is_some_and(|wz| wz.level == 4) && !words.is_empty(), "{line}");
        }
    }

    #[test]
    fn what_people_call_their_trade_is_the_first_answer() {
        for (query, code) in [
            ("Fahrräder reparieren", "95.29"),
            ("Reparatur von Fahrrädern", "95.29"),
            ("Einzelhandel mit Fahrrädern", "47.63"),
            ("Friseur", "96.21"),
            ("frisör", "96.21"),
            ("Nagelstudio", "96.22"),
            ("Bäckerei", "10.71"),
            ("baeckerei", "10.71"),
            ("Softwareentwicklung und Wartung von Webseiten", "62.10"),
            ("Dachdecker", "43.41"),
            ("Photovoltaik", "35.12"),
            ("Pizzeria", "56.11"),
            ("Schlosserei", "25.11"),
            ("Elektriker", "43.21"),
            ("Hausmeister", "81.10"),
            ("Gartenbau", "81.30"),
            ("Fotograf", "74.20"),
            ("Versicherungsvertreter", "66.22"),
            ("Spedition", "49.41"),
            ("Anbau von Reis", "01.12"),
            ("Taxi", "49.33"),
            ("Online-Handel", "47.12"),
        ] {
            assert_eq!(codes(query).first(), Some(&code), "{query}: {:?}", codes(query));
        }
    }

    #[test]
    fn the_beginning_of_a_word_is_enough() {
        assert!(codes("Fris").contains(&"96.21"));
        assert!(codes("dachd").contains(&"43.41"));
        assert!(codes("Zahn").contains(&"86.23"));
    }

    #[test]
    fn codes_and_their_beginnings() {
        assert_eq!(codes("95.29"), ["95.29"]);
        assert_eq!(codes("95.29.0"), ["95.29.0"]);
        assert_eq!(codes("56.11"), ["56.11", "56.11.1", "56.11.2", "56.11.3", "56.11.4"]);
        assert!(find("95", 100).iter().all(|wz| wz.code.starts_with("95") && wz.level >= 4));
        assert_eq!(by_code(" 95.29 ").map(|wz| wz.level), Some(4));
        assert_eq!(by_code("47.64").map(|wz| wz.title), Some("Einzelhandel mit Spielwaren"));
        assert_eq!(by_code("99.99"), None);
    }

    #[test]
    fn a_code_of_2008_leads_to_its_successors() {
        let new: Vec<_> = successors_of_2008("47.64").into_iter().map(|wz| wz.code).collect();
        assert!(new.contains(&"47.63.1") && new.contains(&"47.63.2"), "{new:?}");
        assert!(successors_of_2008("96.02").iter().any(|wz| wz.code == "96.21.0"));
        assert!(successors_of_2008("4").is_empty() && successors_of_2008("").is_empty());
    }

    #[test]
    fn a_class_says_for_which_everyday_word_it_was_found() {
        let said = |query: &str| {
            let first = find(query, 1).into_iter().next().unwrap();
            (first.code, everyday(query, &first))
        };
        for query in ["Reparatur von Fahrrädern", "Fahrräder reparieren", "fahrradrep", "Fahrradreparatur"]
        {
            assert_eq!(said(query), ("95.29", Some("Fahrradreparatur")), "{query}");
        }
        assert_eq!(said("Anbau von Reis"), ("01.12", None), "the title says it");
        assert_eq!(said("95.29"), ("95.29", None));
    }

    #[test]
    fn nothing_from_nothing() {
        for query in ["", " ", "und", "xyzzyq", "-", "99.9"] {
            assert!(codes(query).is_empty(), "{query}: {:?}", codes(query));
        }
        assert!(find("Handel", 0).is_empty());
    }
}
