//! The duplicate (Zweitschrift) of a paper that was handed over and is lost: what the original said, marked, with its fee
//! by rule. A paper that never left the office is printed again instead: same bytes, free.

use super::Desk;
use super::error::DeskError;
use super::hand::Hand;
use super::intake::Settlement;
use super::money::{settle, settlement_problem};
use super::paper::{Again, Scene, issue_due, put};
use super::session::Session;
use crate::domain::decide::Command;
use crate::domain::id::{CaseId, ChargeId, PaperId};
use crate::domain::money::Cents;
use crate::domain::problem::{Problem, Refusal};
use crate::paper::template::word;

/// A duplicate that was issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicated {
    /// The duplicate.
    pub paper: PaperId,
    /// Its fee; nothing where it costs none.
    pub fee: Cents,
    /// Number of the receipt, if money was taken.
    pub receipt: Option<String>,
    /// What goes back, if cash was handed over.
    pub change: Option<Cents>,
}

impl Desk {
    /// Issues a duplicate of a lost paper and settles its fee, and nothing else that the case owes.
    pub fn duplicate(
        &self,
        session: &Session,
        case: CaseId,
        paper: PaperId,
        settlement: &Settlement,
    ) -> Result<Duplicated, DeskError> {
        self.act_as(session, |hand| duplicate(hand, case, paper, settlement))
    }
}

fn duplicate(
    hand: &mut Hand<'_, '_, '_>,
    id: CaseId,
    lost: PaperId,
    settlement: &Settlement,
) -> Result<Duplicated, DeskError> {
    let case = hand.case(id)?;
    let original = case.original(lost).ok_or_else(|| DeskError::because("paper-unknown"))?.issued.clone();
    let assessment = Scene::now(hand, id, None)?.assessment;
    let due = assessment.duplicates.get(&original.kind).map_or(Cents::ZERO, |due| due.cents);
    let mut scene = Scene::then(hand, &case, original.paper)?;
    scene.mark = Some(scene.marked(Again::Repeats, hand.today, &original));
    let title = word("title_duplicate", &[("title", &original.title)]);
    let mut issued = put(hand, &scene, &original.kind, title)?;
    issued.repeats = Some(original.paper);
    issued.letter.clone_from(&original.letter);
    let (paper, charge) = (issued.paper, ChargeId(hand.id_in(id)?));
    let mut problems: Vec<Problem> = settlement_problem(settlement, due).into_iter().collect();
    match hand.command(id, Some(&case), Command::Duplicate { issued, charge }, Some(&assessment)) {
        Err(DeskError::Refused(refusal)) => problems.extend(refusal.0),
        done => done?,
    }
    if !problems.is_empty() {
        return Err(Refusal(problems).into());
    }
    if due == Cents::ZERO {
        return Ok(Duplicated { paper, fee: due, receipt: None, change: None });
    }
    let receipt = settle(hand, id, settlement, Some(charge))?;
    super::paper::fee::ask(hand, id, false)?;
    if let Some(receipt) = &receipt {
        issue_due(hand, id, "paid", Some(receipt))?;
    }
    let change = match settlement {
        Settlement::Cash { given } => Some(*given - due),
        _ => None,
    };
    Ok(Duplicated { paper, fee: due, receipt, change })
}
