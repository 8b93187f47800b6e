//! Files that belong to an intake or a case: taken in, looked up for those who may read them. Shows nothing.

use super::Desk;
use super::error::DeskError;
use super::folder::Purpose;
use super::intake::{Enclosure, Intake};
use super::outside::{Fetched, read};
use super::session::Session;
use crate::catalogue::Service;
use crate::domain::decide::Command;
use crate::domain::id::{CaseId, Digest};
use crate::domain::problem::Problem;
use std::path::Path;

impl Desk {
    /// Attaches a file to an intake and saves it as a draft in one step; the draft keeps the bytes.
    pub fn attach(
        &self,
        session: &Session,
        intake: &Intake,
        path: &Path,
        document: Option<&str>,
    ) -> Result<Enclosure, DeskError> {
        known(self.service_of_intake(intake)?, document)?;
        let Fetched { name, media, bytes } = read(path)?;
        let changed = self.store.write(|tx| {
            if tx.case(intake.case)?.is_some() {
                return Err(DeskError::because("case-already-open"));
            }
            let (blob, document) = (tx.put_blob(&bytes)?, document.map(str::to_owned));
            if let Some(there) = intake.enclosures.iter().find(|e| e.blob == blob && e.document == document) {
                return Err(Problem::error("attachment", "attachment-there")
                    .with("name", &there.name)
                    .into());
            }
            let size = bytes.len() as u64;
            let enclosure = Enclosure { blob, name, media: media.to_owned(), size, document };
            let mut with_file = intake.clone();
            with_file.enclosures.push(enclosure.clone());
            tx.save_draft(&self.to_draft(session, &with_file)?)?;
            Ok::<_, DeskError>(enclosure)
        })?;
        self.remember_folder(session, Purpose::Attach, path)?;
        Ok(changed.value)
    }

    /// Attaches a file to a case. As one of the service's documents it is received with it, if it was not before.
    pub fn attach_to_case(
        &self,
        session: &Session,
        case: CaseId,
        path: &Path,
        document: Option<&str>,
    ) -> Result<(), DeskError> {
        let Fetched { name, media, bytes } = read(path)?;
        self.act_as(session, |hand| {
            let before = hand.case(case)?;
            known(hand.desk.service_of(&before.opened)?, document)?;
            let (blob, media, size) = (hand.tx.put_blob(&bytes)?, media.to_owned(), bytes.len() as u64);
            let document = document.map(str::to_owned);
            let attach = Command::Attach { blob, name, media, size, document: document.clone() };
            hand.command(case, Some(&before), attach, None)?;
            let Some(document) = document.filter(|document| !before.documents.contains_key(document)) else {
                return Ok(());
            };
            let (now, received_on) = (hand.case(case)?, hand.today);
            hand.command(case, Some(&now), Command::ReceiveDocument { document, received_on }, None)?;
            super::case::close_if_done(hand, case)
        })?;
        self.remember_folder(session, Purpose::Attach, path)
    }

    /// The bytes of a file of a case; to those who may not read the case it does not exist.
    pub fn attachment_bytes(
        &self,
        session: &Session,
        case: CaseId,
        blob: Digest,
    ) -> Result<Vec<u8>, DeskError> {
        self.store.read(|db| {
            let case = db.case(case)?.filter(|case| session.reads.contains(&case.opened.group));
            let has = case.is_some_and(|case| case.attachments.iter().any(|file| file.blob == blob));
            if has { Ok(db.blob(blob)?) } else { Err(DeskError::because("attachment-unknown")) }
        })
    }

    /// The bytes of a file of the user's own draft.
    pub fn enclosure_bytes(
        &self,
        session: &Session,
        draft: CaseId,
        blob: Digest,
    ) -> Result<Vec<u8>, DeskError> {
        self.store.read(|db| {
            let draft = db.draft(draft)?.filter(|draft| draft.owner == session.user);
            let has = draft.is_some_and(|draft| draft.blobs.contains(&blob));
            if has { Ok(db.blob(blob)?) } else { Err(DeskError::because("attachment-unknown")) }
        })
    }
}

/// Whether the service knows the document.
fn known(service: &Service, document: Option<&str>) -> Result<(), DeskError> {
    match document.filter(|id| !service.documents.iter().any(|known| known.id == **id)) {
        Some(id) => Err(Problem::error("document", "document-unknown").with("document", id).into()),
        None => Ok(()),
    }
}
