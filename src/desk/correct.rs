//! Correcting a case (Berichtigung): what it would change, and doing it. One event for the answers; in the same
//! transaction every paper that says something else now is issued anew and names the one it replaces.

use super::Desk;
use super::begun::draft_id;
use super::case::assess;
use super::error::DeskError;
use super::hand::Hand;
use super::inbox::back::send_back;
use super::paper::{Again, Scene, fee, issuable, issue_one, put};
use super::person;
use super::session::Session;
use crate::catalogue::{Service, show};
use crate::domain::answers::Answers;
use crate::domain::assessment::Assessment;
use crate::domain::case::{APPLICANT, Case, Fees, Issued, Paper};
use crate::domain::correct::{Correction, FeeChange, fee_changes, void_papers};
use crate::domain::decide::Command;
use crate::domain::id::{CaseId, ChargeId, PaperId};
use crate::domain::person::Person;
use crate::domain::problem::{LocalText, Problem};
use crate::domain::procedure::FEES_LIFTED;
use crate::paper::template::word;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What a clerk asks for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Wanted {
    /// Right answers by top-level field, as typed; `null` takes one out.
    pub answers: BTreeMap<String, Value>,
    /// What stood in these fields when the clerk looked; empty where nobody did.
    pub seen: BTreeMap<String, Value>,
    /// Why.
    pub reason: String,
    /// Whether the office itself was mistaken.
    pub own_mistake: Option<bool>,
    /// What becomes of fees whose amount changes.
    pub fees: Option<Fees>,
}

/// An answer that changes, as papers say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The field.
    pub field: String,
    /// Number on the official form.
    pub no: Option<String>,
    /// What it is called.
    pub label: String,
    /// What stood there; empty where nothing did.
    pub old: String,
    /// What is to stand there; empty where nothing is.
    pub new: String,
}

/// What a correction does beyond the answers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Effects {
    /// Answers that change.
    pub changes: Vec<Change>,
    /// Papers that say something else and are issued anew.
    pub reissued: Vec<Issued>,
    /// Receipts that say something else and stay as they were written: a wrong receipt is cancelled, never changed.
    pub kept: Vec<Issued>,
    /// Papers that stand no more and that none replaces.
    pub void: Vec<Issued>,
    /// Papers that there were none of before.
    pub new: Vec<LocalText>,
    /// Fees whose amount changes.
    pub fees: Vec<FeeChange>,
    /// Fields of the person that hold the same mistake and are corrected with it: name, old, new.
    pub person: Vec<(String, String, String)>,
    /// Bodies that were told of the case and have to be told of the correction.
    pub receivers: Vec<LocalText>,
    /// Everything that the service finds wrong with the answers.
    pub problems: Vec<Problem>,
}

/// What came of a correction.
#[derive(Debug, Clone, PartialEq)]
pub struct Done {
    /// What it changed.
    pub effects: Effects,
    /// The papers that were issued, in the order in which they are handed over.
    pub papers: Vec<PaperId>,
}

impl Desk {
    /// What a correction would change. Changes nothing.
    pub fn look_at_correction(
        &self,
        session: &Session,
        case: CaseId,
        answers: &BTreeMap<String, Value>,
        language: &str,
    ) -> Result<Effects, DeskError> {
        self.act_as(session, |hand| Ok(Plan::new(hand, case, answers)?.effects(language)))
    }

    /// Corrects a case.
    pub fn correct(
        &self,
        session: &Session,
        case: CaseId,
        wanted: &Wanted,
        language: &str,
    ) -> Result<Done, DeskError> {
        self.act_as(session, |hand| correct(hand, case, wanted, language))
    }
}

pub(super) fn correct(
    hand: &mut Hand<'_, '_, '_>,
    id: CaseId,
    wanted: &Wanted,
    language: &str,
) -> Result<Done, DeskError> {
    let plan = Plan::new(hand, id, &wanted.answers)?;
    let charges =
        plan.assessment.charges.iter().map(|_| hand.id().map(ChargeId)).collect::<Result<_, _>>()?;
    let correction = Correction {
        answered: wanted.answers.keys().cloned().collect(),
        seen: wanted.seen.clone(),
        reason: wanted.reason.clone(),
        own_mistake: wanted.own_mistake,
        fees: wanted.fees,
        charges,
    };
    hand.command(id, Some(&plan.case), Command::Correct(correction), Some(&plan.assessment))?;
    if let Some(person) = &plan.person {
        let fields = person.changes.iter().map(|(field, _, new)| (field.clone(), new.clone())).collect();
        hand.change_person(person.before.id, fields, "")?;
    }
    // What was begun is done.
    hand.tx.delete_draft(draft_id(hand.user.id, id))?;
    let mut papers = Vec::new();
    for before in &plan.reissued {
        papers.push(replace(hand, id, before)?);
    }
    for kind in plan.new_papers() {
        papers.push(issue_one(hand, id, &kind, None)?);
    }
    fee::ask(hand, id, true)?;
    send_back(hand, id)?;
    Ok(Done { effects: plan.effects(language), papers })
}

/// Issues a paper anew: as the case stands now, marked, naming the one it replaces.
fn replace(hand: &mut Hand<'_, '_, '_>, id: CaseId, before: &Issued) -> Result<PaperId, DeskError> {
    let mut scene = Scene::now(hand, id, before.receipt.as_deref())?;
    scene.mark = Some(scene.marked(Again::Corrects, hand.today, before));
    let label = scene.due(&before.kind)?.label.de.clone();
    let mut issued = put(hand, &scene, &before.kind, word("title_correction", &[("title", &label)]))?;
    issued.replaces = Some(before.paper);
    let paper = issued.paper;
    hand.command(id, Some(&scene.case), Command::Issue(issued), Some(&scene.assessment))?;
    Ok(paper)
}

/// A person whose record holds the same mistake.
struct SamePerson {
    before: Person,
    after: Person,
    changes: Vec<(String, String, String)>,
}

/// What a correction comes to.
struct Plan {
    case: Case,
    service: &'static Service,
    /// What the service says about the right answers. Judged as on the day of filing: what was right then is not made
    /// wrong by the days that went by.
    assessment: Assessment,
    before: Assessment,
    person: Option<SamePerson>,
    reissued: Vec<Issued>,
    kept: Vec<Issued>,
}

impl Plan {
    fn new(
        hand: &Hand<'_, '_, '_>,
        id: CaseId,
        corrections: &BTreeMap<String, Value>,
    ) -> Result<Self, DeskError> {
        let case = hand.case(id)?;
        let service = hand.desk.service_of(&case.opened)?;
        let mut answers = case.answers();
        for (field, value) in corrections {
            answers.set(field, value.clone());
        }
        let filed_on = case.opened.filed_on;
        let assessment = assess(service, &case, &answers, &hand.town, filed_on);
        let before = assess(service, &case, &case.answers(), &hand.town, filed_on);
        let person = same_person(hand, service, &case, &assessment.values)?;
        let void = void_papers(&case, &assessment);
        let (mut reissued, mut kept) = (Vec::new(), Vec::new());
        if assessment.errors().next().is_none() {
            // A letter says what was written then; what asks for fees is issued anew where a fee falls, not a name.
            let of_service = |paper: &&Paper| {
                let of_fees = |kind: &str| fee::KINDS.contains(&kind) || kind == FEES_LIFTED;
                paper.issued.letter.is_none() && !of_fees(&paper.issued.kind)
            };
            for paper in
                case.standing().filter(of_service).filter(|paper| !void.contains(&paper.issued.paper))
            {
                let cancelled = paper.issued.receipt.as_ref().and_then(|number| case.receipts.get(number));
                if cancelled.is_none_or(|receipt| receipt.cancelled.is_none())
                    && says_something_else(hand, &case, &paper.issued, &assessment.values, person.as_ref())?
                {
                    // Its number is given out once, and it says who brought the money then.
                    let list = if paper.issued.receipt.is_some() { &mut kept } else { &mut reissued };
                    list.push(paper.issued.clone());
                }
            }
        }
        Ok(Self { case, service, assessment, before, person, reissued, kept })
    }

    /// Kinds that are due on filing with the right answers and were not with the wrong ones.
    fn new_papers(&self) -> Vec<String> {
        let was_due = |kind: &str| self.before.papers.iter().any(|due| due.kind == kind);
        let lacking = issuable(&self.case, self.service, &self.assessment).into_iter();
        lacking.filter(|due| due.at == "filed" && !was_due(&due.kind)).map(|due| due.kind).collect()
    }

    fn effects(&self, language: &str) -> Effects {
        let new = self.new_papers();
        let labels = self.assessment.papers.iter().filter(|due| new.contains(&due.kind));
        let void = void_papers(&self.case, &self.assessment);
        let void = void.into_iter().filter_map(|id| self.case.paper(id));
        Effects {
            changes: changes(self.service, &self.case.answers(), &self.assessment.values, language),
            reissued: self.reissued.clone(),
            kept: self.kept.clone(),
            void: void.map(|paper| paper.issued.clone()).collect(),
            new: labels.map(|due| due.label.clone()).collect(),
            fees: fee_changes(&self.case, &self.assessment),
            person: self.person.as_ref().map(|person| person.changes.clone()).unwrap_or_default(),
            receivers: self.receivers(),
            problems: self.assessment.problems.clone(),
        }
    }

    /// Bodies that get one of the fields that change, and those that are told only by the one or the other answers.
    fn receivers(&self) -> Vec<LocalText> {
        let (old, new) = (self.case.answers(), &self.assessment.values);
        let differs = |field: &&crate::catalogue::Field| old.0.get(&field.id) != new.0.get(&field.id);
        let changed: BTreeSet<u8> = self
            .service
            .fields()
            .filter(differs)
            .filter_map(|field| field.no.as_ref()?.parse().ok())
            .collect();
        let told = |assessment: &Assessment, id: &str| assessment.receivers.iter().any(|to| to.id == id);
        let bodies = self.service.receiving.iter().flat_map(|receiving| &receiving.bodies);
        let concerned = bodies.filter(|body| {
            let (before, after) = (told(&self.before, &body.id), told(&self.assessment, &body.id));
            before != after || (after && body.fields.iter().any(|no| changed.contains(no)))
        });
        concerned.map(|body| body.label.clone()).collect()
    }
}

/// Answers that differ, as papers say them.
pub fn changes(service: &Service, old: &Answers, new: &Answers, language: &str) -> Vec<Change> {
    let (before, after) = (show(service, old, language), show(service, new, language));
    let value = |all: &[crate::catalogue::Shown], field: &str| {
        all.iter().find(|shown| shown.field == field).map(|shown| shown.value.clone()).unwrap_or_default()
    };
    let fields = service.fields().filter(|field| old.0.get(&field.id) != new.0.get(&field.id));
    let change = |field: &crate::catalogue::Field| Change {
        field: field.id.clone(),
        no: field.no.clone(),
        label: field.label.get(language).to_owned(),
        old: value(&before, &field.id),
        new: value(&after, &field.id),
    };
    fields.map(change).collect()
}

/// Whether a paper, written from where it was, would say something else with the right answers.
fn says_something_else(
    hand: &Hand<'_, '_, '_>,
    case: &Case,
    issued: &Issued,
    answers: &Answers,
    person: Option<&SamePerson>,
) -> Result<bool, DeskError> {
    let then = Scene::then(hand, case, issued.paper)?;
    let mut applicant = then.applicant.clone();
    if let (Some(applicant), Some(person)) = (&mut applicant, person) {
        for (field, _, _) in &person.changes {
            let _ = applicant.fields.insert(field.clone(), person.after.get(field).to_owned());
        }
    }
    let now = then.with(answers.clone(), applicant);
    Ok(then.render(&issued.kind)?.bytes != now.render(&issued.kind)?.bytes)
}

/// The applicant, where their record says what the answers said wrongly.
fn same_person(
    hand: &Hand<'_, '_, '_>,
    service: &Service,
    case: &Case,
    answers: &Answers,
) -> Result<Option<SamePerson>, DeskError> {
    let applicant = case.persons.values().find(|linked| linked.part == APPLICANT);
    let Some(before) = applicant.map(|linked| hand.tx.person(linked.person)).transpose()?.flatten() else {
        return Ok(None);
    };
    let (old, new) = (person::from_answers(service, &case.answers()), person::from_answers(service, answers));
    let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let value = |all: &BTreeMap<String, String>, name: &str| all.get(name).cloned().unwrap_or_default();
    let changes: Vec<_> = names
        .into_iter()
        .map(|name| (name.clone(), value(&old, name), value(&new, name)))
        .filter(|(name, old, new)| old != new && before.get(name) == old)
        .collect();
    if changes.is_empty() {
        return Ok(None);
    }
    let mut after = before.clone();
    for (name, _, new) in &changes {
        let _ = after.fields.insert(name.clone(), new.clone());
    }
    Ok(Some(SamePerson { before, after, changes }))
}
