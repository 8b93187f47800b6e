//! Finds cases by what somebody types: numbers, status code, service, words of the answers, names. Reads group by group
//! and newest first, so that a common word costs no more than a rare one.

use super::case_number::by_number;
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

/// Which cases are asked for.
#[derive(Clone, Copy)]
pub struct Among<'a> {
    /// The database.
    pub conn: &'a Connection,
    /// Parts of the list that may be read.
    pub parts: &'a [Part],
    /// What every found case must meet.
    pub condition: Option<Condition<'a>>,
    /// How many at most, of each question.
    pub limit: i64,
}

impl Among<'_> {
    /// The parts as a list in SQL.
    pub fn all(&self) -> String {
        list(self.parts.iter())
    }

    /// Groups that have a part.
    pub fn groups(&self) -> BTreeSet<Group> {
        self.parts.iter().map(|part| part.group).collect()
    }

    /// Row numbers that meet the question and the condition. The condition's values are counted on behind the question's.
    pub fn select(&self, from: &str, own: &str, mut values: Vec<Value>, order: &str) -> Result<Vec<i64>> {
        let mut sql = format!("SELECT c.row FROM {from} WHERE {own}");
        if let Some((more, its)) = self.condition {
            let shifted = format!("?{}", values.len() + 1);
            debug_assert!(its.len() < 2, "conditions have one value at most");
            sql = format!("{sql} AND {}", more.replace("?1", &shifted));
            values.extend_from_slice(its);
        }
        values.push(self.limit.into());
        let sql = format!("{sql} ORDER BY {order} LIMIT ?{}", values.len());
        sql::all(self.conn, &sql, params_from_iter(values), |row| row.get(0))
    }
}

/// Row numbers of cases that the text fits, by number or by all its words, in no order; of each group the newest.
pub fn rows(among: &Among<'_>, text: &str) -> Result<Vec<i64>> {
    let mut found: BTreeSet<i64> = by_number(among, text)?.into_iter().collect();
    found.extend(by_text(among, text)?);
    Ok(found.into_iter().collect())
}

/// By all words of the text: of answers, names and services.
pub fn by_text(among: &Among<'_>, text: &str) -> Result<BTreeSet<i64>> {
    let (typed, mut found) = (words::typed(text), BTreeSet::new());
    for group in among.groups() {
        let own: Vec<&Part> = among.parts.iter().filter(|part| part.group == group).collect();
        found.extend(by_words(among, &typed, group, &own)?);
        found.extend(by_service(among, &typed, group, &own)?);
    }
    Ok(found)
}

/// By the words of answers and names.
fn by_words(among: &Among<'_>, typed: &[String], group: Group, parts: &[&Part]) -> Result<Vec<i64>> {
    let Some((whole, beginning)) = questions(among.conn, typed, group)? else { return Ok(Vec::new()) };
    let own = format!(
        "case_text MATCH ?1 AND case_text.rowid BETWEEN ?2 AND ?3 AND c.part IN ({})",
        list(parts.iter().copied())
    );
    let from = "case_text CROSS JOIN case_row c ON c.row = case_text.rowid";
    let ask = |question: String| {
        let values = vec![question.into(), first_row(group).into(), last_row(group).into()];
        among.select(from, &own, values, "case_text.rowid DESC")
    };
    let mut found = ask(whole)?;
    if i64::try_from(found.len()).is_ok_and(|count| count < among.limit) {
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
fn by_service(among: &Among<'_>, typed: &[String], group: Group, parts: &[&Part]) -> Result<Vec<i64>> {
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
            by_words(among, &rest, group, &own)
        };
    }
    let mut found = Vec::new();
    for (part, open) in own.iter().flat_map(|part| [(part, 1), (part, 0)]) {
        let from = "case_row c INDEXED BY case_by_received";
        let values = vec![part.part.into(), open.into()];
        let order = "c.received_on DESC, c.row DESC";
        found.extend(among.select(from, "c.part = ?1 AND c.open = ?2", values, order)?);
    }
    Ok(found)
}

fn begins(words: &BTreeSet<String>, prefix: &str) -> bool {
    words.iter().any(|word| word.starts_with(prefix))
}

fn list<'p>(parts: impl Iterator<Item = &'p Part>) -> String {
    sql::list(parts.map(|part| part.part))
}
