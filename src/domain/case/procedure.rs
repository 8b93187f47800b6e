//! The procedure between filing and the end: what was asked for, whether the applicant was heard, a decision that waits for
//! its second signature. Computes no date and decides nothing.

mod hearing;

pub use hearing::{Ground, Hearing, Statement};

use self::hearing::Hearings;
use super::{Case, CaseEvent, Outcome, Prepared, Signing};
use crate::domain::assessment::Assessment;
use crate::domain::complete::Brought;
use crate::domain::deadline::Computed;
use crate::domain::decision::{Levied, Notice};
use crate::domain::event::Payload;
use crate::domain::fold::Past;
use crate::domain::id::{EventRef, FollowUpId, PersonId, UserId};
use crate::domain::procedure::FEE_NOTICE;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Documents and answers that are missing, asked for with a date (Nachforderung).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requested {
    /// Ids of the documents in the service.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<String>,
    /// What else is to be said, in the clerk's words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<String>,
    /// By when.
    pub due_on: NaiveDate,
    /// When it was asked for.
    pub requested_on: NaiveDate,
    /// What reminds of it when the day has passed.
    pub follow_up: FollowUpId,
}

/// More time to decide, announced with its reason (§ 42a (2) sentences 3 and 4 VwVfG).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extended {
    /// The last day now.
    pub until: NaiveDate,
    /// Why the matter needs it.
    pub reason: String,
    /// When it was announced.
    pub extended_on: NaiveDate,
}

/// A decision as it was written down for the second signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// What.
    pub outcome: Outcome,
    /// Why.
    pub reasons: String,
    /// Conditions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<String>,
    /// Amounts that it would set.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levies: Vec<Levied>,
    /// The notice of legal remedy that its letter would bear.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Notice>,
    /// When it was written down.
    pub prepared_on: NaiveDate,
}

/// What the fold keeps of the procedure.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Proceedings {
    requests: Vec<(EventRef, Requested)>,
    /// Documents that came, with the event and the day; what was refused is taken out.
    brought: Vec<(EventRef, String, NaiveDate)>,
    /// Answers that were asked for and came: the request that it answers, and the day.
    answers: Vec<(EventRef, NaiveDate)>,
    heard: Hearings,
    extended: Option<Extended>,
    signing: Signing<Draft>,
}

impl Proceedings {
    /// Takes in the next event.
    pub fn take(&mut self, event: &CaseEvent, actor: UserId, past: Past<'_>) {
        match event {
            CaseEvent::DocumentsRequested(requested) => self.requests.push((past.id, (**requested).clone())),
            CaseEvent::DocumentReceived { document, received_on } => {
                self.brought.push((past.id, document.clone(), *received_on));
            }
            // What came without that being known is there all the same.
            CaseEvent::DocumentRefused { document, .. } => {
                self.brought.retain(|(event, known, _)| known != document || !past.saw(*event));
            }
            CaseEvent::AnswersReceived { received_on, .. } => {
                let asked = self.requests.iter().filter(|(asked, _)| past.saw(*asked));
                self.answers.extend(asked.map(|(asked, _)| (*asked, *received_on)));
            }
            // Of two desks that both extended it unseen the later day counts: nothing was granted by law before it.
            CaseEvent::DecisionTimeExtended(extended) => {
                let later = self.extended.as_ref().is_none_or(|known| known.until < extended.until);
                if later {
                    self.extended = Some(extended.clone());
                }
            }
            CaseEvent::DecisionPrepared(draft) => self.signing.prepared((**draft).clone(), actor, past),
            CaseEvent::DecisionReturned { draft, reason } => {
                self.signing.returned(*draft, actor, reason, past);
            }
            CaseEvent::AnswersSet { .. } | CaseEvent::Corrected(_) => self.signing.changed(past),
            CaseEvent::Decided { signs: Some(draft), .. } => self.signing.signed(*draft, actor, past),
            _ => {}
        }
        self.heard.take(event, past);
    }

    /// Something that stood was lifted: whether somebody is heard is asked anew.
    pub fn asks_anew(&mut self, past: Past<'_>) {
        self.heard.asks_anew(past);
    }
}

impl Case {
    /// What was asked for last.
    pub fn requested(&self) -> Option<&Requested> {
        self.proceedings.requests.last().map(|(_, requested)| requested)
    }

    /// What came after the application, and when: documents, and the answers that were asked for.
    pub fn brought(&self) -> Brought {
        Brought {
            documents: self.documents.clone(),
            awaits_answers: self.awaits_answers(),
            answered_on: self.proceedings.answers.iter().map(|(_, on)| *on).max(),
        }
    }

    /// Whether answers were asked for, and nobody has entered any. That nobody is reminded of it any more changes nothing.
    pub fn awaits_answers(&self) -> bool {
        let answered = |event| self.proceedings.answers.iter().any(|(answered, _)| *answered == event);
        self.proceedings.requests.iter().any(|(event, asked)| !asked.answers.is_empty() && !answered(*event))
    }

    /// Everything that was asked for, in canonical order.
    pub fn requests(&self) -> impl Iterator<Item = &Requested> {
        self.proceedings.requests.iter().map(|(_, requested)| requested)
    }

    /// Documents that are there, each with the first day on which it came.
    pub(super) fn documents_brought(&self) -> BTreeMap<String, NaiveDate> {
        let mut there: BTreeMap<String, NaiveDate> = BTreeMap::new();
        for (_, document, on) in &self.proceedings.brought {
            let first = there.entry(document.clone()).or_insert(*on);
            *first = (*first).min(*on);
        }
        there
    }

    /// What was asked for last and is not there; nothing where all of it came or the reminder was put aside.
    pub fn awaited(&self) -> Option<&Requested> {
        let open = |asked: &&Requested| {
            let lacks = asked.documents.iter().any(|document| !self.documents.contains_key(document));
            let reminds = self.follow_ups.get(&asked.follow_up).is_none_or(|follow_up| !follow_up.done);
            reminds && (lacks || self.awaits_answers())
        };
        self.requested().filter(open)
    }

    /// Who gets the letters: those who act for the applicant, else the applicant.
    pub fn recipients(&self) -> Vec<PersonId> {
        let acting = self.representatives();
        if acting.is_empty() { self.applicant().into_iter().collect() } else { acting }
    }

    /// More time to decide, where it was announced.
    pub fn extended(&self) -> Option<&Extended> {
        self.proceedings.extended.as_ref()
    }

    /// The last day to decide before the approval counts as given, and why; nothing where no law orders it, while something
    /// is missing, or after a decision, also one that was lifted: what is taken anew was decided in time once, or granted.
    pub fn to_decide_by(&self, told: &Assessment) -> Option<Computed> {
        let extended_to = self.extended().map(|extended| extended.until);
        let by = told.procedure.decided_by(&told.complete, extended_to).ok().flatten();
        by.filter(|_| self.decisions.is_empty() && !self.is_anew())
    }

    /// The day by which the decision had to be taken, and the later one on which it counts as notified. § 42a VwVfG wants more
    /// time to be told in time and does not say so of the decision itself: whether it came too late a person has to judge.
    pub fn notified_late(&self, told: &Assessment) -> Option<(Computed, NaiveDate)> {
        let decision = self.standing_decision().filter(|decision| !decision.deemed && !self.is_anew())?;
        let extended_to = self.extended().map(|extended| extended.until);
        let by = told.procedure.decided_by(&told.complete, extended_to).ok().flatten()?;
        let notified = self.notified_of(decision.event)?;
        let on = told.procedure.remedied(notified, decision.notice.as_ref()).ok()?.notified_on;
        (on > by.date).then_some((by, on))
    }

    /// The decision that waits for its second signature: the last draft, as long as nothing has changed what it says.
    pub fn to_sign(&self) -> Option<&Prepared> {
        self.drafted().filter(|draft| self.proceedings.signing.is_unchanged(draft))
    }

    /// The draft that was written last and is not signed, whatever became of it; none once it is decided.
    pub fn drafted(&self) -> Option<&Prepared> {
        self.proceedings.signing.last().filter(|_| self.decisions.is_empty())
    }

    /// Takes out decisions whose signature does not count or that were lifted, the letters that were issued with them, and the
    /// fees that they set.
    pub(super) fn drop_void(&mut self) {
        let decided_on = |event: EventRef| {
            let decision = self.decisions.iter().find(|decision| decision.event == event);
            decision.map(|decision| (event, decision.decided_on))
        };
        let unsigned = self.proceedings.signing.void().filter_map(decided_on);
        let void: Vec<_> = unsigned.chain(self.remedies.lifted()).collect();
        for (event, since) in &void {
            // A notice of a fee is an act of its own (§ 43 (2) VwVfG): a letter lifts it.
            self.drop_issued(*event, *since, |kind| kind != FEE_NOTICE);
        }
        let fell = |event: EventRef| void.iter().any(|(known, _)| *known == event);
        for charge in self.charges.values_mut().filter(|charge| charge.fee.decision.is_some_and(fell)) {
            charge.withdrawn = true;
        }
        self.decisions.retain(|decision| !fell(decision.event));
    }

    /// What was written along with an event, after it: by the same person, at the same desk and moment.
    pub(super) fn along(&self, event: EventRef) -> impl Iterator<Item = &CaseEvent> {
        let act = self.timeline.iter().find(|known| known.id == event);
        let with_it = self.timeline.iter().filter(move |known| {
            act.is_some_and(|act| {
                known.id.device == act.id.device
                    && known.id.seq > act.id.seq
                    && (known.at, known.actor) == (act.at, act.actor)
            })
        });
        with_it.filter_map(|known| match &known.payload {
            Payload::Known(what) => Some(what),
            _ => None,
        })
    }

    /// Voids the letters that were issued along with an event, and puts aside what was set along with it to remind of it.
    pub(super) fn drop_issued_with(&mut self, event: EventRef, since: NaiveDate) {
        self.drop_issued(event, since, |_| true);
    }

    fn drop_issued(&mut self, event: EventRef, since: NaiveDate, falls: impl Fn(&str) -> bool) {
        let (mut papers, mut reminders) = (Vec::new(), Vec::new());
        for what in self.along(event) {
            match what {
                CaseEvent::PaperIssued(issued) if falls(&issued.kind) => papers.push(issued.paper),
                CaseEvent::FollowUpSet { follow_up, .. } => reminders.push(*follow_up),
                _ => {}
            }
        }
        for paper in self.papers.iter_mut().filter(|paper| papers.contains(&paper.issued.paper)) {
            let _ = paper.void.get_or_insert(since);
        }
        for (_, reminder) in self.follow_ups.iter_mut().filter(|(id, _)| reminders.contains(id)) {
            reminder.done = true;
        }
    }
}

#[cfg(test)]
mod tests;
