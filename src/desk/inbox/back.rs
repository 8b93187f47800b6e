//! Answers a portal whose notice came over the service of the Kreis: the receipt goes back the same way, by itself, once it is issued,
//! and anew once it was corrected. Sealed for the service, whose operator hands it on (`kreisdienst inbox answers`). Sends nothing itself.

use super::answer::{is_noted, name};
use crate::desk::error::DeskError;
use crate::desk::hand::Hand;
use crate::domain::decide::Command;
use crate::domain::id::CaseId;
use crate::paper::template::word;
use crate::wire::{Notice, PublicKey};
use std::path::Path;

/// Seals the receipt that stands, unless it went back already, and notes it in the case. Does nothing for a case that did not come so, and
/// at a desk that belongs to no Kreis.
pub(in crate::desk) fn send_back(hand: &mut Hand<'_, '_, '_>, id: CaseId) -> Result<(), DeskError> {
    let case = hand.case(id)?;
    let Some(message) = &case.opened.answers_to else { return Ok(()) };
    let Some(receipt) = hand.desk.receipt(&case) else { return Ok(()) };
    let name = name(Path::new(message), &receipt);
    let Some(enrolment) = hand.tx.enrolment()?.filter(|_| !is_noted(&case, &name)) else { return Ok(()) };
    let answer = Notice { name: name.clone(), bytes: hand.tx.blob(receipt.sha256)? };
    let seed = hand.desk.chance.bytes::<32>()?;
    let sealed = answer.seal_back(&enrolment.town, &PublicKey(enrolment.service), &seed);
    hand.tx.answer(id, &sealed.map_err(|_| DeskError::because("bundle-too-large"))?)?;
    let text = word("portal_sent_back", &[("title", &receipt.title), ("file", &name)]);
    hand.command(id, Some(&case), Command::Note { text, call: false }, None)
}
