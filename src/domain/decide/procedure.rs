//! Asking for what is missing, hearing the applicant, preparing a decision for its second signature: what is done, or every
//! reason against it. Pure.

use super::inaction::{self, Sue};
use super::outcome::{self, Wanted};
use super::revoke::{self, HearBefore, Revoke};
use super::settle::{self, Conclude};
use super::{Context, charge, deemed, grant, not_in_future, refuse_if, remedy, said};
use crate::domain::case::{
    Case, CaseEvent, Ground, Hearing, Notified, Objection, Outcome, Requested, Settled, Stage, Statement,
};
use crate::domain::id::{ChargeId, EventRef, FollowUpId, PersonId};
use crate::domain::problem::{Problem, Refusal};
use crate::domain::user::Role;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What somebody wants in the procedure. Fields mean what they mean in the event that it becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are documented at `CaseEvent`")]
pub enum Proceed {
    /// Ask for what is missing. `remind` is what the reminder says.
    Request {
        documents: Vec<String>,
        answers: Vec<String>,
        due_on: NaiveDate,
        follow_up: FollowUpId,
        remind: String,
    },
    /// Enter that the answers which were asked for are there.
    Answered { text: String, received_on: NaiveDate },
    /// Enter that a document is of no use, or was taken back.
    RefuseDocument { document: String, reason: String },
    /// Take more time to decide, before the approval counts as given.
    /// Longer than the period itself only where `even_so` says that this was looked at.
    Extend { until: NaiveDate, reason: String, even_so: bool },
    /// Enter that the approval counts as given.
    Deem,
    /// Hear the applicant.
    Hear { intended: Outcome, reasons: String, due_on: NaiveDate, follow_up: FollowUpId, remind: String },
    /// Enter what they say.
    Statement { text: String, received_on: NaiveDate, from: Option<PersonId> },
    /// Hear nobody.
    Omit { ground: Ground },
    /// Write a decision down for its second signature.
    Prepare { outcome: Outcome, reasons: String, conditions: Vec<String> },
    /// Sign it: then it is decided.
    Sign { draft: EventRef },
    /// Give it back.
    Return { draft: EventRef, reason: String },
    /// Enter how the decision was notified.
    Notify(Notified),
    /// Enter what was filed against it.
    Object(Objection),
    /// Decide about an objection, or enter how it or an action ends.
    Conclude(Box<Conclude>),
    /// Enter that such an entry was a mistake.
    /// Its letter, once printed, has not left the house where `in_house` says so.
    Undo { settlement: EventRef, reason: String, in_house: bool },
    /// Enter what is the decision's own, by field, as typed; the assessment reads it.
    Grant { fields: BTreeMap<String, String> },
    /// Enter an action for failure to act.
    Sue(Sue),
    /// Enter that it is over.
    SueEnded { how: Settled, reason: String },
    /// Hear whoever was granted something before it is taken back or revoked.
    HearBefore(HearBefore),
    /// Take the last decision back or revoke it. `reopen` is why a closed case is opened again.
    Revoke { wanted: Box<Revoke>, reopen: String },
    /// Charge what the last decision asks for at once; as many ids as it sets amounts.
    Charge { charges: Vec<ChargeId> },
}

type Events = Result<Vec<CaseEvent>, Refusal>;

pub(super) fn proceed(case: &Case, wanted: Proceed, context: &Context<'_>) -> Events {
    // What is filed against a decision, the proof that it arrived, and what it is taken back for come when the case is closed too.
    let after = matches!(
        wanted,
        Proceed::Notify(_)
            | Proceed::Object(_)
            | Proceed::Conclude(_)
            | Proceed::Undo { .. }
            | Proceed::Sue(_)
            | Proceed::SueEnded { .. }
            | Proceed::HearBefore(_)
            | Proceed::Revoke { .. }
    );
    let signs = matches!(&wanted, Proceed::Sign { draft } | Proceed::Return { draft, .. }
        if case.ruling_to_sign().is_some_and(|known| known.event == *draft));
    let after = after || signs;
    refuse_if(!after && case.stage() == Stage::Closed, "case-already-closed")?;
    match wanted {
        Proceed::Notify(notified) => remedy::notify(case, notified, context),
        Proceed::Object(objection) => remedy::object(case, objection, context),
        Proceed::Conclude(wanted) => settle::conclude(case, &wanted, context),
        Proceed::Undo { settlement, reason, in_house } => {
            settle::undo(case, settlement, &reason, in_house, context)
        }
        Proceed::Grant { fields } => grant::grant(case, &fields, context),
        Proceed::Sue(wanted) => inaction::sue(case, wanted, context),
        Proceed::SueEnded { how, reason } => inaction::end(case, how, &reason, context),
        Proceed::Request { documents, answers, due_on, follow_up, remind } => {
            let requested_on = context.today;
            let asked = Requested { documents, answers, due_on, requested_on, follow_up };
            request(case, asked, remind, context)
        }
        Proceed::Answered { text, received_on } => answered(case, &text, received_on, context),
        Proceed::RefuseDocument { document, reason } => refuse_document(case, document, &reason, context),
        Proceed::Extend { until, reason, even_so } => deemed::extend(case, until, &reason, even_so, context),
        Proceed::HearBefore(wanted) => revoke::hear(case, wanted, context),
        Proceed::Revoke { wanted, reopen } => revoke::revoke(case, *wanted, &reopen, context),
        Proceed::Charge { charges } => charge::charge(case, &charges),
        Proceed::Deem => deemed::enter(case, context),
        Proceed::Hear { intended, reasons, due_on, follow_up, remind } => {
            let (begun_on, asked) = (context.today, case.recipients());
            let revokes = None;
            let hearing = Hearing { intended, reasons, due_on, begun_on, follow_up, revokes, asked };
            hear(case, hearing, remind, context)
        }
        Proceed::Statement { text, received_on, from } => state(case, &text, received_on, from, context),
        Proceed::Omit { ground } => {
            refuse_if(!case.decisions.is_empty(), "case-already-decided")?;
            Ok(vec![CaseEvent::HearingOmitted { ground, omitted_on: context.today }])
        }
        Proceed::Prepare { outcome, reasons, conditions } => {
            let draft = outcome::draft(case, Wanted { outcome, reasons, conditions }, context)?;
            let asks =
                context.assessment.is_some_and(|told| told.procedure.asks_second(outcome, &told.levies));
            refuse_if(!asks, "second-not-asked")?;
            Ok(vec![CaseEvent::DecisionPrepared(Box::new(draft))])
        }
        Proceed::Sign { draft } => sign(case, draft, context),
        Proceed::Return { draft, reason } => {
            may_sign(case, draft, context)?;
            said(&reason, "reason")?;
            Ok(vec![CaseEvent::DecisionReturned { draft, reason: reason.trim().to_owned() }])
        }
    }
}

/// A document that was seen or brought. With the last of what was asked for, the reminder has served.
pub(super) fn receive(case: &Case, document: String, received_on: NaiveDate) -> Vec<CaseEvent> {
    let served = if case.awaits_answers() { Vec::new() } else { served(case, Some(&document)) };
    std::iter::once(CaseEvent::DocumentReceived { document, received_on }).chain(served).collect()
}

/// The reminders of requests whose documents are all there, with this one.
fn served(case: &Case, document: Option<&String>) -> Vec<CaseEvent> {
    let there = |known: &String| Some(known) == document || case.documents.contains_key(known);
    let all = case.requests().filter(|asked| asked.documents.iter().all(there));
    all.filter_map(|asked| done(case, asked.follow_up)).collect()
}

/// What else was asked for has been said, on a day from the request on.
fn answered(case: &Case, text: &str, received_on: NaiveDate, context: &Context<'_>) -> Events {
    refuse_if(!case.awaits_answers(), "answers-none-awaited")?;
    not_in_future(received_on, context.today)?;
    let asked = case.requests().filter(|asked| !asked.answers.is_empty()).map(|asked| asked.requested_on);
    if let Some(asked) = asked.min().filter(|asked| received_on < *asked) {
        return Err(Problem::error("received_on", "answers-before-request").with("date", asked).into());
    }
    let event = CaseEvent::AnswersReceived { text: text.trim().to_owned(), received_on };
    Ok(std::iter::once(event).chain(served(case, None)).collect())
}

/// A document that is of no use is missing again, as long as nothing is decided on it.
fn refuse_document(case: &Case, document: String, reason: &str, context: &Context<'_>) -> Events {
    refuse_if(!case.decisions.is_empty(), "case-already-decided")?;
    let mut problems = Vec::new();
    if !case.documents.contains_key(&document) {
        problems.push(Problem::error("document", "document-not-there").with("document", &document));
    }
    if reason.trim().is_empty() {
        problems.push(Problem::error("reason", "text-missing"));
    }
    problems.extend(deemed::over(case, context));
    if !problems.is_empty() {
        return Err(Refusal(problems));
    }
    let (reason, refused_on) = (reason.trim().to_owned(), context.today);
    Ok(vec![CaseEvent::DocumentRefused { document, reason, refused_on }])
}

/// The reminder has served, if it is still to come.
fn done(case: &Case, follow_up: FollowUpId) -> Option<CaseEvent> {
    let open = case.follow_ups.get(&follow_up).is_some_and(|known| !known.done);
    open.then_some(CaseEvent::FollowUpDone { follow_up })
}

fn request(case: &Case, asked: Requested, remind: String, context: &Context<'_>) -> Events {
    let assessment = context.assessment.ok_or_else(|| Refusal::because("case-not-assessed"))?;
    let mut asked = asked;
    asked.answers.retain(|answer| !answer.trim().is_empty());
    let mut problems = Vec::new();
    if asked.documents.is_empty() && asked.answers.is_empty() {
        problems.push(Problem::error("documents", "request-nothing"));
    }
    for document in &asked.documents {
        let known = assessment.documents.iter().find(|known| known.id == *document);
        match known {
            None => problems.push(Problem::error("documents", "document-unknown").with("document", document)),
            Some(known) if known.received => {
                problems.push(Problem::error("documents", "request-there").with("document", &known.label.de));
            }
            Some(_) => {}
        }
    }
    problems.extend(day_to_answer(asked.due_on, context));
    // What is granted by law already is not taken back by asking for more.
    problems.extend(deemed::over(case, context));
    if !problems.is_empty() {
        return Err(Refusal(problems));
    }
    let remind = reminder(asked.follow_up, asked.due_on, remind);
    Ok(vec![CaseEvent::DocumentsRequested(Box::new(asked)), remind])
}

/// The reminder comes on the day after.
pub(super) fn reminder(follow_up: FollowUpId, due_on: NaiveDate, text: String) -> CaseEvent {
    CaseEvent::FollowUpSet { follow_up, due_on: due_on.succ_opt().unwrap_or(due_on), text }
}

/// A day to answer comes after the letter does, and somebody is in the office on it (§ 31 (3) VwVfG would move it else).
pub(super) fn day_to_answer(due_on: NaiveDate, context: &Context<'_>) -> Option<Problem> {
    let procedure = &context.assessment?.procedure;
    let notified = procedure.notified(context.today).ok()?;
    if due_on <= notified {
        let problem = Problem::error("due_on", "answer-too-soon").with("date", due_on);
        let by = procedure.answer_by(context.today).map_or(notified, |by| by.date);
        return Some(problem.with("notified", notified).with("usual", by));
    }
    let mut working = due_on;
    while !procedure.calendar.is_working_day(working) {
        working = working.succ_opt()?;
    }
    (working != due_on)
        .then(|| Problem::error("due_on", "answer-on-day-off").with("date", due_on).with("next", working))
}

fn hear(case: &Case, mut hearing: Hearing, remind: String, context: &Context<'_>) -> Events {
    refuse_if(!case.decisions.is_empty(), "case-already-decided")?;
    super::step::follows(case, "decided", context.assessment)?;
    let mut problems = Vec::new();
    hearing.reasons = String::from(hearing.reasons.trim());
    if hearing.reasons.is_empty() {
        problems.push(Problem::error("reasons", "reasons-missing"));
    }
    if matches!(hearing.intended, Outcome::Granted | Outcome::Withdrawn) {
        problems.push(Problem::error("outcome", "hearing-not-needed"));
    }
    problems.extend(day_to_answer(hearing.due_on, context));
    if !problems.is_empty() {
        return Err(Refusal(problems));
    }
    let remind = reminder(hearing.follow_up, hearing.due_on, remind);
    Ok(vec![CaseEvent::HearingBegun(Box::new(hearing)), remind])
}

fn state(
    case: &Case,
    text: &str,
    received_on: NaiveDate,
    from: Option<PersonId>,
    context: &Context<'_>,
) -> Events {
    let hearing = case.hearing().ok_or_else(|| Refusal::because("hearing-none"))?;
    said(text, "text")?;
    not_in_future(received_on, context.today)?;
    if received_on < hearing.begun_on {
        return Err(Problem::error("received_on", "statement-before-hearing")
            .with("date", hearing.begun_on)
            .into());
    }
    // Of several who were asked it is known whose word it is: the others are still waited for.
    refuse_if(hearing.asked.len() > 1 && from.is_none(), "statement-by-whom")?;
    let others = case.silent().into_iter().filter(|person| Some(*person) != from).count();
    let statement = Statement { text: text.trim().to_owned(), received_on, from };
    let last = hearing.asked.len() < 2 || others == 0;
    let served = done(case, hearing.follow_up).filter(|_| last);
    Ok(std::iter::once(CaseEvent::StatementReceived(statement)).chain(served).collect())
}

/// What stands against deciding to somebody's disadvantage without having heard them (§ 28 VwVfG, § 91 AO).
pub fn unheard(case: &Case, outcome: Outcome, today: NaiveDate) -> Option<Problem> {
    if outcome != Outcome::Refused || case.unheard().is_some() {
        return None;
    }
    // What is decided anew asks anew: an earlier hearing was about other grounds.
    let before = case.hearing_now().filter(|hearing| hearing.revokes.is_none());
    let Some(hearing) = before else { return Some(Problem::error("hearing", "hearing-missing")) };
    let waits = hearing.due_on >= today && case.hearing_waits();
    waits.then(|| Problem::error("hearing", "hearing-not-over").with("date", hearing.due_on))
}

/// Who signs has the role for it, and did not write the draft.
fn may_sign(case: &Case, draft: EventRef, context: &Context<'_>) -> Result<(), Refusal> {
    let decision = case.to_sign().map(|known| (known.event, known.by, known.returned.is_none()));
    let revocation = case.revocation_to_sign().map(|known| (known.event, known.by, known.returned.is_none()));
    let ruling = case.ruling_to_sign().map(|known| (known.event, known.by, known.returned.is_none()));
    let known = decision
        .into_iter()
        .chain(revocation)
        .chain(ruling)
        .find(|(event, _, open)| *event == draft && *open);
    let (_, by, _) = known.ok_or_else(|| Refusal::because("draft-changed"))?;
    refuse_if(by == context.actor.id, "draft-own")?;
    let group = Some(case.opened.group);
    let head = context.actor.role_among("decision_returned", group, &[Role::Head]);
    if head.is_none() {
        let problem = Problem::error("", "not-allowed").with("kind", "decided");
        return Err(problem.with("roles", Role::Head.name()).into());
    }
    Ok(())
}

/// The decision as it was prepared, if it would be prepared so today.
fn sign(case: &Case, draft: EventRef, context: &Context<'_>) -> Events {
    may_sign(case, draft, context)?;
    if case.revocation_to_sign().is_some_and(|known| known.event == draft) {
        return revoke::sign(case, draft, context);
    }
    if case.ruling_to_sign().is_some_and(|known| known.event == draft) {
        return settle::sign(case, draft, context);
    }
    let known = case.to_sign().ok_or_else(|| Refusal::because("draft-changed"))?.draft.clone();
    let (outcome, reasons, conditions) = (known.outcome, known.reasons.clone(), known.conditions.clone());
    let today = outcome::draft(case, Wanted { outcome, reasons, conditions }, context)?;
    let amounts = |of: &[crate::domain::decision::Levied]| -> Vec<_> {
        of.iter().map(|levied| levied.amount.cents).collect()
    };
    let same = amounts(&today.levies) == amounts(&known.levies) && today.notice == known.notice;
    refuse_if(!same, "draft-other-today")?;
    Ok(vec![outcome::decided(today, Some(draft))])
}
