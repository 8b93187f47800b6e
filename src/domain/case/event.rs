//! What happens to a case: one struct a kind, as it is written and read for thirty years. Decides nothing.

mod kind;

use super::correction::Corrected;
use super::court::Settled;
use super::handover::{Answered, GivenBack, HandedOver, TakenIn};
use super::hold::Hold;
use super::inaction::Sued;
use super::money::{Charged, Paid};
use super::notice::{Noted, Packages};
use super::opening::{AppearsAs, Opened};
use super::papers::{Issued, SignedCopy};
use super::procedure::{Draft, Extended, Ground, Hearing, Requested, Statement};
use super::remedy::{Notified, Objection};
use super::revoked::{Revocation, Revoked};
use super::settlement::Settlement;
use crate::domain::decision::{Levied, Notice};
use crate::domain::id::{CaseId, ChargeId, Digest, EventRef, FollowUpId, PaperId, PersonId, UserId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Granted in full.
    Granted,
    /// Granted with conditions.
    Conditional,
    /// Refused.
    Refused,
    /// The applicant took the application back.
    Withdrawn,
}

impl Outcome {
    /// The name in events and message ids.
    pub fn name(self) -> &'static str {
        match self {
            Self::Granted => "granted",
            Self::Conditional => "conditional",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// What happens to a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CaseEvent {
    /// It begins.
    CaseOpened(Box<Opened>),
    /// Answers, by top-level field; `null` takes one out.
    AnswersSet {
        /// Just what is set now.
        fields: BTreeMap<String, Value>,
    },
    /// Somebody belongs to it.
    PersonLinked {
        /// Who.
        person: PersonId,
        /// As what: [`APPLICANT`](super::APPLICANT), [`REPRESENTATIVE`](super::REPRESENTATIVE), or a role that the service names (`finder`).
        part: String,
        /// How they appear.
        appears_as: AppearsAs,
        /// What proved who they are: one of [`IDENTITY_PAPERS`](super::IDENTITY_PAPERS), or nothing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        seen: Option<String>,
    },
    /// A document was seen or brought.
    DocumentReceived {
        /// The document's id in the service.
        document: String,
        /// When.
        received_on: NaiveDate,
    },
    /// A document that came is of no use, or was taken back: it is missing again.
    DocumentRefused {
        /// The document's id in the service.
        document: String,
        /// Why.
        reason: String,
        /// When.
        refused_on: NaiveDate,
    },
    /// What else was asked for has been said: the request has its answers.
    AnswersReceived {
        /// What was said, in short.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        text: String,
        /// When it came in.
        received_on: NaiveDate,
    },
    /// A file is attached.
    AttachmentAdded {
        /// Its content.
        blob: Digest,
        /// Its name.
        name: String,
        /// Its media type.
        media: String,
        /// Bytes.
        size: u64,
        /// The document it is, if it is one the service knows.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        document: Option<String>,
    },
    /// A note.
    NoteAdded {
        /// The note.
        text: String,
        /// Whether it notes a telephone call.
        #[serde(default)]
        call: bool,
    },
    /// Somebody is to work on it, or nobody.
    Assigned {
        /// Who.
        to: Option<UserId>,
    },
    /// Somebody wants to be reminded (Wiedervorlage).
    FollowUpSet {
        /// Identity.
        follow_up: FollowUpId,
        /// When.
        due_on: NaiveDate,
        /// Of what.
        text: String,
    },
    /// The reminder has served.
    FollowUpDone {
        /// Which.
        follow_up: FollowUpId,
    },
    /// A fee arises.
    FeeCharged(Charged),
    /// A fee is not asked for.
    FeeWaived {
        /// Which.
        charge: ChargeId,
        /// Why.
        reason: String,
    },
    /// Money came in.
    Paid(Paid),
    /// A receipt was wrong; what it paid is owed again.
    ReceiptCancelled {
        /// Which.
        receipt: String,
        /// Why.
        reason: String,
        /// When.
        cancelled_on: NaiveDate,
    },
    /// A paper exists from now on.
    PaperIssued(Issued),
    /// A paper went to a printer.
    Printed {
        /// Which.
        paper: PaperId,
        /// Where.
        printer: String,
        /// How often.
        copies: u16,
    },
    /// A copy of a paper was saved with an electronic signature.
    CopySigned(SignedCopy),
    /// Answers were wrong (Berichtigung).
    Corrected(Box<Corrected>),
    /// It is decided.
    Decided {
        /// What.
        outcome: Outcome,
        /// Why (§ 39 VwVfG).
        reasons: String,
        /// Conditions (Nebenbestimmungen, § 36 VwVfG), in their order.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        conditions: Vec<String>,
        /// Amounts that it sets.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        levies: Vec<Levied>,
        /// The notice of legal remedy that its letter bears.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        notice: Option<Notice>,
        /// When.
        decided_on: NaiveDate,
        /// The draft that it signs, where the service asks for a second signature.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        signs: Option<EventRef>,
    },
    /// What is missing is asked for, with a date.
    DocumentsRequested(Box<Requested>),
    /// The applicant is to be heard before a decision.
    HearingBegun(Box<Hearing>),
    /// The applicant said something to it.
    StatementReceived(Statement),
    /// Nobody is heard before the decision.
    HearingOmitted {
        /// Why.
        ground: Ground,
        /// When that was decided.
        omitted_on: NaiveDate,
    },
    /// There is more time to decide (§ 42a (2) sentence 3 VwVfG).
    DecisionTimeExtended(Extended),
    /// Nothing was decided in time: what was asked for counts as granted (§ 42a (1) VwVfG), and somebody entered that.
    ApprovalDeemed {
        /// The first day on which it is granted.
        since: NaiveDate,
        /// When that was entered.
        entered_on: NaiveDate,
        /// What it costs; nothing where no fee is due, or where it is not known whether one is.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        levies: Vec<Levied>,
    },
    /// A decision waits for its second signature.
    DecisionPrepared(Box<Draft>),
    /// The decision was notified.
    Notified(Notified),
    /// Something was filed against it.
    ObjectionReceived(Objection),
    /// A decision about an objection waits for its second signature.
    ObjectionPrepared(Box<Settlement>),
    /// What became of that.
    ObjectionSettled(Box<Settlement>),
    /// That entry was a mistake, and nobody was told yet: what was filed is open again.
    SettlementUndone {
        /// Which: the event that settled it.
        settlement: EventRef,
        /// Why.
        reason: String,
        /// When.
        undone_on: NaiveDate,
    },
    /// The office is sued for not having decided (§ 75 VwGO).
    InactionSued(Box<Sued>),
    /// That is over: it was decided, taken back or judged.
    InactionEnded {
        /// How it ended.
        #[serde(default)]
        how: Settled,
        /// The same in words: the judgment and its day.
        reason: String,
        /// When that was entered.
        ended_on: NaiveDate,
    },
    /// A revocation waits for its second signature.
    RevocationPrepared(Box<Revocation>),
    /// A decision is taken back (§ 48 VwVfG, § 130 AO) or revoked (§ 49 VwVfG, § 131 AO).
    DecisionRevoked(Box<Revoked>),
    /// Whoever was to sign it gives it back.
    DecisionReturned {
        /// Which.
        draft: EventRef,
        /// Why.
        reason: String,
    },
    /// Nothing more is to be done.
    Closed {
        /// When.
        closed_on: NaiveDate,
        /// What has to be said.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// Something is to be done again.
    Reopened {
        /// When.
        reopened_on: NaiveDate,
        /// Why.
        reason: String,
    },
    /// It goes to another office (Abgabe).
    HandedOver(Box<HandedOver>),
    /// The other office says something to it.
    HandoverAnswered(Box<Answered>),
    /// It came from another office.
    TakenIn(Box<TakenIn>),
    /// It goes back to the office that it came from.
    GivenBack(Box<GivenBack>),
    /// Somebody has looked at what desks did without seeing each other, and did what was to be done.
    ClashSettled {
        /// What clashed.
        clash: super::ClashKind,
        /// The events that did.
        events: Vec<EventRef>,
        /// What was done about it.
        reason: String,
    },
    /// It was entered twice (doppelt erfasst): this case is closed and owes nothing, the other one goes on. Or it was not.
    /// Always written to the younger of both, so that two desks never close both.
    DoubleJudged {
        /// The older case.
        other: CaseId,
        /// Whether it is the same matter.
        double: bool,
        /// What was said to it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
        /// When.
        judged_on: NaiveDate,
    },
    /// What the term of its file counts from has happened: the business was given up, the accounts were adopted.
    TermBegun {
        /// When.
        began_on: NaiveDate,
        /// What happened.
        reason: String,
    },
    /// It is not destroyed although its term is over.
    HoldSet {
        /// What keeps it.
        hold: Hold,
        /// Why.
        reason: String,
        /// When.
        set_on: NaiveDate,
    },
    /// That keeps it no longer.
    HoldLifted {
        /// What kept it.
        hold: Hold,
        /// Why.
        reason: String,
        /// When.
        lifted_on: NaiveDate,
    },
    /// Packages for receiving bodies exist from now on (§ 14 (8) GewO).
    NoticesPrepared(Box<Packages>),
    /// Something became of them.
    NoticesNoted(Box<Noted>),
}

#[cfg(test)]
mod tests;
