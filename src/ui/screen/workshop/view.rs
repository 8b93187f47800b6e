//! Draws the workshop: what is on the bench at the left, the chosen page in the middle, what follows from the example at the
//! right. Changes nothing.

use super::{Message, Page, State, told};
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{Dialog, KeyHint, body, button, choice, panel, small, strong, tabs, with_dialog};
use crate::ui::layout::{Space, columns, stack};
use crate::ui::screen::beside::{elsewhere, local};
use crate::ui::screen::chooser;
use crate::ui::screen::counter::side;
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::space;
use crate::words;
use iced::widget::{column, row};
use iced::{Alignment, Fill};

impl State {
    /// Draws the screen.
    pub fn view(&self, room: Space) -> Element<'_, Message> {
        let mut page = columns(room, self.middle(room)).left(self.left(), self.header());
        if let Some(work) = self.work.as_ref().filter(|_| self.page == Page::Form) {
            let summary = side::summary(work);
            page = page.right(stack(told::told(work)), summary).right_is_read();
        }
        with_dialog(page, self.dialog(room), room)
    }

    fn middle(&self, room: Space) -> Element<'_, Message> {
        let at = Page::ALL.iter().position(|page| *page == self.page).unwrap_or(0);
        let names = Page::ALL.into_iter().map(|page| self.name(page)).collect();
        let pages = tabs("workshop-pages", fl!("workshop-pages"), names, at, Message::PageChosen);
        let mut all = column![pages].spacing(space::S).width(Fill).height(room.fill());
        for problem in elsewhere(&self.problems, &[]) {
            all = all.push(problem);
        }
        let shown = match (self.page, &self.work) {
            (Page::Faults, _) => self.wrong(room),
            (Page::Changes, _) => self.changes(room),
            (Page::Form, Some(work)) => self.form.view(work, None, room).map(Message::Form),
            (Page::Told, Some(work)) => told::all_told(work, room),
            (Page::Papers, Some(work)) => self.paper.view(work, room),
            (_, None) if self.faults() > 0 => panel().push(body(fl!("workshop-unreadable"))).into(),
            (_, None) => panel().push(body(fl!("workshop-nothing"))).into(),
        };
        all.push(shown).into()
    }

    fn name(&self, page: Page) -> String {
        match page {
            Page::Form => fl!("workshop-page-form"),
            Page::Told => fl!("workshop-page-told"),
            Page::Papers => fl!("workshop-page-papers"),
            Page::Changes => fl!("workshop-page-changes"),
            Page::Faults => format!("{} {}", fl!("workshop-page-faults"), words::count(self.faults())),
        }
    }

    fn left(&self) -> Element<'_, Message> {
        let mut card = panel().spacing(space::S).push(told::heading(fl!("workshop-title")));
        if let Some(bench) = &self.bench {
            let title = bench.title.as_ref().map(local).unwrap_or_default();
            card = card.push_maybe((!title.is_empty()).then(|| strong(title)));
            card = card.push(told::count(bench.faults.len()));
            let path = bench.path.as_ref();
            card = card.push_maybe(path.map(|path| small(path.display().to_string())));
            card = card.push_maybe(self.pieces());
        }
        card = card.push(small(fl!("workshop-live"))).push(buttons());
        let mut all = vec![Element::from(card)];
        if let Some(work) = self.work.as_ref().filter(|_| self.page == Page::Form) {
            all.push(side::sections(work, &self.form, true).map(Message::Form));
        }
        stack(all)
    }

    fn header(&self) -> Element<'_, Message> {
        let faults = self.bench.as_ref().map(|bench| told::count(bench.faults.len()));
        let line = row![strong(fl!("workshop-title"))].push(faults).push(buttons());
        let line = line.spacing(space::S).align_y(Alignment::Center).wrap();
        column![line].push(self.pieces()).spacing(space::XS).width(Fill).into()
    }

    /// The services on the bench; just the name where there is one.
    fn pieces(&self) -> Option<Element<'_, Message>> {
        let pieces = &self.bench.as_ref()?.pieces;
        let name =
            |service: &crate::catalogue::Service| format!("{} {}", local(&service.name), service.version);
        match pieces.as_slice() {
            [] => None,
            [one] => Some(body(name(one.service)).into()),
            all => {
                let names: Vec<String> = all.iter().map(|piece| name(piece.service)).collect();
                let which = choice("workshop-service", names, Some(self.piece), Message::PieceChosen);
                Some(which.label(fl!("packs-service")).into())
            }
        }
    }

    fn dialog(&self, room: Space) -> Option<Dialog<'_, Message>> {
        let chooser = self.chooser.as_ref()?;
        let inside = column![small(fl!("workshop-choose-hint")), chooser.view(room).map(Message::Chooser)]
            .spacing(space::S)
            .height(if chooser::fills(room) { Fill } else { iced::Shrink });
        let go = (fl!("workshop-open-go"), Message::Chooser as fn(_) -> _);
        Some(chooser.dialog_with(fl!("workshop-open"), inside, room, go, Message::ChooserClosed))
    }

    /// The keys that work here.
    pub fn keys(&self) -> Vec<KeyHint> {
        if self.asks() {
            return vec![
                KeyHint::new(Shortcut::Finish.keys(), fl!("workshop-open-go")),
                KeyHint::new(Shortcut::Escape.keys(), fl!("cancel")),
            ];
        }
        let mut keys = vec![KeyHint::new(Shortcut::Attach.keys(), fl!("workshop-open"))];
        if self.faults() > 0 {
            keys.insert(0, KeyHint::new(Shortcut::Note.keys(), fl!("workshop-next-fault")));
        }
        keys.push(KeyHint::new(Shortcut::Escape.keys(), fl!("workshop-back")));
        keys
    }
}

fn buttons<'a>() -> Element<'a, Message> {
    let open = button(fl!("workshop-open")).id("workshop-open").keys(Shortcut::Attach.keys());
    let back = button(fl!("workshop-back")).id("workshop-back").keys(Shortcut::Escape.keys());
    row![
        Element::from(open.on_press(Message::OpenPressed)),
        Element::from(back.on_press(Message::BackPressed))
    ]
    .spacing(space::S)
    .wrap()
    .into()
}
