//! Does what the first start wants: makes the desk on a thread of its own, empty or with a backup, and lets it in.

use super::{Action, Message};
use crate::desk::backup;
use crate::desk::chance::Chance;
use crate::desk::clock::Clock;
use crate::desk::open::{self, Given, Place};
use crate::desk::{Desk, DeskError, kreis};
use crate::domain::problem::Problem;
use crate::ui::focus;
use crate::ui::screen::chooser;
use crate::ui::screen::long::{Stop, long};
use iced::Task;
use std::path::PathBuf;

/// Where the desk is to be made, and with which key.
#[derive(Debug, Clone)]
pub struct Fresh {
    /// Its folders.
    pub place: Place,
    /// The key as it was handed over, where there is one.
    pub given: Given,
    /// Where its time comes from.
    pub clock: Clock,
}

impl Fresh {
    /// The desk that is there.
    fn open(&self) -> Result<Desk, DeskError> {
        let key = open::key(&self.place, &self.given)?;
        Desk::open(&self.place, &key, self.clock, Chance::System)
    }

    /// An empty desk.
    fn empty(&self) -> Result<Desk, DeskError> {
        let _ = kreis::prepare(&self.place, &self.given, self.clock)?;
        self.open()
    }

    /// A desk that begins with a backup; nothing where it was stopped.
    fn with(
        &self,
        (path, secret): &(PathBuf, String),
        code: &str,
        go_on: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<Option<Desk>, DeskError> {
        let made = backup::begin_with(&self.place, &self.given, (path, secret), code, self.clock, go_on)?;
        made.map(|_| self.open()).transpose()
    }
}

/// Does what is wanted. [`Action::Done`] is for the window, which keeps the desk.
pub fn run(action: Action, fresh: &Fresh) -> Task<Message> {
    match action {
        Action::None | Action::Done(_) => Task::none(),
        Action::Focus(id) => focus::to(id),
        Action::Choose(wanted) => chooser::run_alone(wanted).map(Message::Chooser),
        Action::Alone => thread(fresh, &Stop::default(), |fresh, _| match fresh.empty() {
            Ok(desk) => Message::Made(Some(Box::new(desk)), Ok(())),
            Err(error) => Message::Made(None, Err(error.problems())),
        }),
        Action::Join { url, code, from, made, stop } => thread(fresh, &stop, move |fresh, go_on| {
            let desk = match (made, from) {
                (Some(desk), _) => Ok(Some(*desk)),
                (None, Some(from)) => fresh.with(&from, &code, go_on),
                (None, None) => fresh.empty().map(Some),
            };
            match desk {
                Ok(Some(desk)) => {
                    let let_in = desk.enrol(None, &url, &code).map(drop);
                    Message::Made(Some(Box::new(desk)), let_in.map_err(|error| at_fields(&error)))
                }
                Ok(None) => Message::Made(None, Ok(())),
                Err(error) => Message::Made(None, Err(at_fields(&error))),
            }
        }),
    }
}

/// Each problem at the field that it is about.
fn at_fields(error: &DeskError) -> Vec<Problem> {
    let place = |mut problem: Problem| {
        let field = match problem.id.as_str() {
            "backup-wrong-passphrase" => "passphrase",
            id if id.starts_with("backup-") => "backup",
            id if id.starts_with("kreis-code") => "code",
            "kreis-no-answer" | "kreis-other-certificate" => "url",
            _ => return problem,
        };
        field.clone_into(&mut problem.field);
        problem
    };
    error.problems().into_iter().map(place).collect()
}

/// Work on a thread of its own that tells how far it is; its last word comes back too.
fn thread(
    fresh: &Fresh,
    stop: &Stop,
    work: impl FnOnce(&Fresh, &mut dyn FnMut(u64, u64) -> bool) -> Message + Send + 'static,
) -> Task<Message> {
    let fresh = fresh.clone();
    long(stop, Message::Went, move |go_on| work(&fresh, go_on), |broke| Message::Made(None, Err(broke)))
}
