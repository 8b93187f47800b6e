//! Going from one screen to another, and locking: what is left is kept, what is opened begins as it was left. Draws nothing.

use super::open::{Left, Screen};
use super::{App, Message};
use crate::domain::id::UserId;
use crate::domain::problem::Problem;
use crate::ui::focus;
use crate::ui::screen::beside::sentence;
use crate::ui::screen::{Route, till};
use crate::ui::shortcut::Area;
use crate::ui::theme::Tone;
use iced::Task;

impl App {
    pub(super) fn go(&mut self, route: &Route) -> Task<Message> {
        self.status = None;
        if let (Route::Area(area), Some(_)) = (route, &self.session)
            && !self.areas().contains(area)
        {
            // Its key works everywhere: whoever may not go there is told who may, and stays.
            if *area == till::AREA {
                self.status = Some((sentence(&Problem::error("", "till-not-allowed")), Tone::Warning));
            }
            return Task::none();
        }
        if *route == Route::Prints {
            self.before = self.screen.route().or(self.before.take());
        }
        if let (Route::Draft(id), Some(counter)) = (route, &self.counter)
            && counter.case() == Some(*id)
        {
            // It lies at the counter already, perhaps with more than the disk has.
            return self.go(&Route::Area(Area::Counter));
        }
        if *route == Route::Back {
            let before = self.before.take().unwrap_or(Route::Area(Area::Cases));
            return self.go(&before);
        }
        self.search.forget();
        self.keep_typed();
        let leaves = self.leave();
        let (Some(desk), Some(session)) = (self.desk.clone(), self.session.clone()) else {
            return focus::into_column("column-middle");
        };
        match std::mem::replace(&mut self.screen, Screen::Nothing) {
            // What is filed stays for a look at the print jobs; elsewhere the counter's key begins the next intake.
            Screen::Counter(counter) if counter.is_done() && *route != Route::Prints => {}
            Screen::Counter(counter) => self.counter = Some(counter),
            Screen::Cases(list) => self.list = Some(list.place()),
            Screen::Calendar(calendar) => self.calendar = Some(calendar.place()),
            Screen::Serial(letter) => self.letter = letter.written().map(|written| (session.user, written)),
            Screen::Till(till) => self.keep_count(session.user, till.begun()),
            _ => {}
        }
        let parked = if matches!(route, Route::Draft(_)) { self.make_room(&session) } else { Task::none() };
        let kept = if *route == Route::Area(Area::Counter) { self.counter.take() } else { None };
        let letter = self.letter.clone().filter(|(user, _)| *user == session.user).map(|(_, words)| words);
        let count = self.count.clone().filter(|(user, _)| *user == session.user).map(|(_, count)| count);
        let values = self.values.clone().filter(|(user, _)| *user == session.user).map(|(_, values)| values);
        let written = match route {
            Route::Case(id) | Route::CaseFor(id, _) | Route::CasePaper(id, _) => {
                self.written.get(&(session.user, *id)).cloned()
            }
            _ => None,
        };
        let (list, calendar) = (self.list.clone(), self.calendar.clone());
        let left = Left { counter: kept, list, calendar, letter, count, values, written };
        let (screen, action) = Screen::open(route, &desk, &session, left, self.preferences);
        self.screen = screen;
        let first = self.act(action);
        // Somebody at a command line may have printed meanwhile.
        let watch = self.watch();
        let open = self.count_open();
        Task::batch([leaves, parked, focus::into_column("column-middle"), first, watch, open])
    }

    /// Keeps what somebody has typed of the town's values and not saved, or written in dialogs of a case and not done.
    pub(super) fn keep_typed(&mut self) {
        let Some(user) = self.session.as_ref().map(|session| session.user) else { return };
        match &self.screen {
            Screen::Settings(settings) => self.values = settings.unsaved().map(|values| (user, values)),
            Screen::Case(case) => {
                let _ = match case.written() {
                    Some(written) => self.written.insert((user, case.id()), written),
                    None => self.written.remove(&(user, case.id())),
                };
            }
            _ => {}
        }
    }

    /// Keeps what somebody has counted half-way; nobody's count goes because another one looked at the till.
    fn keep_count(&mut self, user: UserId, begun: Option<till::Form>) {
        let own = self.count.as_ref().is_none_or(|(of, _)| *of == user);
        if own || begun.is_some() {
            self.count = begun.map(|count| (user, count));
        }
    }

    /// Saves what is open as a draft and asks for the PIN again. Nothing of it is shown any more, but it is kept until it
    /// is on the disk.
    pub(super) fn lock(&mut self) -> Task<Message> {
        if self.session.is_none() {
            return Task::none();
        }
        self.keep_typed();
        let left = self.leave();
        let park = self.park();
        self.search.forget();
        self.help = None;
        if let (Screen::Serial(letter), Some(session)) = (&self.screen, &self.session) {
            self.letter = letter.written().map(|written| (session.user, written));
        }
        if let (Screen::Till(till), Some(session)) = (&self.screen, &self.session) {
            self.keep_count(session.user, till.begun());
        }
        self.screen = Screen::locked(self.login.clone());
        self.session = None;
        self.before = None;
        self.counter = None;
        self.status = None;
        self.watch.forget();
        Task::batch([left, park, focus::to("pin")])
    }
}
