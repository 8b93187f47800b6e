//! The till of this desk (Kasse): what came in since the last closing, counting and closing, the journal, closings and their
//! papers. Adds nothing up that the desk does not.

mod count;
mod counting;
mod journal;
mod run;
mod save;
mod take;
#[cfg(test)]
mod tests;
mod view;

pub use run::run;

use super::beside::Outcome;
use super::chooser;
use super::preview::{self, Preview};
use crate::desk::till::{ClosingShown, Counting, Entry, Journal, Till, Wanted};
use crate::domain::id::{CaseId, ClosingId, PaperId};
use crate::domain::problem::Problem;
use crate::ui::shortcut::{Area, Shortcut};
use chrono::{Datelike as _, NaiveDate};
pub use count::Form;
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
    /// What was counted and left half-way: one goes on with it.
    kept: Option<Form>,
    /// A receipt that is to be cancelled, and why.
    cancelling: Option<(String, String)>,
    /// The receipt that was cancelled last: the keyboard stays with it when the rows are read anew.
    cancelled: Option<String>,
    /// Its paper.
    cancellation: Option<PaperId>,
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
    /// Back from counting; what is counted stays.
    BackPressed,
    /// What is counted is thrown away.
    DropPressed,
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
    Cancelled(Outcome<(CaseId, Option<PaperId>)>),
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
    /// A case to be opened, this paper of it chosen.
    Open(CaseId, Option<PaperId>),
    /// The keyboard at this control.
    Focus(&'static str),
    /// The keyboard at this control, where something is to be mended.
    Mend(&'static str),
    /// A sentence in the status line.
    Say(String),
    /// The print queue worked off and watched.
    Watch,
    /// Several of these.
    All(Vec<Action>),
}

impl State {
    /// Nothing known yet but what was counted half-way before. The action fetches the rest.
    pub fn new(today: NaiveDate, kept: Option<Form>) -> (Self, Action) {
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
            kept,
            cancelling: None,
            cancelled: None,
            cancellation: None,
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

    /// What is counted half-way, for whoever goes on with it.
    pub fn begun(&self) -> Option<Form> {
        self.form.as_ref().and_then(Form::to_keep).or_else(|| self.kept.clone())
    }

    /// Whether something has to be answered before anything else.
    pub fn asks(&self) -> bool {
        self.cancelling.is_some() || self.saving.is_some()
    }

    /// Whether a reason is written for which a receipt is cancelled.
    pub fn is_cancelling(&self) -> bool {
        self.cancelling.is_some()
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

    /// Chooses the row of the receipt that was cancelled last, where it is shown.
    fn stay(&mut self) {
        let Some(receipt) = &self.cancelled else { return };
        let is_it = |entry: &Entry| entry.receipt == *receipt && !entry.cancels;
        let at = match self.page {
            Page::Open => self.entries().iter().position(is_it),
            Page::Journal => self.journal.iter().position(|(entry, _)| is_it(entry)),
            Page::Closings => None,
        };
        self.chosen = at.unwrap_or(self.chosen);
    }

    /// The booking by which this receipt was taken, as far as it is shown.
    fn taken_by(&self, receipt: &str) -> Option<&Entry> {
        let shown = self.entries().iter().chain(self.journal.iter().map(|(entry, _)| entry));
        shown.into_iter().find(|entry| entry.receipt == receipt && !entry.cancels)
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
}

/// The area of this screen.
pub const AREA: Area = Area::Cash;
