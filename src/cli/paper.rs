//! `paper`: listing, issuing and saving the papers of a case. What is printed stands in `print`.

use super::say::{Fail, Said, did};
use super::{Office, backup, print, proof, serial};
use crate::desk::case::Sheet;
use crate::desk::look::Viewable;
use crate::desk::signed::{Passphrase, Saved, Signing};
use crate::domain::case::{Paper, Validity};
use crate::domain::id::{CaseId, PaperId};
use crate::domain::problem::Problem;
use crate::words;
use chrono::NaiveDate;
use clap::ArgMatches;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Does what the sub-command says.
pub(super) fn act(args: &ArgMatches) -> Result<Said, Fail> {
    let Some((name, args)) = args.subcommand() else { return Err(Fail(Vec::new())) };
    let office = Office::open(args)?;
    match name {
        "list" => list(&office, args),
        "issue" => issue(&office, args),
        "duplicate" => duplicate(&office, args),
        "save" => save(&office, args),
        "serial" => serial::write(&office, args),
        "runs" => serial::runs(&office),
        "verify" => proof::verify(&office, args),
        "print" => print::print(&office, args),
        "printers" => print::printers(&office),
        "again" => print::again(&office, args),
        "withdraw" => print::withdraw(&office, args),
        _ => print::queue(&office),
    }
}

fn list(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let sheet = office.desk.sheet(&office.session, office.case_id(args)?)?;
    let papers = &sheet.case.papers;
    let lines = papers.iter().map(|paper| {
        let issued = &paper.issued;
        let line = format!("{}  {}  {}", issued.paper, issued.kind, issued.title);
        format!("{line}  {}", outdated(&sheet, issued.paper)).trim_end().to_owned()
    });
    Ok(Said::new(papers.iter().map(|paper| row(&sheet, paper)).collect(), lines.collect()))
}

/// A paper as scripts get it.
pub(super) fn row(sheet: &Sheet, paper: &Paper) -> Value {
    let issued = &paper.issued;
    let validity = sheet.validity(issued.paper);
    let newer = sheet.case.replaced_by(issued.paper).map(|newer| newer.issued.paper);
    json!({ "id": issued.paper, "kind": issued.kind, "title": issued.title, "sha256": issued.sha256,
            "size": issued.size, "pages": issued.pages, "issued_at": issued.issued_on,
            "receipt": issued.receipt, "copies": paper.copies, "replaces": issued.replaces,
            "repeats": issued.repeats, "replaced_by": newer, "void_since": since(validity), "void_from": from(validity),
            "revoked": sheet.case.original(issued.paper).is_some_and(|original| !original.falls.is_empty()) })
}

/// Since when a paper does not count.
pub(super) fn since(validity: Validity) -> Option<NaiveDate> {
    if let Validity::Void(since) = validity { Some(since) } else { None }
}

/// The day from which a paper will not count any more that counts today.
pub(super) fn from(validity: Validity) -> Option<NaiveDate> {
    if let Validity::Falls(from) = validity { from } else { None }
}

/// That a paper stands no more, or until when it counts, in words; nothing where it stands.
fn outdated(sheet: &Sheet, paper: PaperId) -> String {
    let said = |id: &str, day: NaiveDate| words::said(id, &[("date".to_owned(), day.to_string())].into());
    if let Some(newer) = sheet.case.replaced_by(paper) {
        let title = ("title".to_owned(), newer.issued.title.clone());
        let date = ("date".to_owned(), newer.issued.issued_on.to_string());
        return words::said("cli-paper-replaced", &[title, date].into());
    }
    match sheet.validity(paper) {
        Validity::Counts => String::new(),
        Validity::Falls(Some(day)) => said("cli-paper-falls", day),
        Validity::Falls(None) => words::text("cli-paper-falls-notified"),
        Validity::Void(day) => said("cli-paper-void", day),
    }
}

fn duplicate(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let case = office.case_id(args)?;
    let (settlement, lost) = match (super::case::settlement(args), paper(office, args)) {
        (Ok(settlement), Ok(lost)) => (settlement, lost),
        (settlement, lost) => {
            let problems = [settlement.err(), lost.err()].into_iter().flatten();
            return Err(Fail(problems.flat_map(|fail| fail.0).collect()));
        }
    };
    let before = office.case(args)?.timeline.len();
    let made = office.desk.duplicate(&office.session, case, lost, &settlement)?;
    let json = json!({ "id": made.paper, "repeats": lost, "fee_cents": made.fee, "receipt": made.receipt,
                       "change_cents": made.change });
    done(office, case, before, json, made.paper)
}

/// What was done, and by which id the paper goes.
fn done(office: &Office, case: CaseId, before: usize, json: Value, paper: PaperId) -> Result<Said, Fail> {
    let sheet = office.desk.sheet_again(&office.session, case)?;
    Ok(Said::new(json, did(&sheet, before).into_iter().chain([paper.to_string()]).collect()))
}

fn issue(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let id = office.case_id(args)?;
    let kind = args.get_one::<String>("kind").map_or("", String::as_str);
    let before = office.case(args)?.timeline.len();
    let paper = office.desk.issue(&office.session, id, kind)?;
    done(office, id, before, json!({ "id": paper, "kind": kind }), paper)
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
    let signed = if args.get_flag("sign") {
        Some(save_signed(office, args, paper, &out)?)
    } else {
        office.desk.save_copy(&office.session, &Viewable::Paper(paper), &out)?;
        None
    };
    let sheet = office.desk.sheet(&office.session, office.case_id(args)?)?;
    let file = signed.as_ref().map_or(&out, |saved| &saved.path).display().to_string();
    let newer = sheet.case.replaced_by(paper).map(|newer| newer.issued.paper);
    let outdated = outdated(&sheet, paper);
    let by = |saved: &Saved| {
        words::said("cli-paper-signed", &[("subject".to_owned(), saved.subject.clone())].into())
    };
    let told = signed.as_ref().map(by).unwrap_or_default();
    let lines = [file.clone(), told, outdated].into_iter().filter(|line| !line.is_empty());
    let json = json!({ "id": paper, "file": file, "replaced_by": newer, "signed_by": signed.map(|saved| saved.subject) });
    Ok(Said::new(json, lines.collect()))
}

/// Saves it with a signature behind it.
fn save_signed(office: &Office, args: &ArgMatches, paper: PaperId, out: &Path) -> Result<Saved, Fail> {
    let certificate = args.get_one::<PathBuf>("certificate").cloned().unwrap_or_default();
    let passphrase = backup::secret_of(args, "AMTSSTUBE_CERTIFICATE_PASSPHRASE")?;
    let signing = Signing {
        certificate,
        passphrase: passphrase.map(Passphrase),
        reason: words::text("signature-reason"),
        label: words::text("signature-label"),
    };
    Ok(office.desk.save_signed(&office.session, paper, &signing, out)?)
}
