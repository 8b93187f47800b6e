//! Why a case was found, where what is shown of it does not say so: the answer, name or number that holds what was typed.
//! Finds nothing itself.

use super::look::{Hit, HitKind};
use super::{Desk, DeskError, Session};
use crate::catalogue::show;
use crate::domain::case::Case;
use crate::domain::din91379::{search_form, search_forms};
use crate::domain::id::CaseId;
use crate::store::Reader;

/// Letters of a long answer at most.
const MOST: usize = 48;

/// What holds what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// An answer: the question in the language asked for, and the line. Of a case with somebody whose address must not be told
    /// (§ 51 BMG) the question alone.
    Answer(String, String),
    /// The name of somebody who belongs to it.
    Name(String),
    /// The number of a receipt.
    Receipt(String),
    /// Its status code.
    StatusCode(String),
}

impl Desk {
    /// For each hit what holds the words that are not seen of it; nothing of persons, and where all are seen.
    ///
    /// # Errors
    /// What keeps the cases from being read.
    pub fn why_found(
        &self,
        session: &Session,
        typed: &str,
        hits: &[Hit],
        language: &str,
    ) -> Result<Vec<Option<Why>>, DeskError> {
        let words = words_of(typed);
        let why = |db: &Reader<'_>, hit: &Hit| {
            let seen = std::iter::once(&hit.title).chain(&hit.detail).cloned().collect::<Vec<_>>().join(" ");
            let unseen: Vec<&String> = words.iter().filter(|word| !holds(&seen, word)).collect();
            match hit.case.filter(|_| hit.kind == HitKind::Case && !unseen.is_empty()) {
                Some(case) => self.why(db, session, (case, language), &unseen),
                None => Ok(None),
            }
        };
        self.store.read(|db| hits.iter().map(|hit| why(db, hit)).collect())
    }

    fn why(
        &self,
        db: &Reader<'_>,
        session: &Session,
        (id, language): (CaseId, &str),
        unseen: &[&String],
    ) -> Result<Option<Why>, DeskError> {
        let Some(case) = db.case(id)?.filter(|case| session.reads.contains(&case.opened.group)) else {
            return Ok(None);
        };
        let (mut names, mut blocked) = (Vec::new(), false);
        for linked in case.persons.values() {
            if let Some(person) = db.person(linked.person)? {
                blocked |= person.is_blocked();
                names.push(person.name());
            }
        }
        let is_held = |text: &str| unseen.iter().any(|word| holds(text, word));
        if let Some(name) = names.into_iter().find(|name| is_held(name)) {
            return Ok(Some(Why::Name(name)));
        }
        if let Some(number) = numbered(&case, &is_held) {
            return Ok(Some(number));
        }
        let shown = show(self.service_of(&case.opened)?, &case.answers(), language);
        let line = |value: &str| value.lines().find(|line| is_held(line)).map(short);
        let held = shown.into_iter().find_map(|one| Some((one.label, line(&one.value)?)));
        Ok(held.map(|(label, line)| Why::Answer(label, if blocked { String::new() } else { line })))
    }
}

/// The number of a receipt or the status code, as somebody types them with or without hyphens.
fn numbered(case: &Case, is_held: &impl Fn(&str) -> bool) -> Option<Why> {
    let code = &case.opened.status_code;
    let receipt = case.receipts.keys().find(|number| is_held(number)).cloned().map(Why::Receipt);
    receipt
        .or_else(|| (is_held(code) || is_held(&code.replace('-', ""))).then(|| Why::StatusCode(code.clone())))
}

fn words_of(text: &str) -> Vec<String> {
    search_form(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether a word of the text begins like that, in any of its search forms.
fn holds(text: &str, word: &str) -> bool {
    search_forms(text).iter().flat_map(|form| form.split(' ')).any(|one| one.starts_with(word))
}

fn short(line: &str) -> String {
    let line = line.trim();
    if line.chars().count() <= MOST {
        return line.to_owned();
    }
    format!("{}…", line.chars().take(MOST).collect::<String>().trim_end())
}
