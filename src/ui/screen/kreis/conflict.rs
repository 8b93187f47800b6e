//! Choosing among the versions of what two desks entered differently: which one is looked at, what is marked and chosen for it,
//! when a case is decided as a whole. Draws nothing.

use super::{Action, Message, State};
use crate::desk::conflict::{About, Conflict, Open, Version, read_value};
use crate::desk::kreis::Outbox;
use crate::domain::id::EventRef;
use crate::fl;
use crate::ui::control::KeyHint;
use crate::ui::shortcut::Shortcut;
use serde_json::Value;
use std::collections::BTreeSet;

/// What stands once somebody says so: seen before it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// The version that this event wrote.
    Version(EventRef),
    /// The third one, as it is typed.
    Third,
}

/// What is disputed.
pub(super) type Key = (About, String);

impl State {
    pub(super) fn current(&self) -> Option<&Conflict> {
        self.selected.and_then(|at| self.conflicts.get(at))
    }

    /// The version that bears the number, unless one is being written.
    pub(super) fn picked(&self, number: u8) -> Option<Message> {
        let at = usize::from(number).checked_sub(1)?;
        let is_there = !self.busy && self.current().is_some_and(|conflict| at < conflict.versions.len());
        is_there.then_some(Message::VersionPressed(at))
    }

    /// The keys that mark, from the first version to the last one, and the one that decides.
    pub(super) fn version_keys(&self) -> Option<[KeyHint; 2]> {
        let mut keys = (0..self.current()?.versions.len()).map_while(version_key);
        let (first, last) = (keys.next()?.keys(), keys.last()?.keys());
        let marks = KeyHint::new(format!("{first}–{last}"), fl!("kreis-pick"));
        Some([marks, KeyHint::new(fl!("key-enter"), fl!("kreis-decides"))])
    }

    /// What is marked and chosen stays with its conflict, wherever that stands now, as long as the same versions stand against
    /// each other; what does not is named.
    pub(super) fn load(&mut self, outbox: Outbox, open: Open) -> Action {
        let first = self.outbox.replace(outbox).is_none();
        (self.tasks, self.doubles) = (open.tasks, open.doubles);
        let before = std::mem::replace(&mut self.conflicts, open.conflicts);
        let seen = self.selected.and_then(|at| before.get(at)).map(|seen| (key(seen), among(seen)));
        let there =
            seen.as_ref().and_then(|(seen, _)| self.conflicts.iter().position(|now| key(now) == *seen));
        self.selected = there.or((!self.conflicts.is_empty()).then_some(0));
        self.drop_choices(&before, seen.as_ref());
        if self.conflicts.is_empty() {
            return self.unsay();
        }
        // An empty list takes no focus, so it comes here once there are rows.
        if first && self.selected.is_some() { Action::Focus("conflicts".to_owned()) } else { Action::None }
    }

    /// Marks a version of the current conflict; the keyboard goes to the button that decides.
    pub(super) fn mark(&mut self, at: usize) -> Action {
        let version = self.current().and_then(|conflict| conflict.versions.get(at));
        let Some(written) = version.map(|version| version.written).filter(|_| !self.busy) else {
            return Action::None;
        };
        self.marked = Some(Mark::Version(written));
        let focus = Action::Focus("decides".to_owned());
        match self.unsay() {
            Action::None => focus,
            unsaid => Action::All(vec![unsaid, focus]),
        }
    }

    /// Whoever types a third version marks it.
    pub(super) fn type_third(&mut self, text: String) -> Action {
        self.third = text;
        if !self.third.trim().is_empty() {
            self.marked = Some(Mark::Third);
            return self.unsay();
        }
        if self.marked == Some(Mark::Third) {
            self.marked = None;
        }
        Action::None
    }

    /// Takes it back that nothing is marked, where that was said.
    fn unsay(&mut self) -> Action {
        if std::mem::take(&mut self.asked_to_mark) { Action::Unsay } else { Action::None }
    }

    /// Enter decides for a third version that is marked, and marks one that is not any more.
    pub(super) fn enter_third(&mut self) -> Action {
        if self.busy || self.third.trim().is_empty() || self.marked == Some(Mark::Third) {
            return self.decide();
        }
        self.marked = Some(Mark::Third);
        self.unsay()
    }

    /// What is marked stands; where nothing is, it only says so.
    pub(super) fn decide(&mut self) -> Action {
        let Some(conflict) = self.current().filter(|_| !self.busy) else { return Action::None };
        let value = match self.marked {
            None => None,
            Some(Mark::Third) => Some(read_value(&self.third)),
            Some(Mark::Version(written)) => {
                let version = conflict.versions.iter().find(|version| version.written == written);
                version.map(|version| version.value.clone())
            }
        };
        let Some(value) = value else {
            self.asked_to_mark = true;
            return Action::SaidMarkFirst;
        };
        self.resolve(value)
    }

    /// Chooses for the current conflict. A case in which more is disputed is decided as a whole, so the next one of it
    /// comes up; everything else is decided at once.
    fn resolve(&mut self, value: Value) -> Action {
        let Some(conflict) = self.current().filter(|_| !self.busy) else { return Action::None };
        let (about, own) = (conflict.about, key(conflict));
        let choice = conflict.choice(value);
        let _ = self.chosen.insert(own.clone(), choice);
        let is_case = matches!(about, About::Case(_));
        let of_it =
            |conflict: &Conflict| if is_case { conflict.about == about } else { key(conflict) == own };
        let all: Vec<_> = self.conflicts.iter().filter(|conflict| of_it(conflict)).map(key).collect();
        let left: Vec<_> = all.iter().filter(|key| !self.chosen.contains_key(*key)).collect();
        if let Some(next) = left.first() {
            self.selected = self.conflicts.iter().position(|conflict| key(conflict) == **next);
            let left = left.len();
            self.third.clear();
            self.marked = None;
            self.problems.clear();
            return Action::All(vec![Action::SaidChosen(left), Action::Focus("conflicts".to_owned())]);
        }
        let value = |key: (About, String)| Some((key.1.clone(), self.chosen.get(&key)?.clone()));
        let choices = all.into_iter().filter_map(value).collect();
        (self.busy, self.deciding) = (true, Some(about));
        Action::Resolve(about, choices, self.reason.trim().to_owned())
    }

    /// What was decided is behind; in what comes up next nothing is marked.
    pub(super) fn decided(&mut self) {
        if let Some(about) = self.deciding.take() {
            self.chosen.retain(|(of, _), _| *of != about);
            self.marked = None;
            self.third.clear();
        }
    }

    /// Whether this version is the one that is marked.
    pub(super) fn is_marked(&self, version: &Version) -> bool {
        self.marked == Some(Mark::Version(version.written))
    }

    /// Whether a third version is.
    pub(super) fn is_third_marked(&self) -> bool {
        self.marked == Some(Mark::Third)
    }

    /// Whether this version is the one that was chosen, while more of its case is to be chosen.
    pub(super) fn is_chosen(&self, conflict: &Conflict, value: &Value) -> bool {
        self.chosen.get(&key(conflict)).is_some_and(|choice| choice.value == *value)
    }
}

/// The events of its versions.
pub(super) fn among(conflict: &Conflict) -> BTreeSet<EventRef> {
    conflict.choice(Value::Null).among
}

/// The key of a version; none behind the ninth.
pub(super) fn version_key(at: usize) -> Option<Shortcut> {
    u8::try_from(at + 1).ok().filter(|number| *number <= 9).map(Shortcut::Pick)
}

pub(super) fn key(conflict: &Conflict) -> Key {
    (conflict.about, conflict.field.clone())
}
