//! After the decision: how it was notified, what was filed against it, and what became of that. Computes no date.

use super::settlement::{Entry, Undone};
use super::{Annulled, AtCourt, Case, CaseEvent, Decision, Ruled, Settled};
use crate::domain::decision::{Notice, Remedy};
use crate::domain::fold::Past;
use crate::domain::id::{EventRef, UserId};
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

    /// Whether it is a formal service (§§ 3, 5 VwZG): with a record, or against a receipt.
    pub fn is_service(self) -> bool {
        matches!(self, Self::Hand | Self::Acknowledged | Self::Served)
    }

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
    /// Of which decision; of what was told last where it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<EventRef>,
    /// What proves it, in words: who signed, the number of the record.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub proof: String,
}

/// What was filed against a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// Objection (Widerspruch) or action (Klage).
    pub remedy: Remedy,
    /// When it came in; of an action, when the court served it here.
    pub received_on: NaiveDate,
    /// What it says, in short.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Who filed it, where that is not whoever applied (Drittwiderspruch); of an action too, where [`AtCourt::by`] names the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Of an action, where it lies and who sues.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub court: Option<AtCourt>,
    /// Against which decision or revocation; against what was told last where it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<EventRef>,
}

/// An objection and what became of it so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filed {
    /// The event that received it.
    pub event: EventRef,
    /// What.
    pub objection: Objection,
    /// Against which decision or revocation: the one that it names, else the last that was told before.
    pub against: Option<EventRef>,
    /// What became of it, why, and when; the last word.
    pub settled: Option<(Settled, String, NaiveDate)>,
    /// What was lifted or changed by that, in words, where it is a part.
    pub part: String,
    /// The event that settled it.
    pub settled_by: Option<EventRef>,
}

/// What is told to whom the decision is for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Told {
    /// A decision, or that one is taken back or revoked.
    Act(EventRef),
    /// With what its writer had been told of: it is about the last of them that counts.
    Notified(Notified, Vec<EventRef>),
}

impl Told {
    fn act(&self) -> Option<EventRef> {
        match self {
            Self::Act(event) => Some(*event),
            Self::Notified(..) => None,
        }
    }
}

/// What was told last, against which something may be filed: a decision, or its revocation.
#[derive(Debug, Clone, Copy)]
pub struct Act<'a> {
    /// The event.
    pub event: EventRef,
    /// When it was decided.
    pub on: NaiveDate,
    /// The notice of legal remedy that its letter bears.
    pub notice: Option<&'a Notice>,
    /// The decision itself; of a revocation, what it takes back or revokes.
    pub decision: &'a Decision,
    /// The revocation, if it is one.
    pub revocation: Option<&'a Annulled>,
    /// The decision about an objection, if it is one.
    pub ruling: Option<&'a Ruled>,
}

/// What the fold keeps of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Remedies {
    /// Decisions and notifications, in canonical order.
    pub(super) told: Vec<Told>,
    pub(super) filed: Vec<Filed>,
    /// Decisions that were lifted, when, and by which entry.
    pub(super) lifted: Vec<(EventRef, NaiveDate, EventRef)>,
    /// Which of what was told revokes a decision.
    pub(super) revoking: Vec<EventRef>,
    /// Decisions that were taken back so that it is decided anew.
    pub(super) anew: Vec<EventRef>,
    /// Revocations that were lifted, so that their decision stands again, when, and by which entry.
    pub(super) revivals: Vec<(EventRef, NaiveDate, EventRef)>,
    /// What lifted something that stood until then.
    pub(super) lifting: Vec<EventRef>,
    /// What became of what was filed, in canonical order.
    pub(super) entries: Vec<Entry>,
    /// Entries that count no more.
    pub(super) undone: Vec<Undone>,
}

impl Remedies {
    /// Takes in the next event; `decisions` are those that stand before it.
    pub fn take(&mut self, event: &CaseEvent, decisions: &[Decision], actor: UserId, past: Past<'_>) {
        match event {
            CaseEvent::Decided { .. } | CaseEvent::ApprovalDeemed { .. } => {
                self.told.push(Told::Act(past.id));
            }
            CaseEvent::DecisionRevoked(revoked) => {
                if revoked.revocation.anew {
                    self.anew.push(revoked.revocation.decision);
                }
                self.told.push(Told::Act(past.id));
                self.revoking.push(past.id);
            }
            CaseEvent::Notified(notified) => {
                // Whoever knew that it was taken back tells of something else.
                let fell = |act: &EventRef| {
                    let by =
                        self.undone.iter().filter(|known| known.entry == *act).find_map(|known| known.by);
                    by.is_some_and(|by| past.saw(by))
                };
                let named = notified.of.filter(|of| self.is_told(*of) && past.saw(*of));
                let seen = || self.acts().filter(|act| past.saw(*act) && !fell(act)).collect();
                let seen = named.map_or_else(seen, |of| vec![of]);
                self.told.push(Told::Notified(notified.clone(), seen));
            }
            CaseEvent::ObjectionReceived(objection) => {
                let named = objection.against.filter(|named| self.is_told(*named) && past.saw(*named));
                // Nobody objects to a decision about an objection (§ 68 (1) sentence 2 No. 2 VwGO).
                let is_open =
                    |act: &EventRef| objection.remedy == Remedy::Action || self.ruled_on(*act).is_none();
                let last = self.acts().rfind(|act| past.saw(*act) && !self.is_revived(*act) && is_open(act));
                let (event, against) = (past.id, named.or(last));
                let (objection, part) = (objection.clone(), String::new());
                self.filed.push(Filed { event, objection, against, settled: None, part, settled_by: None });
            }
            CaseEvent::ObjectionSettled(settlement) => self.settle(settlement, decisions, actor, past),
            CaseEvent::SettlementUndone { settlement, undone_on, .. } if past.saw(*settlement) => {
                self.undo(*settlement, *undone_on, Some(past.id));
            }
            _ => {}
        }
    }

    /// Decisions and revocations, in canonical order.
    fn acts(&self) -> impl DoubleEndedIterator<Item = EventRef> {
        self.told.iter().filter_map(Told::act)
    }

    fn is_told(&self, event: EventRef) -> bool {
        self.acts().any(|act| act == event)
    }

    /// When a decision was lifted because an objection was right.
    pub fn lifted_on(&self, decision: EventRef) -> Option<NaiveDate> {
        self.lifted.iter().find(|(event, _, _)| *event == decision).map(|(_, on, _)| *on)
    }

    /// The event that lifted a decision.
    pub fn lifted_by(&self, decision: EventRef) -> Option<EventRef> {
        self.lifted.iter().find(|(event, ..)| *event == decision).map(|(_, _, by)| *by)
    }

    /// Whether a revocation was lifted: nothing can be filed against it any more.
    fn is_revived(&self, event: EventRef) -> bool {
        self.revivals.iter().any(|(revoking, _, _)| *revoking == event)
    }

    /// Decisions that were lifted because an objection was right.
    pub fn lifted(&self) -> impl Iterator<Item = (EventRef, NaiveDate)> {
        self.lifted.iter().map(|(decision, on, _)| (*decision, *on))
    }

    /// Whether with this event something was lifted that stood until then: what is decided now is decided anew.
    pub fn lifts(&self, event: EventRef) -> bool {
        self.lifting.contains(&event)
    }

    /// Revocations that were lifted because an objection was right.
    pub fn revivals(&self) -> impl Iterator<Item = (EventRef, NaiveDate)> {
        self.revivals.iter().map(|(revoking, on, _)| (*revoking, *on))
    }
}

impl Objection {
    /// The day by which it is judged whether it came in time: an action was brought when the court got it.
    pub fn brought_on(&self) -> NaiveDate {
        self.court.as_ref().map_or(self.received_on, |court| court.brought_on(self.received_on))
    }

    /// Whether it is open against a decision with this notice. Against one without a notice nobody here says which is.
    pub fn is_open_by(&self, notice: Option<&Notice>) -> bool {
        notice.is_none_or(|notice| notice.remedy == self.remedy)
    }
}

impl Filed {
    /// Whether what it was filed against was lifted as a whole.
    pub fn is_lifted(&self) -> bool {
        self.part.is_empty() && self.settled.as_ref().is_some_and(|(how, _, _)| how.lifts())
    }

    /// Whether something is still to be done about it.
    pub fn is_open(&self) -> bool {
        self.settled.as_ref().is_none_or(|(how, _, _)| !how.ends())
    }
}

impl Case {
    /// What was told last and stands: a decision, or its revocation.
    pub fn act(&self) -> Option<Act<'_>> {
        self.remedies.acts().rev().find_map(|act| self.as_act(act))
    }

    /// A decision that was taken, a decision about an objection to it, or a revocation that stands; also a decision that was taken back
    /// and is decided anew.
    pub fn as_act(&self, event: EventRef) -> Option<Act<'_>> {
        let replaced = self.revocations().iter().map(|known| &known.of);
        if let Some(decision) = self.decisions.iter().chain(replaced).find(|known| known.event == event) {
            let (on, notice) = (decision.decided_on, decision.notice.as_ref());
            return Some(Act { event, on, notice, decision, revocation: None, ruling: None });
        }
        if let Some(ruled) = self.rulings().iter().find(|known| known.event == event) {
            let (on, notice) = (ruled.what.settled_on, ruled.ruling.notice.as_ref());
            return Some(Act {
                event,
                on,
                notice,
                decision: &ruled.of,
                revocation: None,
                ruling: Some(ruled),
            });
        }
        let revocation = self.revocations().iter().find(|known| known.event == event)?;
        let (on, notice) = (revocation.what.revoked_on, revocation.what.notice.as_ref());
        let (decision, revocation) = (&revocation.of, Some(revocation));
        Some(Act { event, on, notice, decision, revocation, ruling: None })
    }

    /// Everything that was told and against which something may be filed, the last first: revocations that stand, decisions of which
    /// something is left, and what was decided about an objection. What is filed may be about any of them.
    pub fn acts(&self) -> Vec<Act<'_>> {
        let told = self.remedies.acts().rev().filter_map(|act| self.as_act(act));
        let stands = |act: &Act<'_>| match act.ruling {
            Some(ruled) => {
                !ruled.is_served() || self.as_act(ruled.against).is_some_and(|of| self.is_left(&of))
            }
            None => self.is_left(act),
        };
        told.filter(stands).collect()
    }

    /// Whether something is left of what was decided.
    fn is_left(&self, act: &Act<'_>) -> bool {
        act.revocation.is_some() || !self.is_revoked(act.event)
    }

    /// What an objection is against, as far as it still stands.
    pub fn objected(&self, filed: &Filed) -> Option<Act<'_>> {
        self.as_act(filed.against?)
    }

    /// How what was told last was notified. A decision taken anew is notified anew, and so is its revocation.
    pub fn notified(&self) -> Option<&Notified> {
        self.notified_of(self.act()?.event)
    }

    /// How a decision or a revocation was notified, the last word. What does not count takes nothing to itself.
    pub fn notified_of(&self, act: EventRef) -> Option<&Notified> {
        let undone = |act: &EventRef| {
            self.remedies.undone.iter().any(|known| known.entry == *act && known.by.is_some())
        };
        let counts = |act: &EventRef| {
            self.as_act(*act).is_some() || self.revocations.counted(*act).is_some() || undone(act)
        };
        self.remedies.told.iter().rev().find_map(|told| match told {
            Told::Notified(notified, seen) => {
                (seen.iter().rfind(|act| counts(act)) == Some(&act)).then_some(notified)
            }
            Told::Act(_) => None,
        })
    }

    /// Whether a decision was lifted because an objection was right: then it is taken anew.
    pub fn was_lifted(&self) -> bool {
        self.remedies.lifted().next().is_some()
    }

    /// Whether what was asked for was decided before, and is decided anew.
    pub fn is_anew(&self) -> bool {
        self.was_lifted() || self.is_decided_anew()
    }

    /// What was filed against decisions, in canonical order.
    pub fn objections(&self) -> &[Filed] {
        &self.remedies.filed
    }

    /// An objection or an action about which something is still to be done.
    pub fn open_objection(&self) -> Option<&Filed> {
        self.objections().iter().rfind(|filed| filed.is_open())
    }

    /// What was filed and is open, in canonical order.
    pub fn all_open(&self) -> impl Iterator<Item = &Filed> {
        self.objections().iter().filter(|filed| filed.is_open())
    }

    /// The last of a kind about which something is still to be done.
    pub fn open_of(&self, remedy: Remedy) -> Option<&Filed> {
        self.objections().iter().rfind(|filed| filed.is_open() && filed.objection.remedy == remedy)
    }

    /// Whether an action is open at court, against a decision or for failure to act.
    pub fn is_sued(&self) -> bool {
        self.open_suit().is_some() || self.open_of(Remedy::Action).is_some()
    }
}
