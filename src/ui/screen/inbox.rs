//! The inbox (Posteingang): notices that other systems put into a folder. Each becomes a checked draft that goes on at the
//! counter; what is missing, what was taken and what cannot be read is said. Changes and deletes no file.

mod run;
mod view;

pub use run::run;

use super::beside::Outcome;
use crate::desk::inbox::answer::{Answer, Answered};
use crate::desk::inbox::folder::{Inbox, Letter, Standing};
use crate::desk::inbox::{At, Came, CameIn};
use crate::domain::id::CaseId;
use crate::domain::problem::Problem;
use crate::ui::shortcut::Shortcut;
use std::path::Path;

/// The folder's files and what is chosen.
#[derive(Debug, Clone, Default)]
pub struct State {
    inbox: Option<Inbox>,
    chosen: usize,
    busy: bool,
    problems: Vec<Problem>,
    /// How many answers were laid just now.
    laid: Option<usize>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// What lies there.
    Listed(Box<Outcome<Inbox>>),
    /// A row was chosen.
    Chosen(usize),
    /// A row is to be opened: taken in, or gone on with.
    Opened(usize),
    /// It is a draft, or why not.
    Taken(Box<Outcome<CameIn>>),
    /// The answers that are due are to be laid.
    AnswerPressed,
    /// They lie there, or why not.
    Laid(Box<Outcome<Answered>>),
    /// What keeps going to a portal was given by another way.
    OtherwisePressed(usize),
    /// That is noted, or why not.
    Given(Outcome<CaseId>),
    /// A file in the folder came, went or changed; or somebody else wrote.
    Stale,
    /// Back to the work list.
    BackPressed,
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Nothing more.
    None,
    /// What lies there.
    List,
    /// A file taken in.
    Take(At),
    /// The answers laid that are due.
    Answer,
    /// Noted that this answer was given by another way.
    Otherwise(String),
    /// Said in the status line: it is.
    SaidGiven,
    /// Several of these.
    All(Vec<Action>),
    /// A draft gone on with at the counter.
    Draft(CaseId),
    /// A case opened.
    Case(CaseId),
    /// The keyboard at this control.
    Focus(&'static str),
    /// Back to the work list.
    Back,
}

impl State {
    /// An empty list. The action fetches it.
    pub fn new() -> (Self, Action) {
        (Self::default(), Action::List)
    }

    /// The folder: the window watches it.
    pub fn watched(&self) -> Option<&Path> {
        self.inbox.as_ref()?.folder.as_deref()
    }

    /// What a command of the window is here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        match shortcut {
            Shortcut::Finish => Some(Message::AnswerPressed),
            Shortcut::Escape | Shortcut::Close => Some(Message::BackPressed),
            _ => None,
        }
    }

    fn letter(&self) -> Option<&Letter> {
        self.inbox.as_ref()?.letters.get(self.chosen)
    }

    /// How many answers are due.
    fn due(&self) -> usize {
        let letters = self.inbox.iter().flat_map(|inbox| &inbox.letters);
        letters.filter(|letter| matches!(letter.answer, Some(Answer::Due(..)))).count()
    }

    fn laid(&mut self, answered: Outcome<Answered>) -> Action {
        self.busy = false;
        match answered {
            Ok(answered) => {
                self.laid = Some(answered.laid.len());
                self.problems = answered.problems;
            }
            Err(problems) => self.problems = problems,
        }
        Action::List
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Listed(inbox) => match *inbox {
                Ok(inbox) => return self.listed(inbox),
                Err(problems) => self.problems = problems,
            },
            Message::Chosen(at) => {
                self.chosen = at;
                self.problems.clear();
            }
            Message::Opened(at) => {
                self.chosen = at;
                return self.open();
            }
            Message::Taken(taken) => {
                self.busy = false;
                match *taken {
                    Ok(came) => return Action::Draft(came.draft),
                    Err(problems) => self.problems = problems,
                }
                return Action::List;
            }
            Message::AnswerPressed if self.due() > 0 && !self.busy => {
                (self.busy, self.laid) = (true, None);
                self.problems.clear();
                return Action::Answer;
            }
            Message::AnswerPressed => {}
            Message::Laid(answered) => return self.laid(*answered),
            Message::OtherwisePressed(at) => {
                let unsent = self.inbox.as_ref().and_then(|inbox| inbox.unsent.get(at));
                let Some(file) = unsent.map(|unsent| unsent.file.clone()).filter(|_| !self.busy) else {
                    return Action::None;
                };
                self.busy = true;
                self.problems.clear();
                return Action::Otherwise(file);
            }
            Message::Given(given) => {
                self.busy = false;
                match given {
                    Ok(_) => return Action::All(vec![Action::SaidGiven, Action::List]),
                    Err(problems) => self.problems = problems,
                }
            }
            Message::Stale => return Action::List,
            Message::BackPressed => return Action::Back,
        }
        Action::None
    }

    /// The file that was chosen stays so, wherever it stands now.
    fn listed(&mut self, inbox: Inbox) -> Action {
        let kept = self.letter().map(|letter| letter.at.clone());
        let first = self.inbox.is_none();
        let at = kept.and_then(|kept| inbox.letters.iter().position(|letter| letter.at == kept));
        self.chosen = at.unwrap_or(0);
        self.inbox = Some(inbox);
        if first { Action::Focus("inbox") } else { Action::None }
    }

    fn open(&mut self) -> Action {
        let Some(letter) = self.letter().cloned().filter(|_| !self.busy) else { return Action::None };
        self.problems.clear();
        match letter.standing {
            Standing::Waits(_) => {
                self.busy = true;
                Action::Take(letter.at)
            }
            Standing::Taken(Came::Draft(id)) => Action::Draft(id),
            Standing::Taken(Came::Case(id, _)) => Action::Case(id),
            Standing::Known | Standing::Unreadable(_) => Action::None,
        }
    }
}
