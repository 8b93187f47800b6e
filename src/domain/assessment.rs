//! What the catalogue says about answers: problems, fees, dates, documents, papers, receivers.
//! Made by `catalogue::evaluate`; `decide` refuses by it without knowing how a service is written.

use super::answers::Answers;
use super::block::Block;
use super::case::{Outcome, Stage};
use super::complete::Complete;
use super::decision::Terms;
use super::explain::Explanation;
use super::levy::FirstYear;
use super::money::Cents;
use super::problem::{LocalText, Problem};
use super::procedure::Procedure;
use super::user::Role;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Value added tax on a fee or an article (§ 2b UStG).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Vat {
    /// An act of public authority: no tax.
    #[serde(rename = "hoheitlich")]
    Sovereign,
    /// Exempt.
    #[serde(rename = "0")]
    Zero,
    /// Reduced rate, 7 %.
    #[serde(rename = "7")]
    Reduced,
    /// Standard rate, 19 %.
    #[serde(rename = "19")]
    Standard,
}

impl Vat {
    /// The rate in percent; none where no tax falls due.
    pub fn percent(self) -> Option<i64> {
        match self {
            Self::Sovereign | Self::Zero => None,
            Self::Reduced => Some(7),
            Self::Standard => Some(19),
        }
    }

    /// The tax that an amount contains, to the nearest cent (§ 14 (4) No. 8 UStG), the same where it goes back; none where no tax
    /// falls due.
    pub fn contained(self, gross: Cents) -> Option<Cents> {
        let rate = self.percent()?;
        let (twice, whole) = (gross.0.saturating_mul(2 * rate), 100 + rate);
        Some(Cents(twice.saturating_add(whole * twice.signum()) / (2 * whole)))
    }
}

/// A fee that arises.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChargeDue {
    /// The fee's id in the service.
    pub id: String,
    /// What it is for.
    pub label: LocalText,
    /// How much in all.
    pub cents: Cents,
    /// The tariff it rests on.
    pub tariff: String,
    /// Tax.
    pub vat: Vat,
    /// Whether the town has confirmed the amount.
    pub confirmed: bool,
    /// How the amount came about.
    pub why: Explanation,
    /// Of an amount that comes each year: what the first year costs. None while something for it is missing.
    pub first: Option<FirstYear>,
    /// Whether the amount comes each year.
    #[serde(default)]
    pub yearly: bool,
    /// Of an amount that a decision sets: whether it is only a rate, which other decisions ask for.
    #[serde(default)]
    pub rate: bool,
}

impl ChargeDue {
    /// Whether the amount is one: the town has said everything that it follows from.
    pub fn is_known(&self) -> bool {
        self.why.iter().all(|step| step.id != TOWN_MISSING)
    }
}

/// The step of an explanation that names a value which the town has not said.
pub const TOWN_MISSING: &str = "fee-town-missing";

/// A date that follows from the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// The deadline's id in the service.
    pub id: String,
    /// What has to have happened by then.
    pub label: LocalText,
    /// The day.
    pub date: NaiveDate,
    /// How the day came about.
    pub why: Explanation,
    /// Kind of the paper that meets it; nothing does where there is none.
    pub met_by: Option<String>,
    /// Whether it binds whoever applies: it counts from a day of theirs, and not from the receipt.
    #[serde(default)]
    pub of_applicant: bool,
}

/// A document that the service knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentNeed {
    /// The document's id in the service.
    pub id: String,
    /// Its name.
    pub label: LocalText,
    /// Whether these answers ask for it.
    pub needed: bool,
    /// Whether it was seen or brought.
    pub received: bool,
    /// Whether the case can be filed without it.
    pub blocking: bool,
    /// Why it is needed and what happens without it.
    pub says: LocalText,
    /// The paragraph that asks for it.
    pub law: Option<String>,
}

/// A paper that the case brings forth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperDue {
    /// The paper's kind, unique in the service.
    pub kind: String,
    /// What it is called.
    pub label: LocalText,
    /// A letter (`empfangsbescheinigung/1`) …
    pub letter: Option<String>,
    /// … or an official form (`gewa1/2023`).
    pub form: Option<String>,
    /// The step at which it is issued: `filed`, `paid`, `decided`, or `asked` for on demand only.
    pub at: String,
    /// Of a paper at `decided`: the outcomes that it tells.
    pub outcomes: Vec<Outcome>,
    /// What the service puts into the letter: placeholder and pattern of answers.
    pub fill: BTreeMap<String, String>,
}

/// A body that is told of the case, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receiver {
    /// The body's id in the matrix.
    pub id: String,
    /// Its name.
    pub label: LocalText,
    /// Why it is told.
    pub why: LocalText,
}

/// Everything that the service says about the answers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Assessment {
    /// All problems, in the order of the form.
    pub problems: Vec<Problem>,
    /// Paths of the fields that count with these answers; every other answer is dropped on filing.
    pub visible: BTreeSet<String>,
    /// Paths of the fields that must be answered with these answers.
    pub required: BTreeSet<String>,
    /// The answers as they are stored: normalised, hidden ones left out.
    pub values: Answers,
    /// Fees that arise on filing.
    pub charges: Vec<ChargeDue>,
    /// Fees for duplicates of lost papers, by kind of paper; a kind that is not there costs nothing.
    pub duplicates: BTreeMap<String, ChargeDue>,
    /// Amounts that a decision sets; what it asks for at once is charged with it.
    pub levies: Vec<ChargeDue>,
    /// What a decision needs beside the answers.
    pub terms: Terms,
    /// Dates.
    pub due: Vec<Due>,
    /// Documents.
    pub documents: Vec<DocumentNeed>,
    /// Building blocks for a decision.
    pub blocks: Vec<Block>,
    /// Whether everything that is needed is there, and since when.
    pub complete: Complete,
    /// Papers.
    pub papers: Vec<PaperDue>,
    /// Whether it is for a business as a legal person, whatever natural person the answers name.
    pub legal_person: bool,
    /// Bodies that are told.
    pub receivers: Vec<Receiver>,
    /// Whether the Kreis decides it and this office is a town: it can be taken in and handed over here, not decided.
    pub for_kreis: bool,
    /// The steps of the procedure, by id.
    pub steps: BTreeMap<String, Step>,
    /// What the law says about it in days and signatures.
    pub procedure: Procedure,
}

/// A step of the procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Who may take it.
    pub by: Vec<Role>,
    /// The steps that may follow: after `filed` come `forwarded`, `closed`.
    pub then: Vec<String>,
}

impl Assessment {
    /// Whether the service is decided, and by this office.
    pub fn decides_here(&self) -> bool {
        self.steps.contains_key("decided") && !self.for_kreis
    }

    /// The problems that keep the case from being filed.
    pub fn errors(&self) -> impl Iterator<Item = &Problem> {
        self.problems.iter().filter(|problem| problem.is_error())
    }

    /// What is to be paid in all.
    pub fn total(&self) -> Cents {
        self.charges.iter().map(|charge| charge.cents).sum()
    }

    /// The official form that is filed with the intake, and so read and signed before; none where the service has no such form.
    pub fn filed_form(&self) -> Option<&str> {
        self.papers.iter().filter(|due| due.at == "filed").find_map(|due| due.form.as_deref())
    }

    /// The papers that tell an outcome.
    pub fn decision_papers(&self, outcome: Outcome) -> impl Iterator<Item = &PaperDue> {
        self.papers.iter().filter(move |paper| paper.at == "decided" && paper.outcomes.contains(&outcome))
    }

    /// What the town has not said and a decision with this outcome needs. Without a letter it needs nothing.
    pub fn lacking(&self, outcome: Outcome) -> Vec<&Problem> {
        if self.decision_papers(outcome).next().is_none() {
            return Vec::new();
        }
        let sets = if grants(outcome) { self.terms.lacking_to_grant.as_slice() } else { &[] };
        self.terms.lacking.iter().chain(sets).collect()
    }

    /// Whether a case that has come so far may go on to the step. Steps between that no event tells (`forwarded`) do not
    /// stand in its way.
    pub fn follows(&self, stage: Stage, step: &str) -> bool {
        let told = [Stage::Filed, Stage::Decided, Stage::Closed].map(Stage::name);
        let (mut seen, mut open) = (BTreeSet::new(), vec![stage.name()]);
        while let Some(here) = open.pop() {
            for next in self.steps.get(here).iter().flat_map(|step| &step.then) {
                if next == step {
                    return true;
                }
                if !told.contains(&next.as_str()) && seen.insert(next.as_str()) {
                    open.push(next);
                }
            }
        }
        false
    }

    /// Documents that are needed and not there.
    pub fn missing(&self) -> impl Iterator<Item = &DocumentNeed> {
        self.documents.iter().filter(|document| document.needed && !document.received)
    }
}

/// Whether a decision grants what was asked for, and so sets what it costs.
pub fn grants(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Granted | Outcome::Conditional)
}
