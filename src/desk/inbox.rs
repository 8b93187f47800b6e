//! What comes in as a file of another system (Posteingang, see [`folder`]): a trade notice becomes a checked draft, with the original
//! attached. Files nothing: a person looks first. What is refused leaves nothing behind.

pub mod answer;
mod arrived;
pub mod back;
pub mod folder;
mod found;
#[cfg(test)]
mod tests;

pub(super) use found::Founds;

use super::Desk;
use super::error::DeskError;
use super::intake::{Enclosure, Intake};
use super::outside::{Fetched, read};
use super::session::Session;
use crate::catalogue::Service;
use crate::domain::case::{APPLICANT, AppearsAs, Channel};
use crate::domain::id::{CaseId, Digest};
use crate::domain::problem::{Problem, Refusal};
use crate::domain::town::keys;
use crate::exchange::read::read as read_xml;
use crate::exchange::take_in::{Answered, Incoming as Message, incoming};
use crate::store::Reader;
use chrono::NaiveDate;
use serde_json::json;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// A notice that came in and is a draft now.
#[derive(Debug, Clone, PartialEq)]
pub struct CameIn {
    /// The draft, and the case when it is filed.
    pub draft: CaseId,
    /// Slug of the service.
    pub service: String,
    /// What the form finds wrong or missing.
    pub problems: Vec<Problem>,
    /// Parts of the file that nothing was made of: line and name.
    pub unknown: Vec<(usize, String)>,
}

/// A file that was understood, before anything of it is kept.
pub(super) struct Understood {
    /// What it would become.
    pub intake: Intake,
    /// Identity of the message; empty where it has none.
    pub uuid: String,
    /// Slug of the service.
    pub service: String,
    /// Parts that nothing was made of: line and name.
    pub unknown: Vec<(usize, String)>,
}

/// What a message says of itself, without its answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    /// Its identity; empty where it has none.
    uuid: String,
    /// Official key of the town that it is for, and the line in which that stands.
    municipality: (String, usize),
    /// Its form.
    form: String,
}

impl Head {
    fn of(message: &Message<'_>) -> Result<Self, Box<Problem>> {
        let Message { uuid, municipality, municipality_line, form, .. } = message;
        if !uuid.is_empty() && uuid.parse::<Uuid>().is_err() {
            return Err(Problem::error("", "xga-uuid").into());
        }
        let municipality = (municipality.clone(), *municipality_line);
        Ok(Self { uuid: uuid.clone(), municipality, form: form.clone() })
    }
}

/// The head of the message in a file. Errors: why it is no message that is understood.
fn head_of(bytes: &[u8]) -> Result<Head, Box<Problem>> {
    let root = read_xml(bytes)?;
    Head::of(&incoming(&root)?)
}

/// The same reasons, said of this file where they are said of nothing else.
fn said_of(place: &str, error: DeskError) -> DeskError {
    let DeskError::Refused(Refusal(mut problems)) = error else { return error };
    for problem in problems.iter_mut().filter(|problem| problem.field.is_empty()) {
        place.clone_into(&mut problem.field);
    }
    Refusal(problems).into()
}

/// Where a file lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum At {
    /// In the folder of this desk.
    File(PathBuf),
    /// It came over the service of the Kreis: digest of the sealed bytes.
    Service(Digest),
}

/// What a file became, here or at another desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Came {
    /// A draft of this desk.
    Draft(CaseId),
    /// A case, with its number.
    Case(CaseId, String),
}

/// What the file of this digest became: a draft that came by portal with it, or such a case, whichever desk filed it. Who has
/// the same bytes for another reason has not taken it in.
pub(super) fn came(db: &Reader<'_>, blob: Digest) -> Result<Option<Came>, DeskError> {
    for holder in db.holders(blob)? {
        let Some((kind, id)) = holder.split_once(':') else { continue };
        let Ok(id) = id.parse::<CaseId>() else { continue };
        if kind == "draft" {
            let draft = db.draft(id)?;
            let intake = draft.and_then(|draft| serde_json::from_slice::<Intake>(&draft.body).ok());
            if intake.is_some_and(|intake| intake.channel == Channel::Portal) {
                return Ok(Some(Came::Draft(id)));
            }
        } else if let Some(case) = db.case(id)?.filter(|case| case.opened.channel == Channel::Portal) {
            return Ok(Some(Came::Case(id, case.opened.number)));
        }
    }
    Ok(None)
}

/// The case that came by portal with the file of this digest.
pub(super) fn case_with(db: &Reader<'_>, blob: Digest) -> Result<Option<(CaseId, String)>, DeskError> {
    for holder in db.holders(blob)? {
        let Some(id) = holder.strip_prefix("case:").and_then(|id| id.parse::<CaseId>().ok()) else {
            continue;
        };
        if let Some(case) = db.case(id)?.filter(|case| case.opened.channel == Channel::Portal) {
            return Ok(Some((id, case.opened.number)));
        }
    }
    Ok(None)
}

/// What the desk remembers of a message: which draft it became. The message's own identity, nothing personal.
fn key(uuid: &str) -> String {
    format!("inbox.{uuid}")
}

impl Desk {
    /// Takes a file in as a draft of whoever acts, received on this day.
    ///
    /// Errors: the file is no message that is understood, is for another town, or was taken in already; each with its line.
    pub fn take_in_file(
        &self,
        session: &Session,
        path: &Path,
        received_on: Option<NaiveDate>,
    ) -> Result<CameIn, DeskError> {
        let (file, place) = (read(path)?, path.display().to_string());
        let understood = self.understood(session, &place, &file.bytes, received_on)?;
        self.took(session, file, &place, understood)
    }

    /// The same, wherever it lies. What came over the service was received on the day on which it came there.
    pub fn take_in_from(&self, session: &Session, at: &At) -> Result<CameIn, DeskError> {
        match at {
            At::File(path) => self.take_in_file(session, path, None),
            At::Service(blob) => self.take_in_arrived(session, *blob),
        }
    }

    /// Keeps what was understood.
    fn took(
        &self,
        session: &Session,
        file: Fetched,
        place: &str,
        understood: Understood,
    ) -> Result<CameIn, DeskError> {
        let Understood { intake, uuid, service, unknown } = understood;
        let intake = self.keep(session, intake, file, &uuid, place)?;
        let problems = self.assess(session, &intake)?.problems;
        Ok(CameIn { draft: intake.case, service, problems, unknown })
    }

    /// The intake that a file would become. Keeps nothing.
    pub(super) fn understood(
        &self,
        session: &Session,
        place: &str,
        bytes: &[u8],
        received_on: Option<NaiveDate>,
    ) -> Result<Understood, DeskError> {
        let at = |problem: Problem| said_of(place, problem.into());
        let root = read_xml(bytes).map_err(|problem| at(*problem))?;
        let message = incoming(&root).map_err(|problem| at(*problem))?;
        let head = Head::of(&message).map_err(|problem| at(*problem))?;
        let begun = self.intake_for(session, &head, received_on).map_err(|error| said_of(place, error));
        let (mut intake, slug) = begun?;
        let service = self.service_of_intake(&intake)?;
        let Answered { answers, unknown } = message.answers(service);
        fill(&mut intake, service, answers);
        Ok(Understood { intake, uuid: head.uuid, service: slug, unknown })
    }

    /// The intake with which a message begins, still without its answers, and its service.
    ///
    /// Errors: it is for another town, for no service, or not for whoever asks.
    fn intake_for(
        &self,
        session: &Session,
        head: &Head,
        received_on: Option<NaiveDate>,
    ) -> Result<(Intake, String), DeskError> {
        let town = self.town()?;
        let (municipality, line) = &head.municipality;
        if municipality != town.get(keys::AGS) {
            let found = if municipality.is_empty() { "–" } else { municipality };
            let problem =
                Problem::error("", "xga-town").with("found", found).with("own", town.get(keys::AGS));
            return Err(problem.with("line", line).into());
        }
        let today = self.today();
        let received_on = received_on.unwrap_or(today);
        if received_on > today {
            return Err(Problem::error("", "received-in-future").with("date", received_on).into());
        }
        let slug = self.trade_service(&head.form).ok_or_else(|| Problem::error("", "xga-none"))?;
        let intake = self.new_intake_of(session, &slug, received_on)?;
        if !session.reads.contains(&self.service_of_intake(&intake)?.group) {
            return Err(Problem::error("", "inbox-not-yours").into());
        }
        Ok((intake, slug))
    }

    /// The service whose notices have this form.
    fn trade_service(&self, form: &str) -> Option<String> {
        let is = |service: &&Service| service.receiving.as_ref().is_some_and(|to| to.form == form);
        self.catalogue().services().find(is).map(|service| service.slug.clone())
    }

    /// Stores file and draft in one step, unless the file or its message was taken in before.
    fn keep(
        &self,
        session: &Session,
        mut intake: Intake,
        file: Fetched,
        uuid: &str,
        place: &str,
    ) -> Result<Intake, DeskError> {
        let (name, size) = (file.name, file.bytes.len() as u64);
        let changed = self.store.write(|tx| {
            let blob = Digest::of(&[&file.bytes]);
            if came(tx, blob)?.is_some() || known(tx, uuid)? {
                return Err(Problem::error(place, "inbox-there").with("name", &name).into());
            }
            let blob = tx.put_blob(&file.bytes)?;
            let media = "application/xml".to_owned();
            intake.enclosures.push(Enclosure { blob, name: name.clone(), media, size, document: None });
            tx.save_draft(&self.to_draft(session, &intake)?)?;
            if !uuid.is_empty() {
                tx.set_preference(None, &key(uuid), Some(intake.case.to_string().as_bytes()))?;
            }
            Ok::<_, DeskError>(intake)
        })?;
        Ok(changed.value)
    }
}

/// Whether the message became a draft or a case that is still there.
pub(super) fn known(tx: &Reader<'_>, uuid: &str) -> Result<bool, DeskError> {
    let Some(id) = tx.preference(None, &key(uuid))?.filter(|_| !uuid.is_empty()) else { return Ok(false) };
    let Ok(id) = String::from_utf8_lossy(&id).parse::<CaseId>() else { return Ok(false) };
    Ok(tx.draft(id)?.is_some() || tx.case(id)?.is_some())
}

/// The answers over the form's defaults. A legal form that the message does not name is not guessed where there is a
/// registered name.
fn fill(intake: &mut Intake, service: &Service, answers: crate::domain::answers::Answers) {
    let unsaid = !answers.is_set("rechtsform") && answers.is_set("eingetragener_name");
    for (field, value) in answers.0 {
        intake.answers.set(&field, value);
    }
    if unsaid && service.field("rechtsform").is_some() {
        intake.answers.set("rechtsform", json!(null));
    }
    intake.channel = Channel::Portal;
    let fields = super::person::from_answers(service, &intake.answers);
    intake.participants = vec![super::intake::Participant {
        party: super::intake::Party::New(fields),
        part: APPLICANT.to_owned(),
        appears_as: AppearsAs::InWriting,
        seen: None,
        certain: false,
    }];
}
