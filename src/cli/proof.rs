//! `paper verify`: what files are that somebody brings. Changes nothing.

use super::Office;
use super::paper::{from, since};
use super::say::{self, Fail, Said};
use crate::desk::proof::{Differs, Found, Proof};
use crate::domain::problem::Problem;
use clap::ArgMatches;
use serde_json::{Value, json};
use std::path::PathBuf;

/// At least one file is none that was issued, or could not be read.
const NOT_ISSUED: u8 = 1;
/// All were issued, and at least one of them does not stand any more, or whoever asks may not know whether it does.
const OUTDATED: u8 = 3;

/// Looks what each file is. The exit code says how they stand as a whole.
pub(super) fn verify(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let files = args.get_many::<PathBuf>("file").into_iter().flatten();
    let (mut json, mut lines, mut code) = (Vec::new(), Vec::new(), 0);
    for path in files {
        match office.desk.prove(&office.session, path, args.get_flag("confirmed")) {
            Ok(proof) => {
                json.push(as_json(path.display().to_string(), &proof));
                lines.extend(
                    proof.says().into_iter().map(|problem| told(path.display().to_string(), problem)),
                );
                code = match (proof.found.is_issued(), proof.found.stands()) {
                    (false, _) => NOT_ISSUED,
                    (true, false) if code == 0 => OUTDATED,
                    _ => code,
                };
            }
            Err(error) => {
                let problems = error.problems();
                json.push(json!({ "file": path, "result": "unreadable",
                                  "problems": problems.iter().map(say::as_json).collect::<Vec<_>>() }));
                lines.extend(problems.into_iter().map(|problem| told(path.display().to_string(), problem)));
                code = NOT_ISSUED;
            }
        }
    }
    Ok(Said::new(Value::Array(json), lines).with_code(code))
}

/// A sentence behind the name of the file.
fn told(file: String, problem: Problem) -> String {
    say::line(&Problem { field: file, ..problem })
}

fn as_json(file: String, proof: &Proof) -> Value {
    let says: Vec<Value> = proof.says().iter().map(say::as_json).collect();
    let mut json = json!({ "file": file, "sha256": proof.sha256, "size": proof.size,
                           "result": result(&proof.found), "says": says });
    let more = match &proof.found {
        Found::Issued(issued) => {
            let row = &issued.row;
            json!({ "case": row.case, "number": row.number, "paper": row.id, "kind": row.kind,
                    "title": row.title, "issued_on": row.issued_on, "issued_at": issued.at,
                    "issued_by": issued.by, "repeats": issued.repeats,
                    "replaced_by": issued.replaced.as_ref().map(|(paper, ..)| paper),
                    "void_since": since(issued.validity), "void_from": from(issued.validity), "cancelled": issued.cancelled,
                    "stands": issued.stands() })
        }
        Found::Closing(closing, corrected) => {
            let row = &closing.row;
            json!({ "closing": row.id, "number": closing.number, "issued_on": row.closed_on,
                    "issued_at": row.closed_at, "issued_by": closing.by, "replaced_by": corrected,
                    "stands": corrected.is_none() })
        }
        Found::Claims(claim) => {
            let like = claim.like.as_ref();
            json!({ "case": claim.case, "number": claim.number, "title": claim.title,
                    "like": like.map(|(row, _)| row.id), "withheld": claim.withheld,
                    "differs": like.map(|(_, differs)| differs_as_json(differs)) })
        }
        Found::Package(package) => {
            json!({ "case": package.case, "number": package.number, "body": package.body.de,
                    "issued_on": package.prepared_on, "sent_on": package.sent_on, "stands": package.newer.is_none() })
        }
        _ => json!({}),
    };
    if let (Some(json), Value::Object(more)) = (json.as_object_mut(), more) {
        json.extend(more);
        if let Some(signature) = &proof.signature {
            let by = signature.by.as_ref();
            let saved = proof.saved.as_ref();
            let claims = proof
                .claims()
                .map(|claims| json!({ "at": claims.at, "name": claims.name, "reason": claims.reason }));
            let signature = json!({ "fits": by.is_some(), "subject": by.map(|by| &by.subject),
                                    "issuer": by.map(|by| &by.issuer),
                                    "sound": by.is_some_and(|by| by.faults.is_empty()), "claims": claims,
                                    "saved_by": saved.map(|saved| &saved.by),
                                    "saved_at": saved.map(|saved| saved.at) });
            let _ = json.insert("signature".to_owned(), signature);
        }
    }
    json
}

fn result(found: &Found) -> &'static str {
    match found {
        Found::Issued(_) | Found::Closing(..) => "issued",
        Found::IssuedHidden => "issued_hidden",
        Found::Package(_) => "package",
        Found::Claims(_) => "not_issued",
        Found::Foreign => "unknown",
        Found::Picture => "picture",
    }
}

fn differs_as_json(differs: &Differs) -> Value {
    match differs {
        Differs::Added => json!({ "how": "added" }),
        Differs::Bytes => json!({ "how": "bytes" }),
        Differs::Words(file, paper) => json!({ "how": "words", "file": file, "paper": paper }),
    }
}
