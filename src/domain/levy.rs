//! An amount for each calendar year that a decision sets, and how much of it the first year costs. What a town has not
//! said is computed nowhere: the rule is whole, or there is none.

use super::explain::{Explanation, Step};
use super::money::Cents;
use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// When the liability begins after the event that causes it. The town's by-law says which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Begins {
    /// With the month of the event.
    MonthOf,
    /// With the month after it.
    MonthAfter,
}

/// What is owed for a year of which only a part is liable. The town's by-law says which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A twelfth for each month.
    Months,
    /// The whole amount.
    WholeYear,
}

/// A day that comes each year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DayOfYear {
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31; 29 February is none, since it does not come each year.
    pub day: u32,
}

impl DayOfYear {
    /// The day, if it comes each year.
    pub fn new(month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(2027, month, day).map(|_| Self { month, day })
    }
}

/// The by-law, as far as it is needed to compute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// For a whole year.
    pub annual: Cents,
    /// When the liability begins.
    pub begins: Begins,
    /// What a part of a year costs.
    pub part: Part,
    /// Days on which a whole year is due in equal parts; empty where the town has not said.
    pub days: Vec<DayOfYear>,
    /// Whether what is left of the first year is due in one sum, a month after notification.
    pub first_in_one: bool,
    /// Whether the decision holds for the years after the first until there is another one.
    pub lasts: bool,
    /// The by-law, for the explanation.
    pub law: String,
}

/// What the liability follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// The event (a dog was taken in).
    Event(NaiveDate),
    /// A day that the clerk has set, with its reason in the case: own litter, move, credit for tax paid elsewhere.
    Set(NaiveDate),
}

/// A part of a year's amount and when it is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instalment {
    /// When, each year.
    pub on: DayOfYear,
    /// How much.
    pub cents: Cents,
}

/// The first year that a decision sets, and the years after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstYear {
    /// The year: that of the decision, or a later one in which the liability begins.
    pub year: i32,
    /// First day of it that is liable.
    pub from: NaiveDate,
    /// Liable months of it.
    pub months: u32,
    /// What it costs.
    pub cents: Cents,
    /// Where the liability began in an earlier year: that day. Nothing is set for that time here, since the amounts of
    /// earlier years are not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier: Option<NaiveDate>,
    /// Whether it is due in one sum, a month after notification.
    pub in_one: bool,
    /// Whether the decision holds for the years after it until there is another one.
    pub lasts: bool,
    /// When whole years are due; empty where the town has not said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub instalments: Vec<Instalment>,
    /// How all that came about.
    pub why: Explanation,
}

impl FirstYear {
    /// Whether it lies wholly ahead of the day of the decision: then it is due as every whole year is.
    pub fn is_ahead(&self, decided_on: NaiveDate) -> bool {
        self.months == 12 && self.from > decided_on
    }
}

/// The first year of a decision taken on a day.
pub fn first_year(rule: &Rule, start: Start, decided_on: NaiveDate) -> FirstYear {
    let mut why = Explanation::new();
    let begins_on = begin(rule, start, &mut why);
    let year = begins_on.year().max(decided_on.year());
    let from = if begins_on.year() == year { begins_on } else { january(year) };
    let earlier = (from != begins_on).then_some(begins_on);
    if let Some(earlier) = earlier {
        why.push(Step::new("levy-earlier", "").with("from", earlier).with("year", year));
    }
    let months = 13 - from.month();
    let cents = part(rule, months, year, &mut why);
    let mut first = FirstYear {
        year,
        from,
        months,
        cents,
        earlier,
        in_one: rule.first_in_one,
        lasts: rule.lasts,
        instalments: instalments(rule.annual, &rule.days),
        why,
    };
    first.in_one &= !first.is_ahead(decided_on);
    first
}

fn begin(rule: &Rule, start: Start, why: &mut Explanation) -> NaiveDate {
    let (id, event, day) = match (start, rule.begins) {
        (Start::Set(day), _) => ("levy-begins-set", day, first_of_month(day)),
        (Start::Event(day), Begins::MonthOf) => ("levy-begins-month-of", day, first_of_month(day)),
        (Start::Event(day), Begins::MonthAfter) => {
            let next = first_of_month(day).checked_add_months(Months::new(1));
            ("levy-begins-month-after", day, next.unwrap_or(day))
        }
    };
    why.push(Step::new(id, &rule.law).with("event", event).with("date", day));
    day
}

fn part(rule: &Rule, months: u32, year: i32, why: &mut Explanation) -> Cents {
    if months == 12 {
        why.push(amount(Step::new("levy-year", "").with("year", year), rule.annual));
        return rule.annual;
    }
    if rule.part == Part::WholeYear {
        why.push(amount(Step::new("levy-whole-year", &rule.law).with("year", year), rule.annual));
        return rule.annual;
    }
    let twelfths = rule.annual * i64::from(months);
    // Rounded down to the cent, in favour of whoever pays.
    let cents = Cents(twelfths.0.div_euclid(12));
    let step = Step::new("levy-months", &rule.law).with("months", months).with("year", year);
    why.push(amount(amount_named(step, "annual", rule.annual), cents));
    if cents * 12 != twelfths {
        why.push(amount(Step::new("levy-rounded", ""), cents));
    }
    cents
}

/// Equal parts; the cents that are left over go to the first ones.
fn instalments(annual: Cents, days: &[DayOfYear]) -> Vec<Instalment> {
    let Some(count) = i64::try_from(days.len()).ok().filter(|count| *count > 0) else { return Vec::new() };
    let (each, left) = (annual.0.div_euclid(count), annual.0.rem_euclid(count));
    let part = |at: i64| Cents(each + i64::from(at < left));
    days.iter().zip(0..).map(|(on, at)| Instalment { on: *on, cents: part(at) }).collect()
}

fn january(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default()
}

fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

fn amount(step: Step, cents: Cents) -> Step {
    amount_named(step, "amount", cents)
}

/// An amount as people write it in each language, so that a sentence needs no arithmetic.
pub fn amount_named(step: Step, name: &str, cents: Cents) -> Step {
    let (sign, value) = (if cents.0 < 0 { "-" } else { "" }, cents.0.unsigned_abs());
    let (euros, rest) = (value / 100, value % 100);
    step.with(name, format!("{sign}{euros},{rest:02} €"))
        .with(&format!("{name}-en"), format!("{sign}€{euros}.{rest:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn rule(annual: i64, begins: Begins, part: Part, days: &[(u32, u32)]) -> Rule {
        let days = days.iter().map(|(month, day)| DayOfYear::new(*month, *day).unwrap()).collect();
        Rule {
            annual: Cents(annual),
            begins,
            part,
            days,
            first_in_one: true,
            lasts: true,
            law: "Satzung".into(),
        }
    }

    /// Taken in, decided, when it begins: first year, from, months, cents.
    #[test]
    fn the_first_year_by_months() {
        use Begins::{MonthAfter, MonthOf};
        for (taken_in, decided, begins, year, from, months, cents) in [
            ("2026-11-14", "2026-11-24", MonthOf, 2026, "2026-11-01", 2, 800),
            ("2026-11-14", "2026-11-24", MonthAfter, 2026, "2026-12-01", 1, 400),
            ("2026-12-14", "2026-12-20", MonthAfter, 2027, "2027-01-01", 12, 4800),
            ("2026-12-31", "2027-01-04", MonthOf, 2027, "2027-01-01", 12, 4800),
            ("2026-01-01", "2026-03-02", MonthOf, 2026, "2026-01-01", 12, 4800),
            ("2024-06-10", "2026-11-24", MonthOf, 2026, "2026-01-01", 12, 4800),
            ("2026-01-31", "2026-02-02", MonthAfter, 2026, "2026-02-01", 11, 4400),
        ] {
            let rule = rule(4800, begins, Part::Months, &[]);
            let first = first_year(&rule, Start::Event(day(taken_in)), day(decided));
            let got = (first.year, first.from, first.months, first.cents);
            assert_eq!(got, (year, day(from), months, Cents(cents)), "{taken_in} {begins:?}");
        }
    }

    #[test]
    fn a_town_without_twelfths_asks_the_whole_year() {
        let whole = rule(6000, Begins::MonthOf, Part::WholeYear, &[]);
        let first = first_year(&whole, Start::Event(day("2026-11-14")), day("2026-11-24"));
        assert_eq!((first.months, first.cents), (2, Cents(6000)));
    }

    #[test]
    fn nothing_is_set_for_earlier_years_and_that_is_said() {
        let rule = rule(4800, Begins::MonthOf, Part::Months, &[]);
        let first = first_year(&rule, Start::Event(day("2024-06-10")), day("2026-11-24"));
        assert_eq!(first.earlier, Some(day("2024-06-01")));
        assert!(first.why.iter().any(|step| step.id == "levy-earlier"));
        let now = first_year(&rule, Start::Event(day("2026-06-10")), day("2026-11-24"));
        assert_eq!(now.earlier, None);
    }

    #[test]
    fn a_day_that_was_set_begins_with_its_month() {
        let rule = rule(4800, Begins::MonthOf, Part::Months, &[]);
        let first = first_year(&rule, Start::Set(day("2026-12-01")), day("2026-11-24"));
        assert_eq!((first.from, first.cents), (day("2026-12-01"), Cents(400)));
        assert_eq!(first.why[0].id, "levy-begins-set");
    }

    #[test]
    fn cents_are_rounded_down_and_parts_add_up() {
        let odd = rule(5000, Begins::MonthOf, Part::Months, &[(2, 15), (5, 15), (8, 15)]);
        let first = first_year(&odd, Start::Event(day("2026-12-02")), day("2026-12-03"));
        assert_eq!(first.cents, Cents(416), "a twelfth of 50 euros is 4.1666");
        assert!(first.why.iter().any(|step| step.id == "levy-rounded"));
        let parts: Vec<i64> = first.instalments.iter().map(|part| part.cents.0).collect();
        assert_eq!(parts, [1667, 1667, 1666]);
        for annual in [4800, 6600, 7200, 60_000, 1, 0] {
            let rule = rule(annual, Begins::MonthOf, Part::Months, &[(2, 15), (5, 15), (8, 15), (11, 15)]);
            let first = first_year(&rule, Start::Event(day("2026-12-02")), day("2026-12-03"));
            assert_eq!(first.instalments.iter().map(|part| part.cents).sum::<Cents>(), Cents(annual));
        }
    }

    #[test]
    fn a_year_ahead_is_due_on_the_days_and_a_begun_one_in_one_sum() {
        let rule = rule(4800, Begins::MonthAfter, Part::Months, &[(7, 1)]);
        let ahead = first_year(&rule, Start::Event(day("2026-12-14")), day("2026-12-20"));
        let begun = first_year(&rule, Start::Event(day("2026-11-14")), day("2026-11-24"));
        let whole = first_year(&rule, Start::Event(day("2025-12-14")), day("2026-02-02"));
        assert_eq!((ahead.in_one, begun.in_one, whole.in_one), (false, true, true));
    }

    #[test]
    fn the_29th_of_february_is_no_day_of_each_year() {
        assert!(DayOfYear::new(2, 29).is_none() && DayOfYear::new(2, 28).is_some());
        assert!(DayOfYear::new(4, 31).is_none() && DayOfYear::new(13, 1).is_none());
    }
}
