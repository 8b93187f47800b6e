//! The till of this desk (Kasse): what came in since the last closing, counting and closing, the journal, closings and their
//! papers. Adds nothing up that the desk does not.

mod count;
mod run;
mod save;
#[cfg(test)]
mod tests;
mod view;

pub use run::run;

use super::beside::Outcome;
use super::chooser;
use super::preview::{self, Preview};
use crate::desk::look::Viewable;
use crate::desk::till::{ClosingShown, Counting, Entry, Journal, Till, Wanted};
use crate::domain::id::{CaseId, ClosingId};
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::control::read_date;
use crate::ui::shortcut::{Area, Shortcut};
use chrono::{Datelike as _, NaiveDate};
use count::Form;
use std::path::PathBuf;

/// What is shown below the till's state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// What the next closing counts.
    Open,
    /// All tills over some days.
    Journal,
    /// Closings.
    Closings,
}

/// The till, and what is being done with it.
#[derive(Debug)]
pub struct State {
    today: NaiveDate,
    till: Option<Till>,
    closings: Vec<ClosingShown>,
    journal: Vec<(Entry, String)>,
    /// The closing whose paper is wanted as soon as the closings are there.
    wanted: Option<ClosingId>,
    /// The journal's days as they are typed.
    days: (String, String),
    page: Page,
    chosen: usize,
    /// What is counted; it stays while one looks elsewhere on this screen.
    form: Option<Form>,
    /// A receipt that is to be cancelled, and why.
    cancelling: Option<(String, String)>,
    preview: Option<(ClosingId, Preview)>,
    /// Where a journal is saved, and which.
    saving: Option<(chooser::State, Journal)>,
    busy: bool,
    problems: Vec<Problem>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// How the till and its closings stand.
    Loaded(Box<Outcome<(Till, Vec<ClosingShown>)>>),
    /// Another program wrote.
    Stale,
    /// A page was chosen.
    PageChosen(usize),
    /// A row was chosen.
    RowChosen(usize),
    /// A row is to be opened: the case, or the closing's paper.
    Opened(usize),
    /// The till is to be counted.
    CountPressed,
    /// The last closing was wrong.
    CorrectPressed,
    /// How the till stood when the closing that is corrected was written; and a new closing's identity.
    Begun(Box<Outcome<(Till, ClosingId)>>, bool),
    /// In the count.
    Form(count::Message),
    /// What the count has to come to from that day on.
    Recounted(Box<Outcome<Till>>, Wanted),
    /// Back from counting.
    BackPressed,
    /// It is counted.
    ClosePressed,
    /// It is closed, or why not.
    Closed(Box<Outcome<ClosingShown>>),
    /// The chosen receipt is to be cancelled.
    CancelPressed,
    /// Why.
    ReasonTyped(String),
    /// That one.
    CancelTaken,
    /// None.
    CancelClosed,
    /// It is, or why not.
    Cancelled(Outcome<()>),
    /// The journal's first day.
    FromTyped(String),
    /// Its last day.
    UntilTyped(String),
    /// The journal is wanted.
    JournalPressed,
    /// Here it is.
    Journal(Outcome<Vec<(Entry, String)>>),
    /// In the paper.
    Preview(preview::Message),
    /// Enough of it.
    PreviewClosed,
    /// The paper is to be printed.
    PrintPressed,
    /// Where it is printed, or why not.
    Printed(Outcome<String>),
    /// The journal that is shown, or that of the chosen closing, is wanted as a file.
    SavePressed,
    /// In the choosing of a place.
    Chooser(chooser::Message),
    /// None is chosen.
    ChooserClosed,
    /// It is saved there, or why not.
    Saved(PathBuf, Outcome<()>),
}

/// What is wanted.
#[derive(Debug)]
pub enum Action {
    /// Nothing more.
    None,
    /// How the till stands.
    Load,
    /// How it stands to be counted; `true` to correct the last closing.
    Begin(bool),
    /// How it stands to be counted, once more; from which day on, of a first closing.
    Recount(Wanted),
    /// Closed so; the second person's login and PIN where one is named.
    Close(ClosingId, Box<Counting>, Option<(String, String)>),
    /// A receipt cancelled.
    Cancel(String, String),
    /// The journal.
    Journal(NaiveDate, NaiveDate),
    /// A page of a paper.
    Picture(preview::Wanted),
    /// A paper printed.
    Print(ClosingId),
    /// A place to save.
    Choose(chooser::Wanted),
    /// A journal saved there.
    Save(Journal, PathBuf),
    /// A case to be opened.
    Open(CaseId),
    /// The keyboard at this control.
    Focus(&'static str),
    /// A sentence in the status line.
    Say(String),
    /// The print queue worked off and watched.
    Watch,
    /// Several of these.
    All(Vec<Action>),
}

impl State {
    /// Nothing known yet. The action fetches it.
    pub fn new(today: NaiveDate) -> (Self, Action) {
        let first = today.with_day(1).unwrap_or(today);
        let days = [first, today].map(crate::ui::control::write_date);
        let [from, until] = days;
        let state = Self {
            today,
            till: None,
            closings: Vec::new(),
            journal: Vec::new(),
            wanted: None,
            days: (from, until),
            page: Page::Open,
            chosen: 0,
            form: None,
            cancelling: None,
            preview: None,
            saving: None,
            busy: false,
            problems: Vec::new(),
        };
        (state, Action::Load)
    }

    /// Shows the paper of this closing as soon as it is known.
    pub fn begin_with(&mut self, closing: ClosingId) {
        (self.page, self.wanted) = (Page::Closings, Some(closing));
    }

    /// Whether something has to be answered before anything else.
    pub fn asks(&self) -> bool {
        self.cancelling.is_some() || self.saving.is_some()
    }

    /// Whether how the till stands is still on its way.
    pub fn expects(&self) -> bool {
        self.till.is_none() && self.problems.is_empty()
    }

    /// The id of the text that says what one does here.
    pub fn help(&self) -> &'static str {
        if self.form.is_some() { "help-till-count" } else { "help-till" }
    }

    /// What a command of the window is here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        if self.saving.is_some() {
            return match shortcut {
                Shortcut::Finish => Some(Message::Chooser(chooser::Message::Taken)),
                Shortcut::Escape | Shortcut::Close => Some(Message::ChooserClosed),
                _ => None,
            };
        }
        match (shortcut, self.cancelling.is_some(), self.preview.is_some(), self.form.is_some()) {
            (Shortcut::Finish, true, ..) => Some(Message::CancelTaken),
            (Shortcut::Escape, true, ..) => Some(Message::CancelClosed),
            (_, true, ..) => None,
            (Shortcut::Escape | Shortcut::Close, _, true, _) => Some(Message::PreviewClosed),
            (Shortcut::Print, _, true, _) => Some(Message::PrintPressed),
            (_, _, true, _) => None,
            (Shortcut::Finish, .., true) => Some(Message::ClosePressed),
            (Shortcut::Escape | Shortcut::Close, .., true) => Some(Message::BackPressed),
            (Shortcut::Finish, ..) if self.page == Page::Journal => Some(Message::JournalPressed),
            (Shortcut::Finish, ..) => Some(Message::CountPressed),
            _ => None,
        }
    }

    fn entries(&self) -> &[Entry] {
        self.till.as_ref().map_or(&[], |till| &till.entries)
    }

    /// The receipt that is chosen, where it can be cancelled.
    fn cancellable(&self) -> Option<&Entry> {
        let entry = match self.page {
            Page::Open => self.entries().get(self.chosen),
            Page::Journal => self.journal.get(self.chosen).map(|(entry, _)| entry),
            Page::Closings => None,
        };
        entry.filter(|entry| !entry.cancels && !entry.is_cancelled && entry.case.is_some())
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Action {
        self.take(message).unwrap_or_else(|problems| {
            (self.busy, self.problems) = (false, problems);
            let wrong = self.form.as_ref().and_then(|_| count::first_wrong(&self.problems));
            wrong.map_or(Action::None, Action::Focus)
        })
    }

    fn take(&mut self, message: Message) -> Outcome<Action> {
        Ok(match message {
            Message::Loaded(loaded) => {
                let (till, closings) = (*loaded)?;
                let first = self.till.is_none();
                (self.till, self.closings) = (Some(till), closings);
                let wanted = self.wanted.take();
                let wanted = wanted.and_then(|id| self.closings.iter().position(|one| one.row.id == id));
                if let Some(at) = wanted {
                    self.chosen = at;
                    return Ok(self.open(at));
                }
                if first { Action::Focus("till-count") } else { Action::None }
            }
            Message::Stale => match &self.form {
                Some(form) => Action::All(vec![Action::Load, form.recount()]),
                None => Action::Load,
            },
            Message::PageChosen(at) => {
                self.page =
                    [Page::Open, Page::Journal, Page::Closings].get(at).copied().unwrap_or(Page::Open);
                self.chosen = 0;
                self.problems.clear();
                if self.page == Page::Journal { self.wanted_journal()? } else { Action::None }
            }
            Message::RowChosen(at) => {
                self.chosen = at;
                Action::None
            }
            Message::Opened(at) => self.open(at),
            Message::CountPressed if self.form.is_some() => Action::None,
            Message::CountPressed => self.begin(Action::Begin(false)),
            Message::CorrectPressed => self.begin(Action::Begin(true)),
            Message::Begun(begun, corrects) => {
                let (till, id) = (*begun)?;
                self.busy = false;
                self.form = Some(Form::new(id, till, corrects, self.today));
                Action::Focus(count::FIRST)
            }
            Message::Form(message) => {
                let other = self.form.as_mut().is_some_and(|form| form.take(message));
                self.form.as_ref().filter(|_| other).map_or(Action::None, Form::recount)
            }
            Message::Recounted(till, wanted) => {
                let till = (*till)?;
                if let Some(form) = &mut self.form {
                    form.recounted(till, wanted);
                }
                Action::None
            }
            Message::BackPressed => {
                self.form = None;
                self.problems.clear();
                Action::All(vec![Action::Load, Action::Focus("till-count")])
            }
            Message::ClosePressed => self.close()?,
            Message::Closed(closed) => {
                let closing = (*closed)?;
                (self.busy, self.form) = (false, None);
                let said = Action::Say(fl!("till-closed", number = closing.number.clone()));
                Action::All(vec![Action::Load, said, self.show(&closing)])
            }
            Message::CancelPressed => match self.cancellable().map(|entry| entry.receipt.clone()) {
                Some(receipt) => {
                    self.cancelling = Some((receipt, String::new()));
                    Action::Focus("till-reason")
                }
                None => Action::None,
            },
            other => return self.take_more(other),
        })
    }

    fn take_more(&mut self, message: Message) -> Outcome<Action> {
        Ok(match message {
            Message::ReasonTyped(text) => {
                if let Some((_, reason)) = &mut self.cancelling {
                    *reason = text;
                }
                Action::None
            }
            Message::CancelTaken => match self.cancelling.clone() {
                Some((receipt, reason)) => self.begin(Action::Cancel(receipt, reason)),
                None => Action::None,
            },
            Message::CancelClosed => {
                (self.cancelling, self.busy) = (None, false);
                self.problems.clear();
                Action::Focus("till-rows")
            }
            Message::Cancelled(cancelled) => {
                cancelled?;
                (self.cancelling, self.busy) = (None, false);
                let again = if self.page == Page::Journal { self.wanted_journal()? } else { Action::None };
                Action::All(vec![Action::Load, again, Action::Focus("till-rows")])
            }
            Message::FromTyped(text) => {
                self.days.0 = text;
                Action::None
            }
            Message::UntilTyped(text) => {
                self.days.1 = text;
                Action::None
            }
            Message::JournalPressed => self.wanted_journal()?,
            Message::Journal(lines) => {
                self.journal = lines?;
                self.chosen = 0;
                self.problems.clear();
                Action::None
            }
            Message::Preview(message) => {
                let wanted = self.preview.as_mut().and_then(|(_, preview)| preview.update(message));
                wanted.map_or(Action::None, Action::Picture)
            }
            Message::PreviewClosed => {
                self.preview = None;
                self.problems.clear();
                Action::Focus("till-count")
            }
            Message::PrintPressed => match self.preview.as_ref().map(|(id, _)| *id) {
                Some(id) => self.begin(Action::Print(id)),
                None => Action::None,
            },
            Message::Printed(printer) => {
                let printer = printer?;
                self.busy = false;
                Action::All(vec![Action::Say(fl!("till-printing", printer = printer)), Action::Watch])
            }
            other => self.on_save(other)?,
        })
    }

    /// One thing at a time.
    fn begin(&mut self, action: Action) -> Action {
        self.problems.clear();
        if std::mem::replace(&mut self.busy, true) { Action::None } else { action }
    }

    fn open(&mut self, at: usize) -> Action {
        let case = |entry: &Entry| entry.case.as_ref().map(|(case, _)| *case);
        let case = match self.page {
            Page::Open => self.entries().get(at).and_then(case),
            Page::Journal => self.journal.get(at).and_then(|(entry, _)| case(entry)),
            Page::Closings => {
                let Some(closing) = self.closings.get(at).cloned() else { return Action::None };
                return self.show(&closing);
            }
        };
        case.map_or(Action::None, Action::Open)
    }

    /// The paper of a closing comes.
    fn show(&mut self, closing: &ClosingShown) -> Action {
        self.problems.clear();
        let title = fl!("till-closing-title", number = closing.number.clone());
        let preview = Preview::new(Viewable::Closing(closing.row.id), title, closing.row.pages);
        let picture = Action::Picture(preview.wanted());
        self.preview = Some((closing.row.id, preview));
        Action::All(vec![picture, Action::Focus(preview::PAGE)])
    }

    fn close(&mut self) -> Outcome<Action> {
        let Some(form) = &self.form else { return Ok(Action::None) };
        let (counting, second) = form.read()?;
        let id = form.id;
        Ok(self.begin(Action::Close(id, Box::new(counting), second)))
    }

    fn wanted_journal(&mut self) -> Outcome<Action> {
        let (from, until) = self.read_days()?;
        Ok(Action::Journal(from, until))
    }

    /// The journal's days as they are typed.
    fn read_days(&self) -> Outcome<(NaiveDate, NaiveDate)> {
        let read = |field: &str, text: &str| {
            let wrong = || Box::new(Problem::error(field, "problem-date"));
            read_date(text, self.today).ok_or_else(wrong)
        };
        match (read("from", &self.days.0), read("until", &self.days.1)) {
            (Ok(from), Ok(until)) => Ok((from, until)),
            (from, until) => {
                Err([from.err(), until.err()].into_iter().flatten().map(|problem| *problem).collect())
            }
        }
    }
}

/// The area of this screen.
pub const AREA: Area = Area::Cash;
