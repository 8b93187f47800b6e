//! Which records are one person. A verdict on two records stands with the older one; what is one is connected by verdicts
//! that say so, in whatever order they arrive, and the oldest record names the person: no order makes a loop. Reads no
//! database.

use super::{Person, PersonEvent, fields};
use crate::domain::event::{Payload, Recorded};
use crate::domain::fold::{Ordered, Register};
use crate::domain::id::PersonId;
use crate::domain::problem::{Problem, Refusal};
use std::collections::{BTreeMap, BTreeSet};

/// What was decided about two records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// One person.
    Same,
    /// Two.
    Apart,
    /// Two desks decided differently without seeing each other: it counts as two until somebody decides.
    Disputed,
}

impl Verdict {
    /// The word in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Apart => "apart",
            Self::Disputed => "disputed",
        }
    }
}

/// The verdicts that stand with a record, by the younger record of each.
pub fn verdicts(events: &[Recorded<PersonEvent>]) -> BTreeMap<PersonId, Verdict> {
    let mut registers: BTreeMap<PersonId, Register<bool>> = BTreeMap::new();
    for (event, past) in Ordered::new(events).iter() {
        let (other, same) = match &event.payload {
            Payload::Known(PersonEvent::PersonsMerged { other, .. }) => (*other, true),
            Payload::Known(PersonEvent::PersonsParted { other }) => (*other, false),
            _ => continue,
        };
        registers.entry(other).or_default().write(same, past);
    }
    let verdict = |register: &Register<bool>| match (register.conflict().is_empty(), register.get()) {
        (false, _) => Verdict::Disputed,
        (true, Some(true)) => Verdict::Same,
        _ => Verdict::Apart,
    };
    registers.iter().map(|(other, register)| (*other, verdict(register))).collect()
}

/// All records that are one with this one, itself among them. `beside` gives those that a verdict says are one with a record.
pub fn connected<E>(
    from: PersonId,
    mut beside: impl FnMut(PersonId) -> Result<Vec<PersonId>, E>,
) -> Result<BTreeSet<PersonId>, E> {
    let mut found = BTreeSet::from([from]);
    let mut to_ask = vec![from];
    while let Some(record) = to_ask.pop() {
        to_ask.extend(beside(record)?.into_iter().filter(|other| found.insert(*other)));
    }
    Ok(found)
}

/// A field in which two people differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The field.
    pub field: String,
    /// Both values; empty where nothing is known.
    pub values: [String; 2],
}

/// Fields in which two people differ, in the order of the form. A ban on disclosure is no choice: the stricter one holds.
pub fn differences(one: &Person, two: &Person) -> Vec<Difference> {
    let differ = fields::ALL.iter().filter(|field| **field != fields::BLOCKED);
    let differ = differ.map(|field| Difference {
        field: (*field).to_owned(),
        values: [one.get(field).to_owned(), two.get(field).to_owned()],
    });
    differ.filter(|difference| difference.values[0] != difference.values[1]).collect()
}

/// The values that two people have as one: what was chosen, and the ban on disclosure (§ 51 BMG) of either. Every field in
/// which they differ is to be chosen.
pub fn merged(
    one: &Person,
    two: &Person,
    chosen: &BTreeMap<String, String>,
) -> Result<BTreeMap<String, String>, Refusal> {
    if one.id == two.id {
        return Err(Refusal::because("merge-one-already"));
    }
    if one.is_business() != two.is_business() {
        return Err(Refusal::because("merge-kinds"));
    }
    let differ = differences(one, two);
    let open = differ.iter().filter(|difference| !chosen.contains_key(&difference.field));
    let mut problems: Vec<Problem> =
        open.map(|difference| Problem::error(&difference.field, "merge-choose")).collect();
    let unknown = chosen.keys().filter(|field| differ.iter().all(|difference| difference.field != **field));
    problems.extend(unknown.map(|field| Problem::error(field, "merge-not-different")));
    if !problems.is_empty() {
        return Err(Refusal(problems));
    }
    let mut values = chosen.clone();
    // Also what both dispute, each with itself: whoever merges has looked at it.
    for field in one.conflicts.iter().chain(&two.conflicts) {
        let _ = values.entry(field.clone()).or_insert_with(|| one.get(field).to_owned());
    }
    if one.is_blocked() || two.is_blocked() {
        let _ = values.insert(fields::BLOCKED.to_owned(), "yes".to_owned());
    }
    Ok(values)
}
