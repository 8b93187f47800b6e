//! An intake while it is being made: what the counter holds before anything is a case. Checks nothing.

use crate::domain::answers::Answers;
use crate::domain::case::{APPLICANT, AppearsAs, Channel, REPRESENTATIVE, Signature};
use crate::domain::id::{CaseId, Digest, PersonId};
use crate::domain::money::Cents;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The person it is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// Somebody who is known.
    Known(PersonId),
    /// Somebody to be entered with the case, by the names of `domain::person::fields`.
    New(BTreeMap<String, String>),
}

/// Somebody who belongs to the intake.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// Who.
    pub party: Party,
    /// As what: `applicant`, or a part that the service names.
    pub part: String,
    /// How they appear.
    pub appears_as: AppearsAs,
    /// The identity paper that was seen.
    pub seen: Option<String>,
    /// Somebody looked at who is likely there already, and said that it is none of them.
    #[serde(default)]
    pub certain: bool,
}

/// A file to be attached. Its bytes are stored already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enclosure {
    /// Content.
    pub blob: Digest,
    /// Name.
    pub name: String,
    /// Media type.
    pub media: String,
    /// Bytes.
    pub size: u64,
    /// The service's document that it is.
    pub document: Option<String>,
}

/// How the fee is settled.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum Settlement {
    /// It stays owed (invoice), or there is none.
    #[default]
    Later,
    /// Cash.
    Cash {
        /// What was handed over.
        given: Cents,
    },
    /// Card.
    Card,
    /// Not asked for.
    Exempt {
        /// Why.
        reason: String,
    },
}

/// An intake: the draft that saves itself and that becomes a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Intake {
    /// Its id, and the case's when it is filed: filing twice opens one case.
    pub case: CaseId,
    /// Slug of the service.
    pub service: String,
    /// Version of the service.
    pub version: String,
    /// The pack that it comes from; nothing where it is built in.
    #[serde(default)]
    pub pack: Option<Digest>,
    /// Answers as typed.
    pub answers: Answers,
    /// Who belongs to it.
    pub participants: Vec<Participant>,
    /// Somebody new who is being typed in and not taken yet, by the names of `domain::person::fields`.
    #[serde(default)]
    pub entering: BTreeMap<String, String>,
    /// Documents seen, by id.
    pub documents: BTreeSet<String>,
    /// Files.
    #[serde(default)]
    pub enclosures: Vec<Enclosure>,
    /// The way it came in.
    pub channel: Channel,
    /// The file of a portal that it came from over the service of the Kreis, by its name.
    #[serde(default)]
    pub answers_to: Option<String>,
    /// Day of receipt; today where none is given.
    pub received_on: Option<NaiveDate>,
    /// Why another day than today.
    #[serde(default)]
    pub received_why: String,
    /// How it was signed; `None` while it is not.
    pub signature: Option<Signature>,
    /// How the fee is settled.
    #[serde(default)]
    pub settlement: Settlement,
}

impl Intake {
    /// An empty intake for a service.
    pub fn new(case: CaseId, service: &str, version: &str) -> Self {
        Self {
            case,
            service: service.to_owned(),
            version: version.to_owned(),
            pack: None,
            answers: Answers::default(),
            participants: Vec::new(),
            entering: BTreeMap::new(),
            documents: BTreeSet::new(),
            enclosures: Vec::new(),
            channel: Channel::Counter,
            answers_to: None,
            received_on: None,
            received_why: String::new(),
            signature: None,
            settlement: Settlement::Later,
        }
    }

    /// The applicant, if one is entered.
    pub fn applicant(&self) -> Option<&Participant> {
        self.of(APPLICANT)
    }

    /// Who acts for the applicant, if somebody is entered.
    pub fn representative(&self) -> Option<&Participant> {
        self.of(REPRESENTATIVE)
    }

    /// Whether somebody acts for the applicant, entered or not.
    pub fn is_represented(&self) -> bool {
        self.applicant().is_some_and(|applicant| applicant.appears_as.is_represented())
    }

    /// Whether this is the applicant.
    pub fn is_applicant(&self, person: PersonId) -> bool {
        self.applicant().is_some_and(|applicant| applicant.party == Party::Known(person))
    }

    /// Whether somebody signs here: what a portal sends was declared there, and nobody stands at the counter.
    pub fn is_signed_here(&self) -> bool {
        self.channel != Channel::Portal
    }

    fn of(&self, part: &str) -> Option<&Participant> {
        self.participants.iter().find(|participant| participant.part == part)
    }
}
