//! A month as a grid of days, whole weeks below each other. Arrows go from day to day, a screen reader is told it as a grid
//! whose cells say their day in full. Knows no holiday and no deadline: the days come in as words.

mod draw_cell;
mod widget;

use crate::ui::Element;
use crate::ui::a11y::{Info, Role};
use crate::ui::theme::Tone;
use iced::Length;
use iced::widget::Id;
use std::rc::Rc;

/// Days of a week, columns of the grid.
pub const WEEK: usize = 7;

/// A line in a day's cell: in full, and in short for a narrow one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayLine {
    /// "3 Fristen".
    pub words: String,
    /// "3 F".
    pub short: String,
    /// How it is meant.
    pub tone: Tone,
}

/// A day as the grid shows it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DayCell {
    /// The day of the month.
    pub number: String,
    /// All of it, for the screen reader: "Freitag, 27. November 2026, 3 Fristen".
    pub spoken: String,
    /// What day it is, beside the number: "heute".
    pub mark: String,
    /// Why nobody works on it, below the number: the name of a holiday.
    pub closed: String,
    /// What falls on it.
    pub lines: Vec<DayLine>,
    /// Whether nobody works on it.
    pub off: bool,
    /// Whether it belongs to the month before or after.
    pub outside: bool,
}

/// Where somebody wants to go in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// So many days on, or back.
    Days(i64),
    /// So many months on, or back.
    Months(i32),
    /// To today.
    Today,
    /// To the day in this place of the grid.
    To(usize),
}

/// See [`month_grid`].
pub struct MonthGrid<'a, M> {
    id: Id,
    name: String,
    head: Vec<String>,
    weeks: Vec<String>,
    days: Vec<DayCell>,
    selected: usize,
    height: Length,
    on_step: Rc<dyn Fn(Step) -> M + 'a>,
    on_open: Option<M>,
    on_type: Option<Rc<dyn Fn(String) -> M + 'a>>,
}

/// A grid of `days`, seven in a row under the names in `head`; `weeks` stand before the rows. `name` is for the screen reader.
pub fn month_grid<'a, M>(
    id: impl Into<Id>,
    name: impl Into<String>,
    (head, weeks): (Vec<String>, Vec<String>),
    days: Vec<DayCell>,
    selected: usize,
    on_step: impl Fn(Step) -> M + 'a,
) -> MonthGrid<'a, M> {
    MonthGrid {
        id: id.into(),
        name: name.into(),
        head,
        weeks,
        days,
        selected,
        height: Length::Fill,
        on_step: Rc::new(on_step),
        on_open: None,
        on_type: None,
    }
}

impl<'a, M> MonthGrid<'a, M> {
    /// What Enter and a double click do on the chosen day.
    #[must_use]
    pub fn on_open(mut self, on_open: M) -> Self {
        self.on_open = Some(on_open);
        self
    }

    /// What a digit does that is typed: whoever types means a date.
    #[must_use]
    pub fn on_type(mut self, on_type: impl Fn(String) -> M + 'a) -> Self {
        self.on_type = Some(Rc::new(on_type));
        self
    }

    /// How high it is; as high as there is room unless told.
    #[must_use]
    pub fn height(mut self, height: impl Into<Length>) -> Self {
        self.height = height.into();
        self
    }
}

impl<'a, M: Clone + 'static> From<MonthGrid<'a, M>> for Element<'a, M> {
    fn from(grid: MonthGrid<'a, M>) -> Self {
        let mut info = Info::new(Role::Grid, grid.name.clone());
        info.row_count = Some(grid.days.len().div_ceil(WEEK) + 1);
        info.value = grid.days.get(grid.selected).map(|day| day.spoken.clone());
        info.covers_children = true;
        Element::new(widget::Grid { grid, info })
    }
}
