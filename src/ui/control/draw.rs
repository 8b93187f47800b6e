//! Small strokes shared by the controls that draw themselves. Chooses no colour.

use crate::ui::theme::size;
use iced::advanced::text::{self, Paragraph as _, Renderer as _};
use iced::advanced::{Renderer as _, renderer};
use iced::{Border, Color, Font, Pixels, Point, Rectangle, Renderer, Size, alignment};

type Paragraph = <Renderer as text::Renderer>::Paragraph;

fn text_of<T>(content: T, font: Font, height: f32, bounds: Size) -> text::Text<T> {
    text::Text {
        content,
        bounds,
        size: Pixels(height),
        line_height: text::LineHeight::Relative(1.4),
        font,
        align_x: text::Alignment::Left,
        align_y: alignment::Vertical::Center,
        shaping: text::Shaping::Advanced,
        wrapping: text::Wrapping::None,
    }
}

/// One line of text, its middle at `at.y`, its start at `at.x`, cut off at `clip`.
pub(super) fn line(
    renderer: &mut Renderer,
    content: &str,
    font: Font,
    height: f32,
    at: Point,
    color: Color,
    clip: Rectangle,
) {
    let bounds = Size::new(f32::INFINITY, size::ROW);
    renderer.fill_text(text_of(content.to_owned(), font, height, bounds), at, color, clip);
}

/// How wide a line of text is.
pub(super) fn width(content: &str, font: Font, height: f32) -> f32 {
    Paragraph::with_text(text_of(content, font, height, Size::INFINITE)).min_bounds().width
}

/// A filled rectangle.
pub(super) fn fill(renderer: &mut Renderer, bounds: Rectangle, color: Color) {
    renderer.fill_quad(renderer::Quad { bounds, ..renderer::Quad::default() }, color);
}

/// A frame.
pub(super) fn frame(renderer: &mut Renderer, bounds: Rectangle, background: Color, border: Border) {
    renderer.fill_quad(renderer::Quad { bounds, border, ..renderer::Quad::default() }, background);
}

/// The thumb of a scroll bar at the right edge: first row seen, rows seen, all rows.
pub(super) fn thumb(
    renderer: &mut Renderer,
    color: Color,
    bounds: Rectangle,
    (top, seen, all): (usize, usize, usize),
) {
    if let Some(bounds) = thumb_bounds(bounds, (top, seen, all)) {
        frame(renderer, bounds, color, Border::default().rounded(size::RADIUS));
    }
}

/// Where the thumb lies; nowhere if everything is seen.
#[allow(clippy::cast_precision_loss)]
pub(super) fn thumb_bounds(bounds: Rectangle, (top, seen, all): (usize, usize, usize)) -> Option<Rectangle> {
    if all <= seen {
        return None;
    }
    let height = (bounds.height * seen as f32 / all as f32).max(size::TARGET);
    let y = bounds.y + (bounds.height - height) * top as f32 / (all - seen) as f32;
    Some(Rectangle { x: bounds.x + bounds.width - 9.0, y, width: 8.0, height })
}
