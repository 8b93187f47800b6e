//! The journal's days: what is typed for them is read here. Fetches nothing itself.

use super::{Action, Outcome, State};
use crate::domain::problem::Problem;
use crate::ui::control::read_date;
use chrono::NaiveDate;

impl State {
    pub(super) fn wanted_journal(&mut self) -> Outcome<Action> {
        let (from, until) = self.read_days()?;
        Ok(Action::Journal(from, until))
    }

    /// The journal's days as they are typed.
    pub(super) fn read_days(&self) -> Outcome<(NaiveDate, NaiveDate)> {
        let read = |field: &str, text: &str| {
            let wrong = || Box::new(Problem::error(field, "problem-date"));
            read_date(text, self.today).ok_or_else(wrong)
        };
        match (read("from", &self.days.0), read("until", &self.days.1)) {
            (Ok(from), Ok(until)) => Ok((from, until)),
            (from, until) => {
                Err([from.err(), until.err()].into_iter().flatten().map(|problem| *problem).collect())
            }
        }
    }
}
