//! Lifting a fee notice, or settling a demand, of which nothing is owed any more: which one, what the letter says, issuing it. Waives
//! nothing.

use super::super::error::DeskError;
use super::super::hand::Hand;
use super::fee::{KINDS, asks};
use super::scene::Scene;
use super::values::{day, euros};
use super::{own, put};
use crate::catalogue::Service;
use crate::domain::assessment::PaperDue;
use crate::domain::case::{Case, Charge, ToLift};
use crate::domain::decide::Command;
use crate::domain::id::{CaseId, PaperId};
use crate::domain::money::Cents;
use crate::domain::problem::Problem;
use crate::domain::procedure::{DEMAND, FEES_LIFTED};
use crate::paper::template::{Values, word};

/// The first paper that asks for what nobody owes any more.
fn to_lift(case: &Case, service: &Service) -> Option<ToLift> {
    let of_notice =
        KINDS.into_iter().find_map(|kind| case.to_lift(kind, |charge| asks(case, service, kind, charge)));
    of_notice.or_else(|| case.to_lift_decided(FEES_LIFTED))
}

/// The letter that lifts it, where a case lacks one.
pub(super) fn lacking(case: &Case, service: &Service) -> Option<PaperDue> {
    let lacks = case.applicant().is_some() && to_lift(case, service).is_some();
    own::due(FEES_LIFTED).filter(|_| lacks).cloned()
}

/// Issues it for every paper that asks for nothing any more.
pub(super) fn issue_all(hand: &mut Hand<'_, '_, '_>, id: CaseId) -> Result<(), DeskError> {
    let most = Scene::now(hand, id, None)?.case.papers.len();
    for _ in 0..most {
        let scene = Scene::now(hand, id, None)?;
        if lacking(&scene.case, scene.service).is_none() {
            return Ok(());
        }
        let _ = issue(hand, id)?;
    }
    Ok(())
}

/// Issues it. Refused where every paper that asks for fees still asks for some.
pub(super) fn issue(hand: &mut Hand<'_, '_, '_>, id: CaseId) -> Result<PaperId, DeskError> {
    let scene = Scene::now(hand, id, None)?;
    let lift = to_lift(&scene.case, scene.service);
    let lift = lift.ok_or_else(|| Problem::error("kind", "paper-nothing-to-lift"))?;
    if scene.applicant.is_none() {
        return Err(DeskError::because("serial-nobody"));
    }
    let mut issued = put(hand, &scene, FEES_LIFTED, word(FEES_LIFTED, &[]))?;
    issued.replaces = Some(lift.paper).filter(|_| lift.replaces);
    let paper = issued.paper;
    hand.command(id, Some(&scene.case), Command::Issue(issued), Some(&scene.assessment))?;
    Ok(paper)
}

/// What the letter says.
pub(super) fn fill(values: &mut Values, scene: &Scene) {
    let Some(lift) = to_lift(&scene.case, scene.service) else { return };
    let Some(before) = scene.case.paper(lift.paper).map(|paper| &paper.issued) else { return };
    let charges: Vec<&Charge> =
        lift.charges.iter().filter_map(|charge| scene.case.charges.get(charge)).collect();
    let total: Cents = charges.iter().map(|charge| charge.fee.amount.cents).sum();
    values.set("lifted_title", &before.title);
    values.set("lifted_on", day(before.issued_on));
    values.set("total", euros(total));
    let flag = if before.kind == DEMAND { "lifts_demand" } else { "lifts_notice" };
    values.set(flag, word("yes", &[]));
    let row = |charge: &&Charge| {
        let amount = &charge.fee.amount;
        let fell = word(if charge.waived.is_some() { "fee_fell_waived" } else { "fee_fell_withdrawn" }, &[]);
        vec![amount.label.de.clone(), amount.tariff.clone(), fell, euros(amount.cents)]
    };
    // What is waived (erlassen) stays set; what is withdrawn is lifted (aufgehoben).
    for (flag, waived) in [("waives", true), ("withdraws", false)] {
        if charges.iter().any(|charge| charge.waived.is_some() == waived) {
            values.set(flag, word("yes", &[]));
        }
    }
    values.set_table("items", charges.iter().map(row).collect());
}
