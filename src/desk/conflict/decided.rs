//! What was decided between versions of what is known of somebody, or of a value of the town: which one stands, by whom, where,
//! when and why. Of a case its file tells it: there it is a correction like any other.

use super::{About, Conflict, Names, Papers, Version};
use crate::desk::Desk;
use crate::desk::error::DeskError;
use crate::domain::event::{Payload, Recorded};
use crate::domain::person::PersonEvent;
use crate::domain::town::TownEvent;
use crate::store::{Reader, StoreError};
use serde_json::Value;
use std::cmp::Reverse;

/// A decision between versions.
#[derive(Debug, Clone, PartialEq)]
pub struct Decided {
    /// The field.
    pub field: String,
    /// What a service calls it; empty for people and for those of the town's values that have names of their own.
    pub label: String,
    /// What was to stand from then on, and who said so.
    pub version: Version,
    /// Why.
    pub reason: String,
}

impl Desk {
    /// What was decided about somebody, or the town, the newest first; nothing of a case.
    pub fn decided(&self, about: About, language: &str) -> Result<Vec<Decided>, DeskError> {
        let mut all = self.store.read(|db| -> Result<_, StoreError> {
            let names = Names::of(db)?;
            match about {
                About::Case(_) => Ok(Vec::new()),
                About::Person(id) => {
                    let mut all = Vec::new();
                    for record in db.records(id)? {
                        all.extend(db.person_log(record)?.iter().flat_map(|event| of_person(&names, event)));
                    }
                    Ok(all)
                }
                About::Town => of_town(db, &names),
            }
        })?;
        if about == About::Town {
            all = all.into_iter().map(|decided| self.named(decided, language)).collect();
        }
        all.sort_by_key(|decided| Reverse(decided.version.origin.at));
        Ok(all)
    }

    /// As a conflict about it is named and shown.
    fn named(&self, Decided { field, version, reason, .. }: Decided, language: &str) -> Decided {
        let mut conflict = Conflict {
            about: About::Town,
            name: String::new(),
            field,
            label: String::new(),
            versions: vec![version.clone()],
            papers: Papers::default(),
        };
        self.name_value(&mut conflict, language);
        let version = conflict.versions.pop().unwrap_or(version);
        Decided { field: conflict.field, label: conflict.label, version, reason }
    }
}

fn of_person(names: &Names, event: &Recorded<PersonEvent>) -> Vec<Decided> {
    match &event.payload {
        Payload::Known(PersonEvent::PersonChanged { fields, reason, .. }) if !reason.is_empty() => {
            fields.iter().map(|(field, value)| decided(names, event, (field, value), reason)).collect()
        }
        _ => Vec::new(),
    }
}

fn of_town(db: &Reader<'_>, names: &Names) -> Result<Vec<Decided>, StoreError> {
    let events = db.town_events()?;
    let found = events.iter().filter_map(|event| match &event.payload {
        Payload::Known(TownEvent::ValueSet { key, value, reason }) if !reason.is_empty() => {
            Some(decided(names, event, (key, value), reason))
        }
        _ => None,
    });
    Ok(found.collect())
}

fn decided<E>(
    names: &Names,
    event: &Recorded<E>,
    (field, value): (&String, &String),
    reason: &str,
) -> Decided {
    let origin = names.origin(event.id, Some((event.actor, event.at)));
    let version =
        Version { value: Value::String(value.clone()), shown: value.clone(), origin, written: event.id };
    Decided { field: field.clone(), label: String::new(), version, reason: reason.to_owned() }
}
