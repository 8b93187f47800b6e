//! The action for failure to act (Untätigkeitsklage, § 75 VwGO): what is waited for, what came in from the court, and that it is
//! over. Computes no date; an action stops no deadline.

use super::{AtCourt, Case, CaseEvent, Decision, Filed, Settled, Stage};
use crate::domain::decision::Remedy;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// On what nothing has been decided (§ 75 sentence 1 VwGO).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WaitsFor {
    /// On the application.
    Application,
    /// On an objection.
    Objection,
}

/// What is waited for, and since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// On what a decision is missing.
    pub waits_for: WaitsFor,
    /// The day on which that came in.
    pub since: NaiveDate,
}

/// An action for failure to act, as the court served it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sued {
    /// When the court served it here.
    pub received_on: NaiveDate,
    /// Where it lies and who sues.
    #[serde(flatten)]
    pub court: AtCourt,
    /// What it says, in short.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// What it was about when it was entered.
    #[serde(flatten)]
    pub waiting: Waiting,
}

impl Sued {
    /// The day by which it is judged: on which it was filed, else on which it came here.
    pub fn brought_on(&self) -> NaiveDate {
        self.court.brought_on(self.received_on)
    }
}

/// An action for failure to act, and how it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suit {
    /// What came in.
    pub sued: Sued,
    /// How it ended, in words, and when that was entered.
    pub ended: Option<(Settled, String, NaiveDate)>,
}

/// What the fold keeps of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Suits(Vec<Suit>);

impl Suits {
    /// Takes in the next event.
    pub fn take(&mut self, event: &CaseEvent) {
        match event {
            CaseEvent::InactionSued(sued) => self.0.push(Suit { sued: (**sued).clone(), ended: None }),
            CaseEvent::InactionEnded { how, reason, ended_on } => {
                if let Some(open) = self.0.iter_mut().rfind(|suit| suit.ended.is_none()) {
                    open.ended = Some((*how, reason.clone(), *ended_on));
                }
            }
            _ => {}
        }
    }
}

impl Case {
    /// Actions for failure to act, in canonical order.
    pub fn suits(&self) -> &[Suit] {
        &self.suits.0
    }

    /// The one that is not over.
    pub fn open_suit(&self) -> Option<&Suit> {
        self.suits().iter().rfind(|suit| suit.ended.is_none())
    }

    /// On what a decision is missing: on an objection that is open here, the applicant's own before the oldest of others, else on the
    /// application.
    pub fn waiting(&self) -> Option<Waiting> {
        let open = || {
            self.open_objections().filter(|filed| {
                let notice = self.objected(filed).and_then(|act| act.notice);
                filed.objection.is_open_by(notice)
            })
        };
        let own = open().filter(|filed| filed.objection.by.is_none()).last();
        if let Some(filed) = own.or_else(|| open().next()) {
            return Some(Waiting { waits_for: WaitsFor::Objection, since: filed.objection.received_on });
        }
        let undecided = self.decisions.is_empty() && self.stage() == Stage::Filed;
        undecided.then(|| self.applied())
    }

    /// On what a decision was missing on a day: what waits still; else what was settled, or decided and told, on that day or later,
    /// for suing and deciding cross. `told` is the day on which a decision took effect (§ 43 (1) VwVfG), nothing where nobody was told.
    ///
    /// Errors: all of it was decided before; on this day.
    pub fn waited_on(
        &self,
        day: NaiveDate,
        told: impl Fn(&Decision) -> Option<NaiveDate>,
    ) -> Result<Waiting, NaiveDate> {
        let settled: Vec<(&Filed, NaiveDate)> = self
            .objections()
            .iter()
            .filter(|filed| filed.objection.remedy == Remedy::Objection)
            .filter_map(|filed| Some((filed, filed.settled.as_ref()?.2)))
            .collect();
        let objection = settled
            .iter()
            .rfind(|(filed, on)| filed.objection.received_on <= day && *on >= day)
            .map(|(filed, _)| filed.objection.received_on)
            .map(|since| Waiting { waits_for: WaitsFor::Objection, since });
        let decided = self.decisions.iter().filter_map(told).min();
        let application = || decided.is_none_or(|on| on >= day).then(|| self.applied());
        let waiting = self.waiting().filter(|waiting| waiting.since <= day);
        let last = settled.iter().map(|(_, on)| *on).max();
        waiting.or(objection).or_else(application).ok_or_else(|| last.or(decided).unwrap_or(day))
    }

    /// The last that was waited for, decided or not.
    pub fn last_waited(&self) -> Waiting {
        let of_objection =
            self.objections().iter().rfind(|filed| filed.objection.remedy == Remedy::Objection);
        let since =
            |filed: &Filed| Waiting { waits_for: WaitsFor::Objection, since: filed.objection.received_on };
        of_objection.map_or_else(|| self.applied(), since)
    }

    /// Whether an action for failure to act is taken in: where none is open and the service decides something, or somebody
    /// objected. Which day it was brought on, and what follows from it, is judged then.
    pub fn takes_suit(&self, decides: bool) -> bool {
        let has_to_decide = decides || !self.decisions.is_empty() || !self.objections().is_empty();
        self.open_suit().is_none() && has_to_decide
    }

    /// The application, decided or not.
    pub fn applied(&self) -> Waiting {
        Waiting { waits_for: WaitsFor::Application, since: self.opened.received_on }
    }
}
