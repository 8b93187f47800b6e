//! Page keys and arrows where no control takes them: a text without a control in it can be read to its end by keyboard.
//! Moves no focus.

use crate::ui::theme::size;
use iced::advanced::widget::Id;
use iced::advanced::widget::operation::scrollable::AbsoluteOffset;
use iced::advanced::widget::operation::{Focusable, Operation, Outcome, Scrollable};
use iced::keyboard::{Key, key::Named};
use iced::{Rectangle, Vector};

/// How far a key scrolls.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum By {
    /// Lines; less than none is up.
    Lines(f32),
    /// Heights of the pane. A little less than one, so that the eye finds its line again.
    Heights(f32),
}

impl By {
    /// What a key does.
    pub(super) fn key(key: &Key) -> Option<Self> {
        let Key::Named(named) = key else { return None };
        Some(match named {
            Named::ArrowDown => Self::Lines(2.0),
            Named::ArrowUp => Self::Lines(-2.0),
            Named::PageDown => Self::Heights(0.85),
            Named::PageUp => Self::Heights(-0.85),
            Named::End => Self::Heights(f32::from(u16::MAX)),
            Named::Home => Self::Heights(-f32::from(u16::MAX)),
            _ => return None,
        })
    }

    fn down(self) -> bool {
        let (Self::Lines(by) | Self::Heights(by)) = self;
        by > 0.0
    }

    fn pixels(self, height: f32) -> f32 {
        match self {
            Self::Lines(lines) => lines * size::TEXT_LINE,
            Self::Heights(heights) => heights * height,
        }
    }
}

/// A pane that can be scrolled up or down.
#[derive(Debug, Clone, Copy)]
struct Pane {
    index: usize,
    bounds: Rectangle,
    content: f32,
    at: f32,
}

impl Pane {
    /// Whether there is more of it in this direction.
    fn goes_on(&self, down: bool) -> bool {
        if down { self.at + self.bounds.height + 0.5 < self.content } else { self.at > 0.5 }
    }
}

/// Looks for the pane to turn: the innermost one around the focus that goes on, else the largest one that does.
pub(super) struct Turn {
    by: By,
    panes: Vec<Pane>,
    open: Vec<usize>,
    entered: Option<usize>,
    around: Vec<usize>,
}

impl Turn {
    pub(super) fn new(by: By) -> Self {
        Self { by, panes: Vec::new(), open: Vec::new(), entered: None, around: Vec::new() }
    }

    fn wanted(&self) -> Option<&Pane> {
        let goes_on = |pane: &&Pane| pane.goes_on(self.by.down());
        let inner = self.around.iter().rev().filter_map(|index| self.panes.get(*index)).find(goes_on);
        let area = |pane: &&Pane| pane.bounds.width * pane.bounds.height;
        inner.or_else(|| self.panes.iter().filter(goes_on).max_by(|a, b| area(a).total_cmp(&area(b))))
    }
}

impl Operation for Turn {
    fn traverse(&mut self, walk: &mut dyn FnMut(&mut dyn Operation)) {
        let pane = self.entered.take();
        self.open.extend(pane);
        walk(self);
        if pane.is_some() {
            let _ = self.open.pop();
        }
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        by: Vector,
        _state: &mut dyn Scrollable,
    ) {
        let index = self.panes.len();
        self.panes.push(Pane { index, bounds, content: content.height, at: by.y });
        self.entered = Some(index);
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        if state.is_focused() {
            self.around.clone_from(&self.open);
        }
    }

    fn finish(&self) -> Outcome<()> {
        let Some(pane) = self.wanted() else { return Outcome::None };
        let by = self.by.pixels(pane.bounds.height);
        Outcome::Chain(Box::new(Scroll { index: pane.index, by, met: 0 }))
    }
}

/// Scrolls one pane.
struct Scroll {
    index: usize,
    by: f32,
    met: usize,
}

impl Operation for Scroll {
    fn traverse(&mut self, walk: &mut dyn FnMut(&mut dyn Operation)) {
        walk(self);
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        _by: Vector,
        state: &mut dyn Scrollable,
    ) {
        if self.met == self.index {
            state.scroll_by(AbsoluteOffset { x: 0.0, y: self.by }, bounds, content);
        }
        self.met += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pane(index: usize, height: f32, content: f32, at: f32) -> Pane {
        Pane { index, bounds: Rectangle { x: 0.0, y: 0.0, width: 100.0, height }, content, at }
    }

    #[test]
    fn the_innermost_pane_that_goes_on_is_turned() {
        let mut turn = Turn::new(By::Lines(2.0));
        turn.panes = vec![pane(0, 500.0, 900.0, 0.0), pane(1, 100.0, 300.0, 0.0), pane(2, 900.0, 901.0, 0.0)];
        turn.around = vec![0, 1];
        assert_eq!(turn.wanted().map(|pane| pane.index), Some(1));
        turn.panes[1].at = 200.0;
        assert_eq!(turn.wanted().map(|pane| pane.index), Some(0), "the inner one is at its end");
        turn.around.clear();
        assert_eq!(
            turn.wanted().map(|pane| pane.index),
            Some(2),
            "the largest one where none is around the focus"
        );
        turn.by = By::Heights(-0.85);
        assert_eq!(turn.wanted().map(|pane| pane.index), Some(1));
    }
}
