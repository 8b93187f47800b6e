//! A person as lists show it, and who might be the same. Scores nothing: `domain` weighs likeness.

use super::sql::{self, Key};
use super::words;
use crate::domain::id::PersonId;
use crate::domain::person::{display_name, fields};
use rusqlite::{Connection, Result, Row, params};
use std::collections::BTreeMap;

/// A person or a business as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    /// Identity.
    pub id: PersonId,
    /// Whether it is a business.
    pub business: bool,
    /// Name as lists show it.
    pub name: String,
    /// Family name; a business's whole name.
    pub family: String,
    /// Given names.
    pub given: String,
    /// Birth date, perhaps partial: `1987-03-14`, `1990-00-00`, or empty.
    pub birth: String,
    /// Street; empty where the address must not be told, as are the next three.
    pub street: String,
    /// House number.
    pub house: String,
    /// Postcode.
    pub postcode: String,
    /// Place.
    pub place: String,
    /// Whether the address must not be told (Auskunftssperre, § 51 BMG). Show it first.
    pub blocked: bool,
    /// Fields on whose value two desks disagree.
    pub conflicts: u32,
}

pub const COLUMNS: &str = "p.id, p.kind, p.name, p.family, p.given, p.birth, p.street, p.house, p.postcode, p.place, p.blocked, p.conflicts";

pub fn read(row: &Row<'_>) -> Result<PersonRow> {
    let blocked: bool = row.get(10)?;
    let address = |column: usize| if blocked { Ok(String::new()) } else { row.get(column) };
    Ok(PersonRow {
        id: PersonId(row.get::<_, Key>(0)?.0),
        business: row.get_ref(1)?.as_str()? == "business",
        name: row.get(2)?,
        family: row.get(3)?,
        given: row.get(4)?,
        birth: row.get(5)?,
        street: address(6)?,
        house: address(7)?,
        postcode: address(8)?,
        place: address(9)?,
        blocked,
        conflicts: row.get(11)?,
    })
}

/// People on whom desks disagree, at most so many.
pub fn disputed_persons(conn: &Connection, limit: usize) -> Result<Vec<PersonId>> {
    let sql =
        "SELECT id FROM person_row INDEXED BY person_in_conflict WHERE conflicts > 0 ORDER BY id LIMIT ?1";
    sql::all(conn, sql, [sql::int(limit)], |row| Ok(PersonId(uuid::Uuid::from_bytes(row.get(0)?))))
}

/// People whose address must not be told (§ 51 BMG).
pub fn blocked_persons(conn: &Connection) -> Result<Vec<PersonId>> {
    let sql = "SELECT id FROM person_row INDEXED BY person_blocked WHERE blocked = 1 ORDER BY id";
    sql::all(conn, sql, [], |row| Ok(PersonId(row.get::<_, Key>(0)?.0)))
}

/// A person by any of its records, without the address where it must not be told.
pub fn person_by_id(conn: &Connection, person: PersonId) -> Result<Option<PersonRow>> {
    let sql = format!("SELECT {COLUMNS} FROM person_row p WHERE p.id = ?1");
    sql::first(conn, &sql, [Key(super::person_pair::standing(conn, person)?.0)], read)
}

/// At most this many of each kind of likeness are weighed.
const LIKE: i64 = 60;

/// Persons that might be the one who is being entered: names that sound alike with the same year of birth, or the same
/// birth date, or, where no birth date is known, the same name. `entered` holds person [`fields`]; `but` is left out.
pub fn similar_persons(
    conn: &Connection,
    entered: &BTreeMap<String, String>,
    but: Option<PersonId>,
) -> Result<Vec<PersonRow>> {
    let get = |field: &str| entered.get(field).map_or("", String::as_str);
    let birth = get(fields::BIRTH_DATE);
    let mut found: BTreeMap<PersonId, PersonRow> = BTreeMap::new();
    let mut keep = |rows: Vec<PersonRow>| found.extend(rows.into_iter().map(|row| (row.id, row)));
    if birth.len() == 10 && !birth.ends_with("-00") {
        let sql = format!("SELECT {COLUMNS} FROM person_row p WHERE p.birth = ?1 AND p.birth <> '' LIMIT ?2");
        keep(sql::all(conn, &sql, params![birth, LIKE], read)?);
    }
    for query in likeness(get(fields::FAMILY), get(fields::GIVEN), birth) {
        keep(candidates(conn, &query, LIKE)?.into_iter().map(|like| like.row).collect());
    }
    Ok(found.into_values().filter(|row| Some(row.id) != but).collect())
}

/// Questions to the index: who sounds like this.
fn likeness(family: &str, given: &str, birth: &str) -> Vec<String> {
    let all = |terms: Vec<String>| terms.join(" AND ");
    let sounds: Vec<String> =
        words::sounds(family).iter().map(|code| words::exact(&format!("_{code}"))).collect();
    let year = birth.get(..4).filter(|year| year.bytes().all(|b| b.is_ascii_digit()) && *year != "0000");
    let mut queries = Vec::new();
    match year {
        // Of a double name, one part is enough.
        Some(year) if !sounds.is_empty() => {
            queries.push(format!("({}) AND {}", sounds.join(" OR "), words::begins(&format!("@{year}"))));
        }
        Some(_) => {}
        None if given.is_empty() => queries.push(all(sounds)),
        None => {
            let given =
                words::sounds(given).iter().map(|code| words::exact(&format!("_{code}"))).collect::<Vec<_>>();
            queries.push(all(sounds.into_iter().chain(given).collect()));
        }
    }
    let name = words::of(&display_name(family, given));
    queries.push(all(name.iter().map(|word| words::exact(word)).collect()));
    queries.retain(|query| !query.is_empty());
    queries
}

/// A person with the words that it is ranked by, in search form and parted by spaces.
#[derive(Debug)]
pub struct Candidate {
    pub row: PersonRow,
    pub family: String,
    pub given: String,
    pub street: String,
}

/// Persons whose tokens answer the question, newest first.
pub fn candidates(conn: &Connection, query: &str, limit: i64) -> Result<Vec<Candidate>> {
    let sql = format!(
        "SELECT {COLUMNS}, p.family_words, p.given_words, p.street_words
         FROM person_text CROSS JOIN person_row p ON p.row = person_text.rowid
         WHERE person_text MATCH ?1 ORDER BY person_text.rowid DESC LIMIT ?2"
    );
    sql::all(conn, &sql, params![query, limit], |row| {
        let (family, given, street) = (row.get(12)?, row.get(13)?, row.get(14)?);
        Ok(Candidate { row: read(row)?, family, given, street })
    })
}
