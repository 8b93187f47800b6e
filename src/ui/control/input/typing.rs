//! What typing does to the line: text goes in whole, the list of suggestions opens and is walked, the value is said and
//! brought into form. Draws nothing.

use super::keys::Meaning;
use super::letters::Letters;
use super::{Inner, Input};
use crate::ui::control::popup;
use iced::advanced::text::Renderer as TextRenderer;
use iced::advanced::widget::Tree;
use iced::advanced::{Clipboard, Layout, Shell, Widget, input_method, mouse};
use iced::time::Instant;
use iced::widget::text_input;
use iced::{Event, Rectangle, Renderer, window};
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

pub(super) type InnerState = text_input::State<<Renderer as TextRenderer>::Paragraph>;
pub(super) type Place<'a> = (Layout<'a>, mouse::Cursor, &'a Renderer, &'a Rectangle);

#[derive(Debug)]
pub(super) struct State {
    /// Older than any focus: see [`steady`].
    pub born: Instant,
    pub popup: popup::State,
    pub letters: Letters,
    /// The focus went away by an operation; what that means is said at the next event.
    pub left: bool,
    pub set: Option<String>,
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
    pub(super) fn close(&mut self) {
        self.popup.close();
        self.letters = Letters::default();
    }
}

pub(super) fn inner_state(tree: &mut Tree) -> Option<&mut InnerState> {
    tree.children.first_mut().map(|child| child.state.downcast_mut::<InnerState>())
}

pub(super) fn is_focused(tree: &Tree) -> bool {
    tree.children.first().is_some_and(|child| child.state.downcast_ref::<InnerState>().is_focused())
}

pub(super) fn selection(state: &InnerState, value: &str) -> (usize, usize) {
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
    pub(super) fn leave(&mut self, shell: &mut Shell<'_, M>) {
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
    pub(super) fn offer_letters(&mut self, tree: &mut Tree, shell: &mut Shell<'_, M>) {
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
    pub(super) fn forward(
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
    pub(super) fn insert(
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
    pub(super) fn on_key(&mut self, tree: &mut Tree, meaning: &Meaning, shell: &mut Shell<'_, M>) -> bool {
        let state = tree.state.downcast_mut::<State>();
        let count = self.rows(&state.letters).len();
        match meaning {
            Meaning::Step(up) if count > 0 => {
                state.popup.step(if *up > 0 { -1 } else { 1 }, count);
                shell.capture_event();
                shell.request_redraw();
            }
            Meaning::Step(up) => {
                if let Some(on_arrow) = &self.on_arrow {
                    shell.publish(on_arrow(-up));
                    shell.capture_event();
                } else if let Some(value) = self.on_step.as_ref().and_then(|on_step| on_step(*up)) {
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
    pub(super) fn catch_up(&mut self, tree: &mut Tree, shell: &mut Shell<'_, M>) {
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
