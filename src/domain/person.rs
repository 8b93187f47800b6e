//! People and businesses. Holds identity only: what a case knows of somebody stays with the case (§ 30 AO).

mod record;
pub mod same;

use super::id::{Digest, EventRef, PersonId};
use super::user::Group;
pub use record::{Person, display_name};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What happens to a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PersonEvent {
    /// Somebody is entered.
    PersonCreated {
        /// What is known, by the names of [`fields`].
        fields: BTreeMap<String, String>,
    },
    /// Something changes; an empty value takes a field out.
    PersonChanged {
        /// Just what changes.
        fields: BTreeMap<String, String>,
        /// Heads of the records that were one with this one, which the clerk saw beside those of this record.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        saw: Vec<EventRef>,
        /// Why, where it decides between two versions; else empty.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// Two records are one human or one business (Zusammenführen). Written to the older of both, so that two desks that say
    /// it of the same two write to the same one.
    PersonsMerged {
        /// The younger record.
        other: PersonId,
        /// What stands where the records differ. It holds as long as they are one.
        fields: BTreeMap<String, String>,
        /// Heads of all records concerned, which the clerk saw beside those of this record.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        saw: Vec<EventRef>,
    },
    /// Two records are not one: never were (somebody else of the same name), or were taken to be (Auseinanderführen).
    PersonsParted {
        /// The younger record.
        other: PersonId,
    },
    /// What is held on the person was disclosed to them (Art. 15 DSGVO), as far as whoever did it may read it.
    PersonDisclosed {
        /// Digest of the paper.
        paper: Digest,
        /// Digest of the data beside it.
        data: Digest,
        /// Groups of services that were left to others (§ 30 AO).
        #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
        left: BTreeSet<Group>,
    },
}

impl PersonEvent {
    /// The event's kind, as in the envelope.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::PersonCreated { .. } => "person_created",
            Self::PersonChanged { .. } => "person_changed",
            Self::PersonsMerged { .. } => "persons_merged",
            Self::PersonsParted { .. } => "persons_parted",
            Self::PersonDisclosed { .. } => "person_disclosed",
        }
    }
}

/// Names of the fields of a person. All values are text; a list is joined by `; `.
pub mod fields {
    /// `natural` or `business`.
    pub const KIND: &str = "kind";
    /// Family name; of a business, its whole name with legal form.
    pub const FAMILY: &str = "family";
    /// Given names; empty for people with one name only.
    pub const GIVEN: &str = "given";
    /// Name at birth, where it differs.
    pub const BIRTH_NAME: &str = "birth_name";
    /// Doctor's degree.
    pub const TITLE: &str = "title";
    /// `maennlich`, `weiblich`, `divers`, `ohne_angabe`.
    pub const GENDER: &str = "gender";
    /// Birth date, perhaps partial: `1987-03-14`, `1990-00-00`.
    pub const BIRTH_DATE: &str = "birth_date";
    /// Place of birth.
    pub const BIRTH_PLACE: &str = "birth_place";
    /// Country of birth, ISO 3166 alpha-2.
    pub const BIRTH_COUNTRY: &str = "birth_country";
    /// Nationalities, ISO 3166 alpha-2, joined by `; `; `XXX` for none.
    pub const NATIONALITIES: &str = "nationalities";
    /// Street.
    pub const STREET: &str = "street";
    /// House number with letter.
    pub const HOUSE: &str = "house";
    /// Postcode.
    pub const POSTCODE: &str = "postcode";
    /// Place.
    pub const PLACE: &str = "place";
    /// `yes` where there is no fixed address; the fields of the address then say where letters reach.
    pub const NO_FIXED_ADDRESS: &str = "no_fixed_address";
    /// Telephone.
    pub const PHONE: &str = "phone";
    /// E-mail.
    pub const EMAIL: &str = "email";
    /// Register court and number of a business.
    pub const REGISTER: &str = "register";
    /// `yes` where the address must not be told (Auskunftssperre, § 51 BMG).
    pub const BLOCKED: &str = "blocked";
    /// `yes` where letters are wanted in large print.
    pub const LARGE_PRINT: &str = "large_print";
    /// Where somebody lives and is reached: what a ban on disclosure covers (§ 51 BMG).
    pub const ADDRESS: [&str; 6] = [STREET, HOUSE, POSTCODE, PLACE, PHONE, EMAIL];
    /// All of them, in the order of the form.
    pub const ALL: &[&str] = &[
        KIND,
        FAMILY,
        GIVEN,
        BIRTH_NAME,
        TITLE,
        GENDER,
        BIRTH_DATE,
        BIRTH_PLACE,
        BIRTH_COUNTRY,
        NATIONALITIES,
        STREET,
        HOUSE,
        POSTCODE,
        PLACE,
        NO_FIXED_ADDRESS,
        PHONE,
        EMAIL,
        REGISTER,
        BLOCKED,
        LARGE_PRINT,
    ];
}
