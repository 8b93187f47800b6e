//! `deadline`: when a period ends, and why.

use super::say::{Fail, Said, explained};
use crate::domain::deadline::{Basis, Deadline, Kind, Regime, Rule, Trigger, Unit};
use crate::domain::holiday::{Calendar, Land};
use crate::domain::problem::Problem;
use crate::words;
use chrono::NaiveDate;
use clap::ArgMatches;
use serde_json::json;

/// Computes it.
pub(super) fn compute(args: &ArgMatches) -> Result<Said, Fail> {
    let text = |name: &str| args.get_one::<String>(name).map_or("", String::as_str);
    let land = text("land");
    let unknown = || Problem::error("--land", "land-unknown").with("land", land);
    let land = Land::of_code(&land.to_uppercase()).ok_or_else(unknown)?;
    let on = args.get_one::<NaiveDate>("event").copied().unwrap_or_default();
    let (basis, regime) = match text("regime") {
        "ao" => (Basis::Ao, Regime::Ao),
        // Civil law deems no letter notified.
        "bgb" if args.get_flag("posted") => {
            return Err(Problem::error("--regime", "deadline-bgb-posted").into());
        }
        "bgb" => (Basis::Bgb, Regime::Vwvfg),
        _ => (Basis::Vwvfg, Regime::Vwvfg),
    };
    let units =
        [("days", Unit::Days), ("weeks", Unit::Weeks), ("months", Unit::Months), ("years", Unit::Years)];
    let count = units.into_iter().find_map(|(name, unit)| Some((unit, *args.get_one::<u16>(name)?)));
    let (unit, value) = count.unwrap_or((Unit::Days, 0));
    let rule = Rule {
        kind: match text("kind") {
            "zeitraum" => Kind::Zeitraum,
            "termin" => Kind::Termin,
            "rueckwaerts" => Kind::Rueckwaerts,
            _ => Kind::Frist,
        },
        basis,
        unit,
        value,
        trigger: if args.get_flag("posted") { Trigger::Posted { on, regime } } else { Trigger::Event { on } },
        calendar: Calendar::of_land(land),
    };
    let out = |_| Problem::error("--event", "deadline-out-of-range");
    let computed = Deadline::compute(&rule).map_err(out)?;
    let explanation: Vec<String> = computed.explanation.iter().map(explained).collect();
    let mut lines = vec![words::date_with_day(computed.date)];
    lines.extend(explanation.iter().map(|line| format!("  {line}")));
    Ok(Said::new(json!({ "date": computed.date, "explanation": explanation }), lines))
}
