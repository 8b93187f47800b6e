//! `case`: filing, showing, listing and what is done to one afterwards.

use super::say::{self, Fail, Said};
use super::{Office, decision, handover, standing, steps};
use crate::catalogue::{PersonNeed, Service};
use crate::desk::intake::{Intake, Participant, Party, Settlement};
use crate::desk::look::{CaseRow, Filter, Page, Sort, View, Viewable};
use crate::desk::similar::LIKELY_KNOWN;
use crate::desk::work_list::Listing;
use crate::desk::{DeskError, outside, person};
use crate::domain::answers::Answers;
use crate::domain::case::{APPLICANT, AppearsAs, Attachment, Case, Channel, REPRESENTATIVE, Signature};
use crate::domain::decide::Command;
use crate::domain::money::Cents;
use crate::domain::person::Person;
use crate::domain::problem::Problem;
use crate::words;
use chrono::{Days, NaiveDate};
use clap::ArgMatches;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Does what the sub-command says.
pub(super) fn act(args: &ArgMatches) -> Result<Said, Fail> {
    let Some((name, args)) = args.subcommand() else { return Err(Fail(Vec::new())) };
    // What cannot be read is told before anybody is asked to sign in.
    let given = if matches!(name, "new" | "correct") { Some(answers(args)?) } else { None };
    let office = Office::open(args)?;
    match (name, given) {
        ("new", Some((answers, documents))) => file(&office, args, answers, documents),
        ("correct", Some((answers, _))) => super::correct::act(&office, args, &answers),
        ("show", _) => show(&office, args),
        ("list", _) => list(&office, args),
        ("attach", _) => attach_to_case(&office, args),
        ("save", _) => save(&office, args),
        ("hand-over", _) => handover::hand_over(&office, args),
        ("give-back", _) => handover::give_back(&office, args),
        ("bundle", _) => handover::bundle(&office, args),
        (name, _) if steps::NAMES.contains(&name) => steps::act(&office, name, args),
        (name, _) => change(&office, name, args),
    }
}

pub(super) fn text(args: &ArgMatches, name: &str) -> String {
    args.get_one::<String>(name).cloned().unwrap_or_default()
}

/// The answers of the file, and the documents that it says were seen.
fn answers(args: &ArgMatches) -> Result<(Answers, Vec<String>), Fail> {
    let path = args.get_one::<PathBuf>("answers").cloned().unwrap_or_default();
    let name = path.display().to_string();
    let wrong = |id: &str, why: String| Fail::from(Problem::error(name.clone(), id).with("why", why));
    let text = outside::read_text(&path)?;
    let value: Value =
        serde_json::from_str(&text).map_err(|error| wrong("answers-no-json", error.to_string()))?;
    let Value::Object(mut found) = value else { return Err(wrong("answers-no-object", String::new())) };
    let documents = match found.remove("_documents") {
        None => Vec::new(),
        Some(list) => serde_json::from_value(list)
            .map_err(|error| Problem::error("_documents", "answers-documents-form").with("why", error))?,
    };
    Ok((Answers(found.into_iter().collect()), documents))
}

/// How a fee is settled.
pub(super) fn settlement(args: &ArgMatches) -> Result<Settlement, Fail> {
    let how = text(args, "pay");
    let wrong = || Fail::from(Problem::error("--pay", "pay-form").with("value", &how));
    match how.split_once(':').map_or((how.as_str(), ""), |(how, rest)| (how, rest)) {
        ("later", "") => Ok(Settlement::Later),
        ("card", "") => Ok(Settlement::Card),
        ("cash", amount) => Cents::parse(amount).map(|given| Settlement::Cash { given }).ok_or_else(wrong),
        ("exempt", reason) => Ok(Settlement::Exempt { reason: reason.to_owned() }),
        _ => Err(wrong()),
    }
}

fn file(
    office: &Office,
    args: &ArgMatches,
    answers: Answers,
    mut documents: Vec<String>,
) -> Result<Said, Fail> {
    let (desk, session) = (&office.desk, &office.session);
    let received_on = args.get_one::<NaiveDate>("received-on").copied();
    let mut intake =
        desk.new_intake_of(session, &text(args, "service"), received_on.unwrap_or_else(|| desk.today()))?;
    let service = desk.service_of_intake(&intake)?;
    intake.answers = answers;
    documents.extend(args.get_many::<String>("seen").into_iter().flatten().cloned());
    let mut problems = Vec::new();
    for id in documents.iter().filter(|id| !service.documents.iter().any(|known| known.id == **id)) {
        problems.push(Problem::error("_documents", "document-unknown").with("document", id));
    }
    intake.documents = documents.into_iter().collect();
    intake.channel = channel(args);
    intake.participants.extend(applicant(office, args, service, &mut intake.answers)?);
    match representatives(args, &intake) {
        Ok(acts) => intake.participants.extend(acts),
        Err(refused) => problems.extend(refused.0),
    }
    intake.received_on = received_on;
    intake.received_why = text(args, "why");
    intake.signature = args.get_flag("signed").then_some(Signature::Seen);
    match settlement(args) {
        Ok(settlement) => intake.settlement = settlement,
        Err(problem) => problems.extend(problem.0),
    }
    let assessment = desk.assess(session, &intake)?;
    let warnings: Vec<Problem> =
        assessment.problems.iter().filter(|problem| !problem.is_error()).cloned().collect();
    if !problems.is_empty() {
        problems.extend(desk.stops(session, &intake)?);
        return Err(told_at_once(problems, warnings));
    }
    let attached = attach(office, args, &mut intake);
    let filed = attached.and_then(|()| match desk.file_case(session, &intake) {
        Err(DeskError::Refused(refusal)) => Err(told_at_once(refusal.0, warnings.clone())),
        other => Ok(other?),
    });
    let filed = filed.inspect_err(|_| {
        // The files were kept with a draft; what is refused leaves nothing behind.
        let _ = desk.discard_draft(session, intake.case);
    })?;
    let papers: Vec<Value> =
        filed.papers.iter().map(|paper| json!({ "id": paper.id, "kind": paper.kind })).collect();
    let line = words::said("cli-case-filed", &[("number".to_owned(), filed.number.clone())].into());
    let said = json!({
        "id": filed.case, "number": filed.number, "status_code": filed.status_code,
        "receipt": filed.receipt, "change_cents": filed.change, "papers": papers,
        "fee_cents": assessment.total(), "for_kreis": assessment.for_kreis, "warnings": warnings.iter().map(say::as_json).collect::<Value>(),
    });
    let kreis = assessment.for_kreis.then(|| words::text("service-for-kreis"));
    Ok(Said::new(said, std::iter::once(line).chain(kreis).chain(warnings.iter().map(say::line)).collect()))
}

/// Who it is for: `--person` is somebody who is there, and answers what the file leaves open; otherwise whoever the
/// answers name is entered.
fn applicant(
    office: &Office,
    args: &ArgMatches,
    service: &Service,
    answers: &mut Answers,
) -> Result<Option<Participant>, Fail> {
    let named = person::is_named(&person::from_answers(service, answers));
    let party = match args.get_one::<String>("person") {
        Some(id) => {
            let id = id.parse().map_err(|_| Problem::error("--person", "person-unknown"))?;
            let person = office.desk.person(&office.session, id)?;
            person::suggest_answers(service, &person.fields, answers);
            Party::Known(id)
        }
        None if service.person == PersonNeed::Required || named => Party::New(BTreeMap::new()),
        None => return Ok(None),
    };
    Ok(Some(Participant {
        party,
        part: APPLICANT.to_owned(),
        appears_as: appears_as(args),
        seen: args.get_one("identity").cloned(),
        certain: args.get_flag("new-person"),
    }))
}

/// Everything at once: what is wrong with options and answers, then what is merely worth a look. What the window offers
/// as something to press is an option here.
fn told_at_once(mut problems: Vec<Problem>, warnings: Vec<Problem>) -> Fail {
    for problem in problems.iter_mut().filter(|problem| problem.id == LIKELY_KNOWN) {
        "cli-person-likely-known".clone_into(&mut problem.id);
    }
    problems.extend(warnings);
    Fail(problems)
}

fn appears_as(args: &ArgMatches) -> AppearsAs {
    let by_channel =
        if channel(args) == Channel::Counter { AppearsAs::InPerson } else { AppearsAs::InWriting };
    let named = text(args, "appears-as");
    AppearsAs::ALL.into_iter().find(|appears| appears.name() == named).unwrap_or(by_channel)
}

/// Those who act for the applicant, both parents for instance: letters go to them.
fn representatives(args: &ArgMatches, intake: &Intake) -> Result<Vec<Participant>, Fail> {
    let named: Vec<&String> = args.get_many("by").into_iter().flatten().collect();
    if !named.is_empty() && !intake.is_represented() {
        return Err(Problem::error("--by", "by-without-proxy").into());
    }
    let acts = |id: &String| {
        let id = id.parse().map_err(|_| Problem::error("--by", "person-unknown"))?;
        let (party, part) = (Party::Known(id), REPRESENTATIVE.to_owned());
        Ok(Participant { party, part, appears_as: AppearsAs::InPerson, seen: None, certain: false })
    };
    named.into_iter().map(acts).collect()
}

fn channel(args: &ArgMatches) -> Channel {
    let named = text(args, "channel");
    Channel::ALL.into_iter().find(|channel| channel.name() == named).unwrap_or(Channel::Counter)
}

fn attach(office: &Office, args: &ArgMatches, intake: &mut Intake) -> Result<(), Fail> {
    for path in args.get_many::<PathBuf>("attach").into_iter().flatten() {
        let enclosure = office.desk.attach(&office.session, intake, path, None)?;
        intake.enclosures.push(enclosure);
    }
    Ok(())
}

fn attach_to_case(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let before = office.case(args)?;
    let document = args.get_one::<String>("document").map(String::as_str);
    // Which file was refused is told by the problem; those before it are attached.
    for path in args.get_many::<PathBuf>("file").into_iter().flatten() {
        office.desk.attach_to_case(&office.session, before.id, path, document)?;
    }
    let sheet = office.desk.sheet_again(&office.session, before.id)?;
    let lines = say::did(&sheet, before.timeline.len());
    let case = sheet.case;
    Ok(Said::new(
        json!({ "id": case.id, "number": case.opened.number, "attachments": attachments(&case) }),
        lines,
    ))
}

/// The files of a case as scripts get them.
fn attachments(case: &Case) -> Vec<Value> {
    let file = |file: &Attachment| json!({ "name": file.name, "media": file.media, "size": file.size, "sha256": file.blob, "document": file.document });
    case.attachments.iter().map(file).collect()
}

/// Saves the file of the case that an argument names, by name or digest.
fn save(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let case = office.case(args)?;
    let named = text(args, "attachment");
    let found = case.attachments.iter().find(|file| file.name == named || file.blob.to_string() == named);
    let found = found.ok_or_else(|| Problem::error("attachment", "attachment-unknown"))?;
    let out = args.get_one::<PathBuf>("out").cloned().unwrap_or_default();
    let what = Viewable::Attachment(case.id, found.blob);
    office.desk.save_copy(&office.session, &what, &out)?;
    let file = out.display().to_string();
    Ok(Said::line(json!({ "sha256": found.blob, "file": file }), file))
}

fn show(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let id = office.case_id(args)?;
    let sheet = office.desk.sheet(&office.session, id)?;
    let (case, assessment) = (&sheet.case, &sheet.assessment);
    let charges: Vec<Value> = case
        .charges
        .values()
        .map(|charge| {
            json!({ "fee": charge.fee.amount.fee, "cents": charge.fee.amount.cents, "waived": charge.waived,
                              "withdrawn": charge.withdrawn, "duplicate": charge.fee.duplicate,
                              "by_decision": charge.fee.decision.is_some() })
        })
        .collect();
    let receipts: Vec<Value> = case
        .receipts
        .iter()
        .map(|(number, receipt)| {
            json!({ "number": number, "cents": receipt.paid.cents, "how": receipt.paid.how,
                    "paid_on": receipt.paid.paid_on, "cancelled": receipt.cancelled.as_ref().map(|cancelled| &cancelled.reason) })
        })
        .collect();
    let papers: Vec<Value> = case.papers.iter().map(|paper| super::paper::row(&sheet, paper)).collect();
    let persons: Vec<Value> = case
        .persons
        .values()
        .map(|linked| {
            let name = sheet.persons.get(&linked.person).map(Person::name);
            json!({ "id": linked.person, "part": linked.part, "name": name,
                    "appears_as": linked.appears_as, "identity": linked.seen })
        })
        .collect();
    let missing: Vec<&str> = assessment.missing().map(|document| document.id.as_str()).collect();
    let said = json!({
        "id": case.id, "number": case.opened.number, "service": case.opened.service,
        "version": case.opened.version, "state": case.stage().name(),
        "status_code": case.opened.status_code, "received_on": case.opened.received_on,
        "answers": case.answers(), "owes_cents": case.owes(), "charges": charges, "receipts": receipts,
        "papers": papers, "persons": persons, "missing": missing, "assigned": case.assigned(),
        "decision": decision::json(&sheet), "procedure": steps::json(&sheet), "filing_plan": case.opened.filing_plan,
        "attachments": attachments(case), "handover": handover::as_json(case),
    });
    let mut lines = vec![
        format!("{}  {}", case.opened.number, sheet.service.name.get(words::language().tag())),
        words::text(&format!("cli-state-{}", case.stage().name())),
        words::said("cli-owes", &[("owed".to_owned(), case.owes().0.to_string())].into()),
    ];
    lines.extend(handover::lines(case));
    lines.extend(decision::lines(&sheet));
    lines.extend(standing::lines(&sheet));
    Ok(Said::new(said, lines))
}

/// A case as lists give it to scripts.
pub(super) fn row(row: &CaseRow) -> Value {
    json!({
        "id": row.id, "number": row.number, "service": row.service, "state": row.stage.name(),
        "applicant": row.applicant_name, "received_on": row.received_on, "due_on": row.due_on,
        "owes_cents": row.owes, "missing": row.missing, "assigned": row.assigned,
    })
}

fn list(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let limit = args.get_one::<usize>("limit").copied().unwrap_or(100);
    let view = match text(args, "view").as_str() {
        "open" => View::Open,
        "mine" => View::Mine(office.session.user),
        "due" => View::Due { until: office.desk.today() + Days::new(7) },
        "overdue" => View::Overdue { today: office.desk.today() },
        "conflicts" => View::Conflicts,
        "to-sign" => View::ToSign,
        _ => View::All,
    };
    let [service, narrow] = ["service", "text"].map(|name| args.get_one::<String>(name).cloned());
    let filter = Filter { view, service, text: narrow };
    let out = args.get_one::<PathBuf>("out");
    if out.is_some() || args.get_flag("print") {
        let sort = Sort::by_itself(view);
        return on_paper(office, &Listing { filter, sort }, out);
    }
    let rows = office.desk.cases(&office.session, &filter, Sort::default(), &Page::first(limit))?;
    let lines = rows.iter().map(|row| {
        let state = words::text(&format!("cli-state-{}", row.stage.name()));
        format!("{}  {}  {}  {}", row.number, row.service_name, row.applicant_name, state)
    });
    Ok(Said::new(rows.iter().map(self::row).collect(), lines.collect()))
}

/// The list as a paper: into a file where one is named, else to the printer.
fn on_paper(office: &Office, listing: &Listing, out: Option<&PathBuf>) -> Result<Said, Fail> {
    if let Some(out) = out {
        outside::write_new(out, &office.desk.work_list(&office.session, listing)?)?;
        let file = out.display().to_string();
        return Ok(Said::line(json!({ "file": file }), file.clone()));
    }
    let printer = office.desk.print_work_list(&office.session, listing)?;
    let said = words::said("cases-printing", &[("printer".to_owned(), printer.clone())].into());
    Ok(Said::line(json!({ "printer": printer }), said))
}

fn change(office: &Office, name: &str, args: &ArgMatches) -> Result<Said, Fail> {
    let case = office.case(args)?;
    let command = match name {
        "note" => Command::Note { text: text(args, "text"), call: args.get_flag("call") },
        "assign" => Command::Assign { to: assignee(office, args)? },
        "close" => Command::Close { reason: text(args, "reason") },
        _ => Command::Reopen { reason: text(args, "reason") },
    };
    office.desk.act(&office.session, case.id, command)?;
    let sheet = office.desk.sheet_again(&office.session, case.id)?;
    let lines = say::did(&sheet, case.timeline.len());
    Ok(Said::new(json!({ "id": case.id, "number": case.opened.number }), lines))
}

fn assignee(office: &Office, args: &ArgMatches) -> Result<Option<crate::domain::id::UserId>, Fail> {
    let Some(login) = args.get_one::<String>("to") else { return Ok(None) };
    let users = office.desk.users(&office.session)?;
    let user = users.iter().find(|user| user.login == login.to_lowercase());
    Ok(Some(user.ok_or_else(|| Problem::error("--to", "user-unknown"))?.id))
}
