//! Two versions of one answer: who wrote which, where and when, and which one stands from now on. Chooses none itself.

use super::Desk;
use super::correct::Wanted;
use super::error::DeskError;
use super::look::{CaseRow, Filter, Page, Sort, View};
use super::session::Session;
use crate::catalogue::show_at;
use crate::domain::answers::Answers;
use crate::domain::case::Case;
use crate::domain::id::{CaseId, EventRef, UserId};
use crate::domain::problem::Problem;
use crate::store::StoreError;
use chrono::{DateTime, Utc};
use serde_json::Value;
use std::collections::BTreeMap;

/// One of the versions.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// The answer.
    pub value: Value,
    /// The answer as a person reads it, in the language asked for.
    pub shown: String,
    /// Who wrote it.
    pub by: String,
    /// When.
    pub at: Option<DateTime<Utc>>,
    /// Letters of the desk where it was written.
    pub desk: String,
}

/// An answer of a case on which desks disagree.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub number: String,
    /// The field.
    pub field: String,
    /// What it is called.
    pub label: String,
    /// The versions, in the same order at every desk.
    pub versions: Vec<Version>,
    /// Papers that were issued already and may bear one of them.
    pub papers: Vec<String>,
}

/// A third version as it was typed: JSON, else the text as it stands.
pub fn read_value(typed: &str) -> Value {
    serde_json::from_str(typed).unwrap_or_else(|_| Value::String(typed.trim().to_owned()))
}

/// Conflicts that are listed at once.
const MOST: usize = 1000;

/// Names that a conflict needs: who works here, and the letters of the desks.
struct Names {
    users: BTreeMap<UserId, String>,
    desks: BTreeMap<crate::domain::id::DeviceId, String>,
}

impl Desk {
    /// Everything on which desks disagree in cases that may be read, in the same order at every desk.
    pub fn conflicts(&self, session: &Session, language: &str) -> Result<Vec<Conflict>, DeskError> {
        let filter = Filter { view: View::Conflicts, ..Filter::default() };
        let mut rows: Vec<CaseRow> = self.cases(session, &filter, Sort::default(), &Page::first(MOST))?;
        rows.sort_by(|a, b| a.number.cmp(&b.number));
        self.store.read(|db| {
            let users = db.users()?.into_iter().map(|user| (user.id, user.name)).collect();
            let own = db.own_desks()?.into_iter().map(|desk| (desk.id, desk.code));
            let desks =
                db.town_desks()?.into_iter().map(|desk| (desk.device, desk.code)).chain(own).collect();
            let names = Names { users, desks };
            let mut conflicts = Vec::new();
            for row in rows {
                if let Some(case) = db.case(row.id)? {
                    self.of_case(&case, &names, language, &mut conflicts)?;
                }
            }
            Ok(conflicts)
        })
    }

    fn of_case(
        &self,
        case: &Case,
        names: &Names,
        language: &str,
        conflicts: &mut Vec<Conflict>,
    ) -> Result<(), DeskError> {
        let service = self.service_of(&case.opened)?;
        for (field, versions) in case.conflicts() {
            let version = |(value, writer): (&Value, EventRef)| {
                let event = case.timeline.iter().find(|event| event.id == writer);
                let alone = Answers([(field.to_owned(), value.clone())].into());
                Version {
                    value: value.clone(),
                    shown: show_at(service, &alone, field, language),
                    by: event.and_then(|event| names.users.get(&event.actor)).cloned().unwrap_or_default(),
                    at: event.map(|event| event.at),
                    desk: names.desks.get(&writer.device).cloned().unwrap_or_default(),
                }
            };
            conflicts.push(Conflict {
                case: case.id,
                number: case.opened.number.clone(),
                field: field.to_owned(),
                label: service.field(field).map_or(field, |known| known.label.get(language)).to_owned(),
                versions: versions.into_iter().map(version).collect(),
                papers: case.papers.iter().map(|paper| paper.issued.title.clone()).collect(),
            });
        }
        Ok(())
    }

    /// Says which answer stands from now on: one of the versions, or a third. It is a correction like any other, so the
    /// file shows who decided, and why.
    pub fn resolve(
        &self,
        session: &Session,
        case: CaseId,
        field: &str,
        value: Value,
        reason: &str,
    ) -> Result<(), DeskError> {
        let disputed = self.store.read(|db| {
            let case = db.case(case)?;
            Ok::<_, StoreError>(
                case.is_some_and(|case| case.conflicts().iter().any(|(name, _)| *name == field)),
            )
        })?;
        if !disputed {
            return Err(Problem::error(field, "conflict-none").into());
        }
        let wanted = Wanted {
            answers: [(field.to_owned(), value)].into(),
            reason: reason.trim().to_owned(),
            own_mistake: Some(false),
            ..Wanted::default()
        };
        self.correct(session, case, &wanted, "de").map(drop)
    }
}
