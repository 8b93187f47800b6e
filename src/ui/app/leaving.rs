//! What a screen that is left has typed and not saved yet: it is on its way to the disk before another screen is shown, and
//! tried again for as long as the disk takes nothing. The counter has its own way, see `locked`.

use super::open::Screen;
use super::{App, Message};
use crate::desk::Session;
use crate::desk::begun::Begun;
use crate::ui::screen::beside::{Outcome, after, beside, sentence};
use crate::ui::theme::Tone;
use chrono::{DateTime, Utc};
use iced::Task;
use std::time::Duration;

/// Until it is tried again.
const PAUSE: Duration = Duration::from_secs(2);

/// A correction that was left half-typed: whose, what, and when it was left.
#[derive(Debug, Clone)]
pub struct Left {
    session: Session,
    begun: Begun,
    at: DateTime<Utc>,
}

impl App {
    /// Keeps what the open screen has not saved.
    pub(super) fn leave(&mut self) -> Task<Message> {
        let (Screen::Case(case), Some(desk), Some(session)) = (&self.screen, &self.desk, &self.session)
        else {
            return Task::none();
        };
        let Some(begun) = case.unkept() else { return Task::none() };
        let left = Left { session: session.clone(), begun, at: desk.clock.now() };
        self.keep(left)
    }

    pub(super) fn keep(&self, left: Left) -> Task<Message> {
        let Some(desk) = &self.desk else { return Task::none() };
        let kept = left.clone();
        beside(
            desk,
            move |desk| desk.keep_correction(&left.session, &left.begun, left.at),
            move |outcome| Message::Kept(Box::new(kept), outcome),
        )
    }

    /// It is kept, or tried again; whoever is here is told.
    pub(super) fn kept(&mut self, left: Left, kept: Outcome<()>) -> Task<Message> {
        let Err(problems) = kept else { return Task::none() };
        if self.session.is_some() {
            self.status = problems.first().map(|problem| (sentence(problem), Tone::Error));
        }
        after(PAUSE, Message::KeepDue(Box::new(left)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::tests::first_start;
    use crate::domain::id::CaseId;
    use crate::domain::problem::Problem;
    use crate::domain::user::{Group, Role};
    use crate::ui::preferences::Preferences;
    use crate::ui::screen::counter::form;
    use crate::ui::screen::{Route, case};
    use crate::ui::shortcut::Area;
    use iced_test::futures::futures::{StreamExt, executor::block_on};
    use iced_test::runtime::{Action, task};

    /// A window in which somebody has typed into a correction a moment ago.
    fn correcting(dir: &tempfile::TempDir) -> (App, CaseId) {
        let (desk, admin) = first_start(dir);
        desk.grant(&admin, admin.user, Role::Clerk, Group::ALL.into()).expect("granted");
        let session = desk.sign_in("admin", "2468").expect("signed in");
        let mut intake = desk.new_intake(&session, "fundsache").expect("a service");
        let service = desk.service(&intake.service, &intake.version).expect("a service");
        intake.answers = service.example.clone();
        let case = desk.file_case(&session, &intake).expect("filed").case;
        let (mut screen, _) = case::State::new(case, &session, desk.today());
        let _ = screen.update(case::Message::Loaded(Box::new(Ok(desk.sheet(&session, case).expect("read")))));
        let _ = screen.update(case::Message::CorrectPressed);
        let typed = form::Message::Typed("fundort".into(), "Bahnhofsvorplatz".into());
        let _ = screen.update(case::Message::Correct(case::correct::Message::Form(typed)));
        let (mut app, _) = App::of(desk, Preferences::default());
        app.session = Some(session);
        app.screen = Screen::Case(Box::new(screen));
        (app, case)
    }

    /// What a task says first about what was left.
    fn first_kept(task: Task<Message>) -> (Left, Outcome<()>) {
        let mut actions = task::into_stream(task).expect("something to do");
        loop {
            let action = block_on(actions.next()).expect("an answer");
            if let Action::Output(Message::Kept(left, kept)) = action {
                return (*left, kept);
            }
        }
    }

    #[test]
    fn what_was_typed_a_moment_ago_is_kept_as_the_case_is_left() {
        let dir = tempfile::tempdir().expect("a folder");
        let (mut app, case) = correcting(&dir);
        let task = app.go(&Route::Area(Area::Persons));
        let (left, kept) = first_kept(task);
        assert_eq!(kept, Ok(()));
        let desk = app.desk.clone().expect("a desk");
        let begun = desk.sheet(&left.session, case).expect("read").begun.expect("begun");
        assert_eq!(begun.answers["fundort"], "Bahnhofsvorplatz");
        // An older state that comes late is not written over a newer one.
        let older = Begun { reason: "älter".into(), ..begun.clone() };
        let before = left.at - chrono::Duration::seconds(1);
        desk.keep_correction(&left.session, &older, before).expect("looked at");
        assert_eq!(desk.sheet(&left.session, case).expect("read").begun, Some(begun));
    }

    /// Locked in the middle of a sentence: it is there again for whoever wrote it.
    #[test]
    fn what_was_written_in_a_dialog_outlives_a_lock() {
        use case::over::{Kind, Message as Over};
        let dir = tempfile::tempdir().expect("a folder");
        let (mut app, case) = correcting(&dir);
        let session = app.session.clone().expect("signed in");
        let desk = app.desk.clone().expect("a desk");
        let sheet = desk.sheet(&session, case).expect("read");
        let show = |app: &mut App, message| {
            let Screen::Case(screen) = &mut app.screen else { panic!("another screen") };
            screen.update(message)
        };
        let _ = app.go(&Route::Case(case));
        let _ = show(&mut app, case::Message::Loaded(Box::new(Ok(sheet.clone()))));
        let _ = show(&mut app, case::Message::OverOpened(Kind::Note));
        let _ = show(&mut app, case::Message::Over(Over::TextTyped("Ruft zurück".into())));
        let _ = app.lock();
        app.session = Some(session.clone());
        let _ = app.go(&Route::Case(case));
        let _ = show(&mut app, case::Message::Loaded(Box::new(Ok(sheet))));
        let _ = show(&mut app, case::Message::OverOpened(Kind::Note));
        let case::Action::Do(_, noted) = show(&mut app, case::Message::OverConfirmed) else {
            panic!("not noted")
        };
        let note = crate::domain::decide::Command::Note { text: "Ruft zurück".into(), call: false };
        assert_eq!(*noted, note);
    }

    #[test]
    fn a_lock_keeps_it_and_a_full_disk_is_asked_again() {
        let dir = tempfile::tempdir().expect("a folder");
        let (mut app, case) = correcting(&dir);
        let task = app.lock();
        let (left, _) = first_kept(task);
        assert!(app.session.is_none() && matches!(app.screen, Screen::SignIn(_)));
        let desk = app.desk.clone().expect("a desk");
        desk.drop_correction(&left.session, case).expect("gone, as if it had never been written");
        let full = Err(vec![Problem::error("", "store-full")]);
        let mut actions = task::into_stream(app.kept(left, full)).expect("tried again");
        let Some(Action::Output(Message::KeepDue(left))) = block_on(actions.next()) else {
            panic!("not due")
        };
        let (left, kept) = first_kept(app.keep(*left));
        assert_eq!(kept, Ok(()));
        assert!(desk.sheet(&left.session, case).expect("read").begun.is_some());
    }
}
