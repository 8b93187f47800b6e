//! When a period ends, and why: §§ 187–193 BGB, by themselves in civil law, through § 31 VwVfG (NRW: § 31 VwVfG NRW,
//! the same words) in administrative law and through § 108 AO in tax law.
//! Every result carries its explanation as data. Knows no service, no language and no clock.
//!
//! Not every end moves ([`Kind`]), each says by which law ([`Basis`]), and deemed notification follows one of two
//! regimes ([`Regime`]).

mod by_hand;
mod compute;

pub use by_hand::{ByHand, Sets};

use super::explain::Explanation;
use super::holiday::Calendar;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What kind of end it is. Only a [`Kind::Frist`] moves to the next working day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A period in which something has to be declared or done. An end on a Saturday, Sunday or public holiday
    /// moves to the next working day (§ 193 BGB, § 31 (3) VwVfG).
    Frist,
    /// A span of time in which something is granted, kept or lasts: ends on its day (§ 31 (4) VwVfG). So do the six
    /// months of § 973 BGB, but by §§ 187, 188 BGB: nothing is to be declared or done, so § 193 BGB moves nothing.
    Zeitraum,
    /// A day that the authority has set: to be kept on its day (§ 31 (5) VwVfG).
    Termin,
    /// Counted back from an event ("two weeks before the feast"): never moves, since later would shorten the
    /// time that the other side is to have. The explanation names the last working day up to it.
    Rueckwaerts,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Calendar days (§ 188 (1) BGB).
    Days,
    /// Weeks: the same day of the week (§ 188 (2) BGB).
    Weeks,
    /// Months: the day of the same number, or the last of a shorter month (§ 188 (2), (3) BGB).
    Months,
    /// Years of twelve months (§ 188 (2), (3) BGB).
    Years,
}

/// The law of deemed notification by post. Each service says which one is its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Regime {
    /// § 41 (2) VwVfG: a weekend or holiday does not move the day of notification.
    Vwvfg,
    /// § 122 (2) AO (taxes, dog tax included): the day moves to the next working day (case law of the BFH).
    Ao,
}

/// The law by which a period ends where it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// Administrative law: § 31 VwVfG.
    Vwvfg,
    /// Tax law: § 108 AO; for municipal taxes through § 12 KAG NRW.
    Ao,
    /// Civil law: §§ 187–193 BGB by themselves.
    Bgb,
}

impl From<Regime> for Basis {
    fn from(regime: Regime) -> Self {
        match regime {
            Regime::Vwvfg => Self::Vwvfg,
            Regime::Ao => Self::Ao,
        }
    }
}

/// What sets the period going.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "by")]
pub enum Trigger {
    /// An event in the course of a day; the day is not counted (§ 187 (1) BGB).
    Event {
        /// The day of the event.
        on: NaiveDate,
    },
    /// The beginning of a day; the day is counted (§ 187 (2) BGB), as in a permit "from 1 January".
    Beginning {
        /// The first day.
        on: NaiveDate,
    },
    /// A letter posted: notified, and so the event, is the fourth day after posting, the third if posted before
    /// 1 January 2025.
    Posted {
        /// The day the letter was given to the post.
        on: NaiveDate,
        /// The law of notification.
        regime: Regime,
    },
}

/// A period to be computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Whether and how the end moves.
    pub kind: Kind,
    /// The law that says so.
    pub basis: Basis,
    /// What is counted.
    pub unit: Unit,
    /// How many; 0 ends on the day of the event.
    pub value: u16,
    /// What sets it going.
    pub trigger: Trigger,
    /// The holidays of the place where the act is due.
    pub calendar: Calendar,
}

/// The end of a period, and why it is that day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Computed {
    /// The last day, until its end (24:00).
    pub date: NaiveDate,
    /// Where the day of notification is deemed: that day. Else the day of the event.
    pub event: NaiveDate,
    /// The steps that led there, in their order; the last one names the result. Message ids are `deadline-…`;
    /// `date` is in every step the day that it arrives at.
    pub explanation: Explanation,
}

/// The computed day lies outside the years 1583 to 9999, in which the calendar and its holidays are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the period ends outside the years 1583 to 9999")]
pub struct OutOfRange;

/// Computes deadlines; holds nothing.
#[derive(Debug, Clone, Copy)]
pub struct Deadline;

impl Deadline {
    /// The last day of the period, with its explanation.
    ///
    /// Errors: [`OutOfRange`] where a date of the computation leaves the calendar.
    pub fn compute(rule: &Rule) -> Result<Computed, OutOfRange> {
        compute::compute(rule)
    }
}

#[cfg(test)]
mod tests;
