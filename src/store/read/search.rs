//! One field that finds everything: cases, persons, papers. Weighs each kind against the others; finds by the
//! questions of its neighbours.

use super::case_number::{by_number, is_meant};
use super::case_row::{self, CaseRow};
use super::case_search::Among;
use super::person_find::find_person;
use super::scope::{self, Part};
use super::{case_search, paper, sql, words};
use crate::domain::id::CaseId;
use crate::domain::user::Group;
use rusqlite::{Connection, Result, params};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HitKind {
    /// A person or a business.
    Person,
    /// A case.
    Case,
    /// A paper.
    Paper,
    /// An intake that is not filed yet.
    Draft,
    /// A correction that was begun.
    Correction,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// Its id: of a case, a person, a paper or a draft.
    pub id: Uuid,
    /// The case to open, or the draft, for all but persons.
    pub case: Option<CaseId>,
    /// Name, or name of the applicant.
    pub title: String,
    /// What tells it from others: number, service, birth date, address. Of somebody whose address must not be told,
    /// none; `blocked` says so.
    pub detail: Vec<String>,
    /// Auskunftssperre (§ 51 BMG).
    pub blocked: bool,
}

/// At most this many cases of a group are weighed.
const CANDIDATES: i64 = 40;

/// Finds cases (number, running number, status code, receipt, service, answers, names), persons and papers by what
/// somebody types. Exact numbers first, then persons, cases and papers; each kind leaves room for the others.
pub fn search(conn: &Connection, text: &str, reads: &BTreeSet<Group>, limit: usize) -> Result<Vec<Hit>> {
    if text.trim().is_empty() || limit == 0 {
        return Ok(Vec::new());
    }
    let parts = scope::parts(conn, reads)?;
    let among = Among { conn, parts: &parts, condition: None, limit: CANDIDATES };
    let numbered = by_number(&among, text)?;
    let mut numbered = newest(conn, numbered)?;
    numbered.sort_by_key(|case| !is_meant(&case.number, text));
    let persons = find_person(conn, text, limit)?;
    let known: BTreeSet<CaseId> = numbered.iter().map(|case| case.id).collect();
    let mut cases = newest(conn, case_search::by_text(&among, text)?)?;
    cases.retain(|case| !known.contains(&case.id));
    let papers = papers(conn, text, &parts, limit)?;
    let mut kinds = [
        numbered.into_iter().map(of_case).collect::<Vec<_>>(),
        persons.into_iter().map(|hit| of_person(hit.row)).collect(),
        cases.into_iter().map(of_case).collect(),
        papers.into_iter().map(of_paper).collect(),
    ];
    share(&mut kinds, limit);
    Ok(kinds.into_iter().flatten().collect())
}

/// Cuts the kinds so that all together keep to the limit: nobody's last hit stands while another kind has none.
fn share(kinds: &mut [Vec<Hit>], limit: usize) {
    let wanted: Vec<usize> = kinds.iter().map(Vec::len).collect();
    let mut granted = vec![0; kinds.len()];
    let mut left = limit;
    while left > 0 && granted != wanted {
        for (granted, wanted) in granted.iter_mut().zip(&wanted) {
            if left > 0 && *granted < *wanted {
                *granted += 1;
                left -= 1;
            }
        }
    }
    for (kind, granted) in kinds.iter_mut().zip(granted) {
        kind.truncate(granted);
    }
}

fn newest(conn: &Connection, rows: impl IntoIterator<Item = i64>) -> Result<Vec<CaseRow>> {
    let rows: Vec<(String, i64)> = rows.into_iter().map(|row| (String::new(), row)).collect();
    let mut cases = case_row::by_rows(conn, &rows)?;
    cases.sort_by_key(|case| std::cmp::Reverse((case.received_on, case.cursor.row)));
    cases.dedup_by_key(|case| case.id);
    Ok(cases)
}

fn of_case(case: CaseRow) -> Hit {
    Hit {
        kind: HitKind::Case,
        id: case.id.0,
        case: Some(case.id),
        title: case.applicant_name,
        detail: vec![case.number, case.service_name],
        blocked: false,
    }
}

fn of_person(person: super::PersonRow) -> Hit {
    let address =
        [format!("{} {}", person.street, person.house), format!("{} {}", person.postcode, person.place)];
    let pieces = std::iter::once(person.birth).chain(address);
    Hit {
        kind: HitKind::Person,
        id: person.id.0,
        case: None,
        title: person.name,
        detail: pieces.map(|piece| piece.trim().to_owned()).filter(|piece| !piece.is_empty()).collect(),
        blocked: person.blocked,
    }
}

fn of_paper(paper: super::PaperRow) -> Hit {
    Hit {
        kind: HitKind::Paper,
        id: paper.id.0,
        case: Some(paper.case),
        title: paper.title,
        detail: vec![paper.number, paper.applicant_name],
        blocked: false,
    }
}

/// Papers whose title holds one of the words, of cases that hold the others: `bescheinigung müller`.
fn papers(conn: &Connection, text: &str, parts: &[Part], limit: usize) -> Result<Vec<super::PaperRow>> {
    let typed: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    let groups: BTreeSet<Group> = parts.iter().map(|part| part.group).collect();
    let limit = sql::int(limit);
    let mut found = Vec::new();
    for group in groups {
        let sql = "SELECT title FROM paper_title WHERE grp = ?1 LIMIT 500";
        for title in sql::all(conn, sql, [group.name()], |row| row.get::<_, String>(0))? {
            let of_title = words::of(&title);
            let in_title = |word: &&String| {
                let forms = words::typed(word);
                !forms.is_empty()
                    && forms.iter().all(|form| form.len() > 2 && of_title.iter().any(|w| w.starts_with(form)))
            };
            let (here, rest): (Vec<&String>, Vec<&String>) = typed.iter().partition(in_title);
            if here.is_empty() {
                continue;
            }
            found.extend(titled(conn, group, &title, &rest, parts, limit)?);
        }
    }
    found.sort_by(|a, b| b.issued_on.cmp(&a.issued_on).then_with(|| b.number.cmp(&a.number)));
    Ok(found)
}

fn titled(
    conn: &Connection,
    group: Group,
    title: &str,
    rest: &[&String],
    parts: &[Part],
    limit: i64,
) -> Result<Vec<super::PaperRow>> {
    let columns = paper::COLUMNS;
    if rest.is_empty() {
        let sql = format!(
            "SELECT {columns} FROM paper_row p INDEXED BY paper_by_title CROSS JOIN case_row c ON c.row = p.case_row
             WHERE p.grp = ?1 AND p.title = ?2 ORDER BY p.issued_on DESC LIMIT ?3"
        );
        return sql::all(conn, &sql, params![group.name(), title, limit], paper::read);
    }
    let rest = rest.iter().map(|word| word.as_str()).collect::<Vec<_>>().join(" ");
    let own: Vec<Part> = parts.iter().filter(|part| part.group == group).cloned().collect();
    let sql = format!(
        "SELECT {columns} FROM paper_row p CROSS JOIN case_row c ON c.row = p.case_row
         WHERE p.case_row = ?1 AND p.title = ?2 ORDER BY p.ord"
    );
    let mut found = Vec::new();
    for row in case_search::rows(&Among { conn, parts: &own, condition: None, limit }, &rest)? {
        found.extend(sql::all(conn, &sql, params![row, title], paper::read)?);
    }
    Ok(found)
}
