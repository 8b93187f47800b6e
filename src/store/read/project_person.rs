//! Writes the rows of a person anew, and the person's name in the cases that show it. Knows no list.

use super::project_case::index_names;
use super::sql::{self, Key};
use super::words;
use crate::domain::din91379::search_form;
use crate::domain::id::PersonId;
use crate::domain::person::{Person, fields};
use crate::domain::similar::identity;
use rusqlite::{Connection, Result, params};
use std::collections::BTreeSet;

/// Replaces everything that the read tables know of the person. Run it in the transaction that appended the events.
pub fn project_person(conn: &Connection, person: &Person) -> Result<()> {
    let id = Key(person.id.0);
    let sql = "SELECT row, name FROM person_row WHERE id = ?1";
    let old: Option<(i64, String)> = sql::first(conn, sql, [id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let name = person.name();
    let sql = "INSERT INTO person_row (id, kind, name, family, given, birth, street, house, postcode, place, blocked,
               conflicts, family_words, given_words, street_words, identity)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
               ON CONFLICT (id) DO UPDATE SET kind = ?2, name = ?3, family = ?4, given = ?5, birth = ?6, street = ?7,
               house = ?8, postcode = ?9, place = ?10, blocked = ?11, conflicts = ?12,
               family_words = ?13, given_words = ?14, street_words = ?15, identity = ?16 RETURNING row";
    let values = params![
        id,
        if person.is_business() { "business" } else { "natural" },
        name,
        person.get(fields::FAMILY),
        person.get(fields::GIVEN),
        person.get(fields::BIRTH_DATE),
        person.get(fields::STREET),
        person.get(fields::HOUSE),
        person.get(fields::POSTCODE),
        person.get(fields::PLACE),
        person.is_blocked(),
        sql::int(person.conflicts.len()),
        words::join(&words::of(person.get(fields::FAMILY))),
        words::join(&words::of(person.get(fields::GIVEN))),
        if person.is_blocked() {
            String::new()
        } else {
            words::join(&words::street(person.get(fields::STREET)))
        },
        identity(person).unwrap_or_default(),
    ];
    let row: i64 = sql::prepare(conn, sql)?.query_row(values, |row| row.get(0))?;
    let tokens = words::join(&tokens(person));
    match old {
        Some(_) if indexed(conn, row)?.as_ref() == Some(&tokens) => {}
        Some(_) => {
            sql::words_to_disk(conn)?;
            let sql = "UPDATE person_text SET words = ?2 WHERE rowid = ?1";
            let _ = sql::run(conn, sql, params![row, tokens])?;
        }
        None => {
            let sql = "INSERT INTO person_text (rowid, words) VALUES (?1, ?2)";
            let _ = sql::run(conn, sql, params![row, tokens])?;
        }
    }
    // Also for somebody who is new: by synchronisation a case may arrive before its people.
    if old.is_none_or(|(_, old)| old != name) {
        rename_in_cases(conn, id, &name)?;
    }
    Ok(())
}

fn indexed(conn: &Connection, row: i64) -> Result<Option<String>> {
    sql::first(conn, "SELECT words FROM person_text WHERE rowid = ?1", [row], |row| row.get(0))
}

/// Takes out the row of a record that does not name its person.
pub fn remove_person(conn: &Connection, id: PersonId) -> Result<()> {
    let row: Option<i64> =
        sql::first(conn, "SELECT row FROM person_row WHERE id = ?1", [Key(id.0)], |row| row.get(0))?;
    let Some(row) = row else { return Ok(()) };
    sql::words_to_disk(conn)?;
    let _ = sql::run(conn, "DELETE FROM person_text WHERE rowid = ?1", [row])?;
    sql::run(conn, "DELETE FROM person_row WHERE row = ?1", [row]).map(drop)
}

/// What the person is found by, other names of its records among it. The address of somebody whose address must not be told
/// is not among it (§ 51 BMG): who finds a name by a street has been told the street.
fn tokens(person: &Person) -> BTreeSet<String> {
    let names = [fields::FAMILY, fields::GIVEN, fields::BIRTH_NAME].map(|field| person.get(field));
    let name = names.into_iter().chain(person.also.iter().map(String::as_str)).collect::<Vec<_>>().join(" ");
    let mut tokens = words::of(&name);
    tokens.extend(words::sounds(&name).into_iter().map(|code| format!("_{code}")));
    let birth: String = person.get(fields::BIRTH_DATE).chars().filter(char::is_ascii_digit).collect();
    if birth.len() == 8 {
        let _ = tokens.insert(format!("@{birth}"));
        let _ = tokens.insert(format!("@@{}", &birth[4..]));
    }
    if !person.is_blocked() {
        tokens.extend(words::street(person.get(fields::STREET)).into_iter().map(|word| format!("={word}")));
        let house = words::house(person.get(fields::HOUSE));
        if !house.is_empty() {
            let _ = tokens.insert(format!("#{house}"));
        }
    }
    tokens
}

fn rename_in_cases(conn: &Connection, id: Key, name: &str) -> Result<()> {
    let sql = "SELECT DISTINCT c.row, c.grp, c.applicant IS ?1 FROM case_person l JOIN case_row c ON c.row = l.case_row
               WHERE l.person = ?1";
    let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    let cases: Vec<(i64, String, bool)> = sql::all(conn, sql, [id], read)?;
    for (row, group, applies) in cases {
        if applies {
            let sql = "UPDATE case_row SET applicant_name = ?2, applicant_sort = ?3 WHERE row = ?1";
            let _ = sql::run(conn, sql, params![row, name, search_form(name)])?;
        }
        index_names(conn, row, &group)?;
    }
    Ok(())
}
