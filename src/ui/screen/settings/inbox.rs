//! The folder of this desk's inbox, typed and saved. Looks into none.

use super::{Action, Message as Whole, State};
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{button, panel, text_field};
use crate::ui::screen::beside::{Outcome, at, elsewhere};
use crate::ui::theme::space;
use iced::widget::{container, row};
use std::path::PathBuf;

/// Id of the field, and what problems with it are at.
const FIELD: &str = "inbox_folder";

/// What is typed.
#[derive(Debug, Clone, Default)]
pub struct Folder {
    typed: String,
    problems: Vec<Problem>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The folder as it is set.
    Loaded(Outcome<Option<PathBuf>>),
    /// In the field.
    Typed(String),
    /// It is to be saved.
    SavePressed,
    /// It is, or why not.
    Saved(Outcome<()>),
}

impl State {
    pub(super) fn on_inbox(&mut self, message: Message) -> Action {
        let folder = &mut self.inbox;
        match message {
            Message::Loaded(Ok(path)) => {
                folder.typed = path.map(|path| path.display().to_string()).unwrap_or_default();
            }
            Message::Typed(typed) => {
                folder.problems.clear();
                folder.typed = typed;
            }
            Message::SavePressed => return Action::SetInbox(folder.typed.clone()),
            Message::Saved(Ok(())) => {
                folder.problems.clear();
                return Action::SaidSaved;
            }
            Message::Loaded(Err(problems)) => folder.problems = problems,
            Message::Saved(Err(problems)) => {
                folder.problems = problems;
                return Action::Focus(FIELD.to_owned());
            }
        }
        Action::None
    }
}

impl Folder {
    pub(super) fn view(&self, may: bool) -> Element<'_, Whole> {
        let typed = |text| Whole::Inbox(Message::Typed(text));
        let field = text_field(FIELD, &self.typed, typed)
            .label(fl!("settings-inbox-folder"))
            .hint(fl!("settings-inbox-hint"))
            .problem(at(&self.problems, FIELD))
            .on_enter(Whole::Inbox(Message::SavePressed))
            .read_only(!may);
        let save: Option<Element<'_, Whole>> = may.then(|| {
            let save = button(fl!("settings-save")).id("inbox-save").says(fl!("settings-inbox-save"));
            row![Element::from(save.on_press(Whole::Inbox(Message::SavePressed)))].into()
        });
        let mut card = panel().title(fl!("inbox-title")).spacing(space::M);
        for problem in elsewhere(&self.problems, &[FIELD]) {
            card = card.push(problem);
        }
        card.push(container(field).max_width(620.0)).push_maybe(save).into()
    }
}
