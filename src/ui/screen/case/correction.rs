//! How a correction stands in its case: begun, gone on with, left and kept, done. Corrects nothing itself.

use super::{Action, Message, State, correct};
use crate::desk::begun::Begun;
use crate::ui::screen::beside::Outcome;

impl State {
    pub(super) fn begin_correction(&mut self) -> Action {
        let Some(sheet) = self.sheet.as_ref().filter(|_| self.may("corrected")) else { return Action::None };
        let (correct, first) = correct::State::new(sheet);
        self.correct = Some(Box::new(correct));
        self.on_wants(first)
    }

    pub(super) fn on_correction(&mut self, message: correct::Message) -> Action {
        let Some(correct) = &mut self.correct else { return Action::None };
        let wants = correct.update(message);
        self.on_wants(wants)
    }

    /// What is typed into a correction and not saved yet: whoever takes the case away has it kept.
    pub fn unkept(&self) -> Option<Begun> {
        self.correct.as_ref()?.unkept()
    }

    /// The draft is saved, or gone, after the correction was left: the case says so when it is read again.
    pub(super) fn kept(&mut self, kept: Outcome<()>) -> Outcome<Action> {
        kept?;
        Ok(self.update(Message::Stale))
    }

    fn on_wants(&mut self, wants: correct::Wants) -> Action {
        match wants {
            correct::Wants::Nothing => Action::None,
            correct::Wants::All(all) => {
                Action::All(all.into_iter().map(|wants| self.on_wants(wants)).collect())
            }
            correct::Wants::Form(action) => Action::Form(action),
            correct::Wants::Look(answers) => Action::LookAtCorrection(self.id, answers),
            correct::Wants::Correct(wanted) => Action::Correct(self.id, wanted),
            correct::Wants::Wait => Action::RestCorrection,
            correct::Wants::Keep(begun) => Action::KeepCorrection(begun, false),
            correct::Wants::Close => self.close_correction(),
            correct::Wants::Discard => {
                self.correct = None;
                self.begun(None);
                Action::All(vec![Action::DropCorrection(self.id), Action::Focus("case-correct")])
            }
            correct::Wants::Corrected(done) => {
                self.correct = None;
                self.newest = done.papers.first().copied();
                Action::All(vec![Action::SaidDone, Action::LoadAfter(self.id)])
            }
        }
    }

    fn close_correction(&mut self) -> Action {
        let Some(correct) = self.correct.take() else { return Action::None };
        let focus = Action::Focus("case-correct");
        let begun = correct.begun();
        let unkept = correct.unkept();
        self.begun((!begun.is_empty()).then_some(begun));
        match unkept {
            Some(begun) => Action::All(vec![Action::KeepCorrection(Box::new(begun), true), focus]),
            None => focus,
        }
    }

    /// What is shown of it at once; the case is read again as soon as it is on the disk.
    fn begun(&mut self, begun: Option<Begun>) {
        if let Some(sheet) = &mut self.sheet {
            sheet.begun = begun;
        }
    }
}
