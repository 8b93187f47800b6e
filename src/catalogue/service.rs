//! A service in one version: everything its file says. Holds data; evaluates nothing.

use super::condition::Condition;
use super::field::{Field, FieldKind, Section};
use super::town::TownValue;
use crate::domain::answers::Answers;
use crate::domain::assessment::Vat;
use crate::domain::case::Outcome;
use crate::domain::deadline::{Basis, Kind, Regime, Unit};
use crate::domain::money::Cents;
use crate::domain::problem::{LocalText, Severity};
use crate::domain::user::{Group, Role};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A service (Leistung) in one version.
#[derive(Debug, Clone, PartialEq)]
pub struct Service {
    /// Its name in files and commands: `gewerbe-anmeldung`.
    pub slug: String,
    /// The version: the day it was made for, `2025-11-01`.
    pub version: String,
    /// What it is called.
    pub name: LocalText,
    /// Keys of the federal catalogue (LeiKa), fourteen digits each.
    pub leika: Vec<String>,
    /// Key in the neutral filing plan.
    pub filing_plan: String,
    /// Who is responsible.
    pub responsible: Responsible,
    /// Who may read its cases.
    pub group: Group,
    /// Whether somebody else may appear.
    pub proxy: Proxy,
    /// When nobody else may after all.
    pub in_person: Option<Condition>,
    /// Whether a declaration is signed at the stop "sign".
    pub signature: bool,
    /// Whether a person is linked before filing.
    pub person: PersonNeed,
    /// The law of deemed notification of its letters.
    pub regime: Regime,
    /// What may be filed against its decision.
    pub remedy: Remedy,
    /// First day it can be used.
    pub valid_from: NaiveDate,
    /// Last day it can be used; open where there is none.
    pub valid_to: Option<NaiveDate>,
    /// What people call it.
    pub search: Vec<String>,
    /// Fields that name a case in lists, the first answered ones, at most two.
    pub subject: Vec<String>,
    /// The field that names the business where the answers name no person (a domestic stock corporation).
    pub business_name: Option<String>,
    /// Its legal bases.
    pub laws: Vec<Law>,
    /// The form.
    pub sections: Vec<Section>,
    /// What else must hold.
    pub checks: Vec<Check>,
    /// Documents.
    pub documents: Vec<Document>,
    /// Values that it leaves to the town.
    pub town: Vec<TownValue>,
    /// Fees.
    pub fees: Vec<Fee>,
    /// Periods.
    pub deadlines: Vec<DeadlineRule>,
    /// Papers.
    pub papers: Vec<Paper>,
    /// Steps, by id.
    pub steps: BTreeMap<String, Step>,
    /// How long it is kept.
    pub retention: Option<Retention>,
    /// Bodies that are told.
    pub receiving: Option<Receiving>,
    /// Valid answers; the tests file, print and close them.
    pub example: Answers,
}

/// Who is responsible for a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Responsible {
    /// The town.
    Town,
    /// The Kreis: the case is handed over.
    Kreis,
}

/// Whether somebody else may appear for the applicant (§ 14 VwVfG and the service's own law).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Proxy {
    /// A proxy may.
    Allowed,
    /// A messenger may bring what the applicant declared; a proxy may not declare.
    Messenger,
    /// Nobody may: in person only.
    Never,
}

/// Whether a person belongs to the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PersonNeed {
    /// Always.
    Required,
    /// Where it helps.
    Optional,
}

/// What may be filed against a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Remedy {
    /// Direct action at the administrative court (the rule in NRW).
    Klage,
    /// Objection first (municipal taxes and fees under KAG).
    Widerspruch,
    /// There is no decision.
    None,
}

/// A paragraph and what it says.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// `§ 14 Abs. 1 Satz 1 GewO`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// What follows from it here.
    pub says: LocalText,
}

/// Something that must not be.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// Unique in the service.
    pub id: String,
    /// Path of the field it is shown at; below a list, each item is looked at by itself.
    pub at: String,
    /// When it is wrong.
    pub when: Condition,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong and what to do.
    pub says: LocalText,
    /// The paragraph.
    pub law: Option<String>,
    /// What would mend it: added to the answer.
    pub append: Option<String>,
}

/// A document to be seen or brought.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Unique in the service.
    pub id: String,
    /// Its name.
    pub label: LocalText,
    /// When it is needed; always where there is none.
    pub needed: Option<Condition>,
    /// Whether it is needed too where a proxy appears.
    pub proxy: bool,
    /// Whether nothing can be filed without it.
    pub blocking: bool,
    /// Why, and what happens without it.
    pub says: LocalText,
    /// The paragraph.
    pub law: Option<String>,
}

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

/// A period of the service.
#[derive(Debug, Clone, PartialEq)]
pub struct DeadlineRule {
    /// Unique in the service.
    pub id: String,
    /// What has to have happened by then.
    pub label: LocalText,
    /// When it counts; always where there is none.
    pub when: Option<Condition>,
    /// What sets it going.
    pub from: From,
    /// Whether its end moves.
    pub kind: Kind,
    /// What is counted.
    pub unit: Unit,
    /// How many.
    pub value: u16,
    /// The law of its computation; the service's own (`regime`) where there is none.
    pub basis: Option<Basis>,
    /// The paragraph.
    pub law: String,
    /// Kind of the paper that meets it.
    pub met_by: Option<String>,
}

/// What sets a period going.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum From {
    /// The day of receipt.
    Received,
    /// The date in a field.
    Field(String),
}

/// A paper that the case brings forth.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// Unique in the service.
    pub kind: String,
    /// What it is called.
    pub label: LocalText,
    /// A letter …
    pub letter: Option<String>,
    /// … or an official form.
    pub form: Option<String>,
    /// `filed`, `paid`, `decided` or `asked`.
    pub at: String,
    /// Of a paper at `decided`: the outcomes that it tells.
    pub outcomes: Vec<Outcome>,
    /// When it comes about; always where there is none.
    pub when: Option<Condition>,
    /// What the service puts into the letter, by placeholder.
    pub fill: BTreeMap<String, Fill>,
}

/// What stands for a placeholder of a letter.
#[derive(Debug, Clone, PartialEq)]
pub struct Fill {
    /// Pattern of answers: `{vornamen} {familienname}`.
    pub says: String,
    /// When it is put in; always where there is none.
    pub when: Option<Condition>,
}

/// A step of the procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Who may take it.
    pub by: Vec<Role>,
    /// What may follow.
    pub then: Vec<String>,
    /// Whether it is taken by itself once nothing is left to be done; only closing can be.
    pub by_itself: bool,
}

/// How long a case is kept.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retention {
    /// The event that it runs from: `case_closed`, `business_closed`, `accounts_adopted`.
    pub from: String,
    /// Years.
    pub years: u16,
    /// The paragraph.
    #[serde(default)]
    pub law: String,
}

/// Bodies that are told of a trade notice (§ 14 (8) GewO, § 3 GewAnzV).
#[derive(Debug, Clone, PartialEq)]
pub struct Receiving {
    /// The matrix (`gewanzv/2023`).
    pub matrix: String,
    /// The form's column in it (`GewA1`).
    pub form: String,
    /// The bodies.
    pub bodies: Vec<Body>,
}

/// One body.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    /// Its id in the matrix (`hwk`).
    pub id: String,
    /// Its name.
    pub label: LocalText,
    /// The number in § 14 (8) GewO.
    pub law: String,
    /// Numbers of the form's fields that it gets, and no other.
    pub fields: Vec<u8>,
    /// When it is told; always where there is none.
    pub when: Option<Condition>,
    /// Why it is told.
    pub why: LocalText,
}

impl Service {
    /// All fields at the top, in the order of the form.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.sections.iter().flat_map(|section| &section.fields)
    }

    /// The field at a path of ids, list positions in it or not: `betriebsstaette.plz`, `taetigkeit.0.text`.
    pub fn field(&self, path: &str) -> Option<&Field> {
        let plain: Vec<&str> = path.split('.').filter(|part| part.parse::<usize>().is_err()).collect();
        let (first, rest) = plain.split_first()?;
        let top = self.fields().find(|field| field.id == *first)?;
        rest.iter().try_fold(top, |field, id| field.parts().iter().find(|part| part.id == *id))
    }

    /// Whether the declaration is signed at the stop "sign".
    pub fn is_signed(&self) -> bool {
        self.signature_field().is_some()
    }

    /// The field that the signature answers.
    pub fn signature_field(&self) -> Option<&Field> {
        self.fields().find(|field| field.kind == FieldKind::Signature)
    }

    /// Whether it can be used on a day.
    pub fn is_valid_on(&self, day: NaiveDate) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|to| day <= to)
    }
}
