//! Serial letters: what is written to the cases of a list, a look at the first letter, writing all of them with the key that
//! stops, and who got none. Writes nothing itself.

mod run;
mod view;

pub use run::run;

use super::beside::Outcome;
use super::long::Stop;
use super::preview::{self, Preview};
use crate::desk::look::{CaseRow, Filter, Viewable};
use crate::desk::serial::{Earlier, Progress, Text};
use crate::domain::id::CaseId;
use crate::domain::problem::{LocalText, Problem};
use crate::fl;
use crate::ui::shortcut::Shortcut;
use uuid::Uuid;

/// The field where the keyboard begins.
const SUBJECT: &str = "serial-subject";
/// The field for the letter itself.
const TEXT: &str = "serial-text";
/// The list of what can be written.
const WHAT: &str = "serial-what";

/// A serial letter being written.
#[derive(Debug, Clone)]
pub struct State {
    filter: Filter,
    cases: Vec<CaseRow>,
    /// Kinds of papers that the cases may lack.
    kinds: Vec<(String, LocalText)>,
    /// 0 is the clerk's own words.
    what: usize,
    subject: String,
    text: String,
    print: bool,
    earlier: Vec<Earlier>,
    preview: Option<Preview>,
    /// Whether all letters are really to be issued.
    asking: bool,
    goes: Option<Going>,
    done: Option<Progress>,
    problems: Vec<Problem>,
}

/// What somebody has written and not issued: it stays while they look elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    subject: String,
    text: String,
    print: bool,
}

#[derive(Debug, Clone)]
struct Going {
    done: usize,
    of: usize,
    stop: Stop,
}

/// The cases of the list, the kinds that they may lack, and earlier runs.
pub type Begun = (Vec<CaseRow>, Vec<(String, LocalText)>, Vec<Earlier>);

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// What the list holds, or why nothing can be written to it.
    Loaded(Outcome<Begun>),
    /// What is to be written.
    WhatChosen(usize),
    /// In the subject.
    SubjectTyped(String),
    /// In the text.
    TextTyped(String),
    /// Whether it is printed too.
    PrintTicked(bool),
    /// The first letter is to be looked at.
    LookPressed,
    /// In the first letter.
    Preview(preview::Message),
    /// It was looked at.
    PreviewClosed,
    /// All are to be written.
    WritePressed,
    /// Really.
    WriteTaken,
    /// Not yet.
    WriteClosed,
    /// An earlier run goes on.
    GoOnPressed(Uuid),
    /// So many are done.
    Went(usize, usize),
    /// Enough.
    StopPressed,
    /// All are written, or it was stopped; or why not.
    Done(Outcome<Progress>),
    /// Back to the list.
    BackPressed,
    /// A case that got none.
    LeftOpened(usize),
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Nothing more.
    None,
    /// Several of these.
    All(Vec<Action>),
    /// The cases of this list.
    Load(Filter),
    /// A page of the first letter.
    Picture(preview::Wanted),
    /// All letters, printed too or not.
    Write(Vec<CaseId>, Text, bool, Stop),
    /// The rest of a run.
    GoOn(Uuid, bool, Stop),
    /// Back to the list.
    Back,
    /// A case, by its number.
    Open(CaseId),
    /// Said in the status line: so many of so many.
    Said(usize, usize),
    /// The keyboard at this control.
    Focus(&'static str),
}

impl State {
    /// For the cases of this list, which the action fetches, with what was written before.
    pub fn new(filter: Filter, written: Option<Written>) -> (Self, Action) {
        let nothing = Written { subject: String::new(), text: String::new(), print: false };
        let Written { subject, text, print } = written.unwrap_or(nothing);
        let state = Self {
            filter: filter.clone(),
            cases: Vec::new(),
            kinds: Vec::new(),
            what: 0,
            subject,
            text,
            print,
            earlier: Vec::new(),
            preview: None,
            asking: false,
            goes: None,
            done: None,
            problems: Vec::new(),
        };
        (state, Action::Load(filter))
    }

    /// What is written and not issued; nothing where nothing is.
    pub fn written(&self) -> Option<Written> {
        let (subject, text, print) = (self.subject.clone(), self.text.clone(), self.print);
        let some = !subject.trim().is_empty() || !text.trim().is_empty();
        some.then_some(Written { subject, text, print })
    }

    /// Whether letters are being written, or whether they are to be is asked.
    pub fn asks(&self) -> bool {
        self.goes.is_some() || self.asking
    }

    /// Whether letters are being written.
    pub fn is_under_way(&self) -> bool {
        self.goes.is_some()
    }

    /// What a command of the window is here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        let back = matches!(shortcut, Shortcut::Escape | Shortcut::Close);
        match shortcut {
            _ if self.preview.is_some() => back.then_some(Message::PreviewClosed),
            _ if self.goes.is_some() => back.then_some(Message::StopPressed),
            Shortcut::Finish if self.asking => Some(Message::WriteTaken),
            _ if self.asking => back.then_some(Message::WriteClosed),
            Shortcut::Finish => Some(Message::WritePressed),
            Shortcut::Print => Some(Message::LookPressed),
            _ => back.then_some(Message::BackPressed),
        }
    }

    /// What is written: words, or the paper that is chosen.
    fn letter(&self) -> Text {
        match self.what.checked_sub(1).and_then(|at| self.kinds.get(at)) {
            Some((kind, _)) => Text { subject: String::new(), text: String::new(), kind: Some(kind.clone()) },
            None => Text { subject: self.subject.clone(), text: self.text.clone(), kind: None },
        }
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Loaded(Ok((cases, kinds, earlier))) => {
                (self.cases, self.kinds, self.earlier) = (cases, kinds, earlier);
                return Action::Focus(if self.what == 0 { SUBJECT } else { WHAT });
            }
            Message::WhatChosen(what) => self.what = what,
            Message::SubjectTyped(text) => self.subject = text,
            Message::TextTyped(text) => self.text = text,
            Message::PrintTicked(print) => self.print = print,
            Message::LookPressed => return self.look(),
            Message::Preview(message) => {
                let wanted = self.preview.as_mut().and_then(|preview| preview.update(message));
                return wanted.map_or(Action::None, Action::Picture);
            }
            Message::PreviewClosed => {
                self.preview = None;
                return Action::Focus("serial-look");
            }
            Message::WritePressed => return self.ask(),
            Message::WriteTaken => return self.write(),
            Message::WriteClosed => {
                self.asking = false;
                return Action::Focus("serial-write");
            }
            Message::GoOnPressed(run) => {
                let stop = self.begin();
                return Action::GoOn(run, self.print, stop);
            }
            Message::Went(done, of) => {
                if let Some(goes) = &mut self.goes {
                    (goes.done, goes.of) = (done, of);
                }
            }
            Message::StopPressed => {
                if let Some(goes) = &self.goes {
                    goes.stop.wish();
                }
            }
            Message::Done(done) => return self.done(done),
            Message::BackPressed => return Action::Back,
            Message::LeftOpened(at) => {
                let left = self.done.as_ref().and_then(|done| done.left.get(at));
                let case = left.and_then(|(number, _)| self.cases.iter().find(|case| case.number == *number));
                return case.map_or(Action::None, |case| Action::Open(case.id));
            }
            Message::Loaded(Err(problems)) => self.problems = problems,
        }
        Action::None
    }

    fn look(&mut self) -> Action {
        let Some(first) = self.cases.first().map(|first| (first.id, first.number.clone())) else {
            return Action::None;
        };
        if let Some(wrong) = self.wrong() {
            return wrong;
        }
        let title = fl!("serial-first", number = first.1);
        let preview = Preview::new(Viewable::Serial(first.0, Box::new(self.letter())), title, 1);
        let picture = Action::Picture(preview.wanted());
        self.preview = Some(preview);
        Action::All(vec![picture, Action::Focus(preview::PAGE)])
    }

    /// The keyboard to the first field that something is wrong with; nothing where all is right.
    fn wrong(&mut self) -> Option<Action> {
        self.problems = self.letter().problems();
        let first = self.problems.first()?;
        Some(Action::Focus(match first.field.as_str() {
            _ if self.what > 0 => WHAT,
            "text" => TEXT,
            _ => SUBJECT,
        }))
    }

    /// Each letter is an official paper of its case and stays: so it is asked once more, with their number.
    fn ask(&mut self) -> Action {
        if let Some(wrong) = self.wrong() {
            return wrong;
        }
        if self.cases.is_empty() {
            return Action::None;
        }
        self.asking = true;
        Action::Focus("serial-write-go")
    }

    fn write(&mut self) -> Action {
        if !std::mem::take(&mut self.asking) {
            return Action::None;
        }
        let cases = self.cases.iter().map(|case| case.id).collect();
        let (letter, stop) = (self.letter(), self.begin());
        Action::Write(cases, letter, self.print, stop)
    }

    fn begin(&mut self) -> Stop {
        let stop = Stop::default();
        self.problems.clear();
        self.done = None;
        self.goes = Some(Going { done: 0, of: 0, stop: stop.clone() });
        stop
    }

    fn done(&mut self, done: Outcome<Progress>) -> Action {
        self.goes = None;
        match done {
            Ok(progress) => {
                let said = Action::Said(progress.issued.len(), progress.cases);
                self.done = Some(progress);
                // The same words would go to everybody a second time; what is left goes on as the run that it is.
                (self.subject, self.text, self.what) = (String::new(), String::new(), 0);
                // Who has what is seen anew: a run that is done is among the earlier ones.
                Action::All(vec![said, Action::Load(self.filter.clone())])
            }
            Err(problems) => {
                self.problems = problems;
                Action::Load(self.filter.clone())
            }
        }
    }
}

#[cfg(test)]
mod tests;
