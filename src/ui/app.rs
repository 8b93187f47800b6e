//! The window as a program: which screen is open, what the keys do, what the screen reader sees. Routes only: what a
//! screen does stands in its own file.

mod agree;
mod begin;
mod going;
mod heard;
mod holding;
mod leaving;
mod locked;
mod open;
mod start;
mod view;
mod watch;

use super::a11y;
use super::focus;
use super::help::Help;
use super::keys::Heard;
use super::preferences::Preferences;
use super::screen::begin::Fresh;
use super::screen::beside::{Outcome, beside, sentence};
use super::screen::case::over::kept::Drafts;
use super::screen::{Action, Route, appearance, calendar, cases, counter, search, serial, settings, till};
use super::shortcut::{Area, Shortcut};
use super::theme::Tone;
use crate::desk::kreis::Outbox;
use crate::desk::open::WindowLock;
use crate::desk::{Desk, Session};
use crate::domain::holiday::Land;
use crate::domain::id::{CaseId, UserId};
use crate::domain::town::keys;
use crate::words;
use iced::widget::Id;
use iced::{Point, Size, Task};
use open::Screen;
pub use open::ScreenMessage;
pub use start::{Opens, run, settings};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The window's state.
#[derive(Debug)]
pub struct App {
    preferences: Preferences,
    /// What they are to be as soon as the window has asked where its focus is: the next key begins there.
    wanted: Option<Preferences>,
    /// Where a desk is to be made, as long as there is none.
    fresh: Option<Fresh>,
    /// Keeps a second window away from a desk that this one made.
    lock: Option<WindowLock>,
    desk: Option<Desk>,
    session: Option<Session>,
    /// The login of whoever is or was here.
    login: String,
    town: String,
    screen: Screen,
    /// The counter keeps its intake while another screen is open.
    counter: Option<Box<counter::State>>,
    /// Where the user was in the work list.
    list: Option<cases::Place>,
    /// Where somebody was in the calendar.
    calendar: Option<calendar::Place>,
    /// The serial letter that somebody has written and not issued.
    letter: Option<(UserId, serial::Written)>,
    /// What somebody has typed of the town's values and not saved.
    values: Option<(UserId, BTreeMap<String, String>)>,
    /// What somebody has written in dialogs of a case and not done.
    written: BTreeMap<(UserId, CaseId), Drafts>,
    /// What somebody has counted of the till and not closed.
    count: Option<(UserId, till::Form)>,
    /// Counters that were locked before their draft was on the disk, with whose they are.
    locked: Vec<(Box<counter::State>, Session)>,
    /// Where the user was when they opened the print jobs.
    before: Option<Route>,
    search: search::State,
    help: Option<Help>,
    size: Size,
    place: Point,
    density: f32,
    status: Option<(String, Tone)>,
    watch: watch::Watch,
    /// How desk and Kreis stand; nothing as long as that is not told.
    kreis: Option<Outcome<Outbox>>,
    /// How much waits on F7 for somebody to decide.
    to_settle: usize,
    /// Commands that are done, and those that wait for one.
    holding: holding::Holding,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A key or the window itself.
    Heard(Heard),
    /// A press in the navigation.
    AreaPressed(Area),
    /// The screen reader.
    Reader(a11y::Event),
    /// The tree for the screen reader has to be made anew.
    TreeStale,
    /// The tree for the screen reader is ready.
    TreeReady(Arc<accesskit::TreeUpdate>),
    /// How the user has set the window.
    SettingsRead(Outcome<Option<Preferences>>),
    /// They are kept, or not.
    SettingsKept(Outcome<()>),
    /// The room changes, by the window's edge or by the zoom; the focus stays with this control.
    Fit(Preferences, Size, Option<Id>),
    /// Help is wanted, by a press.
    HelpPressed,
    /// Help is wanted while this has the keyboard.
    HelpAsked(focus::Held),
    /// Enough help.
    HelpClosed,
    /// In the screen that is open.
    Screen(ScreenMessage),
    /// About the print queue.
    Watch(watch::Message),
    /// The lock was pressed.
    LockPressed,
    /// Another program wrote: what is shown is read again.
    OthersWrote,
    /// Files that a screen watches were changed by another program.
    FilesChanged,
    /// What was left half-typed is kept, or not.
    Kept(Box<leaving::Left>, Outcome<()>),
    /// It is to be tried again.
    KeepDue(Box<leaving::Left>),
    /// Desk and Kreis have spoken, or tried to.
    Agreed(Box<Outcome<agree::Told>>),
    /// So much waits on F7.
    Counted(Outcome<usize>),
    /// A command waits for one that is on its way.
    CommandWaits(Shortcut),
    /// Now it is its turn.
    CommandComes(Shortcut),
    /// A command is done, and the keyboard is where it leads.
    CommandDone,
    /// What was drawn anew has the keyboard again.
    FocusGivenBack,
}

impl App {
    /// A window without an office: the screen "Ansicht" alone.
    pub fn new(preferences: Preferences) -> (Self, Task<Message>) {
        words::speak(preferences.language);
        let app = Self {
            preferences,
            wanted: None,
            fresh: None,
            lock: None,
            desk: None,
            session: None,
            login: String::new(),
            town: "Amtsstube".to_owned(),
            screen: Screen::Appearance(appearance::State::new(preferences)),
            counter: None,
            list: None,
            calendar: None,
            letter: None,
            values: None,
            written: BTreeMap::new(),
            count: None,
            locked: Vec::new(),
            before: None,
            search: search::State::default(),
            help: None,
            size: Size::new(1366.0, 768.0),
            place: Point::ORIGIN,
            density: 1.0,
            status: None,
            watch: watch::Watch::default(),
            kreis: None,
            to_settle: 0,
            holding: holding::Holding::default(),
        };
        (app, Task::none())
    }

    /// The window where nothing is set up yet: it makes the desk first.
    pub fn first(fresh: Fresh, preferences: Preferences) -> (Self, Task<Message>) {
        let (mut app, task) = Self::new(preferences);
        app.fresh = Some(fresh);
        app.screen = Screen::Begin(Box::default());
        (app, Task::batch([task, focus::to("url")]))
    }

    /// The window of an office: after an update its database is brought up to date, then somebody signs in.
    pub fn of(desk: Desk, preferences: Preferences) -> (Self, Task<Message>) {
        let (mut app, task) = Self::new(preferences);
        let outdated = desk.is_outdated().unwrap_or(false);
        app.desk = Some(desk);
        app.learn_town();
        let first = if outdated { app.bring_up_to_date() } else { app.begin() };
        (app, Task::batch([task, first]))
    }

    /// The title of the window.
    pub fn title(&self) -> String {
        format!("{} – Amtsstube", self.screen.title())
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Task<Message> {
        let stale = a11y::active() && !matches!(message, Message::TreeReady(_) | Message::TreeStale);
        let asked = self.screen.asks();
        let task = self.handle(message);
        if self.screen.asks() && !asked {
            // Something new begins: what was said of what was done before is no longer the matter.
            self.status = None;
        }
        let task = Task::batch([task, self.let_go_on()]);
        self.keep_presence();
        if stale { Task::batch([task, Task::done(Message::TreeStale)]) } else { task }
    }

    /// Says which case is on the screen, and shows what others have on theirs.
    fn keep_presence(&mut self) {
        let Some(desk) = &self.desk else { return };
        let who = self.session.as_ref().map(|session| session.name.as_str());
        desk.show_open(self.screen.case().zip(who));
        self.screen.hears_of(desk.open_elsewhere());
    }

    fn handle(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Heard(heard) => self.heard(heard),
            Message::AreaPressed(area) => self.leads_away(Shortcut::Go(area)),
            Message::SettingsRead(Ok(Some(preferences))) if preferences != self.preferences => {
                self.fit_to(preferences)
            }
            Message::SettingsKept(Err(problems)) => {
                self.status = problems.first().map(|problem| (sentence(problem), Tone::Error));
                Task::none()
            }
            Message::SettingsRead(_) | Message::SettingsKept(_) | Message::FocusGivenBack => Task::none(),
            Message::Fit(preferences, size, focused) => self.fit(preferences, size, focused),
            Message::Reader(a11y::Event::Activated) => Task::none(),
            Message::Reader(a11y::Event::Action(request)) => a11y::perform(request),
            Message::TreeStale => {
                let scale = self.preferences.scale() * self.density;
                a11y::collect(self.title(), self.preferences.language.tag(), scale)
                    .map(|tree| Message::TreeReady(Arc::new(tree)))
            }
            Message::TreeReady(tree) => {
                a11y::publish(Arc::unwrap_or_clone(tree));
                Task::none()
            }
            Message::HelpPressed => focus::held().map(Message::HelpAsked),
            Message::HelpAsked(held) => {
                let areas = self.areas();
                let keys = self.screen.keys();
                self.help = Some(Help::new(self.screen.title(), self.screen.help(), held, keys, areas));
                focus::to("help-text")
            }
            Message::HelpClosed => {
                let back = self.help.take().and_then(Help::back);
                back.map_or_else(Task::none, focus::to)
            }
            Message::Screen(ScreenMessage::Updating(message)) => self.on_updating(message),
            Message::Screen(ScreenMessage::Begin(message)) => self.on_begin(message),
            Message::Screen(message) => self.on_screen(message),
            Message::Watch(message) => self.on_watch(message),
            Message::LockPressed => self.lock(),
            Message::OthersWrote => {
                self.screen.stale().map_or_else(Task::none, |message| self.on_screen(message))
            }
            Message::FilesChanged => {
                self.screen.files_changed().map_or_else(Task::none, |message| self.on_screen(message))
            }
            Message::Kept(left, kept) => self.kept(*left, kept),
            Message::KeepDue(left) => self.keep(*left),
            Message::Agreed(told) => self.on_agreed(*told),
            Message::Counted(count) => {
                self.to_settle = count.unwrap_or(self.to_settle);
                Task::none()
            }
            Message::CommandWaits(shortcut) => self.waits(shortcut),
            Message::CommandComes(shortcut) => self.comes(shortcut),
            Message::CommandDone => self.done(),
        }
    }

    /// Does what a screen wants.
    fn act(&mut self, action: Action<ScreenMessage>) -> Task<Message> {
        match action {
            Action::None => Task::none(),
            Action::Lock => self.lock(),
            Action::Watch => self.watch(),
            Action::Run(task) => task.map(Message::Screen),
            Action::Go(route) => self.go(&route),
            Action::Say(words, tone) => {
                self.status = Some((words, tone));
                Task::none()
            }
            Action::Unsay(words) => {
                let _ = self.status.take_if(|(said, _)| *said == words);
                Task::none()
            }
            Action::Prefer(preferences) => self.prefer(preferences),
            Action::All(actions) => Task::batch(actions.into_iter().map(|action| self.act(action))),
        }
    }

    fn on_screen(&mut self, message: ScreenMessage) -> Task<Message> {
        if let ScreenMessage::SignIn(message) = message {
            let (session, task) = self.screen.on_sign_in(message, self.desk.as_ref());
            let Some((session, login)) = session else { return task.map(Message::Screen) };
            self.login = login;
            let settings = self.desk.clone().map(|desk| {
                let own = session.clone();
                beside(&desk, move |desk| desk.window_settings(Some(&own)), Message::SettingsRead)
            });
            self.back_from_lock(&session);
            self.session = Some(session);
            self.learn_town();
            let open = self.go(&Route::Area(Area::Counter));
            return Task::batch(settings.into_iter().chain([open]));
        }
        let message = match self.of_locked(message) {
            Ok((case, message)) => return self.on_locked(case, message),
            Err(message) => message,
        };
        if let (ScreenMessage::Search(message), Some(desk), Some(session)) =
            (&message, &self.desk, &self.session)
        {
            let action = search::run(self.search.update(message.clone()), desk, session);
            return self.act(open::map(action, ScreenMessage::Search));
        }
        if let ScreenMessage::Settings(message) = &message
            && matches!(**message, settings::Message::PageChosen(settings::APPEARANCE))
        {
            self.keep_typed();
            self.screen = Screen::Appearance(appearance::State::new(self.preferences));
            return focus::into_column("column-middle");
        }
        if let (ScreenMessage::Counter(message), Some(counter), Some(desk), Some(session)) =
            (&message, &mut self.counter, &self.desk, &self.session)
        {
            // Its draft is saved, or its case filed, while another screen is open.
            counter.follow(desk.catalogue());
            let action = counter.update((**message).clone());
            let action = counter::run::run(desk, session, action);
            return self.act(open::map(action, |message| ScreenMessage::Counter(Box::new(message))));
        }
        let settled = matches!(&message, ScreenMessage::Kreis(kreis) if kreis.settles());
        let action = self.screen.update(message, self.desk.as_ref(), self.session.as_ref());
        let count = if settled { self.count_open() } else { Task::none() };
        Task::batch([self.act(action), count])
    }

    /// What the town says of itself now: its name, and by its Land the acts that sentences cite.
    fn learn_town(&mut self) {
        let town = self.desk.as_ref().and_then(|desk| desk.town().ok()).unwrap_or_default();
        if let Some(land) = Land::of_ags(town.get(keys::AGS)) {
            words::cite_by(move |law| land.cites(law));
        }
        let names = [town.get(keys::AUTHORITY), town.get(keys::NAME), "Amtsstube"];
        names.into_iter().find(|name| !name.is_empty()).unwrap_or_default().clone_into(&mut self.town);
    }
}
