//! Dialogs: something that has to be answered before anything else. What lies behind takes no key and no click and
//! is not read out, but keeps its state and its focus for afterwards.

use super::around::{Around, around};
use super::panel::surface;
use super::text::title;
use crate::ui::Element;
use crate::ui::a11y::{Info, Role};
use crate::ui::control::named;
use crate::ui::layout::Space;
use crate::ui::theme::{Theme, size, space};
use iced::advanced::widget::Operation;
use iced::advanced::{Shell, mouse};
use iced::keyboard::{self, Key, key::Named};
use iced::widget::{column, container, opaque, row, stack};
use iced::{Alignment, Border, Color, Event, Fill, Rectangle};

/// Height that bars of the window, edges, title and buttons of a dialog take together.
const AROUND: f32 = 280.0;

/// See [`dialog`].
pub struct Dialog<'a, M> {
    title: String,
    content: Element<'a, M>,
    buttons: Vec<Element<'a, M>>,
    width: f32,
    tall: bool,
    on_close: M,
}

/// A dialog. Esc sends `on_close`. Give its first field the focus with [`crate::ui::focus::to`] when it opens.
pub fn dialog<'a, M>(
    title: impl Into<String>,
    content: impl Into<Element<'a, M>>,
    on_close: M,
) -> Dialog<'a, M> {
    Dialog {
        title: title.into(),
        content: content.into(),
        buttons: Vec::new(),
        width: 560.0,
        tall: false,
        on_close,
    }
}

impl<'a, M> Dialog<'a, M> {
    /// Adds a button at the bottom; the primary one first.
    #[must_use]
    pub fn button(mut self, button: impl Into<Element<'a, M>>) -> Self {
        self.buttons.push(button.into());
        self
    }

    /// As high as the window allows; what is in it fills that height itself and is not scrolled.
    #[must_use]
    pub fn tall(mut self, tall: bool) -> Self {
        self.tall = tall;
        self
    }

    /// How wide at most; 560 unless told.
    #[must_use]
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }
}

/// Puts a dialog over a screen, if there is one. Call it always, with or without a dialog, so that the screen behind
/// keeps its state.
pub fn with_dialog<'a, M: Clone + 'static>(
    behind: impl Into<Element<'a, M>>,
    dialog: Option<Dialog<'a, M>>,
    room: Space,
) -> Element<'a, M> {
    let behind = around(behind, Behind { covered: dialog.is_some() });
    stack![behind].push(dialog.map(|dialog| over(dialog, room))).width(Fill).height(Fill).into()
}

fn over<M: Clone + 'static>(dialog: Dialog<'_, M>, room: Space) -> Element<'_, M> {
    let mut info = Info::new(Role::Dialog, dialog.title.clone());
    info.column = true;
    let buttons = (!dialog.buttons.is_empty()).then(|| row(dialog.buttons).spacing(space::S).wrap());
    // Where there is hardly any height, all of it scrolls and the edges are thin.
    let (inside, edge): (Element<'_, M>, f32) = if room.is_page() {
        let all = column![title(dialog.title), dialog.content].push(buttons).spacing(space::M);
        (super::scroll(all).into(), space::S)
    } else {
        // The content gives way, never the buttons.
        let most = (room.height - AROUND).max(size::FIELD * 2.0);
        let content: Element<'_, M> = if dialog.tall {
            container(dialog.content).height(most).into()
        } else {
            container(super::scroll(dialog.content)).max_height(most).into()
        };
        (column![title(dialog.title), content].push(buttons).spacing(space::L).into(), space::XXL)
    };
    let style = |theme: &Theme| container::Style {
        border: Border::default().rounded(size::PANEL_RADIUS).width(2.0).color(theme.tokens().accent),
        ..surface(theme)
    };
    let card = container(inside).padding(edge).max_width(dialog.width).style(style);
    let shade = |_: &Theme| container::Style {
        background: Some(Color { a: 0.45, ..Color::BLACK }.into()),
        ..container::Style::default()
    };
    let page = container(card).padding(edge).center(Fill).align_y(Alignment::Center).style(shade);
    let page = around(opaque(page), OnEscape { message: dialog.on_close });
    named(Some("dialog".into()), info, page)
}

/// Open until something covers it; then neither key nor pointer nor walk comes in.
struct Behind {
    covered: bool,
}

impl<M> Around<M> for Behind {
    type State = ();

    fn is_open(&self) -> bool {
        !self.covered
    }
}

/// Sends a message on Esc, if nothing inside took it.
struct OnEscape<M> {
    message: M,
}

impl<M: Clone> Around<M> for OnEscape<M> {
    type State = ();

    fn heard(
        &mut self,
        _state: &mut (),
        event: &Event,
        _place: (Rectangle, mouse::Cursor),
        shell: &mut Shell<'_, M>,
        _walk: &mut dyn FnMut(&mut dyn Operation),
    ) {
        if let Event::Keyboard(keyboard::Event::KeyPressed {
            key: Key::Named(Named::Escape), modifiers, ..
        }) = event
            && modifiers.is_empty()
            && !shell.is_event_captured()
        {
            shell.publish(self.message.clone());
            shell.capture_event();
        }
    }
}
