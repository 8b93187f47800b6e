//! Two people side by side before they become one, value by value. Finds and merges nobody itself.

mod view;

use crate::desk::look::PersonHit;
use crate::desk::merge::SideBySide;
use crate::domain::id::PersonId;
use crate::domain::problem::Problem;
use crate::ui::screen::beside::Outcome;
use std::collections::BTreeMap;

/// The person in hand, who else it is, and which values are to stand.
#[derive(Debug, Clone)]
pub struct Together {
    one: PersonId,
    typed: String,
    found: Vec<PersonHit>,
    shown: Option<Box<SideBySide>>,
    /// Which of both values stands, by field.
    stands: BTreeMap<String, usize>,
    problems: Vec<Problem>,
    busy: bool,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// Something was typed to find the other one.
    Typed(String),
    /// Who was found for a text.
    Found(String, Outcome<Vec<PersonHit>>),
    /// One of those was taken.
    Taken(usize),
    /// Both side by side.
    Shown(Box<Outcome<SideBySide>>),
    /// Of a field, the first value (0) or the second (1).
    Chosen(String, usize),
    /// They are one.
    GoPressed,
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Nothing more.
    None,
    /// People by what was typed.
    Find(String),
    /// Two people side by side.
    Show(PersonId, PersonId),
    /// Two become one, with these values where they differ.
    Merge(PersonId, PersonId, BTreeMap<String, String>),
    /// The keyboard at this control.
    Focus(String),
}

impl Together {
    /// Who else is this? Shown at once where it is known whom somebody thinks of.
    pub fn new(one: PersonId, other: Option<PersonId>) -> (Self, Action) {
        let state = Self {
            one,
            typed: String::new(),
            found: Vec::new(),
            shown: None,
            stands: BTreeMap::new(),
            problems: Vec::new(),
            busy: false,
        };
        let wanted =
            other.map_or_else(|| Action::Focus("together-text".to_owned()), |other| Action::Show(one, other));
        (state, wanted)
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Typed(typed) => {
                self.found.clear();
                self.problems.clear();
                self.typed.clone_from(&typed);
                return if typed.trim().is_empty() { Action::None } else { Action::Find(typed) };
            }
            Message::Found(typed, found) if typed == self.typed => match found {
                // Who is in hand already is nobody else.
                Ok(found) => self.found = found.into_iter().filter(|hit| hit.row.id != self.one).collect(),
                Err(problems) => self.problems = problems,
            },
            Message::Found(..) => {}
            Message::Taken(at) => {
                let other = self.found.get(at).map(|hit| hit.row.id);
                self.found.clear();
                return other.map_or(Action::None, |other| Action::Show(self.one, other));
            }
            Message::Shown(shown) => return self.show(*shown),
            Message::Chosen(field, at) => {
                let _ = self.stands.insert(field, at);
            }
            Message::GoPressed => return self.merge(),
        }
        Action::None
    }

    fn show(&mut self, shown: Outcome<SideBySide>) -> Action {
        match shown {
            Err(problems) => {
                self.problems = problems;
                Action::Focus("together-text".to_owned())
            }
            Ok(shown) => {
                let proposed = shown.differences.iter().map(|(differ, at)| (differ.field.clone(), *at));
                self.stands = proposed.collect();
                let first = shown.differences.first();
                let first = first.map_or("together-go".to_owned(), |(differ, _)| control(&differ.field));
                self.problems.clear();
                self.shown = Some(Box::new(shown));
                Action::Focus(first)
            }
        }
    }

    fn merge(&mut self) -> Action {
        let Some(shown) = self.shown.as_ref().filter(|_| !self.busy) else { return Action::None };
        let value = |at: usize, values: &[String; 2]| values.get(at).cloned().unwrap_or_default();
        let chosen = shown.differences.iter().map(|(differ, proposed)| {
            let at = self.stands.get(&differ.field).copied().unwrap_or(*proposed);
            (differ.field.clone(), value(at, &differ.values))
        });
        self.busy = true;
        Action::Merge(shown.one.id, shown.two.id, chosen.collect())
    }

    /// It was refused; what was chosen stays.
    pub fn refused(&mut self, problems: Vec<Problem>) {
        self.busy = false;
        self.problems = problems;
    }
}

/// The id of the control that chooses a field's value.
fn control(field: &str) -> String {
    format!("together-{field}")
}
