//! Out of the town: a case goes to the Kreis, with everything that belongs to it; what another desk wrote without knowing
//! goes after it.

use super::Gone;
use super::own::Own;
use super::seal::{Content, pieces, seal};
use crate::desk::case::assess;
use crate::desk::error::DeskError;
use crate::desk::hand::Hand;
use crate::desk::paper::{Handed, Scene, put};
use crate::domain::assessment::Assessment;
use crate::domain::case::Case;
use crate::domain::case::handover::{HandedOver, Sealed};
use crate::domain::decide::{Command, Context, decide};
use crate::domain::id::{CaseId, Digest};
use crate::domain::office::Office;
use crate::domain::procedure::HANDOVER;
use crate::paper::template::word;
use crate::wire::Delivery;

/// Hands a case over, in a transaction that somebody else commits.
pub(super) fn hand_over(hand: &mut Hand<'_, '_, '_>, id: CaseId, reason: &str) -> Result<Gone, DeskError> {
    let case = hand.case(id)?;
    let service = hand.desk.service_of(&case.opened)?;
    let assessment = assess(service, &case, &case.answers(), &hand.town, hand.today);
    may(hand, &case, &assessment, reason)?;
    let own = Own::of(hand.tx, &hand.town)?;
    let to = own.kreis(hand.tx, &hand.town)?;
    let supplements = case.away().is_some();
    let case = if supplements { case } else { tell(hand, case, &to.name, reason)? };
    // What the Kreis has already does not travel again.
    let only = supplements.then(|| case.overlooked());
    let content = Content {
        delivery: Delivery::Handover { reason: reason.trim().to_owned() },
        case: &case,
        pieces: pieces(&case, &own.office, only),
        to,
        answers: Vec::new(),
        certificates: Vec::new(),
    };
    let bundle = seal(hand, &own, content)?;
    hand.command(id, Some(&case), command(hand, bundle.clone(), reason), Some(&assessment))?;
    Ok(Gone { case: id, number: case.opened.number, bundle, supplements })
}

/// Tells the applicant who has the case from now on, by a letter that goes along with it.
fn tell(hand: &mut Hand<'_, '_, '_>, case: Case, to: &str, reason: &str) -> Result<Case, DeskError> {
    let mut scene = Scene::now(hand, case.id, None)?;
    if scene.applicant.is_none() {
        return Ok(case);
    }
    scene.handed = Some(Handed { to: to.to_owned(), on: hand.today, reason: reason.trim().to_owned() });
    let issued = put(hand, &scene, HANDOVER, word(HANDOVER, &[]))?;
    hand.command(case.id, Some(&case), Command::Issue(issued), Some(&scene.assessment))?;
    hand.case(case.id)
}

fn command(hand: &Hand<'_, '_, '_>, bundle: Sealed, reason: &str) -> Command {
    let reason = reason.trim().to_owned();
    Command::HandOver(Box::new(HandedOver { bundle, reason, handed_on: hand.today }))
}

/// Whether the rules let it go, before anything is sealed.
fn may(hand: &Hand<'_, '_, '_>, case: &Case, assessment: &Assessment, reason: &str) -> Result<(), DeskError> {
    let nobody = Office { ags: String::new(), name: String::new() };
    let none = Sealed { content: Digest::default(), blob: Digest::default(), size: 0, to: nobody };
    let context = Context { actor: &hand.user, today: hand.today, assessment: Some(assessment) };
    let _ = decide(Some(case), command(hand, none, reason), &context)?;
    Ok(())
}
