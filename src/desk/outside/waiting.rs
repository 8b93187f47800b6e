//! What is written whole before anybody is shown it, and goes where it comes to nothing.

use super::{failed, free_name, is_free, taken, write_new};
use crate::desk::error::DeskError;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// How the name of what waits ends.
const PART: &str = ".part";
/// So many names are tried.
const ATTEMPTS: u32 = 99;

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
        let (waits, mut file) =
            Self::begun(path.to_owned(), |part| OpenOptions::new().write(true).create_new(true).open(part))?;
        let written = file.write_all(bytes).and_then(|()| file.sync_all());
        written.map_err(failed(path))?;
        Ok(waits)
    }

    /// Writes a folder with these files. One of this name that is there already is not touched.
    pub fn folder(out: &Path, name: &str, files: &[(PathBuf, Vec<u8>)]) -> Result<Self, DeskError> {
        let (waits, _) = Self::begun(out.join(name), |part| {
            std::fs::create_dir(part)?;
            File::open(part)
        })?;
        for (file, bytes) in files {
            let path = waits.part.join(file);
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder).map_err(failed(folder))?;
            }
            write_new(&path, bytes)?;
        }
        Ok(waits)
    }

    /// Makes it under a name that nothing has and holds it before anything is in it. Where nothing can be held, on a share say, what an
    /// interrupted run leaves stays there.
    fn begun(whole: PathBuf, make: impl Fn(&Path) -> io::Result<File>) -> Result<(Self, File), DeskError> {
        is_free(&whole)?;
        forget_left(&whole);
        let begins = hidden(&whole);
        for number in 0..ATTEMPTS {
            let part = whole.with_file_name(format!("{begins}{}-{number}{PART}", std::process::id()));
            let held = match make(&part) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
                made => made.map_err(failed(&part))?,
            };
            // Whoever takes it for somebody's leavings in this moment has it, and takes it away.
            if matches!(held.try_lock(), Err(TryLockError::WouldBlock)) || !part.exists() {
                continue;
            }
            let file = held.try_clone().map_err(failed(&part))?;
            return Ok((Self { whole, part, _held: held }, file));
        }
        Err(taken(&whole))
    }

    /// Gives it its name, unless something has got that meanwhile. Returns its path.
    pub fn stand(mut self) -> Result<PathBuf, DeskError> {
        let whole = self.whole.clone();
        self.named(whole)
    }

    /// Gives it its name, or one beside it where something has got that meanwhile. Returns its path.
    pub fn stand_somewhere(mut self) -> Result<PathBuf, DeskError> {
        let whole = self.whole.clone();
        let mut stands = self.named(whole.clone());
        for _ in 0..ATTEMPTS {
            let Some(other) = free_name(&whole).filter(|_| stands.is_err() && whole.exists()) else { break };
            stands = self.named(other);
        }
        stands
    }

    /// A second name is refused where something has it; a rename would take its place. Where there are no second names, for folders
    /// and on sticks, it is looked before.
    fn named(&mut self, path: PathBuf) -> Result<PathBuf, DeskError> {
        match std::fs::hard_link(&self.part, &path) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(taken(&path)),
            Err(_) => {
                is_free(&path)?;
                std::fs::rename(&self.part, &path).map_err(failed(&path))?;
                // Its first name is anybody's from now on.
                self.part = PathBuf::new();
            }
        }
        Ok(path)
    }
}

impl Drop for Waiting {
    /// The first name of what stands goes, and all of what does not; where that fails, the next run takes it away.
    fn drop(&mut self) {
        let _ = remove(&self.part);
    }
}

/// How it begins: behind it come the program that writes it and a number.
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
        let is_number = |number: &str| number.split('-').all(|part| part.parse::<u32>().is_ok());
        if number.is_some_and(is_number) && File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok())
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
        for left in [".Antwort.pdf.1-0.part", ".Antwort.pdf.2-0.part", ".Antwort.pdf.alt.part"] {
            write_new(&at(left), b"half").expect("written");
        }
        let other = File::open(at(".Antwort.pdf.1-0.part")).expect("there");
        other.try_lock().expect("another program writes it");
        let waits = Waiting::file(&at("Antwort.pdf"), b"whole").expect("written");
        assert!(at(".Antwort.pdf.1-0.part").exists(), "somebody writes it");
        assert!(!at(".Antwort.pdf.2-0.part").exists(), "nobody's");
        assert!(at(".Antwort.pdf.alt.part").exists(), "none of ours");
        let beside =
            Waiting::file(&at("Antwort.pdf"), b"whole").expect("of the same program, at the same moment");
        assert_eq!(waits.stand().expect("named"), at("Antwort.pdf"));
        assert_eq!(beside.stand().expect_err("the other was quicker").problems()[0].id, "file-there");
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
