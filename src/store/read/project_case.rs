//! Writes the rows of a case anew. Keeps its row number; knows no list.

use super::person_pair::standing;
use super::scope::{first_row, last_row};
use super::sql::{self, Day, Key, Moment};
use super::view::{CaseView, SUED, TO_SIGN};
use super::words;
use crate::domain::case::{Case, Stage};
use crate::domain::din91379::search_form;
use crate::domain::id::{CaseId, PersonId};
use crate::domain::person::display_name;
use rusqlite::{Connection, Result, params};
use std::collections::BTreeSet;

/// Replaces everything that the read tables know of the case. Run it in the transaction that appended its events.
pub fn project_case(conn: &Connection, case: &Case, view: &CaseView) -> Result<()> {
    let old: Option<(i64, i64, bool)> =
        sql::first(conn, "SELECT row, part, open FROM case_row WHERE id = ?1", [Key(case.id.0)], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?;
    let row = match old {
        Some((row, ..)) => row,
        None => next_row(conn, case)?,
    };
    let open = case.stage() != Stage::Closed;
    if let Some((_, part, was_open)) = old {
        count(conn, part, -1, -i64::from(was_open))?;
        clear(conn, row)?;
    }
    let part = part_of(conn, case, view)?;
    count(conn, part, 1, i64::from(open))?;
    write_row(conn, row, part, case, view)?;
    write_links(conn, row, case)?;
    write_money(conn, row, case)?;
    write_papers(conn, row, case)?;
    if old.is_some() {
        forget_titles(conn, case.opened.group.name())?;
    }
    write_follow_ups(conn, row, case)?;
    write_days(conn, (row, part), case, view)?;
    write_mail(conn, row, case)?;
    let words = if old.is_some() { indexed(conn, row)? } else { None };
    index(conn, row, case.opened.group.name(), words, &words::of(&text_of(case, view)))
}

/// What a case is found by beside its numbers and people: its answers, the court's file number, court and who sues, and who objects
/// beside whoever applied.
fn text_of(case: &Case, view: &CaseView) -> String {
    let courts = case.at_court().flat_map(|court| [&court.file_number, &court.court, &court.by]);
    let others = case.objections().iter().filter_map(|filed| filed.objection.by.as_ref());
    std::iter::once(&view.search_text)
        .chain(courts)
        .chain(others)
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join("\n")
}

fn next_row(conn: &Connection, case: &Case) -> Result<i64> {
    let (first, last) = (first_row(case.opened.group), last_row(case.opened.group));
    let sql = "SELECT max(row) FROM case_row WHERE row BETWEEN ?1 AND ?2";
    let newest: Option<i64> = sql::first(conn, sql, [first, last], |row| row.get(0))?.flatten();
    Ok(newest.unwrap_or(first) + 1)
}

fn part_of(conn: &Connection, case: &Case, view: &CaseView) -> Result<i64> {
    let sql =
        "INSERT INTO case_part (service, grp, service_name, cases, open_cases) VALUES (?1, ?2, ?3, 0, 0)
               ON CONFLICT (grp, service) DO UPDATE SET service_name = excluded.service_name RETURNING part";
    let (service, group) = (&case.opened.service, case.opened.group.name());
    sql::prepare(conn, sql)?.query_row(params![service, group, view.service_name], |row| row.get(0))
}

fn count(conn: &Connection, part: i64, cases: i64, open: i64) -> Result<()> {
    let sql = "UPDATE case_part SET cases = cases + ?2, open_cases = open_cases + ?3 WHERE part = ?1";
    sql::run(conn, sql, [part, cases, open]).map(drop)
}

/// Takes out what hangs on the row, but for the row itself and its words.
fn clear(conn: &Connection, row: i64) -> Result<()> {
    let titles = "UPDATE paper_title SET uses = uses - 1 WHERE (grp, title) = (?1, ?2)";
    let papers = "SELECT grp, title FROM paper_row WHERE case_row = ?1";
    for (group, title) in
        sql::all(conn, papers, [row], |r| Ok((r.get::<_, String>(0)?, r.get::<_, String>(1)?)))?
    {
        let _ = sql::run(conn, titles, [group, title])?;
    }
    for table in
        ["case_person", "receipt_row", "paper_row", "follow_up_row", "day_row", "case_double", "mail_row"]
    {
        let _ = sql::run(conn, &format!("DELETE FROM {table} WHERE case_row = ?1"), [row])?;
    }
    Ok(())
}

const INTO_CASE_ROW: &str = "INSERT OR REPLACE INTO case_row (row, id, part, number, tail, status_code, service,
    service_name, version, grp, stage, open, state, to_sign, applicant, applicant_name, applicant_sort, received_on,
    filed_on, due_on, due_label, follow_up_on, next_on, missing, assigned, owes_cents, filed_by, conflicts, changed_at,
    closed_on)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23,
    ?24, ?25, ?26, ?27, ?28, ?29, ?30)";

fn write_row(conn: &Connection, row: i64, part: i64, case: &Case, view: &CaseView) -> Result<()> {
    let opened = &case.opened;
    let applicant = case.applicant().map(|person| standing(conn, person)).transpose()?;
    let name = applicant.map(|person| name_of(conn, person)).transpose()?.unwrap_or_default();
    let follow_up = case.next_follow_up().map(|follow_up| follow_up.due_on);
    let next = [view.due_on, follow_up].into_iter().flatten().min();
    let changed = case.timeline.iter().map(|event| event.at).max().unwrap_or_default();
    let tail = opened.number.rsplit('-').next().and_then(|tail| tail.parse::<i64>().ok()).unwrap_or(0);
    let values = params![
        row,
        Key(case.id.0),
        part,
        opened.number,
        tail,
        plain_code(&opened.status_code),
        opened.service,
        view.service_name,
        opened.version,
        opened.group.name(),
        case.stage().name(),
        case.stage() != Stage::Closed,
        view.state,
        [TO_SIGN, SUED].contains(&view.state.as_str()),
        applicant.map(|person| Key(person.0)),
        name,
        search_form(&name),
        Day(opened.received_on),
        Day(opened.filed_on),
        view.due_on.map(Day),
        view.due_label,
        follow_up.map(Day),
        next.map_or_else(|| NEVER.to_owned(), |day| day.to_string()),
        view.missing,
        case.assigned().map(|user| Key(user.0)),
        case.owes().0,
        Key(case.filed_by.0),
        sql::int(case.conflicts().len() + case.clashes().len()),
        Moment(changed),
        case.closed_on().map(Day),
    ];
    sql::run(conn, INTO_CASE_ROW, values).map(drop)
}

/// Takes out everything that the read tables know of a case; nothing where they know none.
pub fn remove_case(conn: &Connection, id: CaseId) -> Result<()> {
    let sql = "SELECT row, part, open, grp FROM case_row WHERE id = ?1";
    let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
    let known: Option<(i64, i64, bool, String)> = sql::first(conn, sql, [Key(id.0)], read)?;
    let Some((row, part, was_open, group)) = known else { return Ok(()) };
    count(conn, part, -1, -i64::from(was_open))?;
    clear(conn, row)?;
    let words = indexed(conn, row)?.unwrap_or_default();
    sql::words_to_disk(conn)?;
    let _ = sql::run(conn, "DELETE FROM case_text WHERE rowid = ?1", [row])?;
    count_words(conn, &group, &words, &(String::new(), String::new()))?;
    forget_titles(conn, &group)?;
    sql::run(conn, "DELETE FROM case_row WHERE row = ?1", [row]).map(drop)
}

/// Sorts behind every day: a case that waits for none.
pub const NEVER: &str = "9999-12-31";

/// A status code as it is compared: without hyphens.
pub fn plain_code(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

fn name_of(conn: &Connection, person: PersonId) -> Result<String> {
    let sql = "SELECT family, given FROM person_row WHERE id = ?1";
    let found = sql::first(conn, sql, [Key(person.0)], |row| {
        Ok(display_name(row.get_ref(0)?.as_str()?, row.get_ref(1)?.as_str()?))
    })?;
    Ok(found.unwrap_or_default())
}

fn write_links(conn: &Connection, row: i64, case: &Case) -> Result<()> {
    for (part, person) in case.persons.keys() {
        // Two records of one person may stand in one case.
        let sql = "INSERT OR IGNORE INTO case_person (case_row, part, person) VALUES (?1, ?2, ?3)";
        let _ = sql::run(conn, sql, params![row, part, Key(standing(conn, *person)?.0)])?;
    }
    for other in case.double_of() {
        let sql = "INSERT INTO case_double (case_row, other) VALUES (?1, ?2)";
        let _ = sql::run(conn, sql, params![row, Key(other.0)])?;
    }
    Ok(())
}

fn write_money(conn: &Connection, row: i64, case: &Case) -> Result<()> {
    let sql =
        "INSERT INTO receipt_row (case_row, number, grp, cents, how, given, paid_on, taken_by, cancelled)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    for (number, receipt) in &case.receipts {
        let (paid, group) = (&receipt.paid, case.opened.group.name());
        let given = paid.given.map(|cents| cents.0);
        let (day, who) = (Day(paid.paid_on), Key(receipt.taken_by.0));
        let how = super::money::how_name(paid.how);
        let cancelled = receipt.cancelled.as_ref().map(|cancelled| &cancelled.reason);
        let values = params![row, number, group, paid.cents.0, how, given, day, who, cancelled];
        let _ = sql::run(conn, sql, values)?;
    }
    Ok(())
}

fn write_papers(conn: &Connection, row: i64, case: &Case) -> Result<()> {
    let sql =
        "INSERT INTO paper_row (case_row, ord, id, grp, kind, title, sha256, size, pages, issued_on, receipt,
               replaces, copies) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
    let titles = "INSERT INTO paper_title (grp, title, uses) VALUES (?1, ?2, 1)
                  ON CONFLICT (grp, title) DO UPDATE SET uses = uses + 1";
    let group = case.opened.group.name();
    for (ord, paper) in case.papers.iter().enumerate() {
        let issued = &paper.issued;
        let (id, sha256, day) = (Key(issued.paper.0), issued.sha256.0.as_slice(), Day(issued.issued_on));
        let size = i64::try_from(issued.size).unwrap_or(i64::MAX);
        let replaces = issued.replaces.map(|paper| Key(paper.0));
        let values = params![
            row,
            sql::int(ord),
            id,
            group,
            issued.kind,
            issued.title,
            sha256,
            size,
            issued.pages,
            day,
            issued.receipt,
            replaces,
            paper.copies
        ];
        let _ = sql::run(conn, sql, values)?;
        let _ = sql::run(conn, titles, params![group, issued.title])?;
    }
    Ok(())
}

/// Takes out titles that no paper has any more.
fn forget_titles(conn: &Connection, group: &str) -> Result<()> {
    sql::run(conn, "DELETE FROM paper_title WHERE grp = ?1 AND uses < 1", [group]).map(drop)
}

fn write_follow_ups(conn: &Connection, row: i64, case: &Case) -> Result<()> {
    let sql = "INSERT INTO follow_up_row (case_row, id, due_on, text, done) VALUES (?1, ?2, ?3, ?4, ?5)";
    for (id, follow_up) in &case.follow_ups {
        let day = Day(follow_up.due_on);
        let _ = sql::run(conn, sql, params![row, Key(id.0), day, follow_up.text, follow_up.done])?;
    }
    Ok(())
}

fn write_days(conn: &Connection, (row, part): (i64, i64), case: &Case, view: &CaseView) -> Result<()> {
    let sql = "INSERT INTO day_row (case_row, ord, part, waits, falls_on, kind, assigned, de, en)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    let assigned = case.assigned().map(|user| Key(user.0));
    for (ord, day) in view.days.iter().enumerate() {
        let (waits, label) = (day.kind.waits(), &day.label);
        let values = params![
            row,
            sql::int(ord),
            part,
            waits,
            Day(day.on),
            day.kind.name(),
            assigned,
            label.de,
            label.en
        ];
        let _ = sql::run(conn, sql, values)?;
    }
    Ok(())
}

fn write_mail(conn: &Connection, row: i64, case: &Case) -> Result<()> {
    let sql = "INSERT OR IGNORE INTO mail_row (case_row, content, blob, size, ags, office, awaits)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    for bundle in case.undelivered() {
        let awaits = case.handovers().iter().any(|known| known.given.bundle.content == bundle.content);
        let (content, blob) = (bundle.content.0.as_slice(), bundle.blob.0.as_slice());
        let size = i64::try_from(bundle.size).unwrap_or(i64::MAX);
        let _ =
            sql::run(conn, sql, params![row, content, blob, size, bundle.to.ags, bundle.to.name, awaits])?;
    }
    Ok(())
}

/// Puts the case's own words and the names of its people into the index. `old` is what stands there.
fn index(
    conn: &Connection,
    row: i64,
    group: &str,
    old: Option<(String, String)>,
    own: &BTreeSet<String>,
) -> Result<()> {
    let names = names_of(conn, row)?;
    let new = (words::join(own), words::join(&names));
    if old.as_ref() == Some(&new) {
        return Ok(());
    }
    let sql = if old.is_some() {
        sql::words_to_disk(conn)?;
        "UPDATE case_text SET words = ?2, names = ?3 WHERE rowid = ?1"
    } else {
        "INSERT INTO case_text (rowid, words, names) VALUES (?1, ?2, ?3)"
    };
    let _ = sql::run(conn, sql, params![row, new.0, new.1])?;
    count_words(conn, group, &old.unwrap_or_default(), &new)
}

/// Puts the names of the case's people into the index again, when one of them has changed.
pub fn index_names(conn: &Connection, row: i64, group: &str) -> Result<()> {
    let old = indexed(conn, row)?;
    let own = old.as_ref().map_or("", |(own, _)| own);
    let own = own.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
    index(conn, row, group, old, &own)
}

fn indexed(conn: &Connection, row: i64) -> Result<Option<(String, String)>> {
    let sql = "SELECT words, names FROM case_text WHERE rowid = ?1";
    sql::first(conn, sql, [row], |r| Ok((r.get(0)?, r.get(1)?)))
}

fn names_of(conn: &Connection, row: i64) -> Result<BTreeSet<String>> {
    let sql = "SELECT p.family || ' ' || p.given FROM case_person c JOIN person_row p ON p.id = c.person
               WHERE c.case_row = ?1";
    let names = sql::all(conn, sql, [row], |r| r.get::<_, String>(0))?;
    Ok(names.iter().flat_map(|name| words::of(name)).collect())
}

/// Keeps `case_word` in step: counts words that came, takes out words that nobody uses any more.
fn count_words(conn: &Connection, group: &str, old: &(String, String), new: &(String, String)) -> Result<()> {
    fn set((own, names): &(String, String)) -> BTreeSet<&str> {
        own.split(' ').chain(names.split(' ')).filter(|word| !word.is_empty()).collect()
    }
    let (old, new) = (set(old), set(new));
    for word in new.difference(&old) {
        let sql = "INSERT INTO case_word (grp, word, uses) VALUES (?1, ?2, 1)
                   ON CONFLICT (grp, word) DO UPDATE SET uses = uses + 1";
        let _ = sql::run(conn, sql, [group, word])?;
    }
    for word in old.difference(&new) {
        let sql = "UPDATE case_word SET uses = uses - 1 WHERE grp = ?1 AND word = ?2";
        let _ = sql::run(conn, sql, [group, word])?;
        let _ =
            sql::run(conn, "DELETE FROM case_word WHERE grp = ?1 AND word = ?2 AND uses < 1", [group, word])?;
    }
    Ok(())
}
