//! From when the office can be sued for not having decided (§ 75 VwGO), and the actions that came in, as sentences.

use crate::desk::case::Sheet;
use crate::desk::days::suable;
use crate::domain::case::{Suit, WaitsFor};
use crate::domain::remedy::Suable;
use crate::fl;
use crate::words;
use chrono::{Days, NaiveDate};

/// Days before the office can be sued from which the case says so aloud.
pub const WARNED: u64 = 21;

/// How near it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Near {
    /// Longer than [`WARNED`] days away.
    Far,
    /// Within them.
    Soon,
    /// It is possible.
    Now,
}

/// How near it is today.
pub fn near(suable: &Suable, today: NaiveDate) -> Near {
    let soon = today.checked_add_days(Days::new(WARNED)).is_some_and(|day| day >= suable.by.date);
    match (today >= suable.from, soon) {
        (true, _) => Near::Now,
        (false, true) => Near::Soon,
        (false, false) => Near::Far,
    }
}

/// From when it is possible, where the town has something to decide: on the application, or on an objection.
pub fn warned(sheet: &Sheet) -> Option<Suable> {
    suable(&sheet.case, &sheet.assessment)
}

/// The warning, in words.
pub fn warning(suable: &Suable, today: NaiveDate) -> String {
    let from = words::date_with_day(suable.from);
    match near(suable, today) {
        Near::Now => fl!("step-sue-now", from = from),
        _ => fl!("step-sue", from = from, by = words::date_with_day(suable.by.date)),
    }
}

/// An action that came in, in words.
pub fn suit(suit: &Suit) -> String {
    let (at, on) = (super::at_court(&suit.sued.court), words::date(suit.sued.brought_on()));
    match suit.sued.waiting.waits_for {
        WaitsFor::Application => fl!("sued-application", at = at, on = on),
        WaitsFor::Objection => fl!("sued-objection", at = at, on = on),
    }
}

/// How it ended, in words.
pub fn ended(suit: &Suit) -> Option<String> {
    let (how, reason, on) = suit.ended.as_ref()?;
    Some(fl!("step-settled", how = super::settled(*how), on = words::date(*on), reason = reason.clone()))
}

/// Whether it was brought after the three months, in words; the court decides whether an earlier one is admissible.
pub fn admissible(sheet: &Sheet, suit: &Suit) -> Option<(String, bool)> {
    let suable = sheet.assessment.procedure.failure_to_act(suit.sued.waiting).ok()?;
    let from = words::date_with_day(suable.from);
    Some(if suit.sued.brought_on() >= suable.from {
        (fl!("sued-admissible", from = from), true)
    } else {
        (fl!("sued-early", from = from), false)
    })
}
