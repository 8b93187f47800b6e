//! Whether what was told is still challenged once its period has run. Computes no date.

use super::{Act, Case, Filed, Objection, Ruled, Settled};
use crate::domain::decision::Remedy;
use crate::domain::id::EventRef;
use crate::domain::remedy::Remedied;
use chrono::NaiveDate;

/// How a decision or revocation stands, beside the days that run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Challenged {
    /// Nothing came that could keep it from becoming final.
    No,
    /// Something is open against it.
    Open,
    /// An objection was rejected on that day by what is not in the case: an action is possible from its service (§ 74 (1) VwGO), which
    /// nobody here knows.
    Rejected(NaiveDate),
    /// It was decided about an objection: the period runs from the service of that, and so what it is in its form becomes final.
    Ruled(EventRef),
    /// What was decided about an objection was not served formally (§ 73 (3) sentence 2 VwGO): whether the period runs nobody can say.
    Unserved,
    /// An action against it is over: when it is final the court says.
    Judged,
}

impl Objection {
    /// Whether it was brought in a period that runs from the notification of whoever applied; nothing where it is somebody else's, whose
    /// period runs only once the decision was made known to them (§ 70 (1) VwGO).
    pub fn in_time(&self, ends: &Remedied) -> Option<bool> {
        self.by.is_none().then(|| ends.in_time(self.brought_on()))
    }
}

impl Case {
    /// Whether what was filed is somebody else's than whoever applied. What counts as granted nobody objects to who applied for it.
    pub fn is_of_another(&self, filed: &Filed) -> bool {
        let by_law = |act: Act<'_>| act.revocation.is_none() && act.ruling.is_none() && act.decision.deemed;
        let objects = filed.objection.remedy == Remedy::Objection;
        filed.objection.by.is_some() || objects && self.objected(filed).is_some_and(by_law)
    }

    /// What came against an act whose period ends so. What somebody else filed counts whenever it came, whatever the notice names: it was
    /// not written to them. An action that follows an objection has a period of its own, so it counts
    /// whenever it came.
    pub fn challenged(&self, act: Act<'_>, ends: &Remedied) -> Challenged {
        if let Some(ruled) = act.ruling {
            return self.challenged_ruling(ruled, ends);
        }
        let filed = || self.objections().iter().filter(|filed| filed.against == Some(act.event));
        let of_another = |filed: &Filed| filed.objection.by.is_some();
        let is_named = |filed: &Filed| of_another(filed) || filed.objection.is_open_by(act.notice);
        let in_time = |filed: &Filed| filed.objection.in_time(ends).unwrap_or(true);
        let was_heard = |one: &&Filed| !is_action(one) && is_named(one) && in_time(one);
        let rejected = filed().rev().filter(was_heard).find_map(|one| match &one.settled {
            Some((Settled::Rejected, _, on)) => Some(*on),
            _ => None,
        });
        let has_own_period = |one: &&Filed| is_action(one) && (rejected.is_some() || !is_named(one));
        let counts = |one: &&Filed| (is_named(one) && in_time(one)) || has_own_period(one);
        let (open, over): (Vec<_>, Vec<_>) = filed().filter(counts).partition(|filed| filed.is_open());
        let ruled = self.form_of(act.event).map(|ruled| ruled.event);
        if !open.is_empty() {
            Challenged::Open
        } else if let Some(ruled) = ruled {
            Challenged::Ruled(ruled)
        } else if over.into_iter().any(is_action) {
            Challenged::Judged
        } else {
            rejected.map_or(Challenged::No, Challenged::Rejected)
        }
    }

    /// The same of what was decided about an objection: actions in time, objections of somebody else that are open still, and what is
    /// filed against the decision about one of them.
    fn challenged_ruling(&self, ruled: &Ruled, ends: &Remedied) -> Challenged {
        let of_it = |filed: &&Filed| {
            let against = [ruled.event, ruled.against];
            filed.against.is_some_and(|known| against.contains(&known))
        };
        let in_time = |filed: &&Filed| !is_action(filed) || filed.objection.in_time(ends).unwrap_or(true);
        let filed = self.objections().iter().filter(of_it).filter(in_time);
        let (open, over): (Vec<_>, Vec<_>) = filed.partition(|filed| filed.is_open());
        let way = self.notified_of(ruled.event).map(|notified| notified.way);
        let is_informal = way.is_some_and(|way| !way.is_service());
        let beside = |known: &&Ruled| known.against == ruled.against && known.event != ruled.event;
        let mut beside = self.rulings().iter().filter(beside);
        let is_sued_beside = beside.any(|known| self.all_open().any(|one| one.against == Some(known.event)));
        if !open.is_empty() || is_sued_beside {
            Challenged::Open
        } else if over.into_iter().any(is_action) {
            Challenged::Judged
        } else if ruled.is_served() && is_informal {
            Challenged::Unserved
        } else {
            Challenged::No
        }
    }
}

fn is_action(filed: &Filed) -> bool {
    filed.objection.remedy == Remedy::Action
}

#[cfg(test)]
mod tests;
