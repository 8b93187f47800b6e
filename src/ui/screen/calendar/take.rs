//! What happens in the calendar, one message after the other. Draws nothing.

use super::calculator::Calculator;
use super::{Action, DAY, Entry, Message, State};

impl State {
    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Stepped(step) => self.step(step),
            // Enter behind a date that began in the grid, before the field got the keyboard.
            Message::DayOpened if self.typing => self.date_entered(),
            Message::DayOpened => {
                self.tab = DAY;
                Action::All(vec![self.list(), Action::Focus("calendar-days")])
            }
            Message::DigitTyped(text) => self.type_in_grid(&text),
            Message::Typed(text) => {
                (self.typed, self.typing) = (text, false);
                self.follow_typed()
            }
            Message::DateEntered => self.date_entered(),
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
}
