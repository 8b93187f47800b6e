//! The action for failure to act (Untätigkeitsklage, § 75 VwGO): what is waited for, what came in from the court, and that it is
//! over. Computes no date; an action stops no deadline.

use super::{Case, CaseEvent, Stage};
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
    /// When it came in here.
    pub received_on: NaiveDate,
    /// The court's file number: `1 K 2345/26`.
    pub file_number: String,
    /// Who sues.
    pub by: String,
    /// What it says, in short.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// What it was about when it was entered.
    #[serde(flatten)]
    pub waiting: Waiting,
}

/// An action for failure to act, and how it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suit {
    /// What came in.
    pub sued: Sued,
    /// How it ended, in words, and when that was entered.
    pub ended: Option<(String, NaiveDate)>,
}

/// What the fold keeps of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Suits(Vec<Suit>);

impl Suits {
    /// Takes in the next event.
    pub fn take(&mut self, event: &CaseEvent) {
        match event {
            CaseEvent::InactionSued(sued) => self.0.push(Suit { sued: (**sued).clone(), ended: None }),
            CaseEvent::InactionEnded { reason, ended_on } => {
                if let Some(open) = self.0.iter_mut().rfind(|suit| suit.ended.is_none()) {
                    open.ended = Some((reason.clone(), *ended_on));
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

    /// On what a decision is missing: on an objection that is open here, else on the application.
    pub fn waiting(&self) -> Option<Waiting> {
        let of_objection = self.open_objection().filter(|filed| {
            let notice = self.objected(filed).and_then(|act| act.notice);
            filed.objection.remedy == Remedy::Objection && filed.objection.is_open_by(notice)
        });
        if let Some(filed) = of_objection {
            return Some(Waiting { waits_for: WaitsFor::Objection, since: filed.objection.received_on });
        }
        let undecided = self.decisions.is_empty() && self.stage() == Stage::Filed;
        undecided.then(|| self.applied())
    }

    /// The application, decided or not.
    pub fn applied(&self) -> Waiting {
        Waiting { waits_for: WaitsFor::Application, since: self.opened.received_on }
    }
}
