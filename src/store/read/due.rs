//! The days of cases: how many fall on each day of a stretch, which they are, and what is overdue. Computes no deadline.

use super::case_row::{self, CaseRow};
use super::scope;
use super::sql::{self, Day, Key};
use crate::domain::id::UserId;
use crate::domain::problem::LocalText;
use crate::domain::user::Group;
use chrono::NaiveDate;
use rusqlite::{Connection, Result, params};
use std::collections::BTreeSet;

/// What falls on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayKind {
    /// A day that the service's law sets for the office.
    Deadline,
    /// The last day to decide before the approval counts as given (§ 42a VwVfG).
    Decide,
    /// The last day on which the post is quick enough for it.
    Post,
    /// The day after which the office can be sued for not deciding (§ 75 VwGO).
    Sue,
    /// Until then whoever is heard may say something (§ 28 VwVfG).
    Hearing,
    /// Until then what was asked for is to be brought.
    Request,
    /// A reminder (Wiedervorlage).
    FollowUp,
    /// The last day to file something against a decision (§§ 58, 70, 74 VwGO).
    Remedy,
}

impl DayKind {
    /// All of them, in the order in which one day's are shown.
    pub const ALL: [Self; 8] = [
        Self::Deadline,
        Self::Decide,
        Self::Post,
        Self::Sue,
        Self::Hearing,
        Self::Request,
        Self::FollowUp,
        Self::Remedy,
    ];

    /// The name in the tables, in JSON and in message ids.
    pub fn name(self) -> &'static str {
        match self {
            Self::Deadline => "deadline",
            Self::Decide => "decide",
            Self::Post => "post",
            Self::Sue => "sue",
            Self::Hearing => "hearing",
            Self::Request => "request",
            Self::FollowUp => "follow-up",
            Self::Remedy => "remedy",
        }
    }

    fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|kind| kind.name() == name).unwrap_or(Self::Deadline)
    }

    /// Whether somebody of the office has to have done something by then. What others may file until a day waits for nobody.
    pub fn waits(self) -> bool {
        self != Self::Remedy
    }
}

/// A day of a case, as its row keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayOf {
    /// The day.
    pub on: NaiveDate,
    /// What falls on it.
    pub kind: DayKind,
    /// What has to have happened by then, or of what to remind.
    pub label: LocalText,
}

/// How many of a kind fall on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayCount {
    /// The day.
    pub on: NaiveDate,
    /// What falls on it.
    pub kind: DayKind,
    /// How many.
    pub count: u64,
}

/// A day and its case.
#[derive(Debug, Clone, PartialEq)]
pub struct DayItem {
    /// The day, what falls on it, and in words.
    pub day: DayOf,
    /// Its place among the days of the case.
    pub ord: usize,
    /// The case.
    pub case: CaseRow,
}

/// Whose days, and which: of a clerk's cases or of all that may be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whose<'a> {
    /// The groups that may be read.
    pub reads: &'a BTreeSet<Group>,
    /// Only of cases that this one works on.
    pub clerk: Option<UserId>,
}

/// Counts by day and kind, from the first to the last day. Touches the index alone.
pub fn day_counts(
    conn: &Connection,
    whose: Whose<'_>,
    (from, until): (NaiveDate, NaiveDate),
) -> Result<Vec<DayCount>> {
    let parts = scope::numbers(&scope::parts(conn, whose.reads)?);
    let sql = format!(
        "SELECT falls_on, kind, count(*) FROM day_row INDEXED BY day_by_part
         WHERE part IN ({parts}) AND waits IN (0, 1) AND falls_on BETWEEN ?1 AND ?2 AND (?3 IS NULL OR assigned = ?3)
         GROUP BY falls_on, kind"
    );
    let clerk = whose.clerk.map(|user| Key(user.0));
    sql::all(conn, &sql, params![Day(from), Day(until), clerk], |row| {
        let kind = DayKind::named(row.get_ref(1)?.as_str()?);
        Ok(DayCount { on: row.get::<_, Day>(0)?.0, kind, count: row.get::<_, i64>(2)?.unsigned_abs() })
    })
}

/// What falls on the days from the first to the last, the earliest first, at most `limit`.
pub fn days_between(
    conn: &Connection,
    whose: Whose<'_>,
    (from, until): (NaiveDate, NaiveDate),
    limit: usize,
) -> Result<Vec<DayItem>> {
    items(conn, whose, ("waits IN (0, 1) AND d.falls_on BETWEEN ?1 AND ?2", from, until), limit)
}

/// What should have been done before today, the earliest first, at most `limit`.
pub fn overdue(conn: &Connection, whose: Whose<'_>, today: NaiveDate, limit: usize) -> Result<Vec<DayItem>> {
    items(conn, whose, ("waits = 1 AND d.falls_on < ?1 AND d.falls_on <= ?2", today, today), limit)
}

/// How much should have been done before today. Touches the index alone.
pub fn overdue_count(conn: &Connection, whose: Whose<'_>, today: NaiveDate) -> Result<u64> {
    let parts = scope::numbers(&scope::parts(conn, whose.reads)?);
    let sql = format!(
        "SELECT count(*) FROM day_row INDEXED BY day_by_part
         WHERE part IN ({parts}) AND waits = 1 AND falls_on < ?1 AND (?2 IS NULL OR assigned = ?2)"
    );
    let clerk = whose.clerk.map(|user| Key(user.0));
    let count = sql::first(conn, &sql, params![Day(today), clerk], |row| row.get::<_, i64>(0))?;
    Ok(count.unwrap_or_default().unsigned_abs())
}

fn items(
    conn: &Connection,
    whose: Whose<'_>,
    (which, from, until): (&str, NaiveDate, NaiveDate),
    limit: usize,
) -> Result<Vec<DayItem>> {
    let parts = scope::numbers(&scope::parts(conn, whose.reads)?);
    let columns = case_row::COLUMNS;
    let sql = format!(
        "SELECT {columns}, d.falls_on, d.kind, d.de, d.en, d.ord FROM day_row d INDEXED BY day_by_part
         CROSS JOIN case_row c ON c.row = d.case_row
         WHERE d.part IN ({parts}) AND d.{which} AND (?4 IS NULL OR d.assigned = ?4)
         ORDER BY d.falls_on, d.waits DESC, d.case_row, d.ord LIMIT ?3"
    );
    let clerk = whose.clerk.map(|user| Key(user.0));
    sql::all(conn, &sql, params![Day(from), Day(until), sql::int(limit), clerk], |row| {
        let day = DayOf {
            on: row.get::<_, Day>(22)?.0,
            kind: DayKind::named(row.get_ref(23)?.as_str()?),
            label: LocalText { de: row.get(24)?, en: row.get(25)? },
        };
        let ord = usize::try_from(row.get::<_, i64>(26)?).unwrap_or_default();
        Ok(DayItem { day, ord, case: case_row::read(row, String::new())? })
    })
}
