//! The rows: scrolled, selected, opened, read out. Asks for no row that is not seen.

use super::cells::{Row, draw_card, draw_row, lay_out};
use super::{Column, EDGE};
use crate::ui::Element;
use crate::ui::a11y::{Info, Part, Request, Role};
use crate::ui::control::keyboard::Keyboard;
use crate::ui::control::{draw, ring};
use crate::ui::theme::{Theme, size};
use iced::advanced::widget::operation::Operation;
use iced::advanced::widget::{Id, Tree, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, renderer};
use iced::keyboard::{self, Key, key::Named};
use iced::{Event, Fill, Length, Point, Rectangle, Renderer, Size};
use std::rc::Rc;

const CARD: f32 = 56.0;

pub(super) struct Body<'a, M> {
    pub id: Id,
    pub info: Info,
    pub columns: Vec<Column>,
    pub count: usize,
    pub row: Rc<dyn Fn(usize) -> Row + 'a>,
    pub selected: Option<usize>,
    pub on_select: Option<Rc<dyn Fn(usize) -> M + 'a>>,
    pub on_open: Option<Rc<dyn Fn(usize) -> M + 'a>>,
    pub on_type: Option<Rc<dyn Fn(String) -> M + 'a>>,
    pub cards: bool,
    pub whole: bool,
    /// What is said where there is no row; it takes the keyboard as rows would, so that a list that is filled keeps it.
    pub none: Option<Element<'a, M>>,
}

#[derive(Debug, Default)]
struct State {
    keyboard: Keyboard,
    /// First pixel seen.
    top: f32,
    /// The selection that was last brought into view.
    shown: Option<usize>,
    /// Where in the thumb it is held.
    held: Option<f32>,
    last_click: Option<mouse::Click>,
    request: Option<Request>,
}

// Row numbers and pixels: a list ends long before either loses a digit that is seen.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
impl<M> Body<'_, M> {
    fn row_height(&self) -> f32 {
        if self.cards { CARD } else { size::ROW + 1.0 }
    }

    fn height(&self) -> f32 {
        self.count as f32 * self.row_height()
    }

    fn seen(&self, top: f32, height: f32) -> std::ops::Range<usize> {
        let first = (top / self.row_height()).max(0.0) as usize;
        let last = ((top + height) / self.row_height()).ceil().max(0.0) as usize;
        first.min(self.count)..last.min(self.count)
    }

    fn row_bounds(&self, bounds: Rectangle, top: f32, index: usize) -> Rectangle {
        let y = bounds.y + index as f32 * self.row_height() - top;
        Rectangle { y, height: self.row_height(), ..bounds }
    }

    fn row_at(&self, bounds: Rectangle, top: f32, at: Point) -> Option<usize> {
        let index = ((at.y - bounds.y + top) / self.row_height()).max(0.0) as usize;
        (index < self.count).then_some(index)
    }

    fn page(&self, height: f32) -> usize {
        ((height / self.row_height()) as usize).saturating_sub(1).max(1)
    }

    fn clamp(&self, top: f32, height: f32) -> f32 {
        top.clamp(0.0, (self.height() - height).max(0.0))
    }

    fn show(&self, state: &mut State, index: usize, height: f32) {
        let start = index as f32 * self.row_height();
        let least = start + self.row_height() - height;
        state.top = self.clamp(state.top.clamp(least.min(start), start), height);
    }

    fn thumb(&self, bounds: Rectangle, top: f32) -> Option<Rectangle> {
        let (all, seen) = (self.height(), bounds.height);
        if all <= seen {
            return None;
        }
        let height = (seen * seen / all).max(size::TARGET);
        let y = bounds.y + (seen - height) * top / (all - seen);
        Some(Rectangle { x: bounds.x + bounds.width - 9.0, y, width: 8.0, height })
    }

    fn drag(&self, state: &mut State, bounds: Rectangle, y: f32) {
        if let (Some(held), Some(thumb)) = (state.held, self.thumb(bounds, state.top)) {
            let part = (y - held - bounds.y) / (bounds.height - thumb.height).max(1.0);
            state.top = self.clamp(part * (self.height() - bounds.height), bounds.height);
        }
    }

    /// The next key counts from here, even if it comes before the list is drawn again.
    fn select(&mut self, state: &mut State, index: usize, height: f32, shell: &mut Shell<'_, M>) {
        self.show(state, index, height);
        if let Some(on_select) = self.on_select.as_ref().filter(|_| self.selected != Some(index)) {
            shell.publish(on_select(index));
            self.selected = Some(index);
        }
        shell.request_redraw();
    }

    fn open(&self, index: usize, shell: &mut Shell<'_, M>) {
        if let Some(on_open) = &self.on_open {
            shell.publish(on_open(index));
        }
    }

    fn on_key(&mut self, state: &mut State, key: &Key, height: f32, shell: &mut Shell<'_, M>) -> bool {
        let (last, page) = (self.count.saturating_sub(1), self.page(height));
        let to = match (key, self.selected) {
            (Key::Named(Named::Home), _) | (Key::Named(Named::ArrowDown | Named::PageDown), None) => 0,
            (Key::Named(Named::End), _) | (Key::Named(Named::ArrowUp | Named::PageUp), None) => last,
            (Key::Named(Named::ArrowDown), Some(at)) => at + 1,
            (Key::Named(Named::ArrowUp), Some(at)) => at.saturating_sub(1),
            (Key::Named(Named::PageDown), Some(at)) => at + page,
            (Key::Named(Named::PageUp), Some(at)) => at.saturating_sub(page),
            (Key::Named(Named::Enter), Some(at)) if self.on_open.is_some() => {
                self.open(at, shell);
                return true;
            }
            _ => return false,
        };
        if self.count == 0 {
            return false;
        }
        self.select(state, to.min(last), height, shell);
        true
    }

    fn typed(&self, text: Option<&str>, shell: &mut Shell<'_, M>) -> bool {
        let letters = text.filter(|text| text.chars().next().is_some_and(char::is_alphanumeric));
        let (Some(on_type), Some(letters)) = (&self.on_type, letters) else { return false };
        shell.publish(on_type(letters.to_owned()));
        true
    }

    fn on_press(&mut self, state: &mut State, bounds: Rectangle, at: Point, shell: &mut Shell<'_, M>) {
        state.keyboard.here = true;
        shell.capture_event();
        shell.request_redraw();
        if let Some(thumb) = self.thumb(bounds, state.top).filter(|_| at.x > bounds.x + bounds.width - EDGE) {
            let inside = (thumb.y..thumb.y + thumb.height).contains(&at.y);
            state.held = Some(if inside { at.y - thumb.y } else { thumb.height / 2.0 });
            self.drag(state, bounds, at.y);
            return;
        }
        let Some(index) = self.row_at(bounds, state.top, at) else { return };
        let click = mouse::Click::new(at, mouse::Button::Left, state.last_click);
        if click.kind() == mouse::click::Kind::Double {
            self.open(index, shell);
        } else {
            self.select(state, index, bounds.height, shell);
        }
        state.last_click = Some(click);
    }

    fn on_mouse(
        &mut self,
        state: &mut State,
        event: &mouse::Event,
        bounds: Rectangle,
        cursor: mouse::Cursor,
        shell: &mut Shell<'_, M>,
    ) {
        match event {
            mouse::Event::ButtonPressed(mouse::Button::Left) => match cursor.position_over(bounds) {
                Some(at) => self.on_press(state, bounds, at, shell),
                None if state.keyboard.here => {
                    state.keyboard.here = false;
                    shell.request_redraw();
                }
                None => {}
            },
            mouse::Event::ButtonReleased(mouse::Button::Left) => state.held = None,
            mouse::Event::CursorMoved { position } if state.held.is_some() => {
                self.drag(state, bounds, position.y);
                shell.request_redraw();
            }
            mouse::Event::WheelScrolled { delta } if cursor.is_over(bounds) => {
                let by = match delta {
                    mouse::ScrollDelta::Lines { y, .. } => y * 3.0 * self.row_height(),
                    mouse::ScrollDelta::Pixels { y, .. } => *y,
                };
                let top = self.clamp(state.top - by, bounds.height);
                if (top - state.top).abs() > f32::EPSILON {
                    state.top = top;
                    shell.capture_event();
                    shell.request_redraw();
                }
            }
            _ => {}
        }
    }

    fn parts(&self, bounds: Rectangle, top: f32) -> Vec<Part> {
        let columns = lay_out(&self.columns, bounds.width);
        let rows = self.seen(top, bounds.height).map(|index| {
            let row = (self.row)(index);
            let place = self.row_bounds(bounds, top, index);
            let cells = row.0.iter().zip(&columns).enumerate().map(|(column, (cell, (x, width)))| Part {
                role: Role::Cell,
                label: cell.text.clone(),
                bounds: if self.cards { place } else { Rectangle { x: place.x + x, width: *width, ..place } }
                    .intersection(&bounds)
                    .unwrap_or(place),
                index: column,
                selected: None,
                parts: Vec::new(),
            });
            Part {
                role: Role::Row,
                label: row.spoken(),
                bounds: place.intersection(&bounds).unwrap_or(place),
                index,
                selected: Some(self.selected == Some(index)),
                parts: cells.collect(),
            }
        });
        rows.collect()
    }
}

impl<M> Widget<M, Theme, Renderer> for Body<'_, M> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn children(&self) -> Vec<Tree> {
        self.none.iter().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(self.none.as_slice());
    }

    fn size(&self) -> Size<Length> {
        if let Some(none) = &self.none {
            return none.as_widget().size();
        }
        Size::new(Fill, if self.whole { Length::Fixed(self.height()) } else { Fill })
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        if let Some((none, child)) = self.none.as_mut().zip(tree.children.first_mut()) {
            return none.as_widget_mut().layout(child, renderer, limits);
        }
        let size = Widget::<M, Theme, Renderer>::size(self);
        let node = layout::atomic(limits, size.width, size.height);
        let state = tree.state.downcast_mut::<State>();
        if state.shown != self.selected {
            state.shown = self.selected;
            self.selected.into_iter().for_each(|index| self.show(state, index, node.size().height));
        }
        state.top = self.clamp(state.top, node.size().height);
        node
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        walk: &mut dyn Operation,
    ) {
        let state = tree.state.downcast_mut::<State>();
        self.info.parts = self.parts(layout.bounds(), state.top);
        self.info.active = self.selected;
        let asked = self.info.tell(Some(&self.id), layout.bounds(), walk);
        state.request = asked.or(state.request.take());
        walk.focusable(Some(&self.id), layout.bounds(), &mut state.keyboard);
        if let Some((none, child)) = self.none.as_mut().zip(tree.children.first_mut()) {
            return walk.traverse(&mut |walk| none.as_widget_mut().operate(child, layout, renderer, walk));
        }
        let parts = &self.info.parts;
        let cards = self.cards;
        walk.traverse(&mut |walk| {
            for row in parts {
                let cells = if cards { std::slice::from_ref(row) } else { &row.parts };
                for cell in cells {
                    walk.text(None, cell.bounds, &cell.label);
                }
            }
        });
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &Renderer,
        _clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, M>,
        _viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_mut::<State>();
        let bounds = layout.bounds();
        match state.request.take() {
            Some(Request::Choose(index)) if self.selected == Some(index) => self.open(index, shell),
            Some(Request::Choose(index)) => self.select(state, index, bounds.height, shell),
            Some(Request::Press) => self.selected.into_iter().for_each(|index| self.open(index, shell)),
            Some(Request::SetValue(_)) | None => {}
        }
        match event {
            Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, text, .. })
                if state.keyboard.here && !shell.is_event_captured() =>
            {
                let plain = modifiers.is_empty();
                let letters = plain || *modifiers == keyboard::Modifiers::SHIFT;
                if plain && self.on_key(state, key, bounds.height, shell)
                    || letters && self.typed(text.as_deref(), shell)
                {
                    shell.capture_event();
                }
            }
            Event::Mouse(event) => self.on_mouse(state, event, bounds, cursor, shell),
            _ => {}
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_ref::<State>();
        let (tokens, bounds) = (theme.tokens(), layout.bounds());
        let Some(clip) = bounds.intersection(viewport) else { return };
        renderer.with_layer(clip, |renderer| {
            let above = (clip.y - bounds.y).max(0.0);
            for index in self.seen(state.top + above, clip.height) {
                let place = self.row_bounds(bounds, state.top, index);
                let selected = self.selected == Some(index);
                let under = Rectangle { y: place.y + place.height - 1.0, height: 1.0, ..place };
                draw::fill(renderer, under, tokens.line_soft);
                if selected {
                    draw::fill(renderer, Rectangle { height: place.height - 1.0, ..place }, tokens.selection);
                    let bar = Rectangle { width: 4.0, height: place.height - 1.0, ..place };
                    draw::fill(renderer, bar, tokens.accent);
                }
                let row = (self.row)(index);
                ring::repaint(renderer, place, &row.spoken());
                if self.cards {
                    draw_card(renderer, tokens, &row, place, selected);
                } else {
                    draw_row(renderer, tokens, &self.columns, &row, place, selected);
                }
            }
            if let Some(thumb) = self.thumb(bounds, state.top) {
                draw::frame(
                    renderer,
                    thumb,
                    tokens.field_border,
                    iced::Border::default().rounded(size::RADIUS),
                );
            }
        });
        if let Some((none, child)) = self.none.as_ref().zip(tree.children.first()) {
            none.as_widget().draw(child, renderer, theme, style, layout, cursor, viewport);
        }
        if state.keyboard.here {
            ring::draw(renderer, bounds.shrink(3.0), viewport, size::RADIUS, tokens.ring);
        }
    }

    fn mouse_interaction(
        &self,
        _tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _viewport: &Rectangle,
        _renderer: &Renderer,
    ) -> mouse::Interaction {
        if cursor.is_over(layout.bounds()) { mouse::Interaction::Idle } else { mouse::Interaction::None }
    }
}
