//! Who and what was entered twice, above all by two desks that did not see each other: offered until somebody says that it
//! is one, or is not. What they say is in the log, so it holds at every desk.

use super::Desk;
use super::conflict::{Names, Origin};
use super::error::DeskError;
use super::look::{CaseRow, PersonRow};
use super::session::Session;
use crate::domain::case::Case;
use crate::domain::decide::Command;
use crate::domain::event::Subject;
use crate::domain::id::{CaseId, EventRef, PersonId};
use crate::domain::money::Cents;
use crate::store::{Reader, StoreError, read};

/// Two people who have the same names and birth date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SamePersons {
    /// Both, the one that was entered first in front.
    pub rows: [PersonRow; 2],
    /// Where each was entered, by whom.
    pub entered: [Origin; 2],
    /// Whether two desks entered them without seeing each other; else somebody was asked and went on.
    pub unseen: bool,
}

/// Two cases of one service for one person, received on one day at two desks that did not see each other.
#[derive(Debug, Clone, PartialEq)]
pub struct SameCases {
    /// The older one, which goes on, and the other.
    pub cases: [CaseRow; 2],
    /// Where each was entered, by whom.
    pub entered: [Origin; 2],
    /// Receipts of the younger one that stand: money to be given back where it is the same matter.
    pub money: Vec<(String, Cents)>,
    /// Papers of the younger one that were issued already. They stay as they are.
    pub papers: Vec<String>,
    /// Whether it was said already that it is the same matter, and only the money is left.
    pub judged: bool,
}

/// Everything that was perhaps entered twice.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Doubles {
    /// People.
    pub persons: Vec<SamePersons>,
    /// Cases.
    pub cases: Vec<SameCases>,
    /// Whether there is more than that: it comes up when something was said about these.
    pub cut: bool,
}

/// Most pairs of people, and of cases, that are shown at once.
const SHOWN: usize = 200;
/// Most pairs that are looked at for that, those aside about which something was said.
const LOOKED_AT: usize = 10_000;

impl Desk {
    /// Cases that were perhaps entered twice, and of which nobody has said so or that they were not; each once, by number.
    pub(super) fn cases_in_doubt(&self, session: &Session) -> Result<Vec<CaseRow>, DeskError> {
        let (found, _) = self.store.read(|db| same_cases(db, &Names::of(db)?, session))?;
        let mut rows: Vec<CaseRow> = found.into_iter().flat_map(|same| same.cases).collect();
        rows.sort_by(|a, b| (&a.number, a.id).cmp(&(&b.number, b.id)));
        rows.dedup_by_key(|row| row.id);
        Ok(rows)
    }

    /// People of one name and birth date about whom nobody has said that they are two; no cases.
    pub fn same_persons(&self, _session: &Session) -> Result<Doubles, DeskError> {
        let (persons, cut) = self.store.read(|db| same_persons(db, &Names::of(db)?, false))?;
        Ok(Doubles { persons, cut, ..Doubles::default() })
    }

    /// Says that a case is the same matter as another, or that it is not. The older one goes on; the younger is closed and
    /// owes nothing.
    ///
    /// Errors: it was said already; one of both is not here; the younger is with another office.
    pub fn judge_double(
        &self,
        session: &Session,
        one: CaseId,
        two: CaseId,
        double: bool,
        reason: &str,
    ) -> Result<(), DeskError> {
        self.act_as(session, |hand| {
            let (older, case) = (hand.case(one.min(two))?, hand.case(one.max(two))?);
            let command = Command::JudgeDouble { other: older.id, double, reason: reason.to_owned() };
            hand.command(case.id, Some(&case), command, None)
        })
    }
}

/// What two desks entered without seeing each other, in the same order at every desk.
pub(super) fn unseen(db: &Reader<'_>, names: &Names, session: &Session) -> Result<Doubles, StoreError> {
    let (persons, more_persons) = same_persons(db, names, true)?;
    let (cases, more_cases) = same_cases(db, names, session)?;
    Ok(Doubles { persons, cases, cut: more_persons || more_cases })
}

/// A record of a set, and what its person began with, at each desk that entered them.
struct Entered {
    row: PersonRow,
    begun: Vec<EventRef>,
}

impl Entered {
    fn of(db: &Reader<'_>, id: PersonId) -> Result<Option<Self>, StoreError> {
        let Some(row) = read::person_by_id(db.rows(), id)? else { return Ok(None) };
        let mut begun = Vec::new();
        for record in db.records(id)? {
            begun.extend(db.beginning(Subject::Person(record))?.map(|outline| outline.id()));
        }
        Ok(Some(Self { row, begun }))
    }

    fn is_apart(&self, db: &Reader<'_>, other: &Self) -> Result<bool, StoreError> {
        let mut each = self.begun.iter().flat_map(|one| other.begun.iter().map(move |two| (*one, *two)));
        each.try_fold(false, |apart, (one, two)| Ok(apart || db.apart(one, two)?))
    }
}

/// The pairs, and whether there are more.
fn same_persons(
    db: &Reader<'_>,
    names: &Names,
    only_unseen: bool,
) -> Result<(Vec<SamePersons>, bool), StoreError> {
    let (mut found, mut looked_at) = (Vec::new(), 0);
    'sets: for set in read::same_persons(db.rows())? {
        let mut known = Vec::new();
        for id in set {
            known.extend(Entered::of(db, id)?);
        }
        for (one, two) in pairs(&known) {
            if read::told_apart(db.rows(), one.row.id, two.row.id)? {
                continue;
            }
            looked_at += 1;
            if found.len() > SHOWN || looked_at > LOOKED_AT {
                break 'sets;
            }
            let unseen = one.is_apart(db, two)?;
            if !only_unseen || unseen {
                found.push(([one.row.clone(), two.row.clone()], unseen));
            }
        }
    }
    let cut = found.len() > SHOWN || looked_at > LOOKED_AT;
    found.truncate(SHOWN);
    let mut told = Vec::new();
    for (rows, unseen) in found {
        let [one, two] = &rows;
        let entered =
            [entered(db, names, Subject::Person(one.id))?, entered(db, names, Subject::Person(two.id))?];
        told.push(SamePersons { rows, entered, unseen });
    }
    told.sort_by(|a, b| (&a.rows[0].name, a.rows[0].id).cmp(&(&b.rows[0].name, b.rows[0].id)));
    Ok((told, cut))
}

/// Each two of a set, in its order.
fn pairs<T>(set: &[T]) -> impl Iterator<Item = (&T, &T)> {
    let from = |at: usize| set.iter().skip(at + 1);
    set.iter().enumerate().flat_map(move |(at, one)| from(at).map(move |two| (one, two)))
}

fn entered(db: &Reader<'_>, names: &Names, subject: Subject) -> Result<Origin, StoreError> {
    let begun = db.beginning(subject)?;
    Ok(begun.map_or_else(Origin::default, |outline| {
        names.origin(outline.id(), Some((outline.actor, outline.at)))
    }))
}

/// The pairs, and whether there are more.
fn same_cases(
    db: &Reader<'_>,
    names: &Names,
    session: &Session,
) -> Result<(Vec<SameCases>, bool), StoreError> {
    let (mut found, mut looked_at) = (Vec::new(), 0);
    'sets: for set in read::same_cases(db.rows())? {
        let known = of_several_desks(db, session, &set)?;
        for ((older, one), (younger, two)) in pairs(&known) {
            // A desk's own numbers bear its letters: what one desk entered twice it entered twice on purpose.
            let here = desk_of(&older.number) == desk_of(&younger.number);
            if here || two.judged_double(one.id).is_some() {
                continue;
            }
            looked_at += 1;
            if found.len() > SHOWN || looked_at > LOOKED_AT {
                break 'sets;
            }
            let goes_on = [one, two].iter().all(|case| case.double_of().next().is_none());
            if goes_on && begun_apart(db, one, two)? {
                found.push(same(db, names, [older.clone(), younger.clone()], two, false)?);
            }
        }
    }
    let cut = found.len() > SHOWN || looked_at > LOOKED_AT;
    found.truncate(SHOWN);
    for row in read::doubles_with_money(db.rows(), &session.reads)? {
        let Some(case) = db.case(row.id)? else { continue };
        for other in case.double_of() {
            if let Some(older) = read::case_by_id(db.rows(), &session.reads, other)? {
                found.push(same(db, names, [older, row.clone()], &case, true)?);
            }
        }
    }
    found.sort_by(|a, b| a.cases[1].number.cmp(&b.cases[1].number));
    Ok((found, cut))
}

/// The cases of a set that may be read, each read once; none where one desk entered them all.
fn of_several_desks(
    db: &Reader<'_>,
    session: &Session,
    set: &[CaseId],
) -> Result<Vec<(CaseRow, Case)>, StoreError> {
    let mut rows = Vec::new();
    for id in set {
        rows.extend(read::case_by_id(db.rows(), &session.reads, *id)?);
    }
    let one_desk = rows.windows(2).all(|two| desk_of(&two[0].number) == desk_of(&two[1].number));
    let rows = if one_desk { Vec::new() } else { rows };
    let mut known = Vec::new();
    for row in rows {
        known.extend(db.case(row.id)?.map(|case| (row, case)));
    }
    Ok(known)
}

fn desk_of(number: &str) -> Option<&str> {
    number.rsplit('-').nth(1)
}

fn begun_apart(db: &Reader<'_>, one: &Case, two: &Case) -> Result<bool, StoreError> {
    let begun = (db.beginning(Subject::Case(one.id))?, db.beginning(Subject::Case(two.id))?);
    let (Some(first), Some(second)) = begun else { return Ok(false) };
    db.apart(first.id(), second.id())
}

fn same(
    db: &Reader<'_>,
    names: &Names,
    cases: [CaseRow; 2],
    younger: &Case,
    judged: bool,
) -> Result<SameCases, StoreError> {
    let standing = younger.receipts.values().filter(|receipt| receipt.cancelled.is_none());
    let money = standing.map(|receipt| (receipt.paid.receipt.clone(), receipt.paid.cents)).collect();
    let papers = younger.standing().map(|paper| paper.issued.title.clone()).collect();
    let entered =
        [entered(db, names, Subject::Case(cases[0].id))?, entered(db, names, Subject::Case(cases[1].id))?];
    Ok(SameCases { cases, entered, money, papers, judged })
}
