//! Files outside the database: read to be attached, written to be taken along. Knows no case and stores nothing.

mod waiting;

pub use waiting::Waiting;

use super::error::DeskError;
use crate::domain::problem::Problem;
use crate::paper::raster;
use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

/// Largest file that can be attached, in bytes.
pub const LARGEST_FILE: u64 = 25 * 1024 * 1024;

/// How many names are tried beside one that is taken.
const OTHER_NAMES: u32 = 99;

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fetched {
    /// Its name, without folder and without what no line of a list can show.
    pub name: String,
    /// Its media type, by content where that says it, else by ending.
    pub media: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

fn failed(path: &Path) -> impl FnOnce(io::Error) -> DeskError {
    let path = path.display().to_string();
    move |source| DeskError::File { path, source }
}

fn refused_because(path: &Path, id: &str) -> DeskError {
    let name = path.display().to_string();
    Problem::error(name.clone(), id).with("path", name).into()
}

/// Reads a file to be attached: an ordinary file that is neither empty nor larger than [`LARGEST_FILE`].
pub fn read(path: &Path) -> Result<Fetched, DeskError> {
    let about = std::fs::metadata(path).map_err(failed(path))?;
    if about.is_dir() {
        return Err(refused_because(path, "file-is-folder"));
    }
    // A pipe or a device may never come to an end.
    if !about.is_file() {
        return Err(refused_because(path, "file-not-plain"));
    }
    let mut bytes = Vec::new();
    // A file that is still being written may grow while it is read.
    let limit = LARGEST_FILE + 1;
    let _ =
        File::open(path).map_err(failed(path))?.take(limit).read_to_end(&mut bytes).map_err(failed(path))?;
    if bytes.len() as u64 > LARGEST_FILE {
        let problem = Problem::error(path.display().to_string(), "file-too-large");
        return Err(problem.with("megabytes", LARGEST_FILE / 1024 / 1024).into());
    }
    if bytes.is_empty() {
        return Err(refused_because(path, "file-empty"));
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = name.chars().filter(|c| !c.is_control()).collect();
    let media = raster::media_type(&bytes).unwrap_or_else(|| by_ending(path));
    Ok(Fetched { name, media, bytes })
}

/// Reads a text in UTF-8 that somebody wrote for a command: an ordinary file, not larger than [`LARGEST_FILE`]; it may be empty.
///
/// Errors: why it cannot be read, in words and with what to do.
pub fn read_text(path: &Path) -> Result<String, DeskError> {
    let about = std::fs::metadata(path).map_err(failed(path))?;
    if about.is_dir() {
        return Err(refused_because(path, "file-is-folder"));
    }
    let mut bytes = Vec::new();
    let opened = File::open(path).map_err(failed(path))?;
    let _ = opened.take(LARGEST_FILE).read_to_end(&mut bytes).map_err(failed(path))?;
    String::from_utf8(bytes).map_err(|_| refused_because(path, "file-no-text"))
}

/// Refuses where the folder is not there that something is to be written into.
pub fn has_folder(path: &Path) -> Result<(), DeskError> {
    match path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        Some(folder) if !folder.is_dir() => Err(refused_because(folder, "folder-gone")),
        _ => Ok(()),
    }
}

fn by_ending(path: &Path) -> &'static str {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    match ending.as_str() {
        "txt" => "text/plain",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "odt" => "application/vnd.oasis.opendocument.text",
        _ => "application/octet-stream",
    }
}

/// Refuses where [`write_new`] would, as far as that is known before.
pub fn is_free(path: &Path) -> Result<(), DeskError> {
    has_folder(path)?;
    if path.exists() { Err(taken(path)) } else { Ok(()) }
}

/// Writes a new file: whole, or not at all. A file that is there already is not touched; another name is offered.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), DeskError> {
    has_folder(path)?;
    // `create_new` touches no file that is there, also on a stick that knows no links.
    let mut file = match OpenOptions::new().write(true).create_new(true).open(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(taken(path)),
        other => other.map_err(failed(path))?,
    };
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    written.map_err(|error| {
        // Half a paper is worse than none; where even that fails, the error names the file.
        let _ = std::fs::remove_file(path);
        failed(path)(error)
    })
}

/// Makes a folder, where there is none.
pub fn make_folder(path: &Path) -> Result<(), DeskError> {
    std::fs::create_dir_all(path).map_err(failed(path))
}

/// Writes a new folder with these files: whole, or not at all. Returns its path.
pub fn write_folder(out: &Path, name: &str, files: &[(PathBuf, Vec<u8>)]) -> Result<PathBuf, DeskError> {
    Waiting::folder(out, name, files)?.stand()
}

fn taken(path: &Path) -> DeskError {
    let name = path.display().to_string();
    let mut problem = Problem::error(name.clone(), "file-there").with("path", name);
    problem.fix = free_name(path).map(|free| free.display().to_string());
    problem.into()
}

/// A name beside this one that is free: `Bescheid (2).pdf`.
fn free_name(path: &Path) -> Option<PathBuf> {
    let stem = path.file_stem()?.to_string_lossy();
    let ending = path.extension().map_or_else(String::new, |ending| format!(".{}", ending.to_string_lossy()));
    let name = |count: u32| path.with_file_name(format!("{stem} ({count}){ending}"));
    (2..=OTHER_NAMES).map(name).find(|other| !other.exists())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refusal(path: &Path) -> Problem {
        read(path).expect_err("refused").problems().remove(0)
    }

    #[test]
    fn what_cannot_be_attached_is_told_by_its_reason() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("leer.pdf"), b"").expect("written");
        let large = File::create(at("groß.pdf")).expect("made");
        large.set_len(LARGEST_FILE + 1).expect("grown");
        assert_eq!(refusal(&at("leer.pdf")).id, "file-empty");
        assert_eq!(refusal(&at("groß.pdf")).id, "file-too-large");
        assert_eq!(refusal(folder.path()).id, "file-is-folder");
        assert_eq!(refusal(&at("weg.pdf")).id, "file-gone");
        assert_eq!(refusal(Path::new("/dev/null")).id, "file-not-plain");
        large.set_len(LARGEST_FILE).expect("shrunk");
        assert_eq!(read(&at("groß.pdf")).expect("just small enough").bytes.len() as u64, LARGEST_FILE);
    }

    #[test]
    fn a_file_is_what_its_bytes_say() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("Scan\n1.dat");
        std::fs::write(&path, b"%PDF-1.7 ...").expect("written");
        let file = read(&path).expect("read");
        assert_eq!((file.name.as_str(), file.media), ("Scan1.dat", "application/pdf"));
    }

    #[test]
    fn nothing_is_overwritten_and_a_free_name_is_offered() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("Quittung.pdf");
        write_new(&path, b"one").expect("written");
        write_new(&folder.path().join("Quittung (2).pdf"), b"two").expect("written");
        let problem = write_new(&path, b"other").expect_err("there already").problems().remove(0);
        assert_eq!(problem.id, "file-there");
        assert!(problem.fix.is_some_and(|free| free.ends_with("Quittung (3).pdf")));
        assert_eq!(std::fs::read(&path).expect("still there"), b"one");
        let nowhere = folder.path().join("Stick").join("a.pdf");
        assert_eq!(write_new(&nowhere, b"x").expect_err("no folder").problems()[0].id, "folder-gone");
    }

    #[test]
    fn what_is_not_there_is_told_in_words_and_with_what_to_do() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        let text = |path: &Path| read_text(path).map_err(|error| error.problems().remove(0).id);
        assert_eq!(text(&at("fehlt.toml")), Err("file-gone".to_owned()));
        assert_eq!(text(folder.path()), Err("file-is-folder".to_owned()));
        std::fs::write(at("alt.toml"), b"M\xfcller").expect("written");
        assert_eq!(text(&at("alt.toml")), Err("file-no-text".to_owned()));
        std::fs::write(at("neu.toml"), "Müller").expect("written");
        assert_eq!(text(&at("neu.toml")), Ok("Müller".to_owned()));
        let missing = at("weg/brief.pdf");
        let refused = write_new(&missing, b"x").expect_err("refused").problems().remove(0);
        assert_eq!(
            (refused.id.as_str(), refused.args["path"].as_str()),
            ("folder-gone", at("weg").to_str().expect("a path"))
        );
        let refused = write_folder(&at("weg"), "Auskunft", &[]).expect_err("refused").problems().remove(0);
        assert_eq!(refused.id, "folder-gone");
    }
}
