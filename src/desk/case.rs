//! Working on a case: reading it whole, and everything that is done to it after filing. Decides nothing itself.

use super::Desk;
use super::begun::{Begun, begun};
use super::bodies::{Told, told};
use super::error::DeskError;
use super::hand::Hand;
use super::session::Session;
use crate::catalogue::plan::PlanEntry;
use crate::catalogue::{Service, Situation, evaluate};
use crate::domain::answers::Answers;
use crate::domain::assessment::Assessment;
use crate::domain::case::{APPLICANT, AppearsAs, Case, Stage, Validity};
use crate::domain::decide::{Command, Proceed, role_for};
use crate::domain::event::Subject;
use crate::domain::id::{CaseId, ChargeId, FollowUpId, PaperId, PersonId, UserId};
use crate::domain::person::Person;
use crate::domain::town::Town;
use crate::store::read::View;
use crate::store::read::{self, CaseRow, Counts, Filter, Hit, Page, PrintJob, Sort};
use crate::store::{Reader, StoreError};
use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// A case with everything that a screen shows beside it.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The case.
    pub case: Case,
    /// The service in the version that the case keeps.
    pub service: &'static Service,
    /// What the service says about the answers today.
    pub assessment: Assessment,
    /// Those who belong to it.
    pub persons: BTreeMap<PersonId, Person>,
    /// Names of those who work here.
    pub users: BTreeMap<UserId, String>,
    /// For each paper that was ever to be printed, the newest job.
    pub prints: BTreeMap<PaperId, PrintJob>,
    /// The town's values.
    pub town: Town,
    /// What whoever looks at it has begun to correct in it.
    pub begun: Option<Begun>,
    /// What it is filed under; nothing where the plan of today has no such number.
    pub filed_under: Option<&'static PlanEntry>,
    /// The receiving bodies of a trade notice, in the order of the law.
    pub bodies: Vec<Told>,
    /// The day on which it was read.
    pub today: NaiveDate,
}

impl Sheet {
    /// Whether a paper counts today, or until when; that another one replaced it is not asked.
    pub fn validity(&self, paper: PaperId) -> Validity {
        self.case.validity(paper, &self.assessment.procedure, self.today)
    }
}

/// What the service says about a filed case.
pub(super) fn assess(
    service: &Service,
    case: &Case,
    answers: &Answers,
    town: &Town,
    today: NaiveDate,
) -> Assessment {
    let seen: BTreeSet<String> = case.documents.keys().cloned().collect();
    let brought = case.brought();
    let applicant = case.persons.values().find(|linked| linked.part == APPLICANT);
    let situation = Situation {
        today,
        received_on: case.opened.received_on,
        town,
        documents_seen: &seen,
        brought: Some(&brought),
        appears_as: applicant.map_or(AppearsAs::InPerson, |linked| linked.appears_as),
        channel: case.opened.channel,
    };
    evaluate(service, answers, &situation)
}

/// Cases that are named at most where a number means several.
const MEANT: i64 = 6;

impl Desk {
    /// A case with everything around it. To those who may not read its group it does not exist. That it was looked at
    /// is noted.
    pub fn sheet(&self, session: &Session, id: CaseId) -> Result<Sheet, DeskError> {
        let sheet = self.sheet_again(session, id)?;
        self.note_read(session, Subject::Case(id))?;
        Ok(sheet)
    }

    /// The same for somebody who has it before their eyes already: no new look.
    pub fn sheet_again(&self, session: &Session, id: CaseId) -> Result<Sheet, DeskError> {
        self.store.read(|db| self.read_sheet(db, session, id))
    }

    fn read_sheet(&self, db: &Reader<'_>, session: &Session, id: CaseId) -> Result<Sheet, DeskError> {
        let case = db.case(id)?.filter(|case| session.reads.contains(&case.opened.group));
        let case = case.ok_or_else(|| DeskError::because("case-unknown"))?;
        let service = self.service_of(&case.opened)?;
        let town = db.town()?;
        let today = self.today();
        let assessment = assess(service, &case, &case.answers(), &town, today);
        let mut persons = BTreeMap::new();
        for linked in case.persons.values() {
            if let Some(person) = db.person(linked.person)? {
                let _ = persons.insert(linked.person, person);
            }
        }
        let users = db.users()?.into_iter().map(|user| (user.id, user.name)).collect();
        let mut prints = BTreeMap::new();
        for paper in &case.papers {
            let paper = paper.issued.paper;
            let jobs = read::print_jobs_of(db.rows(), &session.reads, paper).map_err(StoreError::from)?;
            prints.extend(jobs.into_iter().next().map(|job| (paper, job)));
        }
        let begun = begun(db, session.user, id)?;
        let filed_under = self.catalogue().plan().entry(&case.opened.filing_plan);
        let bodies = told(self, &case, &town)?;
        Ok(Sheet {
            case,
            service,
            assessment,
            persons,
            users,
            prints,
            town,
            begun,
            filed_under,
            bodies,
            today,
        })
    }

    /// Does something to a case: whatever needs no id, number or paper of its own.
    pub fn act(&self, session: &Session, id: CaseId, command: Command) -> Result<(), DeskError> {
        self.act_as(session, |hand| {
            match command {
                Command::Decide { .. } => return decide(hand, id, command),
                Command::Close { .. } => return close(hand, id, command),
                Command::Proceed(_) => return super::procedure::proceed(hand, id, command),
                Command::CancelReceipt { receipt, reason } => {
                    return super::money::cancel(hand, id, receipt, reason).map(drop);
                }
                _ => {}
            }
            let case = hand.case(id)?;
            let waives = matches!(command, Command::Waive { .. });
            let brings =
                waives || matches!(command, Command::ReceiveDocument { .. } | Command::FinishFollowUp { .. });
            hand.command(id, Some(&case), command, None)?;
            if waives {
                super::paper::fee::ask(hand, id, true)?;
            }
            if brings { close_if_done(hand, id) } else { Ok(()) }
        })
    }

    /// Sets a reminder.
    pub fn follow_up(
        &self,
        session: &Session,
        id: CaseId,
        due_on: NaiveDate,
        text: &str,
    ) -> Result<(), DeskError> {
        self.act_as(session, |hand| {
            let case = hand.case(id)?;
            let follow_up = FollowUpId(hand.id_in(id)?);
            let command = Command::SetFollowUp { follow_up, due_on, text: text.trim().to_owned() };
            hand.command(id, Some(&case), command, None)
        })
    }

    /// Cases of a list, one page.
    pub fn cases(
        &self,
        session: &Session,
        filter: &Filter,
        sort: Sort,
        page: &Page,
    ) -> Result<Vec<CaseRow>, DeskError> {
        let mut rows = self.query(|db| read::cases(db, &session.reads, filter, sort, page))?;
        // What was entered twice is seen by comparing cases, so no row says it: it follows behind those that do.
        if filter.view == View::Conflicts && filter.text.is_none() && rows.len() < page.limit {
            let of_list = |row: &CaseRow| {
                row.conflicts == 0 && filter.service.as_ref().is_none_or(|service| *service == row.service)
            };
            rows.extend(self.cases_in_doubt(session)?.into_iter().filter(of_list));
            rows.truncate(page.limit);
        }
        Ok(rows)
    }

    /// How many cases each list has; due means within a week.
    pub fn counts(&self, session: &Session) -> Result<Counts, DeskError> {
        let today = self.today();
        let days = (today, today.checked_add_days(Days::new(7)).unwrap_or(today));
        let mut counts = self.query(|db| read::counts(db, &session.reads, session.user, days, None))?;
        let in_doubt = self.cases_in_doubt(session)?;
        counts.conflicts += in_doubt.iter().filter(|row| row.conflicts == 0).count() as u64;
        Ok(counts)
    }

    /// The case with exactly this number.
    pub fn case_by_number(&self, session: &Session, number: &str) -> Result<Option<CaseRow>, DeskError> {
        self.query(|db| read::case_by_number(db, &session.reads, number))
    }

    /// The cases that somebody means by a number as it stands on a paper or by its end (`A-25`): none, one, or too many to tell.
    pub fn cases_by_number(&self, session: &Session, number: &str) -> Result<Vec<CaseRow>, DeskError> {
        if let Some(exact) = self.case_by_number(session, number)? {
            return Ok(vec![exact]);
        }
        self.query(|db| read::cases_by_number_end(db, &session.reads, number, MEANT))
    }

    /// Cases, persons and papers by any text, as one types.
    pub fn search(&self, session: &Session, text: &str, limit: usize) -> Result<Vec<Hit>, DeskError> {
        self.store.read(|db| Ok(db.search(text, &session.reads, session.user, limit)?))
    }

    /// Reads the read tables.
    pub(super) fn query<T>(&self, work: impl FnOnce(&read::Rows) -> read::Answer<T>) -> Result<T, DeskError> {
        self.store.read(|db| Ok(work(db.rows()).map_err(StoreError::from)?))
    }
}

/// Decides, and issues the letters that tell it. In a transaction that somebody else commits.
pub(super) fn decide(hand: &mut Hand<'_, '_, '_>, id: CaseId, command: Command) -> Result<(), DeskError> {
    let case = hand.case(id)?;
    let service = hand.desk.service_of(&case.opened)?;
    let assessment = assess(service, &case, &case.answers(), &hand.town, hand.today);
    hand.command(id, Some(&case), command, Some(&assessment))?;
    charge_decided(hand, id)?;
    super::paper::issue_due(hand, id, "decided", None)
}

/// Charges what the decision that was just taken asks for at once, so that counter and till know it.
pub(super) fn charge_decided(hand: &mut Hand<'_, '_, '_>, id: CaseId) -> Result<(), DeskError> {
    let case = hand.case(id)?;
    let Some(decision) = case.decisions.last() else { return Ok(()) };
    let mut charges = Vec::new();
    for _ in &decision.levies {
        charges.push(ChargeId(hand.id_in(id)?));
    }
    if charges.is_empty() {
        return Ok(());
    }
    hand.command(id, Some(&case), Command::Proceed(Box::new(Proceed::Charge { charges })), None)
}

/// Closes, where the service lets it be closed now and by whoever acts. In a transaction that somebody else commits.
pub(super) fn close(hand: &mut Hand<'_, '_, '_>, id: CaseId, command: Command) -> Result<(), DeskError> {
    let case = hand.case(id)?;
    let service = hand.desk.service(&case.opened.service, &case.opened.version)?;
    let assessment = assess(service, &case, &case.answers(), &hand.town, hand.today);
    hand.command(id, Some(&case), command, Some(&assessment))
}

/// Closes a case of which nothing is left to be done, where its service closes by itself: the certified copy is handed
/// over and paid. Whoever may close nothing (a cashier takes the money) leaves it open for somebody who may. In a
/// transaction that somebody else commits.
pub(super) fn close_if_done(hand: &mut Hand<'_, '_, '_>, id: CaseId) -> Result<(), DeskError> {
    let case = hand.case(id)?;
    let service = hand.desk.service_of(&case.opened)?;
    let by_itself = service.steps.get("closed").is_some_and(|step| step.by_itself);
    if case.stage() == Stage::Closed || !by_itself {
        return Ok(());
    }
    let assessment = assess(service, &case, &case.answers(), &hand.town, hand.today);
    if role_for(&hand.user, "closed", Some(case.opened.group), Some(&assessment)).is_err() {
        return Ok(());
    }
    let waits = case.owed_at_closing().next().is_some()
        || case.to_give_back().next().is_some()
        || assessment.missing().next().is_some()
        || case.next_follow_up().is_some()
        || assessment.due.iter().any(|due| case.met_on(due).is_none());
    if waits {
        return Ok(());
    }
    hand.command(id, Some(&case), Command::Close { reason: String::new() }, Some(&assessment))
}
