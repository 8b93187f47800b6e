//! What happened to a case, as sentences, one for each event: for the window's history and for what a command says that it did.
//! Tells no content of an erased event. Draws nothing.

pub mod inaction;
mod printed;
mod procedure;
pub mod timely;
mod work;

pub use printed::printed;
pub use procedure::{act, at_court, fees_of, filed_says, ground, remedy, settled, takes_effect, way, whose};
pub use work::{meanwhile, refused};

use crate::desk::case::Sheet;
use crate::domain::case::handover::Said;
use crate::domain::case::{
    AppearsAs, CaseEvent, ClashKind, Outcome as Decision, Payment, REPRESENTATIVE, SignedCopy,
};
use crate::domain::event::{Payload, Recorded};
use crate::domain::problem::LocalText;
use crate::fl;
use crate::words::{self, Arg};

/// In the language of who reads.
fn local(text: &LocalText) -> String {
    text.get(words::language().tag()).to_owned()
}

/// A sentence with one value.
fn one(id: &str, name: &str, value: impl Into<Arg>) -> String {
    words::text_with(id, [(name, value.into())])
}

/// What a decision is called.
pub fn decision(outcome: Decision) -> String {
    match outcome {
        Decision::Granted => fl!("decision-granted"),
        Decision::Conditional => fl!("decision-conditional"),
        Decision::Refused => fl!("decision-refused"),
        Decision::Withdrawn => fl!("decision-withdrawn"),
    }
}

/// Who belongs to a case now: whoever acts for somebody is told from them, and how they appear where it is not in person.
fn linked(name: String, part: &str, appears_as: AppearsAs) -> String {
    match appears_as {
        _ if part == REPRESENTATIVE => fl!("event-person-acts", name = name),
        AppearsAs::InPerson => fl!("event-person-linked", name = name),
        other => {
            let how = words::text(&format!("appears-as-{}", other.name().replace('_', "-")));
            fl!("event-person-linked-as", name = name, how = how)
        }
    }
}

/// How money came in.
pub fn payment(how: Payment) -> String {
    match how {
        Payment::Cash => fl!("payment-cash"),
        Payment::Card => fl!("payment-card"),
    }
}

/// The name of a document of the service.
pub fn document(sheet: &Sheet, id: &str) -> String {
    let known = sheet.service.documents.iter().find(|document| document.id == id);
    known.map_or_else(|| id.to_owned(), |document| local(&document.label))
}

/// What happened, in one sentence.
pub fn sentence(sheet: &Sheet, event: &Recorded<CaseEvent>) -> String {
    let event = match &event.payload {
        Payload::Known(event) => event,
        Payload::Erased => return fl!("event-erased"),
        Payload::Refused => return fl!("event-refused"),
        Payload::Unknown => return fl!("event-unknown"),
    };
    let name = |id| sheet.persons.get(id).map_or_else(String::new, crate::domain::person::Person::name);
    let user = |id| sheet.users.get(id).cloned().unwrap_or_default();
    let paper = |id| {
        let paper = sheet.case.papers.iter().find(|paper| paper.issued.paper == id);
        paper.map_or_else(String::new, |paper| paper.issued.title.clone())
    };
    let fee =
        |id| sheet.case.charges.get(id).map_or_else(String::new, |charge| local(&charge.fee.amount.label));
    let id = format!("event-{}", event.kind().replace('_', "-"));
    match event {
        CaseEvent::CaseOpened(opened) => {
            one(&id, "channel", words::text(&format!("channel-{}", opened.channel.name().replace('_', "-"))))
        }
        CaseEvent::AnswersSet { fields } => one(&id, "count", fields.len()),
        CaseEvent::PersonLinked { person, part, appears_as, .. } => linked(name(person), part, *appears_as),
        CaseEvent::DocumentReceived { document: which, .. } => one(&id, "document", document(sheet, which)),
        CaseEvent::AttachmentAdded { name, .. } => one(&id, "name", name.clone()),
        CaseEvent::NoteAdded { text, call } => {
            one(if *call { "event-call-noted" } else { &id }, "text", text.clone())
        }
        CaseEvent::Assigned { to } => match to {
            Some(to) => one(&id, "name", user(to)),
            None => fl!("event-unassigned"),
        },
        CaseEvent::FollowUpSet { due_on, text, .. } => words::text_with(
            &id,
            [("date", Arg::from(words::date_with_day(*due_on))), ("text", text.clone().into())],
        ),
        CaseEvent::FollowUpDone { .. } => words::text(&id),
        CaseEvent::FeeCharged(charged) => words::text_with(
            &id,
            [
                ("amount", Arg::from(words::amount(charged.amount.cents.0))),
                ("fee", local(&charged.amount.label).into()),
            ],
        ),
        CaseEvent::FeeWaived { charge, reason } => {
            words::text_with(&id, [("fee", Arg::from(fee(charge))), ("reason", reason.clone().into())])
        }
        CaseEvent::Paid(paid) => words::text_with(
            &id,
            [
                ("amount", Arg::from(words::amount(paid.cents.0))),
                ("how", payment(paid.how).into()),
                ("receipt", paid.receipt.clone().into()),
            ],
        ),
        CaseEvent::ReceiptCancelled { receipt, reason, .. } => words::text_with(
            &id,
            [("receipt", Arg::from(receipt.clone())), ("reason", reason.clone().into())],
        ),
        CaseEvent::PaperIssued(issued) => {
            let before = issued.replaces.or(issued.repeats).and_then(|id| sheet.case.paper(id));
            let id = match before {
                None => id.as_str(),
                Some(_) if issued.repeats.is_some() => "event-paper-duplicated",
                Some(_) => "event-paper-replaced",
            };
            let day = before.map(|before| words::date(before.issued.issued_on)).unwrap_or_default();
            let title = before.map_or(&issued.title, |before| &before.issued.title);
            words::text_with(id, [("title", Arg::from(title.clone())), ("date", day.into())])
        }
        CaseEvent::Printed { paper: which, printer, copies } => words::text_with(
            &id,
            [
                ("title", Arg::from(paper(*which))),
                ("printer", printer.clone().into()),
                ("copies", i64::from(*copies).into()),
            ],
        ),
        CaseEvent::CopySigned(copy) => copy_signed(&id, paper(copy.paper), copy),
        CaseEvent::Corrected(corrected) => {
            let id = if corrected.own_mistake { "event-corrected-own" } else { &id };
            one(id, "reason", corrected.reason.clone())
        }
        CaseEvent::Closed { .. } => words::text(&id),
        CaseEvent::Reopened { reason, .. } => one(&id, "reason", reason.clone()),
        CaseEvent::ClashSettled { clash, reason, .. } => clash_settled(&id, *clash, reason),
        CaseEvent::DoubleJudged { double: true, .. } => words::text(&id),
        CaseEvent::DoubleJudged { double: false, .. } => words::text("event-double-judged-not"),
        CaseEvent::TermBegun { .. } | CaseEvent::HoldSet { .. } | CaseEvent::HoldLifted { .. } => kept(event),
        CaseEvent::NoticesPrepared(_) | CaseEvent::NoticesNoted(_) => passed_on(sheet, &id, event),
        CaseEvent::HandedOver(_)
        | CaseEvent::HandoverAnswered(_)
        | CaseEvent::TakenIn(_)
        | CaseEvent::GivenBack(_) => handover(event),
        _ => procedure::sentence(sheet, event),
    }
}

/// Which paper, with whose certificate, and by which digest one knows the copy.
fn copy_signed(id: &str, title: String, copy: &SignedCopy) -> String {
    let args = [
        ("title", Arg::from(title)),
        ("subject", copy.subject.clone().into()),
        ("digest", copy.sha256.to_string().into()),
    ];
    words::text_with(id, args)
}

/// What clashed, and what somebody did about it.
fn clash_settled(id: &str, clash: ClashKind, reason: &str) -> String {
    let clash = words::text(&format!("clash-{}", clash.name().replace('_', "-")));
    words::text_with(id, [("clash", Arg::from(clash)), ("reason", reason.to_owned().into())])
}

/// What was told to receiving bodies.
fn passed_on(sheet: &Sheet, id: &str, event: &CaseEvent) -> String {
    match event {
        CaseEvent::NoticesPrepared(prepared) => bodies(sheet, id, prepared.bodies.keys()),
        CaseEvent::NoticesNoted(noted) => {
            bodies(sheet, &format!("{id}-{}", noted.step.name()), &noted.bodies)
        }
        _ => String::new(),
    }
}

/// Receiving bodies by their names.
fn bodies<'a>(sheet: &Sheet, id: &str, told: impl IntoIterator<Item = &'a String>) -> String {
    let known = || sheet.service.receiving.iter().flat_map(|receiving| &receiving.bodies);
    let name = |id: &String| {
        known().find(|body| body.id == *id).map_or_else(|| id.clone(), |body| local(&body.label))
    };
    one(id, "bodies", told.into_iter().map(name).collect::<Vec<_>>().join(", "))
}

/// How long it is kept, and what keeps it longer.
fn kept(event: &CaseEvent) -> String {
    let id = format!("event-{}", event.kind().replace('_', "-"));
    match event {
        CaseEvent::TermBegun { began_on, reason } => {
            let told = [("date", Arg::from(words::date(*began_on))), ("reason", reason.clone().into())];
            words::text_with(&id, told)
        }
        CaseEvent::HoldSet { hold, reason, .. } | CaseEvent::HoldLifted { hold, reason, .. } => {
            one(&format!("{id}-{}", hold.name()), "reason", reason.clone())
        }
        _ => String::new(),
    }
}

/// What happened between this office and another one.
fn handover(event: &CaseEvent) -> String {
    match event {
        CaseEvent::HandedOver(given) => {
            let (office, reason) = (given.bundle.to.name.clone(), given.reason.clone());
            fl!("event-handed-over", office = office, reason = reason)
        }
        CaseEvent::HandoverAnswered(answered) => {
            let (by, number) = (answered.by.clone(), answered.number.clone());
            match &answered.said {
                Said::Acknowledged => {
                    fl!("event-handover-acknowledged", by = by, number = number)
                }
                Said::Refused { reason } => {
                    fl!("event-handover-refused", by = by, reason = reason.clone())
                }
                Said::Returned { outcome, .. } => {
                    fl!("event-handover-returned", by = by, outcome = decision(*outcome))
                }
            }
        }
        CaseEvent::TakenIn(taken) => {
            let (office, number) = (taken.from.name.clone(), taken.number.clone());
            fl!("event-taken-in", office = office, number = number, reason = taken.reason.clone())
        }
        CaseEvent::GivenBack(given) => {
            let office = given.bundle.to.name.clone();
            match &given.refused {
                Some(reason) => {
                    fl!("event-given-back-refused", office = office, reason = reason.clone())
                }
                None => fl!("event-given-back", office = office),
            }
        }
        _ => String::new(),
    }
}
