//! What was marked or chosen among versions that are not those that there are now: it holds no more, and that is said.

use super::conflict::{Key, among, key};
use super::view::{label, whose};
use super::{Action, State};
use crate::desk::conflict::Conflict;
use crate::domain::id::EventRef;
use crate::domain::problem::Problem;
use std::collections::BTreeSet;

impl State {
    /// Drops what was marked in the conflict that was `seen`, or chosen anywhere, among other versions than there are now. What
    /// is being written waits for the answer of the desk.
    pub(super) fn drop_choices(&mut self, before: &[Conflict], seen: Option<&(Key, BTreeSet<EventRef>)>) {
        let choices = self.chosen.iter().map(|(of, choice)| (of, &choice.among));
        let all = choices.chain(seen.map(|(of, among)| (of, among)));
        let gone = all.filter(|(of, among)| self.deciding != Some(of.0) && !self.offers(of, among));
        let gone: BTreeSet<Key> = gone.map(|(of, _)| of.clone()).collect();
        let seen = seen.map(|(of, _)| of);
        let is_chosen = |of: &Key| self.chosen.contains_key(of) || self.marked.is_some() && seen == Some(of);
        let (dropped, only_seen): (Vec<Key>, Vec<Key>) = gone.into_iter().partition(is_chosen);
        let is_here = seen == self.current().map(key).as_ref();
        if !is_here || dropped.iter().chain(&only_seen).any(|of| seen == Some(of)) {
            self.marked = None;
        }
        if !is_here {
            // It was typed for another one.
            self.third.clear();
        }
        self.chosen.retain(|of, _| !dropped.contains(of));
        if !dropped.is_empty() {
            self.tell_dropped(&dropped, before);
        } else if let Some((_, field)) = only_seen.into_iter().next().filter(|_| is_here) {
            self.problems.retain(|problem| problem.id == "conflict-dropped");
            self.problems.push(Problem::error(field, "conflict-changed"));
        }
    }

    /// Whether just these versions stand against each other there.
    fn offers(&self, of: &Key, versions: &BTreeSet<EventRef>) -> bool {
        self.conflicts.iter().any(|now| key(now) == *of && among(now) == *versions)
    }

    /// Says that nothing was written, and of which fields what was chosen holds no more.
    fn tell_dropped(&mut self, dropped: &[Key], before: &[Conflict]) {
        let name = |of: &Key| {
            let known = before.iter().chain(&self.conflicts).find(|conflict| key(conflict) == *of);
            known.map_or_else(|| of.1.clone(), |known| format!("{} ({})", label(known), whose(known)))
        };
        let names: Vec<String> = dropped.iter().map(name).collect();
        let field = dropped.first().map(|(_, field)| field.clone()).unwrap_or_default();
        let told = Problem::error(field, "conflict-dropped").with("fields", names.join(", "));
        self.problems.retain(|problem| problem.id == "conflict-dropped" && *problem != told);
        self.problems.push(told);
    }

    /// Why the desk wrote nothing. Where other versions stand against each other than it was chosen among, they are read and
    /// chosen again; what else was chosen stays.
    pub(super) fn refused(&mut self, problems: Vec<Problem>) -> Action {
        let about = self.deciding.take();
        let stale = problems
            .iter()
            .filter(|problem| ["conflict-changed", "conflict-none"].contains(&problem.id.as_str()));
        let dropped: Vec<Key> = stale.filter_map(|problem| Some((about?, problem.field.clone()))).collect();
        self.problems = problems;
        if dropped.is_empty() {
            return Action::None;
        }
        self.chosen.retain(|of, _| !dropped.contains(of));
        self.marked = None;
        self.tell_dropped(&dropped, &[]);
        Action::Load
    }
}
