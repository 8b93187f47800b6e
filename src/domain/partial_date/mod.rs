//! Birth dates as papers have them: whole, without day, without day and month, or unknown.
//! Reads what people type; knows no clock (today is an argument) and no person.
//!
//! Registers write an unknown part as zeros (00.00.1990), as the data set for the registration of residents
//! (`DSMeld`) does, and so does this type: `1990-00-00`.

use super::problem::Problem;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A date of which parts may be unknown. Serialised as `1990-03-14`, `1990-03-00`, `1990-00-00`, `0000-00-00`.
/// The order is that of the text: an unknown part comes before every known one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate {
    year: u16,
    month: u8,
    day: u8,
}

/// Why a text is no date of birth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoDate {
    /// Not in one of the forms that are read.
    #[error("not a date")]
    Form,
    /// The month is not 1 to 12.
    #[error("there is no month {month}")]
    Month {
        /// As typed.
        month: u8,
    },
    /// The month has no such day (31.02., 29.02. of a common year).
    #[error("the month has only {last} days")]
    Day {
        /// As typed.
        day: u8,
        /// The last day that the month has.
        last: u8,
    },
    /// A day without its month, or a month or day without the year.
    #[error("a day needs its month, a month its year")]
    Gap,
    /// After today.
    #[error("in the future")]
    Future,
    /// More than 130 years ago: nobody alive.
    #[error("too long ago")]
    TooOld,
}

impl NoDate {
    /// The id of the sentence that says so, `birth-date-…`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Form => "birth-date-form",
            Self::Month { .. } => "birth-date-month",
            Self::Day { .. } => "birth-date-day",
            Self::Gap => "birth-date-gap",
            Self::Future => "birth-date-future",
            Self::TooOld => "birth-date-too-old",
        }
    }

    /// The same at a field, with what its sentence names.
    pub fn problem(self, field: &str) -> Problem {
        let problem = Problem::error(field, self.id());
        match self {
            Self::Month { month } => problem.with("month", month),
            Self::Day { day, last } => problem.with("day", day).with("last", last),
            Self::Form | Self::Gap | Self::Future | Self::TooOld => problem,
        }
    }
}

impl PartialDate {
    /// Nothing is known.
    pub const UNKNOWN: Self = Self { year: 0, month: 0, day: 0 };

    /// From its parts, 0 for what is unknown.
    ///
    /// Errors: a month or day that does not exist, or a known part under an unknown one. A day whose year is a
    /// leap year or not is judged by that year.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, NoDate> {
        if month > 12 {
            return Err(NoDate::Month { month });
        }
        if (year == 0 && month > 0) || (month == 0 && day > 0) {
            return Err(NoDate::Gap);
        }
        if year > 9999 {
            return Err(NoDate::Form);
        }
        let last = last_day(year, month);
        if day > last { Err(NoDate::Day { day, last }) } else { Ok(Self { year, month, day }) }
    }

    /// What somebody typed: `14.03.1987`, `14.3.87`, `14031987`, `140387`, `00.00.1990`, `1990`, `03.1990`,
    /// `1987-03-14`, `unbekannt` or `unknown`. Two digits of a year mean the last such year that is not after
    /// `today`.
    ///
    /// Errors: [`NoDate`], the first that holds.
    pub fn parse(text: &str, today: NaiveDate) -> Result<Self, NoDate> {
        let text = text.trim();
        if ["unbekannt", "unknown", "0000-00-00"].contains(&text.to_lowercase().as_str()) {
            return Ok(Self::UNKNOWN);
        }
        let [year, month, day] = parts(text).ok_or(NoDate::Form)?;
        let year = full_year(year, month, day, today)?;
        let date = Self::new(year, number(month)?, number(day)?)?;
        date.is_possible(today)
    }

    /// The date if a living person can have been born on it.
    fn is_possible(self, today: NaiveDate) -> Result<Self, NoDate> {
        if self == Self::UNKNOWN {
            return Ok(self);
        }
        if self > Self::from(today) {
            return Err(NoDate::Future);
        }
        if i32::from(self.year) < today.year() - 130 { Err(NoDate::TooOld) } else { Ok(self) }
    }

    /// The year, if known.
    pub fn year(self) -> Option<u16> {
        (self.year > 0).then_some(self.year)
    }

    /// The month 1 to 12, if known.
    pub fn month(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    /// The day, if known.
    pub fn day(self) -> Option<u8> {
        (self.day > 0).then_some(self.day)
    }

    /// The date, if all of it is known.
    pub fn whole(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(i32::from(self.year()?), u32::from(self.month), u32::from(self.day))
    }

    /// Whole years on a day, if they are certain: `None` where the unknown parts leave a birthday open.
    /// Born on 29 February, one is a year older at the end of 28 February of a common year (§§ 187, 188 BGB),
    /// so on 1 March.
    pub fn age_on(self, on: NaiveDate) -> Option<u16> {
        let (earliest, latest) = (self.earliest()?, self.latest()?);
        let age = |born: NaiveDate| {
            let had = (on.month(), on.day()) >= (born.month(), born.day());
            u16::try_from(on.year() - born.year() - i32::from(!had)).ok()
        };
        let (most, least) = (age(earliest)?, age(latest)?);
        (most == least).then_some(most)
    }

    /// Whether both can be the same day: parts that are known in both are equal.
    pub fn agrees_with(self, other: Self) -> bool {
        let agrees = |one: u16, two: u16| one == 0 || two == 0 || one == two;
        agrees(self.year, other.year)
            && agrees(self.month.into(), other.month.into())
            && agrees(self.day.into(), other.day.into())
    }

    fn earliest(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year()?.into(), self.month.max(1).into(), self.day.max(1).into())
    }

    fn latest(self) -> Option<NaiveDate> {
        let month = if self.month == 0 { 12 } else { self.month };
        let day = if self.day == 0 { last_day(self.year, month) } else { self.day };
        NaiveDate::from_ymd_opt(self.year()?.into(), month.into(), day.into())
    }

    /// `14.03.1987`, `00.03.1987`, `00.00.1987`; empty where nothing is known. As German forms write it.
    pub fn german(self) -> String {
        if self == Self::UNKNOWN {
            return String::new();
        }
        format!("{:02}.{:02}.{:04}", self.day, self.month, self.year)
    }
}

/// The last day of a month, 29 for February where the year is unknown; 0 where the month is.
fn last_day(year: u16, month: u8) -> u8 {
    match month {
        0 => 0,
        2 if year == 0 || NaiveDate::from_ymd_opt(year.into(), 2, 29).is_some() => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Year, month and day as typed.
fn parts(text: &str) -> Option<[&str; 3]> {
    if let Some(parts) = split(text, '-').filter(|parts| parts[0].len() == 4) {
        return Some(parts);
    }
    if let Some([day, month, year]) =
        split(text, '.').or_else(|| split(text, '/')).or_else(|| split(text, ' '))
    {
        return Some([year.trim(), month.trim(), day.trim()]);
    }
    if let Some((month, year)) = text.split_once('.').filter(|(_, year)| year.len() == 4) {
        return Some([year, month, "0"]);
    }
    if !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    match text.len() {
        4 => Some([text, "0", "0"]),
        6 | 8 => Some([&text[4..], &text[2..4], &text[..2]]),
        _ => None,
    }
}

fn split(text: &str, mark: char) -> Option<[&str; 3]> {
    let parts: Vec<&str> = text.split(mark).filter(|part| !part.is_empty()).collect();
    parts.try_into().ok()
}

fn number(text: &str) -> Result<u8, NoDate> {
    let digits = matches!(text.len(), 1 | 2) && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| digits).ok_or(NoDate::Form)
}

/// Four digits as they stand; two digits as the last such year whose date is not after today.
fn full_year(year: &str, month: &str, day: &str, today: NaiveDate) -> Result<u16, NoDate> {
    if !year.bytes().all(|b| b.is_ascii_digit()) {
        return Err(NoDate::Form);
    }
    let typed: u16 = year.parse().map_err(|_| NoDate::Form)?;
    match year.len() {
        4 => Ok(typed),
        2 => {
            let this_year = u16::try_from(today.year()).map_err(|_| NoDate::Form)?;
            let in_century = this_year / 100 * 100 + typed;
            let date = PartialDate { year: in_century, month: number(month)?, day: number(day)? };
            Ok(if date > PartialDate::from(today) { in_century - 100 } else { in_century })
        }
        _ => Err(NoDate::Form),
    }
}

impl From<NaiveDate> for PartialDate {
    /// Years outside 1 to 9999 count as unknown.
    fn from(date: NaiveDate) -> Self {
        let year = u16::try_from(date.year()).ok().filter(|year| (1..=9999).contains(year));
        let part = |part: u32| u8::try_from(part).unwrap_or_default();
        year.map_or(Self::UNKNOWN, |year| Self { year, month: part(date.month()), day: part(date.day()) })
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for PartialDate {
    type Error = NoDate;

    /// The serialised form only, `1990-00-00`.
    fn try_from(text: String) -> Result<Self, NoDate> {
        text.parse()
    }
}

impl std::str::FromStr for PartialDate {
    type Err = NoDate;

    /// The serialised form only, `1990-00-00`.
    fn from_str(text: &str) -> Result<Self, NoDate> {
        let parts = split(text, '-').filter(|_| text.len() == 10).ok_or(NoDate::Form)?;
        let year = Some(parts[0]).filter(|year| year.bytes().all(|b| b.is_ascii_digit()));
        let year = year.and_then(|year| year.parse().ok()).ok_or(NoDate::Form)?;
        Self::new(year, number(parts[1])?, number(parts[2])?)
    }
}

#[cfg(test)]
mod tests;
