//! The focus ring: three pixels, two pixels away from the control, above everything beside it.

use crate::ui::theme::size;
use iced::advanced::{Renderer as _, renderer};
use iced::{Border, Color, Rectangle, Renderer};

/// Draws the ring around `bounds` in the theme's ring colour, all of it inside of what is seen.
pub(super) fn draw(
    renderer: &mut Renderer,
    bounds: Rectangle,
    viewport: &Rectangle,
    radius: f32,
    color: Color,
) {
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
