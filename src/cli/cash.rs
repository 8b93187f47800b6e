//! `cash`: receipts, their cancelling, the journal of a day. Closings stand in `till`.

use super::Office;
use super::say::{Fail, Said};
use super::till;
use crate::desk::intake::Settlement;
use crate::domain::money::Cents;
use crate::domain::problem::Problem;
use crate::words;
use chrono::NaiveDate;
use clap::ArgMatches;
use serde_json::json;

/// Does what the sub-command says.
pub(super) fn act(args: &ArgMatches) -> Result<Said, Fail> {
    let Some((name, args)) = args.subcommand() else { return Err(Fail(Vec::new())) };
    let office = Office::open(args)?;
    match name {
        "receipt" => receipt(&office, args),
        "cancel" => cancel(&office, args),
        "close-day" => till::close_day(&office, args),
        "closings" => till::closings(&office, args),
        "save" => till::save(&office, args),
        "print" => till::print(&office, args),
        _ if ["from", "until", "out"].iter().any(|name| args.contains_id(name)) => {
            till::journal(&office, args)
        }
        _ => journal(&office, args),
    }
}

fn receipt(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let id = office.case_id(args)?;
    let amount = args.get_one::<String>("cash").map_or("", String::as_str);
    let settlement = if args.get_flag("card") {
        Settlement::Card
    } else if amount.is_empty() {
        Settlement::Cash { given: office.case(args)?.owes() }
    } else {
        let wrong = || Problem::error("--cash", "pay-form").with("value", amount);
        Settlement::Cash { given: Cents::parse(amount).ok_or_else(wrong)? }
    };
    let number = office.desk.settle(&office.session, id, &settlement)?;
    let shown = number.clone().unwrap_or_default();
    let line = words::said("cli-receipt", &[("number".to_owned(), shown)].into());
    Ok(Said::line(json!({ "number": number }), line))
}

fn cancel(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let text = |name: &str| args.get_one::<String>(name).map_or("", String::as_str);
    let number = text("receipt");
    let (case, paper) = office.desk.cancel_receipt(&office.session, number, text("reason"))?;
    let shown = paper.map(|paper| paper.0.to_string()).unwrap_or_default();
    let args = [("number".to_owned(), number.to_owned()), ("paper".to_owned(), shown)];
    let id = if paper.is_some() { "cli-receipt-cancelled" } else { "cli-receipt-cancelled-bare" };
    let line = words::said(id, &args.into());
    Ok(Said::line(json!({ "number": number, "case": case, "paper": paper }), line))
}

fn journal(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let day = args.get_one::<NaiveDate>("day").copied().unwrap_or_else(|| office.desk.today());
    let rows = office.desk.journal(&office.session, day)?;
    let json = rows.iter().map(|row| {
        let case = row.case.as_ref();
        json!({ "number": row.number, "cents": row.cents, "how": row.how, "paid_on": row.paid_on,
                "case": case.map(|(id, _)| id), "case_number": case.map(|(_, number)| number),
                "cancelled": row.cancelled })
    });
    let lines = rows.iter().map(|row| {
        let mark = row.cancelled.as_deref().unwrap_or_default();
        format!("{}  {}  {mark}", row.number, words::amount(row.cents.0)).trim_end().to_owned()
    });
    Ok(Said::new(json.collect(), lines.collect()))
}
