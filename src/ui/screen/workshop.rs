//! The workshop of the catalogue (Katalogwerkstatt): a pack or a service that somebody writes with an editor of their own,
//! seen live as the counter will have it, with all that is wrong and all that it changes. Writes no file and takes nothing in.

mod paper;
mod run;
mod told;
mod view;

pub use crate::desk::workshop::Source;
pub use run::run;

use super::beside::Outcome;
use super::chooser::{self, Wanted};
use super::counter::form;
use super::counter::outcome::Action as FormAction;
use super::counter::work::Work;
use super::preview;
use crate::desk::workshop::{Piece, Workbench};
use crate::domain::answers::Answers;
use crate::domain::problem::Problem;
use crate::ui::shortcut::Shortcut;
use std::path::Path;

/// The pages of the workshop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// The counter's own form.
    Form,
    /// Law, documents, fees, deadlines, papers and steps.
    Told,
    /// A paper as a picture.
    Papers,
    /// What it does otherwise than another version.
    Changes,
    /// What is wrong.
    Faults,
}

impl Page {
    /// In the order of the tabs.
    pub const ALL: [Self; 5] = [Self::Form, Self::Told, Self::Papers, Self::Changes, Self::Faults];
}

/// What lies on the bench, and where one is in it.
#[derive(Debug, Clone)]
pub struct State {
    source: Option<Source>,
    bench: Option<Box<Workbench>>,
    /// Which service.
    piece: usize,
    page: Page,
    work: Option<Box<Work>>,
    /// The answers that the form began with, as one types them: what differs was typed here.
    begun: Answers,
    form: form::State,
    /// Which other version it is compared with.
    against: usize,
    paper: paper::Paper,
    /// The fault that is looked at.
    fault: Option<usize>,
    chooser: Option<chooser::State>,
    problems: Vec<Problem>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// Something is to be opened.
    OpenPressed,
    /// In the choosing.
    Chooser(chooser::Message),
    /// Esc in the choosing.
    ChooserClosed,
    /// It is read, or why not.
    Opened(Source, Box<Outcome<Workbench>>),
    /// A file on the bench changed.
    FilesChanged,
    /// A service was chosen.
    PieceChosen(usize),
    /// A page was chosen.
    PageChosen(usize),
    /// In the form.
    Form(form::Message),
    /// Another version was chosen.
    AgainstChosen(usize),
    /// A paper was chosen.
    PaperChosen(usize),
    /// In the preview of a paper.
    Preview(preview::Message),
    /// A fault was chosen.
    FaultChosen(usize),
    /// To the next fault.
    NextFaultPressed,
    /// Back to the catalogue.
    BackPressed,
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Nothing more.
    None,
    /// Several of these.
    All(Vec<Action>),
    /// It opened.
    Open(Source),
    /// A folder to choose from.
    Choose(Wanted),
    /// What the form wants: the keyboard somewhere.
    Form(FormAction),
    /// A page as a picture.
    Picture(preview::Wanted),
    /// Said in the status line: read again.
    SaidReadAgain,
    /// The keyboard at this control.
    Focus(&'static str),
    /// Back to the catalogue.
    Back,
}

impl State {
    /// The workshop with something on its bench, or with the choosing of it.
    pub fn new(source: Option<Source>) -> (Self, Action) {
        let mut state = Self {
            source: source.clone(),
            bench: None,
            piece: 0,
            page: Page::Form,
            work: None,
            begun: Answers::default(),
            form: form::State::default(),
            against: 0,
            paper: paper::Paper::default(),
            fault: None,
            chooser: None,
            problems: Vec::new(),
        };
        let action = match source {
            Some(source) => Action::All(vec![Action::Open(source), Action::Focus("workshop-pages")]),
            None => state.choose(),
        };
        (state, action)
    }

    fn choose(&mut self) -> Action {
        let (chooser, wanted) = chooser::State::open();
        self.chooser = Some(chooser);
        Action::Choose(wanted)
    }

    /// The folder or file that is worked at: the window watches it.
    pub fn watched(&self) -> Option<&Path> {
        self.bench.as_ref()?.path.as_deref()
    }

    /// Whether something has to be answered before anything else.
    pub fn asks(&self) -> bool {
        self.chooser.is_some()
    }

    /// What a command of the window is here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        if self.chooser.is_some() {
            return chooser::shortcut(shortcut, Message::Chooser, Message::ChooserClosed);
        }
        match shortcut {
            Shortcut::Attach => Some(Message::OpenPressed),
            Shortcut::Note if self.faults() > 0 => Some(Message::NextFaultPressed),
            Shortcut::Finish if self.page == Page::Form => Some(Message::Form(form::Message::FinishPressed)),
            Shortcut::Escape | Shortcut::Close => Some(Message::BackPressed),
            _ => None,
        }
    }

    fn faults(&self) -> usize {
        self.bench.as_ref().map_or(0, |bench| bench.faults.len())
    }

    /// The service that is looked at.
    fn current(&self) -> Option<&Piece> {
        self.bench.as_ref()?.pieces.get(self.piece)
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::OpenPressed => return self.choose(),
            Message::Chooser(message) => {
                let Some(chooser) = &mut self.chooser else { return Action::None };
                return match chooser.update(message) {
                    Wanted::File(path) => Action::Open(Source::Path(path)),
                    wanted => Action::Choose(wanted),
                };
            }
            Message::ChooserClosed => {
                self.chooser = None;
                return if self.bench.is_none() { Action::Back } else { Action::Focus("workshop-pages") };
            }
            Message::Opened(source, bench) => return self.opened(source, *bench),
            Message::FilesChanged => {
                return self.source.clone().map_or(Action::None, Action::Open);
            }
            Message::PieceChosen(at) => {
                self.piece = at;
                self.show(false);
                return self.picture();
            }
            Message::PageChosen(at) => {
                self.page = Page::ALL.get(at).copied().unwrap_or(Page::Form);
                // Where there is no right column, a page with a strip above it is another tree: the keyboard stays.
                return Action::All(vec![self.picture(), Action::Focus("workshop-pages")]);
            }
            Message::Form(form::Message::FinishPressed) => {
                let Some(work) = &self.work else { return Action::None };
                return self.form.be_strict(work).map_or(Action::None, Action::Form);
            }
            Message::Form(message) => {
                let Some(work) = &mut self.work else { return Action::None };
                return Action::Form(self.form.update(message, work));
            }
            Message::AgainstChosen(at) => self.against = at,
            Message::PaperChosen(at) => {
                self.paper.chosen = at;
                return self.picture();
            }
            Message::Preview(message) => {
                return self.paper.update(message).map_or(Action::None, Action::Picture);
            }
            Message::FaultChosen(at) => self.fault = Some(at),
            Message::NextFaultPressed => return self.next_fault(),
            Message::BackPressed => return Action::Back,
        }
        Action::None
    }

    /// To the fault behind the one that is looked at; behind the last comes the first.
    fn next_fault(&mut self) -> Action {
        let count = self.faults();
        if count == 0 {
            return Action::None;
        }
        let next = self.fault.filter(|_| self.page == Page::Faults).map_or(0, |at| (at + 1) % count);
        self.page = Page::Faults;
        self.fault = Some(next);
        Action::Focus("workshop-faults")
    }

    fn opened(&mut self, source: Source, bench: Outcome<Workbench>) -> Action {
        let again = self.source.as_ref() == Some(&source) && self.bench.is_some();
        let bench = match (bench, &mut self.chooser) {
            (Ok(bench), _) => bench,
            (Err(problems), Some(chooser)) => {
                chooser.refused(problems);
                return Action::None;
            }
            (Err(problems), None) => {
                self.problems = problems;
                return Action::None;
            }
        };
        if again && self.bench.as_deref() == Some(&bench) {
            return Action::None;
        }
        let shown = self.current().map(|piece| piece.service.slug.clone());
        self.problems.clear();
        self.chooser = None;
        self.source = Some(source);
        let at = bench.pieces.iter().position(|piece| shown.as_ref() == Some(&piece.service.slug));
        self.piece = at.filter(|_| again).unwrap_or(0);
        self.fault = (!bench.faults.is_empty())
            .then(|| self.fault.filter(|at| again && *at < bench.faults.len()).unwrap_or(0));
        self.bench = Some(Box::new(bench));
        self.show(again);
        if again {
            return Action::All(vec![Action::SaidReadAgain, self.picture()]);
        }
        // What cannot be read has nothing to show but what is wrong with it.
        self.page = if self.faults() > 0 { Page::Faults } else { Page::Form };
        Action::All(vec![Action::Focus("workshop-pages"), self.picture()])
    }

    /// Takes the chosen service in hand with its example; what was typed here stays where the same service comes again.
    fn show(&mut self, again: bool) {
        let before = self.work.take().filter(|_| again);
        if !again {
            (self.form, self.against) = (form::State::default(), 0);
            self.paper = paper::Paper::default();
        }
        let Some((bench, piece)) = self.bench.as_ref().zip(self.current()) else { return };
        let mut work = Work::of_example(piece.service, &bench.town, bench.day);
        let others = piece.others.len();
        let begun = std::mem::replace(&mut self.begun, work.intake.answers.clone());
        if let Some(before) = before.filter(|before| before.service.slug == work.service.slug) {
            for (field, value) in &before.intake.answers.0 {
                if begun.0.get(field) != Some(value) {
                    work.answer(field, value.clone());
                }
            }
        }
        self.against = self.against.min(others.saturating_sub(1));
        let sections = work.sections().len();
        self.form.section = self.form.section.min(sections.saturating_sub(1));
        self.work = Some(Box::new(work));
    }

    /// The paper that is to be drawn, where papers are looked at.
    fn picture(&mut self) -> Action {
        let Some(work) = self.work.as_ref().filter(|_| self.page == Page::Papers) else {
            return Action::None;
        };
        self.paper.wanted(work).map_or(Action::None, Action::Picture)
    }
}

#[cfg(test)]
mod tests;
