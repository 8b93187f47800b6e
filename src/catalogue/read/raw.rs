//! The file format as it is written, one struct a table. Checks spelling only; meaning is `build`'s.

use crate::catalogue::service::{
    Charged, Filed, Law, PersonNeed, Proxy, Remedy, Responsible, Retention, Share, Yearly,
};
use crate::domain::assessment::Vat;
use crate::domain::block::Part;
use crate::domain::case::Outcome;
use crate::domain::deadline::{Basis, Kind, Regime, Unit};
use crate::domain::deemed::Deemed;
use crate::domain::holiday::Land;
use crate::domain::problem::{LocalText, Severity};
use crate::domain::procedure::Second;
use crate::domain::user::{Group, Role};
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Value;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    pub slug: String,
    pub version: String,
    pub name: LocalText,
    pub leika: OneOrMore,
    pub filing_plan: String,
    pub responsible: Responsible,
    #[serde(default)]
    pub laender: Vec<Land>,
    pub group: Group,
    pub proxy: Proxy,
    pub in_person: Option<Value>,
    #[serde(default)]
    pub signature: bool,
    pub person: PersonNeed,
    pub regime: Regime,
    #[serde(default)]
    pub filed: Filed,
    pub remedy: Remedy,
    #[serde(default = "yes")]
    pub remedy_confirmed: bool,
    pub valid: Validity,
    #[serde(default)]
    pub search: Vec<String>,
    #[serde(default)]
    pub often: bool,
    #[serde(default)]
    pub subject: Vec<String>,
    pub business_name: Option<String>,
    pub legal_person: Option<RawLegalPerson>,
    #[serde(default)]
    pub law: Vec<Law>,
    pub retention: Option<Retention>,
    pub procedure: Option<RawProcedure>,
    pub example: Option<Value>,
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawProcedure {
    pub answer_weeks: Option<u16>,
    pub second_signature: Option<Second>,
    pub deemed: Option<Deemed>,
    pub occasion: Option<RawOccasion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawOccasion {
    pub from: String,
    pub to: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawLegalPerson {
    pub when: Value,
    pub address: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub enum OneOrMore {
    One(String),
    More(Vec<String>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Validity {
    pub from: toml::value::Datetime,
    pub to: Option<toml::value::Datetime>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSection {
    pub id: String,
    pub title: LocalText,
    pub help: Option<LocalText>,
    pub visible: Option<Value>,
}

#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub struct RawField {
    #[serde(default)]
    pub id: String,
    pub no: Option<String>,
    #[serde(rename = "type")]
    pub kind: String,
    #[serde(default)]
    pub label: LocalText,
    pub help: Option<LocalText>,
    pub required: Option<Value>,
    pub visible: Option<Value>,
    pub default: Option<Value>,
    pub person: Option<String>,
    #[serde(default)]
    pub by_town: bool,
    #[serde(default)]
    pub to_grant: bool,
    pub min: Option<i64>,
    pub max: Option<i64>,
    #[serde(default)]
    pub options: Vec<RawOption>,
    pub of: Option<String>,
    pub one: Option<String>,
    #[serde(default)]
    pub fields: Vec<RawField>,
}

#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub struct RawOption {
    pub id: String,
    pub label: LocalText,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawCondition {
    pub all: Option<Vec<Value>>,
    pub any: Option<Vec<Value>>,
    pub not: Option<Value>,
    pub field: Option<String>,
    pub is: Option<Value>,
    #[serde(rename = "in")]
    pub one_of: Option<Vec<Value>>,
    pub not_in: Option<Vec<Value>>,
    pub has: Option<Value>,
    pub set: Option<bool>,
    pub before: Option<Value>,
    pub after: Option<Value>,
    pub less: Option<Value>,
    pub more: Option<Value>,
    pub matches_any: Option<Vec<String>>,
    pub listed: Option<String>,
    pub overdue: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawOperand {
    pub field: String,
    #[serde(default)]
    pub plus: i64,
}

/// A number of the town: `{ town = "osterfeuer.abstand_wald", otherwise = 100 }`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawLimit {
    pub town: String,
    pub otherwise: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawCheck {
    pub id: String,
    pub at: String,
    pub when: Value,
    pub severity: Severity,
    pub says: LocalText,
    pub tells: Option<LocalText>,
    pub law: Option<String>,
    pub unconfirmed: Option<String>,
    pub append: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawDocument {
    pub id: String,
    pub label: LocalText,
    pub needed: Option<Value>,
    #[serde(default)]
    pub proxy: bool,
    pub severity: Severity,
    pub says: LocalText,
    pub law: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawFee {
    pub id: String,
    pub label: LocalText,
    pub tariff: String,
    pub vat: Vat,
    #[serde(default)]
    pub remedy: Remedy,
    pub charged: Charged,
    pub confirmed: bool,
    #[serde(default)]
    pub papers: Vec<String>,
    pub amount: Vec<RawAmount>,
    pub yearly: Option<Yearly>,
    #[serde(default)]
    pub rate: bool,
    #[serde(default)]
    pub waiver: Vec<RawWaiver>,
    pub share: Option<Share>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawWaiver {
    pub when: Value,
    pub says: LocalText,
    pub law: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPerPiece {
    pub field: Option<String>,
    pub unit: Option<String>,
    #[serde(default)]
    pub times: Vec<RawCount>,
    pub cents: Option<i64>,
    pub town: Option<String>,
    #[serde(default)]
    pub free: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawCount {
    pub field: Option<String>,
    pub from: Option<String>,
    pub to: Option<String>,
    pub unit: Option<Unit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawTown {
    pub key: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub label: LocalText,
    pub help: Option<LocalText>,
    #[serde(default)]
    pub options: Vec<RawOption>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawAmount {
    pub when: Option<Value>,
    pub cents: Option<i64>,
    pub town: Option<String>,
    pub per: Option<RawPerPiece>,
    pub min: Option<i64>,
    pub max: Option<i64>,
    pub says: Option<LocalText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawDeadline {
    pub id: String,
    pub label: LocalText,
    pub when: Option<Value>,
    pub from: Value,
    pub kind: Kind,
    pub rule: Unit,
    pub value: RawLength,
    pub basis: Option<Basis>,
    pub law: String,
    pub met_by: Option<String>,
    pub confirmed: Option<bool>,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub enum RawLength {
    Fixed(u16),
    Town { town: String },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPaper {
    pub kind: String,
    pub label: LocalText,
    pub letter: Option<String>,
    pub form: Option<String>,
    pub at: String,
    #[serde(default)]
    pub outcome: Vec<Outcome>,
    pub when: Option<Value>,
    #[serde(default)]
    pub fill: BTreeMap<String, RawFill>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawBlock {
    pub id: String,
    pub title: LocalText,
    pub part: Part,
    pub text: String,
    pub law: Option<String>,
    #[serde(default)]
    pub outcome: Vec<Outcome>,
    pub when: Option<Value>,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub enum RawFill {
    Always(String),
    When { says: String, when: Value },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawStep {
    pub id: String,
    pub by: Vec<Role>,
    #[serde(default)]
    pub then: Vec<String>,
    #[serde(default)]
    pub by_itself: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawReceiving {
    pub matrix: String,
    pub form: String,
    pub body: Vec<RawBody>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawBody {
    pub id: String,
    pub when: Option<Value>,
    pub why: LocalText,
}

/// `assets/codes/gewanzv/2023.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawMatrix {
    #[expect(dead_code, reason = "asked for, so that a matrix says what it is")]
    pub label: LocalText,
    /// Where it comes from, for bodies that say it no closer.
    pub law: String,
    /// What the town says of each: its name and address.
    pub address: LocalText,
    pub body: Vec<RawMatrixBody>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawMatrixBody {
    pub id: String,
    pub label: LocalText,
    pub law: String,
    /// Where the regulation says it, by form.
    #[serde(default)]
    pub source: std::collections::BTreeMap<String, String>,
    #[serde(default)]
    pub names: crate::catalogue::service::Names,
    pub fields: std::collections::BTreeMap<String, Vec<u8>>,
}
