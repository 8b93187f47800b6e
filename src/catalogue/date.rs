//! Whole dates as people type them: `24.11.2026`, `241126`, `2026-11-24`. Partial ones are `domain::partial_date`'s.

use chrono::{Datelike, NaiveDate};

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoDate {
    /// It does not look like one.
    Unreadable,
    /// The year lies outside 1800 to 2199.
    Year,
    /// The calendar has no such day (31 February).
    Impossible,
}

impl NoDate {
    /// The id of the sentence that says so.
    pub fn id(self) -> &'static str {
        match self {
            Self::Unreadable => "answer-date-unreadable",
            Self::Year => "answer-date-year",
            Self::Impossible => "answer-date-impossible",
        }
    }
}

/// The date that was typed. Two digits of a year mean the one that is at most ten years after `today`.
pub fn parse(text: &str, today: NaiveDate) -> Result<NaiveDate, NoDate> {
    let (year, month, day) = split(text.trim(), today).ok_or(NoDate::Unreadable)?;
    if !(1800..=2199).contains(&year) {
        return Err(NoDate::Year);
    }
    NaiveDate::from_ymd_opt(year, month, day).ok_or(NoDate::Impossible)
}

fn split(text: &str, today: NaiveDate) -> Option<(i32, u32, u32)> {
    let digits = |part: &str, most: usize| {
        let fits = !part.is_empty() && part.len() <= most && part.bytes().all(|b| b.is_ascii_digit());
        fits.then(|| part.parse::<u32>().ok()).flatten()
    };
    let year = |part: &str| {
        let year = i32::try_from(digits(part, 6)?).ok()?;
        Some(if part.len() == 2 { in_century(year, today) } else { year })
    };
    let dots: Vec<&str> = text.split('.').map(str::trim).collect();
    let dashes: Vec<&str> = text.split('-').collect();
    match (dots.as_slice(), dashes.as_slice()) {
        ([d, m, y], _) => Some((year(y)?, digits(m, 2)?, digits(d, 2)?)),
        (_, [y, m, d]) if y.len() >= 4 => Some((year(y)?, digits(m, 2)?, digits(d, 2)?)),
        ([all], _) if digits(all, 8).is_some() && matches!(all.len(), 6 | 8) => {
            Some((year(&all[4..])?, digits(&all[2..4], 2)?, digits(&all[..2], 2)?))
        }
        _ => None,
    }
}

fn in_century(year: i32, today: NaiveDate) -> i32 {
    let this = today.year() - today.year().rem_euclid(100) + year;
    if this > today.year() + 10 { this - 100 } else { this }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> Result<String, NoDate> {
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        parse(typed, today).map(|date| date.to_string())
    }

    #[test]
    fn dates_are_read_as_they_are_typed() {
        for typed in ["24.11.2026", "24.11.26", "241126", "24112026", "2026-11-24", " 24. 11. 2026 "] {
            assert_eq!(read(typed), Ok("2026-11-24".into()), "{typed}");
        }
        assert_eq!(read("1.2.27"), Ok("2027-02-01".into()));
        assert_eq!(read("14.03.87"), Ok("1987-03-14".into()));
    }

    #[test]
    fn what_is_no_day_says_why() {
        for typed in ["31.02.1987", "29.02.2027", "00.13.1990", "32.01.2020", "00.00.1990"] {
            assert_eq!(read(typed), Err(NoDate::Impossible), "{typed}");
        }
        assert_eq!(read("01.12.20226"), Err(NoDate::Year));
        assert_eq!(read("01.12.0026"), Err(NoDate::Year));
        for typed in ["", "morgen", "1.2", "24/11/2026", "2026-1-1x", "99", "1990", "٣.٤.2020", "24.11.2026."]
        {
            assert_eq!(read(typed), Err(NoDate::Unreadable), "{typed}");
        }
    }
}
