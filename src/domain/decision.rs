//! What a decision (Bescheid) says beside its reasons: the amounts it sets and the notice of legal remedy, as they stood
//! when it was taken. Decides nothing.

use super::assessment::ChargeDue;
use super::case::Amount;
use super::levy::FirstYear;
use super::money::Cents;
use super::problem::{LocalText, Problem};
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
    /// Whether it is a yearly amount of whose first year nothing is known; said only there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub open: bool,
}

impl From<&ChargeDue> for Levied {
    fn from(due: &ChargeDue) -> Self {
        let open = due.yearly && due.first.is_none();
        Self { amount: due.into(), first: due.first.clone(), rate: due.rate, open }
    }
}

impl Levied {
    /// What the decision asks for at once: a fee as a whole, of a yearly amount what the first year costs where that is due in
    /// one sum. Nothing where it sets what is due on the days of the by-law, a rate alone, or a year of which it is not known from
    /// when on it is owed: never the whole year in its place.
    pub fn asked(&self) -> Option<Cents> {
        let cents = match &self.first {
            Some(first) => Some(first.cents).filter(|_| first.in_one),
            None => Some(self.amount.cents).filter(|_| !self.rate && !self.open),
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
    /// The notice of the action that follows a decision about an objection; none where the court is not known.
    pub action: Option<Notice>,
    /// What the town has not said and a decision about an objection names.
    pub lacking_to_rule: Vec<Problem>,
    /// Whether the town has yet to confirm what may be filed.
    pub remedy_open: bool,
    /// What whoever decides enters with a grant.
    pub to_grant: Vec<ToGrant>,
}

/// A field that is the decision's own: what the office sets when it grants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToGrant {
    /// Path of the field.
    pub path: String,
    /// What it is called.
    pub label: LocalText,
    /// What to know when entering it.
    pub help: Option<LocalText>,
    /// Whether it is a day.
    pub is_day: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::assessment::Vat;

    fn due(yearly: bool, first: Option<FirstYear>) -> ChargeDue {
        ChargeDue {
            id: "hundesteuer".into(),
            label: LocalText::default(),
            cents: Cents(12_000),
            tariff: String::new(),
            vat: Vat::Sovereign,
            confirmed: true,
            why: Vec::new(),
            first,
            yearly,
            rate: false,
        }
    }

    fn first(in_one: bool) -> FirstYear {
        FirstYear {
            year: 2026,
            from: "2026-11-01".parse().expect("a day"),
            months: 2,
            cents: Cents(2000),
            earlier: None,
            in_one,
            lasts: true,
            instalments: Vec::new(),
            why: Vec::new(),
        }
    }

    #[test]
    fn a_year_that_is_not_known_is_never_asked_for_as_a_whole() {
        let asked = |yearly, first| Levied::from(&due(yearly, first)).asked();
        assert_eq!(asked(false, None), Some(Cents(12_000)), "a fee");
        assert_eq!(asked(true, Some(first(true))), Some(Cents(2000)), "two months in one sum");
        assert_eq!(asked(true, Some(first(false))), None, "on the days of the by-law");
        assert_eq!(asked(true, None), None);
        // What was written before that was told apart is read as it was.
        let old = serde_json::to_value(Levied::from(&due(false, None))).expect("writes");
        assert!(old.get("open").is_none());
    }
}
