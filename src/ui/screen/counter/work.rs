//! The intake in hand: its service, its answers as typed, what the service says about them. Draws nothing, saves
//! nothing; every change assesses again.

mod applicant;
mod typed;

use crate::catalogue::{Catalogue, Field, Section, Service, Situation, evaluate, is_in_form};
use crate::desk::case::Sheet;
use crate::desk::intake::{Intake, Participant, Party};
use crate::desk::person::differences;
use crate::domain::answers::Answers;
use crate::domain::assessment::Assessment;
use crate::domain::case::{APPLICANT, AppearsAs, Linked};
use crate::domain::id::CaseId;
use crate::domain::problem::Problem;
use crate::domain::town::{Town, keys};
use chrono::NaiveDate;
use serde_json::Value;
use std::collections::BTreeMap;
pub use typed::{citizenship, country_name, written_date};
use uuid::Uuid;

/// The intake in hand.
#[derive(Debug, Clone)]
pub struct Work {
    /// Its service.
    pub service: &'static Service,
    /// What was entered so far.
    pub intake: Intake,
    /// What is known of the applicant, by the names of [`crate::domain::person::fields`].
    pub person: BTreeMap<String, String>,
    /// What is known of whoever acts for the applicant.
    pub representative: BTreeMap<String, String>,
    /// What the service says about it.
    pub assessment: Assessment,
    /// The answers of a filed case before they are corrected, as one types them; none at the counter.
    pub before: Option<Answers>,
    town: Town,
    today: NaiveDate,
}

impl Work {
    /// Takes an intake in hand; `None` where the catalogue does not know its service.
    pub fn new(catalogue: &'static Catalogue, intake: Intake, town: &Town, today: NaiveDate) -> Option<Self> {
        let service = catalogue.begun(&intake.service, &intake.version, intake.pack)?;
        let typed = |participant: Option<&Participant>| match participant.map(|one| &one.party) {
            Some(Party::New(known)) => known.clone(),
            _ => BTreeMap::new(),
        };
        let (person, representative) = (typed(intake.applicant()), typed(intake.representative()));
        let assessment = Assessment::default();
        let (before, town) = (None, town.clone());
        let mut work = Self { service, intake, person, representative, assessment, before, town, today };
        work.as_typed();
        work.assess();
        Some(work)
    }

    /// Takes a service in hand with its example, to be looked at: with every document that it cannot do without. Nothing
    /// of it is kept.
    pub fn of_example(service: &'static Service, town: &Town, today: NaiveDate) -> Self {
        let mut intake = Intake::new(CaseId(Uuid::nil()), &service.slug, &service.version);
        intake.answers = service.example.clone();
        let blocking = service.documents.iter().filter(|document| document.blocking);
        intake.documents = blocking.map(|document| document.id.clone()).collect();
        intake.received_on = Some(today);
        let nobody = BTreeMap::new();
        let (person, representative) = (nobody.clone(), nobody);
        let (assessment, town) = (Assessment::default(), town.clone());
        let mut work =
            Self { service, intake, person, representative, assessment, before: None, town, today };
        work.as_typed();
        work.assess();
        work
    }

    /// Takes the answers of a filed case in hand, to correct them. They are judged as on the day of filing.
    pub fn of_case(sheet: &Sheet) -> Self {
        let (case, opened) = (&sheet.case, &sheet.case.opened);
        let applicant = case.persons.values().find(|linked| linked.part == APPLICANT);
        let participant = |linked: &Linked| Participant {
            party: Party::Known(linked.person),
            part: linked.part.clone(),
            appears_as: linked.appears_as,
            seen: linked.seen.clone(),
            certain: true,
        };
        let mut intake = Intake::new(case.id, &opened.service, &opened.version);
        intake.pack = opened.pack;
        intake.answers = case.answers();
        intake.documents = case.documents.keys().cloned().collect();
        intake.channel = opened.channel;
        intake.received_on = Some(opened.received_on);
        intake.participants = applicant.map(participant).into_iter().collect();
        let person = applicant.and_then(|linked| sheet.persons.get(&linked.person));
        let mut work = Self {
            service: sheet.service,
            intake,
            person: person.map(|person| person.fields.clone()).unwrap_or_default(),
            representative: BTreeMap::new(),
            assessment: Assessment::default(),
            before: None,
            town: sheet.town.clone(),
            today: opened.filed_on,
        };
        work.as_typed();
        work.before = Some(work.intake.answers.clone());
        work.assess();
        work
    }

    /// What stood in a field before it was corrected, where something else stands there now.
    pub fn stood(&self, path: &str) -> Option<String> {
        let before = self.before.as_ref()?;
        if before.at(path) == self.intake.answers.at(path) {
            return None;
        }
        match before.at(path) {
            Some(Value::String(text)) => Some(text.clone()),
            Some(Value::Number(number)) => Some(number.to_string()),
            _ => Some(String::new()),
        }
    }

    /// Asks the service again.
    pub fn assess(&mut self) {
        let situation = Situation {
            today: self.today,
            received_on: self.intake.received_on.unwrap_or(self.today),
            town: &self.town,
            documents_seen: &self.intake.documents,
            brought: None,
            appears_as: self.intake.applicant().map_or(AppearsAs::InPerson, |applicant| applicant.appears_as),
            channel: self.intake.channel,
        };
        self.assessment = evaluate(self.service, &self.intake.answers, &situation);
        let differ = differences(self.service, &self.assessment.values, &self.known());
        self.assessment.problems.extend(differ);
        self.offer_own_postcode();
    }

    /// Where a postcode is none and the place is this town, the town's own is offered.
    fn offer_own_postcode(&mut self) {
        let (own, place) = (self.town.get(keys::POSTCODE), self.town.get(keys::PLACE));
        if own.is_empty() {
            return;
        }
        for problem in self.assessment.problems.iter_mut().filter(|problem| problem.id == "postcode-form") {
            let beside = problem.field.rsplit_once('.').map_or("", |(group, _)| group);
            if self.intake.answers.text(&format!("{beside}.ort")).trim() == place {
                problem.fix = Some(own.to_owned());
            }
        }
    }

    /// Answers a field and asks the service again.
    pub fn answer(&mut self, path: &str, value: impl Into<Value>) {
        self.intake.answers.set(path, value.into());
        self.assess();
    }

    /// Other words than those that may have been signed already, where no form was typed in (that tells by itself).
    fn other_words(&mut self) {
        self.intake.signature = None;
        self.assess();
    }

    /// Notes that a document was seen, or was not after all.
    pub fn see_document(&mut self, id: String, seen: bool) {
        let _ = if seen { self.intake.documents.insert(id) } else { self.intake.documents.remove(&id) };
        self.assess();
    }

    /// The day at the counter.
    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// What is typed in a field.
    pub fn typed(&self, path: &str) -> String {
        match self.intake.answers.at(path) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Number(number)) => number.to_string(),
            _ => String::new(),
        }
    }

    /// Items of a list; one empty item where there is none, so that there is something to type into.
    pub fn items(&self, path: &str) -> usize {
        self.intake.answers.at(path).and_then(Value::as_array).map_or(0, Vec::len).max(1)
    }

    /// Whether a field is asked with the answers of now.
    pub fn is_visible(&self, field: &Field, path: &str) -> bool {
        // An item that nobody has typed into yet is not among the answers; it is asked all the same.
        let begun = self.assessment.visible.contains(path);
        is_in_form(field)
            && (begun || path.split('.').any(|part| part.parse::<usize>().is_ok()) && field.visible.is_none())
    }

    /// The sections that have something to ask.
    pub fn sections(&self) -> Vec<&'static Section> {
        let asks =
            |section: &&Section| section.fields.iter().any(|field| self.is_visible(field, &field.path));
        self.service.sections.iter().filter(asks).collect()
    }

    /// The section in which a path is asked.
    pub fn section_of(&self, path: &str) -> Option<usize> {
        let top = path.split('.').next().unwrap_or_default();
        self.sections().iter().position(|section| section.fields.iter().any(|field| field.id == top))
    }

    /// Problems at a path itself.
    pub fn problems_at<'a>(&'a self, path: &'a str) -> impl Iterator<Item = &'a Problem> {
        self.assessment.problems.iter().filter(move |problem| problem.field == path)
    }

    /// Takes the answers of an earlier case; what is said anew each time (the day of the notice) stays as it is.
    pub fn take_over(&mut self, answers: &Answers) {
        use crate::catalogue::Default::{Received, Today};
        for (id, value) in &answers.0 {
            let field = self.service.fields().find(|field| field.id == *id);
            let anew = field
                .is_none_or(|field| !is_in_form(field) || matches!(field.default, Some(Today | Received)));
            if !anew {
                self.intake.answers.set(id, value.clone());
            }
        }
        self.as_typed();
        self.other_words();
    }
}
