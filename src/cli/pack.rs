//! `catalogue import`, `export` and `list`: packs as files, and what came of them. Judges none.

use super::office::Office;
use super::say::{Fail, Said};
use crate::catalogue::Offer;
use crate::catalogue::pack::Manifest;
use crate::desk::clock::Clock;
use crate::desk::pack::{Change, Held, Look, Origin, Trust, spelled};
use crate::desk::workshop::open_bench;
use crate::domain::problem::{LocalText, Problem};
use crate::words;
use clap::ArgMatches;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Takes a pack over, or only looks at it.
pub(super) fn import(args: &ArgMatches) -> Result<Said, Fail> {
    let office = Office::open(args)?;
    let path = args.get_one::<PathBuf>("pack").cloned().unwrap_or_default();
    if args.get_flag("look") {
        let look = office.desk.look_at_pack(&path)?;
        return Ok(Said::new(json(&look), lines(&look)));
    }
    let look = office.desk.import_pack(&office.session, &path, args.get_flag("accept"))?;
    let mut lines = lines(&look);
    lines.push(words::text(if look.here { "cli-pack-here" } else { "cli-pack-imported" }));
    Ok(Said::new(json(&look), lines))
}

/// Writes a pack to a file.
pub(super) fn export(args: &ArgMatches) -> Result<Said, Fail> {
    let office = Office::open(args)?;
    let what = args.get_one::<String>("pack").map_or("", String::as_str);
    let out = args.get_one::<PathBuf>("out").cloned().unwrap_or_default();
    let manifest = office.desk.export_pack(&office.session, what, &out)?;
    let file = out.display().to_string();
    let line = words::said("cli-pack-exported", &[("file".to_owned(), file.clone())].into());
    Ok(Said::line(json!({ "file": file, "name": manifest.name, "version": manifest.version }), line))
}

/// The services that take new cases in today, with where they come from, and the packs that are here.
pub(super) fn list(args: &ArgMatches) -> Result<Said, Fail> {
    let office = Office::open(args)?;
    let packs = office.desk.packs()?;
    let offers = office.desk.catalogue().offers(office.desk.today());
    let mut lines: Vec<String> = offers.iter().map(service_line).collect();
    lines.extend(packs.iter().flat_map(pack_lines));
    let services: Vec<Value> = offers.iter().map(service_json).collect();
    let packs: Vec<Value> = packs.iter().map(pack_json).collect();
    Ok(Said::new(json!({ "services": services, "packs": packs }), lines))
}

/// What is wrong with a pack's file, or with a folder that is to become one; asks no desk.
pub(super) fn check(path: &Path) -> Result<Vec<Problem>, Fail> {
    let bench = open_bench(path, Clock::System.today())?;
    let place = |problem: Problem| match problem.field.as_str() {
        "" => Problem { field: path.display().to_string(), ..problem },
        field => Problem { field: path.join(field).display().to_string(), ..problem },
    };
    Ok(bench.problems.into_iter().map(place).collect())
}

fn text(text: &LocalText) -> String {
    text.get(words::language().tag()).to_owned()
}

fn lines(look: &Look) -> Vec<String> {
    let Manifest { title, version, publisher, .. } = &look.manifest;
    let said = |id: &str, args: &[(&str, String)]| {
        words::said(id, &args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect())
    };
    let signed = [("title", text(title)), ("version", version.to_string()), ("publisher", publisher.clone())];
    let trust = words::text(trust(look.trust));
    let mut lines = vec![
        said("cli-pack-signed", &signed),
        said("cli-pack-key", &[("key", spelled(&look.key)), ("trust", trust)]),
        valid(&look.manifest),
    ];
    for change in &look.changes {
        lines.push(change_line(change));
        let told = change.differences.iter().map(|one| format!("  {}", words::said(one.id, &one.args)));
        lines.extend(told);
    }
    if look.plan_entries > 0 {
        lines.push(words::text_with("change-plan-entries", [("count", look.plan_entries.into())]));
    }
    if look.suggestions > 0 {
        lines.push(words::text_with("change-suggestions", [("count", look.suggestions.into())]));
    }
    lines.extend(look.problems.iter().map(super::say::line));
    lines
}

fn change_line(change: &Change) -> String {
    let args = [
        ("name".to_owned(), text(&change.name)),
        ("old".to_owned(), change.old.clone().unwrap_or_default()),
        ("new".to_owned(), change.new.clone()),
        ("date".to_owned(), change.from.to_string()),
    ];
    let id = match &change.old {
        None => "change-new",
        Some(old) if *old == change.new => "change-same",
        Some(_) => "change-from",
    };
    words::said(id, &args.into())
}

fn trust(trust: Trust) -> &'static str {
    match trust {
        Trust::Kreis => "trust-kreis",
        Trust::Accepted => "trust-accepted",
        Trust::Own => "trust-own",
        Trust::Unknown => "trust-unknown",
    }
}

fn valid(manifest: &Manifest) -> String {
    let from = ("from".to_owned(), manifest.from.to_string());
    match manifest.until {
        Some(until) => {
            words::said("cli-pack-valid-until", &[from, ("until".to_owned(), until.to_string())].into())
        }
        None => words::said("cli-pack-valid", &[from].into()),
    }
}

fn json(look: &Look) -> Value {
    let changes: Vec<Value> = look
        .changes
        .iter()
        .map(|change| {
            let told = change.differences.iter().map(|one| words::said(one.id, &one.args));
            json!({
                "service": change.slug, "name": text(&change.name), "old": change.old, "new": change.new,
                "from": change.from, "changes": told.collect::<Vec<_>>(),
            })
        })
        .collect();
    json!({
        "pack": look.pack, "name": look.manifest.name, "version": look.manifest.version,
        "publisher": look.manifest.publisher, "key": look.key, "trust": trust(look.trust),
        "from": look.manifest.from, "until": look.manifest.until, "here": look.here,
        "services": changes, "plan_entries": look.plan_entries, "suggestions": look.suggestions,
        "problems": look.problems.iter().map(super::say::as_json).collect::<Vec<_>>(),
    })
}

fn origin(offer: &Offer<'_>) -> String {
    offer.pack.map_or_else(
        || words::text("origin-built-in"),
        |pack| format!("{} {}", pack.manifest.name, pack.manifest.version),
    )
}

fn service_line(offer: &Offer<'_>) -> String {
    let service = offer.service;
    format!("{:<24} {}  {} ({})", service.slug, service.version, text(&service.name), origin(offer))
}

fn service_json(offer: &Offer<'_>) -> Value {
    let service = offer.service;
    json!({
        "slug": service.slug, "version": service.version, "name": text(&service.name),
        "from": service.valid_from, "to": service.valid_to,
        "pack": offer.pack.map(|pack| json!({ "name": pack.manifest.name, "version": pack.manifest.version })),
    })
}

fn origin_of(held: &Held) -> &'static str {
    match held.origin {
        Origin::Kreis => "origin-kreis",
        Origin::File => "origin-file",
    }
}

fn pack_lines(held: &Held) -> Vec<String> {
    let origin = words::text(origin_of(held));
    let head = match &held.manifest {
        Some(manifest) => {
            let Manifest { name, version, publisher, .. } = manifest;
            format!("{name} {version}  {publisher} ({origin})  {}", valid(manifest))
        }
        None if held.problems.is_empty() => words::text("pack-on-its-way"),
        None => format!("{}  ({origin})", held.pack),
    };
    let told = held.problems.iter().map(|problem| format!("  {}", super::say::line(problem)));
    std::iter::once(head).chain(told).collect()
}

fn pack_json(held: &Held) -> Value {
    let manifest = held.manifest.as_ref();
    json!({
        "pack": held.pack, "origin": origin_of(held), "key": held.key, "contains": held.contains,
        "name": manifest.map(|manifest| &manifest.name), "version": manifest.map(|manifest| manifest.version),
        "publisher": manifest.map(|manifest| &manifest.publisher),
        "from": manifest.map(|manifest| manifest.from), "until": manifest.and_then(|manifest| manifest.until),
        "problems": held.problems.iter().map(super::say::as_json).collect::<Vec<_>>(),
        "withdrawn": held.withdrawn,
    })
}
