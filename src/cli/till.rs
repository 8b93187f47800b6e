//! `cash`: closing the day, closings and their papers, the journal over some days.

use super::say::{Fail, Said};
use super::{Office, print};
use crate::desk::outside;
use crate::desk::till::{self, ClosingShown, Counting, Till, Wanted};
use crate::domain::case::Payment;
use crate::domain::money::Cents;
use crate::domain::problem::Problem;
use crate::words;
use chrono::{Datelike as _, NaiveDate};
use clap::ArgMatches;
use serde_json::{Value, json};
use std::path::PathBuf;

/// Closings that are listed at most.
const SHOWN: usize = 1000;

/// Counts and closes, or looks what has to be there.
pub(super) fn close_day(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let corrects = args.get_one::<u64>("corrects").copied();
    if args.get_flag("look") {
        let since = args.get_one::<NaiveDate>("since").copied();
        let wanted = Wanted { corrects: corrects.is_some(), since, alone: alone(args) };
        let mut till = office.desk.till(&office.session, wanted)?;
        // A first closing begins with what is said to have been in the till.
        let typed = args.get_one::<String>("opening").filter(|_| till.last.is_none());
        if let Some(typed) = typed {
            let wrong = || Problem::error("opening", "till-amount-form").with("value", typed);
            till.opening = Cents::parse(typed).ok_or_else(wrong)?;
        }
        return Ok(Said::new(as_json(&till), lines(&till)));
    }
    let counting = counting(args, corrects)?;
    let second = match args.get_one::<String>("second") {
        Some(login) => {
            let pin = std::env::var("AMTSSTUBE_SECOND_PIN").ok().filter(|pin| !pin.is_empty());
            let pin = pin.ok_or_else(|| Problem::error("AMTSSTUBE_SECOND_PIN", "pin-missing"))?;
            Some(office.desk.sign_in(login, &pin)?)
        }
        None => None,
    };
    let id = office.desk.new_closing()?;
    let closing = office.desk.close_till(&office.session, id, &counting, second.as_ref())?;
    let mut said = vec![line(&closing)];
    let mut json = closing_json(&closing);
    if let Some(out) = args.get_one::<PathBuf>("out") {
        save_as(office, &closing, out)?;
        json["file"] = out.display().to_string().into();
        said.push(out.display().to_string());
    }
    Ok(Said::new(json, said))
}

/// What was counted; everything that cannot be read at once.
fn counting(args: &ArgMatches, corrects: Option<u64>) -> Result<Counting, Fail> {
    let text = |name: &str| args.get_one::<String>(name).cloned().unwrap_or_default();
    let mut problems = Vec::new();
    let mut amount = |name: &str| {
        let typed = args.get_one::<String>(name)?;
        let read = Cents::parse(typed);
        if read.is_none() {
            problems.push(Problem::error(name, "till-amount-form").with("value", typed));
        }
        read
    };
    let (terminal, delivered, opening) = (amount("terminal"), amount("delivered"), amount("opening"));
    let typed = args.get_many::<String>("counted");
    let counted = match typed {
        Some(typed) => till::read_count(typed.map(String::as_str)),
        None => Err(vec![Problem::error("counted", "count-missing")]),
    };
    let counted = counted.map_err(|found| problems.extend(found));
    let Ok(counted) = counted else { return Err(Fail(problems)) };
    if !problems.is_empty() {
        return Err(Fail(problems));
    }
    Ok(Counting {
        counted,
        terminal,
        reason: text("reason"),
        delivered: delivered.unwrap_or_default(),
        opening,
        since: args.get_one::<NaiveDate>("since").copied(),
        alone: alone(args),
        corrects,
        mistake: text("mistake"),
    })
}

/// Whether a till that goes on for another desk leaves that one's money out.
fn alone(args: &ArgMatches) -> Option<bool> {
    args.get_one::<String>("alone").map(|said| said == "yes")
}

/// Lists closings.
pub(super) fn closings(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let (from, until) = days(office, args);
    let closings = office.desk.closings(&office.session, from, until, SHOWN)?;
    let json = closings.iter().map(closing_json).collect();
    Ok(Said::new(json, closings.iter().map(line).collect()))
}

/// Saves the paper of a closing.
pub(super) fn save(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let named = args.get_one::<String>("closing").map_or("", String::as_str).trim();
    let closing = office.desk.closing_named(&office.session, named)?;
    let out = args.get_one::<PathBuf>("out").cloned().unwrap_or_default();
    save_as(office, &closing, &out)?;
    let file = out.display().to_string();
    Ok(Said::line(json!({ "id": closing.row.id, "number": closing.number, "file": file }), file.clone()))
}

/// Prints the paper of a closing.
pub(super) fn print(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let named = args.get_one::<String>("closing").map_or("", String::as_str).trim();
    let closing = office.desk.closing_named(&office.session, named)?;
    let printer = args.get_one::<String>("printer").cloned();
    let printer = printer.map_or_else(|| print::default_printer(office), Ok)?;
    let job = office.desk.print_closing(&office.session, closing.row.id, &printer)?;
    let _ = office.desk.work_off_prints()?;
    let job = office.desk.print_job(&office.session, job.job)?;
    Ok(Said::line(print::as_json(&job), print::line(&job)))
}

fn save_as(office: &Office, closing: &ClosingShown, out: &std::path::Path) -> Result<(), Fail> {
    let bytes = office.desk.closing_bytes(&office.session, closing.row.id)?;
    Ok(outside::write_new(out, &bytes)?)
}

/// The journal over some days, or the same as a file for the finance system.
pub(super) fn journal(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let (from, until) = days(office, args);
    if let Some(out) = args.get_one::<PathBuf>("out") {
        let csv = office.desk.journal_csv(&office.session, from, until)?;
        outside::write_new(out, &csv)?;
        let file = out.display().to_string();
        return Ok(Said::line(json!({ "file": file, "from": from, "until": until }), file.clone()));
    }
    let entries = office.desk.journal_between(&office.session, from, until)?;
    let json = entries.iter().map(|(entry, closing)| {
        let case = entry.case.as_ref();
        let items: Vec<Value> = entry.items().iter().map(|item| json!(item)).collect();
        json!({ "number": entry.receipt, "cents": entry.cents, "how": entry.how, "paid_on": entry.on,
                "case": case.map(|(id, _)| id), "case_number": case.map(|(_, number)| number),
                "cancels": entry.cancels, "reason": entry.reason, "closing": closing, "items": items })
    });
    let lines = entries.iter().map(|(entry, closing)| {
        format!("{}  {}  {}  {closing}", words::date(entry.on), entry.receipt, words::amount(entry.cents.0))
    });
    Ok(Said::new(json.collect(), lines.map(|line| line.trim_end().to_owned()).collect()))
}

/// From one day to another; this month where none is said.
fn days(office: &Office, args: &ArgMatches) -> (NaiveDate, NaiveDate) {
    let today = office.desk.today();
    let day = |name: &str| args.get_one::<NaiveDate>(name).copied();
    let until = day("until").unwrap_or(today);
    (day("from").unwrap_or_else(|| until.with_day(1).unwrap_or(until)), until)
}

fn as_json(till: &Till) -> Value {
    json!({ "till": till.code, "opening": till.opening, "expected": till.expected(),
            "cash": till.taken(Payment::Cash), "card": till.taken(Payment::Card),
            "receipts": till.entries.len(), "left_out": till.left_out, "goes_on": till.goes_on.as_ref().map(|(code, _)| code),
            "alone": till.goes_on.as_ref().is_some_and(|(_, alone)| *alone), "second_wanted": till.second_wanted,
            "last": till.last.as_ref().map(closing_json) })
}

fn lines(till: &Till) -> Vec<String> {
    let args = [
        ("till", till.code.clone()),
        ("opening", till.opening.0.to_string()),
        ("cash", till.taken(Payment::Cash).0.to_string()),
        ("card", till.taken(Payment::Card).0.to_string()),
        ("expected", till.expected().0.to_string()),
        ("count", till.entries.len().to_string()),
        ("left-out", till.left_out.to_string()),
    ];
    let args = args.map(|(name, value)| (name.to_owned(), value)).into();
    let left_out = (till.left_out > 0).then(|| words::said("cli-till-left-out", &args));
    let goes_on = till.goes_on.as_ref().map(|(code, alone)| {
        let args = [("code".to_owned(), code.clone())].into();
        words::said(if *alone { "cli-till-alone" } else { "cli-till-goes-on" }, &args)
    });
    [words::said("cli-till", &args)].into_iter().chain(left_out).chain(goes_on).collect()
}

fn closing_json(closing: &ClosingShown) -> Value {
    let row = &closing.row;
    json!({ "id": row.id, "number": closing.number, "till": row.code, "corrects": row.corrects,
            "closed_on": row.closed_on, "by": closing.by, "second": closing.second, "opening": row.opening,
            "expected": row.expected, "counted": row.counted, "difference": row.difference(),
            "reason": row.reason, "card": row.card, "delivered": row.delivered,
            "left": row.counted - row.delivered, "receipts": row.receipts, "sha256": row.sha256,
            "size": row.size, "pages": row.pages })
}

fn line(closing: &ClosingShown) -> String {
    let row = &closing.row;
    let args = [
        ("number", closing.number.clone()),
        ("date", row.closed_on.to_string()),
        ("expected", row.expected.0.to_string()),
        ("counted", row.counted.0.to_string()),
        ("difference", row.difference().0.to_string()),
        ("stays", (row.counted - row.delivered).0.to_string()),
    ];
    words::said("cli-closing", &args.map(|(name, value)| (name.to_owned(), value)).into())
}
