//! `conflicts`: what two desks did without seeing each other, and what is decided about it.

use super::say::{Fail, Said};
use super::{Office, double};
use crate::desk::conflict::{About, Conflict, Decided, Origin, Papers, Task, Version, read_value};
use crate::domain::problem::Problem;
use crate::{timeline, words};
use clap::ArgMatches;
use serde_json::{Value, json};
use std::collections::BTreeMap;

fn text(args: &ArgMatches, name: &str) -> String {
    args.get_one::<String>(name).cloned().unwrap_or_default()
}

/// Conflicts, and what is decided about one.
pub(super) fn conflicts(args: &ArgMatches) -> Result<Said, Fail> {
    match args.subcommand() {
        Some(("decided", args)) => decided(args),
        Some(("settle", args)) => settle(args),
        Some(("number", args)) => settle_number(args),
        Some(("looked-at", args)) => settle_work(args),
        Some(("same", args)) => double::judge(args, true),
        Some(("different", args)) => double::judge(args, false),
        Some((_, args)) => resolve(args),
        None => list(args),
    }
}

fn list(args: &ArgMatches) -> Result<Said, Fail> {
    let office = Office::open(args)?;
    let open = office.desk.conflicts(&office.session, words::language().tag())?;
    let conflicts = open.conflicts.iter().map(|conflict| {
        let versions: Vec<_> = conflict
            .versions
            .iter()
            .map(|version| {
                let Origin { by, at, desk } = &version.origin;
                json!({ "mark": conflict.mark(version), "value": version.value, "shown": version.shown,
                        "by": by, "at": at, "desk": desk })
            })
            .collect();
        let (what, id) = about(conflict.about);
        json!({ what: id, "name": conflict.name, "field": conflict.field, "label": label(conflict),
                "versions": versions, "papers": papers_json(&conflict.papers) })
    });
    let tasks = open.tasks.iter().map(|task| {
        let act = |(kind, origin): &(&str, Origin)| {
            let Origin { by, at, desk } = origin;
            json!({ "kind": kind, "by": by, "at": at, "desk": desk })
        };
        let acts: Vec<_> = task.acts.iter().map(act).collect();
        json!({ "case": task.case, "number": task.number, "task": task.clash.kind.name(), "acts": acts })
    });
    let persons: Vec<_> = open.doubles.persons.iter().map(double::persons_json).collect();
    let cases: Vec<_> = open.doubles.cases.iter().map(double::cases_json).collect();
    let json = json!({ "conflicts": conflicts.collect::<Vec<_>>(), "tasks": tasks.collect::<Vec<_>>(),
                       "same_persons": persons, "same_cases": cases, "cut": open.doubles.cut });
    let tasks = open.tasks.iter().flat_map(task_lines);
    let persons = open.doubles.persons.iter().flat_map(double::persons_lines);
    let doubles = persons.chain(open.doubles.cases.iter().flat_map(double::cases_lines));
    let lines = open.conflicts.iter().flat_map(lines).chain(tasks).chain(doubles);
    let lines = lines.chain(double::left_out(&open.doubles)).collect();
    Ok(Said::new(json, lines))
}

/// The word for what it is about, and its id.
fn about(about: About) -> (&'static str, String) {
    match about {
        About::Case(id) => ("case", id.to_string()),
        About::Person(id) => ("person", id.to_string()),
        About::Town => ("town", "town".to_owned()),
    }
}

fn label(conflict: &Conflict) -> String {
    field(conflict.about, &conflict.field, &conflict.label)
}

/// What a field is called; `label` is what a service calls it, where one does.
fn field(about: About, field: &str, label: &str) -> String {
    match about {
        About::Person(_) => words::field("persons-field", field),
        About::Town if label.is_empty() => words::field("settings-key", field),
        About::Case(_) | About::Town => label.to_owned(),
    }
}

/// Desk, who, when.
pub(super) fn from(origin: &Origin) -> String {
    let at = origin.at.map(|at| words::moment(crate::desk::clock::legal_moment(at))).unwrap_or_default();
    format!("{} {} {at}", origin.desk, origin.by)
}

fn lines(conflict: &Conflict) -> Vec<String> {
    let name = if conflict.about == About::Town { words::text("kreis-town") } else { conflict.name.clone() };
    let mut lines = vec![format!("{name}  {} ({})", label(conflict), conflict.field)];
    lines.extend(conflict.versions.iter().map(|version| {
        format!("  {}  {}  {}", conflict.mark(version), version.shown, from(&version.origin))
    }));
    let is_case = matches!(conflict.about, About::Case(_));
    lines.extend(timeline::printed(&conflict.papers, !is_case).map(|said| format!("  {said}")));
    lines
}

/// Papers that are out: those that are named, and how many there are since a day.
fn papers_json(papers: &Papers) -> Value {
    let named: Vec<Value> = papers
        .named
        .iter()
        .map(|paper| {
            json!({ "number": paper.number, "title": paper.title, "issued_on": paper.issued_on, "falls": paper.falls })
        })
        .collect();
    let since = papers.since.as_ref().map(|since| json!({ "day": since.day, "titles": since.titles }));
    json!({ "named": named, "more": papers.more, "since": since })
}

fn task_lines(task: &Task) -> Vec<String> {
    let kind = task.clash.kind.name();
    let said = words::text(&format!("clash-{}", kind.replace('_', "-")));
    let mut lines = vec![format!("{}  {said} ({kind})", task.number)];
    lines.extend(task.acts.iter().map(|(kind, origin)| format!("  {kind}  {}", from(origin))));
    lines
}

/// Decides fields of a case, of a person (by id) or of `town`: so many `--choose` as fields, in the same order. A third version
/// says with the mark of any of the others what it was chosen over.
fn resolve(args: &ArgMatches) -> Result<Said, Fail> {
    let office = Office::open(args)?;
    let whose = text(args, "case");
    let fields: Vec<String> = args.get_many::<String>("field").into_iter().flatten().cloned().collect();
    let open = office.desk.conflicts(&office.session, words::language().tag())?;
    let is_it = |conflict: &&Conflict| about(conflict.about).1 == whose || conflict.name == whose;
    let all: Vec<&Conflict> = open.conflicts.iter().filter(is_it).collect();
    let marks = |name: &str| args.get_many::<String>(name).into_iter().flatten();
    let mut seen: Vec<(&String, Option<&String>)> = marks("choose").map(|mark| (mark, None)).collect();
    seen.extend(marks("over").map(|mark| (mark, args.get_one::<String>("third"))));
    if seen.len() != fields.len() {
        return Err(Problem::error("--choose", "conflict-version").into());
    }
    let (mut choices, mut found) = (BTreeMap::new(), None);
    for (field, (mark, third)) in fields.iter().zip(seen) {
        let conflict = all.iter().find(|conflict| conflict.field == *field);
        let conflict = conflict.ok_or_else(|| Problem::error(field.clone(), "conflict-none"))?;
        let version = conflict.marked(mark).ok_or_else(|| not_offered(conflict, mark))?;
        let value = third.map_or_else(|| version.value.clone(), |third| read_value(third));
        let _ = choices.insert(field.clone(), conflict.choice(value));
        found = Some(conflict);
    }
    let conflict = found.ok_or_else(|| Problem::error("field", "conflict-none"))?;
    office.desk.resolve(&office.session, conflict.about, &choices, &text(args, "reason"))?;
    let line = words::said("cli-conflict-resolved", &[("number".to_owned(), conflict.name.clone())].into());
    let (what, id) = about(conflict.about);
    let values: BTreeMap<_, _> = choices.into_iter().map(|(field, choice)| (field, choice.value)).collect();
    Ok(Said::line(json!({ what: id, "values": values }), line))
}

/// A mark that stands at none of the versions that there are now, with those that do.
fn not_offered(conflict: &Conflict, mark: &str) -> Problem {
    let offered = conflict.versions.iter();
    let offered = offered.map(|version| format!("{} ({})", conflict.mark(version), version.shown));
    let now = offered.collect::<Vec<_>>().join(", ");
    Problem::error(conflict.field.clone(), "conflict-mark").with("mark", mark).with("now", now)
}

/// What was decided between versions of what is known of a person (by id), or of `town`'s values, with why.
fn decided(args: &ArgMatches) -> Result<Said, Fail> {
    let office = Office::open(args)?;
    let whose = text(args, "whose");
    let about = if whose == "town" {
        About::Town
    } else {
        let id = whose.parse().map_err(|_| Problem::error("whose", "person-unknown"))?;
        About::Person(office.desk.person(&office.session, id)?.id)
    };
    let all = office.desk.decided(about, words::language().tag())?;
    let json = all.iter().map(|one| {
        let Version { value, shown, origin: Origin { by, at, desk }, .. } = &one.version;
        json!({ "field": one.field, "label": field(about, &one.field, &one.label), "value": value, "shown": shown,
                "by": by, "at": at, "desk": desk, "reason": one.reason })
    });
    let line = |one: &Decided| {
        let label = field(about, &one.field, &one.label);
        format!("{label}: {}  {}  {}", one.version.shown, from(&one.version.origin), one.reason)
    };
    Ok(Said::new(json.collect(), all.iter().map(line).collect()))
}

/// Notes that a task was looked at.
fn settle(args: &ArgMatches) -> Result<Said, Fail> {
    let office = Office::open(args)?;
    let (id, kind) = (office.case_id(args)?, text(args, "task"));
    let open = office.desk.conflicts(&office.session, words::language().tag())?;
    let task = open.tasks.into_iter().find(|task| task.case == id && task.clash.kind.name() == kind);
    let task = task.ok_or_else(|| Problem::error("task", "clash-none"))?;
    office.desk.settle_clash(&office.session, id, &task.clash, &text(args, "reason"))?;
    let line = words::said("cli-task-settled", &[("number".to_owned(), task.number)].into());
    Ok(Said::line(json!({ "case": id, "task": kind }), line))
}

/// Notes what was done about a number that was given out twice.
fn settle_number(args: &ArgMatches) -> Result<Said, Fail> {
    let office = Office::open(args)?;
    let number = text(args, "number");
    office.desk.settle_number(&office.session, &number, &text(args, "reason"))?;
    let line = words::said("cli-number-settled", &[("number".to_owned(), number.clone())].into());
    Ok(Said::line(json!({ "number": number }), line))
}

/// Notes that all was looked at that `outbox` names because of roles and that is for this head to settle.
fn settle_work(args: &ArgMatches) -> Result<Said, Fail> {
    let office = Office::open(args)?;
    let events = office.desk.work_to_settle()?;
    let settled = office.desk.settle_work(&office.session, &events, &text(args, "reason"))?;
    let line = words::said("cli-work-settled", &[("count".to_owned(), settled.to_string())].into());
    Ok(Said::line(json!({ "events": settled }), line))
}
