//! Which case and paper a file claims to be when its bytes are no paper's, and in what it differs. Believes nothing of it.

use super::super::{Desk, DeskError, Session};
use crate::domain::id::CaseId;
use crate::paper::aloud::{self, Opened};
use crate::store::StoreError;
use crate::store::read::{self, CaseRow, PaperRow};
use std::collections::BTreeSet;

/// Lines that are told of each side.
const TOLD: usize = 5;
/// Numbers and codes that are looked up, of a file that is full of them.
const LOOKED_UP: usize = 20;

/// A case that a file names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub number: String,
    /// The title that the file bears.
    pub title: String,
    /// The paper of the case that it looks most like, and in what it differs.
    pub like: Option<(PaperRow, Differs)>,
    /// Whether what the paper says is kept back (§ 51 BMG).
    pub withheld: bool,
}

impl Claim {
    /// Keeps back what the paper says and the file does not.
    pub(super) fn withhold(&mut self) {
        if let Some((_, Differs::Words(_, paper))) = &mut self.like {
            self.withheld = !paper.is_empty();
            paper.clear();
        }
    }
}

/// In what a file differs from the paper that was issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Differs {
    /// The paper as it was issued, and something behind it: a signature, a note, a form filled in.
    Added,
    /// The same words, other bytes: saved anew, printed into a file, or changed where it is not seen.
    Bytes,
    /// Other words: lines that only the file has, and lines that only the paper has.
    Words(Vec<String>, Vec<String>),
}

impl Desk {
    /// What the file claims to be, in the case that it names.
    pub(super) fn claim(
        &self,
        session: &Session,
        row: CaseRow,
        bytes: &[u8],
        opened: &Opened,
        lines: &[String],
    ) -> Result<Claim, DeskError> {
        let mut like: Option<(PaperRow, Differs, usize)> = None;
        for paper in self.query(|db| read::papers_of_case(db, &session.reads, row.id))? {
            let Some(own) = self.store.read(|db| own_bytes(db, &paper))? else { continue };
            let Some((differs, alike)) = differs(bytes, opened, lines, &own) else { continue };
            if like.as_ref().is_none_or(|(_, _, best)| alike > *best) {
                like = Some((paper, differs, alike));
            }
        }
        Ok(Claim {
            case: row.id,
            number: row.number,
            title: opened.title.clone(),
            like: like.map(|(paper, differs, _)| (paper, differs)),
            withheld: false,
        })
    }

    /// The case whose number or status code stands in the file's values, title or text.
    pub(super) fn named_case(
        &self,
        session: &Session,
        opened: &Opened,
        lines: &[String],
    ) -> Result<Option<CaseRow>, DeskError> {
        let data = opened.data.iter().flat_map(strings);
        let words: Vec<String> = data.chain([opened.title.clone()]).chain(lines.iter().cloned()).collect();
        let numbers = pick(&words, is_case_number);
        let codes = pick(&words, is_status_code);
        self.query(|db| {
            for number in &numbers {
                if let Some(row) = read::case_by_number(db, &session.reads, number)? {
                    return Ok(Some(row));
                }
            }
            for code in &codes {
                if let Some(row) = read::case_by_code(db, &session.reads, code)? {
                    return Ok(Some(row));
                }
            }
            Ok(None)
        })
    }
}

/// The paper's bytes, where they are here.
fn own_bytes(db: &crate::store::Reader<'_>, paper: &PaperRow) -> Result<Option<Vec<u8>>, StoreError> {
    if db.has_blob(paper.sha256)? { db.blob(paper.sha256).map(Some) } else { Ok(None) }
}

/// In what the file differs from a paper, and how much they are alike; nothing where it is quite another one.
fn differs(bytes: &[u8], opened: &Opened, lines: &[String], own: &[u8]) -> Option<(Differs, usize)> {
    if bytes.starts_with(own) {
        return Some((Differs::Added, usize::MAX));
    }
    let paper = aloud::open(own).ok()?;
    let theirs: BTreeSet<String> = lines.iter().map(|line| squeezed(line)).collect();
    let ours = aloud::lines(&paper.pdf);
    let known: BTreeSet<String> = ours.iter().map(|line| squeezed(line)).collect();
    let alike = theirs.intersection(&known).count();
    if theirs == known {
        return Some((Differs::Bytes, usize::MAX - 1));
    }
    let is_like = paper.title == opened.title || alike * 2 > known.len();
    let only = |lines: &[String], other: &BTreeSet<String>| -> Vec<String> {
        lines.iter().filter(|line| !other.contains(&squeezed(line))).take(TOLD).cloned().collect()
    };
    is_like.then(|| (Differs::Words(only(lines, &known), only(&ours, &theirs)), alike))
}

fn squeezed(line: &str) -> String {
    line.chars().filter(|one| !one.is_whitespace()).collect()
}

fn strings(value: &serde_json::Value) -> Vec<String> {
    match value {
        serde_json::Value::String(text) => vec![text.clone()],
        serde_json::Value::Array(list) => list.iter().flat_map(strings).collect(),
        serde_json::Value::Object(map) => map.values().flat_map(strings).collect(),
        _ => Vec::new(),
    }
}

/// The pieces of texts that look like something, each once, in order.
fn pick(texts: &[String], looks: fn(&str) -> bool) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let part = |c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '.');
    for piece in texts.iter().flat_map(|text| text.split(part)) {
        let piece = piece.trim_matches(['.', '-']);
        if looks(piece) && !found.iter().any(|known| known == piece) {
            found.push(piece.to_owned());
        }
        if found.len() == LOOKED_UP {
            break;
        }
    }
    found
}

/// `32.10-2026-A-00417`.
fn is_case_number(piece: &str) -> bool {
    let parts: Vec<&str> = piece.split('-').collect();
    let [plan, year, desk, count] = parts.as_slice() else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    plan.starts_with(|first: char| first.is_ascii_digit())
        && year.len() == 4
        && digits(year)
        && desk.len() <= 8
        && desk.bytes().all(|byte| byte.is_ascii_uppercase())
        && !desk.is_empty()
        && count.len() >= 5
        && digits(count)
}

/// `K7QX-3MPA-92HT`.
fn is_status_code(piece: &str) -> bool {
    let parts: Vec<&str> = piece.split('-').collect();
    let four = |part: &&str| {
        part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
    };
    parts.len() == 3 && parts.iter().all(four)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_codes_are_found_in_running_text() {
        let text = ["Ihr Zeichen: 32.10-2026-A-00417. Code K7QX-3MPA-92HT, 2026-11-24".to_owned()];
        assert_eq!(pick(&text, is_case_number), ["32.10-2026-A-00417"]);
        assert_eq!(pick(&text, is_status_code), ["K7QX-3MPA-92HT"]);
        assert!(!is_case_number("2026-11-24-00001") && !is_case_number("A-2026-000123"));
    }
}
