//! The work list (Vorgänge): lists with their counts, a table that sorts, and beside it what the chosen case is.
//! Opens and changes no case itself.

mod list;
mod run;
#[cfg(test)]
mod tests;
mod view;

pub use run::run;
pub use view::{open_at, service_of, standing};

use super::beside::Outcome;
use super::preview::{self, Preview};
use crate::desk::Session;
use crate::desk::bodies::Lot;
use crate::desk::case::Sheet;
use crate::desk::look::{CaseRow, Counts, Filter, Page, Sort, Viewable};
use crate::desk::presence::Elsewhere;
use crate::desk::work_list::Listing;
use crate::domain::id::{CaseId, UserId};
use crate::domain::problem::Problem;
use crate::domain::user::may;
use crate::fl;
use crate::ui::shortcut::Shortcut;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Rows that are fetched at once.
pub const STRETCH: usize = 200;

/// The list and what is chosen in it.
#[derive(Debug, Clone)]
pub struct State {
    user: UserId,
    today: NaiveDate,
    list: usize,
    /// How many are in each list; nothing until they were counted.
    counts: Option<Counts>,
    users: BTreeMap<UserId, String>,
    text: String,
    /// What the user sorted by, if they did.
    sorted_by: Option<Sort>,
    rows: Vec<CaseRow>,
    whole: bool,
    selected: Option<usize>,
    /// The case that was chosen before, until there are rows.
    before: Option<CaseId>,
    sheet: Option<Box<Sheet>>,
    /// Which question was asked last: answers to earlier ones are dropped.
    asked: u64,
    typed: u64,
    begun: bool,
    /// Whether a list was told, or why not.
    told: bool,
    /// What other desks have open.
    elsewhere: Vec<Elsewhere>,
    /// A month's notices that have to be sent soon.
    lot: Option<Lot>,
    /// The list as a paper, while one looks at it.
    paper: Option<Preview>,
    printing: bool,
    problems: Vec<Problem>,
}

/// Where somebody was in the list when they opened something else.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    user: UserId,
    list: usize,
    text: String,
    sorted_by: Option<Sort>,
    case: Option<CaseId>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A list was chosen.
    ListChosen(usize),
    /// In the field that narrows the list.
    TextTyped(String),
    /// Typed while a row had the keyboard.
    LetterTyped(String),
    /// Nothing was typed for a moment since this key.
    TextRested(u64),
    /// A title was pressed.
    TitlePressed(usize),
    /// A row was chosen.
    RowChosen(usize),
    /// It stays chosen.
    RowRested(CaseId),
    /// Enter, or a double click.
    RowOpened(usize),
    /// The chosen case is to be opened for this.
    CommandPressed(Shortcut),
    /// The inbox is wanted.
    InboxPressed,
    /// The month's notices are wanted.
    LotPressed,
    /// A month's notices that have to be sent soon, if there are any.
    LotSeen(Outcome<Option<Lot>>),
    /// More rows are wanted.
    MorePressed,
    /// A letter to each case of the list.
    SerialPressed,
    /// Take the chosen case over.
    TakePressed,
    /// It was taken over.
    Taken(Outcome<()>),
    /// Counts, and the names of those who work here.
    Counted(Outcome<(Counts, BTreeMap<UserId, String>)>),
    /// Rows: to which question, whether they come behind those that are there.
    Listed(u64, bool, Outcome<Vec<CaseRow>>),
    /// The chosen case.
    Looked(CaseId, Box<Outcome<Sheet>>),
    /// The list is wanted as a paper.
    PaperPressed,
    /// In the paper.
    Paper(preview::Message),
    /// Enough of it.
    PaperClosed,
    /// It is to be printed.
    PrintPressed,
    /// Where it is printed, or why not.
    Printed(Outcome<String>),
    /// Another program wrote.
    Stale,
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Nothing more.
    None,
    /// Several of these.
    All(Vec<Action>),
    /// Counts and names.
    Count,
    /// Rows: number of the question, whether they come behind, and the question.
    List(u64, bool, Filter, Sort, Page),
    /// A case to look at.
    Look(CaseId),
    /// The case that is looked at, once more.
    LookAgain(CaseId),
    /// To be told of the chosen row in a moment.
    RowRests(CaseId),
    /// To be told of the typed text in a moment.
    TextRests(u64),
    /// A case to be assigned to the user.
    Take(CaseId),
    /// A letter to each case of this list.
    Serial(Filter),
    /// The inbox.
    Inbox,
    /// The month's notices.
    Lot(Option<NaiveDate>),
    /// Whether a month's notices have to be sent soon.
    LookForLot,
    /// A page of the list as a paper.
    Picture(preview::Wanted),
    /// The list printed.
    Print(Listing),
    /// A sentence in the status line.
    Say(String),
    /// The same, of what could not be done.
    Warn(String),
    /// A case to be opened.
    Open(CaseId),
    /// A case to be opened for this.
    OpenFor(CaseId, Shortcut),
    /// The keyboard at this control.
    Focus(&'static str),
    /// The keyboard in this field, behind what stands there.
    GoOnTyping(&'static str),
}

impl State {
    /// The user's own cases; of somebody who may have none, those that are open. The action fetches them.
    pub fn new(session: &Session, today: NaiveDate) -> (Self, Action) {
        let has_own = session.roles.iter().any(|role| may(*role, "assigned"));
        let mut state = Self {
            user: session.user,
            today,
            list: usize::from(!has_own),
            counts: None,
            users: BTreeMap::new(),
            text: String::new(),
            sorted_by: None,
            rows: Vec::new(),
            whole: true,
            selected: None,
            before: None,
            sheet: None,
            asked: 0,
            typed: 0,
            begun: false,
            told: false,
            elsewhere: Vec::new(),
            lot: None,
            paper: None,
            printing: false,
            problems: Vec::new(),
        };
        let list = state.list_anew();
        (state, Action::All(vec![Action::Count, list, Action::Focus("cases-list"), Action::LookForLot]))
    }

    /// The list as it was left, by the same user; for anybody else it begins anew.
    pub fn back(session: &Session, today: NaiveDate, place: Option<Place>) -> (Self, Action) {
        let (mut state, first) = Self::new(session, today);
        let Some(place) = place.filter(|place| place.user == session.user) else { return (state, first) };
        (state.list, state.text, state.sorted_by) = (place.list, place.text, place.sorted_by);
        state.before = place.case;
        let list = state.list_anew();
        (state, Action::All(vec![Action::Count, list, Action::Focus("cases-list"), Action::LookForLot]))
    }

    /// Where somebody is in the list.
    pub fn place(&self) -> Place {
        let case = self.chosen().map(|row| row.id).or(self.before);
        let (text, sorted_by) = (self.text.clone(), self.sorted_by);
        Place { user: self.user, list: self.list, text, sorted_by, case }
    }

    /// The case that is chosen.
    pub fn chosen(&self) -> Option<&CaseRow> {
        self.selected.and_then(|at| self.rows.get(at))
    }

    /// Whether the first list is still on its way.
    pub fn expects(&self) -> bool {
        !self.told
    }

    /// What other desks have open.
    pub fn hears_of(&mut self, elsewhere: Vec<Elsewhere>) {
        self.elsewhere = elsewhere;
    }

    /// Another desk that has the case open.
    fn elsewhere(&self, case: CaseId) -> Option<&Elsewhere> {
        self.elsewhere.iter().find(|elsewhere| elsewhere.case == case)
    }

    /// What a command of the window is here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        if self.paper.is_some() {
            return match shortcut {
                Shortcut::Print => Some(Message::PrintPressed),
                Shortcut::Escape | Shortcut::Close => Some(Message::PaperClosed),
                _ => None,
            };
        }
        match shortcut {
            Shortcut::Print => Some(Message::PaperPressed),
            Shortcut::Attach => Some(Message::InboxPressed),
            Shortcut::Bodies => Some(Message::LotPressed),
            Shortcut::TakeOver => Some(Message::TakePressed),
            Shortcut::Serial => Some(Message::SerialPressed),
            Shortcut::FollowUp | Shortcut::Note => Some(Message::CommandPressed(shortcut)),
            _ => None,
        }
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::ListChosen(list) => {
                self.list = list;
                self.list_anew()
            }
            Message::TextTyped(text) => {
                self.text = text;
                self.typed += 1;
                Action::TextRests(self.typed)
            }
            Message::LetterTyped(letter) => {
                let rests = self.update(Message::TextTyped(format!("{}{letter}", self.text)));
                Action::All(vec![rests, Action::GoOnTyping("cases-text")])
            }
            Message::TextRested(typed) if typed == self.typed => self.list_anew(),
            Message::TextRested(_) => Action::None,
            Message::TitlePressed(column) => self.sort_by(column),
            Message::RowChosen(row) => self.choose(row),
            Message::RowRested(id) => {
                if self.chosen().is_some_and(|row| row.id == id) {
                    Action::Look(id)
                } else {
                    Action::None
                }
            }
            Message::RowOpened(row) => self.rows.get(row).map_or(Action::None, |row| Action::Open(row.id)),
            Message::CommandPressed(command) => {
                self.chosen().map_or_else(none_chosen, |row| Action::OpenFor(row.id, command))
            }
            Message::InboxPressed => Action::Inbox,
            Message::LotPressed => Action::Lot(self.lot.as_ref().map(|lot| lot.month)),
            Message::LotSeen(lot) => {
                // What keeps it from being seen is told where it is sent.
                self.lot = lot.ok().flatten();
                Action::None
            }
            Message::MorePressed => self.more(),
            Message::SerialPressed if self.rows.is_empty() => Action::Warn(fl!("serial-none")),
            Message::SerialPressed => Action::Serial(self.filter()),
            Message::TakePressed => self.chosen().map_or_else(none_chosen, |row| Action::Take(row.id)),
            Message::Taken(Err(problems)) => self.refuse(problems),
            Message::Taken(Ok(())) => {
                let list = self.list_anew();
                Action::All(vec![Action::Count, list])
            }
            Message::Stale => {
                self.asked += 1;
                let page = Page::first(self.rows.len().max(1).next_multiple_of(STRETCH));
                let list = Action::List(self.asked, false, self.filter(), self.sort(), page);
                Action::All(vec![Action::Count, list])
            }
            Message::Counted(Ok((counts, users))) => {
                (self.counts, self.users) = (Some(counts), users);
                Action::None
            }
            Message::Listed(asked, behind, rows) if asked == self.asked => self.listed(behind, rows),
            Message::Listed(..) => Action::None,
            Message::Looked(id, sheet) => match *sheet {
                Ok(sheet) if self.chosen().is_some_and(|row| row.id == id) => {
                    self.sheet = Some(Box::new(sheet));
                    Action::None
                }
                Ok(_) => Action::None,
                Err(problems) => self.refuse(problems),
            },
            Message::Counted(Err(problems)) => self.refuse(problems),
            other => self.on_paper(other),
        }
    }

    /// The list as a paper: what is printed is the list as it stands then.
    fn on_paper(&mut self, message: Message) -> Action {
        match message {
            Message::PaperPressed => {
                self.problems.clear();
                let what = Viewable::WorkList(Box::new(self.listing()));
                let paper = Preview::new(what, fl!("cases-paper"), 1);
                let picture = Action::Picture(paper.wanted());
                self.paper = Some(paper);
                Action::All(vec![picture, Action::Focus(preview::PAGE)])
            }
            Message::Paper(message) => {
                let wanted = self.paper.as_mut().and_then(|paper| paper.update(message));
                wanted.map_or(Action::None, Action::Picture)
            }
            Message::PaperClosed => {
                (self.paper, self.printing) = (None, false);
                self.problems.clear();
                Action::Focus("cases")
            }
            Message::PrintPressed if self.printing => Action::None,
            Message::PrintPressed => {
                self.problems.clear();
                self.printing = true;
                Action::Print(self.listing())
            }
            Message::Printed(printed) => {
                self.printing = false;
                match printed {
                    Ok(printer) => Action::Say(fl!("cases-printing", printer = printer)),
                    Err(problems) => self.refuse(problems),
                }
            }
            _ => Action::None,
        }
    }

    fn listing(&self) -> Listing {
        Listing { filter: self.filter(), sort: self.sort() }
    }

    fn refuse(&mut self, problems: Vec<Problem>) -> Action {
        self.told = true;
        self.problems = problems;
        Action::None
    }
}

/// A key that needs a row says so where there is none.
fn none_chosen() -> Action {
    Action::Warn(fl!("cases-none-chosen"))
}
