//! Moves the focus in the very moment of the key, so that what is typed next lands in the next field. A task would
//! come a frame later: a fast hand or a scanner would type into the field it has just left. Knows no command.

use super::page::{By, Turn};
use super::{Survey, Wish};
use crate::ui::Element;
use crate::ui::control::{Around, around};
use crate::ui::shortcut::{Shortcut, shortcut};
use iced::advanced::widget::operation::{Operation, Outcome};
use iced::advanced::{Shell, mouse};
use iced::{Event, Rectangle, keyboard};

/// Wraps the whole window: Tab, Shift+Tab and Enter that no control took move the focus at once, page keys and arrows turn
/// what is read.
pub fn keeper<'a, M: 'a>(content: impl Into<Element<'a, M>>) -> Element<'a, M> {
    around(content, Keeper)
}

struct Keeper;

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

impl<M> Around<M> for Keeper {
    type State = ();

    fn heard(
        &mut self,
        _state: &mut (),
        event: &Event,
        _place: (Rectangle, mouse::Cursor),
        shell: &mut Shell<'_, M>,
        walk: &mut dyn FnMut(&mut dyn Operation),
    ) {
        let Some(mut step) = walk_for(event).filter(|_| !shell.is_event_captured()) else { return };
        loop {
            walk(step.as_mut());
            match step.finish() {
                Outcome::Chain(next) => step = next,
                Outcome::None | Outcome::Some(()) => break,
            }
        }
        shell.capture_event();
        shell.request_redraw();
    }
}
