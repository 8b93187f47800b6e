//! What a service costs and by which rule. Computes no amount.

use super::Remedy;
use crate::catalogue::condition::Condition;
use crate::domain::assessment::Vat;
use crate::domain::deadline::Unit;
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
    /// What may be filed against its being set; none where it is a price, or set by other law.
    pub remedy: Remedy,
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
    /// Of what a decision sets: whether it is only a rate, which other decisions ask for.
    pub rate: bool,
    /// Why nothing is charged after all; the first that holds counts.
    pub waivers: Vec<Waiver>,
    /// Whom a part of it is due to.
    pub share: Option<Share>,
}

/// A reason for which a fee is not charged.
#[derive(Debug, Clone, PartialEq)]
pub struct Waiver {
    /// When it is.
    pub when: Condition,
    /// Why, in a sentence.
    pub says: LocalText,
    /// The paragraph.
    pub law: String,
}

/// The town takes the fee in for somebody else and keeps a part of it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// Whom the rest is due to.
    pub to: LocalText,
    /// What the town keeps: `[2, 5]` are two fifths, rounded down to the cent.
    pub keeps: [i64; 2],
    /// The paragraph.
    pub law: String,
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
    /// It is not less than this …
    pub min: Option<Cents>,
    /// … and not more.
    pub max: Option<Cents>,
    /// Why this amount, in a sentence.
    pub says: Option<LocalText>,
}

/// Where an amount comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Base {
    /// The service.
    Cents(Cents),
    /// The town: key of the value in cents (`hundesteuer.erster`). Unknown until the town has set it.
    Town(String),
    /// The town; as long as it has set nothing, the amount that the service knows, which is not certain then.
    Either(String, Cents),
}

impl Base {
    /// Key of the town's value.
    pub fn key(&self) -> Option<&str> {
        match self {
            Self::Cents(_) => None,
            Self::Town(key) | Self::Either(key, _) => Some(key),
        }
    }
}

/// So much for each piece beyond those that are free.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PerPiece {
    /// What is counted, multiplied: square metres by weeks.
    pub counts: Vec<Count>,
    /// What the first of them is measured in, as a sign: `m²`. A span of days says its own unit.
    pub unit: Option<String>,
    /// For each.
    pub price: Base,
    /// How many are free.
    pub free: i64,
}

/// A number of pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Count {
    /// Path of a number or a list; of a decimal number each begun piece.
    Field(String),
    /// Begun units from one date to another, both days counted (§ 187 (2) BGB).
    Span {
        /// Path of the first day.
        from: String,
        /// Path of the last day.
        to: String,
        /// Of what.
        unit: Unit,
    },
}

impl Count {
    /// The path that names it.
    pub fn name(&self) -> &str {
        match self {
            Self::Field(path) | Self::Span { from: path, .. } => path,
        }
    }

    /// All paths that it reads.
    pub fn paths(&self) -> Vec<&str> {
        match self {
            Self::Field(path) => vec![path],
            Self::Span { from, to, .. } => vec![from, to],
        }
    }
}
