//! Correcting a case (Berichtigung): its answers in the form of the counter, then what that changes, why, and whose mistake
//! it was. Corrects nothing itself.

mod view;

use crate::catalogue::Service;
use crate::desk::case::Sheet;
use crate::desk::correct::{self, Effects, Wanted};
use crate::domain::answers::Answers;
use crate::domain::case::Fees;
use crate::domain::problem::Problem;
use crate::ui::screen::beside::Outcome;
use crate::ui::screen::counter::form;
use crate::ui::screen::counter::outcome::Action as FormAction;
use crate::ui::screen::counter::work::Work;
use crate::ui::shortcut::Shortcut;
use crate::words;
use serde_json::Value;
use std::collections::BTreeMap;

/// Which page is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Page {
    /// The form.
    #[default]
    Form,
    /// What the correction changes.
    Check,
}

/// A correction while it is made.
#[derive(Debug, Clone)]
pub struct State {
    work: Work,
    /// The answers as they are stored.
    before: Answers,
    decided: bool,
    form: form::State,
    page: Page,
    effects: Option<Box<Effects>>,
    reason: String,
    own_mistake: Option<bool>,
    fees: Option<Fees>,
    /// Whether it is asked if what was typed may be thrown away.
    leaving: bool,
    busy: bool,
    problems: Vec<Problem>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// In the form.
    Form(form::Message),
    /// Ctrl+Enter: on to what it changes, or done.
    FinishPressed,
    /// What it would change.
    Looked(Box<Outcome<Effects>>),
    /// Why.
    ReasonTyped(String),
    /// Whose mistake it was: the office's own, or not.
    WhoseChosen(usize),
    /// What becomes of a fee whose amount changes.
    FeesChosen(usize),
    /// Esc: back to the form, or out of it.
    EscapePressed,
    /// Something else would be opened in its place.
    LeaveAsked,
    /// What was typed is thrown away.
    LeavePressed,
    /// It is gone on with.
    StayPressed,
    /// It is corrected, or what was against it.
    Done(Box<Outcome<correct::Done>>),
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq)]
pub enum Wants {
    /// Nothing more.
    Nothing,
    /// What the form wants: the keyboard somewhere.
    Form(FormAction),
    /// What these answers would change.
    Look(BTreeMap<String, Value>),
    /// The correction made.
    Correct(Box<Wanted>),
    /// Back to the case.
    Close,
    /// Back to the case: it is corrected, and these papers came of it.
    Corrected(correct::Done),
}

impl State {
    /// The answers of a case, to be corrected. The keyboard is in the first field.
    pub fn new(sheet: &Sheet) -> (Self, Wants) {
        let mut state = Self {
            work: Work::of_case(sheet),
            before: sheet.case.answers(),
            decided: !sheet.case.decisions.is_empty(),
            form: form::State::default(),
            page: Page::Form,
            effects: None,
            reason: String::new(),
            own_mistake: None,
            fees: None,
            leaving: false,
            busy: false,
            problems: Vec::new(),
        };
        let first = state.form.open(0, &state.work);
        (state, Wants::Form(first))
    }

    /// What a command of the window is here; everything else waits until the correction is done or left.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        match shortcut {
            Shortcut::Finish if !self.leaving => Some(Message::FinishPressed),
            Shortcut::Go(_) | Shortcut::Prints if !self.answers().is_empty() => Some(Message::LeaveAsked),
            Shortcut::Escape if self.leaving => Some(Message::StayPressed),
            Shortcut::Escape | Shortcut::Close => Some(Message::EscapePressed),
            _ => None,
        }
    }

    /// Whether it is asked if what was typed may be thrown away.
    pub fn asks(&self) -> bool {
        self.leaving
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Wants {
        match message {
            Message::Form(form::Message::FinishPressed) | Message::FinishPressed => return self.finish(),
            Message::Form(message) => return Wants::Form(self.form.update(message, &mut self.work)),
            Message::Looked(effects) => return self.looked(*effects),
            Message::ReasonTyped(text) => {
                self.mended("reason");
                self.reason = text;
            }
            Message::WhoseChosen(at) => {
                self.mended("own_mistake");
                self.own_mistake = Some(at == 0);
            }
            Message::FeesChosen(at) => {
                self.mended("fees");
                self.fees = Some(if at == 0 { Fees::Kept } else { Fees::Revised });
            }
            Message::EscapePressed => return self.escape(),
            Message::LeaveAsked => return self.ask_to_leave(),
            Message::LeavePressed => return Wants::Close,
            Message::StayPressed => self.leaving = false,
            Message::Done(done) => {
                self.busy = false;
                match *done {
                    Ok(done) => return Wants::Corrected(done),
                    Err(problems) => return self.refused(problems),
                }
            }
        }
        Wants::Nothing
    }

    fn finish(&mut self) -> Wants {
        if self.busy {
            return Wants::Nothing;
        }
        match self.page {
            Page::Form => {
                if let Some(action) = self.form.be_strict(&self.work) {
                    return Wants::Form(action);
                }
                self.busy = true;
                Wants::Look(self.answers())
            }
            Page::Check => {
                self.busy = true;
                self.problems.clear();
                let answers = self.answers();
                let stored = |field: &String| self.before.0.get(field).cloned().unwrap_or(Value::Null);
                Wants::Correct(Box::new(Wanted {
                    seen: answers.keys().map(|field| (field.clone(), stored(field))).collect(),
                    answers,
                    reason: self.reason.clone(),
                    own_mistake: self.own_mistake,
                    fees: self.fees,
                }))
            }
        }
    }

    fn looked(&mut self, effects: Outcome<Effects>) -> Wants {
        self.busy = false;
        match effects {
            Ok(effects) if effects.changes.is_empty() => {
                self.refused(vec![Problem::error("", "nothing-corrected")])
            }
            Ok(effects) => {
                self.effects = Some(Box::new(effects));
                self.problems.clear();
                self.page = Page::Check;
                Wants::Form(FormAction::focus("correct-whose"))
            }
            Err(problems) => self.refused(problems),
        }
    }

    /// What was wrong with a field is not said of what stands there now.
    fn mended(&mut self, field: &str) {
        self.problems.retain(|problem| problem.field != field);
    }

    /// Shows what is against it, with the keyboard at the first field that can mend it.
    fn refused(&mut self, problems: Vec<Problem>) -> Wants {
        let at = problems.iter().find_map(|problem| match problem.field.as_str() {
            "own_mistake" => Some("correct-whose"),
            "fees" => Some("correct-fees"),
            "reason" => Some("correct-reason"),
            _ => None,
        });
        self.problems = problems;
        at.map_or(Wants::Nothing, |at| Wants::Form(FormAction::focus(at)))
    }

    fn escape(&mut self) -> Wants {
        if self.page == Page::Check {
            self.page = Page::Form;
            self.problems.clear();
            return Wants::Form(self.form.open(self.form.section, &self.work));
        }
        if self.answers().is_empty() {
            return Wants::Close;
        }
        self.ask_to_leave()
    }

    fn ask_to_leave(&mut self) -> Wants {
        self.leaving = true;
        Wants::Form(FormAction::focus("correct-stay"))
    }

    /// Answers that were typed anew, by top-level field.
    fn answers(&self) -> BTreeMap<String, Value> {
        let Some(before) = &self.work.before else { return BTreeMap::new() };
        let now = &self.work.intake.answers.0;
        let changed =
            before.0.keys().chain(now.keys()).filter(|field| before.0.get(*field) != now.get(*field));
        changed.map(|field| (field.clone(), now.get(field).cloned().unwrap_or(Value::Null))).collect()
    }

    /// What differs by now, as one reads it.
    fn changes(&self) -> Vec<correct::Change> {
        let service: &'static Service = self.work.service;
        correct::changes(service, &self.before, &self.work.assessment.values, words::language().tag())
    }
}
