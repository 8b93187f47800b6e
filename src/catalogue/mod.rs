//! Services as data: reading, checking and evaluating them. Knows no database and no widget.
//!
//! A service is a file below `assets/services`; `docs/catalogue.md` is its reference. [`Catalogue`] reads files,
//! [`evaluate()`] says everything that a service says about answers, [`initial_answers`] what a form begins with.

mod built_in;
mod check;
mod codes;
mod condition;
pub mod country;
mod date;
mod deadline;
mod differ;
mod evaluate;
mod facts;
mod fee;
mod field;
mod kept;
mod land;
pub mod letter;
mod offer;
pub mod own_blocks;
pub mod pack;
pub mod plan;
mod read;
mod second;
mod service;
mod show;
mod terms;
mod town;
mod values;
mod walk;
pub mod wz;

pub use built_in::toml_files as source_of;
pub use codes::{CodeList, Entry};
pub use condition::{Amount, Condition, Moment, Test, Words};
pub use deadline::first_working_day_after;
pub use differ::{Difference, differ};
pub use evaluate::{
    APPEARS_AS, Situation, evaluate, evaluate_example, evaluate_sample, initial_answers, is_in_form,
};
pub use field::{Choice, Default, Field, FieldKind, Required, Section};
pub use offer::Offer;
pub use read::File;
pub use second::second_signature;
pub use service::*;
pub use show::{Shown, amount, fill, pattern_paths, show, show_at};
pub use terms::remedy;
pub use town::{TownKind, TownValue};

use crate::domain::din91379::search_form;
use crate::domain::problem::Problem;
use chrono::NaiveDate;
use kept::Kept;
use std::path::Path;
use std::sync::{Arc, LazyLock};

/// Services in all their versions.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Catalogue {
    services: Arc<Vec<Kept>>,
    plan: plan::Plan,
    packs: offer::Packs,
}

static BUILT_IN: LazyLock<Catalogue> = LazyLock::new(|| Catalogue {
    services: Arc::new(Kept::built_in()),
    plan: kept::plan(),
    packs: offer::Packs::default(),
});

impl Catalogue {
    /// The catalogue that comes with the program. A file with a fault is left out; [`check()`] tells it.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Changes when a service changes: read tables made by another one are made again.
    pub fn fingerprint(&self) -> String {
        static PRINT: LazyLock<String> = LazyLock::new(|| {
            let files = built_in::files();
            let parts: Vec<&[u8]> = files.iter().map(|file| file.text.as_bytes()).collect();
            crate::domain::id::Digest::of(&parts).to_string()
        });
        PRINT.clone()
    }

    /// Reads a folder laid out like `assets`: `services/<slug>/<version>.toml`, `services/groups.toml`,
    /// `codes/…`. What the folder does not bring is taken from the built-in files, services excepted.
    ///
    /// Errors: everything that is wrong, with file and line; then nothing of the folder is used.
    pub fn load_dir(folder: &Path) -> Result<Self, Vec<Problem>> {
        let files = built_in::with_folder(folder)?;
        let (catalogue, problems) = Self::read(&files);
        if problems.is_empty() { Ok(catalogue) } else { Err(problems) }
    }

    fn read(files: &[File]) -> (Self, Vec<Problem>) {
        let read::Read { mut services, plan, problems } = read::read(files);
        services.sort_by(|a, b| (&a.slug, &a.version).cmp(&(&b.slug, &b.version)));
        let services = services.into_iter().map(Kept::of).collect();
        (Self { services: Arc::new(services), plan, packs: offer::Packs::default() }, problems)
    }

    /// The filing plan.
    pub fn plan(&self) -> &plan::Plan {
        &self.plan
    }

    /// All services in all versions, those of packs behind the built-in ones.
    pub fn services(&self) -> impl Iterator<Item = &Service> {
        self.services.iter().filter_map(Kept::get).chain(self.packs.services())
    }

    /// All versions of one service, in the same order; no other one is read for that.
    pub fn versions(&self, slug: &str) -> impl Iterator<Item = &Service> {
        let of_packs = self.packs.services().filter(move |service| service.slug == slug);
        self.services.iter().filter(move |kept| kept.slug == slug).filter_map(Kept::get).chain(of_packs)
    }

    /// One version of a service.
    pub fn service(&self, slug: &str, version: &str) -> Option<&Service> {
        let of_packs = || self.packs.services().find(|one| one.slug == slug && one.version == version);
        let kept = self.services.iter().find(|kept| kept.slug == slug && kept.version == version);
        kept.and_then(Kept::get).or_else(of_packs)
    }

    /// The services that can be used on a day and are found by what was typed: name, what people call it, LeiKa
    /// key. Those that begin with it come first, and of them what is wanted often; all of them for an empty text.
    pub fn find(&self, typed: &str, today: NaiveDate) -> Vec<&Service> {
        let typed = search_form(typed);
        let mut found: Vec<(u8, &Service)> = self
            .offers(today)
            .into_iter()
            .filter_map(|offer| Some((rank(offer.service, &typed)?, offer.service)))
            .collect();
        found.sort_by_key(|(rank, service)| (*rank, !service.often, service.name.de.clone()));
        found.into_iter().map(|(_, service)| service).collect()
    }
}

/// So many letters are also found in the middle of a word.
const INSIDE: usize = 4;

/// How well a service fits what was typed, 0 best. Every typed word must begin a word; one alone may be part of one.
fn rank(service: &Service, typed: &str) -> Option<u8> {
    let names = [&service.name.de, &service.name.en].map(|name| search_form(name));
    let calls: Vec<String> = service.search.iter().map(|call| search_form(call)).collect();
    if names.iter().any(|name| name.starts_with(typed)) {
        return Some(0);
    }
    if calls.iter().any(|call| call.starts_with(typed)) {
        return Some(1);
    }
    let words: Vec<&str> = names.iter().chain(&calls).flat_map(|text| text.split(' ')).collect();
    let begins = |part: &str| words.iter().any(|word| word.starts_with(part));
    if typed.split(' ').all(begins) {
        return Some(2);
    }
    if service.leika.iter().any(|key| typed.len() >= 3 && key.starts_with(typed)) {
        return Some(3);
    }
    // "zeugnis" is in "Führungszeugnis", "steuer" in "Hundesteuer".
    (typed.chars().count() >= INSIDE && words.iter().any(|word| word.contains(typed))).then_some(4)
}

/// Everything that is wrong with the files, at once, each with file and line: what TOML refuses, unknown keys,
/// types, lists, letters and forms, conditions on fields that do not exist or go in circles, ids used twice,
/// versions of a service that overlap or leave a gap, missing translations and examples.
pub fn check(files: &[File]) -> Vec<Problem> {
    let mut all = built_in::shelf_without(files);
    all.extend(files.iter().cloned());
    read::read(&all).problems
}

/// A TOML value as an answer; dates become text.
fn json(value: &toml::Value) -> serde_json::Value {
    match value {
        toml::Value::String(text) => text.as_str().into(),
        toml::Value::Integer(number) => (*number).into(),
        toml::Value::Float(number) => (*number).into(),
        toml::Value::Boolean(is) => (*is).into(),
        toml::Value::Datetime(date) => date.to_string().into(),
        toml::Value::Array(items) => items.iter().map(json).collect(),
        toml::Value::Table(table) => {
            serde_json::Value::Object(table.iter().map(|(key, value)| (key.clone(), json(value))).collect())
        }
    }
}

#[cfg(test)]
mod tests;
