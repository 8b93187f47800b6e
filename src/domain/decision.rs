//! What a decision (Bescheid) says beside its reasons: the amounts it sets and the notice of legal remedy, as they stood
//! when it was taken. Decides nothing.

use super::assessment::ChargeDue;
use super::case::Amount;
use super::levy::FirstYear;
use super::money::Cents;
use super::problem::Problem;
use serde::{Deserialize, Serialize};

/// What may be filed against a decision (§ 37 (6) VwVfG).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Remedy {
    /// Action at the administrative court, within a month (§ 74 VwGO): the rule in NRW.
    Action,
    /// Objection at the authority, within a month (§ 70 VwGO): municipal taxes and fees under KAG.
    Objection,
}

/// The notice of legal remedy (Rechtsbehelfsbelehrung): with whom, and where that is (§ 58 (1) VwGO).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// What may be filed.
    pub remedy: Remedy,
    /// The court or the authority: `Verwaltungsgericht Münster`.
    pub body: String,
    /// Street, postcode and place.
    pub address: String,
}

/// An amount that a decision set, as it stood then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Levied {
    /// How much, for what and why; for a yearly amount, a whole year.
    #[serde(flatten)]
    pub amount: Amount,
    /// Of a yearly amount: what the first year costs and when all is due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<FirstYear>,
    /// Whether it is only a rate, which other decisions ask for.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub rate: bool,
}

impl From<&ChargeDue> for Levied {
    fn from(due: &ChargeDue) -> Self {
        Self { amount: due.into(), first: due.first.clone(), rate: due.rate }
    }
}

impl Levied {
    /// What the decision asks for at once: a fee as a whole, of a yearly amount what the first year costs where that is due in
    /// one sum. Nothing where it sets what is due on the days of the by-law, or a rate alone.
    pub fn asked(&self) -> Option<Cents> {
        let cents = match &self.first {
            Some(first) => Some(first.cents).filter(|_| first.in_one),
            None => Some(self.amount.cents).filter(|_| !self.rate),
        };
        cents.filter(|cents| *cents != Cents::ZERO)
    }
}

/// What a decision needs beside the answers, by the service and the town's values.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Terms {
    /// The notice of legal remedy; none where the service decides nothing, or what it names is not known.
    pub notice: Option<Notice>,
    /// What the town has not said and every decision letter names.
    pub lacking: Vec<Problem>,
    /// What the town has not said and a grant sets.
    pub lacking_to_grant: Vec<Problem>,
}
