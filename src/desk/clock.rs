//! Time at the counter: the only place that reads a clock. Decides nothing by it.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use chrono_tz::Europe::Berlin;

/// Where time comes from.
#[derive(Debug, Clone, Copy, Default)]
pub enum Clock {
    /// The machine's clock.
    #[default]
    System,
    /// Always the same moment: for demo towns and tests.
    Fixed(DateTime<Utc>),
}

impl Clock {
    /// The clock of the program: the machine's. A program that is built for trying out can be told another moment by the
    /// variable `AMTSSTUBE_NOW` (`2026-11-24T09:58:00Z`), so that a test means the same on every day; a release cannot.
    pub fn of_this_program() -> Self {
        if cfg!(debug_assertions) {
            let told = std::env::var("AMTSSTUBE_NOW").ok().and_then(|moment| moment.parse().ok());
            return told.map_or(Self::System, Self::Fixed);
        }
        Self::System
    }

    /// Now, to the second: nothing here needs more, and the log reads better.
    #[expect(clippy::disallowed_methods, reason = "this is the clock")]
    pub fn now(self) -> DateTime<Utc> {
        let now = match self {
            Self::System => Utc::now(),
            Self::Fixed(moment) => moment,
        };
        DateTime::from_timestamp(now.timestamp(), 0).unwrap_or(now)
    }

    /// Lets time go by: somebody has to wait. A fixed clock stands, and nobody waits.
    pub fn wait(self, how_long: std::time::Duration) {
        if matches!(self, Self::System) {
            std::thread::sleep(how_long);
        }
    }

    /// Today at the counter, in German legal time.
    pub fn today(self) -> NaiveDate {
        legal_day(self.now())
    }
}

/// The calendar day of a moment in German legal time (§ 4 EinhZeitG).
pub fn legal_day(moment: DateTime<Utc>) -> NaiveDate {
    moment.with_timezone(&Berlin).date_naive()
}

/// A moment as the clock in the office showed it: German legal time.
pub fn legal_moment(moment: DateTime<Utc>) -> NaiveDateTime {
    moment.with_timezone(&Berlin).naive_local()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_turns_in_berlin_not_in_greenwich() {
        let late = "2026-06-30T22:30:00Z".parse().expect("a moment");
        assert_eq!(Clock::Fixed(late).today().to_string(), "2026-07-01");
        let winter = "2026-12-31T22:30:00Z".parse().expect("a moment");
        assert_eq!(Clock::Fixed(winter).today().to_string(), "2026-12-31");
    }
}
