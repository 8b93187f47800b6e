//! A paper page by page, as it will be printed. Keeps one page; renders none itself.

use super::Action;
use crate::desk::look::Picture;
use crate::domain::id::PaperId;
use crate::fl;
use crate::ui::Element;
use crate::ui::a11y::Role;
use crate::ui::control::{body, button, panel, press, strong};
use crate::ui::layout::Space;
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::{Theme, space};
use iced::keyboard::{Key, key::Named};
use iced::widget::scrollable::{Direction, Scrollbar};
use iced::widget::{Scrollable, column, image, row};
use iced::{Alignment, Fill, Renderer};

/// Id of the page itself: it hears the keys.
pub const PAGE: &str = "page";
/// Pixels for a millimetre, step by step; the third is as large as the paper.
const STEPS: [f32; 6] = [2.0, 3.0, 3.78, 5.0, 7.5, 10.0];

/// A paper that is looked at.
#[derive(Debug, Clone)]
pub struct Preview {
    /// Which.
    pub paper: PaperId,
    title: String,
    pages: u16,
    page: u16,
    step: usize,
    picture: Option<(image::Handle, f32, f32)>,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// The next page.
    NextPressed,
    /// The page before.
    PreviousPressed,
    /// Larger.
    LargerPressed,
    /// Smaller.
    SmallerPressed,
    /// Enough seen.
    ClosePressed,
}

impl Preview {
    /// The first page of a paper.
    pub fn new(paper: PaperId, title: String, pages: u16) -> Self {
        Self { paper, title, pages: pages.max(1), page: 0, step: 1, picture: None }
    }

    /// The page that is to be drawn.
    pub fn wanted(&self) -> Action {
        let step = STEPS.get(self.step).copied().unwrap_or(3.0);
        Action::Picture(self.paper, self.page, step)
    }

    /// Takes a message in; says whether another picture is needed.
    pub fn update(&mut self, message: &Message) -> bool {
        let before = (self.page, self.step);
        match message {
            Message::NextPressed => self.page = (self.page + 1).min(self.pages - 1),
            Message::PreviousPressed => self.page = self.page.saturating_sub(1),
            Message::LargerPressed => self.step = (self.step + 1).min(STEPS.len() - 1),
            Message::SmallerPressed => self.step = self.step.saturating_sub(1),
            Message::ClosePressed => {}
        }
        before != (self.page, self.step)
    }

    /// A page is drawn; one that nobody waits for any more is dropped.
    pub fn pictured(&mut self, paper: PaperId, page: u16, picture: Picture) {
        if (paper, page) != (self.paper, self.page) {
            return;
        }
        // No page is so large that a float could not count its pixels.
        #[allow(clippy::cast_precision_loss)]
        let (width, height) = (picture.width as f32, picture.height as f32);
        self.picture =
            Some((image::Handle::from_rgba(picture.width, picture.height, picture.rgba), width, height));
    }

    /// Draws the page with what can be done to it.
    pub fn view(&self, room: Space) -> Element<'_, super::Message> {
        let page: u16 = self.page + 1;
        let of = fl!("case-page-of", page = page, pages = self.pages);
        let ask = super::Message::Preview;
        let bar = row![
            strong(self.title.clone()),
            body(of.clone()),
            button(fl!("case-page-before")).id("page-before").on_press(ask(Message::PreviousPressed)),
            button(fl!("case-page-next")).id("page-next").on_press(ask(Message::NextPressed)),
            button(fl!("key-smaller")).id("page-smaller").on_press(ask(Message::SmallerPressed)),
            button(fl!("key-larger")).id("page-larger").on_press(ask(Message::LargerPressed)),
            button(fl!("case-print"))
                .id("page-print")
                .keys(Shortcut::Print.keys())
                .on_press(super::Message::PrintPressed),
            button(fl!("case-save")).id("page-save").on_press(super::Message::SavePressed),
            button(fl!("close"))
                .id("page-close")
                .keys(Shortcut::Escape.keys())
                .on_press(ask(Message::ClosePressed)),
        ]
        .spacing(space::S)
        .align_y(Alignment::Center)
        .wrap();
        let sheet: Element<'_, super::Message> = match &self.picture {
            None => body(fl!("case-page-drawn")).into(),
            Some((handle, width, height)) => image(handle.clone()).width(*width).height(*height).into(),
        };
        let page = press(sheet, Some(ask(Message::NextPressed)))
            .id(PAGE)
            .named(Role::Document, format!("{}, {of}", self.title))
            .on_key(|key, _| heard(key).map(super::Message::Preview));
        let bars = Scrollbar::new().width(8).scroller_width(8).margin(1);
        let both = Direction::Both { vertical: bars, horizontal: bars };
        let page: Scrollable<'_, super::Message, Theme, Renderer> =
            Scrollable::new(page).direction(both).width(Fill).height(room.pane());
        let all = column![bar, page].spacing(space::S).height(room.fill());
        panel().height(room.fill()).push(all).into()
    }
}

fn heard(key: &Key) -> Option<Message> {
    match key {
        Key::Named(Named::PageDown) => Some(Message::NextPressed),
        Key::Named(Named::PageUp) => Some(Message::PreviousPressed),
        Key::Character(sign) if sign == "+" => Some(Message::LargerPressed),
        Key::Character(sign) if sign == "-" => Some(Message::SmallerPressed),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn pages_and_sizes_end_where_there_are_no_more() {
        let mut preview = Preview::new(PaperId(Uuid::nil()), "GewA 1".into(), 2);
        assert!(!preview.update(&Message::PreviousPressed));
        assert!(preview.update(&Message::NextPressed) && !preview.update(&Message::NextPressed));
        for _ in 0..9 {
            let _ = preview.update(&Message::LargerPressed);
        }
        assert_eq!(preview.wanted(), Action::Picture(PaperId(Uuid::nil()), 1, 10.0));
    }
}
