//! From where a paper is written: what the office knows or knew, on which day, who issues it. A duplicate is written from
//! where its original was. Issues nothing.

use super::{own, values};
use crate::catalogue::Service;
use crate::desk::Desk;
use crate::desk::error::DeskError;
use crate::desk::hand::Hand;
use crate::domain::answers::Answers;
use crate::domain::assessment::{Assessment, PaperDue};
use crate::domain::case::{Case, FreeLetter, Issued};
use crate::domain::id::{CaseId, PaperId, UserId};
use crate::domain::money::Cents;
use crate::domain::person::Person;
use crate::domain::problem::Problem;
use crate::domain::town::Town;
use crate::paper::form;
use crate::paper::letter::{Crest, Letterhead};
use crate::paper::template::{self, word};
use crate::paper::{Mark, Rendered};
use crate::store::Reader;
use chrono::NaiveDate;

/// Everything that a paper is written from.
#[derive(Debug, Clone)]
pub(in crate::desk) struct Scene {
    /// The case.
    pub case: Case,
    /// Its answers, or others that are tried.
    pub answers: Answers,
    /// The service in the version that the case keeps.
    pub service: &'static Service,
    /// What the service says about the answers.
    pub assessment: Assessment,
    /// Whom it is for.
    pub applicant: Option<Person>,
    /// Those who act for them, and so get the letters.
    pub representatives: Vec<Person>,
    /// Name of who took the last decision.
    pub decided_by: String,
    /// The town.
    pub town: Town,
    /// The day that the paper bears.
    pub today: NaiveDate,
    /// Name of who issues it.
    pub clerk: String,
    /// The receipt that it is about; then it bears its day and the name of who took the money.
    pub receipt: Option<String>,
    /// What stands above a paper that replaces or repeats another.
    pub mark: Option<Mark>,
    /// The town's coat of arms.
    pub crest: Option<Crest>,
    /// What it says, where that is the clerk's own words.
    pub letter: Option<FreeLetter>,
    /// What is still to be paid of what the decision charged whose letter it is; none where it charged nothing, or for other papers.
    pub owed: Option<Cents>,
    /// The handover that it tells of.
    pub handed: Option<Handed>,
}

/// A handover, as its letter tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::desk) struct Handed {
    /// The office that has the case now.
    pub to: String,
    /// Since when.
    pub on: NaiveDate,
    /// Why.
    pub reason: String,
}

impl Handed {
    /// The handover that followed a paper: its letter goes along with it.
    fn after(case: &Case, paper: PaperId) -> Option<Self> {
        let issued = case.issuing(paper)?.id;
        let place = |event| case.timeline.iter().position(|known| known.id == event);
        let since = place(issued)?;
        let handover = case.handovers().iter().find(|handover| place(handover.event) > Some(since))?;
        let given = handover.given.clone();
        Some(Self { to: given.bundle.to.name, on: given.handed_on, reason: given.reason })
    }
}

impl Scene {
    /// The case as it stands, issued by whoever acts.
    pub fn now(hand: &Hand<'_, '_, '_>, id: CaseId, receipt: Option<&str>) -> Result<Self, DeskError> {
        let clerk = hand.user.name.clone();
        Self::of(hand.desk, hand.tx, hand.case(id)?, hand.today, clerk, receipt)
    }

    /// The case as it stood when a paper of it was issued, by whoever issued it.
    pub fn then(hand: &Hand<'_, '_, '_>, case: &Case, paper: PaperId) -> Result<Self, DeskError> {
        let unknown = || DeskError::because("paper-unknown");
        let issued = &case.paper(paper).ok_or_else(unknown)?.issued;
        let event = case.issuing(paper).ok_or_else(unknown)?;
        let known = hand.tx.as_of(event.id)?;
        let before = known.case(case.id)?.ok_or_else(unknown)?;
        let clerk = name_of(&known, event.actor)?;
        let scene = Self::of(hand.desk, &known, before, issued.issued_on, clerk, issued.receipt.as_deref())?;
        let letter = case.paper(paper).and_then(|paper| paper.issued.letter.as_deref().cloned());
        Ok(Self { letter, handed: Handed::after(case, paper), ..scene })
    }

    fn of(
        desk: &Desk,
        known: &Reader<'_>,
        case: Case,
        today: NaiveDate,
        clerk: String,
        receipt: Option<&str>,
    ) -> Result<Self, DeskError> {
        let service = desk.service_of(&case.opened)?;
        let applicant = case.applicant().map(|id| known.person(id)).transpose()?.flatten();
        let mut representatives = Vec::new();
        for id in case.representatives() {
            // Two records of one person get one letter.
            let person = known.person(id)?;
            representatives.extend(person.filter(|person| !representatives.contains(person)));
        }
        let decided_by = case.decisions.last().map(|decision| name_of(known, decision.by)).transpose()?;
        let decided_by = decided_by.unwrap_or_default();
        let (answers, town) = (case.answers(), known.town()?);
        let (mut today, mut clerk) = (today, clerk);
        if let Some(receipt) = receipt.and_then(|number| case.receipts.get(number)) {
            let paid = (receipt.paid.paid_on, receipt.taken_by);
            let (on, by) = receipt.cancelled.as_ref().map_or(paid, |cancelled| (cancelled.on, cancelled.by));
            today = on;
            clerk = name_of(known, by)?;
        }
        let assessment = crate::desk::case::assess(service, &case, &answers, &town, today);
        let receipt = receipt.map(str::to_owned);
        let (crest, mark) = (crate::desk::arms::crest(known, &town)?, None);
        Ok(Self {
            case,
            answers,
            service,
            assessment,
            applicant,
            representatives,
            decided_by,
            town,
            today,
            clerk,
            receipt,
            mark,
            crest,
            letter: None,
            owed: None,
            handed: None,
        })
    }

    /// The same with other answers and another state of the person.
    pub fn with(&self, answers: Answers, applicant: Option<Person>) -> Self {
        let assessment =
            crate::desk::case::assess(self.service, &self.case, &answers, &self.town, self.today);
        Self { answers, assessment, applicant, ..self.clone() }
    }

    /// A paper of the kind, as the answers bring it forth.
    pub fn due(&self, kind: &str) -> Result<&PaperDue, DeskError> {
        let due = self.assessment.papers.iter().find(|due| due.kind == kind).or_else(|| own::due(kind));
        due.ok_or_else(|| Problem::error("kind", "paper-kind-unknown").with("kind", kind).into())
    }

    /// The day that a paper of the kind bears, if it is issued today: the letter of a decision bears that of the decision.
    pub fn bears(&self, kind: &str, today: NaiveDate) -> NaiveDate {
        let decided = self.case.decisions.last().map(|decision| decision.decided_on);
        decided.filter(|_| self.due(kind).is_ok_and(|due| due.at == "decided")).unwrap_or(today)
    }

    /// The case as it was decided, whatever was corrected since; none before a decision.
    fn as_decided(&self) -> Option<Self> {
        let case = self.case.as_decided()?;
        let (today, event) = case.decisions.last().map(|decision| (decision.decided_on, decision.event))?;
        let answers = case.answers();
        let assessment = crate::desk::case::assess(self.service, &case, &answers, &self.town, today);
        let owed = self.case.owed_of(event);
        Some(Self { case, answers, assessment, today, owed, ..self.clone() })
    }

    /// What stands above a paper that is issued after another one of its kind.
    pub fn marked(&self, again: Again, today: NaiveDate, before: &Issued) -> Mark {
        mark(again, self.is_signed_form(&before.kind), today, before)
    }

    /// Whether it is the form that the applicant reads and signs when the case is filed.
    fn is_signed_form(&self, kind: &str) -> bool {
        let filed = |due: &PaperDue| due.at == "filed" && due.form.is_some();
        self.service.is_signed() && self.due(kind).is_ok_and(filed)
    }

    /// The paper of the kind. The letter of a decision tells the case as it was decided.
    pub fn render(&self, kind: &str) -> Result<Rendered, DeskError> {
        let head = || Letterhead { crest: self.crest.clone(), ..values::letterhead(&self.town) };
        if let Some(letter) = &self.letter {
            let wording = letter.wording.as_deref().unwrap_or(crate::desk::serial::WORDING);
            return Ok(template::render(wording, &values::free_values(self, letter), &head())?);
        }
        let decided = if self.due(kind)?.at == "decided" { self.as_decided() } else { None };
        let scene = decided.as_ref().unwrap_or(self);
        let due = scene.due(kind)?;
        if let Some(form) = &due.form {
            return Ok(form::render(form::builtin(form)?, &scene.answers, &values::form_head(scene))?);
        }
        let head = Letterhead { crest: scene.crest.clone(), ..values::letterhead(&scene.town) };
        let values = values::letter_values(scene, due);
        let brought = scene.service.papers.iter().find(|paper| paper.kind == due.kind);
        Ok(match brought.and_then(|paper| paper.wording.as_ref()) {
            Some(letter) => template::render_letter(letter, &values, &head)?,
            None => template::render(due.letter.as_deref().unwrap_or_default(), &values, &head)?,
        })
    }
}

fn name_of(known: &Reader<'_>, user: UserId) -> Result<String, DeskError> {
    Ok(known.user(user)?.map(|user| user.name).unwrap_or_default())
}

/// What a paper has to do with the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::desk) enum Again {
    /// It replaces it (Berichtigung).
    Corrects,
    /// It repeats it, since it was lost (Zweitschrift).
    Repeats,
}

/// What stands above such a paper.
fn mark(again: Again, signed: bool, today: NaiveDate, before: &Issued) -> Mark {
    let (date, original) = (values::day(today), values::day(before.issued_on));
    let args = [("date", date.as_str()), ("original", original.as_str()), ("title", before.title.as_str())];
    let (title, note) = match again {
        Again::Repeats => ("mark_duplicate", "mark_duplicate_note"),
        // What somebody signed is kept as they signed it; the office corrects what it says.
        Again::Corrects if signed => ("mark_correction", "mark_correction_signed_note"),
        Again::Corrects => ("mark_correction", "mark_correction_note"),
    };
    Mark { title: word(title, &args), note: word(note, &args) }
}
