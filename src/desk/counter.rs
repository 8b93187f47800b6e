//! At the counter before anything is a case: a new intake, what the service says about it, drafts. Files nothing.

use super::Desk;
use super::error::DeskError;
use super::intake::{Intake, Party};
use super::person::differences;
use super::session::Session;
use crate::catalogue::{Service, Situation, evaluate, initial_answers};
use crate::domain::answers::Answers;
use crate::domain::assessment::Assessment;
use crate::domain::case::AppearsAs;
use crate::domain::id::CaseId;
use crate::domain::person::{display_name, fields};
use crate::domain::problem::Problem;
use crate::domain::town::Town;
use crate::store::{Draft, Reader, StoreError};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::BTreeMap;

/// A draft as the counter lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRow {
    /// The id that the case will have.
    pub id: CaseId,
    /// Slug of the service.
    pub service: String,
    /// Its name in the language of the window is the catalogue's; this is the German one.
    pub service_name: String,
    /// The applicant's name; empty while there is none.
    pub person: String,
    /// When it was last saved.
    pub updated_at: DateTime<Utc>,
}

/// What is known beside an intake's answers.
pub(super) fn situation<'a>(intake: &'a Intake, town: &'a Town, today: NaiveDate) -> Situation<'a> {
    Situation {
        today,
        received_on: intake.received_on.unwrap_or(today),
        town,
        documents_seen: &intake.documents,
        brought: None,
        appears_as: intake.applicant().map_or(AppearsAs::InPerson, |applicant| applicant.appears_as),
        channel: intake.channel,
    }
}

/// The answers as the service sees them: what was signed at the stop "sign" answers the form's signature.
pub(super) fn answers(service: &Service, intake: &Intake) -> Answers {
    let mut answers = intake.answers.clone();
    if let (Some(field), Some(_)) = (service.signature_field(), &intake.signature) {
        answers.set(&field.path, true.into());
    }
    answers
}

impl Desk {
    /// An empty intake for the service as it is valid today, with the form's defaults.
    pub fn new_intake(&self, session: &Session, slug: &str) -> Result<Intake, DeskError> {
        self.new_intake_of(session, slug, self.today())
    }

    /// The same for what came in on a day: the version that counted then.
    pub fn new_intake_of(
        &self,
        _session: &Session,
        slug: &str,
        received_on: NaiveDate,
    ) -> Result<Intake, DeskError> {
        self.refresh_catalogue()?;
        let today = self.today();
        let unknown = || Problem::error("service", "service-unknown").with("service", slug);
        let offer = self.catalogue().offer(slug, received_on).ok_or_else(unknown)?;
        let service = offer.service;
        let town = self.town()?;
        let id = self.chance.id(self.clock.now().timestamp_millis())?;
        let mut intake = Intake::new(CaseId(id), slug, &service.version);
        intake.pack = offer.pack.map(|pack| pack.digest);
        intake.received_on = Some(received_on).filter(|day| *day != today);
        intake.answers = initial_answers(service, &situation(&intake, &town, today));
        Ok(intake)
    }

    /// What the service says about the intake.
    pub fn assess(&self, _session: &Session, intake: &Intake) -> Result<Assessment, DeskError> {
        let town = self.town()?;
        let service = self.service_of_intake(intake)?;
        let mut assessment =
            evaluate(service, &answers(service, intake), &situation(intake, &town, self.today()));
        let known = match intake.applicant().map(|applicant| &applicant.party) {
            Some(Party::Known(id)) => self.store.read(|db| db.person(*id))?.map(|person| person.fields),
            Some(Party::New(known)) => Some(known.clone()),
            None => None,
        };
        let known = known.unwrap_or_default();
        assessment.problems.extend(differences(service, &assessment.values, &known));
        Ok(assessment)
    }

    /// Saves the intake as a draft over its earlier state.
    pub fn save_draft(&self, session: &Session, intake: &Intake) -> Result<(), DeskError> {
        let draft = self.to_draft(session, intake)?;
        let _ = self.store.write(|tx| match tx.case(intake.case)? {
            // It was filed meanwhile; a late autosave must not bring the draft back.
            Some(_) => Ok(()),
            None => tx.save_draft(&draft),
        })?;
        Ok(())
    }

    pub(super) fn to_draft(&self, session: &Session, intake: &Intake) -> Result<Draft, DeskError> {
        Ok(Draft {
            id: intake.case,
            owner: session.user,
            service: intake.service.clone(),
            updated_at: self.clock.now(),
            body: serde_json::to_vec(intake).map_err(StoreError::from)?,
            blobs: intake.enclosures.iter().map(|enclosure| enclosure.blob).collect(),
        })
    }

    /// The user's parked drafts, the newest first.
    pub fn drafts(&self, session: &Session) -> Result<Vec<DraftRow>, DeskError> {
        self.store.read(|db| {
            let drafts = db.drafts(session.user)?;
            Ok(drafts.into_iter().filter_map(|draft| self.draft_row(db, &draft)).collect())
        })
    }

    fn draft_row(&self, db: &Reader<'_>, draft: &Draft) -> Option<DraftRow> {
        let intake: Intake = serde_json::from_slice(&draft.body).ok()?;
        let service = self.service_of_intake(&intake).ok();
        let person = match intake.applicant().map(|applicant| &applicant.party) {
            Some(Party::Known(id)) => db.person(*id).ok().flatten().map(|person| person.name()),
            Some(Party::New(known)) => Some(name_of(known)),
            None => Some(name_of(&intake.entering)),
        };
        Some(DraftRow {
            id: draft.id,
            service_name: service.map_or_else(|| intake.service.clone(), |service| service.name.de.clone()),
            service: intake.service,
            person: person.unwrap_or_default(),
            updated_at: draft.updated_at,
        })
    }

    /// A draft to go on with.
    pub fn draft(&self, session: &Session, id: CaseId) -> Result<Option<Intake>, DeskError> {
        let draft = self.store.read(|db| db.draft(id))?;
        let draft = draft.filter(|draft| draft.owner == session.user);
        let intake: Option<Intake> =
            draft.map(|draft| serde_json::from_slice(&draft.body)).transpose().map_err(StoreError::from)?;
        self.refresh_catalogue()?;
        Ok(intake.map(|intake| self.as_of_its_day(intake)))
    }

    /// A draft as the version asks for it that counts on its day of receipt: another may have begun since it was parked.
    /// What that does not ask for any more is left out; a filed case never changes so.
    fn as_of_its_day(&self, mut intake: Intake) -> Intake {
        let day = intake.received_on.unwrap_or_else(|| self.today());
        let Some(offer) = self.catalogue().offer(&intake.service, day) else { return intake };
        if self.service_of_intake(&intake).is_ok_and(|service| service == offer.service) {
            return intake;
        }
        intake.version.clone_from(&offer.service.version);
        intake.pack = offer.pack.map(|pack| pack.digest);
        intake.answers.0.retain(|id, _| offer.service.fields().any(|field| field.id == *id));
        intake.documents.retain(|id| offer.service.documents.iter().any(|document| document.id == *id));
        intake
    }

    /// Throws a draft away.
    pub fn discard_draft(&self, session: &Session, id: CaseId) -> Result<(), DeskError> {
        let _ = self.store.write(|tx| match tx.draft(id)? {
            Some(draft) if draft.owner == session.user => tx.delete_draft(id),
            _ => Ok(()),
        })?;
        Ok(())
    }

    /// The answers of an earlier case, to begin a new one with.
    pub fn copy_answers(&self, session: &Session, case: CaseId) -> Result<Answers, DeskError> {
        let case = self.store.read(|db| db.case(case))?;
        let case = case.filter(|case| session.reads.contains(&case.opened.group));
        Ok(case.ok_or_else(|| DeskError::because("case-unknown"))?.answers())
    }
}

fn name_of(known: &BTreeMap<String, String>) -> String {
    let get = |field| known.get(field).map_or("", String::as_str);
    display_name(get(fields::FAMILY), get(fields::GIVEN))
}
