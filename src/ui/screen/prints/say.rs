//! How a print job stands, in words: short for a table, whole for a line, summed up for the status line. Asks nothing.

use crate::desk::print::{PrintJob, PrintState, Printer, Sides, matter};
use crate::fl;
use crate::ui::screen::beside::sentence as of_problem;
use crate::ui::theme::Tone;
use crate::words;
use chrono_tz::Europe::Berlin;

/// In two words.
pub fn state(job: &PrintJob) -> (String, Tone) {
    let standing = &job.standing;
    let tone = match standing.state {
        PrintState::Printed => Tone::Good,
        PrintState::Failed => Tone::Error,
        PrintState::Withdrawn => Tone::Muted,
        _ if standing.why.is_empty() => Tone::Accent,
        _ => Tone::Warning,
    };
    (words::text(&format!("print-state-{}", standing.state.name())), tone)
}

/// The moment since when it stands like this.
pub fn since(job: &PrintJob) -> String {
    words::moment(job.standing.since.with_timezone(&Berlin).naive_local())
}

/// State, since when, what is the matter and what to do.
pub fn sentence(job: &PrintJob) -> String {
    let stand = state(job).0;
    let open = job.standing.state.is_open();
    let when = if open {
        format!(" {}", fl!("print-since", when = since(job)))
    } else {
        format!(", {}", since(job))
    };
    let matter = matter(job).map(|matter| format!(" {}", of_problem(&matter)));
    format!("{}: {stand}{when}.{}", job.title, matter.unwrap_or_default())
}

/// What is not printed yet or did not come out, for the status line; nothing where everything is printed.
pub fn summary(jobs: &[PrintJob]) -> Option<(String, Tone)> {
    let failed: Vec<&PrintJob> = jobs.iter().filter(|job| job.standing.state == PrintState::Failed).collect();
    let open: Vec<&PrintJob> = jobs.iter().filter(|job| job.standing.state.is_open()).collect();
    let why = |job: &PrintJob| matter(job).map(|matter| words::said(&matter.id, &matter.args));
    if let Some(why) = failed.first().map(|job| why(job).unwrap_or_default()) {
        return Some((fl!("prints-failed", count = failed.len(), why = why), Tone::Error));
    }
    let stuck: Vec<String> = open.iter().filter_map(|job| why(job)).collect();
    if let Some(why) = stuck.first() {
        return Some((fl!("prints-stuck", count = stuck.len(), why = why.clone()), Tone::Warning));
    }
    (!open.is_empty()).then(|| (fl!("prints-under-way", count = open.len()), Tone::Accent))
}

/// A printer as one chooses it: what people call it, and what is the matter with it.
pub fn printer(printer: &Printer) -> String {
    let args = [("printer".to_owned(), printer.title.clone()), ("detail".to_owned(), String::new())].into();
    match printer {
        Printer { accepts: false, .. } => words::said("print-closed", &args),
        Printer { stopped: true, .. } => words::said("print-stopped", &args),
        _ => printer.title.clone(),
    }
}

/// A way to print on both sides.
pub fn sides(sides: Sides) -> String {
    words::text(&format!("print-sides-{}", sides.name()))
}

/// A tray; one that has no name here is called as the printer calls it.
pub fn tray(tray: &str) -> String {
    let id = format!("print-tray-{tray}");
    match tray.strip_prefix("tray-") {
        Some(number) => fl!("print-tray-number", number = number.to_owned()),
        None if words::knows(&id) => words::text(&id),
        None => tray.to_owned(),
    }
}
