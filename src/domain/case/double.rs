//! Whether a case is the same matter as an older one, entered twice because two desks did not see each other. Finds none.

use super::Case;
use crate::domain::fold::{Past, Register};
use crate::domain::id::CaseId;
use std::collections::BTreeMap;

/// What was said about each older case; nothing where the case was reopened since.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Doubles(BTreeMap<CaseId, Register<Option<bool>>>);

impl Doubles {
    /// Takes in that somebody said it.
    pub fn judged(&mut self, other: CaseId, double: bool, past: Past<'_>) {
        self.0.entry(other).or_default().write(Some(double), past);
    }

    /// Takes in that the case goes on after all.
    pub fn reopened(&mut self, past: Past<'_>) {
        for judged in self.0.values_mut().filter(|judged| judged.get() == Some(&Some(true))) {
            judged.write(None, past);
        }
    }
}

impl Case {
    /// What was said: whether it is the same matter as the older case. Nothing where nobody said it, or two desks differ.
    pub fn judged_double(&self, other: CaseId) -> Option<bool> {
        let judged = self.doubles.0.get(&other).filter(|judged| judged.conflict().is_empty())?;
        judged.get().copied().flatten()
    }

    /// Older cases that are the same matter and go on in its place.
    pub fn double_of(&self) -> impl Iterator<Item = CaseId> {
        self.doubles.0.keys().copied().filter(|other| self.judged_double(*other) == Some(true))
    }
}
