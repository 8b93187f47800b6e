//! Handing messages to the screen that is open, each to its own; what comes for one that is closed is dropped.

use super::{
    Screen, ScreenMessage, at_counter, in_calendar, in_case, in_cases, in_inbox, in_lot, in_prints,
    in_serial, in_settings, in_workshop, map, with_kreis, with_persons, with_till,
};
use crate::desk::presence::Elsewhere;
use crate::desk::print::PrintJob;
use crate::desk::{Desk, Session};
use crate::ui::preferences::Preferences;
use crate::ui::screen::{
    Action, appearance, calendar, case, cases, counter, inbox, kreis, lot, persons, prints, serial, settings,
    sign_in, till, workshop,
};
use crate::ui::shortcut::Shortcut;
use iced::Task;

impl Screen {
    /// Signing in: the session and the login once somebody is in.
    pub fn on_sign_in(
        &mut self,
        message: sign_in::Message,
        desk: Option<&Desk>,
    ) -> (Option<(Session, String)>, Task<ScreenMessage>) {
        let (Self::SignIn(screen), Some(desk)) = (self, desk) else { return (None, Task::none()) };
        match screen.update(message) {
            sign_in::Action::Done(session) => (Some((session, screen.login().to_owned())), Task::none()),
            action => (None, sign_in::run(action, desk).map(ScreenMessage::SignIn)),
        }
    }

    /// Takes a message in; one for a screen that is closed is dropped.
    pub fn update(
        &mut self,
        message: ScreenMessage,
        desk: Option<&Desk>,
        session: Option<&Session>,
    ) -> Action<ScreenMessage> {
        if let (Self::Appearance(screen), ScreenMessage::Appearance(message)) = (&mut *self, &message) {
            return map(screen.update(message), ScreenMessage::Appearance);
        }
        let (Some(desk), Some(session)) = (desk, session) else { return Action::None };
        match (self, message) {
            (Self::Counter(screen), ScreenMessage::Counter(message)) => {
                map(counter::run::run(desk, session, screen.update(*message)), at_counter)
            }
            (Self::Cases(screen), ScreenMessage::Cases(message)) => {
                map(cases::run(screen.update(*message), desk, session), in_cases)
            }
            (Self::Calendar(screen), ScreenMessage::Calendar(message)) => {
                map(calendar::run(screen.update(*message), desk, session), in_calendar)
            }
            (Self::Persons(screen), ScreenMessage::Persons(message)) => {
                map(persons::run(screen.update(*message), desk, session), with_persons)
            }
            (Self::Case(screen), ScreenMessage::Case(message)) => {
                map(case::run(screen.update(*message), desk, session), in_case)
            }
            (Self::Till(screen), ScreenMessage::Till(message)) => {
                map(till::run(screen.update(*message), desk, session), with_till)
            }
            (Self::Prints(screen), ScreenMessage::Prints(message)) => {
                map(prints::run(screen.update(*message), desk, session), in_prints)
            }
            (Self::Serial(screen), ScreenMessage::Serial(message)) => {
                map(serial::run(screen.update(*message), desk, session), in_serial)
            }
            (Self::Kreis(screen), ScreenMessage::Kreis(message)) => {
                map(kreis::run(screen.update(*message), desk, session), with_kreis)
            }
            (Self::Settings(screen), ScreenMessage::Settings(message)) => {
                map(settings::run(screen.update(*message), desk, session), in_settings)
            }
            (Self::Lot(screen), ScreenMessage::Lot(message)) => {
                map(lot::run(screen.update(*message), desk, session), in_lot)
            }
            (Self::Inbox(screen), ScreenMessage::Inbox(message)) => {
                map(inbox::run(screen.update(*message), desk, session), in_inbox)
            }
            (Self::Workshop(screen), ScreenMessage::Workshop(message)) => {
                map(workshop::run(screen.update(*message), desk, session), in_workshop)
            }
            _ => Action::None,
        }
    }

    /// Other preferences, from now on.
    pub fn set(&mut self, preferences: Preferences) {
        if let Self::Appearance(screen) = self {
            screen.set(preferences);
        }
    }

    /// The message of a command, if the screen has one for it.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<ScreenMessage> {
        match self {
            Self::Begin(screen) => screen.shortcut(shortcut).map(ScreenMessage::Begin),
            Self::Counter(screen) => screen.shortcut(shortcut).map(at_counter),
            Self::Cases(screen) => screen.shortcut(shortcut).map(in_cases),
            Self::Calendar(screen) => screen.shortcut(shortcut).map(in_calendar),
            Self::Case(screen) => screen.shortcut(shortcut).map(in_case),
            Self::Persons(screen) => screen.shortcut(shortcut).map(with_persons),
            Self::Till(screen) => screen.shortcut(shortcut).map(with_till),
            Self::Prints(screen) => screen.shortcut(shortcut).map(in_prints),
            Self::Serial(screen) => screen.shortcut(shortcut).map(in_serial),
            Self::Settings(screen) => screen.shortcut(shortcut).map(in_settings),
            Self::Workshop(screen) => screen.shortcut(shortcut).map(in_workshop),
            Self::Inbox(screen) => screen.shortcut(shortcut).map(in_inbox),
            Self::Lot(screen) => screen.shortcut(shortcut).map(in_lot),
            Self::Kreis(screen) => screen.shortcut(shortcut).map(with_kreis),
            Self::Appearance(_) => appearance::State::shortcut(shortcut).map(ScreenMessage::Appearance),
            Self::Nothing | Self::Updating(_) | Self::SignIn(_) => None,
        }
    }

    /// What closes the question that is asked, where nothing is lost by that: what is written is kept, or there is none.
    pub fn puts_aside(&self) -> Option<ScreenMessage> {
        let loses = match self {
            Self::Case(screen) => screen.is_corrected(),
            Self::Till(screen) => screen.is_cancelling(),
            Self::Persons(screen) => screen.goes_through(),
            // What is under way goes on until somebody stops it.
            Self::Serial(screen) => screen.is_under_way(),
            Self::Settings(screen) => screen.is_under_way(),
            Self::Calendar(_) => return Some(in_calendar(calendar::Message::CalculatorClosed)),
            _ => false,
        };
        if loses { None } else { self.shortcut(Shortcut::Escape) }
    }

    /// What to tell a screen that shows print jobs when they stand otherwise than before.
    pub fn on_prints(&self, jobs: &[PrintJob]) -> Option<ScreenMessage> {
        match self {
            Self::Case(_) => Some(in_case(case::Message::Stale)),
            Self::Prints(_) => Some(in_prints(prints::Message::Listed(Ok(jobs.to_vec())))),
            Self::Counter(_) => Some(at_counter(counter::Message::PrintsSeen(jobs.to_vec()))),
            _ => None,
        }
    }

    /// The message that lets the screen read again what it shows, after another program wrote; what is typed stays.
    pub fn stale(&self) -> Option<ScreenMessage> {
        match self {
            Self::Inbox(_) => Some(in_inbox(inbox::Message::Stale)),
            Self::Cases(_) => Some(in_cases(cases::Message::Stale)),
            Self::Calendar(_) => Some(in_calendar(calendar::Message::Stale)),
            Self::Case(_) => Some(in_case(case::Message::Stale)),
            Self::Persons(_) => Some(with_persons(persons::Message::Stale)),
            Self::Till(_) => Some(with_till(till::Message::Stale)),
            _ => None,
        }
    }

    /// The message that something in it changed.
    pub fn files_changed(&self) -> Option<ScreenMessage> {
        match self {
            Self::Workshop(_) => Some(in_workshop(workshop::Message::FilesChanged)),
            Self::Inbox(_) => Some(in_inbox(inbox::Message::Stale)),
            _ => None,
        }
    }

    /// What other desks have open.
    pub fn hears_of(&mut self, elsewhere: Vec<Elsewhere>) {
        match self {
            Self::Case(screen) => screen.hears_of(elsewhere),
            Self::Cases(screen) => screen.hears_of(elsewhere),
            _ => {}
        }
    }
}
