//! The widget of the grid: keys, mouse, screen reader. Draws days by `draw_cell`.

use super::{MonthGrid, Step, WEEK, draw_cell};
use crate::ui::a11y::{Info, Part, Request, Role};
use crate::ui::control::keyboard::Keyboard;
use crate::ui::control::{draw, ring};
use crate::ui::theme::{BOLD, FONT, Theme, size};
use iced::advanced::widget::operation::Operation;
use iced::advanced::widget::{Tree, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, renderer};
use iced::keyboard::{self, Key, key::Named};
use iced::{Event, Fill, Length, Point, Rectangle, Renderer, Size};

/// Height of the names of the days.
const HEAD: f32 = 24.0;
/// Width of the numbers of the weeks.
const WEEKS: f32 = 34.0;
/// Below this width the numbers of the weeks are left out.
const NARROW: f32 = 420.0;

pub(super) struct Grid<'a, M> {
    pub grid: MonthGrid<'a, M>,
    pub info: Info,
}

#[derive(Debug, Default)]
struct State {
    keyboard: Keyboard,
    last_click: Option<mouse::Click>,
    request: Option<Request>,
}

// Six weeks of seven days: nothing here comes near what a float cannot tell apart.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
impl<M: Clone> Grid<'_, M> {
    fn rows(&self) -> usize {
        self.grid.days.len().div_ceil(WEEK).max(1)
    }

    fn left(bounds: Rectangle) -> f32 {
        if bounds.width < NARROW { 0.0 } else { WEEKS }
    }

    fn place(&self, bounds: Rectangle, at: usize) -> Rectangle {
        let left = Self::left(bounds);
        let (width, height) =
            ((bounds.width - left) / WEEK as f32, (bounds.height - HEAD) / self.rows() as f32);
        let (row, column) = ((at / WEEK) as f32, (at % WEEK) as f32);
        Rectangle { x: bounds.x + left + column * width, y: bounds.y + HEAD + row * height, width, height }
    }

    fn row_place(&self, bounds: Rectangle, row: usize) -> Rectangle {
        let first = self.place(bounds, row * WEEK);
        Rectangle { x: bounds.x, width: bounds.width, ..first }
    }

    fn at(&self, bounds: Rectangle, point: Point) -> Option<usize> {
        (0..self.grid.days.len()).find(|at| self.place(bounds, *at).contains(point))
    }

    fn step(&self, step: Step, shell: &mut Shell<'_, M>) {
        shell.publish((self.grid.on_step)(step));
        shell.request_redraw();
    }

    fn open(&self, shell: &mut Shell<'_, M>) {
        self.grid.on_open.iter().for_each(|message| shell.publish(message.clone()));
    }

    fn on_key(&self, key: &Key, shell: &mut Shell<'_, M>) -> bool {
        let Key::Named(named) = key else { return false };
        let step = match named {
            Named::ArrowLeft => Step::Days(-1),
            Named::ArrowRight => Step::Days(1),
            Named::ArrowUp => Step::Days(-7),
            Named::ArrowDown => Step::Days(7),
            Named::PageUp => Step::Months(-1),
            Named::PageDown => Step::Months(1),
            Named::Home => Step::Today,
            Named::Enter if self.grid.on_open.is_some() => {
                self.open(shell);
                return true;
            }
            _ => return false,
        };
        self.step(step, shell);
        true
    }

    fn typed(&self, text: Option<&str>, shell: &mut Shell<'_, M>) -> bool {
        let digits = text
            .filter(|text| text.chars().next().is_some_and(|first| first.is_ascii_digit() || first == '.'));
        let (Some(on_type), Some(digits)) = (&self.grid.on_type, digits) else { return false };
        shell.publish(on_type(digits.to_owned()));
        true
    }

    fn on_press(&self, state: &mut State, bounds: Rectangle, point: Point, shell: &mut Shell<'_, M>) {
        state.keyboard.here = true;
        shell.capture_event();
        shell.request_redraw();
        let Some(at) = self.at(bounds, point) else { return };
        let click = mouse::Click::new(point, mouse::Button::Left, state.last_click);
        if click.kind() == mouse::click::Kind::Double && at == self.grid.selected {
            self.open(shell);
        } else {
            self.step(Step::To(at), shell);
        }
        state.last_click = Some(click);
    }

    /// The names of the days and the weeks with their days, as a screen reader walks over them.
    fn parts(&self, bounds: Rectangle) -> Vec<Part> {
        let part = |role, label: &str, bounds, index| Part {
            role,
            label: label.to_owned(),
            bounds,
            index,
            selected: None,
            parts: Vec::new(),
        };
        let mut head = part(Role::Row, "", Rectangle { height: HEAD, ..bounds }, self.rows());
        let names = self.grid.head.iter().enumerate();
        head.parts = names
            .map(|(at, name)| {
                let below = self.place(bounds, at);
                let place = Rectangle { y: bounds.y, height: HEAD, ..below };
                part(Role::ColumnHeader, name, place, at)
            })
            .collect();
        let rows = (0..self.rows()).map(|row| {
            let week = self.grid.weeks.get(row).map_or("", String::as_str);
            let mut line = part(Role::Row, week, self.row_place(bounds, row), row);
            let days = self.grid.days.iter().enumerate().skip(row * WEEK).take(WEEK);
            line.parts = days
                .map(|(at, day)| Part {
                    selected: Some(at == self.grid.selected),
                    ..part(Role::GridCell, &day.spoken, self.place(bounds, at), at)
                })
                .collect();
            line
        });
        std::iter::once(head).chain(rows).collect()
    }
}

impl<M: Clone> Widget<M, Theme, Renderer> for Grid<'_, M> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn size(&self) -> Size<Length> {
        Size::new(Fill, self.grid.height)
    }

    fn layout(&mut self, _tree: &mut Tree, _renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        layout::atomic(limits, Fill, self.grid.height)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        _renderer: &Renderer,
        walk: &mut dyn Operation,
    ) {
        let state = tree.state.downcast_mut::<State>();
        self.info.parts = self.parts(layout.bounds());
        self.info.active = Some(self.grid.selected);
        let asked = self.info.tell(Some(&self.grid.id), layout.bounds(), walk);
        state.request = asked.or(state.request.take());
        walk.focusable(Some(&self.grid.id), layout.bounds(), &mut state.keyboard);
        let days = self.info.parts.iter().flat_map(|row| &row.parts);
        walk.traverse(&mut |walk| {
            for day in days.clone() {
                walk.text(None, day.bounds, &day.label);
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
        match state.request.take() {
            Some(Request::Choose(at)) if at == self.grid.selected => self.open(shell),
            Some(Request::Choose(at)) => self.step(Step::To(at), shell),
            Some(Request::Press) => self.open(shell),
            Some(Request::SetValue(_)) | None => {}
        }
        match event {
            Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, text, .. })
                if state.keyboard.here && !shell.is_event_captured() && modifiers.is_empty() =>
            {
                if self.on_key(key, shell) || self.typed(text.as_deref(), shell) {
                    shell.capture_event();
                }
            }
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) => {
                match cursor.position_over(layout.bounds()) {
                    Some(point) => self.on_press(state, layout.bounds(), point, shell),
                    None if state.keyboard.here => {
                        state.keyboard.here = false;
                        shell.request_redraw();
                    }
                    None => {}
                }
            }
            _ => {}
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_ref::<State>();
        let (tokens, bounds) = (theme.tokens(), layout.bounds());
        let Some(clip) = bounds.intersection(viewport) else { return };
        renderer.with_layer(clip, |renderer| {
            for (at, name) in self.grid.head.iter().enumerate() {
                let below = self.place(bounds, at);
                let name = draw::fit(name, BOLD, size::SMALL, (below.width - 8.0).max(0.0));
                let point = Point::new(below.x + 8.0, bounds.y + HEAD / 2.0);
                draw::line(renderer, &name, BOLD, size::SMALL, point, tokens.muted, bounds);
            }
            draw::fill(renderer, Rectangle { y: bounds.y + HEAD - 1.0, height: 1.0, ..bounds }, tokens.line);
            if Self::left(bounds) > 0.0 {
                for (row, week) in self.grid.weeks.iter().enumerate() {
                    let place = self.row_place(bounds, row);
                    ring::repaint(renderer, Rectangle { width: WEEKS, ..place }, week);
                    let number = week.rsplit(' ').next().unwrap_or_default();
                    let point = Point::new(place.x + 8.0, place.y + 13.0);
                    draw::line(renderer, number, FONT, size::SMALL, point, tokens.muted, bounds);
                }
            }
            for (at, day) in self.grid.days.iter().enumerate() {
                let place = self.place(bounds, at);
                draw_cell::draw(
                    renderer,
                    tokens,
                    day,
                    place,
                    (at == self.grid.selected, !day.mark.is_empty()),
                );
                ring::repaint(renderer, place, &day.spoken);
            }
        });
        if state.keyboard.here {
            let place = self.place(bounds, self.grid.selected);
            ring::draw(renderer, place.shrink(5.0), viewport, size::RADIUS, tokens.ring);
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
        if cursor.is_over(layout.bounds()) { mouse::Interaction::Pointer } else { mouse::Interaction::None }
    }
}
