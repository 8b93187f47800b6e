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

/// About how wide a line is drawn whose letters take so much each: rather too wide, so that what fits by this fits on the screen.
pub fn about(text: &str, each: f32) -> f32 {
    f32::from(u16::try_from(text.chars().count()).unwrap_or(u16::MAX)) * each
}

fn width(hint: &KeyHint) -> f32 {
    about(&hint.keys, 7.5) + about(&hint.does, 7.0) + 20.0
}

/// As many of the keys as stand in so many lines of this width, the first ones first; the last one, help, always stays.
pub fn fitting(mut hints: Vec<KeyHint>, room: f32, lines: usize) -> Vec<KeyHint> {
    let fits = |hints: &[KeyHint]| {
        let (mut line, mut at) = (1, 0.0);
        for hint in hints {
            let wide = width(hint);
            if at > 0.0 && at + wide > room {
                (line, at) = (line + 1, 0.0);
            }
            at += wide + space::XL;
        }
        line <= lines
    };
    while hints.len() > 2 && !fits(&hints) {
        let _ = hints.remove(hints.len() - 2);
    }
    hints
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_left_out_and_help_stays() {
        let hint = |does: &str| KeyHint::new("Strg+P", does);
        let all: Vec<KeyHint> = (0..12).map(|at| hint(&format!("Schriftstück {at} drucken"))).collect();
        let shown = fitting(all.clone(), 600.0, 2);
        assert!((3..=6).contains(&shown.len()), "{}", shown.len());
        assert_eq!((shown.first(), shown.last()), (all.first(), all.last()));
        assert_eq!(fitting(all.clone(), 4000.0, 2), all);
        assert_eq!(fitting(all, 10.0, 1).len(), 2, "the most important one and help");
    }
}
