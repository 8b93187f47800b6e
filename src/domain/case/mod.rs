//! A case: its state, folded from everything that happened to it. Decides nothing; `apply` cannot fail.

mod asked;
mod challenged;
mod clash;
mod correction;
mod court;
mod double;
mod event;
pub mod handover;
mod hold;
mod inaction;
mod money;
mod notice;
mod objector;
mod opening;
mod papers;
mod procedure;
mod questions;
mod remedy;
mod revoked;
mod settlement;
mod signing;
#[cfg(test)]
mod tests;
mod valid;

pub use asked::{ToAsk, ToLift};
pub use challenged::Challenged;
pub use clash::{Clash, ClashKind};
pub use correction::Corrected;
pub use court::{AtCourt, Settled};
pub use event::*;
pub use hold::Hold;
pub use inaction::{Sued, Suit, Waiting, WaitsFor};
pub use money::*;
pub use notice::{BodyNotice, Noted, NoticeStep, Package, Packages};
pub use opening::*;
pub use papers::{Cancelling, FreeLetter, Issued, Paper, SignedCopy};
pub use procedure::{Draft, Extended, Ground, Hearing, Requested, Statement};
pub use remedy::{Act, Filed, Notified, Objection, Way};
pub use revoked::{Annulled, Fate, Intended, Revocation, Revoked};
pub use settlement::{Lowered, Ruled, Ruling, Settlement};
pub use signing::Prepared;
use signing::Signing;
pub use valid::{Effect, Validity};

use super::decision::{Levied, Notice};
use super::event::{Payload, Recorded};
use super::fold::{Ordered, Past, Register};
use super::id::{CaseId, ChargeId, Digest, EventRef, FollowUpId, PersonId, UserId};
use chrono::NaiveDate;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Somebody who belongs to a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linked {
    /// Who.
    pub person: PersonId,
    /// As what.
    pub part: String,
    /// How they appear.
    pub appears_as: AppearsAs,
    /// What proved who they are.
    pub seen: Option<String>,
}

/// A fee and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Charge {
    /// The fee.
    pub fee: Charged,
    /// The reason it is not asked for.
    pub waived: Option<String>,
    /// Whether it rested on answers that were wrong and is owed no more.
    pub withdrawn: bool,
}

/// A file that belongs to a case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Attachment {
    /// Its content.
    pub blob: Digest,
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media: String,
    /// Bytes.
    pub size: u64,
    /// The document it is.
    pub document: Option<String>,
}

/// A follow-up (Wiedervorlage).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// When.
    pub due_on: NaiveDate,
    /// Of what.
    pub text: String,
    /// Whether it has served.
    pub done: bool,
}

/// A decision as it was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What.
    pub outcome: Outcome,
    /// Why.
    pub reasons: String,
    /// Conditions.
    pub conditions: Vec<String>,
    /// Amounts that it set.
    pub levies: Vec<Levied>,
    /// The notice of legal remedy.
    pub notice: Option<Notice>,
    /// When.
    pub decided_on: NaiveDate,
    /// By whom.
    pub by: UserId,
    /// The event.
    pub event: EventRef,
    /// Whether nobody decided: what was asked for is granted by law since `decided_on` (§ 42a (1) VwVfG).
    pub deemed: bool,
}

/// How far a case has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Filed; something is to be done.
    Filed,
    /// Decided; not yet closed.
    Decided,
    /// Nothing more is to be done.
    Closed,
}

impl Stage {
    /// The stage's name in read tables and message ids.
    pub fn name(self) -> &'static str {
        match self {
            Self::Filed => "filed",
            Self::Decided => "decided",
            Self::Closed => "closed",
        }
    }
}

/// A case (Vorgang).
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Identity.
    pub id: CaseId,
    /// How it began.
    pub opened: Opened,
    /// Who filed it.
    pub filed_by: UserId,
    answers: BTreeMap<String, Register<Value>>,
    /// Who belongs to it, by part and person.
    pub persons: BTreeMap<(String, PersonId), Linked>,
    /// Documents that were seen or brought and are of use, with the first day.
    pub documents: BTreeMap<String, NaiveDate>,
    /// Files.
    pub attachments: BTreeSet<Attachment>,
    assigned: Register<Option<UserId>>,
    /// Reminders.
    pub follow_ups: BTreeMap<FollowUpId, FollowUp>,
    /// Fees.
    pub charges: BTreeMap<ChargeId, Charge>,
    /// Receipts, by number.
    pub receipts: BTreeMap<String, Receipt>,
    /// Papers, in the order in which they were issued.
    pub papers: Vec<Paper>,
    /// Decisions; more than one only where desks did not see each other.
    pub decisions: Vec<Decision>,
    closed: Register<bool>,
    doubles: double::Doubles,
    handovers: handover::Handovers,
    clashes: clash::Clashes,
    holds: hold::Holds,
    proceedings: procedure::Proceedings,
    notices: notice::Notices,
    remedies: remedy::Remedies,
    suits: inaction::Suits,
    revocations: revoked::Revocations,
    rulings: settlement::Rulings,
    /// Everything that happened, in canonical order.
    pub timeline: Vec<Recorded<CaseEvent>>,
    /// Whether an event is here that a later version wrote ("Aktualisierung nötig").
    pub needs_update: bool,
    /// Parents of the next event.
    pub heads: Vec<EventRef>,
}

impl Case {
    /// State from all events of the case; `None` until its opening has arrived.
    pub fn fold(id: CaseId, events: &[Recorded<CaseEvent>]) -> Option<Self> {
        let ordered = Ordered::new(events);
        let (opened, filed_by) = ordered.iter().find_map(|(event, _)| match &event.payload {
            Payload::Known(CaseEvent::CaseOpened(opened)) => Some(((**opened).clone(), event.actor)),
            _ => None,
        })?;
        let mut case = Self {
            id,
            opened,
            filed_by,
            answers: BTreeMap::new(),
            persons: BTreeMap::new(),
            documents: BTreeMap::new(),
            attachments: BTreeSet::new(),
            assigned: Register::default(),
            follow_ups: BTreeMap::new(),
            charges: BTreeMap::new(),
            receipts: BTreeMap::new(),
            papers: Vec::new(),
            decisions: Vec::new(),
            closed: Register::default(),
            doubles: double::Doubles::default(),
            handovers: handover::Handovers::default(),
            clashes: clash::Clashes::default(),
            holds: hold::Holds::default(),
            proceedings: procedure::Proceedings::default(),
            notices: notice::Notices::default(),
            remedies: remedy::Remedies::default(),
            suits: inaction::Suits::default(),
            revocations: revoked::Revocations::default(),
            rulings: settlement::Rulings::default(),
            timeline: Vec::new(),
            needs_update: false,
            heads: ordered.heads(),
        };
        for (event, past) in ordered.iter() {
            match &event.payload {
                Payload::Known(what) => {
                    case.handovers.apply(what, event.actor, past, &case.timeline);
                    case.clashes.take(what, past);
                    case.holds.take(what, past);
                    case.proceedings.take(what, event.actor, past);
                    case.notices.take(what, past, event.at);
                    case.remedies.take(what, &case.decisions, event.actor, past);
                    if case.remedies.lifts(past.id) {
                        case.proceedings.asks_anew(past);
                    }
                    case.suits.take(what);
                    case.revocations.take(what, event.actor, past);
                    case.rulings.take(what, event.actor, past);
                    case.apply(what, event.actor, past);
                }
                Payload::Erased | Payload::Refused => {}
                Payload::Unknown => case.needs_update = true,
            }
            case.timeline.push(event.clone());
        }
        case.apply_what_fell();
        Some(case)
    }

    /// The case as it stood when it was last decided: what the decision's letter tells, whatever was corrected since.
    pub fn as_decided(&self) -> Option<Self> {
        let decided =
            |event: &Recorded<CaseEvent>| matches!(event.payload, Payload::Known(CaseEvent::Decided { .. }));
        // The timeline stands parents first, so what precedes the decision is whole.
        let last = self.timeline.iter().rposition(decided)?;
        Self::fold(self.id, self.timeline.get(..=last)?)
    }

    fn apply(&mut self, event: &CaseEvent, actor: UserId, past: Past<'_>) {
        match event {
            CaseEvent::AnswersSet { fields } => self.set_answers(fields, past),
            CaseEvent::Corrected(corrected) => self.correct(corrected, past),
            CaseEvent::PersonLinked { person, part, appears_as, seen } => {
                let linked = Linked {
                    person: *person,
                    part: part.clone(),
                    appears_as: *appears_as,
                    seen: seen.clone(),
                };
                let _ = self.persons.insert((part.clone(), *person), linked);
            }
            CaseEvent::DocumentReceived { .. } | CaseEvent::DocumentRefused { .. } => {
                self.documents = self.documents_brought();
            }
            CaseEvent::AttachmentAdded { blob, name, media, size, document } => {
                let _ = self.attachments.insert(Attachment {
                    blob: *blob,
                    name: name.clone(),
                    media: media.clone(),
                    size: *size,
                    document: document.clone(),
                });
            }
            CaseEvent::Assigned { to } => self.assigned.write(*to, past),
            CaseEvent::FollowUpSet { follow_up, due_on, text } => {
                let done = FollowUp { due_on: *due_on, text: text.clone(), done: false };
                let _ = self.follow_ups.entry(*follow_up).or_insert(done);
            }
            CaseEvent::FollowUpDone { follow_up } => {
                if let Some(follow_up) = self.follow_ups.get_mut(follow_up) {
                    follow_up.done = true;
                }
            }
            CaseEvent::Decided { outcome, reasons, conditions, levies, notice, decided_on, signs: _ } => {
                self.decisions.push(Decision {
                    outcome: *outcome,
                    reasons: reasons.clone(),
                    conditions: conditions.clone(),
                    levies: levies.clone(),
                    notice: notice.clone(),
                    decided_on: *decided_on,
                    by: actor,
                    event: past.id,
                    deemed: false,
                });
            }
            CaseEvent::ApprovalDeemed { since, levies, .. } => self.decisions.push(Decision {
                outcome: Outcome::Granted,
                reasons: String::new(),
                conditions: Vec::new(),
                levies: levies.clone(),
                notice: None,
                decided_on: *since,
                by: actor,
                event: past.id,
                deemed: true,
            }),
            CaseEvent::Closed { .. } => self.closed.write(true, past),
            CaseEvent::CaseOpened(_) => self.closed.write(false, past),
            CaseEvent::Reopened { .. } => {
                self.closed.write(false, past);
                self.doubles.reopened(past);
            }
            CaseEvent::DoubleJudged { other, double, .. } => self.doubles.judged(*other, *double, past),
            CaseEvent::NoteAdded { .. }
            | CaseEvent::ClashSettled { .. }
            | CaseEvent::TermBegun { .. }
            | CaseEvent::HoldSet { .. }
            | CaseEvent::HoldLifted { .. }
            | CaseEvent::NoticesPrepared(_)
            | CaseEvent::NoticesNoted(_)
            | CaseEvent::CopySigned(_) => {}
            _ => self.apply_money_or_paper(event, actor),
        }
    }

    fn apply_money_or_paper(&mut self, event: &CaseEvent, actor: UserId) {
        match event {
            CaseEvent::FeeCharged(fee) => {
                let charge = Charge { fee: fee.clone(), waived: None, withdrawn: false };
                let _ = self.charges.entry(fee.charge).or_insert(charge);
            }
            CaseEvent::FeeWaived { charge, reason } => {
                if let Some(charge) = self.charges.get_mut(charge) {
                    charge.waived = Some(reason.clone());
                }
            }
            CaseEvent::Paid(paid) => {
                let receipt = Receipt { paid: paid.clone(), taken_by: actor, cancelled: None };
                let _ = self.receipts.entry(paid.receipt.clone()).or_insert(receipt);
            }
            CaseEvent::ReceiptCancelled { receipt, reason, cancelled_on } => {
                // Of two desks that cancelled it the first one in canonical order stands.
                let cancelled = Cancelled { reason: reason.clone(), on: *cancelled_on, by: actor };
                if let Some(receipt) = self.receipts.get_mut(receipt) {
                    let _ = receipt.cancelled.get_or_insert(cancelled);
                }
            }
            CaseEvent::PaperIssued(issued) => {
                self.papers.push(Paper::new(issued.clone()));
            }
            CaseEvent::Printed { paper, copies, .. } => {
                if let Some(paper) = self.papers.iter_mut().find(|p| p.issued.paper == *paper) {
                    paper.copies += u32::from(*copies);
                }
            }
            _ => {}
        }
    }

    fn set_answers(&mut self, fields: &BTreeMap<String, Value>, past: Past<'_>) {
        for (field, value) in fields {
            self.answers.entry(field.clone()).or_default().write(value.clone(), past);
        }
    }

    fn correct(&mut self, corrected: &Corrected, past: Past<'_>) {
        self.set_answers(&corrected.new, past);
        for charge in &corrected.withdrawn {
            if let Some(charge) = self.charges.get_mut(charge) {
                charge.withdrawn = true;
            }
        }
        for paper in self.papers.iter_mut().filter(|paper| corrected.void.contains(&paper.issued.paper)) {
            let _ = paper.void.get_or_insert(corrected.corrected_on);
        }
    }
}
