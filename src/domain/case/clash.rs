//! What desks did to a case without seeing each other and what no fold can settle: two decisions, a fee paid twice, a change
//! to a case that another desk had closed. Both stand, and a person has to look. Settles nothing itself.

use super::{Case, CaseEvent, Issued, NoticeStep, Paid};
use crate::domain::event::{Payload, Recorded};
use crate::domain::fold::Past;
use crate::domain::id::{ChargeId, EventRef};
use crate::domain::procedure::CANCELLATION;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What clashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClashKind {
    /// Two decisions; only one can have been meant (§ 43 VwVfG: each has effect).
    DecidedTwice,
    /// One decision taken back or revoked by two desks: two letters tell it.
    RevokedTwice,
    /// One objection decided at one desk and settled at another: only the first one counts here, and a letter of the other may be out.
    RuledTwice,
    /// One fee by two receipts.
    PaidTwice,
    /// One receipt cancelled by two desks: the money may have gone back twice.
    CancelledTwice,
    /// One fee that one desk took and the other did not ask for.
    PaidThoughWaived,
    /// One paper from two desks, and both stand.
    IssuedTwice,
    /// Closed at one desk while another still worked on it.
    ClosedMeanwhile,
    /// One receiving body told by two desks.
    SentTwice,
    /// Given to different people.
    AssignedTwice,
    /// Signed at one desk while another changed what is signed: the signature does not count.
    SignedMeanwhile,
}

impl ClashKind {
    /// All of them, the gravest first.
    pub const ALL: [Self; 11] = [
        Self::DecidedTwice,
        Self::SignedMeanwhile,
        Self::RevokedTwice,
        Self::RuledTwice,
        Self::PaidTwice,
        Self::CancelledTwice,
        Self::PaidThoughWaived,
        Self::IssuedTwice,
        Self::ClosedMeanwhile,
        Self::SentTwice,
        Self::AssignedTwice,
    ];

    /// The name in events, on the command line and in message ids.
    pub fn name(self) -> &'static str {
        match self {
            Self::DecidedTwice => "decided_twice",
            Self::RevokedTwice => "revoked_twice",
            Self::RuledTwice => "ruled_twice",
            Self::PaidTwice => "paid_twice",
            Self::CancelledTwice => "cancelled_twice",
            Self::PaidThoughWaived => "paid_though_waived",
            Self::IssuedTwice => "issued_twice",
            Self::ClosedMeanwhile => "closed_meanwhile",
            Self::SentTwice => "sent_twice",
            Self::AssignedTwice => "assigned_twice",
            Self::SignedMeanwhile => "signed_meanwhile",
        }
    }
}

/// Something that a person has to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// What.
    pub kind: ClashKind,
    /// What was done without seeing each other, in canonical order.
    pub events: Vec<EventRef>,
}

/// What of an event can clash.
#[derive(Debug, Clone, PartialEq)]
enum Did {
    Decided,
    Revoked(EventRef),
    /// What became of something that was filed, and whether an objection was decided by that.
    Settled(EventRef, bool),
    Signed,
    Drafted,
    Paid(Paid),
    Cancelled(String),
    Waived(ChargeId),
    Issued(Box<Issued>),
    Closed,
    Changed,
    Sent(String),
    Assigned(Option<crate::domain::id::UserId>),
}

/// Collects clashes while a case is folded.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Clashes {
    did: Vec<(EventRef, Did)>,
    /// By kind and what it is about, in canonical order of the first.
    found: BTreeMap<(ClashKind, String), Vec<EventRef>>,
    /// What somebody has looked at, by kind.
    settled: Vec<(ClashKind, BTreeSet<EventRef>)>,
}

impl Clashes {
    /// Takes in the next event.
    pub fn take(&mut self, event: &CaseEvent, past: Past<'_>) {
        match event {
            CaseEvent::ClashSettled { clash, events, .. } => {
                self.settled.push((*clash, events.iter().copied().collect()));
            }
            // Whoever reopens or closes a case that they saw whole has looked at it.
            CaseEvent::Reopened { .. } | CaseEvent::Closed { .. } => {
                self.looked_at(ClashKind::ClosedMeanwhile, past);
            }
            CaseEvent::Assigned { .. } => self.looked_at(ClashKind::AssignedTwice, past),
            _ => {}
        }
        for did in did(event) {
            for (other, before) in self.did.iter().filter(|(other, _)| !past.saw(*other)) {
                if let Some(key) = clash(before, &did) {
                    let events = self.found.entry(key).or_default();
                    for id in [*other, past.id] {
                        if !events.contains(&id) {
                            events.push(id);
                        }
                    }
                }
            }
            self.did.push((past.id, did));
        }
    }

    fn looked_at(&mut self, kind: ClashKind, past: Past<'_>) {
        let whole = self
            .found
            .iter()
            .filter(|((found, _), events)| *found == kind && events.iter().all(|event| past.saw(*event)));
        let whole: Vec<_> = whole.map(|(_, events)| (kind, events.iter().copied().collect())).collect();
        self.settled.extend(whole);
    }
}

fn did(event: &CaseEvent) -> Vec<Did> {
    match event {
        CaseEvent::Decided { signs: Some(_), .. } => vec![Did::Decided, Did::Signed, Did::Changed],
        CaseEvent::Decided { .. } | CaseEvent::ApprovalDeemed { .. } => vec![Did::Decided, Did::Changed],
        CaseEvent::DecisionRevoked(revoked) => {
            let signs = revoked.signs.map(|_| Did::Signed);
            [Did::Revoked(revoked.revocation.decision), Did::Changed].into_iter().chain(signs).collect()
        }
        CaseEvent::ObjectionSettled(what) => {
            let settles = what.filed.map(|filed| Did::Settled(filed, what.ruling.is_some()));
            let less = what.withdrawn.iter().copied().chain(what.lowers.map(|lowers| lowers.charge));
            let signs = what.signs.map(|_| Did::Signed);
            settles.into_iter().chain(less.map(Did::Waived)).chain(signs).collect()
        }
        CaseEvent::DecisionPrepared(_)
        | CaseEvent::ObjectionPrepared(_)
        | CaseEvent::RevocationPrepared(_)
        | CaseEvent::DecisionReturned { .. } => vec![Did::Drafted, Did::Changed],
        CaseEvent::AnswersSet { .. } | CaseEvent::Corrected(_) => vec![Did::Drafted, Did::Changed],
        CaseEvent::Paid(paid) => vec![Did::Paid(paid.clone()), Did::Changed],
        CaseEvent::ReceiptCancelled { receipt, .. } => vec![Did::Cancelled(receipt.clone())],
        CaseEvent::FeeWaived { charge, .. } => vec![Did::Waived(*charge)],
        CaseEvent::PaperIssued(issued) => vec![Did::Issued(Box::new(issued.clone()))],
        CaseEvent::Closed { .. } => vec![Did::Closed],
        CaseEvent::Assigned { to } => vec![Did::Assigned(*to)],
        CaseEvent::NoticesNoted(noted) if noted.step == NoticeStep::Sent => {
            noted.bodies.iter().cloned().map(Did::Sent).collect()
        }
        CaseEvent::PersonLinked { .. }
        | CaseEvent::DocumentReceived { .. }
        | CaseEvent::AttachmentAdded { .. }
        | CaseEvent::FeeCharged(_) => vec![Did::Changed],
        _ => Vec::new(),
    }
}

/// Whether two acts that did not see each other clash, and about what.
fn clash(one: &Did, two: &Did) -> Option<(ClashKind, String)> {
    let about = |kind, what: String| Some((kind, what));
    match (one, two) {
        (Did::Decided, Did::Decided) => about(ClashKind::DecidedTwice, String::new()),
        (Did::Revoked(one), Did::Revoked(two)) if one == two => about(ClashKind::RevokedTwice, String::new()),
        (Did::Settled(one, rules), Did::Settled(two, also)) if one == two && (*rules || *also) => {
            about(ClashKind::RuledTwice, String::new())
        }
        (Did::Signed, Did::Drafted) | (Did::Drafted, Did::Signed) => {
            about(ClashKind::SignedMeanwhile, String::new())
        }
        (Did::Paid(one), Did::Paid(two)) => {
            let shared = one.charges.iter().find(|charge| two.charges.contains(charge))?;
            about(ClashKind::PaidTwice, shared.to_string())
        }
        (Did::Paid(paid), Did::Waived(charge)) | (Did::Waived(charge), Did::Paid(paid)) => {
            paid.charges.contains(charge).then(|| (ClashKind::PaidThoughWaived, charge.to_string()))
        }
        (Did::Cancelled(one), Did::Cancelled(two)) if one == two => {
            about(ClashKind::CancelledTwice, one.clone())
        }
        // Two papers of one cancelling that two desks entered are that.
        (Did::Issued(one), Did::Issued(_)) if one.kind == CANCELLATION => None,
        (Did::Issued(one), Did::Issued(two)) => {
            let same = (&one.kind, &one.receipt, one.replaces) == (&two.kind, &two.receipt, two.replaces);
            let original = one.repeats.is_none() && two.repeats.is_none();
            (same && original).then(|| (ClashKind::IssuedTwice, one.kind.clone()))
        }
        (Did::Closed, Did::Changed) | (Did::Changed, Did::Closed) => {
            about(ClashKind::ClosedMeanwhile, String::new())
        }
        (Did::Sent(one), Did::Sent(two)) if one == two => about(ClashKind::SentTwice, one.clone()),
        (Did::Assigned(one), Did::Assigned(two)) if one != two => {
            about(ClashKind::AssignedTwice, String::new())
        }
        _ => None,
    }
}

impl Case {
    /// What desks did without seeing each other and nobody has looked at yet, the gravest first.
    pub fn clashes(&self) -> Vec<Clash> {
        let open = self.clashes.found.iter().filter(|((kind, _), events)| {
            let covers = |all: &BTreeSet<EventRef>| events.iter().all(|event| all.contains(event));
            !self.clashes.settled.iter().any(|(settled, all)| settled == kind && covers(all))
                && self.still_clash(*kind, events)
        });
        open.map(|((kind, _), events)| Clash { kind: *kind, events: events.clone() }).collect()
    }

    /// Whether what clashes still stands: a cancelled receipt and a replaced paper do not.
    fn still_clash(&self, kind: ClashKind, events: &[EventRef]) -> bool {
        let stands = |event: &&Recorded<CaseEvent>| match &event.payload {
            Payload::Known(CaseEvent::Paid(paid)) => {
                self.receipts.get(&paid.receipt).is_some_and(|receipt| receipt.cancelled.is_none())
            }
            Payload::Known(CaseEvent::PaperIssued(issued)) => self.stands(issued.paper),
            Payload::Known(CaseEvent::DecisionRevoked(_)) => {
                self.revocations().iter().any(|known| known.event == event.id)
            }
            _ => true,
        };
        let of_it = self.timeline.iter().filter(|event| events.contains(&event.id));
        let standing = of_it.filter(stands).count();
        match kind {
            ClashKind::RevokedTwice
            | ClashKind::PaidTwice
            | ClashKind::PaidThoughWaived
            | ClashKind::IssuedTwice => standing > 1,
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests;
