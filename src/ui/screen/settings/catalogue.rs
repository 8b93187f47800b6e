//! The page of the catalogue: packs and services, taking a pack in from a file, and what that changes. Judges no pack.

mod view;

use super::{Action, Message as Whole, State};
use crate::desk::pack::{Look, Overview, Trust};
use crate::desk::workshop::Source;
use crate::domain::problem::Problem;
use crate::ui::screen::beside::Outcome;
use crate::ui::screen::chooser::{self, Wanted};
use std::path::PathBuf;

/// What is seen of packs and services.
#[derive(Debug, Clone, Default)]
pub struct Packs {
    /// Whether whoever looks may take a pack in.
    may: bool,
    overview: Overview,
    selected: Option<usize>,
    service: Option<usize>,
    pub(super) chooser: Option<chooser::State>,
    /// A pack that was chosen, and what taking it in would change.
    look: Option<(PathBuf, Look)>,
    accept: bool,
    busy: bool,
    problems: Vec<Problem>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// Packs and services as they are.
    Loaded(Outcome<Overview>),
    /// A pack was chosen from the list.
    PackChosen(usize),
    /// A service was chosen from the list.
    ServiceChosen(usize),
    /// The workshop is wanted.
    WorkshopPressed,
    /// A service of the list is to be seen in the workshop.
    ServiceOpened(usize),
    /// A file is to be chosen.
    ImportPressed,
    /// In the choosing.
    Chooser(chooser::Message),
    /// Esc in the choosing.
    ChooserClosed,
    /// The chosen file was looked at.
    Looked(PathBuf, Outcome<Look>),
    /// Whether the publisher's key is to be trusted.
    AcceptTicked(bool),
    /// The pack is to be taken in.
    TakePressed,
    /// It is not.
    LeavePressed,
    /// It is taken in, or why not.
    Done(Outcome<Look>),
}

/// Where the keyboard begins on this page.
const IMPORT: &str = "pack-import";
/// What leads to the workshop.
const WORKSHOP: &str = "workshop";

impl Packs {
    /// Nothing seen yet.
    pub(super) fn new(may: bool) -> Self {
        Self { may, ..Self::default() }
    }

    /// Whether the pack that was looked at can be taken in now.
    fn is_ready(&self) -> bool {
        let fits = |look: &Look| look.problems.is_empty() && (look.trust != Trust::Unknown || self.accept);
        !self.busy && self.look.as_ref().is_some_and(|(_, look)| fits(look) && !look.here)
    }

    /// Whether the keys of the page take the pack in.
    pub(super) fn takes(&self) -> bool {
        self.look.is_some()
    }
}

impl State {
    pub(super) fn on_packs(&mut self, message: Message) -> Action {
        let packs = &mut self.packs;
        match message {
            Message::Loaded(Ok(overview)) => {
                packs.selected = packs.selected.filter(|at| *at < overview.packs.len());
                packs.overview = overview;
            }
            Message::Loaded(Err(problems)) => packs.problems = problems,
            Message::PackChosen(at) => packs.selected = Some(at),
            Message::ServiceChosen(at) => packs.service = Some(at),
            Message::WorkshopPressed => return Action::Workshop(None),
            Message::ServiceOpened(at) => {
                let offered = packs.overview.services.get(at);
                let source = offered.map(|offered| Source::Installed(offered.slug.clone()));
                return source.map_or(Action::None, |source| Action::Workshop(Some(source)));
            }
            Message::ImportPressed => {
                let (chooser, wanted) = chooser::State::open();
                packs.problems.clear();
                packs.chooser = Some(chooser);
                return Action::ChoosePack(wanted);
            }
            Message::Chooser(message) => {
                let Some(chooser) = &mut packs.chooser else { return Action::None };
                return match chooser.update(message) {
                    Wanted::File(path) => Action::LookAtPack(path),
                    wanted => Action::ChoosePack(wanted),
                };
            }
            Message::ChooserClosed => {
                packs.chooser = None;
                return Action::Focus(IMPORT.to_owned());
            }
            Message::Looked(_, Err(problems)) => match &mut packs.chooser {
                Some(chooser) => chooser.refused(problems),
                None => packs.problems = problems,
            },
            Message::Looked(path, Ok(look)) => {
                packs.chooser = None;
                packs.accept = false;
                packs.problems.clear();
                packs.look = Some((path, look));
                return Action::Focus("pack-leave".to_owned());
            }
            Message::AcceptTicked(accept) => packs.accept = accept,
            Message::TakePressed if packs.is_ready() => {
                let Some((path, _)) = &packs.look else { return Action::None };
                packs.busy = true;
                return Action::ImportPack(path.clone(), packs.accept);
            }
            Message::TakePressed => {}
            Message::LeavePressed => {
                packs.look = None;
                return Action::Focus(IMPORT.to_owned());
            }
            Message::Done(Err(problems)) => {
                packs.busy = false;
                packs.problems = problems;
            }
            Message::Done(Ok(_)) => {
                packs.busy = false;
                packs.look = None;
                packs.problems.clear();
                return Action::All(vec![
                    Action::SaidSaved,
                    Action::LoadPacks,
                    Action::Focus(IMPORT.to_owned()),
                ]);
            }
        }
        Action::None
    }
}

/// A message of this page.
pub(super) fn whole(message: Message) -> Whole {
    Whole::Packs(message)
}
