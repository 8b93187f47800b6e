//! Writes the rows of a person anew, and the person's name in the cases that show it. Knows no list.

use super::project_case::index_names;
use super::sql::{self, Key};
use super::words;
use crate::domain::din91379::search_form;
use crate::domain::person::{Person, fields};
use rusqlite::{Connection, Result, params};
use std::collections::BTreeSet;

/// Replaces everything that the read tables know of the person. Run it in the transaction that appended the events.
pub fn project_person(conn: &Connection, person: &Person) -> Result<()> {
    let id = Key(person.id.0);
    let sql = "SELECT row, name FROM person_row WHERE id = ?1";
    let old: Option<(i64, String)> = sql::first(conn, sql, [id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let name = person.name();
    let sql = "INSERT INTO person_row (id, kind, name, family, given, birth, street, house, postcode, place, blocked,
               conflicts, family_words, given_words, street_words)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
               ON CONFLICT (id) DO UPDATE SET kind = ?2, name = ?3, family = ?4, given = ?5, birth = ?6, street = ?7,
               house = ?8, postcode = ?9, place = ?10, blocked = ?11, conflicts = ?12,
               family_words = ?13, given_words = ?14, street_words = ?15 RETURNING row";
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
    ];
    let row: i64 = sql::prepare(conn, sql)?.query_row(values, |row| row.get(0))?;
    let tokens = words::join(&tokens(person));
    let _ = match old {
        Some(_) => {
            sql::run(conn, "UPDATE person_text SET words = ?2 WHERE rowid = ?1", params![row, tokens])?
        }
        None => {
            sql::run(conn, "INSERT INTO person_text (rowid, words) VALUES (?1, ?2)", params![row, tokens])?
        }
    };
    // Also for somebody who is new: by synchronisation a case may arrive before its people.
    if old.is_none_or(|(_, old)| old != name) {
        rename_in_cases(conn, id, &name)?;
    }
    Ok(())
}

/// What the person is found by. The address of somebody whose address must not be told is not among it (§ 51 BMG):
/// who finds a name by a street has been told the street.
fn tokens(person: &Person) -> BTreeSet<String> {
    let name = [fields::FAMILY, fields::GIVEN, fields::BIRTH_NAME].map(|field| person.get(field)).join(" ");
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
