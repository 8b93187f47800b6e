//! What the tables count beside their rows, counted again from the rows. Mends nothing.

use super::{scope, sql};
use rusqlite::{Connection, Result, params};

/// Tables whose counts are not what their rows say, with how many of them. Run it on a connection that may make
/// temporary tables.
pub fn miscounted(conn: &Connection) -> Result<Vec<(&'static str, u64)>> {
    let counts = [
        (
            "case_part",
            "SELECT part, cases, open_cases FROM case_part WHERE cases <> 0 OR open_cases <> 0",
            "SELECT part, count(*), sum(open) FROM case_row INDEXED BY case_by_received GROUP BY part",
        ),
        (
            "paper_title",
            "SELECT grp, title, uses FROM paper_title",
            "SELECT grp, title, count(*) FROM paper_row INDEXED BY paper_by_title GROUP BY grp, title",
        ),
        (
            "person_twice",
            "SELECT identity FROM person_twice",
            "SELECT identity FROM person_row INDEXED BY person_by_identity WHERE identity <> ''
             GROUP BY identity HAVING count(*) > 1",
        ),
        (
            "case_twice",
            "SELECT applicant, service, received_on FROM case_twice",
            "SELECT applicant, service, received_on FROM case_row INDEXED BY case_by_matter WHERE applicant IS NOT NULL
             GROUP BY applicant, service, received_on HAVING count(*) > 1",
        ),
    ];
    let mut wrong = Vec::new();
    for (table, noted, counted) in counts {
        let differ = format!(
            "SELECT (SELECT count(*) FROM ({noted} EXCEPT {counted})) + (SELECT count(*) FROM ({counted} EXCEPT {noted}))"
        );
        wrong.push((table, sql::prepare(conn, &differ)?.query_row([], count)?));
    }
    wrong.push(("case_word", words(conn)?));
    wrong.retain(|(_, differ)| *differ > 0);
    Ok(wrong)
}

fn count(row: &rusqlite::Row<'_>) -> Result<u64> {
    row.get::<_, i64>(0).map(i64::unsigned_abs)
}

/// Words whose uses differ from what the index holds, which keeps them in small letters. It gives word by word, and each
/// word's rows in order, so that the rows of a group stand together.
fn words(conn: &Connection) -> Result<u64> {
    conn.execute_batch(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.word_use USING fts5vocab(main, case_text, instance)",
    )?;
    let mut noted = conn.prepare("SELECT uses FROM case_word WHERE grp = ?1 AND word = ?2")?;
    let mut fits = |word: &str, place: i64, uses: i64| -> Result<bool> {
        let group = scope::group_of(place).map_or("", |group| group.name());
        let mut rows = noted.query(params![group, word.to_ascii_uppercase()])?;
        Ok(rows.next()?.map(|row| row.get(0)).transpose()? == Some(uses))
    };
    let (mut differ, mut known): (u64, u64) = (0, 0);
    let mut statement = conn.prepare("SELECT term, doc FROM temp.word_use")?;
    let mut rows = statement.query([])?;
    let mut run: Option<(String, i64, i64)> = None;
    loop {
        let next = match rows.next()? {
            Some(row) => Some((row.get_ref(0)?.as_str()?, row.get::<_, i64>(1)?)),
            None => None,
        };
        match (&mut run, next) {
            (Some((word, place, uses)), Some((term, doc)))
                if word == term && scope::group_of(*place) == scope::group_of(doc) =>
            {
                *uses += 1;
            }
            (before, next) => {
                if let Some((word, place, uses)) = before {
                    known += 1;
                    differ += u64::from(!fits(word, *place, *uses)?);
                }
                let Some((term, doc)) = next else { break };
                run = Some((term.to_owned(), doc, 1));
            }
        }
    }
    let there = conn.query_row("SELECT count(*) FROM case_word", [], count)?;
    Ok(differ + there.abs_diff(known))
}
