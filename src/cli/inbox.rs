//! `exchange inbox` and `exchange take-in`: files of other systems, in the folder and over the service of the Kreis, become drafts.
//! No rule lives here.

use super::Office;
use super::say::{self, Fail, Said};
use crate::desk::inbox::answer::Answer;
use crate::desk::inbox::folder::Standing;
use crate::desk::inbox::{At, Came};
use crate::domain::problem::Problem;
use crate::words;
use chrono::NaiveDate;
use clap::ArgMatches;
use serde_json::{Value, json};
use std::path::PathBuf;

/// What lies in the inbox, or takes one of it in by its name.
pub(super) fn inbox(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let inbox = office.desk.inbox(&office.session)?;
    if let Some(name) = args.get_one::<String>("take-file") {
        let came = office.desk.take_in_from(&office.session, &inbox.meant(name)?.at)?;
        let told = [("file", name.clone()), ("service", came.service.clone())];
        let told = told.map(|(name, value)| (name.to_owned(), value)).into();
        let mut lines = vec![words::said("inbox-taken", &told)];
        lines.extend(came.problems.iter().map(|problem| format!("  {}", say::line(problem))));
        return Ok(Said::new(json!({ "file": name, "draft": came.draft, "service": came.service }), lines));
    }
    let (mut rows, mut lines) = (Vec::new(), Vec::new());
    for letter in &inbox.letters {
        let (word, problem) = match &letter.standing {
            Standing::Waits(_) => ("waits", None),
            Standing::Taken(Came::Draft(_)) => ("draft", None),
            Standing::Taken(Came::Case(..)) => ("case", None),
            Standing::Known => ("known", None),
            Standing::Unreadable(problem) if problem.id == "xga-town" => ("other-town", Some(problem)),
            Standing::Unreadable(problem) => ("unreadable", Some(problem)),
        };
        let over_service = matches!(letter.at, At::Service(_));
        rows.push(json!({
            "name": letter.name, "place": letter.place(), "standing": word, "over_service": over_service, "came_at": letter.came_at,
            "problem": problem.map(say::as_json), "answer": letter.answer.as_ref().map(Answer::name),
        }));
        let why = problem.map(|problem| format!(" {}", say::line(problem))).unwrap_or_default();
        lines.push(format!("{}: {}{why}", letter.name, words::text(&format!("cli-inbox-{word}"))));
    }
    if lines.is_empty() {
        lines.push(words::text("cli-inbox-none"));
    }
    let goes = inbox.unsent.iter().filter(|unsent| unsent.problem.is_none()).count();
    if goes > 0 {
        lines.push(words::said("inbox-answers-go", &[("count".to_owned(), goes.to_string())].into()));
    }
    lines.extend(inbox.unsent.iter().filter_map(|unsent| unsent.problem.as_ref()).map(say::line));
    let unsent = inbox.unsent.iter().map(|unsent| {
        json!({ "case": unsent.case, "number": unsent.number, "file": unsent.file,
                "problem": unsent.problem.as_ref().map(say::as_json) })
    });
    Ok(Said::new(json!({ "inbox": rows, "unsent": unsent.collect::<Value>() }), lines))
}

/// Lays the answers that are due: one that cannot be laid keeps no other away. Or notes that one was given by another way.
pub(super) fn answer(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    if let Some(file) = args.get_one::<String>("otherwise") {
        let case = office.desk.answered_otherwise(&office.session, file)?;
        return Ok(Said::line(json!({ "case": case, "file": file }), words::text("inbox-answer-given")));
    }
    if office.desk.inbox_folder()?.is_none() {
        return Err(Problem::error("", "inbox-answer-nowhere").into());
    }
    let mut answered = office.desk.lay_answers(&office.session)?;
    let count = answered.laid.len();
    if !answered.problems.is_empty() {
        if count > 0 {
            answered.problems.insert(0, Problem::error("", "inbox-answers-others").with("count", count));
        }
        return Err(Fail(answered.problems));
    }
    let laid = answered.laid.iter().map(|(path, number)| (path.display().to_string(), number));
    let rows =
        laid.clone().map(|(file, number)| json!({ "file": file, "number": number })).collect::<Value>();
    let mut lines: Vec<String> = laid.map(|(file, number)| format!("{number}: {file}")).collect();
    lines.push(words::said("inbox-answers-laid", &[("count".to_owned(), count.to_string())].into()));
    Ok(Said::new(json!({ "answers": rows }), lines))
}

/// Takes each file in by itself: one that is refused keeps no other away.
pub(super) fn take_in(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let received_on = args.get_one::<NaiveDate>("received-on").copied();
    let (mut drafts, mut lines, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    for path in args.get_many::<PathBuf>("file").into_iter().flatten() {
        match office.desk.take_in_file(&office.session, path, received_on) {
            Err(error) => refused.extend(error.problems()),
            Ok(came) => {
                let file = path.display().to_string();
                let told = [("file", file.clone()), ("service", came.service.clone())];
                let told = told.map(|(name, value)| (name.to_owned(), value)).into();
                lines.push(words::said("inbox-taken", &told));
                lines.extend(came.problems.iter().map(|problem| format!("  {}", say::line(problem))));
                for (line, name) in &came.unknown {
                    let told = [("line", line.to_string()), ("name", name.clone())];
                    let told = told.map(|(name, value)| (name.to_owned(), value)).into();
                    lines.push(format!("  {}", words::said("inbox-unknown", &told)));
                }
                drafts.push(json!({
                    "file": file, "draft": came.draft, "service": came.service,
                    "problems": came.problems.iter().map(say::as_json).collect::<Value>(),
                    "unknown": came.unknown,
                }));
            }
        }
    }
    if refused.is_empty() {
        return Ok(Said::new(json!({ "drafts": drafts }), lines));
    }
    if !drafts.is_empty() {
        refused.insert(0, Problem::error("", "inbox-others").with("count", drafts.len()));
    }
    Err(Fail(refused))
}
