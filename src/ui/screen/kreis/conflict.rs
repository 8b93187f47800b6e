//! Choosing among the versions of what two desks entered differently: which one is looked at, what was chosen for it, and
//! when a case is decided as a whole. Draws nothing.

use super::{Action, Message, State};
use crate::desk::conflict::{About, Conflict, Open};
use crate::desk::kreis::Outbox;
use crate::domain::id::EventRef;
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::control::KeyHint;
use crate::ui::shortcut::Shortcut;
use serde_json::Value;
use std::collections::BTreeSet;

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

    /// The keys that choose: from the first version to the last one.
    pub(super) fn version_keys(&self) -> Option<KeyHint> {
        let mut keys = (0..self.current()?.versions.len()).map_while(version_key);
        let (first, last) = (keys.next()?.keys(), keys.last()?.keys());
        Some(KeyHint::new(format!("{first}–{last}"), fl!("kreis-pick")))
    }

    /// The choice stays with its conflict, wherever that stands now.
    pub(super) fn load(&mut self, outbox: Outbox, open: Open) -> Action {
        let first = self.outbox.is_none();
        let before = self.current().map(|conflict| (key(conflict), among(conflict)));
        let conflicts = open.conflicts;
        self.selected = before
            .as_ref()
            .and_then(|(before, _)| conflicts.iter().position(|conflict| key(conflict) == *before))
            .or((!conflicts.is_empty()).then_some(0));
        self.chosen.retain(|chosen, choice| {
            conflicts.iter().any(|conflict| key(conflict) == *chosen && among(conflict) == choice.among)
        });
        (self.outbox, self.conflicts) = (Some(outbox), conflicts);
        let now = self.current().map(|conflict| (key(conflict), among(conflict)));
        if let (Some((before, seen)), Some((now, there))) = (before, now)
            && before == now
            && seen != there
        {
            self.changed = true;
            self.problems = vec![Problem::error(now.1, "conflict-changed")];
        }
        (self.tasks, self.doubles) = (open.tasks, open.doubles);
        // An empty list takes no focus, so it comes here once there are rows.
        if first && self.selected.is_some() { Action::Focus("conflicts".to_owned()) } else { Action::None }
    }

    /// Chooses for the current conflict. A case in which more is disputed is decided as a whole, so the next one of it
    /// comes up; everything else is decided at once.
    pub(super) fn resolve(&mut self, value: Value) -> Action {
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
            self.third.clear();
            return Action::SaidChosen(left.len());
        }
        let value = |key: (About, String)| Some((key.1.clone(), self.chosen.get(&key)?.clone()));
        let choices = all.into_iter().filter_map(value).collect();
        self.busy = true;
        Action::Resolve(about, choices, self.reason.trim().to_owned())
    }

    /// Whether this version is the one that was chosen, while more of its case is to be chosen.
    pub(super) fn is_chosen(&self, conflict: &Conflict, value: &Value) -> bool {
        self.chosen.get(&key(conflict)).is_some_and(|choice| choice.value == *value)
    }
}

/// The events of its versions.
fn among(conflict: &Conflict) -> BTreeSet<EventRef> {
    conflict.choice(Value::Null).among
}

/// The key of a version; none behind the ninth.
pub(super) fn version_key(at: usize) -> Option<Shortcut> {
    u8::try_from(at + 1).ok().filter(|number| *number <= 9).map(Shortcut::Pick)
}

fn key(conflict: &Conflict) -> (About, String) {
    (conflict.about, conflict.field.clone())
}
