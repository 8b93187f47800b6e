//! Finds cases by what stands on a paper: the case number, its beginning or its end, the status code, a receipt. Finds by
//! no word.

use super::case_row::{self, CaseRow};
use super::case_search::Among;
use super::project_case::plain_code;
use super::{scope, sql, words};
use crate::domain::user::Group;
use rusqlite::{Connection, Result, params};
use std::collections::BTreeSet;

/// By case number (its beginning, its end or its running number), status code and receipt.
pub fn by_number(among: &Among<'_>, text: &str) -> Result<Vec<i64>> {
    let typed = text.trim().to_ascii_uppercase();
    let mut found = Vec::new();
    if let Some(end) = End::of(&typed) {
        found.extend(by_end(among, &end)?);
        found.extend(receipt_by_end(among, &end)?);
    }
    let begins = typed.len() > 2 && typed.contains(['.', '-']) && !typed.contains(char::is_whitespace);
    if begins && typed.contains(|c: char| c.is_ascii_digit()) {
        for (part, open) in among.parts.iter().flat_map(|part| [(part, 1), (part, 0)]) {
            let from = "case_row c INDEXED BY case_by_number";
            let own = "c.part = ?1 AND c.open = ?2 AND c.number >= ?3 AND c.number < ?4";
            let values =
                vec![part.part.into(), open.into(), typed.clone().into(), words::after(&typed).into()];
            found.extend(among.select(from, own, values, "c.number DESC, c.row DESC")?);
        }
        found.extend(receipt(among, &typed)?);
    }
    found.extend(code(among, &typed)?);
    Ok(found)
}

/// Whether it is this very number that somebody began or ended to type, and not one of a receipt.
pub fn is_meant(number: &str, text: &str) -> bool {
    let (number, typed) = (number.to_ascii_uppercase(), text.trim().to_ascii_uppercase());
    let tail = |text: &str| End::of(text).map(|end| end.tail);
    number.starts_with(&typed) || (tail(&typed).is_some() && tail(&number) == tail(&typed))
}

/// Cases whose number ends like what somebody typed (`A-25`), among those that may be read, the newest first.
pub fn cases_by_number_end(
    conn: &Connection,
    reads: &BTreeSet<Group>,
    typed: &str,
    limit: i64,
) -> Result<Vec<CaseRow>> {
    let Some(end) = End::of(&typed.trim().to_ascii_uppercase()) else { return Ok(Vec::new()) };
    let parts = scope::parts(conn, reads)?;
    let found = by_end(&Among { conn, parts: &parts, condition: None, limit }, &end)?;
    let rows: Vec<_> = found.into_iter().map(|row| (String::new(), row)).collect();
    case_row::by_rows(conn, &rows)
}

/// The end of a number, as somebody reads it off a paper: `A-00417`, `A 417`, `2026-A-417`, `417`.
#[derive(Debug, PartialEq, Eq)]
struct End {
    /// What stands before the running number.
    before: Vec<String>,
    /// The running number.
    tail: i64,
    /// Digits that were typed of it.
    digits: usize,
}

impl End {
    /// Reads it from text in upper case. Nothing where the last piece is no number.
    fn of(typed: &str) -> Option<Self> {
        let mut before: Vec<String> = typed
            .split(|c: char| c == '-' || c == '/' || c.is_whitespace())
            .filter(|piece| !piece.is_empty())
            .map(str::to_owned)
            .collect();
        let last = before.pop()?;
        let digits = last.trim_start_matches(|c: char| c.is_ascii_uppercase());
        let desk = last.strip_suffix(digits).unwrap_or_default();
        before.extend((!desk.is_empty()).then(|| desk.to_owned()));
        let plain = !digits.is_empty() && digits.len() < 10 && digits.bytes().all(|c| c.is_ascii_digit());
        let tail = digits.parse().ok().filter(|_| plain && before.len() < 4)?;
        Some(Self { before, tail, digits: digits.len() })
    }

    /// With as many digits as the numbers of its kind have.
    fn written(&self, digits: usize) -> String {
        let before: String = self.before.iter().flat_map(|piece| [piece.as_str(), "-"]).collect();
        format!("{before}{:0digits$}", self.tail)
    }
}

/// By the end of the case number: found by its running number, and what stands before that agrees.
fn by_end(among: &Among<'_>, end: &End) -> Result<Vec<i64>> {
    let agrees = "substr('-' || c.number, -length(?2)) = ?2";
    let own = format!("c.tail = ?1 AND {agrees} AND c.part IN ({})", among.all());
    let values = vec![end.tail.into(), format!("-{}", end.written(5)).into()];
    among.select("case_row c INDEXED BY case_by_tail", &own, values, "c.row DESC")
}

/// By a receipt number without its zeros (`A-2026-123`), or by its end with the desk (`A-123`) or as it is printed
/// (`000123`): then in each year and at each desk of which there are receipts.
fn receipt_by_end(among: &Among<'_>, end: &End) -> Result<Vec<i64>> {
    let groups = among.groups();
    let whole = end.written(RECEIPT_DIGITS);
    let numbers: BTreeSet<String> = match end.before.as_slice() {
        [_, year] if year.len() == 4 => [whole].into(),
        [_] => receipt_series(among.conn, &groups, &format!("{}-", end.before[0]))?,
        [] if end.digits == RECEIPT_DIGITS => receipt_series(among.conn, &groups, "")?,
        _ => return Ok(Vec::new()),
    };
    let mut found = Vec::new();
    for number in numbers {
        let number = if number.ends_with('-') { format!("{number}{:06}", end.tail) } else { number };
        found.extend(receipt(among, &number)?);
    }
    Ok(found)
}

const RECEIPT_DIGITS: usize = 6;

/// The beginnings `A-2026-` of receipt numbers, one for each desk and year: as many seeks in the index, however many
/// receipts there are.
fn receipt_series(conn: &Connection, groups: &BTreeSet<Group>, begins: &str) -> Result<BTreeSet<String>> {
    let sql = "SELECT number FROM receipt_row INDEXED BY receipt_by_number
               WHERE grp = ?1 AND number >= ?2 AND number < ?3 ORDER BY number LIMIT 1";
    let mut found = BTreeSet::new();
    for group in groups {
        let mut from = begins.to_owned();
        loop {
            let values = params![group.name(), from, words::after(begins)];
            let first: Option<String> = sql::first(conn, sql, values, |row| row.get(0))?;
            let Some(series) = first.and_then(|number| Some(format!("{}-", number.rsplit_once('-')?.0)))
            else {
                break;
            };
            from = words::after(&series);
            let _ = found.insert(series);
        }
    }
    Ok(found)
}

fn code(among: &Among<'_>, typed: &str) -> Result<Vec<i64>> {
    let plain = plain_code(typed);
    if !(4..=12).contains(&plain.len()) {
        return Ok(Vec::new());
    }
    let own = format!("c.status_code >= ?1 AND c.status_code < ?2 AND c.part IN ({})", among.all());
    let values = vec![plain.clone().into(), words::after(&plain).into()];
    among.select("case_row c INDEXED BY case_by_code", &own, values, "c.row DESC")
}

fn receipt(among: &Among<'_>, typed: &str) -> Result<Vec<i64>> {
    let mut found = Vec::new();
    for group in among.groups() {
        let from = "receipt_row r INDEXED BY receipt_by_number CROSS JOIN case_row c ON c.row = r.case_row";
        let own = format!("r.grp = ?1 AND r.number >= ?2 AND r.number < ?3 AND c.part IN ({})", among.all());
        let values =
            vec![group.name().to_owned().into(), typed.to_owned().into(), words::after(typed).into()];
        found.extend(among.select(from, &own, values, "r.number DESC")?);
    }
    Ok(found)
}
