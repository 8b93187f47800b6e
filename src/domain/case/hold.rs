//! What keeps a case from being destroyed although its term is over, and the day from which the term counts. Destroys nothing.

use super::{Case, CaseEvent, Stage};
use crate::domain::event::Payload;
use crate::domain::fold::{Past, Register};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Why a case is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hold {
    /// Somebody still needs it: a dispute, an audit, a request for information.
    Legal,
    /// It is offered to the archive (Anbietung), or the archive has chosen it.
    Archive,
}

impl Hold {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Legal, Self::Archive];

    /// The name in events, on the command line and in message ids.
    pub fn name(self) -> &'static str {
        match self {
            Self::Legal => "legal",
            Self::Archive => "archive",
        }
    }
}

/// What the fold keeps of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Holds(BTreeMap<Hold, Register<Option<String>>>);

impl Holds {
    pub fn take(&mut self, event: &CaseEvent, past: Past<'_>) {
        match event {
            CaseEvent::HoldSet { hold, reason, .. } => {
                self.0.entry(*hold).or_default().write(Some(reason.clone()), past);
            }
            CaseEvent::HoldLifted { hold, .. } => self.0.entry(*hold).or_default().write(None, past),
            _ => {}
        }
    }
}

impl Case {
    /// What keeps it, and why. Where one desk set what another lifted without seeing it, it keeps.
    pub fn holds(&self) -> Vec<(Hold, &str)> {
        fn text(register: &Register<Option<String>>) -> Option<&str> {
            let mut versions = register.conflict().into_iter().filter_map(|(reason, _)| reason.as_deref());
            versions.next().or_else(|| register.get()?.as_deref())
        }
        self.holds.0.iter().filter_map(|(hold, register)| Some((*hold, text(register)?))).collect()
    }

    /// The day of what its term counts from, where somebody has entered it; what was entered last.
    pub fn term_begun(&self) -> Option<NaiveDate> {
        self.timeline.iter().rev().find_map(|event| match &event.payload {
            Payload::Known(CaseEvent::TermBegun { began_on, .. }) => Some(*began_on),
            _ => None,
        })
    }

    /// The last day on which it was closed, or judged to be another case entered twice; nothing while it is open.
    pub fn closed_on(&self) -> Option<NaiveDate> {
        let ended = self.timeline.iter().filter_map(|event| match &event.payload {
            Payload::Known(CaseEvent::Closed { closed_on, .. }) => Some(*closed_on),
            Payload::Known(CaseEvent::DoubleJudged { double: true, judged_on, .. }) => Some(*judged_on),
            _ => None,
        });
        ended.max().filter(|_| self.stage() == Stage::Closed)
    }
}
