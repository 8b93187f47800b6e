//! Saving a journal as a file for the finance system: that of the days shown, or of the chosen closing. Writes nothing itself.

use super::{Action, Message, Outcome, Page, State};
use crate::desk::look::file_name;
use crate::desk::till::Journal;
use crate::fl;
use crate::ui::control::{Dialog, button, dialog, primary};
use crate::ui::layout::Space;
use crate::ui::screen::chooser;
use crate::ui::shortcut::Shortcut;

/// The button that asks for it.
pub(super) const SAVES: &str = "till-save";

impl State {
    /// Whether there is a journal to be saved.
    pub(super) fn can_save(&self) -> bool {
        match self.page {
            Page::Open => false,
            Page::Journal => !self.journal.is_empty(),
            Page::Closings => self.closings.get(self.chosen).is_some(),
        }
    }

    pub(super) fn on_save(&mut self, message: Message) -> Outcome<Action> {
        Ok(match message {
            Message::SavePressed => self.save()?,
            Message::Chooser(message) => {
                let Some((chooser, journal)) = &mut self.saving else { return Ok(Action::None) };
                match chooser.update(message) {
                    chooser::Wanted::File(path) => Action::Save(journal.clone(), path),
                    wanted => Action::Choose(wanted),
                }
            }
            Message::ChooserClosed => {
                self.saving = None;
                Action::Focus(SAVES)
            }
            Message::Saved(path, Ok(())) => {
                self.saving = None;
                let said = Action::Say(fl!("till-saved", file = path.display().to_string()));
                Action::All(vec![said, Action::Focus(SAVES)])
            }
            Message::Saved(_, Err(problems)) => match &mut self.saving {
                Some((chooser, _)) => {
                    chooser.refused(problems);
                    Action::None
                }
                None => return Err(problems),
            },
            _ => Action::None,
        })
    }

    fn save(&mut self) -> Outcome<Action> {
        self.problems.clear();
        let (journal, name) = match (self.page, self.closings.get(self.chosen)) {
            (Page::Journal, _) => {
                let (from, until) = self.read_days()?;
                (
                    Journal::Days(from, until),
                    fl!("till-journal-file", from = from.to_string(), until = until.to_string()),
                )
            }
            (Page::Closings, Some(closing)) => {
                let name = fl!("till-closing-file", number = closing.number.clone());
                (Journal::Closing(closing.row.id), name)
            }
            _ => return Ok(Action::None),
        };
        let (chooser, wanted) = chooser::State::save(format!("{}.csv", file_name(&name)));
        self.saving = Some((chooser, journal));
        Ok(Action::Choose(wanted))
    }

    /// The dialog in which a place is chosen.
    pub(super) fn chooses_place(&self, room: Space) -> Option<Dialog<'_, Message>> {
        let (chooser, _) = self.saving.as_ref()?;
        let (go, ready) = chooser.deed();
        let take = ready.then_some(Message::Chooser(chooser::Message::Taken));
        let confirm = primary(go).id("chooser-go").keys(Shortcut::Finish.keys()).on_press_maybe(take);
        let cancel = button(fl!("cancel")).id("chooser-cancel").on_press(Message::ChooserClosed);
        let inside = chooser.view(room).map(Message::Chooser);
        let whole = dialog(fl!("till-save"), inside, Message::ChooserClosed).width(760.0);
        Some(whole.tall(chooser::fills(room)).button(confirm).button(cancel))
    }
}
