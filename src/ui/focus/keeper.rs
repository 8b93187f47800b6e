//! Moves the focus in the very moment of the key, so that what is typed next lands in the next field. A task would
//! come a frame later: a fast hand or a scanner would type into the field it has just left. What is typed right behind a
//! command waits until the command is done and its field has the keyboard. Where what is drawn anew has lost the focus
//! (iced tells widgets apart by their place, and a problem that is told above a button moves that), it is given back.
//! Knows no command.

use super::page::{By, Turn};
use super::{Seen, Survey, Wish};
use crate::ui::Element;
use crate::ui::control::{Around, around};
use crate::ui::shortcut::{Shortcut, shortcut};
use iced::advanced::widget::Id;
use iced::advanced::widget::operation::{Operation, Outcome};
use iced::advanced::{Shell, mouse};
use iced::{Event, Rectangle, keyboard, touch, window};
use std::collections::VecDeque;

/// More keys than anybody types while a command is on its way: from there on they are let through.
const MOST: usize = 256;

/// Wraps the whole window: Tab, Shift+Tab and Enter that no control took move the focus at once, page keys and arrows turn
/// what is read.
pub fn keeper<'a, M: 'a>(content: impl Into<Element<'a, M>>) -> Element<'a, M> {
    around(content, Keeper { holding: None })
}

/// The same, and what is typed behind a command waits until it is done.
pub fn holding_keeper<'a, M: 'a>(content: impl Into<Element<'a, M>>, holding: Holding<M>) -> Element<'a, M> {
    around(content, Keeper { holding: Some(holding) })
}

/// How keys wait for a command.
#[derive(Debug, Clone, Copy)]
pub struct Holding<M> {
    /// How many commands are done. What waits for one goes on as soon as this is another number.
    pub done: u64,
    /// A command waits as well; the window may hear its key meanwhile and must not obey it yet.
    pub waits: fn(Shortcut) -> M,
    /// Now it is its turn.
    pub comes: fn(Shortcut) -> M,
    /// The focus was given back to what was drawn anew: assistive technology has to be told.
    pub given_back: fn() -> M,
}

struct Keeper<M> {
    holding: Option<Holding<M>>,
}

/// What is kept back.
#[derive(Debug, Default)]
struct Held {
    /// How many commands were done when the one that is waited for was given.
    since: Option<u64>,
    events: VecDeque<Event>,
    /// The command whose turn it is: the window has heard of its key before.
    comes: bool,
    /// What had the focus last.
    here: Option<Id>,
}

/// Sends a walk through the widgets, and those that follow from it.
fn send(mut step: Box<dyn Operation>, walk: &mut dyn FnMut(&mut dyn Operation)) {
    loop {
        walk(step.as_mut());
        match step.finish() {
            Outcome::Chain(next) => step = next,
            Outcome::None | Outcome::Some(()) => break,
        }
    }
}

/// The walk over the widgets that a key asks for.
fn walk_for(event: &Event) -> Option<Box<dyn Operation>> {
    let Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. }) = event else { return None };
    if let Some(by) = By::key(key).filter(|_| modifiers.is_empty()) {
        return Some(Box::new(Turn::new(by)));
    }
    let wish = match shortcut(key, *modifiers)? {
        Shortcut::Next | Shortcut::NextField => Wish::Next,
        Shortcut::Previous => Wish::Previous,
        _ => return None,
    };
    Some(Box::new(Survey::<()>::new(wish)))
}

/// The command of a key that counts even where a control takes it.
fn command(event: &Event) -> Option<Shortcut> {
    let Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. }) = event else { return None };
    shortcut(key, *modifiers).filter(|command| command.counts_if_taken())
}

/// Esc that no control took closes something, and is a command as well.
fn is_escape(event: &Event) -> bool {
    let Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. }) = event else { return false };
    shortcut(key, *modifiers) == Some(Shortcut::Escape)
}

impl Held {
    /// What waits, up to the next command: behind it one waits again.
    fn next(&mut self) -> Vec<Event> {
        let until = self.events.iter().position(|event| command(event).is_some());
        let count = until.map_or(self.events.len(), |at| at + 1);
        self.events.drain(..count).collect()
    }

    /// Remembers where the focus is, and gives it back where it was lost by drawing; whether it was given back. Who presses
    /// beside every control takes it away himself.
    fn keeps(&mut self, event: &Event, walk: &mut dyn FnMut(&mut dyn Operation)) -> bool {
        let drawn = matches!(event, Event::Window(window::Event::RedrawRequested(_)));
        let pressed = matches!(
            event,
            Event::Mouse(mouse::Event::ButtonPressed(_)) | Event::Touch(touch::Event::FingerPressed { .. })
        );
        if !drawn && !pressed {
            return false;
        }
        let mut seen = Seen::default();
        walk(&mut seen);
        if pressed || seen.any {
            self.here = seen.here;
            return false;
        }
        let Some(id) = self.here.clone() else { return false };
        send(Box::new(Survey::<()>::new(Wish::To(id))), walk);
        let mut seen = Seen::default();
        walk(&mut seen);
        seen.any
    }
}

impl<M> Around<M> for Keeper<M> {
    type State = Held;

    fn instead(&mut self, held: &mut Held, event: &Event, shell: &mut Shell<'_, M>) -> Option<Vec<Event>> {
        let holding = self.holding.as_ref()?;
        held.comes = false;
        let is_key = matches!(event, Event::Keyboard(_) | Event::InputMethod(_));
        let waits = held.since == Some(holding.done) && held.events.len() < MOST;
        if waits && !is_key {
            return None;
        }
        if waits || (is_key && !held.events.is_empty()) {
            if let Some(command) = command(event) {
                shell.publish((holding.waits)(command));
            }
            shell.capture_event();
            held.events.push_back(event.clone());
        }
        if waits {
            return Some(Vec::new());
        }
        held.since = None;
        if held.events.is_empty() {
            return None;
        }
        held.comes = true;
        shell.request_redraw();
        let own = (!is_key).then(|| event.clone());
        Some(held.next().into_iter().chain(own).collect())
    }

    fn heard(
        &mut self,
        held: &mut Held,
        event: &Event,
        _place: (Rectangle, mouse::Cursor),
        shell: &mut Shell<'_, M>,
        walk: &mut dyn FnMut(&mut dyn Operation),
    ) {
        if held.keeps(event, walk) {
            shell.request_redraw();
            if let Some(holding) = &self.holding {
                shell.publish((holding.given_back)());
            }
        }
        if let (Some(holding), Some(command)) = (&self.holding, command(event)) {
            held.since = Some(holding.done);
            if held.comes {
                shell.publish((holding.comes)(command));
            }
            return;
        }
        if let Some(holding) = self.holding.as_ref().filter(|_| held.comes && is_escape(event))
            && !shell.is_event_captured()
        {
            shell.publish((holding.comes)(Shortcut::Escape));
        }
        let Some(step) = walk_for(event).filter(|_| !shell.is_event_captured()) else { return };
        send(step, walk);
        shell.capture_event();
        shell.request_redraw();
    }
}
