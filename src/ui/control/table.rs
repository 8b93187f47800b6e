//! A list of rows, one line each, however many there are: only what is seen is asked for and drawn, and the first rows are
//! measured. Arrows move the
//! selection, Enter opens, a click on a title sorts. Keeps no row and sorts nothing itself.

mod body;
mod cells;
mod widths;

pub use cells::{Cell, Row};

use super::press::{Look, press};
use super::text::{body as words, section};
use crate::fl;
use crate::ui::Element;
use crate::ui::a11y::{Info, Role};
use crate::ui::layout::Space;
use crate::ui::theme::{BOLD, SYMBOLS, Theme, size};
use iced::widget::{Id, column, container, row, rule, space as gap, text};
use iced::{Alignment, Color, Fill, Length, Padding};
use std::rc::Rc;

/// Space at the right edge for the scroll bar.
const EDGE: f32 = 12.0;
/// The least width in which a column of words can be read.
const LEAST: f32 = 100.0;
/// Space at both sides of a cell.
const CELL: f32 = 9.0;

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// What stands over it.
    pub title: String,
    /// `Fixed` for numbers, days and standings, which are shown whole: where a table knows its width ([`Table::fit`]) it
    /// is as wide as its words need. Else a share of what is left.
    pub width: Length,
    /// Text to the right, for amounts.
    pub right: bool,
    /// Whether a press on the title sorts.
    pub sorts: bool,
    /// Whether it is cut before any other, where not all words have room.
    pub gives_way: bool,
}

impl Column {
    /// A column of this width: a number of pixels, `Fill`, or `FillPortion`.
    pub fn new(title: impl Into<String>, width: impl Into<Length>) -> Self {
        Self { title: title.into(), width: width.into(), right: false, sorts: false, gives_way: false }
    }

    /// With its text to the right.
    #[must_use]
    pub fn right(mut self) -> Self {
        self.right = true;
        self
    }

    /// Cut before any other: what it says matters least.
    #[must_use]
    pub fn gives_way(mut self) -> Self {
        self.gives_way = true;
        self
    }

    /// With a title that sorts.
    #[must_use]
    pub fn sorts(mut self) -> Self {
        self.sorts = true;
        self
    }
}

/// See [`table`].
pub struct Table<'a, M> {
    id: Id,
    name: String,
    columns: Vec<Column>,
    count: usize,
    row: Rc<dyn Fn(usize) -> Row + 'a>,
    selected: Option<usize>,
    on_select: Option<Rc<dyn Fn(usize) -> M + 'a>>,
    on_open: Option<Rc<dyn Fn(usize) -> M + 'a>>,
    on_type: Option<Rc<dyn Fn(String) -> M + 'a>>,
    sorted: Option<(usize, bool)>,
    on_sort: Option<Rc<dyn Fn(usize) -> M + 'a>>,
    /// How wide it will be, where that is known.
    width: Option<f32>,
    height: Option<Length>,
    empty: String,
}

/// A table of `count` rows; `row` is asked for those that are seen. `name` is for the screen reader.
pub fn table<'a, M>(
    id: impl Into<Id>,
    name: impl Into<String>,
    columns: Vec<Column>,
    count: usize,
    row: impl Fn(usize) -> Row + 'a,
) -> Table<'a, M> {
    Table {
        id: id.into(),
        name: name.into(),
        columns,
        count,
        row: Rc::new(row),
        selected: None,
        on_select: None,
        on_open: None,
        on_type: None,
        sorted: None,
        on_sort: None,
        width: None,
        height: Some(Fill),
        empty: fl!("list-empty"),
    }
}

impl<'a, M> Table<'a, M> {
    /// Which row is selected, and what is said when another one is.
    #[must_use]
    pub fn select(mut self, selected: Option<usize>, on_select: impl Fn(usize) -> M + 'a) -> Self {
        self.selected = selected;
        self.on_select = Some(Rc::new(on_select));
        self
    }

    /// What Enter and a double click do.
    #[must_use]
    pub fn on_open(mut self, on_open: impl Fn(usize) -> M + 'a) -> Self {
        self.on_open = Some(Rc::new(on_open));
        self
    }

    /// What a letter or digit does that is typed while a row has the keyboard: whoever types means to narrow the list.
    #[must_use]
    pub fn on_type(mut self, on_type: impl Fn(String) -> M + 'a) -> Self {
        self.on_type = Some(Rc::new(on_type));
        self
    }

    /// Which column it is sorted by, upwards or not, and what is said when a title is pressed.
    #[must_use]
    pub fn sort(mut self, sorted: Option<(usize, bool)>, on_sort: impl Fn(usize) -> M + 'a) -> Self {
        self.sorted = sorted;
        self.on_sort = Some(Rc::new(on_sort));
        self
    }

    /// Where its columns do not fit into this width, rows become cards of two lines; in a low window the table is as high
    /// as is seen at once.
    #[must_use]
    pub fn fit(mut self, space: Space, width: f32) -> Self {
        self.width = Some(width);
        self.height = self.height.map(|_| space.pane());
        self
    }

    /// As high as all its rows, for short lists on a page that scrolls. Otherwise it takes the height there is.
    #[must_use]
    pub fn whole(mut self) -> Self {
        self.height = None;
        self
    }

    /// What is said where there is no row.
    #[must_use]
    pub fn empty(mut self, words: impl Into<String>) -> Self {
        self.empty = words.into();
        self
    }
}

fn title<'a, M: Clone + 'static>(
    column: &Column,
    sorted: Option<bool>,
    on_press: Option<M>,
) -> Element<'a, M> {
    let arrow = sorted.map(|up| text(if up { "\u{25b2}" } else { "\u{25bc}" }).font(SYMBOLS).size(9.0));
    let line = text::LineHeight::Absolute(size::SECTION_LINE.into());
    let color = |theme: &Theme| text::Style { color: Some(theme.tokens().muted) };
    let name = text(column.title.clone()).font(BOLD).size(size::SECTION).line_height(line).style(color);
    let inside = row![name].push(arrow).spacing(4).align_y(Alignment::Center);
    let side = if column.right { Alignment::End } else { Alignment::Start };
    let cell = container(inside).padding([0.0, CELL]).width(column.width).center_y(28.0).align_x(side);
    let Some(message) = on_press else { return cell.into() };
    let state = sorted.map(|up| if up { fl!("list-sort-up") } else { fl!("list-sort-down") });
    press(cell, Some(message))
        .named(Role::ColumnHeader, column.title.clone())
        .look(|tokens, status| Look {
            background: if status.hovered { tokens.accent_tint } else { Color::TRANSPARENT },
            ..Look::plain(tokens)
        })
        .info(|info| info.description = state)
        .into()
}

impl<'a, M: Clone + 'static> From<Table<'a, M>> for Element<'a, M> {
    fn from(mut table: Table<'a, M>) -> Self {
        let mut cards = false;
        if let Some(width) = table.width {
            let needs = widths::needs(&table.columns, table.count, &*table.row);
            cards = !widths::fits(&table.columns, &needs, width);
            table.columns = widths::fitted(table.columns, &needs, width);
        }
        let titles = table.columns.iter().enumerate().map(|(index, column)| {
            let sorted = table.sorted.filter(|(at, _)| *at == index).map(|(_, up)| up);
            let on_press = table.on_sort.as_ref().filter(|_| column.sorts).map(|on_sort| on_sort(index));
            title(column, sorted, on_press)
        });
        let head: Element<'_, M> = if cards {
            // Something stands there, so that what is below stays the same list; a column leaves out what is fixed at nothing.
            gap().into()
        } else {
            let line = row(titles).padding(Padding::ZERO.right(EDGE)).width(Fill);
            column![line, rule::horizontal(1)].into()
        };
        let height = table.height.unwrap_or(Length::Shrink);
        let is_empty = table.count == 0;
        let none = || container(words(table.empty)).padding([8.0, CELL]).width(Fill).into();
        let mut info = Info::new(if is_empty { Role::Document } else { Role::Table }, table.name);
        info.row_count = (!is_empty).then_some(table.count);
        info.covers_children = !is_empty;
        let body = Element::new(body::Body {
            id: table.id,
            info,
            columns: table.columns,
            count: table.count,
            row: table.row,
            selected: table.selected,
            on_select: table.on_select,
            on_open: table.on_open,
            on_type: table.on_type,
            cards,
            whole: table.height.is_none(),
            none: is_empty.then(none),
        });
        column![].push(head).push(body).height(height).into()
    }
}

/// The name over a table that has no panel of its own.
pub fn table_title<'a, M: 'a>(title: impl Into<String>) -> Element<'a, M> {
    container(section(title)).padding([4.0, CELL]).into()
}
