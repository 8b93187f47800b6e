//! `catalogue`: the services, an example of each, and checking service files. Packs are `pack`'s.

use super::say::{Fail, Said};
use crate::catalogue::{Catalogue, File, Service, check};
use crate::desk::clock::Clock;
use crate::desk::outside;
use crate::domain::problem::Problem;
use crate::words;
use clap::ArgMatches;
use serde_json::{Value, json};
use std::path::PathBuf;

/// Does what the sub-command says.
pub(super) fn act(args: &ArgMatches) -> Result<Said, Fail> {
    match args.subcommand() {
        Some(("example", args)) => example(args),
        Some(("check", args)) => check_files(args),
        Some(("show", args)) => super::workshop::show(args),
        Some(("compare", args)) => super::workshop::compare(args),
        Some(("plan", args)) => super::plan::list(args),
        Some(("import", args)) => super::pack::import(args),
        Some(("export", args)) => super::pack::export(args),
        Some(("list", args)) if args.get_one::<String>("as").is_some() => super::pack::list(args),
        _ => Ok(list()),
    }
}

fn list() -> Said {
    let found = Catalogue::built_in().find("", Clock::of_this_program().today());
    let name = |service: &Service| service.name.get(words::language().tag()).to_owned();
    let json = found
        .iter()
        .map(|service| json!({ "slug": service.slug, "version": service.version, "name": name(service) }));
    let lines = found.iter().map(|service| format!("{:<24} {}", service.slug, name(service)));
    Said::new(json.collect(), lines.collect())
}

/// The answers of the service's example, with the documents that have to be seen, as `case new` takes them.
fn example(args: &ArgMatches) -> Result<Said, Fail> {
    let slug = args.get_one::<String>("service").map_or("", String::as_str);
    let service = Catalogue::built_in().current(slug, Clock::of_this_program().today());
    let unknown = || Problem::error("service", "service-unknown").with("service", slug);
    let service = service.ok_or_else(unknown)?;
    let mut answers: serde_json::Map<String, Value> = service.example.0.clone().into_iter().collect();
    let blocking = service.documents.iter().filter(|document| document.blocking);
    let blocking: Vec<&str> = blocking.map(|document| document.id.as_str()).collect();
    let _ = answers.insert("_documents".to_owned(), json!(blocking));
    let json = Value::Object(answers);
    Ok(Said::line(json.clone(), format!("{json:#}")))
}

fn is_pack(path: &std::path::Path) -> bool {
    path.extension().is_some_and(|ending| ending == "pack")
}

fn check_files(args: &ArgMatches) -> Result<Said, Fail> {
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    for path in args.get_many::<PathBuf>("file").into_iter().flatten() {
        let name = path.display().to_string();
        if path.is_dir() || is_pack(path) {
            problems.extend(super::pack::check(path)?);
            continue;
        }
        match outside::read_text(path) {
            Ok(text) => files.push(File { name, text }),
            Err(error) => problems.extend(error.problems()),
        }
    }
    if !files.is_empty() {
        problems.extend(check(&files));
    }
    if problems.is_empty() {
        return Ok(Said::line(json!({ "problems": [] }), words::text("cli-catalogue-clean")));
    }
    Err(Fail(problems))
}
