//! Where things lie: the data folder with the database, the state folder with anchor and lock. Opens no database.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// The two folders of an installation. The key lies in neither.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The database. What is copied for a backup.
    pub data: PathBuf,
    /// What must not be copied with it: the anchor, the lock of the window.
    pub state: PathBuf,
}

impl Place {
    /// The database.
    pub fn database(&self) -> PathBuf {
        self.data.join("amtsstube.db")
    }

    /// Tells a wrong key from a broken file: a digest of the key, of no use to guess it.
    pub(super) fn key_check(&self) -> PathBuf {
        self.data.join("amtsstube.keycheck")
    }

    /// The write-ahead log.
    pub(super) fn log(&self) -> PathBuf {
        self.data.join("amtsstube.db-wal")
    }

    /// Copies the write-ahead log aside, the first time: the database turned out not to be the newest, and SQLite forgets
    /// whatever follows a damaged place as soon as it writes. Somebody who knows the format may get it back from there.
    pub(super) fn keep_log(&self) {
        let (log, kept) = (self.log(), self.data.join("amtsstube.db-wal.kept"));
        let is_there = fs::metadata(&log).is_ok_and(|log| log.len() > 0);
        if is_there && !kept.exists() {
            let copied = fs::copy(&log, &kept);
            tracing::warn!(file = %kept.display(), ?copied, "the write-ahead log is kept");
        }
    }

    /// Makes both folders, readable by their owner alone.
    pub(super) fn make(&self) -> io::Result<()> {
        [&self.data, &self.state].into_iter().try_for_each(|dir| make_private_dir(dir))
    }
}

/// Makes a folder that only its owner reads; one that exists stays as it is.
pub(super) fn make_private_dir(dir: &Path) -> io::Result<()> {
    if dir.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(dir)?;
    #[cfg(unix)]
    fs::set_permissions(dir, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    Ok(())
}

/// Writes a file that only its owner reads, and syncs it. Not atomic: rename it afterwards.
pub(super) fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = create_private(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Makes an empty file that only its owner reads.
pub(super) fn create_private(path: &Path) -> io::Result<File> {
    let mut options = fs::OpenOptions::new();
    let _ = options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    let _ = std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Replaces a file as a whole: either the old or the new content stands there, whatever happens.
pub(super) fn replace_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let dir = path.parent().unwrap_or(Path::new("."));
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    let new = dir.join(name);
    write_private(&new, bytes)?;
    fs::rename(&new, path)?;
    sync_dir(dir)
}

/// Makes a rename last.
pub(super) fn sync_dir(dir: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(dir)?.sync_all() } else { Ok(()) }
}
