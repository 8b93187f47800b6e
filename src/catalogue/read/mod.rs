//! Reads the catalogue's files. Tells everything that is wrong with file and line; judges no answers.

mod build;
mod condition;
pub(super) mod fault;
mod fields;
mod raw;
mod rule;
mod source;

pub use source::{File, Source};

use super::check;
use super::codes::{self, CodeList};
use super::letter::Letter;
use super::plan::Plan;
use super::service::Service;
use crate::domain::problem::{LocalText, Problem};
use raw::{RawField, RawMatrix};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What services may name.
#[derive(Default)]
pub struct Shelf {
    lists: BTreeMap<String, Arc<CodeList>>,
    groups: BTreeMap<String, Vec<RawField>>,
    matrices: BTreeMap<String, RawMatrix>,
    letters: BTreeSet<String>,
    /// Letters with the files that they stand in: the program's, and those that come with services.
    wordings: BTreeMap<String, (String, Arc<Letter>)>,
    forms: BTreeSet<String>,
    plan: Plan,
}

impl Shelf {
    /// The filing plan.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Papers {
    letters: BTreeSet<String>,
    forms: BTreeSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    #[expect(dead_code, reason = "asked for, so that a group says what it is")]
    label: LocalText,
    field: Vec<RawField>,
}

/// What files say: all services without a fault, the filing plan, and all faults of all files.
pub struct Read {
    pub services: Vec<Service>,
    pub plan: Plan,
    pub problems: Vec<Problem>,
}

/// Reads the files. A later plan is laid over an earlier one.
pub fn read(files: &[File]) -> Read {
    let (services, others): (Vec<_>, Vec<_>) = files.iter().partition(|file| is_service(&file.name));
    let (shelf, mut problems) = shelf(others);
    let mut found = Vec::new();
    for file in services {
        let (service, told) = one(file, &shelf);
        found.extend(service.filter(|_| told.is_empty()).map(|service| (file, service)));
        problems.extend(told);
    }
    problems.extend(check::together(&found));
    let services = found.into_iter().map(|(_, service)| service).collect();
    Read { services, plan: shelf.plan, problems }
}

/// What these files put at the disposal of services, and what is wrong with them.
pub fn shelf<'a>(files: impl IntoIterator<Item = &'a File>) -> (Shelf, Vec<Problem>) {
    let (mut shelf, mut problems) = (Shelf::default(), Vec::new());
    let free = codes::free_movement();
    let _ = shelf.lists.insert(free.id.clone(), Arc::new(free));
    for file in files {
        let source = Source::new(file);
        match letter_name(&file.name) {
            Some(name) => problems.extend(letter(&mut shelf, file, name)),
            None => put(&mut shelf, &source),
        }
        problems.extend(source.finish());
    }
    problems.extend(shadowing(&shelf));
    (shelf, problems)
}

/// The service of one file as far as it is understood, and all that is wrong with it.
pub fn one(file: &File, shelf: &Shelf) -> (Option<Service>, Vec<Problem>) {
    let source = Source::new(file);
    let service = build::service(&source, shelf);
    if let Some(service) = &service {
        check::service(service, &source);
        check::filed(service, &shelf.plan, &source);
    }
    (service, source.finish())
}

/// `services/<slug>/<version>.toml`.
fn is_service(name: &str) -> bool {
    let parts: Vec<&str> = name.rsplit('/').collect();
    matches!(parts.as_slice(), [_, _, "services", ..])
}

/// `letters/<name>/<version>.toml`: the name that services call it by.
fn letter_name(file: &str) -> Option<String> {
    let parts: Vec<&str> = file.trim_end_matches(".toml").rsplit('/').collect();
    match parts.as_slice() {
        [version, name, "letters", ..] => Some(format!("{name}/{version}")),
        _ => None,
    }
}

fn letter(shelf: &mut Shelf, file: &File, name: String) -> Vec<Problem> {
    match Letter::read(&file.name, &name, &file.text) {
        Ok(letter) => {
            let _ = shelf.wordings.insert(name, (file.name.clone(), Arc::new(letter)));
            Vec::new()
        }
        Err(problems) => problems,
    }
}

/// A letter of the program is not replaced: a case could not tell which of both it was.
fn shadowing(shelf: &Shelf) -> Vec<Problem> {
    let brought = |file: &str| !file.starts_with("assets/letters/");
    let twice = shelf.wordings.iter().filter(|(name, _)| shelf.letters.contains(*name));
    twice
        .filter(|(_, (file, _))| brought(file))
        .map(|(name, (file, _))| Problem::error(format!("{file}:1"), "letter-built-in").with("name", name))
        .collect()
}

/// A file that is no service: groups, papers, a list or a matrix, by its place.
fn put(shelf: &mut Shelf, source: &Source<'_>) {
    let whole = || {
        let table = toml::de::DeValue::Table(source.table());
        toml::Spanned::new(0..0, table)
    };
    let parts: Vec<&str> = source.name.trim_end_matches(".toml").rsplit('/').collect();
    match parts.as_slice() {
        ["groups", "services", ..] => {
            let groups: Option<BTreeMap<String, Group>> = source.take(whole());
            shelf.groups.extend(groups.into_iter().flatten().map(|(name, group)| (name, group.field)));
        }
        ["papers", "services", ..] => {
            if let Some(papers) = source.take::<Papers>(whole()) {
                shelf.letters.extend(papers.letters);
                shelf.forms.extend(papers.forms);
            }
        }
        [_, "filing-plan", ..] => {
            if let Some(plan) = source.take::<Plan>(whole()) {
                check::plan(&plan, source);
                shelf.plan = std::mem::take(&mut shelf.plan).with(&plan);
            }
        }
        [name, "codes", ..] => {
            if let Some(list) = source.take::<CodeList>(whole()) {
                let list = CodeList { id: (*name).to_owned(), ..list };
                let _ = shelf.lists.insert((*name).to_owned(), Arc::new(list));
            }
        }
        [edition, name, "codes", ..] => {
            if let Some(matrix) = source.take::<RawMatrix>(whole()) {
                let _ = shelf.matrices.insert(format!("{name}/{edition}"), matrix);
            }
        }
        _ => {}
    }
}
