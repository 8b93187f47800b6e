//! The workshop of the catalogue (Katalogwerkstatt): what lies on the bench, what is wrong with it and what it changes.
//! Takes nothing in and writes no file: services are written with any editor.

use super::Desk;
use super::error::DeskError;
use super::outside;
use crate::catalogue::pack::{Bench, Loaded};
use crate::catalogue::{Difference, File, Service, differ, source_of};
use crate::domain::id::Digest;
use crate::domain::problem::{LocalText, Problem, Refusal};
use crate::domain::town::Town;
use chrono::NaiveDate;
use std::path::{Path, PathBuf};

pub use super::paper::Sample;

/// What is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A folder, a pack, or a file of one of them.
    Path(PathBuf),
    /// A service as it counts today.
    Installed(String),
}

/// What lies on the bench.
#[derive(Debug, Clone, PartialEq)]
pub struct Workbench {
    /// What the pack is called; nothing where it says nothing of it.
    pub title: Option<LocalText>,
    /// The folder or file; nothing for a service that is installed.
    pub path: Option<PathBuf>,
    /// The services that can be read, each with those that it can be compared with.
    pub pieces: Vec<Piece>,
    /// All that is wrong.
    pub faults: Vec<Fault>,
    /// The town, for amounts and holidays.
    pub town: Town,
    /// The day on which the example comes in.
    pub day: NaiveDate,
}

/// A service on the bench.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// The service.
    pub service: &'static Service,
    /// Other versions of it, the one that it would follow first.
    pub others: Vec<Other>,
}

/// Another version of a service.
#[derive(Debug, Clone, PartialEq)]
pub struct Other {
    /// The service.
    pub service: &'static Service,
    /// Where it comes from.
    pub from: Comes,
}

/// Where a version comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum Comes {
    /// It is built into the program.
    BuiltIn,
    /// A pack that is here.
    Pack(LocalText),
    /// It lies on the same bench.
    Bench,
}

/// Something wrong, with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// The file, by its path in the pack; empty where it is the whole.
    pub file: String,
    /// The line, from 1.
    pub line: Option<usize>,
    /// What, and the remedy.
    pub problem: Problem,
    /// The line and those around it, with their numbers.
    pub around: Vec<(usize, String)>,
}

/// Lines that are shown before and behind.
const AROUND: usize = 2;
/// Characters of a line that are shown.
const LONGEST: usize = 120;

impl Piece {
    /// What it does otherwise than one of the others.
    pub fn differs(&self, other: usize) -> Vec<Difference> {
        self.others.get(other).map(|other| differ(other.service, self.service)).unwrap_or_default()
    }
}

impl Desk {
    /// Opens a folder, a pack, a file, or what is installed, and says everything that is wrong.
    ///
    /// Errors: it cannot be read at all.
    pub fn workbench(&self, source: &Source) -> Result<Workbench, DeskError> {
        let (town, today) = (self.town()?, self.today());
        let (path, bench) = match source {
            Source::Path(path) => {
                let root = root_of(path);
                (Some(root.clone()), open_bench(&root, today)?)
            }
            Source::Installed(slug) => {
                let unknown = || Problem::error("service", "service-unknown").with("service", slug);
                let service = self.catalogue().current(slug, today).ok_or_else(unknown)?;
                let piece = self.piece(service, &[]);
                let (title, faults) = (Some(service.name.clone()), Vec::new());
                return Ok(Workbench { title, path: None, pieces: vec![piece], faults, town, day: today });
            }
        };
        let services = bench.services;
        let pieces = services.iter().map(|service| self.piece(service, &services)).collect();
        let faults = bench.problems.iter().map(|problem| fault(problem, &bench.files)).collect();
        Ok(Workbench { title: bench.title, path, pieces, faults, town, day: today })
    }

    /// A service with the versions of it that are here or beside it, the newest before it first.
    fn piece(&self, service: &'static Service, bench: &[&'static Service]) -> Piece {
        let is_other = |other: &&'static Service| other.slug == service.slug && *other != service;
        let beside =
            bench.iter().copied().filter(is_other).map(|other| Other { service: other, from: Comes::Bench });
        let here = self.catalogue().services().filter(is_other);
        let here = here.map(|other| Other { service: other, from: self.comes(other) });
        let mut others: Vec<Other> = Vec::new();
        for other in beside.chain(here) {
            if !others.iter().any(|known| known.service == other.service) {
                others.push(other);
            }
        }
        let follows = |other: &Other| other.service.version <= service.version;
        others.sort_by(|a, b| (follows(b), &b.service.version).cmp(&(follows(a), &a.service.version)));
        Piece { service, others }
    }

    fn comes(&self, service: &'static Service) -> Comes {
        let has = |pack: &&&'static Loaded| pack.services.iter().any(|one| std::ptr::eq(one, service));
        match self.catalogue().offered().iter().find(has) {
            Some(pack) => Comes::Pack(pack.manifest.title.clone()),
            None => Comes::BuiltIn,
        }
    }
}

/// The whole that a chosen file belongs to: the folder with `pack.toml` around it, else the file itself.
pub fn root_of(path: &Path) -> PathBuf {
    let is_toml = path.extension().is_some_and(|ending| ending == "toml");
    let above = path.ancestors().skip(1).take(4).find(|folder| folder.join("pack.toml").is_file());
    above.filter(|_| is_toml).unwrap_or(path).to_owned()
}

/// Reads it. Errors: it cannot be read at all.
pub fn open_bench(root: &Path, day: NaiveDate) -> Result<Bench, DeskError> {
    if root.is_dir() {
        return Ok(Bench::of_folder(root, day));
    }
    let read = outside::read(root)?.bytes;
    if crate::catalogue::pack::is_pack(&read) {
        let pack = crate::wire::pack::open(&read).map_err(Refusal)?;
        return Ok(Bench::of_pack(&pack, day));
    }
    let is_toml = root.extension().is_some_and(|ending| ending == "toml");
    let small = is_toml && read.len() <= crate::catalogue::pack::MAX;
    let text = String::from_utf8(read).ok().filter(|_| small);
    let place = root.display().to_string();
    let text =
        text.ok_or_else(|| Problem::error(place.clone(), "workshop-no-service").with("path", place))?;
    Ok(Bench::of_file(root, text, day))
}

/// A number that changes when a file of what is on the bench changes, comes or goes. Reads no file.
pub fn stamp(root: &Path) -> Digest {
    let mut told: Vec<String> = Vec::new();
    let paths = if root.is_dir() { source_of(root) } else { vec![root.to_owned()] };
    for path in paths {
        let about = std::fs::metadata(&path).ok();
        let changed = about.as_ref().and_then(|about| about.modified().ok());
        told.push(format!("{} {:?} {:?}", path.display(), about.map(|about| about.len()), changed));
    }
    Digest::of(&told.iter().map(String::as_bytes).collect::<Vec<_>>())
}

fn fault(problem: &Problem, files: &[File]) -> Fault {
    let split = problem.field.rsplit_once(':');
    let split = split.and_then(|(file, line)| Some((file, line.parse::<usize>().ok()?)));
    let (file, line) = match split {
        Some((file, line)) => (file.to_owned(), Some(line)),
        None => (problem.field.clone(), None),
    };
    let text = files.iter().find(|known| known.name == file).map_or("", |known| known.text.as_str());
    let around = line.map(|line| {
        let first = line.saturating_sub(AROUND + 1);
        let lines = text.lines().enumerate().skip(first).take(line + AROUND - first);
        lines.map(|(at, text)| (at + 1, text.chars().take(LONGEST).collect())).collect()
    });
    Fault { file, line, problem: problem.clone(), around: around.unwrap_or_default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_shows_its_line_with_those_around_it() {
        let text = "eins\nzwei\ndrei\nvier\nfünf\nsechs\n".to_owned();
        let files = [File { name: "services/a/2026-01-01.toml".into(), text }];
        let lines = |line: usize| {
            let problem =
                Problem::error(format!("services/a/2026-01-01.toml:{line}"), "catalogue-id-missing");
            let fault = fault(&problem, &files);
            assert_eq!((fault.file.as_str(), fault.line), ("services/a/2026-01-01.toml", Some(line)));
            fault.around.into_iter().map(|(at, text)| format!("{at} {text}")).collect::<Vec<_>>().join(", ")
        };
        assert_eq!(lines(1), "1 eins, 2 zwei, 3 drei");
        assert_eq!(lines(4), "2 zwei, 3 drei, 4 vier, 5 fünf, 6 sechs");
        let whole = fault(&Problem::error("", "pack-file-count"), &files);
        assert_eq!((whole.file.as_str(), whole.line, whole.around.len()), ("", None, 0));
    }
}
