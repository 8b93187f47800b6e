//! Until when a paper counts: what a revocation takes away holds until that takes effect. Knows no clock: whoever asks says
//! which day it is.

use super::{Annulled, Case};
use crate::domain::id::{EventRef, PaperId};
use crate::domain::procedure::Procedure;
use chrono::NaiveDate;

/// When a revocation takes effect: with its notification, or with the later day that it names (§ 43 (1), § 49 (4) VwVfG; § 124 (1),
/// § 131 (3) AO).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Effect {
    /// The first day on which what it takes away counts no more.
    pub on: NaiveDate,
    /// Since when it then does not count: a day before that where the paragraph reaches back and such a day is named.
    pub since: NaiveDate,
}

/// Whether a paper counts on a day; that another one replaced it is not asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Validity {
    /// It does, and nothing takes that away.
    Counts,
    /// It does, and will not from this day on; a day that is not known while nobody was notified of what takes it away.
    Falls(Option<NaiveDate>),
    /// It does not, since this day.
    Void(NaiveDate),
}

impl Case {
    /// When a revocation takes effect; nothing while nobody was notified of it.
    pub fn effect(&self, known: &Annulled, procedure: &Procedure) -> Option<Effect> {
        let (what, notified) = (&known.what, self.notified_of(known.event)?);
        let told = procedure.remedied(notified, what.notice.as_ref()).ok()?.notified_on;
        let on = what.from.map_or(told, |from| from.max(told));
        let since = what.from.filter(|_| what.clause.reaches_back()).unwrap_or(on);
        Some(Effect { on, since })
    }

    /// Whether a paper counts on a day. A duplicate counts as what it repeats.
    pub fn validity(&self, id: PaperId, procedure: &Procedure, today: NaiveDate) -> Validity {
        let Some(paper) = self.original(id) else { return Validity::Counts };
        if let Some(since) = paper.void {
            return Validity::Void(since);
        }
        let known = |event: &EventRef| self.revocations().iter().find(|known| known.event == *event);
        let effects = paper.falls.iter().filter_map(known).map(|known| self.effect(known, procedure));
        match effects.clone().flatten().min() {
            Some(effect) if effect.on <= today => Validity::Void(effect.since),
            Some(effect) => Validity::Falls(Some(effect.on)),
            None if effects.count() > 0 => Validity::Falls(None),
            None => Validity::Counts,
        }
    }

    /// The same, where no revocation falls on the paper: then nobody has to know the law of its service.
    pub fn validity_without_law(&self, id: PaperId) -> Option<Validity> {
        let Some(paper) = self.original(id) else { return Some(Validity::Counts) };
        paper.void.map(Validity::Void).or(paper.falls.is_empty().then_some(Validity::Counts))
    }
}
