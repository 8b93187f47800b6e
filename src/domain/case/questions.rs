//! What is asked of a case: answers, stage, who stands for whom. Changes nothing.

use super::{APPLICANT, AppearsAs, AtCourt, Case, CaseEvent, FollowUp, REPRESENTATIVE, Stage};
use crate::domain::answers::Answers;
use crate::domain::assessment::Due;
use crate::domain::event::Payload;
use crate::domain::id::{EventRef, PersonId, UserId};
use chrono::NaiveDate;
use serde_json::Value;

impl Case {
    /// The answers as they stand.
    pub fn answers(&self) -> Answers {
        let set = self
            .answers
            .iter()
            .filter_map(|(field, register)| Some((field.clone(), register.get()?.clone())));
        Answers(set.filter(|(_, value)| !value.is_null()).collect())
    }

    /// Fields on whose answer desks disagree, with the answers that stand against each other.
    pub fn conflicts(&self) -> Vec<(&str, Vec<(&Value, EventRef)>)> {
        let all = self.answers.iter().map(|(field, register)| (field.as_str(), register.conflict()));
        all.filter(|(_, versions)| !versions.is_empty()).collect()
    }

    /// Who works on it.
    pub fn assigned(&self) -> Option<UserId> {
        self.assigned.get().copied().flatten()
    }

    /// How far it has come. What was closed and owes again, because its receipt was cancelled, is open until it is paid.
    pub fn stage(&self) -> Stage {
        let ended = self.closed.get().copied().unwrap_or_default() || self.double_of().next().is_some();
        let closed = ended && self.owed_at_closing().next().is_none();
        match (closed, self.decisions.is_empty() && self.returned().is_none()) {
            (true, _) => Stage::Closed,
            (false, false) => Stage::Decided,
            (false, true) => Stage::Filed,
        }
    }

    /// The day on which a deadline was met: of the office's own by the paper that meets it, when that was first issued; of the
    /// applicant's by what came in, when it came in.
    pub fn met_on(&self, due: &Due) -> Option<NaiveDate> {
        let kind = due.met_by.as_ref()?;
        if due.of_applicant {
            return Some(self.opened.received_on);
        }
        let issued = self.papers.iter().map(|paper| &paper.issued).filter(|issued| issued.kind == *kind);
        issued.map(|issued| issued.issued_on).min()
    }

    /// The next reminder that has not served.
    pub fn next_follow_up(&self) -> Option<&FollowUp> {
        self.follow_ups.values().filter(|follow_up| !follow_up.done).min_by_key(|follow_up| follow_up.due_on)
    }

    /// How the applicant appears; none where nobody is entered as such.
    pub fn appears_as(&self) -> Option<AppearsAs> {
        let applicant = self.applicant()?;
        Some(self.persons.get(&(APPLICANT.to_owned(), applicant))?.appears_as)
    }

    /// Who acts for the applicant: the proxy to whom letters go (§ 14 (3) VwVfG), which is whoever was appointed last, or
    /// those who represent them by law (both parents, for instance), as they were entered. A messenger is neither.
    pub fn representatives(&self) -> Vec<PersonId> {
        let mut entered = Vec::new();
        for person in self.appointed() {
            if !entered.contains(&person) && self.persons.contains_key(&(REPRESENTATIVE.to_owned(), person)) {
                entered.push(person);
            }
        }
        match self.appears_as() {
            Some(AppearsAs::Proxy) => self.appointed().last().into_iter().collect(),
            Some(appears) if appears.is_represented() => entered,
            _ => Vec::new(),
        }
    }

    /// Whoever was entered as acting for the applicant, in that order, whenever they became known to the office.
    fn appointed(&self) -> impl Iterator<Item = PersonId> {
        self.timeline.iter().filter_map(|event| match &event.payload {
            Payload::Known(CaseEvent::PersonLinked { person, part, .. }) if part == REPRESENTATIVE => {
                Some(*person)
            }
            _ => None,
        })
    }

    /// Whether an event is that an approval counts as given, taken back or lifted since or not.
    pub fn is_deemed(&self, event: EventRef) -> bool {
        let is_deemed = |payload| matches!(payload, &Payload::Known(CaseEvent::ApprovalDeemed { .. }));
        self.timeline.iter().any(|known| known.id == event && is_deemed(&known.payload))
    }

    /// What lies at court about it, open or over: actions against a decision and for failure to act.
    pub fn at_court(&self) -> impl Iterator<Item = &AtCourt> {
        let against = self.objections().iter().filter_map(|filed| filed.objection.court.as_ref());
        against.chain(self.suits().iter().map(|suit| &suit.sued.court))
    }

    /// Whether something was decided after an event.
    pub fn is_decided_since(&self, event: EventRef) -> bool {
        let place = |event| self.timeline.iter().position(|known| known.id == event);
        self.decisions.iter().any(|decision| place(decision.event) > place(event))
    }

    /// Whether a letter that was issued along with an event left the printer.
    pub fn was_printed_with(&self, event: EventRef) -> bool {
        let issued = |paper| {
            self.along(event)
                .any(|what| matches!(what, CaseEvent::PaperIssued(known) if known.paper == paper))
        };
        self.papers.iter().any(|paper| paper.copies > 0 && issued(paper.issued.paper))
    }

    /// The applicant: whom lists name.
    pub fn applicant(&self) -> Option<PersonId> {
        let by_part = |wanted: Option<&str>| {
            self.persons.keys().find(|(part, _)| wanted.is_none_or(|w| w == part)).map(|(_, person)| *person)
        };
        by_part(Some(APPLICANT)).or_else(|| by_part(None))
    }
}
