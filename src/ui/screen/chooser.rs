//! Choosing a file, or a place to save one, by keyboard alone: one line that filters and takes paths, and the folder
//! below it. Needs no help of the system. Reads no folder itself: [`Wanted`] says what is to be read.

mod line;
mod run;
mod seen;
mod view;

pub use run::{run, run_alone};
pub use view::fills;

use super::beside::Outcome;
use crate::desk::folder::{Entry, Listing, Purpose, Start};
use crate::domain::problem::Problem;
use crate::ui::shortcut::Shortcut;
use std::path::{Path, PathBuf};

/// Id of the line.
pub const LINE: &str = "chooser";
/// Id of the folder's table.
pub const LIST: &str = "chooser-list";

/// By what the folder is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    Name,
    Size,
    Changed,
}

/// A file being chosen.
#[derive(Debug, Clone)]
pub struct State {
    purpose: Purpose,
    /// What is saved becomes a folder.
    makes_folder: bool,
    /// What the name of a file that is saved ends with, unless another ending is typed.
    ending: Option<String>,
    /// What is typed: a filter, a name, or a path.
    line: String,
    /// The folder that is seen; nothing until the first one is read.
    folder: Option<PathBuf>,
    /// The folder that was seen when a path began to be typed: it is meant from there, whatever is seen meanwhile.
    base: Option<PathBuf>,
    /// The folder that is being read.
    asked: Option<PathBuf>,
    entries: Vec<Entry>,
    /// What is seen of them, in order.
    shown: Vec<usize>,
    selected: Option<usize>,
    starts: Vec<Start>,
    by: By,
    up: bool,
    /// Enter was pressed while a folder was being read.
    waits: bool,
    /// What was chosen is being read or written.
    busy: bool,
    problems: Vec<Problem>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The places to begin at, and the first folder.
    Begun(Vec<Start>, Outcome<Listing>),
    /// A folder is read, or why not.
    Listed(PathBuf, Outcome<Listing>),
    /// In the line.
    Typed(String),
    /// Tab in the line.
    Completed,
    /// An arrow in the line.
    Moved(i32),
    /// A row was chosen.
    Selected(usize),
    /// Enter on a row.
    Opened(usize),
    /// Enter in the line, or the button.
    Taken,
    /// A place to begin at.
    StartPressed(usize),
    /// The title of a column.
    Sorted(usize),
    /// The free name that was offered.
    OfferTaken,
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// Nothing more.
    Nothing,
    /// The folder with which looking begins.
    Begin(Purpose),
    /// A folder.
    List(PathBuf),
    /// This file, to be read or to be made. The choosing stays open until that is done or refused.
    File(PathBuf),
}

/// What a command of the window is while a file is chosen: taken, or `closes`.
pub fn shortcut<M>(shortcut: Shortcut, wrap: impl FnOnce(Message) -> M, closes: M) -> Option<M> {
    match shortcut {
        Shortcut::Finish => Some(wrap(Message::Taken)),
        Shortcut::Escape => Some(closes),
        _ => None,
    }
}

impl State {
    /// A file to be attached.
    pub fn open() -> (Self, Wanted) {
        Self::new(Purpose::Attach, String::new())
    }

    /// A place to save, with a name to begin with.
    pub fn save(name: String) -> (Self, Wanted) {
        let ending = ending_of(&name).map(str::to_owned);
        let (state, wanted) = Self::new(Purpose::Save, name);
        (Self { ending, ..state }, wanted)
    }

    /// A place for a new folder, with a name to begin with.
    pub fn save_folder(name: String) -> (Self, Wanted) {
        let (state, wanted) = Self::save(name);
        (Self { makes_folder: true, ending: None, ..state }, wanted)
    }

    fn new(purpose: Purpose, line: String) -> (Self, Wanted) {
        let state = Self {
            purpose,
            makes_folder: false,
            ending: None,
            line,
            folder: None,
            base: None,
            asked: None,
            entries: Vec::new(),
            shown: Vec::new(),
            selected: None,
            starts: Vec::new(),
            // What was scanned last is what one looks for.
            by: By::Changed,
            up: false,
            waits: false,
            busy: false,
            problems: Vec::new(),
        };
        (state, Wanted::Begin(purpose))
    }

    /// The file could not be read or written: told above the line, and something else can be chosen.
    pub fn refused(&mut self, problems: Vec<Problem>) {
        self.busy = false;
        self.problems = problems;
    }

    /// Whether what was chosen is being read or written.
    pub fn is_busy(&self) -> bool {
        self.busy
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Wanted {
        if self.busy {
            return Wanted::Nothing;
        }
        match message {
            Message::Begun(starts, listing) => {
                self.starts = starts;
                if self.folder.is_none() && self.asked.is_none() {
                    return self.listed(listing);
                }
            }
            Message::Listed(folder, listing) if self.asked.as_ref() == Some(&folder) => {
                self.asked = None;
                return self.listed(listing);
            }
            // Another folder is wanted meanwhile.
            Message::Listed(..) => {}
            Message::Typed(line) => return self.typed(line),
            Message::Completed => {
                if let Some(line) = self.completion() {
                    return self.typed(line);
                }
            }
            Message::Moved(by) => self.step(by),
            Message::Selected(at) => self.selected = Some(at),
            Message::Opened(at) => return self.opened(at),
            Message::Taken => return self.taken(),
            Message::StartPressed(at) => {
                if let Some(start) = self.starts.get(at) {
                    return self.go(start.path.clone());
                }
            }
            Message::Sorted(column) => {
                let by = [By::Name, By::Size, By::Changed].get(column).copied().unwrap_or(By::Name);
                self.up = if self.by == by { !self.up } else { by == By::Name };
                self.by = by;
                self.arrange();
            }
            Message::OfferTaken => {
                if let Some(free) = self.problems.iter().find_map(|problem| problem.fix.clone()) {
                    line::last(&free).clone_into(&mut self.line);
                    self.base = None;
                    self.problems.clear();
                }
            }
        }
        Wanted::Nothing
    }

    fn typed(&mut self, line: String) -> Wanted {
        self.problems.clear();
        self.line = line;
        if !self.line.contains('/') {
            self.base = None;
        } else if self.base.is_none() {
            self.base.clone_from(&self.folder);
        }
        if let Some(folder) = self.meant() {
            return self.ask(folder);
        }
        self.arrange();
        Wanted::Nothing
    }

    /// The folder that the line names, where it is not the one that is seen.
    fn meant(&self) -> Option<PathBuf> {
        let meant = line::folder(&self.line, self.base.as_deref().or(self.folder.as_deref()));
        meant.filter(|folder| self.folder.as_ref() != Some(folder))
    }

    /// What is typed behind the folder: a filter, or a name.
    fn name(&self) -> &str {
        line::last(&self.line).trim()
    }

    /// Another folder; what is typed as a filter was for the old one.
    fn go(&mut self, folder: PathBuf) -> Wanted {
        self.line = match self.purpose {
            Purpose::Attach => String::new(),
            Purpose::Save => self.name().to_owned(),
        };
        self.base = None;
        self.problems.clear();
        self.ask(folder)
    }

    fn ask(&mut self, folder: PathBuf) -> Wanted {
        if self.asked.as_ref() == Some(&folder) {
            return Wanted::Nothing;
        }
        self.asked = Some(folder.clone());
        Wanted::List(folder)
    }

    fn listed(&mut self, listing: Outcome<Listing>) -> Wanted {
        match listing {
            Ok(Listing { folder, entries }) => {
                self.folder = Some(folder);
                self.entries = entries;
                self.arrange();
                if std::mem::take(&mut self.waits) { self.taken() } else { Wanted::Nothing }
            }
            Err(problems) => {
                self.waits = false;
                self.problems = problems;
                Wanted::Nothing
            }
        }
    }

    fn opened(&mut self, row: usize) -> Wanted {
        if row < self.above() {
            let up = self.folder.as_deref().and_then(Path::parent).map(Path::to_owned);
            return up.map_or(Wanted::Nothing, |up| self.go(up));
        }
        let Some(entry) = self.entry(row).cloned() else { return Wanted::Nothing };
        if entry.folder {
            return self.go(entry.path);
        }
        match self.purpose {
            Purpose::Attach => self.chosen(entry.path),
            // A file that is there is a name to begin with.
            Purpose::Save => {
                self.line = entry.name;
                self.base = None;
                Wanted::Nothing
            }
        }
    }

    fn taken(&mut self) -> Wanted {
        if self.asked.is_some() || self.folder.is_none() {
            self.waits = true;
            return Wanted::Nothing;
        }
        // A folder that could not be read is asked for again, and says again why not.
        if let Some(folder) = self.meant() {
            self.waits = true;
            return self.ask(folder);
        }
        match (self.purpose, self.selected) {
            (Purpose::Attach, Some(row)) => self.opened(row),
            // What is named and not there is told by its path, as whoever reads it would.
            (Purpose::Attach, None) if !self.name().is_empty() => {
                let path = self.folder.clone().unwrap_or_default().join(self.name()).display().to_string();
                self.problems = vec![Problem::error(LINE, "file-gone").with("path", path)];
                Wanted::Nothing
            }
            (Purpose::Attach, None) => {
                let problem = Problem::error(LINE, "chooser-nothing");
                self.problems = vec![problem];
                Wanted::Nothing
            }
            (Purpose::Save, _) if self.name().is_empty() => {
                self.problems = vec![Problem::error(LINE, "chooser-name-missing")];
                Wanted::Nothing
            }
            (Purpose::Save, _) => {
                let folder = self.folder.clone().unwrap_or_default();
                self.chosen(folder.join(self.named()))
            }
        }
    }

    /// The name of what is saved, with the ending that its kind has.
    fn named(&self) -> String {
        let name = self.name();
        match self.ending.as_deref().filter(|_| ending_of(name).is_none()) {
            Some(ending) => format!("{name}.{ending}"),
            None => name.to_owned(),
        }
    }

    fn chosen(&mut self, path: PathBuf) -> Wanted {
        self.busy = true;
        self.problems.clear();
        Wanted::File(path)
    }

    /// What Tab would make of the line; nothing where it can add nothing.
    fn completion(&self) -> Option<String> {
        let names = self.entries.iter().filter(|e| self.purpose == Purpose::Attach || e.folder);
        line::completed(&self.line, names.map(|entry| (entry.name.as_str(), entry.folder)))
    }
}

/// The ending of a file's name; a day is none.
fn ending_of(name: &str) -> Option<&str> {
    let (_, ending) = name.rsplit_once('.')?;
    let is_one = (1..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    Some(ending).filter(|ending| is_one && ending.bytes().any(|byte| byte.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests;
