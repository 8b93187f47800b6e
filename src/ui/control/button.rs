//! Buttons: one primary on a screen, plain ones beside it, danger for what cannot be undone, links inside text.

use super::press::{Look, Press, Status, press};
use super::text::{body, small};
use crate::ui::Element;
use crate::ui::a11y::Role;
use crate::ui::theme::{BOLD, FONT, Tokens, size, space};
use iced::widget::{container, row, text};
use iced::{Alignment, Border, Color, Length};

/// What a button means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Primary,
    Plain,
    Danger,
    Link,
}

/// See [`button`].
pub struct Button<'a, M> {
    kind: Kind,
    id: Option<iced::widget::Id>,
    label: String,
    keys: Option<String>,
    keys_shown: bool,
    says: Option<String>,
    width: Length,
    on_press: Option<M>,
    of: std::marker::PhantomData<&'a ()>,
}

fn new<'a, M>(kind: Kind, label: impl Into<String>) -> Button<'a, M> {
    Button {
        kind,
        id: None,
        label: label.into(),
        keys: None,
        keys_shown: true,
        says: None,
        width: Length::Shrink,
        on_press: None,
        of: std::marker::PhantomData,
    }
}

/// An ordinary button. Disabled until it has a message.
pub fn button<'a, M>(label: impl Into<String>) -> Button<'a, M> {
    new(Kind::Plain, label)
}

/// What the screen is there for. One of them at a time.
pub fn primary<'a, M>(label: impl Into<String>) -> Button<'a, M> {
    new(Kind::Primary, label)
}

/// What cannot be undone.
pub fn danger<'a, M>(label: impl Into<String>) -> Button<'a, M> {
    new(Kind::Danger, label)
}

/// A word to press inside or after a text.
pub fn link<'a, M>(label: impl Into<String>) -> Button<'a, M> {
    new(Kind::Link, label)
}

impl<M> Button<'_, M> {
    /// What tests and `focus::to` find it by.
    #[must_use]
    pub fn id(mut self, id: impl Into<iced::widget::Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// What it does.
    #[must_use]
    pub fn on_press(mut self, message: M) -> Self {
        self.on_press = Some(message);
        self
    }

    /// What it does, or nothing: then it is disabled.
    #[must_use]
    pub fn on_press_maybe(mut self, message: Option<M>) -> Self {
        self.on_press = message;
        self
    }

    /// Shows the key that does the same ([`crate::ui::shortcut::Shortcut::keys`] writes it). The shell listens to it, not the button.
    #[must_use]
    pub fn keys(mut self, keys: impl Into<String>) -> Self {
        self.keys = Some(keys.into());
        self
    }

    /// Tells the key to the screen reader without showing it, where there is no room.
    #[must_use]
    pub fn keys_told(mut self, keys: impl Into<String>) -> Self {
        self.keys = Some(keys.into());
        self.keys_shown = false;
        self
    }

    /// A fuller name for the screen reader where the label alone is not understood ("Öffnen" → "Vorgang 412 öffnen").
    #[must_use]
    pub fn says(mut self, name: impl Into<String>) -> Self {
        self.says = Some(name.into());
        self
    }

    /// How wide.
    #[must_use]
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }
}

fn look(kind: Kind, tokens: &Tokens, status: Status) -> Look {
    let edge = |color: Color| Border::default().rounded(size::RADIUS).width(1.0).color(color);
    let plain = Look::plain(tokens);
    if status.disabled {
        let border = if kind == Kind::Link { plain.border } else { edge(tokens.line) };
        return Look { border, text: tokens.muted, ..plain };
    }
    let pressed = status.hovered || status.held;
    match kind {
        Kind::Primary | Kind::Danger => {
            let fill = if kind == Kind::Primary { tokens.accent } else { tokens.error };
            let border = edge(if pressed { tokens.text } else { fill });
            Look { background: fill, border, text: tokens.on_accent, ..plain }
        }
        Kind::Plain => {
            let background = if pressed { tokens.accent_tint } else { tokens.panel };
            let border = edge(if pressed { tokens.accent } else { tokens.field_border });
            Look { background, border, ..plain }
        }
        Kind::Link => {
            let text = if pressed { tokens.text } else { tokens.accent };
            Look { text, underline: Some(text), ..plain }
        }
    }
}

impl<'a, M: Clone + 'a> From<Button<'a, M>> for Press<'a, M> {
    fn from(button: Button<'a, M>) -> Self {
        let kind = button.kind;
        let name = button.says.unwrap_or_else(|| button.label.clone());
        let content: Element<'a, M> = if kind == Kind::Link {
            container(body(button.label)).padding([2.0, 0.0]).into()
        } else {
            let font = if kind == Kind::Primary { BOLD } else { FONT };
            let line = text::LineHeight::Absolute(size::TEXT_LINE.into());
            let words = text(button.label).size(size::TEXT).line_height(line).font(font);
            let keys = button.keys.clone().filter(|_| button.keys_shown).map(|keys| -> Element<'a, M> {
                // On a filled button the muted colour could not be read; the button's own is.
                let line = text::LineHeight::Absolute(size::SMALL_LINE.into());
                match kind {
                    Kind::Primary | Kind::Danger if button.on_press.is_some() => {
                        text(keys).size(size::SMALL).line_height(line).font(FONT).into()
                    }
                    _ => small(keys).into(),
                }
            });
            let inside = row![words].push(keys).spacing(space::S).align_y(Alignment::Center);
            container(inside).padding([6.0, space::M]).align_x(Alignment::Center).width(button.width).into()
        };
        let role = if kind == Kind::Link { Role::Link } else { Role::Button };
        let mut press = press(content, button.on_press)
            .named(role, name)
            .info(|info| info.description = button.keys)
            .look(move |tokens, status| look(kind, tokens, status));
        if let Some(id) = button.id {
            press = press.id(id);
        }
        press
    }
}

impl<'a, M: Clone + 'a> From<Button<'a, M>> for Element<'a, M> {
    fn from(button: Button<'a, M>) -> Self {
        Press::from(button).into()
    }
}
