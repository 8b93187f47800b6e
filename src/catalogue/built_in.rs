//! The files that come with the program, and folders that are laid out alike. Reads no meaning from them.

use super::read::File;
use crate::domain::problem::Problem;
use std::path::{Path, PathBuf};

macro_rules! files {
    ($($path:literal),* $(,)?) => {
        &[$((concat!("assets/", $path), include_str!(concat!("../../assets/", $path)))),*]
    };
}

/// What services may name.
const SHELF: &[(&str, &str)] = files![
    "codes/gefaehrliche_hunde.toml",
    "codes/gewanzv/2023.toml",
    "codes/hunde_bestimmter_rassen.toml",
    "codes/hwo_a.toml",
    "codes/immissionsschutz.toml",
    "codes/lebensmittel.toml",
    "filing-plan/2026.toml",
    "services/groups.toml",
    "services/papers.toml",
];

/// Letters, for what they can be filled with.
const LETTERS: &[(&str, &str)] = files![
    "letters/beglaubigung-abschrift/1.toml",
    "letters/beglaubigung-unterschrift/1.toml",
    "letters/bescheid/3.toml",
    "letters/bewohnerparkausweis/3.toml",
    "letters/eingangsbestaetigung/2.toml",
    "letters/empfangsbescheinigung/2.toml",
    "letters/fischereischein/2.toml",
    "letters/fundsache/1.toml",
    "letters/gestattung/2.toml",
    "letters/gewerbeauskunft/2.toml",
    "letters/grosser-hund/2.toml",
    "letters/hundesteuer-abmeldung/2.toml",
    "letters/hundesteuer-ermaessigung/2.toml",
    "letters/hundesteuer/2.toml",
    "letters/lebensbescheinigung/1.toml",
    "letters/osterfeuer/1.toml",
    "letters/plakatierung/2.toml",
    "letters/quittung/1.toml",
    "letters/registerauskunft/2.toml",
    "letters/sepa-mandat/2.toml",
    "letters/sondernutzung/2.toml",
    "letters/wohnberechtigungsschein/3.toml",
    "letters/serienbrief/2.toml",
];

const SERVICES: &[(&str, &str)] = files![
    "services/beglaubigung/2025-01-01.toml",
    "services/bewohnerparkausweis/2025-01-01.toml",
    "services/fischereischein/2026-01-01.toml",
    "services/fuehrungszeugnis-erweitert/2026-01-01.toml",
    "services/fuehrungszeugnis/2026-01-01.toml",
    "services/fundsache/2025-01-01.toml",
    "services/gestattung/2026-01-01.toml",
    "services/gewerbe-abmeldung/2025-11-01.toml",
    "services/gewerbe-anmeldung/2025-11-01.toml",
    "services/gewerbe-ummeldung/2025-11-01.toml",
    "services/gewerbeauskunft/2026-01-01.toml",
    "services/gewerbezentralregister/2026-01-01.toml",
    "services/grosser-hund/2026-01-01.toml",
    "services/hundesteuer-abmeldung/2026-01-01.toml",
    "services/hundesteuer-anmeldung/2025-01-01.toml",
    "services/hundesteuer-ermaessigung/2026-01-01.toml",
    "services/lebensbescheinigung/2026-01-01.toml",
    "services/osterfeuer/2026-01-01.toml",
    "services/plakatierung/2026-01-01.toml",
    "services/sondernutzung/2026-01-01.toml",
    "services/wohnberechtigungsschein/2025-01-01.toml",
    "services/wohnungsgeberbestaetigung/2026-01-01.toml",
];

fn file((name, text): &(&str, &str)) -> File {
    File { name: (*name).to_owned(), text: (*text).to_owned() }
}

/// All of them.
pub fn files() -> Vec<File> {
    SHELF.iter().chain(LETTERS).chain(SERVICES).map(file).collect()
}

/// What services may name. Letters are read when one is written: reading all takes longer than all the rest.
pub fn shelf() -> Vec<File> {
    SHELF.iter().map(file).collect()
}

/// The services.
pub fn services() -> Vec<File> {
    SERVICES.iter().map(file).collect()
}

/// Whether a file names a letter, as `"quittung/1"`.
fn names(file: &File, letter: &str) -> bool {
    let name = letter.trim_start_matches("assets/letters/").trim_end_matches(".toml");
    file.text.contains(&format!("\"{name}\""))
}

/// What services may name, but for files that are brought along under the same name.
pub fn shelf_without(brought: &[File]) -> Vec<File> {
    let is_brought = |name: &str| brought.iter().any(|file| ends_alike(&file.name, name));
    let letters = LETTERS.iter().filter(|(name, _)| brought.iter().any(|file| names(file, name)));
    SHELF.iter().chain(letters).filter(|(name, _)| !is_brought(name)).map(file).collect()
}

fn ends_alike(name: &str, built_in: &str) -> bool {
    built_in.strip_prefix("assets/").is_some_and(|tail| name.replace('\\', "/").ends_with(tail))
}

/// The TOML files of a folder, and the built-in ones that it does not bring. Errors: what cannot be read.
pub fn with_folder(folder: &Path) -> Result<Vec<File>, Vec<Problem>> {
    let (mut found, mut problems) = (Vec::new(), Vec::new());
    for path in walk(folder, &mut problems) {
        match std::fs::read_to_string(&path) {
            Ok(text) => found.push(File { name: path.display().to_string(), text }),
            Err(error) => problems.push(unreadable(&path, &error)),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut files = shelf_without(&found);
    files.append(&mut found);
    Ok(files)
}

/// Deepest folder, and most files, that are looked at: whoever chooses their home folder by mistake waits for nothing.
const DEEPEST: usize = 6;
const MOST: usize = 2_000;

/// The TOML files below a folder. Folders are not followed over links, so that no circle keeps anybody.
pub(super) fn walk(folder: &Path, problems: &mut Vec<Problem>) -> Vec<PathBuf> {
    let mut found = Vec::new();
    if !walk_below(folder, DEEPEST, &mut (0, &mut found), problems) {
        let place = folder.display().to_string();
        problems.push(Problem::error(place, "pack-folder-too-large").with("most", MOST));
    }
    found
}

/// The TOML files below a folder, as far as they are looked at. Reads none.
pub fn toml_files(folder: &Path) -> Vec<PathBuf> {
    walk(folder, &mut Vec::new())
}

/// Whether all of it was looked at.
fn walk_below(
    folder: &Path,
    deep: usize,
    seen: &mut (usize, &mut Vec<PathBuf>),
    problems: &mut Vec<Problem>,
) -> bool {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            problems.push(unreadable(folder, &error));
            return true;
        }
    };
    let room = MOST.saturating_sub(seen.0) + 1;
    let mut entries: Vec<std::fs::DirEntry> = entries.filter_map(Result::ok).take(room).collect();
    seen.0 += entries.len();
    if seen.0 > MOST {
        return false;
    }
    entries.sort_by_key(std::fs::DirEntry::path);
    for entry in entries {
        let (path, is_folder) = (entry.path(), entry.file_type().is_ok_and(|kind| kind.is_dir()));
        if is_folder {
            if deep == 0 || !walk_below(&path, deep - 1, seen, problems) {
                return false;
            }
        } else if !path.is_dir() && path.extension().is_some_and(|ending| ending == "toml") {
            seen.1.push(path);
        }
    }
    true
}

fn unreadable(path: &Path, error: &std::io::Error) -> Problem {
    Problem::error(path.display().to_string(), "catalogue-file-unreadable").with("message", error)
}
