//! What became of what was filed: an objection decided by a letter of its own (Abhilfe, § 72 VwGO; Widerspruchsbescheid, § 73 VwGO),
//! how an action ended, and that such an entry was a mistake. Computes no date.

use super::remedy::{Remedies, Told};
use super::{AtCourt, Case, CaseEvent, Charge, Decision, Prepared, Settled, Signing};
use crate::domain::decision::{Notice, Remedy};
use crate::domain::explain::Step;
use crate::domain::fold::Past;
use crate::domain::id::{ChargeId, EventRef, UserId};
use crate::domain::money::Cents;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What became of what was filed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settlement {
    /// Of the objection or of the action: both may be open. Where it is not said, of what came last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Remedy>,
    /// Of which: the event that received it. Where it is not said, of the last one that is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filed: Option<EventRef>,
    /// What.
    pub how: Settled,
    /// Why, or where it went; of a decision about an objection its reasons (§ 73 (3) sentence 1 VwGO).
    pub reason: String,
    /// What is lifted or changed, in words, where that is a part; empty where nothing is, or everything.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub part: String,
    /// Fees of the decision that are not owed any more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withdrawn: Vec<ChargeId>,
    /// The fee of the decision that is less from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lowers: Option<Lowered>,
    /// The decision about an objection; none for an action, and where an objection was passed on or taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ruling: Option<Ruling>,
    /// When; of a decision that another authority took, its day.
    pub settled_on: NaiveDate,
    /// The draft that it signs, where a second signature was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signs: Option<EventRef>,
}

impl Settlement {
    /// Whether what it was filed against holds no longer. What was objected to in part alone, and rightly, lifts that part.
    pub fn lifts(&self) -> bool {
        self.how.lifts() && self.part.is_empty()
    }

    /// Whether a part of that holds no longer.
    pub fn lifts_in_part(&self) -> bool {
        self.how.lifts_in_part() || self.how == Settled::Remedied && !self.part.is_empty()
    }
}

/// A fee that a decision set and that is less from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lowered {
    /// Which.
    pub charge: ChargeId,
    /// What is owed of it as a whole.
    pub to: Cents,
}

/// A decision about an objection, beside how it ends and why.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    /// The facts, in the clerk's words; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub facts: String,
    /// How many per cent of the costs of the procedure the town bears; the rest is borne by whoever objected (§§ 72, 73 (3) sentence
    /// 3 VwGO). 0 where another authority decided: its letter says so.
    #[serde(default)]
    pub town_bears: u8,
    /// Whether it was necessary to be represented by counsel (§ 80 (2), (3) sentence 2 VwVfG); nothing where nobody was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counsel: Option<bool>,
    /// The notice of legal remedy that its letter bears.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Notice>,
    /// The authority that decided, where it is another one; then no letter is written here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elsewhere: Option<String>,
}

/// A decision about an objection that stands. It is told, and an action against it has a period of its own (§ 74 (1) sentence 1 VwGO).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruled {
    /// The event.
    pub event: EventRef,
    /// Who signed it.
    pub by: UserId,
    /// What became of the objection.
    pub what: Settlement,
    /// What was decided beside that.
    pub ruling: Ruling,
    /// The objection: the event that received it.
    pub objection: EventRef,
    /// When that came in.
    pub objected_on: NaiveDate,
    /// Who filed it, where that is not whoever applied.
    pub objector: Option<String>,
    /// What it was against: a decision or its revocation.
    pub against: EventRef,
    /// When that was decided.
    pub against_on: NaiveDate,
    /// The decision; of a revocation, what it took back or revoked.
    pub of: Decision,
}

impl Ruled {
    /// Whether it has to be served formally (§ 73 (3) sentence 2 VwGO): one that rejects, at least in part. That an objection is right is
    /// told like a decision (§ 72 VwGO).
    pub fn is_served(&self) -> bool {
        self.what.how != Settled::Remedied
    }
}

/// What the fold keeps of drafts of such decisions.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Rulings {
    signing: Signing<Settlement>,
    /// Those that stand, in canonical order.
    standing: Vec<Ruled>,
}

impl Rulings {
    /// Takes in the next event.
    pub fn take(&mut self, event: &CaseEvent, actor: UserId, past: Past<'_>) {
        match event {
            CaseEvent::ObjectionPrepared(draft) => self.signing.prepared((**draft).clone(), actor, past),
            CaseEvent::DecisionReturned { draft, reason } => {
                self.signing.returned(*draft, actor, reason, past);
            }
            CaseEvent::AnswersSet { .. } | CaseEvent::Corrected(_) => self.signing.changed(past),
            CaseEvent::ObjectionSettled(settlement) => {
                if let Some(draft) = settlement.signs {
                    self.signing.signed(draft, actor, past);
                }
            }
            _ => {}
        }
    }
}

/// An entry of what became of something, by whom, and of what.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    pub event: EventRef,
    pub by: UserId,
    pub filed: EventRef,
    pub what: Settlement,
}

/// An entry that counts no more. What was told of it keeps its own notification all the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Undone {
    pub entry: EventRef,
    /// Since when.
    pub on: NaiveDate,
    /// What took it back, or was first.
    pub by: Option<EventRef>,
}

impl Remedies {
    /// Takes in what became of something that is open. What another desk had settled already, unseen, stays as it was settled.
    pub(super) fn settle(
        &mut self,
        what: &Settlement,
        decisions: &[Decision],
        actor: UserId,
        past: Past<'_>,
    ) {
        let is_it = |filed: &&super::Filed| {
            filed.is_open()
                && what.filed.is_none_or(|named| filed.event == named)
                && what.of.is_none_or(|of| filed.objection.remedy == of)
        };
        if what.ruling.is_some() {
            self.told.push(Told::Act(past.id));
        }
        let Some(open) = self.filed.iter().rfind(is_it) else {
            let named = self.filed.iter().find(|filed| Some(filed.event) == what.filed);
            let by = named.and_then(|filed| filed.settled_by);
            self.undone.push(Undone { entry: past.id, on: what.settled_on, by });
            return;
        };
        let (filed, against) = (open.event, open.against);
        self.entries.push(Entry { event: past.id, by: actor, filed, what: what.clone() });
        self.look_again(filed);
        if !what.lifts() {
            return;
        }
        // A court judges the decision in the form of the decision about the objection (§ 79 (1) No. 1 VwGO).
        let challenged = against.map(|against| self.ruled_on(against).unwrap_or(against));
        if let Some(revoking) = challenged.filter(|known| self.revoking.contains(known)) {
            let stood = self.revivals.iter().all(|(revived, _, _)| *revived != revoking);
            self.lifting.extend(stood.then_some(past.id));
            self.revivals.push((revoking, what.settled_on, past.id));
            return;
        }
        let seen = decisions.iter().map(|decision| decision.event);
        // What was taken back or lifted and decided anew meanwhile stands by itself.
        let is_lifted = |act: &EventRef| self.lifted.iter().any(|(lifted, _, _)| lifted == act);
        let is_replaced = |act: &EventRef| self.anew.contains(act) || is_lifted(act);
        let replaced = challenged.filter(is_replaced);
        self.lifting.extend(replaced.is_none().then_some(past.id));
        let fits = |of: EventRef| replaced.is_none_or(|replaced| of == replaced);
        let seen: Vec<EventRef> = seen.filter(|decision| past.saw(*decision) && fits(*decision)).collect();
        self.lifted.extend(seen.into_iter().map(|decision| (decision, what.settled_on, past.id)));
    }

    /// What the decision about an objection was about, where the event is one.
    pub(super) fn ruled_on(&self, event: EventRef) -> Option<EventRef> {
        let entry = self.entries.iter().find(|known| known.event == event && known.what.ruling.is_some())?;
        self.filed.iter().find(|known| known.event == entry.filed)?.against
    }

    /// An entry counts no more: what it settled is as it was before, and what it lifted stands. `by` is what took it back; nothing where
    /// its signature did not count.
    pub(super) fn undo(&mut self, event: EventRef, on: NaiveDate, by: Option<EventRef>) {
        let Some(entry) = self.entries.iter().find(|known| known.event == event) else { return };
        let filed = entry.filed;
        self.entries.retain(|known| known.event != event);
        self.lifted.retain(|(_, _, by)| *by != event);
        self.revivals.retain(|(_, _, by)| *by != event);
        self.undone.push(Undone { entry: event, on, by });
        self.look_again(filed);
    }

    /// The last word about what was filed.
    fn look_again(&mut self, filed: EventRef) {
        let last = self.entries.iter().rfind(|known| known.filed == filed);
        let last = last.map(|known| (known.event, known.what.clone()));
        if let Some(known) = self.filed.iter_mut().find(|known| known.event == filed) {
            known.settled = last.as_ref().map(|(_, what)| (what.how, what.reason.clone(), what.settled_on));
            known.part = last.as_ref().map(|(_, what)| what.part.clone()).unwrap_or_default();
            known.settled_by = last.map(|(event, _)| event);
        }
    }
}

impl Case {
    /// Decisions about objections that stand, in canonical order.
    pub fn rulings(&self) -> &[Ruled] {
        &self.rulings.standing
    }

    /// The decision about an objection that gives a decision or a revocation the form in which it is judged (§ 79 (1) No. 1 VwGO): the
    /// last one that left something of it.
    pub fn form_of(&self, act: EventRef) -> Option<&Ruled> {
        self.rulings().iter().rfind(|known| known.against == act && known.what.how != Settled::Remedied)
    }

    /// What was lifted of a decision or a revocation in part, by a decision about an objection or by a court, in canonical order.
    pub fn lifted_in_part(&self, act: EventRef) -> impl Iterator<Item = &Settlement> {
        let of_it = move |entry: &&Entry| {
            let filed = self.objections().iter().find(|known| known.event == entry.filed);
            let against = filed.and_then(|known| known.against);
            against.map(|against| self.remedies.ruled_on(against).unwrap_or(against)) == Some(act)
        };
        let in_part = |entry: &&Entry| entry.what.lifts_in_part();
        self.remedies.entries.iter().filter(in_part).filter(of_it).map(|entry| &entry.what)
    }

    /// The entry that was written last and counts, and what was filed: the event that received it.
    pub fn last_settlement(&self) -> Option<EventRef> {
        self.remedies.entries.last().map(|known| known.event)
    }

    /// What became of something, by its event, while that stands.
    pub fn settlement(&self, event: EventRef) -> Option<&Settlement> {
        self.remedies.entries.iter().find(|known| known.event == event).map(|known| &known.what)
    }

    /// The draft of a decision about an objection that was written last and is not signed, whatever became of it; none once that
    /// objection is settled.
    pub fn ruling_drafted(&self) -> Option<&Prepared<Settlement>> {
        let last = self.rulings.signing.last()?;
        let open =
            self.objections().iter().any(|filed| filed.is_open() && Some(filed.event) == last.draft.filed);
        open.then_some(last)
    }

    /// The one that waits for its second signature.
    pub fn ruling_to_sign(&self) -> Option<&Prepared<Settlement>> {
        self.ruling_drafted().filter(|draft| self.rulings.signing.is_unchanged(draft))
    }

    /// An action at court by its file number that is open: the same one is not entered twice.
    pub fn action_with(&self, court: &AtCourt) -> Option<&super::Filed> {
        let same = |known: &AtCourt| known.has_number(&court.file_number);
        self.objections()
            .iter()
            .rfind(|filed| filed.is_open() && filed.objection.court.as_ref().is_some_and(same))
    }

    /// Takes out what does not count or was lifted, and marks what falls with it.
    pub(super) fn apply_what_fell(&mut self) {
        self.void_rulings();
        let decided = self.decisions.clone();
        self.drop_void();
        self.apply_revocations();
        self.apply_rulings(&decided);
    }

    /// Takes out entries whose signature does not count.
    fn void_rulings(&mut self) {
        let void: Vec<EventRef> = self.rulings.signing.void().collect();
        for event in void {
            let on = self.settlement(event).map(|what| what.settled_on);
            if let Some(on) = on {
                self.remedies.undo(event, on, None);
            }
        }
    }

    /// Marks what stands and what does not: papers of entries that count no more, fees that are owed no more or less. `decided` are all
    /// decisions, also those that were lifted.
    fn apply_rulings(&mut self, decided: &[Decision]) {
        for undone in self.remedies.undone.clone() {
            self.drop_issued_with(undone.entry, undone.on);
        }
        let entries = self.remedies.entries.clone();
        for entry in &entries {
            for charge in &entry.what.withdrawn {
                if let Some(charge) = self.charges.get_mut(charge) {
                    charge.withdrawn = true;
                }
            }
            if let Some(lowered) = entry.what.lowers {
                let law = if entry.what.ruling.is_some() { "§ 79 Abs. 1 Nr. 1 VwGO" } else { "§ 113 VwGO" };
                self.lower(lowered, law);
            }
            let ruled = self.ruled(entry, decided);
            self.rulings.standing.extend(ruled);
        }
    }

    fn ruled(&self, entry: &Entry, decided: &[Decision]) -> Option<Ruled> {
        let ruling = entry.what.ruling.clone()?;
        let filed = self.objections().iter().find(|known| known.event == entry.filed)?;
        let against = filed.against?;
        let revoked = self.revocations.counted(against);
        let decision = revoked.map_or(against, |what| what.decision);
        let of = decided.iter().find(|known| known.event == decision)?.clone();
        // What a court lifted has no form any more.
        if entry.what.how != Settled::Remedied {
            let _ = self.as_act(against)?;
        }
        Some(Ruled {
            event: entry.event,
            by: entry.by,
            what: entry.what.clone(),
            ruling,
            objection: filed.event,
            objected_on: filed.objection.received_on,
            objector: filed.objection.by.clone(),
            against,
            against_on: revoked.map_or(of.decided_on, |what| what.revoked_on),
            of,
        })
    }

    /// The fee and the amount that the decision set, as they are from now on.
    fn lower(&mut self, lowered: Lowered, law: &str) {
        let Some(charge) = self.charges.get_mut(&lowered.charge) else { return };
        let Charge { fee, .. } = charge;
        let before = fee.amount.cents;
        let told = Step::new("fee-lowered", law).with("cents", before.0);
        fee.amount.cents = lowered.to;
        fee.amount.why.push(told.clone());
        let decision = self.decisions.iter_mut().find(|known| Some(known.event) == fee.decision);
        let levied = decision.into_iter().flat_map(|known| known.levies.iter_mut());
        for levied in levied.filter(|known| known.amount.fee == fee.amount.fee) {
            // Of a yearly amount the first year was charged; a whole year stays what it is.
            match &mut levied.first {
                Some(first) => first.cents = lowered.to,
                None => levied.amount.cents = lowered.to,
            }
            levied.amount.why.push(told.clone());
        }
    }
}

#[cfg(test)]
mod tests;
