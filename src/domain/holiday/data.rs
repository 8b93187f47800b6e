//! The holiday files under `assets/holidays/`, read once. Knows their format; computes no date.

use super::Land;
use crate::domain::problem::LocalText;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

const DAYS: &str = include_str!("../../../assets/holidays/days.toml");
const LAENDER: [&str; 16] = [
    include_str!("../../../assets/holidays/bb.toml"),
    include_str!("../../../assets/holidays/be.toml"),
    include_str!("../../../assets/holidays/bw.toml"),
    include_str!("../../../assets/holidays/by.toml"),
    include_str!("../../../assets/holidays/hb.toml"),
    include_str!("../../../assets/holidays/he.toml"),
    include_str!("../../../assets/holidays/hh.toml"),
    include_str!("../../../assets/holidays/mv.toml"),
    include_str!("../../../assets/holidays/ni.toml"),
    include_str!("../../../assets/holidays/nw.toml"),
    include_str!("../../../assets/holidays/rp.toml"),
    include_str!("../../../assets/holidays/sh.toml"),
    include_str!("../../../assets/holidays/sl.toml"),
    include_str!("../../../assets/holidays/sn.toml"),
    include_str!("../../../assets/holidays/st.toml"),
    include_str!("../../../assets/holidays/th.toml"),
];

/// A public holiday: what it is called and when it falls.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// Stable key, as in `assets/holidays/days.toml`.
    pub id: String,
    /// Its name, by language.
    pub name: LocalText,
    pub(super) rule: DayRule,
}

/// When a holiday falls in a year.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum DayRule {
    /// Month and day, `MM-DD`.
    Fixed(String),
    /// Days after Easter Sunday.
    Easter(i64),
    /// The last Wednesday before `MM-DD`.
    WednesdayBefore(String),
}

/// What a Land keeps.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LandFile {
    pub land: Land,
    pub ags: String,
    pub name: String,
    pub law: String,
    pub act: String,
    #[serde(default)]
    pub act_articles: bool,
    /// The act has the rules of the federal one under numbers of its own: it is cited without any.
    #[serde(default)]
    pub act_unnumbered: bool,
    /// Whether its act says the fourth day for what is posted since 2025 was not read, and it does not refer to the federal one.
    #[serde(default)]
    pub fourth_day_open: bool,
    /// The act by which dogs are taxed, where it is one of the Land and no by-law of a town.
    pub dog_tax: Option<String>,
    pub charges: Option<String>,
    /// Whether costs of an objection about municipal taxes and charges are reimbursed by the Land's act on procedure; nothing where that
    /// was not read.
    #[serde(default)]
    pub charges_reimbursed: Option<bool>,
    pub delivery: Option<Delivery>,
    pub every_year: Vec<String>,
    #[serde(default)]
    pub some_years: Vec<SomeYears>,
    #[serde(default)]
    pub local: Vec<Local>,
}

/// The law by which the towns of a Land serve what has to be served (Zustellung).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Delivery {
    /// By the post with a record (Postzustellungsurkunde).
    pub record: String,
    /// Against an acknowledgement (Empfangsbekenntnis).
    pub acknowledged: String,
    /// Whether it was read in the act; else the town confirms it.
    pub confirmed: bool,
}

/// A day that is kept in some years only.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SomeYears {
    pub day: String,
    #[serde(default = "first_year")]
    pub from: i32,
    #[serde(default = "last_year")]
    pub to: i32,
    #[serde(rename = "source")]
    pub _source: String,
}

fn first_year() -> i32 {
    i32::MIN
}

fn last_year() -> i32 {
    i32::MAX
}

/// A day that is kept in some towns only.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Local {
    pub day: String,
    pub ags: Vec<String>,
    /// Whether `ags` names every place where it is kept.
    pub complete: bool,
    pub note: String,
}

/// All that the files say.
#[derive(Debug)]
pub(super) struct Data {
    pub days: HashMap<String, Holiday>,
    pub laender: BTreeMap<Land, LandFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DaysFile {
    day: Vec<Holiday>,
}

/// The files, parsed on first use. They are part of the program, and a test reads every one of them.
pub(super) fn data() -> &'static Data {
    static DATA: OnceLock<Data> = OnceLock::new();
    DATA.get_or_init(|| {
        let days = toml::from_str::<DaysFile>(DAYS).map(|file| file.day).unwrap_or_default();
        let laender = LAENDER.iter().filter_map(|text| toml::from_str::<LandFile>(text).ok());
        Data {
            days: days.into_iter().map(|day| (day.id.clone(), day)).collect(),
            laender: laender.map(|file| (file.land, file)).collect(),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_parses() {
        let days: DaysFile = toml::from_str(DAYS).unwrap();
        assert_eq!(days.day.len(), data().days.len(), "an id stands twice");
        for text in LAENDER {
            let _: LandFile = toml::from_str(text).unwrap();
        }
        assert_eq!(data().laender.len(), 16);
    }

    #[test]
    fn every_day_that_a_land_keeps_is_known_and_every_known_day_is_kept_somewhere() {
        let mut kept: Vec<&String> = Vec::new();
        for land in data().laender.values() {
            kept.extend(&land.every_year);
            kept.extend(land.some_years.iter().map(|some| &some.day));
            kept.extend(land.local.iter().map(|local| &local.day));
        }
        for day in &kept {
            assert!(data().days.contains_key(*day), "{day}");
        }
        for day in data().days.keys() {
            assert!(kept.contains(&day), "{day}");
        }
    }
}
