//! The widget itself: passes events on or takes them, draws border and ring, opens the suggestions.

use super::keys::{Meaning, meaning};
use super::letters::{self, Letters};
use super::{Inner, Input};
use crate::ui::a11y::Request;
use crate::ui::control::popup::{self, Popup};
use crate::ui::control::{draw, ring};
use crate::ui::theme::{Theme, size};
use iced::advanced::text::Renderer as TextRenderer;
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, input_method, layout, mouse, overlay, renderer};
use iced::time::Instant;
use iced::widget::text_input;
use iced::{Border, Event, Length, Rectangle, Renderer, Size, Vector, keyboard, window};
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

type InnerState = text_input::State<<Renderer as TextRenderer>::Paragraph>;
type Place<'a> = (Layout<'a>, mouse::Cursor, &'a Renderer, &'a Rectangle);

#[derive(Debug)]
struct State {
    /// Older than any focus: see [`steady`].
    born: Instant,
    popup: popup::State,
    letters: Letters,
    /// The focus went away by an operation; what that means is said at the next event.
    left: bool,
    set: Option<String>,
}

/// The event as the wrapped input gets it. A frame is told to be as old as the field itself, so that the caret, which
/// iced lets blink by the age of the frame, always stands: nothing moves by itself, and an idle window draws nothing.
pub(in crate::ui::control) fn steady(event: &Event, born: Instant) -> Cow<'_, Event> {
    match event {
        Event::Window(window::Event::RedrawRequested(_)) => {
            Cow::Owned(Event::Window(window::Event::RedrawRequested(born)))
        }
        _ => Cow::Borrowed(event),
    }
}

/// Passes on what the wrapped input asked of the shell, but for the next blink of its caret.
pub(in crate::ui::control) fn pass_on<A, B>(from: &Shell<'_, A>, to: &mut Shell<'_, B>) {
    if from.is_event_captured() {
        to.capture_event();
    }
    if from.redraw_request() == window::RedrawRequest::NextFrame {
        to.request_redraw();
    }
    to.request_input_method(from.input_method());
}

impl State {
    /// Closes the list and forgets what was offered.
    fn close(&mut self) {
        self.popup.close();
        self.letters = Letters::default();
    }
}

fn inner_state(tree: &mut Tree) -> Option<&mut InnerState> {
    tree.children.first_mut().map(|child| child.state.downcast_mut::<InnerState>())
}

fn is_focused(tree: &Tree) -> bool {
    tree.children.first().is_some_and(|child| child.state.downcast_ref::<InnerState>().is_focused())
}

fn selection(state: &InnerState, value: &str) -> (usize, usize) {
    match state.cursor().state(&text_input::Value::new(value)) {
        text_input::cursor::State::Index(at) => (at, at),
        text_input::cursor::State::Selection { start, end } => (start, end),
    }
}

impl<'a, M: Clone + 'a> Input<'a, M> {
    /// Says the new value, composed (NFC): what is stored and searched is composed everywhere.
    fn publish(&mut self, value: &str, shell: &mut Shell<'_, M>) {
        let value: String = value.nfc().collect();
        if let Some(on_input) = &self.on_input {
            shell.publish(on_input(value.clone()));
        }
        self.value = value;
    }

    fn settle(&mut self, shell: &mut Shell<'_, M>) {
        let formed = self.normalise.as_ref().and_then(|normalise| normalise(&self.value));
        if let Some(formed) = formed.filter(|formed| *formed != self.value) {
            self.publish(&formed, shell);
        }
    }

    /// The field is left: its value is brought into form, and the screen may look at it.
    fn leave(&mut self, shell: &mut Shell<'_, M>) {
        self.settle(shell);
        if let Some(message) = self.on_leave.clone() {
            shell.publish(message);
        }
    }

    /// Takes a row of the open list: a suggestion, or another letter.
    fn take(&mut self, row: usize, state: &mut State, shell: &mut Shell<'_, M>) {
        if let Some(changed) = state.letters.changed(&self.value, row) {
            self.publish(&changed, shell);
        } else if let Some(suggestions) = self.suggestions.as_ref().filter(|s| row < s.rows.len()) {
            shell.publish((suggestions.on_take)(row));
        }
        state.close();
        shell.request_redraw();
    }

    /// Offers the variants of the letter before the caret; asked again, goes to the next one.
    fn offer_letters(&mut self, tree: &mut Tree, shell: &mut Shell<'_, M>) {
        let caret = inner_state(tree).map_or(0, |state| selection(state, &self.value).1);
        let state = tree.state.downcast_mut::<State>();
        if state.letters.rows.is_empty() {
            state.letters = Letters::before(&self.value, caret);
            state.popup.at = None;
        }
        state.popup.step(1, state.letters.rows.len());
        shell.capture_event();
        shell.request_redraw();
    }

    /// Hands an event to the wrapped input and says what changed.
    fn forward(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        (layout, cursor, renderer, viewport): Place<'_>,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, M>,
    ) {
        let born = tree.state.downcast_ref::<State>().born;
        let Some(child) = tree.children.first_mut() else { return };
        let (event, mut messages) = (steady(event, born), Vec::new());
        let mut local = Shell::new(&mut messages);
        let inner: &mut Inner<'_> = &mut self.inner;
        Widget::update(inner, child, &event, layout, cursor, renderer, clipboard, &mut local, viewport);
        pass_on(&local, shell);
        for value in messages {
            self.publish(&value, shell);
            let first = self.suggestions.as_ref().is_some_and(|s| s.first);
            let state = tree.state.downcast_mut::<State>();
            state.letters = Letters::default();
            state.popup.open = true;
            state.popup.at = first.then_some(0);
            state.popup.show();
        }
    }

    /// Puts text in as a whole and the caret behind it. iced's own input takes the first code point only, and
    /// moves too far behind a mark that joins the letter before it.
    fn insert(
        &mut self,
        tree: &mut Tree,
        text: &str,
        place: Place<'_>,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, M>,
    ) {
        let before = inner_state(tree).map(|state| selection(state, &self.value));
        let (start, end) = before.map_or((0, 0), |(a, b)| (a.min(b), a.max(b)));
        let head: String = self.value.graphemes(true).take(start).collect();
        let tail: String = self.value.graphemes(true).skip(end).collect();
        let event = Event::InputMethod(input_method::Event::Commit(text.to_owned()));
        self.forward(tree, &event, place, clipboard, shell);
        let behind = format!("{head}{text}").graphemes(true).count();
        if format!("{head}{text}{tail}").nfc().eq(self.value.chars())
            && let Some(state) = inner_state(tree)
        {
            state.move_cursor_to(behind);
        }
    }

    /// Handles a key of the focused field. Says whether the wrapped input gets it too.
    fn on_key(&mut self, tree: &mut Tree, meaning: &Meaning, shell: &mut Shell<'_, M>) -> bool {
        let state = tree.state.downcast_mut::<State>();
        let count = self.rows(&state.letters).len();
        match meaning {
            Meaning::Step(up) if count > 0 => {
                state.popup.step(if *up > 0 { -1 } else { 1 }, count);
                shell.capture_event();
                shell.request_redraw();
            }
            Meaning::Step(up) => {
                if let Some(value) = self.on_step.as_ref().and_then(|on_step| on_step(*up)) {
                    self.publish(&value, shell);
                    shell.capture_event();
                }
            }
            Meaning::Escape => {
                if state.popup.open && count > 0 {
                    state.close();
                    shell.capture_event();
                    shell.request_redraw();
                }
            }
            Meaning::Enter => {
                if let Some(row) = state.popup.at.filter(|at| state.popup.open && *at < count) {
                    self.take(row, state, shell);
                    shell.capture_event();
                    return false;
                }
                self.settle(shell);
                if let Some(message) = self.on_enter.clone() {
                    shell.publish(message);
                    shell.capture_event();
                }
            }
            Meaning::Edit => return true,
            Meaning::Text(_) | Meaning::Free => {}
        }
        false
    }

    /// What operations asked for since the last event.
    fn catch_up(&mut self, tree: &mut Tree, shell: &mut Shell<'_, M>) {
        let state = tree.state.downcast_mut::<State>();
        if let Some(value) = state.set.take() {
            self.publish(&value, shell);
        }
        if let Some(row) = state.popup.taken.take() {
            self.take(row, state, shell);
        }
        if std::mem::take(&mut state.left) {
            state.close();
            self.leave(shell);
        }
    }
}

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
        self.info.request = None;
        walk.custom(Some(&self.id), layout.bounds(), &mut self.info);
        if let Some(Request::SetValue(value)) = self.info.request.take() {
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
