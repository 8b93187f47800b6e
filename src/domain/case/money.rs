//! Money of a case: what is charged and why, what was paid. Part of what is written and read for thirty years. Decides
//! nothing.

use super::{Case, Charge};
use crate::domain::assessment::{ChargeDue, Vat};
use crate::domain::decision::Levied;
use crate::domain::explain::Explanation;
use crate::domain::id::{ChargeId, EventRef, PaperId, UserId};
use crate::domain::money::Cents;
use crate::domain::problem::LocalText;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A receipt and whether it still stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The money.
    pub paid: Paid,
    /// Who took it.
    pub taken_by: UserId,
    /// That it was cancelled.
    pub cancelled: Option<Cancelled>,
}

/// How a receipt was cancelled: its money went back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cancelled {
    /// Why.
    pub reason: String,
    /// The day.
    pub on: NaiveDate,
    /// By whom.
    pub by: UserId,
}

/// How it was paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Payment {
    /// Cash.
    Cash,
    /// Card, on a terminal of its own.
    Card,
}

/// An amount by rule, as it stood when it was charged or set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    /// The fee's id in the service.
    pub fee: String,
    /// What for.
    pub label: LocalText,
    /// How much.
    pub cents: Cents,
    /// The tariff.
    pub tariff: String,
    /// Tax.
    pub vat: Vat,
    /// How the amount came about.
    pub why: Explanation,
}

impl From<&ChargeDue> for Amount {
    fn from(due: &ChargeDue) -> Self {
        Self {
            fee: due.id.clone(),
            label: due.label.clone(),
            cents: due.cents,
            tariff: due.tariff.clone(),
            vat: due.vat,
            why: due.why.clone(),
        }
    }
}

/// A fee that the case owes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Charged {
    /// Identity.
    pub charge: ChargeId,
    /// How much, for what and why.
    #[serde(flatten)]
    pub amount: Amount,
    /// The duplicate that it is for; none where it is for the case itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duplicate: Option<PaperId>,
    /// The decision that set it, whose letter asks for it; none where the counter charged it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<EventRef>,
}

impl Charged {
    /// A fee for the case itself, as the catalogue says it is due.
    pub fn of(due: &ChargeDue, charge: ChargeId) -> Self {
        Self { charge, amount: due.into(), duplicate: None, decision: None }
    }
}

/// What becomes of fees whose amount rests on answers that were wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fees {
    /// They stay as they were charged.
    Kept,
    /// They are charged by the right answers.
    Revised,
}

/// Money that came in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paid {
    /// Receipt number.
    pub receipt: String,
    /// What was paid.
    pub charges: Vec<ChargeId>,
    /// How much.
    pub cents: Cents,
    /// Cash or card.
    pub how: Payment,
    /// What was handed over in cash; the change is the difference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<Cents>,
    /// Day of payment.
    pub paid_on: NaiveDate,
}

impl Case {
    /// Fees that are neither paid by a receipt that stands nor waived nor withdrawn; what costs nothing is owed by nobody.
    pub fn owed(&self) -> impl Iterator<Item = &Charge> {
        // What was entered twice is paid once: by the case that goes on.
        let once = self.double_of().next().is_none();
        self.charges
            .values()
            .filter(move |charge| once && charge.fee.amount.cents != Cents::ZERO)
            .filter(|charge| charge.waived.is_none() && !charge.withdrawn && !self.is_paid(charge.fee.charge))
    }

    /// Fees for taking the case in, as they stand: those for duplicates aside, and those that a decision set.
    pub fn own_charges(&self) -> impl Iterator<Item = &Charge> {
        let own = |fee: &Charged| fee.duplicate.is_none() && fee.decision.is_none();
        self.charges.values().filter(move |charge| own(&charge.fee) && !charge.withdrawn)
    }

    /// Fees that a decision set and that still stand.
    pub fn set_by(&self, decision: EventRef) -> impl Iterator<Item = &Charge> {
        let stands = |charge: &&Charge| charge.waived.is_none() && !charge.withdrawn;
        self.charges.values().filter(move |charge| charge.fee.decision == Some(decision)).filter(stands)
    }

    /// What is still to be paid of what a decision charged; none where it charged nothing.
    pub fn owed_of(&self, decision: EventRef) -> Option<Cents> {
        let mut of_it = self.charges.values().filter(|charge| charge.fee.decision == Some(decision));
        let owed = self.owed().filter(|charge| charge.fee.decision == Some(decision));
        of_it.next().map(|_| owed.map(|charge| charge.fee.amount.cents).sum())
    }

    /// Amounts of decisions that are still set: those aside that fell with a revocation, or whose fee is owed no more.
    pub fn levied(&self) -> impl Iterator<Item = &Levied> {
        let fell = |decision: EventRef, levied: &Levied| {
            let of_it = |charge: &&Charge| {
                charge.fee.decision == Some(decision) && charge.fee.amount.fee == levied.amount.fee
            };
            let mut charges = self.charges.values().filter(of_it).peekable();
            match charges.peek() {
                Some(_) => charges.all(|charge| charge.withdrawn),
                // What is due on the days of the by-law is charged nowhere: it falls with its decision.
                None => self.is_revoked(decision),
            }
        };
        let all =
            self.decisions.iter().flat_map(|known| known.levies.iter().map(|levied| (known.event, levied)));
        all.filter(move |(decision, levied)| !fell(*decision, levied)).map(|(_, levied)| levied)
    }

    /// Fees that keep a case from being closed: those of the counter. What a decision sets is owed by that decision, and comes in
    /// over the town's accounts as often as over a till, of which no case hears.
    pub fn owed_at_closing(&self) -> impl Iterator<Item = &Charge> {
        self.owed().filter(|charge| charge.fee.decision.is_none())
    }

    /// Receipts that stand and pay for what is not owed any more: that money goes back over the till.
    pub fn to_give_back(&self) -> impl Iterator<Item = (&str, &Receipt)> {
        let fell = |charge: &ChargeId| self.charges.get(charge).is_some_and(|known| known.withdrawn);
        let stands = self.receipts.iter().filter(|(_, receipt)| receipt.cancelled.is_none());
        let pays = stands.filter(move |(_, receipt)| receipt.paid.charges.iter().any(fell));
        pays.map(|(number, receipt)| (number.as_str(), receipt))
    }

    /// Whether a receipt that stands pays the fee.
    pub fn is_paid(&self, charge: ChargeId) -> bool {
        self.receipts.values().any(|r| r.cancelled.is_none() && r.paid.charges.contains(&charge))
    }

    /// What is still to be paid.
    pub fn owes(&self) -> Cents {
        self.owed().map(|charge| charge.fee.amount.cents).sum()
    }
}
