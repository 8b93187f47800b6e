//! What stands in no queue, because nothing of it is stored: the form of an intake, to be signed, printed as a draft that says
//! so; and a work list. What does not come out is printed again.

use super::said;
use crate::desk::Desk;
use crate::desk::error::DeskError;
use crate::desk::intake::Intake;
use crate::desk::session::Session;
use crate::paper::template::word;
use crate::printer::{Cups, Wish};

impl Desk {
    /// Prints the form once, at the default printer; gives the printer's name.
    pub fn print_form(&self, session: &Session, intake: &Intake) -> Result<String, DeskError> {
        let form = self.draft_form(session, intake)?.ok_or_else(|| DeskError::because("form-none"))?;
        self.print_at_once("draft_job", &form)
    }

    /// Prints bytes once, at the default printer, under this word; gives the printer's name.
    pub(in crate::desk) fn print_at_once(&self, called: &str, bytes: &[u8]) -> Result<String, DeskError> {
        let printer = self.default_printer()?;
        let cups = Cups::of_this_machine();
        let wish = Wish { printer: printer.clone(), copies: 1, ..Wish::default() };
        // Everybody can read the queue's names: this one tells neither whom nor what the paper is about.
        let name = format!("{} {}", word(called, &[]), self.mark_of_attempt()?);
        let job = cups.create(&wish, &name).map_err(|trouble| said(&trouble, &printer))?;
        if let Err(trouble) = cups.send(job, bytes) {
            // The begun job has no paper and ends by itself where this does not reach it.
            let _ = cups.cancel(job);
            return Err(said(&trouble, &printer).into());
        }
        Ok(printer)
    }
}
