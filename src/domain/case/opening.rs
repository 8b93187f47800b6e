//! How a case begins: the way it came in, who appears and how, what was signed. Part of what is written and read for
//! thirty years. Decides nothing.

use crate::domain::id::Digest;
use crate::domain::user::Group;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

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

    /// Whether somebody else acts in the applicant's name, so that letters go to them: a proxy (§ 14 (3) VwVfG), or who
    /// represents them by law, since whoever cannot act is told nothing (§ 12 VwVfG, § 79 AO).
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
    &["personalausweis", "reisepass", "aufenthaltstitel", KNOWN_PERSONALLY, "sonstiges"];

/// No paper: whoever notes it knows the person.
pub const KNOWN_PERSONALLY: &str = "persoenlich_bekannt";

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

/// The opening of a case: everything that never changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// Case number.
    pub number: String,
    /// Slug of the service.
    pub service: String,
    /// Version of the service; the case keeps it.
    pub version: String,
    /// The pack that the version comes from: a part of the case's file, which says what its answers mean. Nothing where
    /// the service is built into the program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pack: Option<Digest>,
    /// Key in the filing plan.
    pub filing_plan: String,
    /// Who may read it.
    pub group: Group,
    /// The way it came in.
    pub channel: Channel,
    /// The file of a portal that it came from over the service of the Kreis, by its name: the receipt goes back the same way. Nothing
    /// where it did not come so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers_to: Option<String>,
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

#[cfg(test)]
impl Opened {
    /// A case as it is opened in tests: filed at the counter on the day that it came in.
    pub(crate) fn sample(number: &str, service: &str, group: Group, day: NaiveDate) -> Self {
        Self {
            number: number.to_owned(),
            service: service.to_owned(),
            version: "2025-11-01".to_owned(),
            pack: None,
            filing_plan: number.split('-').next().unwrap_or_default().to_owned(),
            group,
            channel: Channel::Counter,
            answers_to: None,
            received_on: day,
            received_why: String::new(),
            filed_on: day,
            signature: Signature::Seen,
            status_code: "K7QX-3MPA-92HT".to_owned(),
        }
    }
}
