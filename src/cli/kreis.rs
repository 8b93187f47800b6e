//! `enrol`, `sync`, `outbox`, `conflicts`: the desk and the Kreis.

use super::Office;
use super::office;
use super::say::{Fail, Said};
use crate::desk::Desk;
use crate::desk::conflict::{Conflict, read_value};
use crate::desk::kreis::{Agreed, Connection, Waiting};
use crate::domain::problem::Problem;
use crate::words;
use chrono::{DateTime, Utc};
use clap::ArgMatches;
use serde_json::{Value, json};
use std::io::Write as _;
use std::time::Duration;

fn text(args: &ArgMatches, name: &str) -> String {
    args.get_one::<String>(name).cloned().unwrap_or_default()
}

/// Lets this desk into the Kreis; an empty folder becomes a desk first.
pub(super) fn enrol(args: &ArgMatches) -> Result<Said, Fail> {
    let (desk, session) = office::to_enrol(args)?;
    let enrolled = desk.enrol(session.as_ref(), &text(args, "url"), &text(args, "code"))?;
    let said = [("desk", &enrolled.code), ("name", &enrolled.name), ("town", &enrolled.town)];
    let said = said.map(|(name, value)| (name.to_owned(), value.clone()));
    let json = json!({ "town": enrolled.town, "name": enrolled.name, "desk": enrolled.code });
    Ok(Said::line(json, words::said("cli-enrolled", &said.into())))
}

/// One round with the Kreis, or one after the other for ever.
pub(super) fn sync(args: &ArgMatches) -> Result<Said, Fail> {
    let desk = office::desk(args)?;
    if args.get_flag("once") {
        let agreed = desk.agree(Duration::ZERO, &mut |_| true)?;
        return Ok(Said::line(as_json(&agreed), line(&agreed)));
    }
    let as_json = args.get_flag("json");
    let mut silent = false;
    let shown = state(&desk)?;
    desk.keep_agreeing(&mut |agreed| {
        match agreed {
            Ok(agreed) if silent || *agreed != Agreed::default() => {
                tell(as_json, &self::as_json(agreed), &line(agreed));
            }
            Err(_) if !silent => {
                let words = state(&desk).unwrap_or_else(|_| shown.clone());
                tell(as_json, &json!({ "connection": "silent" }), &words);
            }
            _ => {}
        }
        silent = agreed.is_err();
        true
    })?;
    Ok(Said::new(json!({}), Vec::new()))
}

fn tell(as_json: bool, json: &Value, line: &str) {
    let mut out = std::io::stdout().lock();
    let _ = if as_json { writeln!(out, "{json}") } else { writeln!(out, "{line}") };
}

fn as_json(agreed: &Agreed) -> Value {
    json!({
        "sent": agreed.sent, "received": agreed.received,
        "papers_sent": agreed.blobs_sent, "papers_received": agreed.blobs_received,
    })
}

fn line(agreed: &Agreed) -> String {
    let counts = [
        ("sent", agreed.sent),
        ("received", agreed.received),
        ("out", agreed.blobs_sent),
        ("in", agreed.blobs_received),
    ];
    words::said("cli-synced", &counts.map(|(name, count)| (name.to_owned(), count.to_string())).into())
}

fn state(desk: &Desk) -> Result<String, Fail> {
    let outbox = desk.outbox()?;
    Ok(connection(&outbox.connection, &outbox.waiting))
}

/// The connection in words.
fn connection(connection: &Connection, waiting: &Waiting) -> String {
    match connection {
        Connection::Alone => words::text("kreis-alone"),
        Connection::Connected { .. } => words::text("kreis-connected"),
        Connection::Silent { from } => words::said(
            "kreis-silent",
            &[
                ("time".to_owned(), words::moment(crate::desk::clock::legal_moment(*from))),
                ("cases".to_owned(), waiting.cases.to_string()),
            ]
            .into(),
        ),
    }
}

/// What waits between desk and Kreis.
pub(super) fn outbox(args: &ArgMatches) -> Result<Said, Fail> {
    let office = Office::open(args)?;
    let outbox = office.desk.outbox()?;
    let (name, since): (&str, Option<DateTime<Utc>>) = match outbox.connection {
        Connection::Alone => ("alone", None),
        Connection::Connected { heard_at } => ("connected", heard_at),
        Connection::Silent { from } => ("silent", Some(from)),
    };
    let waiting = &outbox.waiting;
    let refused: Vec<_> = outbox
        .refused
        .iter()
        .map(|refused| {
            json!({ "device": refused.event.device, "seq": refused.event.seq, "subject": refused.subject,
                    "kind": refused.kind, "reason": refused.reason })
        })
        .collect();
    let json = json!({
        "connection": name, "since": since,
        "waiting": { "events": waiting.events, "cases": waiting.cases, "papers": waiting.blobs, "since": waiting.since },
        "awaited_papers": outbox.awaited, "refused": refused,
    });
    let counts = [
        ("events", waiting.events.to_string()),
        ("cases", waiting.cases.to_string()),
        ("papers", waiting.blobs.to_string()),
        ("awaited", outbox.awaited.to_string()),
        ("refused", outbox.refused.len().to_string()),
    ];
    let counts =
        words::said("cli-outbox-waits", &counts.map(|(name, count)| (name.to_owned(), count)).into());
    Ok(Said::new(json, vec![connection(&outbox.connection, waiting), counts]))
}

/// Conflicts, and what is decided about one.
pub(super) fn conflicts(args: &ArgMatches) -> Result<Said, Fail> {
    match args.subcommand() {
        Some((_, args)) => resolve(args),
        None => list(args),
    }
}

fn list(args: &ArgMatches) -> Result<Said, Fail> {
    let office = Office::open(args)?;
    let conflicts = office.desk.conflicts(&office.session, words::language().tag())?;
    let json = conflicts.iter().map(|conflict| {
        let versions: Vec<_> = conflict
            .versions
            .iter()
            .map(|version| {
                json!({ "value": version.value, "shown": version.shown, "by": version.by, "at": version.at, "desk": version.desk })
            })
            .collect();
        json!({ "case": conflict.case, "number": conflict.number, "field": conflict.field, "label": conflict.label,
                "versions": versions, "papers": conflict.papers })
    });
    let json = json.collect();
    let lines = conflicts.iter().flat_map(lines).collect();
    Ok(Said::new(json, lines))
}

fn lines(conflict: &Conflict) -> Vec<String> {
    let mut lines = vec![format!("{}  {} ({})", conflict.number, conflict.label, conflict.field)];
    for (number, version) in (1..).zip(&conflict.versions) {
        let at = version.at.map(|at| words::moment(crate::desk::clock::legal_moment(at))).unwrap_or_default();
        lines.push(format!("  {number}  {}  {} {} {at}", version.shown, version.desk, version.by));
    }
    lines
}

fn resolve(args: &ArgMatches) -> Result<Said, Fail> {
    let office = Office::open(args)?;
    let (id, field) = (office.case_id(args)?, text(args, "field"));
    let all = office.desk.conflicts(&office.session, words::language().tag())?;
    let conflict = all.into_iter().find(|conflict| conflict.case == id && conflict.field == field);
    let conflict = conflict.ok_or_else(|| Problem::error(field.clone(), "conflict-none"))?;
    let value = match (args.get_one::<usize>("choose"), args.get_one::<String>("third")) {
        (Some(number), _) => {
            let version = number.checked_sub(1).and_then(|at| conflict.versions.get(at));
            version.ok_or_else(|| Problem::error("--choose", "conflict-version"))?.value.clone()
        }
        (None, Some(text)) => read_value(text),
        (None, None) => return Err(Problem::error("--choose", "conflict-version").into()),
    };
    office.desk.resolve(&office.session, id, &field, value.clone(), &text(args, "reason"))?;
    let line = words::said("cli-conflict-resolved", &[("number".to_owned(), conflict.number)].into());
    Ok(Said::line(json!({ "case": id, "field": field, "value": value }), line))
}
