//! `exchange`: trade notices to receiving bodies, what became of them, the monthly lot; and what comes in.

use super::Office;
use super::case::text;
use super::say::{Fail, Said, explained};
use crate::catalogue::{FieldSource, Names};
use crate::desk::bodies::{NoticeStep, Standing, Told, Wanted, Withheld};
use crate::domain::problem::{LocalText, Problem};
use crate::words;
use chrono::NaiveDate;
use clap::ArgMatches;
use serde_json::{Value, json};
use std::path::PathBuf;

/// Does what the sub-command says.
pub(super) fn act(args: &ArgMatches) -> Result<Said, Fail> {
    let Some((name, args)) = args.subcommand() else { return Err(Fail(Vec::new())) };
    let office = Office::open(args)?;
    match name {
        "trade-notice" => trade_notice(&office, args),
        "list" => list(&office, args),
        "lot" => lot(&office, args),
        "inbox" => super::inbox::inbox(&office, args),
        "answer" => super::inbox::answer(&office, args),
        "take-in" => super::inbox::take_in(&office, args),
        "acknowledge" => note(&office, args, NoticeStep::Acknowledged),
        "withdraw" => note(&office, args, NoticeStep::Withdrawn),
        _ => note(&office, args, NoticeStep::Sent),
    }
}

fn said(text: &LocalText) -> String {
    text.get(words::language().tag()).to_owned()
}

fn say(id: &str, args: &[(&str, &str)]) -> String {
    words::said(id, &args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
}

fn bodies(args: &ArgMatches) -> Vec<String> {
    args.get_many::<String>("body").into_iter().flatten().cloned().collect()
}

fn path(args: &ArgMatches) -> PathBuf {
    args.get_one::<PathBuf>("out").cloned().unwrap_or_default()
}

fn trade_notice(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let case = office.case_id(args)?;
    let wanted = Wanted { bodies: bodies(args), reason: text(args, "reason") };
    let written = office.desk.write_notices(&office.session, case, &wanted, &path(args))?;
    let folder = written.folder.display().to_string();
    let names = |all: Vec<&LocalText>| all.into_iter().map(said).collect::<Vec<_>>().join(", ");
    let told = names(written.bodies.iter().map(|(_, label)| label).collect());
    let mut lines = vec![say("bodies-written", &[("folder", &folder), ("bodies", &told)])];
    if !written.unknown.is_empty() {
        lines.push(say("bodies-no-address", &[("bodies", &names(written.unknown.iter().collect()))]));
    }
    let ids: Vec<&String> = written.bodies.iter().map(|(id, _)| id).collect();
    let unknown: Vec<String> = written.unknown.iter().map(said).collect();
    Ok(Said::new(json!({ "folder": folder, "bodies": ids, "without_address": unknown }), lines))
}

fn list(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let told = office.desk.receiving(&office.session, office.case_id(args)?)?;
    if told.is_empty() {
        return Err(Problem::error("case", "notice-no-trade").into());
    }
    let wanted = bodies(args);
    if let Some(unknown) = wanted.iter().find(|id| told.iter().all(|body| body.id != **id)) {
        let known = told.iter().map(|body| body.id.as_str()).collect::<Vec<_>>().join(", ");
        return Err(Problem::error(unknown, "notice-body").with("bodies", known).into());
    }
    let shown: Vec<&Told> =
        told.iter().filter(|body| wanted.is_empty() || wanted.contains(&body.id)).collect();
    let json: Vec<Value> = shown.iter().map(|body| as_json(body)).collect();
    let lines = shown.iter().flat_map(|body| {
        // One by one where somebody asks for this body.
        let fields = body.withheld.iter().filter(|_| !wanted.is_empty());
        let field = |field: &Withheld| {
            format!("  {} {}: {}", field.no, said(&field.label), withheld_why(&body.source, field))
        };
        std::iter::once(line(body)).chain(fields.map(field)).collect::<Vec<_>>()
    });
    Ok(Said::new(json!({ "bodies": json }), lines.collect()))
}

/// Why a body does not get a field, and whether anything stands in it.
fn withheld_why(source: &FieldSource, field: &Withheld) -> String {
    let id = match source.names {
        Names::Withheld => "bodies-because-exempt",
        Names::Given => "bodies-because-unnamed",
    };
    let why = say(id, &[("law", &source.law)]);
    if field.answered { say("bodies-answered", &[("why", &why)]) } else { why }
}

fn as_json(body: &Told) -> Value {
    let on = |step| body.notice.as_ref().and_then(|notice| notice.on(step));
    json!({
        "id": body.id,
        "label": said(&body.label),
        "law": body.law,
        "why": said(&body.why),
        "standing": body.standing.name(),
        "fields": body.fields,
        "withheld": body.withheld.iter().map(|field| field.no).collect::<Vec<_>>(),
        "withheld_by": body.source.law,
        "withheld_fields": body.withheld.iter().map(|field| json!({
            "no": field.no, "label": said(&field.label), "answered": field.answered,
            "why": withheld_why(&body.source, field),
        })).collect::<Value>(),
        "address": body.address,
        "prepared_on": body.notice.as_ref().map(|notice| notice.prepared_on),
        "sent_on": on(NoticeStep::Sent),
        "acknowledged_on": on(NoticeStep::Acknowledged),
    })
}

fn line(body: &Told) -> String {
    let standing = words::text(&format!("bodies-standing-{}", body.standing.name()));
    let day = body.notice.as_ref().filter(|_| body.standing != Standing::NotAsked).map(|notice| {
        let on = [NoticeStep::Acknowledged, NoticeStep::Sent].into_iter().find_map(|step| notice.on(step));
        words::date(on.unwrap_or(notice.prepared_on))
    });
    let day = day.map(|day| format!(" {day}")).unwrap_or_default();
    let why = match body.standing {
        // Not what is so, but what would have to be.
        Standing::NotAsked => say("bodies-only-where", &[("why", &said(&body.why))]),
        _ => said(&body.why),
    };
    format!("{standing}{day}: {} [{}] ({}). {why}", said(&body.label), body.id, body.law)
}

fn note(office: &Office, args: &ArgMatches, step: NoticeStep) -> Result<Said, Fail> {
    let case = office.case_id(args)?;
    let on = args.get_one::<NaiveDate>("on").copied();
    let note = if step == NoticeStep::Withdrawn { text(args, "reason") } else { text(args, "note") };
    let noted = office.desk.note_notices(&office.session, case, &bodies(args), step, on, &note)?;
    let line = say(&format!("bodies-noted-{}", step.name()), &[("count", &noted.len().to_string())]);
    Ok(Said::line(json!({ "step": step.name(), "bodies": noted }), line))
}

/// How many notices of a month have to be sent by when, or should have been.
pub(super) fn lot_line(count: usize, due: Option<NaiveDate>, today: NaiveDate) -> String {
    let id = match due {
        _ if count == 0 => "lot-nothing",
        Some(due) if due < today => "lot-cases-late",
        _ => "lot-cases",
    };
    say(id, &[("count", &count.to_string()), ("due", &due.map(words::date).unwrap_or_default())])
}

fn lot(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let month = text(args, "month");
    let day = format!("{month}-01").parse::<NaiveDate>();
    let day = day.map_err(|_| Problem::error("month", "lot-month").with("value", &month))?;
    let (lot, path) = match args.get_one::<PathBuf>("out") {
        None => (office.desk.lot(&office.session, day)?, None),
        Some(out) => {
            let (lot, path) = office.desk.write_lot(&office.session, day, out, args.get_flag("sent"))?;
            (lot, Some(path.display().to_string()))
        }
    };
    let numbers: Vec<&String> = lot.cases.iter().map(|(_, number)| number).collect();
    let why: Vec<String> = lot.due.iter().flat_map(|due| &due.why).map(explained).collect();
    let due = lot.due.as_ref().map(|due| due.date);
    let json = json!({ "month": month, "due": due, "why": why, "cases": numbers, "file": path });
    let left: Value = lot
        .left
        .iter()
        .map(|(number, why)| json!({ "number": number, "problems": why.iter().map(super::say::as_json).collect::<Value>() }))
        .collect();
    let mut lines = vec![lot_line(numbers.len(), due, office.desk.today())];
    lines.extend(why.into_iter().map(|why| format!("  {why}")));
    lines.extend(numbers.into_iter().map(|number| format!("  {number}")));
    lines.extend(path.map(|path| say("lot-written", &[("file", &path)])));
    for (number, why) in &lot.left {
        lines.push(say("lot-left", &[("number", number)]));
        lines.extend(why.iter().map(|problem| format!("  {}", super::say::line(problem))));
    }
    let mut json = json;
    if let Value::Object(map) = &mut json {
        let _ = map.insert("left".to_owned(), left);
    }
    Ok(Said::new(json, lines))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Days;

    #[test]
    fn a_lot_whose_day_has_passed_is_overdue() {
        words::speak(words::Language::German);
        let (due, day) = ("2026-12-01".parse().expect("a day"), Days::new(1));
        let said = |count, today| lot_line(count, Some(due), today);
        assert_eq!(said(2, due), words::said("lot-cases", &told(2)));
        assert_eq!(said(2, due + day), words::said("lot-cases-late", &told(2)));
        assert!(said(2, due + day).contains("überfällig"));
        assert_eq!(said(0, due + day), words::text("lot-nothing"), "what is sent is not late");
    }

    fn told(count: usize) -> std::collections::BTreeMap<String, String> {
        [("count".to_owned(), count.to_string()), ("due".to_owned(), "01.12.2026".to_owned())].into()
    }
}
