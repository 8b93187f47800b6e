//! What clerks type and what papers say.

use super::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

fn parse(text: &str) -> Result<String, NoDate> {
    PartialDate::parse(text, today()).map(|date| date.to_string())
}

#[test]
fn the_forms_that_are_read() {
    for (text, date) in [
        ("14.03.1987", "1987-03-14"),
        ("14.3.1987", "1987-03-14"),
        (" 14. 3. 1987 ", "1987-03-14"),
        ("14.3.87", "1987-03-14"),
        ("14031987", "1987-03-14"),
        ("140387", "1987-03-14"),
        ("1987-03-14", "1987-03-14"),
        ("14/03/1987", "1987-03-14"),
        ("14 3 1987", "1987-03-14"),
        ("00.00.1990", "1990-00-00"),
        ("00001990", "1990-00-00"),
        ("00.03.1987", "1987-03-00"),
        ("03.1987", "1987-03-00"),
        ("1990", "1990-00-00"),
        ("1990-00-00", "1990-00-00"),
        ("unbekannt", "0000-00-00"),
        ("Unknown", "0000-00-00"),
        ("29.02.2024", "2024-02-29"),
        ("24.11.2026", "2026-11-24"),
    ] {
        assert_eq!(parse(text).as_deref(), Ok(date), "{text}");
    }
}

#[test]
fn two_digits_mean_the_last_such_year() {
    assert_eq!(parse("24.11.26").as_deref(), Ok("2026-11-24"), "today");
    assert_eq!(parse("25.11.26").as_deref(), Ok("1926-11-25"), "tomorrow, so a hundred years ago");
    assert_eq!(parse("010105").as_deref(), Ok("2005-01-01"));
    assert_eq!(parse("010127").as_deref(), Ok("1927-01-01"));
    assert_eq!(parse("290200").as_deref(), Ok("2000-02-29"));
}

#[test]
fn what_is_no_date_says_why() {
    for (text, why) in [
        ("31.02.1990", NoDate::Day { day: 31, last: 28 }),
        ("30.02.2024", NoDate::Day { day: 30, last: 29 }),
        ("29.02.1900", NoDate::TooOld),
        ("29.02.2023", NoDate::Day { day: 29, last: 28 }),
        ("31.04.1990", NoDate::Day { day: 31, last: 30 }),
        ("14.13.1987", NoDate::Month { month: 13 }),
        ("14.00.1987", NoDate::Gap),
        ("14.03.0000", NoDate::Gap),
        ("25.11.2026", NoDate::Future),
        ("01.01.1895", NoDate::TooOld),
        ("1.1.20226", NoDate::Form),
        ("14.03.", NoDate::Form),
        ("14-03-1987", NoDate::Form),
        ("+1.03.1987", NoDate::Form),
        ("14.03.+987", NoDate::Form),
        ("1403198", NoDate::Form),
        ("gestern", NoDate::Form),
        ("١٤.٠٣.١٩٨٧", NoDate::Form),
        ("", NoDate::Form),
    ] {
        let found = parse(text);
        if text == "29.02.1900" {
            assert_eq!(found, Err(NoDate::Day { day: 29, last: 28 }), "1900 was no leap year");
        } else {
            assert_eq!(found, Err(why), "{text}");
        }
    }
}

#[test]
fn stored_as_text_and_read_back() {
    for text in ["1987-03-14", "1987-03-00", "1990-00-00", "0000-00-00"] {
        let date: PartialDate = text.parse().unwrap();
        let stored = serde_json::to_string(&date).unwrap();
        assert_eq!(stored, format!("\"{text}\""));
        assert_eq!(serde_json::from_str::<PartialDate>(&stored).unwrap(), date);
    }
    for bad in ["1987-3-14", "1987-02-30", "1987-00-14", "14.03.1987", "20226-01-01", ""] {
        assert!(serde_json::from_str::<PartialDate>(&format!("\"{bad}\"")).is_err(), "{bad}");
    }
}

#[test]
fn written_as_forms_want_it() {
    let german = |text: &str| text.parse::<PartialDate>().unwrap().german();
    assert_eq!(german("1987-03-14"), "14.03.1987");
    assert_eq!(german("1990-00-00"), "00.00.1990");
    assert_eq!(german("0000-00-00"), "");
}

#[test]
fn age_is_told_only_where_it_is_certain() {
    let age = |born: &str, on: &str| born.parse::<PartialDate>().unwrap().age_on(on.parse().unwrap());
    assert_eq!(age("1987-03-14", "2026-03-13"), Some(38));
    assert_eq!(age("1987-03-14", "2026-03-14"), Some(39));
    assert_eq!(age("1990-00-00", "2026-11-24"), None);
    assert_eq!(age("1990-00-00", "2026-12-31"), Some(36));
    assert_eq!(age("1987-03-00", "2026-04-01"), Some(39));
    assert_eq!(age("0000-00-00", "2026-04-01"), None);
    assert_eq!(age("2008-02-29", "2026-02-28"), Some(17));
    assert_eq!(age("2008-02-29", "2026-03-01"), Some(18));
    assert_eq!(age("2030-01-01", "2026-03-01"), None);
}

#[test]
fn agreement_looks_at_what_both_know() {
    let agree = |a: &str, b: &str| a.parse::<PartialDate>().unwrap().agrees_with(b.parse().unwrap());
    assert!(agree("1987-03-14", "1987-03-00") && agree("1987-00-00", "1987-03-14"));
    assert!(agree("0000-00-00", "1987-03-14"));
    assert!(!agree("1987-03-14", "1987-04-00") && !agree("1988-00-00", "1987-03-14"));
}
