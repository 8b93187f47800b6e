//! People and businesses: finding as one types, entering, changing, and what cases somebody has. Stores nothing itself.

pub mod disclose;
mod form;
mod review;
mod run;
pub mod together;
mod view;

pub use form::Form;
pub use run::run;

use super::beside::Outcome;
use crate::desk::conflict::Decided;
use crate::desk::look::{CaseRow, PersonHit, PersonRow};
use crate::domain::id::{CaseId, PersonId};
use crate::domain::person::{Person, fields};
use crate::domain::problem::Problem;
use crate::ui::shortcut::Shortcut;
use chrono::NaiveDate;
use disclose::Disclosing;
use std::collections::BTreeMap;
use together::Together;

/// The list of those who were found, or the form of one of them.
#[derive(Debug, Clone)]
pub struct State {
    today: NaiveDate,
    text: String,
    /// Counts keys: what was asked before the last one is dropped.
    typed: u64,
    hits: Vec<PersonHit>,
    selected: Option<usize>,
    form: Option<Form>,
    /// The person in hand beside another, over the form.
    together: Option<Together>,
    cases: Option<(PersonId, Vec<CaseRow>)>,
    /// The records that the person in hand is made of, where there are several.
    records: Option<(PersonId, Vec<Person>)>,
    /// What was decided between two versions of what is known of the person in hand.
    decided: Option<(PersonId, Vec<Decided>)>,
    disclosing: Disclosing,
    problems: Vec<Problem>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// In the search field.
    Typed(String),
    /// Nothing was typed for a moment since this key.
    Rested(u64),
    /// Who was found.
    Found(u64, Outcome<Vec<PersonHit>>),
    /// A row was chosen.
    RowChosen(usize),
    /// It stays chosen.
    RowRested(PersonId),
    /// Enter, or a double click.
    RowOpened(usize),
    /// Somebody is to be shown.
    PersonPressed(PersonId),
    /// Everything that is known of somebody.
    Loaded(Box<Outcome<Person>>),
    /// Their cases.
    CasesFound(PersonId, Outcome<Vec<CaseRow>>),
    /// Somebody new is to be entered.
    NewPressed,
    /// In a field of the form.
    FieldTyped(&'static str, String),
    /// Nothing was typed in the form for a moment.
    FormRested(u64),
    /// Who may be the same.
    AlikeFound(u64, Outcome<Vec<PersonRow>>),
    /// Save.
    SavePressed,
    /// Saved, or why not.
    Saved(Outcome<PersonId>),
    /// One step back: to the form, to the list.
    BackPressed,
    /// The person in hand is perhaps the same as another one, who may be named.
    TogetherPressed(Option<PersonId>),
    /// Beside another person.
    Together(together::Message),
    /// Two became one, or why not.
    Merged(Outcome<PersonId>),
    /// What somebody is made of.
    RecordsFound(PersonId, Outcome<Vec<Person>>),
    /// What was decided between two versions of what is known of somebody.
    DecidedFound(PersonId, Outcome<Vec<Decided>>),
    /// A record is somebody else's.
    SplitPressed(PersonId),
    /// It is, or why not.
    Split(Outcome<PersonId>),
    /// About the disclosure of what is held.
    Disclose(disclose::Message),
    /// One of the cases.
    CaseOpened(usize),
    /// Another program wrote.
    Stale,
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Nothing more.
    None,
    /// Several of these.
    All(Vec<Action>),
    /// People by what was typed.
    Find(u64, String),
    /// To be told in a moment: of the search field, or of the form.
    Rest(u64, bool),
    /// To be told in a moment of the chosen row.
    RowRests(PersonId),
    /// Everything that is known of somebody.
    Load(PersonId),
    /// Their cases.
    Cases(PersonId),
    /// Who may be the same.
    Alike(u64, BTreeMap<String, String>, Option<PersonId>),
    /// Saved.
    Save(Option<PersonId>, BTreeMap<String, String>),
    /// Beside another person.
    Together(together::Action),
    /// The records that somebody is made of.
    Records(PersonId),
    /// What was decided between two versions of what is known of somebody.
    Decided(PersonId),
    /// A record becomes a person of its own.
    Split(PersonId),
    /// For the disclosure of what is held.
    Disclose(disclose::Wanted),
    /// Said in the status line: two are one.
    SaidMerged,
    /// Said in the status line: apart again.
    SaidSplit,
    /// A case to be opened.
    Open(CaseId),
    /// Said in the status line: saved.
    SaidSaved,
    /// Said in the status line: there was nothing to save.
    SaidUnchanged,
    /// The keyboard at this control.
    Focus(&'static str),
}

impl State {
    /// An empty list, the keyboard in the search field.
    pub fn new(today: NaiveDate) -> (Self, Action) {
        let state = Self {
            today,
            text: String::new(),
            typed: 0,
            hits: Vec::new(),
            selected: None,
            form: None,
            together: None,
            cases: None,
            records: None,
            decided: None,
            disclosing: Disclosing::default(),
            problems: Vec::new(),
        };
        (state, Action::Focus("persons-text"))
    }

    /// The form of somebody.
    pub fn of(id: PersonId, today: NaiveDate) -> (Self, Action) {
        (Self::new(today).0, about(id))
    }

    /// The id of the text that says what one does here.
    pub fn help(&self) -> &'static str {
        match (&self.together, &self.form) {
            (Some(_), _) => "help-together",
            (None, Some(_)) => "help-person",
            (None, None) => "help-persons",
        }
    }

    /// What stands in the search field.
    #[cfg(test)]
    pub fn searched(&self) -> &str {
        &self.text
    }

    /// The family name in the form, if one is open.
    #[cfg(test)]
    pub fn entered(&self) -> Option<String> {
        self.form.as_ref().map(|form| form.values.get(fields::FAMILY).cloned().unwrap_or_default())
    }

    /// Whether something has to be answered before anything else.
    pub fn asks(&self) -> bool {
        self.disclosing.is_open()
    }

    /// Whether somebody judges what is disclosed, and says why.
    pub fn goes_through(&self) -> bool {
        self.disclosing.is_going()
    }

    /// What a command of the window is here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        if self.disclosing.is_open() {
            return match shortcut {
                Shortcut::Finish => Some(Message::Disclose(self.disclosing.finish())),
                Shortcut::Escape | Shortcut::Close => Some(Message::Disclose(disclose::Message::Closed)),
                _ => None,
            };
        }
        match shortcut {
            Shortcut::Finish if self.together.is_some() => {
                Some(Message::Together(together::Message::GoPressed))
            }
            Shortcut::Finish => self.form.is_some().then_some(Message::SavePressed),
            Shortcut::Escape | Shortcut::Close => self.form.is_some().then_some(Message::BackPressed),
            Shortcut::TakeOver if self.may_lay_beside() => Some(Message::TogetherPressed(None)),
            Shortcut::Disclose if self.may_lay_beside() => {
                Some(Message::Disclose(disclose::Message::Pressed))
            }
            Shortcut::Note => self.form.is_none().then_some(Message::NewPressed),
            _ => None,
        }
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Action {
        match self.take(message) {
            Ok(action) => action,
            Err(problems) => {
                if let Some(form) = &mut self.form {
                    form.busy = false;
                }
                let field = problems.iter().find_map(|p| fields::ALL.iter().find(|field| **field == p.field));
                self.problems = problems;
                field.map_or(Action::None, |field| Action::Focus(field))
            }
        }
    }

    fn take(&mut self, message: Message) -> Outcome<Action> {
        match message {
            Message::Typed(text) => {
                self.text = text;
                self.typed += 1;
                return Ok(Action::Rest(self.typed, false));
            }
            Message::Rested(typed) if typed == self.typed => {
                return Ok(Action::Find(typed, self.text.clone()));
            }
            Message::Found(typed, hits) if typed == self.typed => {
                let kept = self.chosen().map(|hit| hit.row.id);
                self.hits = hits?;
                self.problems.clear();
                self.selected = None;
                let at = self.hits.iter().position(|hit| Some(hit.row.id) == kept);
                return Ok(self.choose(at.unwrap_or(0)));
            }
            Message::RowChosen(row) => return Ok(self.choose(row)),
            Message::RowRested(id) if self.chosen().is_some_and(|hit| hit.row.id == id) => {
                return Ok(Action::Cases(id));
            }
            Message::RowOpened(row) => {
                let id = self.hits.get(row).map(|hit| hit.row.id);
                return Ok(id.map_or(Action::None, about));
            }
            Message::PersonPressed(id) => return Ok(about(id)),
            Message::Disclose(message) => return Ok(self.on_disclose(message)),
            Message::Loaded(person) => {
                let person = (*person)?;
                self.disclosing = Disclosing::default();
                self.problems.clear();
                self.form = Some(Form::of(&person));
                return Ok(Action::Focus(fields::FAMILY));
            }
            Message::CasesFound(id, cases) => self.cases = Some((id, cases?)),
            Message::NewPressed => return Ok(self.enter()),
            Message::FieldTyped(field, text) => return Ok(self.type_in(field, text)),
            Message::FormRested(typed) if typed == self.typed => return Ok(self.ask_alike()),
            Message::AlikeFound(typed, alike) if typed == self.typed => {
                if let Some(form) = &mut self.form {
                    form.alike = alike?;
                }
            }
            Message::SavePressed => return Ok(self.save()),
            Message::Saved(id) => {
                let id = id?;
                self.problems.clear();
                return Ok(Action::All(vec![Action::SaidSaved, about(id)]));
            }
            Message::BackPressed if self.together.is_some() => {
                self.together = None;
                return Ok(Action::Focus("persons-together"));
            }
            Message::TogetherPressed(other) => return self.lay_beside(other),
            Message::Together(message) => {
                let wanted = self.together.as_mut().map(|together| together.update(message));
                return Ok(wanted.map_or(Action::None, Action::Together));
            }
            Message::Merged(Ok(id)) => {
                self.together = None;
                return Ok(Action::All(vec![Action::SaidMerged, about(id)]));
            }
            Message::Merged(Err(problems)) => {
                if let Some(together) = &mut self.together {
                    together.refused(problems);
                }
            }
            Message::RecordsFound(id, records) => self.records = Some((id, records?)),
            Message::DecidedFound(id, decided) => self.decided = Some((id, decided?)),
            Message::SplitPressed(record) => return Ok(Action::Split(record)),
            Message::Split(record) => return Ok(Action::All(vec![Action::SaidSplit, about(record?)])),
            Message::BackPressed => {
                self.form = None;
                self.problems.clear();
                self.typed += 1;
                return Ok(Action::All(vec![
                    Action::Find(self.typed, self.text.clone()),
                    Action::Focus("persons-text"),
                ]));
            }
            Message::CaseOpened(at) => {
                let case = self.cases.as_ref().and_then(|(_, cases)| cases.get(at));
                return Ok(case.map_or(Action::None, |case| Action::Open(case.id)));
            }
            // A form that is open keeps what is typed; the list is found again when it is left.
            Message::Stale if self.form.is_none() && !self.text.trim().is_empty() => {
                return Ok(Action::Find(self.typed, self.text.clone()));
            }
            Message::Rested(_)
            | Message::Stale
            | Message::Found(..)
            | Message::RowRested(_)
            | Message::FormRested(_)
            | Message::AlikeFound(..) => {}
        }
        Ok(Action::None)
    }

    /// Whether somebody who is known already is in hand.
    fn may_lay_beside(&self) -> bool {
        self.together.is_none() && self.form.as_ref().is_some_and(|form| form.id.is_some())
    }

    /// Puts the person in hand beside another one. What is typed and not saved is saved first.
    fn lay_beside(&mut self, other: Option<PersonId>) -> Outcome<Action> {
        let Some((id, form)) = self.form.as_ref().and_then(|form| form.id.map(|id| (id, form))) else {
            return Ok(Action::None);
        };
        if form.values != form.before {
            return Err(vec![Problem::error("", "together-save-first")]);
        }
        self.problems.clear();
        let (together, wanted) = Together::new(id, other);
        self.together = Some(together);
        Ok(Action::Together(wanted))
    }

    fn chosen(&self) -> Option<&PersonHit> {
        self.selected.and_then(|at| self.hits.get(at))
    }

    fn choose(&mut self, row: usize) -> Action {
        let Some(id) = self.hits.get(row).map(|hit| hit.row.id) else { return Action::None };
        self.selected = Some(row);
        Action::RowRests(id)
    }
}

/// Everything of somebody that is shown.
fn about(id: PersonId) -> Action {
    Action::All(vec![Action::Load(id), Action::Cases(id), Action::Records(id), Action::Decided(id)])
}

#[cfg(test)]
mod tests;
