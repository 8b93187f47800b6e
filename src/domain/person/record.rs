//! The state of a person: one record, or several that are one human or one business. Merging loses nothing: each record
//! keeps its events, and the person is the fold over all of them.

use super::{PersonEvent, fields};
use crate::domain::event::{Payload, Recorded};
use crate::domain::fold::{Ordered, Register, versions};
use crate::domain::id::{EventRef, PersonId};
use std::collections::{BTreeMap, BTreeSet};

/// A person or a business.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// Identity: the oldest of the records.
    pub id: PersonId,
    /// All records that are this person, the oldest first.
    pub records: BTreeSet<PersonId>,
    /// What is known, by the names of [`fields`].
    pub fields: BTreeMap<String, String>,
    /// Fields on whose value two desks disagree.
    pub conflicts: Vec<String>,
    /// The values that stand against each other there, with who wrote each.
    pub versions: BTreeMap<String, Vec<(String, EventRef)>>,
    /// Who wrote each value that stands.
    pub written_by: BTreeMap<String, EventRef>,
    /// Other names under which the records were entered: the person is found by them too.
    pub also: BTreeSet<String>,
}

type Registers<'a> = BTreeMap<&'a str, Register<&'a str>>;

impl Person {
    /// State from all events of one record; `None` before the first.
    pub fn fold(id: PersonId, events: &[Recorded<PersonEvent>]) -> Option<Self> {
        Self::of_records(&BTreeMap::from([(id, events.to_vec())]))
    }

    /// State from all events of the records that are one person; `None` before the first.
    pub fn of_records(records: &BTreeMap<PersonId, Vec<Recorded<PersonEvent>>>) -> Option<Self> {
        let members: BTreeSet<PersonId> = records.keys().copied().collect();
        let events = together(records);
        let ordered = Ordered::new(&events);
        let mut registers = Registers::new();
        let mut also = BTreeSet::new();
        // What is left of a record whose beginning was erased is nobody.
        let erased = events.iter().any(|event| event.payload == Payload::Erased);
        let begun = |event: &Recorded<PersonEvent>| {
            matches!(event.payload, Payload::Known(PersonEvent::PersonCreated { .. }))
        };
        if erased && !events.iter().any(begun) {
            return None;
        }
        let mut any = false;
        for (event, past) in ordered.iter() {
            any = true;
            let Payload::Known(what) = &event.payload else { continue };
            let fields = match what {
                PersonEvent::PersonCreated { fields } | PersonEvent::PersonChanged { fields, .. } => fields,
                PersonEvent::PersonsMerged { other, fields, .. } if members.contains(other) => fields,
                PersonEvent::PersonsMerged { .. }
                | PersonEvent::PersonsParted { .. }
                | PersonEvent::PersonDisclosed { .. } => continue,
            };
            for (name, value) in fields {
                registers.entry(name).or_default().write(value, past);
            }
            if let PersonEvent::PersonCreated { fields } = what {
                let get = |name: &str| fields.get(name).map_or("", String::as_str);
                let _ = also.insert(display_name(get(fields::FAMILY), get(fields::GIVEN)));
            }
        }
        let id = *members.first().filter(|_| any)?;
        let versions = versions(&registers);
        let mut person = Self {
            id,
            conflicts: versions.keys().cloned().collect(),
            versions,
            written_by: written_by(&registers),
            fields: standing(&registers),
            also: BTreeSet::new(),
            records: members,
        };
        if person.records.len() > 1 {
            let _ = also.remove(&person.name());
            person.also = also;
        }
        Some(person)
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

    /// Whether letters are wanted in large print.
    pub fn wants_large_print(&self) -> bool {
        self.get(fields::LARGE_PRINT) == "yes"
    }

    /// The name as lists show it: `Ďuriš-Şengül, Zdeňka`.
    pub fn name(&self) -> String {
        display_name(self.get(fields::FAMILY), self.get(fields::GIVEN))
    }
}

/// The events of all records. What the writer saw of another record precedes an event as its parents do; what is not among
/// the records any more precedes nothing.
fn together(records: &BTreeMap<PersonId, Vec<Recorded<PersonEvent>>>) -> Vec<Recorded<PersonEvent>> {
    let here: BTreeSet<EventRef> = records.values().flatten().map(|event| event.id).collect();
    let seen = |event: &Recorded<PersonEvent>| {
        let mut event = event.clone();
        if let Payload::Known(
            PersonEvent::PersonChanged { saw, .. } | PersonEvent::PersonsMerged { saw, .. },
        ) = &event.payload
        {
            let more = saw.iter().filter(|id| here.contains(id) && **id != event.id);
            event.parents.extend(more.copied().collect::<BTreeSet<_>>());
        }
        event
    };
    records.values().flatten().map(seen).collect()
}

/// The value of each field. While desks disagree about a ban on disclosure (§ 51 BMG), the stricter one holds.
fn standing(registers: &Registers<'_>) -> BTreeMap<String, String> {
    let value = |(name, register): (&&str, &Register<&str>)| {
        let banned =
            *name == fields::BLOCKED && register.conflict().iter().any(|(value, _)| **value == "yes");
        let value = if banned { "yes" } else { *register.get()? };
        (!value.is_empty()).then(|| ((*name).to_owned(), value.to_owned()))
    };
    registers.iter().filter_map(value).collect()
}

fn written_by(registers: &Registers<'_>) -> BTreeMap<String, EventRef> {
    let writer = |(name, register): (&&str, &Register<&str>)| Some(((*name).to_owned(), register.writer()?));
    registers.iter().filter_map(writer).collect()
}

/// The name as lists show it: family name, comma, given names; just one where there is just one.
pub fn display_name(family: &str, given: &str) -> String {
    match (family.is_empty(), given.is_empty()) {
        (false, false) => format!("{family}, {given}"),
        _ => format!("{family}{given}"),
    }
}

#[cfg(test)]
mod tests;
