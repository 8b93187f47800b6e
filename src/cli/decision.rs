//! What a decision would set, what it set, and what it lacks, for `case show`. Computes nothing.

use super::say::{explained, what};
use crate::desk::case::Sheet;
use crate::domain::assessment::ChargeDue;
use crate::domain::case::{Decision, Outcome};
use crate::domain::decision::Levied;
use crate::domain::explain::Explanation;
use crate::domain::levy::FirstYear;
use crate::domain::money::Cents;
use crate::domain::problem::{LocalText, Problem};
use crate::words;
use serde_json::{Value, json};

/// An amount that is set or would be.
struct Amount<'a> {
    label: &'a LocalText,
    annual: Cents,
    first: Option<&'a FirstYear>,
    why: &'a Explanation,
}

impl<'a> From<&'a ChargeDue> for Amount<'a> {
    fn from(due: &'a ChargeDue) -> Self {
        Self { label: &due.label, annual: due.cents, first: due.first.as_ref(), why: &due.why }
    }
}

impl<'a> From<&'a Levied> for Amount<'a> {
    fn from(levied: &'a Levied) -> Self {
        let set = &levied.amount;
        Self { label: &set.label, annual: set.cents, first: levied.first.as_ref(), why: &set.why }
    }
}

impl Amount<'_> {
    fn json(&self) -> Value {
        let first = self.first.map(|first| {
            json!({
                "year": first.year, "from": first.from, "months": first.months, "cents": first.cents,
                "earlier": first.earlier, "in_one": first.in_one, "instalments": first.instalments,
            })
        });
        json!({ "label": self.label.de, "annual_cents": self.annual, "first": first, "why": self.why() })
    }

    fn why(&self) -> Vec<String> {
        let first = self.first.iter().flat_map(|first| &first.why);
        self.why.iter().chain(first).map(explained).collect()
    }

    fn lines(&self) -> Vec<String> {
        let label = self.label.get(words::language().tag());
        let mut lines = vec![format!("{label}: {}", words::amount(self.annual.0))];
        lines.extend(self.first.map(|first| {
            let args = [
                ("year".to_owned(), first.year.to_string()),
                ("amount".to_owned(), words::amount(first.cents.0)),
                ("from".to_owned(), words::date(first.from)),
            ];
            words::said("case-levy-first", &args.into())
        }));
        lines.extend(self.why().into_iter().map(|why| format!("  {why}")));
        lines
    }
}

/// What was set, or what a grant taken today would set.
fn amounts(sheet: &Sheet) -> Vec<Amount<'_>> {
    match sheet.case.decisions.as_slice() {
        // The Kreis sets it, by values of its own.
        [] if sheet.assessment.for_kreis => Vec::new(),
        [] => sheet.assessment.levies.iter().map(Amount::from).collect(),
        _ => sheet.case.levied().map(Amount::from).collect(),
    }
}

fn lacking(sheet: &Sheet) -> Vec<&Problem> {
    let decides = sheet.case.decisions.is_empty() && !sheet.assessment.for_kreis;
    if decides { sheet.assessment.lacking(Outcome::Granted) } else { Vec::new() }
}

/// For scripts.
pub(super) fn json(sheet: &Sheet) -> Value {
    let taken = |decision: &Decision| {
        json!({
            "outcome": decision.outcome, "reasons": decision.reasons, "conditions": decision.conditions,
            "decided_on": decision.decided_on, "notice": decision.notice,
            "revoked": sheet.case.is_revoked(decision.event),
        })
    };
    json!({
        "taken": sheet.case.decisions.iter().map(taken).collect::<Vec<_>>(),
        "amounts": amounts(sheet).iter().map(Amount::json).collect::<Vec<_>>(),
        "notice": sheet.assessment.terms.notice,
        "lacking": lacking(sheet).into_iter().map(|problem| problem.field.clone()).collect::<Vec<_>>(),
    })
}

/// For people.
pub(super) fn lines(sheet: &Sheet) -> Vec<String> {
    let mut lines: Vec<String> = amounts(sheet).iter().flat_map(Amount::lines).collect();
    lines.extend(lacking(sheet).into_iter().map(what));
    lines
}
