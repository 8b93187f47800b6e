//! The screens, one file each. What every screen has is described in [`crate::ui`]; what it may ask of the window
//! stands here.

pub mod appearance;
mod back;
pub mod begin;
pub mod beside;
pub mod calendar;
pub mod case;
pub mod cases;
pub mod chooser;
pub mod counter;
mod decided;
pub mod inbox;
pub mod kreis;
pub mod long;
pub mod lot;
pub mod persons;
pub mod preview;
pub mod prints;
pub mod search;
pub mod serial;
pub mod settings;
pub mod sign_in;
pub mod till;
mod timeline;
pub mod updating;
pub mod workshop;

use super::preferences::Preferences;
use super::shortcut::{Area, Shortcut};
use super::theme::Tone;
use crate::desk::look::Filter;
use crate::domain::id::{CaseId, ClosingId, PaperId, PersonId};
use chrono::NaiveDate;
use iced::Task;

/// Where one can go.
#[derive(Debug, Clone, PartialEq)]
pub enum Route {
    /// An area, as its key would.
    Area(Area),
    /// A case.
    Case(CaseId),
    /// A case, to do there what this command does.
    CaseFor(CaseId, Shortcut),
    /// A case, with this paper of it chosen.
    CasePaper(CaseId, PaperId),
    /// A person or business.
    Person(PersonId),
    /// What is printed, waits or did not come out.
    Prints,
    /// The paper of a daily closing, in the till.
    Closing(ClosingId),
    /// A letter to each case of a list.
    Serial(Filter),
    /// Where one was before the print jobs were opened.
    Back,
    /// The notices that other systems have put into the folder of this desk.
    Inbox,
    /// The month's notices for the statistical office.
    Lot(Option<NaiveDate>),
    /// A draft, to go on with at the counter.
    Draft(CaseId),
    /// The page of the catalogue in the administration.
    Catalogue,
    /// The workshop of the catalogue, with this on its bench, or with the choosing of it.
    Workshop(Option<workshop::Source>),
}

/// What a screen wants after a message. `M` is the screen's own message.
#[derive(Debug)]
pub enum Action<M> {
    /// Nothing more.
    None,
    /// Work that answers with a message: a use case of `desk` on another thread, or moving the focus.
    Run(Task<M>),
    /// Another screen.
    Go(Route),
    /// A sentence in the status line.
    Say(String, Tone),
    /// This sentence out of the status line, where it stands there still.
    Unsay(String),
    /// Other preferences, from now on.
    Prefer(Preferences),
    /// The print queue worked off, and watched until nothing in it goes on by itself.
    Watch,
    /// Locks the window.
    Lock,
    /// Several of these, in their order.
    All(Vec<Action<M>>),
}
