//! A paper, a file or a form page by page, as it will be printed, and what each page says. Keeps one page; renders none
//! itself: the desk does.

mod spoken;
pub mod zoom;

use crate::desk::bodies::Cut;
use crate::desk::look::{Leaf, Spoken, Viewable};
use crate::desk::{Desk, Session};
use crate::fl;
use crate::ui::Element;
use crate::ui::a11y::Role;
use crate::ui::control::{Problem as Told, body, button, panel, press, strong, text_field};
use crate::ui::layout::Space;
use crate::ui::screen::beside::{Outcome, beside, sentence};
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::{Theme, space};
use iced::keyboard::{Key, Modifiers, key::Named};
use iced::widget::scrollable::{Direction, Scrollbar};
use iced::widget::{Scrollable, column, container, image, row};
use iced::{Alignment, ContentFit, Fill, FillPortion, Renderer, Task};
use zoom::Zoom;

/// Id of the page itself: it hears the keys.
pub const PAGE: &str = "page";

/// What is looked at.
#[derive(Debug, Clone)]
pub struct Preview {
    /// Which.
    pub what: Viewable,
    title: String,
    pages: u16,
    page: u16,
    zoom: Zoom,
    /// A page is being drawn: one at a time, so that whoever holds a key down waits for one page and not for all between.
    drawing: bool,
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
    /// Another size.
    Zoom(zoom::Message),
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
    /// The first page of something that has, as far as is known, so many pages; whoever opens it lets [`Self::wanted`] be drawn.
    pub fn new(what: Viewable, title: String, pages: u16) -> Self {
        Self {
            what,
            title,
            pages: pages.max(1),
            page: 0,
            zoom: Zoom::default(),
            drawing: true,
            seen: Seen::Nothing,
            spoken: None,
            cut: None,
        }
    }

    /// The page that is to be drawn.
    pub fn wanted(&self) -> Wanted {
        Wanted { what: self.what.clone(), page: self.page, step: self.zoom.pixels() }
    }

    /// Takes a message in; says which picture is needed now, if another one is.
    pub fn update(&mut self, message: Message) -> Option<Wanted> {
        let before = (self.page, self.zoom.percent());
        match message {
            Message::NextPressed => self.page = (self.page + 1).min(self.pages - 1),
            Message::PreviousPressed => self.page = self.page.saturating_sub(1),
            Message::Zoom(message) => self.zoom.update(message),
            // Of another paper that was looked at before.
            Message::Drawn(wanted, _) if wanted.what != self.what => return None,
            Message::Drawn(wanted, leaf) => {
                self.drawing = *wanted != self.wanted();
                if !self.drawing {
                    self.drawn(leaf);
                }
                // A page that nobody waits for any more is dropped, and the one that is wanted by now is drawn.
                return self.drawing.then(|| self.wanted());
            }
        }
        let draws = before != (self.page, self.zoom.percent()) && !self.drawing;
        self.drawing |= draws;
        draws.then(|| self.wanted())
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
        let sized = move |message| ask(Message::Zoom(message));
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
            .push(button(fl!("key-smaller")).id("page-smaller").on_press(sized(zoom::Message::Smaller)))
            .push(button(fl!("key-larger")).id("page-larger").on_press(sized(zoom::Message::Larger)))
            .push(
                text_field(zoom::FIELD, self.zoom.text(), move |text| sized(zoom::Message::Typed(text)))
                    .says(fl!("page-zoom"))
                    .width(90)
                    .problem(self.zoom.problem())
                    .on_enter(sized(zoom::Message::Entered)),
            )
            .extend(more)
            .spacing(space::S)
            .align_y(Alignment::Center)
            .wrap();
        let sheet: Element<'_, M> = match &self.seen {
            Seen::Nothing => body(fl!("case-page-drawn")).into(),
            Seen::Trouble(words) => Told::error(words.clone()).into(),
            Seen::Picture(handle, ..) if self.zoom.fits => {
                image(handle.clone()).width(Fill).content_fit(ContentFit::ScaleDown).into()
            }
            Seen::Picture(handle, width, height) => {
                image(handle.clone()).width(*width).height(*height).into()
            }
        };
        let page = press(sheet, Some(ask(Message::NextPressed)))
            .id(PAGE)
            .named(Role::Document, format!("{}, {of}", self.title))
            .on_key(move |key, held| heard(key, held).map(ask));
        let bars = Scrollbar::new().width(8).scroller_width(8).margin(1);
        let both = if self.zoom.fits {
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

/// Where the page has the keyboard, Ctrl zooms the page and not the window.
fn heard(key: &Key, held: Modifiers) -> Option<Message> {
    let Key::Character(sign) = key else {
        return match key {
            Key::Named(Named::PageDown) => Some(Message::NextPressed),
            Key::Named(Named::PageUp) => Some(Message::PreviousPressed),
            _ => None,
        };
    };
    let message = match (sign.as_str(), held.command(), held.alt()) {
        ("+" | "=", true, false) => zoom::Message::More,
        ("-", true, false) => zoom::Message::Less,
        ("0", true, false) => zoom::Message::Usual,
        ("+", false, _) => zoom::Message::Larger,
        ("-", false, _) => zoom::Message::Smaller,
        _ => return None,
    };
    Some(Message::Zoom(message))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::look::Picture;
    use crate::domain::id::PaperId;
    use crate::domain::problem::Problem;
    use uuid::Uuid;

    fn leaf() -> Outcome<Leaf> {
        let picture = Picture { width: 1, height: 1, rgba: vec![0; 4] };
        Ok(Leaf { picture, pages: 3, spoken: None, cut: None })
    }

    fn preview() -> Preview {
        Preview::new(Viewable::Paper(PaperId(Uuid::nil())), "GewA 1".into(), 2)
    }

    /// The answer to what is being drawn.
    fn drawn(preview: &mut Preview, wanted: Wanted) -> Option<Wanted> {
        preview.update(Message::Drawn(Box::new(wanted), leaf()))
    }

    #[test]
    fn a_file_says_how_many_pages_it_has_when_it_is_drawn_and_they_end() {
        let mut preview = preview();
        let first = preview.wanted();
        assert_eq!(drawn(&mut preview, first), None);
        assert_eq!(preview.update(Message::PreviousPressed), None);
        for page in [1, 2] {
            let wanted = preview.update(Message::NextPressed).expect("another page");
            assert_eq!(wanted.page, page);
            assert_eq!(drawn(&mut preview, wanted), None);
        }
        assert_eq!(preview.update(Message::NextPressed), None, "there are three");
    }

    #[test]
    fn while_a_page_is_drawn_only_the_last_wish_waits_and_a_late_page_is_dropped() {
        let mut preview = preview();
        let first = preview.wanted();
        for _ in 0..9 {
            assert_eq!(preview.update(Message::Zoom(zoom::Message::More)), None, "one at a time");
        }
        let next = drawn(&mut preview, first.clone()).expect("what is wanted by now");
        assert!(next.step > first.step && matches!(preview.seen, Seen::Nothing), "the first is dropped");
        assert_eq!(drawn(&mut preview, next.clone()), None);
        assert!(matches!(preview.seen, Seen::Picture(..)));
        // Of another paper, and of this one too late.
        let other = Wanted { what: Viewable::Paper(PaperId(Uuid::max())), ..next };
        let trouble = || Err(vec![Problem::error("", "paper-unreadable")]);
        assert_eq!(preview.update(Message::Drawn(Box::new(other), trouble())), None);
        let _ = preview.update(Message::Drawn(Box::new(first), trouble()));
        assert!(matches!(preview.seen, Seen::Picture(..)));
    }

    #[test]
    fn control_zooms_by_ten_per_cent_and_alt_graph_types() {
        let heard = |sign: &str, held| match heard(&Key::Character(sign.into()), held) {
            Some(Message::Zoom(message)) => Some(message),
            _ => None,
        };
        assert_eq!(heard("+", Modifiers::CTRL), Some(zoom::Message::More));
        assert_eq!(heard("-", Modifiers::CTRL), Some(zoom::Message::Less));
        assert_eq!(heard("0", Modifiers::CTRL), Some(zoom::Message::Usual));
        assert_eq!(heard("+", Modifiers::empty()), Some(zoom::Message::Larger));
        assert_eq!(heard("0", Modifiers::empty()), None);
        assert_eq!(heard("+", Modifiers::CTRL | Modifiers::ALT), None);
    }
}
