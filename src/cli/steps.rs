//! `case ask`, `hear`, `statement`, `decide`, `sign`, `return`: the procedure from the command line, and how far it is.

use super::Office;
use super::case::text;
use super::say::{Fail, Said, explained};
use crate::desk::case::Sheet;
use crate::desk::procedure::{Ask, Intends};
use crate::domain::case::{Ground, Outcome};
use crate::domain::decide::{Command, Proceed};
use crate::domain::problem::Problem;
use crate::words;
use chrono::NaiveDate;
use clap::ArgMatches;
use serde_json::{Value, json};

/// The sub-commands that this file does.
pub(super) const NAMES: [&str; 7] = ["ask", "received", "hear", "statement", "decide", "sign", "return"];

fn all(args: &ArgMatches, name: &str) -> Vec<String> {
    args.get_many::<String>(name).into_iter().flatten().cloned().collect()
}

/// Does it.
pub(super) fn act(office: &Office, name: &str, args: &ArgMatches) -> Result<Said, Fail> {
    let (desk, session) = (&office.desk, &office.session);
    let id = office.case_id(args)?;
    let sheet = desk.sheet(session, id)?;
    let until = || args.get_one::<NaiveDate>("until").copied();
    let on = || args.get_one::<NaiveDate>("on").copied().unwrap_or_else(|| desk.today());
    let proceed = |wanted| desk.act(session, id, Command::Proceed(Box::new(wanted)));
    let draft = || sheet.case.to_sign().map(|draft| draft.event).ok_or_else(nothing_to_sign);
    let mut paper = None;
    match name {
        "ask" => {
            let (mut documents, answers) = (all(args, "missing"), all(args, "answer"));
            if documents.is_empty() && answers.is_empty() {
                documents.extend(sheet.assessment.missing().map(|document| document.id.clone()));
            }
            paper = Some(desk.ask(session, id, &Ask { documents, answers, due_on: until() })?);
        }
        "received" => {
            let (document, received_on) = (text(args, "document"), on());
            if sheet.service.documents.iter().all(|known| known.id != document) {
                return Err(Problem::error("--document", "document-unknown")
                    .with("document", document)
                    .into());
            }
            desk.act(session, id, Command::ReceiveDocument { document, received_on })?;
        }
        "hear" => {
            let (outcome, reasons) = (outcome(&text(args, "outcome")), text(args, "reason"));
            paper = Some(desk.hear(session, id, &Intends { outcome, reasons, due_on: until() })?);
        }
        "statement" => proceed(Proceed::Statement { text: text(args, "text"), received_on: on() })?,
        "sign" => proceed(Proceed::Sign { draft: draft()? })?,
        "return" => proceed(Proceed::Return { draft: draft()?, reason: text(args, "reason") })?,
        _ => desk.act_all(session, id, decision(&sheet, args))?,
    }
    let (number, today) = (sheet.case.opened.number, office.case(args)?);
    let line = words::said("cli-case-changed", &[("number".to_owned(), number.clone())].into());
    let lines = std::iter::once(line).chain(today.awaited().filter(|_| name == "ask").into_iter().flat_map(
        |asked| {
            asked
                .why(&sheet.assessment.procedure)
                .iter()
                .map(|step| format!("  {}", explained(step)))
                .collect::<Vec<_>>()
        },
    ));
    Ok(Said::new(json!({ "id": id, "number": number, "paper": paper }), lines.collect()))
}

fn nothing_to_sign() -> Fail {
    Problem::error("case", "draft-changed").into()
}

/// The decision, or its draft where a second person signs; and before it that nobody is heard, where a ground is named.
fn decision(sheet: &Sheet, args: &ArgMatches) -> Vec<Command> {
    let (outcome, reasons) = (outcome(&text(args, "outcome")), text(args, "reason"));
    let conditions = all(args, "condition");
    let named = text(args, "no-hearing");
    let ground = Ground::ALL.into_iter().find(|ground| ground.name() == named);
    let omits = ground.map(|ground| Command::Proceed(Box::new(Proceed::Omit { ground })));
    let last = if sheet.assessment.procedure.asks_second(outcome, &sheet.assessment.levies) {
        Command::Proceed(Box::new(Proceed::Prepare { outcome, reasons, conditions }))
    } else {
        Command::Decide { outcome, reasons, conditions }
    };
    omits.into_iter().chain([last]).collect()
}

fn outcome(name: &str) -> Outcome {
    match name {
        "granted" => Outcome::Granted,
        "conditional" => Outcome::Conditional,
        "refused" => Outcome::Refused,
        _ => Outcome::Withdrawn,
    }
}

/// How far the procedure is, for scripts.
pub(super) fn json(sheet: &Sheet) -> Value {
    let case = &sheet.case;
    let told = |asked: &crate::domain::case::Requested| {
        let why: Vec<String> = asked.why(&sheet.assessment.procedure).iter().map(explained).collect();
        json!({ "documents": asked.documents, "answers": asked.answers, "requested_on": asked.requested_on,
                "due_on": asked.due_on, "why": why })
    };
    let hearing = case.hearing().map(|hearing| {
        json!({ "intended": hearing.intended, "begun_on": hearing.begun_on, "due_on": hearing.due_on,
                "statements": case.statements() })
    });
    let draft = case.to_sign().map(|draft| {
        json!({ "outcome": draft.draft.outcome, "prepared_on": draft.draft.prepared_on, "by": draft.by,
                "returned": draft.returned.as_ref().map(|(_, reason)| reason) })
    });
    json!({ "awaited": case.awaited().map(told), "hearing": hearing, "unheard": case.unheard(), "to_sign": draft })
}
