//! `retention`: what can be destroyed on a day and why, proposing a list, confirming it as the second person, holds.

use super::Office;
use super::say::{Fail, Said, explained, what};
use crate::desk::retention::{Due, Hold, Left, Overview, Shown};
use crate::domain::event::Payload;
use crate::domain::id::ListId;
use crate::domain::problem::Problem;
use crate::words;
use chrono::{DateTime, NaiveDate, Utc};
use clap::ArgMatches;
use serde_json::{Value, json};

fn text<'a>(args: &'a ArgMatches, name: &str) -> &'a str {
    args.get_one::<String>(name).map_or("", String::as_str).trim()
}

fn say(id: &str, args: &[(&str, String)]) -> String {
    words::said(id, &args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect())
}

/// What the sub-command says.
pub(super) fn act(args: &ArgMatches) -> Result<Said, Fail> {
    let Some((name, args)) = args.subcommand() else {
        return Err(Problem::error("", "disposal-unknown").into());
    };
    let office = Office::open(args)?;
    match name {
        "list" => list(&office, args),
        "propose" => {
            let made = office.desk.propose_disposal(&office.session, day(&office, args))?;
            let cases: Vec<&String> = made.cases.iter().map(|listed| &listed.number).collect();
            let told = [("count", cases.len().to_string()), ("id", made.id.to_string())];
            Ok(Said::line(json!({ "list": made.id, "cases": cases }), say("retention-proposed", &told)))
        }
        "confirm" => {
            let done = office.desk.confirm_disposal(&office.session, list_id(args)?)?;
            let told = [("cases", done.cases.to_string()), ("persons", done.persons.to_string())];
            let json = json!({ "cases": done.cases, "persons": done.persons, "events": done.events });
            Ok(Said::line(json, say("retention-confirmed", &told)))
        }
        "withdraw" => {
            office.desk.withdraw_disposal(&office.session, list_id(args)?, text(args, "reason"))?;
            Ok(noted())
        }
        "hold" | "release" => {
            let hold = if args.get_flag("archive") { Hold::Archive } else { Hold::Legal };
            let case = office.case_id(args)?;
            office.desk.hold_case(&office.session, case, hold, name == "hold", text(args, "reason"))?;
            Ok(noted())
        }
        "begins" => {
            let case = office.case_id(args)?;
            office.desk.begin_term(&office.session, case, day(&office, args), text(args, "reason"))?;
            Ok(noted())
        }
        _ => {
            office.desk.finish_left(&office.session, text(args, "erased"))?;
            Ok(noted())
        }
    }
}

fn noted() -> Said {
    Said::line(json!({ "done": true }), words::text("retention-done"))
}

fn day(office: &Office, args: &ArgMatches) -> NaiveDate {
    args.get_one::<NaiveDate>("on").copied().unwrap_or_else(|| office.desk.today())
}

fn list_id(args: &ArgMatches) -> Result<ListId, Fail> {
    Ok(text(args, "list").parse().map_err(|_| Problem::error("list", "disposal-unknown"))?)
}

fn list(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let overview = office.desk.retention(&office.session, day(office, args))?;
    let json = json!({
        "on": overview.on,
        "due": overview.due.iter().map(due_json).collect::<Vec<_>>(),
        "kept": overview.kept.iter().map(due_json).collect::<Vec<_>>(),
        "more": overview.more,
        "lists": overview.lists.iter().map(list_json).collect::<Vec<_>>(),
        "orphans": overview.orphans,
        "left": overview.left.iter().map(left_json).collect::<Vec<_>>(),
    });
    let mut lines = vec![say("retention-due-title", &[("count", overview.due.len().to_string())])];
    lines.extend(overview.due.iter().flat_map(due_lines));
    if overview.more {
        lines.push(words::text("retention-due-more"));
    }
    titled(&mut lines, "retention-kept-title", overview.kept.iter().flat_map(due_lines));
    let orphans =
        (overview.orphans > 0).then(|| say("retention-orphans", &[("count", overview.orphans.to_string())]));
    let left = overview.left.iter().flat_map(|left| left_lines(&overview, left));
    titled(&mut lines, "retention-left-title", left.chain(orphans));
    titled(&mut lines, "retention-lists-title", overview.lists.iter().flat_map(list_lines));
    Ok(Said::new(json, lines))
}

/// Lines under their title; nothing where there are none.
fn titled(lines: &mut Vec<String>, title: &str, under: impl Iterator<Item = String>) {
    let mut under = under.peekable();
    if under.peek().is_some() {
        lines.push(words::text(title));
        lines.extend(under.map(|line| format!("  {line}")));
    }
}

fn due_json(due: &Due) -> Value {
    let term = &due.term;
    json!({
        "id": due.case,
        "number": due.number,
        "plan": term.keeping.plan,
        "years": term.keeping.years,
        "closed_on": term.closed_on,
        "begins": term.begins,
        "last_day": term.last_day,
        "explanation": term.explanation().iter().map(explained).collect::<Vec<_>>(),
        "problems": due.obstacles.iter().map(what).collect::<Vec<_>>(),
    })
}

fn due_lines(due: &Due) -> Vec<String> {
    let why: Vec<String> = due.term.explanation().iter().map(explained).collect();
    let mut lines = vec![format!("  {}  {}", due.number, why.join("; "))];
    lines.extend(due.obstacles.iter().map(|problem| format!("    {}", what(problem))));
    lines
}

fn list_json(shown: &Shown) -> Value {
    let list = &shown.list;
    json!({
        "id": list.id,
        "on": list.on,
        "proposed_by": shown.by,
        "cases": list.cases.iter().map(|listed| &listed.number).collect::<Vec<_>>(),
        "open": list.is_open(),
        "withdrawn": list.withdrawn.as_ref().map(|(_, reason)| reason),
        "confirmed_by": list.confirmed.as_ref().map(|_| &shown.confirmed_by),
        "unsent_answers": shown.unsent,
        "confirmed_on": list.confirmed.as_ref().map(|confirmed| confirmed.on),
    })
}

fn list_lines(shown: &Shown) -> Vec<String> {
    let unsent = || say("retention-unsent", &[("numbers", shown.unsent.join(", "))]);
    let unsent = (!shown.unsent.is_empty()).then(unsent);
    [list_line(shown)].into_iter().chain(unsent).collect()
}

fn list_line(shown: &Shown) -> String {
    let list = &shown.list;
    let mut told = vec![
        ("id", list.id.to_string()),
        ("date", crate::desk::clock::legal_day(list.at).to_string()),
        ("by", shown.by.clone()),
        ("count", list.cases.len().to_string()),
    ];
    if let Some(confirmed) = &list.confirmed {
        told.extend([
            ("on", confirmed.on.to_string()),
            ("second", shown.confirmed_by.clone()),
            ("persons", confirmed.persons.to_string()),
        ]);
        return say("retention-list-confirmed", &told);
    }
    match &list.withdrawn {
        Some((_, reason)) => {
            told.push(("reason", reason.clone()));
            say("retention-list-withdrawn", &told)
        }
        None => say("retention-list-open", &told),
    }
}

fn left_json(left: &Left) -> Value {
    let events = left.events.iter().map(|event| {
        let what = match &event.payload {
            Payload::Known(what) => serde_json::to_value(what).unwrap_or_default(),
            _ => Value::Null,
        };
        json!({ "at": event.at, "what": what })
    });
    json!({ "number": left.number, "list": left.list, "held": left.held, "events": events.collect::<Vec<_>>() })
}

fn left_lines(overview: &Overview, left: &Left) -> Vec<String> {
    let mut lines = Vec::new();
    if left.held {
        lines.push(say("retention-left-held", &[("number", left.number.clone())]));
    }
    lines.extend(left.events.iter().map(|event| {
        let what = match &event.payload {
            Payload::Known(what) => words::text(&format!("kreis-act-{}", what.kind().replace('_', "-"))),
            _ => words::text("event-unknown"),
        };
        let by = overview.users.get(&event.actor).cloned().unwrap_or_default();
        let told = [("number", left.number.clone()), ("what", what), ("by", by), ("when", moment(event.at))];
        say("retention-left-line", &told)
    }));
    lines
}

fn moment(at: DateTime<Utc>) -> String {
    words::moment(crate::desk::clock::legal_moment(at))
}
