//! From when the office can be sued for not having decided, and the actions that came in: for people and for scripts. Does nothing.

use super::say::explained;
use super::standing::because;
use crate::desk::case::Sheet;
use crate::domain::case::{Suit, Waiting};
use crate::domain::remedy::Suable;
use crate::timeline;
use serde_json::{Value, json};

fn told(sheet: &Sheet, waiting: Waiting) -> Option<Suable> {
    sheet.assessment.procedure.failure_to_act(waiting).ok()
}

/// For people.
pub(super) fn lines(sheet: &Sheet) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(suable) = timeline::inaction::warned(sheet) {
        lines.push(timeline::inaction::warning(&suable, sheet.today));
        lines.extend(because(&suable.by.explanation));
    }
    for suit in sheet.case.suits() {
        lines.push(timeline::inaction::suit(suit));
        lines.extend(timeline::inaction::admissible(sheet, suit).map(|(says, _)| format!("  {says}")));
        lines.extend(timeline::inaction::ended(suit).map(|says| format!("  {says}")));
    }
    lines
}

/// From when it is possible and why, for scripts; nothing where nothing waits to be decided.
pub(super) fn suable(sheet: &Sheet) -> Value {
    let found = timeline::inaction::warned(sheet).zip(sheet.case.waiting());
    found.map_or(Value::Null, |(suable, waiting)| {
        let why: Vec<String> = suable.by.explanation.iter().map(explained).collect();
        json!({ "waits_for": waiting.waits_for, "since": waiting.since, "by": suable.by.date,
                "from": suable.from, "why": why })
    })
}

/// The actions that came in, for scripts.
pub(super) fn suits(sheet: &Sheet) -> Vec<Value> {
    let suit = |suit: &Suit| {
        let from = told(sheet, suit.sued.waiting).map(|suable| suable.from);
        json!({ "sued": suit.sued, "admissible_from": from, "ended": suit.ended.as_ref().map(|(how, reason, on)| json!({ "how": how, "reason": reason, "on": on })) })
    };
    sheet.case.suits().iter().map(suit).collect()
}
