//! Several records of one human become one person (Zusammenführen), and apart again (Auseinanderführen). All records keep
//! what happened to them; which values stand is chosen. Papers that were issued stay as they are.

use super::Desk;
use super::error::DeskError;
use super::hand::Hand;
use super::session::Session;
use crate::domain::event::{Outline, Subject};
use crate::domain::id::{CaseId, EventRef, PersonId};
use crate::domain::person::same::{self, Difference};
use crate::domain::person::{Person, PersonEvent};
use crate::store::{Reader, StoreError, read};
use chrono::{DateTime, Utc};
use std::collections::{BTreeMap, BTreeSet};

/// Two people side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct SideBySide {
    /// The one that was entered first: its record names the person from then on.
    pub one: Person,
    /// The other.
    pub two: Person,
    /// Where they differ, with the value that stands unless another is chosen (0 or 1): the one that is there at all, of two
    /// the one that was entered last.
    pub differences: Vec<(Difference, usize)>,
    /// Papers of cases of either that were issued already, those that one may read: case, its number, title. They stay as
    /// they are.
    pub papers: Vec<(CaseId, String, String)>,
}

impl Desk {
    /// Two people side by side, before they become one. That both were looked at is noted.
    pub fn side_by_side(
        &self,
        session: &Session,
        one: PersonId,
        two: PersonId,
    ) -> Result<SideBySide, DeskError> {
        let shown = self.store.read(|db| side_by_side(db, session, one, two))?;
        for person in [&shown.one, &shown.two] {
            self.note_read(session, Subject::Person(person.id))?;
        }
        Ok(shown)
    }

    /// Makes two people one. `chosen` says what stands where they differ; what it leaves out is as [`SideBySide`] proposes.
    /// Gives what was shown, with the person as it stands now first.
    pub fn merge_persons(
        &self,
        session: &Session,
        one: PersonId,
        two: PersonId,
        chosen: &BTreeMap<String, String>,
    ) -> Result<SideBySide, DeskError> {
        self.act_as(session, |hand| {
            let mut shown = side_by_side(hand.tx, session, one, two)?;
            let proposed = shown.differences.iter().map(|(differ, at)| {
                let value = differ.values.get(*at).cloned().unwrap_or_default();
                (differ.field.clone(), value)
            });
            let mut values: BTreeMap<String, String> = proposed.collect();
            values.extend(super::person::normalised(chosen, hand.today));
            let values = same::merged(&shown.one, &shown.two, &values)?;
            let problems = super::person::problems(&values_of(&shown, &values), hand.today);
            if !problems.is_empty() {
                return Err(crate::domain::problem::Refusal(problems).into());
            }
            let all = shown.one.records.union(&shown.two.records).copied().collect();
            connect(hand, shown.one.id, shown.two.id, &all, values)?;
            let merged = hand.tx.person(shown.one.id)?;
            shown.one = merged.ok_or_else(|| DeskError::because("person-unknown"))?;
            Ok(shown)
        })
    }

    /// The records that somebody is made of, each as it was entered, the oldest first.
    pub fn records_of(&self, _session: &Session, person: PersonId) -> Result<Vec<Person>, DeskError> {
        Ok(self.store.read(|db| {
            let records = db.records(person)?;
            records.into_iter().filter_map(|record| db.record(record).transpose()).collect::<Result<_, _>>()
        })?)
    }

    /// Takes a record out of the person that it is part of. What was entered since they became one stays with the others.
    pub fn split_person(&self, session: &Session, record: PersonId) -> Result<(), DeskError> {
        self.act_as(session, |hand| {
            let mut rest = hand.tx.records(record)?;
            if !rest.remove(&record) || rest.is_empty() {
                return Err(DeskError::because("merge-none"));
            }
            for other in &rest {
                if read::beside(hand.tx.rows(), record, true).map_err(StoreError::from)?.contains(other) {
                    part(hand, record, *other)?;
                }
            }
            // Where it was what held the others together, they are tied to the oldest of them.
            let stands = *rest.first().unwrap_or(&record);
            for other in &rest {
                if !hand.tx.records(stands)?.contains(other) {
                    connect(hand, stands, *other, &rest, BTreeMap::new())?;
                }
            }
            if read::told_apart(hand.tx.rows(), stands, record).map_err(StoreError::from)? {
                return Ok(());
            }
            part(hand, stands, record)
        })
    }

    /// Notes that two people of one name are two: nobody is asked again, at no desk.
    pub fn tell_apart(&self, session: &Session, one: PersonId, two: PersonId) -> Result<(), DeskError> {
        self.act_as(session, |hand| {
            let known = |id| hand.tx.person(id)?.ok_or_else(|| DeskError::because("person-unknown"));
            let (one, two) = (known(one)?, known(two)?);
            if one.id == two.id {
                return Err(DeskError::because("merge-one-already"));
            }
            part(hand, one.id, two.id)
        })
    }
}

/// The values of the person that two become.
fn values_of(shown: &SideBySide, values: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let mut all = shown.one.fields.clone();
    all.extend(values.clone());
    all
}

/// Writes that two records are one person, having seen all that the records say.
fn connect(
    hand: &mut Hand<'_, '_, '_>,
    one: PersonId,
    two: PersonId,
    all: &BTreeSet<PersonId>,
    fields: BTreeMap<String, String>,
) -> Result<(), DeskError> {
    let (one, other) = (one.min(two), one.max(two));
    let saw = hand.heads_of(all.iter().filter(|record| **record != one))?;
    hand.person(one, &PersonEvent::PersonsMerged { other, fields, saw })
}

fn part(hand: &mut Hand<'_, '_, '_>, one: PersonId, two: PersonId) -> Result<(), DeskError> {
    hand.person(one.min(two), &PersonEvent::PersonsParted { other: one.max(two) })
}

fn side_by_side(
    db: &Reader<'_>,
    session: &Session,
    one: PersonId,
    two: PersonId,
) -> Result<SideBySide, DeskError> {
    let known = |id| db.person(id)?.ok_or_else(|| DeskError::because("person-unknown"));
    let (mut one, mut two) = (known(one)?, known(two)?);
    if two.id < one.id {
        std::mem::swap(&mut one, &mut two);
    }
    let (first, second) = (written(db, &one)?, written(db, &two)?);
    let at = |person: &Person, written: &BTreeMap<EventRef, DateTime<Utc>>, field: &str| {
        let by = person.written_by.get(field).copied();
        (by.and_then(|by| written.get(&by).copied()), by)
    };
    let differences = same::differences(&one, &two).into_iter().map(|differ| {
        let later = at(&two, &second, &differ.field) > at(&one, &first, &differ.field);
        let stands = match (differ.values[0].is_empty(), differ.values[1].is_empty()) {
            (true, _) => 1,
            (_, true) => 0,
            _ => usize::from(later),
        };
        (differ, stands)
    });
    let differences = differences.collect();
    let papers = papers(db, session, [one.id, two.id])?;
    Ok(SideBySide { one, two, differences, papers })
}

/// When what stands was entered.
fn written(db: &Reader<'_>, person: &Person) -> Result<BTreeMap<EventRef, DateTime<Utc>>, StoreError> {
    let mut written = BTreeMap::new();
    for record in &person.records {
        for logged in db.events(Subject::Person(*record))? {
            let outline: Outline = serde_json::from_slice(&logged.envelope)?;
            let _ = written.insert(outline.id(), outline.at);
        }
    }
    Ok(written)
}

fn papers(
    db: &Reader<'_>,
    session: &Session,
    of: [PersonId; 2],
) -> Result<Vec<(CaseId, String, String)>, StoreError> {
    let mut papers = BTreeSet::new();
    for person in of {
        for row in read::cases_of_person(db.rows(), &session.reads, person, &read::Page::first(200))? {
            for paper in read::papers_of_case(db.rows(), &session.reads, row.id)? {
                let _ = papers.insert((row.id, row.number.clone(), paper.title));
            }
        }
    }
    Ok(papers.into_iter().collect())
}
