//! `enrol`, `sync`, `outbox`, `conflicts`: the desk and the Kreis.

use super::interrupt;
use super::office;
use super::progress::Shown;
use super::say::{self, Fail, Said};
use super::{Office, backup, double};
use crate::desk::conflict::{About, Conflict, Origin, Task, read_value};
use crate::desk::kreis::{Agreed, Connection, Later, Waiting};
use crate::desk::{Desk, DeskError};
use crate::domain::problem::Problem;
use crate::words;
use chrono::{DateTime, Utc};
use clap::ArgMatches;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::time::Duration;

fn text(args: &ArgMatches, name: &str) -> String {
    args.get_one::<String>(name).cloned().unwrap_or_default()
}

/// Lets this desk into the Kreis; an empty folder becomes a desk first.
pub(super) fn enrol(args: &ArgMatches) -> Result<Said, Fail> {
    backup::begin(args)?;
    let (desk, session) = office::to_enrol(args)?;
    let enrolled = desk.enrol(session.as_ref(), &text(args, "url"), &text(args, "code"))?;
    let said = [("desk", &enrolled.code), ("name", &enrolled.name), ("town", &enrolled.town)];
    let said = said.map(|(name, value)| (name.to_owned(), value.clone()));
    let json = json!({ "town": enrolled.town, "name": enrolled.name, "desk": enrolled.code });
    Ok(Said::line(json, words::said("cli-enrolled", &said.into())))
}

/// One round with the Kreis, or one after the other for ever. Ctrl+C stops it between two exchanges: what was done stays
/// done, and the next time it goes on from there.
pub(super) fn sync(args: &ArgMatches) -> Result<Said, Fail> {
    let desk = office::desk(args)?;
    let mut shown = Shown::new();
    if args.get_flag("once") {
        let agreed = desk.agree(Duration::ZERO, &mut |agreed| shown.words(|| far(agreed)))?;
        shown.clear();
        let later = desk.outbox()?.later;
        let mut json = as_json(&agreed);
        json["later"] = later_json(&later);
        let stopped = agreed.stopped.then(|| words::text("cli-sync-stopped"));
        let lines = [line(&agreed)].into_iter().chain(stopped).chain(later_line(&later)).collect();
        return Ok(Said::new(json, lines));
    }
    let as_json = args.get_flag("json");
    let mut silent = false;
    let is_stopped = interrupt::was_heard;
    let words = state(&desk)?;
    let mut hears = |agreed: Result<&Agreed, &DeskError>| {
        match agreed {
            Ok(agreed) if silent || agreed.did_something() || agreed.stopped => {
                tell(as_json, &self::as_json(agreed), &line(agreed));
            }
            Err(_) if !silent => {
                let words = state(&desk).unwrap_or_else(|_| words.clone());
                tell(as_json, &json!({ "connection": "silent" }), &words);
            }
            _ => {}
        }
        silent = agreed.is_err();
        !is_stopped()
    };
    desk.keep_agreeing(&mut hears, &mut |agreed| {
        // A round at rest says nothing.
        if far_of(agreed).is_empty() { !is_stopped() } else { shown.words(|| far(agreed)) }
    })?;
    shown.clear();
    Ok(Said::new(json!({ "stopped": true }), vec![words::text("cli-sync-stopped")]))
}

/// How far a round is, in words.
fn far(agreed: &Agreed) -> String {
    far_of(agreed).join(", ")
}

/// What a round has to do, each with how much of it is done.
pub(super) fn far_of(agreed: &Agreed) -> Vec<String> {
    agreed.far().into_iter().map(|(what, done, of)| words::far(what, done, of)).collect()
}

fn tell(as_json: bool, json: &Value, line: &str) {
    let mut out = std::io::stdout().lock();
    let _ = if as_json { writeln!(out, "{json}") } else { writeln!(out, "{line}") };
}

fn as_json(agreed: &Agreed) -> Value {
    json!({
        "sent": agreed.sent, "received": agreed.received,
        "papers_sent": agreed.blobs_sent, "papers_received": agreed.blobs_received, "stopped": agreed.stopped,
        "mail_sent": agreed.mail_sent, "mail_received": agreed.mail_received,
    })
}

fn line(agreed: &Agreed) -> String {
    let counts = [
        ("sent", agreed.sent),
        ("received", agreed.received),
        ("out", agreed.blobs_sent),
        ("in", agreed.blobs_received),
        ("mail-out", agreed.mail_sent),
        ("mail-in", agreed.mail_received),
    ];
    words::said("cli-synced", &counts.map(|(name, count)| (name.to_owned(), count.to_string())).into())
}

fn later_json(later: &Later) -> Value {
    json!({ "events": later.events, "cases": later.cases, "since": later.since })
}

/// What waits for a later program, where anything does.
fn later_line(later: &Later) -> Option<String> {
    let since = crate::desk::clock::legal_moment(later.since?).date();
    let said = [
        ("events", later.events.to_string()),
        ("cases", later.cases.to_string()),
        ("since", words::date(since)),
    ];
    Some(words::said("kreis-later", &said.map(|(name, value)| (name.to_owned(), value)).into()))
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
                    "number": refused.number, "by": refused.by, "at": refused.at,
                    "kind": refused.kind, "reason": refused.reason })
        })
        .collect();
    let json = json!({
        "connection": name, "since": since,
        "waiting": { "events": waiting.events, "cases": waiting.cases, "papers": waiting.blobs, "since": waiting.since },
        "awaited_papers": outbox.awaited, "mail": outbox.letters, "refused": refused, "later": later_json(&outbox.later), "doubled": outbox.doubled,
        "behind": outbox.behind.as_ref().map(say::as_json),
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
    let mut lines = vec![connection(&outbox.connection, waiting), counts];
    lines.extend(outbox.behind.iter().map(say::line));
    if !outbox.doubled.is_empty() {
        let numbers = outbox.doubled.join(", ");
        lines.push(words::said("kreis-doubled", &[("numbers".to_owned(), numbers)].into()));
    }
    lines.extend(later_line(&outbox.later));
    lines.extend(outbox.refused.iter().map(|refused| {
        let why = words::text(&format!("kreis-refused-{}", refused.reason.replace('_', "-")));
        let what = if refused.number.is_empty() { &refused.subject } else { &refused.number };
        format!("  {what}  {}  {}  {why}", refused.kind, refused.by)
    }));
    Ok(Said::new(json, lines))
}

/// Conflicts, and what is decided about one.
pub(super) fn conflicts(args: &ArgMatches) -> Result<Said, Fail> {
    match args.subcommand() {
        Some(("settle", args)) => settle(args),
        Some(("number", args)) => settle_number(args),
        Some(("same", args)) => double::judge(args, true),
        Some(("different", args)) => double::judge(args, false),
        Some((_, args)) => resolve(args),
        None => list(args),
    }
}

fn list(args: &ArgMatches) -> Result<Said, Fail> {
    let office = Office::open(args)?;
    let open = office.desk.conflicts(&office.session, words::language().tag())?;
    let conflicts = open.conflicts.iter().map(|conflict| {
        let versions: Vec<_> = conflict
            .versions
            .iter()
            .map(|version| {
                let Origin { by, at, desk } = &version.origin;
                json!({ "value": version.value, "shown": version.shown, "by": by, "at": at, "desk": desk })
            })
            .collect();
        let (what, id) = about(conflict.about);
        json!({ what: id, "name": conflict.name, "field": conflict.field, "label": label(conflict),
                "versions": versions, "papers": conflict.papers })
    });
    let tasks = open.tasks.iter().map(|task| {
        let act = |(kind, origin): &(&str, Origin)| {
            let Origin { by, at, desk } = origin;
            json!({ "kind": kind, "by": by, "at": at, "desk": desk })
        };
        let acts: Vec<_> = task.acts.iter().map(act).collect();
        json!({ "case": task.case, "number": task.number, "task": task.clash.kind.name(), "acts": acts })
    });
    let persons: Vec<_> = open.doubles.persons.iter().map(double::persons_json).collect();
    let cases: Vec<_> = open.doubles.cases.iter().map(double::cases_json).collect();
    let json = json!({ "conflicts": conflicts.collect::<Vec<_>>(), "tasks": tasks.collect::<Vec<_>>(),
                       "same_persons": persons, "same_cases": cases, "cut": open.doubles.cut });
    let tasks = open.tasks.iter().flat_map(task_lines);
    let persons = open.doubles.persons.iter().flat_map(double::persons_lines);
    let doubles = persons.chain(open.doubles.cases.iter().flat_map(double::cases_lines));
    let lines = open.conflicts.iter().flat_map(lines).chain(tasks).chain(doubles);
    let lines = lines.chain(double::left_out(&open.doubles)).collect();
    Ok(Said::new(json, lines))
}

/// The word for what it is about, and its id.
fn about(about: About) -> (&'static str, String) {
    match about {
        About::Case(id) => ("case", id.to_string()),
        About::Person(id) => ("person", id.to_string()),
        About::Town => ("town", "town".to_owned()),
    }
}

fn label(conflict: &Conflict) -> String {
    match conflict.about {
        About::Person(_) => words::field("persons-field", &conflict.field),
        About::Town if conflict.label.is_empty() => words::field("settings-key", &conflict.field),
        About::Case(_) | About::Town => conflict.label.clone(),
    }
}

/// Desk, who, when.
pub(super) fn from(origin: &Origin) -> String {
    let at = origin.at.map(|at| words::moment(crate::desk::clock::legal_moment(at))).unwrap_or_default();
    format!("{} {} {at}", origin.desk, origin.by)
}

fn lines(conflict: &Conflict) -> Vec<String> {
    let name = if conflict.about == About::Town { words::text("kreis-town") } else { conflict.name.clone() };
    let mut lines = vec![format!("{name}  {} ({})", label(conflict), conflict.field)];
    for (number, version) in (1..).zip(&conflict.versions) {
        lines.push(format!("  {number}  {}  {}", version.shown, from(&version.origin)));
    }
    lines
}

fn task_lines(task: &Task) -> Vec<String> {
    let kind = task.clash.kind.name();
    let said = words::text(&format!("clash-{}", kind.replace('_', "-")));
    let mut lines = vec![format!("{}  {said} ({kind})", task.number)];
    lines.extend(task.acts.iter().map(|(kind, origin)| format!("  {kind}  {}", from(origin))));
    lines
}

/// Decides fields of a case, of a person (by id) or of `town`: so many `--choose` as fields, in the same order.
fn resolve(args: &ArgMatches) -> Result<Said, Fail> {
    let office = Office::open(args)?;
    let whose = text(args, "case");
    let fields: Vec<String> = args.get_many::<String>("field").into_iter().flatten().cloned().collect();
    let open = office.desk.conflicts(&office.session, words::language().tag())?;
    let is_it = |conflict: &&Conflict| about(conflict.about).1 == whose || conflict.name == whose;
    let all: Vec<&Conflict> = open.conflicts.iter().filter(is_it).collect();
    let chosen: Vec<usize> = args.get_many::<usize>("choose").into_iter().flatten().copied().collect();
    let third = args.get_one::<String>("third");
    let given = chosen.len() + usize::from(third.is_some());
    if given != fields.len() {
        return Err(Problem::error("--choose", "conflict-version").into());
    }
    let (mut choices, mut found) = (BTreeMap::new(), None);
    for (at, field) in fields.iter().enumerate() {
        let conflict = all.iter().find(|conflict| conflict.field == *field);
        let conflict = conflict.ok_or_else(|| Problem::error(field.clone(), "conflict-none"))?;
        let value = match chosen.get(at) {
            Some(number) => {
                let version = number.checked_sub(1).and_then(|at| conflict.versions.get(at));
                version.ok_or_else(|| Problem::error("--choose", "conflict-version"))?.value.clone()
            }
            None => read_value(third.map_or("", String::as_str)),
        };
        let _ = choices.insert(field.clone(), value);
        found = Some(conflict);
    }
    let conflict = found.ok_or_else(|| Problem::error("field", "conflict-none"))?;
    office.desk.resolve(&office.session, conflict.about, &choices, &text(args, "reason"))?;
    let line = words::said("cli-conflict-resolved", &[("number".to_owned(), conflict.name.clone())].into());
    let (what, id) = about(conflict.about);
    Ok(Said::line(json!({ what: id, "values": choices }), line))
}

/// Notes that a task was looked at.
fn settle(args: &ArgMatches) -> Result<Said, Fail> {
    let office = Office::open(args)?;
    let (id, kind) = (office.case_id(args)?, text(args, "task"));
    let open = office.desk.conflicts(&office.session, words::language().tag())?;
    let task = open.tasks.into_iter().find(|task| task.case == id && task.clash.kind.name() == kind);
    let task = task.ok_or_else(|| Problem::error("task", "clash-none"))?;
    office.desk.settle_clash(&office.session, id, &task.clash, &text(args, "reason"))?;
    let line = words::said("cli-task-settled", &[("number".to_owned(), task.number)].into());
    Ok(Said::line(json!({ "case": id, "task": kind }), line))
}

/// Notes what was done about a number that was given out twice.
fn settle_number(args: &ArgMatches) -> Result<Said, Fail> {
    let office = Office::open(args)?;
    let number = text(args, "number");
    office.desk.settle_number(&office.session, &number, &text(args, "reason"))?;
    let line = words::said("cli-number-settled", &[("number".to_owned(), number.clone())].into());
    Ok(Said::line(json!({ "number": number }), line))
}
