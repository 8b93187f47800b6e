//! Opening the screen of a route, as it was left. Hands no message on.

use super::{
    Screen, ScreenMessage, at_counter, in_calendar, in_case, in_cases, in_inbox, in_lot, in_prints,
    in_serial, in_settings, in_workshop, map, with_kreis, with_persons, with_till,
};
use crate::desk::{Desk, Session};
use crate::ui::preferences::Preferences;
use crate::ui::screen::case::over::kept::Drafts;
use crate::ui::screen::{
    Action, Route, appearance, calendar, case, cases, counter, inbox, kreis, lot, persons, prints, serial,
    settings, sign_in, till, workshop,
};
use crate::ui::shortcut::Area;
use std::collections::BTreeMap;

/// What was left of screens when others were opened.
#[derive(Debug, Default)]
pub struct Left {
    /// The counter with its intake.
    pub counter: Option<Box<counter::State>>,
    /// The place in the work list.
    pub list: Option<cases::Place>,
    /// The place in the calendar.
    pub calendar: Option<calendar::Place>,
    /// The serial letter that is written and not issued.
    pub letter: Option<serial::Written>,
    /// What is typed of the town's values and not saved.
    pub values: Option<BTreeMap<String, String>>,
    /// What is written in dialogs of the case and not done.
    pub written: Option<Drafts>,
    /// What is counted of the till and not closed.
    pub count: Option<till::Form>,
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

    /// Opens the screen of a route, as it was left.
    pub fn open(
        route: &Route,
        desk: &Desk,
        session: &Session,
        left: Left,
        preferences: Preferences,
    ) -> (Self, Action<ScreenMessage>) {
        let Left { counter: kept, list: place, calendar: shown, letter, count, values, written } = left;
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
            (Route::Case(id) | Route::CaseFor(id, _) | Route::CasePaper(id, _), _) => {
                let (mut state, action) = case::State::new(*id, session, desk.today());
                state.goes_on_with(written.unwrap_or_default());
                match route {
                    Route::CaseFor(_, command) => state.begin_with(*command),
                    Route::CasePaper(_, paper) => state.begin_at(*paper),
                    _ => {}
                }
                (Self::Case(Box::new(state)), map(case::run(action, desk, session), in_case))
            }
            (Route::Prints, _) => {
                let (state, action) = prints::State::new();
                (Self::Prints(Box::new(state)), map(prints::run(action, desk, session), in_prints))
            }
            (Route::Serial(filter), _) => {
                let (state, action) = serial::State::new(filter.clone(), letter);
                (Self::Serial(Box::new(state)), map(serial::run(action, desk, session), in_serial))
            }
            (Route::Area(till::AREA), _) if Desk::may_close(session) => {
                let (state, action) = till::State::new(desk.today(), count);
                (Self::Till(Box::new(state)), map(till::run(action, desk, session), with_till))
            }
            (Route::Closing(id), _) => {
                let (mut state, action) = till::State::new(desk.today(), count);
                state.begin_with(*id);
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
                let (mut state, action) = settings::State::new(desk.catalogue(), session);
                state.goes_on_with(values.unwrap_or_default());
                (Self::Settings(Box::new(state)), map(settings::run(action, desk, session), in_settings))
            }
            (Route::Catalogue, _) => {
                let (mut state, action) = settings::State::new(desk.catalogue(), session);
                state.goes_on_with(values.unwrap_or_default());
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
}
