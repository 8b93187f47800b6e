//! Papers: which are due, what they are filled with, and issuing them. Issued is: number, event and bytes together,
//! before anything is printed. Lays nothing out.

mod values;

use super::Desk;
use super::error::DeskError;
use super::hand::Hand;
use super::session::Session;
use crate::domain::assessment::PaperDue;
use crate::domain::case::{Case, Issued};
use crate::domain::decide::Command;
use crate::domain::id::{CaseId, Digest, PaperId};
use crate::domain::problem::Problem;
use crate::paper::form::{self, FormHead, Purpose};
use crate::paper::{Rendered, template};
use crate::store::read::{self, PaperRow};
use std::io::Write as _;
use std::path::Path;

impl Desk {
    /// The papers of a case, in the order in which they were issued.
    pub fn papers_of(&self, session: &Session, case: CaseId) -> Result<Vec<PaperRow>, DeskError> {
        self.query(|db| read::papers_of_case(db, &session.reads, case))
    }

    /// The PDF, byte for byte as it was issued.
    pub fn paper_bytes(&self, session: &Session, paper: PaperId) -> Result<Vec<u8>, DeskError> {
        let row = self.paper_row(session, paper)?;
        self.store.read(|db| db.blob(row.sha256)).map_err(DeskError::from)
    }

    pub(super) fn paper_row(&self, session: &Session, paper: PaperId) -> Result<PaperRow, DeskError> {
        let row = self.query(|db| read::paper_by_id(db, &session.reads, paper))?;
        row.ok_or_else(|| DeskError::because("paper-unknown"))
    }

    /// Saves the PDF: whole, or not at all. A file that is there already is not touched.
    pub fn save_paper(&self, session: &Session, paper: PaperId, path: &Path) -> Result<(), DeskError> {
        let bytes = self.paper_bytes(session, paper)?;
        let failed = |source| DeskError::File { path: path.display().to_string(), source };
        // `create_new` touches no file that is there, also on a stick that knows no links.
        let mut file = std::fs::OpenOptions::new().write(true).create_new(true).open(path).map_err(failed)?;
        let written = file.write_all(&bytes).and_then(|()| file.sync_all());
        written.map_err(|error| {
            // Half a paper is worse than none; where even that fails, the error names the file.
            let _ = std::fs::remove_file(path);
            failed(error)
        })
    }

    /// Issues one more paper of a case, by its kind in the service.
    pub fn issue(&self, session: &Session, case: CaseId, kind: &str) -> Result<PaperId, DeskError> {
        self.act_as(session, |hand| {
            let folded = hand.case(case)?;
            let service = hand.desk.service(&folded.opened.service, &folded.opened.version)?;
            let assessment = super::case::assess(service, &folded, &folded.answers(), &hand.town, hand.today);
            let due = assessment.papers.iter().find(|due| due.kind == kind);
            let due = due.ok_or_else(|| Problem::error("kind", "paper-kind-unknown").with("kind", kind))?;
            let receipt = folded.receipts.values().rfind(|receipt| receipt.cancelled.is_none());
            let receipt = receipt.map(|receipt| receipt.paid.receipt.clone());
            if due.at == "paid" && receipt.is_none() {
                return Err(DeskError::because("paper-without-receipt"));
            }
            if due.at == "decided" && folded.decisions.is_empty() {
                return Err(DeskError::because("paper-without-decision"));
            }
            issue_one(hand, case, due, receipt.filter(|_| due.at == "paid").as_deref())
        })
    }

    /// The official form of an intake that is not filed yet, to be read and signed at the counter.
    pub fn draft_form(
        &self,
        session: &Session,
        intake: &super::intake::Intake,
    ) -> Result<Option<Vec<u8>>, DeskError> {
        let assessment = self.assess(session, intake)?;
        let Some(form) = assessment.papers.iter().find_map(|due| due.form.as_deref()) else {
            return Ok(None);
        };
        let town = self.town()?;
        let head = FormHead {
            office: values::office(&town),
            municipality_key: town.get(crate::domain::town::keys::AGS).to_owned(),
            received_on: None,
            case_number: String::new(),
            subject: String::new(),
            authority: town.get(crate::domain::town::keys::AUTHORITY).to_owned(),
            issued_on: self.today(),
            purpose: Purpose::Draft,
        };
        Ok(Some(form::render(form::builtin(form)?, &assessment.values, &head)?.bytes))
    }
}

/// Issues what is due at a step, in a transaction that somebody else commits.
pub(super) fn issue_due(
    hand: &mut Hand<'_, '_, '_>,
    id: CaseId,
    at: &str,
    receipt: Option<&str>,
) -> Result<(), DeskError> {
    if !hand.issues {
        return Ok(());
    }
    let case = hand.case(id)?;
    let service = hand.desk.service(&case.opened.service, &case.opened.version)?;
    let assessment = super::case::assess(service, &case, &case.answers(), &hand.town, hand.today);
    for due in assessment.papers.iter().filter(|due| due.at == at) {
        let _ = issue_one(hand, id, due, receipt)?;
    }
    Ok(())
}

fn issue_one(
    hand: &mut Hand<'_, '_, '_>,
    id: CaseId,
    due: &PaperDue,
    receipt: Option<&str>,
) -> Result<PaperId, DeskError> {
    let case = hand.case(id)?;
    let rendered = render(hand, &case, due, receipt)?;
    let sha256 = hand.tx.put_blob(&rendered.bytes)?;
    debug_assert_eq!(sha256, Digest(rendered.sha256()));
    let paper = PaperId(hand.id()?);
    let issued = Issued {
        paper,
        kind: due.kind.clone(),
        title: due.label.de.clone(),
        sha256,
        size: rendered.bytes.len() as u64,
        pages: rendered.pages,
        issued_on: hand.today,
        receipt: receipt.map(str::to_owned),
        replaces: None,
    };
    hand.command(id, Some(&case), Command::Issue(issued), None)?;
    Ok(paper)
}

fn render(
    hand: &Hand<'_, '_, '_>,
    case: &Case,
    due: &PaperDue,
    receipt: Option<&str>,
) -> Result<Rendered, DeskError> {
    if let Some(form) = &due.form {
        let head = values::form_head(hand, case)?;
        return Ok(form::render(form::builtin(form)?, &case.answers(), &head)?);
    }
    let letter = due.letter.as_deref().unwrap_or_default();
    let values = values::letter_values(hand, case, due, receipt)?;
    Ok(template::render(letter, &values, &values::letterhead(&hand.town))?)
}
