//! The list that opens under a field: suggestions, choices. Draws and takes clicks; the field above it has the
//! keyboard and says which row is chosen.

mod rows;

use crate::ui::a11y::{Info, Part, Request, Role};
use crate::ui::theme::{Theme, size};
use iced::advanced::overlay::{self, Overlay};
use iced::advanced::widget::Operation;
use iced::advanced::{Clipboard, Layout, Shell, layout, mouse, renderer};
use iced::{Event, Point, Rectangle, Renderer, Size, Vector, touch};
use std::rc::Rc;

/// Rows seen at a time, where the window is high enough.
const SEEN: usize = 8;
/// Space above the first and below the last row.
const EDGE: f32 = 4.0;
/// Widest where the field is not wider.
const WIDEST: f32 = 680.0;
/// Distance from the field.
const GAP: f32 = 7.0;

/// One row: what counts first (a code, a name), the rest, and something small at the end.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Suggestion {
    /// Bold at the start, may be empty.
    pub strong: String,
    /// The words.
    pub text: String,
    /// Small and muted at the end, may be empty.
    pub note: String,
}

impl Suggestion {
    /// A row of plain words.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Puts a code or name before the words.
    #[must_use]
    pub fn strong(mut self, strong: impl Into<String>) -> Self {
        self.strong = strong.into();
        self
    }

    /// Puts a note after the words.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }

    /// All of it, for the screen reader.
    pub(super) fn spoken(&self) -> String {
        [self.strong.as_str(), &self.text, &self.note]
            .into_iter()
            .filter(|s| !s.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// The rows a screen offers under a field and what taking one does.
pub(super) struct Suggestions<'a, M> {
    pub rows: Vec<Suggestion>,
    pub on_take: Rc<dyn Fn(usize) -> M + 'a>,
    /// Whether the first row is chosen as soon as there is one, so that Enter takes it.
    pub first: bool,
}

/// What the list remembers while it is open.
#[derive(Debug)]
pub(super) struct State {
    pub open: bool,
    pub at: Option<usize>,
    top: usize,
    /// How many rows the window has room for.
    seen: usize,
    pub taken: Option<usize>,
}

impl Default for State {
    fn default() -> Self {
        Self { open: false, at: None, top: 0, seen: SEEN, taken: None }
    }
}

impl State {
    /// Moves the choice by `by` rows among `count`, opens the list first if it is closed.
    pub(super) fn step(&mut self, by: isize, count: usize) {
        if count == 0 {
            return;
        }
        self.open = true;
        self.at = Some(match self.at {
            None if by > 0 => 0,
            None => count - 1,
            Some(at) => at.saturating_add_signed(by).min(count - 1),
        });
        self.show();
    }

    /// Scrolls so that the chosen row is seen.
    pub(super) fn show(&mut self) {
        if let Some(at) = self.at {
            self.top = self.top.clamp((at + 1).saturating_sub(self.seen), at);
        }
    }

    /// Closes the list and forgets the choice.
    pub(super) fn close(&mut self) {
        *self = Self { taken: self.taken, seen: self.seen, ..Self::default() };
    }
}

/// The open list. `anchor` is the field in window coordinates.
pub(super) struct Popup<'a, M> {
    pub rows: &'a [Suggestion],
    pub state: &'a mut State,
    pub anchor: Rectangle,
    pub on_take: &'a dyn Fn(usize) -> M,
    pub label: String,
}

impl<'a, M: 'a> Popup<'a, M> {
    pub(super) fn overlay(self) -> overlay::Element<'a, M, Theme, Renderer> {
        overlay::Element::new(Box::new(self))
    }

    fn seen(&self) -> impl Iterator<Item = (usize, &Suggestion)> {
        self.rows.iter().enumerate().skip(self.state.top).take(self.state.seen)
    }

    /// Where the list opens, and how many rows are seen: below the field if all of them fit there, else on the side
    /// with more room.
    fn fit(&self, window: Size) -> (f32, usize) {
        let below = self.anchor.y + self.anchor.height + GAP;
        let room = [window.height - below, self.anchor.y - GAP];
        // A window is no higher than a float can count rows.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let rows = room.map(|room| (((room - 2.0 * EDGE) / size::ROW).max(0.0) as usize).min(SEEN));
        let wanted = self.rows.len().min(SEEN);
        let down = rows[0] >= wanted || rows[0] >= rows[1];
        let seen = if down { rows[0] } else { rows[1] }.min(wanted).max(1);
        #[allow(clippy::cast_precision_loss)]
        let height = seen as f32 * size::ROW + 2.0 * EDGE;
        (if down { below } else { self.anchor.y - GAP - height }, seen)
    }

    fn row_at(&self, bounds: Rectangle, cursor: mouse::Cursor) -> Option<usize> {
        let inside = cursor.position_in(bounds)?;
        // A row number fits: the list is eight rows high.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let row = ((inside.y - EDGE).max(0.0) / size::ROW) as usize + self.state.top;
        (row < self.rows.len()).then_some(row)
    }

    fn row_bounds(&self, bounds: Rectangle, index: usize) -> Rectangle {
        #[allow(clippy::cast_precision_loss)]
        let y = bounds.y + EDGE + (index - self.state.top) as f32 * size::ROW;
        Rectangle { x: bounds.x + 1.0, y, width: bounds.width - 2.0, height: size::ROW }
    }
}

impl<M> Overlay<M, Theme, Renderer> for Popup<'_, M> {
    fn layout(&mut self, _renderer: &Renderer, window: Size) -> layout::Node {
        let (y, seen) = self.fit(window);
        if std::mem::replace(&mut self.state.seen, seen) != seen {
            self.state.show();
        }
        self.state.top = self.state.top.min(self.rows.len().saturating_sub(seen));
        #[allow(clippy::cast_precision_loss)]
        let height = seen as f32 * size::ROW + 2.0 * EDGE;
        // As wide as its words need, so that entries that begin alike can be told apart.
        let wide = self.rows.iter().map(rows::wide).fold(0.0, f32::max).min(WIDEST);
        let width = self.anchor.width.max(240.0).max(wide).min(window.width);
        let x = self.anchor.x.min(window.width - width).max(0.0);
        layout::Node::new(Size::new(width, height)).move_to(Point::new(x, y))
    }

    fn draw(
        &self,
        renderer: &mut Renderer,
        theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
    ) {
        let bounds = layout.bounds();
        rows::frame(renderer, theme.tokens(), bounds);
        for (index, row) in self.seen() {
            let chosen = self.state.at == Some(index);
            rows::row(renderer, theme.tokens(), self.row_bounds(bounds, index), row, chosen);
        }
        if self.rows.len() > self.state.seen {
            let all = (self.state.top, self.state.seen, self.rows.len());
            rows::thumb(renderer, theme.tokens(), bounds, all);
        }
    }

    fn operate(&mut self, layout: Layout<'_>, _renderer: &Renderer, walk: &mut dyn Operation) {
        let bounds = layout.bounds();
        let mut info = Info::new(Role::ListBox, self.label.clone());
        info.covers_children = true;
        info.row_count = Some(self.rows.len());
        info.parts = self
            .seen()
            .map(|(index, row)| Part {
                role: Role::ListBoxOption,
                label: row.spoken(),
                bounds: self.row_bounds(bounds, index),
                index,
                selected: Some(self.state.at == Some(index)),
                parts: Vec::new(),
            })
            .collect();
        walk.custom(None, bounds, &mut info);
        if let Some(Request::Choose(index)) = info.request {
            self.state.taken = Some(index);
        }
        walk.traverse(&mut |walk| {
            for part in &info.parts {
                walk.text(None, part.bounds, &part.label);
            }
        });
    }

    fn update(
        &mut self,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &Renderer,
        _clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, M>,
    ) {
        let row = self.row_at(layout.bounds(), cursor);
        match event {
            Event::Mouse(mouse::Event::CursorMoved { .. }) => {
                if row.is_some() && self.state.at != row {
                    self.state.at = row;
                    shell.request_redraw();
                }
            }
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerPressed { .. }) => {
                if let Some(row) = row {
                    self.state.close();
                    shell.publish((self.on_take)(row));
                    shell.capture_event();
                    shell.request_redraw();
                }
            }
            Event::Mouse(mouse::Event::WheelScrolled { delta }) if cursor.is_over(layout.bounds()) => {
                let y = match delta {
                    mouse::ScrollDelta::Lines { y, .. } | mouse::ScrollDelta::Pixels { y, .. } => *y,
                };
                let top = self.state.top.saturating_add_signed(if y < 0.0 { 1 } else { -1 });
                self.state.top = top.min(self.rows.len().saturating_sub(self.state.seen));
                shell.capture_event();
                shell.request_redraw();
            }
            _ => {}
        }
    }

    fn mouse_interaction(
        &self,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &Renderer,
    ) -> mouse::Interaction {
        if cursor.is_over(layout.bounds()) { mouse::Interaction::Pointer } else { mouse::Interaction::None }
    }
}

/// Where a widget lies in the window once the scrolling around it is counted in.
pub(super) fn anchor(layout: Layout<'_>, translation: Vector) -> Rectangle {
    layout.bounds() + translation
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_choice_stays_within_the_rows_and_in_sight() {
        let mut state = State::default();
        state.step(1, 20);
        assert_eq!((state.open, state.at, state.top), (true, Some(0), 0));
        for _ in 0..9 {
            state.step(1, 20);
        }
        assert_eq!((state.at, state.top), (Some(9), 2));
        for _ in 0..30 {
            state.step(1, 20);
        }
        assert_eq!((state.at, state.top), (Some(19), 12));
        state.step(-30, 20);
        assert_eq!((state.at, state.top), (Some(0), 0));
        state.step(1, 0);
        assert_eq!(state.at, Some(0));
    }
}
