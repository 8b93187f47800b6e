//! What nobody tells unread (Art. 15 (4) DSGVO): internal notes, why a person's data were decided, and answers with the address of somebody else whose address
//! must not be told (§ 51 BMG). Decides nothing: whoever discloses says of each whether it is told.

use super::held::{Held, Own, Reason};
use crate::desk::error::DeskError;
use crate::desk::hand::Hand;
use crate::domain::id::{CaseId, Digest, EventRef};
use crate::domain::person::{Person, fields};
use crate::domain::problem::Problem;
use crate::paper::template::word;
use crate::store::{Reader, StoreError, read};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::fmt;

/// What is gone through before it is told.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// A note.
    Note(EventRef),
    /// Why one of two versions of the person's data was chosen.
    Reason(EventRef),
    /// An answer, by its place among those that are told and by what it says: corrected meanwhile, it is another.
    Answer(CaseId, usize, Digest),
}

impl fmt::Display for Item {
    /// The name by which a command line says it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Note(event) => write!(f, "note-{}-{}", event.device, event.seq),
            Self::Reason(event) => write!(f, "reason-{}-{}", event.device, event.seq),
            Self::Answer(case, at, says) => write!(f, "answer-{case}-{at}-{says}"),
        }
    }
}

/// One of them, as whoever discloses reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Which.
    pub item: Item,
    /// Number of the case; of a reason, that it is about the person's data.
    pub number: String,
    /// What it is: the question of an answer, the day of a reason; empty of a note.
    pub label: String,
    /// When a note was written.
    pub on: Option<NaiveDate>,
    /// What it says.
    pub text: String,
    /// Whose address must not be told.
    pub whose: Option<String>,
}

/// What becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It is told.
    Told,
    /// It is not, for this reason, which the paper says (Art. 12 (4) DSGVO).
    Withheld(String),
}

/// Verdicts by what they are about.
pub type Verdicts = BTreeMap<Item, Verdict>;

/// Somebody else whose address must not be told, and that address as texts are searched for it.
struct Banned {
    name: String,
    address: String,
}

/// Everything that has to be gone through.
pub(super) fn asked(db: &Reader<'_>, held: &Held) -> Result<Vec<Asked>, DeskError> {
    let banned = banned(db, &held.person)?;
    let mut found: Vec<Asked> = held.reasons.iter().map(|reason| of_reason(reason, &banned)).collect();
    for case in &held.cases {
        let Some(own) = &case.own else { continue };
        for (at, (label, value)) in own.answers.iter().enumerate() {
            let Some(whose) = banned.iter().find(|banned| names(value, &banned.address)) else { continue };
            found.push(Asked {
                item: Item::Answer(case.id, at, Digest::of(&[value.as_bytes()])),
                number: case.number.clone(),
                label: label.clone(),
                on: None,
                text: value.clone(),
                whose: Some(whose.name.clone()),
            });
        }
        for (event, (on, text)) in own.written.iter().zip(&own.notes) {
            let whose = banned.iter().find(|banned| names(text, &banned.address));
            found.push(Asked {
                item: Item::Note(*event),
                number: case.number.clone(),
                label: String::new(),
                on: Some(*on),
                text: text.clone(),
                whose: whose.map(|whose| whose.name.clone()),
            });
        }
    }
    Ok(found)
}

fn of_reason(reason: &Reason, banned: &[Banned]) -> Asked {
    let whose = banned.iter().find(|banned| names(&reason.text, &banned.address));
    Asked {
        item: Item::Reason(reason.written),
        number: word("held_person", &[]),
        label: word("held_reason", &[("date", &super::super::paper::day(reason.on))]),
        on: None,
        text: reason.text.clone(),
        whose: whose.map(|whose| whose.name.clone()),
    }
}

/// Leaves out what is withheld, and says why in its place. Refused where something was not gone through, or is withheld for
/// no reason.
pub(super) fn apply(hand: &Hand<'_, '_, '_>, held: &mut Held, verdicts: &Verdicts) -> Result<(), DeskError> {
    let mut problems = Vec::new();
    for Asked { item, number, label, on, .. } in asked(hand.tx, held)? {
        let what = if label.is_empty() { word("act_note", &[]) } else { label };
        let on = on.map(super::super::paper::day).unwrap_or_default();
        let problem = |id: &str| {
            let what = format!("{what} {on}");
            Problem::error(item.to_string(), id).with("number", &number).with("what", what.trim())
        };
        match verdicts.get(&item) {
            Some(Verdict::Told) => {}
            Some(Verdict::Withheld(reason)) if !reason.trim().is_empty() => {
                let instead = word("withheld", &[("reason", reason.trim())]);
                held.withheld += 1;
                let reasons = held.reasons.iter_mut();
                reasons
                    .filter(|reason| item == Item::Reason(reason.written))
                    .for_each(|reason| instead.clone_into(&mut reason.text));
                held.cases.iter_mut().for_each(|case| {
                    let id = case.id;
                    if let Some(own) = &mut case.own {
                        leave_out(own, id, &item, &instead);
                    }
                });
            }
            Some(Verdict::Withheld(_)) => problems.push(problem("disclose-reason")),
            None => problems.push(problem("disclose-unread")),
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(crate::domain::problem::Refusal(problems).into()) }
}

fn leave_out(own: &mut Own, case: CaseId, item: &Item, instead: &str) {
    match item {
        Item::Note(event) => {
            let notes = own.written.iter().zip(&mut own.notes);
            notes
                .filter(|(written, _)| *written == event)
                .for_each(|(_, (_, text))| instead.clone_into(text));
        }
        Item::Answer(of, at, _) if *of == case => {
            if let Some((_, value)) = own.answers.get_mut(*at) {
                instead.clone_into(value);
            }
        }
        Item::Answer(..) | Item::Reason(_) => {}
    }
}

/// Everybody else whose address must not be told. Whoever lives where the person lives gives nothing away.
fn banned(db: &Reader<'_>, person: &Person) -> Result<Vec<Banned>, StoreError> {
    let own = address(person);
    let mut found = Vec::new();
    for id in read::blocked_persons(db.rows())? {
        let Some(other) = db.person(id)?.filter(|other| !person.records.contains(&other.id)) else {
            continue;
        };
        let address = address(&other);
        if !address.is_empty() && address != own {
            found.push(Banned { name: other.name(), address });
        }
    }
    Ok(found)
}

/// Street and number, as texts are searched for it; the street alone where the number was typed into it. Empty without a number.
fn address(person: &Person) -> String {
    let (street, house) = (person.get(fields::STREET), person.get(fields::HOUSE));
    let has_number = !house.is_empty() || street.contains(|c: char| c.is_ascii_digit());
    if street.is_empty() || !has_number { String::new() } else { plain(&format!("{street} {house}")) }
}

/// In small letters, the word for a street in one spelling, single blanks, the letter of a number next to it, without "Nr.".
fn plain(text: &str) -> String {
    spelled(text, true)
}

/// The same with single letters after a number joined to it or apart: "3 a" is a house, "3 u. Kinder" is not.
fn spelled(text: &str, joined: bool) -> String {
    let (spellings, numbers) = (word("street_spellings", &[]), word("house_spellings", &[]));
    let text = text.to_lowercase().replace('ß', "ss");
    let text = spellings.split(' ').fold(text, |text, long| text.replace(long, "str "));
    let kept = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect::<String>();
    let mut plain = String::new();
    for part in kept.split_whitespace().filter(|part| !numbers.split(' ').any(|number| number == *part)) {
        let is_letter = part.len() == 1 && part.chars().all(char::is_alphabetic);
        let joins = joined && is_letter && plain.ends_with(|c: char| c.is_ascii_digit());
        if !plain.is_empty() && !joins {
            plain.push(' ');
        }
        plain.push_str(part);
    }
    plain.replace(" str ", "str ")
}

/// Whether the text names the address: as whole words, so that number 3 is not found in 31.
fn names(text: &str, address: &str) -> bool {
    let address = format!(" {address} ");
    [true, false].iter().any(|joined| format!(" {} ", spelled(text, *joined)).contains(&address))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_with_a_letter_is_found_joined_and_apart() {
        for (held, text) in [
            ("Musterstraße 3 a", "wohnt Musterstr. 3a"),
            ("Musterstraße 3a", "Musterstr. 3 A, Gescher"),
            ("Schloßallee 4", "SCHLOSSALLEE 4"),
            ("Schlossallee 4", "Schloßallee Nr. 4"),
            ("Musterstraße 3", "Musterstraße Nr. 3"),
            ("Musterstraße Nr. 3", "Musterstr. Hausnummer 3"),
        ] {
            assert!(names(text, &plain(held)), "{held}: {text}");
        }
        assert!(!names("Musterstr. 3 b", &plain("Musterstraße 3 a")));
        assert!(names("Musterstr. 3 u. Kinder", &plain("Musterstraße 3")), "no letter of a house");
    }

    #[test]
    fn an_address_is_found_however_it_is_written_and_no_other() {
        let address = plain("Musterstraße 3");
        for text in
            ["wohnt Musterstr. 3, 48712 Gescher", "Musterstrasse  3", "MUSTER-STRASSE 3", "musterstraße 3."]
        {
            assert!(names(text, &address), "{text}");
        }
        for text in ["Musterstraße 31", "Musterstraße 3a", "Neue Musterstraße 5", "3 Musterhunde"] {
            assert!(!names(text, &address), "{text}");
        }
    }
}
