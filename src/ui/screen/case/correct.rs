//! Correcting a case (Berichtigung): its answers in the form of the counter, then what that changes, why, and whose mistake
//! it was. What is typed is kept as a draft within a second and when it is left. Corrects nothing itself.

mod view;

use crate::catalogue::Service;
use crate::desk::begun::Begun;
use crate::desk::case::Sheet;
use crate::desk::correct::{self, Effects, Wanted};
use crate::domain::answers::Answers;
use crate::domain::case::Fees;
use crate::domain::id::CaseId;
use crate::domain::problem::Problem;
use crate::ui::screen::beside::Outcome;
use crate::ui::screen::counter::form;
use crate::ui::screen::counter::outcome::Action as FormAction;
use crate::ui::screen::counter::work::Work;
use crate::ui::shortcut::Shortcut;
use crate::{fl, words};
use chrono::NaiveDateTime;
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
    keeping: Keeping,
    /// Whether it is asked if what was typed may be thrown away.
    discards: bool,
    busy: bool,
    problems: Vec<Problem>,
}

/// Whether the draft is as what is typed. One save at a time, so that an older state is never written over a newer one.
#[derive(Debug, Clone, Copy, Default)]
struct Keeping {
    changed: bool,
    /// A save is due within a second.
    waits: bool,
    /// A save is on its way.
    saves: bool,
    /// What is wanted as soon as that save is done: it would bring the draft back.
    then: Option<Then>,
    /// When it was last saved, at the counter's clock.
    at: Option<NaiveDateTime>,
}

/// What waits for a save.
#[derive(Debug, Clone, Copy)]
enum Then {
    Finish,
    Discard,
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
    /// What was typed is not wanted any more.
    DiscardPressed,
    /// It is thrown away.
    DiscardTaken,
    /// It is gone on with.
    StayPressed,
    /// About a second went by.
    Paused,
    /// The draft is saved, at this moment of the counter's clock.
    Kept(Outcome<NaiveDateTime>),
    /// It is corrected, or what was against it.
    Done(Box<Outcome<correct::Done>>),
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq)]
pub enum Wants {
    /// Nothing more.
    Nothing,
    /// Several of these.
    All(Vec<Wants>),
    /// What the form wants: the keyboard somewhere.
    Form(FormAction),
    /// What these answers would change.
    Look(BTreeMap<String, Value>),
    /// The correction made.
    Correct(Box<Wanted>),
    /// To be told after about a second: [`Message::Paused`].
    Wait,
    /// The draft saved.
    Keep(Box<Begun>),
    /// Back to the case; what is typed stays begun.
    Close,
    /// Back to the case; nothing is begun any more.
    Discard,
    /// Back to the case: it is corrected, and these papers came of it.
    Corrected(correct::Done),
}

impl Keeping {
    /// Something changed: it is saved within a second, however fast the next changes come.
    fn changed(&mut self, wants: Wants) -> Wants {
        self.changed = true;
        if std::mem::replace(&mut self.waits, true) { wants } else { Wants::All(vec![wants, Wants::Wait]) }
    }
}

fn nothing_begun(corrects: CaseId) -> Begun {
    Begun { corrects, answers: BTreeMap::new(), reason: String::new(), own_mistake: None, fees: None }
}

impl State {
    /// The answers of a case, to be corrected, with what was begun. The keyboard is in the first field, or in the first
    /// that was corrected.
    pub fn new(sheet: &Sheet) -> (Self, Wants) {
        let begun = sheet.begun.clone().unwrap_or_else(|| nothing_begun(sheet.case.id));
        let mut work = Work::of_case(sheet);
        for (field, value) in &begun.answers {
            work.answer(field, value.clone());
        }
        let mut state = Self {
            work,
            before: sheet.case.answers(),
            decided: !sheet.case.decisions.is_empty(),
            form: form::State::default(),
            page: Page::Form,
            effects: None,
            reason: begun.reason,
            own_mistake: begun.own_mistake,
            fees: begun.fees,
            keeping: Keeping::default(),
            discards: false,
            busy: false,
            problems: Vec::new(),
        };
        let first = match begun.answers.keys().next() {
            Some(field) => state.form.jump(field, &state.work),
            None => state.form.open(0, &state.work),
        };
        (state, Wants::Form(first))
    }

    /// What is typed, to be kept.
    pub fn begun(&self) -> Begun {
        Begun {
            corrects: self.work.intake.case,
            answers: self.answers(),
            reason: self.reason.clone(),
            own_mistake: self.own_mistake,
            fees: self.fees,
        }
    }

    /// What is typed and not saved yet; nothing where it is.
    pub fn unkept(&self) -> Option<Begun> {
        (self.keeping.changed || self.keeping.saves).then(|| self.begun())
    }

    /// What a command of the window is here; everything else waits until the correction is done or left.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        match shortcut {
            Shortcut::Finish if !self.discards => Some(Message::FinishPressed),
            Shortcut::Escape if self.discards => Some(Message::StayPressed),
            Shortcut::Escape | Shortcut::Close => Some(Message::EscapePressed),
            _ => None,
        }
    }

    /// Whether it is asked if what was typed may be thrown away.
    pub fn asks(&self) -> bool {
        self.discards
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Wants {
        let before = self.begun();
        let wants = self.take(message);
        if self.begun() == before { wants } else { self.keeping.changed(wants) }
    }

    fn take(&mut self, message: Message) -> Wants {
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
            Message::DiscardPressed => {
                self.discards = true;
                return Wants::Form(FormAction::focus("correct-stay"));
            }
            Message::DiscardTaken if self.keeping.saves => self.keeping.then = Some(Then::Discard),
            Message::DiscardTaken => return Wants::Discard,
            Message::StayPressed => self.discards = false,
            Message::Paused => return self.keep(),
            Message::Kept(kept) => return self.kept(kept),
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
        if self.keeping.saves && self.page == Page::Check {
            self.keeping.then = Some(Then::Finish);
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
        Wants::Close
    }

    /// Saves the draft as it is now; where a save is on its way, after that one.
    fn keep(&mut self) -> Wants {
        self.keeping.waits = false;
        if !self.keeping.changed || self.keeping.saves {
            return Wants::Nothing;
        }
        // It is being corrected: if that is refused, what was typed last is kept then.
        if self.busy && self.page == Page::Check {
            return self.keeping.changed(Wants::Nothing);
        }
        (self.keeping.changed, self.keeping.saves) = (false, true);
        Wants::Keep(Box::new(self.begun()))
    }

    fn kept(&mut self, kept: Outcome<NaiveDateTime>) -> Wants {
        self.keeping.saves = false;
        match kept {
            Ok(at) => self.keeping.at = Some(at),
            // What was not saved is tried again.
            Err(problems) => {
                self.problems = problems;
                self.keeping.changed = true;
            }
        }
        match self.keeping.then.take() {
            Some(Then::Finish) => return self.finish(),
            Some(Then::Discard) => return Wants::Discard,
            None => {}
        }
        if self.keeping.changed { self.keeping.changed(Wants::Nothing) } else { Wants::Nothing }
    }

    /// Answers that were typed anew, by top-level field.
    fn answers(&self) -> BTreeMap<String, Value> {
        let Some(before) = &self.work.before else { return BTreeMap::new() };
        let now = &self.work.intake.answers.0;
        let changed =
            before.0.keys().chain(now.keys()).filter(|field| before.0.get(*field) != now.get(*field));
        changed.map(|field| (field.clone(), now.get(field).cloned().unwrap_or(Value::Null))).collect()
    }

    /// When the draft was last saved, in words.
    fn saved(&self) -> Option<String> {
        self.keeping.at.map(|at| fl!("counter-saved", time = words::time(at.time())))
    }

    /// What differs by now, as one reads it.
    fn changes(&self) -> Vec<correct::Change> {
        let service: &'static Service = self.work.service;
        correct::changes(service, &self.before, &self.work.assessment.values, words::language().tag())
    }
}
