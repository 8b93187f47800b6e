//! Keys as one sees them on the keyboard, and the bar at the bottom with those that work now. Listens to none.

use super::text::small;
use crate::ui::Element;
use crate::ui::theme::{FONT, Theme, size, space};
use iced::widget::{container, row, text};
use iced::{Alignment, Border, Fill};

/// A key and what it does: ("Strg+Enter", "Prüfen · Unterschreiben · Bezahlen").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyHint {
    /// As it stands on the keyboard; [`crate::ui::shortcut::Shortcut::keys`] writes it.
    pub keys: String,
    /// What it does, in a few words.
    pub does: String,
}

impl KeyHint {
    /// A key and what it does.
    pub fn new(keys: impl Into<String>, does: impl Into<String>) -> Self {
        Self { keys: keys.into(), does: does.into() }
    }
}

/// A key in its frame.
pub fn key_cap<'a, M: 'a>(keys: impl Into<String>) -> Element<'a, M> {
    let style = |theme: &Theme| container::Style {
        background: Some(theme.tokens().background.into()),
        text_color: Some(theme.tokens().text),
        border: Border::default().rounded(3).width(1.0).color(theme.tokens().field_border),
        ..container::Style::default()
    };
    let line = text::LineHeight::Absolute(size::SMALL_LINE.into());
    container(text(keys.into()).font(FONT).size(size::SMALL).line_height(line))
        .padding([1.0, 6.0])
        .style(style)
        .into()
}

/// The bar of keys that work now.
pub fn key_bar<'a, M: 'a>(hints: &[KeyHint]) -> Element<'a, M> {
    let entries = hints.iter().map(|hint| {
        row![key_cap(hint.keys.clone()), small(hint.does.clone())]
            .spacing(6)
            .align_y(Alignment::Center)
            .into()
    });
    row(entries).spacing(space::XL).align_y(Alignment::Center).width(Fill).wrap().into()
}
