//! Brings read tables up to the log: folds each subject that was touched and hands it to its rows. Draws no list.

use super::error::StoreError;
use super::reader::Reader;
use super::tx::Tx;
use super::{CaseView, Projector, blob, erase, log, read, same, till};
use crate::domain::case::{Case, Signature};
use crate::domain::event::{Recorded, Subject};
use crate::domain::id::{CaseId, Digest, PersonId};
use crate::domain::person::{Person, PersonEvent};
use crate::domain::town::{Town, keys};
use rusqlite::{OptionalExtension as _, params};
use std::collections::BTreeSet;

/// Raised when the fold or the shape of the read tables changes, so that a new program makes them again.
const RULES: u32 = 10;

/// Projects what the transaction touched.
pub(super) fn project(tx: &Tx<'_>) -> Result<(), StoreError> {
    if tx.touched.is_empty() {
        return Ok(());
    }
    let town = tx.town()?;
    let touched = with_those_around(tx)?;
    let people_first = touched.iter().filter(|subject| !matches!(subject, Subject::Case(_)));
    let cases = touched.iter().filter(|subject| matches!(subject, Subject::Case(_)));
    for subject in people_first.chain(cases) {
        match subject {
            Subject::Case(id) => match tx.case(*id)? {
                Some(case) => case_rows(tx, tx.projector, &case, &town)?,
                None => case_is_gone(tx, *id)?,
            },
            Subject::Person(id) => {
                let events = |id| person_events(tx, id);
                person_rows(tx, *id, same::person(tx.db, *id, None, events)?)?;
            }
            _ => subject_rows(tx, tx.projector, *subject, &town)?,
        }
    }
    if tx.touched.contains(&Subject::Town) && rules(tx.projector, &town) != made_with(tx)? {
        let _ = rebuild(tx, tx.projector, &mut |_, _| true)?;
        tx.note_all_awaited()?;
    }
    Ok(())
}

/// What was touched, and what rests on it: the other records of the same person, and their cases.
fn with_those_around(tx: &Tx<'_>) -> Result<BTreeSet<Subject>, StoreError> {
    let persons = tx.touched.iter().filter_map(|subject| match subject {
        Subject::Person(id) => Some(*id),
        _ => None,
    });
    let mut touched = tx.touched.clone();
    for id in persons.clone() {
        same::note(tx.db, id, &person_events(tx, id)?)?;
    }
    for id in persons {
        touched.extend(same::around(tx.db, id)?);
    }
    Ok(touched)
}

/// Makes the rows of one subject from its events.
pub(super) fn subject_rows(
    reader: &Reader<'_>,
    projector: &dyn Projector,
    subject: Subject,
    town: &Town,
) -> Result<(), StoreError> {
    match subject {
        Subject::Case(id) => match reader.case(id)? {
            Some(case) => case_rows(reader, projector, &case, town)?,
            None => no_case_rows(reader, id)?,
        },
        Subject::Person(id) => {
            let events = |id| same::events(reader.db, id, None);
            same::note(reader.db, id, &events(id)?)?;
            person_rows(reader, id, same::person(reader.db, id, None, events)?)?;
        }
        Subject::Town => blob::hold(reader.db, "town", &town_blobs(reader, town)?)?,
        Subject::Closing(id) => till::closing_rows(reader, id)?,
        Subject::User(_) | Subject::Disposal(_) => {}
    }
    Ok(())
}

/// What happened to one record of a person, what arrived in the transaction included.
fn person_events(tx: &Tx<'_>, id: PersonId) -> Result<Vec<Recorded<PersonEvent>>, StoreError> {
    match tx.persons.borrow().get(&id) {
        Some(events) => Ok(events.clone()),
        None => same::events(tx.db, id, None),
    }
}

fn person_rows(reader: &Reader<'_>, id: PersonId, person: Option<Person>) -> Result<(), StoreError> {
    match person {
        Some(person) if person.id == id => Ok(read::project_person(reader.db, &person)?),
        // Another record names the person, nothing of it has arrived, or it was erased.
        _ => Ok(read::remove_person(reader.db, id)?),
    }
}

fn case_rows(
    reader: &Reader<'_>,
    projector: &dyn Projector,
    case: &Case,
    town: &Town,
) -> Result<(), StoreError> {
    if let Some(pack) = case.opened.pack {
        projector.learn(pack, &|| reader.blob(pack).ok());
    }
    let view: CaseView = projector.view(case, town);
    blob::hold(reader.db, &Subject::Case(case.id).to_string(), &case_blobs(case))?;
    Ok(read::project_case(reader.db, case, &view)?)
}

/// The case was erased, or its opening has not arrived: it has no rows.
fn no_case_rows(reader: &Reader<'_>, id: CaseId) -> Result<(), StoreError> {
    read::remove_case(reader.db, id)?;
    blob::hold(reader.db, &Subject::Case(id).to_string(), &erase::left_blobs(reader.db, id)?)
}

/// The same in a transaction, where money that was taken meanwhile goes on to be counted.
pub(super) fn case_is_gone(tx: &Tx<'_>, id: CaseId) -> Result<(), StoreError> {
    no_case_rows(tx, id)?;
    tx.keep_left_receipts(id)
}

/// Every pack that the town took in, and every coat of arms that it ever set. Of the earlier ones those that are here: programs before dropped them.
fn town_blobs(reader: &Reader<'_>, town: &Town) -> Result<BTreeSet<Digest>, StoreError> {
    let mut wanted: BTreeSet<Digest> = town.get(keys::ARMS).parse().into_iter().collect();
    wanted.extend(town.packs.keys());
    for digest in &town.arms {
        if reader.has_blob(*digest)? {
            let _ = wanted.insert(*digest);
        }
    }
    Ok(wanted)
}

/// Blobs that the case's file consists of, the pack that says what its answers mean included.
pub(super) fn case_blobs(case: &Case) -> BTreeSet<Digest> {
    let signed = match case.opened.signature {
        Signature::Scanned { blob } => Some(blob),
        _ => None,
    };
    let papers = case.papers.iter().map(|paper| paper.issued.sha256);
    let sealed = case.sealed().map(|bundle| bundle.blob);
    let records = case.origins().map(|taken| taken.record);
    let files = case.attachments.iter().map(|file| file.blob);
    papers.chain(files).chain(signed).chain(sealed).chain(records).chain(case.opened.pack).collect()
}

/// Subjects that have rows, people before the cases that name them.
const MADE: [&str; 3] = ["person", "case", "closing"];

fn is_person(subject: &Subject) -> bool {
    matches!(subject, Subject::Person(_))
}

/// Makes all rows again. The caller hears (done, of) and answers whether to go on; stopped, nothing is noted.
pub(super) fn rebuild(
    reader: &Reader<'_>,
    projector: &dyn Projector,
    progress: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<bool, StoreError> {
    let town = reader.town()?;
    let mut of = 0;
    for what in MADE {
        of += log::count_subjects(reader.db, what)?;
    }
    let mut done = 0;
    subject_rows(reader, projector, Subject::Town, &town)?;
    for what in MADE {
        let whole = log::in_batches(reader.db, what, 64, |subjects| {
            for subject in subjects {
                subject_rows(reader, projector, *subject, &town)?;
                if let Subject::Person(id) = subject {
                    // Their cases come after all people.
                    for other in same::around(reader.db, *id)?.iter().filter(|other| is_person(other)) {
                        subject_rows(reader, projector, *other, &town)?;
                    }
                }
            }
            done += subjects.len();
            Ok(progress(done, of))
        })?;
        if !whole {
            return Ok(false);
        }
    }
    let _ = reader
        .db
        .prepare_cached("INSERT OR REPLACE INTO note (key, value) VALUES ('rules', ?1)")?
        .execute(params![rules(projector, &town)])?;
    Ok(true)
}

/// The rules by which views are made now.
pub(super) fn rules(projector: &dyn Projector, town: &Town) -> String {
    format!("{RULES} {}", projector.version(town))
}

/// The rules by which the tables were made.
pub(super) fn made_with(reader: &Reader<'_>) -> Result<String, StoreError> {
    let mut statement = reader.db.prepare_cached("SELECT value FROM note WHERE key = 'rules'")?;
    Ok(statement.query_row([], |row| row.get(0)).optional()?.unwrap_or_default())
}
