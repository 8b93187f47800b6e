//! Versions of what is kept as texts: of what is known of people, and of the town's values. Finds no paper.

use super::{About, Conflict, Names, Papers, Version};
use crate::domain::event::{Outline, Subject};
use crate::domain::id::{EventRef, UserId};
use crate::store::{Reader, StoreError};
use chrono::{DateTime, Utc};
use serde_json::Value;
use std::collections::BTreeMap;

/// Conflicts of a subject whose values are texts, with the name under which it is shown.
pub(super) fn conflicts(
    db: &Reader<'_>,
    names: &Names,
    (about, name): (About, &str),
    versions: &BTreeMap<String, Vec<(String, EventRef)>>,
    conflicts: &mut Vec<Conflict>,
) -> Result<(), StoreError> {
    if versions.is_empty() {
        return Ok(());
    }
    let written = written(db, about)?;
    for (field, versions) in versions {
        let version = |(value, writer): &(String, EventRef)| Version {
            value: Value::String(value.clone()),
            shown: value.clone(),
            origin: names.origin(*writer, written.get(writer).copied()),
            written: *writer,
        };
        conflicts.push(Conflict {
            about,
            name: name.to_owned(),
            field: field.clone(),
            label: String::new(),
            versions: versions.iter().map(version).collect(),
            papers: Papers::default(),
        });
    }
    Ok(())
}

/// Who wrote each event of a subject, and when.
fn written(db: &Reader<'_>, about: About) -> Result<BTreeMap<EventRef, (UserId, DateTime<Utc>)>, StoreError> {
    let subjects = match about {
        About::Case(id) => vec![Subject::Case(id)],
        About::Person(id) => db.records(id)?.into_iter().map(Subject::Person).collect(),
        About::Town => vec![Subject::Town],
    };
    let mut written = BTreeMap::new();
    for subject in subjects {
        for logged in db.events(subject)? {
            let outline: Outline = serde_json::from_slice(&logged.envelope)?;
            let _ = written.insert(outline.id(), (outline.actor, outline.at));
        }
    }
    Ok(written)
}
