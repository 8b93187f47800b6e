//! Fields for dates, amounts and numbers: text fields that bring what is typed into form. The value stays text until
//! the screen reads it with the same functions, so that nothing half-typed is ever lost.

use super::text_field::{TextField, text_field};
use crate::domain::money::Cents;
use crate::fl;
use chrono::{Datelike, Days, NaiveDate};
use iced::Length;
use iced::widget::Id;

/// A date. Takes `241126`, `24112026`, `24.11.26`, `24.11.`, `24.11.2026` and shows `24.11.2026`; the arrows go to
/// the next and the previous day. Two digits of a year mean this century.
pub fn date_field<'a, M>(
    id: impl Into<Id>,
    value: impl Into<String>,
    today: NaiveDate,
    on_input: impl Fn(String) -> M + 'a,
) -> TextField<'a, M> {
    dated(id.into(), value.into(), on_input, move |text| read_date(text, today))
}

/// A date that lies behind us, of birth for example: two digits of a year never mean the future.
pub fn past_date_field<'a, M>(
    id: impl Into<Id>,
    value: impl Into<String>,
    today: NaiveDate,
    on_input: impl Fn(String) -> M + 'a,
) -> TextField<'a, M> {
    dated(id.into(), value.into(), on_input, move |text| read_past_date(text, today))
}

fn dated<'a, M>(
    id: Id,
    value: String,
    on_input: impl Fn(String) -> M + 'a,
    read: impl Fn(&str) -> Option<NaiveDate> + Copy + 'a,
) -> TextField<'a, M> {
    let current = read(&value);
    text_field(id, value, on_input)
        .placeholder(fl!("date-example"))
        .width(Length::Fixed(128.0))
        .normalise(move |text| read(text).map(write_date))
        .on_step(move |up| {
            let day = if up > 0 {
                current?.checked_add_days(Days::new(1))
            } else {
                current?.checked_sub_days(Days::new(1))
            };
            day.map(write_date)
        })
}

/// What the date field shows: `24.11.2026`, in every language.
pub fn write_date(date: NaiveDate) -> String {
    date.format("%d.%m.%Y").to_string()
}

/// Reads what one types for a date. Without a year it is this year's.
pub fn read_date(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let (day, month, year, digits) = parts(text)?;
    let year = match digits {
        0 => today.year(),
        2 => today.year() - today.year().rem_euclid(100) + year,
        _ => year,
    };
    NaiveDate::from_ymd_opt(year, month, day).filter(|date| (1583..=2200).contains(&date.year()))
}

/// Reads a date that must not lie in the future.
pub fn read_past_date(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let date = read_date(text, today)?;
    let short = parts(text).is_some_and(|(.., digits)| digits < 4);
    if date <= today {
        return Some(date);
    }
    let back = if parts(text)?.3 == 0 { 1 } else { 100 };
    if short { NaiveDate::from_ymd_opt(date.year() - back, date.month(), date.day()) } else { None }
}

/// Day, month, year and how many digits the year has: 0, 2 or 4.
fn parts(text: &str) -> Option<(u32, u32, i32, usize)> {
    let text = text.trim();
    let split: Vec<&str> = text.split(['.', '/', '-', ' ', ',']).filter(|part| !part.is_empty()).collect();
    let numbers: Vec<&str> = match split.as_slice() {
        [all] if matches!(all.len(), 4 | 6 | 8) && all.is_ascii() => {
            vec![all.get(0..2)?, all.get(2..4)?, all.get(4..)?]
        }
        [year, month, day] if year.len() == 4 => vec![day, month, year],
        [day, month] => vec![day, month, ""],
        [day, month, year] => vec![day, month, year],
        _ => return None,
    };
    let [day, month, year] = numbers.as_slice() else { return None };
    if !matches!(year.len(), 0 | 2 | 4)
        || numbers.iter().any(|part| !part.bytes().all(|b| b.is_ascii_digit()))
    {
        return None;
    }
    let value = if year.is_empty() { 0 } else { year.parse().ok()? };
    Some((day.parse().ok()?, month.parse().ok()?, value, year.len()))
}

/// An amount of money in euros. Takes `26`, `26,5`, `1.234,50` and shows `26,00`.
pub fn money_field<'a, M>(
    id: impl Into<Id>,
    value: impl Into<String>,
    on_input: impl Fn(String) -> M + 'a,
) -> TextField<'a, M> {
    text_field(id, value, on_input)
        .width(Length::Fixed(128.0))
        .align_right()
        .normalise(|text| Cents::parse(text).map(write_amount))
}

/// What the money field shows: `1234,50`.
pub fn write_amount(amount: Cents) -> String {
    let sign = if amount.0 < 0 { "-" } else { "" };
    format!("{sign}{},{:02}", amount.0.unsigned_abs() / 100, amount.0.unsigned_abs() % 100)
}

/// A whole number; the arrows count up and down, never below zero.
pub fn number_field<'a, M>(
    id: impl Into<Id>,
    value: impl Into<String>,
    on_input: impl Fn(String) -> M + 'a,
) -> TextField<'a, M> {
    let value = value.into();
    let current = read_number(&value);
    text_field(id, value, on_input)
        .width(Length::Fixed(96.0))
        .normalise(|text| read_number(text).map(|number| number.to_string()))
        .on_step(move |up| Some(current.unwrap_or(0).saturating_add(i64::from(up)).max(0).to_string()))
}

/// Reads a whole number; thousands may be apart.
pub fn read_number(text: &str) -> Option<i64> {
    let text: String = text.trim().chars().filter(|c| !matches!(c, '.' | ' ' | '\u{a0}')).collect();
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    #[test]
    fn dates_are_read_as_one_types_them() {
        let today = day(2026, 11, 22);
        for text in
            ["241126", "24112026", "24.11.26", "24.11.2026", " 24.11. ", "2411", "24-11-2026", "2026-11-24"]
        {
            assert_eq!(read_date(text, today), Some(day(2026, 11, 24)), "{text}");
        }
        for text in
            ["", "24", "2411202", "31.02.2026", "24.13.2026", "24.11.20226", "heute", "24.11.202", "0.0.1987"]
        {
            assert_eq!(read_date(text, today), None, "{text}");
        }
        assert_eq!(write_date(day(2026, 1, 2)), "02.01.2026");
    }

    #[test]
    fn a_birth_date_is_never_in_the_future() {
        let today = day(2026, 11, 22);
        assert_eq!(read_past_date("140387", today), Some(day(1987, 3, 14)));
        assert_eq!(read_past_date("221126", today), Some(day(2026, 11, 22)));
        assert_eq!(read_past_date("231126", today), Some(day(1926, 11, 23)));
        assert_eq!(read_past_date("2412", today), Some(day(2025, 12, 24)));
        assert_eq!(read_past_date("24.12.2026", today), None);
    }

    #[test]
    fn numbers_are_read_with_their_thousands() {
        assert_eq!(read_number("1.234"), Some(1234));
        assert_eq!(read_number("zwei"), None);
        assert_eq!(write_amount(Cents(-1205)), "-12,05");
    }
}
