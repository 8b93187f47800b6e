//! Going from day to day: by arrows, by a date that is typed, and what has to be fetched then. Draws nothing.

use super::{Action, DAY, State, WEEK};
use crate::desk::days::{first_of, monday_of};
use crate::domain::problem::Problem;
use crate::ui::control::{DayStep, read_date};
use chrono::{Days, Months, NaiveDate};

impl State {
    pub(super) fn step(&mut self, step: DayStep) -> Action {
        self.typing = false;
        let far = |days: i64| {
            let by = Days::new(days.unsigned_abs());
            if days < 0 { self.day.checked_sub_days(by) } else { self.day.checked_add_days(by) }
        };
        let months = |months: i32| {
            let by = Months::new(months.unsigned_abs());
            if months < 0 { self.day.checked_sub_months(by) } else { self.day.checked_add_months(by) }
        };
        let to = match step {
            DayStep::Days(days) => far(days),
            DayStep::Months(count) => months(count),
            DayStep::Today => Some(self.today),
            DayStep::To(at) => monday_of(first_of(self.day)).checked_add_days(Days::new(at as u64)),
        };
        to.map_or(Action::None, |day| self.go_to(day))
    }

    /// Chooses a day; its month is fetched where it is another one, its list where that hangs on the day.
    pub(super) fn go_to(&mut self, day: NaiveDate) -> Action {
        let before = std::mem::replace(&mut self.day, day);
        if first_of(before) != first_of(day) {
            return self.anew();
        }
        let same_list = match self.tab {
            DAY => before == day,
            WEEK => monday_of(before) == monday_of(day),
            _ => true,
        };
        if same_list { Action::None } else { self.list() }
    }

    /// The month and its list, once more.
    pub(super) fn anew(&mut self) -> Action {
        self.counting += 1;
        let count = Action::Count(self.counting, self.day, self.mine);
        Action::All(vec![count, self.list()])
    }

    /// What is typed in the grid begins a date, and goes on with it until the field has the keyboard.
    pub(super) fn type_in_grid(&mut self, text: &str) -> Action {
        match self.typing {
            true => self.typed.push_str(text),
            // A point begins no date.
            false if text.starts_with('.') => return Action::None,
            false => text.clone_into(&mut self.typed),
        }
        self.typing = true;
        let there = self.follow_typed();
        Action::All(vec![there, Action::GoOnTyping("calendar-date")])
    }

    /// To the day that is typed, as soon as it is one.
    pub(super) fn follow_typed(&mut self) -> Action {
        read_date(&self.typed, self.today).map_or(Action::None, |day| self.go_to(day))
    }

    /// Enter behind a date: back to the grid, or what is typed is to be mended.
    pub(super) fn date_entered(&mut self) -> Action {
        self.typing = false;
        if self.is_no_date() {
            self.problems = vec![Problem::error("date", "problem-date")];
            return Action::Focus("calendar-date");
        }
        self.typed.clear();
        Action::Focus("calendar-month")
    }

    /// Whether something is typed that is no date.
    fn is_no_date(&self) -> bool {
        !self.typed.trim().is_empty() && read_date(&self.typed, self.today).is_none()
    }
}
