//! Finds persons by what a clerk types. Tells no address that must not be told, and finds nobody by it.

use super::person_query::{self, Typed, whole};
use super::person_row::{Candidate, PersonRow, candidates};
use super::{sql, words};
use rusqlite::{Connection, Result, params};
use std::collections::{BTreeMap, BTreeSet};

/// What a person was found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// The name.
    Name,
    /// The birth date alone.
    BirthDate,
    /// The street.
    Street,
    /// A name that sounds alike.
    Phonetics,
}

impl Why {
    /// The name in message ids.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::BirthDate => "birth_date",
            Self::Street => "street",
            Self::Phonetics => "phonetics",
        }
    }
}

/// A person that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonHit {
    /// Who.
    pub row: PersonRow,
    /// What by.
    pub why: Why,
}

/// At most this many are ranked: more names alike than that are told apart by typing on.
const CANDIDATES: i64 = 200;

/// Beginnings up to this length have an index of their own.
const INDEXED: usize = 6;

/// A beginning that fits more words than this is looked up as a beginning.
const EXPANSIONS: i64 = 64;

/// Finds people and businesses by names (any spelling, or as they sound), birth date and street, in any mix and order.
///
/// One word of one or two letters gives the newest persons that begin so; anything longer the best of at most 200:
/// names as typed, then names that begin so, then streets, then names that sound alike.
pub fn find_person(conn: &Connection, text: &str, limit: usize) -> Result<Vec<PersonHit>> {
    let typed = Typed::read(text);
    if typed.is_empty() || limit == 0 {
        return Ok(Vec::new());
    }
    if let Some(word) = typed.short_word() {
        let rows = candidates(conn, &words::begins(word), sql::int(limit))?;
        return Ok(rows.into_iter().map(|found| PersonHit { row: found.row, why: Why::Name }).collect());
    }
    let mut ranked: Vec<(u32, PersonHit)> = Vec::new();
    let mut seen = BTreeSet::new();
    let mut add = |rows: Vec<Candidate>, ranked: &mut Vec<(u32, PersonHit)>| {
        ranked.extend(
            rows.into_iter().filter(|found| seen.insert(found.row.id)).map(|found| weigh(found, &typed)),
        );
    };
    add(candidates(conn, &typed.question(whole), CANDIDATES)?, &mut ranked);
    if ranked.len() < limit {
        let begun = begun(conn, &typed)?;
        add(candidates(conn, &typed.question(|word| begun[word].clone()), CANDIDATES)?, &mut ranked);
        if ranked.len() < limit && typed.words.iter().any(|word| word.len() > 2) {
            let sounding = |word: &str| {
                let sounds = person_query::sounds(word);
                let sounds = sounds.iter().map(|token| words::exact(token));
                std::iter::once(begun[word].clone()).chain(sounds).collect::<Vec<_>>().join(" OR ")
            };
            add(candidates(conn, &typed.question(sounding), CANDIDATES)?, &mut ranked);
        }
    }
    ranked.sort_by_key(|(weight, _)| *weight);
    ranked.truncate(limit);
    Ok(ranked.into_iter().map(|(_, hit)| hit).collect())
}

/// Each typed word as a question for what begins so.
fn begun<'t>(conn: &Connection, typed: &'t Typed) -> Result<BTreeMap<&'t str, String>> {
    let question = |word: &'t String| {
        let tokens = person_query::beginnings(word);
        let questions = tokens.iter().map(|token| begins(conn, token)).collect::<Result<Vec<_>>>()?;
        Ok((word.as_str(), questions.join(" OR ")))
    };
    typed.words.iter().map(question).collect()
}

/// The question for tokens that begin so: as a beginning where that has an index or too many fit, else as the few that
/// there are.
fn begins(conn: &Connection, token: &str) -> Result<String> {
    if token.chars().count() <= INDEXED {
        return Ok(words::begins(token));
    }
    // The index keeps its words in small letters.
    let small = token.to_ascii_lowercase();
    let sql = "SELECT term FROM person_word WHERE term >= ?1 AND term < ?2 LIMIT ?3";
    let known: Vec<String> =
        sql::all(conn, sql, params![small, words::after(&small), EXPANSIONS + 1], |row| row.get(0))?;
    Ok(if i64::try_from(known.len()).is_ok_and(|count| count > EXPANSIONS) {
        words::begins(token)
    } else if known.is_empty() {
        words::exact(token)
    } else {
        known.iter().map(|word| words::exact(word)).collect::<Vec<_>>().join(" OR ")
    })
}

/// How far a person is from what was typed (0 is nearest), and what by.
fn weigh(found: Candidate, typed: &Typed) -> (u32, PersonHit) {
    let Candidate { row, family, given, street } = found;
    let has = |words: &str, word: &str| words.split(' ').any(|own| own == word);
    let begin = |words: &str, word: &str| words.split(' ').any(|own| own.starts_with(word));
    let (mut weight, mut by_name, mut by_street, mut by_sound) = (0, false, false, false);
    for word in &typed.words {
        let number = word.starts_with(|c: char| c.is_ascii_digit());
        let (distance, reason) = if has(&family, word) {
            (0, Some(&mut by_name))
        } else if has(&given, word) {
            (1, Some(&mut by_name))
        } else if begin(&family, word) {
            (2, Some(&mut by_name))
        } else if begin(&given, word) {
            (3, Some(&mut by_name))
        } else if number {
            (0, None)
        } else if begin(&street, word) {
            (4, Some(&mut by_street))
        } else {
            (6, Some(&mut by_sound))
        };
        weight += distance;
        if let Some(reason) = reason {
            *reason = true;
        }
    }
    let why = match (by_sound, by_name, by_street) {
        (true, ..) => Why::Phonetics,
        (_, true, _) => Why::Name,
        (_, _, true) => Why::Street,
        _ => Why::BirthDate,
    };
    (weight, PersonHit { row, why })
}
