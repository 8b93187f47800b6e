//! A period as somebody asks for it by hand, beside any case: the calculator of the window and of the command line.

use super::{Basis, Computed, Deadline, Kind, Regime, Rule, Trigger, Unit};
use crate::domain::explain::Step;
use crate::domain::holiday::Calendar;
use crate::domain::problem::Problem;
use chrono::NaiveDate;

/// What sets the period going.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sets {
    /// An event in the course of a day.
    #[default]
    Event,
    /// The beginning of a day.
    Beginning,
    /// A letter posted on a day.
    Posted,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct ByHand {
    /// What happened on the day.
    pub sets: Sets,
    /// The day.
    pub on: NaiveDate,
    /// How many of what.
    pub count: (Unit, u16),
    /// Whether and how the end moves.
    pub kind: Kind,
    /// By which law.
    pub basis: Basis,
    /// The holidays of the place.
    pub calendar: Calendar,
}

impl ByHand {
    /// The last day, and why.
    ///
    /// Errors: `calculator-count` where nothing is counted, at `count`; `deadline-bgb-posted` where civil law is to deem a letter notified, at `basis`; `deadline-out-of-range` where a date
    /// leaves the calendar, at `on`.
    pub fn compute(&self) -> Result<Computed, Box<Problem>> {
        if self.count.1 == 0 {
            return Err(Box::new(Problem::error("count", "calculator-count")));
        }
        let regime = if self.basis == Basis::Ao { Regime::Ao } else { Regime::Vwvfg };
        let trigger = match self.sets {
            Sets::Posted if self.basis == Basis::Bgb => {
                return Err(Box::new(Problem::error("basis", "deadline-bgb-posted")));
            }
            Sets::Posted => Trigger::Posted { on: self.on, regime },
            Sets::Event => Trigger::Event { on: self.on },
            Sets::Beginning => Trigger::Beginning { on: self.on },
        };
        let (unit, value) = self.count;
        let (kind, basis, calendar) = (self.kind, self.basis, self.calendar.clone());
        let computed = Deadline::compute(&Rule { kind, basis, unit, value, trigger, calendar });
        let mut computed = computed.map_err(|_| Box::new(Problem::error("on", "deadline-out-of-range")))?;
        let land = Step::new("deadline-land", self.calendar.land().holiday_law());
        computed.explanation.push(land.with("land", self.calendar.land().name()));
        Ok(computed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::holiday::Land;

    fn asked(sets: Sets, on: &str, basis: Basis) -> ByHand {
        let (count, kind) = ((Unit::Months, 1), Kind::Frist);
        let on = on.parse().expect("a day");
        ByHand { sets, on, count, kind, basis, calendar: Calendar::of_land(Land::Nw) }
    }

    /// The worked examples of the law: posted 30 April 2026, so 5 June; and the other two ways to begin.
    #[test]
    fn each_way_to_begin_has_its_end() {
        let ends = |sets, on, basis| asked(sets, on, basis).compute().expect("a day").date.to_string();
        assert_eq!(ends(Sets::Posted, "2026-04-30", Basis::Vwvfg), "2026-06-05");
        assert_eq!(ends(Sets::Posted, "2026-11-24", Basis::Ao), "2026-12-30");
        assert_eq!(ends(Sets::Event, "2026-05-04", Basis::Bgb), "2026-06-05");
        assert_eq!(ends(Sets::Beginning, "2026-06-01", Basis::Vwvfg), "2026-06-30");
    }

    #[test]
    fn civil_law_deems_no_letter_notified_and_the_calendar_ends() {
        let refused = |sets, on, basis| asked(sets, on, basis).compute().expect_err("refused").id.clone();
        assert_eq!(refused(Sets::Posted, "2026-04-30", Basis::Bgb), "deadline-bgb-posted");
        assert_eq!(refused(Sets::Event, "9999-12-20", Basis::Vwvfg), "deadline-out-of-range");
        let nothing = ByHand { count: (Unit::Months, 0), ..asked(Sets::Event, "2026-05-04", Basis::Vwvfg) };
        assert_eq!(nothing.compute().expect_err("no period").id, "calculator-count");
    }
}
