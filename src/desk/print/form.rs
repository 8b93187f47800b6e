//! The form of an intake on paper, to be signed: printed as a draft that says so. Nothing of it is stored, so it stands
//! in no queue: what does not come out is printed again.

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
        let printer = self.default_printer()?;
        let cups = Cups::of_this_machine();
        let wish = Wish { printer: printer.clone(), copies: 1, ..Wish::default() };
        // Everybody can read the queue's names: this one tells neither whom nor what the form is about.
        let name = format!("{} {}", word("draft_job", &[]), self.mark_of_attempt()?);
        let job = cups.create(&wish, &name).map_err(|trouble| said(&trouble, &printer))?;
        if let Err(trouble) = cups.send(job, &form) {
            // The begun job has no paper and ends by itself where this does not reach it.
            let _ = cups.cancel(job);
            return Err(said(&trouble, &printer).into());
        }
        Ok(printer)
    }
}
