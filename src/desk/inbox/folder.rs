//! The folder into which notices of other systems are put (Posteingang): which files lie there, what became of each, and what
//! would. Files are never changed or deleted.

use super::answer::Answer;
use super::back::Unsent;
use super::{At, Came, Understood, came, known};
use crate::catalogue::Service;
use crate::desk::error::DeskError;
use crate::desk::folder::{self, Entry};
use crate::desk::outside;
use crate::desk::person::from_answers;
use crate::desk::{Desk, Session};
use crate::domain::id::Digest;
use crate::domain::person::{display_name, fields};
use crate::domain::problem::{LocalText, Problem};
use crate::domain::user::may;
use crate::exchange::read::LARGEST;
use crate::store::{StoreError, read};
use chrono::{NaiveDate, NaiveDateTime};
use std::path::{Path, PathBuf};

/// Under this key the folder lies; it is this desk's own, because another has other folders.
const FOLDER: &str = "inbox.folder";
/// Files that are looked at, the newest first.
const LISTED: usize = 300;
/// Digits of a digest by which a file at the service is told from others, and the fewest that are taken for one.
const SHOWN: usize = 12;
const SHORTEST: usize = 8;

/// What lies in the inbox.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Inbox {
    /// The folder; nothing where none is set.
    pub folder: Option<PathBuf>,
    /// Its files, the newest first.
    pub letters: Vec<Letter>,
    /// How many older ones are not looked at.
    pub more: usize,
    /// Why the folder cannot be read.
    pub problems: Vec<Problem>,
    /// Answers to portals that are to go over the service of the Kreis and are not there yet.
    pub unsent: Vec<Unsent>,
}

impl Inbox {
    /// The file that is meant: by its name, by where it lies, or by the beginning of its digest at the service. Of several one that
    /// waits comes before those that do not.
    ///
    /// Errors: there is none, or several of them wait; the problem names where each lies.
    pub fn meant(&self, name: &str) -> Result<&Letter, DeskError> {
        let found: Vec<&Letter> = self.letters.iter().filter(|letter| letter.is_called(name)).collect();
        let waiting: Vec<&Letter> =
            found.iter().copied().filter(|letter| matches!(letter.standing, Standing::Waits(_))).collect();
        match (&waiting[..], &found[..]) {
            ([one], _) | ([], [one, ..]) => Ok(one),
            ([], []) => Err(Problem::error("--take-file", "inbox-gone").into()),
            (several, _) => {
                let places = several.iter().map(|letter| letter.place()).collect::<Vec<_>>().join(", ");
                let problem = Problem::error("--take-file", "inbox-several").with("name", name);
                Err(problem.with("count", several.len()).with("files", places).into())
            }
        }
    }
}

/// A file of the inbox.
#[derive(Debug, Clone, PartialEq)]
pub struct Letter {
    /// Where it lies.
    pub at: At,
    /// Its name.
    pub name: String,
    /// When it came.
    pub came_at: Option<NaiveDateTime>,
    /// How it stands.
    pub standing: Standing,
    /// How it is answered, for a file of the folder that is a case.
    pub answer: Option<Answer>,
}

impl Letter {
    /// Where it lies, as one says which is meant: its path, or how the service calls it.
    pub fn place(&self) -> String {
        match &self.at {
            At::File(path) => path.display().to_string(),
            At::Service(blob) => blob.to_string()[..SHOWN].to_owned(),
        }
    }

    fn is_called(&self, name: &str) -> bool {
        self.name == name
            || match &self.at {
                At::File(path) => path.display().to_string() == name,
                At::Service(blob) => {
                    name.len() >= SHORTEST && blob.to_string().starts_with(&name.to_lowercase())
                }
            }
    }
}

/// How a file stands.
#[derive(Debug, Clone, PartialEq)]
pub enum Standing {
    /// It can be taken in.
    Waits(Box<Waiting>),
    /// It was.
    Taken(Came),
    /// Its message was, as another file, or as a case that may not be read.
    Known,
    /// It cannot be taken in, and why not.
    Unreadable(Problem),
}

/// What a file would become.
#[derive(Debug, Clone, PartialEq)]
pub struct Waiting {
    /// What the service is called.
    pub service: LocalText,
    /// The service itself: what its fields and documents are called.
    pub of: &'static Service,
    /// Whom it is for.
    pub person: String,
    /// What is wrong or missing.
    pub problems: Vec<Problem>,
    /// Parts of the file that nothing was made of: line and name.
    pub unknown: Vec<(usize, String)>,
}

impl Desk {
    /// The folder of the inbox, where one is set.
    pub fn inbox_folder(&self) -> Result<Option<PathBuf>, DeskError> {
        let kept = self.store.read(|db| db.preference(None, FOLDER))?;
        Ok(kept.and_then(|json| serde_json::from_slice(&json).ok()))
    }

    /// Sets the folder of this desk's inbox; an empty path means none.
    ///
    /// Errors: it is no folder that can be read; whoever asks may not set what belongs to the desk.
    pub fn set_inbox_folder(&self, session: &Session, path: &str) -> Result<(), DeskError> {
        if !session.roles.iter().any(|role| may(*role, "value_set")) {
            return Err(DeskError::because("inbox-folder-may"));
        }
        let folder = PathBuf::from(path.trim());
        let none = folder.as_os_str().is_empty();
        if !none && (!folder.is_absolute() || !folder.is_dir()) {
            return Err(Problem::error("inbox_folder", "inbox-folder-none").with("path", path.trim()).into());
        }
        if !none {
            let _ = folder::list(&folder)?;
        }
        let json = serde_json::to_vec(&folder).map_err(StoreError::from)?;
        let kept = (!none).then_some(json.as_slice());
        let _ = self.store.write(|tx| tx.set_preference(None, FOLDER, kept).map_err(DeskError::from))?;
        Ok(())
    }

    /// What lies in the inbox, as whoever asks may take it in.
    pub fn inbox(&self, session: &Session) -> Result<Inbox, DeskError> {
        let (arrived, unsent) = (self.letters_arrived(session)?, self.unsent_answers(session)?);
        let Some(folder) = self.inbox_folder()? else {
            return Ok(Inbox { letters: arrived, unsent, ..Inbox::default() });
        };
        let listing = match folder::list(&folder) {
            Ok(listing) => listing,
            Err(error) => {
                let problems = error.problems();
                return Ok(Inbox { folder: Some(folder), problems, letters: arrived, more: 0, unsent });
            }
        };
        let mut files: Vec<Entry> = listing.entries.into_iter().filter(is_message).collect();
        files.sort_by(|a, b| (b.changed, &a.name).cmp(&(a.changed, &b.name)));
        let more = files.len().saturating_sub(LISTED);
        files.truncate(LISTED);
        let letters = files.into_iter().map(|file| self.in_inbox(session, file));
        let mut letters = letters.collect::<Result<Vec<_>, DeskError>>()?;
        self.see_answers(&mut letters)?;
        letters.extend(arrived);
        letters.sort_by_key(|letter| std::cmp::Reverse(letter.came_at));
        Ok(Inbox { folder: Some(folder), letters, more, problems: Vec::new(), unsent })
    }

    fn in_inbox(&self, session: &Session, file: Entry) -> Result<Letter, DeskError> {
        let standing = self.stands_in_inbox(session, &file)?;
        let Entry { name, path, changed, .. } = file;
        Ok(Letter { at: At::File(path), name, came_at: changed, standing, answer: None })
    }

    fn stands_in_inbox(&self, session: &Session, file: &Entry) -> Result<Standing, DeskError> {
        if file.size > LARGEST as u64 {
            let megabytes = LARGEST / 1024 / 1024;
            return Ok(Standing::Unreadable(
                Problem::error("", "xml-too-large").with("megabytes", megabytes),
            ));
        }
        let bytes = match outside::read(&file.path) {
            Ok(read) => read.bytes,
            Err(error) => return Ok(unreadable(&error)),
        };
        self.stands(session, &file.path.display().to_string(), &bytes, None)
    }

    /// How a file of this digest stands that was taken in, here or at another desk.
    pub(super) fn was_taken(&self, session: &Session, blob: Digest) -> Result<Option<Standing>, DeskError> {
        let Some(came) = self.store.read(|db| came(db, blob))? else { return Ok(None) };
        // Which case it became is told to those who may read it.
        let hidden = match &came {
            Came::Case(id, _) => self.query(|db| read::case_by_id(db, &session.reads, *id))?.is_none(),
            Came::Draft(_) => false,
        };
        Ok(Some(if hidden { Standing::Known } else { Standing::Taken(came) }))
    }

    /// How a file with these bytes stands.
    pub(super) fn stands(
        &self,
        session: &Session,
        place: &str,
        bytes: &[u8],
        received_on: Option<NaiveDate>,
    ) -> Result<Standing, DeskError> {
        if let Some(taken) = self.was_taken(session, Digest::of(&[bytes]))? {
            return Ok(taken);
        }
        let Understood { intake, uuid, unknown, .. } =
            match self.understood(session, place, bytes, received_on) {
                Ok(understood) => understood,
                Err(error) => return Ok(unreadable(&error)),
            };
        if self.store.read(|db| known(db, &uuid))? {
            return Ok(Standing::Known);
        }
        let service = self.service_of_intake(&intake)?;
        let person = from_answers(service, &intake.answers);
        let get = |field| person.get(field).map_or("", String::as_str);
        let person = display_name(get(fields::FAMILY), get(fields::GIVEN));
        let problems = self.assess(session, &intake)?.problems;
        let of = service;
        Ok(Standing::Waits(Box::new(Waiting {
            service: service.name.clone(),
            of,
            person,
            problems,
            unknown,
        })))
    }
}

pub(super) fn unreadable(error: &DeskError) -> Standing {
    let first = error.problems().into_iter().next();
    Standing::Unreadable(first.unwrap_or_else(|| Problem::error("", "xga-none")))
}

fn is_message(entry: &Entry) -> bool {
    let ending = entry.path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    !entry.folder && ending == "xml" && !entry.name.starts_with('.')
}

/// A number that changes when a file of the folder changes, comes or goes. Reads no file.
pub fn stamp(folder: &Path) -> Digest {
    let mut told: Vec<String> = folder::list(folder).map_or_else(
        |error| error.problems().into_iter().map(|problem| problem.id).collect(),
        |listing| {
            let line = |entry: &Entry| format!("{} {} {:?}", entry.name, entry.size, entry.changed);
            listing.entries.iter().filter(|entry| is_message(entry)).map(line).collect()
        },
    );
    told.sort();
    Digest::of(&told.iter().map(String::as_bytes).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;

    fn waits() -> Standing {
        let of = Catalogue::built_in().services().next().expect("a service");
        let (service, person) = (of.name.clone(), String::new());
        Standing::Waits(Box::new(Waiting { service, of, person, problems: Vec::new(), unknown: Vec::new() }))
    }

    fn letter(at: At, standing: Standing) -> Letter {
        Letter { at, name: "anzeige.xml".to_owned(), came_at: None, standing, answer: None }
    }

    /// Two portals call their files the same: which one is meant is said, never guessed.
    #[test]
    fn of_several_files_of_one_name_the_one_that_waits_is_meant_and_two_are_told() {
        let (folder, service) =
            (At::File("/posteingang/anzeige.xml".into()), At::Service(Digest([0xab; 32])));
        let inbox = |letters: &[Letter]| Inbox { letters: letters.to_vec(), ..Inbox::default() };
        let known = letter(folder.clone(), Standing::Known);
        let lies = letter(service.clone(), waits());
        let both = inbox(&[known.clone(), lies.clone()]);
        let meant = |inbox: &Inbox, name: &str| inbox.meant(name).expect("one").at.clone();
        let refused = |inbox: &Inbox, name: &str| inbox.meant(name).expect_err("none").problems().remove(0);
        assert_eq!(meant(&both, "anzeige.xml"), service);
        assert_eq!(meant(&inbox(&[known]), "anzeige.xml"), folder, "taking it says why not");
        let two = inbox(&[letter(folder.clone(), waits()), lies]);
        let told = refused(&two, "anzeige.xml");
        assert_eq!((told.id.as_str(), told.args["count"].as_str()), ("inbox-several", "2"));
        let places = ["/posteingang/anzeige.xml", "abababababab"];
        assert_eq!(told.args["files"], places.join(", "));
        assert_eq!(places.map(|place| meant(&two, place)), [folder, service], "what was told is taken");
        assert_eq!(refused(&two, "abab").id, "inbox-gone", "too short");
    }
}
