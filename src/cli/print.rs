//! `paper print`, `queue`, `again`, `withdraw`, `printers`: what is to be printed and what became of it. Prints nothing
//! itself; each of them first asks how the jobs stand.

use super::Office;
use super::paper::paper;
use super::say::{Fail, Said, remedy, what};
use crate::desk::print::{PrintJob, Sides, Wish, matter};
use crate::domain::problem::Problem;
use crate::words;
use clap::ArgMatches;
use serde_json::{Value, json};

/// Jobs that are listed.
const SHOWN: usize = 100;

/// Puts a paper into the queue and works it off.
pub(super) fn print(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let paper = paper(office, args)?;
    let text = |name: &str| args.get_one::<String>(name).cloned();
    let printer = match text("printer") {
        Some(printer) => printer,
        None => default_printer(office)?,
    };
    let wish = Wish {
        printer,
        copies: args.get_one::<u16>("copies").copied().unwrap_or(1),
        sides: text("sides").as_deref().and_then(sides),
        tray: text("tray"),
    };
    let job = office.desk.print(&office.session, paper, &wish)?;
    let _ = office.desk.work_off_prints()?;
    let job = office.desk.print_job(&office.session, job)?;
    Ok(Said::line(as_json(&job), line(&job)))
}

pub(super) fn default_printer(office: &Office) -> Result<String, Fail> {
    let first = office.desk.printers()?.into_iter().next();
    Ok(first.ok_or_else(|| Problem::error("--printer", "printer-none"))?.name)
}

/// The sides by the words of the command line.
fn sides(word: &str) -> Option<Sides> {
    match word {
        "one" => Some(Sides::One),
        "long" => Some(Sides::Long),
        "short" => Some(Sides::Short),
        _ => None,
    }
}

/// The queue: first what is not printed.
pub(super) fn queue(office: &Office) -> Result<Said, Fail> {
    let _ = office.desk.work_off_prints()?;
    let jobs = office.desk.print_jobs(&office.session, SHOWN)?;
    Ok(Said::new(jobs.iter().map(as_json).collect(), jobs.iter().map(line).collect()))
}

/// The printers and what they can do.
pub(super) fn printers(office: &Office) -> Result<Said, Fail> {
    let printers = office.desk.printers()?;
    let json = printers.iter().map(|printer| {
        json!({ "name": printer.name, "title": printer.title, "default": printer.is_default,
                "stopped": printer.stopped, "accepts": printer.accepts,
                "sides": printer.sides.iter().map(|sides| sides.name()).collect::<Vec<_>>(),
                "trays": printer.trays })
    });
    let lines = printers.iter().map(|printer| format!("{}  {}", printer.name, printer.title));
    Ok(Said::new(json.collect(), lines.collect()))
}

/// A job that is not printed begins anew.
pub(super) fn again(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let printer = args.get_one::<String>("printer").map(String::as_str);
    office.desk.print_again(&office.session, number(args), printer)?;
    let _ = office.desk.work_off_prints()?;
    stands(office, args)
}

/// Nothing more of a job is printed.
pub(super) fn withdraw(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    office.desk.withdraw_print(&office.session, number(args))?;
    stands(office, args)
}

fn number(args: &ArgMatches) -> i64 {
    args.get_one::<i64>("job").copied().unwrap_or_default()
}

fn stands(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let job = office.desk.print_job(&office.session, number(args))?;
    Ok(Said::line(as_json(&job), line(&job)))
}

pub(super) fn as_json(job: &PrintJob) -> Value {
    let matter = matter(job);
    json!({
        "job": job.job,
        "paper": job.order.paper,
        "title": job.title,
        "number": job.number,
        "printer": job.order.printer,
        "copies": job.order.copies,
        "state": job.standing.state.name(),
        "since": job.standing.since,
        "why": matter.as_ref().map(what),
        "remedy": matter.as_ref().map(remedy),
        "system_id": job.standing.system_id,
    })
}

pub(super) fn line(job: &PrintJob) -> String {
    let state = words::text(&format!("print-state-{}", job.standing.state.name()));
    let why = matter(job).map(|matter| format!("  {} {}", what(&matter), remedy(&matter)));
    let (number, title, printer) = (&job.number, &job.title, &job.order.printer);
    format!("{}  {number}  {title}  {printer}  {state}{}", job.job, why.unwrap_or_default())
}
