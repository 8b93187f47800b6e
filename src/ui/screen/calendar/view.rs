//! Draws the calendar: the month, the list of days, and why the chosen one is that day. Changes nothing.

use super::days::{closed, tone};
use super::{Entry, Message, State};
use crate::desk::days::{CaseDay, DayItem, LISTED};
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{
    Cell, Column, Dialog, KeyHint, Row, body, button, column as area, date_field, dialog, month_grid, panel,
    primary, reader, small, small_toned, strong, table, tabs, title, with_dialog,
};
use crate::ui::layout::{Class, Space, columns};
use crate::ui::screen::beside::{at, elsewhere, local};
use crate::ui::screen::cases::service_of;
use crate::ui::screen::counter::explanation;
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::{Tone, space};
use crate::words;
use iced::widget::{column, container, row};
use iced::{Alignment, Fill, FillPortion, Length};

/// Width of the list beside the month.
const LIST: f32 = 408.0;
/// Height of a week where the page scrolls.
const WEEK_HIGH: f32 = 62.0;

impl State {
    /// Draws the screen.
    pub fn view(&self, room: Space) -> Element<'_, Message> {
        let wide = room.class() == Class::Wide;
        let (cells, at) = self.cells();
        let head = (0..7).filter_map(|day| {
            crate::desk::days::monday_of(self.day).checked_add_days(chrono::Days::new(day))
        });
        let head = head.map(|day| words::day_of_week(day).to_owned()).collect();
        let rows = super::days::shown(self.day).len() / crate::ui::control::WEEK;
        let weeks = if rows > 5 { 6.0 } else { 5.0 };
        let high = if wide { Fill } else { Length::Fixed(WEEK_HIGH * weeks + 24.0) };
        let name = fl!("calendar-grid", month = words::month(self.day));
        let grid = month_grid("calendar-month", name, (head, self.weeks()), cells, at, Message::Stepped)
            .on_open(Message::DayOpened)
            .on_type(Message::DigitTyped)
            .height(high);
        let mut top = column![self.head()].spacing(space::S);
        for problem in elsewhere(&self.problems, &["date"]) {
            top = top.push(problem);
        }
        let top = container(top).padding(space::L);
        let page: Element<'_, Message> = if wide {
            let month = column![top, Element::from(grid), legend()].height(Fill);
            let month = panel().padding(0.0).height(Fill).push(month);
            // The list scrolls by itself and keeps what is said of its line in sight: no column that scrolls as a whole.
            let list = container(self.listing(room)).width(Length::Fixed(LIST)).height(Fill);
            let list = area("column-right", fl!("region-right"), list);
            let both = row![Element::from(month), list].spacing(space::L).height(Fill);
            columns(room, both).into()
        } else {
            let month = panel().padding(0.0).push(column![top, Element::from(grid), legend()]);
            let below = column![Element::from(month), self.listing(room)].spacing(space::M);
            columns(room, room.scrolls(below)).into()
        };
        with_dialog(page, self.dialog(room), room)
    }

    /// The month, the ways to another one, whose days, and the field for a date.
    fn head(&self) -> Element<'_, Message> {
        use crate::ui::control::DayStep::{Months, Today};
        let go = |words: String, id: &'static str, step| {
            Element::from(button(words).id(id).on_press(Message::Stepped(step)))
        };
        let whose = tabs(
            "calendar-whose",
            fl!("calendar-whose"),
            vec![fl!("calendar-all"), fl!("calendar-mine")],
            usize::from(self.mine),
            Message::WhoseChosen,
        );
        let date = date_field("calendar-date", &self.typed, self.today, Message::Typed)
            .says(fl!("calendar-date"))
            .problem(at(&self.problems, "date"))
            .on_enter(Message::DateEntered);
        row![
            title(words::month(self.day)),
            go(fl!("calendar-before"), "calendar-before", Months(-1)),
            go(fl!("calendar-today"), "calendar-today", Today),
            go(fl!("calendar-after"), "calendar-after", Months(1)),
            Element::from(date),
            whose,
        ]
        .spacing(space::S)
        .align_y(Alignment::Center)
        .wrap()
        .into()
    }

    /// The days that are listed, and why the chosen one is that day.
    fn listing(&self, room: Space) -> Element<'_, Message> {
        let late = self.month.as_ref().map_or(0, |month| month.overdue);
        let late = usize::try_from(late).unwrap_or(usize::MAX);
        let which = tabs(
            "calendar-list",
            fl!("calendar-lists"),
            vec![
                fl!("calendar-day"),
                fl!("calendar-this-week"),
                fl!("calendar-late-many", count = words::count(late)),
            ],
            self.tab,
            Message::TabChosen,
        );
        let wide = room.class() == Class::Wide;
        let titles = vec![
            Column::new(fl!("calendar-day"), 96),
            Column::new(fl!("calendar-what"), FillPortion(5)),
            Column::new(fl!("cases-person"), FillPortion(4)),
            Column::new(fl!("cases-service"), FillPortion(4)),
            Column::new(fl!("cases-number"), 168),
        ];
        let chosen = (!self.entries.is_empty()).then_some(self.selected);
        let width = if wide { LIST } else { room.middle(0.0, 0.0) };
        let mut rows =
            table("calendar-days", self.list_title(), titles, self.entries.len(), |at| self.row(at))
                .select(chosen, Message::RowChosen)
                .on_open(Message::RowOpened)
                .fit(room, width)
                .empty(self.nothing());
        if !wide {
            rows = rows.whole();
        }
        let mut head = column![strong(self.list_title())].spacing(space::S);
        if self.tab == super::DAY {
            let calendar = self.month.as_ref().map(|month| &month.calendar);
            head = head.push(calendar.and_then(|calendar| closed(calendar, self.day)).map(small));
        }
        let cut = self.cut.then(|| fl!("calendar-cut", count = words::count(LISTED)));
        head = head.push(which).push(cut.map(|cut| small_toned(cut, Tone::Warning)));
        let calculate = button(fl!("calculator-title"))
            .id("calendar-calculate")
            .keys(Shortcut::Calculate.keys())
            .on_press(Message::CalculatorPressed);
        let high = if wide { Fill } else { Length::Shrink };
        let card = panel().padding(0.0).height(high).push(
            column![
                container(head).padding(space::L),
                Element::from(rows),
                self.details(),
                container(calculate).padding(space::L)
            ]
            .height(high),
        );
        card.into()
    }

    fn nothing(&self) -> String {
        match self.tab {
            // Nobody reads "nothing" where it is not known yet.
            _ if self.listed.is_none() => fl!("calendar-loading"),
            super::DAY => fl!("calendar-none-day"),
            super::WEEK => fl!("calendar-none-week"),
            _ => fl!("calendar-none-late"),
        }
    }

    fn row(&self, at: usize) -> Row {
        match self.entries.get(at) {
            None => Row::default(),
            Some(Entry::Case(item)) => {
                let (day, case) = (&item.day, &item.case);
                let tone = tone(day.kind, day.on, self.today);
                Row::new([
                    Cell::toned(words::date_short(day.on), tone),
                    Cell::toned(self.what(item), tone),
                    Cell::new(&case.applicant_name),
                    Cell::new(service_of(case)),
                    Cell::new(&case.number),
                ])
            }
            Some(Entry::Lot(due)) => {
                let tone = if *due < self.today { Tone::Error } else { Tone::Warning };
                let count = self.lot.as_ref().map_or(0, |lot| lot.cases.len());
                let cells = [
                    Cell::toned(words::date_short(*due), tone),
                    Cell::toned(fl!("lot-title"), tone),
                    Cell::new(fl!("calendar-lot", count = count)),
                ];
                Row::new(cells)
            }
        }
    }

    /// What it is: a reminder says so, since the office set it itself; what should have been done says that.
    fn what(&self, item: &DayItem) -> String {
        let label = local(&item.day.label);
        let what = match item.day.kind {
            crate::desk::days::DayKind::FollowUp => fl!("calendar-follow-up", text = label),
            _ => label,
        };
        let late = item.day.kind.waits() && item.day.on < self.today;
        if late { fl!("calendar-late", what = what) } else { what }
    }

    /// Why the chosen day is that day, one Tab behind the list, and the way to the case.
    fn details(&self) -> Element<'_, Message> {
        let Some(entry) = self.chosen() else { return column![].into() };
        let open = primary(fl!("cases-open-it")).id("calendar-open");
        let open = open.on_press(Message::RowOpened(self.selected));
        let mut lines = column![].spacing(space::XS);
        match entry {
            Entry::Case(item) => {
                lines = lines.push(strong(self.what(item))).push(small(words::date_in_full(item.day.on)));
                let case = &item.case;
                lines = lines.push(body(format!("{} · {}", service_of(case), case.applicant_name)));
                lines = lines.push(small(case.number.clone()));
                let why = self.day_of(item).map(|day| small(explanation(&day.why)));
                lines = lines.push(why);
            }
            Entry::Lot(_) => {
                let due = self.lot.as_ref().and_then(|lot| lot.due.as_ref());
                lines = lines.push(strong(fl!("lot-title")));
                lines = lines.push(due.map(|due| small(explanation(&due.why))));
            }
        }
        let why = reader("calendar-why", fl!("calendar-why"), container(lines).padding(space::L).width(Fill));
        column![why, container(open).padding([0.0, space::L])].into()
    }

    /// The chosen day as it was explained: of the same kind and date.
    fn day_of(&self, item: &DayItem) -> Option<&CaseDay> {
        let (id, days) = self.why.as_ref()?;
        let same = |day: &&CaseDay| day.day == item.day;
        days.iter().filter(|_| *id == item.case.id).find(same)
    }

    fn dialog(&self, room: Space) -> Option<Dialog<'_, Message>> {
        let calculator = self.calculator.as_ref()?;
        let inside = calculator.view(room, self.today).map(Message::Calculator);
        let close = button(fl!("close")).id("calculator-close").keys(Shortcut::Escape.keys());
        let close = close.on_press(Message::CalculatorClosed);
        Some(dialog(fl!("calculator-title"), inside, Message::CalculatorClosed).width(640.0).button(close))
    }

    /// The keys that work here.
    pub fn keys(&self) -> Vec<KeyHint> {
        if self.asks() {
            return vec![KeyHint::new(Shortcut::Escape.keys(), fl!("close"))];
        }
        vec![
            KeyHint::new(fl!("key-arrows"), fl!("calendar-key-day")),
            KeyHint::new(fl!("key-months"), fl!("calendar-key-month")),
            KeyHint::new(fl!("key-home"), fl!("calendar-key-today")),
            KeyHint::new(fl!("key-enter"), fl!("calendar-key-open")),
            KeyHint::new(fl!("key-digits"), fl!("calendar-key-date")),
            KeyHint::new(Shortcut::Escape.keys(), fl!("calendar-key-back")),
            KeyHint::new(Shortcut::Calculate.keys(), fl!("calculator-title")),
        ]
    }
}

/// What the short words in the days mean.
fn legend<'a>() -> Element<'a, Message> {
    container(small(fl!("calendar-legend"))).padding([space::S, space::L]).into()
}
