//! `case hand-over`, `case give-back`, `case bundle`, `mail`: cases on their way between offices. Decides nothing.

use super::Office;
use super::case::text;
use super::say::{self, Fail, Said};
use crate::desk::handover::{Did, Dropped, Gone, Letter, Sent, Taken, Thrown, Told, whereabouts};
use crate::desk::outside;
use crate::domain::case::Case;
use crate::domain::case::handover::Said as Says;
use crate::domain::problem::Problem;
use crate::words;
use clap::ArgMatches;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Where the sealed file is to be written, if anywhere.
fn out(args: &ArgMatches) -> Option<PathBuf> {
    args.get_one::<PathBuf>("out").cloned()
}

/// Hands a case over, or sends after what another desk wrote without knowing.
pub(super) fn hand_over(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let case = office.case_id(args)?;
    let gone = office.desk.hand_over(&office.session, case, &text(args, "reason"))?;
    went(office, args, &gone, "cli-handed-over")
}

/// Gives a case back: decided, or with the reason why not.
pub(super) fn give_back(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let case = office.case_id(args)?;
    let undecided = args.get_one::<String>("undecided").map(String::as_str);
    let gone = office.desk.give_back(&office.session, case, undecided)?;
    went(office, args, &gone, "cli-given-back")
}

/// The case went; its file is written where that was asked for.
fn went(office: &Office, args: &ArgMatches, gone: &Gone, id: &str) -> Result<Said, Fail> {
    let values = [("number", &gone.number), ("office", &gone.bundle.to.name)];
    let values = values.map(|(name, value)| (name.to_owned(), value.clone()));
    let line = words::said(id, &values.into());
    let mut json = json!({
        "id": gone.case, "number": gone.number, "office": gone.bundle.to.name, "ags": gone.bundle.to.ags,
        "content": gone.bundle.content, "blob": gone.bundle.blob, "size": gone.bundle.size,
        "supplements": gone.supplements,
    });
    let Some(path) = out(args) else { return Ok(Said::line(json, line)) };
    // The case went all the same; only the file is missing, and can be written again.
    let written = office.desk.save_bundle(&office.session, gone.case, &path).map_err(|error| {
        let mut problems = error.problems();
        problems.push(Problem::warning("", "handover-not-written").with("number", &gone.number));
        Fail(problems)
    })?;
    json["file"] = written.display().to_string().into();
    Ok(Said::new(json, vec![line, written.display().to_string()]))
}

/// Writes the sealed file of a case once more: the same bytes.
pub(super) fn bundle(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let case = office.case(args)?;
    let path = out(args).unwrap_or_default();
    let written = office.desk.save_bundle(&office.session, case.id, &path)?;
    let (sealed, _) = office.desk.bundle(&office.session, case.id)?;
    let file = written.display().to_string();
    Ok(Said::line(json!({ "id": case.id, "blob": sealed.blob, "size": sealed.size, "file": file }), file))
}

/// What lies in the mailbox, taking it in, refusing it.
pub(super) fn mail(args: &ArgMatches) -> Result<Said, Fail> {
    let office = Office::open(args)?;
    match args.subcommand() {
        Some(("take-in", args)) => take_in(&office, args),
        Some(("refuse", args)) => refuse(&office, args),
        Some(("drop", args)) => throw_away(&office, args),
        _ => list(&office),
    }
}

fn list(office: &Office) -> Result<Said, Fail> {
    let mail = office.desk.mail(&office.session)?;
    let json = json!({
        "in": mail.incoming.iter().map(letter_json).collect::<Value>(),
        "out": mail.outgoing.iter().map(sent_json).collect::<Value>(),
        "dropped": mail.thrown.iter().map(thrown_json).collect::<Value>(),
    });
    let mut lines: Vec<String> = mail.incoming.iter().map(letter_line).collect();
    lines.extend(mail.outgoing.iter().map(sent_line));
    lines.extend(mail.thrown.iter().map(thrown_line));
    if lines.is_empty() {
        lines.push(words::text("mail-none"));
    }
    Ok(Said::new(json, lines))
}

fn letter_json(letter: &Letter) -> Value {
    let inside = letter.inside.as_ref().map(|inside| {
        json!({ "what": inside.what.name(), "service": inside.service.de, "number": inside.number,
                "here": inside.here, "reason": inside.reason, "by": inside.by })
    });
    json!({ "id": letter.id, "from": letter.from, "arrived_at": letter.arrived_at, "size": letter.size,
            "inside": inside, "problem": letter.problem.as_ref().map(say::as_json) })
}

fn sent_json(sent: &Sent) -> Value {
    json!({ "case": sent.case, "number": sent.number, "what": sent.what.name(), "office": sent.to.name,
            "since": sent.since, "delivered": sent.delivered, "note": sent.note })
}

/// `1a2b3c4d  Stadt Gescher  Abgabe: Wohnberechtigungsschein …`: the digits name it for `take-in`.
fn letter_line(letter: &Letter) -> String {
    let id: String = letter.id.to_string().chars().take(8).collect();
    let what = match (&letter.inside, &letter.problem) {
        (Some(inside), _) => {
            let service = inside.service.get(words::language().tag());
            let what =
                words::text_with(&format!("mail-{}", inside.what.name()), [("service", service.into())]);
            format!("{what}, {}", inside.here.as_ref().unwrap_or(&inside.number))
        }
        (None, Some(problem)) => say::line(problem),
        (None, None) => words::text("mail-other-group"),
    };
    format!("{id}  {}  {what}", letter.from)
}

fn sent_line(sent: &Sent) -> String {
    let what = words::text(&format!("mail-{}-out", sent.what.name()));
    let state = words::text(if sent.delivered { "mail-lies-there" } else { "mail-not-sent" });
    format!("{}  {}  {what}  {state}", sent.number, sent.to.name)
}

fn thrown_json(thrown: &Thrown) -> Value {
    json!({ "id": thrown.id, "from": thrown.from, "reason": thrown.reason, "desk": thrown.desk, "by": thrown.by, "at": thrown.at })
}

fn thrown_line(thrown: &Thrown) -> String {
    let id: String = thrown.id.to_string().chars().take(8).collect();
    let state = words::text_with("mail-thrown-by", [("by", thrown.by.as_str().into())]);
    if thrown.reason.is_empty() {
        return format!("{id}  {}  {state}", thrown.from);
    }
    format!("{id}  {}  {state}: {}", thrown.from, thrown.reason)
}

/// A file, or a piece of the mailbox by the beginning of its digest.
fn named(office: &Office, name: &str) -> Result<Vec<u8>, Fail> {
    let path = Path::new(name);
    if path.exists() {
        return Ok(outside::read(path)?.bytes);
    }
    let is_digest = name.len() >= 8 && name.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_digest { Ok(office.desk.letter_bytes(name)?) } else { Ok(outside::read(path)?.bytes) }
}

fn take_in(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let say = &words::said;
    if let Some(name) = args.get_one::<String>("bundle") {
        let taken = office.desk.take_in(&office.session, &named(office, name)?, say)?;
        return Ok(Said::line(taken_json(&taken), taken_line(&taken)));
    }
    let (mut taken, mut left, mut lines) = (Vec::new(), Vec::new(), Vec::new());
    for (id, done) in office.desk.take_in_all(&office.session, say)? {
        match done {
            Ok(done) => {
                lines.push(taken_line(&done));
                taken.push(taken_json(&done));
            }
            Err(error) => {
                let problems = error.problems();
                lines.extend(problems.iter().map(say::line));
                left.push(
                    json!({ "id": id, "problems": problems.iter().map(say::as_json).collect::<Value>() }),
                );
            }
        }
    }
    if lines.is_empty() {
        lines.push(words::text("mail-none"));
    }
    Ok(Said::new(json!({ "taken": taken, "left": left }), lines))
}

fn refuse(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let bytes = named(office, &text(args, "bundle"))?;
    let gone = office.desk.refuse(&office.session, &bytes, &text(args, "reason"), &words::said)?;
    went(office, args, &gone, "cli-given-back")
}

fn throw_away(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let (id, reason) = (text(args, "bundle"), text(args, "reason"));
    let even_so = args.get_flag("even-so");
    match office.desk.drop_mail(&office.session, (&id, even_so), &reason, &words::said)? {
        Dropped::Refused(gone) => went(office, args, &gone, "cli-given-back"),
        Dropped::Unopened(blob) => {
            Ok(Said::line(json!({ "dropped": blob }), words::text("mail-thrown-away")))
        }
    }
}

fn taken_json(taken: &Taken) -> Value {
    json!({ "id": taken.case, "number": taken.number, "office": taken.office, "did": taken.did.name() })
}

fn taken_line(taken: &Taken) -> String {
    let id = match taken.did {
        Did::Opened => "mail-taken",
        Did::Added => "mail-added",
        Did::Answered => "mail-answered",
        Did::Known => "mail-known",
    };
    words::text_with(id, [("number", taken.number.as_str().into()), ("office", taken.office.as_str().into())])
}

/// Where a case is, for people.
pub(super) fn lines(case: &Case) -> Vec<String> {
    whereabouts(case).iter().map(|told: &Told| words::said(told.id, &told.args)).collect()
}

/// Where a case is, for scripts.
pub(super) fn as_json(case: &Case) -> Value {
    let out = case.handovers().iter().map(|known| {
        let answer = known.closed.as_ref().or(known.acknowledged.as_ref());
        let answer = answer.map(|answer| {
            let (reason, outcome) = match &answer.said {
                Says::Refused { reason } => (Some(reason), None),
                Says::Returned { reasons, outcome, .. } => (Some(reasons), Some(outcome)),
                Says::Acknowledged => (None, None),
            };
            json!({ "said": answer.said.name(), "by": answer.by, "number": answer.number,
                    "on": answer.answered_on, "reason": reason, "outcome": outcome })
        });
        json!({ "office": known.given.bundle.to.name, "reason": known.given.reason, "on": known.given.handed_on,
                "content": known.given.bundle.content, "supplements": known.supplements, "answer": answer })
    });
    let came = case.origins().map(|taken| {
        json!({ "office": taken.from.name, "number": taken.number, "reason": taken.reason, "by": taken.by,
                "on": taken.handed_on, "content": taken.content })
    });
    json!({
        "away": case.away().is_some(), "out": out.collect::<Value>(), "came": came.collect::<Value>(),
        "given_back": case.given_back().map(|given| json!({ "on": given.given_on, "refused": given.refused })),
        "overlooked": case.overlooked().len(), "told": lines(case),
    })
}
