//! The Kreis (F7): how desk and Kreis stand, what waits, and answers that two desks entered differently, each version with
//! who, when and where, to be chosen with one key. Stores nothing itself.

mod run;
mod view;

pub use run::run;
pub use view::in_top_bar;

use super::beside::Outcome;
use crate::desk::conflict::{Conflict, read_value};
use crate::desk::kreis::Outbox;
use crate::domain::id::CaseId;
use crate::domain::problem::Problem;
use crate::fl;
use serde_json::Value;

/// What is shown and typed.
#[derive(Debug, Clone)]
pub struct State {
    outbox: Option<Outbox>,
    conflicts: Vec<Conflict>,
    selected: Option<usize>,
    third: String,
    reason: String,
    busy: bool,
    problems: Vec<Problem>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// Desk and Kreis have spoken: look again. Or they cannot any more, and why.
    Heard(Vec<Problem>),
    /// What waits and what is in conflict.
    Loaded(Outcome<(Outbox, Vec<Conflict>)>),
    /// A conflict was chosen.
    ConflictChosen(usize),
    /// Its case is to be opened.
    CaseOpened(usize),
    /// A version is to stand.
    VersionPressed(usize),
    /// In the field for a third version.
    ThirdTyped(String),
    /// The third version is to stand.
    ThirdPressed,
    /// In the field for the reason.
    ReasonTyped(String),
    /// It was decided, or why not.
    Resolved(Outcome<()>),
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
    /// This value stands from now on: case, field, value, reason.
    Resolve(CaseId, String, Value, String),
    /// A case.
    Open(CaseId),
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
            conflicts: Vec::new(),
            selected: None,
            third: String::new(),
            reason: fl!("kreis-reason"),
            busy: false,
            problems: Vec::new(),
        };
        (state, Action::Load)
    }

    fn chosen(&self) -> Option<&Conflict> {
        self.selected.and_then(|at| self.conflicts.get(at))
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Heard(problems) => {
                if !problems.is_empty() {
                    self.problems = problems;
                }
                return Action::Load;
            }
            Message::Loaded(Ok((outbox, conflicts))) => return self.load(outbox, conflicts),
            Message::Loaded(Err(problems)) => self.problems = problems,
            Message::ConflictChosen(at) => {
                self.selected = Some(at);
                self.third.clear();
                self.problems.clear();
            }
            Message::CaseOpened(at) => {
                return self.conflicts.get(at).map_or(Action::None, |conflict| Action::Open(conflict.case));
            }
            Message::VersionPressed(at) => {
                let version = self.chosen().and_then(|conflict| conflict.versions.get(at));
                let value = version.map(|version| version.value.clone());
                return value.map_or(Action::None, |value| self.resolve(value));
            }
            Message::ThirdTyped(text) => self.third = text,
            Message::ThirdPressed => return self.resolve(read_value(&self.third)),
            Message::ReasonTyped(text) => self.reason = text,
            Message::Resolved(Ok(())) => {
                self.busy = false;
                self.problems.clear();
                self.third.clear();
                return Action::All(vec![
                    Action::SaidResolved,
                    Action::Load,
                    Action::Focus("conflicts".to_owned()),
                ]);
            }
            Message::Resolved(Err(problems)) => {
                self.busy = false;
                self.problems = problems;
            }
        }
        Action::None
    }

    /// The choice stays with its conflict, wherever that stands now.
    fn load(&mut self, outbox: Outbox, conflicts: Vec<Conflict>) -> Action {
        let first = self.outbox.is_none();
        let key = |conflict: &Conflict| (conflict.case, conflict.field.clone());
        let before = self.chosen().map(key);
        self.selected = before
            .and_then(|before| conflicts.iter().position(|conflict| key(conflict) == before))
            .or((!conflicts.is_empty()).then_some(0));
        self.outbox = Some(outbox);
        self.conflicts = conflicts;
        // An empty list takes no focus, so it comes here once there are rows.
        if first && self.selected.is_some() { Action::Focus("conflicts".to_owned()) } else { Action::None }
    }

    fn resolve(&mut self, value: Value) -> Action {
        let Some(conflict) = self.chosen().filter(|_| !self.busy) else { return Action::None };
        let action =
            Action::Resolve(conflict.case, conflict.field.clone(), value, self.reason.trim().to_owned());
        self.busy = true;
        action
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::conflict::Version;
    use crate::desk::kreis::{Connection, Waiting};
    use uuid::Uuid;

    fn conflict(number: u128, field: &str) -> Conflict {
        let version = |value: &str| Version {
            value: value.into(),
            shown: value.into(),
            by: "Karla Kasse".into(),
            at: None,
            desk: "A".into(),
        };
        Conflict {
            case: CaseId(Uuid::from_u128(number)),
            number: format!("10.30-2026-A-0000{number}"),
            field: field.into(),
            label: field.into(),
            versions: vec![version("eins"), version("zwei")],
            papers: Vec::new(),
        }
    }

    fn loaded(state: &mut State, conflicts: Vec<Conflict>) {
        let outbox = Outbox {
            connection: Connection::Alone,
            waiting: Waiting::default(),
            awaited: 0,
            refused: Vec::new(),
        };
        let _ = state.update(Message::Loaded(Ok((outbox, conflicts))));
    }

    #[test]
    fn the_version_that_was_pressed_is_decided_once_and_with_its_reason() {
        let (mut state, _) = State::new();
        loaded(&mut state, vec![conflict(1, "name"), conflict(2, "anzahl")]);
        let _ = state.update(Message::ConflictChosen(1));
        let _ = state.update(Message::ReasonTyped(" gefragt ".into()));
        let wanted =
            Action::Resolve(CaseId(Uuid::from_u128(2)), "anzahl".into(), "zwei".into(), "gefragt".into());
        assert_eq!(state.update(Message::VersionPressed(1)), wanted);
        assert_eq!(
            state.update(Message::VersionPressed(0)),
            Action::None,
            "while the first is being written"
        );
    }

    #[test]
    fn news_do_not_move_the_choice_to_another_conflict() {
        let (mut state, _) = State::new();
        loaded(&mut state, vec![conflict(1, "name"), conflict(2, "anzahl")]);
        let _ = state.update(Message::ConflictChosen(1));
        loaded(&mut state, vec![conflict(3, "ort"), conflict(1, "name"), conflict(2, "anzahl")]);
        assert_eq!(state.selected, Some(2));
        loaded(&mut state, Vec::new());
        assert_eq!((state.selected, state.update(Message::VersionPressed(0))), (None, Action::None));
    }
}
