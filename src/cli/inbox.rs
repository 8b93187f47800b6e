//! `exchange take-in`: files of other systems become drafts. No rule lives here.

use super::Office;
use super::say::{self, Fail, Said};
use crate::domain::problem::Problem;
use crate::words;
use chrono::NaiveDate;
use clap::ArgMatches;
use serde_json::{Value, json};
use std::path::PathBuf;

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
