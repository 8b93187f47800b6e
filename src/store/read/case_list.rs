//! The work list: views, filters, sorting, counts. Reads service by service, so that the first page costs the same
//! with a thousand cases and with a million, and so that nothing is touched that may not be read.

use super::case_row::{self, CaseRow};
use super::case_search::{self, Among, LISTED};
use super::scope::{self, Part};
use super::sql;
use crate::domain::id::{PersonId, UserId};
use crate::domain::user::Group;
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Connection, Result, params_from_iter};
use std::collections::BTreeSet;

/// Which cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    /// Open ones that somebody works on.
    Mine(UserId),
    /// Open ones.
    #[default]
    Open,
    /// Open ones whose next day, by law or by reminder, is not after this one.
    Due {
        /// The last day shown.
        until: NaiveDate,
    },
    /// Open ones whose day has passed, by law or by reminder.
    Overdue {
        /// Today.
        today: NaiveDate,
    },
    /// Those that wait for a second signature.
    ToSign,
    /// Those on whose answers desks disagree.
    Conflicts,
    /// All, closed ones too.
    All,
}

/// What a list shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Which cases.
    pub view: View,
    /// Only of the service, by its slug.
    pub service: Option<String>,
    /// Only those that the search finds by this text; of them the newest 500 of each group.
    pub text: Option<String>,
}

/// By what a list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SortBy {
    /// Day of receipt.
    #[default]
    Received,
    /// The next day by law or by reminder; cases that wait for none come last.
    Due,
    /// The applicant's name in search form.
    Applicant,
    /// Case number.
    Number,
}

/// By what and which way a list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// By what.
    pub by: SortBy,
    /// Whether the greatest stands first.
    pub descending: bool,
}

impl Sort {
    /// The order of a list that nobody sorts: what is due first, and of all cases the newest.
    pub fn by_itself(view: View) -> Self {
        match view {
            View::All => Self::default(),
            _ => Self { by: SortBy::Due, descending: false },
        }
    }
}

impl Default for Sort {
    fn default() -> Self {
        Self { by: SortBy::Received, descending: true }
    }
}

impl SortBy {
    fn column(self) -> &'static str {
        match self {
            Self::Received => "received_on",
            Self::Due => "next_on",
            Self::Applicant => "applicant_sort",
            Self::Number => "number",
        }
    }

    fn index(self) -> &'static str {
        match self {
            Self::Received => "case_by_received",
            Self::Due => "case_by_due",
            Self::Applicant => "case_by_applicant",
            Self::Number => "case_by_number",
        }
    }
}

/// A place in a list: after which row the next page begins. Means nothing in a list with another sorting.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cursor {
    pub(super) key: String,
    pub(super) row: i64,
}

/// Which stretch of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The last row's cursor of the page before; `None` for the first page.
    pub after: Option<Cursor>,
    /// Rows at most.
    pub limit: usize,
}

impl Page {
    /// The first page.
    pub fn first(limit: usize) -> Self {
        Self { after: None, limit }
    }

    fn sql_limit(&self) -> i64 {
        sql::int(self.limit)
    }
}

/// A page of the cases that may be read.
pub fn cases(
    conn: &Connection,
    reads: &BTreeSet<Group>,
    filter: &Filter,
    sort: Sort,
    page: &Page,
) -> Result<Vec<CaseRow>> {
    let mut parts = scope::parts(conn, reads)?;
    parts.retain(|part| filter.service.as_ref().is_none_or(|service| *service == part.service));
    let text = filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let rows = match (text, filter.view) {
        (None, View::Open) => merged(conn, &parts, &[1], sort, page)?,
        (None, View::All) => merged(conn, &parts, &[1, 0], sort, page)?,
        (None, view) => {
            let (from, condition, values) = narrow(view);
            selected(
                conn,
                &format!("{from} WHERE c.part IN ({}) AND {condition}", scope::numbers(&parts)),
                values,
                sort,
                page,
            )?
        }
        (Some(text), view) => {
            let (_, condition, values) = narrow(view);
            let condition = Some((condition, values.as_slice()));
            let among = Among { conn, parts: &parts, condition, limit: LISTED };
            let found = case_search::rows(&among, text)?;
            selected(
                conn,
                &format!("case_row c NOT INDEXED WHERE c.row IN ({})", sql::list(found)),
                Vec::new(),
                sort,
                page,
            )?
        }
    };
    case_row::by_rows(conn, &rows)
}

/// The table with the index that serves the view, its condition on `c`, and the values of `?1` and on.
fn narrow(view: View) -> (&'static str, &'static str, Vec<Value>) {
    let text = |day: NaiveDate| vec![Value::Text(day.to_string())];
    match view {
        View::Mine(user) => {
            ("case_row c INDEXED BY case_by_clerk", "c.assigned = ?1 AND c.open = 1", vec![blob(user)])
        }
        View::Open => ("case_row c", "c.open = 1", Vec::new()),
        View::Due { until } => {
            ("case_row c INDEXED BY case_by_due", "c.open = 1 AND c.next_on <= ?1", text(until))
        }
        View::Overdue { today } => {
            ("case_row c INDEXED BY case_by_due", "c.open = 1 AND c.next_on < ?1", text(today))
        }
        View::ToSign => ("case_row c INDEXED BY case_to_sign", "c.to_sign = 1", Vec::new()),
        View::Conflicts => ("case_row c INDEXED BY case_in_conflict", "c.conflicts > 0", Vec::new()),
        View::All => ("case_row c", "c.row > 0", Vec::new()),
    }
}

fn blob(user: UserId) -> Value {
    Value::Blob(user.0.as_bytes().to_vec())
}

/// The page's place in the order, as a condition and with its values behind `values`.
fn after(sort: Sort, page: &Page, values: &mut Vec<Value>) -> String {
    let Some(Cursor { key, row }) = &page.after else { return String::new() };
    values.push(Value::Text(key.clone()));
    values.push(Value::Integer(*row));
    let (column, sign) = (sort.by.column(), if sort.descending { '<' } else { '>' });
    format!(" AND (c.{column}, c.row) {sign} (?{}, ?{})", values.len() - 1, values.len())
}

fn order(sort: Sort, limit: usize) -> String {
    let way = if sort.descending { "DESC" } else { "ASC" };
    format!(" ORDER BY c.{} {way}, c.row {way} LIMIT ?{limit}", sort.by.column())
}

/// Sorts what a condition selects: for views that select few.
fn selected(
    conn: &Connection,
    from_where: &str,
    mut values: Vec<Value>,
    sort: Sort,
    page: &Page,
) -> Result<Vec<(String, i64)>> {
    let after = after(sort, page, &mut values);
    values.push(Value::Integer(page.sql_limit()));
    let sql =
        format!("SELECT c.{}, c.row FROM {from_where}{after}{}", sort.by.column(), order(sort, values.len()));
    sql::all(conn, &sql, params_from_iter(values), |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Reads the beginning of each part's own order and merges: for views that select many.
fn merged(
    conn: &Connection,
    parts: &[Part],
    open: &[i64],
    sort: Sort,
    page: &Page,
) -> Result<Vec<(String, i64)>> {
    let mut found: Vec<(String, i64)> = Vec::new();
    for (part, open) in parts.iter().flat_map(|part| open.iter().map(move |open| (part.part, *open))) {
        let from = format!("case_row c INDEXED BY {} WHERE c.part = ?1 AND c.open = ?2", sort.by.index());
        found.extend(selected(conn, &from, vec![Value::Integer(part), Value::Integer(open)], sort, page)?);
    }
    found.sort_unstable();
    if sort.descending {
        found.reverse();
    }
    found.truncate(page.limit);
    Ok(found)
}

/// All cases that somebody belongs to and that may be read, newest first.
pub fn cases_of_person(
    conn: &Connection,
    reads: &BTreeSet<Group>,
    person: PersonId,
    page: &Page,
) -> Result<Vec<CaseRow>> {
    let sort = Sort::default();
    let person = super::person_pair::standing(conn, person)?;
    let mut values = vec![Value::Blob(person.0.as_bytes().to_vec())];
    let after = after(sort, page, &mut values);
    values.push(Value::Integer(page.sql_limit()));
    let groups = reads.iter().map(|group| format!("'{}'", group.name())).collect::<Vec<_>>().join(", ");
    let sql = format!(
        "SELECT DISTINCT c.received_on, c.row FROM case_person l CROSS JOIN case_row c ON c.row = l.case_row
         WHERE l.person = ?1 AND c.grp IN ({groups}){after}{}",
        order(sort, values.len())
    );
    let rows = sql::all(conn, &sql, params_from_iter(values), |row| Ok((row.get(0)?, row.get(1)?)))?;
    case_row::by_rows(conn, &rows)
}

/// How many cases each view holds, of those that may be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Open ones of the user.
    pub mine: u64,
    /// Open ones.
    pub open: u64,
    /// Those due up to the day.
    pub due: u64,
    /// Those whose day has passed.
    pub overdue: u64,
    /// Those that wait for a second signature.
    pub to_sign: u64,
    /// Those on which desks disagree.
    pub conflicts: u64,
    /// All.
    pub all: u64,
}

/// Counts for the filter chips; `until` is the last day of "due". Only of the service where one is named.
pub fn counts(
    conn: &Connection,
    reads: &BTreeSet<Group>,
    user: UserId,
    (today, until): (NaiveDate, NaiveDate),
    service: Option<&str>,
) -> Result<Counts> {
    let mut parts = scope::parts(conn, reads)?;
    parts.retain(|part| service.is_none_or(|service| service == part.service));
    let list = scope::numbers(&parts);
    let count = |view: View| -> Result<u64> {
        let (from, condition, values) = narrow(view);
        let sql = format!("SELECT count(*) FROM {from} WHERE c.part IN ({list}) AND {condition}");
        sql::prepare(conn, &sql)?.query_row(params_from_iter(values), |row| row.get(0).map(i64::unsigned_abs))
    };
    Ok(Counts {
        mine: count(View::Mine(user))?,
        open: parts.iter().map(|part| part.open).sum(),
        due: count(View::Due { until })?,
        overdue: count(View::Overdue { today })?,
        to_sign: count(View::ToSign)?,
        conflicts: count(View::Conflicts)?,
        all: parts.iter().map(|part| part.cases).sum(),
    })
}
