//! What may be done to a case that another office has, and to one that came from another office. Pure.

use super::{Command, Context, refuse_if, said};
use crate::domain::case::handover::{Answered, GivenBack, HandedOver, TakenIn};
use crate::domain::case::{Case, CaseEvent, Stage};
use crate::domain::id::Digest;
use crate::domain::problem::{Problem, Refusal};

type Events = Result<Vec<CaseEvent>, Refusal>;

/// Refuses what is done to a case that is with another office: here one may only note. Who has it since when stands in
/// the refusal.
pub(super) fn is_here(case: &Case, command: &Command) -> Result<(), Refusal> {
    // A print that was under way when the case went is a fact, and so is what the other office says.
    if matches!(command, Command::Note { .. } | Command::Printed { .. } | Command::Answer(_)) {
        return Ok(());
    }
    if let Some(away) = case.away() {
        let supplement = matches!(command, Command::HandOver(_)) && !case.overlooked().is_empty();
        let given = &away.given;
        let problem = match &away.acknowledged {
            None => Problem::error("", "case-with-kreis"),
            Some(known) => Problem::error("", "case-with-kreis-taken").with("number", &known.number),
        };
        let problem = problem.with("office", &given.bundle.to.name).with("since", given.handed_on);
        return if supplement { Ok(()) } else { Err(problem.into()) };
    }
    if let Some(given) = case.given_back() {
        let goes_on = matches!(command, Command::TakeIn(_) | Command::Close { .. });
        let problem = Problem::error("", "case-given-back").with("office", &given.bundle.to.name);
        return if goes_on { Ok(()) } else { Err(problem.with("since", given.given_on).into()) };
    }
    Ok(())
}

pub(super) fn hand_over(case: &Case, given: Box<HandedOver>, context: &Context<'_>) -> Events {
    let assessment = context.assessment.ok_or_else(|| Refusal::because("case-not-assessed"))?;
    refuse_if(!assessment.for_kreis, "handover-not-kreis")?;
    refuse_if(case.stage() == Stage::Closed, "case-already-closed")?;
    refuse_if(case.returned().is_some(), "handover-decided")?;
    said(&given.reason, "reason")?;
    Ok(vec![CaseEvent::HandedOver(given)])
}

/// What was heard before changes nothing: a bundle may come by the service and on a stick.
pub(super) fn answer(case: &Case, answered: Box<Answered>) -> Events {
    let knows =
        |content: &Digest| case.handovers().iter().any(|known| known.given.bundle.content == *content);
    refuse_if(!answered.bundles.iter().any(knows), "handover-unknown")?;
    let heard = case.handovers().iter().flat_map(|known| [&known.acknowledged, &known.closed]);
    if heard.flatten().any(|known| known.content == answered.content) {
        return Ok(Vec::new());
    }
    Ok(vec![CaseEvent::HandoverAnswered(answered)])
}

pub(super) fn take_in(case: &Case, taken: Box<TakenIn>) -> Events {
    if case.origins().any(|known| known.content == taken.content) {
        return Ok(Vec::new());
    }
    Ok(vec![CaseEvent::TakenIn(taken)])
}

pub(super) fn give_back(case: &Case, given: Box<GivenBack>) -> Events {
    refuse_if(case.origins().next().is_none(), "give-back-own")?;
    match &given.refused {
        Some(reason) => {
            said(reason, "reason")?;
            refuse_if(!case.decisions.is_empty(), "give-back-decided")?;
        }
        None => refuse_if(case.decisions.is_empty(), "give-back-undecided")?,
    }
    Ok(vec![CaseEvent::GivenBack(given)])
}
