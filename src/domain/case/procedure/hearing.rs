//! Hearings (Anhörung, § 28 VwVfG, § 91 AO): who was asked about what, what they said to it, and whether it has been used. Computes no
//! date and decides nothing.

use crate::domain::case::{Case, CaseEvent, Intended, Outcome};
use crate::domain::fold::Past;
use crate::domain::id::{EventRef, FollowUpId, PersonId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The applicant is to be heard before a decision (Anhörung, § 28 VwVfG, § 91 AO).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hearing {
    /// What is intended.
    pub intended: Outcome,
    /// Why.
    pub reasons: String,
    /// By when something can be said to it.
    pub due_on: NaiveDate,
    /// When it began.
    pub begun_on: NaiveDate,
    /// What reminds of it when the day has passed.
    pub follow_up: FollowUpId,
    /// What is to be taken back or revoked, where that is what is intended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revokes: Option<Intended>,
    /// Who was asked: those who get the letter. Nobody is named in what was begun before it was kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<PersonId>,
}

/// What the applicant said to it (Stellungnahme).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// What was said, in short.
    pub text: String,
    /// When it came in.
    pub received_on: NaiveDate,
    /// Who said it, where several were asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<PersonId>,
}

/// Why nobody is heard before a decision: § 28 (2) and (3) VwVfG, in tax law § 91 (2) and (3) AO, which say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// No. 3: what the applicant declared is not departed from to their disadvantage.
    AsDeclared,
    /// No. 1: danger in delay, or the public interest asks for a decision at once.
    Danger,
    /// No. 2: a period that the decision depends on would be missed.
    Deadline,
    /// No. 4: a general order, many of one kind, or by automatic means.
    Many,
    /// No. 5: measures of administrative enforcement.
    Enforcement,
    /// (3): a compelling public interest stands against it.
    Forbidden,
}

impl Ground {
    /// All of them, the one that holds most often first.
    pub const ALL: [Self; 6] =
        [Self::AsDeclared, Self::Danger, Self::Deadline, Self::Many, Self::Enforcement, Self::Forbidden];

    /// The name in events, on the command line and in message ids.
    pub fn name(self) -> &'static str {
        match self {
            Self::AsDeclared => "as_declared",
            Self::Danger => "danger",
            Self::Deadline => "deadline",
            Self::Many => "many",
            Self::Enforcement => "enforcement",
            Self::Forbidden => "forbidden",
        }
    }
}

/// A hearing as the fold keeps it.
#[derive(Debug, Clone, PartialEq)]
struct Held {
    hearing: Hearing,
    /// How many statements had come in before it began: those belong to earlier ones.
    since: usize,
}

/// What the fold keeps of hearings.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Hearings {
    held: Vec<Held>,
    statements: Vec<Statement>,
    /// What ends what somebody was heard for: a revocation, an objection that was right. With it, how many hearings had begun.
    ended: Vec<(EventRef, usize)>,
    omitted: Option<Ground>,
}

impl Hearings {
    /// Takes in the next event.
    pub fn take(&mut self, event: &CaseEvent, past: Past<'_>) {
        match event {
            CaseEvent::HearingBegun(hearing) => {
                self.held.push(Held { hearing: (**hearing).clone(), since: self.statements.len() });
                self.omitted = None;
            }
            CaseEvent::StatementReceived(statement) => self.statements.push(statement.clone()),
            CaseEvent::HearingOmitted { ground, .. } => self.omitted = Some(*ground),
            CaseEvent::DecisionRevoked(_) => self.asks_anew(past),
            _ => {}
        }
    }

    /// What is decided anew asks anew whether somebody is heard.
    pub fn asks_anew(&mut self, past: Past<'_>) {
        self.omitted = None;
        self.ended.push((past.id, self.held.len()));
    }

    fn place(&self, hearing: &Hearing) -> Option<usize> {
        self.held.iter().rposition(|held| held.hearing == *hearing)
    }
}

impl Case {
    /// The hearing that was begun last.
    pub fn hearing(&self) -> Option<&Hearing> {
        self.hearings().next_back()
    }

    /// The same, as long as nothing came of it: no decision was taken back, revoked or lifted since it began.
    pub fn hearing_now(&self) -> Option<&Hearing> {
        let heard = &self.proceedings.heard;
        let since = |(_, begun): &&(EventRef, usize)| *begun == heard.held.len();
        let mut ended = heard.ended.iter().filter(since);
        self.hearing().filter(|_| ended.all(|(event, _)| self.revocations.is_void(*event)))
    }

    /// All of them, in canonical order.
    pub fn hearings(&self) -> impl DoubleEndedIterator<Item = &Hearing> {
        self.proceedings.heard.held.iter().map(|held| &held.hearing)
    }

    /// Whether it was used: after it something was taken back or revoked by its paragraph, in part, or wholly and lifted again. What is
    /// taken away then is taken away for other facts, and whoever it is granted to is heard about those.
    pub fn is_used_up(&self, hearing: &Hearing) -> bool {
        let heard = &self.proceedings.heard;
        let Some((intended, place)) = hearing.revokes.as_ref().zip(heard.place(hearing)) else {
            return false;
        };
        let after = heard.ended.iter().filter(|(_, begun)| place < *begun);
        after
            .filter_map(|(event, _)| self.revocations.counted(*event))
            .any(|what| (what.decision, what.clause) == (intended.decision, intended.clause))
    }

    /// What was said to a hearing before the next one began.
    pub fn said_to(&self, hearing: &Hearing) -> &[Statement] {
        let heard = &self.proceedings.heard;
        let Some(place) = heard.place(hearing) else { return &[] };
        let begins = |place: usize| heard.held.get(place).map(|held| held.since);
        let until = begins(place + 1).unwrap_or(heard.statements.len());
        begins(place).and_then(|since| heard.statements.get(since..until)).unwrap_or_default()
    }

    /// What was said to the last hearing, and to no earlier one.
    pub fn statements(&self) -> &[Statement] {
        self.hearing().map(|hearing| self.said_to(hearing)).unwrap_or_default()
    }

    /// Those who were asked in the last hearing and have said nothing yet.
    pub fn silent(&self) -> Vec<PersonId> {
        self.hearing().map(|hearing| self.silent_to(hearing)).unwrap_or_default()
    }

    fn silent_to(&self, hearing: &Hearing) -> Vec<PersonId> {
        let said = self.said_to(hearing);
        let spoke = |person: &PersonId| said.iter().any(|statement| statement.from == Some(*person));
        match hearing.asked.as_slice() {
            // One statement is that of the one who was asked.
            [] | [_] if !said.is_empty() => Vec::new(),
            asked => asked.iter().filter(|person| !spoke(person)).copied().collect(),
        }
    }

    /// Whether somebody who was asked may still say something to it.
    pub fn awaits(&self, hearing: &Hearing) -> bool {
        self.said_to(hearing).is_empty() || !self.silent_to(hearing).is_empty()
    }

    /// The same of the last hearing; nobody is awaited where there was none.
    pub fn hearing_waits(&self) -> bool {
        self.hearing().is_some_and(|hearing| self.awaits(hearing))
    }

    /// Why nobody is heard.
    pub fn unheard(&self) -> Option<Ground> {
        self.proceedings.heard.omitted
    }
}
