//! `paper serial` and `paper runs`: a letter in the clerk's own words, or a paper of a kind, for each of many cases. Chooses by
//! the filters of the work list.

use super::Office;
use super::print::default_printer;
use super::progress::Shown;
use super::say::{self, Fail, Said};
use crate::desk::look::{Filter, View};
use crate::desk::outside;
use crate::desk::print::Wish;
use crate::desk::serial::{Progress, Text};
use crate::domain::problem::Problem;
use crate::words;
use clap::ArgMatches;
use serde_json::{Value, json};
use std::path::PathBuf;

/// The run was stopped, or cases were left out.
const NOT_ALL: u8 = 3;

fn text(args: &ArgMatches, name: &str) -> Option<String> {
    args.get_one::<String>(name).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// Begins a run or goes on with one.
pub(super) fn write(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let print = args.get_flag("print") || args.get_one::<String>("printer").is_some();
    let run = if let Some(run) = text(args, "run") {
        run.parse().map_err(|_| Problem::error("--run", "serial-run-unknown").with("run", run))?
    } else {
        let rows = office.desk.serial_choice(&office.session, &filter(office, args))?;
        if args.get_flag("look") {
            let json = rows.iter().map(super::case::row).collect();
            let line = |row: &crate::desk::look::CaseRow| format!("{}  {}", row.number, row.applicant_name);
            return Ok(Said::new(json, rows.iter().map(line).collect()));
        }
        let cases: Vec<_> = rows.iter().map(|row| row.id).collect();
        office.desk.serial_begin(&office.session, &cases, &letter(args)?)?
    };
    let wish = match (print, text(args, "printer")) {
        (false, _) => None,
        (true, Some(printer)) => Some(Wish { printer, copies: 1, ..Wish::default() }),
        (true, None) => Some(Wish { printer: default_printer(office)?, copies: 1, ..Wish::default() }),
    };
    let mut shown = Shown::new();
    let mut told = |done: usize, of: usize| {
        let args = [("done".to_owned(), done.to_string()), ("of".to_owned(), of.to_string())];
        shown.words(|| words::said("serial-far", &args.into()))
    };
    let progress = office.desk.serial_go_on(&office.session, run, wish.as_ref(), &mut told)?;
    shown.clear();
    if wish.is_some() {
        let _ = office.desk.work_off_prints()?;
    }
    Ok(said(&progress))
}

fn filter(office: &Office, args: &ArgMatches) -> Filter {
    let view = match text(args, "view").as_deref() {
        Some("mine") => View::Mine(office.session.user),
        Some("overdue") => View::Overdue { today: office.desk.today() },
        Some("all") => View::All,
        _ => View::Open,
    };
    Filter { view, service: text(args, "service"), text: text(args, "text") }
}

fn letter(args: &ArgMatches) -> Result<Text, Fail> {
    let file = args.get_one::<PathBuf>("letter");
    let body = match file {
        Some(path) => outside::read_text(path)?,
        None => String::new(),
    };
    let kind = text(args, "of-kind");
    Ok(Text { subject: text(args, "subject").unwrap_or_default(), text: body, kind })
}

fn said(progress: &Progress) -> Said {
    let left: Vec<Value> = progress
        .left
        .iter()
        .map(|(number, problem)| json!({ "number": number, "problem": say::as_json(problem) }))
        .collect();
    let json = json!({ "run": progress.run, "cases": progress.cases, "issued": progress.issued,
                       "left": left, "stopped": progress.stopped });
    let counted = [
        ("issued".to_owned(), progress.issued.len().to_string()),
        ("of".to_owned(), progress.cases.to_string()),
        ("run".to_owned(), progress.run.to_string()),
    ];
    let id = if progress.stopped { "serial-stopped" } else { "serial-done" };
    let mut lines = vec![words::said(id, &counted.into())];
    lines.extend(progress.left.iter().map(|(number, problem)| format!("{number}: {}", say::line(problem))));
    let all = !progress.stopped && progress.left.is_empty();
    Said::new(json, lines).with_code(if all { 0 } else { NOT_ALL })
}

/// The runs of whoever is signed in.
pub(super) fn runs(office: &Office) -> Result<Said, Fail> {
    let runs = office.desk.serial_runs(&office.session)?;
    let json = runs.iter().map(|run| {
        json!({ "run": run.id, "begun_at": run.begun_at, "cases": run.cases, "issued": run.issued, "left": run.left })
    });
    let lines = runs.iter().map(|run| format!("{}  {}/{}", run.id, run.issued, run.cases));
    Ok(Said::new(json.collect(), lines.collect()))
}
