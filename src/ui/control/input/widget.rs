//! The widget itself: passes events on or takes them, draws border and ring, opens the suggestions.

use super::Input;
use super::keys::{Meaning, meaning};
use super::letters::{self, Letters};
use super::typing::{InnerState, State, is_focused, selection};
use crate::ui::a11y::Request;
use crate::ui::control::popup::{self, Popup};
use crate::ui::control::{draw, ring};
use crate::ui::theme::{Theme, size};
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::time::Instant;
use iced::{Border, Event, Length, Rectangle, Renderer, Size, Vector, keyboard};

impl<'a, M: Clone + 'a> Widget<M, Theme, Renderer> for Input<'a, M> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State {
            born: Instant::now(),
            popup: popup::State::default(),
            letters: Letters::default(),
            left: false,
            set: None,
        })
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.inner as &dyn Widget<String, Theme, Renderer>)]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&[&self.inner as &dyn Widget<String, Theme, Renderer>]);
    }

    fn size(&self) -> Size<Length> {
        Widget::size(&self.inner)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let Some(child) = tree.children.first_mut() else { return layout::Node::new(Size::ZERO) };
        Widget::layout(&mut self.inner, child, renderer, limits)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        walk: &mut dyn Operation,
    ) {
        let Some(child) = tree.children.first_mut() else { return };
        let state = tree.state.downcast_mut::<State>();
        let inner = child.state.downcast_ref::<InnerState>();
        let before = inner.is_focused();
        self.info.caret = Some(selection(inner, &self.value));
        self.info.expanded =
            self.suggestions.as_ref().map(|_| state.popup.open && !self.rows(&state.letters).is_empty());
        if let Some(Request::SetValue(value)) = self.info.tell(Some(&self.id), layout.bounds(), walk) {
            state.set = Some(value);
        }
        if self.on_input.is_some() {
            self.inner.operate(child, layout, renderer, walk);
        }
        let inner = child.state.downcast_mut::<InnerState>();
        if inner.is_focused() && !before {
            inner.select_all();
        }
        state.left |= before && !inner.is_focused();
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, M>,
        viewport: &Rectangle,
    ) {
        self.catch_up(tree, shell);
        let before = is_focused(tree);
        let place = (layout, cursor, renderer, viewport);
        match event {
            Event::Keyboard(keyboard::Event::KeyPressed { modified_key, key, modifiers, text, .. }) => {
                if !before || shell.is_event_captured() {
                    return;
                }
                if letters::asked_by(key, *modifiers) && self.on_input.is_some() {
                    self.offer_letters(tree, shell);
                    return;
                }
                let tab = *key == keyboard::Key::Named(keyboard::key::Named::Tab) && modifiers.is_empty();
                if let Some(message) = self.on_tab.clone().filter(|_| tab) {
                    shell.publish(message);
                    shell.capture_event();
                    return;
                }
                let key = if matches!(modified_key, keyboard::Key::Named(_)) { modified_key } else { key };
                match meaning(key, *modifiers, text.as_deref()) {
                    Meaning::Text(text) if self.on_input.is_some() => {
                        self.insert(tree, &text, place, clipboard, shell);
                    }
                    meaning => {
                        if self.on_key(tree, &meaning, shell) {
                            self.forward(tree, event, place, clipboard, shell);
                        }
                    }
                }
            }
            // What cannot be changed is passed over by Tab and takes no focus from the pointer either.
            Event::Mouse(_) | Event::Touch(_) if self.on_input.is_none() => {}
            _ => self.forward(tree, event, place, clipboard, shell),
        }
        if before && !is_focused(tree) {
            tree.state.downcast_mut::<State>().close();
            self.leave(shell);
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
        let tokens = theme.tokens();
        let focused = is_focused(tree);
        let (color, width) = match (self.invalid, focused) {
            (true, _) => (tokens.error, 2.0),
            (false, true) => (tokens.accent, 2.0),
            (false, false) => (tokens.field_border, 1.0),
        };
        let border = Border::default().rounded(size::RADIUS).width(width).color(color);
        let background = if self.on_input.is_some() { tokens.panel } else { tokens.background };
        draw::frame(renderer, layout.bounds(), background, border);
        if let Some(child) = tree.children.first() {
            Widget::draw(&self.inner, child, renderer, theme, style, layout, cursor, viewport);
        }
        if focused {
            ring::draw(renderer, layout.bounds(), viewport, size::RADIUS, tokens.ring);
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        let child = tree.children.first().unwrap_or(tree);
        self.inner.mouse_interaction(child, layout, cursor, viewport, renderer)
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        _renderer: &Renderer,
        _viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, M, Theme, Renderer>> {
        let focused = is_focused(tree);
        let State { popup, letters, .. } = tree.state.downcast_mut::<State>();
        if !(focused && popup.open) || self.rows(letters).is_empty() {
            return None;
        }
        self.on_row = self.on_row(letters);
        let popup = Popup {
            rows: self.rows(letters),
            state: popup,
            anchor: popup::anchor(layout, translation),
            on_take: self.on_row.as_deref()?,
            label: self.info.label.clone(),
        };
        Some(popup.overlay())
    }
}
