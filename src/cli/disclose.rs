//! `person disclose`: everything that is held on somebody, as a paper and as data; and what has to be gone through first.

use super::Office;
use super::say::{Fail, Said};
use crate::desk::disclose::{Asked, Looked, Review, Verdict, Verdicts};
use crate::domain::id::PersonId;
use crate::domain::problem::Problem;
use crate::words;
use clap::ArgMatches;
use serde_json::json;
use std::path::PathBuf;

pub(super) fn disclose(args: &ArgMatches) -> Result<Said, Fail> {
    let office = Office::open(args)?;
    let id = args.get_one::<String>("person-id").map_or("", String::as_str).trim();
    let id: PersonId = id.parse().map_err(|_| Problem::error("person", "person-unknown"))?;
    let review = office.desk.review_disclosure(&office.session, id)?;
    if args.get_flag("look") {
        return Ok(shown(&review));
    }
    let out = args.get_one::<PathBuf>("out").cloned().unwrap_or_default();
    let (confirmed, alone) = (args.get_flag("confirmed"), args.get_flag("alone"));
    let looked = Looked { confirmed, alone, verdicts: verdicts(args, &review)? };
    let disclosed = office.desk.disclose(&office.session, id, &looked, &out)?;
    let folder = disclosed.folder.display().to_string();
    let left: Vec<&str> = disclosed.left.iter().map(|group| group.name()).collect();
    let named =
        left.iter().map(|group| words::text(&format!("group-{group}"))).collect::<Vec<_>>().join(", ");
    let said = |id: &str| {
        words::said(
            id,
            &[("folder", &folder), ("groups", &named)].map(|(k, v)| (k.to_owned(), v.clone())).into(),
        )
    };
    let line = said(if left.is_empty() { "persons-disclosed" } else { "persons-disclosed-left" });
    let json = json!({ "folder": folder, "cases": disclosed.cases, "left": left });
    Ok(Said::new(json, vec![line, words::text("persons-disclose-others")]))
}

/// What there is to go through, each with the name by which it is told or withheld.
fn shown(review: &Review) -> Said {
    let item = |asked: &Asked| {
        json!({ "item": asked.item.to_string(), "case": asked.number, "label": asked.label, "on": asked.on,
                "text": asked.text, "banned": asked.whose })
    };
    let items: Vec<_> = review.asked.iter().map(item).collect();
    let doubles: Vec<_> = review
        .doubles
        .iter()
        .map(|row| json!({ "id": row.id, "name": row.name, "birth": row.birth }))
        .collect();
    let lines = review.asked.iter().map(|asked| {
        let on = asked.on.map(|on| on.to_string());
        let banned = asked
            .whose
            .as_ref()
            .map(|name| words::said("review-banned", &[("name".to_owned(), name.clone())].into()));
        let parts = [Some(asked.item.to_string()), Some(asked.number.clone()), on, Some(asked.label.clone())];
        let parts = parts.into_iter().flatten().chain([asked.text.clone()]).chain(banned);
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ")
    });
    let names = review.doubles.iter().map(|row| {
        words::said("review-doubles", &[("names".to_owned(), format!("{} {}", row.name, row.birth))].into())
    });
    Said::new(json!({ "asked": items, "doubles": doubles }), names.chain(lines).collect())
}

/// What was said of each; everything that is not there to go through at once.
fn verdicts(args: &ArgMatches, review: &Review) -> Result<Verdicts, Fail> {
    let (mut verdicts, mut problems) = (Verdicts::new(), Vec::new());
    let many = |name: &str| args.get_many::<String>(name).into_iter().flatten();
    let told = many("tell").map(|name| (name.as_str(), Verdict::Told));
    let withheld = many("withhold").map(|typed| {
        let (name, reason) = typed.split_once('=').unwrap_or((typed, ""));
        (name, Verdict::Withheld(reason.trim().to_owned()))
    });
    for (name, verdict) in told.chain(withheld) {
        match review.asked.iter().find(|asked| asked.item.to_string() == name.trim()) {
            Some(asked) => drop(verdicts.insert(asked.item.clone(), verdict)),
            None => problems.push(Problem::error("--tell", "disclose-item").with("item", name)),
        }
    }
    if problems.is_empty() { Ok(verdicts) } else { Err(Fail(problems)) }
}
