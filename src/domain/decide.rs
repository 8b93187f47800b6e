//! What a command does to a case, or why it is refused. Pure: dates, ids and numbers come with the command.

mod charge;
mod court;
mod deemed;
mod doubt;
mod grant;
mod handover;
mod inaction;
mod money;
mod notice;
mod open;
mod outcome;
mod paper;
mod procedure;
mod remedy;
mod revoke;
mod settle;
mod step;

use super::assessment::Assessment;
use super::case::handover::{Answered, GivenBack, HandedOver, TakenIn};
use super::case::{
    AppearsAs, Attachment, Case, CaseEvent, Clash, Hold, Issued, Noted, Opened, Outcome, Packages, Paid,
    SignedCopy, Stage,
};
use super::correct::{Correction, correct};
use super::id::{CaseId, ChargeId, Digest, FollowUpId, PaperId, PersonId, UserId};
use super::problem::{Problem, Refusal};
use super::user::{Group, User};
use chrono::NaiveDate;
pub use deemed::doubled;
pub use doubt::{answered_too_late, doubts};
pub use inaction::Sue;
use money::{cancel_receipt, pay, waive};
use open::{link, open};
use outcome::decision;
use paper::{duplicate, issue};
pub use procedure::{Proceed, unheard};
pub use remedy::challenges;
pub use revoke::{
    HearBefore, Revoke, UNHEARD, burdens, falls_with, fitting, heard_about, revocable, revoked_late,
    unheard_before,
};
pub use settle::{Conclude, Elsewhere, Rule, whose};
pub use step::{offers, role_for};

/// Who asks, when, and what the catalogue says.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// Who asks.
    pub actor: &'a User,
    /// Today at the counter (Europe/Berlin).
    pub today: NaiveDate,
    /// What the catalogue says about the answers; needed to open, to correct, to decide and to close.
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
    /// Note that a copy was saved with an electronic signature.
    NoteSigned(SignedCopy),
    /// Correct answers (Berichtigung); the right ones are the assessment's.
    Correct(Correction),
    /// Decide. The assessment brings the amounts and the notice of legal remedy.
    Decide { outcome: Outcome, reasons: String, conditions: Vec<String> },
    /// Go on in the procedure: ask, hear, prepare, sign.
    Proceed(Box<Proceed>),
    /// Close.
    Close { reason: String },
    /// Reopen.
    Reopen { reason: String },
    /// Hand it over to the office that decides it.
    HandOver(Box<HandedOver>),
    /// Enter what the other office says, with the papers that it sends.
    Answer { answered: Box<Answered>, papers: Vec<Attachment> },
    /// Note that it came from another office.
    TakeIn(Box<TakenIn>),
    /// Give it back.
    GiveBack(Box<GivenBack>),
    /// Note that what desks did without seeing each other was looked at.
    Settle { clash: Clash, reason: String },
    /// Say whether it is the same matter as an older case.
    JudgeDouble { other: CaseId, double: bool, reason: String },
    /// Enter that what its term counts from has happened.
    BeginTerm { began_on: NaiveDate, reason: String },
    /// Keep it although its term is over, or no longer.
    Hold { hold: Hold, held: bool, reason: String },
    /// Make packages for receiving bodies; what each corrects is found here.
    PrepareNotices(Packages),
    /// Note what became of them.
    NoteNotices(Noted),
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
    step::permit(context.actor, &events, group, context.assessment)?;
    Ok(events)
}

fn opened_group(events: &[CaseEvent]) -> Option<Group> {
    events.iter().find_map(|event| match event {
        CaseEvent::CaseOpened(opened) => Some(opened.group),
        _ => None,
    })
}

fn act(case: &Case, command: Command, context: &Context<'_>) -> Result<Vec<CaseEvent>, Refusal> {
    let one = |event| Ok(vec![event]);
    handover::is_here(case, &command)?;
    match command {
        Command::Open(_) => Err(Refusal::because("case-already-open")),
        Command::Link(person) => one(link(person)),
        Command::ReceiveDocument { document, received_on } => {
            not_in_future(received_on, context.today)?;
            Ok(procedure::receive(case, document, received_on))
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
            refuse_if(!open, "follow-up-unknown")?;
            one(CaseEvent::FollowUpDone { follow_up })
        }
        Command::Pay(paid) => pay(case, paid).and_then(one),
        Command::Waive { charge, reason } => waive(case, charge, reason).and_then(one),
        Command::CancelReceipt { receipt, reason } => {
            cancel_receipt(case, receipt, reason, context.today).and_then(one)
        }
        Command::Issue(issued) => issue(case, issued, context).and_then(one),
        Command::Duplicate { issued, charge } => duplicate(case, issued, charge, context),
        Command::Printed { paper, printer, copies } => {
            refuse_if(case.paper(paper).is_none(), "paper-unknown")?;
            one(CaseEvent::Printed { paper, printer, copies })
        }
        Command::NoteSigned(copy) => {
            refuse_if(case.paper(copy.paper).is_none(), "paper-unknown")?;
            one(CaseEvent::CopySigned(copy))
        }
        Command::Correct(correction) => correct(case, correction, context),
        Command::Decide { outcome, reasons, conditions } => {
            decision(case, outcome::Wanted { outcome, reasons, conditions }, context).and_then(one)
        }
        Command::Proceed(wanted) => procedure::proceed(case, *wanted, context),
        Command::Close { reason } => {
            refuse_if(case.stage() == Stage::Closed, "case-already-closed")?;
            step::follows(case, "closed", context.assessment)?;
            money::settled(case)?;
            one(CaseEvent::Closed { closed_on: context.today, reason })
        }
        Command::Reopen { reason } => {
            refuse_if(case.stage() != Stage::Closed, "case-not-closed")?;
            said(&reason, "reason")?;
            one(CaseEvent::Reopened { reopened_on: context.today, reason })
        }
        Command::HandOver(given) => {
            undisputed(case)?;
            handover::hand_over(case, given, context)
        }
        Command::Answer { answered, papers } => handover::answer(case, answered, papers),
        Command::TakeIn(taken) => handover::take_in(case, taken),
        Command::GiveBack(given) => handover::give_back(case, given),
        Command::Settle { clash: Clash { kind, events }, reason } => {
            let open = case.clashes().iter().any(|open| open.kind == kind && open.events == events);
            refuse_if(!open, "clash-none")?;
            said(&reason, "reason")?;
            one(CaseEvent::ClashSettled { clash: kind, events, reason: reason.trim().to_owned() })
        }
        Command::JudgeDouble { other, double, reason } => {
            refuse_if(other >= case.id, "double-not-older")?;
            refuse_if(case.judged_double(other) == Some(double), "double-judged-so")?;
            if double {
                said(&reason, "reason")?;
            }
            let (reason, judged_on) = (reason.trim().to_owned(), context.today);
            one(CaseEvent::DoubleJudged { other, double, reason, judged_on })
        }
        Command::BeginTerm { began_on, reason } => {
            said(&reason, "reason")?;
            not_in_future(began_on, context.today)?;
            one(CaseEvent::TermBegun { began_on, reason: reason.trim().to_owned() })
        }
        Command::Hold { hold, held, reason } => keep(case, hold, held, &reason, context.today).and_then(one),
        Command::PrepareNotices(prepared) => notice::prepare(case, prepared).and_then(one),
        Command::NoteNotices(noted) => notice::note(case, noted, context).and_then(one),
    }
}

fn keep(case: &Case, hold: Hold, held: bool, reason: &str, today: NaiveDate) -> Result<CaseEvent, Refusal> {
    said(reason, "reason")?;
    let stands = case.holds().iter().any(|(known, _)| *known == hold);
    let reason = reason.trim().to_owned();
    match (held, stands) {
        (true, true) => Err(Refusal::because("hold-there")),
        (true, false) => Ok(CaseEvent::HoldSet { hold, reason, set_on: today }),
        (false, true) => Ok(CaseEvent::HoldLifted { hold, reason, lifted_on: today }),
        (false, false) => Err(Refusal::because("hold-none")),
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
