//! `town`: the values of the town, shown and set as they are typed, what packs suggest, and its coat of arms. Checks none itself.

use super::Office;
use super::say::{Fail, Said};
use crate::catalogue::File;
use crate::desk::outside;
use crate::desk::suggested::Suggested;
use crate::domain::problem::Problem;
use crate::domain::town::keys;
use crate::words;
use clap::ArgMatches;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Does what the sub-command says.
pub(super) fn act(args: &ArgMatches) -> Result<Said, Fail> {
    let Some((name, args)) = args.subcommand() else { return Err(Fail(Vec::new())) };
    // What cannot be read is told before anybody is asked to sign in.
    let given = if name == "set" { values(args)? } else { BTreeMap::new() };
    let office = Office::open(args)?;
    match name {
        "arms" => return arms(&office, args),
        "blocks" => return blocks(&office, args),
        "suggested" => return Ok(suggested("cli-town-is-suggested", &office.desk.suggested()?)),
        "take" => {
            let keys: Vec<String> = args.get_many("key").into_iter().flatten().cloned().collect();
            return Ok(suggested("cli-town-taken", &office.desk.take_suggested(&office.session, &keys)?));
        }
        "set" => {
            office.desk.set_town(&office.session, &given)?;
            let Said { json, lines, .. } = show(&office)?;
            let was_given = |line: &String| given.keys().any(|key| line.starts_with(&format!("{key} = ")));
            let set = lines.into_iter().filter(was_given);
            return Ok(Said::new(
                json,
                std::iter::once(words::text("cli-town-changed")).chain(set).collect(),
            ));
        }
        _ => {}
    }
    show(&office)
}

/// Suggested values, a line each; without one, that there is none.
fn suggested(line: &str, all: &[Suggested]) -> Said {
    let json = |one: &Suggested| {
        json!({
            "key": one.key, "suggested": one.typed, "now": one.now,
            "publisher": one.publisher, "pack": one.title.get(words::language().tag()), "version": one.version,
        })
    };
    let said = |one: &Suggested| {
        let values = [
            ("key", one.key.clone()),
            ("value", one.typed.clone()),
            ("now", one.now.clone()),
            ("set", if one.is_open() { "no" } else { "yes" }.to_owned()),
            ("publisher", one.publisher.clone()),
            ("pack", one.title.get(words::language().tag()).to_owned()),
            ("version", one.version.to_string()),
        ];
        words::said(line, &values.map(|(name, value)| (name.to_owned(), value)).into())
    };
    let lines: Vec<String> = all.iter().map(said).collect();
    let none = all.is_empty().then(|| words::text("cli-town-none-suggested"));
    Said::new(all.iter().map(json).collect(), lines.into_iter().chain(none).collect())
}

/// The town's own building blocks for a service: shown, put in place from a file, or taken out.
fn blocks(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    let slug = args.get_one::<String>("service").map_or("", String::as_str);
    let file = match args.get_one::<PathBuf>("file") {
        Some(path) => {
            let text = outside::read_text(path)?;
            Some(File { text, name: path.display().to_string() })
        }
        None if args.get_flag("remove") => Some(File { name: String::new(), text: String::new() }),
        None => None,
    };
    if let Some(file) = file {
        let count = office.desk.set_own_blocks(&office.session, slug, &file)?;
        let told = [("count".to_owned(), count.to_string())].into();
        return Ok(Said::line(
            json!({ "service": slug, "blocks": count }),
            words::said("own-blocks-set", &told),
        ));
    }
    let text = office.desk.own_blocks(slug)?;
    let line = if text.is_empty() { words::text("own-blocks-none") } else { text.clone() };
    Ok(Said::line(json!({ "service": slug, "text": text }), line))
}

fn arms(office: &Office, args: &ArgMatches) -> Result<Said, Fail> {
    match args.get_one::<PathBuf>("file") {
        Some(path) => office.desk.set_arms(&office.session, path)?,
        None => office.desk.remove_arms(&office.session)?,
    }
    let arms = office.desk.arms()?;
    let json = arms.map_or(Value::Null, |arms| json!({ "width": arms.width, "height": arms.height }));
    Ok(Said::line(json!({ "arms": json }), words::text("cli-town-changed")))
}

/// `KEY=VALUE` for each.
fn values(args: &ArgMatches) -> Result<BTreeMap<String, String>, Fail> {
    let mut values = BTreeMap::new();
    let mut problems = Vec::new();
    for given in args.get_many::<String>("value").into_iter().flatten() {
        match given.split_once('=') {
            Some((key, value)) => drop(values.insert(key.trim().to_owned(), value.to_owned())),
            None => problems.push(Problem::error(given, "town-value-form").with("value", given)),
        }
    }
    if problems.is_empty() { Ok(values) } else { Err(Fail(problems)) }
}

fn show(office: &Office) -> Result<Said, Fail> {
    let town = office.desk.town()?;
    let (mut json, mut lines) = (Map::new(), Vec::new());
    let mut add = |key: &str, label: String, typed: String| {
        lines.push(format!("{key} = {typed}  ({label})"));
        let _ = json.insert(key.to_owned(), Value::from(typed));
    };
    for key in keys::ALL {
        let label = words::text(&format!("settings-key-{}", key.replace('.', "-")));
        add(key, label, town.get(key).to_owned());
    }
    for value in office.desk.catalogue().town_values() {
        let label = value.label.get(words::language().tag()).to_owned();
        add(&value.key, label, value.typed(town.get(&value.key)));
    }
    Ok(Said::new(Value::Object(json), lines))
}
