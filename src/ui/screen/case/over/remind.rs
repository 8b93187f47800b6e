//! The day that a reminder is offered for. Sets none.

use crate::desk::case::Sheet;
use chrono::{Days, NaiveDate};

/// Two weeks on.
pub fn in_two_weeks(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(Days::new(14)).unwrap_or(today)
}

/// Two weeks on, or the next day after that on which the town works.
pub fn on(sheet: &Sheet, today: NaiveDate) -> NaiveDate {
    sheet.assessment.procedure.calendar.working_day_from(in_two_weeks(today))
}
