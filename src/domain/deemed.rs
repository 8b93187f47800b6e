//! Deemed approval (Genehmigungsfiktion, § 42a VwVfG): until when there is time to decide, and from when what was asked for is
//! granted by law, where a service's own law orders it. Knows no case.

use super::case::Decision;
use super::complete::Complete;
use super::deadline::{Computed, Kind, OutOfRange, Trigger, Unit};
use super::explain::Step;
use super::procedure::Procedure;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// That the law of a service orders it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deemed {
    /// Months from complete documents; three where the service's law says nothing else (§ 42a (2) sentence 1).
    pub months: u16,
    /// The paragraph that orders it: `§ 6a Abs. 2 GewO`.
    pub law: String,
    /// Whether that is certain; otherwise the town confirms it.
    #[serde(default = "yes")]
    pub confirmed: bool,
    /// What becomes of the fee that a decision would have set; to be confirmed by the town where the law of the service does not say it.
    #[serde(default)]
    pub fee: Option<DeemedFee>,
}

/// Whether what is granted by law costs what a decision would have cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeemedFee {
    /// It is owed, and set by a notice of its own.
    Due,
    /// Nothing is owed.
    Free,
}

impl Deemed {
    /// The sentence that tells what becomes of the fee once it is entered that the approval counts as given.
    pub fn fee_told(&self) -> &'static str {
        match self.fee {
            Some(DeemedFee::Due) => "deemed-fee-due",
            Some(DeemedFee::Free) => "deemed-fee-free",
            None => "deemed-fee-open",
        }
    }

    /// What became of the fee: owed where that was set when it was entered, whatever the town has said since. Nothing where it was not
    /// set, and nobody says that it is free.
    pub fn fee_of(&self, entered: &Decision) -> Option<DeemedFee> {
        if entered.levies.is_empty() {
            self.fee.filter(|fee| *fee == DeemedFee::Free)
        } else {
            Some(DeemedFee::Due)
        }
    }
}

impl DeemedFee {
    /// The sentence that tells what became of it.
    pub fn told(self) -> &'static str {
        match self {
            Self::Due => "deemed-fee-set",
            Self::Free => "deemed-fee-free",
        }
    }
}

fn yes() -> bool {
    true
}

impl Procedure {
    /// The last day to decide; on the day after it the approval counts as given. Nothing where no law orders that, or where
    /// something is still missing: the period begins with complete documents (§ 42a (2) sentence 2 VwVfG). Extended once,
    /// it ends on the day that was announced; if documents had to come anew, on the later one.
    ///
    /// Errors: [`OutOfRange`] where a date leaves the calendar.
    pub fn decided_by(
        &self,
        complete: &Complete,
        extended_to: Option<NaiveDate>,
    ) -> Result<Option<Computed>, OutOfRange> {
        let Some((deemed, since)) = self.deemed.as_ref().zip(complete.since) else { return Ok(None) };
        let mut computed =
            self.compute(Kind::Frist, (Unit::Months, deemed.months), Trigger::Event { on: since })?;
        let mut why = vec![Step::new("deemed-rule", &deemed.law).with("months", deemed.months)];
        why.extend(complete.why.iter().cloned());
        why.push(Step::new("deemed-begins", &self.law("§ 42a Abs. 2 Satz 2 VwVfG", "")).with("date", since));
        why.append(&mut computed.explanation);
        if let Some(to) = extended_to.filter(|to| *to > computed.date) {
            why.push(
                Step::new("deemed-extended", &self.law("§ 42a Abs. 2 Satz 3 VwVfG", "")).with("date", to),
            );
            computed.date = to;
        }
        if !deemed.confirmed {
            why.push(Step::new("deemed-unconfirmed", ""));
        }
        Ok(Some(Computed { explanation: why, ..computed }))
    }

    /// The last day to hand a letter to the post so that it counts as notified by a day, and why: a working day, since the post is
    /// handed over on one.
    ///
    /// Errors: [`OutOfRange`] where a date leaves the calendar.
    pub fn post_by(&self, by: NaiveDate) -> Result<Computed, OutOfRange> {
        let mut on = by;
        while !self.calendar.is_working_day(on) || self.notified(on)? > by {
            on = on.pred_opt().ok_or(OutOfRange)?;
        }
        let posted =
            self.compute(Kind::Zeitraum, (Unit::Days, 0), Trigger::Posted { on, regime: self.regime })?;
        let mut why = vec![Step::new("deemed-post-by", &self.law("§ 41 Abs. 2 VwVfG", "")).with("by", by)];
        why.push(Step::new("deemed-post-notified", "").with("date", on).with("on", posted.event));
        Ok(Computed { date: on, event: posted.event, explanation: why })
    }

    /// The first day on which the approval counts as given, and the paragraphs: of the service's own law and of the act.
    pub fn deemed_law(&self) -> String {
        let own = self.deemed.as_ref().map(|deemed| deemed.law.clone()).unwrap_or_default();
        format!("{own}, {}", self.law("§ 42a VwVfG", ""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn complete(on: &str) -> Complete {
        Complete { since: Some(day(on)), why: Vec::new() }
    }

    fn ordered() -> Procedure {
        let deemed = Deemed { months: 3, law: "§ 6a Abs. 2 GewO".to_owned(), confirmed: true, fee: None };
        Procedure { deemed: Some(deemed), ..Procedure::default() }
    }

    fn by(complete: &Complete, extended_to: Option<&str>) -> Option<NaiveDate> {
        ordered().decided_by(complete, extended_to.map(day)).expect("a day").map(|by| by.date)
    }

    /// Complete on 4 March 2026: the third month ends on Corpus Christi, so on Friday, 5 June. Complete on 30 November
    /// 2026: 28 February 2027 is a Sunday, so Monday, 1 March.
    #[test]
    fn three_months_run_from_complete_documents() {
        assert_eq!(by(&complete("2026-03-04"), None), Some(day("2026-06-05")));
        assert_eq!(by(&complete("2026-11-30"), None), Some(day("2027-03-01")));
        assert_eq!(by(&Complete::default(), None), None, "something is missing");
        let nowhere = Procedure::default().decided_by(&complete("2026-03-04"), None);
        assert_eq!(nowhere, Ok(None), "no law orders it");
    }

    /// By Friday, 5 June 2026: posted on Monday, the 1st, it counts as notified on the Friday itself; the 2nd would be too late.
    /// By Monday, 1 March 2027: the fourth day before is a Thursday. By Tuesday, 6 January 2026: Friday, the 2nd. By Monday, 5
    /// January 2026: the fourth day before is New Year's Day, so Wednesday, 31 December.
    #[test]
    fn the_post_takes_four_days_of_the_time() {
        let post = |by: &str| ordered().post_by(day(by)).expect("a day").date;
        assert_eq!(post("2026-06-05"), day("2026-06-01"));
        assert_eq!(post("2027-03-01"), day("2027-02-25"));
        assert_eq!(post("2026-01-06"), day("2026-01-02"));
        assert_eq!(post("2026-01-05"), day("2025-12-31"));
        for by in ["2026-06-05", "2027-03-01", "2026-01-05"] {
            let told = ordered().post_by(day(by)).expect("a day");
            assert!(told.event <= day(by), "{by}");
            assert_eq!(told.explanation[0].law, "§ 41 Abs. 2 VwVfG NRW");
        }
    }

    #[test]
    fn an_extension_only_makes_it_later_and_is_told() {
        assert_eq!(by(&complete("2026-03-04"), Some("2026-07-31")), Some(day("2026-07-31")));
        assert_eq!(by(&complete("2026-06-04"), Some("2026-07-31")), Some(day("2026-09-04")), "it began anew");
        let why = ordered()
            .decided_by(&complete("2026-03-04"), Some(day("2026-07-31")))
            .expect("a day")
            .expect("one");
        let laws: Vec<&str> = why.explanation.iter().map(|step| step.law.as_str()).collect();
        assert_eq!(laws[..2], ["§ 6a Abs. 2 GewO", "§ 42a Abs. 2 Satz 2 VwVfG NRW"]);
        assert_eq!(laws.last(), Some(&"§ 42a Abs. 2 Satz 3 VwVfG NRW"));
    }
}
