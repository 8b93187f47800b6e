//! Opening a case: everything that is against it at once, or all that it begins with.

use super::{Context, Link, Opening};
use crate::domain::case::{CaseEvent, Charged, Opened};
use crate::domain::problem::{Problem, Refusal};
use chrono::NaiveDate;

pub(super) fn open(opening: Opening, context: &Context<'_>) -> Result<Vec<CaseEvent>, Refusal> {
    let assessment = context.assessment.ok_or_else(|| Refusal::because("case-not-assessed"))?;
    let mut problems: Vec<Problem> = assessment.errors().cloned().collect();
    problems.extend(receipt_day_problem(&opening.opened, context.today));
    if opening.charges.len() != assessment.charges.len() {
        problems.push(Problem::error("", "case-not-assessed"));
    }
    if !problems.is_empty() {
        return Err(Refusal(problems));
    }
    let (received_on, group) = (opening.opened.received_on, opening.opened.group);
    let mut events = vec![
        CaseEvent::CaseOpened(Box::new(opening.opened)),
        CaseEvent::AnswersSet { fields: assessment.values.0.clone() },
    ];
    events.extend(opening.persons.into_iter().map(link));
    events.extend(
        opening.documents.into_iter().map(|document| CaseEvent::DocumentReceived { document, received_on }),
    );
    let charges = assessment.charges.iter().zip(opening.charges);
    events.extend(charges.map(|(due, charge)| CaseEvent::FeeCharged(Charged::of(due, charge))));
    // Who files a case and may work on it has it; what the counter alone files waits for somebody to take it.
    if context.actor.role_for("assigned", Some(group)).is_some() {
        events.push(CaseEvent::Assigned { to: Some(context.actor.id) });
    }
    Ok(events)
}

/// A day of receipt is never in the future, and another day than today has its reason.
fn receipt_day_problem(opened: &Opened, today: NaiveDate) -> Option<Problem> {
    if opened.received_on > today {
        return Some(Problem::error("received_on", "received-in-future").with("date", opened.received_on));
    }
    let unexplained = opened.received_on != opened.filed_on && opened.received_why.trim().is_empty();
    unexplained
        .then(|| Problem::error("received_why", "received-why-missing").with("date", opened.received_on))
}

pub(super) fn link(link: Link) -> CaseEvent {
    CaseEvent::PersonLinked {
        person: link.person,
        part: link.part,
        appears_as: link.appears_as,
        seen: link.seen,
    }
}
