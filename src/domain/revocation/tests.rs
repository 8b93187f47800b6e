//! The year, paragraph by paragraph: where it stands in law, where it does not, and on which day it ends.

use super::*;
use crate::domain::holiday::{Calendar, Land};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn clause(name: &str) -> Clause {
    Clause::named(name).unwrap_or_else(|| panic!("{name}"))
}

fn ruled(name: &str) -> Procedure {
    Procedure { regime: clause(name).regime(), ..Procedure::default() }
}

fn until(name: &str, untrusted: Option<Untrusted>, known: &str) -> Option<NaiveDate> {
    let found = ruled(name).revocable_until(clause(name), untrusted, day(known)).expect("a day");
    found.map(|until| until.date)
}

/// Number, law, taken back, favours, reaches back, has the year, makes up for a disadvantage.
const TABLE: [(&str, &str, bool, bool, bool, bool, bool); 20] = [
    ("48-1", "§ 48 Abs. 1 Satz 1 VwVfG NRW", true, false, true, false, false),
    ("48-2", "§ 48 Abs. 2 VwVfG NRW", true, true, true, true, false),
    ("48-3", "§ 48 Abs. 3 VwVfG NRW", true, true, true, true, true),
    ("49-1", "§ 49 Abs. 1 VwVfG NRW", false, false, false, false, false),
    ("49-2-1", "§ 49 Abs. 2 Satz 1 Nr. 1 VwVfG NRW", false, true, false, true, false),
    ("49-2-2", "§ 49 Abs. 2 Satz 1 Nr. 2 VwVfG NRW", false, true, false, true, false),
    ("49-2-3", "§ 49 Abs. 2 Satz 1 Nr. 3 VwVfG NRW", false, true, false, true, true),
    ("49-2-4", "§ 49 Abs. 2 Satz 1 Nr. 4 VwVfG NRW", false, true, false, true, true),
    ("49-2-5", "§ 49 Abs. 2 Satz 1 Nr. 5 VwVfG NRW", false, true, false, true, true),
    ("49-3-1", "§ 49 Abs. 3 Satz 1 Nr. 1 VwVfG NRW", false, true, true, true, false),
    ("49-3-2", "§ 49 Abs. 3 Satz 1 Nr. 2 VwVfG NRW", false, true, true, true, false),
    ("130-1", "§ 130 Abs. 1 AO", true, false, true, false, false),
    ("130-2-1", "§ 130 Abs. 2 Nr. 1 AO", true, true, true, true, false),
    ("130-2-2", "§ 130 Abs. 2 Nr. 2 AO", true, true, true, false, false),
    ("130-2-3", "§ 130 Abs. 2 Nr. 3 AO", true, true, true, true, false),
    ("130-2-4", "§ 130 Abs. 2 Nr. 4 AO", true, true, true, true, false),
    ("131-1", "§ 131 Abs. 1 AO", false, false, false, false, false),
    ("131-2-1", "§ 131 Abs. 2 Satz 1 Nr. 1 AO", false, true, false, true, false),
    ("131-2-2", "§ 131 Abs. 2 Satz 1 Nr. 2 AO", false, true, false, true, false),
    ("131-2-3", "§ 131 Abs. 2 Satz 1 Nr. 3 AO", false, true, false, true, false),
];

#[test]
fn each_paragraph_allows_what_the_act_says() {
    assert!(TABLE.iter().map(|(name, ..)| *name).eq(Clause::names()));
    for (name, law, back, favours, past, year, compensates) in TABLE {
        let (clause, procedure) = (clause(name), ruled(name));
        assert_eq!(procedure.clause_law(clause, None), law);
        let allows = (clause.takes_back(), clause.favours(), clause.reaches_back(), clause.has_year());
        assert_eq!(allows, (back, favours, past, year), "{name}");
        assert_eq!(procedure.compensation(clause, None).is_some(), compensates, "{name}");
        assert_eq!(until(name, None, "2026-03-02").is_some(), year, "{name}");
        let written = serde_json::to_value(clause).expect("writes");
        assert_eq!(
            (written.as_str(), serde_json::from_value(written.clone()).ok()),
            (Some(name), Some(clause))
        );
    }
    assert!(serde_json::from_value::<Clause>("48-9".into()).is_err(), "a later program wrote it");
}

/// Known on a day, the last day: by VwVfG, and by AO.
///
/// 2 March 2026 is a Monday; a year later is a Tuesday. 14 March 2027 is a Sunday, 15 May 2027 a Saturday before Whit Monday,
/// 3 October 2027 a Sunday and 25 December 2027 a Saturday before a Sunday; 27 May 2027 is Corpus Christi. 29 February 2028 has
/// no day of its number a year later.
#[test]
fn the_year_ends_on_the_day_of_its_number_or_the_next_working_day() {
    for (known, end) in [
        ("2026-03-02", "2027-03-02"),
        ("2026-03-14", "2027-03-15"),
        ("2026-05-15", "2027-05-18"),
        ("2026-05-27", "2027-05-28"),
        ("2026-10-03", "2027-10-04"),
        ("2026-12-25", "2027-12-27"),
        ("2028-02-29", "2029-02-28"),
        ("2027-02-28", "2028-02-28"),
        ("2026-11-30", "2027-11-30"),
        ("2026-12-31", "2027-12-31"),
        ("2027-01-01", "2028-01-03"),
    ] {
        for name in ["48-2", "48-3", "49-2-1", "49-2-5", "49-3-1", "130-2-3", "131-2-2"] {
            assert_eq!(until(name, None, known), Some(day(end)), "{name}, known on {known}");
        }
    }
}

#[test]
fn deceit_has_no_year_and_the_other_reasons_have_one() {
    for (why, has) in [(Untrusted::Deceived, false), (Untrusted::Untrue, true), (Untrusted::Knew, true)] {
        for name in ["48-2", "48-3"] {
            assert_eq!(until(name, Some(why), "2026-03-02").is_some(), has, "{name} {why:?}");
        }
    }
    // It is § 48 that asks for trust: elsewhere it changes nothing.
    assert!(until("49-2-1", Some(Untrusted::Deceived), "2026-03-02").is_some());
    let law = ruled("48-3").clause_law(clause("48-3"), Some(Untrusted::Untrue));
    assert_eq!(law, "§ 48 Abs. 3 VwVfG NRW, § 48 Abs. 2 Satz 3 Nr. 2 VwVfG NRW");
    let procedure = ruled("48-3");
    assert_eq!(
        procedure.compensation(clause("48-3"), Some(Untrusted::Knew)),
        None,
        "no trust, nothing to make up for"
    );
}

#[test]
fn the_explanation_names_the_day_and_the_paragraphs_of_the_land() {
    let procedure = ruled("49-2-2");
    let until =
        procedure.revocable_until(clause("49-2-2"), None, day("2026-03-14")).expect("a day").expect("a year");
    let first = &until.explanation[0];
    assert_eq!((first.id.as_str(), first.args["known"].as_str()), ("revoke-year", "2026-03-14"));
    assert_eq!(first.law, "§ 49 Abs. 2 Satz 2 VwVfG NRW, § 48 Abs. 4 Satz 1 VwVfG NRW");
    assert!(until.explanation.iter().any(|step| step.law.contains("§ 31 Abs. 3")), "a Sunday moves");
    let bavaria = Procedure { calendar: Calendar::of_land(Land::By), ..procedure };
    assert_eq!(bavaria.clause_law(clause("48-3"), None), "Art. 48 Abs. 3 BayVwVfG");
    assert_eq!(
        (ruled("48-1").hand_back_law().as_str(), ruled("130-1").hand_back_law().as_str()),
        ("§ 52 VwVfG NRW", "§ 133 AO")
    );
}

#[test]
fn money_is_asked_back_only_where_it_counts_back_in_time() {
    let (today, before) = (day("2026-11-24"), Some(day("2026-06-01")));
    let refund = |name: &str, from| ruled(name).refund(clause(name), from, today);
    assert_eq!(refund("48-2", before).as_deref(), Some("§ 49a Abs. 1 VwVfG NRW"));
    assert!(refund("49-3-2", before).is_some() && refund("48-2", None).is_none());
    assert!(refund("48-3", before).is_none() && refund("48-2", Some(today)).is_none());
}

#[test]
fn a_second_person_signs_what_takes_something_away() {
    let asks = |second, name: &str| {
        let procedure = Procedure { second, ..ruled(name) };
        procedure.asks_second_to_revoke(clause(name), &[])
    };
    for (second, takes, relieves) in [
        (None, false, false),
        (Some(Second::Always), true, true),
        (Some(Second::Refusal), true, false),
        (Some(Second::Above(Cents(5000))), true, false),
    ] {
        assert_eq!((asks(second, "49-2-2"), asks(second, "48-1")), (takes, relieves), "{second:?}");
    }
}
