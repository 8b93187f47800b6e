//! Whether the read tables are what the log says: some subjects at a time, their rows are copied aside, made again
//! there and compared. The log and the tables themselves stay as they are, and a large town needs no more memory.

use super::Report;
use crate::domain::event::Subject;
use crate::domain::town::Town;
use crate::store::error::StoreError;
use crate::store::reader::Reader;
use crate::store::{Projector, fold, log, read};
use rusqlite::{Connection, params};

/// Subjects whose rows are made again at a time.
const BATCH: usize = 500;

/// A table that is made from the log: which of its rows belong to the subjects in `temp.aside`, and which are made.
struct Made {
    table: &'static str,
    of_subjects: &'static str,
    all: &'static str,
}

const fn made(table: &'static str, of_subjects: &'static str) -> Made {
    Made { table, of_subjects, all: "1" }
}

const OF_PERSONS: &[Made] = &[
    made("person_row", "id IN (SELECT id FROM temp.aside)"),
    made("person_text", "rowid IN (SELECT row FROM temp.person_row)"),
    made("person_pair", "one IN (SELECT id FROM temp.aside)"),
];

const OF_CASE: &str = "case_row IN (SELECT row FROM temp.case_row)";

const OF_CASES: &[Made] = &[
    made("case_row", "id IN (SELECT id FROM temp.aside)"),
    made("case_text", "rowid IN (SELECT row FROM temp.case_row)"),
    made("case_person", OF_CASE),
    made("receipt_row", OF_CASE),
    made("paper_row", OF_CASE),
    made("follow_up_row", OF_CASE),
    made("day_row", OF_CASE),
    made("case_double", OF_CASE),
    made("mail_row", OF_CASE),
    made("closing_row", "id IN (SELECT id FROM temp.aside)"),
    Made {
        table: "blob_use",
        of_subjects: "holder IN (SELECT holder FROM temp.aside)",
        all: "holder NOT LIKE 'draft:%' AND holder NOT IN ('kreis', 'mail')",
    },
];

/// Written by the way: what they count is counted by [`read::miscounted`], blobs are looked at by themselves,
/// `person_word` is what stands in `person_text`.
const BY_THE_WAY: &[&str] =
    &["case_part", "case_word", "person_word", "paper_title", "person_twice", "case_twice", "blob"];

/// Folds every subject again and compares what comes out. Counts compared rows.
pub(super) fn check(
    reader: &Reader<'_>,
    report: &mut Report,
    projector: &dyn Projector,
) -> Result<u64, StoreError> {
    let town = reader.town()?;
    if fold::made_with(reader)? != fold::rules(projector, &town) {
        report.wrong("tables", "verify-tables-outdated", "");
        return Ok(0);
    }
    for (table, differ) in read::miscounted(reader.db)? {
        report.wrong("tables", "verify-tables", format!("{table} ({differ})"));
    }
    let seen = OF_PERSONS.iter().chain(OF_CASES).map(|made| (made, 0, 0)).collect();
    let mut look = Look { reader, projector, town, seen };
    // From here on the names mean the copies: SQLite looks there first.
    look.make_room()?;
    look.subjects("person", OF_PERSONS)?;
    // Cases take the names of their people from the table that was just looked at.
    reader.db.execute_batch("DROP TABLE temp.person_row; DROP TABLE temp.person_text")?;
    look.batch(&[Subject::Town], OF_CASES)?;
    look.subjects("case", OF_CASES)?;
    look.subjects("closing", OF_CASES)?;
    look.report(report)
}

struct Look<'a> {
    reader: &'a Reader<'a>,
    projector: &'a dyn Projector,
    town: Town,
    /// By table: rows that were compared, and rows that stand in one and not in the other.
    seen: Vec<(&'static Made, u64, u64)>,
}

impl Look<'_> {
    /// An empty table of the same name for each that is written to. The words of a search are a plain table there.
    fn make_room(&self) -> Result<(), StoreError> {
        let db = self.reader.db;
        db.execute_batch("CREATE TEMP TABLE aside (id BLOB, holder TEXT)")?;
        let tables = OF_PERSONS.iter().chain(OF_CASES).map(|made| made.table);
        for table in tables.chain(BY_THE_WAY.iter().copied()) {
            let sql: String = db.query_row(
                "SELECT sql FROM main.sqlite_schema WHERE type = 'table' AND name = ?1",
                [table],
                |row| row.get(0),
            )?;
            let sql = if sql.starts_with("CREATE VIRTUAL") {
                format!("CREATE TEMP TABLE {table} ({})", names(db, table)?)
            } else {
                sql.replacen("CREATE TABLE ", "CREATE TEMP TABLE ", 1)
            };
            db.execute_batch(&sql)?;
        }
        // A service keeps the number that its cases bear.
        Ok(db.execute_batch("INSERT INTO temp.case_part SELECT * FROM main.case_part")?)
    }

    fn subjects(&mut self, what: &str, tables: &'static [Made]) -> Result<(), StoreError> {
        let reader = self.reader;
        let _ = log::in_batches(reader.db, what, BATCH, |subjects| {
            self.batch(subjects, tables)?;
            Ok(true)
        })?;
        Ok(())
    }

    fn batch(&mut self, subjects: &[Subject], tables: &'static [Made]) -> Result<(), StoreError> {
        let db = self.reader.db;
        for subject in subjects {
            let id = match subject {
                Subject::Case(id) => Some(id.0.into_bytes()),
                Subject::Person(id) => Some(id.0.into_bytes()),
                Subject::Closing(id) => Some(id.0.into_bytes()),
                Subject::User(_) | Subject::Disposal(_) | Subject::Town => None,
            };
            let _ = db
                .prepare_cached("INSERT INTO temp.aside VALUES (?1, ?2)")?
                .execute(params![id, subject.to_string()])?;
        }
        for Made { table, of_subjects, .. } in tables {
            let columns = columns(db, table)?;
            let _ = db
                .prepare_cached(&format!(
                    "INSERT INTO temp.{table} ({columns}) SELECT {columns} FROM main.{table} WHERE {of_subjects}"
                ))?
                .execute([])?;
        }
        for subject in subjects {
            fold::subject_rows(self.reader, self.projector, *subject, &self.town)?;
        }
        let looked_at = |made: &Made| tables.iter().any(|one| one.table == made.table);
        for (made, rows, differ) in self.seen.iter_mut().filter(|(made, ..)| looked_at(made)) {
            let (here, wrong) = compare(db, made)?;
            (*rows, *differ) = (*rows + here, *differ + wrong);
        }
        for table in tables.iter().map(|made| made.table).chain(["aside"]) {
            let _ = db.prepare_cached(&format!("DELETE FROM temp.{table}"))?.execute([])?;
        }
        Ok(())
    }

    /// Rows that were looked at with no subject belong to one that the log does not know.
    fn report(&self, report: &mut Report) -> Result<u64, StoreError> {
        for (Made { table, all, .. }, rows, differ) in &self.seen {
            let there = one(self.reader.db, &format!("SELECT count(*) FROM main.{table} WHERE {all}"))?;
            let wrong = differ + there.saturating_sub(*rows);
            if wrong > 0 {
                report.wrong("tables", "verify-tables", format!("{table} ({wrong})"));
            }
        }
        Ok(self.seen.iter().map(|(_, rows, _)| rows).sum())
    }
}

/// Rows of the subjects, and how many stand only here or only in what was made again.
fn compare(db: &Connection, Made { table, of_subjects, .. }: &Made) -> Result<(u64, u64), StoreError> {
    let columns = columns(db, table)?;
    let here = format!("SELECT {columns} FROM main.{table} WHERE {of_subjects}");
    let made = format!("SELECT {columns} FROM temp.{table}");
    let differ = one(db, &format!("SELECT count(*) FROM ({here} EXCEPT {made})"))?
        + one(db, &format!("SELECT count(*) FROM ({made} EXCEPT {here})"))?;
    Ok((one(db, &format!("SELECT count(*) FROM ({here})"))?, differ))
}

fn one(db: &Connection, sql: &str) -> Result<u64, StoreError> {
    Ok(db.prepare_cached(sql)?.query_row([], |row| row.get::<_, i64>(0))?.cast_unsigned())
}

fn names(db: &Connection, table: &str) -> Result<String, StoreError> {
    let mut statement =
        db.prepare_cached("SELECT group_concat(name, ', ') FROM pragma_table_info(?1, 'main')")?;
    Ok(statement.query_row([table], |row| row.get(0))?)
}

/// All columns of the table, and the row number where it is what other tables know the row by.
fn columns(db: &Connection, table: &str) -> Result<String, StoreError> {
    let names = names(db, table)?;
    Ok(if table.ends_with("_text") { format!("rowid, {names}") } else { names })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::town::{KEY, desk, place};
    use crate::store::{connect, vault::Key};

    /// Tables that are not made from the log; those among them that are checked stand in `contents` and `chain`.
    const NOT_MADE: &[&str] = &[
        "device",
        "event",
        "payload",
        "counter",
        "number",
        "blob_chunk",
        "draft",
        "heard",
        "seen",
        "enrolment",
        "acknowledged",
        "town_desk",
        "kreis_pack",
        "verdict",
        "erased",
        "erasing",
        "erased_case",
        "kept_receipt",
        "later",
        "blob_coming",
        "mail_sent",
        "mail_in",
        "answer_out",
        "dropped_why",
        "office",
        "office_desk",
        "doubled",
        "blob_sent",
        "blob_awaited",
        "preference",
        "note",
        "print_job",
        "serial_run",
        "serial_case",
        "read_audit",
    ];

    #[test]
    fn no_table_is_forgotten() {
        let (dir, _store) = desk(1);
        let db = connect::checker(&place(dir.path()), &Key::new(KEY)).expect("opened");
        let sql = "SELECT name FROM pragma_table_list
                   WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite%'";
        let mut statement = db.prepare(sql).expect("asks");
        let tables = statement.query_map([], |row| row.get::<_, String>(0)).expect("asks");
        let made = || OF_PERSONS.iter().chain(OF_CASES).map(|made| made.table);
        for table in tables.map(|table| table.expect("a name")) {
            let known = made().chain(BY_THE_WAY.iter().copied()).chain(NOT_MADE.iter().copied());
            assert_eq!(known.filter(|known| *known == table).count(), 1, "{table}");
        }
    }
}
