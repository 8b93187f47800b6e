//! Holidays, periods and their explanations against independent programs: `tests/oracle/*.py`, which reckon with python-dateutil
//! and `holidays`. What they print today is what is frozen in `tests/formats`, and this program says the same, step by step.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::process::Command;

use amtsstube::domain::case::{Notified, Waiting, WaitsFor, Way};
use amtsstube::domain::complete::Complete;
use amtsstube::domain::deadline::{Basis, Computed, Deadline, Kind, Regime, Rule, Trigger, Unit};
use amtsstube::domain::decision::{Notice, Remedy};
use amtsstube::domain::deemed::Deemed;
use amtsstube::domain::explain::{Explanation, Step};
use amtsstube::domain::holiday::{Calendar, Land};
use amtsstube::domain::procedure::Procedure;
use chrono::NaiveDate;
use serde::de::DeserializeOwned;

use crate::harness::{checker, project, soak};

const DEADLINES: &str = include_str!("../formats/deadlines.tsv");
const HOLIDAYS: &str = include_str!("../formats/holidays.tsv");
const PROCEDURE: &str = include_str!("../formats/procedure.tsv");

/// What an oracle prints now.
fn printed(script: &str, args: &[&str]) -> String {
    let path = project().join("tests/oracle").join(script);
    let output = Command::new(checker("python3")).arg("-B").arg(path).args(args).output().unwrap();
    assert!(output.status.success(), "{script}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The rows of a table, each with its columns.
fn rows(table: &str) -> impl Iterator<Item = (&str, Vec<&str>)> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| (line, line.split('\t').collect()))
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A name as the catalogue writes it.
fn word<T: DeserializeOwned>(text: &str) -> T {
    serde_json::from_value(text.into()).unwrap()
}

/// The holidays of a Land by its letters or of a town by its key.
fn calendar(place: &str) -> Calendar {
    match Land::of_code(place) {
        Some(land) => Calendar::of_land(land),
        None => Calendar::of_ags(place).unwrap(),
    }
}

/// One step as the oracles write it. Where a local holiday is kept is told in words of our own.
fn told(step: &Step) -> String {
    let mut text = step.id.clone();
    for (name, value) in step.args.iter().filter(|(name, _)| *name != "note") {
        let _ = write!(text, " {name}={value}");
    }
    if !step.law.is_empty() {
        let _ = write!(text, " ({})", step.law);
    }
    text
}

fn explained(why: &[Step]) -> String {
    why.iter().map(told).collect::<Vec<_>>().join("; ")
}

/// Columns: place, kind, law, unit, value, trigger, on, event, last day, explanation.
fn compute(row: &[&str]) -> Computed {
    let on = day(row[6]);
    let trigger = match row[5].strip_prefix("posted-") {
        Some(regime) => Trigger::Posted { on, regime: word(regime) },
        None if row[5] == "beginning" => Trigger::Beginning { on },
        None => Trigger::Event { on },
    };
    let (kind, basis, unit) = (word::<Kind>(row[1]), word::<Basis>(row[2]), word::<Unit>(row[3]));
    let (value, calendar) = (row[4].parse().unwrap(), calendar(row[0]));
    Deadline::compute(&Rule { kind, basis, unit, value, trigger, calendar }).unwrap()
}

/// Compares every row and returns what was in them.
fn deadlines_are_those_of(table: &str, seed: &str) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    for (line, row) in rows(table) {
        let computed = compute(&row);
        assert_eq!((computed.event, computed.date), (day(row[7]), day(row[8])), "{seed}: {line}");
        assert_eq!(explained(&computed.explanation), row[9], "{seed}: {line}");
        seen.extend([format!("{} {}", row[0], row[1]), format!("{} {} {}", row[1], row[3], row[5])]);
        seen.extend([format!("{} {}", row[1], row[2])]);
        seen.extend(computed.explanation.into_iter().map(|step| step.id));
    }
    seen
}

/// Columns: place, regime, rule, remedy, posted on, on, event, last day, explanation.
fn rule_of_procedure(row: &[&str]) -> (NaiveDate, NaiveDate, Explanation) {
    let regime = word::<Regime>(row[1]);
    let deemed = Some(Deemed { months: 3, law: "§ 6a Abs. 2 GewO".into(), confirmed: true, fee: None });
    let procedure = Procedure { regime, calendar: calendar(row[0]), deemed, ..Procedure::default() };
    let on = day(row[5]);
    let computed = match row[2] {
        // The columns have no place for it: of the rows under tax law it is the objection that waits.
        "sue" => {
            let of = [WaitsFor::Application, WaitsFor::Objection];
            let waits_for = of[usize::from(regime == Regime::Ao)];
            procedure.failure_to_act(Waiting { waits_for, since: on }).unwrap().by
        }
        "answer" => {
            let by = procedure.answer_by(on).unwrap();
            Computed { explanation: procedure.explained(on, by.date), ..by }
        }
        "deemed" => {
            let complete = Complete { since: Some(on), why: Vec::new() };
            procedure.decided_by(&complete, None).unwrap().unwrap()
        }
        "post-by" => procedure.post_by(on).unwrap(),
        rule => {
            let way = Way::ALL.into_iter().find(|way| way.name() == rule).unwrap();
            let notified =
                Notified { way, on, posted_on: row[4].parse().ok(), of: None, proof: String::new() };
            let ends = procedure.remedied(&notified, notice(row[3]).as_ref()).unwrap();
            return (ends.notified_on, ends.ends_on, ends.why);
        }
    };
    (computed.event, computed.date, computed.explanation)
}

fn notice(remedy: &str) -> Option<Notice> {
    let remedy = match remedy {
        "action" => Remedy::Action,
        "objection" => Remedy::Objection,
        _ => return None,
    };
    Some(Notice {
        remedy, body: "Verwaltungsgericht Münster".into(), address: "Weg 1, 48000 Münster".into()
    })
}

/// Compares every row and returns what was in them.
fn procedure_is_that_of(table: &str, seed: &str) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    for (line, row) in rows(table) {
        let (event, end, why) = rule_of_procedure(&row);
        assert_eq!((event, end), (day(row[6]), day(row[7])), "{seed}: {line}");
        assert_eq!(explained(&why), row[8], "{seed}: {line}");
        seen.extend([row[0].to_owned(), format!("{} {}", row[2], row[3]), format!("{} {}", row[1], row[2])]);
    }
    seen
}

/// The table cannot go stale: what made it makes it again, from its own copy of the holidays and without a network.
#[test]
fn what_the_oracles_print_is_what_is_frozen() {
    let frozen =
        [("deadlines.py", DEADLINES), ("procedure.py", PROCEDURE), ("holidays_by_place.py", HOLIDAYS)];
    for (script, frozen) in frozen {
        let printed = printed(script, &[]);
        for (printed, frozen) in printed.lines().zip(frozen.lines()) {
            assert_eq!(printed, frozen, "{script}");
        }
        assert_eq!(printed.len(), frozen.len(), "{script}");
    }
}

#[test]
fn every_place_and_year_has_the_holidays_of_an_independent_program() {
    let mut years = BTreeSet::new();
    for (line, row) in rows(HOLIDAYS) {
        let mut kept = calendar(row[0]).holidays(row[1].parse().unwrap());
        kept.dedup_by_key(|(day, _)| *day);
        let kept: Vec<String> =
            kept.iter().map(|(day, holiday)| format!("{}={}", day.format("%m-%d"), holiday.id)).collect();
        assert_eq!(kept.join(" "), row[2], "{line}");
        let _ = years.insert((row[0], row[1]));
    }
    for land in Land::ALL {
        assert!(
            (2015..=2040).all(|year| years.contains(&(land.code(), year.to_string().as_str()))),
            "{land:?}"
        );
    }
    assert_eq!(years.len(), (16 + 2) * 26, "Augsburg and Heiligenstadt have holidays of their own");
}

/// Frozen: 900 periods. Every kind in every Land, every way to begin and to count, every sentence of an explanation.
#[test]
fn periods_and_their_explanations_are_those_of_an_independent_program() {
    assert_eq!(rows(DEADLINES).count(), 900);
    let seen = deadlines_are_those_of(DEADLINES, "frozen");
    for kind in ["frist", "zeitraum", "termin", "rueckwaerts"] {
        for land in Land::ALL {
            assert!(seen.contains(&format!("{} {kind}", land.code())), "{kind} in {land:?}");
        }
        for basis in ["vwvfg", "ao", "bgb"] {
            assert!(seen.contains(&format!("{kind} {basis}")), "{kind} by {basis}");
        }
        for begins in ["event", "beginning", "posted-vwvfg", "posted-ao"] {
            for unit in ["days", "weeks", "months", "years"] {
                assert!(seen.contains(&format!("{kind} {unit} {begins}")), "{kind} of {unit}, {begins}");
            }
        }
    }
    let source = include_str!("../../src/domain/deadline/compute.rs");
    for id in source.split('"').filter(|word| word.starts_with("deadline-")) {
        assert!(seen.contains(id), "no row has a step {id}");
    }
}

/// Frozen: 648 days of a procedure.
#[test]
fn days_of_a_procedure_and_their_explanations_are_those_of_an_independent_program() {
    assert_eq!(rows(PROCEDURE).count(), 648);
    let seen = procedure_is_that_of(PROCEDURE, "frozen");
    for land in Land::ALL {
        assert!(seen.contains(land.code()), "{land:?}");
    }
    for way in Way::ALL {
        for remedy in ["action", "objection", "without-notice"] {
            assert!(seen.contains(&format!("{} {remedy}", way.name())), "{} {remedy}", way.name());
        }
        for regime in ["vwvfg", "ao"] {
            assert!(seen.contains(&format!("{regime} {}", way.name())), "{regime} {}", way.name());
        }
    }
    for rule in ["sue", "answer", "deemed", "post-by"] {
        assert!(seen.contains(&format!("{rule} -")), "{rule}");
    }
}

/// The same with cases that nobody has seen before. What fails names its seed.
#[test]
fn cases_drawn_anew_are_those_of_an_independent_program_too() {
    let seed = (RandomState::new().build_hasher().finish() % 1_000_000).to_string();
    let cases = soak(1_800).to_string();
    let args = [seed.as_str(), cases.as_str()];
    assert!(deadlines_are_those_of(&printed("deadlines.py", &args), &seed).len() > 100);
    assert!(procedure_is_that_of(&printed("procedure.py", &args), &seed).len() > 30);
}
