//! What may be done to a case that another office has, and to one that came from another office. Pure.

use super::{Command, Context, Proceed, refuse_if, said};
use crate::domain::case::handover::{Answered, GivenBack, HandedOver, TakenIn};
use crate::domain::case::{Attachment, Case, CaseEvent, Stage};
use crate::domain::id::Digest;
use crate::domain::problem::{Problem, Refusal};
use crate::domain::procedure::CANCELLATION;

type Events = Result<Vec<CaseEvent>, Refusal>;

/// Refuses what is done to a case that is with another office: here one may only note. Who has it since when stands in
/// the refusal.
pub(super) fn is_here(case: &Case, command: &Command) -> Result<(), Refusal> {
    if is_aside(command) {
        return Ok(());
    }
    if let Some(away) = case.away() {
        let given = &away.given;
        let problem = match &away.acknowledged {
            None => Problem::error("", "case-with-kreis"),
            Some(known) => Problem::error("", "case-with-kreis-taken").with("number", &known.number),
        };
        let problem = problem.with("office", &given.bundle.to.name).with("since", given.handed_on);
        return if sends_after(case, command) { Ok(()) } else { Err(problem.into()) };
    }
    if let Some(given) = case.given_back() {
        // Money that is still to go back keeps it from being closed, and has its paper.
        let goes_on = match command {
            Command::TakeIn(_) | Command::Close { .. } | Command::CancelReceipt { .. } => true,
            Command::Issue(issued) => issued.kind == CANCELLATION,
            _ => false,
        };
        let problem = Problem::error("", "case-given-back").with("office", &given.bundle.to.name);
        return if goes_on { Ok(()) } else { Err(problem.with("since", given.given_on).into()) };
    }
    Ok(())
}

/// What only this office has to know: notes and reminders, who asks there, what keeps its file from being destroyed, a print that
/// was under way when the case went, a copy that was signed, an action against this office, and what the other office says.
fn is_aside(command: &Command) -> bool {
    let is_suit = |wanted: &Proceed| matches!(wanted, Proceed::Sue(_) | Proceed::SueEnded { .. });
    if let Command::Proceed(wanted) = command {
        return is_suit(wanted);
    }
    matches!(
        command,
        Command::Note { .. }
            | Command::Printed { .. }
            | Command::NoteSigned(_)
            | Command::Answer { .. }
            | Command::Assign { .. }
            | Command::SetFollowUp { .. }
            | Command::FinishFollowUp { .. }
            | Command::Settle { .. }
            | Command::Hold { .. }
    )
}

/// What a desk wrote without knowing that the case was gone is sent after; what it disputes with others is decided before.
fn sends_after(case: &Case, command: &Command) -> bool {
    let follows = match command {
        Command::HandOver(_) => true,
        Command::Correct(_) => !case.conflicts().is_empty(),
        Command::Issue(issued) => issued.replaces.is_some(),
        _ => false,
    };
    follows && !case.overlooked().is_empty()
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
pub(super) fn answer(case: &Case, answered: Box<Answered>, papers: Vec<Attachment>) -> Events {
    let knows =
        |content: &Digest| case.handovers().iter().any(|known| known.given.bundle.content == *content);
    refuse_if(!answered.bundles.iter().any(knows), "handover-unknown")?;
    if case.has_heard(answered.content) {
        return Ok(Vec::new());
    }
    let new = papers.into_iter().filter(|paper| !case.attachments.contains(paper));
    let attached = new.map(|Attachment { blob, name, media, size, document }| CaseEvent::AttachmentAdded {
        blob,
        name,
        media,
        size,
        document,
    });
    Ok(std::iter::once(CaseEvent::HandoverAnswered(answered)).chain(attached).collect())
}

pub(super) fn take_in(case: &Case, taken: Box<TakenIn>) -> Events {
    if case.origins().any(|known| known.content == taken.content) {
        return Ok(Vec::new());
    }
    Ok(vec![CaseEvent::TakenIn(taken)])
}

pub(super) fn give_back(case: &Case, given: Box<GivenBack>) -> Events {
    refuse_if(case.origins().next().is_none(), "give-back-own")?;
    if let Some(reason) = &given.refused {
        said(reason, "reason")?;
        refuse_if(case.standing_decision().is_some(), "give-back-decided")?;
    } else {
        refuse_if(case.decisions.is_empty(), "give-back-undecided")?;
        refuse_if(case.standing_decision().is_none(), "give-back-revoked")?;
    }
    Ok(vec![CaseEvent::GivenBack(given)])
}
