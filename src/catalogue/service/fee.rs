//! What a service costs and by which rule. Computes no amount.

use crate::catalogue::condition::Condition;
use crate::domain::assessment::Vat;
use crate::domain::money::Cents;
use crate::domain::problem::LocalText;
use serde::{Deserialize, Serialize};

/// When a fee arises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Charged {
    /// On filing: paid at the counter.
    Filed,
    /// By a decision that is sent: never paid at the counter.
    Decision,
    /// With a duplicate of a lost paper: paid when it is asked for.
    Duplicate,
}

/// A fee by rule.
#[derive(Debug, Clone, PartialEq)]
pub struct Fee {
    /// Unique in the service.
    pub id: String,
    /// What it is for.
    pub label: LocalText,
    /// The tariff.
    pub tariff: String,
    /// Tax.
    pub vat: Vat,
    /// When it arises.
    pub charged: Charged,
    /// Whether the amounts are certain; otherwise the town confirms them.
    pub confirmed: bool,
    /// Kinds of the papers whose duplicate it is for.
    pub papers: Vec<String>,
    /// The first that holds counts; no fee where none holds.
    pub amounts: Vec<FeeAmount>,
    /// Where the amount comes each calendar year.
    pub yearly: Option<Yearly>,
}

/// How an amount comes each calendar year. What the by-law leaves open is the town's values, by their keys.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Yearly {
    /// Path of the date that the liability follows.
    pub from: String,
    /// Path of a date with which a clerk sets its beginning otherwise.
    pub set: Option<String>,
    /// The town: [`BEGINS`].
    pub begins: String,
    /// The town: [`PART`].
    pub part: String,
    /// The town: days on which a whole year is due in equal parts.
    pub days: String,
    /// The town: [`FIRST`].
    pub first: String,
    /// The town: [`LASTS`].
    pub lasts: String,
}

/// When the liability begins: with the month of the event, with the month after it.
pub const BEGINS: [&str; 2] = ["monat", "folgemonat"];
/// What a begun year costs: a twelfth for each month, the whole amount.
pub const PART: [&str; 2] = ["monate", "jahr"];
/// When a begun year is due: in one sum, a month after notification. Not set: as the by-law says.
pub const FIRST: [&str; 1] = ["monat"];
/// Whether a decision holds for the years after the first until there is another one. Not set: it does not.
pub const LASTS: [&str; 1] = ["weiter"];

/// One way a fee comes about.
#[derive(Debug, Clone, PartialEq)]
pub struct FeeAmount {
    /// When it counts; always where there is none.
    pub when: Option<Condition>,
    /// The base amount.
    pub base: Base,
    /// For each piece.
    pub per: Option<PerPiece>,
    /// Why this amount, in a sentence.
    pub says: Option<LocalText>,
}

/// Where the base amount comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Base {
    /// The service.
    Cents(Cents),
    /// The town: key of the value in cents (`hundesteuer.erster`).
    Town(String),
}

/// So much for each piece beyond those that are free.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PerPiece {
    /// Path of a number or a list.
    pub field: String,
    /// For each.
    pub cents: Cents,
    /// How many are free.
    #[serde(default)]
    pub free: i64,
}
