//! State in words with a colour: in a frame beside a title, or plain in a line.

use super::text::{small_toned, toned};
use crate::ui::Element;
use crate::ui::theme::{Theme, Tone, size};
use iced::Border;
use iced::widget::container;

/// A state in a frame: "wartet auf Netz".
pub fn badge<'a, M: 'a>(words: impl Into<String>, tone: Tone) -> Element<'a, M> {
    let style = move |theme: &Theme| {
        let tokens = theme.tokens();
        container::Style {
            background: Some(tokens.tint(tone).into()),
            border: Border::default().rounded(size::RADIUS).width(1.0).color(tokens.tone(tone)),
            ..container::Style::default()
        }
    };
    container(small_toned(words.into(), tone)).padding([3.0, 8.0]).style(style).into()
}

/// A state in a line of text: "gesehen", "fehlt".
pub fn state<'a, M: 'a>(words: impl Into<String>, tone: Tone) -> Element<'a, M> {
    toned(words.into(), tone).into()
}
