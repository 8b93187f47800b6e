//! `catalogue plan`: the filing plan with retention, and the town's old numbers beside it where somebody signs in.

use super::office::Office;
use super::say::{Fail, Said};
use crate::catalogue::Catalogue;
use crate::catalogue::plan::{Plan, PlanEntry, PlanGroup, old_number_key};
use crate::domain::din91379::search_form;
use crate::domain::holiday::Land;
use crate::domain::town::{Town, keys};
use crate::words;
use clap::ArgMatches;
use serde_json::{Value, json};

/// Lists the entries that are asked for.
pub(super) fn list(args: &ArgMatches) -> Result<Said, Fail> {
    let typed: Vec<&str> =
        args.get_many::<String>("words").into_iter().flatten().map(String::as_str).collect();
    let typed = typed.join(" ");
    if !args.contains_id("as") || args.get_one::<String>("as").is_none() {
        return Ok(said(Catalogue::built_in().plan(), &Town::default(), &typed));
    }
    let office = Office::open(args)?;
    Ok(said(office.desk.catalogue().plan(), &office.desk.town()?, &typed))
}

fn said(plan: &Plan, town: &Town, typed: &str) -> Said {
    let (mut rows, mut lines, mut last) = (Vec::new(), Vec::new(), "");
    let land = Land::of_ags(town.get(keys::AGS)).unwrap_or(Land::Nw);
    for (group, entry) in plan.entries().filter(|(group, entry)| is_meant(group, entry, typed)) {
        if group.no != last {
            lines.push(format!("{}  {}", group.no, group.label.get(words::language().tag())));
            last = &group.no;
        }
        let old = town.get(&old_number_key(&entry.no));
        let law = entry.law().map(|law| land.cites(law));
        lines.push(line(entry, law.as_deref(), old));
        rows.push(row(group, entry, law.as_deref(), old));
    }
    Said::new(Value::Array(rows), lines)
}

fn is_meant(group: &PlanGroup, entry: &PlanEntry, typed: &str) -> bool {
    let text = format!("{} {} {} {}", group.label.de, group.label.en, entry.label.de, entry.label.en);
    let text = search_form(&text);
    let all = search_form(typed);
    entry.no.starts_with(typed) || all.split_whitespace().all(|word| text.contains(word))
}

fn line(entry: &PlanEntry, law: Option<&str>, old: &str) -> String {
    let kept = match entry.years {
        Some(years) => words::text_with("plan-years", [("years", i64::from(years).into())]),
        None => words::text("plan-permanent"),
    };
    let why = law.map_or_else(|| words::text("plan-common-knowledge"), str::to_owned);
    let old = if old.is_empty() {
        String::new()
    } else {
        format!("  [{}]", words::text_with("plan-old", [("old", old.into())]))
    };
    format!("  {}  {}{old}  {kept} ({why})", entry.no, entry.label.get(words::language().tag()))
}

fn row(group: &PlanGroup, entry: &PlanEntry, law: Option<&str>, old: &str) -> Value {
    json!({
        "no": entry.no, "title": entry.label.get(words::language().tag()), "group": group.no,
        "years": entry.years, "permanent": entry.permanent, "law": law, "old": old,
    })
}
