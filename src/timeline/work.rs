//! What does not count, and what was written in a role that had been taken away meanwhile, as sentences.

use crate::desk::clock::legal_moment;
use crate::desk::kreis::{Meanwhile, Refused};
use crate::fl;
use crate::words;

/// What does not count, of what, by whom, when and why not.
pub fn refused(refused: &Refused) -> String {
    let kind = words::text(&format!("kreis-act-{}", refused.kind.replace('_', "-")));
    let why = words::text(&format!("kreis-refused-{}", refused.reason.replace('_', "-")));
    let what = if refused.number.is_empty() { &refused.subject } else { &refused.number };
    let at = refused.at.map(|at| words::moment(legal_moment(at))).unwrap_or_default();
    let origin = [what.as_str(), refused.by.as_str(), at.as_str()];
    let known: Vec<&str> = origin.into_iter().filter(|text| !text.is_empty()).collect();
    fl!("kreis-refused-line", what = kind, case = known.join(", "), why = why)
}

/// Who wrote how much in which role after it had been taken from them, up to when and in which cases.
pub fn meanwhile(meanwhile: &Meanwhile) -> String {
    let role = words::text(&format!("role-{}", meanwhile.role.name()));
    let moment = |at| words::moment(legal_moment(at));
    let (taken, until) = (moment(meanwhile.taken_at), moment(meanwhile.until));
    let (by, count) = (meanwhile.by.clone(), meanwhile.events.len());
    let said = fl!("kreis-meanwhile", by = by, role = role, taken = taken, count = count, until = until);
    if meanwhile.numbers.is_empty() {
        return said;
    }
    let numbers: Vec<&str> = meanwhile.numbers.iter().map(String::as_str).collect();
    format!("{said} {}", fl!("kreis-meanwhile-cases", numbers = numbers.join(", ")))
}
