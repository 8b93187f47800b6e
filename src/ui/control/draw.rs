//! Small strokes shared by the controls that draw themselves. Chooses no colour.

use crate::ui::theme::{BOLD, size};
use iced::advanced::text::{self, Paragraph as _, Renderer as _};
use iced::advanced::{Renderer as _, renderer};
use iced::{Border, Color, Font, Pixels, Point, Rectangle, Renderer, Size, alignment};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use unicode_segmentation::UnicodeSegmentation;

type Paragraph = <Renderer as text::Renderer>::Paragraph;

/// Height of a line of text, in its size.
const LINE: f32 = 1.4;

fn text_of<T>(content: T, font: Font, height: f32, bounds: Size) -> text::Text<T> {
    text::Text {
        content,
        bounds,
        size: Pixels(height),
        line_height: text::LineHeight::Relative(LINE),
        font,
        align_x: text::Alignment::Left,
        align_y: alignment::Vertical::Top,
        shaping: text::Shaping::Advanced,
        wrapping: text::Wrapping::None,
    }
}

/// One line of text, its middle at `at.y`, its start at `at.x`. It is handed over by its top: of text that hangs on its
/// middle the software renderer repaints the lower half only, and what stood there before shows through. `around` has to hold all of it: the software renderer
/// cuts text at the layer only, and at the layer only if `around` reaches beyond it. Text that may be too long goes
/// through [`fit`] first.
pub(super) fn line(
    renderer: &mut Renderer,
    content: &str,
    font: Font,
    height: f32,
    at: Point,
    color: Color,
    around: Rectangle,
) {
    let bounds = Size::new(f32::INFINITY, height * LINE);
    let top = Point::new(at.x, at.y - height * LINE / 2.0);
    renderer.fill_text(text_of(content.to_owned(), font, height, bounds), top, color, around);
}

thread_local! {
    /// Widths of lines, since shaping the same cell at every frame would cost more than drawing it.
    static WIDTHS: RefCell<HashMap<(String, bool, u32), f32>> = RefCell::default();
}

/// How wide a line of text is.
pub(super) fn width(content: &str, font: Font, height: f32) -> f32 {
    let key = (content.to_owned(), font == BOLD, height.to_bits());
    WIDTHS.with_borrow_mut(|widths| {
        if widths.len() > 8192 {
            widths.clear();
        }
        let measure =
            || Paragraph::with_text(text_of(content, font, height, Size::INFINITE)).min_bounds().width;
        *widths.entry(key).or_insert_with(measure)
    })
}

/// As much of a line as fits, with an ellipsis where something is left out.
pub(super) fn fit(content: &str, font: Font, height: f32, room: f32) -> Cow<'_, str> {
    if width(content, font, height) <= room {
        return Cow::Borrowed(content);
    }
    let ends: Vec<usize> = content.grapheme_indices(true).map(|(at, _)| at).collect();
    let cut = |count: usize| {
        let end = ends.get(count).copied().unwrap_or(content.len());
        format!("{}\u{2026}", content.get(..end).unwrap_or_default().trim_end())
    };
    let (mut least, mut most) = (0, ends.len());
    while least < most {
        let middle = (least + most).div_ceil(2);
        if width(&cut(middle), font, height) <= room { least = middle } else { most = middle - 1 }
    }
    Cow::Owned(cut(least))
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
