//! The first start on a machine where nothing is set up: a new town, or a further desk of one, let in with a code of the Kreis
//! and begun empty or with a neighbour's sealed backup. Makes nothing itself.

mod run;
mod view;

pub use run::{Fresh, run};

use super::beside::Outcome;
use super::chooser::{self, Wanted as Folder};
use super::long::Stop;
use crate::desk::Desk;
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::control::KeyHint;
use crate::ui::shortcut::Shortcut;
use std::path::PathBuf;

/// Fields that show their own problems.
const FIELDS: [&str; 4] = ["url", "code", "backup", "passphrase"];

/// What is typed, and how far it is.
#[derive(Debug, Clone, Default)]
pub struct State {
    url: String,
    code: String,
    backup: String,
    passphrase: String,
    choosing: Option<chooser::State>,
    running: Option<Running>,
    /// The desk that is made already and was not let in yet: only that is left.
    made: Option<Box<Desk>>,
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
    /// In the field for the service's address.
    UrlTyped(String),
    /// In the field for the code.
    CodeTyped(String),
    /// In the field for the backup's file.
    BackupTyped(String),
    /// In the field for its passphrase.
    PassphraseTyped(String),
    /// A file is to be chosen.
    ChoosePressed,
    /// In the choosing.
    Chooser(chooser::Message),
    /// Esc in the choosing.
    ChooserClosed,
    /// This machine becomes a desk of a town that works already.
    JoinPressed,
    /// This machine is the first one of its town.
    AlonePressed,
    /// So many bytes of the backup are done, of so many.
    Went(u64, u64),
    /// Enough.
    StopPressed,
    /// The desk, where it is made, and what is against going on with it; neither where it was stopped.
    Made(Option<Box<Desk>>, Outcome<()>),
}

/// What is wanted.
#[derive(Debug, Clone)]
pub enum Action {
    /// Nothing more.
    None,
    /// The keyboard at this field.
    Focus(&'static str),
    /// A folder to choose from.
    Choose(Folder),
    /// A desk that is let in with address and code, made before where it is not there.
    Join {
        /// Address of the service.
        url: String,
        /// The code.
        code: String,
        /// A neighbour's backup and its passphrase.
        from: Option<(PathBuf, String)>,
        /// The desk, where it is there.
        made: Option<Box<Desk>>,
        /// A wish to stop.
        stop: Stop,
    },
    /// A desk of a new town.
    Alone,
    /// It is there: for the window.
    Done(Box<Desk>),
}

impl State {
    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::UrlTyped(text) => self.typed(|state| state.url = text),
            Message::CodeTyped(text) => self.typed(|state| state.code = text),
            Message::BackupTyped(text) => self.typed(|state| state.backup = text),
            Message::PassphraseTyped(text) => self.typed(|state| state.passphrase = text),
            Message::ChoosePressed if self.is_free() => {
                let (chooser, wanted) = chooser::State::open();
                self.problems.clear();
                self.choosing = Some(chooser);
                return Action::Choose(wanted);
            }
            Message::Chooser(message) => {
                let Some(chooser) = &mut self.choosing else { return Action::None };
                let path = match chooser.update(message) {
                    Folder::File(path) => path,
                    wanted => return Action::Choose(wanted),
                };
                self.backup = path.display().to_string();
                self.choosing = None;
                return Action::Focus("passphrase");
            }
            Message::ChooserClosed => {
                self.choosing = None;
                return Action::Focus("backup");
            }
            Message::JoinPressed if self.is_free() => return self.join(),
            Message::AlonePressed if self.is_free() => {
                self.problems.clear();
                self.running = Some(Running { done: 0, of: 0, stop: Stop::default() });
                return Action::Alone;
            }
            Message::Went(done, of) => {
                if let Some(running) = &mut self.running {
                    (running.done, running.of) = (done, of);
                }
            }
            Message::StopPressed => {
                if let Some(running) = &self.running {
                    running.stop.wish();
                }
            }
            Message::Made(Some(desk), Ok(())) => return Action::Done(desk),
            Message::Made(made, told) => return self.refused(made, told),
            Message::ChoosePressed | Message::JoinPressed | Message::AlonePressed => {}
        }
        Action::None
    }

    fn typed(&mut self, change: impl FnOnce(&mut Self)) {
        if self.is_free() {
            change(self);
            self.problems.clear();
        }
    }

    /// Whether something can be begun.
    fn is_free(&self) -> bool {
        self.running.is_none()
    }

    fn join(&mut self) -> Action {
        let has_backup = self.made.is_none() && !self.backup.trim().is_empty();
        let missing = [
            ("url", "begin-url-missing", self.url.trim().is_empty()),
            ("code", "begin-code-missing", self.code.trim().is_empty()),
            ("passphrase", "begin-passphrase-missing", has_backup && self.passphrase.is_empty()),
        ];
        let missing = missing.into_iter().filter(|(_, _, lacks)| *lacks);
        self.problems = missing.map(|(field, id, _)| Problem::error(field, id)).collect();
        if let Some(first) = FIELDS.into_iter().find(|field| self.problems.iter().any(|p| p.field == *field))
        {
            return Action::Focus(first);
        }
        let stop = Stop::default();
        self.running = Some(Running { done: 0, of: 0, stop: stop.clone() });
        let from = has_backup.then(|| (PathBuf::from(self.backup.trim()), self.passphrase.clone()));
        let (url, code) = (self.url.trim().to_owned(), self.code.trim().to_owned());
        Action::Join { url, code, from, made: self.made.clone(), stop }
    }

    /// What is made stays; what is typed too.
    fn refused(&mut self, made: Option<Box<Desk>>, told: Outcome<()>) -> Action {
        self.running = None;
        self.made = made.or(self.made.take());
        self.problems = told.err().unwrap_or_default();
        let about = |field: &&str| self.problems.iter().any(|problem| problem.field == **field);
        Action::Focus(FIELDS.iter().find(|field| about(field)).copied().unwrap_or("url"))
    }

    /// Whether a file is being chosen.
    pub fn asks(&self) -> bool {
        self.choosing.is_some()
    }

    /// What a command of the window is here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        match shortcut {
            _ if self.asks() => chooser::shortcut(shortcut, Message::Chooser, Message::ChooserClosed),
            Shortcut::Escape if self.running.is_some() => Some(Message::StopPressed),
            Shortcut::Finish if self.is_free() => Some(Message::JoinPressed),
            Shortcut::Attach if self.is_free() && self.made.is_none() => Some(Message::ChoosePressed),
            _ => None,
        }
    }

    /// The keys that work here.
    pub fn keys(&self) -> Vec<KeyHint> {
        if self.running.is_some() {
            return vec![KeyHint::new(Shortcut::Escape.keys(), fl!("begin-stop"))];
        }
        vec![
            KeyHint::new(Shortcut::Finish.keys(), fl!("begin-join")),
            KeyHint::new(Shortcut::Attach.keys(), fl!("begin-choose")),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(state: &mut State, url: &str, code: &str) {
        let _ = state.update(Message::UrlTyped(url.into()));
        let _ = state.update(Message::CodeTyped(code.into()));
    }

    #[test]
    fn everything_that_is_missing_is_told_at_once_and_the_first_field_gets_the_keyboard() {
        let mut state = State::default();
        let _ = state.update(Message::BackupTyped("/media/stick/stadt.amts".into()));
        assert!(matches!(state.update(Message::JoinPressed), Action::Focus("url")));
        let told: Vec<&str> = state.problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(told, ["url", "code", "passphrase"]);
        typed(&mut state, "https://kreis", "ABCD");
        assert!(matches!(state.update(Message::JoinPressed), Action::Focus("passphrase")));
    }

    #[test]
    fn what_is_refused_stays_typed_and_can_be_done_again_once_at_a_time() {
        let mut state = State::default();
        typed(&mut state, " https://kreis ", "ABCD");
        let Action::Join { url, from, .. } = state.update(Message::JoinPressed) else { panic!("joins") };
        assert!(url == "https://kreis" && from.is_none());
        assert!(matches!(state.update(Message::JoinPressed), Action::None), "once is enough");
        let refused = Err(vec![Problem::error("code", "kreis-code-unknown")]);
        assert!(matches!(state.update(Message::Made(None, refused)), Action::Focus("code")));
        assert!(state.code == "ABCD" && matches!(state.update(Message::JoinPressed), Action::Join { .. }));
        // Escape asks to stop, and what was stopped leaves the fields as they are.
        assert!(matches!(state.shortcut(Shortcut::Escape), Some(Message::StopPressed)));
        let Some(Running { stop, .. }) = state.running.clone() else { panic!("it goes") };
        let _ = state.update(Message::StopPressed);
        assert!(stop.is_wished());
        let _ = state.update(Message::Made(None, Ok(())));
        assert!(state.is_free() && state.problems.is_empty());
    }
}
