//! After the decision: how it was notified, what was filed against it, and what became of that. Computes no date.

use super::{Case, CaseEvent};
use crate::domain::decision::{Notice, Remedy};
use crate::domain::fold::Past;
use crate::domain::id::EventRef;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How a decision reaches whom it is for (Bekanntgabe, § 41 VwVfG, § 122 AO; Zustellung, LZG NRW).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// By post: deemed notified some days after posting.
    Post,
    /// By post, and it arrived on another day or that is in doubt: the day that is proved.
    Arrived,
    /// Handed over, against a signed receipt.
    Hand,
    /// Acknowledged in writing (Empfangsbekenntnis).
    Acknowledged,
    /// Served by the post with a record (Postzustellungsurkunde).
    Served,
}

impl Way {
    /// All of them, the usual one first.
    pub const ALL: [Self; 5] = [Self::Post, Self::Hand, Self::Acknowledged, Self::Served, Self::Arrived];

    /// The step of an explanation that tells it.
    pub fn step(self) -> &'static str {
        match self {
            Self::Post => "notified-post",
            Self::Arrived => "notified-arrived",
            Self::Hand => "notified-hand",
            Self::Acknowledged => "notified-acknowledged",
            Self::Served => "notified-served",
        }
    }

    /// The name in events, on the command line and in message ids.
    pub fn name(self) -> &'static str {
        match self {
            Self::Post => "post",
            Self::Arrived => "arrived",
            Self::Hand => "hand",
            Self::Acknowledged => "acknowledged",
            Self::Served => "served",
        }
    }
}

/// A notification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notified {
    /// How.
    pub way: Way,
    /// Of a letter by post, the day it was given to the post; else the day it was received.
    pub on: NaiveDate,
    /// Of a letter by post that arrived on a day that is known: the day on which it was posted. Without it, as in what was
    /// entered before it was asked for, the day of arrival counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub posted_on: Option<NaiveDate>,
    /// What proves it, in words: who signed, the number of the record.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub proof: String,
}

/// What was filed against a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// Objection (Widerspruch) or action (Klage).
    pub remedy: Remedy,
    /// When it came in.
    pub received_on: NaiveDate,
    /// What it says, in short.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// What becomes of an objection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Settled {
    /// It is right: the decision is lifted and taken anew (Abhilfe, § 72 VwGO).
    Remedied,
    /// It is passed to whoever decides it (§ 73 VwGO).
    PassedOn,
    /// It was taken back.
    TakenBack,
    /// It was decided and the decision stands.
    Rejected,
}

impl Settled {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Remedied, Self::PassedOn, Self::TakenBack, Self::Rejected];

    /// The name in events, on the command line and in message ids.
    pub fn name(self) -> &'static str {
        match self {
            Self::Remedied => "remedied",
            Self::PassedOn => "passed_on",
            Self::TakenBack => "taken_back",
            Self::Rejected => "rejected",
        }
    }

    /// Whether nothing more is to be done about it here.
    pub fn ends(self) -> bool {
        self != Self::PassedOn
    }
}

/// An objection and what became of it so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filed {
    /// What.
    pub objection: Objection,
    /// What became of it, why, and when; the last word.
    pub settled: Option<(Settled, String, NaiveDate)>,
}

/// What is told to whom the decision is for.
#[derive(Debug, Clone, PartialEq)]
enum Told {
    Decided(EventRef),
    Notified(Notified),
}

/// What the fold keeps of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Remedies {
    /// Decisions and notifications, in canonical order.
    told: Vec<Told>,
    filed: Vec<Filed>,
    /// Decisions that were lifted, and when.
    lifted: Vec<(EventRef, NaiveDate)>,
}

impl Remedies {
    /// Takes in the next event; `decisions` are those that stand before it.
    pub fn take(&mut self, event: &CaseEvent, decisions: &[super::Decision], past: Past<'_>) {
        match event {
            CaseEvent::Decided { .. } | CaseEvent::ApprovalDeemed { .. } => {
                self.told.push(Told::Decided(past.id));
            }
            CaseEvent::Notified(notified) => self.told.push(Told::Notified(notified.clone())),
            CaseEvent::ObjectionReceived(objection) => {
                self.filed.push(Filed { objection: objection.clone(), settled: None });
            }
            CaseEvent::ObjectionSettled { how, reason, settled_on } => {
                if let Some(open) = self.filed.iter_mut().rfind(|filed| filed.is_open()) {
                    open.settled = Some((*how, reason.clone(), *settled_on));
                    if *how == Settled::Remedied {
                        let seen = decisions.iter().map(|decision| decision.event);
                        let seen = seen.filter(|decision| past.saw(*decision));
                        self.lifted.extend(seen.map(|decision| (decision, *settled_on)));
                    }
                }
            }
            _ => {}
        }
    }

    /// Decisions that were lifted because an objection was right.
    pub fn lifted(&self) -> &[(EventRef, NaiveDate)] {
        &self.lifted
    }
}

impl Objection {
    /// Whether it is open against a decision with this notice. Against one without a notice nobody here says which is.
    pub fn is_open_by(&self, notice: Option<&Notice>) -> bool {
        notice.is_none_or(|notice| notice.remedy == self.remedy)
    }
}

impl Filed {
    /// Whether something is still to be done about it.
    pub fn is_open(&self) -> bool {
        self.settled.as_ref().is_none_or(|(how, _, _)| !how.ends())
    }
}

impl Case {
    /// How the last decision was notified. A decision taken anew is notified anew; one that does not count takes nothing back.
    pub fn notified(&self) -> Option<&Notified> {
        let stands = |event: &EventRef| self.decisions.iter().any(|decision| decision.event == *event);
        let last = self.remedies.told.iter().rfind(|told| match told {
            Told::Decided(event) => stands(event),
            Told::Notified(_) => true,
        });
        match last {
            Some(Told::Notified(notified)) if !self.decisions.is_empty() => Some(notified),
            _ => None,
        }
    }

    /// Whether a decision was lifted because an objection was right: then it is taken anew.
    pub fn was_lifted(&self) -> bool {
        !self.remedies.lifted().is_empty()
    }

    /// What was filed against decisions, in canonical order.
    pub fn objections(&self) -> &[Filed] {
        &self.remedies.filed
    }

    /// An objection about which something is still to be done.
    pub fn open_objection(&self) -> Option<&Filed> {
        self.objections().iter().rfind(|filed| filed.is_open())
    }
}
