//! Where the keyboard is: moving the focus from control to control and from column to column, and scrolling it
//! into view. Knows no key: the shell decides which key moves where.

mod keeper;
mod page;
mod reveal;

pub use keeper::{Holding, holding_keeper, keeper};
pub(in crate::ui) use reveal::Whole;
pub use reveal::reveal;

use crate::ui::a11y::{Info, Naming, Role};
use accesskit::NodeId;
use iced::advanced::widget::operation::{Focusable, Operation, Outcome};
use iced::advanced::widget::{Id, operate};
use iced::widget::operation;
use iced::{Rectangle, Task};
use std::any::Any;
use std::marker::PhantomData;

/// To the next control; after the last one comes the first.
pub fn next<M: Send + 'static>() -> Task<M> {
    go(Wish::Next)
}

/// To the control before; before the first one comes the last.
pub fn previous<M: Send + 'static>() -> Task<M> {
    go(Wish::Previous)
}

/// To the first control of the next column (F6).
pub fn next_column<M: Send + 'static>() -> Task<M> {
    go(Wish::NextColumn)
}

/// To the first control of the column before (Shift+F6).
pub fn previous_column<M: Send + 'static>() -> Task<M> {
    go(Wish::PreviousColumn)
}

/// To the control with this id. Does nothing where there is none, so that the focus is never lost.
pub fn to<M: Send + 'static>(id: impl Into<Id>) -> Task<M> {
    go(Wish::To(id.into()))
}

/// To the field with this id and behind what stands in it: typing goes on there instead of replacing it.
pub fn to_end_of<M: Send + 'static>(id: &'static str) -> Task<M> {
    to(id).chain(operation::move_cursor_to_end(Id::new(id)))
}

/// To the first of these controls that is there.
pub fn to_first_of<M: Send + 'static>(ids: Vec<Id>) -> Task<M> {
    go(Wish::FirstOf(ids))
}

/// To the control where something is to be mended: what stands in a line of text is selected, so that typing replaces it.
pub fn to_mend<M: Send + 'static>(id: impl Into<Id>) -> Task<M> {
    let id = id.into();
    to(id.clone()).chain(operation::select_all(id))
}

/// To the first control of the column with this id (see [`crate::ui::control::column`]).
pub fn into_column<M: Send + 'static>(id: impl Into<Id>) -> Task<M> {
    go(Wish::Into(id.into()))
}

/// To the control that a screen reader names.
pub(crate) fn to_node<M: Send + 'static>(node: NodeId) -> Task<M> {
    go(Wish::Node(node))
}

/// Which control has the focus now. Ask before a layout changes and bring the focus back after it.
pub fn held() -> Task<Held> {
    operate(Ask { last: None, held: Held::default() })
}

/// The control that has the focus.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Held {
    /// Its id.
    pub id: Option<Id>,
    /// What it is called; empty where nothing has the focus.
    pub name: String,
    /// What it says about itself: its problem, else its hint.
    pub says: String,
}

struct Ask {
    last: Option<(String, String)>,
    held: Held,
}

impl Operation<Held> for Ask {
    fn traverse(&mut self, walk: &mut dyn FnMut(&mut dyn Operation<Held>)) {
        walk(self);
    }

    fn custom(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Any) {
        let info = state.downcast_ref::<Info>();
        self.last = info.map(|info| (info.label.clone(), info.description.clone().unwrap_or_default()));
    }

    fn focusable(&mut self, id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        if state.is_focused() {
            let (name, says) = self.last.clone().unwrap_or_default();
            self.held = Held { id: id.cloned(), name, says };
        }
    }

    fn finish(&self) -> Outcome<Held> {
        Outcome::Some(self.held.clone())
    }
}

/// Which stop has the focus, for whoever walks himself.
#[derive(Default)]
struct Seen {
    /// Whether any has.
    any: bool,
    /// Its id; a stop without a name has none.
    here: Option<Id>,
}

impl Operation for Seen {
    fn traverse(&mut self, walk: &mut dyn FnMut(&mut dyn Operation)) {
        walk(self);
    }

    fn focusable(&mut self, id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        if state.is_focused() {
            self.any = true;
            self.here = id.cloned();
        }
    }
}

fn go<M: Send + 'static>(wish: Wish) -> Task<M> {
    operate(Survey::<M>::new(wish))
}

#[derive(Debug, Clone)]
enum Wish {
    Next,
    Previous,
    NextColumn,
    PreviousColumn,
    To(Id),
    FirstOf(Vec<Id>),
    Into(Id),
    Node(NodeId),
}

/// A place where the focus can stand.
#[derive(Debug, Clone)]
struct Stop {
    id: Option<Id>,
    node: Option<NodeId>,
    column: Column,
    focused: bool,
    /// Its place among all stops of the window.
    place: usize,
}

/// A column of the window, by its place among the columns.
#[derive(Debug, Clone, Default)]
struct Column {
    place: usize,
    id: Option<Id>,
    /// A dialog, or in one.
    asks: bool,
}

impl Wish {
    /// The place of the stop that is wanted. While a dialog is open, no step leads out of it.
    fn target(&self, stops: &[Stop]) -> Option<usize> {
        let inside: Vec<Stop> = stops.iter().filter(|stop| stop.column.asks).cloned().collect();
        let named = matches!(self, Self::To(_) | Self::FirstOf(_) | Self::Node(_));
        let stops = if named || inside.is_empty() { stops } else { inside.as_slice() };
        self.among(stops).and_then(|at| stops.get(at)).map(|stop| stop.place)
    }

    /// The index of the stop that is wanted.
    fn among(&self, stops: &[Stop]) -> Option<usize> {
        let at = stops.iter().position(|stop| stop.focused);
        let count = stops.len();
        match self {
            Self::Next => (count > 0).then(|| at.map_or(0, |at| (at + 1) % count)),
            Self::Previous => (count > 0).then(|| at.map_or(count - 1, |at| (at + count - 1) % count)),
            Self::NextColumn => {
                let Some(at) = at else { return (count > 0).then_some(0) };
                let here = stops.get(at)?.column.place;
                stops.iter().position(|s| s.column.place > here).or(Some(0))
            }
            Self::PreviousColumn => {
                let here = at.and_then(|at| stops.get(at)).map_or(usize::MAX, |stop| stop.column.place);
                let before = stops.iter().rev().find(|s| s.column.place < here).or(stops.last())?;
                stops.iter().position(|s| s.column.place == before.column.place)
            }
            Self::To(id) => stops.iter().position(|s| s.id.as_ref() == Some(id)),
            Self::FirstOf(ids) => {
                ids.iter().find_map(|id| stops.iter().position(|stop| stop.id.as_ref() == Some(id)))
            }
            Self::Into(id) => {
                let inside = stops.iter().position(|s| s.column.id.as_ref() == Some(id));
                // Where nothing in the column takes the keyboard it stands elsewhere, never nowhere, and not in the search
                // of the top bar: what is typed there is not meant for it.
                let top = Id::new("top");
                let beside = || stops.iter().position(|s| s.column.id.as_ref() != Some(&top)).unwrap_or(0);
                inside.or_else(|| (at.is_none() && count > 0).then(beside))
            }
            Self::Node(node) => stops.iter().position(|s| s.node == Some(*node)),
        }
    }
}

/// What the widget met last said about itself: its node, and whether a column begins there.
struct Met {
    node: NodeId,
    column: bool,
    id: Option<Id>,
    asks: bool,
}

/// First walk: which stops are there and which one has the focus.
struct Survey<M> {
    wish: Wish,
    stops: Vec<Stop>,
    columns: Vec<Column>,
    met: usize,
    last: Option<Met>,
    names: Naming,
    of: PhantomData<fn() -> M>,
}

impl<M> Survey<M> {
    fn new(wish: Wish) -> Self {
        Self {
            wish,
            stops: Vec::new(),
            columns: vec![Column::default()],
            met: 0,
            last: None,
            names: Naming::default(),
            of: PhantomData,
        }
    }
}

impl<M: Send + 'static> Operation<M> for Survey<M> {
    fn traverse(&mut self, walk: &mut dyn FnMut(&mut dyn Operation<M>)) {
        let column = self.last.take().filter(|met| met.column);
        let entered = column.is_some();
        if let Some(met) = column {
            self.met += 1;
            let asks = met.asks || self.columns.last().is_some_and(|column| column.asks);
            self.columns.push(Column { place: self.met, id: met.id, asks });
        }
        walk(self);
        if entered {
            let _ = self.columns.pop();
        }
    }

    fn container(&mut self, _id: Option<&Id>, _bounds: Rectangle) {
        self.last = None;
    }

    fn custom(&mut self, id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Any) {
        self.last = state.downcast_ref::<Info>().map(|info| Met {
            node: self.names.node(id, info),
            column: info.is_column(),
            id: id.cloned(),
            asks: info.role == Role::Dialog,
        });
    }

    fn focusable(&mut self, id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        let node = self.last.as_ref().map(|met| met.node);
        let column = self.columns.last().cloned().unwrap_or_default();
        let (focused, place) = (state.is_focused(), self.stops.len());
        self.stops.push(Stop { id: id.cloned(), node, column, focused, place });
    }

    fn finish(&self) -> Outcome<M> {
        match self.wish.target(&self.stops) {
            Some(target) => Outcome::Chain(Box::new(Set { target, at: 0, of: PhantomData })),
            None => Outcome::None,
        }
    }
}

/// Second walk: gives the focus to one stop and takes it from all others.
struct Set<M> {
    target: usize,
    at: usize,
    of: PhantomData<fn() -> M>,
}

impl<M: Send + 'static> Operation<M> for Set<M> {
    fn traverse(&mut self, walk: &mut dyn FnMut(&mut dyn Operation<M>)) {
        walk(self);
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        if self.at != self.target {
            state.unfocus();
        } else if !state.is_focused() {
            state.focus();
        }
        self.at += 1;
    }

    fn finish(&self) -> Outcome<M> {
        Outcome::Chain(Box::new(reveal::Find::new()))
    }
}
