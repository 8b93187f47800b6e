//! Beginning to count, going on with what was left half-way, leaving it, closing. Adds nothing up.

use super::count::{self, Form};
use super::{Action, Outcome, State};
use crate::desk::till::Till;
use crate::domain::id::ClosingId;
use crate::fl;

impl State {
    /// The till as it has to be counted is known: one begins, or goes on where one was.
    pub(super) fn begun_to_count(&mut self, till: Till, id: ClosingId, corrects: bool) -> Action {
        self.busy = false;
        let kept = self.kept.take().filter(|kept| kept.is_of(&till, corrects));
        let on = kept.map(|kept| kept.goes_on(till.clone(), self.today));
        let again = on.as_ref().map(Form::recount);
        self.form = Some(on.unwrap_or_else(|| Form::new(id, till, corrects, self.today)));
        // From another day on, or for this desk alone, other receipts count than what was told just now.
        Action::All(again.into_iter().chain([Action::Focus(count::FIRST)]).collect())
    }

    /// Whether somebody goes on with a count.
    pub(super) fn goes_on(&self) -> bool {
        self.kept.is_some()
    }

    /// Back from counting: nobody counts a box twice because of one key.
    pub(super) fn back(&mut self) -> Action {
        self.kept = self.form.take().as_ref().and_then(Form::to_keep);
        self.problems.clear();
        let said = self.kept.is_some().then(|| Action::Say(fl!("till-kept")));
        let home = [Action::Load, Action::Focus("till-count")];
        Action::All(home.into_iter().chain(said).collect())
    }

    /// What is counted goes.
    pub(super) fn drop_count(&mut self) -> Action {
        (self.form, self.kept) = (None, None);
        self.problems.clear();
        Action::All(vec![Action::Load, Action::Focus("till-count")])
    }

    pub(super) fn close(&mut self) -> Outcome<Action> {
        let Some(form) = &self.form else { return Ok(Action::None) };
        let (counting, second) = form.read()?;
        let id = form.id;
        Ok(self.begin(Action::Close(id, Box::new(counting), second)))
    }
}
