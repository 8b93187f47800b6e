//! The course of a case: periods, papers, steps, how long it is kept, who is told. Computes nothing.

use crate::catalogue::condition::Condition;
use crate::catalogue::letter::Letter;
use crate::catalogue::town::TownValue;
use crate::domain::block::Part;
use crate::domain::case::Outcome;
use crate::domain::deadline::{Basis, Kind, Unit};
use crate::domain::problem::LocalText;
use crate::domain::user::Role;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;

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
    pub value: Length,
    /// The law of its computation; the service's own (`regime`) where there is none.
    pub basis: Option<Basis>,
    /// The paragraph.
    pub law: String,
    /// Kind of the paper that meets it.
    pub met_by: Option<String>,
    /// Whether its length is certain; otherwise the town confirms it.
    pub confirmed: bool,
}

/// How many days, weeks, months or years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Length {
    /// The service.
    Fixed(u16),
    /// The town: key of the number. Without it there is no date.
    Town(String),
}

/// What sets a period going.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum From {
    /// The day of receipt.
    Received,
    /// The day on which everything that is needed is there. Before it there is no date.
    Complete,
    /// The date in a field.
    Field(String),
    /// A day counted from Easter Sunday in the year of a date: Gründonnerstag is -3.
    Easter {
        /// Days from Easter Sunday.
        days: i64,
        /// Path of the date.
        year: String,
    },
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
    /// … its words, where they come with the service in a pack …
    pub wording: Option<Arc<Letter>>,
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

/// A building block (Textbaustein) for what a decision says.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Unique in the service.
    pub id: String,
    /// What it is about.
    pub title: LocalText,
    /// Where it belongs.
    pub part: Part,
    /// Pattern of answers, in German: `Am {von} …`.
    pub text: String,
    /// The paragraph.
    pub law: Option<String>,
    /// The outcomes that it fits; all where there is none.
    pub outcomes: Vec<Outcome>,
    /// When it is offered; always where there is none.
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

/// What a retention may run from.
pub const RETAINED: [&str; 3] = ["case_closed", "business_closed", "accounts_adopted"];

/// How long a case is kept.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retention {
    /// The event that it runs from: one of [`RETAINED`].
    pub from: String,
    /// Years.
    pub years: u16,
    /// The paragraph.
    #[serde(default)]
    pub law: String,
    /// Whether that is certain; otherwise the town confirms it.
    #[serde(default = "yes")]
    pub confirmed: bool,
}

fn yes() -> bool {
    true
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

/// Where a regulation says which fields of a form a body gets: `§ 3 Abs. 1 Satz 1 Nr. 12 Buchst. a GewAnzV`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FieldSource {
    /// The place.
    pub law: String,
    /// What stands there.
    pub names: Names,
}

/// What a regulation names of a body's fields: it names the others by that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Names {
    /// Those that it gets.
    #[default]
    Given,
    /// Those that it does not get.
    Withheld,
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
    /// Where the regulation says so.
    pub source: FieldSource,
    /// When it is told; always where there is none.
    pub when: Option<Condition>,
    /// Why it is told.
    pub why: LocalText,
    /// What the town says where it is.
    pub address: TownValue,
}
