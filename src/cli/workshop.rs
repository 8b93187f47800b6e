//! `catalogue show` and `compare`: a service with its example as the counter will have it, and what one version does
//! otherwise than another, from files or from the program. Opens no desk and takes nothing in.

use super::say::{Fail, Said, explained};
use crate::catalogue::{Catalogue, Field, Service, differ, evaluate_example};
use crate::desk::clock::Clock;
use crate::desk::workshop::{open_bench, root_of};
use crate::domain::assessment::Assessment;
use crate::domain::explain::Step;
use crate::domain::problem::{LocalText, Problem};
use crate::words;
use clap::ArgMatches;
use serde_json::{Value, json};
use std::path::Path;

/// The form with the example, fees and deadlines with their explanations, papers and steps.
pub(super) fn show(args: &ArgMatches) -> Result<Said, Fail> {
    let service = found(&named(args, "service"), None)?;
    // The example as it would come in today.
    let told = evaluate_example(service, Clock::of_this_program().today());
    let mut lines = vec![
        format!("{} {}", text(&service.name), service.version),
        said("workshop-from", &[("date", &words::date(service.valid_from))]),
    ];
    for section in &service.sections {
        lines.push(String::new());
        lines.push(text(&section.title));
        lines.extend(section.fields.iter().map(|field| field_line(service, field, &told)));
    }
    lines.push(String::new());
    for charge in told.charges.iter().chain(&told.levies) {
        lines.push(format!("{}: {}", text(&charge.label), words::amount(charge.cents.0)));
        lines.push(format!("  {}", reasons(&charge.why)));
    }
    for due in &told.due {
        lines.push(format!("{}: {}", text(&due.label), words::date_with_day(due.date)));
        lines.push(format!("  {}", reasons(&due.why)));
    }
    let at = |at: &str| words::text(&format!("workshop-at-{at}"));
    lines.extend(told.papers.iter().map(|paper| format!("{} ({})", text(&paper.label), at(&paper.at))));
    for (step, rule) in service.course() {
        let roles: Vec<String> =
            rule.by.iter().map(|role| words::text(&format!("role-{}", role.name()))).collect();
        lines.push(format!("{step}: {}", said("workshop-by", &[("roles", &roles.join(", "))])));
    }
    Ok(Said::new(as_json(service, &told), lines))
}

/// What the new version does otherwise than the old one, in plain words.
pub(super) fn compare(args: &ArgMatches) -> Result<Said, Fail> {
    let new = found(&named(args, "new"), None)?;
    let old = found(&named(args, "old"), Some(&new.slug))?;
    let told: Vec<String> = differ(old, new).iter().map(|one| words::said(one.id, &one.args)).collect();
    let from = [("name", text(&new.name)), ("old", old.version.clone()), ("new", new.version.clone())];
    let from = from.into_iter().chain([("date", words::date(new.valid_from))]);
    let from = words::said("change-from", &from.map(|(name, value)| (name.to_owned(), value)).collect());
    let json = json!({
        "service": new.slug, "old": old.version, "new": new.version, "from": new.valid_from, "changes": told,
    });
    let lines = if told.is_empty() { vec![words::text("workshop-same")] } else { told };
    Ok(Said::new(json, std::iter::once(from).chain(lines).collect()))
}

fn named(args: &ArgMatches, name: &str) -> String {
    args.get_one::<String>(name).cloned().unwrap_or_default()
}

/// A service by `slug`, by `slug@version`, or by the path of a folder, a pack or a file; of several, the one of this slug.
///
/// Errors: what is wrong in the files, all of it.
fn found(what: &str, slug: Option<&str>) -> Result<&'static Service, Fail> {
    let (day, path) = (Clock::of_this_program().today(), Path::new(what));
    let unknown = || Problem::error("service", "service-unknown").with("service", what);
    if !path.exists() {
        let built_in = Catalogue::built_in();
        let service = match what.split_once('@') {
            Some((slug, version)) => built_in.service(slug, version),
            None => built_in.current(what, day),
        };
        return service.ok_or_else(|| unknown().into());
    }
    let bench = open_bench(&root_of(path), day)?;
    if !bench.problems.is_empty() {
        return Err(Fail(bench.problems));
    }
    // The file that was named, of one in a folder.
    let version = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let services = || bench.services.iter().copied();
    let is = |service: &&Service| slug.is_none_or(|slug| service.slug == slug);
    let meant = services().filter(is).find(|service| Some(&service.version) == version.as_ref());
    meant
        .or_else(|| services().filter(is).max_by_key(|service| &service.version))
        .ok_or_else(|| unknown().into())
}

fn field_line(service: &Service, field: &Field, told: &Assessment) -> String {
    let no = field.no.as_ref().map(|no| format!("{no} ")).unwrap_or_default();
    let mark = if told.required.contains(&field.path) { " *" } else { "" };
    let language = words::language().tag();
    let shown = crate::catalogue::show_at(service, &service.example, &field.path, language);
    let asked = told.visible.contains(&field.path);
    let value = if asked { shown } else { words::text("cli-not-asked") };
    format!("  {no}{}{mark}: {value}", text(&field.label))
}

fn as_json(service: &Service, told: &Assessment) -> Value {
    let charge = |charge: &crate::domain::assessment::ChargeDue| json!({ "label": text(&charge.label), "cents": charge.cents.0, "why": reasons(&charge.why) });
    let due = told
        .due
        .iter()
        .map(|due| json!({ "label": text(&due.label), "date": due.date, "why": reasons(&due.why) }));
    let fields = service.fields().filter(|field| told.visible.contains(&field.path));
    json!({
        "service": service.slug, "version": service.version, "name": text(&service.name),
        "from": service.valid_from, "to": service.valid_to,
        "fields": fields.map(|field| &field.path).collect::<Vec<_>>(),
        "fees": told.charges.iter().chain(&told.levies).map(charge).collect::<Vec<_>>(),
        "deadlines": due.collect::<Vec<_>>(),
        "papers": told.papers.iter().map(|paper| &paper.kind).collect::<Vec<_>>(),
        "steps": service.steps.keys().collect::<Vec<_>>(),
    })
}

fn reasons(why: &[Step]) -> String {
    why.iter().map(explained).collect::<Vec<_>>().join(" ")
}

fn text(text: &LocalText) -> String {
    text.get(words::language().tag()).to_owned()
}

fn said(id: &str, args: &[(&str, &str)]) -> String {
    words::said(id, &args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
}
