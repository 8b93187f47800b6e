//! A pack that is being worked on: everything that can be read of a folder, a single service or a pack's file, whatever is
//! wrong with it, and everything that is wrong with file and line. Signs and installs nothing, and keeps no pack: of each
//! service every version that was once seen stays as long as the program runs, and no more than one of the same words.

use super::folder::{Contents, contents};
use super::{Draft, Loaded, Manifest, Pack};
use crate::catalogue::read::File;
use crate::catalogue::{Service, check};
use crate::domain::id::Digest;
use crate::domain::problem::{LocalText, Problem};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{LazyLock, Mutex, PoisonError};

/// What lies on the bench.
#[derive(Debug, Clone, PartialEq)]
pub struct Bench {
    /// What the pack is called, where it says so.
    pub title: Option<LocalText>,
    /// The services that can be read.
    pub services: Vec<&'static Service>,
    /// Its files, named by their paths in it.
    pub files: Vec<File>,
    /// All that is wrong; the field is `path:line`, the path as in `files`.
    pub problems: Vec<Problem>,
}

impl Bench {
    /// A folder that is to become a pack. `day` is the day on which examples come in.
    pub fn of_folder(folder: &Path, day: NaiveDate) -> Self {
        let Contents { manifest, files, problems: told } = contents(folder);
        let title = manifest.as_ref().map(|manifest| manifest.title.clone());
        let mut problems: Vec<Problem> = told.into_iter().map(|problem| inside(folder, problem)).collect();
        if let Some(Err(told)) = manifest.clone().map(|manifest| Draft::new(manifest, files.clone())) {
            problems.extend(told);
        }
        let manifest = manifest.unwrap_or_else(|| nameless(day));
        Self::new(title, manifest, files, problems, day)
    }

    /// One service by itself, named by the last two parts of its path: `services/NAME/DAY.toml`.
    pub fn of_file(path: &Path, text: String, day: NaiveDate) -> Self {
        let part = |path: Option<&Path>| {
            let name = path.and_then(Path::file_name).unwrap_or_default();
            name.to_string_lossy().into_owned()
        };
        let name = format!("services/{}/{}", part(path.parent()), part(Some(path)));
        Self::new(None, nameless(day), vec![File { name, text }], Vec::new(), day)
    }

    /// A pack's file.
    pub fn of_pack(pack: &Pack, day: NaiveDate) -> Self {
        let (title, manifest) = (Some(pack.manifest.title.clone()), pack.manifest.clone());
        let loaded = Loaded::read(pack);
        let problems = told(&loaded, &manifest, &pack.files, day);
        Self { title, services: seen(loaded.services), files: pack.files.clone(), problems }
    }

    fn new(
        title: Option<LocalText>,
        manifest: Manifest,
        files: Vec<File>,
        mut problems: Vec<Problem>,
        day: NaiveDate,
    ) -> Self {
        let head = serde_json::to_vec(&manifest).unwrap_or_default();
        let parts = files.iter().flat_map(|file| [file.name.as_bytes(), &[0], file.text.as_bytes(), &[0]]);
        let parts: Vec<&[u8]> = [b"bench".as_slice(), &head].into_iter().chain(parts).collect();
        let pack = Pack {
            digest: Digest::of(&parts),
            manifest,
            signed: Vec::new(),
            key: [0; 32],
            signature: [0; 64],
            files,
        };
        let loaded = Loaded::read(&pack);
        problems.extend(told(&loaded, &pack.manifest, &pack.files, day));
        Self { title, services: seen(loaded.services), files: pack.files, problems }
    }
}

/// By name and version: what was once there under them.
type Seen = BTreeMap<(String, String), Vec<&'static Service>>;

/// Services that lay on a bench. What shows one holds it for as long as the program runs.
static SEEN: LazyLock<Mutex<Seen>> = LazyLock::new(Mutex::default);

/// The same services, each the one that was seen before where it says the same.
fn seen(services: Vec<Service>) -> Vec<&'static Service> {
    let mut seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
    let mut known = |service: Service| {
        let versions = seen.entry((service.slug.clone(), service.version.clone())).or_default();
        if let Some(same) = versions.iter().copied().find(|known| **known == service) {
            return same;
        }
        let new: &'static Service = Box::leak(Box::new(service));
        versions.push(new);
        new
    };
    services.into_iter().map(&mut known).collect()
}

/// What is wrong in the files, each named by its path in the pack.
fn told(loaded: &Loaded, manifest: &Manifest, files: &[File], day: NaiveDate) -> Vec<Problem> {
    let before = super::content::place(manifest, "");
    let own = |problem: Problem| match problem.field.strip_prefix(&before) {
        Some(field) => Problem { field: field.to_owned(), ..problem },
        None => problem,
    };
    loaded.check(day).into_iter().map(own).map(|problem| sharpened(problem, files)).collect()
}

/// What is found once the whole is read knows its file; here it finds its line.
fn sharpened(problem: Problem, files: &[File]) -> Problem {
    let arg = |name: &str| problem.args.get(name).map(|value| format!("\"{value}\""));
    let word = match problem.id.as_str() {
        "catalogue-key-twice" | "pack-town-value" => arg("key"),
        "pack-letter-unfilled" => arg("letter"),
        "pack-example-refused" => Some("[example]".to_owned()),
        "pack-version-released" => Some("version".to_owned()),
        _ => None,
    };
    let file = problem.field.strip_suffix(":1").and_then(|name| files.iter().find(|file| file.name == name));
    match (word, file) {
        (Some(word), Some(file)) => Problem { field: check::place(file, &word), ..problem },
        _ => problem,
    }
}

fn inside(folder: &Path, problem: Problem) -> Problem {
    let before = format!("{}/", folder.display());
    match problem.field.strip_prefix(&before) {
        Some(field) => Problem { field: field.to_owned(), ..problem },
        None => problem,
    }
}

/// What stands for a head that is missing or not understood, so that everything else can be read.
fn nameless(day: NaiveDate) -> Manifest {
    Manifest {
        format: 1,
        publisher: String::new(),
        name: "bench".to_owned(),
        title: LocalText::default(),
        version: 1,
        from: day,
        until: None,
        files: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn day() -> NaiveDate {
        "2026-11-24".parse().unwrap()
    }

    fn copy(from: &Path, to: &Path) {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
            let into = to.join(entry.file_name());
            if entry.path().is_dir() {
                copy(&entry.path(), &into);
            } else {
                let _ = fs::copy(entry.path(), into).unwrap();
            }
        }
    }

    #[test]
    fn a_fault_in_the_head_keeps_no_service_from_being_read_and_told_about() {
        let folder = tempfile::tempdir().unwrap();
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/trauzimmer"), folder.path());
        let whole = Bench::of_folder(folder.path(), day());
        assert_eq!((whole.problems.as_slice(), whole.services.len()), (&[][..], 1));
        fs::write(folder.path().join("pack.toml"), "publisher = 3\n").unwrap();
        let service = folder.path().join("services/trauzimmer/2026-01-01.toml");
        let text = fs::read_to_string(&service).unwrap().replace("field = \"raum\"", "field = \"rom\"");
        fs::write(&service, text).unwrap();
        let bench = Bench::of_folder(folder.path(), day());
        let places: Vec<&str> = bench.problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(places[0], "pack.toml:1", "{places:?}");
        assert!(places[1..].iter().all(|place| place.starts_with("services/trauzimmer/2026-01-01.toml:")));
        assert!(places.len() >= 2, "{places:?}");
    }

    /// Somebody saves all day long: what says the same as before is not kept a second time.
    #[test]
    fn what_was_seen_before_is_not_kept_twice() {
        let folder = tempfile::tempdir().unwrap();
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/trauzimmer"), folder.path());
        let path = folder.path().join("services/trauzimmer/2026-01-01.toml");
        let text = fs::read_to_string(&path).unwrap();
        let other = text.replacen("Trauzimmer-Termins\"", "Termins im Turm\"", 1);
        assert_ne!(text, other);
        let shown = |text: &str| {
            fs::write(&path, text).unwrap();
            Bench::of_folder(folder.path(), day()).services[0]
        };
        let (first, second) = (shown(&text), shown(&other));
        for _ in 0..3 {
            assert!(std::ptr::eq(shown(&text), first) && std::ptr::eq(shown(&other), second));
            // A comment is another file and the same service.
            assert!(std::ptr::eq(shown(&format!("# gespeichert\n{text}")), first));
        }
        assert!(!std::ptr::eq(first, second));
    }

    #[test]
    fn what_never_ends_or_is_too_large_is_told_and_not_read() {
        let folder = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink(folder.path(), folder.path().join("circle")).unwrap();
        let made = std::process::Command::new("mkfifo").arg(folder.path().join("pipe.toml")).status();
        assert!(made.unwrap().success());
        let ids = |folder: &Path| {
            let bench = Bench::of_folder(folder, day());
            bench.problems.into_iter().map(|problem| problem.id).collect::<Vec<_>>()
        };
        assert_eq!(ids(folder.path()), ["file-not-plain", "pack-head-missing"]);
        let large = fs::File::create(folder.path().join("large.toml")).unwrap();
        large.set_len(super::super::MAX as u64 + 1).unwrap();
        assert_eq!(ids(folder.path()), ["pack-too-large"]);
        let many = tempfile::tempdir().unwrap();
        for at in 0..2_001 {
            fs::write(many.path().join(format!("{at}.toml")), "").unwrap();
        }
        assert!(ids(many.path()).contains(&"pack-folder-too-large".to_owned()));
    }
}
