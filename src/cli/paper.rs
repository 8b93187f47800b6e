//! `paper`: listing, issuing and saving the papers of a case. What is printed stands in `print`.

use super::say::{Fail, Said};
use super::{Office, print};
use crate::domain::id::PaperId;
use crate::domain::problem::Problem;
use clap::ArgMatches;
use serde_json::json;
use std::path::PathBuf;

/// Does what the sub-command says.
pub(super) fn act(args: &ArgMatches) -> Result<Said, Fail> {
    let Some((name, args)) = args.subcommand() else { return Err(Fail(Vec::new())) };
    let office = Office::open(args)?;
    match name {
        "list" => list(&office, args),
        "issue" => issue(&office, args),
        "save" => save(&office, args),
        "print" => print::print(&office, args),
        "printers" => print::printers(&office),
        "again" => print::again(&office, args),
        "withdraw" => print::withdraw(&office, args),
        _ => print::queue(&office),
    }
}

fn list(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let case = office.case(args)?;
    let rows = office.desk.papers_of(&office.session, case.id)?;
    let json = rows.iter().map(|row| {
        json!({ "id": row.id, "kind": row.kind, "title": row.title, "sha256": row.sha256,
                "size": row.size, "pages": row.pages, "issued_at": row.issued_on, "receipt": row.receipt,
                "copies": row.copies })
    });
    let lines = rows.iter().map(|row| format!("{}  {}  {}", row.id, row.kind, row.title));
    Ok(Said::new(json.collect(), lines.collect()))
}

fn issue(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let id = office.case_id(args)?;
    let kind = args.get_one::<String>("kind").map_or("", String::as_str);
    let paper = office.desk.issue(&office.session, id, kind)?;
    Ok(Said::line(json!({ "id": paper, "kind": kind }), paper.to_string()))
}

/// The paper of the case that an argument names by id, or by kind where the case has one such paper.
pub(super) fn paper(office: &Office, args: &ArgMatches) -> Result<PaperId, Fail> {
    let case = office.case_id(args)?;
    let named = args.get_one::<String>("paper").map_or("", String::as_str);
    let rows = office.desk.papers_of(&office.session, case)?;
    let row = rows.iter().rfind(|row| row.id.to_string() == named || row.kind == named);
    Ok(row.ok_or_else(|| Problem::error("paper", "paper-unknown"))?.id)
}

fn save(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let paper = paper(office, args)?;
    let out = args.get_one::<PathBuf>("out").cloned().unwrap_or_default();
    office.desk.save_paper(&office.session, paper, &out)?;
    let file = out.display().to_string();
    Ok(Said::line(json!({ "id": paper, "file": file }), file))
}
