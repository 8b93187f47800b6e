//! Draws one day of the grid. Chooses no colour of its own and keeps nothing.

use super::{DayCell, DayLine};
use crate::ui::control::draw;
use crate::ui::theme::{BOLD, FONT, Tokens, size};
use iced::{Border, Color, Point, Rectangle, Renderer};

/// Space at the edges of a cell.
const EDGE: f32 = 6.0;

/// Draws it in `bounds`: its number, why nobody works, and as many lines as there is room for. What has no room is counted in
/// the last one.
pub(super) fn draw(
    renderer: &mut Renderer,
    tokens: &Tokens,
    day: &DayCell,
    bounds: Rectangle,
    (selected, today): (bool, bool),
) {
    let ground = match (selected, day.off) {
        (true, _) => tokens.selection,
        (_, true) => tokens.background,
        _ => tokens.panel,
    };
    draw::fill(renderer, bounds, ground);
    let under = Rectangle { y: bounds.y + bounds.height - 1.0, height: 1.0, ..bounds };
    draw::fill(renderer, under, tokens.line_soft);
    draw::fill(
        renderer,
        Rectangle { x: bounds.x + bounds.width - 1.0, width: 1.0, ..bounds },
        tokens.line_soft,
    );
    if today {
        let border = Border::default().rounded(size::RADIUS).width(2.0).color(tokens.accent);
        draw::frame(renderer, bounds.shrink(1.0), Color::TRANSPARENT, border);
    }
    if selected {
        draw::fill(renderer, Rectangle { width: 4.0, ..bounds }, tokens.accent);
    }
    let color = |own: Color| if selected { tokens.selection_text } else { own };
    let (x, room) = (bounds.x + EDGE + 2.0, (bounds.width - 2.0 * EDGE).max(0.0));
    let mut y = bounds.y + 13.0;
    let (font, own) = if today || !day.outside { (BOLD, tokens.text) } else { (FONT, tokens.muted) };
    draw::line(renderer, &day.number, font, size::TEXT, Point::new(x, y), color(own), bounds);
    let after = draw::width(&day.number, font, size::TEXT) + EDGE;
    let mark = draw::fit(&day.mark, FONT, size::SMALL, (room - after).max(0.0));
    if mark.chars().count() > 1 {
        draw::line(
            renderer,
            &mark,
            FONT,
            size::SMALL,
            Point::new(x + after, y),
            color(tokens.accent),
            bounds,
        );
    }
    y += 17.0;
    let end = bounds.y + bounds.height - 3.0;
    if !day.closed.is_empty() && y + 8.0 < end {
        let closed = draw::fit(&day.closed, FONT, size::SMALL, room);
        draw::line(renderer, &closed, FONT, size::SMALL, Point::new(x, y), color(tokens.muted), bounds);
        y += size::SMALL_LINE;
    }
    for (at, line) in day.lines.iter().enumerate() {
        if y + 8.0 > end {
            break;
        }
        let left = day.lines.len() - at;
        let last = y + size::SMALL_LINE + 8.0 > end;
        let words = if last && left > 1 { format!("+{left}") } else { fitting(line, room) };
        draw::line(
            renderer,
            &words,
            BOLD,
            size::SMALL,
            Point::new(x, y),
            color(tokens.tone(line.tone)),
            bounds,
        );
        y += size::SMALL_LINE;
    }
}

/// In full where that fits, else in short.
fn fitting(line: &DayLine, room: f32) -> String {
    if draw::width(&line.words, BOLD, size::SMALL) <= room {
        return line.words.clone();
    }
    draw::fit(&line.short, BOLD, size::SMALL, room).into_owned()
}
