//! Out of the Kreis: a case goes back with its decision and papers, or undecided with the reason.

use super::Gone;
use super::own::Own;
use super::seal::{Content, piece_of, seal};
use crate::desk::case::close;
use crate::desk::error::DeskError;
use crate::desk::hand::Hand;
use crate::domain::case::handover::{GivenBack, Sealed};
use crate::domain::case::{Case, Paper};
use crate::domain::decide::{Command, Context, decide};
use crate::domain::id::{CaseId, Digest};
use crate::domain::office::Office;
use crate::wire::{Bundle, Delivery, Signed};

/// Gives it back, in a transaction that somebody else commits. Where nothing more is to be done here, it is closed.
pub(super) fn give_back(
    hand: &mut Hand<'_, '_, '_>,
    id: CaseId,
    refused: Option<&str>,
) -> Result<Gone, DeskError> {
    let case = hand.case(id)?;
    let refused = refused.map(|reason| reason.trim().to_owned());
    may(hand, &case, refused.clone())?;
    let own = Own::of(hand.tx, &hand.town)?;
    let origins: Vec<_> = case.origins().collect();
    let last = origins.last().ok_or_else(|| DeskError::because("give-back-own"))?;
    let content = Content {
        delivery: delivery(&case, refused.clone())?,
        case: &case,
        to: last.from.clone(),
        answers: origins.iter().map(|origin| origin.content).collect(),
        certificates: certificates(hand, last.record)?,
        pieces: papers(&case).map(|paper| piece_of(&paper.issued, &own.office)).collect(),
    };
    let bundle = seal(hand, &own, content)?;
    hand.command(id, Some(&case), command(hand, bundle.clone(), refused.clone()), None)?;
    match close(hand, id, Command::Close { reason: refused.unwrap_or_default() }) {
        // Something is still owed, or somebody else closes it.
        Ok(()) | Err(DeskError::Refused(_)) => {}
        Err(error) => return Err(error),
    }
    Ok(Gone { case: id, number: case.opened.number, bundle, supplements: false })
}

fn command(hand: &Hand<'_, '_, '_>, bundle: Sealed, refused: Option<String>) -> Command {
    Command::GiveBack(Box::new(GivenBack { bundle, given_on: hand.today, refused }))
}

/// Whether the rules let it go, before anything is sealed.
fn may(hand: &Hand<'_, '_, '_>, case: &Case, refused: Option<String>) -> Result<(), DeskError> {
    let nobody = Office { ags: String::new(), name: String::new() };
    let none = Sealed { content: Digest::default(), blob: Digest::default(), size: 0, to: nobody };
    let context = Context { actor: &hand.user, today: hand.today, assessment: None };
    let _ = decide(Some(case), command(hand, none, refused), &context)?;
    Ok(())
}

fn delivery(case: &Case, refused: Option<String>) -> Result<Delivery, DeskError> {
    if let Some(reason) = refused {
        return Ok(Delivery::Refusal { reason });
    }
    let lacks = if case.decisions.is_empty() { "give-back-undecided" } else { "give-back-revoked" };
    let decision = case.standing_decision().ok_or_else(|| DeskError::because(lacks))?;
    Ok(Delivery::Return {
        outcome: decision.outcome,
        reasons: decision.reasons.clone(),
        conditions: decision.conditions.clone(),
        decided_on: decision.decided_on,
    })
}

/// The papers that tell the town what was decided: those that stand, without receipts of the till.
fn papers(case: &Case) -> impl Iterator<Item = &Paper> {
    case.standing().filter(|paper| paper.issued.receipt.is_none())
}

/// Certificates of the town's desks as they came with the case.
fn certificates(hand: &Hand<'_, '_, '_>, record: Digest) -> Result<Vec<Signed>, DeskError> {
    let manifest = Bundle::kept(&hand.tx.blob(record)?);
    Ok(manifest.map(|manifest| manifest.signed_certificates()).unwrap_or_default())
}
