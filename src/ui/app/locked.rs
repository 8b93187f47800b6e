//! A counter that was locked while its draft is not on the disk: it is shown to nobody and tries on until it is. Whoever
//! comes back before that goes on with it.

use super::open::{self, Screen, ScreenMessage};
use super::{App, Message};
use crate::desk::Session;
use crate::domain::id::CaseId;
use crate::ui::screen::counter;
use iced::Task;

impl App {
    /// Puts the counter away with who works at it, and has its draft saved.
    pub(super) fn park(&mut self) -> Task<Message> {
        if let Screen::Counter(counter) = std::mem::replace(&mut self.screen, Screen::Nothing) {
            self.counter = Some(counter);
        }
        let (Some(counter), Some(session)) = (self.counter.take(), self.session.take()) else {
            return Task::none();
        };
        let Some(case) = counter.case() else { return Task::none() };
        self.locked.push((counter, session));
        self.on_locked(case, counter::Message::ParkPressed)
    }

    /// Puts aside what lies at the counter, where something else is to be worked at: it is a draft, and is saved as one.
    pub(super) fn make_room(&mut self, session: &Session) -> Task<Message> {
        let Some(counter) = self.counter.take() else { return Task::none() };
        let Some(case) = counter.case() else { return Task::none() };
        self.locked.push((counter, session.clone()));
        self.on_locked(case, counter::Message::ParkPressed)
    }

    /// The message, where it is for a locked counter. While nobody is signed in, what was asked before is.
    pub(super) fn of_locked(
        &self,
        message: ScreenMessage,
    ) -> Result<(CaseId, counter::Message), ScreenMessage> {
        match message {
            ScreenMessage::Locked(case, message) => Ok((case, *message)),
            ScreenMessage::Counter(message) => {
                let waits =
                    |case: &CaseId| self.locked.iter().any(|(locked, _)| locked.case() == Some(*case));
                let case = match (&*message, &self.session) {
                    (counter::Message::Saved(case, _), _) => Some(*case).filter(waits),
                    (_, None) => self.locked.last().and_then(|(locked, _)| locked.case()),
                    _ => None,
                };
                match case {
                    Some(case) => Ok((case, *message)),
                    None => Err(ScreenMessage::Counter(message)),
                }
            }
            other => Err(other),
        }
    }

    /// Hands a message to a locked counter, or to the same one after its user came back.
    pub(super) fn on_locked(&mut self, case: CaseId, message: counter::Message) -> Task<Message> {
        let at = self.locked.iter().position(|(locked, _)| locked.case() == Some(case));
        let (Some(at), Some(desk)) = (at, self.desk.clone()) else {
            let shown = match (&self.counter, &self.screen) {
                (Some(counter), _) | (None, Screen::Counter(counter)) => counter.case(),
                _ => None,
            };
            let back = self.session.is_some() && shown == Some(case);
            let message = ScreenMessage::Counter(Box::new(message));
            return if back { self.on_screen(message) } else { Task::none() };
        };
        let (mut counter, session) = self.locked.remove(at);
        let action = counter::run::run(&desk, &session, counter.update(message));
        // All of it is on the disk: nothing more is wanted, least of all the keyboard.
        if !counter.is_unsaved() {
            return Task::none();
        }
        self.locked.insert(at, (counter, session));
        self.act(open::map(action, move |message| ScreenMessage::Locked(case, Box::new(message))))
    }

    /// Somebody signs in: what they left unsaved is theirs again.
    pub(super) fn back_from_lock(&mut self, session: &Session) {
        let own = self.locked.iter().position(|(_, whose)| whose.user == session.user);
        if let Some(at) = own {
            let (mut counter, _) = self.locked.remove(at);
            counter.go_on();
            self.counter = Some(counter);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::tests::first_start;
    use crate::domain::problem::Problem;
    use crate::ui::preferences::Preferences;

    /// A window whose user has begun an intake and locks it.
    fn locked(dir: &tempfile::TempDir) -> (App, Session, CaseId) {
        let (desk, session) = first_start(dir);
        let service = desk.catalogue().current("hundesteuer-anmeldung", desk.today()).expect("a service");
        let case = CaseId(uuid::Uuid::from_u128(1));
        let intake = crate::desk::intake::Intake::new(case, &service.slug, &service.version);
        let (mut counter, _) =
            counter::State::new(desk.catalogue(), desk.town().expect("a town"), desk.today());
        let _ = counter.update(counter::Message::Begun(Box::new(Ok(Some(intake)))));
        let (mut app, _) = App::of(desk, Preferences::default());
        app.session = Some(session.clone());
        app.screen = Screen::Counter(Box::new(counter));
        let _ = app.lock();
        (app, session, case)
    }

    #[test]
    fn what_was_locked_is_kept_until_it_is_on_the_disk() {
        let dir = tempfile::tempdir().expect("a folder");
        let (mut app, _, case) = locked(&dir);
        assert!(app.session.is_none() && app.counter.is_none() && matches!(app.screen, Screen::SignIn(_)));
        let full = counter::Message::Saved(case, Err(vec![Problem::error("", "store-full")]));
        let _ = app.on_screen(ScreenMessage::Locked(case, Box::new(full)));
        assert_eq!(app.locked.len(), 1, "it is tried again");
        let _ = app.on_locked(case, counter::Message::Paused);
        let now = chrono::NaiveDateTime::default();
        // The answer to what was asked before the lock counts as well.
        let _ = app.on_screen(ScreenMessage::Counter(Box::new(counter::Message::Saved(case, Ok(now)))));
        assert!(app.locked.is_empty());
    }

    #[test]
    fn whoever_comes_back_goes_on_with_what_is_not_saved() {
        let dir = tempfile::tempdir().expect("a folder");
        let (mut app, session, case) = locked(&dir);
        app.back_from_lock(&Session {
            user: crate::domain::id::UserId(uuid::Uuid::nil()),
            ..session.clone()
        });
        assert!(app.counter.is_none(), "it is somebody else's");
        app.back_from_lock(&session);
        app.session = Some(session);
        let now = chrono::NaiveDateTime::default();
        let saved = counter::Message::Saved(case, Ok(now));
        let _ = app.on_screen(ScreenMessage::Locked(case, Box::new(saved)));
        let counter = app.counter.as_ref().expect("theirs");
        assert!(counter.case() == Some(case) && !counter.is_unsaved(), "saved, and still open");
    }
}
