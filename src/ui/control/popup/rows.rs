//! How the rows of an open list look.

use super::Suggestion;
use crate::ui::control::draw;
use crate::ui::theme::{BOLD, FONT, Tokens, size};
use iced::{Border, Point, Rectangle, Renderer};

pub(super) fn frame(renderer: &mut Renderer, tokens: &Tokens, bounds: Rectangle) {
    let border = Border::default().rounded(size::RADIUS).width(1.0).color(tokens.field_border);
    draw::frame(renderer, bounds, tokens.panel, border);
}

/// The width at which nothing of a row is cut.
pub(super) fn wide(row: &Suggestion) -> f32 {
    let part = |text: &str, font, height| match text {
        "" => 0.0,
        text => draw::width(text, font, height) + 12.0,
    };
    24.0 + part(&row.strong, BOLD, size::TEXT)
        + part(&row.text, FONT, size::TEXT)
        + part(&row.note, FONT, size::SMALL)
}

pub(super) fn row(
    renderer: &mut Renderer,
    tokens: &Tokens,
    bounds: Rectangle,
    row: &Suggestion,
    chosen: bool,
) {
    let (text, muted) = if chosen {
        draw::fill(renderer, bounds, tokens.selection);
        draw::fill(renderer, Rectangle { width: 4.0, ..bounds }, tokens.accent);
        (tokens.selection_text, tokens.selection_text)
    } else {
        (tokens.text, tokens.muted)
    };
    let middle = bounds.center_y();
    let (start, end) = (bounds.x + 12.0, bounds.x + bounds.width - 12.0);
    let mut x = start;
    if !row.strong.is_empty() {
        // A long name leaves room for what tells it from the others.
        let most = if row.text.is_empty() { end - x } else { (end - x) * 0.62 };
        let strong = draw::fit(&row.strong, BOLD, size::TEXT, most);
        draw::line(renderer, &strong, BOLD, size::TEXT, Point::new(x, middle), text, bounds);
        x += draw::width(&strong, BOLD, size::TEXT) + 8.0;
    }
    let words = draw::fit(&row.text, FONT, size::TEXT, end - x);
    draw::line(renderer, &words, FONT, size::TEXT, Point::new(x, middle), text, bounds);
    x += draw::width(&words, FONT, size::TEXT) + if words.is_empty() { 0.0 } else { 12.0 };
    // A note stands at the end, as much of it as the words leave room for, or it is left out.
    let note = draw::fit(&row.note, FONT, size::SMALL, end - x);
    if note.chars().count() > 3 || note == row.note {
        let at = Point::new(end - draw::width(&note, FONT, size::SMALL), middle);
        draw::line(renderer, &note, FONT, size::SMALL, at, muted, bounds);
    }
}

/// Where in the whole list one is: first row seen, rows seen, all rows.
pub(super) fn thumb(
    renderer: &mut Renderer,
    tokens: &Tokens,
    bounds: Rectangle,
    (top, seen, all): (usize, usize, usize),
) {
    draw::thumb(renderer, tokens.field_border, bounds, (top, seen, all));
}
