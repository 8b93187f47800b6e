//! A case that is handed over to another office (Abgabe): who has it, since when, and what came back. The same bundles
//! give the same state in whatever order they arrive. Decides nothing.

use super::{Case, CaseEvent, Outcome, Stage};
use crate::domain::event::{Payload, Recorded};
use crate::domain::fold::Past;
use crate::domain::id::{Digest, EventRef, UserId};
use crate::domain::office::Office;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A sealed file that goes to another office, kept with the case so that every desk of the office can deliver it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Sealed {
    /// Digest of what is sealed in it: the bundle's name, the same however often it is sealed.
    pub content: Digest,
    /// Digest of the sealed bytes.
    pub blob: Digest,
    /// Bytes.
    pub size: u64,
    /// The office that alone can open it.
    pub to: Office,
}

/// The case goes to another office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedOver {
    /// The bundle.
    pub bundle: Sealed,
    /// Why.
    pub reason: String,
    /// When.
    pub handed_on: NaiveDate,
}

/// What the other office says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Said {
    /// It has the case and works on it.
    Acknowledged,
    /// It does not take it: the case is back.
    Refused {
        /// Why.
        reason: String,
    },
    /// It has decided: the case is back with its decision.
    Returned {
        /// What was decided.
        outcome: Outcome,
        /// Why.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reasons: String,
        /// Conditions.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        conditions: Vec<String>,
        /// When.
        decided_on: NaiveDate,
    },
}

impl Said {
    /// The answer's name in message ids.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Acknowledged => "acknowledged",
            Self::Refused { .. } => "refused",
            Self::Returned { .. } => "returned",
        }
    }
}

/// An answer to what was handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// The bundles that it answers.
    pub bundles: Vec<Digest>,
    /// The bundle that brought it.
    pub content: Digest,
    /// Who answered, by name.
    pub by: String,
    /// The other office's case number.
    pub number: String,
    /// When.
    pub answered_on: NaiveDate,
    /// What it says.
    pub said: Said,
}

/// A case came in from another office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenIn {
    /// The bundle that brought it.
    pub content: Digest,
    /// What was sealed in it and signed, as it came.
    pub record: Digest,
    /// From where.
    pub from: Office,
    /// The number it has there.
    pub number: String,
    /// Why it came.
    pub reason: String,
    /// Who handed it over, by name.
    pub by: String,
    /// When it was handed over.
    pub handed_on: NaiveDate,
    /// When it was taken in.
    pub taken_on: NaiveDate,
    /// The acknowledgement.
    pub answer: Sealed,
}

/// A case goes back to the office that it came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenBack {
    /// The bundle.
    pub bundle: Sealed,
    /// When.
    pub given_on: NaiveDate,
    /// Why it was not taken; none where it was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<String>,
}

/// A handover and what is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handover {
    /// The event.
    pub event: EventRef,
    /// What went.
    pub given: HandedOver,
    /// Who handed it over.
    pub by: UserId,
    /// Whether it only brings what an earlier one did not know.
    pub supplements: bool,
    /// That it arrived: the first word of it.
    pub acknowledged: Option<Answered>,
    /// That it is over: refused or returned.
    pub closed: Option<Answered>,
}

/// Kinds that change nothing another office would have to know.
const ASIDE: &[&str] = &[
    "note_added",
    "printed",
    "copy_signed",
    "inaction_sued",
    "inaction_ended",
    "assigned",
    "follow_up_set",
    "follow_up_done",
    "hold_set",
    "hold_lifted",
    "notices_prepared",
    "notices_noted",
    "handed_over",
    "handover_answered",
    "taken_in",
    "given_back",
];

/// What the fold keeps of handovers.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Handovers {
    all: Vec<Handover>,
    answers: Vec<Answered>,
    taken_in: Vec<(EventRef, TakenIn)>,
    given_back: Vec<(EventRef, GivenBack, bool)>,
    overlooked: Vec<EventRef>,
}

impl Handovers {
    /// Takes an event in. `before` are all that precede it in canonical order.
    pub(super) fn apply(
        &mut self,
        event: &CaseEvent,
        actor: UserId,
        past: Past<'_>,
        before: &[Recorded<CaseEvent>],
    ) {
        match event {
            CaseEvent::HandedOver(given) => self.hand_over(given, actor, past, before),
            CaseEvent::HandoverAnswered(answered) => {
                if self.answers.iter().all(|known| known.content != answered.content) {
                    self.answers.push((**answered).clone());
                }
                for handover in &mut self.all {
                    handover.hear(answered);
                }
            }
            // Two desks may take in the same bundle without seeing each other: it counts once.
            CaseEvent::TakenIn(taken) if self.is_new(taken) => {
                for (_, _, open_again) in self.given_back.iter_mut().filter(|back| past.saw(back.0)) {
                    *open_again = true;
                }
                self.taken_in.push((past.id, (**taken).clone()));
            }
            CaseEvent::GivenBack(given) => self.given_back.push((past.id, (**given).clone(), false)),
            // Whoever wrote this did not know that the case was gone.
            other
                if !ASIDE.contains(&other.kind())
                    && self.all.iter().any(|handover| !past.saw(handover.event)) =>
            {
                self.overlooked.push(past.id);
            }
            _ => {}
        }
    }

    fn is_new(&self, taken: &TakenIn) -> bool {
        self.taken_in.iter().all(|(_, known)| known.content != taken.content)
    }

    fn hand_over(
        &mut self,
        given: &HandedOver,
        actor: UserId,
        past: Past<'_>,
        before: &[Recorded<CaseEvent>],
    ) {
        self.overlooked.retain(|event| !past.saw(*event));
        let unseen = before.iter().filter(|event| !past.saw(event.id));
        let matters = |event: &&Recorded<CaseEvent>| matches!(&event.payload, Payload::Known(what) if !ASIDE.contains(&what.kind()));
        for event in unseen.filter(matters) {
            if !self.overlooked.contains(&event.id) {
                self.overlooked.push(event.id);
            }
        }
        let supplements = self
            .all
            .iter()
            .any(|known| past.saw(known.event) && known.closed.is_none() && !known.supplements);
        let mut handover = Handover {
            event: past.id,
            given: given.clone(),
            by: actor,
            supplements,
            acknowledged: None,
            closed: None,
        };
        for answered in &self.answers {
            handover.hear(answered);
        }
        self.all.push(handover);
    }
}

impl Handover {
    fn hear(&mut self, answered: &Answered) {
        if !answered.bundles.contains(&self.given.bundle.content) {
            return;
        }
        // The first word by date, then by name: the same whichever arrives first.
        let key = |answered: &Answered| (answered.answered_on, answered.content);
        let place = match answered.said {
            Said::Acknowledged => &mut self.acknowledged,
            Said::Refused { .. } | Said::Returned { .. } => &mut self.closed,
        };
        if place.as_ref().is_none_or(|known| key(answered) < key(known)) {
            *place = Some(answered.clone());
        }
    }
}

impl Case {
    /// All handovers, in canonical order.
    pub fn handovers(&self) -> &[Handover] {
        &self.handovers.all
    }

    /// The handover by which the case is with another office now. It is there alone: this office only notes.
    pub fn away(&self) -> Option<&Handover> {
        self.handovers.all.iter().find(|handover| handover.closed.is_none() && !handover.supplements)
    }

    /// Whether what this bundle says was entered already.
    pub fn has_heard(&self, content: Digest) -> bool {
        self.handovers.answers.iter().any(|known| known.content == content)
    }

    /// What another office decided on it, the last word.
    pub fn returned(&self) -> Option<&Answered> {
        let mut closed = self.handovers.all.iter().filter_map(|handover| handover.closed.as_ref());
        closed.rfind(|answered| matches!(answered.said, Said::Returned { .. }))
    }

    /// Where it came from, if another office handed it over; a second time where it came again.
    pub fn origins(&self) -> impl DoubleEndedIterator<Item = &TakenIn> {
        self.handovers.taken_in.iter().map(|(_, taken)| taken)
    }

    /// How it went back, if it did and has not come again.
    pub fn given_back(&self) -> Option<&GivenBack> {
        self.handovers.given_back.iter().find(|(_, _, open_again)| !open_again).map(|(_, given, _)| given)
    }

    /// Changes by desks that did not know that the case was gone; the other office has not got them.
    pub fn overlooked(&self) -> &[EventRef] {
        if self.stage() == Stage::Closed { &[] } else { &self.handovers.overlooked }
    }

    /// Handovers that did not see each other: the other office gets the case twice and takes it once.
    pub fn handed_over_twice(&self) -> bool {
        self.handovers.all.iter().filter(|known| known.closed.is_none() && !known.supplements).count() > 1
    }

    /// Sealed bundles that belong to the case, whether or not they were delivered.
    pub fn sealed(&self) -> impl Iterator<Item = &Sealed> {
        let out = self.handovers.all.iter().map(|handover| &handover.given.bundle);
        let taken = self.handovers.taken_in.iter().map(|(_, taken)| &taken.answer);
        let back = self.handovers.given_back.iter().map(|(_, given, _)| &given.bundle);
        out.chain(taken).chain(back)
    }

    /// Sealed bundles of which no answer says that they arrived.
    pub fn undelivered(&self) -> Vec<&Sealed> {
        let waits = |handover: &&Handover| handover.acknowledged.is_none() && handover.closed.is_none();
        let out = self.handovers.all.iter().filter(waits).map(|handover| &handover.given.bundle);
        // Nobody answers an answer: those are delivered once.
        let taken = self.handovers.taken_in.iter().map(|(_, taken)| &taken.answer);
        let back = self.handovers.given_back.iter().map(|(_, given, _)| &given.bundle);
        out.chain(taken).chain(back).collect()
    }
}
