//! `enrol`, `sync`, `outbox`: the desk and the Kreis.

use super::interrupt;
use super::office;
use super::progress::Shown;
use super::say::{self, Fail, Said};
use super::{Office, backup};
use crate::desk::kreis::{Agreed, Connection, Later, Outbox, Waiting};
use crate::desk::{Desk, DeskError};
use crate::domain::problem::Problem;
use crate::{timeline, words};
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
        let outbox = desk.outbox()?;
        let mut json = as_json(&agreed);
        json["later"] = later_json(&outbox.later);
        json["refused"] = outbox.refused.len().into();
        json["meanwhile"] = outbox.meanwhile.len().into();
        let stopped = agreed.stopped.then(|| words::text("cli-sync-stopped"));
        json["answers"] = answers_json(&outbox);
        let lines = [line(&agreed)].into_iter().chain(stopped).chain(later_line(&outbox.later));
        let lines = lines.chain(answers_line(&outbox)).chain(work_waits(&outbox)).collect();
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

/// How many answers to portals are not at the service, and how many of them it did not take.
fn answers_json(outbox: &Outbox) -> Value {
    json!({ "waiting": outbox.answers, "refused": outbox.answers_refused })
}

/// What is to be said of those that do not go out by themselves.
fn answers_line(outbox: &Outbox) -> Option<String> {
    let refused = Problem::warning("", "answers-refused").with("count", outbox.answers_refused);
    (outbox.answers_refused > 0).then(|| say::line(&refused))
}

/// That somebody has to look at something because of roles. What it is, is told to those whom it concerns: nobody is signed in here.
fn work_waits(outbox: &Outbox) -> Option<String> {
    let count = outbox.refused.len() + outbox.meanwhile.len();
    let said = || words::said("cli-sync-work", &[("count".to_owned(), count.to_string())].into());
    (count > 0).then(said)
}

/// What somebody has to look at because of roles: what does not count, and what was written in a role that was gone.
fn work(outbox: &Outbox) -> Vec<String> {
    let head = (!outbox.refused.is_empty()).then(|| format!("{}:", words::text("kreis-refused")));
    let refused = outbox.refused.iter().map(|refused| format!("  {}", timeline::refused(refused)));
    head.into_iter().chain(refused).chain(outbox.meanwhile.iter().map(timeline::meanwhile)).collect()
}

/// What waits between desk and Kreis.
pub(super) fn outbox(args: &ArgMatches) -> Result<Said, Fail> {
    let office = Office::open(args)?;
    let outbox = office.desk.outbox_of(&office.session)?;
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
    let meanwhile = outbox.meanwhile.iter().map(|one| {
        json!({ "by": one.by, "role": one.role.name(), "taken_at": one.taken_at, "until": one.until,
                "numbers": one.numbers, "events": one.events.len() })
    });
    let meanwhile: Vec<_> = meanwhile.collect();
    let json = json!({
        "connection": name, "since": since,
        "waiting": { "events": waiting.events, "cases": waiting.cases, "papers": waiting.blobs, "since": waiting.since },
        "awaited_papers": outbox.awaited, "mail": outbox.letters, "answers": answers_json(&outbox), "refused": refused, "meanwhile": meanwhile, "later": later_json(&outbox.later), "doubled": outbox.doubled,
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
    lines.extend(answers_line(&outbox));
    lines.extend(later_line(&outbox.later));
    lines.extend(work(&outbox));
    Ok(Said::new(json, lines))
}
