//! What is written whole before anybody is shown it, and goes where it comes to nothing.

use super::{failed, free_name, is_free, write_new};
use crate::desk::error::DeskError;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

/// How the name of what waits ends.
const PART: &str = ".part";

/// A file or folder that lies on the disk under a name that nobody is shown. Dropped before it [stands](Self::stand), it goes.
#[derive(Debug)]
pub struct Waiting {
    whole: PathBuf,
    part: PathBuf,
    /// Held as long as it waits: so what an interrupted run has left is told from what another program is writing.
    _held: File,
}

impl Waiting {
    /// Writes a file. One of this name that is there already is not touched; another name is offered. Of two that write the same
    /// neither disturbs the other.
    pub fn file(path: &Path, bytes: &[u8]) -> Result<Self, DeskError> {
        Self::with(path.to_owned(), |part| {
            write_new(part, bytes)?;
            File::open(part).map_err(failed(part))
        })
    }

    /// Writes a folder with these files. One of this name that is there already is not touched.
    pub fn folder(out: &Path, name: &str, files: &[(PathBuf, Vec<u8>)]) -> Result<Self, DeskError> {
        Self::with(out.join(name), |part| {
            std::fs::create_dir(part).map_err(failed(part))?;
            let held = File::open(part).map_err(failed(part))?;
            let _ = held.try_lock();
            for (file, bytes) in files {
                let path = part.join(file);
                if let Some(folder) = path.parent() {
                    std::fs::create_dir_all(folder).map_err(failed(folder))?;
                }
                write_new(&path, bytes)?;
            }
            Ok(held)
        })
    }

    fn with(whole: PathBuf, write: impl FnOnce(&Path) -> Result<File, DeskError>) -> Result<Self, DeskError> {
        is_free(&whole)?;
        forget_left(&whole);
        let part = whole.with_file_name(format!("{}{}{PART}", hidden(&whole), std::process::id()));
        remove(&part).map_err(failed(&part))?;
        match write(&part) {
            Ok(held) => {
                // Where nothing can be held, on a share say, what is left stays until somebody takes it away.
                let _ = held.try_lock();
                Ok(Self { whole, part, _held: held })
            }
            Err(error) => {
                // Half of it is worse than none.
                let _ = remove(&part);
                Err(error)
            }
        }
    }

    /// Gives it its name, unless something has got that meanwhile. Returns its path.
    pub fn stand(self) -> Result<PathBuf, DeskError> {
        is_free(&self.whole)?;
        self.named(&self.whole)
    }

    /// Gives it its name, or one beside it where something has got that meanwhile. Returns its path.
    pub fn stand_somewhere(self) -> Result<PathBuf, DeskError> {
        let path = match is_free(&self.whole) {
            Ok(()) => self.whole.clone(),
            Err(taken) => free_name(&self.whole).ok_or(taken)?,
        };
        self.named(&path)
    }

    fn named(&self, path: &Path) -> Result<PathBuf, DeskError> {
        std::fs::rename(&self.part, path).map_err(failed(path))?;
        Ok(path.to_owned())
    }
}

impl Drop for Waiting {
    /// Half of it is worse than none; where even that fails, the next run takes it away.
    fn drop(&mut self) {
        let _ = remove(&self.part);
    }
}

/// How it begins: the program that writes it comes behind.
fn hidden(whole: &Path) -> String {
    format!(".{}.", whole.file_name().unwrap_or_default().to_string_lossy())
}

/// Takes away what interrupted runs have left of this; what somebody still writes is held and stays.
fn forget_left(whole: &Path) {
    let folder = whole.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let begins = hidden(whole);
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let number = name.strip_prefix(&begins).and_then(|rest| rest.strip_suffix(PART));
        if number.is_some_and(|number| number.parse::<u32>().is_ok())
            && File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok())
        {
            // Where that fails, the next run tries again.
            let _ = remove(&entry.path());
        }
    }
}

/// Removes a file or folder, where there is one.
fn remove(path: &Path) -> io::Result<()> {
    match std::fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
        Ok(about) if about.is_dir() => std::fs::remove_dir_all(path),
        Ok(_) => std::fs::remove_file(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_still_writes_stays_and_what_an_interrupted_run_left_goes() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        for left in [".Antwort.pdf.1.part", ".Antwort.pdf.2.part", ".Antwort.pdf.alt.part"] {
            write_new(&at(left), b"half").expect("written");
        }
        let other = File::open(at(".Antwort.pdf.1.part")).expect("there");
        other.try_lock().expect("another program writes it");
        let waits = Waiting::file(&at("Antwort.pdf"), b"whole").expect("written");
        assert!(at(".Antwort.pdf.1.part").exists(), "somebody writes it");
        assert!(!at(".Antwort.pdf.2.part").exists(), "nobody's");
        assert!(at(".Antwort.pdf.alt.part").exists(), "none of ours");
        assert_eq!(waits.stand().expect("named"), at("Antwort.pdf"));
        assert_eq!(std::fs::read(at("Antwort.pdf")).expect("there"), b"whole");
    }

    #[test]
    fn a_name_that_is_taken_meanwhile_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        let taken = || {
            let waits = Waiting::file(&at("Bescheid.pdf"), b"ours").expect("written");
            write_new(&at("Bescheid.pdf"), b"theirs").expect("in that second");
            waits
        };
        assert_eq!(taken().stand().expect_err("taken").problems()[0].id, "file-there");
        std::fs::remove_file(at("Bescheid.pdf")).expect("removed");
        assert_eq!(taken().stand_somewhere().expect("beside it"), at("Bescheid (2).pdf"));
        assert_eq!(std::fs::read(at("Bescheid.pdf")).expect("there"), b"theirs");
        assert_eq!(
            std::fs::read_dir(folder.path()).expect("listed").count(),
            2,
            "and nothing waits any more"
        );
    }
}
