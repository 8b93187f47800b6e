//! The counter as a whole: the page in the middle, what and who at the left, what the law says at the right.

use super::sentence;
use super::{Message, Page, State, done, side};
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{primary, toned, with_dialog};
use crate::ui::layout::{Class, Space, columns};
use crate::ui::theme::{Tone, space};
use crate::words;
use iced::widget::{column, container, space as gap};
use iced::{Fill, Padding};

impl State {
    /// Draws the counter.
    pub fn view(&self, room: Space) -> Element<'_, Message> {
        // On the last page nothing stands beside it.
        let at_side = self.page == Page::Done && room.class() == Class::Wide;
        let looked = self.files.looked_at(room, at_side).map(|page| page.map(Message::File));
        let page = looked.unwrap_or_else(|| self.page_view(room));
        let trouble =
            self.trouble.iter().map(|problem| toned(sentence::problem(problem), Tone::Error).into());
        // Always there, however empty: a page that moved down would lose the keyboard in the middle of a word.
        let below = if self.trouble.is_empty() { 0.0 } else { space::S };
        let trouble = column(trouble).spacing(space::S).padding(Padding::ZERO.bottom(below));
        // Another page begins at its top, with fresh fields: it stands in another slot, so that no state is carried over.
        let slots = (0..self.slot()).map(|_| gap().into());
        let page = column(slots).push(page).width(Fill).height(room.fill());
        let middle = column![trouble, page].width(Fill).height(room.fill());
        let all = columns(room, middle);
        let all = match &self.work {
            Some(work) if self.page != Page::Done => {
                all.left(self.left(work), self.header(work)).right(side::right(work), side::summary(work))
            }
            _ => all,
        };
        let choosing = self.work.as_ref().and_then(|work| self.files.dialog(work, room));
        with_dialog(all, choosing.or_else(|| self.dialog()), room)
    }

    fn slot(&self) -> usize {
        match self.page {
            _ if self.files.preview.is_some() => 3,
            Page::Start => 0,
            Page::Person => 1,
            Page::Done => 2,
            Page::Stops => 4 + self.stops.stop as usize,
            Page::Form => 7 + self.form.section,
        }
    }

    fn page_view(&self, room: Space) -> Element<'_, Message> {
        let saved = self.saved.map(|at| fl!("counter-saved", time = words::time(at.time())));
        match (self.page, &self.work, &self.filed) {
            (Page::Person, Some(work), _) => {
                let page = self.person.view(work, room).map(Message::Person);
                let go = super::person::State::is_complete(work).then(|| {
                    container(primary(fl!("counter-to-form")).id("to-form").on_press(Message::FormPressed))
                        .padding([space::S, 0.0])
                });
                room.scrolls(column![page].push(go))
            }
            (Page::Form, Some(work), _) => self.form.view(work, saved, room).map(Message::Form),
            (Page::Stops, Some(work), _) => self.stops.view(work, &self.files, room).map(Message::Stops),
            (Page::Done, _, Some(filed)) => room.scrolls(
                container(done::view(filed, &self.prints, room).map(Message::Done)).max_width(720.0),
            ),
            _ => room.scrolls(
                container(self.start.view(self.catalogue, room).map(Message::Start)).max_width(720.0),
            ),
        }
    }
}
