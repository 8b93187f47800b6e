//! Erasing a record of a person whom no case names any more. Where this desk named the person in the meantime, unseen, it
//! enters them again first, so that its case keeps its people.

use super::{EventRef, Subject, Tx, find, void, waiting};
use crate::domain::case::CaseEvent;
use crate::domain::disposal::DisposalEvent;
use crate::domain::event::{Envelope, Payload, Recorded};
use crate::domain::id::{CaseId, PersonId};
use crate::domain::person::PersonEvent;
use crate::store::error::StoreError;
use crate::store::reader::Reader;
use crate::store::tx::Stamp;
use crate::store::{log, read, same};
use rusqlite::{Connection, params};

/// Whether somebody is just filling in a form for the person: the draft holds their id.
pub(super) fn in_draft(db: &Connection, record: PersonId) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM draft WHERE instr(CAST(body AS TEXT), ?1) > 0)";
    Ok(db.prepare_cached(sql)?.query_row([record.to_string()], |row| row.get(0))?)
}

impl Reader<'_> {
    /// Records that were erased, of which something is here that another desk wrote meanwhile, and that nothing names any more; and
    /// records that were never entered in a way that counts, once somebody has looked at that.
    pub fn orphans(&self) -> Result<Vec<PersonId>, StoreError> {
        // ';' follows ':': all persons and nothing else, by the index.
        let sql = "SELECT DISTINCT x.subject FROM erased x WHERE x.subject > 'person:' AND x.subject < 'person;' AND EXISTS \
                   (SELECT 1 FROM event e JOIN payload USING (n) WHERE e.subject = x.subject) ORDER BY x.subject";
        let mut statement = self.db.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
        let mut orphans = Vec::new();
        for subject in rows {
            let Ok(Subject::Person(record)) = subject?.parse() else { continue };
            if self.record(record)?.is_none() && !self.is_referred(record)? {
                orphans.push(record);
            }
        }
        for subject in void::refused(self.db, "person_created")? {
            let Subject::Person(record) = subject else { continue };
            // Somebody may have entered them anew in the same record.
            let has_name = self.record(record)?.is_some_and(|person| !person.name().is_empty());
            if !has_name
                && !self.is_referred(record)?
                && !orphans.contains(&record)
                && !self.is_unseen(subject)?
            {
                orphans.push(record);
            }
        }
        Ok(orphans)
    }
}

impl Tx<'_> {
    /// Erases a record; not as long as a draft here names it, or this desk cannot write what its own case needs.
    pub(super) fn erase_person(&mut self, record: PersonId, events: &[EventRef]) -> Result<bool, StoreError> {
        let cases = read::cases_with(self.db, record)?;
        if in_draft(self.db, record)? || self.is_kept(&cases)? {
            return Ok(false);
        }
        let again = match self.named_here(record)? {
            Some(stamp) if self.newest().is_err() => {
                tracing::warn!(?stamp, "this desk hands out nothing: the person stays until it does");
                return Ok(false);
            }
            Some(stamp) => self.person(record)?.map(|person| (person.fields.clone(), stamp)),
            None => None,
        };
        self.forget(Subject::Person(record))?;
        self.drop_payloads(Subject::Person(record), events)?;
        if let Some((fields, stamp)) = again {
            let _ = self.append_person(record, &PersonEvent::PersonCreated { fields }, &stamp)?;
            return Ok(true);
        }
        same::note(self.db, record, &self.person_log(record)?)?;
        let pairs = "DELETE FROM person_pair WHERE one = ?1 OR two = ?1";
        let _ = self.db.prepare_cached(pairs)?.execute(params![record.0.into_bytes()])?;
        if self.person(record)?.is_none() {
            read::remove_person(self.db, record)?;
        }
        // Another desk's case may name them until that desk has entered them again.
        for case in cases {
            self.touch(Subject::Case(case));
        }
        Ok(true)
    }

    /// Whether one of the cases is to be erased and stays here, because somebody set a hold meanwhile: its people stay too.
    fn is_kept(&self, cases: &[CaseId]) -> Result<bool, StoreError> {
        for id in waiting(self.db)? {
            if let Some((_, DisposalEvent::CaseErased(erased))) = find(self.db, id)?
                && cases.contains(&erased.case)
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Who named the person in a case at this desk, which whoever erased them cannot have seen: their cases are all gone.
    fn named_here(&self, record: PersonId) -> Result<Option<Stamp>, StoreError> {
        let own: Vec<_> = self.own_desks()?.into_iter().map(|desk| desk.id).collect();
        let mut cases: Vec<CaseId> = Vec::new();
        for record in self.records(record)? {
            cases.extend(read::cases_with(self.db, record)?);
        }
        // What this transaction wrote stands in no row yet.
        cases.extend(self.touched.iter().filter_map(|subject| match subject {
            Subject::Case(id) => Some(*id),
            _ => None,
        }));
        for case in cases {
            let Some(case) = self.case(case)? else { continue };
            let linked = |event: &&Recorded<CaseEvent>| {
                let named = matches!(&event.payload, Payload::Known(CaseEvent::PersonLinked { person, .. }) if *person == record);
                named && own.contains(&event.id.device)
            };
            if let Some(link) = case.timeline.iter().find(linked) {
                let written = log::logged(self.db, &Subject::Case(case.id).to_string())?;
                let written = written.into_iter().find(|logged| logged.id == link.id);
                let Some(written) = written else { continue };
                let Envelope { at, actor, role, .. } = serde_json::from_slice(&written.envelope)?;
                return Ok(Some(Stamp { at, actor, role }));
            }
        }
        Ok(None)
    }
}
