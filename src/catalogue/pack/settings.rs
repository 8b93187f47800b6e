//! Values of the town that a pack suggests: `settings/NAME.toml`, `court.name = "…"`, as one types them. A suggestion
//! changes nothing; a town takes it over or keeps its own. Sets none.

use super::content::Loaded;
use crate::catalogue::read::{File, Source};
use crate::catalogue::{Catalogue, Service, TownValue};
use crate::domain::problem::Problem;
use crate::domain::town::{AUDIT_MONTHS_AT_MOST, keys};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use toml::de::{DeTable, DeValue};

/// Longest text of one.
const LONGEST: usize = 120;

/// What the program itself asks a town and others can know as well: who decides about an action, which Kreis it is, how
/// long it is kept who looked at what. Everything else is the town's own name, address and account.
const COMMON: &[&str] = &[
    keys::KREIS_NAME,
    keys::KREIS_ADDRESS,
    keys::KREIS_CONTACT,
    keys::COURT_NAME,
    keys::COURT_STREET,
    keys::COURT_PLACE,
    keys::AUDIT_MONTHS,
];

/// A value that a pack suggests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Whose value: `hundesteuer.erster`.
    pub key: String,
    /// As the town would store it.
    pub stored: String,
}

/// Whether a file of a pack holds suggestions.
pub(super) fn is_settings(path: &str) -> bool {
    path.starts_with("settings/")
}

/// What a file suggests, and everything that is wrong in it. `services` are those of the same pack.
pub(super) fn read(file: &File, services: &[Service]) -> (Vec<Suggestion>, Vec<Problem>) {
    let source = Source::new(file);
    let table = source.table();
    let mut typed = Vec::new();
    collect(&source, "", &table, &mut typed);
    let own = services.iter().rev().flat_map(|service| &service.town);
    let known: Vec<&TownValue> = own.chain(Catalogue::built_in().town_values()).collect();
    let mut found = Vec::new();
    for (key, text, at) in typed {
        match stored(&known, &key, &text) {
            Ok(stored) => found.push(Suggestion { key, stored }),
            Err(problem) => source.tell(at, *problem),
        }
    }
    (found, source.finish())
}

/// Keys may be written `court.name` or below `[court]`.
fn collect(source: &Source<'_>, above: &str, table: &DeTable<'_>, found: &mut Vec<(String, String, usize)>) {
    for (name, value) in table {
        let key =
            if above.is_empty() { name.get_ref().to_string() } else { format!("{above}.{}", name.get_ref()) };
        match value.get_ref() {
            DeValue::Table(inner) => collect(source, &key, inner, found),
            DeValue::String(text) => found.push((key, text.trim().to_owned(), name.span().start)),
            _ => source.tell(name.span().start, Problem::error("", "pack-setting-text").with("key", key)),
        }
    }
}

fn stored(known: &[&TownValue], key: &str, typed: &str) -> Result<String, Box<Problem>> {
    let wrong = |id: &str| Box::new(Problem::error("", id).with("key", key).with("value", typed));
    if typed.is_empty() || typed.chars().count() > LONGEST || typed.contains(char::is_control) {
        return Err(wrong("pack-setting-form"));
    }
    if let Some(value) = known.iter().find(|value| value.key == key) {
        return value.read(typed).map_err(|refused| {
            refused.0.into_iter().next().map_or_else(|| wrong("pack-setting-form"), Box::new)
        });
    }
    match key {
        keys::AUDIT_MONTHS => {
            let fits = typed.parse().is_ok_and(|months| (1..=AUDIT_MONTHS_AT_MOST).contains(&months));
            if fits { Ok(typed.to_owned()) } else { Err(wrong("pack-setting-form")) }
        }
        key if COMMON.contains(&key) => Ok(typed.to_owned()),
        key if keys::ALL.contains(&key) => Err(wrong("pack-setting-own")),
        _ => Err(wrong("pack-setting-unknown")),
    }
}

impl Catalogue {
    /// What the packs that count on a day suggest, by key; among several the one that comes first in precedence.
    pub fn suggested(
        &self,
        day: NaiveDate,
    ) -> BTreeMap<&'static str, (&'static Suggestion, &'static Loaded)> {
        let mut all = BTreeMap::new();
        for pack in self.offered().iter().rev().filter(|pack| pack.manifest.counts_on(day)) {
            all.extend(pack.suggestions.iter().map(|one| (one.key.as_str(), (one, *pack))));
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> (Vec<Suggestion>, Vec<(String, String)>) {
        let file = File { name: "settings/kreis.toml".into(), text: text.into() };
        let (found, problems) = read(&file, &[]);
        (found, problems.into_iter().map(|problem| (problem.field, problem.id)).collect())
    }

    #[test]
    fn values_are_written_as_one_types_them_in_either_spelling() {
        let (found, problems) = told(
            "court.name = 'Verwaltungsgericht Musterstadt'\n[hundesteuer]\nerster = '48,00'\ntermine = '15.02., 15.08.'\n",
        );
        let one = |key: &str, stored: &str| Suggestion { key: key.into(), stored: stored.into() };
        let expected = [
            one("court.name", "Verwaltungsgericht Musterstadt"),
            one("hundesteuer.erster", "4800"),
            one("hundesteuer.termine", "02-15 08-15"),
        ];
        assert_eq!((found.as_slice(), problems.as_slice()), (&expected[..], &[][..]));
    }

    #[test]
    fn everything_wrong_is_told_with_its_line() {
        let (found, problems) = told(
            "name = 'Gescher'\nhundesteuer.erster = 'viel'\nhundesteuer.zweiter = 60\nnonsense = 'x'\ncourt.name = ''\naudit.months = '99'\n",
        );
        let said = |line: u8, id: &str| (format!("settings/kreis.toml:{line}"), id.to_owned());
        let expected = [
            said(1, "pack-setting-own"),
            said(2, "town-amount-form"),
            said(3, "pack-setting-text"),
            said(4, "pack-setting-unknown"),
            said(5, "pack-setting-form"),
            said(6, "pack-setting-form"),
        ];
        assert_eq!((found.len(), problems.as_slice()), (0, &expected[..]));
    }
}
