//! How a window begins: its database brought up to date where a new program finds an older one, then the sign-in.

use super::open::{Screen, ScreenMessage};
use super::{App, Message, agree};
use crate::desk::open;
use crate::ui::focus;
use crate::ui::screen::beside::{Outcome, beside, sentence};
use crate::ui::screen::{begin, kreis, updating};
use crate::ui::theme::Tone;
use iced::Task;

impl App {
    /// Shows how far it is, and does it beside the window's thread.
    pub(super) fn bring_up_to_date(&mut self) -> Task<Message> {
        let Some(desk) = &self.desk else { return Task::none() };
        self.screen = Screen::Updating(updating::State::default());
        updating::run(desk).map(|message| Message::Screen(ScreenMessage::Updating(message)))
    }

    pub(super) fn on_updating(&mut self, message: updating::Message) -> Task<Message> {
        let Screen::Updating(screen) = &mut self.screen else { return Task::none() };
        match screen.update(message) {
            updating::Action::None => Task::none(),
            updating::Action::Begin => self.bring_up_to_date(),
            updating::Action::Done => Task::batch([self.begin(), focus::into_column("column-middle")]),
        }
    }

    /// The first start. Once the desk is there, somebody signs in.
    pub(super) fn on_begin(&mut self, message: begin::Message) -> Task<Message> {
        let (Screen::Begin(screen), Some(fresh)) = (&mut self.screen, &self.fresh) else {
            return Task::none();
        };
        let desk = match screen.update(message) {
            begin::Action::Done(desk) => *desk,
            action => {
                return begin::run(action, fresh)
                    .map(|message| Message::Screen(ScreenMessage::Begin(message)));
            }
        };
        match open::window_lock(&fresh.place) {
            Ok(lock) => self.lock = lock,
            Err(error) => {
                let told = error.problems().first().map(|problem| (sentence(problem), Tone::Error));
                self.status = told;
            }
        }
        self.fresh = None;
        self.desk = Some(desk);
        self.learn_town();
        Task::batch([self.begin(), focus::into_column("column-middle")])
    }

    /// Asks who is there.
    pub(super) fn begin(&mut self) -> Task<Message> {
        let Some(desk) = &self.desk else { return Task::none() };
        self.screen = Screen::sign_in(desk);
        let agreeing = agree::with_kreis(desk).map(|agreed| Message::Agreed(Box::new(agreed)));
        // What a crash caught in the print queue is found again at once, whoever signs in.
        let watch = self.watch();
        Task::batch([watch, agreeing])
    }

    /// Desk and Kreis have spoken, or speak: the screens hear of it.
    pub(super) fn on_agreed(&mut self, told: Outcome<agree::Told>) -> Task<Message> {
        let kreis = |message| ScreenMessage::Kreis(Box::new(message));
        let (heard, arrived) = match told {
            Ok(agree::Told::Goes(agreed)) => {
                return self.on_screen(kreis(kreis::Message::Goes(agreed)));
            }
            Ok(agree::Told::Came(round)) => {
                let agree::Round { outbox, arrived, stopped } = *round;
                self.kreis = Some(Ok(outbox));
                (kreis::Message::Heard(Vec::new(), stopped), arrived)
            }
            Err(problems) => {
                self.kreis = Some(Err(problems.clone()));
                (kreis::Message::Heard(problems, None), false)
            }
        };
        let stale = self.screen.stale().filter(|_| arrived);
        let stale = stale.map_or_else(Task::none, |message| self.on_screen(message));
        let count = if arrived { self.count_open() } else { Task::none() };
        Task::batch([stale, count, self.on_screen(kreis(heard))])
    }

    /// Counts what waits on F7.
    pub(super) fn count_open(&self) -> Task<Message> {
        let (Some(desk), Some(session), Some(_)) = (&self.desk, self.session.clone(), &self.kreis) else {
            return Task::none();
        };
        beside(desk, move |desk| desk.open_matters(&session), Message::Counted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::Desk;
    use crate::desk::chance::Chance;
    use crate::desk::clock::Clock;
    use crate::store::Place;
    use crate::store::vault::Key;
    use crate::ui::preferences::Preferences;
    use iced_test::futures::futures::{StreamExt, executor::block_on};
    use iced_test::runtime::{Action, task};
    use std::path::Path;

    /// A database of version 1 of the file, as a new program finds it.
    #[test]
    fn an_older_database_is_brought_up_to_date_in_sight_and_then_somebody_signs_in() {
        let dir = tempfile::tempdir().expect("a folder");
        let place = Place { data: dir.path().join("data"), state: dir.path().join("state") };
        std::fs::create_dir_all(&place.data).expect("a folder");
        std::fs::create_dir_all(&place.state).expect("a folder");
        let frozen = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats/desk-1.db");
        let _ = std::fs::copy(frozen, place.database()).expect("copied");
        let clock = Clock::Fixed("2026-11-24T09:00:00Z".parse().expect("a moment"));
        let key = Key::new(crate::store::tests::town::KEY);
        let desk = Desk::open_as_it_is(&place, &key, clock, Chance::seeded(1)).expect("opened");
        assert!(desk.is_outdated().expect("asked"));
        let (mut app, task) = App::of(desk.clone(), Preferences::default());
        assert!(matches!(app.screen, Screen::Updating(_)), "nobody signs in before");
        let mut actions = task::into_stream(task).expect("work");
        let mut told = Vec::new();
        while let Some(action) = block_on(actions.next()) {
            if let Action::Output(Message::Screen(ScreenMessage::Updating(message))) = action {
                told.push(message.clone());
                let _ = app.update(Message::Screen(ScreenMessage::Updating(message)));
            }
        }
        assert!(matches!(told.first(), Some(updating::Message::Went(1, 3))), "{told:?}");
        assert!(!desk.is_outdated().expect("asked"));
        assert!(matches!(app.screen, Screen::SignIn(_)));
    }
}
