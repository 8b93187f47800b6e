//! The Kreis (F7): how desk and Kreis stand, what waits, what two desks entered differently, each version with who, when
//! and where, to be marked with one key and decided with another, and what they did without seeing each other. Stores nothing itself.

mod conflict;
mod doubles;
mod dropped;
mod mail;
mod rounds;
mod run;
#[cfg(test)]
mod tests;
mod view;
mod work;

pub use run::run;
pub use view::{in_top_bar, origin};

use self::conflict::Mark;
use super::beside::Outcome;
use crate::desk::conflict::{About, Choice, Conflict, Open, Task};
use crate::desk::double::Doubles;
use crate::desk::kreis::{Agreed, Outbox};
use crate::domain::case::Clash;
use crate::domain::id::{CaseId, EventRef, PersonId};
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::shortcut::Shortcut;
use std::collections::BTreeMap;

/// What is shown and typed.
#[derive(Debug, Clone)]
pub struct State {
    outbox: Option<Outbox>,
    rounds: Rounds,
    conflicts: Vec<Conflict>,
    tasks: Vec<Task>,
    doubles: Doubles,
    mail: mail::State,
    /// What was chosen for a case in which more is disputed: it is decided once all is chosen.
    chosen: BTreeMap<(About, String), Choice>,
    /// What is marked in the conflict that is looked at; it says nothing yet.
    marked: Option<Mark>,
    /// Whether the status line says that something has to be marked first.
    asked_to_mark: bool,
    /// What is being decided.
    deciding: Option<About>,
    selected: Option<usize>,
    third: String,
    reason: String,
    /// What was done about a task, a number or work in a role that was gone: nobody says it beforehand.
    done: String,
    busy: bool,
    problems: Vec<Problem>,
}

/// How a round with the Kreis goes.
#[derive(Debug, Clone, Copy, Default)]
enum Rounds {
    /// There is nothing to do.
    #[default]
    Rest,
    /// So far it is, and whether it is to stop at the next good place.
    Goes(Agreed, bool),
    /// Somebody stopped it there.
    Stopped(Agreed),
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// Desk and Kreis have spoken: look again; how far they had come where somebody stopped it. Or they cannot any more,
    /// and why.
    Heard(Vec<Problem>, Option<Agreed>),
    /// They speak: so far it is.
    Goes(Agreed),
    /// Enough for now.
    StopPressed,
    /// Go on.
    GoOnPressed,
    /// What waits and what is in conflict.
    Loaded(Box<Outcome<(Outbox, Open)>>),
    /// A conflict was chosen.
    ConflictChosen(usize),
    /// What it is about is to be opened.
    ConflictOpened,
    /// The case of a task is to be opened.
    TaskOpened(usize),
    /// A task was looked at.
    TaskSettled(usize),
    /// Something was done about a number that was given out twice.
    NumberSettled(usize),
    /// Something was done about what does not count, or was written in a role that was gone.
    WorkSettled(Work),
    /// Two people, or two cases, are one, or are two.
    DoubleJudged(Pair, usize, bool),
    /// One of two that may be one is to be opened.
    OneOpened(About),
    /// A version is to be marked.
    VersionPressed(usize),
    /// In the field for a third version.
    ThirdTyped(String),
    /// Enter in that field.
    ThirdEntered,
    /// What is marked is to stand.
    DecidePressed,
    /// In the field for the reason.
    ReasonTyped(String),
    /// In the field for what was done.
    DoneTyped(String),
    /// It was decided, or why not.
    Resolved(Outcome<()>),
    /// In the mailbox.
    Mail(mail::Message),
}

impl Message {
    /// Whether something that waited here does not any more.
    pub fn settles(&self) -> bool {
        matches!(self, Self::Resolved(Ok(())))
    }
}

/// What may have been entered twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pair {
    /// Somebody.
    Persons,
    /// A case.
    Cases,
}

/// What somebody has to look at because of roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// All that does not count.
    Refused,
    /// What one person wrote in a role that had been taken from them meanwhile.
    Meanwhile(usize),
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Nothing more.
    None,
    /// Several of these.
    All(Vec<Action>),
    /// What waits and what is in conflict.
    Load,
    /// Rounds with the Kreis stopped, or going on.
    Hold(bool),
    /// These values stand from now on, for this reason.
    Resolve(About, BTreeMap<String, Choice>, String),
    /// The task of the case was looked at, and what was done.
    Settle(CaseId, Clash, String),
    /// What was done about a number that was given out twice.
    SettleNumber(String, String),
    /// What was done about events that do not count, or were written in a role that was gone.
    SettleWork(Vec<EventRef>, String),
    /// Two people are one, or are two.
    JudgePersons([PersonId; 2], bool),
    /// Two cases are the same matter, or are two.
    JudgeCases([CaseId; 2], bool),
    /// Where more is to be seen.
    Open(About),
    /// Something of the mailbox.
    Mail(mail::Wanted),
    /// Said in the status line: nothing is marked yet.
    SaidMarkFirst,
    /// That is true no more.
    Unsay,
    /// Said in the status line: chosen, and so many are left.
    SaidChosen(usize),
    /// Said in the status line: decided.
    SaidResolved,
    /// The keyboard at this control.
    Focus(String),
}

impl State {
    /// The screen. The action fetches what it shows.
    pub fn new() -> (Self, Action) {
        let state = Self {
            outbox: None,
            rounds: Rounds::Rest,
            conflicts: Vec::new(),
            tasks: Vec::new(),
            doubles: Doubles::default(),
            mail: mail::State::default(),
            chosen: BTreeMap::new(),
            marked: None,
            asked_to_mark: false,
            deciding: None,
            selected: None,
            third: String::new(),
            reason: fl!("kreis-reason"),
            done: String::new(),
            busy: false,
            problems: Vec::new(),
        };
        (state, Action::Load)
    }

    /// Rounds with the Kreis were stopped before this screen was opened.
    pub fn is_held(&mut self) {
        self.rounds = Rounds::Stopped(Agreed::default());
    }

    /// What a command of the window is here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        match (self.rounds, shortcut) {
            _ if self.mail.asks() => self.mail.shortcut(shortcut).map(Message::Mail),
            (Rounds::Goes(_, false), Shortcut::Escape) => Some(Message::StopPressed),
            (Rounds::Stopped(_), Shortcut::Finish) => Some(Message::GoOnPressed),
            (_, Shortcut::Pick(number)) => self.picked(number),
            _ => self.mail.shortcut(shortcut).map(Message::Mail),
        }
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Goes(agreed) => {
                let stops = matches!(self.rounds, Rounds::Goes(_, true));
                self.rounds = Rounds::Goes(agreed, stops);
            }
            Message::StopPressed => {
                let Rounds::Goes(agreed, false) = self.rounds else { return Action::None };
                self.rounds = Rounds::Goes(agreed, true);
                return Action::Hold(true);
            }
            Message::GoOnPressed => {
                let Rounds::Stopped(agreed) = self.rounds else { return Action::None };
                self.rounds = Rounds::Goes(agreed, false);
                return Action::Hold(false);
            }
            Message::Heard(problems, stopped) => {
                self.rounds = stopped.map_or(Rounds::Rest, Rounds::Stopped);
                if !problems.is_empty() {
                    self.problems = problems;
                }
                return Action::Load;
            }
            Message::Loaded(loaded) => match *loaded {
                Ok((outbox, open)) => return self.load(outbox, open),
                Err(problems) => self.problems = problems,
            },
            Message::ConflictChosen(at) => {
                self.selected = Some(at);
                self.marked = None;
                self.third.clear();
                self.problems.clear();
            }
            Message::ConflictOpened => {
                return self.current().map_or(Action::None, |conflict| Action::Open(conflict.about));
            }
            Message::TaskOpened(at) => {
                let case = self.tasks.get(at).map(|task| About::Case(task.case));
                return case.map_or(Action::None, Action::Open);
            }
            Message::TaskSettled(at) => {
                let Some(task) = self.tasks.get(at).filter(|_| !self.busy) else { return Action::None };
                let action = Action::Settle(task.case, task.clash.clone(), self.done.trim().to_owned());
                self.busy = true;
                return action;
            }
            Message::NumberSettled(at) => {
                let number = self.outbox.as_ref().and_then(|outbox| outbox.doubled.get(at)).cloned();
                let Some(number) = number.filter(|_| !self.busy) else { return Action::None };
                self.busy = true;
                return Action::SettleNumber(number, self.done.trim().to_owned());
            }
            Message::WorkSettled(work) => {
                let events = self.events_of(work);
                if self.busy || events.is_empty() {
                    return Action::None;
                }
                self.busy = true;
                return Action::SettleWork(events, self.done.trim().to_owned());
            }
            Message::DoubleJudged(pair, at, same) => return self.judge(pair, at, same),
            Message::OneOpened(about) => return Action::Open(about),
            Message::VersionPressed(at) => return self.mark(at),
            Message::ThirdTyped(text) => return self.type_third(text),
            Message::ThirdEntered => return self.enter_third(),
            Message::DecidePressed => return self.decide(),
            Message::ReasonTyped(text) => self.reason = text,
            Message::DoneTyped(text) => self.done = text,
            Message::Resolved(Ok(())) => {
                self.busy = false;
                self.problems.clear();
                self.done.clear();
                self.decided();
                return Action::All(vec![
                    Action::SaidResolved,
                    Action::Load,
                    Action::Focus("conflicts".to_owned()),
                ]);
            }
            Message::Mail(message) => return self.mail.update(message),
            Message::Resolved(Err(problems)) => {
                self.busy = false;
                return self.refused(problems);
            }
        }
        Action::None
    }

    fn judge(&mut self, pair: Pair, at: usize, same: bool) -> Action {
        let action = match pair {
            _ if self.busy => None,
            Pair::Persons => self
                .doubles
                .persons
                .get(at)
                .map(|found| Action::JudgePersons(found.rows.each_ref().map(|row| row.id), same)),
            Pair::Cases => self
                .doubles
                .cases
                .get(at)
                .map(|found| Action::JudgeCases(found.cases.each_ref().map(|row| row.id), same)),
        };
        self.busy |= action.is_some();
        action.unwrap_or(Action::None)
    }
}
