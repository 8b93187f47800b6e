//! Dates, times and amounts as one writes them in the language spoken. Reads nothing back: that is the controls' part.

use super::{Arg, Language, language, text, text_with};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

const DAYS_DE: [&str; 7] = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"];
const DAYS_EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
/// `24.11.2026`; in English `24 Nov 2026`, which nobody can take for the 11th of December.
pub fn date(date: NaiveDate) -> String {
    date_in(date, language())
}

/// A stored day as one writes it: `1987-03-14` as `14.03.1987`, with parts that nobody knows as zeros. What is no day stays.
pub fn stored_day(stored: &str) -> String {
    let whole = stored.parse().ok().map(date);
    whole.or_else(|| partial_day(stored)).unwrap_or_else(|| stored.to_owned())
}

/// `1990-00-00` as `00.00.1990`; nothing for what is not stored like a day.
pub fn partial_day(stored: &str) -> Option<String> {
    let [year, month, day] = <[&str; 3]>::try_from(stored.split('-').collect::<Vec<_>>()).ok()?;
    let digits = |text: &str, count| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    (digits(year, 4) && digits(month, 2) && digits(day, 2)).then(|| format!("{day}.{month}.{year}"))
}

fn date_in(date: NaiveDate, language: Language) -> String {
    match language {
        Language::German => date.format("%d.%m.%Y").to_string(),
        Language::English => date.format("%-d %b %Y").to_string(),
    }
}

/// `Fr 27.11.2026`, for deadlines.
pub fn date_with_day(date: NaiveDate) -> String {
    format!("{} {}", day_of_week(date), self::date(date))
}

/// `Freitag, 27. November 2026`, as one says it.
pub fn date_in_full(date: NaiveDate) -> String {
    let weekday = text(&format!("weekday-{}", date.weekday().number_from_monday()));
    let said = [("weekday", weekday), ("day", date.day().to_string()), ("month", month(date))];
    text_with("date-in-full", said.map(|(name, value)| (name, Arg::Text(value))))
}

/// `November 2026`.
pub fn month(date: NaiveDate) -> String {
    format!("{} {}", text(&format!("month-{}", date.month())), date.year())
}

/// `Fr 27.11.`, for lists of the near future.
pub fn date_short(date: NaiveDate) -> String {
    let form = match language() {
        Language::German => "%d.%m.",
        Language::English => "%-d %b",
    };
    format!("{} {}", day_of_week(date), date.format(form))
}

/// `Mo` to `So`.
pub fn day_of_week(date: NaiveDate) -> &'static str {
    let days = match language() {
        Language::German => DAYS_DE,
        Language::English => DAYS_EN,
    };
    days.get(date.weekday().num_days_from_monday() as usize).copied().unwrap_or_default()
}

/// `11:06`.
pub fn time(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// `24.11.2026 11:06`.
pub fn moment(moment: NaiveDateTime) -> String {
    format!("{} {}", date(moment.date()), time(moment.time()))
}

/// Cents as an amount of money: `1.234,50 €`, in English `€1,234.50`; below zero with a true minus, as papers write it.
pub fn amount(cents: i64) -> String {
    amount_in(cents, language())
}

fn amount_in(cents: i64, language: Language) -> String {
    let sign = if cents < 0 { "\u{2212}" } else { "" };
    let (whole, rest) = (cents.unsigned_abs() / 100, cents.unsigned_abs() % 100);
    match language {
        Language::German => format!("{sign}{},{rest:02}\u{a0}€", grouped(whole, '.')),
        Language::English => format!("{sign}€{}.{rest:02}", grouped(whole, ',')),
    }
}

/// A number with its thousands apart: `12.345`.
pub fn count(number: usize) -> String {
    let mark = match language() {
        Language::German => '.',
        Language::English => ',',
    };
    grouped(number as u64, mark)
}

/// Bytes of a file: `340 kB`, `1,2 MB`, in English `1.2 MB`.
pub fn bytes(count: u64) -> String {
    bytes_in(count, language())
}

fn bytes_in(count: u64, language: Language) -> String {
    match count {
        0..1_000 => format!("{count} B"),
        1_000..1_000_000 => format!("{} kB", count.div_ceil(1_000)),
        _ => {
            let tenths = count.div_ceil(100_000);
            let mark = if language == Language::German { ',' } else { '.' };
            format!("{}{mark}{} MB", grouped(tenths / 10, if mark == ',' { '.' } else { ',' }), tenths % 10)
        }
    }
}

fn grouped(number: u64, mark: char) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_as_one_writes_them() {
        assert_eq!(amount_in(2600, Language::German), "26,00\u{a0}€");
        assert_eq!(amount_in(123_456_789, Language::German), "1.234.567,89\u{a0}€");
        assert_eq!(amount_in(-5, Language::German), "\u{2212}0,05\u{a0}€");
        assert_eq!(amount_in(123_456, Language::English), "€1,234.56");
        assert_eq!(amount_in(i64::MIN, Language::German), "\u{2212}92.233.720.368.547.758,08\u{a0}€");
    }

    #[test]
    fn sizes_are_rounded_up() {
        let sizes =
            [0, 999, 1_000, 339_001, 1_150_001, 26_214_400].map(|count| bytes_in(count, Language::German));
        assert_eq!(sizes, ["0 B", "999 B", "1 kB", "340 kB", "1,2 MB", "26,3 MB"]);
        assert_eq!(bytes_in(1_200_000, Language::English), "1.2 MB");
    }

    #[test]
    fn a_stored_day_is_written_as_far_as_it_is_known() {
        let written = ["1990-00-00", "1990-05-00", "Feldweg 3", "10-20-30", ""].map(stored_day);
        assert_eq!(written, ["00.00.1990", "00.05.1990", "Feldweg 3", "10-20-30", ""]);
    }

    #[test]
    fn dates_are_written_as_one_writes_them() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 4).expect("a day");
        assert_eq!(date_in(day, Language::German), "04.11.2026");
        assert_eq!(date_in(day, Language::English), "4 Nov 2026");
    }

    /// In the language that the program begins with: another one is set for the whole program.
    #[test]
    fn a_date_is_written_in_full() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 4).expect("a day");
        assert_eq!(date_in_full(day), "Mittwoch, 4. November 2026");
    }
}
