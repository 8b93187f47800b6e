//! The days of cases: what falls on which day of a month and why, what is overdue, when the office is closed. Computes no date
//! itself: the domain does, and `projector` writes the same days into the rows that lists and calendar read.

use super::Desk;
use super::case::assess;
use super::error::DeskError;
use super::session::Session;
use crate::catalogue::{DeadlineRule, From, Service};
use crate::domain::assessment::{Assessment, Due};
use crate::domain::case::{Act, Case, Filed, Hearing, Outcome, Stage, WaitsFor};
use crate::domain::deadline::Computed;
use crate::domain::decision::Remedy;
use crate::domain::explain::{Explanation, Step};
use crate::domain::holiday::{Calendar, Land};
use crate::domain::id::CaseId;
use crate::domain::problem::LocalText;
use crate::domain::remedy::Suable;
use crate::domain::town::{Town, keys};
use crate::paper::template::local_word;
use crate::store::read::{self, Whose};
use chrono::{Datelike, Days, Months, NaiveDate};
use std::collections::BTreeSet;

pub use crate::store::read::{DayCount, DayItem, DayKind, DayOf};

/// A day of a case, and why it is that day.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseDay {
    /// The day.
    pub day: DayOf,
    /// How it came about.
    pub why: Explanation,
}

/// What a service's file calls it, by its paper that meets it or by whatever else ends it.
fn told(kind: DayKind, id: &str, by: Computed) -> CaseDay {
    CaseDay { day: DayOf { on: by.date, kind, label: local_word(id) }, why: by.explanation }
}

/// Every day of a case, in the order of [`DayKind::ALL`], those of one kind as the service has them. `today` plays no part, so
/// rows that are made again stay as they are.
pub(super) fn of_case(service: &Service, case: &Case, assessment: &Assessment) -> Vec<CaseDay> {
    let open = case.stage() == Stage::Filed;
    // What another office has binds that office.
    let here = open && case.away().is_none() && case.given_back().is_none();
    let mut days = Vec::new();
    if here {
        days.extend(by_service(service, case, assessment));
        if !assessment.for_kreis && assessment.steps.contains_key("decided") {
            days.extend(to_decide(case, assessment));
        }
        days.extend(asked(case, assessment));
    }
    let waits = case.stage() != Stage::Closed && case.away().is_none() && case.given_back().is_none();
    if waits {
        days.extend(to_revoke(case, assessment));
        days.extend(heard(case, assessment));
    }
    days.extend(to_be_sued(case, assessment));
    let asked = case.awaited().filter(|_| here).map(|asked| asked.follow_up);
    let said: BTreeSet<_> =
        hearing(case).filter(|_| waits).map(|hearing| hearing.follow_up).into_iter().chain(asked).collect();
    days.extend(case.follow_ups.iter().filter(|(id, _)| !said.contains(*id)).filter_map(reminder));
    days.extend(case.acts().into_iter().filter_map(|act| remedy(case, act, assessment)));
    days.sort_by_key(|day| (day.day.kind, day.day.on));
    days
}

/// The reminders of a case whose service is not known here.
pub(super) fn reminders(case: &Case) -> Vec<CaseDay> {
    case.follow_ups.iter().filter_map(reminder).collect()
}

/// The days that the service sets for the office. Only what runs from the day of receipt, or from complete documents, binds it;
/// a citizen's own period makes no case overdue.
fn by_service(service: &Service, case: &Case, assessment: &Assessment) -> Vec<CaseDay> {
    let office = |rule: &DeadlineRule| matches!(rule.from, From::Received | From::Complete);
    let binds = |due: &&Due| service.deadlines.iter().any(|rule| rule.id == due.id && office(rule));
    let waits = assessment.due.iter().filter(binds).filter(|due| case.met_on(due).is_none());
    waits
        .map(|due| CaseDay {
            day: DayOf { on: due.date, kind: DayKind::Deadline, label: due.label.clone() },
            why: due.why.clone(),
        })
        .collect()
}

/// The day after which the approval counts as given (§ 42a VwVfG), and until when the post is quick enough for it.
fn to_decide(case: &Case, assessment: &Assessment) -> Vec<CaseDay> {
    let procedure = &assessment.procedure;
    let deemed = case.to_decide_by(assessment);
    let post = deemed.as_ref().and_then(|by| procedure.post_by(by.date).ok());
    let all = [
        deemed.map(|by| told(DayKind::Decide, "due_deemed", by)),
        post.map(|by| told(DayKind::Post, "due_post", by)),
    ];
    all.into_iter().flatten().collect()
}

/// From when the office can be sued for not having decided (§ 75 VwGO), where it has something to decide here: on the application,
/// or on an objection.
pub fn suable(case: &Case, assessment: &Assessment) -> Option<Suable> {
    let here = case.away().is_none() && case.given_back().is_none();
    let waiting = case.waiting().filter(|_| here)?;
    let counts = assessment.decides_here() || waiting.waits_for == WaitsFor::Objection;
    assessment.procedure.failure_to_act(waiting).ok().filter(|_| counts)
}

/// The last day on which it cannot be sued.
fn to_be_sued(case: &Case, assessment: &Assessment) -> Option<CaseDay> {
    let id = match case.waiting()?.waits_for {
        WaitsFor::Application => "due_failure_to_act",
        WaitsFor::Objection => "due_failure_objection",
    };
    Some(told(DayKind::Sue, id, suable(case, assessment)?.by))
}

/// The last day of the year within which what somebody was heard about has to be taken back or revoked.
fn to_revoke(case: &Case, assessment: &Assessment) -> Option<CaseDay> {
    let intended = case.intends_to_revoke()?;
    let until = assessment.procedure.revocable_until(intended.clause, None, intended.known_on?);
    Some(told(DayKind::Decide, "due_revocation", until.ok()??))
}

/// Whether the reminder of what was asked for or of a hearing was put aside: then nobody waits for it any more.
fn put_aside(case: &Case, follow_up: crate::domain::id::FollowUpId) -> bool {
    case.follow_ups.get(&follow_up).is_some_and(|follow_up| follow_up.done)
}

/// The hearing whose day is still awaited: before a decision, or before one is taken back or revoked.
fn hearing(case: &Case) -> Option<&Hearing> {
    let before = |hearing: &&Hearing| match &hearing.revokes {
        None => case.stage() == Stage::Filed,
        Some(_) => case.intends_to_revoke().is_some(),
    };
    case.hearing_now().filter(|_| case.hearing_waits()).filter(before)
}

/// Until when whoever is heard may say something.
fn heard(case: &Case, assessment: &Assessment) -> Option<CaseDay> {
    let hearing = hearing(case).filter(|hearing| !put_aside(case, hearing.follow_up))?;
    Some(CaseDay {
        day: DayOf { on: hearing.due_on, kind: DayKind::Hearing, label: local_word("due_hearing") },
        why: assessment.procedure.explained(hearing.begun_on, hearing.due_on),
    })
}

/// Until when what was asked for is to be brought.
fn asked(case: &Case, assessment: &Assessment) -> Option<CaseDay> {
    let asked = case.awaited()?;
    Some(CaseDay {
        day: DayOf { on: asked.due_on, kind: DayKind::Request, label: local_word("due_request") },
        why: asked.why(&assessment.procedure),
    })
}

fn reminder(
    (_, follow_up): (&crate::domain::id::FollowUpId, &crate::domain::case::FollowUp),
) -> Option<CaseDay> {
    let label = LocalText { de: follow_up.text.clone(), en: String::new() };
    let day = DayOf { on: follow_up.due_on, kind: DayKind::FollowUp, label };
    (!follow_up.done).then(|| CaseDay { day, why: vec![Step::new("calendar-follow-up-why", "")] })
}

/// Until when something may be filed against a decision or its revocation, as long as whoever applied filed nothing. It waits for nobody
/// here.
fn remedy(case: &Case, act: Act<'_>, assessment: &Assessment) -> Option<CaseDay> {
    let own = |filed: &Filed| filed.objection.by.is_none() && filed.against == Some(act.event);
    let filed = case.objections().iter().any(own);
    let decided = act.decision.outcome != Outcome::Withdrawn;
    let notified = case.notified_of(act.event).filter(|_| decided && !filed)?;
    let ends = assessment.procedure.until(notified, act).ok()?;
    let id = match act.notice.map(|notice| notice.remedy) {
        _ if act.ruling.is_some() => "due_remedy_ruling",
        Some(Remedy::Action) => "due_remedy_action",
        Some(Remedy::Objection) => "due_remedy_objection",
        None => "due_remedy_year",
    };
    let day = DayOf { on: ends.ends_on, kind: DayKind::Remedy, label: local_word(id) };
    Some(CaseDay { day, why: ends.why })
}

/// A month as a calendar shows it: whole weeks, Monday to Sunday.
#[derive(Debug, Clone, PartialEq)]
pub struct Month {
    /// The first day of the month.
    pub month: NaiveDate,
    /// The Monday with which it begins.
    pub from: NaiveDate,
    /// The Sunday with which it ends.
    pub until: NaiveDate,
    /// How many of a kind fall on a day.
    pub counts: Vec<DayCount>,
    /// How much should have been done before today, whenever that was.
    pub overdue: u64,
    /// The town's holidays.
    pub calendar: Calendar,
}

/// The first day of the month in which a day lies.
pub fn first_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// The Monday of the week in which a day lies.
pub fn monday_of(day: NaiveDate) -> NaiveDate {
    let back = Days::new(u64::from(day.weekday().num_days_from_monday()));
    day.checked_sub_days(back).unwrap_or(day)
}

/// The Sunday of the week in which a day lies.
pub fn sunday_of(day: NaiveDate) -> NaiveDate {
    monday_of(day).checked_add_days(Days::new(6)).unwrap_or(day)
}

/// The holidays of a town, and whether its Land was assumed because it has no key that names one.
pub fn holidays_of(town: &Town) -> (Calendar, bool) {
    let known = Calendar::of_ags(town.get(keys::AGS));
    let assumed = known.is_none();
    (known.unwrap_or_else(|| Calendar::of_land(Land::Nw)), assumed)
}

/// Which days are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stretch {
    /// From the first to the last.
    Between(NaiveDate, NaiveDate),
    /// What should have been done before today.
    Overdue,
}

/// Rows that a list of days has at most.
pub const LISTED: usize = 500;

/// What falls on the days of a stretch.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Listed {
    /// It, the earliest first, at most [`LISTED`].
    pub items: Vec<DayItem>,
    /// Whether there is more than that.
    pub cut: bool,
}

/// At most so many of what was found, when one more than that was looked for, and whether something was left out.
fn at_most<T>(most: usize, mut found: Vec<T>) -> (Vec<T>, bool) {
    let cut = found.len() > most;
    found.truncate(most);
    (found, cut)
}

impl Desk {
    /// The month in which a day lies: how much falls on each day, of the own cases or of all that may be read.
    pub fn month(&self, session: &Session, day: NaiveDate, mine: bool) -> Result<Month, DeskError> {
        let month = first_of(day);
        let last = month.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(day);
        let (from, until) = (monday_of(month), sunday_of(last));
        let whose = whose(session, mine);
        let today = self.today();
        let (counts, overdue) = self.query(|db| {
            Ok((read::day_counts(db, whose, (from, until))?, read::overdue_count(db, whose, today)?))
        })?;
        let (calendar, _) = holidays_of(&self.town()?);
        Ok(Month { month, from, until, counts, overdue, calendar })
    }

    /// What falls on the days of a stretch.
    pub fn days(&self, session: &Session, which: Stretch, mine: bool) -> Result<Listed, DeskError> {
        let (whose, today) = (whose(session, mine), self.today());
        let items = self.query(|db| match which {
            Stretch::Between(from, until) => read::days_between(db, whose, (from, until), LISTED + 1),
            Stretch::Overdue => read::overdue(db, whose, today, LISTED + 1),
        })?;
        let (items, cut) = at_most(LISTED, items);
        Ok(Listed { items, cut })
    }

    /// Every day of a case with how it came about. To those who may not read its group it does not exist.
    pub fn days_of_case(&self, session: &Session, id: CaseId) -> Result<Vec<CaseDay>, DeskError> {
        let (case, town) = self.store.read(|db| Ok::<_, DeskError>((db.case(id)?, db.town()?)))?;
        let case = case.filter(|case| session.reads.contains(&case.opened.group));
        let case = case.ok_or_else(|| DeskError::because("case-unknown"))?;
        let service = self.service_of(&case.opened)?;
        let assessment = assess(service, &case, &case.answers(), &town, case.opened.filed_on);
        Ok(of_case(service, &case, &assessment))
    }

    /// The town's holidays, for whoever computes a date by hand.
    pub fn holidays(&self) -> Result<(Calendar, bool), DeskError> {
        Ok(holidays_of(&self.town()?))
    }
}

fn whose(session: &Session, mine: bool) -> Whose<'_> {
    Whose { reads: &session.reads, clerk: mine.then_some(session.user) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_says_that_it_is_cut_where_it_is_and_nowhere_else() {
        for (found, shown, cut) in [(2, 2, false), (3, 3, false), (4, 3, true)] {
            let (kept, left) = at_most(3, (0..found).collect());
            assert_eq!((kept, left), ((0..shown).collect::<Vec<_>>(), cut), "{found} of three");
        }
    }
}
