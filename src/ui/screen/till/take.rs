//! What happens on the till's screen, one message after the other. Draws nothing.

use super::count::{self, Form};
use super::preview::{self, Preview};
use super::{Action, Message, Outcome, Page, State};
use crate::desk::look::Viewable;
use crate::desk::till::{ClosingShown, Entry};
use crate::fl;
use crate::ui::screen::back::way_back;

impl State {
    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Action {
        self.take(message).unwrap_or_else(|problems| {
            (self.busy, self.problems) = (false, problems);
            let wrong = self.form.as_ref().and_then(|_| count::first_wrong(&self.problems));
            wrong.map_or(Action::None, Action::Mend)
        })
    }

    fn take(&mut self, message: Message) -> Outcome<Action> {
        Ok(match message {
            Message::Loaded(loaded) => {
                let (till, closings) = (*loaded)?;
                let first = self.till.is_none();
                (self.till, self.closings) = (Some(till), closings);
                self.stay();
                let wanted = self.wanted.take();
                let wanted = wanted.and_then(|id| self.closings.iter().position(|one| one.row.id == id));
                if let Some(at) = wanted {
                    self.chosen = at;
                    return Ok(self.open(at));
                }
                if first { Action::Focus("till-count") } else { Action::None }
            }
            Message::Stale => match &self.form {
                Some(form) => Action::All(vec![Action::Load, form.recount()]),
                None => Action::Load,
            },
            Message::PageChosen(at) => {
                self.page =
                    [Page::Open, Page::Journal, Page::Closings].get(at).copied().unwrap_or(Page::Open);
                (self.chosen, self.cancelled) = (0, None);
                self.problems.clear();
                if self.page == Page::Journal { self.wanted_journal()? } else { Action::None }
            }
            Message::RowChosen(at) => {
                (self.chosen, self.cancelled) = (at, None);
                Action::None
            }
            Message::Opened(at) => self.open(at),
            Message::CountPressed if self.form.is_some() => Action::None,
            Message::CountPressed => self.begin(Action::Begin(false)),
            Message::CorrectPressed => self.begin(Action::Begin(true)),
            Message::Begun(begun, corrects) => {
                let (till, id) = (*begun)?;
                self.begun_to_count(till, id, corrects)
            }
            Message::Form(message) => {
                self.problems.retain(|problem| !message.mends(&problem.field));
                let other = self.form.as_mut().is_some_and(|form| form.take(message));
                self.form.as_ref().filter(|_| other).map_or(Action::None, Form::recount)
            }
            Message::Recounted(till, wanted) => {
                let till = (*till)?;
                if let Some(form) = &mut self.form {
                    form.recounted(till, wanted);
                }
                Action::None
            }
            Message::BackPressed => self.back(),
            Message::DropPressed => self.drop_count(),
            Message::ClosePressed => self.close()?,
            Message::Closed(closed) => {
                let closing = (*closed)?;
                (self.busy, self.form, self.kept) = (false, None, None);
                let said = Action::Say(fl!("till-closed", number = closing.number.clone()));
                Action::All(vec![Action::Load, said, self.show(&closing)])
            }
            Message::CancelPressed => match self.cancellable().map(|entry| entry.receipt.clone()) {
                Some(receipt) => {
                    self.cancelling = Some((receipt, String::new()));
                    Action::Focus("till-reason")
                }
                None => Action::None,
            },
            other => return self.take_more(other),
        })
    }

    fn take_more(&mut self, message: Message) -> Outcome<Action> {
        Ok(match message {
            Message::ReasonTyped(text) => {
                if let Some((_, reason)) = &mut self.cancelling {
                    *reason = text;
                }
                Action::None
            }
            Message::CancelTaken => match self.cancelling.clone() {
                Some((receipt, reason)) => self.begin(Action::Cancel(receipt, reason)),
                None => Action::None,
            },
            Message::CancelClosed => {
                (self.cancelling, self.busy) = (None, false);
                self.problems.clear();
                Action::Focus("till-rows")
            }
            Message::Cancelled(cancelled) => {
                let (_, paper) = cancelled?;
                (self.cancelled, self.cancellation) =
                    (self.cancelling.take().map(|(receipt, _)| receipt), paper);
                let goes_back = self.cancelled.as_deref().and_then(|receipt| self.taken_by(receipt));
                let goes_back = goes_back.map_or_else(String::new, |entry| way_back(entry.how, entry.cents));
                self.busy = false;
                let again = if self.page == Page::Journal { self.wanted_journal()? } else { Action::None };
                let said = Action::Say(if paper.is_some() {
                    fl!("till-cancelled", back = goes_back)
                } else {
                    fl!("till-cancelled-bare", back = goes_back)
                });
                Action::All(vec![Action::Load, again, Action::Focus("till-rows"), said])
            }
            Message::FromTyped(text) => {
                self.days.0 = text;
                Action::None
            }
            Message::UntilTyped(text) => {
                self.days.1 = text;
                Action::None
            }
            Message::JournalPressed => self.wanted_journal()?,
            Message::Journal(lines) => {
                self.journal = lines?;
                self.chosen = 0;
                self.stay();
                self.problems.clear();
                Action::None
            }
            Message::Preview(message) => {
                let wanted = self.preview.as_mut().and_then(|(_, preview)| preview.update(message));
                wanted.map_or(Action::None, Action::Picture)
            }
            Message::PreviewClosed => {
                self.preview = None;
                self.problems.clear();
                Action::Focus("till-count")
            }
            Message::PrintPressed => match self.preview.as_ref().map(|(id, _)| *id) {
                Some(id) => self.begin(Action::Print(id)),
                None => Action::None,
            },
            Message::Printed(printer) => {
                let printer = printer?;
                self.busy = false;
                Action::All(vec![Action::Say(fl!("till-printing", printer = printer)), Action::Watch])
            }
            other => self.on_save(other)?,
        })
    }

    /// One thing at a time.
    pub(super) fn begin(&mut self, action: Action) -> Action {
        self.problems.clear();
        if std::mem::replace(&mut self.busy, true) { Action::None } else { action }
    }

    fn open(&mut self, at: usize) -> Action {
        let case = |entry: &Entry| entry.case.as_ref().map(|(case, _)| *case);
        let case = match self.page {
            Page::Open => self.entries().get(at).and_then(case),
            Page::Journal => self.journal.get(at).and_then(|(entry, _)| case(entry)),
            Page::Closings => {
                let Some(closing) = self.closings.get(at).cloned() else { return Action::None };
                return self.show(&closing);
            }
        };
        // Whoever goes there from a receipt that was just cancelled prints the cancellation.
        let paper = self.cancelled.as_ref().and(self.cancellation);
        case.map_or(Action::None, |case| Action::Open(case, paper))
    }

    /// The paper of a closing comes.
    fn show(&mut self, closing: &ClosingShown) -> Action {
        self.problems.clear();
        let title = fl!("till-closing-title", number = closing.number.clone());
        let preview = Preview::new(Viewable::Closing(closing.row.id), title, closing.row.pages);
        let picture = Action::Picture(preview.wanted());
        self.preview = Some((closing.row.id, preview));
        Action::All(vec![picture, Action::Focus(preview::PAGE)])
    }
}
