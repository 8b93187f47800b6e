//! What was told of a case to whom (§ 14 (8) GewO): packages made for receiving bodies, sent, acknowledged, withdrawn.
//! Knows neither who has to be told nor what a package says.

use super::{Case, CaseEvent};
use crate::domain::fold::Past;
use crate::domain::id::{Digest, EventRef, NoticeId};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Packages that exist from now on, all made at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Packages {
    /// Identity of all of them together.
    pub notice: NoticeId,
    /// For whom, by the body's id in the matrix.
    pub bodies: BTreeMap<String, Package>,
    /// The day that they bear.
    pub prepared_on: NaiveDate,
}

/// What a package for one body is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Package {
    /// Digest of the answers in it: another one means that the body has to be told again.
    pub content: Digest,
    /// The notice that it corrects, which the body has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrects: Option<NoticeId>,
    /// Why the body is told, where somebody chose it and no answer does.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// What became of packages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    /// Of which.
    pub notice: NoticeId,
    /// For whom.
    pub bodies: Vec<String>,
    /// What.
    pub step: NoticeStep,
    /// When.
    pub on: NaiveDate,
    /// What is to be said to it: the body's own number, the reason of a withdrawal.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// What can become of a package.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeStep {
    /// It left the office.
    Sent,
    /// The body has it.
    Acknowledged,
    /// It does not count.
    Withdrawn,
}

impl NoticeStep {
    /// The name in events, on the command line and in message ids.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Acknowledged => "acknowledged",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// A package for one body, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyNotice {
    /// Which.
    pub notice: NoticeId,
    /// The event that it came with.
    pub event: EventRef,
    /// For whom.
    pub body: String,
    /// What it is.
    pub package: Package,
    /// The day that it bears.
    pub prepared_on: NaiveDate,
    /// The moment that its message bears.
    pub made_at: DateTime<Utc>,
    /// What became of it: the day, and what was said to it.
    pub noted: BTreeMap<NoticeStep, (NaiveDate, String)>,
}

impl BodyNotice {
    /// The day that a step was taken.
    pub fn on(&self, step: NoticeStep) -> Option<NaiveDate> {
        self.noted.get(&step).map(|(on, _)| *on)
    }

    /// Whether it left the office, and counts.
    pub fn is_out(&self) -> bool {
        let noted = |step| self.noted.contains_key(&step);
        (noted(NoticeStep::Sent) || noted(NoticeStep::Acknowledged)) && !noted(NoticeStep::Withdrawn)
    }

    /// Whether it was made and neither sent nor withdrawn.
    pub fn waits(&self) -> bool {
        self.noted.is_empty()
    }
}

/// What the fold keeps of it, in canonical order.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Notices(Vec<BodyNotice>);

impl Notices {
    pub fn take(&mut self, event: &CaseEvent, past: Past<'_>, at: DateTime<Utc>) {
        match event {
            CaseEvent::NoticesPrepared(prepared) => {
                for (body, package) in &prepared.bodies {
                    self.0.push(BodyNotice {
                        notice: prepared.notice,
                        event: past.id,
                        body: body.clone(),
                        package: package.clone(),
                        prepared_on: prepared.prepared_on,
                        made_at: at,
                        noted: BTreeMap::new(),
                    });
                }
            }
            CaseEvent::NoticesNoted(noted) => {
                let concerned = self.0.iter_mut();
                for known in concerned.filter(|n| n.notice == noted.notice && noted.bodies.contains(&n.body))
                {
                    let _ = known.noted.entry(noted.step).or_insert((noted.on, noted.note.clone()));
                }
            }
            _ => {}
        }
    }
}

impl Case {
    /// Everything that was made for receiving bodies, in canonical order.
    pub fn notices(&self) -> &[BodyNotice] {
        &self.notices.0
    }

    /// The newest package that a body has.
    pub fn notice_out(&self, body: &str) -> Option<&BodyNotice> {
        self.notices().iter().rfind(|notice| notice.body == body && notice.is_out())
    }

    /// The package for a body that waits to be sent: the newest one, if nothing went out after it.
    pub fn notice_waiting(&self, body: &str) -> Option<&BodyNotice> {
        self.notices().iter().rfind(|notice| notice.body == body).filter(|notice| notice.waits())
    }
}

#[cfg(test)]
mod tests;
