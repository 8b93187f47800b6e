//! `person disclose`: everything that is held on somebody, as a paper and as data.

use super::Office;
use super::say::{Fail, Said};
use crate::domain::problem::Problem;
use crate::words;
use clap::ArgMatches;
use serde_json::json;
use std::path::PathBuf;

pub(super) fn disclose(args: &ArgMatches) -> Result<Said, Fail> {
    let office = Office::open(args)?;
    let id = args.get_one::<String>("person-id").map_or("", String::as_str).trim();
    let id = id.parse().map_err(|_| Problem::error("person", "person-unknown"))?;
    let out = args.get_one::<PathBuf>("out").cloned().unwrap_or_default();
    let disclosed = office.desk.disclose(&office.session, id, args.get_flag("confirmed"), &out)?;
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
