//! A paper, a file or a form page by page, as it will be printed, and what each page says. Keeps one page; renders none
//! itself: the desk does.

mod spoken;

use crate::desk::bodies::Cut;
use crate::desk::look::{Leaf, Spoken, Viewable};
use crate::desk::{Desk, Session};
use crate::fl;
use crate::ui::Element;
use crate::ui::a11y::Role;
use crate::ui::control::{Problem as Told, body, button, panel, press, strong};
use crate::ui::layout::Space;
use crate::ui::screen::beside::{Outcome, beside, sentence};
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::{Theme, space};
use iced::keyboard::{Key, key::Named};
use iced::widget::scrollable::{Direction, Scrollbar};
use iced::widget::{Scrollable, column, container, image, row};
use iced::{Alignment, ContentFit, Fill, FillPortion, Renderer, Task};

/// Id of the page itself: it hears the keys.
pub const PAGE: &str = "page";
/// Pixels for a millimetre, step by step; the third is as large as the paper.
const STEPS: [f32; 6] = [2.0, 3.0, 3.78, 5.0, 7.5, 10.0];

/// What is looked at.
#[derive(Debug, Clone)]
pub struct Preview {
    /// Which.
    pub what: Viewable,
    title: String,
    pages: u16,
    page: u16,
    step: usize,
    /// Nobody has asked for another size: the page is as wide as its column where that is narrower.
    fits: bool,
    seen: Seen,
    spoken: Option<Spoken>,
    cut: Option<Cut>,
}

/// What is there of the page.
#[derive(Debug, Clone)]
enum Seen {
    Nothing,
    Picture(image::Handle, f32, f32),
    Trouble(String),
}

/// A page that is wanted as a picture: of what, which page from 0, pixels for a millimetre.
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted {
    /// Of what.
    pub what: Viewable,
    /// Which page, counted from 0.
    pub page: u16,
    /// Pixels for a millimetre.
    pub step: f32,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The next page.
    NextPressed,
    /// The page before.
    PreviousPressed,
    /// Larger.
    LargerPressed,
    /// Smaller.
    SmallerPressed,
    /// A page as a picture, or why there is none.
    Drawn(Box<Wanted>, Outcome<Leaf>),
}

/// Lets the desk draw a page that is wanted.
pub fn draw(wanted: Wanted, desk: &Desk, session: &Session) -> Task<Message> {
    let (session, asked) = (session.clone(), wanted.clone());
    let leaf = move |desk: &Desk| desk.leaf(&session, &wanted.what, wanted.page, wanted.step);
    beside(desk, leaf, move |leaf| Message::Drawn(Box::new(asked), leaf))
}

impl Preview {
    /// The first page of something that has, as far as is known, so many pages.
    pub fn new(what: Viewable, title: String, pages: u16) -> Self {
        Self {
            what,
            title,
            pages: pages.max(1),
            page: 0,
            step: 1,
            fits: true,
            seen: Seen::Nothing,
            spoken: None,
            cut: None,
        }
    }

    /// The page that is to be drawn.
    pub fn wanted(&self) -> Wanted {
        let step = STEPS.get(self.step).copied().unwrap_or(3.0);
        Wanted { what: self.what.clone(), page: self.page, step }
    }

    /// Takes a message in; says which picture is needed now, if another one is.
    pub fn update(&mut self, message: Message) -> Option<Wanted> {
        let before = (self.page, self.step);
        self.fits &= !matches!(message, Message::LargerPressed | Message::SmallerPressed);
        match message {
            Message::NextPressed => self.page = (self.page + 1).min(self.pages - 1),
            Message::PreviousPressed => self.page = self.page.saturating_sub(1),
            Message::LargerPressed => self.step = (self.step + 1).min(STEPS.len() - 1),
            Message::SmallerPressed => self.step = self.step.saturating_sub(1),
            // A page that nobody waits for any more is dropped.
            Message::Drawn(wanted, leaf) if *wanted == self.wanted() => self.drawn(leaf),
            Message::Drawn(..) => {}
        }
        (before != (self.page, self.step)).then(|| self.wanted())
    }

    fn drawn(&mut self, leaf: Outcome<Leaf>) {
        self.seen = match leaf {
            Ok(Leaf { picture, pages, spoken, cut }) => {
                (self.spoken, self.cut) = (spoken, cut);
                self.pages = pages.max(1);
                // No page is so large that a float could not count its pixels.
                #[allow(clippy::cast_precision_loss)]
                let (width, height) = (picture.width as f32, picture.height as f32);
                Seen::Picture(
                    image::Handle::from_rgba(picture.width, picture.height, picture.rgba),
                    width,
                    height,
                )
            }
            Err(problems) => Seen::Trouble(problems.iter().map(sentence).collect::<Vec<_>>().join(" ")),
        };
    }

    /// Draws the page, and what it says: at its side where there is room for both, else below. `ask` makes the screen's own messages, `more` is what else can be done with it, the last of
    /// them closes.
    pub fn view<'a, M: Clone + 'static>(
        &'a self,
        ask: fn(Message) -> M,
        more: impl IntoIterator<Item = Element<'a, M>>,
        (room, at_side): (Space, bool),
    ) -> Element<'a, M> {
        let page: u16 = self.page + 1;
        let of = fl!("case-page-of", page = page, pages = self.pages);
        let turn = (self.pages > 1).then(|| {
            row![
                button(fl!("case-page-before")).id("page-before").on_press(ask(Message::PreviousPressed)),
                button(fl!("case-page-next")).id("page-next").on_press(ask(Message::NextPressed)),
            ]
            .spacing(space::S)
        });
        let bar = row![strong(self.title.clone()), body(of.clone())]
            .push(turn)
            .push(button(fl!("key-smaller")).id("page-smaller").on_press(ask(Message::SmallerPressed)))
            .push(button(fl!("key-larger")).id("page-larger").on_press(ask(Message::LargerPressed)))
            .extend(more)
            .spacing(space::S)
            .align_y(Alignment::Center)
            .wrap();
        let sheet: Element<'_, M> = match &self.seen {
            Seen::Nothing => body(fl!("case-page-drawn")).into(),
            Seen::Trouble(words) => Told::error(words.clone()).into(),
            Seen::Picture(handle, ..) if self.fits => {
                image(handle.clone()).width(Fill).content_fit(ContentFit::ScaleDown).into()
            }
            Seen::Picture(handle, width, height) => {
                image(handle.clone()).width(*width).height(*height).into()
            }
        };
        let page = press(sheet, Some(ask(Message::NextPressed)))
            .id(PAGE)
            .named(Role::Document, format!("{}, {of}", self.title))
            .on_key(move |key, _| heard(key).map(ask));
        let bars = Scrollbar::new().width(8).scroller_width(8).margin(1);
        let both = if self.fits {
            Direction::Vertical(bars)
        } else {
            Direction::Both { vertical: bars, horizontal: bars }
        };
        let page: Scrollable<'_, M, Theme, Renderer> =
            Scrollable::new(page).direction(both).width(Fill).height(room.pane());
        let text = self.spoken.as_ref().map(|spoken| spoken::text(spoken, &of, self.cut.as_ref()));
        // The page keeps its place, and with it the keyboard, when its text comes.
        let both: Element<'_, M> = if at_side {
            let text = text.map(|text| container(text).width(FillPortion(2)).height(room.fill()));
            let page = container(page).width(FillPortion(3));
            row![page].push(text).spacing(space::M).height(room.fill()).into()
        } else {
            let text = text.map(|text| container(text).height(FillPortion(2)));
            let page = container(page).height(FillPortion(3));
            column![page].push(text).spacing(space::S).height(room.pane()).into()
        };
        let all = column![bar, both].spacing(space::S).height(room.fill());
        panel().height(room.fill()).push(all).into()
    }
}

/// What closes a preview.
pub fn close<'a, M: Clone + 'static>(message: M) -> Element<'a, M> {
    button(fl!("close")).id("page-close").keys(Shortcut::Escape.keys()).on_press(message).into()
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
    use crate::desk::look::Picture;
    use crate::domain::id::PaperId;
    use crate::domain::problem::Problem;
    use uuid::Uuid;

    #[test]
    fn pages_and_sizes_end_where_there_are_no_more() {
        let what = Viewable::Paper(PaperId(Uuid::nil()));
        let mut preview = Preview::new(what.clone(), "GewA 1".into(), 2);
        assert!(preview.update(Message::PreviousPressed).is_none());
        assert!(preview.update(Message::NextPressed).is_some());
        assert!(preview.update(Message::NextPressed).is_none());
        for _ in 0..9 {
            let _ = preview.update(Message::LargerPressed);
        }
        assert_eq!(preview.wanted(), Wanted { what, page: 1, step: 10.0 });
    }

    #[test]
    fn a_file_says_how_many_pages_it_has_when_it_is_drawn_and_a_late_page_is_dropped() {
        let mut preview = Preview::new(Viewable::Paper(PaperId(Uuid::nil())), "Scan".into(), 1);
        let leaf = || Leaf {
            picture: Picture { width: 1, height: 1, rgba: vec![0; 4] },
            pages: 3,
            spoken: None,
            cut: None,
        };
        let first = preview.wanted();
        let _ = preview.update(Message::Drawn(Box::new(first.clone()), Ok(leaf())));
        assert!(preview.update(Message::NextPressed).is_some());
        let late = vec![Problem::error("", "paper-unreadable")];
        let _ = preview.update(Message::Drawn(Box::new(first), Err(late)));
        assert!(matches!(preview.seen, Seen::Picture(..)));
    }
}
