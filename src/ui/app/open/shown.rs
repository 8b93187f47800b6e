//! What the screen that is open says of itself: its title, its keys, its help, its way back, and its picture. Changes nothing.

use super::{
    Screen, ScreenMessage, at_counter, in_calendar, in_case, in_cases, in_inbox, in_lot, in_prints,
    in_serial, in_settings, in_workshop, with_kreis, with_persons, with_till,
};
use crate::domain::id::CaseId;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::KeyHint;
use crate::ui::layout::Space;
use crate::ui::others::Stamp;
use crate::ui::screen::{Route, till};
use crate::ui::shortcut::Area;
use std::path::Path;

impl Screen {
    /// What the window's title says.
    pub fn title(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Updating(_) => fl!("updating-title"),
            Self::Begin(_) => fl!("begin-title"),
            Self::SignIn(_) => fl!("sign-in-title"),
            Self::Counter(_) => fl!("nav-counter"),
            Self::Cases(_) => fl!("nav-cases"),
            Self::Calendar(_) => fl!("nav-deadlines"),
            Self::Case(_) => fl!("nav-cases"),
            Self::Persons(_) => fl!("nav-persons"),
            Self::Till(_) => fl!("nav-cash"),
            Self::Prints(_) => fl!("prints-title"),
            Self::Serial(_) => fl!("serial-title"),
            Self::Kreis(_) => fl!("nav-district"),
            Self::Settings(_) => fl!("nav-settings"),
            Self::Workshop(_) => fl!("workshop-title"),
            Self::Inbox(_) => fl!("inbox-title"),
            Self::Lot(_) => fl!("lot-title"),
            Self::Appearance(_) => fl!("appearance-title"),
        }
    }

    /// The area it belongs to.
    pub fn area(&self) -> Option<Area> {
        match self {
            Self::Nothing | Self::Updating(_) | Self::Begin(_) | Self::SignIn(_) => None,
            Self::Counter(_) => Some(Area::Counter),
            Self::Cases(_)
            | Self::Case(_)
            | Self::Prints(_)
            | Self::Serial(_)
            | Self::Inbox(_)
            | Self::Lot(_) => Some(Area::Cases),
            Self::Calendar(_) => Some(Area::Deadlines),
            Self::Persons(_) => Some(Area::Persons),
            Self::Till(_) => Some(till::AREA),
            Self::Kreis(_) => Some(Area::District),
            Self::Appearance(_) | Self::Settings(_) | Self::Workshop(_) => Some(Area::Settings),
        }
    }

    /// The folder or file whose changes the screen wants to hear of, and what tells that it changed.
    pub fn watched(&self) -> Option<(&Path, Stamp)> {
        match self {
            Self::Workshop(screen) => Some((screen.watched()?, crate::desk::workshop::stamp as Stamp)),
            Self::Inbox(screen) => Some((screen.watched()?, crate::desk::inbox::folder::stamp as Stamp)),
            _ => None,
        }
    }

    /// The way back to it; none to the print jobs, and to what is shown while nobody is signed in.
    pub fn route(&self) -> Option<Route> {
        match self {
            Self::Case(screen) => Some(Route::Case(screen.id())),
            Self::Inbox(_) => Some(Route::Inbox),
            Self::Lot(_) => Some(Route::Lot(None)),
            Self::Prints(_) => None,
            _ => self.area().map(Route::Area),
        }
    }

    /// The case that is open.
    pub fn case(&self) -> Option<CaseId> {
        if let Self::Case(screen) = self { Some(screen.id()) } else { None }
    }

    /// Draws it.
    pub fn view(&self, space: Space) -> Element<'_, ScreenMessage> {
        match self {
            Self::Nothing => iced::widget::space().into(),
            Self::Updating(screen) => screen.view(space).map(ScreenMessage::Updating),
            Self::Begin(screen) => screen.view(space).map(ScreenMessage::Begin),
            Self::SignIn(screen) => screen.view(space).map(ScreenMessage::SignIn),
            Self::Counter(screen) => screen.view(space).map(at_counter),
            Self::Cases(screen) => screen.view(space).map(in_cases),
            Self::Calendar(screen) => screen.view(space).map(in_calendar),
            Self::Case(screen) => screen.view(space).map(in_case),
            Self::Persons(screen) => screen.view(space).map(with_persons),
            Self::Till(screen) => screen.view(space).map(with_till),
            Self::Prints(screen) => screen.view(space).map(in_prints),
            Self::Serial(screen) => screen.view(space).map(in_serial),
            Self::Kreis(screen) => screen.view(space).map(with_kreis),
            Self::Settings(screen) => screen.view(space).map(in_settings),
            Self::Workshop(screen) => screen.view(space).map(in_workshop),
            Self::Inbox(screen) => screen.view(space).map(in_inbox),
            Self::Lot(screen) => screen.view(space).map(in_lot),
            Self::Appearance(screen) => screen.view(space).map(ScreenMessage::Appearance),
        }
    }

    /// The id of the text that says what one does here.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Nothing => "help-window",
            Self::Updating(_) => "help-updating",
            Self::Begin(_) => "help-begin",
            Self::SignIn(_) => "help-sign-in",
            Self::Counter(screen) => screen.help(),
            Self::Cases(_) => "help-cases",
            Self::Calendar(_) => "help-calendar",
            Self::Case(screen) => screen.help(),
            Self::Persons(screen) => screen.help(),
            Self::Till(screen) => screen.help(),
            Self::Prints(_) => "help-prints",
            Self::Serial(_) => "help-serial",
            Self::Kreis(_) => "help-kreis",
            Self::Settings(_) => "help-settings",
            Self::Workshop(_) => "help-workshop",
            Self::Inbox(_) => "help-inbox",
            Self::Lot(_) => "help-lot",
            Self::Appearance(_) => "help-appearance",
        }
    }

    /// Whether something has to be answered before anything else.
    pub fn asks(&self) -> bool {
        match self {
            Self::Begin(screen) => screen.asks(),
            Self::Counter(screen) => screen.asks(),
            Self::Calendar(screen) => screen.asks(),
            Self::Case(screen) => screen.asks(),
            Self::Till(screen) => screen.asks(),
            Self::Prints(screen) => screen.asks(),
            Self::Serial(screen) => screen.asks(),
            Self::Persons(screen) => screen.asks(),
            Self::Settings(screen) => screen.asks(),
            Self::Workshop(screen) => screen.asks(),
            Self::Lot(screen) => screen.asks(),
            Self::Kreis(screen) => screen.asks(),
            _ => false,
        }
    }

    /// Whether what the keyboard is for is still on its way.
    pub fn expects(&self) -> bool {
        match self {
            Self::Cases(screen) => screen.expects(),
            Self::Till(screen) => screen.expects(),
            _ => false,
        }
    }

    /// The keys that work now.
    pub fn keys(&self) -> Vec<KeyHint> {
        match self {
            Self::Nothing | Self::Updating(_) => Vec::new(),
            Self::Begin(screen) => screen.keys(),
            Self::SignIn(screen) => screen.keys(),
            Self::Counter(screen) => screen.keys(),
            Self::Cases(screen) => screen.keys(),
            Self::Calendar(screen) => screen.keys(),
            Self::Case(screen) => screen.keys(),
            Self::Persons(screen) => screen.keys(),
            Self::Till(screen) => screen.keys(),
            Self::Prints(screen) => screen.keys(),
            Self::Serial(screen) => screen.keys(),
            Self::Kreis(screen) => screen.keys(),
            Self::Settings(screen) => screen.keys(),
            Self::Workshop(screen) => screen.keys(),
            Self::Inbox(screen) => screen.keys(),
            Self::Lot(screen) => screen.keys(),
            Self::Appearance(screen) => screen.keys(),
        }
    }
}
