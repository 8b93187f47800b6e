//! The dialog of a case: how it begins, what is left of it, and where the keyboard stands once it served. Does nothing itself.

use super::over::kept::Drafts;
use super::over::{Kind, Over};
use super::{Action, State, steps};
use crate::desk::case::Sheet;
use iced::widget::Id;

impl State {
    /// A dialog as it begins, by what the case says.
    pub(super) fn begins(&self, kind: Kind) -> Over {
        let over = Over::new(kind, self.today);
        match self.sheet.as_deref() {
            Some(sheet) => over.about(sheet, self.today),
            None => over,
        }
    }

    /// Closes the dialog; what was written stays for the next time.
    pub(super) fn leave_over(&mut self) {
        self.problems.clear();
        if let Some(over) = self.over.take() {
            let fresh = self.begins(over.kind.clone());
            self.drafts.keep(over, &fresh);
        }
    }

    /// What is written in dialogs and not done, the open one too: whoever takes the case away has it kept.
    pub fn written(&self) -> Option<Drafts> {
        let mut drafts = self.drafts.clone();
        if let Some(over) = self.over.as_ref().filter(|_| !self.busy) {
            drafts.keep(over.clone(), &self.begins(over.kind.clone()));
        }
        (!drafts.is_empty()).then_some(drafts)
    }

    /// What was written before somebody looked elsewhere is there again.
    pub fn goes_on_with(&mut self, written: Drafts) {
        self.drafts = written;
    }

    /// Throws away what was written before.
    pub(super) fn begin_anew(&mut self) -> Action {
        let Some(kind) = self.over.as_ref().map(|over| over.kind.clone()) else { return Action::None };
        self.drafts.forget(&kind);
        let fresh = self.begins(kind);
        self.open(fresh)
    }

    /// The case after something was done in it. The keyboard stands at the paper that came of it, else where it was before,
    /// else at what can be done next: never nowhere, and never at what slid into the place of a button that is gone.
    pub(super) fn loaded_after(&mut self, held: Option<Id>, sheet: Sheet) -> Action {
        let papers = |sheet: &Sheet| sheet.case.papers.len();
        let issued = self.sheet.as_deref().is_some_and(|had| papers(&sheet) > papers(had));
        let loaded = self.loaded(sheet);
        let next = [steps::CARD, "papers", "case-note", "case-back"];
        let issued = issued.then(|| Id::new("papers"));
        let places = issued.into_iter().chain(held).chain(next.map(Id::new));
        Action::All(vec![Action::FocusFirst(places.collect()), loaded])
    }
}
