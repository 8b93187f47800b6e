//! Back into the town: what the Kreis says to a case that it got. A decision's papers become files of the case.

use super::take::attachment;
use super::{Did, Taken, put_pieces};
use crate::desk::error::DeskError;
use crate::desk::hand::Hand;
use crate::domain::case::handover::{Answered, Said};
use crate::domain::decide::Command;
use crate::wire::{Bundle, Delivery};

/// Enters an answer, in a transaction that somebody else commits.
pub(super) fn hear(hand: &mut Hand<'_, '_, '_>, bundle: &Bundle) -> Result<Taken, DeskError> {
    let manifest = &bundle.manifest;
    if hand.tx.case(manifest.case)?.is_none() {
        return Err(DeskError::because("handover-unknown"));
    }
    let case = hand.case(manifest.case)?;
    // Only the office that got it answers: every office of the Kreis has certified desks.
    let is_theirs = |known: &crate::domain::case::handover::Handover| {
        manifest.answers.contains(&known.given.bundle.content)
            && known.given.bundle.to.ags == manifest.from.ags
    };
    if !case.handovers().iter().any(is_theirs) {
        return Err(DeskError::because("handover-unknown"));
    }
    let did = if case.has_heard(bundle.content) { Did::Known } else { Did::Answered };
    let _ = put_pieces(hand, bundle)?;
    let answered = Answered {
        bundles: manifest.answers.clone(),
        content: bundle.content,
        by: manifest.by.clone(),
        number: manifest.number.clone(),
        answered_on: manifest.day,
        said: said(&manifest.delivery)?,
    };
    let papers = manifest.pieces.iter().map(attachment).collect();
    let command = Command::Answer { answered: Box::new(answered), papers };
    hand.command(manifest.case, Some(&case), command, None)?;
    let (number, office) = (case.opened.number, manifest.from.name.clone());
    Ok(Taken { case: manifest.case, number, office, did })
}

fn said(delivery: &Delivery) -> Result<Said, DeskError> {
    match delivery.clone() {
        Delivery::Handover { .. } => Err(DeskError::because("bundle-wrong-way")),
        Delivery::Acknowledgement => Ok(Said::Acknowledged),
        Delivery::Refusal { reason } => Ok(Said::Refused { reason }),
        Delivery::Return { outcome, reasons, conditions, decided_on } => {
            Ok(Said::Returned { outcome, reasons, conditions, decided_on })
        }
    }
}
