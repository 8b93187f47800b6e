//! Which screen is open, and handing messages to it. Does nothing of its own.

use crate::desk::presence::Elsewhere;
use crate::desk::print::PrintJob;
use crate::desk::{Desk, Session};
use crate::domain::id::CaseId;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::KeyHint;
use crate::ui::layout::Space;
use crate::ui::others::Stamp;
use crate::ui::preferences::Preferences;
use crate::ui::screen::till;
use crate::ui::screen::{
    Action, Route, appearance, begin, calendar, case, cases, counter, inbox, kreis, lot, persons, prints,
    search, serial, settings, sign_in, updating, workshop,
};
use crate::ui::shortcut::{Area, Shortcut};
use iced::Task;
use std::path::Path;

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

impl Screen {
    /// Asks who is there; on the first start, who begins.
    pub fn sign_in(desk: &Desk) -> Self {
        Self::SignIn(sign_in::State::new(desk.is_first_start().unwrap_or(false)))
    }

    /// Asks for the PIN of whoever locked the window.
    pub fn locked(login: String) -> Self {
        Self::SignIn(sign_in::State::again(login))
    }

    /// Opens the screen of a route, as it was left: `kept` is the counter with its intake, and the places in work list and
    /// calendar.
    pub fn open(
        route: &Route,
        desk: &Desk,
        session: &Session,
        (kept, place, shown): (Option<Box<counter::State>>, Option<cases::Place>, Option<calendar::Place>),
        preferences: Preferences,
    ) -> (Self, Action<ScreenMessage>) {
        match (route, kept) {
            (Route::Area(Area::Counter), Some(counter)) => (Self::Counter(counter), Action::None),
            (Route::Area(Area::Counter), None) => {
                let town = desk.town().unwrap_or_default();
                let (state, action) = counter::State::new(desk.catalogue(), town, desk.today());
                (Self::Counter(Box::new(state)), map(counter::run::run(desk, session, action), at_counter))
            }
            (Route::Draft(id), _) => {
                let town = desk.town().unwrap_or_default();
                let (mut state, action) = counter::State::new(desk.catalogue(), town, desk.today());
                let resumed =
                    state.update(counter::Message::Start(counter::start::Message::ResumePressed(*id)));
                let action = action.and(resumed);
                (Self::Counter(Box::new(state)), map(counter::run::run(desk, session, action), at_counter))
            }
            (Route::Lot(month), _) => {
                let (state, action) = lot::State::new(desk.today(), *month);
                (Self::Lot(Box::new(state)), map(lot::run(action, desk, session), in_lot))
            }
            (Route::Inbox, _) => {
                let (state, action) = inbox::State::new();
                (Self::Inbox(Box::new(state)), map(inbox::run(action, desk, session), in_inbox))
            }
            (Route::Area(Area::Persons) | Route::Person(_), _) => {
                let (mut state, action) = persons::State::new(desk.today());
                let mut actions = vec![persons::run(action, desk, session)];
                if let Route::Person(id) = route {
                    let shown = state.update(persons::Message::PersonPressed(*id));
                    actions.push(persons::run(shown, desk, session));
                }
                (Self::Persons(Box::new(state)), map(Action::All(actions), with_persons))
            }
            (Route::Case(id) | Route::CaseFor(id, _), _) => {
                let (mut state, action) = case::State::new(*id, session, desk.today());
                if let Route::CaseFor(_, command) = route {
                    state.begin_with(*command);
                }
                (Self::Case(Box::new(state)), map(case::run(action, desk, session), in_case))
            }
            (Route::Prints, _) => {
                let (state, action) = prints::State::new();
                (Self::Prints(Box::new(state)), map(prints::run(action, desk, session), in_prints))
            }
            (Route::Serial(filter), _) => {
                let (state, action) = serial::State::new(filter.clone());
                (Self::Serial(Box::new(state)), map(serial::run(action, desk, session), in_serial))
            }
            (Route::Area(till::AREA), _) if Desk::may_close(session) => {
                let (state, action) = till::State::new(desk.today());
                (Self::Till(Box::new(state)), map(till::run(action, desk, session), with_till))
            }
            (Route::Area(Area::District), _) => {
                let (mut state, action) = kreis::State::new();
                if desk.is_agreeing_held() {
                    state.is_held();
                }
                (Self::Kreis(Box::new(state)), map(kreis::run(action, desk, session), with_kreis))
            }
            (Route::Area(Area::Settings), _) => {
                let (state, action) = settings::State::new(desk.catalogue(), session);
                (Self::Settings(Box::new(state)), map(settings::run(action, desk, session), in_settings))
            }
            (Route::Catalogue, _) => {
                let (mut state, action) = settings::State::new(desk.catalogue(), session);
                let shown = state.update(settings::Message::PageChosen(settings::CATALOGUE));
                let action = settings::Action::All(vec![action, shown]);
                (Self::Settings(Box::new(state)), map(settings::run(action, desk, session), in_settings))
            }
            (Route::Workshop(source), _) => {
                let (state, action) = workshop::State::new(source.clone());
                (Self::Workshop(Box::new(state)), map(workshop::run(action, desk, session), in_workshop))
            }
            (Route::Area(Area::Deadlines), _) => {
                let (state, action) = calendar::State::new(session, desk.today(), shown);
                (Self::Calendar(Box::new(state)), map(calendar::run(action, desk, session), in_calendar))
            }
            (Route::Area(Area::Cases) | Route::Back, _) => {
                let (state, action) = cases::State::back(session, desk.today(), place);
                (Self::Cases(Box::new(state)), map(cases::run(action, desk, session), in_cases))
            }
            (Route::Area(_), _) => (Self::Appearance(appearance::State::new(preferences)), Action::None),
        }
    }

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
            Self::Nothing | Self::Updating(_) | Self::SignIn(_) | Self::Appearance(_) => None,
        }
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

    /// The folder or file whose changes the screen wants to hear of, and what tells that it changed.
    pub fn watched(&self) -> Option<(&Path, Stamp)> {
        match self {
            Self::Workshop(screen) => Some((screen.watched()?, crate::desk::workshop::stamp as Stamp)),
            Self::Inbox(screen) => Some((screen.watched()?, crate::desk::inbox::folder::stamp as Stamp)),
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

    /// What other desks have open.
    pub fn hears_of(&mut self, elsewhere: Vec<Elsewhere>) {
        match self {
            Self::Case(screen) => screen.hears_of(elsewhere),
            Self::Cases(screen) => screen.hears_of(elsewhere),
            _ => {}
        }
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
