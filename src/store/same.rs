//! A person whose records are several: which ones, by what was decided up to a moment, and what all of them say. Writes no
//! row of a list.

use super::error::StoreError;
use super::reader::Reader;
use super::{log, read};
use crate::domain::event::{Outline, Recorded, Subject};
use crate::domain::id::{EventRef, PersonId};
use crate::domain::person::same::{Verdict, connected, verdicts};
use crate::domain::person::{Person, PersonEvent};
use crate::domain::seen::Seen;
use rusqlite::Connection;
use std::collections::BTreeSet;

/// What happened to one record of a person; only what was seen, where that is given.
pub(super) fn events(
    db: &Connection,
    id: PersonId,
    seen: Option<&Seen>,
) -> Result<Vec<Recorded<PersonEvent>>, StoreError> {
    log::recorded(db, Subject::Person(id), seen)
}

/// All records that are one person with this one, itself among them.
pub(super) fn records(
    db: &Connection,
    id: PersonId,
    seen: Option<&Seen>,
) -> Result<BTreeSet<PersonId>, StoreError> {
    let Some(seen) = seen else { return Ok(read::records(db, id)?) };
    // The table says how it stands now; what stood then is with the events, and only where something was ever decided.
    connected(id, |record| {
        let mut same = Vec::new();
        for other in read::beside(db, record, false)? {
            let verdicts = verdicts(&events(db, record.min(other), Some(seen))?);
            if verdicts.get(&record.max(other)) == Some(&Verdict::Same) {
                same.push(other);
            }
        }
        Ok(same)
    })
}

/// The person that the record belongs to. `events` gives what happened to a record.
pub(super) fn person(
    db: &Connection,
    id: PersonId,
    seen: Option<&Seen>,
    events: impl Fn(PersonId) -> Result<Vec<Recorded<PersonEvent>>, StoreError>,
) -> Result<Option<Person>, StoreError> {
    let records = records(db, id, seen)?;
    let of_record = |id: PersonId| Ok::<_, StoreError>((id, events(id)?));
    Ok(Person::of_records(&records.into_iter().map(of_record).collect::<Result<_, _>>()?))
}

/// Writes down what was decided about a record, by what happened to it.
pub(super) fn note(
    db: &Connection,
    id: PersonId,
    events: &[Recorded<PersonEvent>],
) -> Result<(), StoreError> {
    Ok(read::write_pairs(db, id, &verdicts(events))?)
}

/// What the rows of this record rest on beside its own events: everything that a verdict ever tied to it, and the cases in
/// which one of them stands.
pub(super) fn around(db: &Connection, id: PersonId) -> Result<BTreeSet<Subject>, StoreError> {
    let records = connected(id, |record| read::beside(db, record, false))?;
    if records.len() < 2 {
        return Ok(BTreeSet::new());
    }
    let mut subjects = BTreeSet::new();
    for record in records {
        let _ = subjects.insert(Subject::Person(record));
        subjects.extend(read::cases_with(db, record)?.into_iter().map(Subject::Case));
    }
    Ok(subjects)
}

impl Reader<'_> {
    /// The event with which a subject began here, as far as it has arrived.
    pub fn beginning(&self, subject: Subject) -> Result<Option<Outline>, StoreError> {
        let mut outlines = Vec::new();
        for logged in log::logged(self.db, &subject.to_string())? {
            outlines.push(serde_json::from_slice::<Outline>(&logged.envelope)?);
        }
        Ok(outlines.into_iter().filter(|outline| outline.parents.is_empty()).min_by_key(Outline::id))
    }

    /// Whether two events were written by desks of which neither had the other's.
    pub fn apart(&self, one: EventRef, two: EventRef) -> Result<bool, StoreError> {
        let saw = |event, other| Ok::<_, StoreError>(super::seen::before(self.db, event)?.contains(other));
        Ok(one.device != two.device && !saw(one, two)? && !saw(two, one)?)
    }
}
