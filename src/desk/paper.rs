//! Papers: which are due, what they are filled with, and issuing them. Issued is: number, event and bytes together,
//! before anything is printed. Lays nothing out.

mod decided;
pub(super) mod fee;
mod lifted;
mod own;
pub(super) mod revoked;
pub(super) mod ruled;
mod sample;
mod scene;
mod to;
mod values;

pub use sample::Sample;
pub(in crate::desk) use scene::{Again, Handed, Scene};
pub(super) use to::addressee;
pub(super) use values::{day, euros, letterhead};

use super::Desk;
use super::error::DeskError;
use super::hand::Hand;
use super::inbox::back::send_back;
use super::session::Session;
use crate::catalogue::Service;
use crate::domain::assessment::{Assessment, PaperDue};
use crate::domain::case::{Case, Issued, Paper};
use crate::domain::decide::Command;
use crate::domain::id::{CaseId, Digest, PaperId};
use crate::domain::person::Person;
use crate::domain::problem::Problem;
use crate::domain::procedure::{
    CANCELLATION, CERTIFICATE, FEES_LIFTED, PAYMENT, REVOCATION, REVOCATION_HEARING,
};
use crate::domain::ruling::{REDRESS, RULING};
use crate::domain::town::keys;
use crate::paper::form::{self, FormHead, Purpose};
use crate::paper::letter::Letterhead;
use crate::paper::template::Values;
use crate::store::read::{self, PaperRow};

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

    /// Issues a paper of a case that was not issued yet, by its kind in the service. The letter of a decision is that which
    /// was issued then; where none was, it says what was decided then.
    pub fn issue(&self, session: &Session, case: CaseId, kind: &str) -> Result<PaperId, DeskError> {
        self.act_as(session, |hand| {
            let paper = issue_kind(hand, case, kind)?;
            send_back(hand, case)?;
            Ok(paper)
        })
    }

    /// The official form of an intake that is not filed yet, to be read and signed at the counter.
    pub fn draft_form(
        &self,
        session: &Session,
        intake: &super::intake::Intake,
    ) -> Result<Option<Vec<u8>>, DeskError> {
        let assessment = self.assess(session, intake)?;
        let Some(form) = assessment.filed_form() else {
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

/// What stands around a letter about a person that belongs to no case: to whom, from whom, and the head.
pub(super) fn about(hand: &Hand<'_, '_, '_>, person: &Person) -> Result<(Values, Letterhead), DeskError> {
    let mut values = Values::new(hand.today);
    to::addressees(&mut values, &[person]);
    values.set("clerk", &hand.user.name);
    values.set("phone", hand.town.get(keys::PHONE));
    values.set("email", hand.town.get(keys::EMAIL));
    let crest = super::arms::crest(hand.tx, &hand.town)?;
    Ok((values, Letterhead { crest, ..values::letterhead(&hand.town) }))
}

/// What [`Desk::issue`] does, in a transaction that somebody else commits.
pub(super) fn issue_kind(
    hand: &mut Hand<'_, '_, '_>,
    case: CaseId,
    kind: &str,
) -> Result<PaperId, DeskError> {
    if fee::KINDS.contains(&kind) || kind == FEES_LIFTED {
        return fee::issue(hand, case, kind);
    }
    let folded = hand.case(case)?;
    if kind == CANCELLATION {
        let receipt = cancelled_unwritten(&folded).map(str::to_owned);
        let receipt = receipt.ok_or_else(|| DeskError::because("paper-nothing-cancelled"))?;
        return issue_one(hand, case, kind, Some(&receipt));
    }
    let scene = Scene::now(hand, case, None)?;
    let at = scene.due(kind)?.at.as_str();
    let receipt = receipt_to_write(&folded, kind).filter(|_| at == "paid");
    if at == "paid" && receipt.is_none() {
        return Err(DeskError::because("paper-without-receipt"));
    }
    if at == "decided" {
        // What is granted by law was not decided by anybody: it is certified, and no decision's letter tells it.
        let decision = folded.decisions.last().filter(|decision| !decision.deemed);
        let decision = decision.ok_or_else(|| DeskError::because("paper-without-decision"))?;
        if folded.is_revoked(decision.event) {
            return Err(DeskError::because("paper-decision-revoked"));
        }
        if !scene.due(kind)?.outcomes.contains(&decision.outcome) {
            return Err(Problem::error("kind", "paper-other-outcome").into());
        }
        if let Some(paper) = folded.standing().find(|paper| paper.issued.kind == kind) {
            return Ok(paper.issued.paper);
        }
    }
    if matches!(kind, REVOCATION | REVOCATION_HEARING) {
        // It is written once, with what it tells; lost, it has its duplicate. Of several it is the last.
        let there = folded.standing().filter(|paper| paper.issued.kind == kind).last();
        return there.map(|paper| paper.issued.paper).ok_or_else(|| DeskError::because("revoke-none"));
    }
    if matches!(kind, RULING | REDRESS) {
        let there = folded.standing().filter(|paper| paper.issued.kind == kind).last();
        return there.map(|paper| paper.issued.paper).ok_or_else(|| DeskError::because("ruling-none"));
    }
    if kind == CERTIFICATE && folded.standing_decision().is_none_or(|decision| !decision.deemed) {
        return Err(DeskError::because("deemed-not-entered"));
    }
    issue_one(hand, case, kind, receipt)
}

/// Whether a paper tells what was decided; one at another step tells no decision and is not asked.
fn tells(case: &Case, due: &PaperDue) -> bool {
    let outcome = case.standing_decision().filter(|decision| !decision.deemed).map(|known| known.outcome);
    due.at != "decided" || outcome.is_some_and(|told| due.outcomes.contains(&told))
}

/// The papers that a case lacks, those of its service and those that ask for its fees: they can be issued now.
pub fn issuable(case: &Case, service: &Service, assessment: &Assessment) -> Vec<PaperDue> {
    let is_there = |due: &PaperDue, receipt: Option<&str>| {
        case.standing()
            .any(|paper| paper.issued.kind == due.kind && paper.issued.receipt.as_deref() == receipt)
    };
    let lacks = |due: &&PaperDue| match due.at.as_str() {
        "asked" => true,
        "paid" => receipt_to_write(case, &due.kind).is_some_and(|receipt| !is_there(due, Some(receipt))),
        "decided" => tells(case, due) && !is_there(due, None),
        _ => !is_there(due, None),
    };
    let own = own::due(PAYMENT).filter(|_| assessment.papers.iter().all(|due| due.at != "paid"));
    let of_service = assessment.papers.iter().chain(own).filter(lacks).cloned();
    let cancelled = cancelled_unwritten(case).and_then(|_| own::due(CANCELLATION).cloned());
    fee::lacking(case, service).into_iter().chain(of_service).chain(cancelled).collect()
}

/// The newest receipt that stands, one that has no paper of the kind before all others.
fn receipt_to_write<'a>(case: &'a Case, kind: &str) -> Option<&'a str> {
    let stands = || case.receipts.iter().filter(|(_, receipt)| receipt.cancelled.is_none());
    let written = |number: &str| {
        case.papers
            .iter()
            .any(|paper| paper.issued.kind == kind && paper.issued.receipt.as_deref() == Some(number))
    };
    let unwritten = stands().map(|(number, _)| number.as_str()).rfind(|number| !written(number));
    unwritten.or_else(|| stands().next_back().map(|(number, _)| number.as_str()))
}

/// The first receipt that was cancelled and has no paper that says so.
fn cancelled_unwritten(case: &Case) -> Option<&str> {
    let written = |number: &str| {
        let of = |paper: &Paper| {
            paper.issued.kind == CANCELLATION && paper.issued.receipt.as_deref() == Some(number)
        };
        case.papers.iter().any(of)
    };
    let cancelled = case.receipts.iter().filter(|(_, receipt)| receipt.cancelled.is_some());
    cancelled.map(|(number, _)| number.as_str()).find(|number| !written(number))
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
    let scene = Scene::now(hand, id, receipt)?;
    for due in scene.assessment.papers.iter().filter(|due| due.at == at && tells(&scene.case, due)) {
        let _ = issue_one(hand, id, &due.kind, receipt)?;
    }
    // Money is never taken without a receipt (§ 368 BGB), whatever the service brings.
    if at == "paid" && scene.assessment.papers.iter().all(|due| due.at != "paid") {
        let _ = issue_one(hand, id, PAYMENT, receipt)?;
    }
    Ok(())
}

/// Issues a paper of the kind as the case stands, in a transaction that somebody else commits.
pub(super) fn issue_one(
    hand: &mut Hand<'_, '_, '_>,
    id: CaseId,
    kind: &str,
    receipt: Option<&str>,
) -> Result<PaperId, DeskError> {
    let scene = Scene::now(hand, id, receipt)?;
    let issued = put(hand, &scene, kind, scene.due(kind)?.label.de.clone())?;
    let paper = issued.paper;
    hand.command(id, Some(&scene.case), Command::Issue(issued), Some(&scene.assessment))?;
    Ok(paper)
}

/// Writes the paper and stores its bytes; what is left is to say that it was issued.
pub(super) fn put(
    hand: &mut Hand<'_, '_, '_>,
    scene: &Scene,
    kind: &str,
    title: String,
) -> Result<Issued, DeskError> {
    let rendered = scene.render(kind)?;
    let sha256 = hand.tx.put_blob(&rendered.bytes)?;
    debug_assert_eq!(sha256, Digest(rendered.sha256()));
    Ok(Issued {
        paper: PaperId(hand.id_in(scene.case.id)?),
        kind: kind.to_owned(),
        title,
        sha256,
        size: rendered.bytes.len() as u64,
        pages: rendered.pages,
        issued_on: scene.bears(kind, hand.today),
        receipt: scene.receipt.clone(),
        replaces: None,
        repeats: None,
        letter: None,
    })
}
