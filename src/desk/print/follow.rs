//! What became of a job that the printing system has: printed, given up, or what it waits for. Hands nothing over.

use super::work::System;
use super::{PrintJob, PrintState};
use crate::desk::Desk;
use crate::desk::error::DeskError;
use crate::desk::hand::Hand;
use crate::domain::decide::Command;
use crate::domain::user::Group;
use crate::printer::{Job, JobState, Printer};
use crate::store::StoreError;
use crate::store::read::{self, Standing};
use chrono::DateTime;
use std::collections::BTreeSet;

/// What printers complain of (RFC 8011, 5.4.12) and what is said about it. Complaints that stop nothing are left out.
const COMPLAINTS: [(&str, &str); 13] = [
    ("media-empty", "print-paper-out"),
    ("media-needed", "print-paper-out"),
    ("input-tray-missing", "print-paper-out"),
    ("media-jam", "print-jam"),
    ("door-open", "print-door"),
    ("cover-open", "print-door"),
    ("interlock-open", "print-door"),
    ("toner-empty", "print-toner"),
    ("marker-supply-empty", "print-toner"),
    ("offline", "print-offline"),
    // The only report that is more than a report: so CUPS tells of a printer that is switched off.
    ("offline-report", "print-offline"),
    ("timed-out", "print-offline"),
    ("shutdown", "print-offline"),
];

impl Desk {
    /// Asks for a job at the printer, and writes down what is new.
    pub(super) fn follow(&self, system: &System, job: &PrintJob) -> Result<Option<PrintJob>, DeskError> {
        let asked = job.standing.system_id.map_or(Ok(None), |id| system.cups.job(id));
        let found = match asked {
            Ok(found) => found,
            Err(trouble) => return self.unreachable(job, &trouble),
        };
        // After the printing system was set up anew, the number may be somebody else's.
        let ours = found.filter(|there| there.name.as_ref().is_none_or(|name| *name == job.standing.ticket));
        // The jobs of a printer go with it.
        let there_is = system.printer(&job.order.printer).is_some();
        let ended =
            |why| self.standing(job, PrintState::Failed, if there_is { why } else { "print-gone" }, "");
        match ours {
            Some(there) if there.state == JobState::Completed => self.printed(job),
            Some(there) if there.state == JobState::Aborted => {
                self.mark(job, &self.standing(job, PrintState::Failed, "print-aborted", &there.says))
            }
            Some(there) if there.state == JobState::Cancelled => self.mark(job, &ended("print-cancelled")),
            Some(there) => self.at_the_printer(system, job, &there),
            None => self.mark(job, &ended("print-lost")),
        }
    }

    /// What a job at the printer waits for, where that is known.
    fn at_the_printer(
        &self,
        system: &System,
        job: &PrintJob,
        there: &Job,
    ) -> Result<Option<PrintJob>, DeskError> {
        let standing = match (system.printer(&job.order.printer), there.state) {
            (Some(printer), _) if printer.stopped => {
                let stopped = self.standing(job, PrintState::Printing, "print-stopped", &printer.says);
                let since = printer.since.and_then(|seconds| DateTime::from_timestamp(seconds, 0));
                // Stopped before the job came: the printer knows since when.
                Standing { since: since.unwrap_or(stopped.since), ..stopped }
            }
            (_, JobState::Held) if there.retried => {
                self.standing(job, PrintState::Printing, "print-retried", &there.says)
            }
            (_, JobState::Held) => self.standing(job, PrintState::Printing, "print-held", ""),
            (Some(printer), _) => {
                let why = complaint(printer).unwrap_or_default();
                let detail = if why.is_empty() { "" } else { printer.says.as_str() };
                self.standing(job, PrintState::Printing, why, detail)
            }
            (None, _) => self.standing(job, PrintState::Printing, "print-gone", ""),
        };
        self.rest(job, &standing)
    }

    /// The printing system says that it is done: that is noted in its case, once, in the name of who wanted it.
    fn printed(&self, job: &PrintJob) -> Result<Option<PrintJob>, DeskError> {
        let printed = self.standing(job, PrintState::Printed, "", "");
        match self.note(job, &printed) {
            // Who wanted it may not do that any more. It is printed all the same, and nobody prints it again.
            Err(DeskError::Refused(refusal)) => {
                tracing::warn!(%refusal, job = job.job, "printed, and not noted in the case");
                self.mark(job, &self.standing(job, PrintState::Printed, "print-not-noted", ""))
            }
            noted => noted,
        }
    }

    fn note(&self, job: &PrintJob, printed: &Standing) -> Result<Option<PrintJob>, DeskError> {
        let marked = self.store.write(|tx| {
            if !read::mark_print(tx.rows(), job, printed).map_err(StoreError::from)? {
                return Ok::<_, DeskError>(false);
            }
            let everything: BTreeSet<Group> = Group::ALL.into_iter().collect();
            let row = read::paper_by_id(tx.rows(), &everything, job.order.paper).map_err(StoreError::from)?;
            let Some(row) = row else {
                // The log says nothing of where a closing was printed: its job alone does.
                let closing = read::closing_by_paper(tx.rows(), job.order.paper).map_err(StoreError::from)?;
                return closing.map(|_| true).ok_or_else(|| DeskError::because("paper-unknown"));
            };
            let mut hand = Hand::of(self, tx, job.order.asked_by)?;
            let case = hand.case(row.case)?;
            let (paper, printer) = (job.order.paper, job.order.printer.clone());
            let command = Command::Printed { paper, printer, copies: job.order.copies };
            hand.command(row.case, Some(&case), command, None)?;
            Ok(true)
        })?;
        Ok(marked.value.then(|| PrintJob { standing: printed.clone(), ..job.clone() }))
    }
}

fn complaint(printer: &Printer) -> Option<&'static str> {
    let plain = |reason: &str| {
        ["-error", "-warning"]
            .iter()
            .find_map(|ending| reason.strip_suffix(ending))
            .unwrap_or(reason)
            .to_owned()
    };
    let reasons: Vec<String> = printer.reasons.iter().map(|reason| plain(reason)).collect();
    COMPLAINTS.iter().find(|(word, _)| reasons.iter().any(|reason| reason == word)).map(|(_, why)| *why)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_printer_complains_of_is_told_and_what_stops_nothing_is_not() {
        let of = |reasons: &[&str]| {
            complaint(&Printer {
                name: "buero".into(),
                title: "Büro".into(),
                is_default: true,
                stopped: false,
                accepts: true,
                since: None,
                says: String::new(),
                reasons: reasons.iter().map(|reason| (*reason).to_owned()).collect(),
                sides: Vec::new(),
                trays: Vec::new(),
            })
        };
        assert_eq!(of(&["media-jam-error"]), Some("print-jam"));
        assert_eq!(of(&["toner-low-warning", "media-empty-warning"]), Some("print-paper-out"));
        assert_eq!(of(&["cover-open"]), Some("print-door"));
        assert_eq!(of(&["offline-report"]), Some("print-offline"));
        assert_eq!(of(&["media-empty-report", "toner-low-report"]), None);
        assert_eq!(of(&[]), None);
    }
}
