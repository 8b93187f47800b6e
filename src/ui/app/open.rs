//! Which screen is open, and what can happen in one. Does nothing of its own.

mod route;
mod shown;
mod take;

use crate::desk::{Desk, Session};
use crate::domain::id::CaseId;
use crate::ui::screen::{
    Action, appearance, begin, calendar, case, cases, counter, inbox, kreis, lot, persons, prints, search,
    serial, settings, sign_in, till, updating, workshop,
};
use crate::ui::shortcut::Area;
pub use route::Left;

/// The areas whose screens exist, in the order of the navigation: the till for those who may close it.
pub fn areas(session: &Session) -> Vec<Area> {
    Area::ALL.into_iter().filter(|area| *area != Area::Cash || Desk::may_close(session)).collect()
}

/// The screen that is open.
#[derive(Debug)]
pub enum Screen {
    /// While one screen gives way to another.
    Nothing,
    /// The database is brought up to date.
    Updating(updating::State),
    /// Nothing is set up here.
    Begin(Box<begin::State>),
    /// Who is there?
    SignIn(sign_in::State),
    /// F2.
    Counter(Box<counter::State>),
    /// F3.
    Cases(Box<cases::State>),
    /// F9.
    Calendar(Box<calendar::State>),
    /// One case.
    Case(Box<case::State>),
    /// F4.
    Persons(Box<persons::State>),
    /// F5.
    Till(Box<till::State>),
    /// Ctrl+D.
    Prints(Box<prints::State>),
    /// Ctrl+S in the work list.
    Serial(Box<serial::State>),
    /// F7.
    Kreis(Box<kreis::State>),
    /// F8.
    Settings(Box<settings::State>),
    /// The workshop of the catalogue.
    Workshop(Box<workshop::State>),
    /// Notices of other systems.
    Inbox(Box<inbox::State>),
    /// The month's notices for the statistical office.
    Lot(Box<lot::State>),
    /// The screen "Ansicht".
    Appearance(appearance::State),
}

/// What happened in a screen.
#[derive(Debug, Clone)]
pub enum ScreenMessage {
    /// While the database is brought up to date.
    Updating(updating::Message),
    /// On the first start.
    Begin(begin::Message),
    /// While signing in.
    SignIn(sign_in::Message),
    /// About the draft of a counter that is locked.
    Locked(CaseId, Box<counter::Message>),
    /// At the counter.
    Counter(Box<counter::Message>),
    /// In the work list.
    Cases(Box<cases::Message>),
    /// In the calendar.
    Calendar(Box<calendar::Message>),
    /// In a case.
    Case(Box<case::Message>),
    /// With people and businesses.
    Persons(Box<persons::Message>),
    /// With the till.
    Till(Box<till::Message>),
    /// In the list of print jobs.
    Prints(Box<prints::Message>),
    /// With a letter to many.
    Serial(Box<serial::Message>),
    /// With the Kreis.
    Kreis(Box<kreis::Message>),
    /// In the settings.
    Settings(Box<settings::Message>),
    /// In the workshop of the catalogue.
    Workshop(Box<workshop::Message>),
    /// In the inbox.
    Inbox(Box<inbox::Message>),
    /// With the month's notices.
    Lot(Box<lot::Message>),
    /// In the search field of the top bar.
    Search(search::Message),
    /// In the screen "Ansicht".
    Appearance(appearance::Message),
}

/// A screen's action as the window's.
pub fn map<M: Send + 'static>(
    action: Action<M>,
    wrap: impl Fn(M) -> ScreenMessage + Clone + Send + 'static,
) -> Action<ScreenMessage> {
    match action {
        Action::None => Action::None,
        Action::Run(task) => Action::Run(task.map(wrap)),
        Action::Go(route) => Action::Go(route),
        Action::Say(words, tone) => Action::Say(words, tone),
        Action::Unsay(words) => Action::Unsay(words),
        Action::Prefer(preferences) => Action::Prefer(preferences),
        Action::Watch => Action::Watch,
        Action::Lock => Action::Lock,
        Action::All(all) => Action::All(all.into_iter().map(|action| map(action, wrap.clone())).collect()),
    }
}

fn at_counter(message: counter::Message) -> ScreenMessage {
    ScreenMessage::Counter(Box::new(message))
}

fn in_cases(message: cases::Message) -> ScreenMessage {
    ScreenMessage::Cases(Box::new(message))
}

fn in_calendar(message: calendar::Message) -> ScreenMessage {
    ScreenMessage::Calendar(Box::new(message))
}

fn in_case(message: case::Message) -> ScreenMessage {
    ScreenMessage::Case(Box::new(message))
}

fn with_kreis(message: kreis::Message) -> ScreenMessage {
    ScreenMessage::Kreis(Box::new(message))
}

fn in_settings(message: settings::Message) -> ScreenMessage {
    ScreenMessage::Settings(Box::new(message))
}

fn in_workshop(message: workshop::Message) -> ScreenMessage {
    ScreenMessage::Workshop(Box::new(message))
}

fn in_inbox(message: inbox::Message) -> ScreenMessage {
    ScreenMessage::Inbox(Box::new(message))
}

fn in_lot(message: lot::Message) -> ScreenMessage {
    ScreenMessage::Lot(Box::new(message))
}

fn in_prints(message: prints::Message) -> ScreenMessage {
    ScreenMessage::Prints(Box::new(message))
}

fn in_serial(message: serial::Message) -> ScreenMessage {
    ScreenMessage::Serial(Box::new(message))
}

fn with_till(message: till::Message) -> ScreenMessage {
    ScreenMessage::Till(Box::new(message))
}

fn with_persons(message: persons::Message) -> ScreenMessage {
    ScreenMessage::Persons(Box::new(message))
}
