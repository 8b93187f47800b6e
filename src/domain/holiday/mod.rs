//! Public holidays of all sixteen Länder, from the data in `assets/holidays/`. Knows which day is a working
//! day where; counts no deadline, and knows no school holidays and no town's own closing days.
//!
//! Holidays are law of the Länder; only 3 October is federal (Art. 2 (2) Einigungsvertrag). The files are
//! complete from 1995 on (the year in which Buß- und Bettag fell away everywhere but in Sachsen).

mod cites;
mod data;
mod easter;

pub use data::{Delivery, Holiday};

use chrono::{Datelike, Days, NaiveDate, Weekday};
use data::{DayRule, Local, data};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A Land of the Federal Republic. Serialised as its usual two letters (`NW`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[expect(missing_docs, reason = "the two letters are the documentation; `name` says the rest")]
pub enum Land {
    Bb,
    Be,
    Bw,
    By,
    Hb,
    He,
    Hh,
    Mv,
    Ni,
    Nw,
    Rp,
    Sh,
    Sl,
    Sn,
    St,
    Th,
}

/// The federal act on administrative procedure, as rules name it.
const ACT: &str = "VwVfG";

/// Easter Sunday of a year from 1583 to 9999.
pub fn easter_sunday(year: i32) -> Option<NaiveDate> {
    easter::sunday(year)
}

impl Land {
    /// All Länder, by their letters.
    pub const ALL: [Self; 16] = [
        Self::Bb,
        Self::Be,
        Self::Bw,
        Self::By,
        Self::Hb,
        Self::He,
        Self::Hh,
        Self::Mv,
        Self::Ni,
        Self::Nw,
        Self::Rp,
        Self::Sh,
        Self::Sl,
        Self::Sn,
        Self::St,
        Self::Th,
    ];

    /// The Land of an official municipality key (AGS) or of any beginning of one from two digits on.
    pub fn of_ags(ags: &str) -> Option<Self> {
        let file = data().laender.values().find(|file| ags.get(..2) == Some(file.ags.as_str()))?;
        ags.bytes().all(|b| b.is_ascii_digit()).then_some(file.land)
    }

    /// The Land by its two letters, in either case; North Rhine-Westphalia also as `NRW`.
    pub fn of_code(code: &str) -> Option<Self> {
        let code = code.trim().to_uppercase();
        let code = if code == "NRW" { "NW" } else { &code };
        Self::ALL.into_iter().find(|land| land.code() == code)
    }

    /// Its two letters, `NW`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Bb => "BB",
            Self::Be => "BE",
            Self::Bw => "BW",
            Self::By => "BY",
            Self::Hb => "HB",
            Self::He => "HE",
            Self::Hh => "HH",
            Self::Mv => "MV",
            Self::Ni => "NI",
            Self::Nw => "NW",
            Self::Rp => "RP",
            Self::Sh => "SH",
            Self::Sl => "SL",
            Self::Sn => "SN",
            Self::St => "ST",
            Self::Th => "TH",
        }
    }

    /// Its German name, `Nordrhein-Westfalen`.
    pub fn name(self) -> &'static str {
        data().laender.get(&self).map_or(self.code(), |file| &file.name)
    }

    /// The law that names its holidays, `§ 2 Feiertagsgesetz NW`.
    pub fn holiday_law(self) -> &'static str {
        data().laender.get(&self).map_or("", |file| &file.law)
    }

    /// The act on administrative procedure that its towns go by: `VwVfG NRW`; the federal one where the Land refers to it.
    pub fn act(self) -> &'static str {
        data().laender.get(&self).map_or(ACT, |file| &file.act)
    }

    /// Whether it is not known here that its act, too, says the fourth day since 2025 (§ 41 (2) `VwVfG`): the Länder with a text of their
    /// own followed the federal act one after the other, or have yet to.
    pub fn fourth_day_is_open(self) -> bool {
        data().laender.get(&self).is_some_and(|file| file.fourth_day_open)
    }

    /// The law by which its towns serve; nothing where the program does not know it.
    pub fn delivery(self) -> Option<&'static Delivery> {
        data().laender.get(&self)?.delivery.as_ref()
    }
}

/// The holidays of one place: those of its Land, and those of the Land's local ones that hold there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    land: Land,
    local: BTreeSet<String>,
}

/// Why nobody has to do anything on a day (§ 193 BGB).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayOff {
    /// A Saturday: a working day like any other, but for § 193 BGB and § 31 (3) VwVfG.
    Saturday,
    /// A Sunday.
    Sunday,
    /// A public holiday, whatever its day of the week.
    Holiday(&'static Holiday),
}

impl Calendar {
    /// The holidays that hold in the whole Land.
    pub fn of_land(land: Land) -> Self {
        Self { land, local: BTreeSet::new() }
    }

    /// The holidays of a town, by its municipality key; local ones only where the data names the key.
    pub fn of_ags(ags: &str) -> Option<Self> {
        let land = Land::of_ags(ags)?;
        let holds = |local: &&Local| local.ags.iter().any(|key| ags.starts_with(key.as_str()));
        let local = locals(land).filter(holds).map(|local| local.day.clone()).collect();
        Some(Self { land, local })
    }

    /// The same with a local holiday of the Land that the town says holds there (`mariae-himmelfahrt`).
    /// A day that is no local holiday of the Land changes nothing.
    #[must_use]
    pub fn with_local(mut self, day: &str) -> Self {
        if locals(self.land).any(|local| local.day == day) {
            let _ = self.local.insert(day.to_owned());
        }
        self
    }

    /// The Land.
    pub fn land(&self) -> Land {
        self.land
    }

    /// The holidays of a year, by date. Two may share a date (in 2008 Ascension Day fell on 1 May).
    pub fn holidays(&self, year: i32) -> Vec<(NaiveDate, &'static Holiday)> {
        let Some(file) = data().laender.get(&self.land) else { return Vec::new() };
        let some_years = file.some_years.iter().filter(|some| (some.from..=some.to).contains(&year));
        let days =
            file.every_year.iter().chain(some_years.map(|some| &some.day)).chain(
                locals(self.land).map(|local| &local.day).filter(|day| self.local.contains(day.as_str())),
            );
        let mut holidays: Vec<_> = days
            .filter_map(|id| data().days.get(id))
            .filter_map(|day| Some((falls_on(&day.rule, year)?, day)))
            .collect();
        holidays.sort_by_key(|(date, _)| *date);
        holidays
    }

    /// The holiday that falls on a date.
    pub fn holiday(&self, date: NaiveDate) -> Option<&'static Holiday> {
        self.holidays(date.year()).into_iter().find_map(|(day, holiday)| (day == date).then_some(holiday))
    }

    /// The local holiday of the Land that falls on a date and of which this calendar does not say whether it
    /// holds here, with the note where it does (German, as the law names the places).
    pub fn uncertain(&self, date: NaiveDate) -> Option<(&'static Holiday, &'static str)> {
        locals(self.land)
            .filter(|local| !local.complete && !self.local.contains(&local.day))
            .filter_map(|local| Some((data().days.get(&local.day)?, local.note.as_str())))
            .find(|(day, _)| falls_on(&day.rule, date.year()) == Some(date))
    }

    /// This day, or the next one on which is worked.
    pub fn working_day_from(&self, date: NaiveDate) -> NaiveDate {
        let works = |day: &NaiveDate| self.is_working_day(*day);
        date.iter_days().find(works).unwrap_or(date)
    }

    /// Why a day is no working day in the sense of § 193 BGB; a holiday comes before the day of the week.
    pub fn day_off(&self, date: NaiveDate) -> Option<DayOff> {
        if let Some(holiday) = self.holiday(date) {
            return Some(DayOff::Holiday(holiday));
        }
        match date.weekday() {
            Weekday::Sat => Some(DayOff::Saturday),
            Weekday::Sun => Some(DayOff::Sunday),
            _ => None,
        }
    }

    /// Whether a day is neither Saturday, Sunday nor holiday.
    pub fn is_working_day(&self, date: NaiveDate) -> bool {
        self.day_off(date).is_none()
    }
}

fn locals(land: Land) -> impl Iterator<Item = &'static Local> {
    data().laender.get(&land).into_iter().flat_map(|file| &file.local)
}

fn falls_on(rule: &DayRule, year: i32) -> Option<NaiveDate> {
    match rule {
        DayRule::Fixed(day) => in_year(day, year),
        DayRule::Easter(days) => easter::sunday(year)?.checked_add_signed(chrono::TimeDelta::days(*days)),
        DayRule::WednesdayBefore(day) => {
            let day = in_year(day, year)?;
            let back = (day.weekday().num_days_from_monday() + 4) % 7 + 1;
            day.checked_sub_days(Days::new(u64::from(back)))
        }
    }
}

/// The date of `MM-DD` in a year.
fn in_year(month_day: &str, year: i32) -> Option<NaiveDate> {
    let (month, day) = month_day.split_once('-')?;
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests;
