//! Disclosure (Art. 15 DSGVO) of what is held on the person in hand: confirming a ban on disclosure, and where the files go.
//! Gathers nothing.

use super::review::Going;
use super::{Action, Message as Whole, State};
use crate::desk::disclose::{Disclosed, Looked, Review};
use crate::desk::look::file_name;
use crate::domain::id::PersonId;
use crate::domain::person::{display_name, fields};
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{Dialog, button, check, dialog, primary};
use crate::ui::layout::Space;
use crate::ui::screen::beside::Outcome;
use crate::ui::screen::chooser::{self, Wanted as Chosen};
use crate::ui::shortcut::Shortcut;
use crate::words;
use std::path::PathBuf;

/// The button that opens it.
const OPENS: &str = "persons-disclose";

/// Where the disclosure stands.
#[derive(Debug, Clone, Default)]
pub struct Disclosing {
    /// What is gone through first.
    going: Option<Going>,
    /// What was said of it.
    looked: Looked,
    problems: Vec<Problem>,
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
    /// What has to be gone through first, or why that cannot be told.
    Reviewed(Outcome<Review>),
    /// One of these is told (0) or withheld (1).
    Judged(usize, usize),
    /// Why it is withheld.
    ReasonTyped(usize, String),
    /// Others who may be the same person are not.
    Alone(bool),
    /// All is gone through.
    WentThrough,
    /// In the choosing of a folder.
    Chooser(chooser::Message),
    /// Esc in it, or in what is gone through.
    Closed,
    /// It is made, or why not.
    Done(Outcome<Disclosed>),
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// What has to be gone through.
    Review(PersonId),
    /// A folder.
    Choose(Chosen),
    /// The files, as a folder of this path.
    Write(PersonId, Box<Looked>, PathBuf),
    /// Said in the status line.
    Said(Disclosed),
}

impl Disclosing {
    /// Whether something is gone through, or a folder chosen.
    pub(super) fn is_open(&self) -> bool {
        self.chooser.is_some() || self.going.is_some()
    }

    pub(super) fn is_going(&self) -> bool {
        self.going.is_some()
    }

    /// What the finishing key does there.
    pub(super) fn finish(&self) -> Message {
        if self.chooser.is_some() { Message::Chooser(chooser::Message::Taken) } else { Message::WentThrough }
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
                form.id.map_or(Action::None, |id| Action::Disclose(Wanted::Review(id)))
            }
            Message::Reviewed(Err(problems)) => {
                self.problems = problems;
                Action::None
            }
            Message::Reviewed(Ok(review)) => {
                self.disclosing.problems.clear();
                self.disclosing.looked = Looked { confirmed: self.disclosing.confirmed, ..Looked::default() };
                self.disclosing.going = Going::of(review);
                match &self.disclosing.going {
                    Some(going) => Action::Focus(going.first()),
                    None => self.choose_folder(),
                }
            }
            Message::Judged(at, chosen) => self.in_review(|going| going.chosen(at, chosen)),
            Message::ReasonTyped(at, reason) => self.in_review(|going| going.reason(at, reason)),
            Message::Alone(alone) => self.in_review(|going| going.alone(alone)),
            Message::WentThrough => {
                let Some(going) = &self.disclosing.going else { return Action::None };
                match going.looked(self.disclosing.confirmed) {
                    Ok(looked) => {
                        (self.disclosing.looked, self.disclosing.going) = (looked, None);
                        self.choose_folder()
                    }
                    Err(problems) => {
                        self.disclosing.problems = problems;
                        Action::None
                    }
                }
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
                    Chosen::File(path) => Wanted::Write(id, Box::new(self.disclosing.looked.clone()), path),
                    wanted => Wanted::Choose(wanted),
                })
            }
            Message::Closed => {
                (self.disclosing.chooser, self.disclosing.going) = (None, None);
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

    fn in_review(&mut self, change: impl FnOnce(&mut Going)) -> Action {
        if let Some(going) = &mut self.disclosing.going {
            change(going);
        }
        Action::None
    }

    fn choose_folder(&mut self) -> Action {
        let Some(form) = &self.form else { return Action::None };
        let name = display_name(form.get(fields::FAMILY), form.get(fields::GIVEN));
        let called = file_name(&format!("{} {name} {}", fl!("persons-disclose-file"), self.today));
        let (chooser, wanted) = chooser::State::save(called);
        self.disclosing.chooser = Some(chooser);
        Action::Disclose(Wanted::Choose(wanted))
    }

    /// The tick that confirms a ban on disclosure.
    pub(super) fn confirms_disclosure(&self) -> Element<'_, Whole> {
        let on = self.disclosing.confirmed;
        let tick = |on| Whole::Disclose(Message::Confirmed(on));
        check("persons-confirmed", fl!("persons-disclose-confirmed"), on, tick).into()
    }

    /// The dialog in which is gone through what is asked, then that in which a folder is chosen.
    pub(super) fn discloses(&self, room: Space) -> Option<Dialog<'_, Whole>> {
        if let Some(going) = &self.disclosing.going {
            let page = going.view(&self.disclosing.problems).map(Whole::Disclose);
            let close = Whole::Disclose(Message::Closed);
            let go = primary(fl!("review-go")).id("review-go").keys(Shortcut::Finish.keys());
            let cancel = button(fl!("cancel")).id("review-cancel").on_press(close.clone());
            let whole = dialog(fl!("review-title"), page, close).width(760.0);
            return Some(whole.button(go.on_press(Whole::Disclose(Message::WentThrough))).button(cancel));
        }
        let chooser = self.disclosing.chooser.as_ref()?;
        let wrap = |message| Whole::Disclose(Message::Chooser(message));
        Some(chooser.dialog(fl!("persons-disclose-where"), room, wrap, Whole::Disclose(Message::Closed)))
    }
}

/// The button.
pub(super) fn discloses<'a>() -> Element<'a, Whole> {
    let disclose = button(fl!("persons-disclose")).id(OPENS).keys(Shortcut::Disclose.keys());
    disclose.on_press(Whole::Disclose(Message::Pressed)).into()
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
