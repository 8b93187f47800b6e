//! Destruction of files after their term (Aussonderung): what is due and why, the list that one person proposes and another
//! confirms, what keeps a case. Carries out nothing itself; the store does, at every desk.

mod confirm;
#[cfg(test)]
mod tests;
mod void;

pub use crate::domain::case::Hold;
pub use crate::domain::disposal::{Confirmed, Disposal, Term};
pub use crate::store::Left;

use super::Desk;
use super::error::DeskError;
use super::hand::Hand;
use super::session::Session;
use crate::catalogue::plan::PlanEntry;
use crate::domain::case::{Case, Opened};
use crate::domain::decide::Command;
use crate::domain::disposal::{DisposalEvent, Keeping, Listed, MOST, Start, began, obstacles};
use crate::domain::holiday::Land;
use crate::domain::id::{CaseId, ListId, UserId};
use crate::domain::problem::{Problem, Refusal};
use crate::domain::town::keys;
use crate::domain::user::Group;
use crate::store::{Reader, StoreError, read};
use chrono::{Datelike as _, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// Closed cases of one service that are read at once.
const PAGE: usize = MOST;

/// A case whose term is over.
#[derive(Debug, Clone, PartialEq)]
pub struct Due {
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub number: String,
    /// Who may read it.
    pub group: Group,
    /// Its term, and why it is that.
    pub term: Term,
    /// What stands in the way; empty where it can be destroyed.
    pub obstacles: Vec<Problem>,
}

/// A list and what a screen says of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// The list.
    pub list: Disposal,
    /// Name of the first person.
    pub by: String,
    /// Name of the second.
    pub confirmed_by: String,
    /// Numbers of its cases of which this desk had not sent a portal's answer when they were destroyed.
    pub unsent: Vec<String>,
}

/// How files stand on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// The day.
    pub on: NaiveDate,
    /// Cases that can be destroyed, those that were closed first in front; at most [`MOST`].
    pub due: Vec<Due>,
    /// Cases whose term is over and that stay, each with why.
    pub kept: Vec<Due>,
    /// Whether there are more than one list takes.
    pub more: bool,
    /// Lists, the last one first.
    pub lists: Vec<Shown>,
    /// What was written to a case that was destroyed meanwhile.
    pub left: Vec<Left>,
    /// People of whom something was written after they had been destroyed: it goes with the next list.
    pub orphans: usize,
    /// Who works here or did.
    pub users: BTreeMap<UserId, String>,
}

impl Overview {
    /// The list that waits for a second person.
    pub fn open(&self) -> Option<&Shown> {
        self.lists.iter().find(|shown| shown.list.is_open())
    }
}

/// How long files are kept that stand under the entry; nothing where they are kept for good.
fn by_plan(entry: &PlanEntry) -> Option<Keeping> {
    let years = entry.years.filter(|_| !entry.permanent)?;
    let law = entry.law().unwrap_or_default().to_owned();
    Some(Keeping { plan: entry.no.clone(), from: Start::CaseClosed, years, law })
}

impl Desk {
    /// How long the case is kept: as its service says, else as the filing plan does; nothing where it is kept for good.
    fn keeping(&self, opened: &Opened) -> Option<Keeping> {
        let plan = &opened.filing_plan;
        // What the plan keeps for good stays, whatever a service says.
        let entry = self.catalogue().plan().entry(plan);
        if entry.is_some_and(|entry| entry.permanent) {
            return None;
        }
        // The version that it began with, as it is known here; nothing is read for it.
        let catalogue = self.catalogue();
        let service = catalogue.begun(&opened.service, &opened.version, opened.pack);
        let by_service = service.and_then(|service| service.retention.as_ref()).and_then(|kept| {
            let (years, law) = (kept.years, kept.law.clone());
            Some(Keeping { plan: plan.clone(), from: Start::of(&kept.from)?, years, law })
        });
        by_service.or_else(|| entry.and_then(by_plan))
    }

    /// Whether the term of the case is over on the day.
    fn is_over(&self, case: &Case, on: NaiveDate) -> bool {
        let term = self.keeping(&case.opened).and_then(|keeping| {
            let began_on = began(case, &keeping).ok()?;
            Term::of(&keeping, case.closed_on()?, began_on)
        });
        term.is_some_and(|term| term.is_over(on))
    }

    /// What is due on the day among the cases that may be read: what can go, what stays, and whether there is more.
    fn due(
        &self,
        db: &Reader<'_>,
        reads: &BTreeSet<Group>,
        on: NaiveDate,
    ) -> Result<(Vec<Due>, Vec<Due>, bool), StoreError> {
        let (mut free, mut kept, mut more) = (Vec::new(), Vec::new(), false);
        for (part, service) in read::readable_services(db.rows(), reads)? {
            // A term begins with the year after the case was closed, at the earliest.
            let year = on.year() - 1 - i32::from(self.least_years(&service));
            let until = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(NaiveDate::MIN);
            let (mut found, mut behind) = (0, None);
            // What is held or waits for something stands in the way of none that was closed later.
            while found <= MOST {
                let page = read::closed_until(db.rows(), part, until, behind.as_ref(), PAGE)?;
                for closed in &page {
                    let Some(due) = self.due_one(db, closed, on)? else { continue };
                    let place = if due.obstacles.is_empty() { &mut free } else { &mut kept };
                    found += usize::from(due.obstacles.is_empty());
                    place.push(due);
                }
                match page.into_iter().next_back() {
                    Some(last) => behind = Some(last),
                    None => break,
                }
            }
        }
        for due in self.voids_due(db, reads, on)? {
            let place = if due.obstacles.is_empty() { &mut free } else { &mut kept };
            place.push(due);
        }
        for place in [&mut free, &mut kept] {
            let key = |due: &Due| (due.term.closed_on, due.number.clone());
            place.sort_by_cached_key(key);
            more |= place.len() > MOST;
            place.truncate(MOST);
        }
        Ok((free, kept, more))
    }

    /// A closed case as it stands on the day; nothing where its term is not over.
    fn due_one(
        &self,
        db: &Reader<'_>,
        closed: &read::ClosedCase,
        on: NaiveDate,
    ) -> Result<Option<Due>, StoreError> {
        let Some(case) = db.case(closed.id)? else { return Ok(None) };
        let Some(keeping) = self.keeping(&case.opened) else { return Ok(None) };
        let land = Land::of_ags(db.town()?.get(keys::AGS)).unwrap_or(Land::Nw);
        let keeping = Keeping { law: land.cites(&keeping.law), ..keeping };
        let began_on = began(&case, &keeping);
        let term = Term::of(&keeping, closed.closed_on, *began_on.as_ref().unwrap_or(&closed.closed_on));
        let Some(term) = term.filter(|term| term.is_over(on)) else { return Ok(None) };
        let mut obstacles = obstacles(&case, db.is_parked(closed.id)?, db.has_undelivered(closed.id)?);
        obstacles.extend(began_on.err().into_iter().flat_map(|missing| missing.0));
        let (number, group) = (closed.number.clone(), case.opened.group);
        Ok(Some(Due { case: closed.id, number, group, term, obstacles }))
    }

    /// The fewest years that any version of the service keeps a case; none where it is not known here.
    fn least_years(&self, slug: &str) -> u16 {
        let catalogue = self.catalogue();
        let versions = catalogue.versions(slug);
        let years = versions.flat_map(|service| {
            let own = service.retention.as_ref().map(|kept| kept.years);
            let plan = catalogue.plan().entry(&service.filing_plan).and_then(|entry| entry.years);
            [own, plan].into_iter().flatten()
        });
        years.min().unwrap_or_default()
    }

    /// Which cases can be destroyed on a day and which stay, the lists, and what was written too late.
    pub fn retention(&self, session: &Session, on: NaiveDate) -> Result<Overview, DeskError> {
        self.store.read(|db| {
            let (due, kept, more) = self.due(db, &session.reads, on)?;
            let users: BTreeMap<UserId, String> =
                db.users()?.into_iter().map(|user| (user.id, user.name)).collect();
            let name = |id: &UserId| users.get(id).cloned().unwrap_or_default();
            let mut unsent = db.unsent()?;
            unsent.retain(|one| session.reads.iter().any(|group| group.name() == one.group));
            let shown = |list: Disposal| {
                let second = list.confirmed.as_ref().map(|confirmed| name(&confirmed.by));
                let of_it = unsent.iter().filter(|one| one.list == list.id).map(|one| one.number.clone());
                let unsent = of_it.collect();
                Shown { by: name(&list.by), confirmed_by: second.unwrap_or_default(), list, unsent }
            };
            // Of another group neither a number nor that there is a list of it (§ 30 AO).
            let readable = |mut list: Disposal| {
                list.cases.retain(|listed| session.reads.contains(&listed.group));
                (!list.cases.is_empty()).then_some(list)
            };
            let lists = db.disposals()?.into_iter().filter_map(readable).map(shown).collect();
            let mut left = db.left()?;
            left.retain(|left| session.reads.iter().any(|group| group.name() == left.group));
            let orphans = db.orphans()?.len();
            Ok(Overview { on, due, kept, more, lists, left, orphans, users })
        })
    }

    /// Proposes everything that can be destroyed on the day, as the first of two people.
    pub fn propose_disposal(&self, session: &Session, on: NaiveDate) -> Result<Disposal, DeskError> {
        if on > self.today() {
            return Err(Problem::error("--on", "disposal-in-future").with("date", on).into());
        }
        self.act_as(session, |hand| {
            if let Some(open) = hand.tx.disposals()?.into_iter().find(Disposal::is_open) {
                return Err(Problem::error("", "disposal-waits").with("count", open.cases.len()).into());
            }
            let (due, _, _) = self.due(hand.tx, &hand.user.reads(), on)?;
            if due.is_empty() {
                return Err(Problem::error("", "disposal-nothing").with("date", on).into());
            }
            let cases = due.into_iter().map(listed).collect();
            let id = ListId(hand.id()?);
            hand.write_disposal(id, &DisposalEvent::DisposalProposed { on, cases })?;
            open_list(hand, id)
        })
    }

    /// Takes a proposal back: it is proposed anew, or not at all.
    pub fn withdraw_disposal(&self, session: &Session, id: ListId, reason: &str) -> Result<(), DeskError> {
        self.act_as(session, |hand| {
            let list = open_list(hand, id)?;
            if !list.is_open() {
                return Err(DeskError::because("disposal-not-open"));
            }
            let reason = reason.trim().to_owned();
            if reason.is_empty() {
                return Err(Problem::error("reason", "text-missing").into());
            }
            hand.write_disposal(id, &DisposalEvent::DisposalWithdrawn { reason })
        })
    }

    /// Keeps a case although its term is over, or no longer.
    pub fn hold_case(
        &self,
        session: &Session,
        case: CaseId,
        hold: Hold,
        held: bool,
        reason: &str,
    ) -> Result<(), DeskError> {
        if let Some(void) = self.store.read(|db| db.void(case))?.filter(|_| !held) {
            return self.act_as(session, |hand| void::lift_hold(hand, &void, hold, reason));
        }
        self.act(session, case, Command::Hold { hold, held, reason: reason.to_owned() })
    }

    /// Enters that what the term of a case counts from has happened: the business was given up, the accounts were adopted.
    pub fn begin_term(
        &self,
        session: &Session,
        case: CaseId,
        began_on: NaiveDate,
        reason: &str,
    ) -> Result<(), DeskError> {
        self.act(session, case, Command::BeginTerm { began_on, reason: reason.to_owned() })
    }

    /// Whether a case with that number, one of those that may be read, was destroyed after its term.
    pub fn was_erased(&self, session: &Session, number: &str) -> Result<bool, DeskError> {
        let group = self.store.read(|db| -> Result<_, StoreError> { db.erased_of(number) })?;
        Ok(group.is_some_and(|group| session.reads.iter().any(|known| known.name() == group)))
    }
}

fn listed(due: Due) -> Listed {
    let Term { keeping: Keeping { plan, years, law, .. }, closed_on, began_on, last_day, .. } = due.term;
    Listed {
        case: due.case,
        number: due.number,
        group: due.group,
        plan,
        law,
        closed_on,
        began_on,
        years,
        last_day,
    }
}

fn open_list(hand: &Hand<'_, '_, '_>, id: ListId) -> Result<Disposal, DeskError> {
    hand.tx.disposal(id)?.ok_or_else(|| Refusal::because("disposal-unknown").into())
}
