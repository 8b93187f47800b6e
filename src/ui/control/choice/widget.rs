//! The closed field, its keys and its open list.

use crate::ui::a11y::{Info, Part, Request, Role};
use crate::ui::control::popup::{self, Popup, Suggestion};
use crate::ui::control::{draw, ring};
use crate::ui::theme::{FONT, SYMBOLS, Theme, size};
use iced::advanced::widget::operation::{Focusable, Operation};
use iced::advanced::widget::{Id, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::keyboard::{self, Key, Modifiers, key::Named};
use iced::time::{Duration, Instant};
use iced::{Border, Event, Fill, Length, Point, Rectangle, Renderer, Size, Vector, touch};
use std::rc::Rc;

/// Letters typed within this time belong to one word.
const WORD: Duration = Duration::from_millis(900);

pub(super) struct Field<'a, M> {
    pub id: Id,
    pub options: Vec<Suggestion>,
    pub chosen: Option<usize>,
    pub info: Info,
    /// Whether arrows and letters open the list instead of choosing at once.
    pub waits: bool,
    pub on_choose: Rc<dyn Fn(usize) -> M + 'a>,
}

#[derive(Debug, Default)]
struct State {
    focused: bool,
    popup: popup::State,
    typed: String,
    typed_at: Option<Instant>,
    request: Option<Request>,
}

impl Focusable for State {
    fn is_focused(&self) -> bool {
        self.focused
    }
    fn focus(&mut self) {
        self.focused = true;
    }
    fn unfocus(&mut self) {
        self.focused = false;
        self.popup.close();
    }
}

/// The option that starts with what was typed; one letter again and again walks through those that start with it.
fn found(options: &[Suggestion], typed: &str, at: Option<usize>) -> Option<usize> {
    let typed = typed.to_lowercase();
    let mut letters = typed.chars();
    let first = letters.next()?;
    let same = letters.all(|letter| letter == first);
    let needle = if same { first.to_string() } else { typed.clone() };
    let start = at.map_or(0, |at| if same { at + 1 } else { at });
    let count = options.len();
    (0..count).map(|step| (start + step) % count).find(|index| {
        options.get(*index).is_some_and(|option| option.spoken().to_lowercase().starts_with(&needle))
    })
}

impl<M> Field<'_, M> {
    fn open(&self, state: &mut State) {
        state.popup.open = true;
        state.popup.at = self.chosen.or(Some(0));
        state.popup.show();
    }

    fn open_or_close(&self, state: &mut State) {
        if state.popup.open {
            state.popup.close();
        } else {
            self.open(state);
        }
    }

    fn choose(&mut self, index: usize, shell: &mut Shell<'_, M>) {
        if index < self.options.len() {
            self.chosen = Some(index);
            shell.publish((self.on_choose)(index));
        }
    }

    /// What a key does; says whether it was ours.
    fn on_key(
        &mut self,
        state: &mut State,
        key: &Key,
        modifiers: Modifiers,
        text: Option<&str>,
        shell: &mut Shell<'_, M>,
    ) -> bool {
        let count = self.options.len();
        if modifiers.alt()
            && !modifiers.control()
            && matches!(key, Key::Named(Named::ArrowDown | Named::ArrowUp))
        {
            self.open_or_close(state);
            return true;
        }
        if !modifiers.difference(Modifiers::SHIFT).is_empty() {
            return false;
        }
        let step: isize = match key {
            Key::Named(Named::ArrowDown) => 1,
            Key::Named(Named::ArrowUp) => -1,
            Key::Named(Named::PageDown) => 7,
            Key::Named(Named::PageUp) => -7,
            Key::Named(Named::Home) => -isize::try_from(count).unwrap_or(isize::MAX),
            Key::Named(Named::End) => isize::try_from(count).unwrap_or(isize::MAX),
            _ => 0,
        };
        if step != 0 && !state.popup.open && self.waits {
            self.open(state);
            return true;
        }
        if step != 0 && state.popup.open {
            state.popup.step(step, count);
            return true;
        }
        if step != 0 && count > 0 {
            let to =
                self.chosen.map_or(if step > 0 { 0 } else { count - 1 }, |at| at.saturating_add_signed(step));
            self.choose(to.min(count - 1), shell);
            return true;
        }
        match key {
            Key::Named(Named::Space) if !state.popup.open => self.open(state),
            Key::Named(Named::Enter | Named::Space) if state.popup.open => {
                let at = state.popup.at;
                state.popup.close();
                if let Some(at) = at {
                    self.choose(at, shell);
                }
            }
            Key::Named(Named::Escape) if state.popup.open => state.popup.close(),
            Key::Named(_) => return false,
            _ => return self.type_ahead(state, text, shell),
        }
        true
    }

    fn type_ahead(&mut self, state: &mut State, text: Option<&str>, shell: &mut Shell<'_, M>) -> bool {
        let Some(text) = text.filter(|text| text.chars().all(|c| !c.is_control())) else { return false };
        let now = Instant::now();
        if state.typed_at.is_none_or(|at| now.duration_since(at) > WORD) {
            state.typed.clear();
        }
        state.typed_at = Some(now);
        state.typed.push_str(text);
        if self.waits && !state.popup.open {
            self.open(state);
        }
        let from = if state.popup.open { state.popup.at } else { self.chosen };
        match found(&self.options, &state.typed, from) {
            Some(index) if state.popup.open => {
                state.popup.at = Some(index);
                state.popup.show();
            }
            Some(index) => self.choose(index, shell),
            None => {}
        }
        true
    }

    fn catch_up(&mut self, state: &mut State, shell: &mut Shell<'_, M>) {
        match state.request.take() {
            Some(Request::Press) if state.popup.open => state.popup.close(),
            Some(Request::Press) => {
                state.focused = true;
                self.open(state);
            }
            Some(Request::Choose(index)) => self.choose(index, shell),
            Some(Request::SetValue(text)) => {
                if let Some(index) = self.options.iter().position(|option| option.spoken() == text) {
                    self.choose(index, shell);
                }
            }
            None => {}
        }
        if let Some(index) = state.popup.taken.take() {
            state.popup.close();
            self.choose(index, shell);
        }
    }
}

impl<M> Widget<M, Theme, Renderer> for Field<'_, M> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn size(&self) -> Size<Length> {
        Size::new(Fill, Length::Fixed(size::FIELD))
    }

    fn layout(&mut self, _tree: &mut Tree, _renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        layout::atomic(limits, Fill, size::FIELD)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        _renderer: &Renderer,
        walk: &mut dyn Operation,
    ) {
        let state = tree.state.downcast_mut::<State>();
        self.info.expanded = Some(state.popup.open);
        self.info.settable = !self.info.disabled;
        self.info.covers_children = true;
        // A screen reader reads the answer from the option that is chosen.
        let answer = self.chosen.and_then(|index| Some((index, self.options.get(index)?)));
        self.info.parts = answer
            .map(|(index, option)| Part {
                role: Role::ListBoxOption,
                label: option.spoken(),
                bounds: layout.bounds(),
                index,
                selected: Some(true),
                parts: Vec::new(),
            })
            .into_iter()
            .collect();
        let asked = self.info.tell(Some(&self.id), layout.bounds(), walk);
        state.request = asked.or(state.request.take());
        if !self.info.disabled {
            walk.focusable(Some(&self.id), layout.bounds(), state);
        }
        let shown = self.info.value.clone().unwrap_or_default();
        walk.traverse(&mut |walk| walk.text(None, layout.bounds(), &shown));
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
        if self.info.disabled {
            state.focused = false;
            return;
        }
        self.catch_up(state, shell);
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerPressed { .. }) => {
                let over = cursor.is_over(layout.bounds());
                if !over {
                    if state.focused {
                        state.unfocus();
                        shell.request_redraw();
                    }
                    return;
                }
                state.focused = true;
                self.open_or_close(state);
                shell.capture_event();
                shell.request_redraw();
            }
            Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, text, .. })
                if state.focused && !shell.is_event_captured() =>
            {
                if self.on_key(state, key, *modifiers, text.as_deref(), shell) {
                    shell.capture_event();
                    shell.request_redraw();
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
        let (color, width) = match (self.info.invalid, state.focused) {
            (true, _) => (tokens.error, 2.0),
            (false, true) => (tokens.accent, 2.0),
            (false, false) => (tokens.field_border, 1.0),
        };
        let background = if self.info.disabled { tokens.background } else { tokens.panel };
        draw::frame(
            renderer,
            bounds,
            background,
            Border::default().rounded(size::RADIUS).width(width).color(color),
        );
        let shown = self.info.value.as_deref().unwrap_or_default();
        ring::repaint(renderer, bounds, shown);
        let quiet = self.chosen.is_none() || self.info.disabled;
        let middle = bounds.center_y();
        let color = if quiet { tokens.muted } else { tokens.text };
        let words = draw::fit(shown, FONT, size::TEXT, bounds.width - 34.0);
        draw::line(renderer, &words, FONT, size::TEXT, Point::new(bounds.x + 10.0, middle), color, bounds);
        let at = Point::new(bounds.x + bounds.width - 20.0, middle);
        draw::line(renderer, "\u{25bc}", SYMBOLS, 9.0, at, tokens.muted, bounds);
        if state.focused {
            ring::draw(renderer, bounds, viewport, size::RADIUS, tokens.ring);
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
        let over = cursor.is_over(layout.bounds()) && !self.info.disabled;
        if over { mouse::Interaction::Pointer } else { mouse::Interaction::None }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        _renderer: &Renderer,
        _viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, M, Theme, Renderer>> {
        let state = tree.state.downcast_mut::<State>();
        if !state.popup.open || self.options.is_empty() {
            return None;
        }
        let popup = Popup {
            rows: &self.options,
            state: &mut state.popup,
            anchor: popup::anchor(layout, translation),
            on_take: &*self.on_choose,
            label: self.info.label.clone(),
        };
        Some(popup.overlay())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_find_the_answer() {
        let options: Vec<Suggestion> =
            ["Hauptniederlassung", "Zweigniederlassung", "Zweigstelle"].map(Suggestion::new).to_vec();
        assert_eq!(found(&options, "z", Some(0)), Some(1));
        assert_eq!(found(&options, "zz", Some(1)), Some(2));
        assert_eq!(found(&options, "zzz", Some(2)), Some(1));
        assert_eq!(found(&options, "zweigs", Some(1)), Some(2));
        assert_eq!(found(&options, "x", Some(1)), None);
    }
}
