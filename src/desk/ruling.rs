//! Deciding about an objection, as a clerk goes through it: the decision and its letter in one, and a closed case that is open again.
//! Decides nothing itself.

use super::error::DeskError;
use super::hand::Hand;
use super::paper::{put, ruled};
use crate::desk::paper::Scene;
use crate::domain::case::{Case, Outcome, Stage};
use crate::domain::decide::Command;
use crate::paper::template::word;

/// The letter of what was just decided about an objection, and opening a case again whose refusal was lifted. In a transaction that
/// somebody else commits. `before` is the case before that; whether it was decided about an objection.
pub(super) fn tell(hand: &mut Hand<'_, '_, '_>, before: &Case) -> Result<bool, DeskError> {
    let now = hand.case(before.id)?;
    let last = ruled::last(&now);
    let is_new = |event| before.rulings().iter().all(|known| known.event != event);
    let fresh = last.filter(|ruled| is_new(ruled.event)).map(ruled::kind);
    if let Some(kind) = fresh.filter(|_| hand.issues) {
        let scene = Scene::now(hand, before.id, None)?;
        let issued = put(hand, &scene, kind, word(kind, &[]))?;
        hand.command(before.id, Some(&scene.case), Command::Issue(issued), Some(&scene.assessment))?;
    }
    // What was refused and is lifted waits for its decision.
    let refused = before.decisions.last().is_some_and(|decision| decision.outcome == Outcome::Refused);
    if refused && now.decisions.is_empty() && before.stage() == Stage::Closed {
        let (reason, now) = (word("ruling_reopen", &[]), hand.case(before.id)?);
        hand.command(before.id, Some(&now), Command::Reopen { reason }, None)?;
    }
    Ok(fresh.is_some())
}
