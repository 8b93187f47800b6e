//! The date of Easter. Knows the Gregorian calendar only; knows no holiday.

use chrono::NaiveDate;

/// Easter Sunday of a year, after Gauss with Lichtenberg's correction (PTB, "Wann ist Ostern?").
/// `None` before the Gregorian calendar (1583) and after the year 9999.
pub(super) fn sunday(year: i32) -> Option<NaiveDate> {
    if !(1583..=9999).contains(&year) {
        return None;
    }
    let century = year / 100;
    let moon = 15 + (3 * century + 3) / 4 - (8 * century + 13) / 25;
    let sun = 2 - (3 * century + 3) / 4;
    let cycle = year % 19;
    let seed = (19 * cycle + moon) % 30;
    let correction = (seed + cycle / 11) / 29;
    let full_moon = 21 + seed - correction;
    let first_sunday = 7 - (year + year / 4 + sun).rem_euclid(7);
    let days_in_march = full_moon + 7 - (full_moon - first_sunday).rem_euclid(7);
    let first = NaiveDate::from_ymd_opt(year, 3, 1)?;
    first.checked_add_signed(chrono::TimeDelta::days(i64::from(days_in_march) - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_easters() {
        for (year, month, day) in [
            (1818, 3, 22), // the earliest
            (1943, 4, 25), // the latest
            (1954, 4, 18), // where Gauss's first rule errs
            (1981, 4, 19),
            (2000, 4, 23),
            (2008, 3, 23),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2038, 4, 25),
            (2049, 4, 18),
            (2076, 4, 19),
            (2285, 3, 22),
        ] {
            assert_eq!(sunday(year), NaiveDate::from_ymd_opt(year, month, day), "{year}");
        }
    }
}
