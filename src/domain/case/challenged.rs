//! Whether what was told is still challenged once its period has run. Computes no date.

use super::{Act, Case, Filed, Settled};
use crate::domain::decision::Remedy;
use crate::domain::remedy::Remedied;
use chrono::NaiveDate;

/// How a decision or revocation stands, beside the days that run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Challenged {
    /// Nothing came that could keep it from becoming final.
    No,
    /// Something is open against it.
    Open,
    /// An objection was rejected on that day: an action is possible from the service of that (§ 74 (1) VwGO), which nobody here knows.
    Rejected(NaiveDate),
    /// An action against it is over: when it is final the court says.
    Judged,
}

impl Case {
    /// What came against an act whose period ends so. An action that follows an objection has a period of its own, so it counts
    /// whenever it came.
    pub fn challenged(&self, act: Act<'_>, ends: &Remedied) -> Challenged {
        let filed = || self.objections().iter().filter(|filed| filed.against == Some(act.event));
        let is_named = |filed: &Filed| filed.objection.is_open_by(act.notice);
        let in_time = |filed: &Filed| ends.in_time(filed.objection.brought_on());
        let was_heard = |one: &&Filed| !is_action(one) && is_named(one) && in_time(one);
        let rejected = filed().rev().filter(was_heard).find_map(|one| match &one.settled {
            Some((Settled::Rejected, _, on)) => Some(*on),
            _ => None,
        });
        let has_own_period = |one: &&Filed| is_action(one) && (rejected.is_some() || !is_named(one));
        let counts = |one: &&Filed| (is_named(one) && in_time(one)) || has_own_period(one);
        let (open, over): (Vec<_>, Vec<_>) = filed().filter(counts).partition(|filed| filed.is_open());
        if !open.is_empty() {
            Challenged::Open
        } else if over.into_iter().any(is_action) {
            Challenged::Judged
        } else {
            rejected.map_or(Challenged::No, Challenged::Rejected)
        }
    }
}

fn is_action(filed: &Filed) -> bool {
    filed.objection.remedy == Remedy::Action
}
