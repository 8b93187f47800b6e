//! Scrolls the focused control into view, with its label and what is wrong with it, through every scrollable around it.
//! Moves no focus.

use iced::advanced::widget::operation::scrollable::AbsoluteOffset;
use iced::advanced::widget::operation::{Focusable, Operation, Outcome, Scrollable};
use iced::advanced::widget::{Id, operate};
use iced::{Rectangle, Task, Vector};
use std::any::Any;
use std::marker::PhantomData;

/// Free space kept around a control that is on its own: a line above, a line below, its ring.
const MARGIN: f32 = 36.0;
/// Free space kept around what belongs together: the ring's, and a little air.
const AIR: f32 = 8.0;

/// What a control and the words about it say on a walk: this is seen as a whole.
pub(in crate::ui) struct Whole;

/// Scrolls the focused control into view without moving the focus.
pub fn reveal<M: Send + 'static>() -> Task<M> {
    operate(Find::<M>::new())
}

/// A scrollable on the way to the focused control.
#[derive(Debug, Clone, Copy)]
struct Pane {
    index: usize,
    bounds: Rectangle,
    content: Rectangle,
    offset: Vector,
}

impl Pane {
    /// How far to scroll so that `wanted`, in the pane's own coordinates, is seen. The start wins over the end.
    fn shift(&self, wanted: Rectangle, margin: f32) -> Vector {
        let along = |start: f32, length: f32, seen: f32, room: f32| {
            let margin = margin.min(((room - length) / 2.0).max(0.0));
            if start - margin < seen {
                start - margin - seen
            } else if start + length + margin > seen + room {
                (start + length + margin - seen - room).min(start - margin - seen)
            } else {
                0.0
            }
        };
        let within =
            |shift: f32, at: f32, content: f32, room: f32| shift.clamp(-at, (content - room - at).max(-at));
        let (b, c, o) = (self.bounds, self.content, self.offset);
        Vector::new(
            within(along(wanted.x, wanted.width, b.x + o.x, b.width), o.x, c.width, b.width),
            within(along(wanted.y, wanted.height, b.y + o.y, b.height), o.y, c.height, b.height),
        )
    }
}

/// Walks to the focused control and remembers the panes around it.
pub(super) struct Find<M> {
    panes: Vec<Pane>,
    met: usize,
    entered: Option<Pane>,
    /// What is seen as a whole around where the walk is, and how many panes lie around that.
    wholes: Vec<(Rectangle, usize)>,
    begins: Option<Rectangle>,
    found: Option<(Rectangle, f32, Vec<Pane>)>,
    of: PhantomData<fn() -> M>,
}

impl<M> Find<M> {
    pub(super) fn new() -> Self {
        Self {
            panes: Vec::new(),
            met: 0,
            entered: None,
            wholes: Vec::new(),
            begins: None,
            found: None,
            of: PhantomData,
        }
    }

    /// As much around the control as the pane can show at once: all that belongs together, else the control with what is
    /// said below it, else the control itself.
    fn around(&self, control: Rectangle) -> (Rectangle, f32) {
        let Some(pane) = self.panes.last() else { return (control, MARGIN) };
        let here =
            || self.wholes.iter().filter(|(_, depth)| *depth == self.panes.len()).map(|(whole, _)| *whole);
        let fits = |rectangle: &Rectangle| rectangle.height + 2.0 * AIR <= pane.bounds.height;
        let own = here().next_back().filter(fits).unwrap_or(control);
        let below = |whole: Rectangle| Rectangle { height: whole.y + whole.height - own.y, ..own };
        let mut all = here().flat_map(|whole| [whole, below(whole)]);
        all.find(fits).map_or((control, MARGIN), |seen| (seen, AIR))
    }
}

impl<M: Send + 'static> Operation<M> for Find<M> {
    fn traverse(&mut self, walk: &mut dyn FnMut(&mut dyn Operation<M>)) {
        let (pane, whole) = (self.entered.take(), self.begins.take());
        self.panes.extend(pane);
        self.wholes.extend(whole.map(|whole| (whole, self.panes.len())));
        walk(self);
        if whole.is_some() {
            let _ = self.wholes.pop();
        }
        if pane.is_some() {
            let _ = self.panes.pop();
        }
    }

    fn custom(&mut self, _id: Option<&Id>, bounds: Rectangle, state: &mut dyn Any) {
        self.begins = state.is::<Whole>().then_some(bounds);
    }

    fn container(&mut self, _id: Option<&Id>, _bounds: Rectangle) {
        self.begins = None;
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        offset: Vector,
        _state: &mut dyn Scrollable,
    ) {
        self.entered = Some(Pane { index: self.met, bounds, content, offset });
        self.met += 1;
    }

    fn focusable(&mut self, _id: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        if state.is_focused() {
            let (wanted, margin) = self.around(bounds);
            self.found = Some((wanted, margin, self.panes.clone()));
        }
    }

    fn finish(&self) -> Outcome<M> {
        let Some((mut wanted, margin, panes)) = self.found.clone() else { return Outcome::None };
        let mut moves = Vec::new();
        for pane in panes.iter().rev() {
            let shift = pane.shift(wanted, margin);
            if shift != Vector::ZERO {
                moves.push((pane.index, shift));
            }
            wanted = (wanted - pane.offset - shift).intersection(&pane.bounds).unwrap_or(pane.bounds);
        }
        if moves.is_empty() {
            Outcome::None
        } else {
            Outcome::Chain(Box::new(Move { moves, met: 0, of: PhantomData }))
        }
    }
}

/// Scrolls each pane by its shift.
struct Move<M> {
    moves: Vec<(usize, Vector)>,
    met: usize,
    of: PhantomData<fn() -> M>,
}

impl<M: Send + 'static> Operation<M> for Move<M> {
    fn traverse(&mut self, walk: &mut dyn FnMut(&mut dyn Operation<M>)) {
        walk(self);
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        _offset: Vector,
        state: &mut dyn Scrollable,
    ) {
        if let Some((_, by)) = self.moves.iter().find(|(index, _)| *index == self.met) {
            state.scroll_by(AbsoluteOffset { x: by.x, y: by.y }, bounds, content);
        }
        self.met += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pane(offset: f32) -> Pane {
        let bounds = Rectangle { x: 0.0, y: 100.0, width: 300.0, height: 200.0 };
        let content = Rectangle { x: 0.0, y: 100.0, width: 300.0, height: 1000.0 };
        Pane { index: 0, bounds, content, offset: Vector::new(0.0, offset) }
    }

    fn at(y: f32) -> Rectangle {
        Rectangle { x: 40.0, y, width: 100.0, height: 32.0 }
    }

    #[test]
    fn what_is_seen_stays_where_it_is() {
        assert_eq!(pane(0.0).shift(at(180.0), MARGIN), Vector::ZERO);
    }

    #[test]
    fn what_lies_below_comes_up_with_room_for_its_problem() {
        assert_eq!(pane(0.0).shift(at(400.0), MARGIN), Vector::new(0.0, 400.0 + 32.0 + MARGIN - 300.0));
    }

    #[test]
    fn what_lies_above_comes_down_with_room_for_its_label() {
        assert_eq!(pane(500.0).shift(at(300.0), MARGIN), Vector::new(0.0, 300.0 - MARGIN - 600.0));
    }

    #[test]
    fn nothing_scrolls_past_its_ends() {
        assert_eq!(pane(500.0).shift(at(102.0), MARGIN), Vector::new(0.0, -500.0));
        assert_eq!(pane(0.0).shift(at(1060.0), MARGIN), Vector::new(0.0, 800.0));
    }
}
