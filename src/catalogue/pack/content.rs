//! What a pack's files mean: read once, kept for as long as the program runs, and checked as a whole. Trusts no
//! signature and installs nothing.

use super::{Manifest, Pack, Suggestion, Withdrawn, settings, withdrawn};
use crate::catalogue::letter::{BUILT_IN, DECIDED, GIVEN};
use crate::catalogue::plan::Plan;
use crate::catalogue::read::{self, File};
use crate::catalogue::{Catalogue, Service, TownValue, built_in, evaluate_example, fill};
use crate::domain::assessment::PaperDue;
use crate::domain::id::Digest;
use crate::domain::problem::Problem;
use crate::domain::town::keys;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex, PoisonError};

/// A pack with its services. What a fault was found in is left out, so that the rest can still be read.
#[derive(Debug, PartialEq)]
pub struct Loaded {
    /// SHA-256 of the pack.
    pub digest: Digest,
    /// The key that signed it.
    pub key: [u8; 32],
    /// What it says about itself.
    pub manifest: Manifest,
    /// Its services.
    pub services: Vec<Service>,
    /// Its filing plan, laid over the built-in one where it brings one.
    pub plan: Option<Plan>,
    /// Values that it suggests to a town.
    pub suggestions: Vec<Suggestion>,
    /// What it takes back, where the Kreis signed it.
    pub withdrawn: Vec<Withdrawn>,
    /// What is wrong in its files, with file and line: such a pack takes nothing in.
    pub problems: Vec<Problem>,
}

/// Packs that were read, by digest. Cases hold on to their services for as long as the program runs.
static LOADED: LazyLock<Mutex<BTreeMap<Digest, &'static Loaded>>> = LazyLock::new(Mutex::default);

impl Loaded {
    /// The contents of a pack; read the first time, the same ever after.
    pub fn of(pack: &Pack) -> &'static Self {
        let mut loaded = LOADED.lock().unwrap_or_else(PoisonError::into_inner);
        loaded.entry(pack.digest).or_insert_with(|| Box::leak(Box::new(Self::read(pack))))
    }

    /// The contents of the bytes of a pack, where they are one.
    pub fn of_bytes(bytes: &[u8]) -> Option<&'static Self> {
        Pack::read(bytes).ok().map(|pack| Self::of(&pack))
    }

    /// The contents, kept by nobody.
    pub(super) fn read(pack: &Pack) -> Self {
        let named = |file: &File| File { name: place(&pack.manifest, &file.name), text: file.text.clone() };
        let (suggesting, own): (Vec<&File>, Vec<&File>) =
            pack.files.iter().partition(|file| settings::is_settings(&file.name));
        let (withdrawing, own): (Vec<&File>, Vec<&File>) =
            own.into_iter().partition(|file| withdrawn::is_withdrawing(&file.name));
        let own: Vec<File> = own.into_iter().map(named).collect();
        // A code list takes the place of its namesake for this pack alone; a plan is always laid over.
        let lists: Vec<File> =
            own.iter().filter(|file| !file.name.contains("/filing-plan/")).cloned().collect();
        let mut files = built_in::shelf_without(&lists);
        files.extend(own);
        let read::Read { services, plan, mut problems } = read::read(&files);
        let mut suggestions = Vec::new();
        for (found, told) in suggesting.into_iter().map(|file| settings::read(&named(file), &services)) {
            suggestions.extend(found);
            problems.extend(told);
        }
        let mut withdrawn = Vec::new();
        for (found, told) in withdrawing.into_iter().map(|file| withdrawn::read(&named(file))) {
            withdrawn.extend(found);
            problems.extend(told);
        }
        let brings = |folder: &str| pack.files.iter().any(|file| file.name.starts_with(folder));
        Self {
            digest: pack.digest,
            key: pack.key,
            manifest: pack.manifest.clone(),
            services,
            plan: brings("filing-plan/").then_some(plan),
            suggestions,
            withdrawn,
            problems,
        }
    }

    /// Everything that speaks against taking it: what is wrong in its files, a released version with other words, and an
    /// example that its own service refuses. `day` is the day on which examples come in.
    pub fn check(&self, day: NaiveDate) -> Vec<Problem> {
        let mut problems = self.faults();
        for service in &self.services {
            let day = day.max(service.valid_from).max(self.manifest.from);
            problems.extend(example(service, &self.file(service), day));
            problems.extend(self.taken_key(service));
        }
        problems
    }

    /// A key of the federal catalogue that a built-in service of another name has.
    fn taken_key(&self, service: &Service) -> Option<Problem> {
        let others = || Catalogue::built_in().services().filter(|other| other.slug != service.slug);
        let (key, other) = service.leika.iter().find_map(|key| {
            others().find(|other| other.leika.contains(key)).map(|other| (key, &other.slug))
        })?;
        let problem = Problem::error(format!("{}:1", self.file(service)), "catalogue-key-twice");
        Some(problem.with("key", key).with("other", other))
    }

    fn file(&self, service: &Service) -> String {
        place(&self.manifest, &format!("services/{}/{}.toml", service.slug, service.version))
    }

    /// What is wrong with it whatever the day is.
    pub fn faults(&self) -> Vec<Problem> {
        let mut problems = self.problems.clone();
        for service in &self.services {
            let file = self.file(service);
            let released = Catalogue::built_in().service(&service.slug, &service.version);
            if released.is_some_and(|released| released != service) {
                let problem = Problem::error(format!("{file}:1"), "pack-version-released");
                problems.push(problem.with("slug", &service.slug).with("version", &service.version));
            }
            problems.extend(town_values(service, &file));
        }
        problems
    }

    /// What it brings: slug and version of each service, then `filing-plan` and names of code lists.
    pub fn contains(&self) -> Vec<String> {
        let path = |path: &str| path.trim_end_matches(".toml").to_owned();
        self.manifest.files.iter().map(|file| path(&file.path)).collect()
    }
}

/// A file of a pack as problems tell it.
pub(super) fn place(manifest: &Manifest, path: &str) -> String {
    format!("{}-{}.pack/{path}", manifest.name, manifest.version)
}

/// Values of the town that a built-in service reads otherwise: what the town has set must stay what it means.
fn town_values(service: &Service, file: &str) -> Vec<Problem> {
    let built_in = Catalogue::built_in().town_values();
    let other = |value: &&TownValue| {
        let known = built_in.iter().find(|known| known.key == value.key);
        keys::ALL.contains(&value.key.as_str()) || known.is_some_and(|known| known.kind != value.kind)
    };
    let told = |value: &TownValue| {
        Problem::error(format!("{file}:1"), "pack-town-value")
            .with("key", &value.key)
            .with("slug", &service.slug)
    };
    service.town.iter().filter(other).map(told).collect()
}

/// What the service says against its own example.
fn example(service: &Service, file: &str, day: NaiveDate) -> Vec<Problem> {
    let told = evaluate_example(service, day);
    let refused = |problem: &Problem| {
        Problem::error(format!("{file}:1"), "pack-example-refused")
            .with("slug", &service.slug)
            .with("field", &problem.field)
            .with("why", problem.says.as_ref().map_or(&problem.id, |says| &says.de))
    };
    told.errors().map(refused).chain(unfilled(service, file, &told.papers)).collect()
}

/// What a letter of the pack cannot be made without, and the example leaves empty.
fn unfilled(service: &Service, file: &str, due: &[PaperDue]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for due in due {
        let brought = service.papers.iter().find(|paper| paper.kind == due.kind);
        let Some(letter) = brought.and_then(|paper| paper.wording.as_ref()) else { continue };
        let given = |name: &str| GIVEN.contains(&name) || DECIDED.contains(&name) || BUILT_IN.contains(&name);
        let says = |name: &str| {
            due.fill
                .get(name)
                .is_some_and(|pattern| !fill(service, &service.example, pattern, "de").is_empty())
        };
        let needs = letter.source.needs.iter().map(toml::Spanned::get_ref);
        problems.extend(needs.filter(|name| !given(name) && !says(name)).map(|name| {
            let problem = Problem::error(format!("{file}:1"), "pack-letter-unfilled");
            problem.with("slug", &service.slug).with("letter", &letter.name).with("name", name)
        }));
    }
    problems
}
