//! Decisions that were taken back or revoked: what was written, what stands of it, and what falls with it. Computes no date.

use super::{Case, CaseEvent, Decision, Ground, Prepared, Signing};
use crate::domain::decision::Notice;
use crate::domain::fold::Past;
use crate::domain::id::{ChargeId, EventRef, PaperId, UserId};
use crate::domain::revocation::{Clause, Untrusted};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What becomes of fees that the decision had set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// They are owed as before.
    Kept,
    /// They fall with the decision.
    Dropped,
}

impl Fate {
    /// The name in events, on the command line and in message ids.
    pub fn name(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Dropped => "dropped",
        }
    }
}

/// A decision is taken back (Rücknahme) or revoked (Widerruf), wholly or in part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revocation {
    /// Which: the event that decided.
    pub decision: EventRef,
    /// By which paragraph.
    pub clause: Clause,
    /// What takes the trust in it away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub untrusted: Option<Untrusted>,
    /// Since when the authority knows the facts; none where the paragraph does not ask.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_on: Option<NaiveDate>,
    /// From when it takes effect; with its notification where no day is named (§ 43 (1), § 49 (4) VwVfG).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The part that it is about, in words; the whole where nothing is said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub part: String,
    /// Why (§ 39 VwVfG), the weighing of discretion included.
    pub reasons: String,
    /// Why nobody was heard before; somebody was where it is not said and the decision favours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unheard: Option<Ground>,
    /// What is asked back (§ 52 VwVfG, § 133 AO), in words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hand_back: Vec<String>,
    /// Whether what was asked for is decided anew.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub anew: bool,
    /// What becomes of the fees that the decision had set; none where it set none that still stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fees: Option<Fate>,
    /// Fees that are not owed any more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withdrawn: Vec<ChargeId>,
    /// Papers that stand no more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub void: Vec<PaperId>,
    /// The notice of legal remedy that its letter bears.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Notice>,
    /// When.
    pub revoked_on: NaiveDate,
}

impl Revocation {
    /// Whether nothing of the decision is left.
    pub fn is_whole(&self) -> bool {
        self.part.is_empty()
    }
}

/// The same, as it is written when it is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revoked {
    /// What.
    #[serde(flatten)]
    pub revocation: Revocation,
    /// The draft that it signs, where a second signature was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signs: Option<EventRef>,
}

/// What somebody is heard about who was granted something: taking it back, or revoking it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intended {
    /// The decision.
    pub decision: EventRef,
    /// By which paragraph.
    pub clause: Clause,
    /// Since when the authority knows the facts, as far as that was clear then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_on: Option<NaiveDate>,
}

/// A revocation that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annulled {
    /// The event.
    pub event: EventRef,
    /// Who signed it.
    pub by: UserId,
    /// What it says.
    pub what: Revocation,
    /// The decision as it was taken.
    pub of: Decision,
}

/// What the fold keeps of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Revocations {
    signing: Signing<Revocation>,
    all: Vec<(EventRef, UserId, Revocation)>,
    standing: Vec<Annulled>,
}

impl Revocations {
    /// Takes in the next event.
    pub fn take(&mut self, event: &CaseEvent, actor: UserId, past: Past<'_>) {
        match event {
            CaseEvent::RevocationPrepared(draft) => self.signing.prepared((**draft).clone(), actor, past),
            CaseEvent::DecisionReturned { draft, reason } => {
                self.signing.returned(*draft, actor, reason, past);
            }
            CaseEvent::AnswersSet { .. } | CaseEvent::Corrected(_) => self.signing.changed(past),
            CaseEvent::DecisionRevoked(revoked) => {
                self.all.push((past.id, actor, revoked.revocation.clone()));
                if let Some(draft) = revoked.signs {
                    self.signing.signed(draft, actor, past);
                }
            }
            _ => {}
        }
    }

    /// Whether the event is a revocation whose signature does not count.
    pub fn is_void(&self, event: EventRef) -> bool {
        self.signing.void().any(|void| void == event)
    }

    /// The revocation that the event is and whose signature counts, lifted or not.
    pub fn counted(&self, event: EventRef) -> Option<&Revocation> {
        let known = self.all.iter().find(|(known, _, _)| *known == event && !self.is_void(event));
        known.map(|(_, _, what)| what)
    }
}

impl Case {
    /// Decisions that were taken back or revoked, wholly or in part, in canonical order; those that were lifted aside.
    pub fn revocations(&self) -> &[Annulled] {
        &self.revocations.standing
    }

    /// What was written last about a decision.
    pub fn revocation_of(&self, decision: EventRef) -> Option<&Annulled> {
        self.revocations().iter().rfind(|known| known.what.decision == decision)
    }

    /// Whether nothing is left of a decision.
    pub fn is_revoked(&self, decision: EventRef) -> bool {
        self.revocations().iter().any(|known| known.what.decision == decision && known.what.is_whole())
    }

    /// The last decision, if something of it is left.
    pub fn standing_decision(&self) -> Option<&Decision> {
        self.decisions.last().filter(|decision| !self.is_revoked(decision.event))
    }

    /// Whether a decision was taken back so that what was asked for is decided anew.
    pub fn is_decided_anew(&self) -> bool {
        self.revocations().iter().any(|known| known.what.anew)
    }

    /// The draft of a revocation that was written last and is not signed, whatever became of it.
    pub fn revocation_drafted(&self) -> Option<&Prepared<Revocation>> {
        let last = self.revocations.signing.last()?;
        let stands = self.standing_decision().is_some_and(|known| known.event == last.draft.decision);
        stands.then_some(last)
    }

    /// The revocation that waits for its second signature.
    pub fn revocation_to_sign(&self) -> Option<&Prepared<Revocation>> {
        self.revocation_drafted().filter(|draft| self.revocations.signing.is_unchanged(draft))
    }

    /// What somebody was heard about last, while the decision still stands and nothing came of it yet.
    pub fn intends_to_revoke(&self) -> Option<&Intended> {
        let intended = self.hearing_now()?.revokes.as_ref()?;
        self.standing_decision().is_some_and(|known| known.event == intended.decision).then_some(intended)
    }

    /// Marks what falls with the revocations that stand: papers, fees, and decisions that are taken anew.
    pub(super) fn apply_revocations(&mut self) {
        let lifted: Vec<(EventRef, NaiveDate)> = self.remedies.revivals().collect();
        for (event, on) in &lifted {
            self.drop_issued_with(*event, *on);
        }
        let all = std::mem::take(&mut self.revocations.all);
        for (event, by, what) in &all {
            if self.revocations.is_void(*event) {
                self.drop_issued_with(*event, what.revoked_on);
                continue;
            }
            if lifted.iter().any(|(known, _)| known == event) {
                continue;
            }
            let of = self.decisions.iter().find(|decision| decision.event == what.decision);
            let Some(of) = of.cloned() else {
                // What was lifted cannot be taken back: the letter tells of nothing.
                self.drop_issued_with(
                    *event,
                    self.remedies.lifted_on(what.decision).unwrap_or(what.revoked_on),
                );
                continue;
            };
            // What was issued anew meanwhile, at a desk that had not seen it, says the same and falls with it.
            let mut falling = what.void.clone();
            for paper in &mut self.papers {
                if paper.issued.replaces.is_some_and(|before| falling.contains(&before)) {
                    falling.push(paper.issued.paper);
                }
                if falling.contains(&paper.issued.paper) {
                    paper.falls.push(*event);
                }
            }
            for charge in &what.withdrawn {
                if let Some(charge) = self.charges.get_mut(charge) {
                    charge.withdrawn = true;
                }
            }
            self.revocations.standing.push(Annulled { event: *event, by: *by, what: what.clone(), of });
        }
        self.revocations.all = all;
        let standing = std::mem::take(&mut self.revocations.standing);
        self.decisions.retain(|decision| {
            standing.iter().all(|known| !known.what.anew || known.what.decision != decision.event)
        });
        self.revocations.standing = standing;
    }
}

#[cfg(test)]
mod tests;
