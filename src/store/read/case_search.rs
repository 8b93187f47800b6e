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

/// By case number (its beginning or its running number), status code and receipt.
pub fn by_number(
    conn: &Connection,
    text: &str,
    parts: &[Part],
    condition: Option<Condition<'_>>,
    limit: i64,
) -> Result<Vec<i64>> {
    let typed = text.trim().to_ascii_uppercase();
    let mut found = Vec::new();
    if !typed.contains(|c: char| c.is_ascii_digit()) || typed.contains(char::is_whitespace) {
        return code(conn, &typed, parts, condition, limit);
    }
    if typed.len() > 2 && typed.contains(['.', '-']) {
        for (part, open) in parts.iter().flat_map(|part| [(part, 1), (part, 0)]) {
            let from = "case_row c INDEXED BY case_by_number";
            let own = "c.part = ?1 AND c.open = ?2 AND c.number >= ?3 AND c.number < ?4";
            let values =
                vec![part.part.into(), open.into(), typed.clone().into(), words::after(&typed).into()];
            found.extend(select(conn, from, own, values, condition, "c.number DESC, c.row DESC", limit)?);
        }
        found.extend(receipt(conn, &typed, parts, condition, limit)?);
    }
    if let Ok(tail) = typed.parse::<i64>() {
        let own = format!("c.tail = ?1 AND c.part IN ({})", list(parts.iter()));
        let from = "case_row c INDEXED BY case_by_tail";
        found.extend(select(conn, from, &own, vec![tail.into()], condition, "c.row DESC", limit)?);
    }
    found.extend(code(conn, &typed, parts, condition, limit)?);
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
