//! A letter as data: its file, read and judged as a whole, so that no placeholder is found missing at the counter. Fills
//! nothing and draws nothing; the format is described in `assets/letters/README.md`.

mod check;
pub mod source;
#[cfg(test)]
mod tests;

use crate::domain::problem::Problem;
use source::Source;
use std::collections::BTreeSet;

/// Placeholders that every letter may use.
pub const BUILT_IN: [&str; 3] = ["authority", "office", "date"];

/// What every letter of a case is given besides; `needs` may name these, and what the service fills in.
pub const GIVEN: [&str; 17] = [
    "case_number",
    "service",
    "notice",
    "received_on",
    "reported_on",
    "channel",
    "status_code",
    "clerk",
    "signed_by",
    "cashier",
    "place",
    "filed",
    "filed_acc",
    "filed_dat",
    "unsigned_law",
    "copy_law",
    "signature_law",
];

/// What a letter of a decision is given besides.
pub const DECIDED: [&str; 2] = ["decided_by", "decision_title"];

/// What a letter is given where there is something to say: only `may` names these.
pub const SOMETIMES: &[&str] = &[
    "notice_law",
    "charges_law",
    "noise_law",
    "dog_tax_act",
    "salutation",
    "person",
    "represented",
    "by_law",
    "by_proxy",
    "proxy_law",
    "identity_seen",
    "phone",
    "email",
    "bank_holder",
    "bank_iban",
    "bank_name",
    "application",
    "notification",
    "payment_code",
    "pay_by",
    "due_on",
    "six_months_on",
    "passed_to",
    "fee",
    "fee_basis",
    "fee_state",
    "fee_is_open",
    "authority_address",
    "granted",
    "conditional",
    "refused",
    "reasons",
    "objection_body",
    "objection_address",
    "court_name",
    "court_address",
    "tax_amount",
    "tax_basis",
    "tax_earlier",
    "tax_first",
    "tax_free",
    "tax_from",
    "tax_in_one",
    "tax_lasts",
    "tax_months",
    "tax_not_in_one",
    "tax_whole_year",
    "tax_why",
    "tax_year",
];

/// Tables that a letter is given, with the number of their columns. Any may be empty.
pub const TABLES: [(&str, usize); 7] = [
    ("answers", 2),
    ("documents", 1),
    ("missing", 1),
    ("hints", 1),
    ("conditions", 2),
    ("dues", 2),
    ("fees_ahead", 2),
];

/// A letter that was read and found sound.
#[derive(Debug)]
pub struct Letter {
    /// Name and version: `empfangsbescheinigung/1`.
    pub name: String,
    /// What the file says.
    pub source: Source,
    text: String,
}

/// Two letters of one name and wording are one.
impl PartialEq for Letter {
    fn eq(&self, other: &Self) -> bool {
        (&self.name, &self.text) == (&other.name, &other.text)
    }
}

impl Letter {
    /// Reads a letter. `file` is what problems name.
    ///
    /// Errors: everything that is wrong in it, with its line.
    pub fn read(file: &str, name: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let source = source::parse(file, text).map_err(|problem| vec![*problem])?;
        let problems = check::check(file, text, &source);
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Self { name: name.to_owned(), source, text: text.to_owned() })
    }
}

impl Letter {
    /// Whether a service can put something in by this name.
    pub fn can_say(&self, name: &str) -> bool {
        self.source.needs.iter().chain(&self.source.may).any(|known| known.get_ref() == name)
    }

    /// Whether everything that it asks for is given to it by the program or filled in by the service: `fill`. `decided`
    /// says whether it is the letter of a decision. `file` is what problems name.
    pub fn asks(&self, file: &str, fill: &BTreeSet<&str>, decided: bool) -> Vec<Problem> {
        let always =
            |name: &str| GIVEN.contains(&name) || fill.contains(name) || decided && DECIDED.contains(&name);
        let tell = |name: &toml::Spanned<String>, id: &str| {
            let line = check::line_of(&self.text, name.span().start);
            check::at(file, line, id).with("name", name.get_ref())
        };
        let mut problems = Vec::new();
        for name in &self.source.needs {
            if SOMETIMES.contains(&name.get_ref().as_str()) {
                problems.push(tell(name, "letter-value-sometimes"));
            } else if !always(name.get_ref()) {
                problems.push(tell(name, "letter-value-unknown"));
            }
        }
        for name in &self.source.may {
            if !always(name.get_ref()) && !SOMETIMES.contains(&name.get_ref().as_str()) {
                problems.push(tell(name, "letter-value-unknown"));
            }
        }
        for (name, columns) in &self.source.tables {
            let known = TABLES.iter().find(|(known, _)| known == name);
            if known.is_none_or(|(_, wanted)| wanted != columns) {
                problems.push(check::at(file, 1, "letter-table-not-given").with("name", name));
            }
        }
        problems
    }
}

/// Names in braces, in order; a brace that is not closed ends the list with `None`.
pub fn placeholders(text: &str) -> impl Iterator<Item = Option<&str>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let open = rest.find('{')?;
        let tail = &rest[open + 1..];
        if let Some(close) = tail.find('}') {
            rest = &tail[close + 1..];
            Some(Some(&tail[..close]))
        } else {
            rest = "";
            Some(None)
        }
    })
}
