//! What stands in a row, where its columns lie, and how it is drawn.

use super::{CELL, Column, EDGE};
use crate::ui::control::draw;
use crate::ui::theme::{BOLD, FONT, Tokens, Tone, size};
use iced::{Length, Point, Rectangle, Renderer};

/// A cell: words, and how they are meant.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// The words, one line.
    pub text: String,
    /// How they are meant.
    pub tone: Tone,
    /// Bold.
    pub strong: bool,
}

impl Cell {
    /// Plain words.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Words that are meant in a certain way.
    pub fn toned(text: impl Into<String>, tone: Tone) -> Self {
        Self { text: text.into(), tone, strong: false }
    }

    /// Words that count.
    pub fn strong(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: Tone::Plain, strong: true }
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::new(text)
    }
}

/// A row: one cell for each column, in their order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row(pub Vec<Cell>);

impl Row {
    /// A row of these cells.
    pub fn new(cells: impl IntoIterator<Item = impl Into<Cell>>) -> Self {
        Self(cells.into_iter().map(Into::into).collect())
    }

    /// All of it, for the screen reader.
    pub(super) fn spoken(&self) -> String {
        self.joined(0..self.0.len())
    }

    fn joined(&self, range: std::ops::Range<usize>) -> String {
        let words = self.0.get(range).unwrap_or_default().iter().map(|cell| cell.text.as_str());
        words.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

/// Start and width of each column within `width`, as iced's row lays the titles out.
pub(super) fn lay_out(columns: &[Column], width: f32) -> Vec<(f32, f32)> {
    let room = (width - EDGE).max(0.0);
    let (mut fixed, mut shares) = (0.0, 0.0);
    for column in columns {
        match column.width {
            Length::Fixed(pixels) => fixed += pixels,
            other => shares += f32::from(other.fill_factor().max(1)),
        }
    }
    let share = (room - fixed).max(0.0) / f32::max(shares, 1.0);
    let mut x = 0.0;
    columns
        .iter()
        .map(|column| {
            let width = match column.width {
                Length::Fixed(pixels) => pixels,
                other => share * f32::from(other.fill_factor().max(1)),
            };
            let start = x;
            x += width;
            (start, width)
        })
        .collect()
}

/// Draws one row in `bounds`. What does not fit its column ends with an ellipsis.
pub(super) fn draw_row(
    renderer: &mut Renderer,
    tokens: &Tokens,
    columns: &[Column],
    row: &Row,
    bounds: Rectangle,
    selected: bool,
) {
    let color = |tone: Tone| if selected { tokens.selection_text } else { tokens.tone(tone) };
    for ((cell, column), (start, width)) in row.0.iter().zip(columns).zip(lay_out(columns, bounds.width)) {
        let font = if cell.strong { BOLD } else { FONT };
        let room = (width - 2.0 * CELL).max(0.0);
        let text = draw::fit(&cell.text, font, size::TEXT, room);
        let free = (room - draw::width(&text, font, size::TEXT)).max(0.0);
        let x = bounds.x + start + CELL + if column.right { free } else { 0.0 };
        draw::line(
            renderer,
            &text,
            font,
            size::TEXT,
            Point::new(x, bounds.center_y()),
            color(cell.tone),
            bounds,
        );
    }
}

/// Draws one row as a card of two lines.
pub(super) fn draw_card(
    renderer: &mut Renderer,
    tokens: &Tokens,
    row: &Row,
    bounds: Rectangle,
    selected: bool,
) {
    let (text, muted) =
        if selected { (tokens.selection_text, tokens.selection_text) } else { (tokens.text, tokens.muted) };
    let (x, room) = (bounds.x + CELL, bounds.width - CELL - EDGE);
    let half = 2.min(row.0.len());
    let (above, below) = (row.joined(0..half), row.joined(half..row.0.len()));
    let above = draw::fit(&above, BOLD, size::TEXT, room);
    draw::line(renderer, &above, BOLD, size::TEXT, Point::new(x, bounds.y + 17.0), text, bounds);
    let below = draw::fit(&below, FONT, size::SMALL, room);
    draw::line(renderer, &below, FONT, size::SMALL, Point::new(x, bounds.y + 39.0), muted, bounds);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_share_what_the_fixed_ones_leave() {
        let columns = [
            Column::new("a", 100.0),
            Column::new("b", Length::FillPortion(2)),
            Column::new("c", Length::Fill),
        ];
        let laid = lay_out(&columns, 400.0 + EDGE);
        assert_eq!(laid, vec![(0.0, 100.0), (100.0, 200.0), (300.0, 100.0)]);
    }
}
