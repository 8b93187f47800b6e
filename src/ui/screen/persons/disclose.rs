//! Disclosure (Art. 15 DSGVO) of what is held on the person in hand: confirming a ban on disclosure, and where the files go.
//! Gathers nothing.

use super::{Action, Message as Whole, State};
use crate::desk::disclose::Disclosed;
use crate::desk::look::file_name;
use crate::domain::id::PersonId;
use crate::domain::person::{display_name, fields};
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{Dialog, button, check};
use crate::ui::layout::Space;
use crate::ui::screen::beside::Outcome;
use crate::ui::screen::chooser::{self, Wanted as Chosen};
use crate::words;
use std::path::PathBuf;

/// The button that opens it.
const OPENS: &str = "persons-disclose";

/// Where the disclosure stands.
#[derive(Debug, Clone, Default)]
pub struct Disclosing {
    chooser: Option<chooser::State>,
    confirmed: bool,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// It is to be made.
    Pressed,
    /// That it is the person themselves who gets it.
    Confirmed(bool),
    /// In the choosing of a folder.
    Chooser(chooser::Message),
    /// Esc in the choosing.
    Closed,
    /// It is made, or why not.
    Done(Outcome<Disclosed>),
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// A folder.
    Choose(Chosen),
    /// The files, as a folder of this path.
    Write(PersonId, bool, PathBuf),
    /// Said in the status line.
    Said(Disclosed),
}

impl Disclosing {
    /// Whether a folder is being chosen.
    pub(super) fn is_open(&self) -> bool {
        self.chooser.is_some()
    }
}

impl State {
    pub(super) fn on_disclose(&mut self, message: Message) -> Action {
        let Some(form) = &self.form else { return Action::None };
        match message {
            Message::Pressed => {
                let blocked = form.get(fields::BLOCKED) == "yes";
                let name = display_name(form.get(fields::FAMILY), form.get(fields::GIVEN));
                if blocked && !self.disclosing.confirmed {
                    self.problems = vec![Problem::error("confirmed", "disclose-blocked").with("name", name)];
                    return Action::Focus("persons-confirmed");
                }
                self.problems.clear();
                let called = file_name(&format!("{} {name} {}", fl!("persons-disclose-file"), self.today));
                let (chooser, wanted) = chooser::State::save(called);
                self.disclosing.chooser = Some(chooser);
                Action::Disclose(Wanted::Choose(wanted))
            }
            Message::Confirmed(confirmed) => {
                self.disclosing.confirmed = confirmed;
                self.problems.clear();
                Action::None
            }
            Message::Chooser(message) => {
                let (Some(chooser), Some(id)) = (&mut self.disclosing.chooser, form.id) else {
                    return Action::None;
                };
                Action::Disclose(match chooser.update(message) {
                    Chosen::File(path) => Wanted::Write(id, self.disclosing.confirmed, path),
                    wanted => Wanted::Choose(wanted),
                })
            }
            Message::Closed => {
                self.disclosing.chooser = None;
                Action::Focus(OPENS)
            }
            Message::Done(Ok(disclosed)) => {
                self.disclosing = Disclosing::default();
                let said = Action::Disclose(Wanted::Said(disclosed));
                Action::All(vec![said, Action::Focus(OPENS)])
            }
            Message::Done(Err(problems)) => {
                match &mut self.disclosing.chooser {
                    Some(chooser) => chooser.refused(problems),
                    None => self.problems = problems,
                }
                Action::None
            }
        }
    }

    /// The tick that confirms a ban on disclosure.
    pub(super) fn confirms_disclosure(&self) -> Element<'_, Whole> {
        let on = self.disclosing.confirmed;
        let tick = |on| Whole::Disclose(Message::Confirmed(on));
        check("persons-confirmed", fl!("persons-disclose-confirmed"), on, tick).into()
    }

    /// The dialog in which a folder is chosen.
    pub(super) fn chooses_folder(&self, room: Space) -> Option<Dialog<'_, Whole>> {
        let chooser = self.disclosing.chooser.as_ref()?;
        let wrap = |message| Whole::Disclose(Message::Chooser(message));
        Some(chooser.dialog(fl!("persons-disclose-where"), room, wrap, Whole::Disclose(Message::Closed)))
    }
}

/// The button.
pub(super) fn discloses<'a>() -> Element<'a, Whole> {
    button(fl!("persons-disclose")).id(OPENS).on_press(Whole::Disclose(Message::Pressed)).into()
}

/// What is said when it is made.
pub(super) fn said(disclosed: &Disclosed) -> String {
    let folder = disclosed.folder.display().to_string();
    let left = disclosed.left.iter().map(|group| words::text(&format!("group-{}", group.name())));
    let left = left.collect::<Vec<_>>().join(", ");
    if left.is_empty() {
        fl!("persons-disclosed", folder = folder)
    } else {
        fl!("persons-disclosed-left", folder = folder, groups = left)
    }
}
