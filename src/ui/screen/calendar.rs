//! The calendar (Fristen, F9): a month with what falls on each day, beside it the days' list and why each date is what it is.
//! From it one goes to the case. Computes no date and changes nothing.

mod calculator;
mod days;
mod run;
#[cfg(test)]
mod tests;
mod view;

pub use run::run;

use super::beside::Outcome;
use crate::desk::Session;
use crate::desk::bodies::Lot;
use crate::desk::days::{CaseDay, DayItem, Listed, Month, Stretch, first_of, monday_of, sunday_of};
use crate::domain::holiday::Calendar;
use crate::domain::id::{CaseId, UserId};
use crate::domain::problem::Problem;
use crate::ui::control::{DayStep, read_date};
use crate::ui::shortcut::Shortcut;
use calculator::Calculator;
use chrono::{Days, Months, NaiveDate};

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

    fn chosen(&self) -> Option<&Entry> {
        self.entries.get(self.selected)
    }

    fn chosen_case(&self) -> Option<CaseId> {
        match self.chosen()? {
            Entry::Case(item) => Some(item.case.id),
            Entry::Lot(_) => None,
        }
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Stepped(step) => self.step(step),
            Message::DayOpened => {
                self.tab = DAY;
                Action::All(vec![self.list(), Action::Focus("calendar-days")])
            }
            Message::DigitTyped(digit) => {
                self.typed = digit;
                Action::GoOnTyping("calendar-date")
            }
            Message::Typed(text) => {
                self.typed = text;
                read_date(&self.typed, self.today).map_or(Action::None, |day| self.go_to(day))
            }
            Message::DateEntered if self.is_no_date() => {
                self.problems = vec![Problem::error("date", "problem-date")];
                Action::None
            }
            Message::DateEntered => {
                self.typed.clear();
                Action::Focus("calendar-month")
            }
            Message::WhoseChosen(at) => {
                self.mine = at == 1;
                self.anew()
            }
            Message::TabChosen(tab) => {
                self.tab = tab;
                self.list()
            }
            Message::RowChosen(at) => self.choose(at),
            Message::RowRested(id) if self.chosen_case() == Some(id) => Action::Explain(id),
            Message::RowRested(_) => Action::None,
            Message::RowOpened(at) => match self.entries.get(at) {
                Some(Entry::Case(item)) => Action::Open(item.case.id),
                Some(Entry::Lot(_)) => self.lot.as_ref().map_or(Action::None, |lot| Action::Lot(lot.month)),
                None => Action::None,
            },
            Message::CommandPressed(command) => {
                self.chosen_case().map_or(Action::None, |id| Action::OpenFor(id, command))
            }
            Message::BackPressed => Action::Focus("calendar-month"),
            Message::CalculatorPressed => Action::Holidays,
            Message::CalculatorClosed => {
                self.calculator = None;
                Action::Focus("calendar-month")
            }
            Message::Calculator(message) => {
                self.calculator.iter_mut().for_each(|calculator| calculator.update(message.clone()));
                Action::None
            }
            Message::Stale => self.anew(),
            told => self.told(told),
        }
    }

    /// Takes in what the desk has answered.
    fn told(&mut self, message: Message) -> Action {
        match message {
            Message::Counted(asked, month) if asked == self.counting => match *month {
                Ok(month) => self.month = Some(month),
                Err(problems) => self.problems = problems,
            },
            Message::Listed(asked, items) if asked == self.asked => match *items {
                Ok(items) => return self.listed(items),
                Err(problems) => self.problems = problems,
            },
            Message::Explained(id, days) => match *days {
                Ok(days) => self.why = Some((id, days)),
                Err(problems) => self.problems = problems,
            },
            Message::LotSeen(lot) => {
                // What keeps it from being seen is told where it is sent.
                self.lot = lot.ok().flatten();
                return if self.lot.is_some() { self.list() } else { Action::None };
            }
            Message::Holidays(known) => match *known {
                Ok((calendar, assumed)) => {
                    self.calculator = Some(Calculator::new(self.day, calendar, assumed));
                    return Action::Focus("calculator-on");
                }
                Err(problems) => self.problems = problems,
            },
            _ => {}
        }
        Action::None
    }

    fn step(&mut self, step: DayStep) -> Action {
        let far = |days: i64| {
            let by = Days::new(days.unsigned_abs());
            if days < 0 { self.day.checked_sub_days(by) } else { self.day.checked_add_days(by) }
        };
        let months = |months: i32| {
            let by = Months::new(months.unsigned_abs());
            if months < 0 { self.day.checked_sub_months(by) } else { self.day.checked_add_months(by) }
        };
        let to = match step {
            DayStep::Days(days) => far(days),
            DayStep::Months(count) => months(count),
            DayStep::Today => Some(self.today),
            DayStep::To(at) => monday_of(first_of(self.day)).checked_add_days(Days::new(at as u64)),
        };
        to.map_or(Action::None, |day| self.go_to(day))
    }

    /// Chooses a day; its month is fetched where it is another one, its list where that hangs on the day.
    fn go_to(&mut self, day: NaiveDate) -> Action {
        let before = std::mem::replace(&mut self.day, day);
        if first_of(before) != first_of(day) {
            return self.anew();
        }
        let same_list = match self.tab {
            DAY => before == day,
            WEEK => monday_of(before) == monday_of(day),
            _ => true,
        };
        if same_list { Action::None } else { self.list() }
    }

    /// The month and its list, once more.
    fn anew(&mut self) -> Action {
        self.counting += 1;
        let count = Action::Count(self.counting, self.day, self.mine);
        Action::All(vec![count, self.list()])
    }

    /// Whether something is typed that is no date.
    fn is_no_date(&self) -> bool {
        !self.typed.trim().is_empty() && read_date(&self.typed, self.today).is_none()
    }

    /// The list once more. Until it is there nobody says that nothing falls on these days.
    fn list(&mut self) -> Action {
        if self.listed != Some((self.stretch(), self.mine)) {
            self.listed = None;
        }
        self.asked += 1;
        Action::List(self.asked, self.stretch(), self.mine)
    }

    fn stretch(&self) -> Stretch {
        match self.tab {
            DAY => Stretch::Between(self.day, self.day),
            WEEK => Stretch::Between(monday_of(self.day), sunday_of(self.day)),
            _ => Stretch::Overdue,
        }
    }

    /// The lot that has to be sent, if its day is among those listed.
    fn lot_due(&self) -> Option<NaiveDate> {
        let due = self.lot.as_ref()?.due.as_ref()?.date;
        let listed = match self.stretch() {
            Stretch::Between(from, until) => (from..=until).contains(&due),
            Stretch::Overdue => due < self.today,
        };
        listed.then_some(due)
    }

    /// What was chosen stays so, wherever it stands now.
    fn listed(&mut self, Listed { items, cut }: Listed) -> Action {
        self.problems.clear();
        self.listed = Some((self.stretch(), self.mine));
        let kept = self.chosen().cloned();
        self.cut = cut;
        self.entries = items.into_iter().map(|item| Entry::Case(Box::new(item))).collect();
        if let Some(due) = self.lot_due() {
            let at = self.entries.iter().take_while(|entry| entry.on() <= due).count();
            self.entries.insert(at, Entry::Lot(due));
        }
        let at = kept.and_then(|kept| self.entries.iter().position(|entry| entry.is(&kept)));
        if self.entries.is_empty() {
            return Action::None;
        }
        self.choose(at.unwrap_or(0))
    }

    fn choose(&mut self, at: usize) -> Action {
        self.selected = at;
        self.chosen_case().map_or(Action::None, Action::RowRests)
    }
}

impl Entry {
    fn on(&self) -> NaiveDate {
        match self {
            Self::Case(item) => item.day.on,
            Self::Lot(due) => *due,
        }
    }

    /// Whether it is the same day of the same case, whatever its row says now.
    fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Case(one), Self::Case(two)) => {
                (one.case.id, one.day.kind, one.day.on) == (two.case.id, two.day.kind, two.day.on)
            }
            (Self::Lot(_), Self::Lot(_)) => true,
            _ => false,
        }
    }
}
