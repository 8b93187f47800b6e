//! Who has a case now, since when and why, as data: what the window, the command line and a resident at the counter are
//! told. Makes no sentence.

use super::args;
use crate::domain::case::Case;
use crate::domain::case::handover::{Answered, Handover, Said};
use crate::domain::problem::Args;

/// How much it weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// It is so.
    Plain,
    /// It is done.
    Good,
    /// Somebody has to do something.
    Warning,
}

/// A sentence by its id and values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Message id.
    pub id: &'static str,
    /// Its values.
    pub args: Args,
    /// How much it weighs.
    pub weight: Weight,
}

fn told<const N: usize>(id: &'static str, weight: Weight, values: [(&str, &str); N]) -> Told {
    Told { id, args: args(values), weight }
}

/// Where a case is and how it came there; nothing for one that was always here.
pub fn whereabouts(case: &Case) -> Vec<Told> {
    let mut all = Vec::new();
    for taken in case.origins() {
        let (came, office) = (taken.handed_on.to_string(), &taken.from.name);
        let values = [
            ("date", came.as_str()),
            ("office", office),
            ("number", &taken.number),
            ("by", &taken.by),
            ("reason", &taken.reason),
        ];
        all.push(told("handover-from", Weight::Plain, values));
    }
    if let Some(given) = case.given_back() {
        let (day, office) = (given.given_on.to_string(), &given.bundle.to.name);
        all.push(match &given.refused {
            None => told("handover-went-back", Weight::Good, [("date", &day), ("office", office)]),
            Some(reason) => {
                let values = [("date", day.as_str()), ("office", office), ("reason", reason)];
                told("handover-went-back-refused", Weight::Warning, values)
            }
        });
    }
    match case.away() {
        Some(away) => all.push(lies(away)),
        None => all.extend(case.handovers().iter().rev().find_map(|known| {
            known.closed.as_ref().map(|answered| came_back(answered, &known.given.bundle.to.name))
        })),
    }
    all.extend(unseen(case));
    all
}

/// Where it lies.
fn lies(away: &Handover) -> Told {
    let (office, since) = (&away.given.bundle.to.name, away.given.handed_on.to_string());
    let values = [("office", office.as_str()), ("since", &since), ("reason", &away.given.reason)];
    let Some(known) = &away.acknowledged else { return told("handover-at", Weight::Plain, values) };
    let mut taken = told("handover-taken", Weight::Good, values);
    let date = known.answered_on.to_string();
    taken.args.extend(args([("date", &date), ("by", &known.by), ("number", &known.number)]));
    taken
}

fn came_back(answered: &Answered, office: &str) -> Told {
    let date = answered.answered_on.to_string();
    let values = [("date", date.as_str()), ("office", office), ("by", &answered.by)];
    match &answered.said {
        Said::Returned { outcome, decided_on, .. } => {
            let mut back = told("handover-came-decided", Weight::Good, values);
            let (decided, outcome) = (decided_on.to_string(), outcome.name());
            back.args.extend(args([
                ("outcome", outcome),
                ("decided", &decided),
                ("number", &answered.number),
            ]));
            back
        }
        Said::Refused { reason } => {
            let mut back = told("handover-came-back", Weight::Warning, values);
            back.args.extend(args([("reason", reason)]));
            back
        }
        Said::Acknowledged => told("handover-came", Weight::Plain, values),
    }
}

/// What desks did without knowing of each other.
fn unseen(case: &Case) -> Vec<Told> {
    let mut all = Vec::new();
    let (away, count) = (case.away(), case.overlooked().len().to_string());
    let decided = case.returned().is_some();
    if let Some(known) = away.or_else(|| case.handovers().last().filter(|_| decided))
        && !case.overlooked().is_empty()
    {
        let id = if away.is_some() { "handover-overlooked" } else { "handover-overlooked-late" };
        let office = &known.given.bundle.to.name;
        all.push(told(id, Weight::Warning, [("count", &count), ("office", office)]));
    }
    if let Some(away) = away.filter(|_| case.handed_over_twice()) {
        all.push(told("handover-twice", Weight::Warning, [("office", &away.given.bundle.to.name)]));
    }
    all
}
