//! `deadline`: when a period ends, and why.

use super::say::{Fail, Said, explained};
use crate::domain::deadline::{Basis, ByHand, Kind, Sets, Unit};
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
    let basis = match text("regime") {
        "ao" => Basis::Ao,
        "bgb" => Basis::Bgb,
        _ => Basis::Vwvfg,
    };
    let units =
        [("days", Unit::Days), ("weeks", Unit::Weeks), ("months", Unit::Months), ("years", Unit::Years)];
    let count = units.into_iter().find_map(|(name, unit)| Some((unit, *args.get_one::<u16>(name)?)));
    let kind = match text("kind") {
        "zeitraum" => Kind::Zeitraum,
        "termin" => Kind::Termin,
        "rueckwaerts" => Kind::Rueckwaerts,
        _ => Kind::Frist,
    };
    let sets = match (args.get_flag("posted"), args.get_flag("beginning")) {
        (true, _) => Sets::Posted,
        (_, true) => Sets::Beginning,
        _ => Sets::Event,
    };
    let (count, calendar) = (count.unwrap_or((Unit::Days, 0)), Calendar::of_land(land));
    let asked = ByHand { sets, on, count, kind, basis, calendar };
    // Where the command line has the word for it.
    let at = |problem: Box<Problem>| {
        let field = if problem.field == "basis" { "--regime" } else { "--event" };
        Problem { field: field.to_owned(), ..*problem }
    };
    let computed = asked.compute().map_err(at)?;
    let explanation: Vec<String> = computed.explanation.iter().map(explained).collect();
    let mut lines = vec![words::date_with_day(computed.date)];
    lines.extend(explanation.iter().map(|line| format!("  {line}")));
    Ok(Said::new(json!({ "date": computed.date, "explanation": explanation }), lines))
}
