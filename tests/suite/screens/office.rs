//! A screen with the desk itself behind it, on an encrypted database with one case.

use crate::hands::{Hands, Shown};
use crate::town::Town;
use amtsstube::desk::intake::{Participant, Party, Settlement};
use amtsstube::desk::{Desk, Session};
use amtsstube::domain::case::{AppearsAs, Signature};
use amtsstube::domain::id::CaseId;
use amtsstube::domain::money::Cents;
use amtsstube::domain::user::Role;
use amtsstube::ui::Element;
use amtsstube::ui::layout::Space;
use amtsstube::ui::screen::{self, Route, calendar, case, cases, persons, search, settings};
use amtsstube::ui::shortcut::Shortcut;
use iced::Task;
use std::collections::BTreeMap;

const WINDOW: (f32, f32) = (1366.0, 768.0);

/// A screen, and the desk behind it.
pub struct Office<S: Screen> {
    pub state: S,
    pub desk: Desk,
    pub session: Session,
    pub gone: Option<Route>,
    _folder: Option<tempfile::TempDir>,
}

/// What the screens have in common.
pub trait Screen: Sized {
    type Message: Clone + Send + 'static;
    type Action;
    fn take(&mut self, message: Self::Message) -> Self::Action;
    fn draw(&self, room: Space) -> Element<'_, Self::Message>;
    fn heard(&self, shortcut: Shortcut) -> Option<Self::Message>;
    fn run(action: Self::Action, desk: &Desk, session: &Session) -> screen::Action<Self::Message>;
}

macro_rules! screen {
    ($module:ident, $shortcut:expr, |$self:ident, $room:ident| $view:expr) => {
        impl Screen for $module::State {
            type Message = $module::Message;
            type Action = $module::Action;
            fn take(&mut self, message: Self::Message) -> Self::Action {
                self.update(message)
            }
            fn draw(&self, $room: Space) -> Element<'_, Self::Message> {
                let $self = self;
                $view
            }
            fn heard(&self, shortcut: Shortcut) -> Option<Self::Message> {
                let heard: fn(&Self, Shortcut) -> Option<Self::Message> = $shortcut;
                heard(self, shortcut)
            }
            fn run(action: Self::Action, desk: &Desk, session: &Session) -> screen::Action<Self::Message> {
                $module::run(action, desk, session)
            }
        }
    };
}
screen!(case, case::State::shortcut, |state, room| state.view(room));
screen!(calendar, calendar::State::shortcut, |state, room| state.view(room));
screen!(cases, cases::State::shortcut, |state, room| state.view(room));
screen!(persons, persons::State::shortcut, |state, room| state.view(room));
screen!(settings, settings::State::shortcut, |state, room| state.view(room));
screen!(search, |_, _| None, |state, _room| state.view());

impl<S: Screen> Office<S> {
    pub fn open(begin: impl FnOnce(&Desk, &Session, CaseId) -> (S, S::Action)) -> Hands<Self> {
        Self::open_in(WINDOW, begin)
    }

    pub fn open_in(
        window: (f32, f32),
        begin: impl FnOnce(&Desk, &Session, CaseId) -> (S, S::Action),
    ) -> Hands<Self> {
        let roles = [Role::Counter, Role::Clerk, Role::Cashier, Role::Administrator];
        let Town { desk, clerk: session, folder, .. } = Town::new(&roles);
        let filed = file(&desk, &session);
        let (state, action) = begin(&desk, &session, filed);
        let office = Self { state, desk, session, gone: None, _folder: Some(folder) };
        office.shown(window, action)
    }

    /// A screen before a desk that is there already.
    pub fn at(
        desk: &Desk,
        session: &Session,
        begin: impl FnOnce(&Desk, &Session) -> (S, S::Action),
    ) -> Hands<Self> {
        let (state, action) = begin(desk, session);
        let (desk, session) = (desk.clone(), session.clone());
        Self { state, desk, session, gone: None, _folder: None }.shown(WINDOW, action)
    }

    fn shown(mut self, window: (f32, f32), action: S::Action) -> Hands<Self> {
        let wanted = S::run(action, &self.desk, &self.session);
        let task = self.does(wanted);
        Hands::new(self, window, task)
    }

    fn does(&mut self, wanted: screen::Action<S::Message>) -> Task<S::Message> {
        match wanted {
            screen::Action::Run(task) => task,
            screen::Action::All(all) => {
                Task::batch(all.into_iter().map(|one| self.does(one)).collect::<Vec<_>>())
            }
            screen::Action::Go(route) => {
                self.gone = Some(route);
                Task::none()
            }
            _ => Task::none(),
        }
    }
}

impl<S: Screen> Shown for Office<S> {
    type Message = S::Message;

    fn view(&self, room: Space) -> Element<'_, S::Message> {
        self.state.draw(room)
    }

    fn update(&mut self, message: S::Message) -> Task<S::Message> {
        let action = self.state.take(message);
        let wanted = S::run(action, &self.desk, &self.session);
        self.does(wanted)
    }

    fn command(&mut self, shortcut: Shortcut) -> Task<S::Message> {
        self.state.heard(shortcut).map_or_else(Task::none, |message| self.update(message))
    }
}

/// A trade notice, paid in cash.
fn file(desk: &Desk, session: &Session) -> CaseId {
    file_as(desk, session, "gewerbe-anmeldung")
}

pub fn file_as(desk: &Desk, session: &Session, slug: &str) -> CaseId {
    let mut intake = desk.new_intake(session, slug).unwrap();
    let service = desk.service(&intake.service, &intake.version).unwrap();
    intake.answers = service.example.clone();
    intake.participants = vec![Participant {
        party: Party::New(BTreeMap::new()),
        part: "applicant".to_owned(),
        appears_as: AppearsAs::InPerson,
        seen: Some("personalausweis".to_owned()),
        certain: false,
    }];
    intake.documents = service.documents.iter().filter(|d| d.blocking).map(|d| d.id.clone()).collect();
    intake.signature = Some(Signature::Seen);
    intake.settlement = Settlement::Cash { given: Cents(5000) };
    desk.file_case(session, &intake).unwrap().case
}
