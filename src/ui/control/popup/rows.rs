//! How the rows of an open list look.

use super::Suggestion;
use crate::ui::control::draw;
use crate::ui::theme::{BOLD, FONT, Tokens, size};
use iced::{Border, Point, Rectangle, Renderer};

pub(super) fn frame(renderer: &mut Renderer, tokens: &Tokens, bounds: Rectangle) {
    let border = Border::default().rounded(size::RADIUS).width(1.0).color(tokens.field_border);
    draw::frame(renderer, bounds, tokens.panel, border);
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
    let mut x = bounds.x + 12.0;
    if !row.strong.is_empty() {
        draw::line(renderer, &row.strong, BOLD, size::TEXT, Point::new(x, middle), text, bounds);
        x += draw::width(&row.strong, BOLD, size::TEXT) + 8.0;
    }
    let note = if row.note.is_empty() { 0.0 } else { draw::width(&row.note, FONT, size::SMALL) + 12.0 };
    let room = bounds.x + bounds.width - note - 12.0 - x;
    let words = draw::fit(&row.text, FONT, size::TEXT, room);
    draw::line(renderer, &words, FONT, size::TEXT, Point::new(x, middle), text, bounds);
    if note > 0.0 {
        let at = Point::new(bounds.x + bounds.width - note, middle);
        draw::line(renderer, &row.note, FONT, size::SMALL, at, muted, bounds);
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
