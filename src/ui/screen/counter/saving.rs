//! When the draft is saved, and when the intake may be left: one save at a time, and nothing is dropped that is not on the
//! disk. Writes nothing itself.

use super::outcome::{Action, Outcome};
use super::{Page, State};
use crate::domain::id::CaseId;
use chrono::NaiveDateTime;

impl State {
    /// Whether something of the intake is not on the disk yet: then it must not be dropped.
    pub fn is_unsaved(&self) -> bool {
        self.is_open() && (self.unsaved || self.saving || self.stops.filing)
    }

    /// Whether it is filed: nothing of it is to be gone on with.
    pub fn is_done(&self) -> bool {
        self.page == Page::Done
    }

    /// The case that the intake becomes.
    pub fn case(&self) -> Option<CaseId> {
        self.work.as_ref().map(|work| work.intake.case)
    }

    /// Whether there is an intake that is not filed.
    fn is_open(&self) -> bool {
        self.work.is_some() && matches!(self.page, Page::Person | Page::Form | Page::Stops)
    }

    /// Whoever locked the window is back before the draft was saved: they go on with it.
    pub fn go_on(&mut self) {
        self.parking = false;
    }

    /// Everything empty for the next intake.
    pub(super) fn afresh(&mut self) -> Action {
        let (fresh, action) = Self::new(self.catalogue, self.town.clone(), self.today);
        let (waiting, saving) = (self.waiting, self.saving);
        *self = Self { waiting, saving, ..fresh };
        action
    }

    /// The draft is saved at once, and put aside when it is on the disk.
    pub(super) fn park(&mut self) -> Action {
        if !self.is_open() {
            return self.afresh();
        }
        if self.stops.filing {
            return Action::None;
        }
        self.parking = true;
        self.unsaved = true;
        // A file that is being read is saved with the draft, and then the rest.
        if self.reads_file() {
            return Action::None;
        }
        let _ = self.close_file();
        self.save()
    }

    /// Saves the draft as it is now; where a save is on its way, after that one.
    pub(super) fn save(&mut self) -> Action {
        let Some(work) = self.work.as_ref().filter(|_| !self.saving) else { return Action::None };
        self.unsaved = false;
        self.saving = true;
        Action::SaveDraft(Box::new(work.intake.clone()))
    }

    /// Something changed: it is saved within a second, however fast the next changes come.
    pub(super) fn changed(&mut self) -> Action {
        if self.work.is_none() || self.page == Page::Done {
            return Action::None;
        }
        self.unsaved = true;
        if std::mem::replace(&mut self.waiting, true) { Action::None } else { Action::Wait }
    }

    pub(super) fn on_pause(&mut self) -> Action {
        if !self.unsaved || self.stops.filing || self.saving {
            self.waiting = false;
            return Action::None;
        }
        // A file that is being attached is saved with the draft: what was before it must not be saved after it.
        if self.chooses_file() {
            return Action::Wait;
        }
        self.save()
    }

    /// One save at a time, so that an older state is never written over a newer one. What was not saved is tried again.
    pub(super) fn on_saved(&mut self, case: CaseId, at: Outcome<NaiveDateTime>) -> Action {
        (self.waiting, self.saving) = (false, false);
        match at {
            // Of an intake that is filed meanwhile.
            _ if self.case() != Some(case) => {}
            Ok(at) => {
                self.saved = Some(at);
                self.trouble.clear();
            }
            Err(problems) => {
                // It stays open, whether it was to be parked or not.
                self.trouble = problems;
                self.parking = false;
                self.unsaved = self.work.is_some();
            }
        }
        match (self.parking, self.unsaved) {
            (true, true) if !self.reads_file() => self.save(),
            (true, false) => self.afresh(),
            (_, true) => self.changed(),
            (false, false) => Action::None,
        }
    }
}
