//! Printing: a queue that says waiting, printed, failed and why. A paper exists before it is printed, and printing it
//! again is the same bytes and charges nothing.

use super::Desk;
use super::error::DeskError;
use super::hand::Hand;
use super::session::Session;
use crate::domain::decide::Command;
use crate::domain::id::PaperId;
use crate::domain::problem::Problem;
use crate::store::StoreError;
use crate::store::read::{self, PrintJob, PrintState};
use printers::common::base::job::PrinterJobOptions;
use printers::common::converters::Converter;

/// Most copies of one paper in one job.
pub const MOST_COPIES: u16 = 99;

impl Desk {
    /// The system's printers, the default one first.
    pub fn printers(&self) -> Vec<String> {
        let mut printers = printers::get_printers();
        printers.sort_by_key(|printer| (!printer.is_default, printer.name.clone()));
        printers.into_iter().map(|printer| printer.name).collect()
    }

    /// Puts a paper into the print queue, and works the queue off. The job says what became of it.
    pub fn print(
        &self,
        session: &Session,
        paper: PaperId,
        printer: &str,
        copies: u16,
    ) -> Result<Vec<PrintJob>, DeskError> {
        if copies == 0 || copies > MOST_COPIES {
            return Err(Problem::error("copies", "copies-range").with("most", MOST_COPIES).into());
        }
        let _ = self.paper_row(session, paper)?;
        let now = self.clock.now();
        let _ = self.store.write(|tx| {
            Ok::<_, StoreError>(read::enqueue_print(tx.rows(), paper, printer, copies, session.user, now)?)
        })?;
        self.work_off_prints(session)?;
        self.query(|db| read::print_jobs_of(db, &session.reads, paper))
    }

    /// The newest jobs, those that are not printed first.
    pub fn print_jobs(&self, session: &Session, limit: usize) -> Result<Vec<PrintJob>, DeskError> {
        self.query(|db| read::print_jobs(db, &session.reads, limit))
    }

    /// Hands every waiting job to the printing system. No transaction is open meanwhile.
    pub fn work_off_prints(&self, session: &Session) -> Result<(), DeskError> {
        while let Some(job) = self.store.write(|tx| Ok::<_, StoreError>(read::next_print(tx.rows())?))?.value
        {
            let bytes = self.paper_bytes(session, job.paper).map_err(|error| error.to_string());
            let sent = bytes.and_then(|bytes| send(&job, &bytes));
            self.act_as(session, |hand| note(hand, &job, &sent))?;
        }
        Ok(())
    }
}

/// What became of a job: the printing system's number for it, or why it took none.
fn send(job: &PrintJob, bytes: &[u8]) -> Result<u64, String> {
    let printer = printers::get_printer_by_name(&job.printer)
        .ok_or_else(|| format!("{} – printer not found", job.printer))?;
    let copies = job.copies.to_string();
    let options = PrinterJobOptions {
        name: job.paper_title.as_ref().map(|(title, _)| title.as_str()),
        raw_properties: &[("document-format", "application/pdf"), ("copies", &copies)],
        converter: Converter::None,
    };
    printer.print(bytes, options).map_err(|error| error.message)
}

/// Writes down what became of a job: in the queue, and in the case once it went to a printer.
fn note(hand: &mut Hand<'_, '_, '_>, job: &PrintJob, sent: &Result<u64, String>) -> Result<(), DeskError> {
    let (state, why, system) = match sent {
        Ok(id) => (PrintState::Printed, "", id.to_string()),
        Err(why) => (PrintState::Failed, why.as_str(), String::new()),
    };
    read::mark_print(hand.tx.rows(), job.job, state, why, &system).map_err(StoreError::from)?;
    if sent.is_ok() {
        let reads = hand.user.reads();
        let row = read::paper_by_id(hand.tx.rows(), &reads, job.paper).map_err(StoreError::from)?;
        let row = row.ok_or_else(|| DeskError::because("paper-unknown"))?;
        let case = hand.case(row.case)?;
        let printed = Command::Printed { paper: job.paper, printer: job.printer.clone(), copies: job.copies };
        hand.command(row.case, Some(&case), printed, None)?;
    }
    Ok(())
}
