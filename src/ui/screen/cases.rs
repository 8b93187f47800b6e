//! The work list (Vorgänge): lists with their counts, a table that sorts, and beside it what the chosen case is.
//! Opens and changes no case itself.

mod run;
mod view;

pub use run::run;
pub use view::{open_at, standing};

use super::beside::Outcome;
use crate::desk::Session;
use crate::desk::bodies::Lot;
use crate::desk::case::Sheet;
use crate::desk::look::{CaseRow, Counts, Filter, Page, Sort, SortBy, View};
use crate::desk::presence::Elsewhere;
use crate::domain::id::{CaseId, UserId};
use crate::domain::problem::Problem;
use crate::domain::user::may;
use crate::ui::shortcut::Shortcut;
use chrono::{Days, NaiveDate};
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
    /// What other desks have open.
    elsewhere: Vec<Elsewhere>,
    /// A month's notices that have to be sent soon.
    lot: Option<Lot>,
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
            elsewhere: Vec::new(),
            lot: None,
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
        match shortcut {
            Shortcut::Attach => Some(Message::InboxPressed),
            Shortcut::Bodies => Some(Message::LotPressed),
            Shortcut::TakeOver => self.chosen().map(|_| Message::TakePressed),
            Shortcut::Serial => Some(Message::SerialPressed),
            Shortcut::Print | Shortcut::FollowUp | Shortcut::Note => {
                self.chosen().map(|_| Message::CommandPressed(shortcut))
            }
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
                self.chosen().map_or(Action::None, |row| Action::OpenFor(row.id, command))
            }
            Message::InboxPressed => Action::Inbox,
            Message::LotPressed => Action::Lot(self.lot.as_ref().map(|lot| lot.month)),
            Message::LotSeen(lot) => {
                // What keeps it from being seen is told where it is sent.
                self.lot = lot.ok().flatten();
                Action::None
            }
            Message::MorePressed => self.more(),
            Message::SerialPressed if self.rows.is_empty() => Action::None,
            Message::SerialPressed => Action::Serial(self.filter()),
            Message::TakePressed => self.chosen().map_or(Action::None, |row| Action::Take(row.id)),
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
        }
    }

    fn refuse(&mut self, problems: Vec<Problem>) -> Action {
        self.problems = problems;
        Action::None
    }

    fn filter(&self) -> Filter {
        let view = match self.list {
            0 => View::Mine(self.user),
            1 => View::Open,
            2 => View::Due { until: self.today.checked_add_days(Days::new(7)).unwrap_or(self.today) },
            3 => View::Overdue { today: self.today },
            4 => View::ToSign,
            5 => View::Conflicts,
            _ => View::All,
        };
        Filter { view, service: None, text: Some(self.text.clone()) }
    }

    /// As the user wants it; otherwise what is due first, and of all cases the newest.
    fn sort(&self) -> Sort {
        let by_itself = match self.filter().view {
            View::All => Sort::default(),
            _ => Sort { by: SortBy::Due, descending: false },
        };
        self.sorted_by.unwrap_or(by_itself)
    }

    fn list_anew(&mut self) -> Action {
        self.asked += 1;
        Action::List(self.asked, false, self.filter(), self.sort(), Page::first(STRETCH))
    }

    fn more(&mut self) -> Action {
        let Some(last) = self.rows.last().filter(|_| !self.whole) else { return Action::None };
        let page = Page { after: Some(last.cursor.clone()), limit: STRETCH };
        self.asked += 1;
        Action::List(self.asked, true, self.filter(), self.sort(), page)
    }

    fn sort_by(&mut self, column: usize) -> Action {
        let by = match column {
            0 => SortBy::Number,
            2 => SortBy::Applicant,
            4 => SortBy::Due,
            _ => return Action::None,
        };
        let sort = self.sort();
        let descending = sort.by == by && !sort.descending;
        self.sorted_by = Some(Sort { by, descending });
        self.list_anew()
    }

    fn listed(&mut self, behind: bool, rows: Outcome<Vec<CaseRow>>) -> Action {
        let rows = match rows {
            Ok(rows) => rows,
            Err(problems) => return self.refuse(problems),
        };
        self.problems.clear();
        // As many as were asked for: there may be more.
        self.whole = rows.is_empty() || !rows.len().is_multiple_of(STRETCH);
        if behind {
            self.rows.extend(rows);
            return Action::None;
        }
        let before = self.before.take();
        let kept = self.chosen().map(|row| row.id).or(before);
        self.rows = rows;
        let at = kept.and_then(|kept| self.rows.iter().position(|row| row.id == kept));
        self.selected = None;
        if self.rows.is_empty() {
            self.sheet = None;
            return Action::None;
        }
        let looked_at = self.sheet.as_ref().map(|sheet| sheet.case.id);
        let chosen = match (looked_at, at) {
            (Some(id), Some(at)) if kept == Some(id) => {
                self.selected = Some(at);
                Action::LookAgain(id)
            }
            _ => self.choose(at.unwrap_or(0)),
        };
        // The table takes the keyboard once, as soon as there is one.
        if std::mem::replace(&mut self.begun, true) {
            return chosen;
        }
        Action::All(vec![chosen, Action::Focus("cases")])
    }

    fn choose(&mut self, row: usize) -> Action {
        let Some(id) = self.rows.get(row).map(|row| row.id) else { return Action::None };
        self.selected = Some(row);
        if self.sheet.as_ref().is_some_and(|sheet| sheet.case.id != id) {
            self.sheet = None;
        }
        let more = if row + 20 > self.rows.len() { self.more() } else { Action::None };
        Action::All(vec![Action::RowRests(id), more])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::user::{Group, Role};
    use uuid::Uuid;

    fn state() -> State {
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day");
        State::new(&session(Role::Clerk), today).0
    }

    fn session(role: Role) -> Session {
        let (reads, roles) = (Group::ALL.into(), [role].into());
        Session { user: UserId(Uuid::nil()), name: "Wes, U.".into(), reads, roles }
    }

    #[test]
    fn who_can_have_no_case_begins_with_the_open_ones() {
        let begins = |role| State::new(&session(role), NaiveDate::default()).0.list;
        assert_eq!((begins(Role::Clerk), begins(Role::Counter)), (0, 1));
    }

    #[test]
    fn a_second_press_on_a_title_turns_the_order() {
        let mut state = state();
        let mut sorted = |message| match state.update(message) {
            Action::List(_, _, _, sort, _) => (sort.by, sort.descending),
            other => panic!("no list: {other:?}"),
        };
        assert_eq!(sorted(Message::ListChosen(6)), (SortBy::Received, true), "of all, the newest first");
        assert_eq!(sorted(Message::ListChosen(1)), (SortBy::Due, false), "what is due stands first");
        assert_eq!(sorted(Message::TitlePressed(4)), (SortBy::Due, true));
        assert_eq!(sorted(Message::TitlePressed(0)), (SortBy::Number, false));
        assert_eq!(sorted(Message::ListChosen(6)), (SortBy::Number, false), "the user's order stays");
        assert_eq!(state.update(Message::TitlePressed(1)), Action::None);
    }

    #[test]
    fn who_comes_back_finds_the_list_as_it_was_and_nobody_else_does() {
        let mut state = state();
        let _ = state.update(Message::ListChosen(1));
        let _ = state.update(Message::TextTyped("Fund".into()));
        let place = state.place();
        let (again, action) = State::back(&session(Role::Clerk), state.today, Some(place.clone()));
        assert_eq!((again.list, again.text.as_str()), (1, "Fund"));
        let Action::All(actions) = action else { panic!("{action:?}") };
        let asks =
            |action: &Action| matches!(action, Action::List(_, _, filter, ..) if filter.view == View::Open);
        assert!(actions.iter().any(asks));
        let other = Session { user: UserId(Uuid::from_u128(7)), ..session(Role::Clerk) };
        assert_eq!(State::back(&other, state.today, Some(place)).0.list, 0);
    }

    #[test]
    fn letters_typed_on_a_row_narrow_the_list_one_behind_the_other() {
        let mut state = state();
        let _ = state.update(Message::LetterTyped("F".into()));
        let action = state.update(Message::LetterTyped("u".into()));
        assert_eq!(state.text, "Fu");
        let rests = Action::TextRests(state.typed);
        assert_eq!(action, Action::All(vec![rests, Action::GoOnTyping("cases-text")]));
    }

    #[test]
    fn only_the_last_question_is_answered() {
        let mut state = state();
        let first = state.asked;
        let _ = state.update(Message::ListChosen(6));
        let refused = Err(vec![Problem::error("", "store-busy")]);
        let _ = state.update(Message::Listed(first, false, refused.clone()));
        assert!(state.problems.is_empty());
        let _ = state.update(Message::Listed(state.asked, false, refused));
        assert_eq!(state.problems.len(), 1);
    }
}
