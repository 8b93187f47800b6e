//! The calendar (Fristen, F9): a month with what falls on each day, beside it the days' list and why each date is what it is.
//! From it one goes to the case. Computes no date and changes nothing.

mod calculator;
mod days;
mod going;
mod list;
mod run;
mod take;
#[cfg(test)]
mod tests;
mod view;

pub use run::run;

use super::beside::Outcome;
use crate::desk::Session;
use crate::desk::bodies::Lot;
use crate::desk::days::{CaseDay, DayItem, Listed, Month, Stretch};
use crate::domain::holiday::Calendar;
use crate::domain::id::{CaseId, UserId};
use crate::domain::problem::Problem;
use crate::ui::control::DayStep;
use crate::ui::shortcut::Shortcut;
use calculator::Calculator;
use chrono::NaiveDate;

/// Which days are listed, by the place of their tab.
const DAY: usize = 0;
const WEEK: usize = 1;

/// The month, the chosen day and what is listed.
#[derive(Debug, Clone)]
pub struct State {
    user: UserId,
    today: NaiveDate,
    /// The chosen day.
    day: NaiveDate,
    mine: bool,
    /// Which days are listed: the chosen one, its week, or what is overdue.
    tab: usize,
    /// The month as it was told last; nothing until it was.
    month: Option<Month>,
    entries: Vec<Entry>,
    /// Whether there is more than they are.
    cut: bool,
    /// The days that they are of, and whether of own cases alone; nothing as long as they are on their way.
    listed: Option<(Stretch, bool)>,
    selected: usize,
    /// Every day of the case that was looked at last.
    why: Option<(CaseId, Vec<CaseDay>)>,
    /// A month's notices that have to be sent soon.
    lot: Option<Lot>,
    /// In the field for a date.
    typed: String,
    /// Whether a date is being typed that began in the grid, and the field has not got the keyboard yet.
    typing: bool,
    /// Which month and which list were asked for last: answers to earlier questions are dropped.
    counting: u64,
    asked: u64,
    calculator: Option<Calculator>,
    problems: Vec<Problem>,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq)]
enum Entry {
    /// A day of a case.
    Case(Box<DayItem>),
    /// The month's notices for the statistical office.
    Lot(NaiveDate),
}

/// Where somebody was in it when they opened something else.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    user: UserId,
    today: NaiveDate,
    day: NaiveDate,
    mine: bool,
    tab: usize,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// To another day of the grid.
    Stepped(DayStep),
    /// Enter on a day: its list.
    DayOpened,
    /// Typed while the grid had the keyboard.
    DigitTyped(String),
    /// In the field for a date.
    Typed(String),
    /// Enter in that field.
    DateEntered,
    /// Own cases, or all.
    WhoseChosen(usize),
    /// Which days are listed.
    TabChosen(usize),
    /// The month, by the number of the question.
    Counted(u64, Box<Outcome<Month>>),
    /// What falls on the listed days.
    Listed(u64, Box<Outcome<Listed>>),
    /// A line was chosen.
    RowChosen(usize),
    /// It stays chosen.
    RowRested(CaseId),
    /// Enter on it, or a double click.
    RowOpened(usize),
    /// Why the days of a case are what they are.
    Explained(CaseId, Box<Outcome<Vec<CaseDay>>>),
    /// The chosen case is to be opened for this.
    CommandPressed(Shortcut),
    /// A month's notices that have to be sent soon, if there are any.
    LotSeen(Box<Outcome<Option<Lot>>>),
    /// Back to the grid.
    BackPressed,
    /// A date is to be computed by hand.
    CalculatorPressed,
    /// The holidays that it goes by.
    Holidays(Box<Outcome<(Calendar, bool)>>),
    /// In it.
    Calculator(calculator::Message),
    /// Enough of it.
    CalculatorClosed,
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
    /// The month of a day: number of the question, and whether of own cases alone.
    Count(u64, NaiveDate, bool),
    /// What falls on these days.
    List(u64, Stretch, bool),
    /// Why the days of a case are what they are.
    Explain(CaseId),
    /// To be told of the chosen line in a moment.
    RowRests(CaseId),
    /// Whether a month's notices have to be sent soon.
    LookForLot,
    /// The month's notices.
    Lot(NaiveDate),
    /// A case to be opened.
    Open(CaseId),
    /// A case to be opened for this.
    OpenFor(CaseId, Shortcut),
    /// The holidays of the town.
    Holidays,
    /// The keyboard at this control.
    Focus(&'static str),
    /// The keyboard in this field, behind what stands there.
    GoOnTyping(&'static str),
}

impl State {
    /// Today and its week, of all cases: what nobody has taken yet falls due as well. As it was left today, by the same user.
    pub fn new(session: &Session, today: NaiveDate, place: Option<Place>) -> (Self, Action) {
        let begun = Place { user: session.user, today, day: today, mine: false, tab: WEEK };
        let kept = place.filter(|place| place.user == session.user && place.today == today);
        let Place { user, day, mine, tab, .. } = kept.unwrap_or(begun);
        let mut state = Self {
            user,
            today,
            day,
            mine,
            tab,
            month: None,
            entries: Vec::new(),
            cut: false,
            listed: None,
            selected: 0,
            why: None,
            lot: None,
            typed: String::new(),
            typing: false,
            counting: 0,
            asked: 0,
            calculator: None,
            problems: Vec::new(),
        };
        let first = state.anew();
        (state, Action::All(vec![first, Action::LookForLot, Action::Focus("calendar-month")]))
    }

    /// Where somebody is in it.
    pub fn place(&self) -> Place {
        let Self { user, today, day, mine, tab, .. } = *self;
        Place { user, today, day, mine, tab }
    }

    /// The chosen day.
    #[cfg(test)]
    pub fn day(&self) -> NaiveDate {
        self.day
    }

    /// Whether something has to be answered before anything else.
    pub fn asks(&self) -> bool {
        self.calculator.is_some()
    }

    /// What a command of the window is here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        if self.calculator.is_some() {
            return None;
        }
        match shortcut {
            Shortcut::Calculate => Some(Message::CalculatorPressed),
            Shortcut::FollowUp | Shortcut::Note => {
                self.chosen_case().map(|_| Message::CommandPressed(shortcut))
            }
            Shortcut::Escape => Some(Message::BackPressed),
            _ => None,
        }
    }
}
