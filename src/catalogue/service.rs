//! A service in one version: everything its file says. Holds data; evaluates nothing.

mod course;
mod fee;

pub use course::{
    Block, Body, DeadlineRule, FieldSource, Fill, From, Length, Names, Paper, RETAINED, Receiving, Retention,
    Step,
};
pub use fee::{
    BEGINS, Base, Charged, Count, FIRST, Fee, FeeAmount, LASTS, PART, PerPiece, Share, Waiver, Yearly,
};

use super::condition::Condition;
use super::field::{Field, FieldKind, Section};
use super::town::TownValue;
use crate::domain::answers::Answers;
use crate::domain::deadline::Regime;
use crate::domain::deemed::Deemed;
use crate::domain::holiday::Land;
use crate::domain::problem::{LocalText, Severity};
use crate::domain::procedure::Second;
use crate::domain::user::Group;
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
    /// The Länder whose law it is; every one where none is named.
    pub laender: Vec<Land>,
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
    /// What is filed, as its letters call it.
    pub filed: Filed,
    /// What may be filed against its decision.
    pub remedy: Remedy,
    /// Whether that is certain; else the town confirms it.
    pub remedy_confirmed: bool,
    /// First day it can be used.
    pub valid_from: NaiveDate,
    /// Last day it can be used; open where there is none.
    pub valid_to: Option<NaiveDate>,
    /// What people call it.
    pub search: Vec<String>,
    /// Whether it is wanted often: then it comes first among those that are found alike.
    pub often: bool,
    /// Fields that name a case in lists, the first answered ones, at most two.
    pub subject: Vec<String>,
    /// The field that names the business where the answers name no person (a domestic stock corporation).
    pub business_name: Option<String>,
    /// When it is for that business as a legal person, and where that is: whom the answers name represents it by law.
    pub legal_person: Option<LegalPerson>,
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
    /// Building blocks for a decision.
    pub blocks: Vec<Block>,
    /// Steps, by id.
    pub steps: BTreeMap<String, Step>,
    /// Weeks to answer a request or a hearing; the usual ones where there are none.
    pub answer_weeks: Option<u16>,
    /// When a decision is signed by a second person; never where there is none.
    pub second: Option<Second>,
    /// Whether its law orders deemed approval (§ 42a VwVfG).
    pub deemed: Option<Deemed>,
    /// The fields that say for which days something is asked for.
    pub occasion: Option<OccasionFields>,
    /// How long it is kept.
    pub retention: Option<Retention>,
    /// Bodies that are told.
    pub receiving: Option<Receiving>,
    /// Valid answers; the tests file, print and close them.
    pub example: Answers,
}

/// A legal person as the one that a case is for.
#[derive(Debug, Clone, PartialEq)]
pub struct LegalPerson {
    /// When it is.
    pub when: Condition,
    /// Path of its address.
    pub address: String,
}

/// The fields of the first and the last day for which something is asked for; one and the same where it is one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OccasionFields {
    /// Of the first.
    pub from: String,
    /// Of the last.
    pub to: String,
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

/// What somebody files with the office: an application asks for something, a notice tells it. Letters call it by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Filed {
    /// An application (§ 22 VwVfG): it is granted or refused.
    #[default]
    Antrag,
    /// A notice that a law asks for (§ 14 GewO, § 11 (1) LHundG NRW, § 965 BGB): it is received or confirmed.
    Anzeige,
    /// A registration (dog tax).
    Anmeldung,
    /// The end of one.
    Abmeldung,
    /// A declaration of somebody else's (§ 19 (1) BMG).
    Erklaerung,
}

impl Filed {
    /// As services write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Antrag => "antrag",
            Self::Anzeige => "anzeige",
            Self::Anmeldung => "anmeldung",
            Self::Abmeldung => "abmeldung",
            Self::Erklaerung => "erklaerung",
        }
    }
}

/// What may be filed against a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Remedy {
    /// Direct action at the administrative court (the rule in NRW).
    Klage,
    /// Objection first (municipal taxes and fees under KAG).
    Widerspruch,
    /// There is no decision.
    #[default]
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
    /// What a paper says of it to whom it is for; none says anything where there is nothing.
    pub tells: Option<LocalText>,
    /// The paragraph.
    pub law: Option<String>,
    /// What stands beside the paragraph as long as the town has not set the limit that it compares with.
    pub unconfirmed: Option<String>,
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

impl Service {
    /// The steps as they are taken: filed first, closed last, whatever lies between in between.
    pub fn course(&self) -> Vec<(&String, &Step)> {
        let mut steps: Vec<_> = self.steps.iter().collect();
        steps.sort_by_key(|(id, _)| match id.as_str() {
            "filed" => 0,
            "closed" => 2,
            _ => 1,
        });
        steps
    }

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

    /// Whether its law is that of a Land; federal law and by-laws are everywhere's.
    pub fn is_of(&self, land: Land) -> bool {
        self.laender.is_empty() || self.laender.contains(&land)
    }

    /// Whether it can be used on a day.
    pub fn is_valid_on(&self, day: NaiveDate) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|to| day <= to)
    }
}
