//! The computation: event, count, end of month, move. Each function is one paragraph.

use super::{Basis, Computed, Kind, OutOfRange, Regime, Rule, Trigger, Unit};
use crate::domain::explain::{Explanation, Step};
use crate::domain::holiday::{Calendar, DayOff, Holiday};
use chrono::{Datelike, Days, Months, NaiveDate};

const BACK: &str = "§§ 187, 188 BGB (entsprechend)";

pub(super) fn compute(rule: &Rule) -> Result<Computed, OutOfRange> {
    let mut steps = Explanation::new();
    let event = event(rule, &mut steps)?;
    let counted_to = count(rule, event, &mut steps)?;
    let date = match rule.kind {
        Kind::Frist => next_working_day(&rule.calendar, counted_to, moves_by(rule.basis), &mut steps)?,
        Kind::Zeitraum => stays(rule, counted_to, zeitraum_stays_by(rule.basis), &mut steps),
        Kind::Termin => stays(rule, counted_to, termin_stays_by(rule.basis), &mut steps),
        Kind::Rueckwaerts => stays_back(rule, counted_to, &mut steps)?,
    };
    steps.push(step("deadline-result", "", date));
    for step in &mut steps {
        step.law = rule.calendar.land().cites(&step.law);
    }
    Ok(Computed { date, event, explanation: steps })
}

/// The paragraph that moves the end of a Frist.
fn moves_by(basis: Basis) -> &'static str {
    match basis {
        Basis::Vwvfg => "§ 193 BGB, § 31 Abs. 3 VwVfG",
        Basis::Ao => "§ 193 BGB, § 108 Abs. 3 AO",
        Basis::Bgb => "§ 193 BGB",
    }
}

/// Sentence and paragraph of a Zeitraum that does not move.
fn zeitraum_stays_by(basis: Basis) -> (&'static str, &'static str) {
    match basis {
        Basis::Vwvfg => ("deadline-stays-zeitraum", "§ 31 Abs. 4 VwVfG"),
        Basis::Ao => ("deadline-stays-zeitraum", "§ 108 Abs. 4 AO"),
        Basis::Bgb => ("deadline-stays-zeitraum-bgb", "§§ 187, 188 BGB"),
    }
}

/// Sentence and paragraph of a Termin that does not move. Civil law has none that an authority set.
fn termin_stays_by(basis: Basis) -> (&'static str, &'static str) {
    match basis {
        Basis::Vwvfg | Basis::Bgb => ("deadline-stays-termin", "§ 31 Abs. 5 VwVfG"),
        Basis::Ao => ("deadline-stays-termin", "§ 108 Abs. 5 AO"),
    }
}

/// The day of the event, which is not counted, or the first day, which is.
fn event(rule: &Rule, steps: &mut Explanation) -> Result<NaiveDate, OutOfRange> {
    match rule.trigger {
        Trigger::Event { on } => {
            steps.push(step("deadline-event", "§ 187 Abs. 1 BGB", in_range(Some(on))?));
            Ok(on)
        }
        Trigger::Beginning { on } => {
            steps.push(step("deadline-beginning", "§ 187 Abs. 2 BGB", in_range(Some(on))?));
            Ok(on)
        }
        Trigger::Posted { on, regime } => notified(&rule.calendar, on, regime, steps),
    }
}

/// Deemed notification: the fourth day after posting, the third before 1 January 2025 (§ 41 VwVfG as of that day).
fn notified(
    calendar: &Calendar,
    posted: NaiveDate,
    regime: Regime,
    steps: &mut Explanation,
) -> Result<NaiveDate, OutOfRange> {
    let days: u8 = if posted.year() >= 2025 { 4 } else { 3 };
    let paragraph = match regime {
        Regime::Vwvfg => "§ 41 Abs. 2 VwVfG",
        Regime::Ao => "§ 122 Abs. 2 Nr. 1 AO",
    };
    steps.push(step("deadline-posted", "", in_range(Some(posted))?));
    let deemed = in_range(posted.checked_add_days(Days::new(u64::from(days))))?;
    steps.push(step("deadline-notified", paragraph, deemed).with("days", days));
    let notified = match regime {
        Regime::Vwvfg => {
            // Of the two days that the law may say the later one takes nothing from anybody.
            if days == 4 && calendar.land().fourth_day_is_open() {
                steps.push(
                    Step::new("deadline-notified-open", paragraph).with("land", calendar.land().name()),
                );
            }
            if !calendar.is_working_day(deemed) {
                steps.push(step("deadline-notified-stays", paragraph, deemed));
            }
            deemed
        }
        Regime::Ao => next_working_day(calendar, deemed, "§ 108 Abs. 3 AO", steps)?,
    };
    steps.push(step("deadline-event", "§ 187 Abs. 1 BGB", notified));
    Ok(notified)
}

/// § 188 BGB: the last day, before it moves.
fn count(rule: &Rule, event: NaiveDate, steps: &mut Explanation) -> Result<NaiveDate, OutOfRange> {
    let (one, many, paragraph) = match (rule.kind, rule.unit) {
        (Kind::Rueckwaerts, Unit::Days) => ("deadline-back-day", "deadline-back-days", BACK),
        (Kind::Rueckwaerts, Unit::Weeks) => ("deadline-back-week", "deadline-back-weeks", BACK),
        (Kind::Rueckwaerts, Unit::Months) => ("deadline-back-month", "deadline-back-months", BACK),
        (Kind::Rueckwaerts, Unit::Years) => ("deadline-back-year", "deadline-back-years", BACK),
        (_, Unit::Days) => ("deadline-day", "deadline-days", "§ 188 Abs. 1 BGB"),
        (_, Unit::Weeks) => ("deadline-week", "deadline-weeks", "§ 188 Abs. 2 BGB"),
        (_, Unit::Months) => ("deadline-month", "deadline-months", "§ 188 Abs. 2 BGB"),
        (_, Unit::Years) => ("deadline-year", "deadline-years", "§ 188 Abs. 2 BGB"),
    };
    let first_day_counts = matches!(rule.trigger, Trigger::Beginning { .. }) && rule.value > 0;
    let end = in_range(end(rule, event, first_day_counts))?;
    let id = if rule.value == 1 { one } else { many };
    steps.push(step(id, paragraph, end).with("value", rule.value).with("from", event));
    if is_shortened(rule, event, end, first_day_counts) {
        steps.push(step("deadline-month-end", "§ 188 Abs. 3 BGB", end));
    }
    Ok(end)
}

fn end(rule: &Rule, event: NaiveDate, first_day_counts: bool) -> Option<NaiveDate> {
    let value = u64::from(rule.value);
    let back = rule.kind == Kind::Rueckwaerts;
    let days = match rule.unit {
        Unit::Days => value,
        Unit::Weeks => 7 * value,
        Unit::Months => return months(event, u32::from(rule.value), back, first_day_counts),
        Unit::Years => return months(event, 12 * u32::from(rule.value), back, first_day_counts),
    };
    let days = Days::new(days - u64::from(first_day_counts));
    if back { event.checked_sub_days(days) } else { event.checked_add_days(days) }
}

/// § 188 (2), (3): the day of the same number, or, if the first day counts, the day before it; the last day of
/// a month that has no such day.
fn months(event: NaiveDate, months: u32, back: bool, first_day_counts: bool) -> Option<NaiveDate> {
    let months = Months::new(months);
    let go = |date: NaiveDate| {
        if back { date.checked_sub_months(months) } else { date.checked_add_months(months) }
    };
    let day = Days::new(1);
    match (first_day_counts, back) {
        (false, _) => go(event),
        (true, true) => go(event)?.checked_add_days(day),
        (true, false) if event.day() == 1 => go(event)?.checked_sub_days(day),
        (true, false) => go(event.checked_sub_days(day)?),
    }
}

/// Whether the month of the end lacks the day that the count arrives at. Counted back from a day that counts, the end is the
/// day after the same number: the first of a month where the one before has no such day, and nothing is shortened.
fn is_shortened(rule: &Rule, event: NaiveDate, end: NaiveDate, first_day_counts: bool) -> bool {
    let wanted = match (rule.unit, rule.kind) {
        (Unit::Days | Unit::Weeks, _) => return false,
        (_, Kind::Rueckwaerts) if first_day_counts => return false,
        _ => event.day() - u32::from(first_day_counts),
    };
    end.day() < wanted
}

/// The next day that is neither Saturday, Sunday nor holiday, each day passed over told.
fn next_working_day(
    calendar: &Calendar,
    from: NaiveDate,
    paragraph: &'static str,
    steps: &mut Explanation,
) -> Result<NaiveDate, OutOfRange> {
    let mut date = from;
    while let Some(why) = calendar.day_off(date) {
        steps.push(day_off(why, date, paragraph));
        date = in_range(date.succ_opt())?;
    }
    if date != from {
        steps.push(step("deadline-moved", paragraph, date));
    }
    tell_uncertain(calendar, date, steps);
    Ok(date)
}

/// A step that arrives at a date.
fn step(id: &str, paragraph: &str, date: NaiveDate) -> Step {
    Step::new(id, paragraph).with("date", date)
}

/// A step with the holiday's key; each sentence knows its name.
fn named(step: Step, holiday: &Holiday) -> Step {
    step.with("holiday", &holiday.id)
}

fn day_off(why: DayOff, date: NaiveDate, paragraph: &'static str) -> Step {
    match why {
        DayOff::Saturday => step("deadline-saturday", paragraph, date),
        DayOff::Sunday => step("deadline-sunday", paragraph, date),
        DayOff::Holiday(holiday) => named(step("deadline-holiday", paragraph, date), holiday),
    }
}

/// A local holiday may fall on the day, and the calendar does not say whether it holds here.
fn tell_uncertain(calendar: &Calendar, date: NaiveDate, steps: &mut Explanation) {
    if let Some((holiday, note)) = calendar.uncertain(date) {
        steps.push(named(step("deadline-local-holiday", "", date), holiday).with("note", note));
    }
}

/// The end stays where it is; said only where one would expect it to move.
fn stays(
    rule: &Rule,
    date: NaiveDate,
    (id, paragraph): (&'static str, &'static str),
    steps: &mut Explanation,
) -> NaiveDate {
    if !rule.calendar.is_working_day(date) {
        steps.push(step(id, paragraph, date));
    }
    date
}

/// The day counted back stays; where nobody works on it, the last working day before it is named.
fn stays_back(rule: &Rule, date: NaiveDate, steps: &mut Explanation) -> Result<NaiveDate, OutOfRange> {
    if !rule.calendar.is_working_day(date) {
        let mut before = date;
        while !rule.calendar.is_working_day(before) {
            before = in_range(before.pred_opt())?;
        }
        steps.push(step("deadline-stays-rueckwaerts", "", date).with("before", before));
    }
    Ok(date)
}

fn in_range(date: Option<NaiveDate>) -> Result<NaiveDate, OutOfRange> {
    date.filter(|date| (1583..=9999).contains(&date.year())).ok_or(OutOfRange)
}
