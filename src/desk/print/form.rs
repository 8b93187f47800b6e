//! The form of an intake on paper, to be signed: printed as a draft that says so. Nothing of it is stored, so it stands
//! in no queue: what does not come out is printed again.

use super::said;
use crate::desk::Desk;
use crate::desk::error::DeskError;
use crate::desk::intake::Intake;
use crate::desk::session::Session;
use crate::printer::{Cups, Wish};

impl Desk {
    /// Prints the form once, at the default printer; gives the printer's name.
    pub fn print_form(&self, session: &Session, intake: &Intake) -> Result<String, DeskError> {
        let form = self.draft_form(session, intake)?.ok_or_else(|| DeskError::because("form-none"))?;
        let printer = self.printers()?.into_iter().next();
        let printer = printer.ok_or_else(|| DeskError::because("counter-no-printer"))?.name;
        let cups = Cups::of_this_machine();
        let wish = Wish { printer: printer.clone(), copies: 1, ..Wish::default() };
        let sent = cups.create(&wish, &intake.service).and_then(|job| cups.send(job, &form));
        sent.map_err(|trouble| said(&trouble, &printer))?;
        Ok(printer)
    }
}
