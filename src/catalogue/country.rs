//! States and nationalities, found by typing. Knows names and whether a residence title is needed; knows no
//! permit, no visa and no subdivision of a state.

use crate::domain::din91379::search_form;
use std::sync::OnceLock;

const LIST: &str = include_str!("../../assets/codes/countries.tsv");

/// Germany's own code.
pub const GERMANY: &str = "DE";
/// Code of persons without any nationality (no ISO code; from the range for users).
pub const STATELESS: &str = "XA";
/// Code where the nationality is not settled.
pub const UNSETTLED: &str = "XX";

/// A state and the nationality of its citizens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2; `XK` Kosovo, [`STATELESS`], [`UNSETTLED`].
    pub code: &'static str,
    /// German name, `Slowakei`.
    pub de: &'static str,
    /// German nationality as forms want it, `slowakisch`.
    pub nationality: &'static str,
    /// English name, `Slovakia`.
    pub en: &'static str,
    /// Citizen of the European Union, the EEA or Switzerland: free to settle and to trade, no residence title
    /// (§ 1 (2) No. 1 `AufenthG`, `FreizügG/EU`, the agreement with Switzerland). Germans too.
    pub free_movement: bool,
}

/// All of them, by code.
pub fn all() -> &'static [Country] {
    static ALL: OnceLock<Vec<Country>> = OnceLock::new();
    ALL.get_or_init(|| LIST.lines().filter(|line| !line.starts_with('#')).filter_map(row).collect())
}

/// Each with its names in search form: a form is read with every key, and folding them all takes longer than the rest.
fn folded() -> &'static [([String; 3], Country)] {
    static FOLDED: OnceLock<Vec<([String; 3], Country)>> = OnceLock::new();
    let forms = |country: &Country| [country.de, country.nationality, country.en].map(search_form);
    FOLDED.get_or_init(|| all().iter().map(|country| (forms(country), *country)).collect())
}

/// The state of a code.
pub fn by_code(code: &str) -> Option<Country> {
    let code = code.trim();
    all().iter().find(|country| country.code.eq_ignore_ascii_case(code)).copied()
}

/// The state that is meant by a full name or nationality, in German or English, or by its code: what a filled
/// form says (`slowakisch`, `Slowakische Republik` is not known, `Slovakia` is).
pub fn by_name(text: &str) -> Option<Country> {
    let form = search_form(text);
    if form.is_empty() {
        return None;
    }
    let same = folded().iter().find(|(forms, _)| forms.contains(&form));
    same.map(|(_, country)| *country).or_else(|| by_code(text))
}

/// States whose German or English name or nationality has a word that begins with what is typed, at most
/// `limit`: exact first, then by German name.
pub fn find(text: &str, limit: usize) -> Vec<Country> {
    let form = search_form(text);
    let ranked = folded()
        .iter()
        .filter_map(|(forms, country)| Some((rank(forms, country, &form)?, &forms[0], country)));
    let mut found: Vec<_> = ranked.collect();
    found.sort_by_key(|(rank, name, _)| (*rank, *name));
    found.into_iter().map(|(.., country)| *country).take(limit).collect()
}

/// 0 exact, 1 from the beginning, 2 from the beginning of a later word.
fn rank(forms: &[String; 3], country: &Country, form: &str) -> Option<u8> {
    if forms.iter().any(|name| name == form) || country.code == form {
        Some(0)
    } else if forms.iter().any(|name| name.starts_with(form)) {
        Some(1)
    } else {
        forms.iter().any(|name| name.contains(&format!(" {form}"))).then_some(2)
    }
}

fn row(line: &'static str) -> Option<Country> {
    let mut columns = line.split('\t');
    Some(Country {
        code: columns.next()?,
        de: columns.next()?,
        nationality: columns.next()?,
        en: columns.next()?,
        free_movement: columns.next()? == "1",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_list_is_whole_and_its_codes_are_unique() {
        let rows = LIST.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(all().len(), rows, "a line does not parse");
        let codes: BTreeSet<_> = all().iter().map(|country| country.code).collect();
        assert_eq!(codes.len(), rows);
        // 193 members of the United Nations, Kosovo, Palestine, Taiwan, the Vatican, stateless and unsettled.
        assert_eq!(rows, 193 + 4 + 2);
        assert!(codes.iter().all(|code| code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase())));
        assert!(all().is_sorted_by_key(|country| country.code));
    }

    #[test]
    fn free_movement_is_the_eu_the_eea_and_switzerland() {
        let free: Vec<_> = all().iter().filter(|c| c.free_movement).map(|c| c.code).collect();
        assert_eq!(free.len(), 27 + 3 + 1);
        for code in ["DE", "SK", "HR", "IS", "LI", "NO", "CH"] {
            assert!(free.contains(&code), "{code}");
        }
        for code in ["GB", "TR", "UA", "RS", "US", "XK", "XA", "XX"] {
            assert!(!free.contains(&code), "{code}");
        }
    }

    #[test]
    fn found_by_name_nationality_and_code() {
        for (text, code) in [
            ("slowakisch", "SK"),
            ("Slowakei", "SK"),
            ("Slovakia", "SK"),
            ("sk", "SK"),
            ("TÜRKISCH", "TR"),
            ("tuerkei", "TR"),
            ("deutsch", "DE"),
            ("staatenlos", "XA"),
        ] {
            assert_eq!(by_name(text).map(|country| country.code), Some(code), "{text}");
        }
        assert_eq!(by_name("Atlantis"), None);
        assert_eq!(by_name(""), None);
    }

    #[test]
    fn found_while_typing() {
        let codes = |text| find(text, 4).into_iter().map(|country| country.code).collect::<Vec<_>>();
        assert_eq!(codes("slow"), ["SK", "SI"]);
        assert_eq!(codes("niger")[0], "NE", "exact before longer");
        assert_eq!(codes("kongo"), ["CG", "CD"]);
        assert_eq!(codes("herz"), ["BA"]);
        assert_eq!(codes("xyz").len(), 0);
        assert_eq!(codes("").len(), 4);
    }
}
