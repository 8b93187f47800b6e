//! A backup from the window: file, passphrase twice, how far it is, and a key to stop. Locking the window stops it too;
//! nothing half remains either way. Writes nothing itself.

use super::{Action, Message as Whole, State};
use crate::desk::backup::Sealed;
use crate::desk::folder;
use crate::desk::{Desk, Session};
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{Dialog, button, panel, progress, small, text_field};
use crate::ui::layout::{Space, beside};
use crate::ui::screen::beside::{Outcome, at, elsewhere};
use crate::ui::screen::chooser::{self, Wanted};
use crate::ui::screen::long::{Stop, long};
use crate::ui::theme::space;
use iced::Task;
use std::path::{Path, PathBuf};

/// What is typed, and how far it is.
#[derive(Debug, Clone, Default)]
pub struct Backup {
    may: bool,
    path: String,
    passphrase: String,
    again: String,
    choosing: Option<chooser::State>,
    running: Option<Running>,
    problems: Vec<Problem>,
}

#[derive(Debug, Clone)]
struct Running {
    done: u64,
    of: u64,
    stop: Stop,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// In the field for the file.
    PathTyped(String),
    /// A place for the file is to be chosen.
    ChoosePressed,
    /// In the choosing.
    Chooser(chooser::Message),
    /// Esc in the choosing.
    ChooserClosed,
    /// In the field for the passphrase.
    PassphraseTyped(String),
    /// In the field for the passphrase once more.
    AgainTyped(String),
    /// It is to be written.
    WritePressed,
    /// So many bytes are done, of so many.
    Went(u64, u64),
    /// Enough.
    StopPressed,
    /// It is there, or was stopped; or why not.
    Done(Outcome<Option<Sealed>>),
}

fn whole(message: Message) -> Whole {
    Whole::Backup(message)
}

impl Backup {
    /// Nothing typed yet.
    pub(super) fn new(may: bool) -> Self {
        // Media that are put in come last, and a backup belongs on one.
        let start = folder::starts().pop().map(|start| start.path.join(fl!("backup-name")));
        let path = start.map_or_else(String::new, |path| path.display().to_string());
        Self { may, path, ..Self::default() }
    }

    /// Whether a place for the file is being chosen.
    pub(super) fn is_choosing(&self) -> bool {
        self.choosing.is_some()
    }

    /// The dialog, where it is.
    pub(super) fn dialog(&self, room: Space) -> Option<Dialog<'_, Whole>> {
        let chooser = self.choosing.as_ref()?;
        let wrap = |message| whole(Message::Chooser(message));
        Some(chooser.dialog(fl!("backup-choose"), room, wrap, whole(Message::ChooserClosed)))
    }

    /// The name to begin with: what is typed, else the usual one.
    fn name(&self) -> String {
        let typed = Path::new(self.path.trim()).file_name().map(|name| name.to_string_lossy().into_owned());
        typed.unwrap_or_else(|| fl!("backup-name"))
    }

    /// Whether one is being written.
    pub(super) fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// Its card on the page of the town.
    pub(super) fn view(&self, room: Space) -> Element<'_, Whole> {
        let mut card = panel().title(fl!("backup-title")).spacing(space::M).push(small(fl!("backup-words")));
        for problem in elsewhere(&self.problems, &["backup-path", "backup-passphrase"]) {
            card = card.push(problem);
        }
        if !self.may {
            return card.push(small(fl!("backup-role"))).into();
        }
        if let Some(running) = &self.running {
            let words = fl!("backup-goes", path = self.path.clone());
            let stop = Some(whole(Message::StopPressed));
            return card.push(progress(words, part(running), stop)).into();
        }
        let path = text_field("backup-path", &self.path, |text| whole(Message::PathTyped(text)))
            .label(fl!("backup-path"))
            .problem(at(&self.problems, "backup-path"));
        let secret = |id: &'static str, typed: &'_ str, on: fn(String) -> Message, label: String| {
            text_field(id, typed, move |text| whole(on(text))).label(label).secret()
        };
        let one =
            secret("backup-passphrase", &self.passphrase, Message::PassphraseTyped, fl!("backup-passphrase"))
                .problem(at(&self.problems, "backup-passphrase"));
        let two = secret("backup-again", &self.again, Message::AgainTyped, fl!("backup-again"));
        let write = button(fl!("backup-write")).id("backup-write").on_press(whole(Message::WritePressed));
        let choose = button(fl!("backup-choose")).id("backup-choose").on_press(whole(Message::ChoosePressed));
        card.push(Element::from(path))
            .push(Element::from(choose))
            .push(beside(room, [one.into(), two.into()]))
            .push(write)
            .into()
    }
}

#[expect(clippy::cast_precision_loss, reason = "a bar is no count")]
fn part(running: &Running) -> Option<f32> {
    (running.of > 0).then(|| running.done as f32 / running.of as f32)
}

impl State {
    pub(super) fn on_backup(&mut self, message: Message) -> Action {
        let backup = &mut self.backup;
        match message {
            Message::PathTyped(text) => backup.path = text,
            Message::ChoosePressed => {
                let (chooser, wanted) = chooser::State::save(backup.name());
                backup.problems.clear();
                backup.choosing = Some(chooser);
                return Action::ChooseBackup(wanted);
            }
            Message::Chooser(message) => {
                let Some(chooser) = &mut backup.choosing else { return Action::None };
                match chooser.update(message) {
                    Wanted::File(path) => {
                        backup.path = path.display().to_string();
                        backup.choosing = None;
                        return Action::Focus("backup-passphrase".to_owned());
                    }
                    wanted => return Action::ChooseBackup(wanted),
                }
            }
            Message::ChooserClosed => {
                backup.choosing = None;
                return Action::Focus("backup-path".to_owned());
            }
            Message::PassphraseTyped(text) => backup.passphrase = text,
            Message::AgainTyped(text) => backup.again = text,
            Message::WritePressed if backup.running.is_some() => {}
            Message::WritePressed if backup.passphrase != backup.again => {
                backup.problems = vec![Problem::error("backup-passphrase", "backup-passphrase-differs")];
                return Action::Focus("backup-passphrase".to_owned());
            }
            Message::WritePressed => {
                let stop = Stop::default();
                backup.problems.clear();
                backup.running = Some(Running { done: 0, of: 0, stop: stop.clone() });
                let path = PathBuf::from(backup.path.trim());
                return Action::BackUp(path, backup.passphrase.clone(), stop);
            }
            Message::Went(done, of) => {
                if let Some(running) = &mut backup.running {
                    (running.done, running.of) = (done, of);
                }
            }
            Message::StopPressed => {
                if let Some(running) = &backup.running {
                    running.stop.wish();
                }
            }
            Message::Done(done) => {
                backup.running = None;
                match done {
                    Ok(sealed) => {
                        backup.passphrase.clear();
                        backup.again.clear();
                        return Action::SaidBackedUp(sealed.is_some());
                    }
                    Err(problems) => backup.problems = problems,
                }
                return Action::Focus("backup-path".to_owned());
            }
        }
        Action::None
    }
}

/// Writes it on a thread of its own and tells how far it is.
pub(super) fn run(
    desk: &Desk,
    session: Session,
    path: PathBuf,
    passphrase: String,
    stop: &Stop,
) -> Task<Whole> {
    let desk = desk.clone();
    let job = move |go_on: &mut dyn FnMut(u64, u64) -> bool| {
        let done = desk.back_up(&session, &path, &passphrase, go_on);
        whole(Message::Done(done.map_err(|error| error.problems())))
    };
    let went = |done, of| whole(Message::Went(done, of));
    long(stop, went, job, |broke| whole(Message::Done(Err(broke))))
}
