//! What a command does to a case, or why it is refused. Pure: dates, ids and numbers come with the command.

use super::assessment::{Assessment, ChargeDue, grants};
use super::case::{AppearsAs, Case, CaseEvent, Charged, Issued, Opened, Outcome, Paid, Stage};
use super::correct::{Correction, correct};
use super::decision::Levied;
use super::id::{ChargeId, Digest, FollowUpId, PaperId, PersonId, UserId};
use super::problem::{Problem, Refusal};
use super::user::{Group, Role, User};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Who asks, when, and what the catalogue says.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// Who asks.
    pub actor: &'a User,
    /// Today at the counter (Europe/Berlin).
    pub today: NaiveDate,
    /// What the catalogue says about the answers; needed to open, to correct and to decide.
    pub assessment: Option<&'a Assessment>,
}

/// Somebody who is to belong to a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Who.
    pub person: PersonId,
    /// As what.
    pub part: String,
    /// How they appear.
    pub appears_as: AppearsAs,
    /// What proved who they are.
    pub seen: Option<String>,
}

/// A case to be opened. The answers are the assessment's.
#[derive(Debug, Clone, PartialEq)]
pub struct Opening {
    /// What never changes.
    pub opened: Opened,
    /// Who belongs to it.
    pub persons: Vec<Link>,
    /// Documents seen, by id.
    pub documents: Vec<String>,
    /// Ids for the fees that arise, as many as the assessment has charges.
    pub charges: Vec<ChargeId>,
}

/// What somebody wants with a case. Fields mean what they mean in the event that the command becomes.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the fields are documented at `CaseEvent`")]
pub enum Command {
    /// Open it.
    Open(Box<Opening>),
    /// Link somebody.
    Link(Link),
    /// Enter a document that was seen or brought.
    ReceiveDocument { document: String, received_on: NaiveDate },
    /// Attach a file whose bytes are stored.
    Attach { blob: Digest, name: String, media: String, size: u64, document: Option<String> },
    /// Write a note.
    Note { text: String, call: bool },
    /// Give it to somebody, or to nobody.
    Assign { to: Option<UserId> },
    /// Be reminded.
    SetFollowUp { follow_up: FollowUpId, due_on: NaiveDate, text: String },
    /// The reminder has served.
    FinishFollowUp { follow_up: FollowUpId },
    /// Take money.
    Pay(Paid),
    /// Ask for no money.
    Waive { charge: ChargeId, reason: String },
    /// Cancel a receipt.
    CancelReceipt { receipt: String, reason: String },
    /// Issue a paper whose bytes are stored.
    Issue(Issued),
    /// Issue a duplicate of a lost paper (Zweitschrift); `charge` is the id of its fee, where it has one.
    Duplicate { issued: Issued, charge: ChargeId },
    /// Note that a paper went to a printer.
    Printed { paper: PaperId, printer: String, copies: u16 },
    /// Correct answers (Berichtigung); the right ones are the assessment's.
    Correct(Correction),
    /// Decide. The assessment brings the amounts and the notice of legal remedy.
    Decide { outcome: Outcome, reasons: String, conditions: Vec<String> },
    /// Close.
    Close { reason: String },
    /// Reopen.
    Reopen { reason: String },
}

/// What the command does, as events to append, or every reason against it.
pub fn decide(
    case: Option<&Case>,
    command: Command,
    context: &Context<'_>,
) -> Result<Vec<CaseEvent>, Refusal> {
    let events = match (case, command) {
        (None, Command::Open(opening)) => open(*opening, context)?,
        (Some(_), Command::Open(_)) => return Err(Refusal::because("case-already-open")),
        (None, _) => return Err(Refusal::because("case-unknown")),
        (Some(case), command) => act(case, command, context)?,
    };
    let group = case.map_or_else(|| opened_group(&events), |case| Some(case.opened.group));
    permit(context.actor, &events, group)?;
    Ok(events)
}

/// The role in which the actor may do what the event says; a refusal names the kind that is not allowed.
pub fn role_for(actor: &User, kind: &str, group: Option<Group>) -> Result<Role, Refusal> {
    actor.role_for(kind, group).ok_or_else(|| Problem::error("", "not-allowed").with("kind", kind).into())
}

fn permit(actor: &User, events: &[CaseEvent], group: Option<Group>) -> Result<(), Refusal> {
    events.iter().try_for_each(|event| role_for(actor, event.kind(), group).map(|_| ()))
}

fn opened_group(events: &[CaseEvent]) -> Option<Group> {
    events.iter().find_map(|event| match event {
        CaseEvent::CaseOpened(opened) => Some(opened.group),
        _ => None,
    })
}

fn open(opening: Opening, context: &Context<'_>) -> Result<Vec<CaseEvent>, Refusal> {
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

fn link(link: Link) -> CaseEvent {
    CaseEvent::PersonLinked {
        person: link.person,
        part: link.part,
        appears_as: link.appears_as,
        seen: link.seen,
    }
}

fn act(case: &Case, command: Command, context: &Context<'_>) -> Result<Vec<CaseEvent>, Refusal> {
    let one = |event| Ok(vec![event]);
    match command {
        Command::Open(_) => Err(Refusal::because("case-already-open")),
        Command::Link(person) => one(link(person)),
        Command::ReceiveDocument { document, received_on } => {
            not_in_future(received_on, context.today)?;
            one(CaseEvent::DocumentReceived { document, received_on })
        }
        Command::Attach { blob, name, media, size, document } => {
            let there = case.attachments.iter().find(|file| file.blob == blob && file.document == document);
            if let Some(there) = there {
                return Err(Problem::error("attachment", "attachment-there")
                    .with("name", &there.name)
                    .into());
            }
            one(CaseEvent::AttachmentAdded { blob, name, media, size, document })
        }
        Command::Note { text, call } => {
            said(&text, "text")?;
            one(CaseEvent::NoteAdded { text, call })
        }
        Command::Assign { to } => one(CaseEvent::Assigned { to }),
        Command::SetFollowUp { follow_up, due_on, text } => {
            said(&text, "text")?;
            if due_on < context.today {
                return Err(Problem::error("due_on", "follow-up-in-past").with("date", due_on).into());
            }
            one(CaseEvent::FollowUpSet { follow_up, due_on, text })
        }
        Command::FinishFollowUp { follow_up } => {
            let open = case.follow_ups.get(&follow_up).is_some_and(|follow_up| !follow_up.done);
            if open {
                one(CaseEvent::FollowUpDone { follow_up })
            } else {
                Err(Refusal::because("follow-up-unknown"))
            }
        }
        Command::Pay(paid) => pay(case, paid).and_then(one),
        Command::Waive { charge, reason } => waive(case, charge, reason).and_then(one),
        Command::CancelReceipt { receipt, reason } => {
            cancel_receipt(case, receipt, reason, context.today).and_then(one)
        }
        Command::Issue(issued) => issue(case, issued, context).and_then(one),
        Command::Duplicate { issued, charge } => duplicate(case, issued, charge, context),
        Command::Printed { paper, printer, copies } => {
            let known = case.papers.iter().any(|p| p.issued.paper == paper);
            if known {
                one(CaseEvent::Printed { paper, printer, copies })
            } else {
                Err(Refusal::because("paper-unknown"))
            }
        }
        Command::Correct(correction) => correct(case, correction, context),
        Command::Decide { outcome, reasons, conditions } => {
            decision(case, outcome, reasons, conditions, context).and_then(one)
        }
        Command::Close { reason } => {
            refuse_if(case.stage() == Stage::Closed, "case-already-closed")?;
            refuse_if(case.owed().next().is_some(), "case-owes")?;
            one(CaseEvent::Closed { closed_on: context.today, reason })
        }
        Command::Reopen { reason } => {
            refuse_if(case.stage() != Stage::Closed, "case-not-closed")?;
            said(&reason, "reason")?;
            one(CaseEvent::Reopened { reopened_on: context.today, reason })
        }
    }
}

fn pay(case: &Case, paid: Paid) -> Result<CaseEvent, Refusal> {
    let owed: BTreeMap<ChargeId, _> =
        case.owed().map(|charge| (charge.fee.charge, charge.fee.cents)).collect();
    refuse_if(paid.charges.is_empty(), "nothing-to-pay")?;
    refuse_if(!paid.charges.iter().all(|charge| owed.contains_key(charge)), "charge-not-owed")?;
    let sum = paid.charges.iter().filter_map(|charge| owed.get(charge).copied()).sum();
    if paid.cents != sum {
        return Err(Problem::error("cents", "paid-other-than-owed")
            .with("owed", sum.0)
            .with("paid", paid.cents.0)
            .into());
    }
    if let Some(given) = paid.given.filter(|given| *given < paid.cents) {
        return Err(Problem::error("given", "given-too-little")
            .with("given", given.0)
            .with("due", sum.0)
            .into());
    }
    Ok(CaseEvent::Paid(paid))
}

fn waive(case: &Case, charge: ChargeId, reason: String) -> Result<CaseEvent, Refusal> {
    said(&reason, "reason")?;
    refuse_if(!case.owed().any(|owed| owed.fee.charge == charge), "charge-not-owed")?;
    Ok(CaseEvent::FeeWaived { charge, reason })
}

fn cancel_receipt(
    case: &Case,
    receipt: String,
    reason: String,
    today: NaiveDate,
) -> Result<CaseEvent, Refusal> {
    said(&reason, "reason")?;
    match case.receipts.get(&receipt) {
        None => Err(Problem::error("receipt", "receipt-unknown").with("receipt", receipt).into()),
        Some(known) if known.cancelled.is_some() => {
            Err(Problem::error("receipt", "receipt-already-cancelled").with("receipt", receipt).into())
        }
        Some(_) => Ok(CaseEvent::ReceiptCancelled { receipt, reason, cancelled_on: today }),
    }
}

/// A paper is issued once. One that never left the office is printed again, a lost one has its duplicate.
fn issue(case: &Case, issued: Issued, context: &Context<'_>) -> Result<CaseEvent, Refusal> {
    undisputed(case)?;
    let due = context.assessment.into_iter().flat_map(|assessment| &assessment.papers);
    let on_demand = due.into_iter().any(|due| due.kind == issued.kind && due.at == "asked");
    let known = case.standing().find(|known| {
        known.issued.kind == issued.kind
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
fn duplicate(
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
    refuse_if(!case.stands(original.issued.paper), "paper-void")?;
    let cancelled = |number: &String| case.receipts.get(number).is_some_and(|paid| paid.cancelled.is_some());
    refuse_if(original.issued.receipt.as_ref().is_some_and(cancelled), "paper-of-cancelled-receipt")?;
    let due = assessment.duplicates.get(&issued.kind);
    let fee = due.map(|due| Charged { duplicate: Some(issued.paper), ..Charged::of(due, charge) });
    let mut events = vec![CaseEvent::PaperIssued(issued)];
    events.extend(fee.map(CaseEvent::FeeCharged));
    Ok(events)
}

fn decision(
    case: &Case,
    outcome: Outcome,
    reasons: String,
    conditions: Vec<String>,
    context: &Context<'_>,
) -> Result<CaseEvent, Refusal> {
    refuse_if(case.stage() == Stage::Closed, "case-already-closed")?;
    refuse_if(!case.decisions.is_empty(), "case-already-decided")?;
    undisputed(case)?;
    let assessment = context.assessment.ok_or_else(|| Refusal::because("case-not-assessed"))?;
    let has_letter = assessment.decision_papers(outcome).next().is_some();
    let conditions: Vec<String> =
        conditions.iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect();
    let mut problems: Vec<Problem> = assessment.lacking(outcome).into_iter().cloned().collect();
    match (outcome == Outcome::Conditional, conditions.is_empty()) {
        (true, _) if !has_letter => problems.push(Problem::error("outcome", "conditions-not-here")),
        (true, true) => problems.push(Problem::error("conditions", "conditions-missing")),
        (false, false) => problems.push(Problem::error("conditions", "conditions-without-outcome")),
        _ => {}
    }
    // § 39 (2) VwVfG: reasons may be left out only where the request is granted in full or taken back.
    if matches!(outcome, Outcome::Conditional | Outcome::Refused) && reasons.trim().is_empty() {
        problems.push(Problem::error("reasons", "text-missing"));
    }
    if !problems.is_empty() {
        return Err(Refusal(problems));
    }
    let sets = if has_letter && grants(outcome) { assessment.levies.as_slice() } else { &[] };
    Ok(CaseEvent::Decided {
        outcome,
        reasons: reasons.trim().to_owned(),
        conditions,
        levies: sets.iter().map(levied).collect(),
        notice: assessment.terms.notice.clone().filter(|_| has_letter),
        decided_on: context.today,
    })
}

fn levied(due: &ChargeDue) -> Levied {
    Levied {
        fee: due.id.clone(),
        label: due.label.clone(),
        cents: due.cents,
        tariff: due.tariff.clone(),
        vat: due.vat,
        why: due.why.clone(),
        first: due.first.clone(),
    }
}

/// No paper and no decision rests on an answer that two desks dispute.
fn undisputed(case: &Case) -> Result<(), Refusal> {
    let disputed = case.conflicts().into_iter().map(|(field, _)| Problem::error(field, "answer-disputed"));
    let problems: Vec<Problem> = disputed.collect();
    if problems.is_empty() { Ok(()) } else { Err(Refusal(problems)) }
}

fn said(text: &str, field: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() { Err(Problem::error(field, "text-missing").into()) } else { Ok(()) }
}

fn not_in_future(date: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    if date > today {
        Err(Problem::error("received_on", "received-in-future").with("date", date).into())
    } else {
        Ok(())
    }
}

fn refuse_if(condition: bool, id: &str) -> Result<(), Refusal> {
    if condition { Err(Refusal::because(id)) } else { Ok(()) }
}
