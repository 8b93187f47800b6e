//! The focus ring: three pixels, two pixels away from the control, above everything beside it. One at a time.

use crate::ui::theme::size;
use iced::advanced::{Renderer as _, renderer};
use iced::{Border, Color, Rectangle, Renderer};
use std::cell::Cell;

thread_local! {
    /// Whether what is being drawn lies behind something that has to be answered first. Drawing is one walk on one thread,
    /// and iced hands no word of it down to the controls.
    static COVERED: Cell<bool> = const { Cell::new(false) };
}

/// Draws what lies behind a dialog: it keeps its focus for afterwards and shows no ring, since the keyboard is elsewhere.
pub(super) fn covered<T>(is_covered: bool, draw: impl FnOnce() -> T) -> T {
    let before = COVERED.replace(COVERED.get() || is_covered);
    let drawn = draw();
    COVERED.set(before);
    drawn
}

/// Draws the ring around `bounds` in the theme's ring colour, all of it inside of what is seen.
pub(super) fn draw(
    renderer: &mut Renderer,
    bounds: Rectangle,
    viewport: &Rectangle,
    radius: f32,
    color: Color,
) {
    if COVERED.get() {
        return;
    }
    let reach = size::RING + size::RING_GAP;
    let Some(around) = bounds.expand(reach).intersection(viewport) else { return };
    renderer.with_layer(*viewport, |renderer| {
        renderer.fill_quad(
            renderer::Quad {
                bounds: around,
                border: Border { color, width: size::RING, radius: (radius + reach).into() },
                ..renderer::Quad::default()
            },
            Color::TRANSPARENT,
        );
    });
}

/// A quad that nobody sees and that differs whenever `value` differs: the software renderer repaints only what it
/// knows to have changed, and forgets some texts.
pub(super) fn repaint(renderer: &mut Renderer, bounds: Rectangle, value: &str) {
    let shade = value.bytes().fold(7u8, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte));
    renderer.fill_quad(
        renderer::Quad { bounds, ..renderer::Quad::default() },
        Color::from_rgba8(shade, shade, shade, 0.004),
    );
}
