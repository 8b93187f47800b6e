//! A folder that becomes a pack: `pack.toml` says what the pack is, everything beside it goes in. Signs nothing.

use super::{Draft, MAX, Manifest};
use crate::catalogue::built_in::walk;
use crate::catalogue::read::{File, Source};
use crate::domain::problem::{LocalText, Problem};
use chrono::NaiveDate;
use serde::Deserialize;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// The file that says what the pack is.
const HEAD: &str = "pack.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    publisher: String,
    name: String,
    title: LocalText,
    version: u32,
    from: toml::value::Datetime,
    until: Option<toml::value::Datetime>,
}

/// The pack that a folder describes, to be signed.
///
/// Errors: everything that is wrong, with file and line. What stands in the services is not looked at.
pub fn from_folder(folder: &Path) -> Result<Draft, Vec<Problem>> {
    let Contents { manifest, files, mut problems } = contents(folder);
    match manifest.map(|manifest| Draft::new(manifest, files)) {
        Some(Ok(draft)) if problems.is_empty() => Ok(draft),
        Some(Err(told)) => {
            problems.extend(told);
            Err(problems)
        }
        _ => Err(problems),
    }
}

/// What can be read of a folder that is to become a pack, and what is wrong with it so far.
pub(super) struct Contents {
    pub manifest: Option<Manifest>,
    pub files: Vec<File>,
    pub problems: Vec<Problem>,
}

/// Reads the folder; of one that is too large nothing is kept.
pub(super) fn contents(folder: &Path) -> Contents {
    let mut problems = Vec::new();
    let mut files = Vec::new();
    let mut size = 0;
    for path in walk(folder, &mut problems) {
        match read(folder, &path, &mut size) {
            Ok(file) => files.push(file),
            Err(problem) => problems.push(*problem),
        }
        if size > MAX as u64 {
            let problems = vec![super::too_large(usize::try_from(size).unwrap_or(usize::MAX))];
            return Contents { manifest: None, files: Vec::new(), problems };
        }
    }
    let head = files.iter().position(|file| file.name == HEAD).map(|at| files.remove(at));
    let place = folder.join(HEAD).display().to_string();
    let Some(head) = head.map(|head| File { name: place.clone(), ..head }) else {
        problems.push(Problem::error(place, "pack-head-missing"));
        return Contents { manifest: None, files, problems };
    };
    let (manifest, told) = head_of(&head);
    problems.extend(told);
    Contents { manifest, files, problems }
}

fn head_of(file: &File) -> (Option<Manifest>, Vec<Problem>) {
    let source = Source::new(file);
    let table = toml::Spanned::new(0..0, toml::de::DeValue::Table(source.table()));
    let day = |date: &toml::value::Datetime| date.to_string().parse::<NaiveDate>().ok();
    let manifest = source.take::<Head>(table).and_then(|head| {
        let (from, until) = (day(&head.from), head.until.as_ref().map(day));
        if from.is_none() || until == Some(None) {
            source.tell_at(0, "from", 0, Problem::error("", "catalogue-validity-unknown"));
        }
        let Head { publisher, name, title, version, .. } = head;
        let (from, until) = (from?, until.flatten());
        Some(Manifest { format: 1, publisher, name, title, version, from, until, files: Vec::new() })
    });
    (manifest, source.finish())
}

/// A file of the folder, named by its path in it.
fn read(folder: &Path, path: &PathBuf, size: &mut u64) -> Result<File, Box<Problem>> {
    let unreadable = |error: std::io::Error| {
        Box::new(
            Problem::error(path.display().to_string(), "catalogue-file-unreadable").with("message", error),
        )
    };
    let about = std::fs::metadata(path).map_err(unreadable)?;
    // A pipe or a device may never come to an end.
    if !about.is_file() {
        let name = path.display().to_string();
        return Err(Box::new(Problem::error(name.clone(), "file-not-plain").with("path", name)));
    }
    *size += about.len();
    if *size > MAX as u64 {
        return Ok(File { name: String::new(), text: String::new() });
    }
    // A file that is still being written may grow while it is read.
    let mut text = String::new();
    let opened = std::fs::File::open(path).map_err(unreadable)?;
    let _ = opened.take(MAX as u64).read_to_string(&mut text).map_err(unreadable)?;
    let inside = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    Ok(File { name: parts.join("/"), text })
}
