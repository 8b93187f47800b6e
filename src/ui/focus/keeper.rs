//! Moves the focus in the very moment of the key, so that what is typed next lands in the next field. A task would
//! come a frame later: a fast hand or a scanner would type into the field it has just left. Decides no other key.

use super::{Survey, Wish};
use crate::ui::Element;
use crate::ui::a11y::Naming;
use crate::ui::control::{Around, around};
use crate::ui::shortcut::{Shortcut, shortcut};
use iced::advanced::widget::operation::{Operation, Outcome};
use iced::advanced::{Shell, mouse};
use iced::{Event, Rectangle, keyboard};
use std::marker::PhantomData;

/// Wraps the whole window: Tab, Shift+Tab and Enter that no control took move the focus at once.
pub fn keeper<'a, M: 'a>(content: impl Into<Element<'a, M>>) -> Element<'a, M> {
    around(content, Keeper)
}

struct Keeper;

/// Where a key moves the focus to.
fn wish(event: &Event) -> Option<Wish> {
    let Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. }) = event else { return None };
    match shortcut(key, *modifiers)? {
        Shortcut::Next | Shortcut::NextField => Some(Wish::Next),
        Shortcut::Previous => Some(Wish::Previous),
        _ => None,
    }
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
        let Some(wish) = wish(event).filter(|_| !shell.is_event_captured()) else { return };
        let mut step: Box<dyn Operation> = Box::new(Survey::<()> {
            wish,
            stops: Vec::new(),
            columns: vec![(0, None)],
            met: 0,
            last: None,
            names: Naming::default(),
            of: PhantomData,
        });
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
