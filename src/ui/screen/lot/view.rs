//! Draws the month's notices. Changes nothing.

use super::{Message, State};
use crate::desk::bodies::NoticeStep;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{
    Cell, Column, Dialog, KeyHint, Row, body, button, choice, panel, primary, small, strong, table, title,
    with_dialog,
};
use crate::ui::layout::{Class, Space, columns};
use crate::ui::screen::beside::elsewhere;
use crate::ui::screen::counter::explanation;
use crate::ui::screen::preview;
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::{Tone, space};
use crate::words;
use iced::widget::{column, container, row};
use iced::{Alignment, Fill};

impl State {
    /// Draws the screen.
    pub fn view(&self, room: Space) -> Element<'_, Message> {
        if let Some(preview) = &self.preview {
            let close = preview::close(Message::PreviewClosed);
            let wide = room.class() == Class::Wide;
            return columns(room, preview.view(Message::Preview, [close], (room, wide))).into();
        }
        let rows = self.rows();
        let cells = |at: usize| {
            let Some((_, number, told)) = rows.get(at) else { return Row::default() };
            let (stand, tone) = match told {
                None => (fl!("lot-open"), Tone::Warning),
                Some(false) => (fl!("lot-sent"), Tone::Good),
                Some(true) => (fl!("lot-confirmed"), Tone::Good),
            };
            Row::new([Cell::strong(*number), Cell::toned(stand, tone)])
        };
        let titles = vec![Column::new(fl!("lot-case"), Fill), Column::new(fl!("lot-stand"), 170)];
        let empty = if self.lot.is_some() { fl!("lot-nothing") } else { fl!("case-loading") };
        let count = rows.len();
        let listed = (0..count).map(cells).collect::<Vec<_>>();
        let shown = table("lot", fl!("lot-title"), titles, count, move |at| {
            listed.get(at).cloned().unwrap_or_default()
        })
        .select((count > 0).then_some(self.chosen), Message::Chosen)
        .on_open(Message::Opened)
        .fit(room, room.middle(0.0, 318.0))
        .empty(empty);
        let names: Vec<String> = self.months.iter().map(|month| month.format("%m.%Y").to_string()).collect();
        let at = self.months.iter().position(|month| *month == self.month);
        let month = choice("lot-month", names, at, Message::MonthChosen).label(fl!("lot-of"));
        let mut top = column![title(fl!("lot-title")), container(month).max_width(200.0)].spacing(space::S);
        for problem in elsewhere(&self.problems, &[]) {
            top = top.push(problem);
        }
        let middle = column![container(top).padding(space::L), shown].height(room.fill());
        let middle = panel().padding(0.0).height(room.fill()).push(middle);
        let page = columns(room, middle).right(self.deeds(true), self.deeds(false)).right_width(318.0);
        with_dialog(page, self.dialog(room), room)
    }

    /// When it is due and why, and what can be done with it.
    fn deeds(&self, long: bool) -> Element<'_, Message> {
        let open = self.lot.as_ref().map_or(0, |lot| lot.cases.len());
        let unconfirmed = self.lot.as_ref().is_some_and(|lot| lot.sent.iter().any(|(.., done)| !done));
        let may = |can: bool, message: Message| (can && !self.busy).then_some(message);
        let write = primary(fl!("lot-write")).id("lot-write").keys(Shortcut::Finish.keys());
        let sent = button(fl!("lot-note-sent")).id("lot-note-sent");
        let confirmed = button(fl!("lot-note-confirmed")).id("lot-note-confirmed");
        let buttons = row![
            Element::from(write.on_press_maybe(may(open > 0, Message::WritePressed))),
            Element::from(sent.on_press_maybe(may(open > 0, Message::NotePressed(NoticeStep::Sent)))),
            Element::from(
                confirmed.on_press_maybe(may(unconfirmed, Message::NotePressed(NoticeStep::Acknowledged)))
            ),
        ]
        .spacing(space::S)
        .align_y(Alignment::Center)
        .wrap();
        let due = self.lot.as_ref().and_then(|lot| lot.due.as_ref());
        let head = due.map(|due| strong(words::date_with_day(due.date)));
        let mut card = panel().spacing(space::S).push_maybe(head).push(buttons);
        if long {
            card = card.push_maybe(due.map(|due| small(explanation(&due.why)))).push(body(fl!("lot-help")));
        }
        card.into()
    }

    fn dialog(&self, room: Space) -> Option<Dialog<'_, Message>> {
        let chooser = self.chooser.as_ref()?;
        let inside = chooser.view(room).map(Message::Chooser);
        let go = (fl!("lot-write-go"), Message::Chooser as fn(_) -> _);
        Some(chooser.dialog_with(fl!("lot-write"), inside, room, go, Message::ChooserClosed))
    }

    /// The keys that work here.
    pub fn keys(&self) -> Vec<KeyHint> {
        if self.asks() {
            return vec![
                KeyHint::new(Shortcut::Finish.keys(), fl!("lot-write-go")),
                KeyHint::new(Shortcut::Escape.keys(), fl!("cancel")),
            ];
        }
        if self.preview.is_some() {
            return vec![KeyHint::new(Shortcut::Escape.keys(), fl!("close"))];
        }
        vec![
            KeyHint::new(fl!("key-enter"), fl!("lot-look")),
            KeyHint::new(Shortcut::Finish.keys(), fl!("lot-write")),
            KeyHint::new(Shortcut::Escape.keys(), fl!("case-back")),
        ]
    }
}
