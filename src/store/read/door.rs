//! The read tables as whoever holds an open database asks them: by [`Reader`], and by [`Tx`] what is noted.
//! Asks nothing itself.

use super::{
    AuditEntry, CaseRow, Counts, DueItem, Filter, Hit, Page, PaperRow, PersonHit, PersonRow, PrintJob,
    PrintState, ReceiptRow, Sort,
};
use crate::domain::event::Subject;
use crate::domain::id::{CaseId, PaperId, PersonId, UserId};
use crate::domain::user::Group;
use crate::store::{Reader, StoreError, Tx};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::{BTreeMap, BTreeSet};

impl Reader<'_> {
    /// A page of the work list: [`super::cases`].
    pub fn cases(
        &self,
        reads: &BTreeSet<Group>,
        filter: &Filter,
        sort: Sort,
        page: &Page,
    ) -> Result<Vec<CaseRow>, StoreError> {
        Ok(super::cases(self.db, reads, filter, sort, page)?)
    }

    /// How many cases each view holds: [`super::counts`].
    pub fn case_counts(
        &self,
        reads: &BTreeSet<Group>,
        user: UserId,
        days: (NaiveDate, NaiveDate),
        service: Option<&str>,
    ) -> Result<Counts, StoreError> {
        Ok(super::counts(self.db, reads, user, days, service)?)
    }

    /// All cases that somebody belongs to: [`super::cases_of_person`].
    pub fn cases_of_person(
        &self,
        reads: &BTreeSet<Group>,
        person: PersonId,
        page: &Page,
    ) -> Result<Vec<CaseRow>, StoreError> {
        Ok(super::cases_of_person(self.db, reads, person, page)?)
    }

    /// The case with the number: [`super::case_by_number`].
    pub fn case_by_number(
        &self,
        reads: &BTreeSet<Group>,
        number: &str,
    ) -> Result<Option<CaseRow>, StoreError> {
        Ok(super::case_by_number(self.db, reads, number)?)
    }

    /// The case as lists show it: [`super::case_by_id`].
    pub fn case_row(&self, reads: &BTreeSet<Group>, case: CaseId) -> Result<Option<CaseRow>, StoreError> {
        Ok(super::case_by_id(self.db, reads, case)?)
    }

    /// Persons by what a clerk types: [`super::find_person`].
    pub fn find_person(&self, text: &str, limit: usize) -> Result<Vec<PersonHit>, StoreError> {
        Ok(super::find_person(self.db, text, limit)?)
    }

    /// A person as lists show it: [`super::person_by_id`].
    pub fn person_row(&self, person: PersonId) -> Result<Option<PersonRow>, StoreError> {
        Ok(super::person_by_id(self.db, person)?)
    }

    /// Who might be the one that is being entered: [`super::similar_persons`].
    pub fn similar_persons(
        &self,
        entered: &BTreeMap<String, String>,
        but: Option<PersonId>,
    ) -> Result<Vec<PersonRow>, StoreError> {
        Ok(super::similar_persons(self.db, entered, but)?)
    }

    /// Everything by one field: [`super::search()`], and the drafts of whoever asks.
    pub fn search(
        &self,
        text: &str,
        reads: &BTreeSet<Group>,
        user: UserId,
        limit: usize,
    ) -> Result<Vec<Hit>, StoreError> {
        let mut hits = super::draft::search(&self.drafts(user)?, text);
        hits.truncate(limit.div_ceil(4));
        let rest = limit - hits.len();
        hits.extend(super::search(self.db, text, reads, rest)?);
        hits.sort_by_key(|hit| hit.kind == super::HitKind::Draft);
        Ok(hits)
    }

    /// What is due up to a day: [`super::due_until`].
    pub fn due_until(
        &self,
        reads: &BTreeSet<Group>,
        until: NaiveDate,
        limit: usize,
    ) -> Result<Vec<DueItem>, StoreError> {
        Ok(super::due_until(self.db, reads, until, limit)?)
    }

    /// The papers of a case: [`super::papers_of_case`].
    pub fn papers_of_case(&self, reads: &BTreeSet<Group>, case: CaseId) -> Result<Vec<PaperRow>, StoreError> {
        Ok(super::papers_of_case(self.db, reads, case)?)
    }

    /// A paper: [`super::paper_by_id`].
    pub fn paper_row(&self, reads: &BTreeSet<Group>, paper: PaperId) -> Result<Option<PaperRow>, StoreError> {
        Ok(super::paper_by_id(self.db, reads, paper)?)
    }

    /// The journal of a day: [`super::receipts_of_day`].
    pub fn receipts_of_day(
        &self,
        reads: &BTreeSet<Group>,
        day: NaiveDate,
    ) -> Result<Vec<ReceiptRow>, StoreError> {
        Ok(super::receipts_of_day(self.db, reads, day)?)
    }

    /// The receipts with the number: [`super::receipt_by_number`].
    pub fn receipt_by_number(
        &self,
        reads: &BTreeSet<Group>,
        number: &str,
    ) -> Result<Vec<ReceiptRow>, StoreError> {
        Ok(super::receipt_by_number(self.db, reads, number)?)
    }

    /// The print queue: [`super::print_jobs`].
    pub fn print_jobs(&self, reads: &BTreeSet<Group>, limit: usize) -> Result<Vec<PrintJob>, StoreError> {
        Ok(super::print_jobs(self.db, reads, limit)?)
    }

    /// A paper's way through the print queue: [`super::print_jobs_of`].
    pub fn print_jobs_of(
        &self,
        reads: &BTreeSet<Group>,
        paper: PaperId,
    ) -> Result<Vec<PrintJob>, StoreError> {
        Ok(super::print_jobs_of(self.db, reads, paper)?)
    }

    /// Who looked at something: [`super::audits_of`].
    pub fn audits_of(
        &self,
        subject: Subject,
        before: Option<i64>,
        limit: usize,
    ) -> Result<Vec<AuditEntry>, StoreError> {
        Ok(super::audits_of(self.db, subject, before, limit)?)
    }

    /// What somebody looked at: [`super::audits_by`].
    pub fn audits_by(
        &self,
        who: UserId,
        before: Option<i64>,
        limit: usize,
    ) -> Result<Vec<AuditEntry>, StoreError> {
        Ok(super::audits_by(self.db, who, before, limit)?)
    }
}

impl Tx<'_> {
    /// Puts a paper into the print queue: [`super::enqueue_print`].
    pub fn enqueue_print(
        &mut self,
        paper: PaperId,
        printer: &str,
        copies: u16,
        (by, at): (UserId, DateTime<Utc>),
    ) -> Result<i64, StoreError> {
        Ok(super::enqueue_print(self.db, paper, printer, copies, by, at)?)
    }

    /// Takes the oldest waiting job: [`super::next_print`].
    pub fn next_print(&mut self) -> Result<Option<PrintJob>, StoreError> {
        Ok(super::next_print(self.db)?)
    }

    /// Says how far a print job has come: [`super::mark_print`].
    pub fn mark_print(
        &mut self,
        job: i64,
        state: PrintState,
        why: &str,
        system_id: &str,
    ) -> Result<(), StoreError> {
        Ok(super::mark_print(self.db, job, state, why, system_id)?)
    }

    /// Notes that somebody looked: [`super::note_read`].
    pub fn note_read(
        &mut self,
        at: DateTime<Utc>,
        who: UserId,
        subject: Subject,
        why: &str,
    ) -> Result<(), StoreError> {
        Ok(super::note_read(self.db, at, who, subject, why)?)
    }

    /// Takes out looks whose term is over: [`super::purge_audit`].
    pub fn purge_audit(&mut self, before: DateTime<Utc>) -> Result<usize, StoreError> {
        Ok(super::purge_audit(self.db, before)?)
    }
}
