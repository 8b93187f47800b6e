//! Every control of the window: keyboard, focus ring, screen reader and theme are solved here once. No control knows
//! a case or a rule, and none keeps a value: values come in, messages go out.
//!
//! A control has an `id` (also what tests and screen readers find it by) and builds into an
//! [`Element`](crate::ui::Element) by `.into()` or by being put into `column!`/`row!`.

mod around;
mod badge;
mod button;
mod caption;
mod check;
mod choice;
mod column;
mod draw;
mod facts;
mod input;
mod keybar;
mod keyboard;
mod layer;
mod long_text;
mod month;
mod panel;
mod popup;
mod press;
mod problem;
mod reader;
mod ring;
mod scroll;
mod table;
mod tabs;
#[cfg(test)]
mod tests;
mod text;
mod text_field;
mod values;

pub(in crate::ui) use around::{Around, around};
pub use badge::{badge, state};
pub use button::{Button, button, danger, link, primary};
pub use caption::{Caption, label, together};
pub use check::{Check, Radio, check, radio};
pub use choice::{Choice, choice};
pub use column::{announced, column, named};
pub use facts::{Happening, pairs, progress, stacked, status_line, timeline};
pub use keybar::{KeyHint, about, fitting, key_bar, key_cap};
pub use layer::{Dialog, dialog, with_dialog};
pub use long_text::{LongText, long_text};
pub use month::{DayCell, DayLine, MonthGrid, Step as DayStep, WEEK, month_grid};
pub use panel::{Panel, panel, surface};
pub use popup::Suggestion;
pub use press::{Look, Press, Status, press};
pub use problem::{Problem, Strip, strip};
pub use reader::reader;
pub use scroll::scroll;
pub use table::{Cell, Column, Row, Table, table, table_title};
pub use tabs::{tabs, tabs_over};
pub use text::{body, section, small, small_toned, strong, title, toned};
pub use text_field::{TextField, text_field};
pub use values::{
    date_field, money_field, number_field, past_date_field, read_date, read_number, read_past_date,
    write_amount, write_date,
};
