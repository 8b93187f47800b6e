//! People and businesses. Holds identity only: what a case knows of somebody stays with the case (§ 30 AO).

use super::event::{Payload, Recorded};
use super::fold::{Ordered, Register, versions};
use super::id::{EventRef, PersonId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
    },
}

impl PersonEvent {
    /// The event's kind, as in the envelope.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::PersonCreated { .. } => "person_created",
            Self::PersonChanged { .. } => "person_changed",
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
    ];
}

/// A person or a business.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// Identity.
    pub id: PersonId,
    /// What is known, by the names of [`fields`].
    pub fields: BTreeMap<String, String>,
    /// Fields on whose value two desks disagree.
    pub conflicts: Vec<String>,
    /// The values that stand against each other there, with who wrote each.
    pub versions: BTreeMap<String, Vec<(String, EventRef)>>,
    /// Parents of the next event.
    pub heads: Vec<EventRef>,
}

impl Person {
    /// State from all events of the person; `None` before the first.
    pub fn fold(id: PersonId, events: &[Recorded<PersonEvent>]) -> Option<Self> {
        let ordered = Ordered::new(events);
        let mut registers: BTreeMap<&str, Register<&str>> = BTreeMap::new();
        for (event, past) in ordered.iter() {
            let Payload::Known(PersonEvent::PersonCreated { fields } | PersonEvent::PersonChanged { fields }) =
                &event.payload
            else {
                continue;
            };
            for (name, value) in fields {
                registers.entry(name).or_default().write(value, past);
            }
        }
        let versions = versions(&registers);
        let person = Self {
            id,
            conflicts: versions.keys().cloned().collect(),
            versions,
            fields: registers
                .into_iter()
                .filter_map(|(name, register)| Some((name.to_owned(), (*register.get()?).to_owned())))
                .filter(|(_, value)| !value.is_empty())
                .collect(),
            heads: ordered.heads(),
        };
        (!person.heads.is_empty()).then_some(person)
    }

    /// A field; empty where nothing is known.
    pub fn get(&self, field: &str) -> &str {
        self.fields.get(field).map_or("", String::as_str)
    }

    /// Whether it is a business.
    pub fn is_business(&self) -> bool {
        self.get(fields::KIND) == "business"
    }

    /// Whether the address must not be told (§ 51 BMG).
    pub fn is_blocked(&self) -> bool {
        self.get(fields::BLOCKED) == "yes"
    }

    /// The name as lists show it: `Ďuriš-Şengül, Zdeňka`.
    pub fn name(&self) -> String {
        display_name(self.get(fields::FAMILY), self.get(fields::GIVEN))
    }
}

/// The name as lists show it: family name, comma, given names; just one where there is just one.
pub fn display_name(family: &str, given: &str) -> String {
    match (family.is_empty(), given.is_empty()) {
        (false, false) => format!("{family}, {given}"),
        _ => format!("{family}{given}"),
    }
}
