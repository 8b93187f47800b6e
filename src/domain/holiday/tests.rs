//! The days one gets wrong. The suite compares all of 2015–2040 with an independent list (`tests/oracle`).

use super::*;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn kept(land: Land, day: &str) -> bool {
    Calendar::of_land(land).holiday(date(day)).is_some()
}

#[test]
fn north_rhine_westphalia_has_eleven() {
    let names: Vec<_> =
        Calendar::of_land(Land::Nw).holidays(2026).into_iter().map(|(_, h)| &h.name.de).collect();
    assert_eq!(names.len(), 11);
    assert!(kept(Land::Nw, "2026-06-04") && kept(Land::Nw, "2026-11-01"));
    assert!(!kept(Land::Nw, "2026-10-31") && kept(Land::Nw, "2017-10-31"));
}

#[test]
fn days_that_came_or_came_once() {
    assert!(!kept(Land::Be, "2018-03-08") && kept(Land::Be, "2019-03-08"));
    assert!(kept(Land::Be, "2020-05-08") && !kept(Land::Be, "2021-05-08") && kept(Land::Be, "2025-05-08"));
    assert!(kept(Land::Be, "2028-06-17") && !kept(Land::Bb, "2028-06-17"));
    assert!(!kept(Land::Th, "2018-09-20") && kept(Land::Th, "2019-09-20"));
    assert!(!kept(Land::Mv, "2022-03-08") && kept(Land::Mv, "2023-03-08"));
    for land in [Land::Hb, Land::Hh, Land::Ni, Land::Sh] {
        assert!(!kept(land, "2016-10-31") && kept(land, "2017-10-31") && kept(land, "2018-10-31"));
    }
    assert!(kept(Land::Sn, "2026-11-18") && kept(Land::Sn, "2022-11-16") && !kept(Land::Nw, "2026-11-18"));
    assert!(kept(Land::Bb, "2026-04-05") && !kept(Land::Nw, "2026-04-05"));
}

#[test]
fn local_holidays_hold_where_the_town_says_so() {
    let (assumption, peace) = (date("2026-08-15"), date("2026-08-08"));
    let bavaria = Calendar::of_land(Land::By);
    assert_eq!(bavaria.holiday(assumption), None);
    assert_eq!(bavaria.uncertain(assumption).map(|(day, _)| day.id.as_str()), Some("mariae-himmelfahrt"));
    assert!(bavaria.uncertain(peace).is_none(), "Augsburg alone is certain");
    let town = bavaria.with_local("mariae-himmelfahrt").with_local("allerheiligen");
    assert!(town.holiday(assumption).is_some() && town.uncertain(assumption).is_none());
    let augsburg = Calendar::of_ags("09761000").unwrap();
    assert!(augsburg.holiday(assumption).is_some() && augsburg.holiday(peace).is_some());
    assert!(Calendar::of_ags("16061045").unwrap().holiday(date("2026-06-04")).is_some(), "Eichsfeld");
    assert!(Calendar::of_ags("05554016").unwrap().with_local("friedensfest").holiday(peace).is_none());
}

#[test]
fn days_off_say_why() {
    let nrw = Calendar::of_land(Land::Nw);
    assert_eq!(nrw.day_off(date("2026-06-06")), Some(DayOff::Saturday));
    assert_eq!(nrw.day_off(date("2026-06-07")), Some(DayOff::Sunday));
    assert!(matches!(nrw.day_off(date("2026-06-04")), Some(DayOff::Holiday(h)) if h.id == "fronleichnam"));
    assert!(
        matches!(nrw.day_off(date("2026-11-01")), Some(DayOff::Holiday(_))),
        "a Sunday, but a holiday first"
    );
    assert!(nrw.is_working_day(date("2026-06-05")));
}

#[test]
fn lands_by_key_and_letters() {
    assert_eq!(Land::of_ags("05554016"), Some(Land::Nw));
    assert_eq!(Land::of_ags("05554"), Some(Land::Nw));
    for bad in ["", "5", "00", "17000000", "05x", "ä5"] {
        assert_eq!(Land::of_ags(bad), None, "{bad}");
    }
    assert_eq!(Land::of_code(" nrw "), Some(Land::Nw));
    for land in Land::ALL {
        assert_eq!(Land::of_code(land.code()), Some(land));
        assert_eq!(serde_json::to_string(&land).unwrap(), format!("\"{}\"", land.code()));
        assert!(!land.holiday_law().is_empty() && land.name().len() > 4);
    }
}

#[test]
fn no_year_is_out_of_reach() {
    for year in [i32::MIN, -300_000, 0, 262_142, i32::MAX] {
        let _ = Calendar::of_land(Land::Nw).holidays(year);
    }
}
