//! `case ask`, `hear`, `statement`, `decide`, `sign`, `return`, `revoke`: the procedure from the command line, and how far it is.

use super::case::text;
use super::say::{Fail, Said, did, explained, line};
use super::{Office, inaction, revoke, settle, standing};
use crate::desk::case::Sheet;
use crate::desk::procedure::{Ask, Intends};
use crate::domain::block::{Block, Part};
use crate::domain::case::{Act, AtCourt, Filed, Ground, Notified, Objection, Outcome, Settled, Way};
use crate::domain::decide::{Command, Proceed, Sue, answered_too_late, doubts};
use crate::domain::decision::Remedy;
use crate::domain::id::EventRef;
use crate::domain::problem::Problem;
use crate::timeline::timely::{judged, until};
use chrono::NaiveDate;
use clap::ArgMatches;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The sub-commands that this file does.
pub(super) const NAMES: [&str; 18] = [
    "ask",
    "received",
    "answered",
    "extend",
    "deem",
    "refuse-document",
    "hear",
    "statement",
    "decide",
    "sign",
    "return",
    "notify",
    "object",
    "settle",
    "unsettle",
    "sue",
    "sue-end",
    "revoke",
];

pub(super) fn all(args: &ArgMatches, name: &str) -> Vec<String> {
    args.get_many::<String>(name).into_iter().flatten().cloned().collect()
}

/// Does it.
pub(super) fn act(office: &Office, name: &str, args: &ArgMatches) -> Result<Said, Fail> {
    let (desk, session) = (&office.desk, &office.session);
    let id = office.case_id(args)?;
    let sheet = desk.sheet(session, id)?;
    let by = || args.get_one::<NaiveDate>("until").copied();
    let on = || args.get_one::<NaiveDate>("on").copied().unwrap_or_else(|| desk.today());
    let proceed = |wanted| desk.act(session, id, Command::Proceed(Box::new(wanted)));
    let of_revocation = || sheet.case.revocation_to_sign().map(|draft| draft.event);
    let of_decision = || sheet.case.to_sign().map(|draft| draft.event);
    let of_ruling = || sheet.case.ruling_to_sign().map(|draft| draft.event);
    let draft = || of_decision().or_else(of_revocation).or_else(of_ruling).ok_or_else(nothing_to_sign);
    let mut paper = None;
    match name {
        "ask" => {
            let (mut documents, answers) = (all(args, "missing"), all(args, "answer"));
            if documents.is_empty() && answers.is_empty() {
                documents.extend(sheet.assessment.missing().map(|document| document.id.clone()));
            }
            paper = Some(desk.ask(session, id, &Ask { documents, answers, due_on: by() })?);
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
        "revoke" => desk.revoke_decision(session, id, &revoke::wanted(args)?)?,
        "hear" => {
            let (outcome, reasons) = (outcome(&text(args, "outcome")), text(args, "reason"));
            paper = Some(match revoke::clause(args, "revokes") {
                Some(clause) => desk.hear_before(session, id, &revoke::intends(clause, args, by()))?,
                None => desk.hear(session, id, &Intends { outcome, reasons, due_on: by() })?,
            });
        }
        "extend" => {
            let until = by().unwrap_or_else(|| desk.today());
            let even_so = args.get_flag("even-so");
            paper = Some(desk.extend(session, id, until, &text(args, "reason"), even_so)?);
        }
        "deem" => proceed(Proceed::Deem)?,
        "answered" => proceed(Proceed::Answered { text: text(args, "text"), received_on: on() })?,
        "refuse-document" => {
            let (document, reason) = (text(args, "document"), text(args, "reason"));
            proceed(Proceed::RefuseDocument { document, reason })?;
        }
        "statement" => {
            let who = args.get_one::<String>("who").map(|who| who.parse());
            let from = who.transpose().map_err(|_| Problem::error("--who", "person-unknown"))?;
            proceed(Proceed::Statement { text: text(args, "text"), received_on: on(), from })?;
        }
        "sign" => proceed(Proceed::Sign { draft: draft()? })?,
        "return" => proceed(Proceed::Return { draft: draft()?, reason: text(args, "reason") })?,
        "notify" => {
            let named = text(args, "way");
            let way = Way::ALL.into_iter().find(|way| way.name() == named).unwrap_or(Way::Post);
            let posted_on = args.get_one::<NaiveDate>("posted-on").copied();
            let (of, proof) = (settle::told(&sheet, args)?, text(args, "proof"));
            proceed(Proceed::Notify(Notified { way, on: on(), posted_on, of, proof }))?;
        }
        "object" => {
            let remedy = remedy(&text(args, "remedy")).unwrap_or(Remedy::Objection);
            let by = args.get_one::<String>("objector").cloned();
            let against = against(&sheet, &text(args, "against"), by.as_deref())?;
            let court = (remedy == Remedy::Action).then(|| at_court(args));
            let (received_on, text) = (on(), text(args, "text"));
            proceed(Proceed::Object(Objection { remedy, received_on, text, by, court, against }))?;
        }
        "sue" => {
            let sue = Sue { received_on: on(), court: at_court(args), text: text(args, "text") };
            proceed(Proceed::Sue(sue))?;
        }
        "sue-end" => proceed(Proceed::SueEnded { how: settled(args), reason: text(args, "reason") })?,
        "settle" => {
            let wanted = settle::wanted(&sheet, args, desk.today())?;
            proceed(Proceed::Conclude(Box::new(wanted)))?;
        }
        "unsettle" => {
            let (settlement, reason) = (settle::last(&sheet, args)?, text(args, "reason"));
            let in_house = args.get_flag("in-house");
            proceed(Proceed::Undo { settlement, reason, in_house })?;
        }
        _ => desk.act_all(session, id, decision(&sheet, args)?)?,
    }
    let told = desk.sheet_again(session, id)?;
    let number = told.case.opened.number.clone();
    let lines = did(&told, sheet.case.timeline.len());
    let mut follows: Vec<String> = doubted(name, args, &sheet, &told).iter().map(line).collect();
    follows.extend(standing::follows(&told, name));
    if name == "revoke" {
        follows.extend(revoke::printed(&told));
    }
    let said = json!({ "id": id, "number": number, "paper": paper, "procedure": json(&told) });
    Ok(Said::new(said, lines.into_iter().chain(follows).collect()))
}

pub(super) fn remedy(name: &str) -> Option<Remedy> {
    match name {
        "action" => Some(Remedy::Action),
        "objection" => Some(Remedy::Objection),
        _ => None,
    }
}

pub(super) fn settled(args: &ArgMatches) -> Settled {
    let named = text(args, "how");
    Settled::ALL.into_iter().find(|how| how.name() == named).unwrap_or(Settled::Rejected)
}

/// Where an action lies and who sues.
fn at_court(args: &ArgMatches) -> AtCourt {
    let (court, file_number) = (text(args, "court"), text(args, "file-number"));
    let filed_on = args.get_one::<NaiveDate>("filed-on").copied();
    AtCourt { court, filed_on, file_number, by: text(args, "plaintiff") }
}

/// What something is filed against, where it is said; of decisions about objections the one about their own. Refused where there is no
/// such thing.
fn against(sheet: &Sheet, named: &str, by: Option<&str>) -> Result<Option<EventRef>, Fail> {
    let is_it = |act: &Act<'_>| match named {
        "ruling" => act.ruling.is_some(),
        "revocation" => act.revocation.is_some(),
        _ => act.revocation.is_none() && act.ruling.is_none(),
    };
    let acts = sheet.case.acts();
    let is_own = |act: &&Act<'_>| act.ruling.is_some_and(|ruled| ruled.is_of(by));
    let own = acts.iter().filter(is_own).find(|act| is_it(act));
    let found = own.or_else(|| acts.iter().find(|act| is_it(act))).map(|act| act.event);
    match found {
        _ if named.is_empty() => Ok(None),
        Some(found) => Ok(Some(found)),
        None => Err(Problem::error("--against", "objection-against-none").into()),
    }
}

/// What whoever decides or asks for more should know.
fn doubted(name: &str, args: &ArgMatches, before: &Sheet, after: &Sheet) -> Vec<Problem> {
    match name {
        "decide" => doubts(&before.case, &before.assessment, outcome(&text(args, "outcome")), before.today),
        "ask" => {
            let due_on = after.case.requested().map(|asked| asked.due_on);
            due_on
                .and_then(|due_on| answered_too_late(&after.assessment, due_on, before.today))
                .into_iter()
                .collect()
        }
        _ => Vec::new(),
    }
}

fn nothing_to_sign() -> Fail {
    Problem::error("case", "draft-changed").into()
}

/// The decision, or its draft where a second person signs; and before it that nobody is heard, where a ground is named.
fn decision(sheet: &Sheet, args: &ArgMatches) -> Result<Vec<Command>, Fail> {
    let (outcome, mut reasons) = (outcome(&text(args, "outcome")), text(args, "reason"));
    let mut conditions = all(args, "condition");
    for block in blocks(sheet, outcome, &all(args, "block"))? {
        match block.part {
            Part::Reasons => reasons = block.added_to(&reasons),
            Part::Condition => conditions.push(block.written()),
        }
    }
    let named = text(args, "no-hearing");
    let ground = Ground::ALL.into_iter().find(|ground| ground.name() == named);
    let omits = ground.map(|ground| Command::Proceed(Box::new(Proceed::Omit { ground })));
    let last = if sheet.assessment.procedure.asks_second(outcome, &sheet.assessment.levies) {
        Command::Proceed(Box::new(Proceed::Prepare { outcome, reasons, conditions }))
    } else {
        Command::Decide { outcome, reasons, conditions }
    };
    Ok(grant(args)?.into_iter().chain(omits).chain([last]).collect())
}

/// What whoever decides enters with a grant: `zone=A`.
fn grant(args: &ArgMatches) -> Result<Option<Command>, Fail> {
    let mut fields = BTreeMap::new();
    for pair in all(args, "grant") {
        let Some((field, value)) = pair.split_once('=') else {
            return Err(Problem::error("--grant", "grant-malformed").with("value", pair).into());
        };
        let _ = fields.insert(field.trim().to_owned(), value.trim().to_owned());
    }
    Ok((!fields.is_empty()).then(|| Command::Proceed(Box::new(Proceed::Grant { fields }))))
}

/// The building blocks that were named; all that do not fit are told at once.
pub(super) fn blocks<'a>(
    sheet: &'a Sheet,
    outcome: Outcome,
    named: &[String],
) -> Result<Vec<&'a Block>, Fail> {
    let fit = || sheet.assessment.blocks.iter().filter(|block| block.fits(outcome));
    let known = fit().map(|block| block.id.as_str()).collect::<Vec<_>>().join(", ");
    let unknown = named.iter().filter(|id| fit().all(|block| block.id != **id));
    let problems: Vec<Problem> = unknown
        .map(|id| Problem::error("--block", "block-unknown").with("block", id).with("known", &known))
        .collect();
    let chosen = named.iter().filter_map(|id| fit().find(|block| block.id == *id)).collect();
    if problems.is_empty() { Ok(chosen) } else { Err(Fail(problems)) }
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
    let ends = case.act().and_then(|act| until(sheet, act));
    let notified = case.notified().zip(ends.as_ref()).map(|(notified, ends)| {
        let why: Vec<String> = ends.why.iter().map(explained).collect();
        json!({ "way": notified.way, "on": notified.on, "posted_on": notified.posted_on, "proof": notified.proof, "notified_on": ends.notified_on,
                "ends_on": ends.ends_on, "final_from": ends.final_from(), "why": why })
    });
    let filed = |filed: &Filed| {
        let on = filed.objection.received_on;
        let act = case.objected(filed);
        let against = act.map(|act| match (act.revocation, act.ruling) {
            (Some(_), _) => "revocation",
            (None, Some(_)) => "ruling",
            (None, None) => "decision",
        });
        let named = filed.objection.is_open_by(act.and_then(|act| act.notice));
        let by = &filed.objection.by;
        json!({ "remedy": filed.objection.remedy, "received_on": on, "open": filed.is_open(), "by": by,
                "against": against, "admissible": by.is_none().then_some(named),
                "in_time": act.and_then(|act| judged(sheet, act, &filed.objection)),
                "court": filed.objection.court,
                "settled": filed.settled.as_ref().map(|(how, _, _)| how), "part": filed.part })
    };
    let objections: Vec<Value> = case.objections().iter().map(filed).collect();
    let complete = &sheet.assessment.complete;
    let why: Vec<String> = complete.why.iter().map(explained).collect();
    let by = case.to_decide_by(&sheet.assessment).map(|by| {
        let why: Vec<String> = by.explanation.iter().map(explained).collect();
        json!({ "by": by.date, "why": why })
    });
    let granted =
        case.standing_decision().filter(|decision| decision.deemed).map(|decision| decision.decided_on);
    json!({ "to_decide": by, "extended": case.extended(), "deemed_since": granted, "complete": { "since": complete.since, "why": why, "awaits_answers": case.awaits_answers() },
            "awaited": case.awaited().map(told), "hearing": hearing, "unheard": case.unheard(), "to_sign": draft,
            "notified": notified, "objections": objections, "rulings": settle::json(sheet), "revocations": revoke::json(sheet),
            "failure_to_act": inaction::suable(sheet), "suits": inaction::suits(sheet) })
}
