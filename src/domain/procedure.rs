//! What the law says about a service's procedure, as far as it is counted in days or euros: how long somebody has to answer,
//! and when a decision is signed by two people. Knows no case.

use super::assessment::{ChargeDue, grants};
use super::case::{Outcome, Requested};
use super::deadline::{Computed, Deadline, Kind, OutOfRange, Regime, Rule, Trigger, Unit};
use super::deemed::Deemed;
use super::explain::{Explanation, Step};
use super::holiday::{Calendar, Land};
use super::money::Cents;
use super::ruling::{REDRESS, RULING};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// When a decision is signed by a second person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Second {
    /// Always.
    Always,
    /// Where it refuses.
    Refusal,
    /// Where it sets more than this, or refuses.
    Above(Cents),
}

/// What a service says about its procedure, with the holidays of the town.
#[derive(Debug, Clone, PartialEq)]
pub struct Procedure {
    /// The law of its procedure: VwVfG or AO.
    pub regime: Regime,
    /// The town's holidays.
    pub calendar: Calendar,
    /// Weeks from notification that somebody has to bring what is missing, or to say something.
    pub answer_weeks: u16,
    /// Weeks from notification within which a fee is to be paid.
    pub pay_weeks: u16,
    /// The law by which the town serves, where it has named it.
    pub delivery_law: Option<String>,
    /// What the town has yet to confirm of it.
    pub open: Open,
    /// When a second person signs; never where there is none.
    pub second: Option<Second>,
    /// Whether the approval counts as given where nothing is decided in time.
    pub deemed: Option<Deemed>,
    /// The days for which something is asked for, as far as the answers say them.
    pub occasion: Option<Occasion>,
}

/// The days for which something is asked for: of a feast, of posters. After them a permit is of no use to anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occasion {
    /// The first.
    pub from: NaiveDate,
    /// The last.
    pub to: NaiveDate,
}

/// What is general knowledge or usual and the town has not said: it stands beside each date that rests on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Open {
    /// The weeks to answer.
    pub answer: bool,
    /// That the day of notification moves from a weekend or holiday in tax law (§ 122 AO with § 108 (3) AO, BFH of 14 October 2003,
    /// IX R 68/98).
    pub notification: bool,
}

/// Weeks to answer where neither service nor town names any: what is usual, and no paragraph says it.
pub const ANSWER_WEEKS: u16 = 2;

/// Letters of the procedure, which any service's case may have.
pub const OWN_PAPERS: [&str; 14] = [
    REQUEST,
    HEARING,
    RECEIPT,
    EXTENSION,
    CERTIFICATE,
    FEE_NOTICE,
    DEMAND,
    HANDOVER,
    REVOCATION_HEARING,
    REVOCATION,
    FEES_LIFTED,
    CANCELLATION,
    RULING,
    REDRESS,
];
/// The request for what is missing.
pub const REQUEST: &str = "nachforderung";
/// The hearing.
pub const HEARING: &str = "anhoerung";
/// The receipt that somebody signs to whom a decision is handed over.
pub const RECEIPT: &str = "empfangsbekenntnis";
/// Sets fees that are not paid at once.
pub const FEE_NOTICE: &str = "gebuehrenbescheid";
/// Asks for what no decision of the town sets: prices, and costs by other law.
pub const DEMAND: &str = "zahlungsaufforderung";
/// Tells the applicant that another office has the case.
pub const HANDOVER: &str = "abgabenachricht";

/// Hears whoever was granted something before it is taken back or revoked.
pub const REVOCATION_HEARING: &str = "anhoerung-aufhebung";
/// Takes a decision back, or revokes it.
pub const REVOCATION: &str = "aufhebung";
/// Lifts a fee notice or a demand of which nothing is owed any more.
pub const FEES_LIFTED: &str = "gebuehrenaufhebung";
/// The receipt for money (Quittung), where the service brings none of its own: what a decision sets can be paid at the till.
pub const PAYMENT: &str = "quittung";
/// Says that a receipt was cancelled and its money went back (Storno): whoever gave it back has something in hand.
pub const CANCELLATION: &str = "storno";

/// Weeks from notification within which a fee is to be paid, where the town names none: the authority may set a day (§ 17 GebG
/// NRW), and no paragraph says which.
pub const PAY_WEEKS: u16 = 4;
/// Says that the time to decide is extended, and why (§ 42a (2) sentence 4 VwVfG).
pub const EXTENSION: &str = "fristverlaengerung";
/// Certifies that the approval counts as given (§ 42a (3) VwVfG).
pub const CERTIFICATE: &str = "fiktionsbescheinigung";

impl Default for Procedure {
    fn default() -> Self {
        let calendar = Calendar::of_land(Land::Nw);
        Self {
            regime: Regime::Vwvfg,
            calendar,
            answer_weeks: ANSWER_WEEKS,
            pay_weeks: PAY_WEEKS,
            delivery_law: None,
            open: Open::default(),
            second: None,
            deemed: None,
            occasion: None,
        }
    }
}

impl Procedure {
    /// The day that a letter posted today gives to answer: some weeks from deemed notification (§ 31 (2) VwVfG: a period
    /// that an authority sets begins with the day after it was notified).
    ///
    /// Errors: [`OutOfRange`] where a date leaves the calendar.
    pub fn answer_by(&self, today: NaiveDate) -> Result<Computed, OutOfRange> {
        let trigger = Trigger::Posted { on: today, regime: self.regime };
        self.compute(Kind::Frist, (Unit::Weeks, self.answer_weeks), trigger)
    }

    /// The day by which a fee is to be paid that a letter posted today sets.
    ///
    /// Errors: [`OutOfRange`] where a date leaves the calendar.
    pub fn pay_by(&self, today: NaiveDate) -> Result<NaiveDate, OutOfRange> {
        let trigger = Trigger::Posted { on: today, regime: self.regime };
        Ok(self.compute(Kind::Frist, (Unit::Weeks, self.pay_weeks), trigger)?.date)
    }

    /// Why a day to answer is what it is: the rule, or that it was chosen.
    pub fn explained(&self, set_on: NaiveDate, due_on: NaiveDate) -> Explanation {
        match self.answer_by(set_on) {
            Ok(computed) if computed.date == due_on => {
                let mut why = vec![
                    Step::new("procedure-answer-weeks", &self.law("§ 31 Abs. 2 VwVfG", "§ 108 Abs. 2 AO"))
                        .with("weeks", self.answer_weeks),
                ];
                why.extend(self.taxed());
                why.extend(computed.explanation);
                why.extend(self.open.answer.then(|| Step::new("procedure-weeks-unconfirmed", "")));
                why
            }
            _ => vec![Step::new("procedure-answer-chosen", "").with("date", due_on)],
        }
    }

    /// The day on which a letter posted on a day is deemed notified.
    ///
    /// Errors: [`OutOfRange`] where a date leaves the calendar.
    pub fn notified(&self, posted: NaiveDate) -> Result<NaiveDate, OutOfRange> {
        let trigger = Trigger::Posted { on: posted, regime: self.regime };
        Ok(self.compute(Kind::Zeitraum, (Unit::Days, 0), trigger)?.event)
    }

    /// A period by the law of the service.
    pub(super) fn compute(
        &self,
        kind: Kind,
        (unit, value): (Unit, u16),
        trigger: Trigger,
    ) -> Result<Computed, OutOfRange> {
        let (basis, calendar) = (self.regime.into(), self.calendar.clone());
        Deadline::compute(&Rule { kind, basis, unit, value, trigger, calendar })
    }

    /// The paragraph of the law that rules it: of the federal act as the Land's own has it, or of the AO.
    pub fn law(&self, vwvfg: &str, ao: &str) -> String {
        match self.regime {
            Regime::Vwvfg => self.calendar.land().cites(vwvfg),
            Regime::Ao => ao.to_owned(),
        }
    }

    /// Whether a decision is signed by a second person.
    pub fn asks_second(&self, outcome: Outcome, levies: &[ChargeDue]) -> bool {
        let refuses = outcome == Outcome::Refused;
        let sets = || levies.iter().map(|levy| levy.cents).sum::<Cents>();
        match self.second {
            None => false,
            Some(Second::Always) => outcome != Outcome::Withdrawn,
            Some(Second::Refusal) => refuses,
            Some(Second::Above(cents)) => refuses || grants(outcome) && sets() > cents,
        }
    }
}

impl Requested {
    /// Why it is asked for by that day.
    pub fn why(&self, procedure: &Procedure) -> Explanation {
        procedure.explained(self.requested_on, self.due_on)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    /// Posted Thursday, 30 April 2026: deemed notified on Monday, 4 May; two weeks end on Monday, 18 May. Posted Thursday,
    /// 21 May 2026: notified on Whit Monday, which moves nothing under VwVfG; two weeks end on Monday, 8 June. In tax law
    /// the day of notification moves to Tuesday, 26 May, and the end with it.
    #[test]
    fn a_day_to_answer_counts_from_notification() {
        let ruled = Procedure::default();
        let by = |procedure: &Procedure, on| procedure.answer_by(day(on)).expect("a day").date;
        assert_eq!(by(&ruled, "2026-04-30"), day("2026-05-18"));
        assert_eq!(ruled.notified(day("2026-05-21")), Ok(day("2026-05-25")));
        assert_eq!(by(&ruled, "2026-05-21"), day("2026-06-08"));
        let tax = Procedure { regime: Regime::Ao, ..Procedure::default() };
        assert_eq!(tax.notified(day("2026-05-21")), Ok(day("2026-05-26")));
        assert_eq!(by(&tax, "2026-05-21"), day("2026-06-09"));
        assert_eq!(ruled.explained(day("2026-04-30"), day("2026-05-18"))[0].id, "procedure-answer-weeks");
        assert_eq!(ruled.explained(day("2026-04-30"), day("2026-05-19"))[0].id, "procedure-answer-chosen");
    }

    /// Two weeks that end on Corpus Christi (4 June 2026, NRW) move to Friday.
    #[test]
    fn a_day_to_answer_is_never_a_holiday() {
        let by = Procedure::default().answer_by(day("2026-05-17")).expect("a day");
        assert_eq!((by.event, by.date), (day("2026-05-21"), day("2026-06-05")));
    }
}
