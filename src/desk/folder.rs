//! Folders as a clerk looks through them: what lies there, and where one may begin. Opens no file, decides no order.
//!
//! Everything here may take long where a folder lies on a network: the window asks beside its own thread.

use super::Desk;
use super::error::DeskError;
use super::session::Session;
use crate::store::StoreError;
use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Europe::Berlin;
use directories::UserDirs;
use std::fs::{DirEntry, read_dir};
use std::path::{Path, PathBuf};

/// Something in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name, as far as it can be written.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// Whether it is a folder.
    pub folder: bool,
    /// Bytes of a file.
    pub size: u64,
    /// When it last changed, at the counter's clock; nothing where the system does not say.
    pub changed: Option<NaiveDateTime>,
}

/// What lies in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The folder, without detours.
    pub folder: PathBuf,
    /// Folders and ordinary files in it, in no order.
    pub entries: Vec<Entry>,
}

/// A place to begin at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The user's documents.
    Documents,
    /// What was downloaded.
    Downloads,
    /// What lies on the desk top.
    Desktop,
    /// The user's own folder.
    Home,
    /// A stick or another medium that can be taken out.
    Removable,
}

/// A place to begin at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    /// What it is.
    pub kind: Kind,
    /// Where it is.
    pub path: PathBuf,
}

/// What a folder is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To attach what lies there.
    Attach,
    /// To save there.
    Save,
}

impl Purpose {
    fn preference(self) -> &'static str {
        match self {
            Self::Attach => "folder.attach",
            Self::Save => "folder.save",
        }
    }
}

/// What lies in a folder.
pub fn list(folder: &Path) -> Result<Listing, DeskError> {
    let failed = |source| DeskError::File { path: folder.display().to_string(), source };
    let folder_of = std::path::absolute(folder).map_err(failed)?;
    let mut entries = Vec::new();
    for entry in read_dir(&folder_of).map_err(failed)? {
        entries.extend(self::entry(&entry.map_err(failed)?));
    }
    Ok(Listing { folder: folder_of, entries })
}

/// A folder or an ordinary file, also where a link leads to one; nothing for devices and links to nowhere.
fn entry(entry: &DirEntry) -> Option<Entry> {
    let path = entry.path();
    let about = std::fs::metadata(&path).ok()?;
    let changed = about.modified().ok().map(|moment| DateTime::<Utc>::from(moment).with_timezone(&Berlin));
    (about.is_dir() || about.is_file()).then(|| Entry {
        name: entry.file_name().to_string_lossy().into_owned(),
        path,
        folder: about.is_dir(),
        size: about.len(),
        changed: changed.map(|moment| moment.naive_local()),
    })
}

/// Where one may begin: the user's own folders, then every medium that is put in.
pub fn starts() -> Vec<Start> {
    let mut starts = Vec::new();
    let mut add = |kind, path: Option<&Path>| {
        starts.extend(path.filter(|path| path.is_dir()).map(|path| Start { kind, path: path.to_owned() }));
    };
    if let Some(dirs) = UserDirs::new() {
        add(Kind::Documents, dirs.document_dir());
        add(Kind::Downloads, dirs.download_dir());
        add(Kind::Desktop, dirs.desktop_dir());
        add(Kind::Home, Some(dirs.home_dir()));
    }
    let mounts = std::fs::read_to_string("/proc/mounts").unwrap_or_default();
    starts.extend(media(&mounts).into_iter().map(|path| Start { kind: Kind::Removable, path }));
    starts
}

/// Media that are put in, by the system's own list of what is mounted.
fn media(mounts: &str) -> Vec<PathBuf> {
    let places = mounts.lines().filter_map(|line| line.split(' ').nth(1));
    // Blanks in names are written as octal numbers there.
    let paths = places.map(|place| place.replace("\\040", " ").replace("\\011", "\t"));
    let removable = |path: &String| ["/media/", "/run/media/"].iter().any(|root| path.starts_with(root));
    let mut media: Vec<PathBuf> = paths.filter(removable).map(PathBuf::from).collect();
    media.sort();
    media.dedup();
    media
}

impl Desk {
    /// The folder with which looking begins: where the user last found or saved something, if it is still there.
    pub fn begin_folder(&self, session: &Session, purpose: Purpose) -> Result<PathBuf, DeskError> {
        let kept = self.store.read(|db| db.preference(Some(session.user), purpose.preference()))?;
        let kept = kept.and_then(|json| serde_json::from_slice::<PathBuf>(&json).ok());
        let first = || starts().into_iter().next().map(|start| start.path);
        Ok(kept.filter(|folder| folder.is_dir()).or_else(first).unwrap_or_else(|| PathBuf::from("/")))
    }

    /// Remembers the folder of a file that was found or saved.
    pub(super) fn remember_folder(
        &self,
        session: &Session,
        purpose: Purpose,
        file: &Path,
    ) -> Result<(), DeskError> {
        let Ok(file) = std::path::absolute(file) else { return Ok(()) };
        // A folder whose name is no text is not worth failing for.
        let Some(json) = file.parent().and_then(|folder| serde_json::to_vec(folder).ok()) else {
            return Ok(());
        };
        let key = purpose.preference();
        // Nor is a note that cannot be written: what was asked for is done already.
        let noted = self.store.write(|tx| tx.set_preference(Some(session.user), key, Some(&json)));
        Ok(noted.map(drop).or_else(StoreError::unless_unwritable)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_and_files_are_listed_and_links_to_nowhere_are_not() {
        let root = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(root.path().join("Scans")).expect("made");
        std::fs::write(root.path().join("a.pdf"), b"12345").expect("written");
        #[cfg(unix)]
        std::os::unix::fs::symlink("nirgends", root.path().join("Verweis")).expect("linked");
        let mut listing = list(root.path()).expect("listed");
        listing.entries.sort_by(|a, b| a.name.cmp(&b.name));
        let seen: Vec<_> = listing.entries.iter().map(|e| (e.name.as_str(), e.folder)).collect();
        assert_eq!(seen, [("Scans", true), ("a.pdf", false)]);
        assert_eq!(listing.entries[1].size, 5);
        assert_eq!(list(&root.path().join("weg")).expect_err("gone").problems()[0].id, "file-gone");
    }

    #[test]
    fn a_stick_is_found_by_what_is_mounted() {
        let mounts = "/dev/sda1 / ext4 rw 0 0\n/dev/sdb1 /media/clerk/STICK\\0402 vfat rw 0 0\n\
                      /dev/sr0 /run/media/clerk/CD iso9660 ro 0 0\nproc /proc proc rw 0 0\n";
        let found = media(mounts);
        assert_eq!(found, [Path::new("/media/clerk/STICK 2"), Path::new("/run/media/clerk/CD")]);
        assert!(media("").is_empty());
    }
}
