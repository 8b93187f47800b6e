//! What happens to a case: one struct a kind, as it is written and read for thirty years. Decides nothing.

use crate::domain::assessment::{ChargeDue, Vat};
use crate::domain::decision::{Levied, Notice};
use crate::domain::explain::Explanation;
use crate::domain::id::{ChargeId, Digest, FollowUpId, PaperId, PersonId, UserId};
use crate::domain::money::Cents;
use crate::domain::problem::LocalText;
use crate::domain::user::Group;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// The way a case came in. Periods run from its day of receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Somebody stood there (Schalter).
    Counter,
    /// Post.
    Post,
    /// The town hall's letter box (Briefkasten).
    LetterBox,
    /// E-mail.
    Email,
    /// A portal.
    Portal,
    /// Telephone.
    Telephone,
}

impl Channel {
    /// All of them, the counter first.
    pub const ALL: [Self; 6] =
        [Self::Counter, Self::Post, Self::LetterBox, Self::Email, Self::Portal, Self::Telephone];

    /// The channel's name in events and message ids.
    pub fn name(self) -> &'static str {
        match self {
            Self::Counter => "counter",
            Self::Post => "post",
            Self::LetterBox => "letter_box",
            Self::Email => "email",
            Self::Portal => "portal",
            Self::Telephone => "telephone",
        }
    }
}

/// How somebody appears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AppearsAs {
    /// In person.
    InPerson,
    /// By legal representative.
    Representative,
    /// By proxy whose authority was seen (§ 14 VwVfG).
    Proxy,
    /// A messenger brings what somebody else declared.
    Messenger,
    /// Nobody appears: it came in writing.
    InWriting,
}

impl AppearsAs {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::InPerson, Self::Representative, Self::Proxy, Self::Messenger, Self::InWriting];

    /// Whether somebody else acts in the applicant's name, so that letters go to them (§ 14 (3) VwVfG).
    pub fn is_represented(self) -> bool {
        matches!(self, Self::Representative | Self::Proxy)
    }

    /// The name in events and message ids.
    pub fn name(self) -> &'static str {
        match self {
            Self::InPerson => "in_person",
            Self::Representative => "representative",
            Self::Proxy => "proxy",
            Self::Messenger => "messenger",
            Self::InWriting => "in_writing",
        }
    }
}

/// The part of whom a case is for.
pub const APPLICANT: &str = "applicant";
/// The part of whoever acts for the applicant: a proxy (Bevollmächtigte) or a legal representative.
pub const REPRESENTATIVE: &str = "representative";

/// Identity papers that were seen; never a copy of them.
pub const IDENTITY_PAPERS: &[&str] =
    &["personalausweis", "reisepass", "aufenthaltstitel", "persoenlich_bekannt", "sonstiges"];

/// How a declaration was signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum Signature {
    /// The clerk saw it being signed ("unterschrieben gesehen").
    Seen,
    /// The signed sheet is attached.
    Scanned {
        /// The attachment.
        blob: Digest,
    },
    /// The service asks for none.
    NotNeeded,
}

/// How it was paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Payment {
    /// Cash.
    Cash,
    /// Card, on a terminal of its own.
    Card,
}

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

/// The opening of a case: everything that never changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// Case number.
    pub number: String,
    /// Slug of the service.
    pub service: String,
    /// Version of the service; the case keeps it.
    pub version: String,
    /// Key in the filing plan.
    pub filing_plan: String,
    /// Who may read it.
    pub group: Group,
    /// The way it came in.
    pub channel: Channel,
    /// Day of receipt: periods run from it.
    pub received_on: NaiveDate,
    /// Why the day of receipt is not the day of filing; empty where it is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub received_why: String,
    /// Day of filing.
    pub filed_on: NaiveDate,
    /// How the declaration was signed.
    pub signature: Signature,
    /// The code under which the resident asks how the case stands.
    pub status_code: String,
}

/// A fee that the case owes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Charged {
    /// Identity.
    pub charge: ChargeId,
    /// The fee's id in the service.
    pub fee: String,
    /// What for.
    pub label: LocalText,
    /// How much.
    pub cents: Cents,
    /// The tariff.
    pub tariff: String,
    /// Tax.
    pub vat: Vat,
    /// How the amount came about.
    pub why: Explanation,
    /// The duplicate that it is for; none where it is for the case itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duplicate: Option<PaperId>,
}

impl Charged {
    /// A fee for the case itself, as the catalogue says it is due.
    pub fn of(due: &ChargeDue, charge: ChargeId) -> Self {
        Self {
            charge,
            fee: due.id.clone(),
            label: due.label.clone(),
            cents: due.cents,
            tariff: due.tariff.clone(),
            vat: due.vat,
            why: due.why.clone(),
            duplicate: None,
        }
    }
}

/// What becomes of fees whose amount rests on answers that were wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fees {
    /// They stay as they were charged.
    Kept,
    /// They are charged by the right answers.
    Revised,
}

/// Answers that were wrong (Berichtigung), and what rested on them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrected {
    /// What stood there, by top-level field; `null` where nothing did.
    pub old: BTreeMap<String, Value>,
    /// What stands there now.
    pub new: BTreeMap<String, Value>,
    /// Why.
    pub reason: String,
    /// Whether the office itself was mistaken; then it is free (§ 42 VwVfG).
    pub own_mistake: bool,
    /// Day of the correction.
    pub corrected_on: NaiveDate,
    /// What was decided about fees whose amount rests on the answers; none where no amount does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fees: Option<Fees>,
    /// Fees that are not owed any more: new ones are charged beside this.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withdrawn: Vec<ChargeId>,
    /// Papers that the right answers do not bring forth: they stand no more, and none replaces them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub void: Vec<PaperId>,
}

/// Money that came in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paid {
    /// Receipt number.
    pub receipt: String,
    /// What was paid.
    pub charges: Vec<ChargeId>,
    /// How much.
    pub cents: Cents,
    /// Cash or card.
    pub how: Payment,
    /// What was handed over in cash; the change is the difference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<Cents>,
    /// Day of payment.
    pub paid_on: NaiveDate,
}

/// A paper that exists from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// Identity.
    pub paper: PaperId,
    /// The paper's kind in the service. Written as `paper_kind`: `kind` is the event's own.
    #[serde(rename = "paper_kind")]
    pub kind: String,
    /// What it is called, in the language it is written in.
    pub title: String,
    /// Digest of the PDF.
    pub sha256: Digest,
    /// Bytes of the PDF.
    pub size: u64,
    /// Pages.
    pub pages: u16,
    /// Day it was issued.
    pub issued_on: NaiveDate,
    /// The receipt it belongs to, for receipts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<String>,
    /// The paper it replaces (Berichtigung).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<PaperId>,
    /// The lost paper it repeats (Zweitschrift).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeats: Option<PaperId>,
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
        /// As what: [`APPLICANT`], [`REPRESENTATIVE`], or a role that the service names (`finder`).
        part: String,
        /// How they appear.
        appears_as: AppearsAs,
        /// What proved who they are: one of [`IDENTITY_PAPERS`], or nothing.
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
}

impl CaseEvent {
    /// The event's kind, as in the envelope.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::CaseOpened(_) => "case_opened",
            Self::AnswersSet { .. } => "answers_set",
            Self::PersonLinked { .. } => "person_linked",
            Self::DocumentReceived { .. } => "document_received",
            Self::AttachmentAdded { .. } => "attachment_added",
            Self::NoteAdded { .. } => "note_added",
            Self::Assigned { .. } => "assigned",
            Self::FollowUpSet { .. } => "follow_up_set",
            Self::FollowUpDone { .. } => "follow_up_done",
            Self::FeeCharged(_) => "fee_charged",
            Self::FeeWaived { .. } => "fee_waived",
            Self::Paid(_) => "paid",
            Self::ReceiptCancelled { .. } => "receipt_cancelled",
            Self::PaperIssued(_) => "paper_issued",
            Self::Printed { .. } => "printed",
            Self::Corrected(_) => "corrected",
            Self::Decided { .. } => "decided",
            Self::Closed { .. } => "closed",
            Self::Reopened { .. } => "reopened",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::user::{Role, may};
    use uuid::Uuid;

    /// The tag that is written is the kind that the envelope names and the role table knows.
    #[test]
    fn kinds_are_what_is_written() {
        let events = [
            CaseEvent::NoteAdded { text: "Rückruf".into(), call: true },
            CaseEvent::Closed { closed_on: NaiveDate::MIN, reason: String::new() },
            CaseEvent::FeeWaived { charge: ChargeId(Uuid::nil()), reason: "Ehrenamt".into() },
            CaseEvent::FollowUpDone { follow_up: FollowUpId(Uuid::nil()) },
            CaseEvent::PaperIssued(Issued {
                paper: PaperId(Uuid::nil()),
                kind: "gewa1".into(),
                title: "GewA 1".into(),
                sha256: Digest::default(),
                size: 1,
                pages: 2,
                issued_on: NaiveDate::MIN,
                receipt: None,
                replaces: None,
                repeats: None,
            }),
        ];
        for event in events {
            // Through text: a name that is written twice is lost in a `Value`.
            let text = serde_json::to_string(&event).expect("writes");
            let written: Value = serde_json::from_str(&text).expect("reads");
            assert_eq!(written["kind"], event.kind());
            assert!(
                Role::ALL.into_iter().any(|role| may(role, event.kind())),
                "nobody may write {}",
                event.kind()
            );
            assert_eq!(serde_json::from_value::<CaseEvent>(written).expect("reads"), event);
        }
    }
}
