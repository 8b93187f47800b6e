//! Papers of a case: issuing one, and the duplicate of one that was lost.

use super::{Context, refuse_if, undisputed};
use crate::domain::case::{Case, CaseEvent, Charged, Issued, Validity};
use crate::domain::id::ChargeId;
use crate::domain::problem::{Problem, Refusal};
use crate::domain::procedure::{CANCELLATION, HANDOVER, OWN_PAPERS};

/// A paper is issued once. One that never left the office is printed again, a lost one has its duplicate.
pub(super) fn issue(case: &Case, issued: Issued, context: &Context<'_>) -> Result<CaseEvent, Refusal> {
    // Where it went, and that money went back, is true whatever two desks dispute about its answers.
    if ![HANDOVER, CANCELLATION].contains(&issued.kind.as_str()) {
        undisputed(case)?;
    }
    if issued.kind == CANCELLATION {
        let receipt = issued.receipt.as_ref().and_then(|number| case.receipts.get(number));
        let cancelled = receipt.is_some_and(|receipt| receipt.cancelled.is_some());
        let told = case
            .standing()
            .any(|paper| paper.issued.kind == CANCELLATION && paper.issued.receipt == issued.receipt);
        refuse_if(!cancelled || told, "paper-nothing-cancelled")?;
    }
    let due = context.assessment.into_iter().flat_map(|assessment| &assessment.papers);
    let again = OWN_PAPERS.contains(&issued.kind.as_str());
    let on_demand = again || due.into_iter().any(|due| due.kind == issued.kind && due.at == "asked");
    let of_run = |of: &Issued| of.letter.as_ref().map(|letter| letter.run);
    let known = case.standing().find(|known| {
        known.issued.kind == issued.kind
            && of_run(&known.issued) == of_run(&issued)
            && known.issued.receipt == issued.receipt
            && issued.replaces.is_none()
    });
    match known.filter(|_| !on_demand) {
        Some(known) => Err(Problem::error("kind", "paper-already-issued")
            .with("title", &known.issued.title)
            .with("date", known.issued.issued_on)
            .into()),
        None => Ok(CaseEvent::PaperIssued(issued)),
    }
}

/// A duplicate repeats a paper that stands, and costs what the service says.
pub(super) fn duplicate(
    case: &Case,
    issued: Issued,
    charge: ChargeId,
    context: &Context<'_>,
) -> Result<Vec<CaseEvent>, Refusal> {
    let assessment = context.assessment.ok_or_else(|| Refusal::because("case-not-assessed"))?;
    let original = issued.repeats.and_then(|id| case.paper(id));
    let original = original.ok_or_else(|| Refusal::because("paper-unknown"))?;
    undisputed(case)?;
    if let Some(newer) = case.replaced_by(original.issued.paper) {
        let problem = Problem::error("paper", "paper-replaced").with("title", &newer.issued.title);
        return Err(problem.with("date", newer.issued.issued_on).into());
    }
    // What falls later is of use until then.
    let counts = case.validity(original.issued.paper, &assessment.procedure, context.today);
    refuse_if(matches!(counts, Validity::Void(_)), "paper-void")?;
    let cancelled = |number: &String| case.receipts.get(number).is_some_and(|paid| paid.cancelled.is_some());
    let of_cancelled = original.issued.receipt.as_ref().is_some_and(cancelled);
    refuse_if(of_cancelled && original.issued.kind != CANCELLATION, "paper-of-cancelled-receipt")?;
    let due = assessment.duplicates.get(&issued.kind);
    let fee = due.map(|due| Charged { duplicate: Some(issued.paper), ..Charged::of(due, charge) });
    let mut events = vec![CaseEvent::PaperIssued(issued)];
    events.extend(fee.map(CaseEvent::FeeCharged));
    Ok(events)
}
