//! Draws the till, its journal and its closings. Changes nothing.

use super::{Message, Page, State};
use crate::desk::clock::legal_moment;
use crate::desk::till::{ClosingShown, Entry, Till};
use crate::domain::case::Payment;
use crate::domain::money::Cents;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{
    Cell, Column, Dialog, KeyHint, Row, body, button, date_field, dialog, pairs, panel, primary, small,
    state, table, tabs, text_field, with_dialog,
};
use crate::ui::layout::{Space, columns};
use crate::ui::screen::back::{back, short};
use crate::ui::screen::beside::{at, elsewhere};
use crate::ui::screen::preview;
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::{Tone, space};
use crate::words;
use iced::widget::{column, row};
use iced::{Alignment, Fill};

impl State {
    /// Draws the screen.
    pub fn view(&self, room: Space) -> Element<'_, Message> {
        let page: Element<'_, Message> = match (&self.preview, &self.form) {
            (Some((_, preview)), _) => {
                let print = button(fl!("till-print"))
                    .id("till-print")
                    .keys(Shortcut::Print.keys())
                    .on_press_maybe((!self.busy).then_some(Message::PrintPressed));
                let more = [Element::from(print), preview::close(Message::PreviewClosed)];
                let wide = room.width >= 1100.0;
                let sheet = preview.view(Message::Preview, more, (room, wide));
                let told = elsewhere(&self.problems, &[]);
                columns(room, column![sheet].extend(told).spacing(space::S).height(room.fill())).into()
            }
            (None, Some(form)) => form.view(&self.problems, self.busy, room),
            (None, None) => self.main(room),
        };
        with_dialog(page, self.chooses_place(room).or_else(|| self.over()), room)
    }

    fn main(&self, room: Space) -> Element<'_, Message> {
        let Some(till) = &self.till else {
            let told = elsewhere(&self.problems, &[]);
            return columns(room, panel().push(column![].extend(told).spacing(space::S))).into();
        };
        let at_page = match self.page {
            Page::Open => 0,
            Page::Journal => 1,
            Page::Closings => 2,
        };
        let names = vec![
            fl!("till-page-open", count = till.entries.len()),
            fl!("till-page-journal"),
            fl!("till-page-closings"),
        ];
        let mut card = panel()
            .spacing(space::M)
            .height(room.fill())
            .title(fl!("till-title", till = till.code.clone()))
            .push(tabs("till-pages", fl!("till-pages"), names, at_page, Message::PageChosen));
        card = match self.page {
            Page::Open => card.push(entries(self, &till.entries, room)),
            Page::Journal => card.push(self.days()).push(self.journal(room)),
            Page::Closings => card.push(self.closings(room)),
        };
        // What is wrong with a Storno stands in its dialog.
        for problem in elsewhere(&self.problems, &["from", "until"]).into_iter().filter(|_| !self.asks()) {
            card = card.push(problem);
        }
        card = card.push(self.bar());
        columns(room, card).right(standing(till), strip(till)).right_is_read().into()
    }

    fn bar(&self) -> Element<'_, Message> {
        let free = |message: Message| (!self.busy).then_some(message);
        let words = if self.goes_on() { fl!("till-count-on") } else { fl!("till-count") };
        let count = primary(words).id("till-count");
        let count = if self.page == Page::Journal { count } else { count.keys(Shortcut::Finish.keys()) };
        let last = self.till.as_ref().is_some_and(|till| till.last.is_some());
        let correct = button(fl!("till-correct")).id("till-correct");
        let cancel = button(fl!("till-cancel")).id("till-cancel");
        let save = button(fl!("till-save")).id(super::save::SAVES);
        let can_cancel = self.cancellable().is_some() && !self.busy;
        row![
            Element::from(count.on_press_maybe(free(Message::CountPressed))),
            Element::from(correct.on_press_maybe(free(Message::CorrectPressed).filter(|_| last))),
            Element::from(cancel.on_press_maybe(can_cancel.then_some(Message::CancelPressed))),
            Element::from(
                save.on_press_maybe((self.can_save() && !self.busy).then_some(Message::SavePressed))
            ),
        ]
        .spacing(space::S)
        .align_y(Alignment::Center)
        .wrap()
        .into()
    }

    fn days(&self) -> Element<'_, Message> {
        let from = date_field("from", self.days.0.clone(), self.today, Message::FromTyped);
        let until = date_field("until", self.days.1.clone(), self.today, Message::UntilTyped);
        let from = from.label(fl!("till-from")).width(140.0).problem(at(&self.problems, "from"));
        let until = until.label(fl!("till-until")).width(140.0).problem(at(&self.problems, "until"));
        let show = button(fl!("till-show")).id("till-show").keys(Shortcut::Finish.keys());
        row![
            Element::from(from),
            Element::from(until.on_enter(Message::JournalPressed)),
            Element::from(show.on_press(Message::JournalPressed)),
        ]
        .spacing(space::M)
        .align_y(Alignment::End)
        .wrap()
        .into()
    }

    fn journal(&self, room: Space) -> Element<'_, Message> {
        let mut titles = titles();
        titles.push(Column::new(fl!("till-column-closing"), 110));
        let cells = |index: usize| {
            let Some((entry, closing)) = self.journal.get(index) else { return Row::default() };
            Row::new(line(entry).into_iter().chain([Cell::new(closing.clone())]))
        };
        table("till-rows", fl!("till-page-journal"), titles, self.journal.len(), cells)
            .select((!self.journal.is_empty()).then_some(self.chosen), Message::RowChosen)
            .on_open(Message::Opened)
            .fit(room, room.middle(0.0, 286.0) - 2.0 * space::L)
            .empty(fl!("till-journal-none"))
            .into()
    }

    fn closings(&self, room: Space) -> Element<'_, Message> {
        let titles = vec![
            Column::new(fl!("till-column-closing"), 100),
            Column::new(fl!("till-column-day"), 150),
            Column::new(fl!("till-counted"), 110).right(),
            Column::new(fl!("till-difference-label"), 110).right(),
            Column::new(fl!("till-delivered-label"), 110).right(),
            Column::new(fl!("till-column-by"), Fill),
        ];
        let cells = |index: usize| self.closings.get(index).map(closing_row).unwrap_or_default();
        table("till-rows", fl!("till-page-closings"), titles, self.closings.len(), cells)
            .select((!self.closings.is_empty()).then_some(self.chosen), Message::RowChosen)
            .on_open(Message::Opened)
            .fit(room, room.middle(0.0, 286.0) - 2.0 * space::L)
            .empty(fl!("till-closings-none"))
            .into()
    }

    fn over(&self) -> Option<Dialog<'_, Message>> {
        let (receipt, reason) = self.cancelling.as_ref()?;
        let field = text_field("till-reason", reason.clone(), Message::ReasonTyped)
            .label(fl!("till-cancel-reason"))
            .required(true)
            .problem(at(&self.problems, "reason"))
            .on_enter(Message::CancelTaken);
        let told = elsewhere(&self.problems, &["reason"]);
        let says =
            self.taken_by(receipt).map(|entry| back(receipt, entry.how, entry.cents)).unwrap_or_default();
        let there = self.till.as_ref().map_or(Cents::ZERO, Till::expected);
        let short = self.taken_by(receipt).and_then(|entry| short(there, entry.how, entry.cents));
        let short = short.map(|words| state(words, Tone::Warning));
        let inside = column![body(says)].push(short).push(Element::from(field));
        let go = primary(fl!("till-cancel"))
            .id("till-cancel-go")
            .keys(Shortcut::Finish.keys())
            .on_press_maybe((!self.busy).then_some(Message::CancelTaken));
        let no = button(fl!("cancel")).id("till-cancel-no").on_press(Message::CancelClosed);
        let inside = inside.extend(told).spacing(space::M);
        Some(dialog(fl!("till-cancel"), inside, Message::CancelClosed).button(go).button(no))
    }

    /// The keys that work here.
    pub fn keys(&self) -> Vec<KeyHint> {
        let hint = |shortcut: Shortcut, words: String| KeyHint::new(shortcut.keys(), words);
        if self.saving.is_some() {
            return vec![hint(Shortcut::Finish, fl!("till-save")), hint(Shortcut::Escape, fl!("cancel"))];
        }
        if self.cancelling.is_some() {
            return vec![hint(Shortcut::Finish, fl!("till-cancel")), hint(Shortcut::Escape, fl!("cancel"))];
        }
        if self.preview.is_some() {
            return vec![hint(Shortcut::Print, fl!("till-print")), hint(Shortcut::Escape, fl!("close"))];
        }
        if self.form.is_some() {
            return vec![
                hint(Shortcut::Finish, fl!("till-close")),
                hint(Shortcut::Escape, fl!("till-later")),
            ];
        }
        let finish = match self.page {
            Page::Journal => fl!("till-show"),
            _ if self.goes_on() => fl!("till-count-on"),
            _ => fl!("till-count"),
        };
        let (open, rows) = match self.page {
            Page::Open => (fl!("till-key-case"), self.entries().len()),
            Page::Journal => (fl!("till-key-case"), self.journal.len()),
            Page::Closings => (fl!("till-key-paper"), self.closings.len()),
        };
        // Elsewhere Enter presses what has the keyboard.
        let open = (rows > 0).then(|| KeyHint::new(words::text("key-enter"), open));
        std::iter::once(hint(Shortcut::Finish, finish)).chain(open).collect()
    }
}

fn titles() -> Vec<Column> {
    vec![
        Column::new(fl!("till-column-receipt"), 140),
        Column::new(fl!("till-column-day"), 100),
        Column::new(fl!("prints-case"), Fill),
        Column::new(fl!("till-column-how"), 130),
        Column::new(fl!("till-column-amount"), 100).right(),
    ]
}

/// What the next closing counts.
fn entries<'a>(state: &'a State, entries: &'a [Entry], room: Space) -> Element<'a, Message> {
    let cells = |index: usize| entries.get(index).map(|entry| Row::new(line(entry))).unwrap_or_default();
    table("till-rows", fl!("till-pages"), titles(), entries.len(), cells)
        .select((!entries.is_empty()).then_some(state.chosen), Message::RowChosen)
        .on_open(Message::Opened)
        .fit(room, room.middle(0.0, 286.0) - 2.0 * space::L)
        .empty(fl!("till-nothing"))
        .into()
}

/// How it was paid or goes back, and that it was cancelled since: what is only paler nobody hears.
pub(super) fn how(how: Payment, cancels: bool, is_cancelled: bool) -> String {
    let how = match how {
        Payment::Cash => fl!("payment-cash"),
        Payment::Card => fl!("payment-card"),
    };
    match (cancels, is_cancelled) {
        (true, _) => fl!("till-back", how = how),
        (false, true) => fl!("till-was-cancelled", how = how),
        (false, false) => how,
    }
}

fn line(entry: &Entry) -> [Cell; 5] {
    let how = how(entry.how, entry.cancels, entry.is_cancelled);
    let tone = if entry.cancels || entry.is_cancelled { Tone::Muted } else { Tone::Plain };
    [
        Cell::toned(entry.receipt.clone(), tone),
        Cell::new(words::date(entry.on)),
        Cell::new(entry.case.as_ref().map_or_else(|| "–".to_owned(), |(_, number)| number.clone())),
        Cell::toned(how, tone),
        Cell::toned(words::amount(entry.cents.0), tone),
    ]
}

fn closing_row(closing: &ClosingShown) -> Row {
    let row = &closing.row;
    let difference = row.difference();
    let tone = if difference == Cents::ZERO { Tone::Plain } else { Tone::Warning };
    let by = match closing.second.as_str() {
        "" => closing.by.clone(),
        second => format!("{}, {second}", closing.by),
    };
    Row::new([
        Cell::new(closing.number.clone()),
        Cell::new(words::moment(legal_moment(row.closed_at))),
        Cell::new(words::amount(row.counted.0)),
        Cell::toned(words::amount(difference.0), tone),
        Cell::new(words::amount(row.delivered.0)),
        Cell::new(by),
    ])
}

/// How the till stands.
fn standing(till: &Till) -> Element<'_, Message> {
    let money = |cents: Cents| words::amount(cents.0);
    let rows = [
        (fl!("till-opening"), money(till.opening)),
        (fl!("till-cash"), money(till.taken(Payment::Cash))),
        (fl!("till-card"), money(till.taken(Payment::Card))),
        (fl!("till-expected"), money(till.expected())),
    ];
    let last = match &till.last {
        Some(last) => {
            let when = words::moment(legal_moment(last.row.closed_at));
            fl!("till-last", number = last.number.clone(), when = when, by = last.by.clone())
        }
        None => fl!("till-never", count = till.left_out),
    };
    panel().title(fl!("till-sum")).spacing(space::M).push(pairs(rows)).push(small(last)).into()
}

fn strip(till: &Till) -> Element<'_, Message> {
    let expected = words::amount(till.expected().0);
    let card = words::amount(till.taken(Payment::Card).0);
    body(fl!("till-standing", expected = expected, card = card)).into()
}
