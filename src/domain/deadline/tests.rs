//! Worked examples and each rule alone. The suite compares with an independent computation (`tests/oracle`).

use super::*;
use crate::domain::holiday::Land;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn rule(kind: Kind, value: u16, unit: Unit, trigger: Trigger) -> Rule {
    let basis = match trigger {
        Trigger::Posted { regime, .. } => regime.into(),
        _ => Basis::Vwvfg,
    };
    Rule { kind, basis, unit, value, trigger, calendar: Calendar::of_ags("05554016").unwrap() }
}

fn event(on: &str) -> Trigger {
    Trigger::Event { on: date(on) }
}

fn posted(on: &str, regime: Regime) -> Trigger {
    Trigger::Posted { on: date(on), regime }
}

fn ends(rule: &Rule) -> String {
    Deadline::compute(rule).unwrap().date.to_string()
}

fn steps(rule: &Rule) -> Vec<String> {
    Deadline::compute(rule).unwrap().explanation.into_iter().map(|step| step.id).collect()
}

#[test]
fn objection_to_a_letter_posted_on_30_april_2026() {
    let rule = rule(Kind::Frist, 1, Unit::Months, posted("2026-04-30", Regime::Vwvfg));
    let computed = Deadline::compute(&rule).unwrap();
    assert_eq!((computed.event, computed.date), (date("2026-05-04"), date("2026-06-05")));
    assert_eq!(
        steps(&rule),
        [
            "deadline-posted",
            "deadline-notified",
            "deadline-event",
            "deadline-month",
            "deadline-holiday",
            "deadline-moved",
            "deadline-result"
        ]
    );
    let holiday = &computed.explanation[4];
    assert_eq!(holiday.args["date"], "2026-06-04");
    assert_eq!(holiday.law, "§ 193 BGB, § 31 Abs. 3 VwVfG NRW");
    assert_eq!(holiday.args["holiday"], "fronleichnam");
}

#[test]
fn receipt_of_a_trade_notice_filed_on_wednesday_3_june_2026() {
    let rule = rule(Kind::Frist, 3, Unit::Days, event("2026-06-03"));
    assert_eq!(ends(&rule), "2026-06-08");
    assert_eq!(
        steps(&rule),
        [
            "deadline-event",
            "deadline-days",
            "deadline-saturday",
            "deadline-sunday",
            "deadline-moved",
            "deadline-result"
        ]
    );
}

#[test]
fn deemed_notification_under_both_regimes_and_before_2025() {
    let (to_saturday, vwvfg, ao) = ("2026-06-02", Regime::Vwvfg, Regime::Ao);
    let notified = |on, regime| {
        Deadline::compute(&rule(Kind::Frist, 1, Unit::Months, posted(on, regime))).unwrap().event.to_string()
    };
    assert_eq!(notified(to_saturday, vwvfg), "2026-06-06");
    assert_eq!(notified(to_saturday, ao), "2026-06-08");
    assert_eq!(notified("2024-12-31", vwvfg), "2025-01-03");
    assert_eq!(notified("2025-01-01", vwvfg), "2025-01-05");
    assert_eq!(notified("2025-01-01", ao), "2025-01-06", "from a Sunday; Epiphany is no holiday in NRW");
}

#[test]
fn only_a_frist_moves() {
    let on_saturday = |kind| rule(kind, 3, Unit::Days, event("2026-06-03"));
    assert_eq!(ends(&on_saturday(Kind::Zeitraum)), "2026-06-06");
    assert_eq!(ends(&on_saturday(Kind::Termin)), "2026-06-06");
    assert!(steps(&on_saturday(Kind::Termin)).contains(&"deadline-stays-termin".to_string()));
    let back = rule(Kind::Rueckwaerts, 2, Unit::Weeks, event("2026-06-20"));
    let computed = Deadline::compute(&back).unwrap();
    assert_eq!(computed.date, date("2026-06-06"));
    let hint = computed.explanation.iter().find(|step| step.id == "deadline-stays-rueckwaerts").unwrap();
    assert_eq!(hint.args["before"], "2026-06-05");
}

/// § 973 (1) BGB: found things become the finder's with the end of six months after the report. Reported on Friday,
/// 5 June 2026, the sixth month ends on Saturday, 5 December 2026, and stays there.
#[test]
fn six_months_of_civil_law_end_on_a_saturday_by_civil_law() {
    let find = |on| Rule { basis: Basis::Bgb, ..rule(Kind::Zeitraum, 6, Unit::Months, event(on)) };
    for (reported, owned_after) in [
        ("2026-06-05", "2026-12-05"),
        ("2026-06-25", "2026-12-25"),
        ("2026-08-31", "2027-02-28"),
        ("2027-08-31", "2028-02-29"),
    ] {
        let computed = Deadline::compute(&find(reported)).unwrap();
        assert_eq!(computed.date, date(owned_after), "reported on {reported}");
        let laws: Vec<&str> = computed.explanation.iter().map(|step| step.law.as_str()).collect();
        assert!(laws.iter().all(|law| !law.contains("VwVfG")), "{laws:?}");
    }
    let saturday = Deadline::compute(&find("2026-06-05")).unwrap();
    let stays = saturday.explanation.iter().find(|step| step.id.starts_with("deadline-stays")).unwrap();
    assert_eq!((stays.id.as_str(), stays.law.as_str()), ("deadline-stays-zeitraum-bgb", "§§ 187, 188 BGB"));
}

#[test]
fn each_law_moves_a_frist_by_its_own_paragraph() {
    for (basis, law) in [
        (Basis::Vwvfg, "§ 193 BGB, § 31 Abs. 3 VwVfG NRW"),
        (Basis::Ao, "§ 193 BGB, § 108 Abs. 3 AO"),
        (Basis::Bgb, "§ 193 BGB"),
    ] {
        let rule = Rule { basis, ..rule(Kind::Frist, 2, Unit::Weeks, event("2026-11-14")) };
        let computed = Deadline::compute(&rule).unwrap();
        assert_eq!(computed.date, date("2026-11-30"), "from Saturday, 28 November, to Monday");
        let moved = computed.explanation.iter().find(|step| step.id == "deadline-moved").unwrap();
        assert_eq!(moved.law, law);
    }
}

#[test]
fn a_shorter_month_ends_on_its_last_day() {
    assert_eq!(ends(&rule(Kind::Zeitraum, 1, Unit::Months, event("2027-01-31"))), "2027-02-28");
    assert_eq!(ends(&rule(Kind::Zeitraum, 1, Unit::Years, event("2028-02-29"))), "2029-02-28");
    assert_eq!(ends(&rule(Kind::Zeitraum, 1, Unit::Months, event("2027-02-28"))), "2027-03-28");
    let shortened = "deadline-month-end".to_string();
    assert!(steps(&rule(Kind::Frist, 1, Unit::Months, event("2027-01-31"))).contains(&shortened));
    assert!(!steps(&rule(Kind::Frist, 1, Unit::Months, event("2027-01-28"))).contains(&shortened));
}

#[test]
fn a_first_day_that_counts() {
    let from = |on| Trigger::Beginning { on: date(on) };
    assert_eq!(ends(&rule(Kind::Zeitraum, 1, Unit::Years, from("2026-01-01"))), "2026-12-31");
    assert_eq!(ends(&rule(Kind::Zeitraum, 1, Unit::Months, from("2027-01-31"))), "2027-02-28");
    assert_eq!(ends(&rule(Kind::Zeitraum, 1, Unit::Months, from("2026-06-15"))), "2026-07-14");
    assert_eq!(ends(&rule(Kind::Zeitraum, 1, Unit::Days, from("2026-06-15"))), "2026-06-15");
}

/// A month back from 28 March, that day counted, is 1 March: February has a 28th, and 1 March is no month's last day.
#[test]
fn counted_back_from_a_day_that_counts_no_month_is_too_short() {
    for on in ["2027-03-28", "2027-03-31", "2026-12-31"] {
        let back = rule(Kind::Rueckwaerts, 1, Unit::Months, Trigger::Beginning { on: date(on) });
        assert_eq!(ends(&back), format!("{}-01", &on[..7]));
        assert!(!steps(&back).contains(&"deadline-month-end".to_string()), "{on}");
    }
}

#[test]
fn holidays_are_those_of_the_place() {
    let mut rule = rule(Kind::Frist, 1, Unit::Months, posted("2026-04-30", Regime::Vwvfg));
    rule.calendar = Calendar::of_land(Land::Ni);
    assert_eq!(ends(&rule), "2026-06-04", "no Fronleichnam in Niedersachsen");
    rule.calendar = Calendar::of_land(Land::Sn);
    assert!(steps(&rule).contains(&"deadline-local-holiday".to_string()), "but perhaps in a town of Sachsen");
}

#[test]
fn dates_outside_the_calendar_are_refused() {
    for (on, kind) in
        [("9999-12-30", Kind::Frist), ("+20226-01-01", Kind::Frist), ("1583-01-01", Kind::Rueckwaerts)]
    {
        let rule = rule(kind, u16::MAX, Unit::Years, event(on));
        assert_eq!(Deadline::compute(&rule), Err(OutOfRange), "{on}");
    }
}

#[test]
fn the_explanation_outlives_a_store() {
    let rule = rule(Kind::Frist, 1, Unit::Months, posted("2026-04-30", Regime::Ao));
    let computed = Deadline::compute(&rule).unwrap();
    let stored = serde_json::to_string(&computed).unwrap();
    assert_eq!(serde_json::from_str::<Computed>(&stored).unwrap(), computed);
}

/// Every sentence that the computation names is there in both languages, and knows every holiday's name.
#[test]
fn every_step_has_its_sentence() {
    let source = include_str!("compute.rs");
    let ids: Vec<&str> = source.split('"').filter(|word| word.starts_with("deadline-")).collect();
    assert!(ids.len() > 20);
    for (file, language) in [
        (include_str!("../../../assets/i18n/de/amtsstube.ftl"), "de"),
        (include_str!("../../../assets/i18n/en/amtsstube.ftl"), "en"),
    ] {
        for id in &ids {
            assert!(file.lines().any(|line| line.starts_with(&format!("{id} ="))), "{id}");
        }
        for land in Land::ALL {
            for (_, holiday) in (2017..=2028).flat_map(|year| Calendar::of_land(land).holidays(year)) {
                let entry = format!("[{}] {}", holiday.id, holiday.name.get(language));
                assert!(file.lines().any(|line| line.trim() == entry), "{entry}");
            }
        }
    }
}

/// Nordrhein-Westfalen and the Länder whose acts refer to the federal one have its fourth day; of the others it is said that nobody
/// has read it.
#[test]
fn where_the_fourth_day_was_not_read_it_is_said() {
    let steps = |land, on: &str, regime| {
        let posted = rule(Kind::Zeitraum, 0, Unit::Days, Trigger::Posted { on: date(on), regime });
        let computed = Deadline::compute(&Rule { calendar: Calendar::of_land(land), ..posted }).unwrap();
        computed.explanation.iter().any(|step| step.id == "deadline-notified-open")
    };
    let open: Vec<&str> = Land::ALL
        .into_iter()
        .filter(|land| steps(*land, "2026-11-24", Regime::Vwvfg))
        .map(Land::code)
        .collect();
    assert_eq!(open, ["BW", "BY", "HB", "HE", "HH", "MV", "SH", "SL", "TH"]);
    assert!(!steps(Land::By, "2026-11-24", Regime::Ao) && !steps(Land::By, "2024-12-31", Regime::Vwvfg));
}
