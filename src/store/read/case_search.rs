//! Finds cases by what somebody types: numbers, status code, service, words of the answers, names. Reads group by group
//! and newest first, so that a common word costs no more than a rare one.

use super::project_case::plain_code;
use super::scope::{Part, first_row, last_row};
use super::{sql, words};
use crate::domain::user::Group;
use rusqlite::types::Value;
use rusqlite::{Connection, Result, params, params_from_iter};
use std::collections::BTreeSet;

/// Rows at most of each group, where a list is filtered by text.
pub const LISTED: i64 = 500;

/// A beginning that fits more words than this is looked up as a beginning.
const EXPANSIONS: i64 = 128;

/// Beginnings up to this length have an index of their own.
const INDEXED: usize = 4;

/// A condition on `case_row c` that every found case must meet, and the values of its `?1` and on.
pub type Condition<'a> = (&'a str, &'a [Value]);

/// Row numbers of cases that the text fits, all words of it, in no order; of each group the newest `limit`.
pub fn rows(
    conn: &Connection,
    text: &str,
    parts: &[Part],
    condition: Option<Condition<'_>>,
    limit: i64,
) -> Result<Vec<i64>> {
    let mut found: BTreeSet<i64> = by_number(conn, text, parts, condition, limit)?.into_iter().collect();
    let typed = words::typed(text);
    let groups: BTreeSet<Group> = parts.iter().map(|part| part.group).collect();
    for group in groups {
        let own: Vec<&Part> = parts.iter().filter(|part| part.group == group).collect();
        found.extend(by_words(conn, &typed, group, &own, condition, limit)?);
        found.extend(by_service(conn, &typed, group, &own, condition, limit)?);
    }
    Ok(found.into_iter().collect())
}

/// By case number (its beginning, its end or its running number), status code and receipt.
pub fn by_number(
    conn: &Connection,
    text: &str,
    parts: &[Part],
    condition: Option<Condition<'_>>,
    limit: i64,
) -> Result<Vec<i64>> {
    let typed = text.trim().to_ascii_uppercase();
    let mut found = Vec::new();
    if let Some(end) = End::of(&typed) {
        found.extend(by_end(conn, &end, parts, condition, limit)?);
        found.extend(receipt_by_end(conn, &end, parts, condition, limit)?);
    }
    let begins = typed.len() > 2 && typed.contains(['.', '-']) && !typed.contains(char::is_whitespace);
    if begins && typed.contains(|c: char| c.is_ascii_digit()) {
        for (part, open) in parts.iter().flat_map(|part| [(part, 1), (part, 0)]) {
            let from = "case_row c INDEXED BY case_by_number";
            let own = "c.part = ?1 AND c.open = ?2 AND c.number >= ?3 AND c.number < ?4";
            let values =
                vec![part.part.into(), open.into(), typed.clone().into(), words::after(&typed).into()];
            found.extend(select(conn, from, own, values, condition, "c.number DESC, c.row DESC", limit)?);
        }
        found.extend(receipt(conn, &typed, parts, condition, limit)?);
    }
    found.extend(code(conn, &typed, parts, condition, limit)?);
    Ok(found)
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
fn by_end(
    conn: &Connection,
    end: &End,
    parts: &[Part],
    condition: Option<Condition<'_>>,
    limit: i64,
) -> Result<Vec<i64>> {
    let agrees = "substr('-' || c.number, -length(?2)) = ?2";
    let own = format!("c.tail = ?1 AND {agrees} AND c.part IN ({})", list(parts.iter()));
    let values = vec![end.tail.into(), format!("-{}", end.written(5)).into()];
    select(conn, "case_row c INDEXED BY case_by_tail", &own, values, condition, "c.row DESC", limit)
}

/// By a receipt number without its zeros (`A-2026-123`), or by its end with the desk (`A-123`) or as it is printed
/// (`000123`): then in each year and at each desk of which there are receipts.
fn receipt_by_end(
    conn: &Connection,
    end: &End,
    parts: &[Part],
    condition: Option<Condition<'_>>,
    limit: i64,
) -> Result<Vec<i64>> {
    let groups: BTreeSet<Group> = parts.iter().map(|part| part.group).collect();
    let whole = end.written(RECEIPT_DIGITS);
    let numbers: BTreeSet<String> = match end.before.as_slice() {
        [_, year] if year.len() == 4 => [whole].into(),
        [_] => receipt_series(conn, &groups, &format!("{}-", end.before[0]))?,
        [] if end.digits == RECEIPT_DIGITS => receipt_series(conn, &groups, "")?,
        _ => return Ok(Vec::new()),
    };
    let mut found = Vec::new();
    for number in numbers {
        let number = if number.ends_with('-') { format!("{number}{:06}", end.tail) } else { number };
        found.extend(receipt(conn, &number, parts, condition, limit)?);
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

fn code(
    conn: &Connection,
    typed: &str,
    parts: &[Part],
    condition: Option<Condition<'_>>,
    limit: i64,
) -> Result<Vec<i64>> {
    let plain = plain_code(typed);
    if !(4..=12).contains(&plain.len()) {
        return Ok(Vec::new());
    }
    let own = format!("c.status_code >= ?1 AND c.status_code < ?2 AND c.part IN ({})", list(parts.iter()));
    let values = vec![plain.clone().into(), words::after(&plain).into()];
    select(conn, "case_row c INDEXED BY case_by_code", &own, values, condition, "c.row DESC", limit)
}

fn receipt(
    conn: &Connection,
    typed: &str,
    parts: &[Part],
    condition: Option<Condition<'_>>,
    limit: i64,
) -> Result<Vec<i64>> {
    let mut found = Vec::new();
    let groups: BTreeSet<Group> = parts.iter().map(|part| part.group).collect();
    for group in groups {
        let from = "receipt_row r INDEXED BY receipt_by_number CROSS JOIN case_row c ON c.row = r.case_row";
        let own =
            format!("r.grp = ?1 AND r.number >= ?2 AND r.number < ?3 AND c.part IN ({})", list(parts.iter()));
        let values =
            vec![group.name().to_owned().into(), typed.to_owned().into(), words::after(typed).into()];
        found.extend(select(conn, from, &own, values, condition, "r.number DESC", limit)?);
    }
    Ok(found)
}

/// By the words of answers and names.
fn by_words(
    conn: &Connection,
    typed: &[String],
    group: Group,
    parts: &[&Part],
    condition: Option<Condition<'_>>,
    limit: i64,
) -> Result<Vec<i64>> {
    let Some((whole, beginning)) = questions(conn, typed, group)? else { return Ok(Vec::new()) };
    let own = format!(
        "case_text MATCH ?1 AND case_text.rowid BETWEEN ?2 AND ?3 AND c.part IN ({})",
        list(parts.iter().copied())
    );
    let from = "case_text CROSS JOIN case_row c ON c.row = case_text.rowid";
    let ask = |question: String| {
        let values = vec![question.into(), first_row(group).into(), last_row(group).into()];
        select(conn, from, &own, values, condition, "case_text.rowid DESC", limit)
    };
    let mut found = ask(whole)?;
    if i64::try_from(found.len()).is_ok_and(|count| count < limit) {
        found.extend(ask(beginning)?);
    }
    Ok(found)
}

/// The words as they stand, and as beginnings of words that exist; nothing where one of them begins no word.
fn questions(conn: &Connection, typed: &[String], group: Group) -> Result<Option<(String, String)>> {
    let sql = "SELECT word FROM case_word WHERE grp = ?1 AND word >= ?2 AND word < ?3 LIMIT ?4";
    let (mut whole, mut beginning) = (Vec::new(), Vec::new());
    for word in typed {
        whole.push(words::exact(word));
        if word.chars().count() <= INDEXED {
            beginning.push(words::begins(word));
            continue;
        }
        let values = params![group.name(), word, words::after(word), EXPANSIONS + 1];
        let known: Vec<String> = sql::all(conn, sql, values, |row| row.get(0))?;
        if known.is_empty() {
            return Ok(None);
        }
        let many = i64::try_from(known.len()).is_ok_and(|count| count > EXPANSIONS);
        let any = known.iter().map(|word| words::exact(word)).collect::<Vec<_>>().join(" OR ");
        beginning.push(if many { words::begins(word) } else { format!("({any})") });
    }
    Ok((!typed.is_empty()).then(|| (whole.join(" AND "), beginning.join(" AND "))))
}

/// By words of a service's name, together with words of the answers: `gewerbe müller`.
fn by_service(
    conn: &Connection,
    typed: &[String],
    group: Group,
    parts: &[&Part],
    condition: Option<Condition<'_>>,
    limit: i64,
) -> Result<Vec<i64>> {
    let names: Vec<BTreeSet<String>> = parts.iter().map(|part| words::of(&part.name)).collect();
    let named = |word: &String| names.iter().any(|name| begins(name, word));
    let (of_service, rest): (Vec<String>, Vec<String>) = typed.iter().cloned().partition(named);
    if of_service.is_empty() {
        return Ok(Vec::new());
    }
    let fits = |name: &BTreeSet<String>| of_service.iter().all(|word| begins(name, word));
    let own: Vec<&Part> =
        parts.iter().zip(&names).filter(|(_, name)| fits(name)).map(|(part, _)| *part).collect();
    if !rest.is_empty() {
        return if own.is_empty() {
            Ok(own.iter().map(|part| part.part).collect())
        } else {
            by_words(conn, &rest, group, &own, condition, limit)
        };
    }
    let mut found = Vec::new();
    for (part, open) in own.iter().flat_map(|part| [(part, 1), (part, 0)]) {
        let from = "case_row c INDEXED BY case_by_received";
        let values = vec![part.part.into(), open.into()];
        let order = "c.received_on DESC, c.row DESC";
        found.extend(select(conn, from, "c.part = ?1 AND c.open = ?2", values, condition, order, limit)?);
    }
    Ok(found)
}

fn begins(words: &BTreeSet<String>, prefix: &str) -> bool {
    words.iter().any(|word| word.starts_with(prefix))
}

fn list<'p>(parts: impl Iterator<Item = &'p Part>) -> String {
    sql::list(parts.map(|part| part.part))
}

/// Row numbers that meet both conditions. The caller's values are counted on behind the own ones.
fn select(
    conn: &Connection,
    from: &str,
    own: &str,
    mut values: Vec<Value>,
    condition: Option<Condition<'_>>,
    order: &str,
    limit: i64,
) -> Result<Vec<i64>> {
    let mut sql = format!("SELECT c.row FROM {from} WHERE {own}");
    if let Some((more, its)) = condition {
        let shifted = format!("?{}", values.len() + 1);
        debug_assert!(its.len() < 2, "conditions have one value at most");
        sql = format!("{sql} AND {}", more.replace("?1", &shifted));
        values.extend_from_slice(its);
    }
    values.push(limit.into());
    let sql = format!("{sql} ORDER BY {order} LIMIT ?{}", values.len());
    sql::all(conn, &sql, params_from_iter(values), |row| row.get(0))
}
